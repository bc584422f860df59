"""Dates, uncertain ones too, in words of the reader's language.

In: `PartialDate`, `date`. Out: words such as "about October 2023", in the language that is active.
Leaves to others: marking them up, other calendars (`findings.reader_calendar`), ages.

A language that bends its words gets each date in two forms: as it stands alone, and as it stands after "about",
"until", "since" (in Russian "март 2024 г." and "около марта 2024 г."). Digits are European in every language: lists
and passports carry those, and a number must be found again as it was written.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel.numbers import format_decimal
from django.utils.translation import get_language, npgettext, pgettext

from homeward.calendars import months_of_cldr
from homeward.records import PartialDate

_SINGLE = re.compile(r"(?P<y>[0-9X]{4})(?:-(?P<m>[0-9X]{2}))?(?:-(?P<d>[0-9X]{2}))?(?P<q>[?~%])?")


def language() -> str:
    """The active language as its bare tag."""
    return (get_language() or "en").partition("-")[0]


def number(value: int) -> str:
    """A number with its thousands set apart as the language does."""
    spoken = language()
    return f"{value:,}" if spoken == "en" else str(format_decimal(value, locale=spoken))


def day_words(day: date) -> str:
    """A day in words, such as "10 March 2026"."""
    return _single(day.isoformat(), False, language())


def month_words(day: date) -> str:
    """Month and year, such as "March 2026"."""
    return _single(f"{day.year:04d}-{day.month:02d}", False, language())


def date_words(when: PartialDate) -> str:
    """An uncertain date in words: ``2023-10~`` is "about October 2023", ``2019/2021`` "between 2019 and 2021"."""
    spoken = language()
    if "/" not in when.edtf:
        return _single(when.edtf, False, spoken)
    start, _, stop = when.edtf.partition("/")
    if start in ("", ".."):
        return pgettext("date", "until {date}").format(date=_single(stop, True, spoken))
    if stop in ("", ".."):
        return pgettext("date", "from {date} on").format(date=_single(start, True, spoken))
    for mark, left in (("?", ""), ("%", "~")):
        if start.endswith(mark) and stop.endswith(mark):  # a doubt about both ends is said once
            plain = PartialDate(f"{start[:-1]}{left}/{stop[:-1]}{left}")
            return pgettext("date", "perhaps {date}").format(date=date_words(plain))
    return pgettext("date", "between {start} and {stop}").format(
        start=_single(start, True, spoken), stop=_single(stop, True, spoken)
    )


def on_date_words(when: PartialDate) -> str:
    """A date with the word that goes before it: ``on 30 May 2024``, ``in March 2024``, ``between ... and ...``."""
    said = date_words(when)
    if "/" in when.edtf:
        return said
    if when.is_day:
        return pgettext("date", "on {date}").format(date=said)
    return said if when.qualifier == "~" else pgettext("date", "in {date}").format(date=said)


def days_words(days: int) -> str:
    """A number of days: ``1 day``, ``1,112 days``."""
    return npgettext("age", "{n} day", "{n} days", days).format(n=number(days))


@lru_cache(4096)
def _single(text: str, bent: bool, spoken: str) -> str:  # `spoken`: a key of the cache
    found = _SINGLE.fullmatch(text)
    if not found:  # not EDTF level 1: shown as it stands rather than guessed at
        return text
    mark = found["q"] or ""
    about = mark in ("~", "%")
    words = _without_mark(found["y"], found["m"], found["d"], bent or about, spoken)
    if words is None:
        return text
    if mark == "~":
        return pgettext("date", "about {date}").format(date=words)
    if mark == "%":
        return pgettext("date", "perhaps about {date}").format(date=words)
    return pgettext("date", "perhaps {date}").format(date=words) if mark else words


def _without_mark(year: str, month: str | None, day: str | None, bent: bool, spoken: str) -> str | None:
    if month is None:
        return _year(year, bent)
    if month == "XX":
        if day:
            return pgettext("date", "some day in {date}").format(date=_year(year, True))
        return pgettext("date", "some month of {date}").format(date=_year(year, True))
    number = int(month)
    if number in (21, 22, 23, 24):
        return _season(number, bent).format(year=_year(year, True))
    if not 1 <= number <= 12:
        return None
    if day is None or day == "XX":
        bent = bent or day == "XX"
        name = months_of_cldr(spoken, alone=not bent)[number - 1]
        named = pgettext("date", "{month} {year}").format(month=name, year=_year(year, True))
        return pgettext("date", "some day in {date}").format(date=named) if day else named
    return pgettext("date", "{day} {month} {year}").format(
        day=int(day), month=months_of_cldr(spoken)[number - 1], year=_year(year, True)
    )


def _year(year: str, bent: bool) -> str:
    if year.endswith("XX"):
        return pgettext("years", "{first} to {last}").format(first=f"{year[:2]}00", last=f"{year[:2]}99")
    if year.endswith("X"):
        first = f"{year[:3]}0"
        if bent:
            return pgettext("years, after another word", "the {year}s").format(year=first)
        return pgettext("years", "the {year}s").format(year=first)
    return pgettext("years", "{year}").format(year=year.lstrip("0") or year)


def _season(number: int, bent: bool) -> str:
    if bent:
        return {
            21: pgettext("season, after another word", "spring {year}"),
            22: pgettext("season, after another word", "summer {year}"),
            23: pgettext("season, after another word", "autumn {year}"),
            24: pgettext("season, after another word", "winter {year}"),
        }[number]
    return {
        21: pgettext("season", "spring {year}"),
        22: pgettext("season", "summer {year}"),
        23: pgettext("season", "autumn {year}"),
        24: pgettext("season", "winter {year}"),
    }[number]
