"""A text as rows of words, each with what is known of it by itself, in its row and in the whole document.

In: the tokens of a text and the forms of its language. Out: `Row`s for the model.
Leaves to others: forms (`russian`, `hebrew`) and weights (`model`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from homeward.reading.entities.forms import Form
from homeward.reading.segment import Token

LONGEST_ROW = 120  # words that the model reads at once
_LONG_ROW = 40  # after so many a row ends with its sentence: short rows are read side by side, and so sooner
_OPENING = "«“„"
_CLOSING = "»”"
_STRAIGHT = '"'
_ENDS = ".!?…"


@dataclass(frozen=True, slots=True)
class Seen:
    """A word in its place: its form, and signs of its surroundings."""

    token: Token
    form: Form
    signs: tuple[str, ...]


Row = list[Seen]
Phrases = dict[str, list[tuple[str, ...]]]  # first lemma to the lemmas of names that begin with it


def observe(words: Sequence[Token], form_of: Callable[[str], Form], phrases: Phrases) -> list[Row]:
    """The rows of a text, in order; a row ends with its line, or at the end of a sentence after many words."""
    found: list[list[Token]] = []
    row: list[Token] = []
    for token in words:
        if token.kind == "s":
            if row and ("\n" in token.text or (len(row) > _LONG_ROW and row[-1].text in _ENDS)):
                found.append(row)
                row = []
            continue
        row.append(token)
        if len(row) >= LONGEST_ROW:
            found.append(row)
            row = []
    if row:
        found.append(row)
    rows = [[(token, form_of(token.text)) for token in row] for row in found]
    about = _About(rows)
    return [_see(row, about, phrases) for row in rows]


def _phrases(row: Sequence[Pair], phrases: Phrases) -> dict[int, str]:
    """Which words belong to a listed place of several words."""
    found: dict[int, str] = {}
    for at, (_, form) in enumerate(row):
        if not form.is_capital or at in found:
            continue
        for lemmas in phrases.get(form.lemma, ()):
            if tuple(f.lemma for _, f in row[at : at + len(lemmas)]) == lemmas:
                found |= {at: "phrase begins"} | dict.fromkeys(range(at + 1, at + len(lemmas)), "phrase goes on")
                break
    return found


Pair = tuple[Token, Form]


def _starts(row: Sequence[Pair], at: int) -> bool:
    """Whether a word stands at the beginning of a sentence or quotation, where a capital tells nothing."""
    if at == 0:
        return True
    before = row[at - 1][0].text
    if before in _ENDS:
        earlier = row[at - 2][0].text if at > 1 else ""
        return not (before == "." and len(earlier) == 1 and earlier.isupper())
    return before in _OPENING or before in _STRAIGHT or before in "-–—•*"


class _About:
    """What the whole document tells of a word."""

    def __init__(self, rows: Sequence[Sequence[Pair]]) -> None:
        self.small: set[str] = set()  # lemmas written with a small letter
        self.capital: Counter[str] = Counter()  # lemmas written with a capital where none is due
        self.after_given: set[str] = set()  # lemmas that stood right after a given name or an initial
        for row in rows:
            for at, (token, form) in enumerate(row):
                if token.kind != "w":
                    continue
                if not form.is_capital:
                    self.small.add(form.lemma)
                    continue
                if not _starts(row, at):
                    self.capital[form.stem] += 1
                initial = at > 1 and row[at - 1][0].text == "." and _is_initial(row[at - 2][0].text)
                if initial or (at and row[at - 1][1].is_given):
                    self.after_given.add(form.stem)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _see(row: Sequence[Pair], about: _About, phrases: Phrases) -> Row:
    found: Row = []
    opened = -1
    listed = _phrases(row, phrases)
    for at, (token, form) in enumerate(row):
        signs: list[str] = []
        mark = token.text
        if mark in _OPENING or (mark == _STRAIGHT and opened < 0):
            opened = at
            signs.append("q=open")
        elif opened >= 0 and (mark in _CLOSING or mark == _STRAIGHT):
            opened = -1
            signs.append("q=close")
        elif opened >= 0:
            inside = at - opened
            signs.append("q=in" if inside < 8 else "q=far")
            if inside == 1:
                signs.append("q=first")
        starts = _starts(row, at)
        if starts:
            signs.append("start")
        if token.kind == "w" and form.is_capital:
            if form.lemma in about.small:
                signs.append("twin small")
            count = about.capital[form.stem]
            if starts and count:
                signs.append("capital elsewhere")
            if count > 2:
                signs.append("often capital")
            if form.stem in about.after_given:
                signs.append("after given")
            if _is_initial(mark) and at + 1 < len(row) and row[at + 1][0].text == ".":
                signs.append("initial")
            if at and row[at - 1][1].is_capital and form.cases and (cases := row[at - 1][1].cases):
                signs.append("agrees" if cases & form.cases else "clashes")
            if at + 1 < len(row) and row[at + 1][1].is_capital and form.cases and (cases := row[at + 1][1].cases):
                signs.append("agrees next" if cases & form.cases else "clashes next")
        if at in listed:
            signs.append(listed[at])
        found.append(Seen(token, form, tuple(signs)))
    return found
