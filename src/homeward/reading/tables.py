"""How tables of words are written down.

In: words in one text. Out: a set. Leaves to others: the tables themselves, which stand with what asks them.
"""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(text.split())
