"""Hebrew: shorter words for a group that a case has a term for: "the fishermen" of "four fishermen of Ashdod".

In: a term. Out: `group_term`, and `COUNTS`, numbers as words up to ninety-nine.
Leaves to others: terms as they are given, and usual words for held people (`meaning`).
"""

from __future__ import annotations

import re

_ONES = (
    "אחד אחת", "שניים שתיים שני שתי", "שלושה שלוש שלושת", "ארבעה ארבע ארבעת", "חמישה חמש חמשת", "שישה שש ששת",
    "שבעה שבע שבעת", "שמונה שמונת", "תשעה תשע תשעת",
)  # fmt: skip
_TEENS = ("אחד אחת", "שנים שתים שניים שתיים", "שלושה שלוש", "ארבעה ארבע", "חמישה חמש", "שישה שש", "שבעה שבע", "שמונה",
          "תשעה תשע")  # fmt: skip
_TENS = ("עשרים", "שלושים", "ארבעים", "חמישים", "שישים", "שבעים", "שמונים", "תשעים")


def _counts() -> dict[str, int]:
    found = {"עשרה": 10, "עשר": 10, "עשרת": 10, "מאה": 100}
    for number, forms in enumerate(_ONES, 1):
        found |= dict.fromkeys(forms.split(), number)
    for number, forms in enumerate(_TEENS, 11):
        for form in forms.split():
            for ten in ("עשר", "עשרה"):
                found |= {f"{form} {ten}": number, f"{form}-{ten}": number}
    for number, ten in enumerate(_TENS, 2):
        found[ten] = number * 10
        for one, forms in enumerate(_ONES, 1):
            for form in forms.split():
                found |= {f"{ten} ו{form}": number * 10 + one, f"{ten} ו-{form}": number * 10 + one}
    return found


COUNTS = _counts()

# Words that reports use for one another, by the kind of group: whoever looks for "pupils" reads of "the girls", too.
_GIRLS = "תלמידות סטודנטיות נערות צעירות בנות נשים אחיות מורות עובדות פעילות מתנדבות רופאות נזירות חטופות נעדרות"
_CHILDREN = "ילדים נערים תלמידים בנים צעירים בחורים סטודנטים חניכים"
_CREW = "ימאים מלחים ספנים דייגים צוות אנשי_צוות אנשי_הצוות חברי_הצוות אנשי_צוות"
_FIGHTERS = "חיילים לוחמים שבויים קצינים שוטרים מילואימניקים"
_STAFF = "עובדים פועלים מהנדסים טכנאים רופאים אחים אחיות צוות אנשי_צוות חברי_צוות אנשי_הצוות כורים מורים"
_OTHERS = "נוסעים מטיילים צליינים מתפללים פעילים עיתונאים גברים אזרחים מתנדבים נזירים זרים טיילים אורחים בני_ערובה"
_FIELDS = tuple(tuple(w.replace("_", " ") for w in words.split()) for words in
                (_GIRLS, _CHILDREN, _CREW, _FIGHTERS, _STAFF, _OTHERS))  # fmt: skip
_COUNT = "|".join(sorted(map(re.escape, COUNTS), key=len, reverse=True))
_PREFIX = r"(?<![א-ת])(?<!נציב )(?<!נציבת )(?<!ועד )(?<!ועדת )(?<!בית )(?<!איגוד )[ושכ]?[בלמ]?"


def group_term(term: str) -> re.Pattern[str] | None:
    """The term with what may be joined to its front, its first noun, and that noun's near kin with the article."""
    words = [w for w in term.split() if w.removeprefix("ה") not in COUNTS and not w.isdigit()]
    if not words:
        return None
    head = words[0].removeprefix("ה") if len(words[0]) > 4 else words[0]
    plain = _absolute(head)
    kin = {plain, *(w for field in _FIELDS if plain in field or head in field for w in field)}
    nouns = sorted({form for noun in kin for form in _with_article(noun)}, key=len, reverse=True)
    counted = sorted({form for noun in kin for form in (*_with_article(noun), noun, _construct(noun))}, key=len)
    whole = r"\s+".join(map(re.escape, words))
    return re.compile(
        rf"{_PREFIX}(?:(?P<n>\d{{1,3}}|{_COUNT})\s+(?:{whole}|(?:{'|'.join(map(re.escape, reversed(counted)))})(?![א-ת])"
        rf"(?:\s+ו?ה?(?:{'|'.join(map(re.escape, nouns))}))?)"
        rf"|{whole}|(?:{'|'.join(map(re.escape, nouns))})|"
        rf"(?<=[בל]){re.escape(plain)})(?![א-ת])"
    )


def _absolute(noun: str) -> str:
    """The plural by itself of a plural in construct."""
    return noun[:-1] + "ים" if noun.endswith("י") and len(noun) > 3 else noun


def _construct(noun: str) -> str:
    return noun[:-1] if noun.endswith("ים") else noun


def _with_article(noun: str) -> tuple[str, ...]:
    if " " in noun:
        first, second = noun.split(" ", 1)
        return (f"{first} ה{second.removeprefix('ה')}",)
    return (f"ה{noun}",)
