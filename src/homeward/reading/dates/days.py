"""Days and times of day: dates with and without a year, weekdays, holidays, the clock, days of other calendars.

In: `Slots`. Out: `Draft`s by the kind of rule, in `KINDS`.
Leaves to others: longer periods (`stretches`), what is counted from a day (`counted`).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta

from homeward.calendars import Calendar, is_hebrew_leap, to_ascii_digits
from homeward.reading.dates.items import whole_date
from homeward.reading.dates.periods import Period
from homeward.reading.dates.rules import WholeDate
from homeward.reading.dates.scene import (
    Draft,
    Kinds,
    Slots,
    amount_of,
    draft_of,
    full_year,
    seen_from,
    typed,
    undated,
    with_part,
    year_of,
)

CALENDAR_OF = {
    "hijri_month": Calendar.HIJRI,
    "solar_month": Calendar.SOLAR_HIJRI,
    "hebrew_month": Calendar.HEBREW,
}


_SOON = 75  # days: a day without a year that is so near ahead, and long past, is the one ahead
_LATELY = 290
_FAR = (
    215  # days ahead: so far, where the last one was less than _SINCE days ago, that one is meant whatever the verb
)
_SINCE = 125


def _date(slots: Slots) -> list[Draft]:
    day = slots.number("day")
    for name, system in CALENDAR_OF.items():
        if name in slots:
            return _by_the_weekday(slots, other_calendar(slots, system, slots.number(name), day))
    if slots.is_name("day"):
        raise ValueError("the Ninth of May Bridge is no day")
    if "same" in slots and slots.number("same") != slots.number("month"):
        return []  # "3 March - April"
    month, year = slots.number("month"), year_of(slots)
    weekday = slots.number("weekday") if "weekday" in slots else None
    if not 1 <= day <= (calendar.monthrange(year or 2024, month)[1] if year is None or 1 <= year <= 9998 else 0):
        raise ValueError("no such day")
    if year is not None:
        period = Period("D", date(year, month, day))
        unsure = weekday is not None and period.first.weekday() != weekday
        because = "written in full" + ("; the weekday does not fit" if unsure else "")
        return typed(draft_of(slots, with_part(period, slots), because, "?" if unsure else ""))
    if slots.scene.today is None:
        return undated(slots, f"XXXX-{month:02d}-{day:02d}")
    if (told := _in_chronicle(slots, month, day)) is not None:
        return typed(draft_of(slots, with_part(Period("D", told), slots), "the nearest such day to the date before"))
    tense = slots.scene.tense(slots.first, slots.last)
    due = slots.scene.is_deadline(slots.first)
    if due and weekday is None and (origin := slots.scene.promised(slots.first)) is not None:
        years = [y for y in (origin.year, origin.year + 1) if day <= calendar.monthrange(y, month)[1]]
        ends = [d for y in years if 0 <= ((d := date(y, month, day)) - origin).days < _LATELY]
        if ends:
            return typed(draft_of(slots, with_part(Period("D", ends[0]), slots), f"the next such day after {origin}"))
    found, because = nearest_day(month, day, slots.scene.today, tense, weekday, due=due)
    return typed(draft_of(slots, with_part(Period("D", found), slots), because))


def _in_chronicle(slots: Slots, month: int, day: int) -> date | None:
    """The day meant in a chronicle, whose paragraphs each begin with their date: "11 March. The envoy ..."."""
    scene, anchor = slots.scene, slots.scene.anchor
    origin = heading = scene.heading_at(slots.first)
    if origin is None and anchor is not None and anchor.grain in ("D", "M"):
        origin = anchor if scene.is_heading(slots.first, slots.last) else None
    if origin is None:
        return None
    years = [
        y for y in range(origin.first.year - 1, origin.first.year + 2) if day <= calendar.monthrange(y, month)[1]
    ]
    days = [date(year, month, day) for year in years]
    if heading is None:
        days = [d for d in days if d >= origin.first and (scene.today is None or d <= scene.today)]
    return min(days, key=lambda d: abs((d - origin.first).days), default=None)


def nearest_day(
    month: int, day: int, today: date, tense: int, weekday: int | None, *, due: bool = False
) -> tuple[date, str]:
    """The day without a year that is meant: by its weekday, else by the verb, else the latest one past.

    `due`: "by" or "until" stands before it.
    """
    leap = (month, day) == (2, 29)
    years = range(today.year - (8 if leap else 1), today.year + (9 if leap else 2))
    candidates = [date(year, month, day) for year in years if not leap or calendar.isleap(year)]
    near = [c for c in candidates if c.weekday() == weekday] if weekday is not None else candidates
    near = near or candidates
    past = max((c for c in near if c <= today), default=None)
    ahead = min((c for c in near if c >= today), default=None)
    seen = f"seen from the publication date, {today.isoformat()}"
    if ahead is not None and (past is None or is_ahead(past, ahead, today, tense, due=due)):
        # "will" in March of a day in March that is over speaks of what was to come, not of next year
        if past is not None and tense > 0 and (today - past).days < 32 and today.month == past.month:
            return past, f"the latest such day {seen}"
        return ahead, f"the next such day {seen}"
    if past is None:
        raise ValueError("no such day")
    return past, f"the latest such day {seen}"


def is_ahead(past: date, ahead: date, today: date, tense: int, *, due: bool = False) -> bool:
    """Whether of two days a year apart the one to come is meant: as the verb looks, but hardly one far off."""
    wait, since = (ahead - today).days, (today - past).days
    if tense > 1 and due:
        return True  # "promised it before Ramadan"
    if wait > _FAR and since <= _SINCE:
        return False
    if wait <= _SOON and since >= _LATELY and (tense == 0 or due):
        return True
    return tense > 0


def _monthday(slots: Slots, how: str = "") -> list[Draft]:
    """For "The 4th": of the month told of, or of the publication's; `how`: "of it" (told), "first of the month"."""
    day, today, anchor = slots.number("day"), slots.scene.today, slots.scene.anchor
    tense = slots.scene.tense(slots.first, slots.last)
    if "weekday" in slots:
        return _monthday_on(slots, day, tense)
    if anchor is not None and anchor.grain in ("D", "M"):
        found, because = anchor.first.replace(day=day), "a day of the month told of before"
        if how == "told" or today is None or tense <= 0 or found >= today:
            return draft_of(slots, Period("D", found), because)
    if today is None:
        return []
    month, because = Period.around("M", today), "a day of the month of publication"
    if day > today.day and tense < 0:
        month = month.plus(-1)
    elif day < today.day and tense > 0 and (anchor is not None or how == "first"):
        month, because = month.plus(1), "a day of the month to come"
    return draft_of(slots, Period("D", month.first.replace(day=day)), because)


def _monthday_on(slots: Slots, day: int, tense: int) -> list[Draft]:
    """For "Sunday the 9th": the nearest month whose ninth is a Sunday, on the side that the verb looks to."""
    today, weekday = slots.scene.today, slots.number("weekday")
    if today is None:
        return []
    months = (Period.around("M", today).plus(n) for n in range(-11, 12))
    days = [month.first.replace(day=day) for month in months if day <= month.end.day]
    days = [d for d in days if d.weekday() == weekday]
    if tense > 0:
        found = min((d for d in days if d >= today), default=None)
    else:
        found = max((d for d in days if d <= today), default=None)
    because = f"the nearest month with that weekday, seen from {seen_from(slots)}"
    return draft_of(slots, Period("D", found), because) if found is not None else []


def _overnight(slots: Slots) -> list[Draft]:
    """The night that ended on the day of publication."""
    today = slots.scene.today
    if today is None:
        return []
    period = Period("X", today - timedelta(days=1), last=today)
    value = f"{period.first.isoformat()}TNI"
    return draft_of(slots, period, f"the night to {today.isoformat()}", value=value, type="TIME")


def _nights(slots: Slots) -> list[Draft]:
    """For "the night of Thursday to Friday": both days."""
    one, two, today = slots.number("weekday"), slots.number("weekday2"), slots.scene.today
    if today is None or (two - one) % 7 != 1:
        return []
    day, because, _ = _find_weekday(two, None, slots.scene.tense(slots.first, slots.last), today)
    period = Period("X", day - timedelta(days=1), last=day)
    return draft_of(slots, period, because, value=f"{period.first.isoformat()}TNI", type="TIME")


def _weekday(slots: Slots, before: str = "") -> list[Draft]:
    """`before`: "the Thursday before last"."""
    weekday, today = slots.number("weekday"), slots.scene.today
    if today is None:
        return undated(slots, f"XXXX-WXX-{weekday + 1}")
    if "rel" in slots:
        anchor = slots.scene.anchor
        if anchor is None or anchor.grain != "D":
            return []
        days = (weekday - anchor.first.weekday()) % 7
        days = (days or 7) if slots.number("rel") > 0 else days - 7
        period = Period("D", anchor.first + timedelta(days=days))
        return typed(draft_of(slots, with_part(period, slots), f"counted from {anchor.timex}"))
    if "week" in slots:  # "Monday of last week"
        monday = Period.around("W", today).plus(slots.number("week")).first
        period = Period("D", monday + timedelta(days=weekday))
        return typed(draft_of(slots, with_part(period, slots), f"that day of a week counted from {seen_from(slots)}"))
    shift = slots.number("shift") if "shift" in slots else None
    tense = slots.scene.tense(slots.first, slots.last)
    onto, items = slots.scene.rules.onto, slots.scene.items
    if onto and items.prefixes.get(slots.first, "").endswith(onto):
        if tense <= 0 and slots.first == slots.last and " " not in str(items.keys[slots.first]):
            return []  # "לשבת", to sit
        tense = tense or 1  # "set for Tuesday"
    if tense > 0 and shift is None and weekday == today.weekday() and slots.scene.is_deadline(slots.first):
        shift = 1
    day, because, qualifier = _find_weekday(weekday, shift, tense, today)
    if before:
        day, because = day - timedelta(days=7), f"the last but one such weekday before {today.isoformat()}"
    surely = "shift" in slots and slots.key("shift") in items.grammar.values.get("surely", {})
    if slots.scene.rules.to_the_day or surely:
        qualifier = ""
    return typed(draft_of(slots, with_part(Period("D", day), slots), because, qualifier))


def _weekday_head(slots: Slots) -> list[Draft]:
    """For "Tue, 09:00", which begins its paragraph."""
    items, end = slots.scene.items, slots.place("weekday") + 1
    begins = slots.first == 0 or items.keys[slots.first - 1] == "\n"
    if not begins or end >= len(items.keys) or items.keys[end] not in (",", ":", "."):
        return []
    after = items.text[items.starts[end + 1] :][:1] if end + 1 < len(items.keys) else ""
    if not (after.isdigit() or after.isupper()):
        return []  # "Sun, wind and rain."
    slots.last = slots.place("weekday")
    return _weekday(slots)


_CONSTRUCT = ("ים", "ות", "י")


def _ordinal_day(slots: Slots) -> list[Draft]:
    """For "בשלישי", a weekday by its number alone; "בשני המקרים" is "in both cases"."""
    items = slots.scene.items
    prefix = items.prefixes.get(slots.first, "")
    after = items.keys[slots.last + 1] if slots.last + 1 < len(items.keys) else "."
    raw = items.text[items.starts[slots.last + 1] : items.stops[slots.last + 1]] if after != "." else "."
    if (
        not prefix.endswith("ב")
        or not isinstance(after, str)
        or raw.startswith(("ה", "לציון", "ש", "מבין", "מתוך", "בבניין", "בסדר", "בתור"))
    ):
        return []
    if slots.number("weekday") == 0 and "part" not in slots and raw.endswith(_CONSTRUCT):
        return []
    return _weekday(slots)


def _weekdays(slots: Slots, to: str = "") -> list[Draft]:
    """For "Tuesday and Wednesday"; "from Sunday to Tuesday", of weekdays by their numbers alone."""
    today = slots.scene.today
    if today is None:
        return []
    one, two = slots.number("weekday"), slots.number("weekday2")
    shift = slots.number("shift") if "shift" in slots else None
    day, because, _ = _find_weekday(one, shift, slots.scene.tense(slots.first, slots.last), today)
    start, edge, days = slots.place("weekday"), slots.place("weekday2"), (two - one) % 7
    last = Period("D", day + timedelta(days=days))
    return [
        Draft(slots.first, start, because, Period("D", day)),
        Draft(edge, slots.last, because, last, joined=bool(to) or days == 1 or slots.is_range(start, edge)),
    ]


def _day_month(slots: Slots, two: str = "") -> list[Draft]:
    """For "28.5" and "28/5": day and month in figures, without a year; `two`: each with two figures."""
    items = slots.scene.items
    text = to_ascii_digits(items.text[items.starts[slots.first] : items.stops[slots.last]])
    found = re.fullmatch(r"(\d{1,2})\s?(?:[./]|شهر)\s?(\d{1,2})", text)
    today = slots.scene.today
    if found is None or today is None or not 1 <= int(found[2]) <= 12 or (two and len(text) < 5):
        return []
    tense, due = slots.scene.tense(slots.first, slots.last), slots.scene.is_deadline(slots.first)
    day, because = nearest_day(int(found[2]), int(found[1]), today, tense, None, due=due)
    return draft_of(slots, Period("D", day), because)


def _find_weekday(weekday: int, shift: int | None, tense: int, today: date) -> tuple[date, str, str]:
    back = (today.weekday() - weekday) % 7
    coming = today + timedelta(days=7 - back)
    # A day's own report calls the day by its weekday, too: "will speak on Friday" in a Friday's report is today.
    if shift == 1 or (shift is None and tense > 0 and back):
        return coming, f"the next such weekday after {today.isoformat()}", ""
    if shift == -1:
        back = back or 7
        # "last Thursday" in a Friday's report is yesterday to some, eight days ago to others.
        unsure = "?" if back <= today.weekday() else ""
        because = f"the latest such weekday before {today.isoformat()}"
        return (
            today - timedelta(days=back),
            because + ("; the week before may be meant" if unsure else ""),
            unsure,
        )
    if shift == 0 and back and tense >= 0:
        return coming, f"the coming weekday after {today.isoformat()}", ""
    because = f"the latest such weekday, seen from the publication date, {today.isoformat()}"
    return today - timedelta(days=back), because, ""


def _near(slots: Slots) -> list[Draft]:
    today = slots.scene.today
    if today is None or _ends_a_name(slots):
        return []
    if "night" in slots:
        days, part = slots.text("night").split()
        period = Period("D", today + timedelta(days=int(days)), part)
    else:
        near = with_part(Period("D", today + timedelta(days=slots.number("near"))), slots)
        assert near is not None
        period = near
    because = f"counted from {seen_from(slots)}"
    if "weekday" in slots and (late := (period.first.weekday() - slots.number("weekday")) % 7):
        if late > _STALE:
            return []
        period = replace(period, first=period.first - timedelta(days=late))
        because = "the weekday beside it; it was written before the day of publication"
    return typed(draft_of(slots, period, because))


_STALE = 3  # days that words such as "tomorrow" may be older than the report that quotes them


def _ends_a_name(slots: Slots) -> bool:
    """For «The North Today», a newspaper's name: the last of two words in quotation marks, none of them a verb."""
    keys = slots.scene.items.keys
    closed = keys[slots.last + 1 : slots.last + 2] and keys[slots.last + 1] in _CLOSING
    return (
        bool(closed)
        and slots.first > 1
        and keys[slots.first - 2] in _OPENING
        and keys[slots.first - 1] not in _OPENING
        and "weekday" not in slots
        and slots.scene.tense(slots.first, slots.last) <= 0
    )


_OPENING = frozenset(['"', "«", "“", "„", "״"])
_CLOSING = frozenset(['"', "»", "”", "“", "״"])


def _partday(slots: Slots) -> list[Draft]:
    """For "This morning", "last night"; "that evening" of the day told of before."""
    today, anchor = slots.scene.today, slots.scene.told_of(slots.first, slots.last)
    if "rel" in slots:
        if anchor is None or anchor.grain != "D":
            return []
        day, because = anchor.first + timedelta(days=slots.number("rel")), "of the day told of before"
    elif today is not None:
        day, because = today + timedelta(days=slots.number("shift")), f"counted from {seen_from(slots)}"
    else:
        return []
    return typed(draft_of(slots, Period("D", day, slots.text("part")), because))


def _part(slots: Slots, keep: str = "") -> list[Draft]:
    """A part of the day, which a day beside it takes in; else it says something only where `keep` is told."""
    today = slots.scene.day_at(slots.first)
    part = slots.text("part")
    period = Period("D", today, part) if today else None
    value = "" if period else f"XXXX-XX-XXT{part}"
    made = Draft(slots.first, slots.last, "a part of the day", period, type="TIME", value=value, waits="part")
    made.weak = not keep
    return [made]


def _clock(slots: Slots) -> list[Draft]:
    if "clock" in slots:
        hour, minute = map(int, slots.text("clock").split(":"))
    elif "decimal" in slots:
        place, items = slots.place("decimal"), slots.scene.items
        written = re.fullmatch(r"(\d{1,2})[.](\d\d)", items.text[items.starts[place] : items.stops[place]])
        if written is None:
            return []
        hour, minute = int(written[1]), int(written[2])
    else:
        hour, minute = slots.number("hour"), slots.number("minute") if "minute" in slots else 0
    half = slots.text("ampm") if "ampm" in slots else ""
    if hour > 24 or minute > 59:
        return []
    if hour > 12:
        half = ""  # "15 часов дня"
    if half in ("PM", "AF", "EV", "NI") and hour < 12:
        hour += 0 if half == "NI" and hour < 5 else 12
    elif half in ("AM", "MO", "NI") and hour == 12:
        hour = 0 if half != "NI" else 24
    return _time(slots, f"{hour:02d}:{minute:02d}")


def _four_figures(slots: Slots) -> list[Draft]:
    """For "0800 GMT"."""
    place = slots.place("figure")
    items = slots.scene.items
    text = to_ascii_digits(items.text[items.starts[place] : items.stops[place]])
    if len(text) != 4 or int(text[:2]) > 24 or int(text[2:]) > 59:
        return []
    return _time(slots, f"{text[:2]}:{text[2:]}")


def _time(slots: Slots, text: str) -> list[Draft]:
    today = slots.scene.day_at(slots.first)
    period = Period("D", today, text) if today else None
    value = "" if period else f"XXXX-XX-XXT{text}"
    return [Draft(slots.first, slots.last, "a time of day", period, type="TIME", value=value, waits="clock")]


def _numeric(slots: Slots, calendar_told: str = "") -> list[Draft]:
    """A date in figures, in the order that the language or the figures themselves ask for.

    `calendar_told`: ``H`` where the words say that the year is Hijri.
    """
    written = slots.text("numeric")
    text = to_ascii_digits(written)
    one, two, three = (int(n) for n in re.findall(r"\d+", text)[:3])
    clock = text.partition("T")[2]
    mark = re.search(r"\D", text)
    if re.match(r"\d{4}", text):
        year, month, day, order = one, two, three, "written in full"
        if month > 12 >= day:
            month, day = day, month
        unsure = False
    else:
        day, month, year, order = one, two, three, "in numbers, read day first"
        if year < 100:
            if mark and mark[0] == "-":
                return []  # "12-10-98" is as often a score or a telephone number
            year = full_year(year, slots.scene.today)
        if month > 12 >= day:
            day, month, order = month, day, "in numbers, month first, as no month has that number"
            unsure = False
        else:
            unsure = mark is not None and mark[0] == "/" and day <= 12 and day != month
            if unsure and not slots.scene.rules.day_first:
                day, month, order = month, day, "in numbers, read month first"
    if re.match("[۰-۹]", written) and 1200 <= year <= 1500:
        return _from_whole(slots, whole_date(Calendar.SOLAR_HIJRI, year, month, day), "")
    if calendar_told == "H":
        return _from_whole(slots, whole_date(Calendar.HIJRI, year, month, day), "")
    if 1300 <= year <= 1500:
        return _likelier_calendar(slots, year, month, day)
    if not 1500 < year < 2200:
        return []
    period = Period("D", date(year, month, day), clock)
    because = order + ("; it could be month first" if unsure else "")
    return typed(draft_of(slots, period, because, "?" if unsure else ""))


def _likelier_calendar(slots: Slots, year: int, month: int, day: int) -> list[Draft]:
    """A year such as 1403 is Hijri or Solar Hijri: the one that is past and nearer."""
    today = slots.scene.today or date(2025, 1, 1)
    found: list[WholeDate] = []
    for system in (Calendar.HIJRI, Calendar.SOLAR_HIJRI):
        try:
            read = whole_date(system, year, month, day)
        except (ValueError, OverflowError):
            continue
        if read is not None and read.period.first <= today + timedelta(days=800):
            found.append(read)
    return _from_whole(slots, max(found, key=lambda r: r.period.first, default=None), "?")


def other_calendar(slots: Slots, system: Calendar, month: int, day: int | None) -> list[Draft]:
    """A day or month of another calendar, of the nearest year where none is told."""
    today = slots.scene.today
    if "year" in slots and not ("holiday" in slots and slots.number("year") > 1600):
        return _from_whole(slots, whole_date(system, slots.number("year"), month, day), "")
    if "year" in slots:
        today = date(slots.number("year"), 12, 31)
    if today is None:
        return []
    about = {Calendar.HIJRI: (today.year - 622) * 33 // 32, Calendar.SOLAR_HIJRI: today.year - 622}
    start = about.get(system, today.year + 3759)
    found: list[WholeDate] = []
    for year in range(start - 1, start + 4):
        second_adar = "holiday" in slots and system is Calendar.HEBREW and month == 12 and is_hebrew_leap(year)
        try:
            read = whole_date(system, year, 13 if second_adar else month, day)
        except (ValueError, OverflowError):
            continue
        if read is not None:
            found.append(read)
    tense = slots.scene.tense(slots.first, slots.last)
    past = max((f for f in found if f.period.first <= today), key=lambda f: f.period.first, default=None)
    ahead = min((f for f in found if f.period.end >= today), key=lambda f: f.period.first, default=None)
    if past is None or ahead is None:
        return _from_whole(slots, past or ahead, "")
    due = slots.scene.is_deadline(slots.first)
    to_come = is_ahead(past.period.first, ahead.period.first, today, tense, due=due)
    return _from_whole(slots, ahead if to_come else past, "")


def _by_the_weekday(slots: Slots, drafts: list[Draft]) -> list[Draft]:
    """A weekday beside a lunar day tells whether the month began a day earlier or later than computed."""
    for draft in drafts:
        if draft.lunar and draft.period is not None and "weekday" in slots:
            off = (slots.number("weekday") - draft.period.first.weekday() + 3) % 7 - 3
            if abs(off) == 1:
                draft.period = replace(draft.period, first=draft.period.first + timedelta(days=off))
                draft.because += "; the weekday tells which"
    return drafts


def _whole(slots: Slots) -> list[Draft]:
    key = slots.key("whole")
    return _from_whole(slots, key if isinstance(key, WholeDate) else None, "")


def _from_whole(slots: Slots, read: WholeDate | None, qualifier: str) -> list[Draft]:
    if read is None:
        return []
    made = typed(draft_of(slots, with_part(read.period, slots), read.because, qualifier))
    for draft in made:
        draft.lunar = read.lunar
    return made


def _holiday(slots: Slots, off: str = "") -> list[Draft]:
    """A holiday by its rule.

    ``12-25``; ``11-4-3``: the fourth Thursday of November; ``5--1-0``: the last Monday of May; ``E-2``: by Easter;
    ``O-7``: by Orthodox Easter; ``H12-10``, ``J1-15``: a day of the Hijri or the Hebrew calendar. `off`: so many days
    later, as for the eve of it.
    """
    code = slots.text("holiday")
    which = slots.number("which") if "which" in slots else 1
    if off or which > 1:
        made = _feast(slots, code)
        for draft in made:
            if draft.period is not None:
                draft.period = replace(draft.period, first=draft.period.first + timedelta(days=int(off or which - 1)))
        return made
    return _feast(slots, code)


def _feast(slots: Slots, code: str) -> list[Draft]:
    today, year = slots.scene.today, year_of(slots)
    if " " in code:  # "the feast", which may be either: the nearer one on the side that the verb looks to
        made = [draft for each in code.split() for draft in _feast(slots, each) if draft.period is not None]
        if today is None:
            return []
        return sorted(made, key=lambda draft: abs((draft.period.first - today).days if draft.period else 0))[:1]
    if code[0] in "HJ":
        month, day = map(int, code[1:].split("-"))
        return other_calendar(slots, Calendar.HIJRI if code[0] == "H" else Calendar.HEBREW, month, day)
    if year is not None:
        return draft_of(slots, Period("D", _holiday_in(code, year)), "a holiday of that year")
    if today is None:
        return []
    shift = slots.number("shift") if "shift" in slots else None
    tense = slots.scene.tense(slots.first, slots.last) if shift is None else shift
    days = [_holiday_in(code, today.year + n) for n in (-1, 0, 1)]
    past = max(d for d in days if d <= today)
    ahead = min(d for d in days if d >= today)
    due = slots.scene.is_deadline(slots.first)
    if due and shift is None and (origin := slots.scene.promised(slots.first)) is not None:
        after = min(d for n in (0, 1) if (d := _holiday_in(code, origin.year + n)) >= origin)
        return draft_of(slots, Period("D", after), f"the next one after {origin}")
    to_come = (shift or 0) > 0 or (shift == 0 and ahead.year == today.year)
    if shift is None:
        to_come = is_ahead(past, ahead, today, tense, due=due)
    found = ahead if to_come else past
    return draft_of(
        slots, Period("D", found), f"the {'next' if to_come else 'latest'} one seen from {seen_from(slots)}"
    )


def _from_feast(slots: Slots, sign: str, unit: str = "") -> list[Draft]:
    """For "two days before Ramadan": counted from a feast, or from the first day of a Hijri month."""
    if "holiday" in slots:
        made = _feast(slots, slots.text("holiday"))
    else:
        made = other_calendar(slots, Calendar.HIJRI, slots.number("hijri_month"), 1)
    number, unit = (1, unit) if unit else amount_of(slots)
    days = {"D": 1, "W": 7}.get(unit)
    if number is None or days is None:
        return []
    for draft in made:
        if draft.period is not None:
            off = timedelta(days=days * (number if sign == "+" else -number))
            draft.period = Period("D", draft.period.first + off)
            draft.because += ", and counted from it"
    return made


def _holiday_in(code: str, year: int) -> date:
    if code[0] in "EO":
        return (_easter if code[0] == "E" else _orthodox_easter)(year) + timedelta(days=int(code[1:] or 0))
    month, rest = code.split("-", 1)
    if "-" not in rest.lstrip("-"):
        return date(year, int(month), int(rest))
    number, weekday = rest.rsplit("-", 1)
    weeks = [d for d in range(1, calendar.monthrange(year, int(month))[1] + 1)
             if date(year, int(month), d).weekday() == int(weekday)]  # fmt: skip
    return date(year, int(month), weeks[int(number) - 1 if int(number) > 0 else -1])


def _easter(year: int) -> date:
    """Method: the Gregorian computus of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """Method: the Julian computus of Meeus; 13 days between the calendars, as in 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


KINDS: Kinds = {
    "date": _date,
    "overnight": _overnight,
    "nights": _nights,
    "monthday": _monthday,
    "weekday": _weekday,
    "weekdayhead": _weekday_head,
    "ordinalday": _ordinal_day,
    "weekdays": _weekdays,
    "daymonth": _day_month,
    "near": _near,
    "partday": _partday,
    "part": _part,
    "clock": _clock,
    "time": _time,
    "fourfigures": _four_figures,
    "numeric": _numeric,
    "whole": _whole,
    "holiday": _holiday,
    "fromfeast": _from_feast,
}
