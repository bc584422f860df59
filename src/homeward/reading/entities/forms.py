"""What is known of a written word by itself: its letters, and what tables and grammar say.

In: a word as written. Out: `Form`. Each language makes its own (`russian`, `hebrew`); what they share is here.
Leaves to others: the word's neighbours and the rest of the document (`observe`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A written word as the model sees it.

    Attributes:
        text: as written. lemma: the basic form, lower case.
        stem: what all cases of a name share, by which words of a document are taken to be the same.
        signs: what is known of it, each looked up among the weights.
        kind: one coarse word for all that, by which neighbours are weighed together.
        is_capital: begins with a capital letter, or is a word of a script that has none.
        is_given: may be a given name.
        skip: how many letters before the name are no part of it, such as the Hebrew "in".
        cases: those that it may stand in, where the language has any.
    """

    text: str
    lemma: str
    stem: str
    signs: tuple[str, ...]
    kind: str
    is_capital: bool = False
    is_given: bool = False
    cases: frozenset[str] = frozenset()
    skip: int = 0


_RUNS = re.compile(r"(.)\1+")


def shape_of(word: str) -> str:
    """Capitals as X, small letters as x, digits as 0; runs made short: ``Xx``, ``XX``, ``xXx``, ``X``, ``Xx-Xx``."""
    letters = "".join("X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c for c in word[:40])
    return _RUNS.sub(lambda m: m.group(1) * 2 if m.group(1) == "X" else m.group(1), letters)[:8]


def is_latin(word: str) -> bool:
    """Whether a word is written in Latin letters."""
    return any("a" <= c.lower() <= "ÿ" for c in word[:3])


def is_number(word: str) -> bool:
    """Whether a word begins with a digit."""
    return word[:1].isdecimal()
