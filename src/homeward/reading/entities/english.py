"""What the tables say of English words, for whoever reads English: places, of one word or of several.

In: the words of a text. Out: a mark for each. Leaves to others: people and bodies in English text (the tagger).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from homeward.reading.entities import lists
from homeward.reading.entities.forms import words_of


class PlaceMark(IntEnum):
    """Whether a word stands in a listed name of a place."""

    NONE = 0
    WHOLE = 1
    BEGINS = 2
    GOES_ON = 3


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in lists.place_phrases("en"):
        found.setdefault(name[0], []).append(name)
    for names in found.values():
        names.sort(key=len, reverse=True)
    return found


def mark_places(words: Sequence[str]) -> list[PlaceMark]:
    """For each word whether it is, begins or goes on with a listed place; only from a capital letter on."""
    low = [word.lower() for word in words]
    one = lists.places_of_one_word("en")
    marks = [PlaceMark.NONE] * len(words)
    at = 0
    while at < len(words):
        step = 1
        if words[at][:1].isupper():
            longest = next((n for n in _phrases().get(low[at], ()) if tuple(low[at : at + len(n)]) == n), None)
            if longest:
                step = len(longest)
                marks[at : at + step] = [PlaceMark.BEGINS] + [PlaceMark.GOES_ON] * (step - 1)
            elif low[at] in one and low[at] not in _WORDS_TOO:
                marks[at] = PlaceMark.WHOLE
        at += step
    return marks


_WORDS_TOO = words_of("us of man male center resolute currie casey casa")  # "us", and towns that are words
