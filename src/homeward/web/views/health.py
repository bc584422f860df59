"""Whether the desk works, for whoever watches over it; says nothing about what it holds."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.casework import audit
from homeward.web.declaring import open_to_all

LEAST_FREE_BYTES = 500_000_000


@open_to_all
@require_safe
def show_health(request: HttpRequest) -> HttpResponse:
    """``ok``, or ``not ok`` with the status 503; then each part that was looked at."""
    parts = {"database": _database_answers()}
    if parts["database"]:
        parts |= {"migrations": _shape_is_ours(), "audit": audit.verify_tail().ok}
    parts["disk"] = shutil.disk_usage(_existing(settings.DESK_FOLDER)).free >= LEAST_FREE_BYTES
    well = all(parts.values())
    lines = ["ok" if well else "not ok", *(f"{name}: {'ok' if good else 'not ok'}" for name, good in parts.items())]
    return HttpResponse(
        "\n".join(lines) + "\n", content_type="text/plain; charset=utf-8", status=200 if well else 503
    )


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
