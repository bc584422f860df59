"""Uncertain dates and ages in words a reader understands without knowing EDTF.

In: `PartialDate`, `date`, a number of days. Out: words of the active language, such as "about October 2023" or
"41 days". Leaves to others: dates themselves (`casework.dates`), marking up and computing ages.
"""

from __future__ import annotations

from datetime import date

from babel.numbers import format_decimal
from django.utils.translation import gettext, npgettext, pgettext

from homeward.calendars import months_of_cldr
from homeward.casework.dates import date_words, day_words, days_words, language, month_words, number

__all__ = ["age_words", "date_words", "day_words", "month_words", "number", "short_month"]


def age_words(days: int) -> tuple[str, str]:
    """A number of days, and beside it what a person would say: ("164 days", "5 months"); the second may be empty."""
    if days < 0:
        return gettext("in {days}").format(days=days_words(-days)), ""
    if days == 0:
        return pgettext("age", "today"), ""
    exact = days_words(days)
    if days < 61:
        return exact, ""
    if days < 730:
        months = round(days / 30.44)
        return exact, npgettext("age", "{n} month", "{n} months", months).format(n=number(months))
    years = days / 365.25
    if round(years, 1) == int(years + 0.05):
        whole = round(years)
        return exact, npgettext("age", "{n} year", "{n} years", whole).format(n=number(whole))
    return exact, pgettext("age, with a tenth", "{n} years").format(n=tenths(years))


def short_month(day: date) -> str:
    """A month's short name, for a scale."""
    spoken = language()
    if spoken == "en":
        return months_of_cldr(spoken)[day.month - 1][:3]
    return months_of_cldr(spoken, alone=True, short=True)[day.month - 1]


def tenths(value: float) -> str:
    """A number with one place after the point, as the language writes it."""
    return str(format_decimal(value, "0.0", locale=language()))
