"""Who gave words to whom, in Hebrew: "a guard told the cook, and the cook the sister", "his words were aired on Radio Harim".

In: the words of a sentence. Out: its `Step`s, each from one who gave words to one who received them.
Leaves to others: whose words they are and how the steps join into a path (`homeward.reading.paths`).

A sentence is written as one line in which each actor is a sign (``@r3`` is the role at word 3) with the letters on its
front apart from it, so that a construction is one expression over words and signs: "@r0 סיפר ל @r2".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from homeward.reading.languages.language import MASK, Actor, ActorKind, Step
from homeward.reading.languages.unmarked.lines import SIGNED, Line
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word
from homeward.records import Attribution

_ANY = r"@[prbmso]\d+"  # somebody who may give or receive words
_HE = r"@[prbmsox]\d+"  # the same, or "he"
_ENDS = r"(?:ה|ו|תי|נו)?"
_IT = r"(?:(?:את )?(?:IT|HIST|T)(?: של @\w\d+)?|זאת|את זה)"
_NOT = r"(?<!לא )(?<!טרם )(?<!מעולם )"
_TO = r"(?:ל|אל|באוזני|בפני|לידי|לאוזני)"
_TELLS = rf"{_NOT}(?:ש|ו)?(?:סיפר|אמר|מסר|גילה|לחש|הודיע|דיווח|השיב|טלפן|צלצל|התקשר|בישר|עדכן|העיד|התוודה|כתב|חזר על|דיבר|שח|סח){_ENDS}"
_GIVES = (
    rf"{_NOT}(?:ש|ו)?(?:העביר|שלח|מסר|הביא|הקריא|הראה|הכתיב|תרגם|שיגר|הדליף|גולל|חזר על|השמיע|הציג|לחש|סיפר){_ENDS}"
)
_HEARS = rf"{_NOT}(?:ש|ו)?(?:שמע|למד|שאב|ידע){_ENDS}"
_GETS = rf"{_NOT}(?:ש|ו)?(?:קיבל|לקח|העתיק|רשם){_ENDS}"
_PUTS = (
    rf"{_NOT}(?:ש|ו)?(?:שידר|פרסם|ציטט|הביא|תרגם|הקריא|השמיע|הדפיס|העתיק|סיכם|רשם|הקליט|תיעד|הפיץ|השמיעה|צילם){_ENDS}"
)
_IS_PUT = rf"{_NOT}(?:ש|ו)?(?:הובא|פורסמ?ם?|שודר|צוטט|נדפס|תורגמ?ם?|הועלה|הועלת|הופצ?ץ?|הוקרא|הודפס|הופיע|הוקלט|סוכמ?ם?|שוחזר|נשמע){_ENDS}"
_FROM = r"(?:מ|מפי|מאת|מידי|מן|אצל)"
_US = r"US"

_TOLD = (
    re.compile(rf"(?P<g>{_HE}|{_US})(?: ,)?(?: D)? {_TELLS}(?P<it> {_IT})?(?: D)? (?:{_TO} (?P<r>{_HE}|{_US})|(?P<us>{_US}))"),
    re.compile(rf"(?<!@)\b{_TELLS}(?: D)?(?: {_TO} US)? (?P<g>{_ANY})(?P<it> {_IT})?(?: D)? (?:{_TO} (?P<r>{_HE}|{_US})|(?P<us>{_US}))"),
    re.compile(rf"(?P<it>{_IT})(?: D)? {_TELLS}(?: D)? (?P<us>{_US})(?: D)? (?P<g>{_ANY})(?P<r>)"),
)  # fmt: skip
_GAVE = (
    re.compile(rf"(?P<g>{_HE})(?: ,)?(?: D)? {_GIVES} {_IT}(?: D)? {_TO} (?P<r>{_HE}|{_US})"),
    re.compile(rf"{_IT}(?: D)? {_GIVES}(?: D)? (?P<g>{_ANY})(?: D)? {_TO} (?P<r>{_HE}|{_US})"),
)
_GOT = (
    re.compile(rf"(?P<r>{_HE}|{_US})(?: ,)?(?: D)? {_HEARS}(?: {_IT})?(?: D)? {_FROM} (?P<g>{_HE})"),
    re.compile(rf"(?P<r>{_HE}|{_US})(?: ,)?(?: D)? {_GETS} {_IT}(?: D)? {_FROM} (?P<g>{_HE})"),
    re.compile(rf"{_FROM} (?P<g>{_ANY}) {_HEARS}(?: {_IT})? (?P<r>{_ANY})"),
)
_PUT = (
    re.compile(rf"(?:HIST|IT|T)(?: של {_HE})?(?: ,)?(?: D)? {_IS_PUT}(?: D)? (?:ב|על ידי) (?P<r>@[mop]\d+)"),
    re.compile(rf"(?:העתק|עותק|צילום|תצלום|נוסח)(?: של)? ה? ?(?:HIST|IT|T)(?: ,)? (?:ש)?(?:הגיע|נמצא|מצוי|נמסר|הועבר){_ENDS}(?: D)? (?:לידי|בידי|ל|אצל|אל) (?P<r>@[mopr]\d+)"),
    re.compile(rf"{_IT}(?: D)? {_PUTS}(?: D)? (?P<r>{_ANY})"),
    re.compile(rf"(?P<r>{_ANY}) (?!ש(?!יד)){_PUTS} (?:את )?(?:HIST|IT)(?! ש)"),
    re.compile(rf"(?P<r>@[mop]\d+)(?: D)? (?!ש(?!יד)){_PUTS}(?: D)? (?:את )?T[^@]{{0,30}}? (?:שבו|שבה|ובו|ובה) "),
    re.compile(rf"(?:^|; )(?:כך|על כך|על זאת|את זאת)(?: D)? (?:דיווח|מסר|הודיע|פרסמ?ם?|כתב|הביא|שידר|ציטט|סיפר){_ENDS}(?: D)? (?P<r>@[mop]\d+)"),
    re.compile(r"(?:^|[;,] )(?:כך|על כך|כפי ש) ?(?:דווח|נמסר|פורסם|שודר|נכתב)(?: D)? ב (?P<r>@[mop]\d+)"),
)  # fmt: skip
_ASKS = rf"{_NOT}(?:ראיי[ןנ]|תשאל|אירח|שאל|חקר|תיחקר|פגש){_ENDS}"
_APPEARS = rf"{_NOT}(?:ש|ו)?(?:התראיי[ןנ]|התארח|הופיע|שוחח|נא[םמ]|התבטא|דיבר|רואיין|עלה לשידור|השתתף){_ENDS}"
_TALK = r"(?:T|ראיון|ריאיון|שיחה|דברים|ציטוט)(?: (?!@)[א-ת]+){0,2}"
_AT = r"(?:ב|ל|אצל|עם|מעל גלי|מעל דפי|על מסך|(?:ב )?(?:באולפן|באולפני|בתוכנית|בתכנית|במהדורת|בשידורי|בפודקאסט)(?: (?!@)[א-ת]+){0,2}(?: של)?)"
_SPOKE = (  # who was asked by a medium, appeared on it, gave it a talk
    re.compile(rf"(?P<r>@m\d+)(?: ,)?(?: D)? {_ASKS}(?: D)? (?:את )?(?P<g>@[prsbo]\d+)"),
    re.compile(rf"(?P<r>@m\d+)(?: ,)?(?: D)? (?!ש(?!יד))(?:{_PUTS}|{_NOT}(?:קיים|ערך|ניהל){_ENDS})(?: D)? (?:את )?{_TALK} (?:עם|של|מאת|מפי) (?P<g>@[prsbo]\d+)"),
    re.compile(rf"(?<!@)\b{_APPEARS}(?: D)? (?P<g>{_ANY})(?: ,)?(?: D)? {_AT} (?P<r>@m\d+)"),
    re.compile(rf"(?P<g>{_ANY})(?: ,)?(?: D)? {_APPEARS}(?: D)? (?:ב T(?: (?!@)[א-ת]+)? )?{_AT} (?P<r>@m\d+)"),
    re.compile(rf"(?P<g>{_ANY})(?: ,)?(?: D)? {_NOT}(?:העניק|נתן|מסר|השאיר|שלח){_ENDS}(?: D)? {_TALK} (?:ל|אל) (?P<r>@m\d+)"),
)  # fmt: skip
_ON_TO = re.compile(rf"(?: ,)? ו (?P<g>{_HE}) (?:{_TO}) (?P<r>{_HE}|{_US})")
_AND_PUT = re.compile(rf"(?: ,)? (?=ו){_PUTS} (?P<r>@[mop]\d+)")
_UNREAL = re.compile(r"\b(?:אם|לו|אילו|שמא|אולי|האם|הכחיש\w*|ביקש\w*|יספר|תספר|ימסור|תמסור)(?= )")
_TEXTS = frozenset(
    ["הודעה", "תגובה", "תשובה", "מכתב", "ציטוט", "ידיעה", "הקלטה", "סרטון", "הצהרה", "עדות", "איגרת", "פתק", "מסר", "ריאיון", "ראיון",
     "טענה", "מברק", "מסמך", "פוסט", "ציוץ", "דבר"]
)  # fmt: skip
_PROGRAMMES = frozenset(["תוכנית", "תכנית", "פודקאסט", "מוסף", "מהדורה", "יומן"])
_WORDS = frozenset(["הדברים", "הידיעה", "המידע", "הציטוט", "המסר"])
_IT_ALONE = frozenset(["זאת", "אותם", "אותה", "אותו", "כולם"])
_FOR_US = frozenset(["לנו", "לי", "אלינו", "אליי", "בפנינו", "באוזנינו"])
_FRONT = frozenset(["ב", "ל", "מ"])
_MARKS = frozenset('"“”„״')
_PUBLIC = frozenset(["עיתונאי", "עיתונות", "משפחה", "כתב", "ציבור", "תקשורת", "הורים", "קרוב", "קרובים"])
_TELLS_OF_WORDS = re.compile(  # a sentence without any of these tells of no step worth joining
    r"דברי(?:ו|ה|הם)|הדברים|הידיעה|הציטוט|המסר|זאת|אות[והםן](?![א-ת])|את זה|לנו(?![א-ת])|אלינו|(?<![א-ת])כך |שמע|מפי|סיפר|העביר|הקריא|חזר|ציטט|"
    r"הודעת[וה]|תשובת[וה]|מכתב|הקלטה|סרטון|רא?יון|ריאיון|ראיינ|ראיין|התראי|התארח|אירח|תשאל|שוחח|שאל|רואי|הופיע|נאמ|נאם|על כך |; כך |שידור"
)


def find_steps(sentence: Sentence) -> tuple[Step, ...]:
    """The steps that a sentence tells of, in their order."""
    if _TELLS_OF_WORDS.search(sentence.view.text, sentence.view.start, sentence.view.stop) is None:
        return ()
    line = line_of(sentence)
    if "@" not in line.text:
        return ()
    return tuple(sorted(_steps(line), key=lambda step: step.at))


@lru_cache(maxsize=2)  # who carried words and who told whom are looked for in the same one
def line_of(sentence: Sentence) -> Line:
    """A sentence as words and signs."""
    signs: list[str] = []
    starts: list[int] = []
    actors: dict[str, Actor] = {}
    place = 0
    while place < sentence.size:
        word = sentence.words[place]
        size = 1
        pieces = [_piece(word)]
        if _may_be_somebody(sentence, place):
            phrase = sentence.phrase_from(place)
            actor = sentence.actor(phrase) if phrase is not None else None
            if phrase is not None and actor is not None:
                sign = f"@{SIGNED[actor.kind]}{place}"
                ours = word.any(Kind.ROLE | Kind.MEDIUM | Kind.BODY) and word.possessive and word.text.endswith("נו")
                actors[sign] = actor
                pieces = [*_front(sentence, word), _US if ours else sign]
                size = max(1, phrase.segments[-1][1] - place)
                closing = place + size
                if (
                    closing < sentence.size
                    and sentence.words[closing].text in _MARKS
                    and sentence.words[closing - 1].text not in _MARKS
                ):
                    size += 1  # the mark behind its name
        elif word.text in _FRONT and (end := _end_of_title(sentence, place)) is not None:
            sign = f"@m{place}"
            span = (sentence.words[place + 1].stop, sentence.words[end].start)
            name = sentence.view.text[slice(*span)]
            actors[sign] = Actor(span, name, ActorKind.MEDIUM, Attribution.NAMED, "", True, brief=False)
            pieces = [word.text, sign]
            size = end + 1 - place
        elif word.lemma in _PROGRAMMES and (end := _end_of_title(sentence, place)) is not None:
            sign = f"@m{place}"
            span = (sentence.words[place + 1].stop, sentence.words[end].start)
            actors[sign] = Actor(
                span, sentence.view.text[slice(*span)], ActorKind.MEDIUM, Attribution.NAMED, "", True, brief=False
            )
            pieces = [*_front(sentence, word), sign]
            size = end + 1 - place
        elif word.text in _WORDS:
            pieces = ["IT"]
        elif word.any(Kind.THING) and word.lemma in _TEXTS and word.cue is None:
            pieces = [*_front(sentence, word), "HIST" if word.possessive else "T"]
        for piece in pieces:
            if piece and not (piece == "D" and signs and signs[-1] == "D"):
                signs.append(piece)
                starts.append(word.start)
        place += size
    return Line(" ".join(signs), actors, starts)


def _end_of_title(sentence: Sentence, at: int) -> int | None:
    """The mark that closes a name in quotation marks behind "in" or "to" written by itself; None if none opens."""
    if at + 2 >= sentence.size or sentence.words[at + 1].text not in _MARKS:
        return None
    inside = range(at + 3, min(sentence.size, at + 8))
    return next((place for place in inside if sentence.words[place].text in _MARKS), None)


def _piece(word: Word) -> str:
    if word.text == MASK:
        return "Q"
    if word.dated or word.text[0].isdigit():
        return "D"
    if word.text in _FOR_US:
        return _US
    if word.text in _IT_ALONE:
        return "IT"
    if word.any(Kind.ADVERB) and word.cue is None:
        return ""
    return word.text.replace("@", "").replace(" ", "_")


def _may_be_somebody(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if not word.is_word or word.cue is not None or word.dated or word.any(Kind.THING | Kind.THAT):
        return False
    return word.any(PEOPLE | Kind.TITLE | Kind.NAME | Kind.PRONOUN) and not word.prefix.startswith("ש")


def _front(sentence: Sentence, word: Word) -> list[str]:
    """The letters of "and", "to", "from", "in" on the front of a word, without its article."""
    return list(word.prefix.replace(sentence.tongue.article, "")) if word.prefix else []


def _steps(line: Line) -> Iterator[Step]:
    text = line.text
    for pattern in _TOLD:
        for match in pattern.finditer(text):
            yield from _step(line, match, match["g"], match["us"] or match["r"], told=True, about=bool(match["it"]))
            on = _ON_TO.match(text, match.end())
            if on is not None:
                yield from _step(line, on, on["g"], on["r"], told=True, about=bool(match["it"]))
    for pattern in _GAVE:
        for match in pattern.finditer(text):
            yield from _step(line, match, match["g"], match["r"])
    for pattern in _GOT:
        for match in pattern.finditer(text):
            yield from _step(line, match, match["g"], match["r"], told=True)
    for pattern in _SPOKE:
        for match in pattern.finditer(text):
            yield from _step(line, match, match["g"], match["r"], told=True)
    for pattern in _PUT:
        for match in pattern.finditer(text):
            yield from _step(line, match, None, match["r"])
            if (more := _AND_PUT.match(text, match.end())) is not None:
                yield from _step(line, more, match["r"], more["r"])


def _step(
    line: Line, match: re.Match[str], giver: str | None, receiver: str, *, told: bool = False, about: bool = True
) -> Iterator[Step]:
    if _UNREAL.search(line.text, max(0, match.start() - 12), match.end()) or giver == _US:
        return
    taker = line.actors.get(receiver)
    if receiver != _US and (taker is None or taker.head.split(" ")[0] in _PUBLIC or _are_many(taker)):
        return
    yield Step(
        line.actors[giver] if giver is not None else None, taker, line.at(match.start()), told=told, about=about
    )


def _are_many(actor: Actor) -> bool:
    """Whether an actor is several people of whom nothing is told but what they are: "(wrote to) the workers"."""
    return actor.kind is ActorKind.ROLE and " " not in actor.name and actor.name.endswith(("ים", "ות"))
