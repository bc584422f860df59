"""What changed between two versions of a list: created, changed, unchanged, vanished, row by row and cell by cell.

In: the rows of the older and of the newer version, each boiled down to a `RowFace` of a few numbers, so that two
lists of 100,000 rows fit in memory. Out: which row answers to which, and what became of each.
Leaves to others: reading rows (`exchange`, the stored list items) and showing them (`arrivals.RowChange`).

A row is found again by the surest thing it has: an identifier; else name, father's name and birth; else name and
father's name, or the name alone, where only one row on each side has it; a row with no name at all by its position.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from homeward.exchange import Meaning
from homeward.records import PersonRecord


@dataclass(frozen=True, slots=True)
class RowFace:
    """What is needed of a row to find it again in another version.

    Attributes:
        ordinal: its place in the list, from 1.
        content: stands for its filled cells under their headings; equal where nothing changed. Column order, empty
            cells and running numbers do not count.
        identifier, full, parents, name, position: keys, surest first; None where the row has no such thing.
    """

    ordinal: int
    content: Hashable
    identifier: Hashable | None
    full: Hashable | None
    parents: Hashable | None
    name: Hashable | None
    position: Hashable | None


@dataclass(frozen=True, slots=True)
class VersionDifference:
    """What became of the rows; each by its ordinal.

    Attributes:
        changed: (older, newer) pairs.
    """

    created: tuple[int, ...]
    changed: tuple[tuple[int, int], ...]
    unchanged: int
    vanished: tuple[int, ...]


def face_of(
    ordinal: int, table: str, row_number: int, cells: Iterable[tuple[str, str]], record: PersonRecord | None
) -> RowFace:
    """Boil a row down.

    Args:
        cells: (heading, cell) pairs, without columns that only number the rows.
        record: what was read from the row; None if it could not be read.
    """
    content = hash(frozenset((heading, cell) for heading, cell in cells if cell))
    if record is None:
        return RowFace(ordinal, content, None, None, None, None, (table, row_number))
    name, father = _plain(record.name), _plain(record.father_name or "")
    birth = record.birth.edtf if record.birth else str(record.age_years or "")
    identifier = next((f"{i.kind}:{_plain(i.value)}" for i in record.identifiers if i.value.strip()), None)
    return RowFace(
        ordinal,
        content,
        None if identifier is None else hash(identifier),
        hash((name, father, birth)),
        hash((name, father)),
        hash(name),
        None,
    )


def telling_cells(table: Mapping[str, Any], cells: Sequence[str]) -> list[tuple[str, str]]:
    """(heading, cell) of every column but those that only number the rows."""
    return [
        (heading or letter, cell)
        for heading, letter, meaning, cell in zip(
            table["headings"], table["letters"], table["meanings"], cells, strict=False
        )
        if meaning != Meaning.NUMBER
    ]


def compare_versions(older: Sequence[RowFace], newer: Sequence[RowFace]) -> VersionDifference:
    """Pair the rows of two versions, surest key first.

    Rows that share a key with several others are paired in order for the two sure keys, and not at all for the
    unsure ones: a namesake is not a new version of another person.
    """
    pairs: list[tuple[RowFace, RowFace]] = []
    for key, only_unique in _STAGES:
        found = _pair(older, newer, key, only_unique)
        pairs += found
        older_done, newer_done = {a.ordinal for a, _ in found}, {b.ordinal for _, b in found}
        older = [row for row in older if row.ordinal not in older_done]
        newer = [row for row in newer if row.ordinal not in newer_done]
    changed = sorted((a.ordinal, b.ordinal) for a, b in pairs if a.content != b.content)
    return VersionDifference(
        created=tuple(row.ordinal for row in newer),
        changed=tuple(changed),
        unchanged=len(pairs) - len(changed),
        vanished=tuple(row.ordinal for row in older),
    )


_STAGES: tuple[tuple[Callable[[RowFace], Hashable | None], bool], ...] = (
    (lambda row: row.identifier, False),
    (lambda row: row.full, False),
    (lambda row: row.parents, True),
    (lambda row: row.name, True),
    (lambda row: row.position, False),
)


def _pair(
    older: Sequence[RowFace],
    newer: Sequence[RowFace],
    key: Callable[[RowFace], Hashable | None],
    only_unique: bool,
) -> list[tuple[RowFace, RowFace]]:
    left, right = _by_key(older, key), _by_key(newer, key)
    pairs: list[tuple[RowFace, RowFace]] = []
    for value, before in left.items():
        after = right.get(value, [])
        if only_unique and (len(before) > 1 or len(after) > 1):
            continue
        # Among rows with one key, those whose cells did not change are paired first.
        same: dict[Hashable, list[RowFace]] = defaultdict(list)
        for row in after:
            same[row.content].append(row)
        kept = [(row, same[row.content].pop(0)) for row in before if same[row.content]]
        done = {a.ordinal for a, _ in kept}, {b.ordinal for _, b in kept}
        rest = zip(
            (row for row in before if row.ordinal not in done[0]),
            (row for row in after if row.ordinal not in done[1]),
            strict=False,
        )
        pairs += [*kept, *rest]
    return pairs


def _by_key(rows: Sequence[RowFace], key: Callable[[RowFace], Hashable | None]) -> dict[Hashable, list[RowFace]]:
    found: dict[Hashable, list[RowFace]] = defaultdict(list)
    for row in rows:
        if (value := key(row)) is not None:
            found[value].append(row)
    return found


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
