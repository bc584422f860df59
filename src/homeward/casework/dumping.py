"""A case file in PostgreSQL as one file, and back: by pg_dump and pg_restore, which come with PostgreSQL.

In: an open connection. Out: a whole dump, or nothing; a database filled from one, or left as it was.
Leaves to others: permission and audit (`casework.backup`), and whether the audit inside still holds.

A dump holds everything: captured files, too, are rows. It holds no key: the desk's secret is a file of its own, kept
elsewhere (docs/installation.md).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from homeward.errors import BadInputError, ConflictError, MissingExtraError

# Of the address: what the two programs find in their environment, where no other user of the machine can read it.
_VARIABLES = {
    "dbname": "PGDATABASE",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "host": "PGHOST",
    "port": "PGPORT",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "connect_timeout": "PGCONNECT_TIMEOUT",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
}


def dump_database(connection: BaseDatabaseWrapper, new: Path) -> None:
    """Write everything committed to `new`, as of one moment, while others go on working; then read its contents list.

    Raises:
        BadInputError: it could not be written whole.
        MissingExtraError: pg_dump is not installed.
    """
    # Readable by nobody else from its first byte on.
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    words = ("--format=custom", "--no-owner", "--no-privileges", f"--file={new}")
    if _run(connection, "pg_dump", *words) or _run(connection, "pg_restore", "--list", str(new)):
        raise BadInputError(
            "the dump could not be written whole",
            "See that the folder has room, and that pg_dump is no older than the server.",
            path=new.name,
        )


def fill_database(connection: BaseDatabaseWrapper, dump: Path) -> None:
    """Fill an empty database from a dump, whole or not at all.

    Raises:
        ConflictError: the database holds something.
        BadInputError: the dump is damaged, or none.
        MissingExtraError: pg_restore is not installed.
    """
    if connection.introspection.table_names():
        raise ConflictError(
            "the database is not empty", "Make a new one (createdb), and name it in HOMEWARD_DATABASE_URL."
        )
    words = (
        "--no-owner",
        "--no-privileges",
        "--single-transaction",
        "--exit-on-error",
        f"--dbname={_name(connection)}",
    )
    if _run(connection, "pg_restore", *words, str(dump)):
        raise BadInputError("this backup is damaged, or none of PostgreSQL", "Use another one.", path=dump.name)


def _run(connection: BaseDatabaseWrapper, program: str, *words: str) -> int:
    found = shutil.which(program)
    if found is None:
        raise MissingExtraError(f"{program} is not installed", "Install it with: apt install postgresql-client")
    told: dict[str, Any] = connection.get_connection_params()
    known = {_VARIABLES[key]: str(value) for key, value in told.items() if key in _VARIABLES and value}
    done = subprocess.run(  # noqa: S603 a program of PostgreSQL, with words of our own
        # What it says might quote a row.
        [found, *words],
        env={**os.environ, **known},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode


def _name(connection: BaseDatabaseWrapper) -> str:
    return str(connection.settings_dict["NAME"])
