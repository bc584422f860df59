"""Who gave a list of names to whom, by the grammar of a Hebrew clause: "gave to", "got from", "was handed to ... by".

In: a sentence, a handover that was found in it. Out: the handover with giver and receiver as the clause names them.
Leaves to others: finding handovers (`unmarked.events`, the trained models), parts of clauses (`clause`), whom pronouns mean.
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.he.clause import Part, clause_begin, parts, pronoun_at, subject_at
from homeward.reading.languages.language import Actor, ActorKind, RawEvent
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word

_LIST = re.compile(r"[ובהל]{0,2}(?:את|שמות|שמותי\w+|שם|שמ[והם]|רשימ\w+|גיליון|דף|פתק|קובץ)")
_LONGEST = 40  # words of a clause
_PRE = "[וה]?(?:כש|ש)?"
_GIVES = re.compile(
    rf"{_PRE}(?:מסר|העביר|הגיש|הציג|שלח|המציא|נתנ?|סיפק|הניח|תחב|הושיט|הפקיד|השאיר|הביא|צירפ?|הקריא|מעביר|מוסר|שיגר)(?P<end>ה|ו|תי|נו|ים|ת)?|נתן"
)
_TAKES = re.compile(rf"{_PRE}(?:קיבל|נטל|לקח)(?P<end>ה|ו|תי|נו)?")
_PASSED = re.compile(
    rf"{_PRE}(?:נמסר|הועבר|הוגש|נשלח|הומצא|ניתנ|ניתן|שוגר|הופקד|הונח|צורפ|צורף|הובא|הגיע|עבר|הושאר|הוקרא)(?P<end>ה|ו)?"
)


def with_sides(sentence: Sentence, event: RawEvent) -> RawEvent | None:
    """The handover with those whom the clause of its verb names; None where it shows none."""
    for at, word in enumerate(sentence.words):
        if not word.is_word or not event.place[0] <= word.start < event.place[1]:
            continue
        if event.at >= 0 and not word.start <= event.at < word.stop:
            continue
        found = _sides(sentence, at, event)
        if found is not None:
            return found
    return None


def _sides(sentence: Sentence, at: int, event: RawEvent) -> RawEvent | None:
    word = sentence.words[at]
    found = list(parts(sentence, at + 1, min(sentence.size, at + _LONGEST)))
    around = [*parts(sentence, clause_begin(sentence, at), at), *found]
    if _GIVES.fullmatch(word.text):
        to = _led(around, ("ל", "אל", "אצל", "בידי")) or _on_table(sentence, at)
        by = _subject(sentence, at, found, _GIVES) or _clean(event.by)
        return _told(event, by, to or _clean(event.to))
    if _TAKES.fullmatch(word.text):
        if any(
            p.lead in ("ל", "אל") and p.start > at and p.sure and p.actor is not None and not _own(sentence, p)
            for p in found
        ):
            return None
        return _told(
            event, _led(around, ("מ",)) or _clean(event.by), _subject(sentence, at, found, _TAKES) or _clean(event.to)
        )
    if _PASSED.fullmatch(word.text):
        by = _led(around, ("בידי", "מ")) or _by_hand(sentence, at)
        return _told(event, by or _clean(event.by), _led(around, ("ל", "אל")) or _clean(event.to))
    return None


def _own(sentence: Sentence, part: Part) -> bool:
    """ "Into his hands", said of whoever gets it himself."""
    return sentence.words[part.start].text.startswith("לידי")


def _told(event: RawEvent, by: Actor | None, to: Actor | None) -> RawEvent | None:
    if by is None and to is None:
        return None
    if by is not None and to is not None and by.name == to.name and by.kind is not ActorKind.PRONOUN:
        return None
    return replace(event, by=by, to=to, others=())


def _clean(actor: Actor | None) -> Actor | None:
    """Whom a rule found before, unless it is a number of names: "got | twelve names"."""
    if actor is None or actor.kind is ActorKind.OTHER:
        return None
    return actor


def _led(found: list[Part], leads: tuple[str, ...]) -> Actor | None:
    return next((p.actor for p in found if p.lead in leads and p.actor is not None and p.sure), None)


def _subject(sentence: Sentence, at: int, found: list[Part], verb: re.Pattern[str]) -> Actor | None:
    word = sentence.words[at]
    match = verb.fullmatch(word.text)
    end = (match["end"] if match is not None else "") or ""
    if end in ("תי", "נו"):
        return pronoun_at(word, "we" if end == "נו" else "me")
    listed = next((n for n in range(at + 1, sentence.size) if _LIST.fullmatch(sentence.words[n].text)), sentence.size)
    return subject_at(sentence, at, [p for p in found if p.stop <= listed])


def _by_hand(sentence: Sentence, at: int) -> Actor | None:
    """As in "על ידי השגריר", "על ידו"."""
    words = sentence.words
    for n in range(at + 1, min(sentence.size - 1, at + 14)):
        if words[n].text == "על" and words[n + 1].text in _HANDS:
            return pronoun_at(words[n + 1], _HANDS[words[n + 1].text])
        if words[n].text == "על" and words[n + 1].text == "ידי" and n + 2 < sentence.size:
            first = next(iter(parts(sentence, n + 2, sentence.size)), None)
            return first.actor if first is not None and first.sure else None
    return None


_HANDS = {"ידו": "him", "ידיו": "him", "ידה": "her", "ידיה": "her", "ידם": "them", "ידיהם": "them"}


def _on_table(sentence: Sentence, at: int) -> Actor | None:
    """As in "put it on the desk | of the president"."""
    words = sentence.words
    for n in range(at + 1, min(sentence.size - 3, at + 10)):
        if words[n].text == "על" and words[n + 1].text in ("שולחנו", "שולחנה", "שולחן"):
            begin = n + 3 if words[n + 2].text == "של" else n + 2
            return _at(sentence, begin) if _is_somebody(words[begin]) else None
    return None


def _is_somebody(word: Word) -> bool:
    return word.is_word and word.any(PEOPLE | Kind.NAME | Kind.TITLE)


def _at(sentence: Sentence, at: int) -> Actor | None:
    first = next(iter(parts(sentence, at, sentence.size)), None)
    return first.actor if first is not None else None
