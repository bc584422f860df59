"""Stretches of the calendar: weeks, months, quarters, seasons, years, decades; ranges and rows of days and months.

In: `Slots`. Out: `Draft`s by the kind of rule, in `KINDS`.
Leaves to others: single days (`days`), what is counted from a day (`counted`).
"""

from __future__ import annotations

from datetime import date, timedelta

from homeward.reading.dates.days import CALENDAR_OF, is_ahead, nearest_day, other_calendar
from homeward.reading.dates.days import KINDS as DAYS
from homeward.reading.dates.periods import SEASON_CODES, Period
from homeward.reading.dates.scene import Draft, Kinds, Slots, draft_of, seen_from, undated, year_of, years_on


def _month(slots: Slots) -> list[Draft]:
    for name, system in CALENDAR_OF.items():
        if name in slots:
            return other_calendar(slots, system, slots.number(name), None)
    month, year, today = slots.number("month"), year_of(slots), slots.scene.today
    if year is not None:
        return draft_of(slots, Period("M", date(year, month, 1)), "month and year written")
    if today is None:
        return undated(slots, f"XXXX-{month:02d}")
    shift = slots.number("shift") if "shift" in slots else None
    heading = slots.scene.heading_at(slots.first)
    if heading is not None and shift is None:
        months = [Period("M", date(heading.first.year + n, month, 1)) for n in (-1, 0, 1)]
        nearest = min(months, key=lambda m: abs((m.first - heading.first).days))
        return draft_of(slots, nearest, "the nearest such month to the date before")
    ahead = shift == 1
    if shift is None:
        last = date(today.year - (month > today.month), month, 1)
        coming = date(today.year + (month < today.month), month, 1)
        tense = slots.scene.tense(slots.first, slots.last)
        due = slots.scene.is_deadline(slots.first)
        ahead = tense > 0 if last == coming else is_ahead(last, coming, today, tense, due=due)
    year = today.year
    if shift == 0:
        return draft_of(slots, Period("M", date(year, month, 1)), "that month of the year of publication")
    if ahead:
        year += month < today.month or (shift == 1 and month == today.month)
        because = "the next such month seen from the publication date"
    else:
        year -= month > today.month or (shift == -1 and month == today.month)
        because = "the latest such month seen from the publication date"
    return draft_of(slots, Period("M", date(year, month, 1)), because)


def _week_of(slots: Slots) -> list[Draft]:
    """For "the first week of March", seven days counted from the month's beginning, or its last seven."""
    number = slots.number("which")
    months = _month(slots)
    if not months or months[0].period is None or number > 4:
        return []
    month = months[0].period
    first = month.end - timedelta(days=6) if number < 0 else month.first + timedelta(days=7 * number - 7)
    week = Period("X", first, last=first + timedelta(days=6))
    value = Period.around("W", first + timedelta(days=3)).timex
    return draft_of(slots, week, f"a week of {month.timex}", value=value)


def _month_meant(slots: Slots) -> Period | None:
    """The month in which a day is counted: by its name, "this month", or the month told of."""
    today, anchor = slots.scene.today, slots.scene.anchor
    if "month" in slots:
        months = _month(slots)
        return months[0].period if months else None
    if "shift" in slots:
        return Period.around("M", today).plus(slots.number("shift")) if today is not None else None
    if anchor is not None and anchor.grain in ("D", "M"):
        return Period.around("M", anchor.first)
    return Period.around("M", today) if today is not None else None


def _day_of(slots: Slots) -> list[Draft]:
    """For "the 30th of this month", "the first Thursday of March", "the last day of June"."""
    month = _month_meant(slots)
    if month is None or month.grain != "M":
        return []
    if "day" in slots:
        day = month.first.replace(day=slots.number("day"))
    else:
        which = slots.number("which")
        weekday = slots.number("weekday") if "weekday" in slots else None
        days = [month.first + timedelta(days=n) for n in range(month.end.day)]
        days = [d for d in days if weekday is None or d.weekday() == weekday]
        if not (which == -1 or 1 <= which <= len(days)):
            return []
        day = days[which if which < 0 else which - 1]
    return draft_of(slots, Period("D", day), f"counted in {month.timex}")


def _half_month(slots: Slots) -> list[Draft]:
    """For "the first half of October": to the 15th, or from the 16th on."""
    month, which = _month_meant(slots), slots.number("which")
    if month is None or month.grain != "M" or which not in (1, 2):
        return []
    middle = month.first.replace(day=15)
    first, last = (month.first, middle) if which == 1 else (middle + timedelta(days=1), month.end)
    return draft_of(slots, Period("X", first, last=last), f"half of {month.timex}", value=month.timex)


def _week_with(slots: Slots) -> list[Draft]:
    """For "the week of 19 September"."""
    made = DAYS["date"](slots)
    for draft in made:
        if draft.period is not None:
            draft.period = Period.around("W", draft.period.first)
    return made


def _plain_year(slots: Slots, bare: str = "") -> list[Draft]:
    """A year by itself; `bare` where no preposition before it says that it is one."""
    year = year_of(slots)
    if year is None or (bare and not _looks_like_a_year(slots, year)):
        return []
    today = slots.scene.today
    if today is not None and abs(year - today.year) >= 250:
        return []
    return draft_of(slots, Period("Y", date(year, 1, 1)), "year written")


def _looks_like_a_year(slots: Slots, year: int) -> bool:
    items, first, last = slots.scene.items, slots.first - 1, slots.last + 1
    today = slots.scene.today
    if not 1900 <= year <= (today.year if today else 2025) + 15 or first < 0:
        return False
    before, word = items.grammar.categories.get(items.codes[first], frozenset()), items.keys[first]
    if before & {"not_before_a_year", "number", "about"} or not (isinstance(word, str) and word.isalpha()):
        return False
    if items.stops[first] == items.starts[slots.first]:
        return False  # part of a longer name or number
    after = items.keys[last] if last < len(items.keys) else "."
    if not isinstance(after, str) or (items.codes[last : last + 1] == "o" and after.endswith("s")):
        return False  # "counted 2010 houses"
    return after not in ("-", "/", ":", "%") and items.codes[first] in "oO" + items.grammar.chars("before_a_year")


def _season(slots: Slots) -> list[Draft]:
    number, year, today = slots.number("season"), year_of(slots), slots.scene.today
    if year is not None:
        return draft_of(slots, Period.season(year, number), "season and year written")
    if today is None:
        return undated(slots, f"XXXX-{SEASON_CODES[number]}")
    shift = slots.number("shift") if "shift" in slots else None
    this = Period.season(today.year, number)
    if shift is None:
        tense = slots.scene.tense(slots.first, slots.last)
        found = (
            this
            if (tense > 0 and this.end >= today) or (tense <= 0 and this.first <= today)
            else this.plus(1 if tense > 0 else -1)
        )
        return draft_of(slots, found, "the nearest such season on that side of the publication date")
    found = this if shift == 0 or (shift == -1 and this.end < today) else this.plus(shift)
    return draft_of(slots, found, "season counted from the publication date")


def _quarter(slots: Slots, grain: str) -> list[Draft]:
    """The quarter or half-year of that number; -1 is the last of its year."""
    number, today, year = slots.number("which"), slots.scene.today, year_of(slots)
    number = (4 if grain == "Q" else 2) if number == -1 else number
    if not 1 <= number <= (4 if grain == "Q" else 2):
        return []
    month = 1 + (number - 1) * (3 if grain == "Q" else 6)
    if year is not None:
        return draft_of(slots, Period(grain, date(year, month, 1)), "written with its year")
    if today is None:
        return undated(slots, f"XXXX-{grain}{number}")
    this = Period(grain, date(today.year, month, 1))
    tense = slots.scene.tense(slots.first, slots.last)
    if tense > 0:
        found = this if this.end >= today else years_on(this, 1)
    else:
        found = this if this.first <= today else years_on(this, -1)
    return draft_of(slots, found, f"the nearest one on that side of {seen_from(slots)}")


def _decade(slots: Slots, short: str = "") -> list[Draft]:
    value = slots.number("decade")
    if value < 1000 and not short:
        return []
    year = value if value >= 1000 else 1900 + value if value >= 20 else 2000 + value
    if "which" in slots:  # "the sixties of the 19th century"
        year = slots.number("which") * 100 - 100 + value % 100
    if year % 10 or not 1000 <= year <= 2200:
        return []
    return draft_of(slots, Period("DE", date(year, 1, 1)), "decade written")


def _century(slots: Slots) -> list[Draft]:
    number = slots.number("which")
    return (
        draft_of(slots, Period("CE", date(number * 100 - 100, 1, 1)), "century written") if 10 < number < 30 else []
    )


def _period(slots: Slots, shift: str = "") -> list[Draft]:
    """For "Last week", "this year": counted from the publication."""
    today = slots.scene.today
    unit = slots.text("unit")
    number = int(shift) if shift else slots.number("shift")
    if unit in ("h", "min", "s", "N", "FN", "D") or today is None:
        return []
    if unit == "WE":
        return draft_of(slots, _weekend(today, number), f"counted from {seen_from(slots)}")
    return draft_of(slots, Period.around(unit, today).plus(number), f"counted from {seen_from(slots)}")


def _weekend(today: date, shift: int) -> Period:
    this = Period.around("WE", today)
    if shift == -1 and today.weekday() == 6:
        return this.plus(-1)
    return this.plus(shift)


def _this_unit(slots: Slots, mod: str = "") -> list[Draft]:
    """For "The quarter", "the year": the one told of before, else the one of publication."""
    today, anchor, unit = slots.scene.today, slots.scene.anchor, slots.text("unit")
    items = slots.scene.items
    if unit not in ("W", "M", "Q", "Y", "DE") or items.text[items.starts[slots.last]].isupper():
        return []  # "Player of the Year"
    if anchor is not None and anchor.grain == unit == "Q":
        return draft_of(slots, anchor, "the one told of before", mod=mod)
    return draft_of(slots, Period.around(unit, today), "the one of publication", mod=mod) if today is not None else []


def _the_weekend(slots: Slots) -> list[Draft]:
    today = slots.scene.today
    if today is None:
        return []
    ahead = slots.scene.tense(slots.first, slots.last) > 0
    this = Period.around("WE", today)
    found = this if ahead or this.first <= today else this.plus(-1)
    return draft_of(slots, found, f"the nearest one on that side of {seen_from(slots)}")


def _day_range(slots: Slots) -> list[Draft]:
    """For "28 to 30 May": two days of one month."""
    one, two = slots.number("day"), slots.number("day2")
    if one >= two:
        return []
    if "month" not in slots:
        return _days_from_to(slots, one, two)
    month, year, today = slots.number("month"), year_of(slots), slots.scene.today
    if year is None:
        if today is None:
            return []
        found, because = nearest_day(month, two, today, slots.scene.tense(slots.first, slots.last), None)
        year = found.year
    else:
        because = "written in full"
    edge = slots.place("day2")
    start = slots.place("day")
    head_first = slots.place("month") < start  # "May 28-30"
    first = Draft(slots.first, start, because, Period("D", date(year, month, one)))
    second = Draft(edge, slots.last, because, Period("D", date(year, month, two)), joined=slots.is_range(start, edge))
    if head_first:
        first.last = start
    return [first, second]


def _days_from_to(slots: Slots, one: int, two: int) -> list[Draft]:
    """For "the 14th to the 20th of this month"."""
    month = _month_meant(slots)
    if month is None:
        return []
    edge = slots.place("day2")
    because = f"counted in {month.timex}"
    first, last = (Period("D", month.first.replace(day=day)) for day in (one, two))
    return [
        Draft(slots.first, slots.place("day"), because, first),
        Draft(edge, slots.last, because, last, joined=slots.is_range(slots.place("day"), edge)),
    ]


def _day_list(slots: Slots) -> list[Draft]:
    """For "3, 5 and 9 May": days of one month, each by itself."""
    month, year, today = slots.number("month"), year_of(slots), slots.scene.today
    names = ("day", "day2", "day3")
    because = "written in full"
    if year is None:
        if today is None:
            return []
        tense = slots.scene.tense(slots.first, slots.last)
        found, because = nearest_day(month, slots.number("day3"), today, tense, None)
        year = found.year
    made = [
        Draft(slots.place(name), slots.place(name), because, Period("D", date(year, month, slots.number(name))))
        for name in names
    ]
    made[0].first, made[-1].last = slots.first, slots.last
    return made


def _month_range(slots: Slots) -> list[Draft]:
    """For "Between March and May 2023": the year belongs to both."""
    year = year_of(slots)
    if year is None:
        return []
    one, two = slots.number("month"), slots.number("month2")
    because = "month and year written"
    first = Period("M", date(year - (one > two), one, 1))
    start, edge = slots.place("month"), slots.place("month2")
    joined = slots.is_range(start, edge)
    return [
        Draft(slots.first, start, because, first),
        Draft(edge, slots.last, because, Period("M", date(year, two, 1)), joined=joined),
    ]


def _month_pair(slots: Slots) -> list[Draft]:
    """For "April and May": each by itself."""
    today = slots.scene.today
    if today is None:
        return []
    ahead = slots.scene.tense(slots.first, slots.last) > 0
    made = []
    for name, first, last in (("month", slots.first, slots.place("month")), ("month2", slots.last, slots.last)):
        number = slots.number(name)
        year = today.year + (number < today.month if ahead else -(number > today.month))
        made.append(Draft(first, last, "the nearest such month on that side", Period("M", date(year, number, 1))))
    return made


def _year_range(slots: Slots) -> list[Draft]:
    one = slots.number("year")
    two = slots.number("year2") if "year2" in slots else one - one % 100 + slots.number("yy2")
    if not 0 < two - one < 150 or not 1500 < one < 2200:
        return []
    edge = slots.place("year2") if "year2" in slots else slots.place("yy2")
    return [
        Draft(slots.first, slots.place("year"), "year written", Period("Y", date(one, 1, 1))),
        Draft(edge, slots.last, "year written", Period("Y", date(two, 1, 1)), joined=True),
    ]


KINDS: Kinds = {
    "thisunit": _this_unit,
    "month": _month,
    "weekof": _week_of,
    "weekwith": _week_with,
    "dayof": _day_of,
    "halfmonth": _half_month,
    "year": _plain_year,
    "season": _season,
    "quarter": _quarter,
    "decade": _decade,
    "century": _century,
    "period": _period,
    "weekend": _the_weekend,
    "dayrange": _day_range,
    "daylist": _day_list,
    "monthrange": _month_range,
    "monthpair": _month_pair,
    "yearrange": _year_range,
}
