"""Mark what would do harm if a party learned of it; and take such a mark back (D4)."""

from __future__ import annotations

from django.db import transaction

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.reasons import require_reason
from homeward.casework.detriment import newest_marks
from homeward.casework.models import Detriment, DetrimentItem, Person, User
from homeward.errors import BadInputError


def mark_detrimental(
    user: User, person: Person, *, item: DetrimentItem | str, detrimental: bool, reason: str, to_agency: bool = False
) -> Detriment:
    """Say that something of a person may never leave to a party, or that it may again; the same word as it is.

    Whoever enters things may mark; only who hands lists over may take a mark back, or open it to a tracing agency.

    Args:
        item: the whole person, or one thing known of them.
        to_agency: a tracing agency may have it all the same.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER if to_agency or not detrimental else Permission.ENTER, person)
        require_reason(reason)
        try:
            item = DetrimentItem(item)
        except ValueError as error:
            raise BadInputError("this is nothing that could leave", f"Use: {', '.join(DetrimentItem)}.") from error
        newest = newest_marks([person.pk]).get((person.pk, item.value))
        if newest is not None and (newest.detrimental, newest.to_agency, newest.reason) == (
            detrimental, to_agency and detrimental, reason
        ):  # fmt: skip
            return newest
        made = Detriment.objects.create(
            person=person,
            item=item,
            detrimental=detrimental,
            to_agency=to_agency and detrimental,
            reason=reason,
            entered_by=user,
        )
        audit.append(
            user,
            "mark_detrimental",
            case=case,
            about=[made, person],
            detail={"item": item.value, "detrimental": detrimental, "to_agency": made.to_agency},
        )
        return made
