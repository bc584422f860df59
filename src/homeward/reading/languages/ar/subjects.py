"""Whose clause stands at a place, whom a phrase names, and which quotations are names, in Arabic.

In: a sentence and a place in it; the quotations of a text. Out: `Actor`, or None where nobody is named; quotations.
Leaves to others: phrases (`unmarked`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.languages.ar.voices import EXPRESSIONS
from homeward.reading.languages.ar.words import TONGUE
from homeward.reading.languages.language import Actor, ActorKind, Place, View
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.voices import Reader
from homeward.reading.languages.unmarked.words import Kind, fold, look_up
from homeward.reading.segment import Paragraph, Quotation
from homeward.records import Attribution

_LONGEST_TITLE = 6  # words of a name in quotation marks
_BEARS_NAME = Kind.MEDIUM | Kind.BODY
_FIRST_PERSON = re.compile(r"ن\w{3}|\w+نا$|ا\w{3}$")
_REPLIES = frozenset(["يجب", "تجب", "يستجب", "تستجب"])  # behind "did not"; else the first two are "must"
_THESE = ("هؤلاء", "هذا", "هذه", "ذلك", "نحن")


def subject_of(view: View, place: int) -> Actor | None:
    """Whose clause the words at a character are, where the clause names somebody."""
    reader = Reader(Sentence(view, TONGUE), EXPRESSIONS)
    at = next((n for n, w in enumerate(reader.words) if w.start >= place), None)
    if at is None:
        return None
    while at < reader.s.size and (reader.words[at].lemma in EXPRESSIONS.negations or not reader.words[at].is_word):
        at += 1
    if at >= reader.s.size or _FIRST_PERSON.match(reader.words[at].lemma):
        return None
    denied = at > 0 and fold(reader.words[at - 1].text).lstrip("وف") == "لم" and reader.words[at].lemma in _REPLIES
    if not (denied or reader.words[at].any(Kind.VERB) or reader.words[at].cue is not None):
        return None
    phrase = reader.subject_of(at)
    found = reader.s.actor(phrase) if phrase is not None else None
    known = found is not None and found.kind is not ActorKind.OTHER
    return found if known and found is not None and found.name not in _THESE else None


def describe(text: str, place: Place) -> Actor:
    """Whom a phrase standing by itself names, such as a label."""
    sentence = Sentence(View(text, text, *place, (), ()), TONGUE)
    found = sentence.actor_of(0, sentence.size) if sentence.size else None
    return found or Actor(place, text[slice(*place)], ActorKind.OTHER, Attribution.NAMED)


def speech_in(text: str, _parts: Sequence[Paragraph], quotes: Sequence[Quotation]) -> list[Quotation]:
    """The quotations, those that are the name of what stands before them (a newspaper, a brigade) being no speech."""
    found = []
    for quote in quotes:
        before = text[max(0, quote.start - 30) : quote.start].rsplit(None, 1)
        inner = text[quote.inner_start : min(quote.inner_stop, quote.inner_start + 80)]
        short = 1 < len(inner.split()) <= _LONGEST_TITLE and inner[-1:] not in ".!?؟،"
        headed = before and text[quote.start - 1] == " " and look_up(before[-1], TONGUE).kind & _BEARS_NAME
        named = quote.is_speech and short and headed
        found.append(replace(quote, is_speech=False) if named else quote)
    return found
