"""Lists that were searched for a person in whom nobody was found: a result to be kept, with its day.

In: a user and a person. Out: one line a list, asked with two questions.
Leaves to others: searching (`actions.match`); what was found (`candidates`, `grid`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from homeward.casework.access import ref_of, visible
from homeward.casework.models import Direction, ItemLink, Person, Searched, User, with_verdict
from homeward.records import PartialDate, Verdict

MOST = 100


@dataclass(frozen=True, slots=True)
class NotFoundIn:
    """A list in which the person was not found.

    Attributes:
        as_of: the day for which the list speaks. on: when it was searched last.
        otherwise: rows that the search put forward and a person judged to be somebody else.
    """

    list_ref: str
    title: str
    as_of: PartialDate | None
    on: date
    otherwise: int


def not_found_in(user: User, person: Person) -> tuple[NotFoundIn, ...]:
    """The newest search of each list, where no row is, or may still be, the person; the newest first."""
    rows = visible(user, Searched).filter(person=person, list__arrived_at__isnull=False)
    rows = rows.exclude(list__direction=Direction.OUT).select_related("list").order_by("-entered_at", "-pk")
    newest: dict[int, Searched] = {}
    for row in rows[: MOST * 3]:
        newest.setdefault(row.list_id, row)
    links = with_verdict(visible(user, ItemLink).filter(person=person, item__list__in=list(newest)))
    otherwise: dict[int, int] = {}
    for list_id, verdict in links.values_list("item__list", "verdict"):  # type: ignore[misc]  # annotated
        if verdict != Verdict.DIFFERENT:
            newest.pop(list_id, None)
        otherwise[list_id] = otherwise.get(list_id, 0) + 1
    return tuple(
        NotFoundIn(ref_of(row.list), row.list.title, row.list.as_of, row.entered_at.date(), otherwise.get(pk, 0))
        for pk, row in list(newest.items())[:MOST]
    )
