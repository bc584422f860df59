"""What is held and was disclosed about one sought person or one enquirer, for whoever has a right to know it (D15).

In: a user who works with enquirers, a person or an enquirer. Out: `Held`, rows of plain text that the user may see.
What is more closely held than the desk is marked: it is counted, and is in no file that is given out. Of others who
asked about the same person there is only how many asked, and when. Leaves to others: pages and files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from homeward.casework.access import ref_of, visible
from homeward.casework.list_people import BY_HAND
from homeward.casework.models import (
    Briefing,
    Classification,
    Closing,
    Consent,
    ContactChange,
    Delivery,
    Disclosure,
    Enquirer,
    Enquiry,
    HarmAssessment,
    Identifier,
    ItemLink,
    List,
    NameForm,
    Person,
    User,
    with_verdict,
)
from homeward.casework.queries.letters import words
from homeward.casework.queries.shown import party_name
from homeward.casework.queries.told import Teller, claims_to_tell
from homeward.casework.results import Words
from homeward.casework.tellable import levels_of
from homeward.casework.told_words import without_directions
from homeward.records import PartialDate, Verdict


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One thing that is held, or that left.

    Attributes:
        kind: what it is, as a code. level: above 0 it is not given out.
        codes: the fields that left, or the purpose that was agreed to; a page puts them into words.
    """

    kind: str
    ref: str
    what: Words
    source: str = ""
    on: str = ""
    level: int = 0
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """Everything, in order."""

    ref: str
    name: Words
    rows: tuple[HeldRow, ...]

    @property
    def given(self) -> tuple[HeldRow, ...]:
        """What may be given out."""
        return tuple(row for row in self.rows if row.level == Classification.DESK)

    @property
    def closely(self) -> int:
        """How many rows are more closely held."""
        return len(self.rows) - len(self.given)


def held_of_person(user: User, person: Person) -> Held:
    """All about one sought person."""
    forms = list(visible(user, NameForm).filter(person=person).select_related("written_in").order_by("pk"))
    name = words(forms[0].text) if forms else Words(ref_of(person))
    return Held(ref_of(person), name, tuple(_about_person(user, person, forms)))


def held_of_enquirer(user: User, enquirer: Enquirer) -> Held:
    """All about one enquirer."""
    return Held(ref_of(enquirer), words(enquirer.name), tuple(_about_enquirer(user, enquirer)))


def _about_person(user: User, person: Person, forms: list[NameForm]) -> Iterator[HeldRow]:
    for form in forms:
        level = form.written_in.classification if form.written_in is not None else 0
        seen_in = ref_of(form.written_in) if form.written_in is not None else ""
        yield HeldRow("name", ref_of(person), words(form.text), seen_in, _day(form.entered_at), level)
    for field in ("father_name", "mother_name", "place_of_birth", "home_place", "sex", "birth", "missing_since"):
        value = getattr(person, field)
        if value:
            shown = value.edtf if isinstance(value, PartialDate) else str(value)
            yield HeldRow(field, ref_of(person), words(shown), "", _day(person.entered_at))
    if person.nationalities:
        told = ", ".join(person.nationalities)
        yield HeldRow("nationalities", ref_of(person), words(told), "", _day(person.entered_at))
    for number in visible(user, Identifier).filter(person=person).order_by("pk"):
        told = f"{number.kind} {number.value} {number.country}".strip()
        yield HeldRow("identifier", ref_of(person), words(told), "", _day(number.entered_at))
    claims = claims_to_tell(user, person)
    teller = Teller(user, person.case, None, "en")
    teller.take(claims)
    levels = levels_of(claims)
    for claim in claims:
        telling = teller.claim(claim)
        kind = "claim" if claim.active else "claim withdrawn"  # type: ignore[attr-defined]
        source = ref_of(claim.item.list) if claim.item is not None else ""
        if claim.statement is not None:
            source = ref_of(claim.statement.capture)
        said = str(claim.asserted_on.edtf) if claim.asserted_on is not None else ""
        yield HeldRow(kind, ref_of(claim), words(without_directions(telling.text)), source, said, levels[claim.pk])
    # Rows that nobody judged to be this person may be about somebody else, who has not asked.
    theirs = Q(verdict=Verdict.SAME) | Q(verdict="", engine=BY_HAND)
    links = (
        with_verdict(visible(user, ItemLink))
        .filter(theirs, person=person)
        .select_related("item__list__capture", "item__list__author")
    )
    for link in links.defer("item__record", "item__list__capture__text").order_by("pk"):
        cells = " · ".join(str(cell) for cell in link.item.cells if str(cell or "").strip())
        stored = link.item.list
        called = stored.title if stored.title_may_be_told else _whose(stored)
        source = f"{ref_of(stored)} {called}, {link.item.row_number}"
        level = stored.capture.classification
        yield HeldRow("row", ref_of(link), words(cells), source, _day(link.entered_at), level)
    for enquiry in visible(user, Enquiry).filter(person=person).order_by("pk"):
        yield HeldRow("asked about", "", words(""), "", enquiry.asked_on.isoformat())
    for assessed in visible(user, HarmAssessment).filter(person=person).select_related("recipient").order_by("pk"):
        told = f"{assessed.legal_basis}; {assessed.assessment}"
        yield HeldRow(
            "harm assessment", "", words(told), party_name(assessed.recipient), _day(assessed.entered_at),
            codes=tuple(map(str, assessed.fields or ())),
        )  # fmt: skip
    yield from _disclosed(user, person)
    for closing in visible(user, Closing).filter(person=person).order_by("pk"):
        yield HeldRow(
            "closed" if closing.closed else "opened again", "", words(closing.reason), "", closing.on.isoformat()
        )
    for delivery in visible(user, Delivery).filter(briefing__person=person).order_by("on", "pk"):
        yield HeldRow("told to a relative", "", words(""), "", delivery.on.isoformat())


def _whose(stored: List) -> str:
    """A list by who made it and of what day: what the desk calls it may hold words for the desk alone."""
    on = stored.as_of.edtf if stored.as_of is not None else ""
    return ", ".join(part for part in (party_name(stored.author), on) if part)


def _disclosed(user: User, person: Person) -> Iterator[HeldRow]:
    rows = visible(user, Disclosure).filter(person=person).select_related("recipient", "approved_by", "handover")
    for row in rows.order_by("pk"):
        to = party_name(row.recipient) or row.recipient_words
        ref = ref_of(row.handover) if row.handover is not None else ""
        on = row.on.edtf if row.on is not None else _day(row.entered_at)
        yield HeldRow("disclosed", ref, words(row.purpose), to, on, codes=tuple(map(str, row.fields)))


def _about_enquirer(user: User, enquirer: Enquirer) -> Iterator[HeldRow]:
    ref, entered = ref_of(enquirer), _day(enquirer.entered_at)
    for kind, value in (
        ("name", enquirer.name), ("language", enquirer.language), ("safe contact", enquirer.safe_contact)
    ):  # fmt: skip
        if value:
            yield HeldRow(kind, ref, words(value), "", entered)
    for enquiry in visible(user, Enquiry).filter(enquirer=enquirer).order_by("pk"):
        told = f"{enquiry.relation}; {enquiry.channel}; {enquiry.questions}"
        yield HeldRow(
            "enquiry", enquiry.reference, words(told), f"P{enquiry.person_id}", enquiry.asked_on.isoformat()
        )
    changes = visible(user, ContactChange).filter(enquiry__enquirer=enquirer).select_related("enquiry")
    for change in changes.order_by("pk"):
        told = "; ".join(part for part in (change.how, change.reason) if part)
        about = f"P{change.enquiry.person_id}"
        yield HeldRow(
            "contact ended" if change.ended else "contact changed", "", words(told), about, _day(change.entered_at)
        )
    for consent in visible(user, Consent).filter(enquirer=enquirer).order_by("pk"):
        kind = "consent given" if consent.given else "consent not given"
        told = "; ".join(part for part in (consent.scope, consent.wording) if part)
        about, codes = f"P{consent.person_id}", (consent.purpose,)
        yield HeldRow(kind, "", words(told), about, consent.on.isoformat(), codes=codes)
    for briefing in visible(user, Briefing).filter(enquirer=enquirer).order_by("pk"):
        about = f"P{briefing.person_id}"
        yield HeldRow("briefing", ref_of(briefing), words(briefing.text), about, briefing.until.isoformat())
    rows = visible(user, Delivery).filter(briefing__enquirer=enquirer).order_by("on", "pk")
    for delivery in rows.select_related("briefing"):
        told = "; ".join(part for part in (delivery.channel, delivery.by, delivery.reactions) if part)
        yield HeldRow("delivery", ref_of(delivery.briefing), words(told), "", delivery.on.isoformat())


def _day(moment: Any) -> str:
    day: date = moment.date()
    return day.isoformat()
