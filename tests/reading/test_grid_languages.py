"""Short invented Hebrew, Arabic and Russian texts, a construction each, with what must and must not be read in them.

A line of a grid is `text | + kind field=value; ...` or `text | - kind`. In a value `|` parts alternatives, `+` those
who took part; `said` is a statement, its `chain` speaker and relays without the publisher. ¶ parts paragraphs.
A line that begins with `!` is known to fail; the test fails once it no longer does, until the mark is taken away.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.by_line import Line, bunches, check, read_lines
from tests.reading.example import fields_of

from homeward.reading import Document, Reading, read
from homeward.records import PartialDate, Polarity

GRIDS = Path(__file__).parent / "grids"
PUBLISHED = PartialDate.read("2024-06-07")
CASES = {
    "he": ("העמק", ("ימאי הסטלה", "שמונת הימאים")),
    "ar": ("صحيفة الوادي", ("بحارة النورس", "البحارة الثمانية")),
    "ru": ("Северный вестник", ("моряки «Стеллы»", "восемь моряков")),
}


def folded(name: str) -> str:
    return name.strip().casefold().replace("ё", "е").removeprefix("ה").removeprefix("ال").strip('«»"')


def texts_of(said: object) -> dict[str, str]:
    chain = " > ".join(link.name for link in said.chain[:-1])  # type: ignore[attr-defined]
    return {"chain": chain, "content": " / ".join(s.text for s in said.content)}  # type: ignore[attr-defined]


def found_in(reading: Reading, kind: str) -> list[dict[str, str]]:
    if kind == "said":
        return [texts_of(s) for s in reading.statements if not s.attitude]
    fields = [(fields_of(p), p) for p in reading.proposals if p.kind.value == kind]
    explicit = [(f, p) for f, p in fields if kind != "silence" or p.because.startswith("explicit")]
    return [f | {"refused": "yes" if p.polarity is Polarity.DENIES else "no"} for f, p in explicit]


def agrees(field: str, wanted: str, found: dict[str, str]) -> bool:
    if field == "chain":
        ways = [[folded(link) for link in way.split(" > ")] for way in wanted.split("|")]
        return [folded(link) for link in found["chain"].split(" > ")] in ways
    if field != "with":
        return folded(found[field]) in {folded(w) for w in wanted.split("|")}
    took_part = {folded(n) for n in found["participants"].split(" + ")}
    sides = [{folded(n) for n in side.split("|")} for side in wanted.split(" + ")]
    return len(took_part) == len(sides) and all(side & took_part for side in sides)


def is_met(line: Line) -> bool:
    language = line.path.name[:2]
    text, wanted = line.text.split(" | ", 1)
    sign, kind, *rest = wanted.split(" ", 2)
    fields = dict(pair.split("=", 1) for pair in (rest[0].split("; ") if rest else ()))
    publisher, groups = CASES[language]
    document = Document(text.replace(" ¶ ", "\n\n"), PUBLISHED, publisher, language=language)
    found = found_in(read(document, groups=groups, sought_count=8), kind)
    return any(all(agrees(f, w, one) for f, w in fields.items()) for one in found) is (sign == "+")


FILES = [file for code in CASES for file in sorted(GRIDS.glob(f"{code}*.txt"))]


@pytest.mark.parametrize("lines", bunches(read_lines(*FILES)))
def test_lines_of_a_grid_are_read_as_they_say(lines: list[Line]) -> None:
    check(lines, is_met)
