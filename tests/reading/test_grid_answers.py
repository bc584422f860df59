"""Short texts with the answer or commitment to be read in each; those marked "!" are not read yet."""

from pathlib import Path

import pytest
from tests.reading.by_line import Line, bunches, check, read_lines

from homeward.names import Spotter
from homeward.reading import Document, Proposal, read
from homeward.records import ClaimSubject, PartialDate, Polarity

GRID = Path(__file__).parent / "grids" / "answers_and_promises.txt"
SOUGHT = Spotter([("dana", ["Dana Mirell"]), ("ilan", ["Ilan Tessa"])])


def proposals_of(text: str) -> list[Proposal]:
    document = Document(text, PartialDate.read("2024-06-07"), "Northern Gazette", language="en")
    return list(read(document, sought=SOUGHT, groups=("crew of the Alma", "the eight"), sought_count=8).proposals)


def _kind(p: Proposal) -> str:
    if p.kind.value == "claim" and p.subject is ClaimSubject.ACKNOWLEDGEMENT and p.polarity is Polarity.ASSERTS:
        return "answer"
    return p.kind.value


def _fields(p: Proposal) -> dict[str, str]:
    code = p.answer_code.value if p.answer_code else "holds" if p.kind.value == "claim" else ""
    due = p.due.value.edtf if p.due else "none"
    return {"by": p.by or p.chain[0].name, "to": p.to or "", "code": code, "due": due}


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ")


def met(expectation: str, proposals: list[Proposal]) -> bool:
    """Whether what a line expects was read: kind, then a code, then ``field=value | value``; or ``no kind``."""
    head, *pairs = expectation.split("; ")
    kind, _, code = head.partition(" ")
    if kind == "no":
        return all(_kind(p) != code for p in proposals)
    wanted = {"code": code} if code else {}
    refused = "refused" in pairs
    wanted |= dict(pair.split("=", 1) for pair in pairs if pair != "refused")
    return any(
        _kind(p) == kind
        and (kind == "answer" or (p.polarity is Polarity.DENIES) is refused)
        and all(_plain(_fields(p)[k]) in map(_plain, v.split(" | ")) for k, v in wanted.items())
        for p in proposals
    )


def is_met(line: Line) -> bool:
    text, expectation = line.text.split(" | ", 1)
    return met(expectation, proposals_of(text))


@pytest.mark.parametrize("lines", bunches(read_lines(GRID)))
def test_lines_of_the_grid_are_read_as_marked(lines: list[Line]) -> None:
    check(lines, is_met)
