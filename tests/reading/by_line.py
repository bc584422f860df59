"""Files of short lines, each with what is expected of it: in go the files, out come their lines in bunches, a test
each, and of those lines that are not as they say all are told at once, with their places.

A line that begins with `!` is known to fail; it is told of once it no longer does, until the mark is taken away.
Leaves to others: what a line means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest

A_BUNCH = 25  # lines: a test for every one of thousands costs more than what it tests


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its mark, and where it stands."""

    path: Path
    number: int
    text: str
    known_to_fail: bool

    def __str__(self) -> str:
        return f"{self.path.name}:{self.number}: {'! ' * self.known_to_fail}{self.text}"


def read_lines(*paths: Path) -> list[Line]:
    """The lines of files, but for those that are empty or begin with `#`."""
    rows = (
        (path, *row) for path in paths for row in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    )
    return [
        Line(path, number, row.removeprefix("!").lstrip(), row.startswith("!"))
        for path, number, row in rows
        if row.strip() and not row.startswith("#")
    ]


def bunches(lines: Sequence[Line]) -> list[object]:
    """Neighbours in one file together, as parameters of a test."""
    made: list[object] = []
    for path, group in groupby(lines, key=lambda line: line.path):
        of_one = list(group)
        for start in range(0, len(of_one), A_BUNCH):
            some = of_one[start : start + A_BUNCH]
            made.append(pytest.param(some, id=f"{path.name}:{some[0].number}-{some[-1].number}"))
    return made


def check(
    lines: Sequence[Line], is_met: Callable[[Line], bool], found: Callable[[Line], object] | None = None
) -> None:
    """Fail with every line that is not as it says, and with what was `found` instead."""
    __tracebackhide__ = True
    wrong = []
    for line in lines:
        try:
            met = is_met(line)
        except Exception as error:
            error.add_note(str(line))
            raise
        if met and line.known_to_fail:
            wrong.append(f"{line}\n    is met now: take the mark away")
        elif not met and not line.known_to_fail:
            wrong.append(f"{line}\n    is not met" + (f"; found: {found(line)}" if found else ""))
    if wrong:
        pytest.fail(f"{len(wrong)} of {len(lines)} lines\n" + "\n".join(wrong), pytrace=False)
