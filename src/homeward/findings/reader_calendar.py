"""In which calendar this reader wishes to see days; the Gregorian day, as it is stored, always stands beside.

In: the choice kept in the browser; a day. Out: the day in words of that calendar, or None where it is the Gregorian.
Leaves to others: converting (`homeward.calendars`), marking up (`markup`), keeping the choice (`web.views.language`).

Only whole days are turned: a month or a year of one calendar is none of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from homeward.calendars import Calendar, in_calendar, is_hebrew_leap

CALENDAR_COOKIE = "homeward_calendar"
CALENDARS: dict[str, Promise] = {
    Calendar.GREGORIAN: gettext_lazy("Gregorian"),
    Calendar.HIJRI: gettext_lazy("Hijri"),
    Calendar.SOLAR_HIJRI: gettext_lazy("Solar Hijri"),
    Calendar.HEBREW: gettext_lazy("Hebrew"),
}
_HIJRI = (
    pgettext_lazy("month", "Muharram"),
    pgettext_lazy("month", "Safar"),
    pgettext_lazy("month", "Rabi al-Awwal"),
    pgettext_lazy("month", "Rabi al-Thani"),
    pgettext_lazy("month", "Jumada al-Ula"),
    pgettext_lazy("month", "Jumada al-Akhirah"),
    pgettext_lazy("month", "Rajab"),
    pgettext_lazy("month", "Shaban"),
    pgettext_lazy("month", "Ramadan"),
    pgettext_lazy("month", "Shawwal"),
    pgettext_lazy("month", "Dhu al-Qadah"),
    pgettext_lazy("month", "Dhu al-Hijjah"),
)
_SOLAR_HIJRI = (
    pgettext_lazy("month", "Farvardin"),
    pgettext_lazy("month", "Ordibehesht"),
    pgettext_lazy("month", "Khordad"),
    pgettext_lazy("month", "Tir"),
    pgettext_lazy("month", "Mordad"),
    pgettext_lazy("month", "Shahrivar"),
    pgettext_lazy("month", "Mehr"),
    pgettext_lazy("month", "Aban"),
    pgettext_lazy("month", "Azar"),
    pgettext_lazy("month", "Dey"),
    pgettext_lazy("month", "Bahman"),
    pgettext_lazy("month", "Esfand"),
)
_HEBREW = (
    pgettext_lazy("month", "Nisan"),
    pgettext_lazy("month", "Iyar"),
    pgettext_lazy("month", "Sivan"),
    pgettext_lazy("month", "Tammuz"),
    pgettext_lazy("month", "Av"),
    pgettext_lazy("month", "Elul"),
    pgettext_lazy("month", "Tishri"),
    pgettext_lazy("month", "Heshvan"),
    pgettext_lazy("month", "Kislev"),
    pgettext_lazy("month", "Tevet"),
    pgettext_lazy("month", "Shevat"),
    pgettext_lazy("month", "Adar"),
    pgettext_lazy("month", "Adar II"),
)
_MONTHS = {Calendar.HIJRI: _HIJRI, Calendar.SOLAR_HIJRI: _SOLAR_HIJRI, Calendar.HEBREW: _HEBREW}
_chosen: ContextVar[Calendar] = ContextVar("calendar of the reader", default=Calendar.GREGORIAN)


@contextmanager
def reading_in(calendar: str) -> Iterator[None]:
    """Show days in a calendar; in the Gregorian where the word is none of ours."""
    token = _chosen.set(Calendar(calendar) if calendar in CALENDARS else Calendar.GREGORIAN)
    try:
        yield
    finally:
        _chosen.reset(token)


def chosen() -> Calendar:
    """The calendar in which days are shown now."""
    return _chosen.get()


def in_words(day: date) -> str | None:
    """A day in the reader's calendar; None where that is the Gregorian, or the calendar does not reach the day."""
    system = _chosen.get()
    if system is Calendar.GREGORIAN:
        return None
    found = in_calendar(system, day)
    if found is None:
        return None
    year, month, of_month = found
    name = str(_MONTHS[system][month - 1])
    if system is Calendar.HEBREW and month == 12 and is_hebrew_leap(year):
        name = pgettext("month", "Adar I")
    return pgettext("day of another calendar", "{day} {month} {year}").format(day=of_month, month=name, year=year)
