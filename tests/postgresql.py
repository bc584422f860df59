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
_ON_ALL_CORES = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")  # each with a database of its own


def programs() -> Path | None:
    """The folder of the newest PostgreSQL's programs; None where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    found = [path for path in debian if (path / "initdb").exists()]
    elsewhere = shutil.which("initdb")
    return found[-1] if found else Path(elsewhere).parent if elsewhere else None


class Cluster:
    """A running server with databases for one user, ``homeward``."""

    def __init__(self, *, durable: bool = False, folder: Path | None = None) -> None:
        """Start it.

        Args:
            durable: what is committed is on the disk, as at a desk; tests can do without.
            folder: where its data are, and stay; others of this machine have to be let through to it.
        """
        bin_folder = programs()
        assert bin_folder is not None, MISSING
        self._bin, self._kept = bin_folder, folder is not None
        self.folder = folder or Path(tempfile.mkdtemp(prefix="homeward-pg-"))
        self.folder.mkdir(exist_ok=True)
        self._as: dict[str, object] = {"cwd": self.folder}
        if os.getuid() == 0:  # which PostgreSQL refuses
            shutil.chown(self.folder, "nobody", "nogroup")
            self._as |= {"user": "nobody", "group": "nogroup", "extra_groups": []}
        data = self.folder / "data"
        if not data.exists():
            words = ("-U", "homeward", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
            self._run("initdb", "-D", data, *words)
        settings = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={self.folder}"]
        if not durable:
            settings += ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"]
        self._run("pg_ctl", "-D", data, "-w", "-l", self.folder / "log", "-o", " ".join(settings), "start")

    def create(self, name: str = "homeward") -> str:
        """Make a database unless it is there, and say how it is called in the settings."""
        if not self._kept or self._try("psql", "-h", self.folder, "-U", "homeward", "-c", "", name):
            self._run("createdb", "-h", self.folder, "-U", "homeward", name)
        return f"postgresql://homeward@/{name}?host={self.folder}"

    @property
    def postmaster(self) -> int:
        """The number of its first process."""
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "fast" if self._kept else "immediate", "stop")
        if not self._kept:
            shutil.rmtree(self.folder)

    def _run(self, program: str, *words: object) -> None:
        assert self._try(program, *words) == 0, f"{program} failed; see {self.folder / 'log'}"

    def _try(self, program: str, *words: object) -> int:
        command = [str(self._bin / program), *map(str, words)]
        quiet = subprocess.DEVNULL  # a server that was started keeps open what it is given
        done = subprocess.run(command, check=False, stdin=quiet, stdout=quiet, stderr=quiet, **self._as)  # type: ignore[call-overload]
        return int(done.returncode)


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
        chosen = sys.argv[1:] or [*_ON_ALL_CORES, "tests/casework", "tests/web", "tests/sample"]
        return subprocess.run([sys.executable, "-m", "pytest", *chosen], cwd=ROOT, env=told, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
