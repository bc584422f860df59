"""What may not leave to a party because it would do harm there (D4).

In: people, and who would receive. Out: by person, what is kept back.
Leaves to others: marking (`actions.detriments`), and refusing (every act by which something leaves).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from homeward.casework.models import Detriment, DetrimentItem, ListItem, Party, PartyKind
from homeward.records import NameKind

# What leaves under two names is kept back under one.
ITEM_OF_FIELD: Mapping[str, DetrimentItem] = {
    **{item.value: item for item in DetrimentItem},
    "birth_year": DetrimentItem.BIRTH,
    "nationality": DetrimentItem.NATIONALITIES,
    "captured_on": DetrimentItem.MISSING_SINCE,
    "age_years": DetrimentItem.BIRTH,
}


def newest_marks(people: Iterable[int]) -> dict[tuple[int, str], Detriment]:
    """By person and item, the word that counts."""
    rows = Detriment.objects.filter(person__in=list(people)).select_related("entered_by").order_by("pk")
    return {(row.person_id, row.item): row for row in rows}


def kept_back(people: Iterable[int], recipient: Party | None) -> dict[int, frozenset[DetrimentItem]]:
    """By person, what may not leave to this recipient; people of whom all may leave are not in it.

    A tracing agency gets what was opened to it; any other party, and one that is not known, gets nothing marked.
    """
    agency = recipient is not None and recipient.kind == PartyKind.AGENCY
    found: dict[int, set[DetrimentItem]] = {}
    for (person, item), row in newest_marks(people).items():
        if row.detrimental and not (agency and row.to_agency):
            found.setdefault(person, set()).add(DetrimentItem(item))
    return {person: frozenset(items) for person, items in found.items()}


def items_on(row: ListItem) -> frozenset[DetrimentItem]:
    """What a row of a list tells beside the name by which the person goes."""
    record = row.record or {}
    told = {ITEM_OF_FIELD[field] for field, value in record.items() if field in ITEM_OF_FIELD and value}
    whole = (NameKind.FULL, NameKind.TRANSLITERATION, NameKind.ALIAS)
    if sum(name.get("kind", NameKind.FULL) in whole for name in record.get("names", ())) > 1:
        told.add(DetrimentItem.OTHER_NAMES)
    return frozenset(told)
