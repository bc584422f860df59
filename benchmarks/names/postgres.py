"""A private PostgreSQL that lives as long as one measurement: started in a temporary folder, removed with it.

In: the PostgreSQL programs of this machine. Out: connections over a socket in that folder; nothing listens on a
network. Leaves to others: tables, queries and times (`peers`).
Method: a shell starts the server and then reads a pipe that only this process holds open. When the pipe closes,
because the block was left or because this process was interrupted or killed, the shell stops the server and removes
the folder. One way out serves every ending, and needs no signal handler of ours.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psycopg

ACCOUNT = "postgres"  # the server refuses to run as root; Debian's package makes this account
_FOLDERS = "/usr/lib/postgresql"
_PATIENCE_S = 60.0
_SETTINGS = {
    "listen_addresses": "",  # no network
    "fsync": "off",  # nothing here outlives the measurement
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "256MB",
    "work_mem": "32MB",
    "maintenance_work_mem": "256MB",
    "max_connections": "10",
    "autovacuum": "off",  # the caller analyses once; nothing should start in the middle of a measurement
    "max_parallel_workers_per_gather": "0",  # one core a query, as every other matcher has
}
# C.UTF-8, not C: under C no letter outside ASCII is a letter, and pg_trgm finds nothing in other scripts. A job that
# a shell puts in the background ignores SIGINT until the server sets its own handlers, hence the loop.
_KEEPER = """
"$1/initdb" -D "$2/data" -U "$3" -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$2/log" 2>&1 || exit 1
bin=$1; home=$2; shift 3
"$bin/postgres" -D "$home/data" -k "$home" "$@" >>"$home/log" 2>&1 </dev/null &
server=$!
cat >/dev/null
while kill -INT "$server" 2>/dev/null; do sleep 0.1; done
wait "$server"
rm -rf "$home"
"""


class PostgresError(Exception):
    """No private server could be had; the message says what is lacking or what the server said."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running private server."""

    folder: Path

    def connect(self) -> psycopg.Connection:
        """A new connection, each statement its own transaction."""
        import psycopg

        return psycopg.connect(host=str(self.folder), user=ACCOUNT, dbname="postgres", autocommit=True)


def find_programs() -> Path | None:
    """The folder of the newest `initdb` and `postgres` here: Debian's place, else the search path."""
    versions = [folder for folder in Path(_FOLDERS).glob("*/bin") if (folder / "initdb").exists()]
    if versions:
        return max(versions, key=lambda folder: [int(n) for n in folder.parent.name.split(".") if n.isdigit()])
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextlib.contextmanager
def cluster() -> Iterator[Cluster]:
    """Start a private server; stop it and remove its files on the way out, however that is taken.

    Raises:
        PostgresError: the programs are missing, or the server did not start.
    """
    programs = find_programs()
    if programs is None:
        raise PostgresError("PostgreSQL's programs are missing: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="names-pg-"))
    keeper: subprocess.Popen[bytes] | None = None
    try:
        command = ["sh", "-c", _KEEPER, "sh", str(programs), str(folder), ACCOUNT]
        for name, value in _SETTINGS.items():
            command += ["-c", f"{name}={value}"]
        if os.geteuid() == 0:
            try:
                shutil.chown(folder, ACCOUNT)
            except LookupError:
                raise PostgresError(f"root needs the account {ACCOUNT!r}: apt-get install postgresql") from None
            command = ["runuser", "-u", ACCOUNT, "--", *command]
        # its own session: Ctrl-C reaches us alone, and the keeper tidies up once our end of the pipe is closed
        keeper = subprocess.Popen(command, stdin=subprocess.PIPE, cwd="/", start_new_session=True)
        yield _wait_until_ready(Cluster(folder), keeper)
    finally:
        if keeper is not None:
            if keeper.stdin is not None:
                keeper.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                keeper.wait(timeout=_PATIENCE_S)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_until_ready(started: Cluster, keeper: subprocess.Popen[bytes]) -> Cluster:
    import psycopg

    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until and keeper.poll() is None:
        with contextlib.suppress(psycopg.OperationalError):
            started.connect().close()
            return started
        time.sleep(0.05)
    log = started.folder / "log"
    said = log.read_text(errors="replace").strip().splitlines()[-3:] if log.exists() else ["nothing"]
    raise PostgresError("PostgreSQL did not start. It said: " + " / ".join(said))
