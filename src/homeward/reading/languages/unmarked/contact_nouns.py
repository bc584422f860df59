"""Contacts that a noun tells of: "a meeting between the minister and the Front", "no contact with the kidnappers".

In: the words of a sentence and the place of such a noun. Out: who took part, and whether it was, will be, or was not.
Leaves to others: verbs of meeting (`events`), and who "the minister" is.
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.reading.languages.language import MASK, Actor
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import Kind, fold
from homeward.records import ContactStatus

_REACH = 14  # words between the noun and the last who took part
_BEFORE = 5  # words before the noun that say whether it took place
_STOPS = ";؛:.!?؟"
_WITH = frozenset(["مع"])
_BETWEEN = frozenset(["بين"])
_DENIES = frozenset(
    ["لا", "عدم", "دون", "بلا", "نفى", "نفت", "ينفي", "تنفي", "انكر", "انكرت", "ليس", "بدون", "اي", "ايه"]
)
_AHEAD = ("سي", "ست")
_PLANNED = frozenset(
    [
        "المقرر",
        "المقررة",
        "المرتقب",
        "المرتقبة",
        "المزمع",
        "المزمعة",
        "المنتظر",
        "المنتظرة",
        "المقبل",
        "المقبلة",
        "القادم",
        "القادمة",
        "موعد",
        "ترتيب",
        "ترتيبات",
        "عقد",
    ]
)


@dataclass(frozen=True, slots=True)
class NounContact:
    """Who took part in what a noun tells of, the word behind it all, and whether it was."""

    parties: tuple[Actor, ...]
    stop: int
    status: ContactStatus


def contact_of_noun(sentence: Sentence, at: int) -> NounContact | None:
    """The contact that the noun `at` tells of, where "with" or "between" names somebody."""
    words = sentence.words
    for place in range(at + 1, min(sentence.size, at + _REACH)):
        word = words[place]
        if word.text in _STOPS or word.text == MASK or (word.is_word and word.cue is not None):
            return None
        if word.text in _WITH or word.text in _BETWEEN:
            parties, stop = _parties(sentence, place + 1, together=word.text in _BETWEEN)
            if not parties:
                return None
            return NounContact(parties, stop, _status(sentence, at, stop))
    return None


def _parties(sentence: Sentence, at: int, *, together: bool) -> tuple[tuple[Actor, ...], int]:
    """Those behind "with", or "between": the second, too, behind "and"."""
    found: list[Actor] = []
    place = at
    while place < sentence.size and len(found) < (3 if together else 1):
        word = sentence.words[place]
        if not word.is_word:
            break
        if found and word.prefix[:1] != "و":
            break
        if word.lemma == "بين":
            place += 1
            continue
        phrase = sentence.phrase_from(place)
        if phrase is None:
            break
        actor = sentence.actor(phrase)
        if actor is None:
            break
        found.append(actor)
        place = max(place + 1, phrase.segments[-1][1])
    return tuple(found), place


def _status(sentence: Sentence, at: int, stop: int) -> ContactStatus:
    before = sentence.words[max(0, at - _BEFORE) : at]
    if any(fold(w.text) in _DENIES or w.lemma in _DENIES for w in before if w.is_word):
        return ContactStatus.DENIED
    around = sentence.words[max(0, at - _BEFORE) : stop]
    ahead = any(w.text.startswith(_AHEAD) and (w.any(Kind.VERB) or not w.kind) for w in around if w.is_word)
    if ahead or any(fold(w.text) in _PLANNED for w in around if w.is_word):
        return ContactStatus.PLANNED
    return ContactStatus.HELD
