"""Grids of short invented texts, each with what is expected of it; what is not reached yet is marked and watched."""

from pathlib import Path

import pytest
from tests.reading.by_line import Line, bunches, check, read_lines

from homeward.reading import Document, Reading, read
from homeward.reading.proposals import ProposalKind
from homeward.records import PartialDate

PUBLISHED = PartialDate("2024-06-07")
GRIDS = [
    Path(__file__).parent / "grids" / name
    for name in ("speakers.txt", "who_is_meant.txt", "relays.txt", "paths.txt", "carried.txt", "handed_on.txt")
]


def plain(name: str | None) -> str:
    words = (name or "").lower().split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def chains(reading: Reading) -> list[list[str]]:
    return [[plain(link.name) for link in s.chain[:-1]] for s in reading.statements if s.chain]


def silences(reading: Reading) -> list[str]:
    said = [p for p in reading.proposals if p.kind is ProposalKind.SILENCE and "no words for" not in p.because]
    return [plain(p.by) for p in said]


def got(kind: str, text: str) -> list[list[str]] | list[str]:
    reading = read(Document(text.replace(" ¶ ", "\n\n") + " The port was closed.", PUBLISHED, "Northern Gazette"))
    return chains(reading) if kind.endswith("chain") else silences(reading)


def fulfilled(kind: str, text: str, expectation: str) -> bool:
    found = got(kind, text)
    if kind.endswith("chain"):
        wanted = [[plain(link.strip()) for link in way.split(" > ")] for way in expectation.split(" / ")]
        here = any(way in found for way in wanted)
    elif expectation:
        here = any(plain(way.strip()) in found for way in expectation.split(" / "))
    else:
        here = bool(found)
    return here is not kind.startswith("never")


def parts(line: Line) -> list[str]:
    return [part.strip() for part in line.text.split("|")]


@pytest.mark.parametrize("lines", bunches(read_lines(*GRIDS)))
def test_lines_of_the_grids(lines: list[Line]) -> None:
    check(lines, lambda line: fulfilled(*parts(line)), found=lambda line: got(*parts(line)[:2]))


def test_who_was_quoted_as_telling_others_has_spoken_once() -> None:
    text = "Italy's ambassador was quoted by the Rome daily Il Meridiano as telling relatives that he was optimistic."
    statements = read(Document(f"{text} The port was closed.", PUBLISHED, "Northern Gazette")).statements
    assert [statement.speaker for statement in statements] == ["Italy's ambassador"]
