"""Hebrew: verbs of meeting, visiting, calling, writing; of handing over; of keeping silent.

In: nothing. Out: `HAPPENINGS`. Leaves to others: how they are used (`unmarked.events`).
"""

from __future__ import annotations

from homeward.reading.languages.he.meaning import NUMBERS
from homeward.reading.languages.unmarked.events import Happenings, Touch
from homeward.reading.languages.unmarked.words import fold
from homeward.records import ContactKind

_WITH = frozenset(["עם", "בין", "מול"])
_AT = frozenset(["אצל", "עם"])
_TO = frozenset(["אל", "ל", "עם"])
_FROM = frozenset(["מ", "מאת", "מן", "מידי"])


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_TALKS = _set("פגישה פגישות שיחה שיחות ישיבה דיון דיונים מפגש התייעצות מגעים סבב ועידה")
_LETTERS = _set("מכתב מכתבים איגרת מברק פנייה מסר")
_VISITS = _set("ביקור סיור")
_TOUCHES = (
    (
        Touch(ContactKind.MEETING, by=_WITH),
        "נפגש נפגשה נפגשו נפגשים נפגשת נפגשנו נפגשתי התכנס התכנסה התכנסו נועד נועדה נועדו התראה התראתה התראו",
    ),
    (
        Touch(ContactKind.MEETING, planned=True, by=_WITH),
        "ייפגש תיפגש ייפגשו יפגשו ניפגש אפגש להיפגש ייוועד תיוועד ייוועדו",
    ),
    (
        Touch(ContactKind.MEETING, by=_WITH, needs=_TALKS),
        "קיים קיימה קיימו ערך ערכה ערכו ניהל ניהלה ניהלו השתתף השתתפה השתתפו נערכה התקיימה התקיים",
    ),
    (
        Touch(ContactKind.MEETING, planned=True, by=_WITH, needs=_TALKS),
        "יקיים תקיים יקיימו יערוך תערוך יערכו ינהל תנהל ינהלו תתקיים תיערך",
    ),
    (Touch(ContactKind.MEETING, object=True), "אירח אירחה אירחו מארח מארחת פגש פגשה פגשו"),
    (Touch(ContactKind.MEETING, object=True, planned=True), "יארח תארח יארחו יפגוש תפגוש יפגשו"),
    (Touch(ContactKind.VISIT, by=_AT, object=False), "ביקר ביקרה ביקרו ביקרתי ביקרנו סייר סיירה סיירו"),
    (Touch(ContactKind.VISIT, by=_AT, planned=True), "יבקר תבקר יבקרו לבקר"),
    (Touch(ContactKind.VISIT, by=_AT, needs=_VISITS), "קיים קיימה קיימו ערך ערכה ערכו"),
    (Touch(ContactKind.OTHER, by=_WITH), "שוחח שוחחה שוחחו דיבר דיברה דיברו התכתב התכתבה התכתבו"),
    (Touch(ContactKind.OTHER, by=_WITH, planned=True), "ישוחח תשוחח ישוחחו"),
    (Touch(ContactKind.CALL, by=_TO), "התקשר התקשרה התקשרו טלפן טלפנה טלפנו צלצל צלצלה צלצלו"),
    (Touch(ContactKind.CALL, by=_TO, planned=True), "יתקשר תתקשר יתקשרו"),
    (
        Touch(ContactKind.LETTER, by=_TO, needs=_LETTERS),
        "שלח שלחה שלחו שיגר שיגרה שיגרו כתב כתבה כתבו הפנה העביר העבירה העבירו מסר מסרה מסרו",
    ),
    (Touch(ContactKind.LETTER, by=_FROM, needs=_LETTERS), "קיבל קיבלה קיבלו"),
)


def _touches() -> dict[str, tuple[Touch, ...]]:
    found: dict[str, tuple[Touch, ...]] = {}
    for touch, forms in _TOUCHES:
        for form in _set(forms):
            found[form] = (*found.get(form, ()), touch)
    return found


HAPPENINGS = Happenings(
    touches=_touches(),
    phone=_set("טלפון טלפונית טלפוני טלפונית בטלפון"),
    lists=_set("רשימה רשימות שמותיהם שמותיהן"),
    gives=_set(
        "מסר מסרה מסרו העביר העבירה העבירו הגיש הגישה הגישו הציג הציגה שלח שלחה שלחו המציא המציאה נתן נתנה נתנו "
        "סיפק סיפקה"
    ),
    takes=_set("קיבל קיבלה קיבלו"),
    passed=_set("נמסרה נמסרו הועברה הועברו הוגשה הוגשו נשלחה נשלחו הומצאה התקבלה ניתנה"),
    to=frozenset(["ל", "לידי", "אל"]),
    from_=_FROM,
    hands=frozenset(["בידי", "ידי", "מטעם"]),
    ways=frozenset(["באמצעות", "דרך", "בתיווך", "בתיווכו", "בתיווכה"]),
    silent=_set(
        "הזכיר הזכירה הזכירו מזכיר מזכירה מזכירים הוזכר הוזכרה הוזכרו אמר אמרה אמרו נאמר התייחס התייחסה התייחסו "
        "מתייחס מתייחסת ציין ציינה ציינו דיבר"
    ),
    says=_set("אמר אמרה אמרו נאמר ציין ציינה ציינו דיבר"),
    mute=_set("שתק שתקה שתקו התעלם התעלמה התעלמו נמנע נמנעה"),
    mentions=_set("אזכור דבר מילה זכר"),
    without=frozenset(["אין", "ללא", "בלי", "לא", "כל", "שום", "אף"]),
    numbers={fold(word): number for word, number in NUMBERS.items()},
    inside="ב",
    places=_set("מחנה עיר כפר לשכה בית מחסום מעבר גבול מלון אולם נמל בירה שדה בסיס מטה"),
)
