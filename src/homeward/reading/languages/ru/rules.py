"""Russian, as the engine wants it: the expressions for dates, and all tables and rules put together.

In: nothing. Out: `LANGUAGE`. Leaves to others: the constructions and words (the files beside this one).
"""

from __future__ import annotations

import re

from homeward.reading.dates import DateRules
from homeward.reading.languages.language import Language
from homeward.reading.languages.ru import patterns
from homeward.reading.languages.ru.analyse import analyse
from homeward.reading.languages.ru.dialogue import speech_in


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# --- dates --------------------------------------------------------------------------------------------------------

_STEMS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_ENDINGS = {"ма": ("й", "я", "е", "ю"), "март": ("", "а", "е", "у"), "август": ("", "а", "е", "у")}
_MONTHS = {s + e: i for i, s in enumerate(_STEMS, 1) for e in _ENDINGS.get(s, ("ь", "я", "е", "ю"))}
_WEEKDAYS = {
    form: number
    for number, forms in enumerate(
        (
            ("понедельник", "понедельника"),
            ("вторник", "вторника"),
            ("среду", "среда", "среды"),
            ("четверг", "четверга"),
            ("пятницу", "пятница", "пятницы"),
            ("субботу", "суббота", "субботы"),
            ("воскресенье", "воскресенья"),
        )
    )
    for form in forms
}
_NUMBERS = {
    "один": 1, "одного": 1, "два": 2, "две": 2, "двух": 2, "три": 3, "трёх": 3, "трех": 3, "четыре": 4, "пять": 5,
    "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "восьмерых": 8, "восьмью": 8,
    "восемью": 8, "девять": 9, "девяти": 9, "десять": 10, "десяти": 10, "одиннадцать": 11, "двенадцать": 12,
}  # fmt: skip
_MONTH = "(?P<m>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b"
_WEEKDAY = "(?P<wd>" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\b"
_YEAR = r"(?P<y>(?:19|20)\d\d)(?:\s*(?:года|году|г\.))?"
_N = r"(?P<n>\d{1,3}|" + "|".join(_NUMBERS) + ")"
_UNITS = {
    "день": "day", "дня": "day", "дней": "day", "неделю": "week", "недели": "week", "недель": "week",
    "неделе": "week",
    "месяц": "month", "месяца": "month", "месяцев": "month", "месяце": "month", "год": "year", "года": "year",
    "лет": "year", "году": "year",
}  # fmt: skip
_UNIT = "(?P<unit>" + "|".join(sorted(_UNITS, key=len, reverse=True)) + r")\b"
_SHIFTS = {
    "вчера": -1, "накануне": -1, "позавчера": -2, "сегодня": 0, "завтра": 1, "послезавтра": 2,
    "прошлый": -1, "прошлую": -1, "прошлое": -1, "прошлой": -1, "прошлом": -1, "прошлого": -1, "минувший": -1,
    "минувшую": -1, "минувшей": -1, "следующий": 1, "следующую": 1, "следующей": 1, "следующем": 1, "будущей": 1,
    "будущем": 1, "этой": 0, "этом": 0, "этого": 0, "текущем": 0,
}  # fmt: skip
_MOD = (
    "(?P<mod>"
    + "|".join(w for w in _SHIFTS if w[:4] in ("прош", "мину", "след", "буду", "этой", "этом", "теку"))
    + ")"
)
_SEASONS = {"весной": 21, "весны": 21, "летом": 22, "лета": 22, "осенью": 23, "осени": 23, "зимой": 24, "зимы": 24}

DATES = DateRules(
    patterns=tuple(
        (kind, _re(pattern))
        for kind, pattern in (
            ("iso", r"(?<!\d)(?P<y>\d{4})-(?P<mm>\d\d)-(?P<d>\d\d)(?!\d)"),
            ("numeric", r"(?<![\d./])(?P<d>\d{1,2})(?P<sep>[./])(?P<mm>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d/])"),
            ("day", rf"\b(?P<d>\d{{1,2}})(?:-го)?\s+{_MONTH}(?:\s+{_YEAR})?"),
            ("month", rf"\b{_MONTH}\s+{_YEAR}"),
            ("season", rf"\b(?P<season>{'|'.join(_SEASONS)})\s+{_YEAR}"),
            ("weekday", rf"\b(?:{_MOD}\s+)?(?:(?<=в )|(?<=во )|(?<=до )|(?<=с )|(?<=й )|(?<=ю )|(?<=е )){_WEEKDAY}"),
            ("shift", r"\b(?P<word>позавчера|вчера|накануне|сегодня|послезавтра|завтра)\b"),
            ("period", rf"\b{_MOD}\s+{_UNIT}"),
            ("ago", rf"\b{_N}\s+{_UNIT}\s+назад\b"),
            ("month", rf"\b(?:(?<=в )|(?<=с )|(?<=до )|(?<=конце )|(?<=начале )){_MONTH}"),
            ("year", rf"(?<=в ){_YEAR}"),
        )
    ),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    seasons=_SEASONS,
    numbers=_NUMBERS,
    units=_UNITS,
    shifts=_SHIFTS,
    future=_re(r"\b(?:будет|будут|состоится|встретится|встретятся|посетит|посетят|планиру\w+|намерен\w*|до)\b"),
    joint=re.compile(r",?\s+|\s?\("),
)

LANGUAGE = Language(
    code="ru",
    dates=DATES,
    groups=patterns.GROUPS,
    counted=patterns.COUNTED,
    numbers=patterns.NUMBERS,
    analyse=analyse,
    speech=speech_in,
    abbreviations=frozenset({"г", "гг", "т", "им", "ул", "д", "тыс", "млн", "руб", "др", "см", "проф", "ген", "р", "стр"}),
    answers=patterns.ANSWERS,
    claims=patterns.CLAIMS,
    unreal=patterns.UNREAL,
    commitment=patterns.COMMITMENT,
    promised_act=patterns.PROMISED_ACT,
    condition=patterns.CONDITION,
    deadline=patterns.DEADLINE,
    untrue=patterns.UNTRUE,
    itself=patterns.ITSELF,
    they=patterns.THEY,
)
