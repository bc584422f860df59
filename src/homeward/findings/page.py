"""Puts the findings page together: what stands where, in which order.

In: `Findings`. Out: one HTML text; the same findings give the same bytes. Leaves to others: the words (`words`,
`dates`), the marking of foreign text (`foreign`), the picture (`timeline`), the look (``templates/``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from itertools import islice

from django.template import Context, Engine
from django.utils.safestring import mark_safe

from homeward import __version__
from homeward.casework.results import (
    CandidateLine,
    Findings,
    GridCell,
    GridColumn,
    GridRow,
    PersonPicture,
    PictureLine,
    UnansweredLine,
    Words,
)
from homeward.findings.anchors import anchors_within, claim_id, find_anchors
from homeward.findings.dates import day_words
from homeward.findings.foreign import show_controls
from homeward.findings.timeline import gather, lay_out
from homeward.findings.words import CREDIBILITY, GRADES, LIKELIHOODS, RELIABILITY

# More would bury the few that matter: a common name easily has hundreds. What is left out is counted on the page.
_WAITING_AT_MOST = 12
# What fits side by side on A4 across with legible type; further columns follow in a table of their own.
_GRID_COLUMNS = 7


@dataclass(frozen=True, slots=True)
class _Line:
    """A claim with its place on the page and the claims that are the same word as it."""

    claim: PictureLine
    id: str
    shared_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    """One person's part of the page."""

    picture: PersonPicture
    anchors: dict[str, str]
    lines: tuple[_Line, ...]
    withdrawn: tuple[_Line, ...]


@dataclass(frozen=True, slots=True)
class _Glance:
    """One person in the small table at the top."""

    person: PersonPicture
    names: tuple[Words, ...]
    unanswered: tuple[UnansweredLine, ...]


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The candidates of one person that are shown, and how many less probable ones are not."""

    person_ref: str
    person_name: Words
    lines: tuple[CandidateLine, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _GridPart:
    """Some columns of the grid with their cells."""

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[GridRow, tuple[tuple[GridColumn, GridCell], ...]], ...]
    number: int


def render_findings(findings: Findings, *, served: bool = False) -> str:
    """The findings page: self-contained HTML, readable on screen and paper, without a request to anywhere.

    Args:
        findings: what one user may see, for one day.
        served: whether the desk's own pages stand beside it, so that it may lead back to them.

    Returns:
        The page. The same findings give the same text.
    """
    waiting, judged = _candidates(findings)
    shown = frozenset(line.ref for group in (*waiting, *judged) for line in group.lines)
    anchors = find_anchors(findings, shown)
    events = gather(findings.timeline)
    return _rendered(
        "page.html",
        findings=findings,
        title=f"{findings.case_title} · findings as of {findings.as_of.isoformat()}",
        anchors=anchors,
        style=mark_safe(style_of_findings(findings)),  # noqa: S308 — our own file, and a header escaped for CSS
        glance=[_glance(person, findings) for person in findings.people],
        events=[one.event for one in events],
        picture=lay_out(events, findings.as_of),
        people=[_person(person, anchors) for person in findings.people],
        waiting=waiting,
        judged=judged,
        waiting_count=sum(not line.verdict for line in findings.candidates),
        grid=_grid(findings),
        reliability=RELIABILITY.items(),
        credibility=CREDIBILITY.items(),
        grades=GRADES.items(),
        likelihoods=LIKELIHOODS,
        served=served,
    )


def render_person(person: PersonPicture, *, as_of: date, made_for: str, served: bool = False) -> str:
    """The picture now of one person as a page of its own, made like the findings page."""
    return _rendered(
        "one_person.html",
        person=_person(person, {}),
        title=f"{person.ref} · the picture now as of {as_of.isoformat()}",
        style=mark_safe(style_of_person(person, as_of)),  # noqa: S308 — as above
        anchors={},
        as_of=as_of,
        made_for=made_for,
        served=served,
    )


def style_of_findings(findings: Findings) -> str:
    """The style that stands in the page of these findings, so that a server can allow this one and no other."""
    return _style(f"{findings.case_title} · as of {day_words(findings.as_of)}")


def style_of_person(person: PersonPicture, as_of: date) -> str:
    """The style that stands in the page of this person."""
    return _style(f"{person.ref} · as of {day_words(as_of)}")


def _rendered(template: str, **values: object) -> str:
    context = Context({**values, "version": __version__}, use_l10n=False, use_tz=False)
    return show_controls(_engine().get_template(template).render(context))


@cache
def _engine() -> Engine:
    folder = resources.files("homeward.findings") / "templates"
    return Engine(dirs=[str(folder)], autoescape=True, builtins=["homeward.findings.markup"])


@cache
def _css() -> str:
    return (resources.files("homeward.findings") / "templates" / "page.css").read_text(encoding="utf-8")


def _style(running_header: str) -> str:
    return _css().replace("RUNNING-HEADER", _css_string(running_header[:90]))


def _css_string(text: str) -> str:
    """A text inside a CSS string: all but plain letters, digits and spaces as numbers, so that nothing can end it.

    The space after a number belongs to it: CSS swallows one.
    """
    return "".join(
        c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):06x} " for c in show_controls(text)
    )


def _glance(person: PersonPicture, findings: Findings) -> _Glance:
    return _Glance(
        person=person,
        names=_one_a_script(person.names),
        unanswered=tuple(line for line in findings.unanswered if line.person_ref == person.ref),
    )


def _one_a_script(names: Sequence[Words]) -> tuple[Words, ...]:
    """The main form and, of the others, one for each language, four at most."""
    chosen: dict[str, Words] = {}
    for name in names:
        chosen.setdefault(name.language or name.direction, name)
    return tuple(islice(chosen.values(), 4))


def _person(person: PersonPicture, anchors: dict[str, str]) -> _Person:
    sharing: dict[int, list[str]] = {}
    for line in person.lines:
        sharing.setdefault(line.independent, []).append(line.ref)

    def shown(lines: Iterable[PictureLine]) -> tuple[_Line, ...]:
        return tuple(
            _Line(
                claim=line,
                id=claim_id(person, line.ref),
                shared_with=tuple(ref for ref in sharing.get(line.independent, ()) if ref != line.ref),
            )
            for line in lines
        )

    return _Person(person, anchors_within(person, anchors), shown(person.lines), shown(person.withdrawn))


def _candidates(findings: Findings) -> tuple[list[_Candidates], list[_Candidates]]:
    waiting: dict[str, list[CandidateLine]] = {person.ref: [] for person in findings.people}
    judged: dict[str, list[CandidateLine]] = {person.ref: [] for person in findings.people}
    for line in findings.candidates:
        (judged if line.verdict else waiting).setdefault(line.person_ref, []).append(line)
    return (
        [
            _Candidates(ref, lines[0].person_name, tuple(lines[:_WAITING_AT_MOST]), len(lines[_WAITING_AT_MOST:]))
            for ref, lines in waiting.items()
            if lines
        ],
        [_Candidates(ref, lines[0].person_name, tuple(lines)) for ref, lines in judged.items() if lines],
    )


def _grid(findings: Findings) -> list[_GridPart]:
    columns = findings.grid.columns
    parts = -(-len(columns) // _GRID_COLUMNS)
    width = -(-len(columns) // max(1, parts))  # eight columns are four and four, not seven and one
    return [
        _GridPart(
            columns=columns[start : start + width],
            rows=tuple(
                (row, tuple(zip(columns, row.cells, strict=True))[start : start + width])
                for row in findings.grid.rows
            ),
            number=number,
        )
        for number, start in enumerate(range(0, len(columns), max(1, width)), start=1)
    ]
