"""Whose a text is that is told of in Hebrew: "in the letter | of the ministry", "in a speech that | the minister | gave".

In: a sentence that tells what a text leaves unsaid. Out: whoever made, gave or put out the text, or None.
Leaves to others: that something is left unsaid (`hushed`, `unmarked.events`), and who "the ministry" is (`Room`).

Where the sentence only says "in the statement", it is whoever put one out in the sentences before.
"""

from __future__ import annotations

import itertools
import re

from homeward.reading.languages.he.clause import part_at, pronoun_at
from homeward.reading.languages.he.words import TONGUE
from homeward.reading.languages.language import Actor, ActorKind, View
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind

_NOUNS = (
    "הודעה:הודעת נאום:נאומי מכתב:מכתבי איגרת:איגרת אגרת:אגרת דוח:דוחות תגובה:תגובת תשובה:תשובת הצהרה:הצהרת מברק:מברקי "
    "פרוטוקול:פרוטוקול סיכום:סיכומי תמליל:תמליל קטלוג:קטלוג דף:דף דרשה:דרשת ריאיון:ריאיון הבהרה:הבהרת גילוי: כתב: נוסח:נוסח תזכיר:תזכיר "
    "מסמך:מסמכי ידיעה:ידיעת עיתון: פקס:פקס רשימה:רשימת לוח:לוח הסכם:הסכם עלון:עלון עדכון:עדכון תדרוך:תדרוך ברכה:ברכת פוסט: ציוץ: סרטון: "
    'דו"ח:דו"ח קומוניקט: מנשר:מנשר בשורה: פנייה:פניית תזכורת: סקירה:סקירת חוברת:חוברת תצהיר:תצהיר פתק:פתק גלויה:גלוית כרוז:כרוז מסרון:מסרון'
)
_BARE = frozenset(pair.split(":")[0] for pair in _NOUNS.split())
_CONSTRUCT = frozenset(form for pair in _NOUNS.split() if (form := pair.split(":")[1])) | {
    noun for noun in _BARE if not noun.endswith("ה")
}
_OWNED = re.compile(
    r"(?:הודעת|נאומ|מכתב|איגרת|תגובת|תשובת|הצהרת|דרשת|דברי|ברכת|תדרוכ|סיכומ|דוח|הבהרת|תצהיר|פניית|עדכונ)(?P<own>ו|ה|ם|יו|יה|יהם)"
)
_PUT_OUT = re.compile(
    r"ש(?:הוצי|פרסמ|פירסמ|נש|שלח|שיגר|מסר|הפיצ|חיבר|נת|כתב|הגיש|הקרי|הושמע|ערכ|רש|אמר|הניח|פיזר|העביר|השמיע|הדפיס|צייצ|הקליט|"
    r"פרסם|הפיץ|נשא|רשם|ערך|הוציא|קרא|הוגש)\w{0,3}"
)
_ISSUED = ("מטעם", "מאת", "בשם", "מן", "של")
_INNER = frozenset(
    [
        "דעת",
        "אישום",
        "ישיבת",
        "ישיבה",
        "מידע",
        "העיתונאים",
        "מסיבת",
        "מסכם",
        "מסכמת",
        "רשמי",
        "רשמית",
        "קצר",
        "קצרה",
        "מיוחדת",
    ]
)
_REACH = 1200  # characters before the sentence in which the text was spoken of
_NEAR = 9  # words behind the text's noun in which its maker stands


def stands_in_text(view: View, stop: int) -> bool:
    """Whether a sentence says before a place that something stands in a text, or follows from one: "in the letter", "from the card"."""
    return _IN_TEXT.search(view.text, view.start, stop) is not None


_IN_TEXT = re.compile(
    rf"(?<![א-ת])(?:ו?[במ]ה?|מן ה?)(?:{'|'.join(sorted(_BARE | _CONSTRUCT))}|{_OWNED.pattern})(?![א-ת])"
)


def maker_of(view: View, silent: int = -1) -> Actor | None:
    """Whose text the sentence speaks of; None where it speaks of none or does not say whose.

    A text that only tells of what is left unsaid at the character `silent` is passed over: "the letter said that".
    """
    sentence = Sentence(view, TONGUE)
    for at in range(sentence.size):
        noun = _noun_at(sentence, at)
        if noun is None or _tells_of(sentence, at, silent):
            continue
        answers = at + 1 < sentence.size and sentence.words[at + 1].text in ("התשובה", "תשובה")
        return _maker_at(sentence, at) or (None if answers else _put_out_before(view, noun))
    return None


def _tells_of(sentence: Sentence, at: int, silent: int) -> bool:
    """Whether "that" or a verb of saying stands between a text and what is left unsaid."""
    between = (w for w in sentence.words[at + 1 :] if w.stop <= silent)
    return any(w.any(Kind.THAT) or (w.cue is not None and not _PUT_OUT.fullmatch(w.text)) for w in between)


def _noun_at(sentence: Sentence, at: int) -> str | None:
    """The noun for a text that a word is, in one form for all."""
    word = sentence.words[at]
    if not word.is_word or (word.cue is not None and word.text.endswith("כתב")):
        return None
    text = word.text
    for plain in (text, text.removeprefix(word.prefix), text[1:], text[2:]):
        if plain in _BARE or plain in _CONSTRUCT or (len(plain) > 4 and _OWNED.fullmatch(plain)):
            return plain[:3]
    return None


def _maker_at(sentence: Sentence, at: int) -> Actor | None:
    words = sentence.words
    text = words[at].text
    owned = _OWNED.fullmatch(text.removeprefix(words[at].prefix)) or (
        _OWNED.fullmatch(text[1:]) if text[0] in "במ" else None
    )
    of = sentence.size > at + 2 and words[at + 1].text == "של" and _is_somebody(sentence, at + 2)
    if owned is not None and owned.group() not in _BARE and not of:
        return pronoun_at(words[at], {"ו": "him", "ה": "her", "ם": "them"}[owned["own"][-1:]])
    place = at + 1
    while place < sentence.size and (
        words[place].text.removeprefix(words[place].prefix) in _INNER or words[place].text == "-"
    ):
        place += 1
    if place < sentence.size and _is_maker(sentence, place) and not words[at].definite:
        return _actor(sentence, place)
    for n in range(place, min(sentence.size, at + _NEAR)):
        word = words[n]
        if word.text in ".;:" or (word.cue is not None and not _PUT_OUT.fullmatch(word.text)):
            break
        if _PUT_OUT.fullmatch(word.text):
            behind = n + 1
            while behind < sentence.size and (
                words[behind].dated or words[behind].any(Kind.ADVERB) or words[behind].text in _DAY
            ):
                behind += 1
            return _actor(sentence, behind) if behind < sentence.size and _is_maker(sentence, behind) else None
        signed = n + 1 < sentence.size and word.text in _ON_IT and words[n + 1].text.startswith(_SIGNED)
        if signed and n + 2 < sentence.size and _is_maker(sentence, n + 2):
            return _actor(sentence, n + 2)
        if word.text in _ISSUED and n + 1 < sentence.size and _is_somebody(sentence, n + 1):
            return _actor(sentence, n + 1)
    return None


_ON_IT = frozenset(["שעליו", "שעליה", "שעליהם"])
_SIGNED = ("חתם", "חתמ", "חתום")
_DAY = frozenset(
    [
        "הצהריים",
        "הבוקר",
        "הערב",
        "אתמול",
        "היום",
        "אמש",
        "השבוע",
        "הלילה",
        "שלשום",
        "אחר",
        "גם",
        "כאן",
        "בפני",
        "לציבור",
        "לעיתונות",
    ]
)


def _is_somebody(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return word.is_word and word.any(PEOPLE | Kind.NAME | Kind.TITLE) and not word.any(Kind.THAT)


def _is_maker(sentence: Sentence, at: int) -> bool:
    """Whether a word may name whose text it is, and not to whom it goes."""
    return _is_somebody(sentence, at) and not sentence.words[at].prefix.startswith(("ל", "ב", "מ"))


def _actor(sentence: Sentence, at: int, end: int | None = None) -> Actor | None:
    actor = part_at(sentence, at, sentence.size if end is None else end, "").actor
    known = (ActorKind.PERSON, ActorKind.BODY, ActorKind.ROLE, ActorKind.MEDIUM)
    return actor if actor is not None and actor.kind in known else None


_TOLD_BEFORE = re.compile(
    r"(?<!\w)[ומ]?ה?(?P<noun>הודע|נאו|מכת|איגר|אגר|דוח|תגוב|תשוב|הצהר|מבר|פרוט|סיכו|תמלי|קטלו|דרש|ריאי|הבהר|גילו|תזכי|מסמ|ידיע|פק|רשימ|עלו|עדכו|תדרו|פוס|ציו|מנש|פניי|סקיר|תצהי|פתק|גלוי|כרוז|מסרו)\w*"
)
_GAVE = re.compile(
    r"(?:הוציא|פרסמ|פרסם|פירסם|נשא|שלח|שיגר|מסר|הפיצ|הפיץ|חיבר|נתן|נתנ|כתב|הגיש|הקריא|ערך|ערכ|הניח|פיזר|השיב|הגיב|צייץ|הקליט|אמר|הודיע|קרא|חתם|חתמ)\w{0,2}"
)


def _put_out_before(view: View, noun: str) -> Actor | None:
    """Whoever put such a text out in the sentences before, the last of them."""
    begin = max(0, view.start - _REACH)
    for start, stop in reversed(_sentences(view.text, begin, view.start)):
        words = view.text[start:stop]
        match = next((m for m in _TOLD_BEFORE.finditer(words) if m["noun"].startswith(noun[:3])), None)
        if match is None:
            continue
        sentence = Sentence(View(view.text, view.text, start, stop, (), ()), TONGUE)
        at = next((n for n, w in enumerate(sentence.words) if w.start <= start + match.start("noun") < w.stop), None)
        found = _maker_at(sentence, at) if at is not None else None
        if found is None:
            found = _giver_in(sentence)
        if found is not None:
            return found
    return None


def _giver_in(sentence: Sentence) -> Actor | None:
    """Whoever a sentence says put something out: "the ministry | published a notice"."""
    for at, word in enumerate(sentence.words):
        if word.is_word and _GAVE.fullmatch(word.text):
            for n in (*range(at + 1, min(sentence.size, at + 4)), *range(at - 1, -1, -1)):
                if _is_maker(sentence, n) and not (n and sentence.words[n - 1].any(Kind.PREPOSITION)):
                    begin = n
                    while begin > 0 and n < at and _is_somebody(sentence, begin - 1):
                        begin -= 1
                    return _actor(sentence, begin, at if n < at else None)
    return None


def _sentences(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    stops = [begin, *(begin + m.end() for m in re.finditer(r"[.!?]\s|\n+", text[begin:end])), end]
    return [(a, b) for a, b in itertools.pairwise(stops) if b - a > 3]
