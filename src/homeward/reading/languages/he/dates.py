"""Hebrew: dates as they are written.

In: nothing. Out: `DATES`, `NUMBERS`. Leaves to others: what a date means (`homeward.reading.dates`).
"""

from __future__ import annotations

import re

from homeward.reading.dates import DateRules

_MONTHS = {
    "ינואר": 1, "פברואר": 2, "מרץ": 3, "מרס": 3, "מארס": 3, "אפריל": 4, "מאי": 5, "יוני": 6, "יולי": 7, "אוגוסט": 8,
    "ספטמבר": 9, "אוקטובר": 10, "נובמבר": 11, "דצמבר": 12,
}  # fmt: skip
_WEEKDAYS = {"שני": 0, "שלישי": 1, "רביעי": 2, "חמישי": 3, "שישי": 4, "שבת": 5, "ראשון": 6}
NUMBERS = {
    "אחד": 1, "אחת": 1, "שני": 2, "שתי": 2, "שניים": 2, "שלושה": 3, "שלוש": 3, "שלושת": 3, "ארבעה": 4, "ארבע": 4,
    "חמישה": 5, "חמש": 5, "שישה": 6, "שש": 6, "ששת": 6, "שבעה": 7, "שבע": 7, "שבעת": 7, "שמונה": 8, "שמונת": 8,
    "תשעה": 9, "תשע": 9, "עשרה": 10, "עשר": 10, "יומיים": 2, "שבועיים": 2, "חודשיים": 2, "שנתיים": 2,
}  # fmt: skip
_MONTH = "(?P<m>" + "|".join(_MONTHS) + r")\b"
_WEEKDAY = "(?P<wd>" + "|".join(w for w in _WEEKDAYS if w != "שבת") + r")\b"
_YEAR = r"(?P<y>(?:19|20)\d\d)\b"
_UNITS = {
    "יום": "day", "ימים": "day", "יומיים": "day", "שבוע": "week", "שבועות": "week", "שבועיים": "week",
    "חודש": "month",
    "חודשים": "month", "חודשיים": "month", "שנה": "year", "שנים": "year", "שנתיים": "year",
}  # fmt: skip
_UNIT = "(?P<unit>" + "|".join(sorted(_UNITS, key=len, reverse=True)) + r")\b"
_SHIFTS = {
    "אתמול": -1, "אמש": -1, "שלשום": -2, "היום": 0, "הערב": 0, "מחר": 1, "מחרתיים": 2, "שעבר": -1, "שעברה": -1,
    "הבא": 1, "הבאה": 1, "הקרוב": 1, "הקרובה": 1, "האחרון": -1, "האחרונה": -1, "הזה": 0, "הזאת": 0, "הנוכחי": 0,
}  # fmt: skip
_MOD = "(?P<mod>שעברה|שעבר|הבאה|הבא|הקרובה|הקרוב|האחרונה|האחרון|הזאת|הזה|הנוכחי)"
_SEASONS = {"אביב": 21, "קיץ": 22, "סתיו": 23, "חורף": 24}
_N = r"(?P<n>\d{1,3}|" + "|".join(NUMBERS) + ")"

DATES = DateRules(
    patterns=tuple(
        (kind, re.compile(pattern))
        for kind, pattern in (
            ("iso", r"(?<!\d)(?P<y>\d{4})-(?P<mm>\d\d)-(?P<d>\d\d)(?!\d)"),
            ("numeric", r"(?<![\d./])(?P<d>\d{1,2})(?P<sep>[./])(?P<mm>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d/])"),
            ("day", rf"(?<!\d)(?P<d>\d{{1,2}})\s+(?:ב|ל)?{_MONTH}(?:,?\s+{_YEAR})?"),
            ("month", rf"\b[בלמ]?{_MONTH}\s+{_YEAR}"),
            ("season", rf"\b[בה]?(?P<season>{'|'.join(_SEASONS)})\s+{_YEAR}"),
            ("weekday", rf"\b[בלמ]?יום\s+{_WEEKDAY}(?:\s+{_MOD})?"),
            ("weekday", rf"\bב(?P<wd>שבת)\b(?:\s+{_MOD})?"),
            ("shift", r"\b(?P<word>אתמול|אמש|שלשום|היום|הערב|מחרתיים|מחר)\b"),
            ("period", rf"\b[בה]?{_UNIT}\s+{_MOD}"),
            ("ago", rf"\bלפני\s+(?:כ-?)?(?:{_N}\s+)?{_UNIT}"),
            ("month", rf"\b[בל]{_MONTH}(?:\s+{_MOD})?"),
            ("year", rf"(?<=בשנת ){_YEAR}"),
        )
    ),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    seasons=_SEASONS,
    numbers=NUMBERS,
    units=_UNITS,
    shifts=_SHIFTS,
    future=re.compile(r"\b(?:ייפגש\w*|יפגשו|ייפגשו|תיפגש|יבקר|תבקר|יבקרו|צפוי\w*|עתיד\w*|עד)\b"),
    joint=re.compile(r",?\s*(?:ה|ב)?-?|\s?\("),
)
