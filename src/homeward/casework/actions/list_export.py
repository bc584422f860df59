"""A list of our own as the file that leaves: exactly the bytes that are held, and that they were fetched."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.list_people import require_whole
from homeward.casework.models import Direction, List, User
from homeward.errors import ConflictError


def export_list(user: User, stored: List) -> tuple[str, bytes]:
    """A neutral file name and the bytes of a list of ours.

    Raises:
        ConflictError: it is somebody else's list, or not whole.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER, stored)
        if stored.direction != Direction.OUT:
            raise ConflictError(
                gettext("only a list of our own is given out"), gettext("Prepare a list of the people it is about.")
            )
        require_whole(stored)
        capture = stored.capture
        audit.append(user, "export_list", case=case, about=[stored], detail={"sha256": capture.content_id})
        ending = capture.format if capture.format.isalnum() else "bin"
        return f"list-{stored.pk}.{ending}", bytes(capture.content.content)
