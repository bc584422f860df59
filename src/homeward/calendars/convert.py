"""Years, months and days of other calendars as stretches of Gregorian days.

In: a calendar, a year, and a month and day if known. Out: the first and last Gregorian day; or the other way round.
Leaves to others: reading text (`written`), saying how sure it is.

Hijri days follow Umm al-Qura for 1343 to 1500 AH and the tabular calendar outside; where the month began by sighting,
the true day can differ by one. The Hebrew calendar is computed after Dershowitz and Reingold, "Calendrical
Calculations", with months counted from Nisan.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum

# hijridate and jdatetime are imported where they are used: names need calendars for a few mistaken dates only, and
# importing names is to be light.

_HEBREW_EPOCH = -1373427  # day 0 of the Hebrew count as a proleptic Gregorian ordinal, see _hebrew_elapsed
_HIJRI_EPOCH = 227015  # 1 Muharram 1 AH (16 July 622, Julian) as a proleptic Gregorian ordinal


class Calendar(StrEnum):
    """The calendars in which lists and reports give dates."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    SOLAR_HIJRI = "solar_hijri"
    BUDDHIST = "buddhist"
    HEBREW = "hebrew"


def days_of(system: Calendar, year: int, month: int | None = None, day: int | None = None) -> tuple[date, date]:
    """The first and the last Gregorian day that a date of another calendar can mean.

    Raises:
        ValueError: no such year, month or day in that calendar.
    """
    if month is None:
        if system is Calendar.HEBREW:
            return _hebrew_day(year, 7, 1), _hebrew_day(year + 1, 7, 1) - timedelta(days=1)
        return days_of(system, year, 1, 1)[0], days_of(system, year + 1, 1, 1)[0] - timedelta(days=1)
    if day is None:
        last = _month_length(system, year, month)
        return days_of(system, year, month, 1)[0], days_of(system, year, month, last)[0]
    if not 1 <= day <= _month_length(system, year, month):
        raise ValueError("no such day in the month")
    found = _day(system, year, month, day)
    return found, found


def in_calendar(system: Calendar, day: date) -> tuple[int, int, int] | None:
    """Year, month and day of a Gregorian day in another calendar; None where that calendar does not reach it."""
    try:
        if system is Calendar.HIJRI:
            return _in_hijri(day)
        if system is Calendar.SOLAR_HIJRI:
            import jdatetime

            made = jdatetime.date.fromgregorian(date=day)
            return made.year, made.month, made.day
        if system is Calendar.BUDDHIST:
            return day.year + 543, day.month, day.day
        if system is Calendar.HEBREW:
            return _in_hebrew(day)
    except (ValueError, OverflowError):
        return None
    return day.year, day.month, day.day


def _in_hijri(day: date) -> tuple[int, int, int] | None:
    if date(1924, 8, 1) <= day <= date(2077, 11, 16):  # Umm al-Qura, as `hijridate` holds it
        from hijridate import Gregorian

        made = Gregorian(day.year, day.month, day.day).to_hijri()
        return made.year, made.month, made.day
    year = (30 * (day.toordinal() - _HIJRI_EPOCH) + 10646) // 10631
    for month in range(12, 0, -1):
        first, last = days_of(Calendar.HIJRI, year, month)
        if first <= day <= last:
            return year, month, (day - first).days + 1
    return None


def _in_hebrew(day: date) -> tuple[int, int, int] | None:
    year = day.year + 3761
    if _hebrew_new_year(year) > day.toordinal():
        year -= 1
    for month in range(1, 14 if _hebrew_leap(year) else 13):
        first, last = days_of(Calendar.HEBREW, year, month)
        if first <= day <= last:
            return year, month, (day - first).days + 1
    return None


def is_hebrew_leap(year: int) -> bool:
    """Whether a year of the Hebrew calendar has two months of Adar."""
    return _hebrew_leap(year)


def _day(system: Calendar, year: int, month: int, day: int) -> date:
    if system is Calendar.HIJRI:
        if 1343 <= year <= 1500:
            from hijridate import Hijri

            return date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())
        return date.fromordinal(
            _HIJRI_EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + _hijri_before(month) + day
        )
    if system is Calendar.SOLAR_HIJRI:
        import jdatetime

        made: date = jdatetime.date(year, month, day).togregorian()
        return made
    if system is Calendar.BUDDHIST:
        return date(year - 543, month, day)
    if system is Calendar.HEBREW:
        return _hebrew_day(year, month, day)
    return date(year, month, day)


def _month_length(system: Calendar, year: int, month: int) -> int:
    most = 13 if system is Calendar.HEBREW and _hebrew_leap(year) else 12
    if not 1 <= month <= most:
        raise ValueError("no such month")
    if system is Calendar.HIJRI:
        if 1343 <= year <= 1500:
            from hijridate import Hijri

            return int(Hijri(year, month, 1).month_length())
        return 30 if month % 2 or (month == 12 and (11 * year + 14) % 30 < 11) else 29
    if system is Calendar.SOLAR_HIJRI:
        if month < 12:
            return 31 if month <= 6 else 30
        import jdatetime

        return 30 if jdatetime.date(year, 1, 1).isleap() else 29
    if system is Calendar.HEBREW:
        return _hebrew_month_length(year, month)
    return calendar.monthrange(year - 543 if system is Calendar.BUDDHIST else year, month)[1]


def _hijri_before(month: int) -> int:
    return 29 * (month - 1) + month // 2


def _hebrew_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _hebrew_elapsed(year: int) -> int:
    """Days from the epoch to 1 Tishri of the year."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + 1 if (3 * (days + 1)) % 7 < 3 else days


def _hebrew_new_year(year: int) -> int:
    before, this, after = (_hebrew_elapsed(y) for y in (year - 1, year, year + 1))
    shift = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _HEBREW_EPOCH + this + shift


def _hebrew_month_length(year: int, month: int) -> int:
    length = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    if month == 8:
        return 30 if length % 10 == 5 else 29
    if month == 9:
        return 29 if length % 10 == 3 else 30
    if month == 12:
        return 30 if _hebrew_leap(year) else 29
    return 29 if month in (2, 4, 6, 10, 13) else 30


def _hebrew_day(year: int, month: int, day: int) -> date:
    last = 13 if _hebrew_leap(year) else 12
    passed = range(7, month) if month >= 7 else (*range(7, last + 1), *range(1, month))
    ordinal = _hebrew_new_year(year) + sum(_hebrew_month_length(year, m) for m in passed) + day - 1
    return date.fromordinal(ordinal)
