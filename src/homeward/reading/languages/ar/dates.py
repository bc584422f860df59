"""Arabic: dates as they are written.

In: nothing. Out: `DATES`, `NUMBERS`. Leaves to others: what a date means (`homeward.reading.dates`).
"""

from __future__ import annotations

import re

from homeward.reading.dates import DateRules

_MONTHS = {
    "يناير": 1, "كانون الثاني": 1, "فبراير": 2, "شباط": 2, "مارس": 3, "آذار": 3, "اذار": 3, "أبريل": 4, "إبريل": 4,
    "ابريل": 4, "نيسان": 4, "مايو": 5, "أيار": 5, "ايار": 5, "يونيو": 6, "حزيران": 6, "يوليو": 7, "تموز": 7,
    "أغسطس": 8,
    "آب": 8, "سبتمبر": 9, "أيلول": 9, "ايلول": 9, "أكتوبر": 10, "اكتوبر": 10, "تشرين الأول": 10, "نوفمبر": 11,
    "تشرين الثاني": 11, "ديسمبر": 12, "كانون الأول": 12,
}  # fmt: skip
_WEEKDAYS = {
    "الاثنين": 0, "الإثنين": 0, "الثلاثاء": 1, "الأربعاء": 2, "الاربعاء": 2, "الخميس": 3, "الجمعة": 4, "السبت": 5,
    "الأحد": 6, "الاحد": 6,
}  # fmt: skip
NUMBERS = {
    "واحد": 1, "اثنين": 2, "اثنان": 2, "ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4, "خمسة": 5, "خمس": 5, "ستة": 6,
    "ست": 6, "سبعة": 7, "سبع": 7, "ثمانية": 8, "ثماني": 8, "ثمان": 8, "الثمانية": 8, "تسعة": 9, "تسع": 9, "عشرة": 10,
    "عشر": 10, "يومين": 2, "أسبوعين": 2, "شهرين": 2, "عامين": 2, "سنتين": 2,
}  # fmt: skip
_ANY_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH = rf"(?:(?:{_ANY_MONTH})\s?/\s?)?(?P<m>{_ANY_MONTH})(?!\w)(?:\s?/\s?(?:{_ANY_MONTH}))?"
_WEEKDAY = "(?P<wd>" + "|".join(_WEEKDAYS) + r")(?!\w)"
_YEAR = r"(?P<y>\d{4})(?!\d)"
_UNITS = {
    "يوم": "day", "أيام": "day", "يوما": "day", "يومين": "day", "اليوم": "day", "أسبوع": "week", "أسابيع": "week",
    "أسبوعين": "week", "الأسبوع": "week", "شهر": "month", "أشهر": "month", "شهور": "month", "شهرين": "month",
    "الشهر": "month", "سنة": "year", "سنوات": "year", "سنتين": "year", "عام": "year", "أعوام": "year",
    "عامين": "year",
    "العام": "year", "السنة": "year",
}  # fmt: skip
_UNIT = "(?P<unit>" + "|".join(sorted(_UNITS, key=len, reverse=True)) + r")(?!\w)"
_SHIFTS = {
    "أمس": -1, "البارحة": -1, "أول أمس": -2, "اليوم": 0, "غدا": 1, "غداً": 1, "الماضي": -1, "الماضية": -1,
    "الفائت": -1,
    "المنصرم": -1, "المقبل": 1, "المقبلة": 1, "القادم": 1, "القادمة": 1, "الجاري": 0, "الحالي": 0,
}  # fmt: skip
_MOD = "(?P<mod>الماضية|الماضي|الفائت|المنصرم|المقبلة|المقبل|القادمة|القادم|الجاري|الحالي)"
_SEASONS = {"ربيع": 21, "صيف": 22, "خريف": 23, "شتاء": 24}
_N = r"(?P<n>\d{1,3}|" + "|".join(NUMBERS) + ")"

DATES = DateRules(
    patterns=tuple(
        (kind, re.compile(pattern))
        for kind, pattern in (
            ("iso", r"(?<!\d)(?P<y>\d{4})-(?P<mm>\d\d)-(?P<d>\d\d)(?!\d)"),
            ("numeric", r"(?<![\d./])(?P<d>\d{1,2})(?P<sep>[./])(?P<mm>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d/])"),
            ("day", rf"(?<!\d)(?P<d>\d{{1,2}})\s+(?:من\s+)?{_MONTH}(?:\s+{_YEAR})?"),
            ("month", rf"(?<!\w){_MONTH}\s+{_YEAR}"),
            ("season", rf"(?<!\w)(?P<season>{'|'.join(_SEASONS)})\s+(?:عام\s+)?{_YEAR}"),
            ("weekday", rf"(?<!\w)(?:أمس\s+|اليوم\s+|يوم\s+)?{_WEEKDAY}(?:\s+{_MOD})?"),
            ("shift", r"(?<!\w)(?P<word>أول أمس|أمس|البارحة|اليوم|غداً|غدا)(?!\w)"),
            ("period", rf"(?<!\w){_UNIT}\s+{_MOD}"),
            ("ago", rf"(?<!\w)(?:قبل|منذ)\s+(?:نحو\s+)?(?:{_N}\s+)?{_UNIT}"),
            ("month", rf"(?:(?<=في )|(?<=منذ )|(?<=حتى )|(?<=قبل )|(?<=شهر )){_MONTH}(?:\s+{_MOD})?"),
            ("year", rf"(?:(?<=عام )|(?<=سنة )){_YEAR}"),
        )
    ),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    seasons=_SEASONS,
    numbers=NUMBERS,
    units=_UNITS,
    shifts=_SHIFTS,
    future=re.compile(r"(?<!\w)(?:سيلتقي|ستلتقي|سيجتمع|ستجتمع|سيزور|ستزور|من المقرر|حتى|قبل|سوف)(?!\w)"),
    joint=re.compile(r"،?\s*(?:في\s+)?|\s?\("),
)
