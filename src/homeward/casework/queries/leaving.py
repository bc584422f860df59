"""What left the desk about a person, and what may not leave.

In: a user and a person. Out: `LeftOf`. Leaves to others: marking, handing over, recording consent (`actions`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from homeward.casework.access import Permission, permissions, visible
from homeward.casework.detriment import newest_marks
from homeward.casework.models import (
    Consent,
    ConsentPurpose,
    DetrimentItem,
    Disclosure,
    List,
    NameForm,
    Person,
    Preparation,
    User,
)
from homeward.casework.queries.letters import words
from homeward.casework.queries.shown import names_of, party_name
from homeward.casework.results import Words
from homeward.records import PartialDate

_MOST = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """That something is marked as detrimental."""

    item: DetrimentItem
    to_agency: bool
    reason: Words
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Left:
    """What left about a person at one time.

    Attributes:
        carried_by: the list or the export that carried it, by reference; "" where none did or it is not for the
            reader. Of several exports of one person on one day, to one party and for one purpose, the last.
        after_consent_gone: consent to share with this recipient has been taken back since.
    """

    to: str
    on: PartialDate | None
    fields: tuple[str, ...]
    purpose: str
    approved_by: str
    carried_by: str
    after_consent_gone: bool


@dataclass(frozen=True, slots=True)
class LeftOf:
    """What left about a person, and what may not.

    Attributes:
        consent_gone_on: when consent to share was last taken back, if it is; None where it is not.
        waiting: prepared lists, not decided, on which the person still is.
        seen: whether the reader may see what left; else there is nothing here but the marks.
    """

    name: Words
    marks: tuple[Mark, ...]
    left: tuple[Left, ...]
    consent_gone_on: date | None
    waiting: tuple[str, ...]
    seen: bool


def left_of_person(user: User, person: Person) -> LeftOf:
    """All of it about one person."""
    forms = names_of(list(visible(user, NameForm).filter(person=person).order_by("pk")))
    marks = tuple(
        Mark(
            DetrimentItem(row.item),
            row.to_agency,
            words(row.reason),
            row.entered_by.get_full_name() or row.entered_by.get_username(),
            row.entered_at,
        )
        for row in newest_marks([person.pk]).values()
        if row.detrimental
    )
    name = forms[0] if forms else Words(f"P{person.pk}")
    may = permissions(user, person.case)
    if not may & {Permission.HAND_OVER, Permission.LIAISE}:
        return LeftOf(name, marks, (), None, (), False)
    gone = _taken_back(person)
    rows = visible(user, Disclosure).filter(person=person).select_related("recipient", "approved_by", "handover")
    lists = set(
        visible(user, List)
        .filter(pk__in=[row.handover.list_id for row in rows if row.handover])
        .values_list("pk", flat=True)
    )
    exports = _exports(user, person)
    left = tuple(
        Left(
            to=party_name(row.recipient) if row.recipient else row.recipient_words,
            on=row.on,
            fields=tuple(row.fields),
            purpose=row.purpose,
            approved_by=(row.approved_by.get_full_name() or row.approved_by.username) if row.approved_by else "",
            carried_by=exports.get((row.recipient_id, row.purpose, row.on.edtf if row.on else ""), "")
            if row.handover is None
            else f"L{row.handover.list_id}"
            if row.handover.list_id in lists
            else "",
            after_consent_gone="" in gone or (row.recipient is not None and row.recipient.name in gone),
        )
        for row in rows.order_by("-pk")[:_MOST]
    )
    waiting = visible(user, Preparation).filter(persons=person, approval__isnull=True).order_by("pk").distinct()
    return LeftOf(
        name,
        marks,
        left,
        max(gone.values(), default=None),
        tuple(f"D{pk}" for pk in waiting.values_list("pk", flat=True)),
        True,
    )


def _exports(user: User, person: Person) -> dict[tuple[int | None, str, str], str]:
    """By recipient, purpose and day, the export in which the person left."""
    rows = visible(user, Preparation).filter(persons=person, script="", approval__approves=True).distinct()
    released = rows.order_by("pk").values_list("recipient_id", "purpose", "approval__entered_at", "pk")
    return {(to, purpose, timezone.localtime(at).date().isoformat()): f"D{pk}" for to, purpose, at, pk in released}


def _taken_back(person: Person) -> dict[str, date]:
    """By scope, the day on which consent to share was taken back and not given again by whoever took it back."""
    newest: dict[tuple[int, str], Consent] = {}
    for row in Consent.objects.filter(person=person, purpose=ConsentPurpose.SHARE).order_by("pk"):
        newest[row.enquirer_id, row.scope] = row
    found: dict[str, date] = {}
    for (_, scope), row in newest.items():
        if not row.given:
            found[scope] = max(row.on, found.get(scope, row.on))
    return found
