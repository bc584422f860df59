"""Dates as people write them in running text, worked out against the day of publication.

In: a text, the publication date, the date rules of a language. Out: `ReadDate`, each as precise as the words are.
Leaves to others: dates in the cells of a list (`homeward.calendars`), and which event a date belongs to.

A weekday or a day without a year is the latest one that is past on the day of publication, unless the words before
it look ahead ("will meet on Sunday", "by 5 June"). Without a publication date such words stay unread.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.errors import BadDateError
from homeward.reading.proposals import ReadDate, Span
from homeward.records import PartialDate

_LOOK_BACK = 70  # characters before a date in which a word of the future counts


@dataclass(frozen=True, slots=True)
class DateRules:
    """How one language writes dates.

    Attributes:
        patterns: (kind, expression) in order of precedence. Groups: d, m, y, wd, n, unit, mod, season, word.
        months, weekdays: word to number; January is 1, Monday is 0. seasons: word to EDTF's 21 to 24.
        numbers: number words. units: word to ``day``, ``week``, ``month`` or ``year``.
        shifts: words such as "last" and "next" to -1 or 1, "this" to 0; and "yesterday" to -1.
        future: matches, in the words before a date, what makes it look ahead.
        joint: what stands between a vague date and the exact one that overrides it (", on ").
        tidy: brings a matched word to the form in which the tables hold it.
    """

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, str]
    shifts: Mapping[str, int]
    future: re.Pattern[str]
    joint: re.Pattern[str]
    tidy: Callable[[str], str] = str.lower


def read_dates(text: str, published: PartialDate | None, rules: DateRules) -> list[ReadDate]:
    """Every date that `rules` can read in `text`, in the order of the text; spans do not overlap."""
    today = published.earliest if published is not None and published.is_day else None
    taken: list[tuple[int, int, str, re.Match[str]]] = []
    covered: set[int] = set()
    for kind, pattern in rules.patterns:
        for match in pattern.finditer(text):
            places = range(match.start(), match.end())
            if not covered.isdisjoint(places):
                continue
            covered.update(places)
            taken.append((match.start(), match.end(), kind, match))
    found: list[ReadDate] = []
    previous: date | None = None
    for start, stop, kind, match in sorted(taken, key=lambda t: t[0]):
        ahead = _looks_ahead(text, start, rules)
        try:
            read = _read(kind, match, rules, today, previous, ahead)
        except (BadDateError, ValueError, OverflowError):
            continue
        if read is None:
            continue
        value, because = read
        if found and _overrides(text, found[-1], start, value, rules):
            vague = found.pop()
            start, because = vague.span.start, f"{because}; it overrides the vaguer words before it"
        found.append(ReadDate(Span(start, stop, text[start:stop]), value, because))
        if value.is_day:
            previous = value.earliest
    return found


def _looks_ahead(text: str, start: int, rules: DateRules) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start]
    cut = max(before.rfind(mark) for mark in ".!?\n")
    return bool(rules.future.search(before[cut + 1 :]))


def _overrides(text: str, earlier: ReadDate, start: int, value: PartialDate, rules: DateRules) -> bool:
    """Whether an exact day follows hard upon a vaguer date and falls within it."""
    if not value.is_day or not rules.joint.fullmatch(text, earlier.span.stop, start):
        return False
    if earlier.value.is_day:  # "on Tuesday, 14 April": the weekday of that day, not of this week
        one, two = earlier.value.earliest, value.earliest
        words = rules.tidy(earlier.span.text).split()
        is_weekday = bool(words) and words[-1] in rules.weekdays
        return is_weekday and one is not None and two is not None and one.weekday() == two.weekday()
    first, last, day = earlier.value.earliest, earlier.value.latest, value.earliest
    return day is not None and (first is None or first <= day) and (last is None or day <= last)


def _read(
    kind: str, match: re.Match[str], rules: DateRules, today: date | None, previous: date | None, ahead: bool
) -> tuple[PartialDate, str] | None:
    groups = {name: rules.tidy(value) for name, value in match.groupdict().items() if value}
    year = _year(groups["y"]) if "y" in groups else None
    month = rules.months.get(groups["m"]) if "m" in groups else None
    if kind == "numeric":
        return _read_numeric(groups, year, ambiguous="/" in match.group())
    if kind == "iso":
        return PartialDate.of(int(groups["y"]), int(groups["mm"]), int(groups["d"])), "written in full"
    if kind == "day":
        if month is None:
            return None
        day = int(re.sub(r"\D", "", groups["d"]))
        if year:
            return PartialDate.of(year, month, day), "written in full"
        if today is None:
            return None
        return _nearest_day(month, day, today, ahead)
    if kind == "month":
        if month is None:
            return None
        if year:
            return PartialDate.of(year, month), "month and year written"
        return _nearest_month(month, rules.shifts.get(groups.get("mod", "")), today, ahead) if today else None
    if kind == "year" and year:
        return (PartialDate.of(year), "year written") if today is None or abs(year - today.year) < 120 else None
    if kind == "season":
        return _read_season(groups, year, rules, today)
    if today is None:
        return None
    if kind == "weekday":
        return _read_weekday(rules.weekdays[groups["wd"]], rules.shifts.get(groups.get("mod", "")), today, ahead)
    if kind == "shift":
        shifted = today + timedelta(days=rules.shifts[groups["word"]])
        return PartialDate.day(shifted), f"counted from the publication date, {today.isoformat()}"
    if kind == "period":
        return _period(rules.units[groups["unit"]], rules.shifts[groups["mod"]], today)
    if kind == "within":
        last, _ = _counted(_number(groups["n"], rules), rules.units[groups["unit"]], today)
        return PartialDate.read(f"{today.isoformat()}/{last.latest}"), f"within that time from {today.isoformat()}"
    if kind in ("ago", "before", "after"):
        number = _number(groups["n"], rules) if "n" in groups else rules.numbers.get(groups["unit"], 1)
        origin = today if kind == "ago" or previous is None else previous
        return _counted(number if kind == "after" else -number, rules.units[groups["unit"]], origin)
    return None


def _year(text: str) -> int:
    digits = int(re.sub(r"\D", "", text))
    return digits if digits > 99 else 2000 + digits if digits < 70 else 1900 + digits


def _number(text: str, rules: DateRules) -> int:
    return int(text) if text.isdecimal() else rules.numbers[text]


def _read_numeric(groups: dict[str, str], year: int | None, *, ambiguous: bool) -> tuple[PartialDate, str] | None:
    if year is None:
        return None
    day, month = int(groups["d"]), int(groups["mm"])
    if month > 12 >= day:
        return PartialDate.of(year, day, month), "in numbers, month first, as no month has that number"
    unsure = ambiguous and day <= 12 and day != month
    return (
        PartialDate.of(year, month, day, qualifier="?" if unsure else ""),
        "in numbers, read day first" + ("; it could be month first" if unsure else ""),
    )


def _nearest_day(month: int, day: int, today: date, ahead: bool) -> tuple[PartialDate, str]:
    for year in range(today.year + (1 if ahead else 0), today.year - 9, -1):
        if day > calendar.monthrange(year, month)[1]:
            continue
        if ahead and year == today.year + 1 and date(today.year, month, min(day, 28)) >= today.replace(day=1):
            continue  # this year's is still to come
        candidate = date(year, month, day)
        if ahead or candidate <= today:
            side = "the next" if ahead and candidate >= today else "the latest"
            return PartialDate.day(candidate), f"{side} such day seen from the publication date, {today.isoformat()}"
    raise ValueError("no such day")


def _nearest_month(month: int, shift: int | None, today: date, ahead: bool) -> tuple[PartialDate, str]:
    year = today.year
    if ahead or shift == 1:
        year += month < today.month or (shift == 1 and month == today.month)
        return PartialDate.of(year, month), "the next such month seen from the publication date"
    if month > today.month or (shift == -1 and month == today.month):
        year -= 1
    return PartialDate.of(year, month), "the latest such month seen from the publication date"


def _read_season(
    groups: dict[str, str], year: int | None, rules: DateRules, today: date | None
) -> tuple[PartialDate, str] | None:
    number = rules.seasons[groups["season"]]
    if year:
        return PartialDate.of(year, number), "season and year written"
    shift = rules.shifts.get(groups.get("mod", ""))
    if today is None or shift is None:
        return None
    starts = date(today.year, 3 * (number - 20), 1)
    current = today.year if shift == 0 or (shift == -1 and _season_over(starts, today)) else today.year + shift
    return PartialDate.of(current, number), "season counted from the publication date"


def _season_over(starts: date, today: date) -> bool:
    return today >= starts + timedelta(days=92)


def _read_weekday(weekday: int, shift: int | None, today: date, ahead: bool) -> tuple[PartialDate, str]:
    if shift == 1 or (shift is None and ahead):
        forward = (weekday - today.weekday()) % 7 or 7
        return PartialDate.day(today + timedelta(days=forward)), f"the next such weekday after {today.isoformat()}"
    back = (today.weekday() - weekday) % 7
    if shift == -1:
        back = back or 7
        day = today - timedelta(days=back)
        # "last Thursday" in a Friday's report is yesterday to some, eight days ago to others.
        unsure = "?" if back <= today.weekday() else ""
        return PartialDate.of(day.year, day.month, day.day, qualifier=unsure), (
            f"the latest such weekday before {today.isoformat()}"
            + ("; the week before may be meant" if unsure else "")
        )
    if shift == 0 and back and ahead:
        return PartialDate.day(today + timedelta(days=7 - back)), f"the coming weekday after {today.isoformat()}"
    return PartialDate.day(today - timedelta(days=back)), (
        f"the latest such weekday, seen from the publication date, {today.isoformat()}"
    )


def _period(unit: str, shift: int, today: date) -> tuple[PartialDate, str]:
    because = f"counted from the publication date, {today.isoformat()}"
    if unit == "year":
        return PartialDate.of(today.year + shift), because
    if unit == "month":
        return _months_from(today, shift, ""), because
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return PartialDate.read(f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"), because
    return PartialDate.day(today + timedelta(days=shift)), because


def _counted(number: int, unit: str, origin: date) -> tuple[PartialDate, str]:
    because = f"counted from {origin.isoformat()}"
    if unit == "year":
        return PartialDate.of(origin.year + number, qualifier="~"), because
    if unit == "month":
        return _months_from(origin, number, "~"), because
    if unit == "week":
        day = origin + timedelta(weeks=number)
        return PartialDate.of(day.year, day.month, day.day, qualifier="~"), because
    return PartialDate.day(origin + timedelta(days=number)), because


def _months_from(origin: date, number: int, qualifier: str) -> PartialDate:
    months = origin.year * 12 + origin.month - 1 + number
    return PartialDate.of(months // 12, months % 12 + 1, qualifier=qualifier)
