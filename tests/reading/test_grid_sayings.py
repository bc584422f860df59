"""Ways of saying, each in a sentence behind the same introduction: what was said must be found, and whose it was.

A line of the grid is `text with [what was said] | speaker / other name of his`; `-` where nobody is named, `never`
where nothing was said. A line that begins with `!` is known to fail; the test fails once it no longer does.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.reading.by_line import Line, bunches, check, read_lines

from homeward.reading import Document, read
from homeward.records import PartialDate

GRID = Path(__file__).parent / "grids" / "sayings.txt"
PUBLISHED = PartialDate("2024-03-14")
BEFORE = (
    "The four surveyors were taken near Orrin in January. The commander of the Orrin Brigade, Colonel Petar Vasko, "
    "was in the town on Monday.\n\n"
)
LEAST = 0.5  # share of characters that a content must have in common with what was said, of both together


def plain(name: str | None) -> str:
    return re.sub(r"^(?:the|an?) ", "", (name or "-").lower())


def places(marked: str) -> tuple[str, set[int]]:
    """The text without its brackets, and the places of the characters between them."""
    text, inside, said = "", False, set()
    for sign in marked:
        if sign in "[]":
            inside = sign == "["
        else:
            if inside and not sign.isspace():
                said.add(len(BEFORE) + len(text))
            text += sign
    return BEFORE + text, said


def found_in(marked: str) -> list[tuple[str, bool]]:
    """Who is taken to have spoken in the last paragraph, and whether in the words that are marked."""
    text, said = places(marked)
    reading = read(
        Document(text, PUBLISHED, "Tarn Valley Courier"), groups=("the four", "the surveyors"), sought_count=4
    )
    found = []
    for statement in reading.statements:
        own = {i for s in statement.content for i in range(s.start, s.stop) if not text[i].isspace()}
        if not statement.attitude and min(own) >= len(BEFORE):
            found.append((plain(statement.speaker), len(own & said) >= LEAST * len(own | said)))
    return found


def is_met(line: Line) -> bool:
    marked, wanted = (part.strip() for part in line.text.rsplit("|", 1))
    found = found_in(marked)
    if wanted == "never":
        return not found
    names = {plain(name.strip()) for name in wanted.split(" / ")}
    return any(right and speaker in names for speaker, right in found)


@pytest.mark.parametrize("lines", bunches(read_lines(GRID)))
def test_what_was_said_is_found(lines: list[Line]) -> None:
    check(lines, is_met, found=lambda line: found_in(line.text.rsplit("|", 1)[0].strip()))
