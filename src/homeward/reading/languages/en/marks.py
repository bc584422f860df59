"""Patterns that look for nouns which differ from text to text, made once: the nouns are marked in a copy of the text.

In: the nouns of a text, and a pattern with `MARKED` where such a noun stands. Out: what `re.Pattern.finditer` gives.
Leaves to others: which nouns they are, and the patterns (`group_words`).

To put a large pattern together takes longer than to search a report with it, so none is made for one report alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from homeward.reading.sieve import has_odd_capitals

_LOW, _OTHER = "\u01c2", "\u01c1"  # letters of no alphabet that reports are written in, without capitals
MARKED = rf"[{_LOW}{_OTHER}][\w-]*"  # one of the nouns
PLAIN = rf"[a-z{_LOW}][\w-]*"  # a word in lower case, or one of those that count as such
_TOKEN = re.compile(r"[\w-]+")
_IN_WORD = re.compile(r"[\w-]")


class Marks:
    """The nouns of one text, and words with a capital that count as if they had none; copies of texts with marks."""

    __slots__ = ("_capitals", "_last", "_nouns")

    def __init__(self, nouns: frozenset[str], capitals: frozenset[str]) -> None:
        self._nouns = nouns
        self._capitals = capitals
        self._last = ("", "", False)

    def copy(self, text: str) -> tuple[str, bool]:
        """The text, as long as before, with the first letter of each noun marked; and whether there is any."""
        last, copied, any_noun = self._last
        if last is text:
            return copied, any_noun
        any_noun = False

        def mark(match: re.Match[str]) -> str:
            nonlocal any_noun
            word: str = match.group()
            low = "a" <= word[0] <= "z" or word in self._capitals
            if word.lower() in self._nouns:
                any_noun = True
                return (_LOW if low else _OTHER) + word[1:]
            return word[0].lower() + word[1:] if low else word

        copied = _TOKEN.sub(mark, text)
        self._last = (text, copied, any_noun)
        return copied, any_noun


def can_mark(text: str, nouns: frozenset[str]) -> bool:
    """Whether marks say the same as the nouns themselves: no sign of ours in the text, no letter with odd capitals."""
    strange = _LOW in text or _OTHER in text or has_odd_capitals(text)
    return not strange and all(noun.isascii() and _TOKEN.fullmatch(noun) for noun in nouns)


@dataclass(frozen=True, slots=True)
class MarkedPattern:
    """A pattern that is searched in the marked copy; `only_nouns`: it matches nothing without a mark."""

    pattern: re.Pattern[str]
    marks: Marks
    only_nouns: bool

    def finditer(self, text: str) -> Iterator[Stretch]:
        """Its matches, in the words of the text itself."""
        copied, any_noun = self.marks.copy(text)
        if any_noun or not self.only_nouns:
            for match in self.pattern.finditer(copied):
                yield Stretch(text, match)


@dataclass(frozen=True, slots=True)
class NounPattern:
    """A pattern of one noun behind a space, `pattern` with `MARKED` for it; `plain` makes the same with the noun itself.

    What `pattern` tells from nouns must not be the noun.
    """

    noun: str
    pattern: re.Pattern[str]
    plain: Callable[[str], re.Pattern[str]]

    def finditer(self, text: str) -> Iterator[Stretch | re.Match[str]]:
        """Its matches, in the words of the text itself."""
        low = text.lower()
        if self.noun not in low and not has_odd_capitals(text):
            return
        if not can_mark(text, frozenset([self.noun])):
            yield from self.plain(self.noun).finditer(text)
            return
        copied, place = text, low.find(self.noun)
        while place >= 0:
            stop = place + len(self.noun)
            if low[place - 1 : place] == " " and not _IN_WORD.match(low, stop):
                copied = copied[:place] + _LOW + copied[place + 1 :]
            place = low.find(self.noun, stop)
        if copied is not text:
            for found in self.pattern.finditer(copied):
                yield Stretch(text, found)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A match in a marked copy, told in the words of the text itself."""

    text: str
    match: re.Match[str]

    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.match.span()

    def group(self) -> str:
        """Its words."""
        return self.text[slice(*self.match.span())]

    def groupdict(self) -> Mapping[str, str | None]:
        """The words of each named group."""
        spans = {name: self.match.span(name) for name in self.match.re.groupindex}
        return {name: self.text[start:stop] if start >= 0 else None for name, (start, stop) in spans.items()}
