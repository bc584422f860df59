"""What must be known of a language's small words to say whether two wordings say the same.

In: nothing. Out: `SmallWords`; each language's folder fills one in.
Leaves to others: comparing (`reading.wordings`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The words that turn what is said, and those that may differ without any change in it.

    All words stand as they are written in reports; `wordings` folds them as it folds the texts.

    Attributes:
        negations: not, never, nobody, without.
        conditions: if, unless, whether.
        doubts: perhaps, may, reportedly.
        numbers: number words; those of a hundred and more multiply what stands before them.
        passed_over: articles, pronouns, auxiliary verbs: what changes when “we” becomes “they”.
        forms: irregular forms of one word, each with the form that stands for all.
        endings: of words, the longest first, that are taken off before two are compared, if `shortest_stem` is left.
        beginnings: letters before a verb that change with who acts: “we hold”, “they hold”.
        joined: letters written as one with a number after them.
        joined_to_turns: ... and with a word that turns what is said.
        contracted: patterns of two words written as one, each with the two.
    """

    negations: frozenset[str]
    conditions: frozenset[str]
    doubts: frozenset[str]
    numbers: Mapping[str, int]
    passed_over: frozenset[str]
    forms: Mapping[str, str] = field(default_factory=dict)
    endings: tuple[str, ...] = ()
    shortest_stem: int = 3
    beginnings: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    joined_to_turns: tuple[str, ...] = ()
    contracted: tuple[tuple[re.Pattern[str], str], ...] = ()


NO_WORDS = SmallWords(frozenset(), frozenset(), frozenset(), {}, frozenset())
"""Of a language that is not known: every word counts as it stands."""


def words(*lines: str) -> frozenset[str]:
    """A table written as lines of words."""
    return frozenset(word for line in lines for word in line.split())
