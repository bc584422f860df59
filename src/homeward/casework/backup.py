"""Making a backup: who may, the copy, and the audit event.

In: a case file in use. Out: a whole, checked copy.
Leaves to others: where copies are kept, and how files are copied (`casework.copying`; of PostgreSQL
`casework.dumping`).
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction

from homeward.casework import access, audit
from homeward.casework.copying import Progress, copy_database, new_name, put_in_new_place
from homeward.casework.dumping import dump_database
from homeward.casework.models import User
from homeward.errors import BadInputError, ConflictError


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made; `head` is where the audit stood."""

    path: str
    size_bytes: int
    sha256: str
    head: audit.Head


def back_up(user: User, target: Path, *, progress: Progress | None = None) -> Backup:
    """Copy the case file to `target`, including everything committed, while others go on working.

    Raises:
        ConflictError: something stands at `target`.
        BadInputError: the folder cannot be written, or the case file is damaged.
        NotAllowedError: the user may not administer this desk.
    """
    access.require(user, access.Permission.ADMINISTER, None)
    if target.exists():
        raise ConflictError("a file of this name is there already", "Name another.", path=target.name)
    with transaction.atomic():
        audit.append(user, "back_up")
    new = new_name(target)
    try:
        connection.ensure_connection()
        if connection.vendor == "postgresql":
            dump_database(connection, new)
        else:
            copy_database(connection.connection, new, progress=progress)
        size = new.stat().st_size
        digest = put_in_new_place(new, target)
    except (OSError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or "the folder is not there, or is full"
        raise BadInputError(
            f"the backup cannot be written ({why})", "Name a folder you may write to.", path=target.name
        ) from error
    finally:
        new.unlink(missing_ok=True)
    return Backup(str(target), size, digest, audit.head())
