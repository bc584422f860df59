"""Which words of a document are people's names, where no capitals and no list say so.

In: the text of a document, the tables of its language. Out: `Named`: places and words.
Leaves to others: the trained reader of names (`homeward.reading.entities`), phrases (`phrases`).

A word that nothing explains and that speaks by itself ("Rasil said that") is a family name where the document has it
a second time behind another word that nothing explains ("deputy minister Tamer Rasil").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

Place = tuple[int, int]
_WORD = re.compile(r"[^\W\d_]+(?:[\"״'׳’\-־](?=[^\W\d_])[^\W\d_]+)*['׳]?|[^\s\w]|\d+")
_LEAST = 3  # letters of a word that is learnt
_FULL = re.compile(
    r"(?:(,|[\w\"״'׳]+) )?(?<![\w\"״'׳])([א-ת][א-ת'׳-]+) ([ושהבלמכ][א-ת'׳-]+)(?=[,.:;)]| [ומ][א-ת]| [א-ת]{2,}ה?,)"
)
_MOST = 400  # names learnt from one document


@dataclass(frozen=True, slots=True)
class Named:
    """Places of people's names in a document, in order, and the words that they are made of."""

    starts: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()
    words: frozenset[str] = frozenset()

    def around(self, start: int, stop: int) -> Place | None:
        """The name that holds the end of a word."""
        at = bisect_right(self.starts, stop - 1) - 1
        return self.places[at] if at >= 0 and start < self.places[at][1] >= stop else None


def learn_joined(text: str, are_a_name: Callable[[str, str, str], bool], speaks: Callable[[str], bool]) -> set[str]:
    """Family names that begin like a letter written on to a word, "Shami" as "that my mother", "Wali" as "and to me".

    The text has them behind a given name and before a mark, "from" or "and", and a second time alone beside a verb of speech.
    """
    found: set[str] = set()
    for match in _FULL.finditer(text):
        word = match[3]
        if word in found or len(word) <= _LEAST or not are_a_name(match[1] or ".", match[2], word):
            continue
        after = re.compile(rf"(?<![\w\"״]){re.escape(word)} ([א-ת]+)|([א-ת]+) {re.escape(word)}(?=[.,:;]| כי| ש)")
        if any(m.start() != match.start(3) and speaks(m[1] or m[2]) for m in after.finditer(text)):
            found.add(word)
        if len(found) > _MOST:
            break
    return found


def named(places: Iterable[Place], words: Iterable[str]) -> Named:
    """The names at these places, and these words wherever they stand."""
    ordered = tuple(sorted(places))
    return Named(tuple(p[0] for p in ordered), ordered, frozenset(words))


def learn_names(text: str, is_plain: Callable[[str], bool], speaks: Callable[[str], bool]) -> set[str]:
    """Words of full names of which the text shows the family name as a speaker.

    Args:
        text: the document.
        is_plain: whether the tables know nothing of a word. speaks: whether it is a verb of speech.
    """
    words = [m.group() for m in _WORD.finditer(text)]
    alone: set[str] = set()
    for at, word in enumerate(words):
        if len(word) < _LEAST or not word[0].isalpha() or not is_plain(word):
            continue
        before = words[at - 1] if at else "."
        after = words[at + 1] if at + 1 < len(words) else "."
        if (speaks(after) and not is_plain(before)) or (speaks(before) and not is_plain(after)):
            alone.add(word)
    found: set[str] = set()
    for before, word in pairwise(words):
        if word in alone and len(before) > 1 and before[0].isalpha() and before != word and is_plain(before):
            found |= {before, word}
        if len(found) > _MOST:
            break
    return found
