"""Finds in a document the words that somebody says stand there; what comes out is always an exact place of it.

In: a stretch of a document, and words. Out: every place where exactly these words stand.
Leaves to others: which of several places is meant (`nearest`), and whether the words mean what is said of them.

White space of any kind and length counts as one space, characters that nobody sees do not count, and quotation marks
and apostrophes of every style are one: a model that copies a text changes these and nothing is lost. Nothing else is
forgiven: no letter, case, accent, digit or dash.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

Place = tuple[int, int]

_MOST = 40  # places looked at; words that stand more often than this say nothing about where they were read
_DOUBLE = "“”„‟«»″״"
_SINGLE = "‘’‚‛′׳`ʼ"
_MARKS = _DOUBLE + _SINGLE + "\"'"
_ENDS = _MARKS + ".,;:…،؛ "
# Letters that Hebrew and Arabic write as one with the word that follows.
_JOINED = frozenset("ובלמהשכوفبلكال")


def _folded(character: str) -> str:
    if character.isspace():
        return " "
    if character in _DOUBLE:
        return '"'
    if character in _SINGLE:
        return "'"
    return "" if unicodedata.category(character) == "Cf" else character


class Quotable:
    """A stretch of a document in which quotes are looked for."""

    def __init__(self, text: str, start: int = 0, stop: int | None = None) -> None:
        self.text = text
        self.start = start
        self.stop = len(text) if stop is None else stop
        letters: list[str] = []
        places: list[int] = []
        for place in range(self.start, self.stop):
            letter = _folded(text[place])
            if letter and not (letter == " " and letters and letters[-1] == " "):
                letters.append(letter)
                places.append(place)
        self._plain = "".join(letters)
        self._places = places

    def find(self, quote: str) -> list[Place]:
        """Every place where these words stand, whole words only; without marks and stops at their ends if need be."""
        words = "".join(map(_folded, quote)).strip()
        words = " ".join(words.split())
        found = self._occurrences(words)
        if not found:
            bare = words.strip(_ENDS)
            found = self._occurrences(bare) if bare != words else []
        return found

    def _occurrences(self, words: str) -> list[Place]:
        if len(words) > len(self._plain) or not any(letter.isalnum() for letter in words):
            return []
        return list(islice(self._all(words), _MOST))

    def _all(self, words: str) -> Iterator[Place]:
        at = self._plain.find(words)
        while at >= 0:
            after = at + len(words)
            if self._whole(at, after):
                yield self._places[at], self._places[after - 1] + 1
            at = self._plain.find(words, at + 1)

    def _whole(self, at: int, after: int) -> bool:
        """Whether no word is cut: "held" does not stand in "withheld"."""
        plain = self._plain
        if after < len(plain) and _one_word(plain[after - 1], plain[after]):
            return False
        if at == 0 or not _one_word(plain[at - 1], plain[at]):
            return True
        begin = at
        while begin > 0 and plain[begin - 1] in _JOINED and at - begin < 4:
            begin -= 1
        return begin < at and (begin == 0 or not plain[begin - 1].isalnum())


# Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean: no space tells where a word ends.
_UNPARTED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)


def _one_word(before: str, after: str) -> bool:
    """Whether two letters side by side belong to one word."""
    return (_parted(before) and _parted(after)) or unicodedata.combining(after) > 0


def _parted(letter: str) -> bool:
    return letter.isalnum() and (letter.isdecimal() or not _UNPARTED.match(letter))


def nearest(places: Sequence[Place], to: Place) -> Place:
    """The one of several places that is closest to another; of two as close, the one before it."""
    return min(places, key=lambda p: (max(p[0] - to[1], to[0] - p[1], 0), p[0]))


def together(pivot: Place, others: Sequence[Sequence[Place]]) -> tuple[int, list[Place]]:
    """For each of the others the place nearest to `pivot`, and how many characters all of them stretch over."""
    chosen = [nearest(places, pivot) for places in others]
    start = min([pivot[0], *(p[0] for p in chosen)])
    stop = max([pivot[1], *(p[1] for p in chosen)])
    return stop - start, chosen


def trimmed(text: str, place: Place) -> Place:
    """The place without quotation marks, white space and stops around its words."""
    start, stop = place
    while start < stop and text[start] in _ENDS + "\n\r\t\u00a0":
        start += 1
    while stop > start and text[stop - 1] in _ENDS + "\n\r\t\u00a0":
        stop -= 1
    return start, stop
