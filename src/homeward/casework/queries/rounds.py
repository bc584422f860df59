"""Names by rounds, and who waits for an answer, a page of people at a time.

In: a user, a case, the day, which page. Out: a `Grid` of at most a page of people; `Page` of `UnansweredLine`s;
a drafted reminder. The same answers as `grid` and `unanswered`, which show a whole case at once, by work that grows
with the page and not with the case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count

from homeward.casework import audit, wording
from homeward.casework.access import Permission, get, one_look, ref_of, require, visible
from homeward.casework.models import (
    Answer,
    Case,
    Handover,
    ItemLink,
    ListItem,
    NameForm,
    Person,
    Searched,
    User,
    with_verdict,
)
from homeward.casework.queries.echoes import MOST_ROWS
from homeward.casework.queries.grid import grid_of
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.lists import HandoverLine, handover_line, tied_links
from homeward.casework.queries.pages import ROWS, Page
from homeward.casework.queries.unanswered import last_word, unanswered_of
from homeward.casework.results import Grid, GridRow, UnansweredLine
from homeward.casework.taken_back import not_taken_back
from homeward.records import AnswerCode

_NO_ANSWER = (AnswerCode.COLLECTIVE_REPLY, AnswerCode.NO_ANSWER_BY)


@dataclass(frozen=True, slots=True)
class GridPage:
    """A page of people across all rounds.

    Attributes:
        people: the lines of `grid` with how many people there are on all pages.
    """

    grid: Grid
    people: Page[GridRow]


@dataclass(frozen=True, slots=True)
class Reminder:
    """A hand-over, and what a reminder about it would speak of: only what that list itself said.

    Attributes:
        list_ref: empty where a report tells of a list that is not held.
        names: place and name as written on the list, of everybody without an answer by name.
    """

    handover: HandoverLine
    list_ref: str
    list_title: str
    last_word: str
    rows: int
    age_days: int | None
    names: tuple[tuple[int, str], ...]


def grid_page(user: User, case: Case, *, as_of: date, page: int = 1, unanswered_only: bool = False) -> GridPage:
    """Lists and answers, name by name.

    Args:
        unanswered_only: only people on a list that was handed over who have no answer by name.
    """
    with one_look():
        require(user, Permission.READ, case)
        ids = list(visible(user, Person).filter(case=case).order_by("pk").values_list("pk", flat=True))
        if unanswered_only:
            waiting = {person_id for _, person_id in _waiting(user, case)}
            ids = [pk for pk in ids if pk in waiting]
        pages = max(1, -(-len(ids) // ROWS))
        number = min(max(1, page), pages)
        ground = _PeopleGround(user, case, as_of, ids[(number - 1) * ROWS : number * ROWS])
        audit.note_read(user, "read_grid", case=case, about=[case, *ground.people.values()])
        grid = grid_of(ground)
        return GridPage(grid, Page(grid.rows, number, pages, len(ids)))


def unanswered_page(user: User, case: Case, *, as_of: date, page: int = 1) -> Page[UnansweredLine]:
    """Who is on a list handed over without an answer by name, the longest waiting first."""
    with one_look():
        require(user, Permission.READ, case)
        waiting = _waiting(user, case)
        waiting.sort(key=lambda pair: (_first_day(pair[0]), pair[1], pair[0].pk))
        pages = max(1, -(-len(waiting) // ROWS))
        number = min(max(1, page), pages)
        shown = waiting[(number - 1) * ROWS : number * ROWS]
        ground = _PeopleGround(user, case, as_of, sorted({person_id for _, person_id in shown}))
        audit.note_read(user, "read_unanswered", case=case, about=[case, *ground.people.values()])
        lines = {
            (line.handover_ref, line.person_ref): line
            for person in ground.people.values()
            for line in unanswered_of(ground, person)
        }
        keys = [(ref_of(handover), f"P{person_id}") for handover, person_id in shown]
        return Page(tuple(lines[key] for key in keys if key in lines), number, pages, len(waiting))


def reminder(user: User, handover: Handover, *, as_of: date) -> Reminder:
    """What to remind a party of: the names of one hand-over, as written there, that have no answer by name."""
    with one_look():
        seen = get(user, Handover, handover.pk)
        case = seen.case
        require(user, Permission.READ, case)
        waiting = {person_id for one, person_id in _waiting(user, case, only=seen) if one.pk == seen.pk}
        links = tied_links(user, case).filter(item__list=seen.list_id).order_by()
        tied = links.values_list("item__ordinal", "item__name", "person")
        rows = dict(sorted((place, name) for place, name, person_id in tied if person_id in waiting))
        audit.note_read(user, "draft_reminder", case=case, about=[seen])
        ground = _PeopleGround(user, case, as_of, [])
        return Reminder(
            handover=handover_line(seen),
            list_ref=f"L{seen.list_id}" if seen.list_id else "",
            list_title=seen.list.title if seen.list is not None else "",
            last_word=last_word(ground, seen),
            rows=ListItem.objects.filter(list=seen.list_id).count() if seen.list_id else 0,
            age_days=wording.age_days(seen.on, as_of),
            names=tuple(rows.items()),
        )


class _PeopleGround(Ground):
    """The ground of some people of a case."""

    longest_compared = MOST_ROWS

    def __init__(self, user: User, case: Case, as_of: date, ids: Sequence[int]) -> None:
        super().__init__(user, case, as_of)
        self.ids = list(ids)

    @cached_property
    def people(self) -> dict[int, Person]:
        """These people."""
        rows = visible(self.user, Person).filter(pk__in=self.ids).order_by("pk")
        return {person.pk: person for person in rows}

    @cached_property
    def forms(self) -> dict[int, list[NameForm]]:
        """Their names."""
        found: dict[int, list[NameForm]] = {}
        for form in visible(self.user, NameForm).filter(person__in=self.ids).order_by("pk"):
            found.setdefault(form.person_id, []).append(form)
        return found

    @cached_property
    def links(self) -> list[ItemLink]:
        """Links to them."""
        # By their ids, which an index gives: SQLite would else begin with the lists, and walk each of them.
        ids = list(ItemLink.objects.filter(person__in=self.ids).values_list("pk", flat=True))
        rows = (
            with_verdict(visible(self.user, ItemLink))
            .filter(item__list__case=self.case, item__list__arrived_at__isnull=False, pk__in=ids)
            .select_related("item", "item__list")
            .defer("item__record", "item__cells", "item__list__tables", "item__list__problems")
        )
        return list(rows.order_by("pk"))

    @cached_property
    def searched_on(self) -> dict[tuple[int, int], date]:
        """When lists were last searched for them."""
        rows = visible(self.user, Searched).filter(list__case=self.case, person__in=self.ids)
        days = rows.order_by("pk").values_list("list", "person", "entered_at")
        return {(list_id, person_id): at.date() for list_id, person_id, at in days}

    @cached_property
    def tied_counts(self) -> dict[int, int]:
        """By list, how many rows are taken to be a person, of the whole case."""
        rows = tied_links(self.user, self.case).order_by().values_list("item__list")
        return dict(rows.annotate(n=Count("item", distinct=True)))


def _waiting(user: User, case: Case, *, only: Handover | None = None) -> list[tuple[Handover, int]]:
    """Each hand-over of a list that we hold with each person on it who has no answer by name, by four queries."""
    rows = not_taken_back(visible(user, Handover).filter(case=case, list__isnull=False))
    rows = rows.select_related("giver", "recipient", "through")
    handovers = list((rows.filter(pk=only.pk) if only else rows).order_by("pk").distinct())
    on_list: dict[int, dict[int, set[int]]] = {}
    lists = {handover.list_id for handover in handovers}
    # Who may be seen is asked apart: joined with it, SQLite would begin with the people and walk every list for each.
    seen = set(visible(user, Person).filter(case=case).values_list("pk", flat=True))
    links = tied_links(user, case).filter(item__list__in=lists).order_by()
    for list_id, person_id, item_id in links.values_list("item__list", "person", "item"):
        if person_id in seen:
            on_list.setdefault(list_id, {}).setdefault(person_id, set()).add(item_id)
    answers: dict[int, list[tuple[int, int, int | None]]] = {}
    given = visible(user, Answer).filter(case=case, reversal__isnull=True, item__isnull=False)
    given = not_taken_back(given.exclude(code__in=_NO_ANSWER)).distinct()
    for list_id, item_id, number, party_id in given.values_list("list", "item", "round", "party"):
        answers.setdefault(list_id, []).append((item_id or 0, number, party_id))
    found = []
    for handover in handovers:
        fits = {
            item
            for item, number, party in answers.get(handover.list_id or 0, ())
            if number >= handover.round and _party_fits(party, handover)
        }
        people = on_list.get(handover.list_id or 0, {})
        found += [(handover, person_id) for person_id, items in people.items() if not items & fits]
    return found


def _party_fits(party: int | None, handover: Handover) -> bool:
    known = None not in (party, handover.recipient_id)
    return not known or party in (handover.recipient_id, handover.through_id)


def _first_day(handover: Handover) -> date:
    return (handover.on.earliest or date.max) if handover.on is not None else date.max
