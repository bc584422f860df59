"""Uncertain dates and ages in words a reader understands without knowing EDTF.

In: `PartialDate`, `date`, a number of days. Out: English words, such as "about October 2023" or "41 days".
Leaves to others: marking them up and computing ages.
"""

from __future__ import annotations

import re
from datetime import date

from homeward.records import PartialDate

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about ", "": ""}
_SINGLE = re.compile(r"(?P<y>[0-9X]{4})(?:-(?P<m>[0-9X]{2}))?(?:-(?P<d>[0-9X]{2}))?(?P<q>[?~%])?")


def date_words(when: PartialDate) -> str:
    """An uncertain date in words: ``2023-10~`` is "about October 2023", ``2019/2021`` "between 2019 and 2021"."""
    if "/" not in when.edtf:
        return _single_words(when.edtf)
    start, _, stop = when.edtf.partition("/")
    if start in ("", ".."):
        return f"until {_single_words(stop)}"
    if stop in ("", ".."):
        return f"from {_single_words(start)} on"
    return f"between {_single_words(start)} and {_single_words(stop)}"


def day_words(day: date) -> str:
    """A day in words, such as "10 March 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def age_words(days: int) -> tuple[str, str]:
    """A number of days, and beside it what a person would say: ("164 days", "5 months"); the second may be empty."""
    if days < 0:
        return f"in {_counted(-days, 'day')}", ""
    if days == 0:
        return "today", ""
    exact = _counted(days, "day")
    if days < 61:
        return exact, ""
    if days < 730:
        return exact, _counted(round(days / 30.44), "month")
    return exact, f"{days / 365.25:.1f} years".replace(".0 ", " ")


def _counted(number: int, unit: str) -> str:
    return f"{number:,} {unit}" if number == 1 else f"{number:,} {unit}s"


def _single_words(text: str) -> str:
    found = _SINGLE.fullmatch(text)
    if not found:  # not EDTF level 1: shown as it stands rather than guessed at
        return text
    qualifier = _QUALIFIERS[found["q"] or ""]
    year, month, day = found["y"], found["m"], found["d"]
    if month is None:
        return qualifier + _year_words(year)
    if month == "XX":
        return (
            f"{qualifier}some day in {_year_words(year)}" if day else f"{qualifier}some month of {_year_words(year)}"
        )
    number = int(month)
    if number in _SEASONS:
        return f"{qualifier}{_SEASONS[number]} {_year_words(year)}"
    if not 1 <= number <= 12:
        return text
    named = f"{MONTHS[number - 1]} {_year_words(year)}"
    if day is None:
        return qualifier + named
    return f"{qualifier}some day in {named}" if day == "XX" else f"{qualifier}{int(day)} {named}"


def _year_words(year: str) -> str:
    if year.endswith("XX"):
        return f"{year[:2]}00 to {year[:2]}99"
    if year.endswith("X"):
        return f"the {year[:3]}0s"
    return year.lstrip("0") or year
