"""Long lists a page at a time: people and candidates of a case that may hold ten thousand of them.

In: a user, a case, which page. Out: `Page` of lines, by a number of queries that does not grow with the case.
Leaves to others: what a line holds (`candidates`, `shown`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from django.db.models import Count, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast

from homeward.casework import wording
from homeward.casework.access import kind_of, ref_of, visible
from homeward.casework.models import (
    AuditEvent,
    Case,
    Claim,
    Direction,
    ItemLink,
    NameForm,
    Person,
    User,
    active_claims,
    with_verdict,
)
from homeward.casework.queries.candidates import line_of
from homeward.casework.queries.echoes import MOST_ROWS
from homeward.casework.queries.ground import MOST_IDS, Ground
from homeward.casework.queries.part import PartGround
from homeward.casework.queries.picture import picture_of
from homeward.casework.queries.shown import names_of
from homeward.casework.queries.timeline import events_of, in_words
from homeward.casework.queries.waiting import contradicted, unjudged, waiting_of
from homeward.casework.results import CandidateLine, PersonLine, PersonPicture, PictureLine, TimelineEvent, Words

T = TypeVar("T")
M = TypeVar("M", bound=Model)
ROWS = 50
CLAIMS = 25
"""Claims about a person, in full, on a page."""
EVENTS = 100
"""Events of a time line that are drawn at once."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list.

    Attributes:
        number: from 1. pages: how many there are, at least 1. total: lines on all of them.
    """

    lines: tuple[T, ...]
    number: int
    pages: int
    total: int

    @property
    def before(self) -> int | None:
        """The page before; None on the first."""
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        """The page after; None on the last."""
        return self.number + 1 if self.number < self.pages else None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What stands on one page about a person.

    Attributes:
        picture: whole but for `lines` and `withdrawn`, of which a page each is there.
        claims: how many pages they have; `claimed`, `withdrawn`: how many there are on all pages.
        events: a stretch of the time line, in order; `spans`: all stretches, of which the first is the newest.
    """

    picture: PersonPicture
    claims: Page[PictureLine]
    claimed: int
    withdrawn: int
    events: tuple[TimelineEvent, ...]
    spans: Page[TimelineEvent]


def page_of_person(ground: Ground, person: Person, page: int, span: int) -> PersonPage:
    """A page of the claims in a person's picture, and a stretch of the time line."""
    claimed = len(ground.active_claims(person.pk))
    withdrawn = len(ground.claims.get(person.pk, ())) - claimed
    number, pages, part = part_of(max(claimed, withdrawn), page, rows=CLAIMS)
    picture = picture_of(ground, person, proposals_waiting=ground.proposals_naming(person), part=part)
    events = events_of(ground, person)
    spans = max(1, -(-len(events) // EVENTS))
    at = min(max(1, span), spans)
    last = len(events) - (at - 1) * EVENTS
    drawn = tuple(in_words(ground, events[max(0, last - EVENTS) : last]))
    return PersonPage(
        picture=picture,
        claims=Page(picture.lines, number, pages, claimed),
        claimed=claimed,
        withdrawn=withdrawn,
        events=drawn,
        spans=Page(drawn, at, spans, len(events)),
    )


def people_of_page(
    user: User, case: Case, as_of: date, page: int, *, contradicted_only: bool = False
) -> tuple[Page[PersonLine], list[Person]]:
    """Sought people in the order in which they were entered, with how much is claimed and waits for each."""
    rows = visible(user, Person).filter(case=case).order_by("pk")
    if contradicted_only:
        rows = rows.filter(pk__in=contradicted(user, case)[:MOST_IDS])
    number, pages, total, people = cut(rows, page)
    ids = [person.pk for person in people]
    forms: dict[int, list[NameForm]] = {}
    for form in visible(user, NameForm).filter(person__in=ids).order_by("pk"):
        forms.setdefault(form.person_id, []).append(form)
    claims = _counts(active_claims(visible(user, Claim).filter(person__in=ids)), "person")
    waiting: Counter[int] = Counter()
    for (_, person_id), number in waiting_of(user, case, ids).items():
        waiting[person_id] += number
    lines = []
    for person in people:
        lines.append(
            PersonLine(
                ref=ref_of(person),
                names=names_of(forms.get(person.pk, ())) or (Words(ref_of(person)),),
                birth=person.birth,
                nationalities=tuple(person.nationalities or ()),
                missing_since=person.missing_since,
                days_missing=wording.age_days(person.missing_since, as_of),
                claims=claims.get(person.pk, 0),
                waiting=waiting[person.pk],
            )
        )
    return Page(tuple(lines), number, pages, total), people


def candidates_of_page(
    user: User, case: Case, page: int, *, judged: bool, person: Person | None
) -> tuple[Page[CandidateLine], list[Person]]:
    """Candidates that wait, the most probable first; or those judged, the newest judgement first."""
    if judged:
        rows = with_verdict(
            visible(user, ItemLink).filter(item__list__case=case, judgements__isnull=False).distinct()
        )
        rows = rows.exclude(item__list__direction=Direction.OUT).exclude(verdict="").order_by("-holding_id")  # type: ignore[misc]  # annotated
    else:
        rows = unjudged(user, case).order_by("-probability", "person_id", "pk")
    if person is not None:
        rows = rows.filter(person=person)
    # First which stand on the page, then these in full: sorting ten thousand whole rows takes twice as long.
    number, pages, total, here = cut(rows.only("pk"), page)
    whole = _with_rows(ItemLink.objects.filter(pk__in=[link.pk for link in here])).in_bulk()
    links = [whole[link.pk] for link in here]
    ground = _PageGround(user, case, links)
    lines = tuple(line_of(ground, link) for link in links)
    return Page(lines, number, pages, total), list(ground.people.values())


def candidate_of(user: User, case: Case, link: ItemLink) -> CandidateLine:
    """One candidate."""
    found = _with_rows(visible(user, ItemLink).filter(pk=link.pk)).get()
    return line_of(_PageGround(user, case, [found]), found)


def audit_of_page(user: User, page: int, *, of: str, act: str, about: str) -> Page[AuditEvent]:
    """Events of the audit that the user may read, the newest first."""
    rows = visible(user, AuditEvent).order_by("-number")
    if of:
        rows = rows.filter(user=of)
    if act:
        rows = rows.filter(act=act)
    if about:
        kind, number = kind_of(about[:1]), about[1:]
        if not kind or not number.isdecimal() or len(number) > 18:
            return Page((), 1, 1, 0)
        # The pairs are JSON, and SQLite cannot ask what a list holds: the text is matched, as it is written.
        rows = rows.annotate(told=Cast("about", TextField()))
        rows = rows.filter(
            Q(told__contains=f'["{kind}", {int(number)}]') | Q(told__contains=f'["{kind}",{int(number)}]')
        )
    number_, pages, total, events = cut(rows, page)
    return Page(tuple(events), number_, pages, total)


class _PageGround(PartGround):
    """The ground of some links only."""

    longest_compared = MOST_ROWS

    def __init__(self, user: User, case: Case, links: Sequence[ItemLink]) -> None:
        super().__init__(user, case, date.max, people=[link.person_id for link in links])
        self.links = list(links)  # in place of the case's
        self.take_judgements(link.pk for link in links)

    @cached_property
    def waiting_by_place(self) -> Counter[tuple[int, int]]:
        """How many rows of a list wait to be judged for a person."""
        return waiting_of(self.user, self.case, self.people)


def _with_rows(links: QuerySet[ItemLink]) -> QuerySet[ItemLink]:
    return (
        with_verdict(links)
        .select_related("item", "item__list", "person")
        .defer("item__record", "item__list__problems")
    )


def _counts(rows: QuerySet[M], by: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(by).annotate(n=Count("pk")))


def cut(rows: QuerySet[M], page: int) -> tuple[int, int, int, list[M]]:
    """The page that is meant, how many pages and rows there are, and the rows of that page."""
    total = rows.count()
    number, pages, part = part_of(total, page)
    return number, pages, total, list(rows[part])


def page_of(lines: Sequence[T], page: int) -> Page[T]:
    """A page of lines that are all at hand."""
    number, pages, part = part_of(len(lines), page)
    return Page(tuple(lines[part]), number, pages, len(lines))


def part_of(total: int, page: int, *, rows: int | None = None) -> tuple[int, int, slice]:
    """The page that is meant, the nearest there is; how many there are; and which of so many lines stand on it.

    Args:
        rows: lines of a page; `ROWS` unless given.
    """
    rows = rows or ROWS
    pages = max(1, -(-total // rows))
    number = min(max(1, page), pages)
    return number, pages, slice((number - 1) * rows, number * rows)
