"""Which fields of a person leave with a row of a list: what harm is assessed for, and asked for (D3).

In: a row of a list, or of a prepared list. Out: names of fields; `name` is always among them. A field without a value
does not leave, and a column of which nobody said what it means leaves under its own heading.
Leaves to others: assessing (`actions.enquiries`) and refusing what was not assessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from homeward.casework.detriment import items_on
from homeward.casework.models import DetrimentItem, ListItem, Person, Preparation
from homeward.exchange import Meaning

NAME = "name"
_ONE_OF_SEVERAL = "nationality"
_NO_FIELD = ("key", "names", "as_of")


def fields_of_item(item: ListItem) -> frozenset[str]:
    """What a row of a list tells of its person."""
    record = item.record or {}
    told = {NAME, *(field for field, value in record.items() if field not in _NO_FIELD and value)}
    if DetrimentItem.OTHER_NAMES in items_on(item):
        told.add(DetrimentItem.OTHER_NAMES.value)
    table: dict[str, Any] = next((one for one in item.list.tables if one.get("name", "") == item.table), {})
    columns = zip(item.cells, table.get("headings", ()), table.get("meanings", ()), strict=False)
    told |= {
        str(heading) for cell, heading, meaning in columns if str(cell or "").strip() and meaning == Meaning.IGNORED
    }
    return frozenset(told)


def fields_of_prepared(held: Preparation) -> dict[int, frozenset[str]]:
    """By person, what a prepared list tells of them."""
    everything = frozenset({NAME, *map(str, held.fields)})  # of what is kept without a table of cells
    return {row["person"]: told_by(held.fields, row["cells"]) if "cells" in row else everything for row in held.rows}


def told_by(fields: Sequence[str], cells: Sequence[str]) -> frozenset[str]:
    """What one row of such a list tells; its cells begin with number and name.

    Of several nationalities one may endanger where another does not (D8), so that the one relied on is part of it.
    """
    filled = {field: cell for field, cell in zip(fields, cells[2:], strict=True) if cell}
    return frozenset(
        {NAME, *(f"{field}={cell}" if field == _ONE_OF_SEVERAL else field for field, cell in filled.items())}
    )


def fields_by_person(pairs: Iterable[tuple[ListItem, Person]]) -> dict[int, frozenset[str]]:
    """By person, what all their rows on a list tell together."""
    found: dict[int, frozenset[str]] = {}
    for item, person in pairs:
        found[person.pk] = found.get(person.pk, frozenset()) | fields_of_item(item)
    return found


def of_all(people: Iterable[Person], fields: Iterable[str]) -> Mapping[int, frozenset[str]]:
    """The same fields for each of these people."""
    told = frozenset(fields)
    return {person.pk: told for person in people}
