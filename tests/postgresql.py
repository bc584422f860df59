"""A PostgreSQL of our own, in a folder that goes when it is done with; and the tests of the case file run on it.

    python -m tests.postgresql                 # the tests of the case file and of the pages
    python -m tests.postgresql tests/casework/test_audit.py -k chain

Needs Debian's package ``postgresql``, or ``initdb`` and ``postgres`` elsewhere on the path. Nothing that runs already
is touched: the server is reached through a socket in its folder alone.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
MISSING = "no PostgreSQL here: apt-get install postgresql"


def programs() -> Path | None:
    """The folder of the newest PostgreSQL's programs; None where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    found = [path for path in debian if (path / "initdb").exists()]
    elsewhere = shutil.which("initdb")
    return found[-1] if found else Path(elsewhere).parent if elsewhere else None


class Cluster:
    """A running server with databases for one user, ``homeward``."""

    def __init__(self, *, durable: bool = False) -> None:
        """Args: durable: what is committed is on the disk, as at a desk; tests can do without."""
        bin_folder = programs()
        assert bin_folder is not None, MISSING
        self._bin = bin_folder
        self.folder = Path(tempfile.mkdtemp(prefix="homeward-pg-"))
        self._as: dict[str, object] = {"cwd": self.folder}
        if os.getuid() == 0:  # which PostgreSQL refuses
            shutil.chown(self.folder, "nobody", "nogroup")
            self._as |= {"user": "nobody", "group": "nogroup", "extra_groups": []}
        data = self.folder / "data"
        self._run(
            "initdb", "-D", data, "-U", "homeward", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"
        )
        settings = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={self.folder}"]
        if not durable:
            settings += ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"]
        self._run("pg_ctl", "-D", data, "-w", "-l", self.folder / "log", "-o", " ".join(settings), "start")

    def create(self, name: str = "homeward") -> str:
        """Make a database, and say how it is called in the settings."""
        self._run("createdb", "-h", self.folder, "-U", "homeward", name)
        return self.address(name)

    def address(self, name: str = "homeward") -> str:
        return f"postgresql://homeward@/{name}?host={self.folder}"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def _run(self, program: str, *words: object) -> None:
        command = [str(self._bin / program), *map(str, words)]
        done = subprocess.run(command, check=False, text=True, capture_output=program != "pg_ctl", **self._as)  # type: ignore[call-overload]
        assert done.returncode == 0, (command, done.stdout, done.stderr)


@contextlib.contextmanager
def cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """A server for as long as the block lasts."""
    running = Cluster(durable=durable)
    try:
        yield running
    finally:
        running.stop()


def environment(address: str, folder: Path) -> dict[str, str]:
    """What a desk on this database finds in its environment."""
    return {
        "HOMEWARD_DATABASE_URL": address,
        "HOMEWARD_FOLDER": str(folder),
        "HOMEWARD_SECRET": "only-for-tests-" * 5,
        "PATH": f"{programs()}{os.pathsep}{os.environ['PATH']}",
    }


def main() -> int:
    """Run tests on a new server."""
    if programs() is None:
        print(MISSING)
        return 1
    with cluster() as server, tempfile.TemporaryDirectory() as folder:
        told = {**os.environ, **environment(server.create(), Path(folder))}
        chosen = sys.argv[1:] or ["tests/casework", "tests/web", "tests/sample"]
        return subprocess.run([sys.executable, "-m", "pytest", *chosen], cwd=ROOT, env=told, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
