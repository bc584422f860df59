"""Contacts with or between parties, as we had them or as a report tells."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.models import Case, Classification, Contact, Person, Statement, User
from homeward.errors import BadInputError
from homeward.records import ContactKind, ContactStatus, PartialDate


def record_contact(
    user: User,
    case: Case,
    *,
    kind: ContactKind,
    status: ContactStatus = ContactStatus.HELD,
    on: PartialDate | None = None,
    place: str = "",
    channel: str = "",
    participants: Sequence[str] = (),
    persons_raised: Sequence[Person] = (),
    raised_known: bool = False,
    statement: Statement | None = None,
    note: str = "",
    classification: Classification = Classification.DESK,
) -> Contact:
    """Record a contact; the same one is returned as it is.

    Args:
        participants: as the source names them.
        persons_raised: which of our people were spoken of; whether that is known at all says `raised_known`.
        note: our own, never in a read-out.
    """
    with transaction.atomic():
        access.require(user, Permission.ENTER, case)
        access.same_case(user, case, statement, *persons_raised)
        if not participants and statement is None:
            raise BadInputError(
                gettext("nobody took part in this contact"), gettext("Name those who did, as far as you know.")
            )
        known = {
            "kind": kind,
            "status": status,
            "place": place,
            "channel": channel,
            "participants": list(participants),
            "raised_known": raised_known or bool(persons_raised),
            "statement": statement,
            "note": note,
        }
        level = max(int(classification), statement.classification if statement else 0)
        wanted = {person.pk for person in persons_raised}
        for found in access.visible(user, Contact).filter(case=case, classification=level, **known).distinct():
            if found.on == on and set(found.persons_raised.values_list("pk", flat=True)) == wanted:
                return found
        contact = Contact.objects.create(case=case, on=on, classification=level, entered_by=user, **known)
        contact.persons_raised.set(persons_raised)
        audit.append(
            user,
            "record_contact",
            case=case,
            about=[contact, *([statement] if statement else []), *persons_raised],
            detail={"kind": ContactKind(kind).value, "status": ContactStatus(status).value},
        )
        return contact
