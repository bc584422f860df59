"""Short invented texts, a construction each, with the event that must or must not be read in each.

A line of the grid is `text | + kind field=value; ...` or `text | - kind`. In a value `|` parts alternatives, `+`
those who took part. Names are compared without case and article. A line that begins with `!` is not read yet: the
test fails once it is, until the mark is taken away.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.by_line import Line, bunches, check, read_lines
from tests.reading.example import agrees, fields_of

from homeward.names import Spotter
from homeward.reading import Document, Proposal, read
from homeward.records import ClaimSubject, PartialDate, Polarity

GRIDS = Path(__file__).parent / "grids"
SOUGHT = Spotter([("dana", ["Dana Mirell"]), ("ilan", ["Ilan Tessa"])])
GROUPS = ("crew of the Alma", "the eight", "hostages", "nurses", "divers", "captives")


def told(p: Proposal) -> dict[str, str]:
    """A proposal's fields, with whose it is where only the chain tells; what is acknowledged is an answer."""
    fields = fields_of(p)
    fields["by"] = fields["by"] or fields["chain"].split(" > ")[0]
    fields["refused"] = "yes" if p.polarity is Polarity.DENIES else "no"
    if p.subject is ClaimSubject.ACKNOWLEDGEMENT and p.polarity is Polarity.ASSERTS:
        fields |= {"proposal": "answer", "code": "holds"}
    return fields


def read_events(text: str) -> list[dict[str, str]]:
    document = Document(text, PartialDate.read("2024-06-07"), "Northern Gazette", language="en")
    return [told(p) for p in read(document, sought=SOUGHT, groups=GROUPS, sought_count=8).proposals]


def is_met(line: Line) -> bool:
    text, wanted = line.text.split(" | ", 1)
    sign, kind, *rest = wanted.split(" ", 2)
    fields = dict(pair.split("=", 1) for pair in (rest[0].split("; ") if rest else ()))
    if kind == "commitment":
        fields.setdefault("refused", "no")
    if sign == "-":
        fields = {}
    found = any(p["proposal"] == kind and all(agrees(f, w, p) for f, w in fields.items()) for p in read_events(text))
    return found is (sign == "+")


@pytest.mark.parametrize(
    "lines",
    bunches(read_lines(*(GRIDS / name for name in ("events.txt", "took_part.txt", "promises_and_contacts.txt")))),
)
def test_lines_of_the_grid_are_read_as_they_say(lines: list[Line]) -> None:
    check(lines, is_met)
