"""Short invented texts, a construction each, with what must and must not be proposed of them.

A line of a grid is `text | + kind field=value; ...` or `text | - kind`. In a value `|` parts alternatives, `+` those
who took part. Names are compared without case and article. A line that begins with `!` is known to fail; the test
fails once it no longer does, until the mark is taken away.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.example import agrees, fields_of

from homeward.reading import Document, read
from homeward.records import PartialDate

GRID = Path(__file__).parent / "grids" / "handovers_and_contacts.txt"
PUBLISHED = PartialDate.read("2024-06-07")
LINES = [line for line in GRID.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def is_met(line: str) -> bool:
    text, wanted = line.removeprefix("! ").split(" | ", 1)
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


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_a_grid_is_read_as_it_says(line: str) -> None:
    if line.startswith("! "):
        assert not is_met(line), "no longer fails: take the mark away"
    else:
        assert is_met(line)
