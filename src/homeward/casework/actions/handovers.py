"""Lists handed to a party: by us, or as somebody told.

When we hand over, every person on the list leaves the desk. The sought person cannot be asked, so for each one a harm
assessment for this recipient must allow it first (D3), and consent to share must not have been taken back (D2). Of a
hand-over by others we only record what was told; nothing leaves.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.enquiries import refuse_disclosure_unless_allowed
from homeward.casework.detriment import items_on, kept_back
from homeward.casework.leaving_fields import fields_by_person, fields_of_item, fields_of_prepared
from homeward.casework.list_people import people_of_list, refuse_unknown_rows, rows_and_people
from homeward.casework.models import (
    Approval,
    Case,
    Direction,
    Disclosure,
    Handover,
    List,
    ListItem,
    ListPdf,
    Party,
    Person,
    Statement,
    User,
)
from homeward.errors import BadInputError, ConflictError
from homeward.records import PartialDate

__all__ = ["fields_that_leave", "people_of_list", "record_handover"]


def record_handover(
    user: User,
    case: Case,
    *,
    list: List | None = None,
    statement: Statement | None = None,
    giver: Party | None = None,
    recipient: Party | None = None,
    through: Party | None = None,
    on: PartialDate | None = None,
    place: str = "",
    carried_by: str = "",
    received_by: str = "",
    acknowledged: bool | None = None,
    names_count: int | None = None,
    round: int = 1,
    reply_due: date | None = None,
    purpose: str = "",
) -> Handover:
    """Record that a list was handed over; the same hand-over is returned as it is.

    Args:
        list: the list; None where a report tells of one that we do not hold.
        statement: where somebody told of it. Without it, and with a list of our own, we hand it over ourselves:
            this needs the permission for it, and discloses every person on the list.
        acknowledged: whether the recipient confirmed it; None: not known.

    Raises:
        BadInputError: neither a list nor a statement tells of it, or our own list goes to nobody in particular.
        ConflictError: the list is not whole, a row of it is nobody we know, a person on it may not be disclosed, or
            it was approved for another party only.
    """
    ours = list is not None and list.direction == Direction.OUT and statement is None
    with transaction.atomic():
        access.require(user, Permission.HAND_OVER if ours else Permission.ENTER, case)
        access.same_case(user, case, list, statement, giver, recipient, through)
        if list is None and statement is None:
            raise BadInputError(
                gettext("nothing tells of this hand-over"),
                gettext("Give the list that was handed over, or the statement that tells of it."),
            )
        same = {
            "list": list,
            "statement": statement,
            "giver": giver,
            "recipient": recipient,
            "through": through,
            "round": round,
            "place": place,
        }
        for found in access.visible(user, Handover).filter(case=case, **same).distinct():
            if found.on == on and (found.names_count == names_count or names_count is None):
                return found
        pairs = _checked_rows(user, list, recipient) if ours and list is not None else []
        approval = _approval_for(list, recipient) if ours and list is not None else None
        if names_count is None and list is not None:
            names_count = list.items.count()
        handover = Handover.objects.create(
            case=case,
            **same,
            on=on,
            carried_by=carried_by,
            received_by=received_by,
            acknowledged=acknowledged,
            names_count=names_count,
            reply_due=reply_due,
            entered_by=user,
        )
        for item, person in pairs:
            Disclosure.objects.create(
                person=person,
                recipient=recipient,
                fields=_fields_left(item, approval),
                purpose=purpose or (list.purpose if list else "") or "tracing",
                on=on,
                approved_by=approval.entered_by if approval is not None else user,
                handover=handover,
                entered_by=user,
            )
        told = [thing for thing in (handover, list, statement) if thing is not None]
        audit.append(
            user,
            "record_handover",
            case=case,
            about=[*told, *(person for _, person in pairs)],
            detail={
                "disclosed": len(pairs),
                "round": round,
                **(_hashes_of(list) if ours and list is not None else {}),
            },
        )
        return handover


def fields_that_leave(handed: List) -> dict[int, frozenset[str]]:
    """By person, what a list of ours tells of them: as it was prepared, or as its rows read."""
    approval = Approval.objects.filter(list=handed, approves=True).select_related("preparation").first()
    if approval is not None:
        return fields_of_prepared(approval.preparation)
    return fields_by_person(rows_and_people(handed))


def _checked_rows(user: User, handed: List, recipient: Party | None) -> list[tuple[ListItem, Person]]:
    """The rows of our own list with their people, each of whom may be disclosed to the recipient."""
    if recipient is None:
        raise BadInputError(
            gettext("it is not said who receives our list"), gettext("Give the party; harm is assessed for it.")
        )
    if handed.arrived_at is None:
        raise ConflictError(
            gettext("the list is not held whole yet"), gettext("Take it in again; it goes on where it stopped.")
        )
    pairs = rows_and_people(handed)
    refuse_unknown_rows(user, handed)
    told = fields_that_leave(handed)
    refuse_disclosure_unless_allowed([person for _, person in pairs], recipient, told)
    _refuse_kept_back(pairs, recipient)
    return pairs


def _refuse_kept_back(pairs: Sequence[tuple[ListItem, Person]], recipient: Party) -> None:
    kept = kept_back([person.pk for _, person in pairs], recipient)
    told = [(person, kept[person.pk] & items_on(item)) for item, person in pairs if person.pk in kept]
    refs = [f"{access.ref_of(person)} ({', '.join(sorted(items))})" for person, items in told if items]
    if refs:
        raise ConflictError(
            gettext("marked as detrimental, and on the list: {refs}").format(refs=", ".join(refs)),
            gettext("Prepare the list anew; what is marked is then left out."),
            kind="detrimental",
        )


def _approval_for(handed: List, recipient: Party | None) -> Approval | None:
    """The approval under which a list that was prepared at the desk goes to this party; None: it came as a file."""
    given = Approval.objects.filter(list=handed, approves=True).select_related("preparation__recipient", "entered_by")
    approvals = [*given.order_by("-pk")]
    if not approvals:
        return None
    found = next((one for one in approvals if recipient and one.preparation.recipient_id == recipient.pk), None)
    if found is None:
        names = ", ".join(sorted({f'"{one.preparation.recipient.name}"' for one in approvals}))
        raise ConflictError(
            gettext("{handed} was approved for {names} and for nobody else").format(
                handed=access.ref_of(handed), names=names
            ),
            gettext("Prepare the list for the other party; what may leave, and the harm, is looked at for each."),
            kind="approved-for-another",
        )
    return found


def _hashes_of(handed: List) -> dict[str, str]:
    """Of the list's bytes, and of its pages if it was given out as such."""
    pages = ListPdf.objects.filter(list=handed).first()
    return {"sha256": handed.capture.content_id, **({"pdf": pages.content_id} if pages is not None else {})}


def _fields_left(item: ListItem, approval: Approval | None) -> Sequence[str]:
    if approval is not None:
        return ["name", *approval.preparation.fields]
    return sorted(fields_of_item(item))
