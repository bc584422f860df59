"""Names by rounds, and who waits for an answer, a page of people at a time.

In: a user, a case, the day, which page. Out: a `Grid` of at most a page of people; `Page` of `UnansweredLine`s;
a drafted reminder. The same answers as `grid` and `unanswered`, which show a whole case at once, by work that grows
with the page and not with the case.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q

from homeward.casework import audit, wording
from homeward.casework.access import Permission, get, one_look, ref_of, require, visible
from homeward.casework.models import (
    Answer,
    Case,
    Handover,
    ItemLink,
    ListItem,
    Party,
    Person,
    Searched,
    User,
    with_verdict,
)
from homeward.casework.queries.awaited import awaited_answers, tied_counts, tied_links
from homeward.casework.queries.echoes import MOST_ROWS
from homeward.casework.queries.grave_answers import grave_claims
from homeward.casework.queries.grid import grid_of
from homeward.casework.queries.ground import MOST_IDS
from homeward.casework.queries.lists import HandoverLine, handover_line
from homeward.casework.queries.pages import Page, part_of
from homeward.casework.queries.part import PartGround
from homeward.casework.queries.unanswered import last_word, unanswered_of
from homeward.casework.results import Grid, GridRow, UnansweredLine
from homeward.casework.taken_back import not_taken_back


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
        unread: those among them of whom an answer says that they are dead or free, and only one person has read it.
    """

    handover: HandoverLine
    list_ref: str
    list_title: str
    last_word: str
    rows: int
    age_days: int | None
    names: tuple[tuple[int, str], ...]
    unread: tuple[UnansweredLine, ...] = ()

    @property
    def named(self) -> str:
        """The names, each on a line of its own after its place."""
        return "\n".join(f"{place}. {name}" for place, name in self.names)


def grid_page(user: User, case: Case, *, as_of: date, page: int = 1, unanswered_only: bool = False) -> GridPage:
    """Lists and answers, name by name.

    Args:
        unanswered_only: only people on a list that was handed over who have no answer by name.
    """
    with one_look():
        require(user, Permission.READ, case)
        ids = list(visible(user, Person).filter(case=case).order_by("pk").values_list("pk", flat=True))
        if unanswered_only:
            waiting = {person_id for _, person_id in awaited_answers(user, case)}
            ids = [pk for pk in ids if pk in waiting]
        number, pages, part = part_of(len(ids), page)
        ground = _PeopleGround(user, case, as_of, people=ids[part])
        ground.every_answer = True
        audit.note_read(user, "read_grid", case=case, about=[case, *ground.people.values()])
        grid = grid_of(ground)
        return GridPage(grid, Page(grid.rows, number, pages, len(ids)))


def unanswered_page(user: User, case: Case, *, as_of: date, page: int = 1) -> Page[UnansweredLine]:
    """Who is on a list handed over without an answer by name, the longest waiting first."""
    with one_look():
        require(user, Permission.READ, case)
        waiting = awaited_answers(user, case)
        first_day = {handover.pk: _first_day(handover) for handover, _ in waiting}
        waiting.sort(key=lambda pair: (first_day[pair[0].pk], pair[1], pair[0].pk))
        number, pages, part = part_of(len(waiting), page)
        shown = waiting[part]
        ground = _PeopleGround(user, case, as_of, people=[person_id for _, person_id in shown])
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
        waiting = {person_id for one, person_id in awaited_answers(user, case, only=seen) if one.pk == seen.pk}
        links = tied_links(user, case).filter(item__list=seen.list_id).order_by()
        tied = links.values_list("item__ordinal", "item__name", "person")
        rows = dict(sorted((place, name) for place, name, person_id in tied if person_id in waiting))
        audit.note_read(user, "draft_reminder", case=case, about=[seen])
        grave = {person_id for (_, person_id), claim in grave_claims(user, case).items() if not claim.read}
        ground = _PeopleGround(user, case, as_of, people=waiting & grave)
        lines = (line for person in ground.people.values() for line in unanswered_of(ground, person))
        return Reminder(
            handover=handover_line(seen),
            list_ref=f"L{seen.list_id}" if seen.list_id else "",
            list_title=seen.list.title if seen.list is not None else "",
            last_word=last_word(ground, seen),
            rows=ListItem.objects.filter(list=seen.list_id).count() if seen.list_id else 0,
            age_days=wording.age_days(seen.on, as_of),
            names=tuple(rows.items()),
            unread=tuple(line for line in lines if line.to_read and line.handover_ref == ref_of(seen)),
        )


class _PeopleGround(PartGround):
    """The ground of some people of a case, with what lists and answers say of them."""

    longest_compared = MOST_ROWS
    every_answer = False  # what the columns of the grid are made of; other questions ask about these people only

    @cached_property
    def links(self) -> list[ItemLink]:
        """Links to them."""
        # By their ids, which an index gives: SQLite would else begin with the lists, and walk each of them.
        ids = list(ItemLink.objects.filter(person__in=list(self.people)).values_list("pk", flat=True))
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
        rows = visible(self.user, Searched).filter(list__case=self.case, person__in=list(self.people))
        days = rows.order_by("pk").values_list("list", "person", "entered_at")
        return {(list_id, person_id): at.date() for list_id, person_id, at in days}

    @cached_property
    def tied_counts(self) -> dict[int, int]:
        """By list, how many rows are taken to be a person, of the whole case."""
        return tied_counts(self.user, self.case)

    @cached_property
    def answers(self) -> list[Answer]:
        """Every answer, in full only those of nobody by name and those about these people; of the others, when."""
        rows = not_taken_back(visible(self.user, Answer).filter(case=self.case, reversal__isnull=True)).distinct()
        mine = {link.item_id for link in self.links}
        told = rows.filter(Q(item__isnull=True) | Q(item__in=mine)).select_related("party", "statement")
        found = {answer.pk: answer for answer in told}
        if self.every_answer:
            others = rows.exclude(pk__in=list(found)) if len(found) <= MOST_IDS else rows
            for answer in others.only("list", "item", "party", "round", "answered_on", "code"):
                found.setdefault(answer.pk, answer)
            parties = Party.objects.in_bulk({answer.party_id for answer in found.values()} - {None})
            for answer in found.values():
                answer.party = parties.get(answer.party_id)
        return [found[pk] for pk in sorted(found)]


def _first_day(handover: Handover) -> date:
    return (handover.on.earliest or date.max) if handover.on is not None else date.max
