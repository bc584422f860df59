"""When two people were born: dates and ages, however uncertain, side by side.

In: two records. Out: a `Finding`, or None where one side knows nothing.
Leaves to others: reading dates (`homeward.calendars`), mistaken calendars (`eras`), and what a level is worth
(`levels`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

from homeward.names.facts.eras import Mistake, mistaken_day, mistaken_years
from homeward.names.facts.findings import Finding, found
from homeward.names.facts.levels import (
    ABOUT_DAYS,
    BIRTH_DAYS,
    BIRTH_ROUGH,
    BIRTH_STRETCHES,
    FIRST_OF_JANUARY_YEARS,
)
from homeward.records import PartialDate, PersonRecord

_YEAR_DAYS = 365.25
_LAST_DAY = date.max.toordinal()
# The longest date that is preferred to an age with its day.
_VAGUE_DAYS = 3 * 366
# Longest life: where one end of a date is open, it is taken to lie so far from the other.
_LIFE_DAYS = 36525
# A gap of so many days reaches this level; a few days more than the name says, so that year ends do not decide.
_RUNGS = (
    (366 + 31, "within 1 year"),
    (3 * 366, "within 3 years"),
    (6 * 366, "within 6 years"),
    (15 * 366, "within 15 years"),
)


class Exactness(IntEnum):
    """How a birth is known, the least exact first."""

    ROUGH = 0
    STRETCH = 1
    DAY = 2


@dataclass(frozen=True, slots=True)
class Born:
    """The days on which somebody can be born.

    Attributes:
        first, last: ordinals of the first and the last day, with the leeway that "about" gives.
        words: as the record has it.
        made_up: it is a first of January, and so may say no more than the year.
        aged: it was worked out from an age.
        years: first and last year as written, without leeway; None for an age or an open stretch.
    """

    first: int
    last: int
    words: str
    exactness: Exactness
    made_up: bool = False
    aged: bool = False
    years: tuple[int, int] | None = None

    @property
    def length(self) -> int:
        """How many days it can be."""
        return self.last - self.first + 1


def compare_births(a: PersonRecord, b: PersonRecord) -> Finding | None:
    """Compare birth dates, or ages with the day for which they hold, or one with the other."""
    left, right = _born(a), _born(b)
    if left is None or right is None:
        return None
    level, bits, words = _level(left, right)
    fact = "age" if left.aged or right.aged else "birth date"
    return found(fact, left.words, right.words, level, bits, words)


def _level(left: Born, right: Born) -> tuple[str, float, str]:
    exactness = min(left.exactness, right.exactness)
    shown = f"{left.words} and {right.words}"
    if exactness is Exactness.DAY:
        level, words = _level_of_days(date.fromordinal(left.first), date.fromordinal(right.first), left.words, shown)
        return level, BIRTH_DAYS[level].bits, words
    table = BIRTH_STRETCHES if exactness is Exactness.STRETCH else BIRTH_ROUGH
    gap = max(right.first - left.last, left.first - right.last)
    if gap <= 0:
        years = max(left.length, right.length) / _YEAR_DAYS
        words = f"{left.words} on both sides" if left.words == right.words else f"{shown} fit together"
        if left.made_up and right.made_up:
            years = FIRST_OF_JANUARY_YEARS
            words += "; the first of January often stands for a day that is not known"
        elif left.made_up or right.made_up:
            words += ": the first of January often stands for a day that is not known"
        return "fits", table["fits"].bits_over(years), words
    level = _rung(gap)
    if level == "within 1 year":
        return level, table[level].bits, f"{shown} are about a year apart"
    if left.years and right.years:
        if mistake := mistaken_years(left.years, right.years):
            level = _level_of(mistake)
            return level, table[level].bits, f"{shown} agree if {mistake.words}"
        if left.years[0] == left.years[1] and right.years[0] == right.years[1]:
            slip = _slip(f"{left.years[0]:04d}", f"{right.years[0]:04d}")
            if slip and table["year slip"].bits > table[level].bits:
                return "year slip", table["year slip"].bits, f"{shown} differ in the year, {slip}"
    return level, table[level].bits, f"{shown} do not fit, {_years_apart(gap)}"


def _level_of_days(one: date, other: date, words: str, shown: str) -> tuple[str, str]:
    if one == other:
        return "same", f"{words} on both sides"
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return "swapped", f"{shown} differ by day and month swapped"
    alike = (one.year == other.year) + (one.month == other.month) + (one.day == other.day)
    if alike == 2:
        if abs(one.year - other.year) == 1:
            return "year off by one", f"{shown} differ by one year"
        # The date differs in one number only: its digits decide whether a pen can have slipped.
        written = zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True)
        here, there = next(pair for pair in written if pair[0] != pair[1])
        if slip := _slip(f"{here:02d}", f"{there:02d}"):
            level = "transposed" if "turned" in slip else "one digit"
            return level, f"{shown} differ by {slip}"
        if one.year == other.year:
            return "one number", f"{shown} differ in one number"
    if mistake := mistaken_day(one, other):
        return _level_of(mistake), f"{shown} agree if {mistake.words}"
    gap = abs(one.toordinal() - other.toordinal())
    if one.year == other.year:
        return "same year", f"{shown} agree only in the year"
    if (mistake := mistaken_years((one.year, one.year), (other.year, other.year))) and mistake.far:
        return "same year", f"{shown} agree only in the year, if {mistake.words}"
    return _rung(gap), f"{shown} do not fit, {_years_apart(gap)}"


def _level_of(mistake: Mistake) -> str:
    return "era" if mistake.far else "calendar"


def _rung(gap: int) -> str:
    return next((level for most, level in _RUNGS if gap <= most), "far")


def _years_apart(gap: int) -> str:
    years = round(gap / _YEAR_DAYS)
    return f"{years} years apart" if years > 1 else "about a year apart"


def _slip(one: str, other: str) -> str:
    """The slip of the pen that makes one number the other, in words; empty if there is none."""
    wrong = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    if len(wrong) == 1:
        return "one digit"
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and one[wrong[0]] == other[wrong[1]]:
        return "two digits turned round" if one[wrong[1]] == other[wrong[0]] else ""
    return ""


# --- what one record says -----------------------------------------------------------------------------------------


def _born(record: PersonRecord) -> Born | None:
    born = _born_on(record.birth.edtf) if record.birth is not None else None
    if record.age_years is None or record.as_of is None or (born and born.length <= _VAGUE_DAYS):
        return born
    aged = _born_by_age(record.age_years, record.as_of.edtf)
    return aged if born is None or (aged and aged.length < born.length) else born


@lru_cache(maxsize=16384)
def _born_on(edtf: str) -> Born | None:
    written = PartialDate(edtf)
    first, last = written.earliest, written.latest
    if first is None and last is None:
        return None
    start = first.toordinal() if first else max(1, last.toordinal() - _LIFE_DAYS) if last else 1
    stop = last.toordinal() if last else min(_LAST_DAY, start + _LIFE_DAYS)
    years = (first.year, last.year) if first and last and stop - start < 2 * 366 else None
    if written.qualifier:
        leeway = ABOUT_DAYS[_grain(edtf)] if written.qualifier != "?" else 0
        return Born(max(1, start - leeway), min(_LAST_DAY, stop + leeway), edtf, Exactness.ROUGH, years=years)
    if first and first == last and (first.month, first.day) == (1, 1):
        return Born(start, start + 364, edtf, Exactness.STRETCH, made_up=True, years=years)
    return Born(start, stop, edtf, Exactness.DAY if start == stop else Exactness.STRETCH, years=years)


@lru_cache(maxsize=16384)
def _born_by_age(age_years: int, as_of: str) -> Born | None:
    spoken = PartialDate(as_of)
    first, last = spoken.earliest, spoken.latest
    if first is None or last is None or not 0 <= age_years < first.year - 1:
        return None
    start = _years_before(first, age_years + 1) + 1
    stop = _years_before(last, age_years)
    return Born(start, stop, f"aged {age_years} in {as_of}", Exactness.ROUGH, aged=True)


def _years_before(day: date, years: int) -> int:
    if (day.month, day.day) == (2, 29):
        day = date(day.year, 2, 28)
    return day.replace(year=day.year - years).toordinal()


def _grain(edtf: str) -> str:
    written = edtf.rsplit("/", 1)[-1].rstrip("?~%")
    if "X" in written or len(written) <= 4:
        return "year"
    return "day" if len(written) > 7 else "month"
