"""A list of our own as the file that leaves: exactly the bytes that are held, and that they were fetched."""

from __future__ import annotations

from django.db import transaction

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.enquiries import consents_taken_back
from homeward.casework.list_people import require_whole, rows_and_people
from homeward.casework.models import Direction, Handover, List, User
from homeward.casework.taken_back import not_taken_back
from homeward.errors import ConflictError


def export_list(user: User, stored: List) -> tuple[str, bytes]:
    """A neutral file name and the bytes of a list of ours.

    Raises:
        ConflictError: it is somebody else's list, or not whole; or it has not left yet, and consent to name somebody
            on it to its recipient was taken back since.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER, stored)
        if stored.direction != Direction.OUT:
            raise ConflictError("only a list of our own is given out", "Prepare a list of the people it is about.")
        require_whole(stored)
        _refuse_taken_back(stored)
        capture = stored.capture
        audit.append(user, "export_list", case=case, about=[stored], detail={"sha256": capture.content_id})
        ending = capture.format if capture.format.isalnum() else "bin"
        return f"list-{stored.pk}.{ending}", bytes(capture.content.content)


def _refuse_taken_back(stored: List) -> None:
    """What was handed over stays to be looked at; what was not is not given out against a relative's word (D2)."""
    if stored.recipient is None or not_taken_back(Handover.objects.filter(list=stored)).exists():
        return
    people = [person for _, person in rows_and_people(stored)]
    if taken_back := consents_taken_back(people, stored.recipient):
        refs = ", ".join(f"P{pk}" for pk in sorted(taken_back))
        raise ConflictError(
            f"consent to share was taken back: {refs}",
            "Prepare the list anew without them, or speak with those who took it back.",
        )
