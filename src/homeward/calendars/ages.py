"""Ages as people write them: figures with or without a unit, and the words for small numbers of years.

In: the text of a cell. Out: whole years, 0 for an infant counted in days, weeks or months; None if it is no age.
Leaves to others: for which day the age holds.
"""

from __future__ import annotations

import re

from homeward.calendars.digits import to_ascii_digits, without_steering

_YEAR = (
    r"(?:years?(?:\s+old)?|y\.?o\.?|yrs?\.?|y|лет|год(?:а|ик|ика)?|г\.?|л\.?|рок(?:и|ів)|рік|שנים|שנה|שנות"
    r"|سنة|سنه|سنوات|سنين|عاما?|عاماً|أعوام|اعوام|عام|سال(?:ه|گی)?)"
)
_SMALL_UNIT = (
    r"(?:months?|mos?\.?|m|weeks?|days?|мес(?:яц(?:а|ев)?)?\.?|недел[ьяи]|дн(?:я|ей)|день|місяц(?:ь|і|ів)|חודש(?:ים)?|שבועות|ימים"
    r"|شهرا?|شهراً|أشهر|اشهر|شهور|أسابيع|اسابيع|أيام|ايام|يوما?|ماه(?:ه)?)"
)
_LEAD = r"(?:aged?:?|возраст:?|בן|בת|גיל:?|العمر:?|عمره|عمرها|عمر|~|≈|около|about|c\.)?"
_AGE = re.compile(rf"{_LEAD}\s*(\d{{1,3}})(?:[.,]\d+)?\s*-?\s*(?:{_YEAR})?", re.IGNORECASE)
_INFANT = re.compile(rf"{_LEAD}\s*\d{{1,3}}\s*-?\s*{_SMALL_UNIT}", re.IGNORECASE)
_WORDS = {
    "سنة": 1, "سنه": 1, "سنة واحدة": 1, "عام": 1, "عام واحد": 1, "سنتان": 2, "سنتين": 2, "عامان": 2, "عامين": 2,
    "ثلاث سنوات": 3, "أربع سنوات": 4, "اربع سنوات": 4, "خمس سنوات": 5, "ست سنوات": 6, "سبع سنوات": 7,
    "ثماني سنوات": 8, "ثمان سنوات": 8, "تسع سنوات": 9, "عشر سنوات": 10,
    "شهر": 0, "شهران": 0, "شهرين": 0, "أقل من سنة": 0, "اقل من سنة": 0, "رضيع": 0, "رضيعة": 0,
    "שנה": 1, "שנתיים": 2, "בן שנה": 1, "בת שנה": 1, "בן שנתיים": 2, "בת שנתיים": 2, "חודש": 0,
    "חודשיים": 0, "תינוק": 0, "תינוקת": 0, "год": 1, "полгода": 0, "месяц": 0, "младенец": 0,
    "новорожденный": 0, "infant": 0, "newborn": 0, "less than a year": 0, "one year": 1,
    "two years": 2, "یک سال": 1, "دو سال": 2,
}  # fmt: skip
_OLDEST = 125


def read_age(text: str) -> int | None:
    """Read an age in whole years: ``34``, ``34 года``, ``בן 34``, ``٣٤ سنة``, ``سنتان`` (2), ``7 months`` (0)."""
    plain = " ".join(to_ascii_digits(without_steering(text)).lower().split())
    if plain in _WORDS:
        return _WORDS[plain]
    if _INFANT.fullmatch(plain):
        return 0
    found = _AGE.fullmatch(plain)
    return years if found and (years := int(found[1])) <= _OLDEST else None
