"""Which recorded parties speak for one another: a party that was recorded twice, a body and its parts.

In: the parties of a case, those included that a user may not see. Out: whether an answer of the one is an answer of
the other. Leaves to others: what counts as one source (`ground.party_of`), showing anybody's name.

A party is recorded a second time by somebody who may not see the first (`twins`), and a report names the office that
answered for the body that was asked. Neither may leave a hand-over unanswered that was answered.
"""

from __future__ import annotations

from collections.abc import Iterable

from homeward.casework.independence import fold
from homeward.casework.models import Case, Party

Row = tuple[int, str, int | None]
"""A party: its id, its name, and the id of the body that it is part of."""


class Sides:
    """The parties of a case by the bodies that they are part of."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take the parties, in the order in which they were entered."""
        first: dict[str, int] = {}
        parents: list[tuple[int, int]] = []
        self._one: dict[int, int] = {}
        for pk, name, parent in rows:
            self._one[pk] = first.setdefault(fold(name), pk)
            if parent is not None:
                parents.append((pk, parent))
        self._bodies: dict[int, set[int]] = {}
        for pk, parent in parents:
            self._bodies.setdefault(self._one[pk], set()).add(self._one.get(parent, parent))

    @classmethod
    def of(cls, case: Case) -> Sides:
        """Those of a case, by one query."""
        return cls(Party.objects.filter(case=case).order_by("pk").values_list("pk", "name", "parent"))

    def one(self, party: int | None) -> int | None:
        """Of a party that was recorded several times, the one that was first; the same for all of them."""
        return None if party is None else self._one.get(party, party)

    def speak_for(self, one: int, other: int) -> bool:
        """Whether they are one party, or the one is part of the other, through however many bodies."""
        first, second = self._one.get(one, one), self._one.get(other, other)
        return first == second or second in self._above(first) or first in self._above(second)

    def _above(self, party: int) -> set[int]:
        found: set[int] = set()
        todo = [party]
        while todo:
            new = self._bodies.get(todo.pop(), set()) - found
            found |= new
            todo += new
        return found
