"""Rows of lists that may be sought people: those waiting for a person's judgement first, then those judged.

In: links with the judgement that holds. Out: one line each with the row as written and the reasons.
Nothing is judged here, however probable.
"""

from __future__ import annotations

from django.utils.translation import gettext

from homeward.casework.access import ref_of
from homeward.casework.models import Direction, ItemLink, Person
from homeward.casework.queries.grid import echo_note
from homeward.casework.queries.ground import Ground, holding, verdict_of
from homeward.casework.queries.letters import words
from homeward.casework.queries.shown import cells_words, name_of
from homeward.casework.results import CandidateLine


def candidate_lines(
    ground: Ground, *, waiting_only: bool = False, person: Person | None = None
) -> tuple[CandidateLine, ...]:
    """Candidates, waiting before judged, the most probable first; our own lists, being ours, are left out."""
    links = [
        link
        for link in ground.links
        if link.item.list.direction != Direction.OUT
        and not (waiting_only and verdict_of(link))
        and (person is None or link.person_id == person.pk)
    ]
    links.sort(key=lambda link: (bool(verdict_of(link)), -_probability(link), link.person_id, link.pk))
    return tuple(line_of(ground, link) for link in links)


def details_of(ground: Ground, link: ItemLink) -> tuple[tuple[str, str], ...]:
    """Heading and cell of each filled cell of a row, as written; a cell without heading has its place."""
    stored = ground.lists.get(link.item.list_id)
    tables = stored.tables if stored is not None else []
    headings: list[object] = []
    for table in tables:
        if (isinstance(table, dict) and table.get("name", "") == link.item.table) or len(tables) == 1:
            headings = list(table.get("headings") or [])
            break
    cells = [str(cell if cell is not None else "") for cell in link.item.cells]
    return tuple(
        (
            str(headings[n])
            if n < len(headings) and headings[n]
            else gettext("column {number}").format(number=n + 1),
            cell,
        )
        for n, cell in enumerate(cells)
        if cell.strip()
    )


def line_of(ground: Ground, link: ItemLink) -> CandidateLine:
    """One candidate: the row as written beside the person, the reasons, and the judgement that holds."""
    judgement = holding(ground, link)
    item = link.item
    beside = ground.waiting_by_place[item.list_id, link.person_id]
    return CandidateLine(
        ref=ref_of(link),
        person_ref=ref_of(ground.people[link.person_id]),
        person_name=name_of(ground, ground.people[link.person_id]),
        list_ref=ref_of(item.list),
        list_title=item.list.title,
        row_number=item.row_number,
        written=words(item.name) if item.name else cells_words(item),
        details=details_of(ground, link),
        probability=link.probability,
        reasons=tuple(str(reason) for reason in link.reasons),
        verdict=verdict_of(link),
        judged_by=(judgement.entered_by.get_full_name() or judgement.entered_by.get_username()) if judgement else "",
        judged_because=judgement.reason if judgement else "",
        rivals=beside - 1 if not verdict_of(link) else 0,
        echo=bool(echo_note(ground, item.list)),
    )


def _probability(link: ItemLink) -> float:
    """A row that a person pointed out by hand comes before any that the engine found."""
    return 2.0 if link.probability is None else link.probability
