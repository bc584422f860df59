"""Short invented texts, a construction each, with what must and must not be proposed of them.

A line of a grid is `text | + kind field=value; ...` or `text | - kind`. In a value `|` parts alternatives, `+` those
who took part. Names are compared without case and article. A line that begins with `!` is known to fail; the test
fails once it no longer does, until the mark is taken away.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.by_line import Line, bunches, check, read_lines
from tests.reading.example import agrees, fields_of

from homeward.reading import Document, read
from homeward.records import PartialDate

GRID = Path(__file__).parent / "grids" / "handovers_and_contacts.txt"
PUBLISHED = PartialDate.read("2024-06-07")


def is_met(line: Line) -> bool:
    text, wanted = line.text.split(" | ", 1)
    sign, kind, *rest = wanted.split(" ", 2)
    fields = dict(pair.split("=", 1) for pair in (rest[0].split("; ") if rest else ()))
    reading = read(
        Document(text, PUBLISHED, "Northern Gazette", language="en"),
        groups=("hostages", "captives", "missing sailors", "crew of the Alma"),
        sought_count=8,
    )
    proposals = [fields_of(p) for p in reading.proposals]
    found = any(p["proposal"] == kind and all(agrees(f, w, p) for f, w in fields.items()) for p in proposals)
    return found is (sign == "+")


@pytest.mark.parametrize("lines", bunches(read_lines(GRID)))
def test_lines_of_a_grid_are_read_as_they_say(lines: list[Line]) -> None:
    check(lines, is_met)
