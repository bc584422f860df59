"""Hebrew: how words are tied to their speakers.

In: nothing. Out: `EXPRESSIONS`. Leaves to others: how they are used (`unmarked.voices`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.he.ways import WAYS
from homeward.reading.languages.unmarked.expressions import Expressions
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word

_REPORT = (
    r"(?:הודע[הת]|הודעות|דיווח\w*|דיווחי|הערכ[הת]|הערכות|דברי|עדות|עדויות|פרסום|פרסומי|טענ[הת]|גרס[הת]|הצהר[הת]|"
    r"מידע)"
)
_AFTER = r"(?:\s+(?:של|מטעם|שמסר\w*|שפרסמ?\w*|שהוציא\w*|ש?אצל))?"
_VERBAL = (
    r"(?:(?:אמר|מסר|הודיע|דיווח|ציין|טען|הצהיר|פרסם|הבהיר|הסביר|סיפר|שידר|כתב|הביא|תיאר|צוטט\s+ב)(?:ה|ו)?|מצטט(?:ת)?|מדווח(?:ת)?|"
    r"מוסר(?:ת)?|כותב(?:ת)?|מספר(?:ת)?)(?:\s+(?:אותו|אותה|אותם|את\s+דבריו|את\s+דבריה))?"
)


def _opens_object(word: Word) -> int | None:
    """Where the object of a demand begins: an infinitive has "to" on its front."""
    if not word.is_word or word.any(Kind.ADVERB | Kind.PREPOSITION | PEOPLE | Kind.NAME | Kind.THING):
        return None
    if word.text.startswith("ל") and len(word.text) > 3 and not word.kind:
        return 0
    return None


def _that_length(word: Word) -> int:
    if word.text in ("כי", "וכי", "שלפיו", "שלפיה", "שלפיהם", "ולפיו"):
        return len(word.text)
    if word.text == "כיצד":
        return 0  # "described | how ..."
    return 2 if word.text.startswith("וש") else 1


EXPRESSIONS = Expressions(
    according=re.compile(
        rf"(?<![א-ת\"״])(?:ו?(?P<his>לדבריו|לדבריה|לדבריהם|לדבריהן|לטענתו|לטענתה|לטענתם|להערכתו|להערכתה|להערכתם|"
        rf"לגרסתו|לגרסתה|"
        rf"לגרסתם|לשיטתו|לשיטתה|בלשונו|בלשונה|כדבריו|כדבריה|כהגדרתו|כהגדרתה|כלשונו|במילותיו|במילותיה)(?![א-ת])(?!\s+של\s)|"
        rf"(?:[וש]?(?:לדברי|לפי דברי|על פי דברי|כדברי|לטענת|להערכת|לגרסת|לשיטת|לעדות|בלשון|כלשון|במילות|כהגדרת|כך לפי|כך לדברי|לפי עדות)|"
        rf"ו?(?:לפי|על פי|על-פי|עפ\"י)\s+{_REPORT}{_AFTER}|"
        rf"ו?(?:לפי|על פי|על-פי) מה ש{_VERBAL}|ו?כפי ש{_VERBAL}(?:\s+על כך)?|כך על פי)\s+(?=\S)|"
        rf"כך\s+(?=ה?(?:סוכנות|עיתון|יומון|אתר|ערוץ|רשת|דובר|דוברת|רדיו|שבועון)(?![א-ת]))|"
        rf"(?P<weak>ו?(?:לפי|על פי|על-פי))\s+(?=\S))"
    ),
    citing=re.compile(
        r"(?<![א-ת])ו?(?:בשם|מפי|בהסתמך על|בהסתמכ[והםן] על|תוך הסתמכות על|תוך ציטוט(?: של)?|בצטט[הוםן]* את|המצטטת? את|תוך שהיא "
        r"מצטטת את|"
        r"שציטטה? את|בציטוט)\s+"
    ),
    object=frozenset(["את"]),
    negations=frozenset(
        [
            "לא",
            "ולא",
            "שלא",
            "אינו",
            "אינה",
            "אינם",
            "אינני",
            "איני",
            "איננו",
            "אינך",
            "אינן",
            "טרם",
            "בלי",
            "מבלי",
            "אין",
            "מעולם",
        ]
    ),
    so=frozenset(["כך", "כן"]),
    told=re.compile(
        r"\s*(?:את הדברים|הדברים|על הדברים|את דבריו|את דבריה|דבריו|דבריה|על דבריו|על דבריה|את הידיעה|"
        r"הידיעה)(?![א-ת])"
    ),
    tail=re.compile(
        r",\s+(?:מבלי ש|בלי ש|אך (?:לא|סירב\w*|נמנע\w*) (?:פירט|ציין|לפרט|לומר|הסביר|למסור|להוסיף|להרחיב)|ולא "
        r"(?:פירט|הוסיף|הסביר|ציין)|"
        r"מבלי ל|בלי ל)"
    ),
    opens_object=_opens_object,
    that_length=_that_length,
    from_=frozenset(["מ", "מטעם"]),
    before_hearer=frozenset(["בפני", "באוזני", "לפני", "אל"]),
    asks=frozenset(["שאל", "שאלה", "תשאל", "תשאלה", "ראיין", "ראיינה"]),
    ways=WAYS,
)
