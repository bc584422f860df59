"""Puts the findings page together: what stands where, in which order.

In: `Findings`. Out: one HTML text; the same findings give the same bytes. Leaves to others: the words (`words`,
`dates`), the marking of foreign text (`foreign`), the picture (`timeline`), the look (``templates/``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice
from string import Formatter

from django.template import Context, Engine
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext, pgettext

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
from homeward.casework.wording import and_words
from homeward.findings.anchors import anchors_within, claim_id, find_anchors
from homeward.findings.dates import day_words, number
from homeward.findings.foreign import show_controls
from homeward.findings.timeline import gather, lay_out, mirrored
from homeward.findings.words import CREDIBILITY, GRADES, LIKELIHOODS, RELIABILITY

# More would bury the few that matter: a common name easily has hundreds. What is left out is counted on the page.
_WAITING_AT_MOST = 12
# What fits side by side on A4 across with legible type; further columns follow in a table of their own.
_GRID_COLUMNS = 7
_TITLE_ON_SHEETS = 70
# What the style leaves open: what sheets say in the language of the page, and which side its lines begin at.
_PLACES = re.compile("RUNNING-HEADER|CONFIDENTIAL|SHEET|AT-START|AT-END|IN-DIRECTION")


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
    waiting: str


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

    @property
    def number(self) -> int:
        """How many there are, shown or not."""
        return len(self.lines) + self.left_out


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
        The page, in the language that is active. The same findings give the same text.
    """
    waiting, judged = _candidates(findings)
    shown = frozenset(line.ref for group in (*waiting, *judged) for line in group.lines)
    anchors = find_anchors(findings, shown)
    events = gather(findings.timeline)
    picture = lay_out(events, findings.as_of)
    if picture is not None and get_language_bidi():
        picture = mirrored(picture)
    return _rendered(
        "page.html",
        findings=findings,
        title=gettext("{title} · findings as of {day}").format(
            title=findings.case_title, day=findings.as_of.isoformat()
        ),
        anchors=anchors,
        style=mark_safe(style_of_findings(findings)),  # noqa: S308 — our own file, and a header escaped for CSS
        glance=[_glance(person, findings) for person in findings.people],
        events=[one.event for one in events],
        picture=picture,
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


def style_of_findings(findings: Findings) -> str:
    """The style that stands in the page of these findings, so that a server can allow this one and no other."""
    title = show_controls(findings.case_title)[:_TITLE_ON_SHEETS]
    return _style(
        gettext("{title} · as of {day}").format(title=_isolated(title), day=day_words(findings.as_of)),
        gettext("Confidential"),
        pgettext("sheets of paper", "{page} of {pages}"),
    )


def _rendered(template: str, **values: object) -> str:
    around = {
        "version": __version__,
        "spoken": get_language() or "en",
        "direction": "rtl" if get_language_bidi() else "ltr",
        "comma": pgettext("between two things", ", "),
        "semicolon": pgettext("between two things", "; "),
    }
    context = Context({**values, **around}, use_l10n=False, use_tz=False)
    return show_controls(_engine().get_template(template).render(context))


@cache
def _engine() -> Engine:
    folder = resources.files("homeward.findings") / "templates"
    return Engine(
        dirs=[str(folder)], autoescape=True, builtins=["django.templatetags.i18n", "homeward.findings.markup"]
    )


@cache
def _css() -> str:
    return (resources.files("homeward.findings") / "templates" / "page.css").read_text(encoding="utf-8")


def _style(header: str, confidential: str, counted: str) -> str:
    """The style with what every printed sheet says at its edges.

    Args:
        counted: how a sheet says which it is of how many, with ``{page}`` and ``{pages}``.
    """
    start, end = ("right", "left") if get_language_bidi() else ("left", "right")
    sides = {"AT-START": start, "AT-END": end, "IN-DIRECTION": "rtl" if get_language_bidi() else "ltr"}
    texts = {"RUNNING-HEADER": _css_text(header), "CONFIDENTIAL": _css_text(confidential), "SHEET": _sheet(counted)}
    return _PLACES.sub(lambda found: {**sides, **texts}[found[0]], _css())


def _sheet(counted: str) -> str:
    """Which sheet of how many, as the value of a CSS property."""
    counters = {"page": "counter(page)", "pages": "counter(pages)"}
    pieces: list[str] = []
    for words, name, _, _ in Formatter().parse(counted):
        pieces += [_css_text(words)] if words else []
        pieces += [counters[name]] if name else []
    return " ".join(pieces)


def _isolated(text: str) -> str:
    """A text of any direction inside another, where no element can isolate it."""
    return f"\u2068{text}\u2069" if get_language_bidi() else text


def _css_text(text: str) -> str:
    """A text as a CSS string: all but plain letters, digits and spaces as numbers, so that nothing can end it.

    The space after a number belongs to it: CSS swallows one.
    """
    inside = (c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):06x} " for c in text)
    return f'"{"".join(inside)}"'


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

    return _Person(
        picture=person,
        anchors=anchors_within(person, anchors),
        lines=shown(person.lines),
        withdrawn=shown(person.withdrawn),
        waiting=_waiting(person.candidates_waiting, person.proposals_waiting),
    )


def _waiting(candidates: int, proposals: int) -> str:
    """What of one person waits to be judged, in words."""
    waiting = []
    if candidates:
        waiting.append(ngettext("{n} candidate", "{n} candidates", candidates).format(n=number(candidates)))
    if proposals:
        waiting.append(ngettext("{n} proposal", "{n} proposals", proposals).format(n=number(proposals)))
    if not waiting:
        return pgettext("waiting to be judged", "Nothing.")
    return gettext("{things} to judge").format(things=and_words(waiting))


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
