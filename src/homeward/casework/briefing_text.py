"""A briefing as plain text: the very characters that are frozen, hashed, and given.

In: a language, the person's name, the days, the lines. Out: text. A page and a PDF show the same lines.
Leaves to others: what the lines say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homeward.casework import told_words
from homeward.casework.results import direction_of

_BULLET = "• "


class Section(StrEnum):
    """Under which heading a sentence stands, in the order in which they are read."""

    TAKEN_BACK = "taken_back"
    NEW = "new"
    UNCHANGED = "unchanged"
    ASKED = "asked"
    UNANSWERED = "unanswered"
    NEXT = "next"
    UNKNOWN = "unknown"


ABOUT_PERSON = frozenset({Section.TAKEN_BACK, Section.NEW, Section.UNCHANGED})
"""Sections whose every sentence cites a claim."""


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One sentence as it is given, with what stands below it.

    Attributes:
        section: empty in briefings that were frozen before there were sections.
        said_by: who said it and through whom it came, with the day and the claim's reference.
        quote: the source's own words. translation: of these words, if there is one.
    """

    section: str
    text: str
    said_by: str = ""
    quote: str = ""
    quote_language: str = ""
    translation: str = ""


@dataclass(frozen=True, slots=True)
class GivenLine:
    """A sentence with what stands below it, each with the label under which it was frozen."""

    text: str
    said_by: str = ""
    quote_label: str = ""
    quote: str = ""
    quote_language: str = ""
    translation_label: str = ""
    translation: str = ""

    @property
    def quote_direction(self) -> str:
        """Which way the source's words run."""
        return direction_of(self.quote)

    @property
    def translation_direction(self) -> str:
        """Which way the translation runs."""
        return direction_of(self.translation)


@dataclass(frozen=True, slots=True)
class Given:
    """A briefing as it was given: the frozen text again, in parts, so that it can be laid out."""

    title: str
    opening: str
    sections: tuple[tuple[str, tuple[GivenLine, ...]], ...]
    closing: tuple[str, ...]


def read_back(text: str, lines: Sequence[ToldLine]) -> Given:
    """Take a frozen text apart. Every letter shown comes from it, whatever the words of today are.

    Args:
        lines: those of which it was made, which tell where a label ends and in what language a quotation is.
    """
    head, *blocks = text.rstrip("\n").split("\n\n")
    title, _, opening = head.partition("\n")
    *sections, closing = blocks or [""]
    waiting = list(lines)
    found: list[tuple[str, tuple[GivenLine, ...]]] = []
    for block in sections:
        heading, *rest = block.split("\n")
        under: list[GivenLine] = []
        for item in _items(rest):
            sentence, below = item[0], item[1:]
            line = waiting.pop(0) if waiting and waiting[0].text == sentence else ToldLine("", sentence)
            under.append(_given(line, below))
        found.append((heading, tuple(under)))
    return Given(title, opening, tuple(found), tuple(closing.split("\n")))


def one_line(text: str) -> str:
    """A sentence without line breaks, and without signs that would turn what stands beside it."""
    return " ".join(told_words.sound(text).split())


def text_of(language: str, name: str, *, since: date | None, until: date, lines: Sequence[ToldLine]) -> str:
    """The whole briefing."""
    return "\n".join(_all(language, name, since, until, lines)) + "\n"


def opening(language: str, name: str, since: date | None, until: date) -> tuple[str, str, str]:
    """The title, as of which day, and since when."""
    return (
        told_words.heading(language, "title", name=name),
        told_words.heading(language, "until", day=told_words.day_in(language, until)),
        told_words.heading(language, "since", day=told_words.day_in(language, since))
        if since is not None
        else told_words.heading(language, "first"),
    )


def by_section(lines: Sequence[ToldLine]) -> list[tuple[Section, list[ToldLine]]]:
    """The lines under their headings; what is new has a heading also where nothing is."""
    found = []
    for section in Section:
        under = [line for line in lines if line.section == section]
        if under or section is Section.NEW:
            found.append((section, under))
    return found


def _all(language: str, name: str, since: date | None, until: date, lines: Sequence[ToldLine]) -> Iterator[str]:
    title, as_of, before = opening(language, name, since, until)
    yield one_line(title)
    yield f"{as_of} {before}"
    for section, under in by_section(lines):
        yield ""
        yield told_words.heading(language, section.value)
        if not under:
            yield f"{_BULLET}{told_words.label(language, 'nothing_new')}"
        for line in under:
            yield f"{_BULLET}{line.text}"
            if line.said_by:
                yield f"  {line.said_by}"
            if line.quote:
                yield _in_their_words(language, "their_words", line.quote)
            if line.translation:
                yield _in_their_words(language, "translation", line.translation)
    yield ""
    yield told_words.label(language, "caution")
    yield told_words.label(language, "cite")


def _in_their_words(language: str, key: str, words: str) -> str:
    return f"  {told_words.label(language, key)}: {told_words.isolated(language, one_line(words))}"


def _items(rows: Sequence[str]) -> list[list[str]]:
    found: list[list[str]] = []
    for row in rows:
        if row.startswith(_BULLET):
            found.append([row.removeprefix(_BULLET)])
        elif found:
            found[-1].append(row.strip())
    return found


def _given(line: ToldLine, below: Sequence[str]) -> GivenLine:
    rest = list(below)
    said_by = rest.pop(0) if line.said_by and rest else ""
    quote, quote_label = _words_and_label(line.quote, rest)
    translation, translation_label = _words_and_label(line.translation, rest)
    return GivenLine(line.text, said_by, quote_label, quote, line.quote_language, translation_label, translation)


def _words_and_label(words: str, rows: list[str]) -> tuple[str, str]:
    """Somebody's words as they stand in the text, and the label before them; takes the row."""
    told = told_words.without_directions(one_line(words))
    if not told or not rows:
        return told, ""
    return told, told_words.without_directions(rows.pop(0)).removesuffix(told).rstrip(": ")
