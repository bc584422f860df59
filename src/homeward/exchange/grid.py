"""A sheet as rows of texts, whatever file it came from: what readers of formats hand to `tables`.

In: nothing. Out: `RawRow`, `Grid`, and how a cell's value is written as text.
Leaves to others: reading files (`workbook`, `delimited`), finding tables in a grid (`tables`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Protocol

from homeward.errors import Problem

Area = tuple[int, int, int, int]  # first row, first column, last row, last column; rows from 1, columns from 0


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands in the file.

    Attributes:
        number: 1-based, as a spreadsheet shows it.
        cells: every cell as text, untouched, from the table's first column to its last.
    """

    number: int
    cells: tuple[str, ...]


class Grid(Protocol):
    """A sheet that can be read more than once."""

    @property
    def name(self) -> str:
        """The sheet's name; the file's for a delimited file."""

    @property
    def row_count(self) -> int | None:
        """How many rows there are, if that is known before reading."""

    @property
    def merged(self) -> tuple[Area, ...]:
        """Cells drawn as one."""

    def rows(self) -> Iterator[RawRow]:
        """Every row from the first, empty ones included, cells from column A."""


@dataclass(slots=True)
class ProblemList:
    """Faults of one file in order; of each kind only the first so many singly, the rest as a count."""

    most: int
    _kept: list[Problem] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    def add(self, problem: Problem) -> None:
        """Note a fault."""
        count = self._counts[problem.kind] = self._counts.get(problem.kind, 0) + 1
        if count <= self.most:
            self._kept.append(problem)

    def all(self) -> tuple[Problem, ...]:
        """The faults, and one more for each kind of which there were too many to list."""
        further = [
            Problem(
                f"{count - self.most:,} more faults of the kind listed above",
                "Correct the ones listed and bring the file again to see the rest.",
                kind=kind,
            )
            for kind, count in self._counts.items()
            if count > self.most
        ]
        return (*self._kept, *further)


def cell_text(value: object) -> str:
    """A cell's value as text: 12345.0 as 12345, a day without a time as an ISO date, no zone applied."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e18 else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return value.date().isoformat() if midnight else value.replace(tzinfo=None).isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return str(value)


def column_letter(index: int) -> str:
    """0 as A, 26 as AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
