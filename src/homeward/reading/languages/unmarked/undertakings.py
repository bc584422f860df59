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

_REACH = 14  # words between the verb and the act
_LONGEST = 24  # words of the clause
_STOPS = ";؛:.!?؟"
_COMMAS = ("،", ",")
_ASIDE = 8  # words that may stand between two commas inside the clause
_FIRST = 5  # words before such a comma
_HANGING = 3  # words before a verb on which it may hang
_WANTED = 7  # with the subject of the verb on which it hangs: "did not want, the governor, to promise"
_SHORTEST = 3  # letters of a word that begins as what is promised does


@dataclass(frozen=True, slots=True)
class Undertakings:
    """A language's verbs of undertaking and refusing an act, and its nouns for acts, folded.

    Attributes:
        promises, refuses: the verbs, each with the words one of which must stand between it and the act; none if empty.
        acts: nouns of acts that concern people held, as one expression. that: words that lead to an act told by a verb.
        does: verbs of such acts behind `that`. vows: verbs of promising any act.
        wanting: infinitives of promising, which the verb that they hang on denies.
        more: other acts, which are ours where the clause names our people.
        forgone: what is refused besides: a visit, to see somebody, to show something.
        presents: verbs of such acts in the present tense, which promise where a day to come stands beside them.
        words: nouns of promising; behind one of them what stands behind `by` is promised. by: the beginnings of it.
        gets: verbs of whoever is promised something: "was given a promise by".
        negations: words that make of an undertaking a refusal.
        oneself: objects that make of a promise a resolution. kept: words before the verb by which a promise is only
            spoken of ("as", "whether", "must", "denied that").
        unowned: verbs whose subject may be no party: "the agreement provides for".
    """

    promises: Mapping[str, frozenset[str]] = field(default_factory=dict)
    refuses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    acts: re.Pattern[str] = re.compile(r"(?!)")
    that: frozenset[str] = frozenset()
    more: re.Pattern[str] = re.compile(r"(?!)")
    does: re.Pattern[str] = re.compile(r"(?!)")
    vows: frozenset[str] = frozenset()
    wanting: frozenset[str] = frozenset()
    forgone: re.Pattern[str] = re.compile(r"(?!)")
    presents: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    by: tuple[str, ...] = ()
    gets: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    oneself: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    unowned: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Undertaken:
    """What is undertaken.

    Attributes:
        stop: the word behind the clause. refused: whether it is refused. strict: whether the act must name our people.
        got: where the noun stands of a promise that the subject was given; None where the subject gives it.
    """

    stop: int
    refused: bool
    strict: bool
    got: int | None = None


def undertaken_at(sentence: Sentence, at: int, form: str, table: Undertakings) -> Undertaken | None:
    """What the verb `at` undertakes or refuses to do, where an act for people held stands behind it."""
    words = sentence.words
    if form not in table.promises and form not in table.refuses and form not in table.gets:
        return None
    if _is_spoken_of(sentence, at, table):
        return None
    stop = _clause_end(sentence, at)
    near = [n for n in range(at + 1, min(stop, at + _REACH)) if words[n].is_word]
    if near and words[near[0]].lemma in table.oneself:
        return None
    noun = next((n for n in near if fold(words[n].text) in table.words or words[n].lemma in table.words), None)
    if form in table.gets:
        return Undertaken(stop, refused=is_denied(sentence, at, table), strict=True, got=noun) if noun else None
    for leading, refused in ((table.refuses, True), (table.promises, False)):
        leads = leading.get(form)
        act = (
            _act_behind(sentence, near, leads, table, noun, refused=refused, vowed=form in table.vows)
            if leads is not None
            else None
        )
        if act is not None:
            denied = is_denied(sentence, at, table)
            return None if refused and denied else Undertaken(stop, refused or denied, act)
    return None


def _act_behind(
    sentence: Sentence,
    near: list[int],
    leads: frozenset[str],
    table: Undertakings,
    noun: int | None,
    *,
    refused: bool,
    vowed: bool,
) -> bool | None:
    """Whether the act that stands behind its leading word must name our people; None where none stands there."""
    led = not leads
    for place in near:
        plain = fold(sentence.words[place].text)
        led = led or plain in leads or any(plain.startswith(lead + "ال") or plain == lead for lead in leads)
        if not led:
            continue
        if table.acts.fullmatch(plain):
            return False
        promised = noun is not None and place > noun and len(plain) > _SHORTEST and plain.startswith(table.by or " ")
        if refused and table.forgone.fullmatch(plain):
            return False
        if plain in table.that:
            told = fold(sentence.words[place + 1].text) if place + 1 < sentence.size else ""
            return table.acts.fullmatch(told) is None and table.does.fullmatch(told) is None
        if not refused and (promised or (vowed and table.more.fullmatch(plain))):
            return True
    return None


def is_denied(sentence: Sentence, at: int, table: Undertakings) -> bool:
    """Whether a word at once before the verb denies it, or does so of the verb that it hangs on: "did not want to"."""
    before: list[str] = []
    for word in reversed(sentence.words[max(0, at - _WANTED) : at]):
        if not word.is_word:
            break
        before.insert(0, fold(word.text))
    if (before[-1:] and before[-1] in table.that) or fold(sentence.words[at].text) in table.wanting:
        return any(word in table.negations or word in table.refuses for word in before)
    return bool(before) and before[-1] in table.negations


def _is_spoken_of(sentence: Sentence, at: int, table: Undertakings) -> bool:
    """Whether the clause only speaks of a promise: asks for it, doubts it, says that it was kept or never given."""
    for place in range(at - 1, max(-1, at - _HANGING - 1), -1):
        word = sentence.words[place]
        if not word.is_word:
            return False
        if fold(word.text) in table.kept or word.lemma in table.kept:
            return True
    return False


def present_at(sentence: Sentence, at: int, form: str, table: Undertakings) -> Undertaken | None:
    """An act told in the present tense beside a day: "The Front releases them tomorrow"."""
    if form not in table.presents or (at and fold(sentence.words[at - 1].text).endswith("قد")):
        return None
    stop = _clause_end(sentence, at)
    dated = any(word.dated for word in sentence.words[at:stop])
    return Undertaken(stop, refused=False, strict=True) if dated else None


def _clause_end(sentence: Sentence, at: int) -> int:
    """Behind the last word of the clause, over what stands in it between two commas."""
    words = sentence.words
    place = at + 1
    while place < min(sentence.size, at + _LONGEST):
        if words[place].text in _COMMAS:
            closing = next(
                (n for n in range(place + 2, min(sentence.size, place + _ASIDE)) if words[n].text in _COMMAS), None
            )
            inside = words[place + 1 : closing] if closing is not None else []
            if place > at + _FIRST or not inside or any(not w.is_word or w.cue is not None for w in inside):
                break
            place = closing or place
        elif words[place].text in _STOPS or words[place].text == MASK:
            break
        place += 1
    return place
