"""What the Working Group on Enforced or Involuntary Disappearances asks for at least, as a document to send.

In: what a desk tells of each person. Out: a plain text in English; and which of the minimum elements are not told.
Leaves to others: what may leave (`casework`). The Working Group takes no file of a fixed form: the text is what a
person would write under its headings, and may be pasted into its own form.

The elements are those that it names as the least with which it takes up a case: the full name; the year, month and
day; the place of arrest or where the person was last seen; who is believed to be responsible; what relatives have
done; and who submits the case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

_NOT_TOLD = "not known, or not told"


class Element(StrEnum):
    """One of the minimum elements."""

    NAME = "name"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    PLACE = "place"
    RESPONSIBLE = "responsible"
    ACTION = "action"
    SUBMITTER = "submitter"


@dataclass(frozen=True, slots=True)
class WgeidCase:
    """What is told of one person.

    Attributes:
        about: further lines on who the person is, each a label and words.
        date: of the arrest, abduction or last sight, as ISO 8601 tells it: 2030, 2030-11 or 2030-11-02; or in words.
        confidential: whoever submits asks not to be named by the Working Group.
        reports: what is said of the person since, each with its source.
    """

    name: str
    date: str = ""
    place: str = ""
    responsible: str = ""
    action: str = ""
    submitter: str = ""
    confidential: bool = False
    about: tuple[tuple[str, str], ...] = ()
    reports: tuple[str, ...] = field(default=())


def missing(case: WgeidCase) -> tuple[Element, ...]:
    """The minimum elements that are not told."""
    parts = case.date.split("-") if _is_date(case.date) else []
    told = {
        Element.NAME: bool(case.name.strip()),
        Element.YEAR: len(parts) > 0,
        Element.MONTH: len(parts) > 1,
        Element.DAY: len(parts) > 2,
        Element.PLACE: bool(case.place.strip()),
        Element.RESPONSIBLE: bool(case.responsible.strip()),
        Element.ACTION: bool(case.action.strip()),
        Element.SUBMITTER: bool(case.submitter.strip()),
    }
    return tuple(element for element in Element if not told[element])


def write_wgeid(cases: Sequence[WgeidCase]) -> bytes:
    """The document: for each person the elements in order, then who they are, then what is said of them."""
    parts = ["Submission to the Working Group on Enforced or Involuntary Disappearances\n"]
    if len(cases) > 1:
        parts.append(f"Persons: {len(cases)}\n")
    for number, case in enumerate(cases, start=1):
        lines = [
            f"{number}. {_line(case.name)}",
            "",
            _element("Full name", case.name),
            *(f"{label}: {_line(words)}" for label, words in case.about if words),
            _element("Date of arrest, abduction or last sight", case.date),
            _element("Place of arrest or abduction, or where the person was last seen", case.place),
            _element("Those believed to be responsible", case.responsible),
            _element("Action taken by relatives or others to find the person", case.action),
            _element("Submitted by", case.submitter),
        ]
        if case.confidential:
            lines.append("Whoever submits asks that their identity be kept confidential.")
        if case.reports:
            lines += ["", "What is said of the person. Each line is somebody's word, not a finding of ours:"]
            lines += [f"- {_line(said)}" for said in case.reports]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts).encode("utf-8", "replace")


def _element(label: str, words: str) -> str:
    return f"{label}: {_line(words) or _NOT_TOLD}"


def _line(words: str) -> str:
    return " ".join(words.split())


def _is_date(text: str) -> bool:
    parts = text.split("-")
    return (
        len(parts) <= 3
        and all(part.isdecimal() for part in parts)
        and [len(p) for p in parts]
        in (
            [4],
            [4, 2],
            [4, 2, 2],
        )
    )
