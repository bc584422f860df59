"""The faults of one file as they are kept with it: all of them up to a bound, and beyond it how many of which kind.

In: `Problem`s as a reader finds them. Out: the same as JSON for `List.problems`, and back.
Leaves to others: finding them (`exchange`). The rows themselves are never dropped: they are stored as written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from homeward.errors import Problem

# A list of 100,000 rows with a fault in each would write its faults anew with each batch of rows. Nobody reads the
# two-thousandth; the kinds and their number say what is wrong with the column.
KEPT = 2_000
_MORE = "more-problems"


@dataclass(slots=True)
class Faults:
    """Faults gathered so far."""

    kept: list[Problem] = field(default_factory=list)
    more: Counter[str] = field(default_factory=Counter)

    def add(self, problems: Iterable[Problem]) -> None:
        """Keep each, or count it by its kind once there are too many."""
        for problem in problems:
            if len(self.kept) < KEPT:
                self.kept.append(problem)
            else:
                self.more[problem.kind] += 1

    def problems(self) -> tuple[Problem, ...]:
        """All that are kept and, last, one that counts the rest."""
        return (*self.kept, *([_rest(self.more)] if self.more else []))

    def to_json(self) -> list[dict[str, Any]]:
        """For `List.problems`."""
        out = [problem.to_json() for problem in self.kept]
        return [*out, _rest(self.more).to_json() | {"counts": dict(self.more)}] if self.more else out

    @classmethod
    def from_json(cls, stored: list[dict[str, Any]]) -> Faults:
        """The inverse of `to_json`."""
        faults = cls()
        for row in stored:
            if row.get("kind") == _MORE:
                faults.more.update(row["counts"])
            else:
                faults.kept.append(Problem(**row))
        return faults


def _rest(more: Counter[str]) -> Problem:
    kinds = ", ".join(f"{count} of kind {kind}" for kind, count in more.most_common())
    return Problem(
        f"{more.total()} more faults were found and are not listed one by one ({kinds})",
        "Correct what the listed ones have in common and preview the file again.",
        kind=_MORE,
    )
