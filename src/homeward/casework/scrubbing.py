"""After a purge nothing of what went may be left in the files of the database: they are written anew.

In: an open connection, outside any transaction. Out: whether it was done, now, while others may be working.
Leaves to others: backups and logs of the database server, which nobody can reach from here (docs/installation.md).

A deleted row stays legible in the file until its place is used again. SQLite is told to overwrite what is deleted
(`server.database`: secure_delete); VACUUM then writes the whole file anew, and the log beside it is emptied.
PostgreSQL keeps dead rows in its tables; VACUUM FULL writes each table anew and gives the old file back.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

from homeward.casework.append_only import guarded_tables

_MORE = ("casework_person", "casework_enquirer", "casework_list", "casework_party", "casework_documentterm")
_PATIENCE_MS = 5_000  # for whoever reads just now


def scrub(connection: BaseDatabaseWrapper) -> bool:
    """Write the files of the database anew.

    Returns:
        False where somebody else was at work all the time, so that it has to be asked for again.

    Raises:
        RuntimeError: a transaction is open.
    """
    if connection.in_atomic_block:
        raise RuntimeError("a database is written anew outside any transaction")
    try:
        if connection.vendor == "postgresql":
            return _postgresql(connection, [*guarded_tables(), *_MORE])
        return _sqlite(connection)
    except OperationalError:
        return False


def _sqlite(connection: BaseDatabaseWrapper) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        patience = int(cursor.fetchone()[0])
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        try:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")
    return not busy


def _postgresql(connection: BaseDatabaseWrapper, tables: Iterable[str]) -> bool:
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in sorted(there & set(tables)):
            cursor.execute(f'VACUUM (FULL, ANALYZE) "{table}"')
    return True
