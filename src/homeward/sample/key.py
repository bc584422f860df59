"""The sample's answer key: which row of which list is which of the eight, and which rows only seem to be.

In: the parsed truth.json. Out: `Key`. Rows are numbered as a spreadsheet shows them.
Leaves to others: opening the file (`homeward.sample`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Namesake:
    """A row that is not the person, and how it differs."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class Key:
    """By list and person: the rows that are that person, and the near-namesakes."""

    people: Mapping[tuple[str, str], tuple[int, ...]]
    namesakes: Mapping[tuple[str, str], tuple[Namesake, ...]]

    @classmethod
    def read(cls, data: dict[str, Any]) -> Key:
        """From the parsed JSON."""
        lists: dict[str, Any] = data["lists"]
        return cls(
            {(file, who): tuple(rows) for file, part in lists.items() for who, rows in part["people"].items()},
            {
                (file, who): tuple(Namesake(found["row"], found["why"]) for found in rows)
                for file, part in lists.items()
                for who, rows in part["namesakes"].items()
            },
        )

    def rows_of(self, file: str, person: str) -> tuple[int, ...]:
        """The rows of a list that are the person; empty if the person is not in it."""
        return self.people.get((file, person), ())

    def namesakes_of(self, file: str, person: str) -> tuple[Namesake, ...]:
        """The rows of a list that resemble the person and are somebody else."""
        return self.namesakes.get((file, person), ())
