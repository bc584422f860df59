"""What the voices of a language without marked cases are found by, besides its words: the form of its tables.

In: nothing. Out: `Expressions`, which each language fills. Leaves to others: how they are used (`voices`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from homeward.reading.languages.unmarked.ways import Ways
from homeward.reading.languages.unmarked.words import Cue, Word

ANY = Cue()


@dataclass(frozen=True, slots=True)
class Expressions:
    """What a language's voices are found by, besides its words.

    Attributes:
        according: "according to", as it stands before a speaker; group ``his`` where a pronoun is part of it.
            Group ``weak``: it may stand before a thing too ("by the law").
        citing: "citing", before the one whose words a speaker relays. object: what stands before the one who is quoted.
        negations: words that undo the verb after them. so: what stands between a quotation and its verb.
        told: "these words", which the sentence says who passed on. tail: where the reporter speaks again.
        starts: what begins the object of demand, promise, denial: an infinitive or preposition on the word's front.
        that_length: letters of "that" on a word which has it on its front.
        learned: verbs whose subject passes on what it heard "from" somebody.
        mention, avoiding: a noun whose letters are those of "he mentioned", and verbs whose object it is.
        asks: verbs by which a medium asks somebody.
        before_hearer: prepositions before the one who is told something: "in front of the agency".
        ways: phrases that tell through whom words came.
    """

    according: re.Pattern[str]
    citing: re.Pattern[str]
    object: frozenset[str]
    negations: frozenset[str]
    so: frozenset[str]
    told: re.Pattern[str]
    tail: re.Pattern[str]
    opens_object: Callable[[Word], int | None]
    that_length: Callable[[Word], int]
    from_: frozenset[str]
    learned: frozenset[str] = frozenset()
    mention: frozenset[str] = frozenset()
    avoiding: frozenset[str] = frozenset()
    before_hearer: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    ways: Ways | None = None
