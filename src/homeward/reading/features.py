"""What the tagger is told of each word of a text: its form, its letters, what tables say of it, and the quotation.

In: a text. Out: `Words`: tokens with their places and, for each, the numbers that the network looks up.
Leaves to others: the network (`tagger`) and its training (`training/reading`).

Typographic forms are made one before anything is looked up: all quotation marks, all apostrophes, all dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from homeward.names import listed_kinds
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.dates import MONTHS, WEEKDAYS
from homeward.reading.segment import paragraphs

LONGEST_WINDOW = 200  # tokens that the network sees at once; paragraphs are joined up to it
BUCKETS = 12_288  # of hashed stretches of letters
STRETCHES = 10  # of letters, at most, that are looked up for one word
CONTEXTS = 8  # states of `Words.contexts`
BREAK = "\n"  # the token between two paragraphs

_TOKEN = re.compile(
    r"[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[^\W\d_]+(?:[-־][^\W\d_]+)*"
    r"|\d+(?:[.,:/-]\d+)*|''|``|\.\.+|[^\w\s]|_+"
)
_ONE_FORM = str.maketrans(dict.fromkeys("“”„«»״", '"') | dict.fromkeys("‘’‚‹›`", "'") | dict.fromkeys("–—―−", "-"))
_QUOTES = {'"', "''", "``"}


@dataclass(slots=True)
class Words:
    """The tokens of one window.

    Attributes:
        starts, stops: (tokens,), characters of the document.
        forms: each token's written form, made one.
        contexts: (tokens,), int8: 0 outside and 1 inside a quotation, 2 the first token of a paragraph outside and
            3 inside one, 4 an opening and 5 a closing mark, 6 the break between paragraphs, 7 not used.
    """

    starts: npt.NDArray[np.int64]
    stops: npt.NDArray[np.int64]
    forms: list[str]
    contexts: npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Form:
    """A token's form as numbers: word (0 unknown), hashed stretches of letters, signs (see `SIGNS`)."""

    word: int
    stretches: tuple[int, ...] = field(default=())
    signs: tuple[int, ...] = field(default=())


def windows(text: str) -> list[Words]:
    """The text in windows of whole paragraphs, a long paragraph alone and cut at the end of a sentence."""
    found: list[Words] = []
    row: list[tuple[int, int, str, int]] = []
    for piece in _pieces(text):
        if row and len(row) + 1 + len(piece) > LONGEST_WINDOW:
            found.append(_window(row))
            row = []
        if row:
            row.append((row[-1][1], row[-1][1], BREAK, 6))
        row += piece
    if row:
        found.append(_window(row))
    return found


def _window(row: list[tuple[int, int, str, int]]) -> Words:
    starts, stops, forms, contexts = zip(*row, strict=True)
    return Words(np.array(starts), np.array(stops), list(forms), np.array(contexts, np.int8))


def _pieces(text: str) -> Iterator[list[tuple[int, int, str, int]]]:
    """Paragraphs, the longest in parts, as tokens with their context."""
    open_before = False
    for part in paragraphs(text):
        row: list[tuple[int, int, str, int]] = []
        inside = False
        for match in _TOKEN.finditer(text, part.start, part.stop):
            raw = match.group()
            form = raw.translate(_ONE_FORM)
            if form in _QUOTES:
                opens = raw in "“„«``" if raw in "“”„«»``" else not inside
                if not row and open_before:
                    opens = True
                inside = opens
                row.append((match.start(), match.end(), '"', 4 if opens else 5))
            else:
                row.append((match.start(), match.end(), form, (1 if inside else 0) + (0 if row else 2)))
        open_before = inside
        while len(row) > LONGEST_WINDOW:
            cut = LONGEST_WINDOW
            for at in range(LONGEST_WINDOW - 1, LONGEST_WINDOW // 2, -1):
                if row[at][2] in (".", "!", "?"):
                    cut = at + 1 + (at + 1 < len(row) and row[at + 1][3] == 5)
                    break
            cut = min(cut, LONGEST_WINDOW)
            yield row[:cut]
            row = row[cut:]
        if row:
            yield row


# --- what a form is ---------------------------------------------------------------------------------------------

_ATTITUDES = frozenset(
    w.split(
        "want wants wanted wanting hope hopes hoped hoping fear fears feared fearing believe believes "
        "believed believing "
        "think thinks thought thinking expect expects expected expecting plan plans planned planning intend intends "
        "intended support supports supported supporting oppose opposes opposed opposing favor favors favored favour "
        "favours favoured wish wishes wished doubt doubts doubted suspect suspects suspected know knows knew known "
        "consider considers considered agree agrees agreed disagree disagrees disagreed decide decides decided feel "
        "feels felt worry worries worried regret regrets regretted prefer prefers preferred accept accepts accepted "
        "refuse refuses refused refusing welcome welcomes welcomed back backs backed seek seeks "
        "sought aim aims aimed "
        "predict predicts predicted assume assumes assumed conclude concludes understand understands understood"
    )
)
_NOUNS = frozenset(
    w.split(
        "claim claims allegation allegations statement statements suggestion suggestions assertion "
        "assertions promise "
        "promises pledge pledges vow vows warning warnings demand demands call calls appeal appeals accusation "
        "accusations charge charges denial denials complaint complaints comment comments remark remarks argument "
        "arguments belief hope hopes fear fears concern concerns announcement admission confession "
        "question questions "
        "view views opinion idea notion proposal proposals plan plans criticism response reply answer threat threats "
        "estimate estimates prediction predictions report reports rumor rumors rumour rumours speech "
        "letter interview "
        "testimony decision recommendation request requests"
    )
)
_TABLES: tuple[tuple[str, frozenset[str]], ...] = (
    ("speech", frozenset(w.SAYING)),
    ("citing", w.CITING | {"according", "per"}),
    ("attitude", _ATTITUDES),
    ("noun of speech", _NOUNS | w.UTTERANCES),
    ("body", w.BODY_HEADS),
    ("person", w.TRAINED_PERSON_HEADS),
    ("source", w.SOURCE_HEADS),
    ("medium", w.TRAINED_MEDIUM_HEADS | w.KNOWN_MEDIA | w.REPORT_HEADS),
    ("title", w.TITLES),
    ("pronoun", w.PRONOUNS | {"you", "who", "him", "her", "them", "us", "me"}),
    ("preposition", w.PREPOSITIONS),
    ("auxiliary", w.AUXILIARIES | w.BE | w.MODALS | {"'s", "'ve", "'ll", "'d", "n't"}),
    ("conjunction", w.CONJUNCTIONS | w.RELATIVES | {"that", "if", "whether"}),
    ("determiner", w.DETERMINERS),
    ("negation", w.NEGATIONS),
    (
        "date",
        frozenset(WEEKDAYS) | frozenset(MONTHS) | {"yesterday", "today", "tomorrow", "week", "month", "year"},
    ),
)
_SHAPES = (
    "capital", "capitals", "inner capital", "number", "year", "mark", "one letter", "hyphen", "nation", "-ed", "-ing",
    "-ly", "-s", "given name", "family name", "not Latin",
)  # fmt: skip
SIGNS: tuple[str, ...] = tuple(name for name, _ in _TABLES) + _SHAPES
_SIGN = {name: number for number, name in enumerate(SIGNS)}


_IN_TABLES: dict[str, tuple[int, ...]] = {}
for _number, (_, _table) in enumerate(_TABLES):
    for _word in _table:
        _IN_TABLES[_word] = (*_IN_TABLES.get(_word, ()), _number)


def signs_of(form: str) -> tuple[int, ...]:
    """The signs of a written form, as numbers into `SIGNS`."""
    low = form.lower()
    kinds = listed_kinds(form) if form[:1].isupper() else frozenset()
    found = list(_IN_TABLES.get(low, ()))
    letters = form.isalpha() or "-" in form
    tests = {
        "capital": form[:1].isupper(),
        "capitals": len(form) > 1 and form.isupper(),
        "inner capital": letters and not form[1:].islower() and len(form) > 2 and not form.isupper(),
        "number": form[:1].isdecimal(),
        "year": len(form) == 4 and form.isdecimal() and form[:2] in ("19", "20"),
        "mark": not any(c.isalnum() for c in form),
        "one letter": len(form) == 1 and form.isalpha(),
        "hyphen": "-" in form and len(form) > 1,
        "nation": bool(form[:1].isupper() and w.ADJECTIVES_OF_NATIONS.search(low)),
        "-ed": low.endswith("ed"),
        "-ing": low.endswith("ing"),
        "-ly": low.endswith("ly"),
        "-s": low.endswith("s") and len(low) > 3,
        "given name": bool(kinds & frozenset("mfg")),
        "family name": "s" in kinds,
        "not Latin": letters and not low.isascii() and all(ord(c) > 0x24F for c in low if c.isalpha()),
    }
    return tuple(found + [_SIGN[name] for name, holds in tests.items() if holds])


def stretches_of(form: str) -> tuple[int, ...]:
    """Hashed stretches of letters of a form in lower case: its beginnings and ends, then all threes."""
    low = re.sub(r"\d", "0", form.lower())
    edged = f"^{low}$"
    parts = [edged[:3], edged[:4], edged[-3:], edged[-4:], edged[-5:]]
    parts += [edged[at : at + 3] for at in range(1, max(1, len(edged) - 3))]
    seen = list(dict.fromkeys(p for p in parts if len(p) > 1))
    return tuple(_hash(part) for part in seen[:STRETCHES])


@lru_cache(maxsize=32_768)
def _hash(part: str) -> int:
    """FNV-1a of the letters: the same on every machine and run."""
    value = 2166136261
    for letter in part.encode():
        value = ((value ^ letter) * 16777619) & 0xFFFFFFFF
    return 1 + value % (BUCKETS - 1)


def known_as(form: str) -> str:
    """The form under which a word stands in the vocabulary: lower case, each digit a 0."""
    return re.sub(r"\d", "0", form.lower())
