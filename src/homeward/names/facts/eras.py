"""Whether two dates are one, had the figures of one calendar not been taken for those of another.

In: two days, or two short stretches of years, that do not fit. Out: the `Mistake` that would explain them, or None.
Leaves to others: what such an explanation is worth (`levels`); it is weak, for there are many ways to be mistaken.

Which calendars can be mixed up shows in the gap between the years, so that most pairs need no conversion: Ethiopian
and Gregorian years are 7 or 8 apart, Buddhist and Gregorian 543, Solar Hijri and Gregorian 621 or 622, lunar Hijri
and Gregorian 579 (now) to 622, the two Hijri years of one number some 41.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from homeward.calendars import Calendar, days_of

_ETHIOPIAN_GAPS = (7, 8)
_TWO_HIJRI_GAPS = range(37, 46)
_BUDDHIST_GAP = 543
_HIJRI_GAPS = range(575, 626)
_SOLAR_GAPS = (621, 622)
# 1 Maskaram of the Ethiopian year 1 (29 August 8, Julian) as a proleptic Gregorian ordinal.
_ETHIOPIAN_EPOCH = 2796
# Lunar months began by sighting: the day can be one off, and evening counts as the next day.
_LEEWAY_DAYS = 2


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mix-up of calendars.

    Attributes:
        words: what must have happened, to follow "agree if".
        far: the years are centuries apart, so that one of them can be meant in no other way.
    """

    words: str
    far: bool = False


_ETHIOPIAN = Mistake("one was taken from the Ethiopian calendar")
_TWO_HIJRI = Mistake("a Solar Hijri date was taken for a lunar Hijri one")
_BUDDHIST = Mistake("one is a year of the Buddhist calendar", far=True)
_SOLAR = Mistake("one is a date of the Solar Hijri calendar", far=True)
_LUNAR = Mistake("one is a date of the lunar Hijri calendar", far=True)


def mistaken_day(one: date, other: date) -> Mistake | None:
    """The mistake that makes one day the other; which comes first makes no difference."""
    early, late = sorted((one, other))
    gap = late.year - early.year
    # The year alone is often converted, and day and month are left as they were.
    copied = (early.month, early.day) == (late.month, late.day)
    if gap in _ETHIOPIAN_GAPS:
        return _ETHIOPIAN if copied or abs(_ethiopian_day(early) - late.toordinal()) <= 1 else None
    if gap in _TWO_HIJRI_GAPS:
        year, month, day = _solar_figures(late)
        return _TWO_HIJRI if _is_day(Calendar.HIJRI, year, month, day, early) else None
    if gap == _BUDDHIST_GAP:
        return _BUDDHIST if copied else None
    if gap in _HIJRI_GAPS:
        figures = early.year, early.month, early.day
        if (copied and gap in _SOLAR_GAPS) or _is_day(Calendar.SOLAR_HIJRI, *figures, late):
            return _SOLAR
        if _is_day(Calendar.HIJRI, *figures, late):
            return _LUNAR
    return None


def mistaken_years(one: tuple[int, int], other: tuple[int, int]) -> Mistake | None:
    """The same for stretches of a year or two, given as first and last year; day and month are not looked at."""
    early, late = sorted((one, other))
    gaps = range(late[0] - early[1], late[1] - early[0] + 1)
    if any(gap in gaps for gap in _ETHIOPIAN_GAPS):
        return _ETHIOPIAN
    if _BUDDHIST_GAP in gaps:
        return _BUDDHIST
    if _meet(gaps, _TWO_HIJRI_GAPS):
        years = range(late[0] - 622, late[1] - 620)
        return _TWO_HIJRI if any(_meets(Calendar.HIJRI, year, early) for year in years) else None
    if _meet(gaps, _HIJRI_GAPS):
        for system, mistake in ((Calendar.SOLAR_HIJRI, _SOLAR), (Calendar.HIJRI, _LUNAR)):
            if any(_meets(system, year, late) for year in range(early[0], early[1] + 1)):
                return mistake
    return None


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _meets(system: Calendar, year: int, years: tuple[int, int]) -> bool:
    """Whether a year of a calendar has a day in these Gregorian years."""
    try:
        first, last = days_of(system, year)
    except (ValueError, OverflowError):
        return False
    return first.year <= years[1] and years[0] <= last.year


def _is_day(system: Calendar, year: int, month: int, day: int, meant: date) -> bool:
    try:
        found = days_of(system, year, month, day)[0]
    except (ValueError, OverflowError):
        return False  # the 31st of a lunar month, say: nobody wrote that
    return abs(found.toordinal() - meant.toordinal()) <= _LEEWAY_DAYS


def _ethiopian_day(figures: date) -> int:
    """The ordinal of the day whose Ethiopian figures these are: twelve months of 30 days and a short thirteenth."""
    year, month, day = figures.year, figures.month, figures.day
    return _ETHIOPIAN_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1


def _solar_figures(day: date) -> tuple[int, int, int]:
    """Year, month and day in the Solar Hijri calendar: six months of 31 days, then of 30."""
    year = day.year - 621
    start = days_of(Calendar.SOLAR_HIJRI, year, 1, 1)[0]
    if start > day:
        year -= 1
        start = days_of(Calendar.SOLAR_HIJRI, year, 1, 1)[0]
    passed = (day - start).days
    if passed < 186:
        return year, passed // 31 + 1, passed % 31 + 1
    return year, (passed - 186) // 30 + 7, (passed - 186) % 30 + 1
