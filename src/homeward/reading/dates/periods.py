"""Stretches of the calendar: days, weeks, months, quarters, seasons, years and more, and how they are written down.

In: a grain and a day. Out: `Period`, its neighbours, its value in TIMEX3 and in EDTF.
Leaves to others: which period some words mean.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.records import PartialDate

SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_MONTHS_IN = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
_DAYS_IN = {"D": 1, "W": 7, "WE": 7, "FN": 14}


@dataclass(frozen=True, slots=True)
class Period:
    """One stretch of the calendar.

    Attributes:
        grain: ``D``, ``W``, ``WE`` (weekend), ``M``, ``Q``, ``H`` (half-year), ``S`` (season), ``Y``, ``DE``, ``CE``,
            or ``X``: from `first` to `last`, as a month of another calendar is.
        first: its first day.
        part: of a day: ``MO``, ``AF``, ``EV``, ``NI``, or a time such as ``14:30``.
        last: the last day, for grain ``X`` only.
    """

    grain: str
    first: date
    part: str = ""
    last: date | None = None

    @classmethod
    def around(cls, grain: str, day: date) -> Period:
        """The period of this grain that `day` lies in."""
        if grain in ("W", "WE"):
            monday = day - timedelta(days=day.weekday())
            return cls(grain, monday if grain == "W" else monday + timedelta(days=5))
        if grain in _MONTHS_IN:
            size = _MONTHS_IN[grain]
            # decades and centuries begin with the year 0, as people speak of them
            months = day.year * 12 + day.month - 1
            months -= months % size
            return cls(grain, date(max(1, months // 12), months % 12 + 1, 1))
        if grain == "S":
            months = day.year * 12 + day.month - 3
            months -= months % 3
            return cls(grain, date(months // 12, months % 12 + 3, 1))
        return cls("D", day)

    @classmethod
    def of(cls, value: PartialDate) -> Period | None:
        """The day, month or year that an EDTF date names; None for any other."""
        found = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[?~%]?", value.edtf)
        if found is None or value.earliest is None:
            return None
        return cls("D" if found[3] else "M" if found[2] else "Y", value.earliest)

    @classmethod
    def season(cls, year: int, number: int) -> Period:
        """A northern season by EDTF's number: 21 spring to 24 winter, which begins in December of `year`."""
        return cls("S", date(year, 3 * (number - 20), 1))

    def plus(self, number: int) -> Period:
        """The period so many of its own kind later.

        Raises:
            ValueError, OverflowError: there is no such year.
        """
        if self.grain in _DAYS_IN:
            return Period(self.grain, self.first + timedelta(days=number * _DAYS_IN[self.grain]))
        return Period(self.grain, _add_months(self.first, number * _MONTHS_IN.get(self.grain, 12)))

    def moved(self, unit: str, number: int) -> Period:
        """The period of grain `unit` so many units later than this one."""
        return Period.around(unit, self.first).plus(number)

    @property
    def end(self) -> date:
        """Its last day."""
        if self.last is not None:
            return self.last
        if self.grain == "S":
            return _add_months(self.first, 3) - timedelta(days=1)
        if self.grain == "WE":
            return self.first + timedelta(days=1)
        if self.grain in _DAYS_IN:
            return self.first + timedelta(days=_DAYS_IN[self.grain] - 1)
        if self.grain in ("DE", "CE"):
            years = 10 if self.grain == "DE" else 100
            return date(self.first.year // years * years + years - 1, 12, 31)
        return _add_months(self.first, _MONTHS_IN[self.grain]) - timedelta(days=1)

    @property
    def timex(self) -> str:
        """Its value in TIMEX3."""
        first, grain = self.first, self.grain
        if grain == "D":
            return first.isoformat() + (f"T{self.part}" if self.part else "")
        if grain in ("W", "WE"):
            year, week, _ = first.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if grain == "WE" else "")
        if grain == "M":
            return f"{first.year:04d}-{first.month:02d}"
        if grain in ("Q", "H"):
            return f"{first.year:04d}-{grain}{(first.month - 1) // _MONTHS_IN[grain] + 1}"
        if grain == "S":
            return f"{first.year:04d}-{SEASON_CODES[20 + first.month // 3]}"
        if grain == "X":
            return f"{first.isoformat()}/{self.end.isoformat()}"
        return {"Y": f"{first.year:04d}", "DE": f"{first.year // 10:03d}X", "CE": f"{first.year // 100:02d}"}[grain]

    def partial(self, qualifier: str = "") -> PartialDate:
        """Its value in EDTF level 1; what that cannot name becomes a stretch of days or months."""
        first, grain = self.first, self.grain
        if grain in ("Q", "H"):
            return PartialDate(f"{self._month(first)}{qualifier}/{self._month(self.end)}{qualifier}")
        if grain in ("W", "WE", "X"):
            return PartialDate(f"{first.isoformat()}{qualifier}/{self.end.isoformat()}{qualifier}")
        if grain == "S":
            return PartialDate(f"{first.year:04d}-{20 + first.month // 3}{qualifier}")
        if grain == "CE":
            return PartialDate(f"{first.year // 100:02d}XX{qualifier}")
        text = first.isoformat() if grain == "D" else self.timex
        return PartialDate(text + qualifier)

    @staticmethod
    def _month(day: date) -> str:
        return f"{day.year:04d}-{day.month:02d}"


def _add_months(day: date, number: int) -> date:
    months = day.year * 12 + day.month - 1 + number
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
