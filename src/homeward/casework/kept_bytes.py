"""Keeping bytes under their hash, once for the whole desk.

In: bytes. Out: the row that holds them. Leaves to others: who may keep what, and what it is.

A purge empties the row of a file that named somebody (`actions.purges`). If another case brings the same file, or a
list or an export of it comes out as the same bytes, they are put back: the row's key is their hash, so that it can
hold no others.
"""

from __future__ import annotations

import hashlib

from django.db import connection

from homeward.casework.append_only import lifted
from homeward.casework.models import CaptureContent


def keep_bytes(content: bytes) -> CaptureContent:
    """The row that holds these bytes, made or filled again if need be; within a transaction."""
    sha256 = hashlib.sha256(content).hexdigest()
    stored, made = CaptureContent.objects.get_or_create(
        sha256=sha256, defaults={"content": content, "size_bytes": len(content)}
    )
    if not made and content and not stored.size_bytes:
        with lifted(connection):
            CaptureContent.objects.filter(pk=sha256).update(content=content, size_bytes=len(content))
        stored.refresh_from_db()
    return stored
