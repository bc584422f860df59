"""Whose predicate stands at a place, and whom a phrase names, in Hebrew.

In: a sentence and a place in it. Out: `Actor`, or None where nobody is named. Leaves to others: phrases (`unmarked`).
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.he.voices import EXPRESSIONS
from homeward.reading.languages.he.words import TONGUE
from homeward.reading.languages.language import Actor, ActorKind, Place, View
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.voices import Reader
from homeward.reading.languages.unmarked.words import PEOPLE, Kind
from homeward.records import Attribution

_THE_SOUGHT = frozenset(
    [
        "איש",
        "אחד",
        "אחת",
        "שניים",
        "שני",
        "שתי",
        "אדם",
        "דייג",
        "ימאי",
        "מהנדס",
        "נהג",
        "עובד",
        "פועל",
        "אסיר",
        "עציר",
        "תושב",
        "אזרח",
        "סטודנט",
        "טייס",
        "צלם",
        "פליט",
        "מהגר",
        "מתנדב",
        "אגרונום",
        "גאולוג",
        "ארכאולוג",
        "מפונה",
        "משוחרר",
        "נזיר",
        "נזירה",
        "מדען",
        "טכנאי",
    ]
)  # rather those who are held
_NOT = frozenset(["לא", "ולא", "אינו", "אינה", "אינם", "טרם", "עדיין", "עוד"])


def subject_of(view: View, at: int) -> Actor | None:
    """Whose predicate stands at a character; None where nobody is named."""
    sentence = Sentence(view, TONGUE)
    reader = Reader(sentence, EXPRESSIONS)
    place = next((i for i, word in enumerate(sentence.words) if word.start <= at < word.stop), None)
    if place is None:
        return None
    while place < sentence.size - 1 and sentence.words[place].text in _NOT:
        place += 1
    phrase = reader.subject_of(place)
    actor = sentence.actor(phrase) if phrase is not None else None
    if phrase is None or actor is None or actor.kind in (ActorKind.PRONOUN, ActorKind.OTHER):
        return None
    if sentence.words[phrase.start].lemma in _THE_SOUGHT:
        return None
    return actor if sentence.words[phrase.start].any(PEOPLE | Kind.NAME | Kind.TITLE) else None


def _is_name(sentence: Sentence) -> bool:
    """Whether a label is a given name and one more word, which may be an office too."""
    return sentence.size == 2 and sentence.words[0].any(Kind.NAME) and not sentence.words[0].any(PEOPLE)


def describe(text: str, place: Place) -> Actor:
    """Whom a phrase names, such as the label of a turn."""
    sentence = Sentence(View(text, text, *place, (), ()), TONGUE)
    phrase = sentence.phrase_at(0) if sentence.size else None
    actor = sentence.actor(phrase) if phrase is not None else None
    if actor is not None and phrase is not None and phrase.stop < sentence.size and _is_name(sentence):
        actor = replace(actor, name=text[slice(*place)], kind=ActorKind.PERSON, place=place)  # "Roi Queen"
    if actor is None:
        return Actor(place, text[slice(*place)], ActorKind.OTHER, Attribution.NAMED)
    return actor
