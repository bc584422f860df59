"""Whether the desk works: its database, the shape of the case file, the end of the audit, room on the disk.

In: nothing. Out: each part that was looked at, and whether it is well; nothing of what the desk holds. Quick enough
to be asked every minute. Leaves to others: the whole audit and all captured files (``homeward audit verify``).
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from homeward.casework import audit

LEAST_FREE_BYTES = 500_000_000


def look() -> dict[str, bool]:
    """Each part by name; what cannot be looked at without the database is left out where that does not answer."""
    parts = {"database": _database_answers()}
    if parts["database"]:
        parts["migrations"] = _shape_is_ours()
    if all(parts.values()):
        parts["audit"] = audit.verify_tail().ok
    parts["disk"] = shutil.disk_usage(_existing(Path(settings.DESK_FOLDER))).free >= LEAST_FREE_BYTES
    return parts


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        connection.close()
        return False


def _shape_is_ours() -> bool:
    """Whether the case file has the shape that this version knows: neither an older nor a newer one."""
    newest, known = _migrations()
    made = set(MigrationRecorder(connection).applied_migrations())
    return newest <= made and not any(app == "casework" for app, _ in made - known)


@cache
def _migrations() -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """The last migration of each part, and all that this version knows."""
    loader = MigrationLoader(None)
    return frozenset(loader.graph.leaf_nodes()), frozenset(loader.disk_migrations)


def _existing(folder: Path) -> Path:
    return folder if folder.exists() else _existing(folder.parent)
