"""Promises, contacts and silences as the desk shows them: a page at a time, and one of each in full.

In: a user, a case or one of these, the day. Out: lines and pages. Leaves to others: what a line says (`promises`,
`silences`, `wording`), recording and reviewing (`actions`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile
from typing import TypeVar

from django.db.models import Prefetch

from homeward.casework import wording
from homeward.casework.access import ref_of, visible
from homeward.casework.models import (
    Case,
    Claim,
    Classification,
    Commitment,
    CommitmentReview,
    Contact,
    Coverage,
    Grade,
    Person,
    SilenceFinding,
    Statement,
    User,
)
from homeward.casework.queries.letters import script_of, words
from homeward.casework.queries.pages import Page, page_of
from homeward.casework.queries.part import PartGround
from homeward.casework.queries.promises import in_order, is_open, is_overdue, next_review, promise_line
from homeward.casework.queries.shown import actor_name, chain_of_statement, name_of, newest_first
from homeward.casework.queries.silences import finding_line, silence_lines, term_words
from homeward.casework.results import PromiseLine, ShownLink, SilenceLine, Words
from homeward.casework.taken_back import not_taken_back
from homeward.records import PartialDate

T = TypeVar("T")
OFFERED = 60
"""People whom a form offers by name; of more, they are named by reference."""
REMINDERS = 3
"""Reviews without a reply after which more than a reminder is called for, as treaty bodies have it."""
TERMS_SHOWN = 200
"""Search terms of one script that a page lists; the others are counted."""


class OnlyPromises(StrEnum):
    """Which promises of the ledger are meant."""

    ALL = ""
    OPEN = "open"
    OVERDUE = "overdue"
    TO_REVIEW = "to_review"


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person by name, with the reference."""

    ref: str
    name: Words


@dataclass(frozen=True, slots=True)
class Offered:
    """People whom a form offers. `everybody`: whether these are all people of the case."""

    people: tuple[NamedPerson, ...]
    everybody: bool


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One look at a promise."""

    on: date
    grade: str
    grade_words: str
    note: str
    evidence: tuple[str, ...]
    next_review: date | None
    by: str


@dataclass(frozen=True, slots=True)
class PromisePage:
    """One promise with all its reviews, the newest first.

    Attributes:
        evidence: claims that a review may cite.
        without_reply: how many of the newest reviews in a row found no reply.
        escalate: whether these are so many that reminding alone has not helped.
    """

    line: PromiseLine
    statement_ref: str
    people: tuple[NamedPerson, ...]
    review_every_days: int
    reviews: tuple[ReviewLine, ...]
    entered_by: str
    evidence: tuple[tuple[str, str], ...]
    without_reply: int
    escalate: bool


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One contact. `read_out`: references of the statement that tells of it and of its report; "" for none."""

    ref: str
    said: str
    kind: str
    status: str
    on: PartialDate | None
    place: str
    channel: str
    participants: tuple[str, ...]
    raised: tuple[NamedPerson, ...]
    raised_known: bool
    classification: str
    classified: bool
    note: str
    read_out: tuple[str, str]
    quote: Words | None
    chain: tuple[ShownLink, ...]
    entered_by: str


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Search terms of one script (ISO 15924). `more`: how many are not shown."""

    script: str
    terms: tuple[Words, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SilencePage:
    """One finding of silence in full."""

    line: SilenceLine
    contact_ref: str
    statement_ref: str
    terms: tuple[TermGroup, ...]
    note: str


def offered_people(user: User, case: Case) -> tuple[Offered, list[Person]]:
    """The people of a case for a form, if they are few enough to be chosen from."""
    ids = list(visible(user, Person).filter(case=case).order_by("pk").values_list("pk", flat=True)[: OFFERED + 1])
    if len(ids) > OFFERED:
        return Offered((), False), []
    ground = PartGround(user, case, date.max, people=ids)
    return Offered(_named(ground, ground.people.values()), True), list(ground.people.values())


def promises_of_page(
    user: User, case: Case, as_of: date, page: int, only: OnlyPromises
) -> tuple[Page[PromiseLine], list[Commitment], list[Person]]:
    """The promise ledger: open ones first, oldest first."""
    found = page_of(_wanted(user, case, as_of, only), page)
    lines, people = _lines(user, case, as_of, found.lines)
    return Page(lines, found.number, found.pages, found.total), list(found.lines), people


def promises_of_ledger(
    user: User, case: Case, as_of: date, only: OnlyPromises
) -> tuple[tuple[PromiseLine, ...], list[Commitment]]:
    """The whole ledger, in the same order."""
    found = _wanted(user, case, as_of, only)
    return _lines(user, case, as_of, found)[0], found


def _wanted(user: User, case: Case, as_of: date, only: OnlyPromises) -> list[Commitment]:
    rows = in_order(PartGround(user, case, as_of).commitments)
    if only is OnlyPromises.OPEN:
        return [commitment for commitment in rows if is_open(commitment)]
    if only is OnlyPromises.OVERDUE:
        return [commitment for commitment in rows if is_overdue(commitment, as_of)]
    if only is OnlyPromises.TO_REVIEW:
        return [commitment for commitment in rows if (day := next_review(commitment)) is not None and day <= as_of]
    return rows


def _lines(
    user: User, case: Case, as_of: date, commitments: Sequence[Commitment]
) -> tuple[tuple[PromiseLine, ...], list[Person]]:
    people = {person.pk for commitment in commitments for person in commitment.persons.all()}
    ground = PartGround(user, case, as_of, people=people)
    ground.take_chains(commitment.statement_id for commitment in commitments)
    return tuple(promise_line(ground, commitment) for commitment in commitments), list(ground.people.values())


def standing_promise(user: User, pk: int) -> Commitment | None:
    """A promise that stands, with its people and the reviews that may be seen, oldest first."""
    rows = not_taken_back(visible(user, Commitment)).filter(pk=pk).select_related("statement__capture__publisher")
    reviews = visible(user, CommitmentReview).order_by("on", "pk").distinct().prefetch_related("evidence")
    return rows.prefetch_related("persons", Prefetch("reviews", queryset=reviews)).first()


def promise_of(user: User, commitment: Commitment, as_of: date) -> tuple[PromisePage, list[Person]]:
    """One promise that stands, with its reviews."""
    case = commitment.case
    ground = PartGround(user, case, as_of, people=[person.pk for person in commitment.persons.all()])
    ground.commitments = [commitment]
    ground.take_chains([commitment.statement_id])
    reviews = list(commitment.reviews.all())
    by = {review.entered_by_id for review in reviews} | {commitment.entered_by_id}
    names = {user.pk: user.get_full_name() or user.get_username() for user in User.objects.filter(pk__in=by)}
    cited = {pk for review in reviews for pk in (claim.pk for claim in review.evidence.all())}
    seen = set(visible(user, Claim).filter(pk__in=cited).values_list("pk", flat=True))
    about = visible(user, Claim).filter(person__in=list(ground.people)).order_by("-pk")[:OFFERED]
    silent = sum(1 for _ in takewhile(lambda review: review.grade == Grade.D, reversed(reviews)))
    shown = PromisePage(
        line=promise_line(ground, commitment),
        statement_ref=ref_of(commitment.statement),
        people=_named(ground, ground.people.values()),
        review_every_days=commitment.review_every_days,
        reviews=tuple(
            ReviewLine(
                on=review.on,
                grade=review.grade,
                grade_words=wording.grade_words(review.grade),
                note=review.note,
                evidence=tuple(ref_of(claim) for claim in review.evidence.all() if claim.pk in seen),
                next_review=review.next_review_on,
                by=names[review.entered_by_id],
            )
            for review in reversed(reviews)
        ),
        entered_by=names[commitment.entered_by_id],
        evidence=tuple(
            (ref_of(claim), f"{wording.stored_words(claim.subject)}, {wording.stored_words(claim.polarity)}")
            for claim in about
        ),
        without_reply=silent,
        escalate=silent >= REMINDERS,
    )
    return shown, list(ground.people.values())


def contacts_of_page(user: User, case: Case, page: int) -> tuple[Page[ContactLine], list[Contact], list[Person]]:
    """Contacts that stand, the newest first."""
    rows = not_taken_back(visible(user, Contact).filter(case=case)).distinct()
    ids = sorted(rows.values_list("pk", "on"), key=lambda row: (newest_first(row[1]), -row[0]))
    found = page_of([pk for pk, _ in ids], page)
    lines, contacts, people = _contacts(user, case, found.lines)
    return Page(lines, found.number, found.pages, found.total), contacts, people


def contact_of(user: User, contact: Contact) -> tuple[ContactLine, list[Person]]:
    """One contact."""
    lines, _, people = _contacts(user, contact.case, [contact.pk])
    return lines[0], people


def silences_of_page(user: User, case: Case, page: int) -> Page[SilenceLine]:
    """Silences found and proposed, the newest first."""
    return page_of(list(silence_lines(PartGround(user, case, date.max))), page)


def silence_of(user: User, finding: SilenceFinding) -> SilencePage:
    """One finding, with the terms that were searched, script by script."""
    ground = PartGround(user, finding.case, date.max)
    texts = visible(user, Coverage).select_related("capture").defer("capture__text").order_by("pk")
    rows = SilenceFinding.objects.filter(pk=finding.pk).select_related(
        "contact", "entered_by", "explicit_in__capture__publisher"
    )
    held = rows.prefetch_related(Prefetch("coverage", queryset=texts)).get()
    groups: dict[str, list[Words]] = {}
    for term in held.terms:
        shown = term_words(term)
        if shown.text not in ground.hidden_terms:
            told = str(term.get("script", "")) if isinstance(term, dict) else ""
            groups.setdefault(told or script_of(shown.text), []).append(shown)
    return SilencePage(
        line=finding_line(ground, held),
        contact_ref=ref_of(held.contact) if held.contact is not None else "",
        statement_ref=ref_of(held.explicit_in) if held.explicit_in is not None else "",
        terms=tuple(
            TermGroup(script, tuple(terms[:TERMS_SHOWN]), max(0, len(terms) - TERMS_SHOWN))
            for script, terms in sorted(groups.items())
        ),
        note=held.note,
    )


def _contacts(
    user: User, case: Case, ids: Sequence[int]
) -> tuple[tuple[ContactLine, ...], list[Contact], list[Person]]:
    rows = Contact.objects.filter(pk__in=ids).select_related("statement__capture__publisher", "entered_by")
    rows = rows.defer("statement__capture__text").prefetch_related("persons_raised")
    contacts = sorted(rows, key=lambda contact: ids.index(contact.pk))
    people = {person.pk for contact in contacts for person in contact.persons_raised.all()}
    ground = PartGround(user, case, date.max, people=people)
    ground.take_chains(contact.statement_id for contact in contacts)
    wanted = [contact.statement_id for contact in contacts if contact.statement_id is not None]
    told = set(visible(user, Statement).filter(pk__in=wanted).values_list("pk", flat=True))
    return tuple(_contact(ground, contact, told) for contact in contacts), contacts, list(ground.people.values())


def _contact(ground: PartGround, contact: Contact, told: set[int]) -> ContactLine:
    participants = tuple(actor_name(ground, str(name)) for name in contact.participants)
    statement = contact.statement if contact.statement_id in told else None
    raised = ground.shown_of(contact.persons_raised.all())
    by = contact.entered_by
    return ContactLine(
        ref=ref_of(contact),
        said=wording.contact_words(
            contact.kind, contact.status, participants, contact.place, by_the_desk=contact.statement_id is None
        ),
        kind=contact.kind,
        status=contact.status,
        on=contact.on,
        place=contact.place,
        channel=contact.channel,
        participants=participants,
        raised=_named(ground, raised),
        raised_known=contact.raised_known,
        classification=wording.classification_words(contact.classification),
        classified=contact.classification > Classification.DESK,
        note=contact.note,
        read_out=(ref_of(statement), ref_of(statement.capture)) if statement is not None else ("", ""),
        quote=words(statement.text, statement.language) if statement is not None else None,
        chain=chain_of_statement(ground, statement) if statement is not None else (),
        entered_by=by.get_full_name() or by.get_username(),
    )


def _named(ground: PartGround, people: Iterable[Person]) -> tuple[NamedPerson, ...]:
    return tuple(NamedPerson(ref_of(person), name_of(ground, person)) for person in people)
