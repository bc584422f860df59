"""To whom something is promised in Hebrew: who heard the promise, else who is to be told, called, handed something.

In: the document's text, the place of a promise in it. Out: the hearer or receiver, or None; `YOU` for whoever is spoken to.
Leaves to others: what is promised (`meaning`), who "her" is (`Room`), and who met whom just before (`promises`).

"הבטיח למשפחות ש...", "נשבע באוזניה"; "נודיע לאם", "יועברו לוועדה", "יגיע לידינו", "תקבלו תשובה".
"""

from __future__ import annotations

import re

from homeward.reading.languages.he.clause import Part, parts, pronoun_at
from homeward.reading.languages.he.words import TONGUE
from homeward.reading.languages.language import YOU, Actor, ActorKind, Place, View
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind
from homeward.records import Attribution

_CUES = re.compile(
    r"(?<!\w)[וש]?(?:הבטיח|מבטיח|התחייב|מתחייב|נשבע|אמר|הודיע|השיב|ענה|ענת|מסר|בישר|סיפר|כתב|הסביר|הבהיר|הבטחת|הבטחה|נתן|נתנ|סיכם|סוכם|הוסכם|"
    r"הובטח|נמסר|נאמר|לחש|הציע|הסכימ?ו?|להבטיח)(?:ה|ו|תי|נו|ת|ים)?(?!\w)"
)
_GIVING = re.compile(
    r"(?<!\w)(?:ש|ו|וש)?(?:[יתנאל]{0,2}י?(?:מסר|מסור|מסרו|עביר|עבירו|ועבר|ועברו|מציא|ודיע|ודיעו|דווח|עדכן|ספר|שלח|שלחו|ישלח|תן|יתן|ינתן|גיש|ציג|חזיר|סגיר|ביא|"
    r"שיב|ענה|תקשר|טלפן|צלצל|כתוב|פגש|קבל|בוא|ארח|גיד|ביע|תיר|אפשר|ראה|שתף|גיע|יידע|גלה|ימסר|ימסרו|ינתנו|חשוף)ו?|לתת|לומר|להגיד)(?!\w)"
)
_YOU = re.compile(
    r"(?<!\w)(?:לכם|לך|אליכם|אלייך|אליך|לידיכם|לידיך|אתכם|אותך|אותכם)(?!\w)|(?<!\w)ת(?:קבלו|ראו|שמעו)(?!\w)"
)
_US = re.compile(r"(?<!\w)(?:נקבל|אקבל)(?!\w)")
_BREAKS = re.compile(r"[.!?;\n]")
_LONGEST = 260  # characters of a sentence around a promise that are looked at
_REACH = 8  # words behind a verb in which its hearer stands
_NOBODY = frozenset(["איש", "אף", "אחד", "הביתה", "דבר"])


def promised_to(text: str, place: Place) -> Actor | None:
    """To whom the words in `place` promise something."""
    return _hearer(text, place) or _receiver(text, place)


def _hearer(text: str, place: Place) -> Actor | None:
    """Who stands beside the verb by which it is promised or said, before the words or behind them."""
    begin = max(
        (m.end() for m in _BREAKS.finditer(text, max(0, place[0] - _LONGEST), place[0])), default=place[0] - _LONGEST
    )
    after = _BREAKS.search(text, place[1])
    end = min(after.start() if after is not None else len(text), place[1] + _LONGEST)
    inside = [
        m
        for m in _CUES.finditer(text, *place)
        if m.group().lstrip("וש").startswith(("הבטיח", "התחייב", "נשבע", "הובטח", "מבטיח", "מתחייב", "להבטיח"))
    ]
    before = list(_CUES.finditer(text, max(0, begin), place[0]))[-1:]
    behind = list(_CUES.finditer(text, place[1], end))[:1]
    for cue in (*inside, *before, *behind):
        limit = place[0] if cue.end() <= place[0] else place[1] if cue.end() <= place[1] else end
        found = _led(text, (cue.start(), min(limit, cue.end() + 70)), heard=True)
        if found is not None:
            return found
    return None


def _receiver(text: str, place: Place) -> Actor | None:
    """Who is to be told or to get something, by the words of the promise itself."""
    for verb in _GIVING.finditer(text, *place):
        found = _led(text, (verb.start(), place[1]), heard=False)
        if found is not None:
            return found
    you = _YOU.search(text, *place)
    if you is not None:
        return Actor(you.span(), YOU, ActorKind.PRONOUN, Attribution.UNNAMED, YOU)
    us = _US.search(text, *place)
    if us is not None:
        return Actor(us.span(), us.group(), ActorKind.PRONOUN, Attribution.UNNAMED, "we")
    return None


def _led(text: str, place: Place, *, heard: bool) -> Actor | None:
    sentence = Sentence(View(text, text, *place, (), ()), TONGUE)
    end = min(sentence.size, 1 + _REACH)
    for part in parts(sentence, 1, end):
        if part.actor is None or not part.sure or part.lead not in ("ל", "אל", *(() if heard else ("את",))):
            continue
        if _is_hearer(sentence, part, heard=heard):
            return part.actor
    if heard:
        for word in sentence.words[1:4]:
            owned = _EARS.fullmatch(word.text)
            if owned is not None:
                return pronoun_at(word, {"ו": "him", "ה": "her", "י": "me", "נו": "us", "הם": "them"}[owned["own"]])
    return None


_EARS = re.compile(r"(?:באוזני|בפני|לאוזני)(?P<own>ו|ה|נו|הם)")


def _is_hearer(sentence: Sentence, part: Part, *, heard: bool) -> bool:
    word = sentence.words[part.start]
    if part.actor is None or word.text in _NOBODY or part.actor.name in _NOBODY:
        return False
    if part.actor.kind is ActorKind.PRONOUN:
        return part.lead != "את"
    if part.actor.kind is ActorKind.MEDIUM:
        return False
    if part.lead == "את":
        return word.any(Kind.KIN) and not heard
    return word.any(PEOPLE | Kind.TITLE) or (
        word.any(Kind.NAME) and part.actor.kind in (ActorKind.PERSON, ActorKind.BODY)
    )
