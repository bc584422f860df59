"""Promises and refusals that a verb tells in the reporter's words: "agreed to release them", "refused to hand over".

In: the words of a sentence, the place of such a verb, the words of its language. Out: how far it reaches, and whether
it refuses. Leaves to others: promises in somebody's own words (`homeward.reading.events.promises`), and who "he" is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from homeward.reading.languages.language import MASK
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import fold

_REACH = 9  # words between the verb and the act
_LONGEST = 24  # words of the clause
_STOPS = ";؛:.!?؟،,"


@dataclass(frozen=True, slots=True)
class Undertakings:
    """A language's verbs of undertaking and refusing an act, and its nouns for acts, folded.

    Attributes:
        promises, refuses: the verbs, each with the words one of which must stand between it and the act; none if empty.
        acts: nouns of acts that concern people held, as one expression. that: words that lead to an act told by a verb.
        presents: verbs of such acts in the present tense, which promise where a day to come stands beside them.
    """

    promises: Mapping[str, frozenset[str]] = field(default_factory=dict)
    refuses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    acts: re.Pattern[str] = re.compile(r"(?!)")
    that: frozenset[str] = frozenset()
    presents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Undertaken:
    """The word behind the clause of an undertaking, whether it refuses, whether its act must name our people."""

    stop: int
    refused: bool
    strict: bool


def undertaken_at(sentence: Sentence, at: int, form: str, table: Undertakings) -> Undertaken | None:
    """What the verb `at` undertakes or refuses to do, where an act for people held stands behind it."""
    refused = form in table.refuses
    leads = table.refuses.get(form) if refused else table.promises.get(form)
    if leads is None:
        return None
    stop = _clause_end(sentence, at)
    led = not leads
    for place in range(at + 1, min(stop, at + _REACH)):
        plain = fold(sentence.words[place].text)
        led = led or plain in leads or any(plain.startswith(lead + "ال") or plain == lead for lead in leads)
        if not led:
            continue
        if table.acts.fullmatch(plain):
            return Undertaken(stop, refused, strict=False)
        if plain in table.that:
            return Undertaken(stop, refused, strict=True)
    return None


def present_at(sentence: Sentence, at: int, form: str, table: Undertakings) -> Undertaken | None:
    """An act told in the present tense beside a day: "The Front releases them tomorrow"."""
    if form not in table.presents:
        return None
    stop = _clause_end(sentence, at)
    dated = any(word.dated for word in sentence.words[at:stop])
    return Undertaken(stop, refused=False, strict=True) if dated else None


def _clause_end(sentence: Sentence, at: int) -> int:
    place = at + 1
    while place < min(sentence.size, at + _LONGEST):
        word = sentence.words[place]
        if word.text in _STOPS or word.text == MASK:
            break
        place += 1
    return place
