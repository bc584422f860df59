"""How much of one report stands word for word in another, so that a wire story copied twice counts once.

In: two texts. Out: a number between 0 and 1.
Leaves to others: what follows for the chains (casework).
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_SIZE = 5  # words; five in a row are rarely the same by chance, even in two reports of one event


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of five words, case folded; of a shorter text, the whole."""
    words = _WORD.findall(text.casefold())
    if not words:
        return frozenset()
    return frozenset(tuple(words[i : i + _SIZE]) for i in range(max(1, len(words) - _SIZE + 1)))


def copy_similarity(a: str, b: str) -> float:
    """The share of the shorter text's five-word runs that the other has too: 1 for a copy, also of a part."""
    one, other = shingles(a), shingles(b)
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
