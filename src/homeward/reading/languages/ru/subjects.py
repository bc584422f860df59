"""Whose clause a predicate is in: "МИД на запросы не отвечает" is the ministry's, "ответа от Фронта нет" the Front's.

In: a sentence and a character in it. Out: the actor, under his full name, or None where the clause names nobody.
Leaves to others: what the predicate means (`patterns`).
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, Place, View
from homeward.reading.languages.ru.cast import cast_of
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.phrases import Phrase
from homeward.reading.languages.ru.sentence import SPEAKERS, Cue, Sentence
from homeward.records import Manner

_OWN = frozenset(["я", "мы", "нас", "нам", "нами", "мне", "меня", "мной"])
_REACH = 12  # words behind the place in which the predicate's verb is looked for
_ANSWERS = frozenset(
    [
        "ответ",
        "реакция",
        "отклик",
        "вести",
        "весть",
        "известие",
        "слух",
        "весточка",
        "слово",
        "комментарий",
        "подтверждение",
    ]
)
_WAITING = frozenset(
    ["получить", "получать", "дождаться", "добиться", "услышать", "ждать", "дожидаться", "добиваться"]
)


def subject_of(view: View, at: int) -> Actor | None:
    """The actor in whose clause the predicate at a character stands; None for "we", "I" and nobody."""
    sentence = Sentence(view, cast_of(view.text, view.text))
    place = sentence.cast.words_in(at, view.stop)[0]
    if place >= sentence.end:
        return None
    first, after = _clause(sentence, place)
    verb = _verb(sentence, place, first, after)
    if verb is not None and verb[1].lemma in _WAITING:
        return _from(sentence, first, after)  # whoever gets no answer is not the one who gives none
    if verb is not None:
        cue = Cue(verb[0], verb[0] + 1, verb[1].lemma, verb[1], Manner.SAID)
        phrase = sentence.subject(cue, first, after, inverted=False)
        if phrase is not None and sentence.words[phrase.head_at].low not in _OWN:
            return _meant(sentence, phrase)
        if phrase is not None or verb[1].person in ("1per", "2per"):
            return None
    return _from(sentence, first, after) or _at(sentence, first, after)


def _clause(sentence: Sentence, place: int) -> tuple[int, int]:
    first, after = sentence.clause_start(place), sentence.clause_after(place)
    for n in range(place, first - 1, -1):
        joined = sentence.words[n].text == "," or (sentence.low(n) in ("и", "а", "но") and n < place)
        if joined and n not in sentence.in_phrase and _verb_in(sentence, n + 1, place) is None:
            if _verb_in(sentence, first, n) is not None and _subject_in(sentence, n + 1, place):
                return n + 1, sentence.clause_after(place)
    return first, after


def _verb_in(sentence: Sentence, first: int, after: int) -> Form | None:
    for n in range(first, after):
        word = sentence.words[n]
        if word.kind == "w" and n not in sentence.in_phrase and (form := word.verb()) is not None:
            return form
    return None


def _subject_in(sentence: Sentence, first: int, after: int) -> bool:
    return any("nomn" in p.cases and not p.prep and first <= p.first < after for p in sentence.phrases)


def _verb(sentence: Sentence, place: int, first: int, after: int) -> tuple[int, Form] | None:
    for n in [*range(place, min(after, place + _REACH)), *range(place - 1, first - 1, -1)]:
        word = sentence.words[n]
        if word.kind != "w" or (n in sentence.in_phrase and sentence.in_phrase[n].head_at != n):
            continue
        form = word.verb() or next((f for f in word.forms if f.pos in ("PRTS", "ADJS") and f.score >= 0.1), None)
        if form is not None and n not in sentence.relative:
            return n, form
    return None


def _meant(sentence: Sentence, phrase: Phrase) -> Actor | None:
    actor = sentence.actor(phrase)
    if actor is None or actor.kind is ActorKind.PRONOUN or actor.head == "мы":
        return None
    return actor


def _from(sentence: Sentence, first: int, after: int) -> Actor | None:
    """As in "ответа от министерства не поступило": whose answer is waited for."""
    waited = any(
        sentence.words[n].kind == "w" and sentence.words[n].lemmas("NOUN") & _ANSWERS for n in range(first, after)
    )
    for phrase in sentence.phrases if waited else ():
        if first <= phrase.first < after and phrase.head in ("ответ", "реакция", "отклик") and not phrase.prep:
            owner = sentence.owner(phrase)
            if owner is not None and owner.kind is not ActorKind.PRONOUN and owner.head != "мы":
                return owner
        if first <= phrase.first < after and phrase.prep in ("от", "из") and phrase.kind in SPEAKERS:
            actor = _meant(sentence, phrase)
            if actor is not None:
                return actor
    return None


def _at(sentence: Sentence, first: int, after: int) -> Actor | None:
    """As in "в посольстве не ответили", "у министерства нет сведений"."""
    for phrase in sentence.phrases:
        inside = phrase.prep in ("в", "во", "на") and "loct" in phrase.cases and phrase.kind is ActorKind.BODY
        beside = phrase.prep == "у" and phrase.kind in (ActorKind.BODY, ActorKind.PERSON, ActorKind.ROLE)
        if first <= phrase.first < after and (inside or beside) and sentence.words[phrase.head_at].low not in _OWN:
            return _meant(sentence, phrase)
    return None


_TOGETHER = frozenset(["с", "со", "к", "ко", "у", "от", "до", "между"])  # behind which a second party may stand


def parties_in(text: str, place: Place) -> list[Actor]:
    """Who takes part in what some words tell, for a sentence that no rule understands: subjects, then whom they face.

    Whoever is only spoken about ("о моряках"), or owns something, takes no part. "Мне" and "нас" are whoever speaks.
    """
    cast = cast_of(text, text)
    subjects: list[Actor] = []
    others: list[Actor] = []
    for phrase in cast.phrases_in(*place):
        actor = cast.actor(phrase)
        if actor is None or phrase.kind is ActorKind.OTHER:
            continue
        if phrase.kind is ActorKind.PRONOUN and phrase.head in _OWN | {"мы", "я"}:
            actor = replace(actor, head="we")
        elif actor.kind is ActorKind.PRONOUN:
            continue
        if "nomn" in phrase.cases and not phrase.prep:
            subjects.append(actor)
        elif phrase.prep in _TOGETHER or (not phrase.prep and phrase.cases & {"datv", "accs", "ablt"}):
            others.append(actor)
    return [*subjects, *others]


def promise_of(text: str, place: Place, verb: int) -> Actor | None:
    """Who does what the verb at a character of a promise tells; None for "we", and where nobody is named."""
    return subject_of(View(text, text, *place, (), ()), verb)
