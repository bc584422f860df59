"""Contacts that a noun tells of: "a meeting between the minister and the Front", "no contact with the kidnappers".

In: the words of a sentence, the place of such a noun, the words of its language. Out: who took part, and whether it
was, will be, or was not. Leaves to others: verbs of meeting (`events`), and who "the minister" is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.reading.languages.language import MASK, Actor, ActorKind
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word, fold
from homeward.records import ContactKind, ContactStatus

_REACH = 14  # words between the noun and the last who took part
_BEFORE = 5  # words before the noun that say whether it took place
_BEHIND = 6  # words behind those who took part that do
_SHORTEST = 3  # letters of a word of time, such as "six", that begins like a verb of the future
_STOPS = ";؛:.!?؟"


@dataclass(frozen=True, slots=True)
class ContactNouns:
    """A language's nouns of contact and the words around them, folded.

    Attributes:
        kinds: the nouns. with_, between, at: prepositions that lead to the other side, to both, to the host.
        joins: what is written on to the front of the second of two, besides "and".
        denies: words that say there was none. planned: that it lies ahead. ahead: beginnings of verbs that do.
        wanted: words behind which it is only asked for or talked about. objects: nouns whose object needs no
            preposition ("his meeting the delegation").
    """

    kinds: Mapping[str, ContactKind]
    with_: frozenset[str]
    between: frozenset[str]
    at: frozenset[str] = frozenset()
    joins: tuple[str, ...] = ()
    denies: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()
    ahead: tuple[str, ...] = ()
    wanted: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NounContact:
    """Who took part in what a noun tells of, the word behind it all, and whether it was."""

    parties: tuple[Actor, ...]
    stop: int
    status: ContactStatus


def contact_of_noun(sentence: Sentence, at: int, nouns: ContactNouns) -> NounContact | None:
    """The contact that the noun `at` tells of, where "with" or "between" names somebody."""
    words = sentence.words
    if at + 1 < sentence.size and words[at].lemma in nouns.objects and (words[at].possessive or _alone(words, at)):
        phrase = sentence.phrase_at(at + 1)
        if phrase is not None and _is_somebody(words, phrase):
            return _told(sentence, at, _parties_of(sentence, phrase), phrase.segments[-1][1], nouns)
    for place in range(at + 1, min(sentence.size, at + _REACH)):
        word = words[place]
        if word.text in _STOPS or word.text == MASK or (word.is_word and word.cue is not None):
            return None
        joined = word.prefix[:1] in nouns.with_ and word.any(PEOPLE | Kind.NAME)
        together = word.text in nouns.between
        if word.text in nouns.with_ | nouns.between | nouns.at or joined:
            parties, stop = _parties(sentence, place if joined else place + 1, nouns, together=together)
            return _told(sentence, at, parties, stop, nouns) if parties else None
    return None


def _alone(words: list[Word], at: int) -> bool:
    """Whether a noun without article has its object at once behind it: "(intends) a visit of the commander"."""
    return not words[at].definite and words[at + 1].is_word and words[at + 1].any(PEOPLE)


def _is_somebody(words: list[Word], phrase: Phrase) -> bool:
    return any(words[a].any(PEOPLE | Kind.NAME | Kind.TITLE) for a, _ in phrase.segments)


def _parties_of(sentence: Sentence, phrase: Phrase) -> tuple[Actor, ...]:
    actor = sentence.actor(phrase)
    return (actor,) if actor is not None else ()


def _told(
    sentence: Sentence, at: int, parties: tuple[Actor, ...], stop: int, nouns: ContactNouns
) -> NounContact | None:
    before = [w for w in sentence.words[max(0, at - _BEFORE) : at] if w.is_word]
    if (
        not parties
        or any(_is_of_press(a) for a in parties)
        or any(fold(w.text) in nouns.wanted or w.lemma in nouns.wanted for w in before)
    ):
        return None
    return NounContact(parties, stop, _status(sentence, at, stop, nouns))


def _parties(sentence: Sentence, at: int, nouns: ContactNouns, *, together: bool) -> tuple[tuple[Actor, ...], int]:
    """Those behind "with", or "between": the second, too, behind "and"."""
    found: list[Actor] = []
    place = at
    led = False  # "between" stands again before the second
    while place < sentence.size and len(found) < (3 if together else 1):
        word = sentence.words[place]
        if not word.is_word:
            break
        again = fold(word.text).lstrip("ול") in nouns.between or word.lemma in nouns.between
        if found and not again and not led and not word.prefix.startswith(("و", *nouns.joins)):
            break
        if again:
            place, led = place + 1, True
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


def _status(sentence: Sentence, at: int, stop: int, nouns: ContactNouns) -> ContactStatus:
    before = sentence.words[max(0, at - _BEFORE) : at]
    behind = [] if sentence.tongue.verb_first else _clause_behind(sentence.words[stop : stop + _BEHIND])
    around = [w for w in [*before, *behind] if w.is_word]
    if any(fold(w.text) in nouns.denies or w.lemma in nouns.denies for w in around):
        return ContactStatus.DENIED
    if sentence.tongue.verb_first and at == 1 and not before[0].text.startswith(nouns.ahead or (" ",)):
        before = []  # "(there) was held a meeting": the verb, not the noun "the holding of"
    if sentence.tongue.verb_first and stop < sentence.size and nouns.ahead:
        told = sentence.words[stop]  # "a meeting between the two | will be held"
        if told.text.startswith(nouns.ahead) and not told.kind & ~Kind.VERB and len(told.text) > _SHORTEST:
            return ContactStatus.PLANNED
    whole = [w for w in [*before, *sentence.words[at:stop], *behind] if w.is_word]
    ahead = any(w.text.startswith(nouns.ahead) and (w.any(Kind.VERB) or not w.kind) for w in whole if nouns.ahead)
    if ahead or any(fold(w.text) in nouns.planned for w in whole):
        return ContactStatus.PLANNED
    return ContactStatus.HELD


def _clause_behind(words: list[Word]) -> list[Word]:
    """The words up to the end of the clause."""
    end = next((at for at, w in enumerate(words) if not w.is_word or w.cue is not None or w.any(_ENDS_CLAUSE)), None)
    return words[:end]


_ENDS_CLAUSE = Kind.THAT | Kind.CONNECTOR


def _is_of_press(actor: Actor) -> bool:
    """Whether somebody is talked to for a newspaper: that is no contact."""
    return actor.kind is ActorKind.MEDIUM or actor.head.split(" ")[0] in _PRESS


_PRESS = frozenset(["כתב", "כתבה", "עיתונאי", "עיתונאית", "מראיין", "צלם", "صحفي", "صحافي", "مراسل", "مذيع"])
