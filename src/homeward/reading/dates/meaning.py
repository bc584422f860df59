"""What the words of one date mean, seen from the day of publication and from the date told of before.

In: the words that a rule has found, as `Slots`, and a `Scene`. Out: `Draft`s, one for each time that they name.
Leaves to others: finding the words (`items`, `rules`), words such as "early" and "about" before them,
    dates that belong
together (`reader`).

A language's rules use these categories of words:

    month, hijri_month, solar_month, hebrew_month: 1 to 13.  weekday: Monday is 0.  season: 21 (spring) to 24 (winter)
    unit: D W M Y Q H (half-year) DE CE WE (weekend) FN (fortnight) N (night) h min s
    shift: -1 last, 0 this, 1 next, seen from the publication.  rel: the same, seen from the date before
    near: days from the publication.  part: MO AF EV NI.  night: "0 NI" tonight
    amount: a number and a unit in one word ("יומיים"): "2 D".  length: a length in one word: P6M
    number, ordinal: whole numbers.  vague: X several, or a number.  mod: START MID END.  about: APPROX, MORE_THAN
    early: "earlier", "later" before another time.  set: P1D daily.  ref: PRESENT_REF, ...  holiday: see `_holiday`

Figures are day (1 to 31), hour, year (four digits), yy (two), figure (any), number; also ordinal_figure (4th),
day_ordinal, decade (1990s), clock (10:45), numeric (28.03.2024), decimal.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from homeward.calendars import Calendar, to_ascii_digits
from homeward.reading.dates.items import Items, whole_date
from homeward.reading.dates.periods import SEASON_CODES, Period
from homeward.reading.dates.rules import Rule, WholeDate
from homeward.records import PartialDate

_DURATIONS = {
    "D": "P{}D", "N": "P{}D", "W": "P{}W", "M": "P{}M", "Y": "P{}Y", "DE": "P{}DE", "CE": "P{}CE", "Q": "P{}Q",
    "H": "P{}H", "WE": "P{}WE", "h": "PT{}H", "min": "PT{}M", "s": "PT{}S",
}  # fmt: skip
_CALENDAR_OF = {
    "hijri_month": Calendar.HIJRI,
    "solar_month": Calendar.SOLAR_HIJRI,
    "hebrew_month": Calendar.HEBREW,
}
_SOON = 75  # days: a day without a year that is so near ahead, and long past, is the one ahead
_LATELY = 290


@dataclass(slots=True)
class Draft:
    """A time that some items name, before the words around it are looked at.

    Attributes:
        first, last: its items, the last included.
        because: how it was worked out.
        period, qualifier: what it names in the calendar, and how sure.
        type, value: of TIMEX3, where they are not the period's own.
        stretch: days that a duration covers, where it is tied to a day.
        waits: a time of day that may belong to a day beside it: ``clock`` or ``part``.
        weak: says nothing by itself. joined: the end of a range that began with the draft before.
        counted: reached by counting from a day, so that "nearly" and "more than" can stand before it.
    """

    first: int
    last: int
    because: str
    period: Period | None = None
    qualifier: str = ""
    type: str = "DATE"
    value: str = ""
    mod: str = ""
    quant: str = ""
    freq: str = ""
    stretch: PartialDate | None = None
    waits: str = ""
    weak: bool = False
    joined: bool = False
    counted: bool = False


class Scene:
    """Where a time is read: the items, the day of publication, the time told of before.

    Attributes:
        today: the day of publication. anchor: the last time told of.
        heading: in a chronicle, the date under which the paragraph stands.
    """

    def __init__(self, items: Items, today: date | None, told: Sequence[Period] = ()) -> None:
        self.items = items
        self.rules = items.grammar.rules
        self.today = today
        self.anchor: Period | None = None
        self.anchor_place = -_NEAR - 1
        self.heading: Period | None = None
        self._told: list[Period] = []
        for period in told:
            self.tell(period, self.anchor_place)

    def tell(self, period: Period, place: int) -> None:
        """Keep the time just read, so that others can be counted from it."""
        self.anchor, self.anchor_place = period, place
        self._told = [*self._told[-3:], period]

    def anchor_for(self, unit: str) -> Period | None:
        """The last time told that is no longer than such a unit: two days are counted from a day, not from a year."""
        return next((p for p in reversed(self._told) if _size(p.grain) <= _size(unit)), None)

    def outset(self, first: int) -> int:
        """The first item of a time, with "the end of" and the like before it."""
        categories = self.items.grammar.categories
        while first and categories.get(self.items.codes[first - 1], frozenset()) & {"mod", "about", "prep"}:
            first -= 1
        return first

    def day_at(self, place: int) -> date | None:
        """The day of a time that has none of its own: the one told of just before, else that of the publication."""
        if self.anchor is not None and self.anchor.grain == "D" and place - self.anchor_place <= _NEAR:
            return self.anchor.first
        return self.today

    def is_deadline(self, first: int) -> bool:
        """Whether the word before says "by" or "until"."""
        first = self.outset(first)
        key = self.items.keys[first - 1] if first else ""
        return isinstance(key, str) and key in self.rules.before

    def tense(self, first: int, last: int) -> int:
        """1 where the nearest verb looks ahead, -1 where it looks back, 0 where nothing tells."""
        keys = self.items.keys
        first = self.outset(first)
        before = keys[max(0, first - _REACH) : first]
        after = keys[last + 1 : last + 1 + _REACH]
        for place in range(len(before) - 1, -1, -1):
            # a stop behind a letter or two is an abbreviation's
            if before[place] in _ENDS and not (before[place] == "." and place and len(str(before[place - 1])) <= 3):
                before = before[place + 1 :]
                break
        for place, word in enumerate(after):
            if word in _ENDS and not (word == "." and place and len(str(after[place - 1])) <= 2):
                after = after[:place]
                break
        return self.rules.tense([str(word) for word in before], [str(word) for word in after])


_NEAR = 15  # words after a day in which a time of day still belongs to it
_REACH = 30  # words among which the verb is looked for
_ENDS = frozenset(".!?…؟;؛\n")


class Slots:
    """The words that a rule has found, by the names that the rule gives them."""

    def __init__(self, rule: Rule, match: re.Match[str], scene: Scene) -> None:
        self.scene = scene
        self.first, self.last = match.start(), match.end() - 1
        self._found: dict[str, tuple[int, str]] = {}
        for number, (name, category) in enumerate(rule.slots, 1):
            place = match.start(number)
            if place >= 0:
                self._found.setdefault(name, (place, category))

    def __contains__(self, name: str) -> bool:
        return name in self._found

    def is_name(self, name: str) -> bool:
        """Whether an ordinal is written large in the midst of a sentence, as in a name."""
        place, category = self._found[name]
        items = self.scene.items
        large = category == "ordinal" and items.text[items.starts[place]].isupper()
        return large and place > 1 and items.keys[self.first - 1] not in _ENDS

    def is_range(self, first: int, second: int) -> bool:
        """Whether what stands between two items means "to", not "and"."""
        items = self.scene.items
        ands = items.grammar.chars("and")
        return second > first + 1 and not any(items.codes[place] in ands for place in range(first + 1, second))

    def is_heading(self) -> bool:
        """Whether the words begin their paragraph and end with a stop or a colon."""
        items, after = self.scene.items, self.last + 1
        return self.first == 0 and after < len(items.keys) and items.keys[after] in (".", ":", "\u2014", "\u2013")

    @property
    def names(self) -> set[str]:
        """The names that have a word."""
        return set(self._found)

    def place(self, name: str) -> int:
        """The item of this name."""
        return self._found[name][0]

    def text(self, name: str) -> str:
        """What a word stands for, as the tables say."""
        place, category = self._found[name]
        key = self.scene.items.keys[place]
        value = self.scene.items.grammar.values.get(category, {}).get(key) if isinstance(key, str) else key
        return str(key if value is None else value)

    def number(self, name: str) -> int:
        """What a word or figure stands for, as a whole number.

        Raises:
            ValueError: it stands for none.
        """
        return int(self.text(name))

    def key(self, name: str) -> object:
        """The item itself: a number, or a word of the tables."""
        return self.scene.items.keys[self.place(name)]


def drafts_of(kind: str, slots: Slots) -> list[Draft]:
    """What a rule of this kind names; empty where its words name nothing here.

    Raises:
        ValueError, OverflowError, BadDateError: no such day.
    """
    name, *arguments = kind.split()
    if arguments[-1:] == ["prefixed"]:  # in these scripts "in" is a letter of the word that follows
        if slots.scene.items.prefixes.get(slots.first, "")[-1:] in ("", "ו", "ש", "و", "ف"):
            return []
        arguments.pop()
    made = _KINDS[name](slots, *arguments)
    for draft in made:
        if "mod" in slots:
            draft.mod = slots.text("mod")
        if "approx" in slots:
            draft.mod = slots.text("approx")
    return made


# --- days --------------------------------------------------------------------------------------------------------


def _draft(slots: Slots, period: Period | None, because: str, qualifier: str = "", **more: str) -> list[Draft]:
    if period is None:
        return []
    made = Draft(slots.first, slots.last, because, period, qualifier)
    for name, value in more.items():
        setattr(made, name, value)
    return [made]


def _seen_from(slots: Slots) -> str:
    today = slots.scene.today
    return f"the publication date, {today.isoformat()}" if today else "the publication date"


def _year(slots: Slots) -> int | None:
    """The year that belongs to a day, month or season, if one is told."""
    today, anchor = slots.scene.today, slots.scene.anchor
    if "year" in slots:
        return slots.number("year")
    if "yy" in slots:
        return _full_year(slots.number("yy"), today)
    if "year_shift" in slots and today is not None:
        return today.year + slots.number("year_shift")
    if "year_rel" in slots and anchor is not None:
        return anchor.first.year + slots.number("year_rel")
    return None


def _full_year(two: int, today: date | None) -> int:
    now = today.year if today else 2025
    year = now - now % 100 + two
    return year - 100 if year > now + 15 else year


def _with_part(period: Period | None, slots: Slots) -> Period | None:
    if period is None or "part" not in slots:
        return period
    return replace(period, part=slots.text("part"))


def _date(slots: Slots) -> list[Draft]:
    day = slots.number("day")
    for name, system in _CALENDAR_OF.items():
        if name in slots:
            return _other_calendar(slots, system, slots.number(name), day)
    if slots.is_name("day"):
        raise ValueError("the Ninth of May Bridge is no day")
    month, year = slots.number("month"), _year(slots)
    weekday = slots.number("weekday") if "weekday" in slots else None
    if not 1 <= day <= (calendar.monthrange(year or 2024, month)[1] if year is None or 1 <= year <= 9998 else 0):
        raise ValueError("no such day")
    if year is not None:
        period = Period("D", date(year, month, day))
        unsure = weekday is not None and period.first.weekday() != weekday
        because = "written in full" + ("; the weekday does not fit" if unsure else "")
        return _typed(_draft(slots, _with_part(period, slots), because, "?" if unsure else ""))
    if slots.scene.today is None:
        return _undated(slots, f"XXXX-{month:02d}-{day:02d}")
    if (told := _in_chronicle(slots, month, day)) is not None:
        return _typed(_draft(slots, _with_part(Period("D", told), slots), "the nearest such day to the date before"))
    tense = slots.scene.tense(slots.first, slots.last)
    found, because = _nearest_day(month, day, slots.scene.today, tense, weekday)
    return _typed(_draft(slots, _with_part(Period("D", found), slots), because))


def _in_chronicle(slots: Slots, month: int, day: int) -> date | None:
    """The day meant in a chronicle, whose paragraphs each begin with their date: "11 March. The envoy ..."."""
    scene, anchor = slots.scene, slots.scene.anchor
    origin = scene.heading
    if origin is None and anchor is not None and slots.is_heading() and anchor.grain in ("D", "M"):
        origin = anchor
    if origin is None:
        return None
    years = [
        y for y in range(origin.first.year - 1, origin.first.year + 2) if day <= calendar.monthrange(y, month)[1]
    ]
    days = [date(year, month, day) for year in years]
    if scene.heading is None:
        days = [d for d in days if d >= origin.first and (scene.today is None or d <= scene.today)]
    return min(days, key=lambda d: abs((d - origin.first).days), default=None)


def _typed(drafts: list[Draft]) -> list[Draft]:
    for draft in drafts:
        if draft.period is not None and draft.period.part:
            draft.type = "TIME"
    return drafts


def _undated(slots: Slots, value: str) -> list[Draft]:
    """What without a day of publication has a form, and no value."""
    return [Draft(slots.first, slots.last, "there is no publication date to count from", value=value)]


def _nearest_day(month: int, day: int, today: date, tense: int, weekday: int | None) -> tuple[date, str]:
    """The day without a year that is meant: by its weekday, else by the verb, else the latest one past."""
    leap = (month, day) == (2, 29)
    years = range(today.year - (8 if leap else 1), today.year + (9 if leap else 2))
    candidates = [date(year, month, day) for year in years if not leap or calendar.isleap(year)]
    near = [c for c in candidates if c.weekday() == weekday] if weekday is not None else candidates
    near = near or candidates
    past = max((c for c in near if c <= today), default=None)
    ahead = min((c for c in near if c >= today), default=None)
    seen = f"seen from the publication date, {today.isoformat()}"
    if ahead is not None and (past is None or tense > 0 or (tense == 0 and _is_soon(past, ahead, today))):
        # "will" in March of a day in March that is over speaks of what was to come, not of next year
        if past is not None and tense > 0 and (today - past).days < 32 and today.month == past.month:
            return past, f"the latest such day {seen}"
        return ahead, f"the next such day {seen}"
    if past is None:
        raise ValueError("no such day")
    return past, f"the latest such day {seen}"


def _is_soon(past: date, ahead: date, today: date) -> bool:
    return (ahead - today).days <= _SOON and (today - past).days >= _LATELY


def _monthday(slots: Slots) -> list[Draft]:
    """For "The 4th": of the month told of, or of the publication's."""
    day, today, anchor = slots.number("day"), slots.scene.today, slots.scene.anchor
    if anchor is not None and anchor.grain in ("D", "M"):
        month, because = anchor.first, "a day of the month told of before"
    elif today is not None:
        month, because = today, "a day of the month of publication"
        if day > today.day and slots.scene.tense(slots.first, slots.last) < 0:
            month = today.replace(day=1) - timedelta(days=1)
    else:
        return []
    return _draft(slots, Period("D", date(month.year, month.month, day)), because)


def _weekday(slots: Slots) -> list[Draft]:
    weekday, today = slots.number("weekday"), slots.scene.today
    if today is None:
        return _undated(slots, f"XXXX-WXX-{weekday + 1}")
    if "rel" in slots:
        anchor = slots.scene.anchor
        if anchor is None or anchor.grain != "D":
            return []
        days = (weekday - anchor.first.weekday()) % 7
        days = (days or 7) if slots.number("rel") > 0 else days - 7
        period = Period("D", anchor.first + timedelta(days=days))
        return _typed(_draft(slots, _with_part(period, slots), f"counted from {anchor.timex}"))
    if "week" in slots:  # "Monday of last week"
        monday = Period.around("W", today).plus(slots.number("week")).first
        period = Period("D", monday + timedelta(days=weekday))
        return _typed(
            _draft(slots, _with_part(period, slots), f"that day of a week counted from {_seen_from(slots)}")
        )
    shift = slots.number("shift") if "shift" in slots else None
    tense = slots.scene.tense(slots.first, slots.last)
    if tense > 0 and shift is None and weekday == today.weekday() and slots.scene.is_deadline(slots.first):
        shift = 1
    day, because, qualifier = _find_weekday(weekday, shift, tense, today)
    return _typed(_draft(slots, _with_part(Period("D", day), slots), because, qualifier))


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
    if today is None:
        return []
    if "night" in slots:
        days, part = slots.text("night").split()
        period = Period("D", today + timedelta(days=int(days)), part)
    else:
        near = _with_part(Period("D", today + timedelta(days=slots.number("near"))), slots)
        assert near is not None
        period = near
    if "weekday" in slots and period.first.weekday() != slots.number("weekday"):
        return []
    return _typed(_draft(slots, period, f"counted from {_seen_from(slots)}"))


def _partday(slots: Slots) -> list[Draft]:
    """For "This morning", "last night"; "that evening" of the day told of before."""
    today, anchor = slots.scene.today, slots.scene.anchor
    if "rel" in slots:
        if anchor is None or anchor.grain != "D":
            return []
        day, because = anchor.first + timedelta(days=slots.number("rel")), "of the day told of before"
    elif today is not None:
        day, because = today + timedelta(days=slots.number("shift")), f"counted from {_seen_from(slots)}"
    else:
        return []
    return _typed(_draft(slots, Period("D", day, slots.text("part")), because))


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


def _numeric(slots: Slots) -> list[Draft]:
    """A date in figures, in the order that the language or the figures themselves ask for."""
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
            year = _full_year(year, slots.scene.today)
        if month > 12 >= day:
            day, month, order = month, day, "in numbers, month first, as no month has that number"
            unsure = False
        else:
            unsure = mark is not None and mark[0] == "/" and day <= 12 and day != month
            if unsure and not slots.scene.rules.day_first:
                day, month, order = month, day, "in numbers, read month first"
    if re.match("[۰-۹]", written) and 1200 <= year <= 1500:
        return _from_whole(slots, whole_date(Calendar.SOLAR_HIJRI, year, month, day), "")
    if 1300 <= year <= 1500:
        return _likelier_calendar(slots, year, month, day)
    if not 1500 < year < 2200:
        return []
    period = Period("D", date(year, month, day), clock)
    because = order + ("; it could be month first" if unsure else "")
    return _typed(_draft(slots, period, because, "?" if unsure else ""))


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


def _other_calendar(slots: Slots, system: Calendar, month: int, day: int | None) -> list[Draft]:
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
        try:
            read = whole_date(system, year, month, day)
        except (ValueError, OverflowError):
            continue
        if read is not None:
            found.append(read)
    tense = slots.scene.tense(slots.first, slots.last)
    past = max((f for f in found if f.period.first <= today), key=lambda f: f.period.first, default=None)
    ahead = min((f for f in found if f.period.end >= today), key=lambda f: f.period.first, default=None)
    return _from_whole(slots, (ahead or past) if tense > 0 else (past or ahead), "")


def _whole(slots: Slots) -> list[Draft]:
    key = slots.key("whole")
    return _from_whole(slots, key if isinstance(key, WholeDate) else None, "")


def _from_whole(slots: Slots, read: WholeDate | None, qualifier: str) -> list[Draft]:
    if read is None:
        return []
    mark = read.qualifier if not qualifier else "%" if read.qualifier else qualifier
    return _typed(_draft(slots, _with_part(read.period, slots), read.because, mark))


def _holiday(slots: Slots) -> list[Draft]:
    """A holiday by its rule.

    ``12-25``; ``11-4-3``: the fourth Thursday of November; ``5--1-0``: the last Monday of May; ``E-2``: by Easter;
    ``H12-10``, ``J1-15``: a day of the Hijri or the Hebrew calendar.
    """
    code, today, year = slots.text("holiday"), slots.scene.today, _year(slots)
    if code[0] in "HJ":
        month, day = map(int, code[1:].split("-"))
        return _other_calendar(slots, Calendar.HIJRI if code[0] == "H" else Calendar.HEBREW, month, day)
    if year is not None:
        return _draft(slots, Period("D", _holiday_in(code, year)), "a holiday of that year")
    if today is None:
        return []
    shift = slots.number("shift") if "shift" in slots else None
    tense = slots.scene.tense(slots.first, slots.last) if shift is None else shift
    days = [_holiday_in(code, today.year + n) for n in (-1, 0, 1)]
    past = max(d for d in days if d <= today)
    ahead = min(d for d in days if d >= today)
    is_ahead = tense > 0 or (tense == 0 and _is_soon(past, ahead, today)) or (shift == 0 and ahead.year == today.year)
    found = ahead if is_ahead else past
    return _draft(
        slots, Period("D", found), f"the {'next' if is_ahead else 'latest'} one seen from {_seen_from(slots)}"
    )


def _holiday_in(code: str, year: int) -> date:
    if code.startswith("E"):
        return _easter(year) + timedelta(days=int(code[1:] or 0))
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


# --- longer periods ----------------------------------------------------------------------------------------------


def _month(slots: Slots) -> list[Draft]:
    for name, system in _CALENDAR_OF.items():
        if name in slots:
            return _other_calendar(slots, system, slots.number(name), None)
    month, year, today = slots.number("month"), _year(slots), slots.scene.today
    if year is not None:
        return _draft(slots, Period("M", date(year, month, 1)), "month and year written")
    if today is None:
        return _undated(slots, f"XXXX-{month:02d}")
    shift = slots.number("shift") if "shift" in slots else None
    heading = slots.scene.heading
    if heading is not None and shift is None:
        months = [Period("M", date(heading.first.year + n, month, 1)) for n in (-1, 0, 1)]
        nearest = min(months, key=lambda m: abs((m.first - heading.first).days))
        return _draft(slots, nearest, "the nearest such month to the date before")
    ahead = shift == 1 or (shift is None and slots.scene.tense(slots.first, slots.last) > 0)
    year = today.year
    if shift == 0:
        return _draft(slots, Period("M", date(year, month, 1)), "that month of the year of publication")
    if ahead:
        year += month < today.month or (shift == 1 and month == today.month)
        because = "the next such month seen from the publication date"
    else:
        year -= month > today.month or (shift == -1 and month == today.month)
        because = "the latest such month seen from the publication date"
    return _draft(slots, Period("M", date(year, month, 1)), because)


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
    return _draft(slots, week, f"a week of {month.timex}", "~", value=value)


def _plain_year(slots: Slots, bare: str = "") -> list[Draft]:
    """A year by itself; `bare` where no preposition before it says that it is one."""
    year = _year(slots)
    if year is None or (bare and not _looks_like_a_year(slots, year)):
        return []
    today = slots.scene.today
    if today is not None and abs(year - today.year) >= 250:
        return []
    return _draft(slots, Period("Y", date(year, 1, 1)), "year written")


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
    number, year, today = slots.number("season"), _year(slots), slots.scene.today
    if year is not None:
        return _draft(slots, Period.season(year, number), "season and year written")
    if today is None:
        return _undated(slots, f"XXXX-{SEASON_CODES[number]}")
    shift = slots.number("shift") if "shift" in slots else None
    this = Period.season(today.year, number)
    if shift is None:
        tense = slots.scene.tense(slots.first, slots.last)
        found = (
            this
            if (tense > 0 and this.end >= today) or (tense <= 0 and this.first <= today)
            else this.plus(1 if tense > 0 else -1)
        )
        return _draft(slots, found, "the nearest such season on that side of the publication date")
    found = this if shift == 0 or (shift == -1 and this.end < today) else this.plus(shift)
    return _draft(slots, found, "season counted from the publication date")


def _quarter(slots: Slots, grain: str) -> list[Draft]:
    """The quarter or half-year of that number; -1 is the last of its year."""
    number, today, year = slots.number("which"), slots.scene.today, _year(slots)
    number = (4 if grain == "Q" else 2) if number == -1 else number
    if not 1 <= number <= (4 if grain == "Q" else 2):
        return []
    month = 1 + (number - 1) * (3 if grain == "Q" else 6)
    if year is not None:
        return _draft(slots, Period(grain, date(year, month, 1)), "written with its year")
    if today is None:
        return _undated(slots, f"XXXX-{grain}{number}")
    this = Period(grain, date(today.year, month, 1))
    tense = slots.scene.tense(slots.first, slots.last)
    if tense > 0:
        found = this if this.end >= today else _year_on(this, 1)
    else:
        found = this if this.first <= today else _year_on(this, -1)
    return _draft(slots, found, f"the nearest one on that side of {_seen_from(slots)}")


def _year_on(period: Period, years: int) -> Period:
    return replace(period, first=period.first.replace(year=period.first.year + years))


def _decade(slots: Slots, short: str = "") -> list[Draft]:
    value = slots.number("decade")
    if value < 1000 and not short:
        return []
    year = value if value >= 1000 else 1900 + value if value >= 20 else 2000 + value
    if "which" in slots:  # "the sixties of the 19th century"
        year = slots.number("which") * 100 - 100 + value % 100
    if year % 10 or not 1000 <= year <= 2200:
        return []
    return _draft(slots, Period("DE", date(year, 1, 1)), "decade written")


def _century(slots: Slots) -> list[Draft]:
    number = slots.number("which")
    return _draft(slots, Period("CE", date(number * 100 - 100, 1, 1)), "century written") if 10 < number < 30 else []


def _period(slots: Slots, shift: str = "") -> list[Draft]:
    """For "Last week", "this year": counted from the publication."""
    today = slots.scene.today
    unit = slots.text("unit")
    number = int(shift) if shift else slots.number("shift")
    if unit in ("h", "min", "s", "N", "FN", "D") or today is None:
        return []
    if unit == "WE":
        return _draft(slots, _weekend(today, number), f"counted from {_seen_from(slots)}")
    return _draft(slots, Period.around(unit, today).plus(number), f"counted from {_seen_from(slots)}")


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
        return _draft(slots, anchor, "the one told of before", mod=mod)
    return _draft(slots, Period.around(unit, today), "the one of publication", mod=mod) if today is not None else []


def _the_weekend(slots: Slots) -> list[Draft]:
    today = slots.scene.today
    if today is None:
        return []
    ahead = slots.scene.tense(slots.first, slots.last) > 0
    this = Period.around("WE", today)
    found = this if ahead or this.first <= today else this.plus(-1)
    return _draft(slots, found, f"the nearest one on that side of {_seen_from(slots)}")


# --- counted from a day ------------------------------------------------------------------------------------------


_REFERENCES = {"-": "PAST_REF", "+": "FUTURE_REF"}


def _amount(slots: Slots) -> tuple[int | None, str]:
    """How many of which unit; None where the words leave the number open."""
    if "amount" in slots:
        number, unit = slots.text("amount").split()
        return int(number), unit
    unit = slots.text("unit")
    if "number" in slots:
        return int(float(slots.text("number"))), unit
    if "vague" in slots:
        text = slots.text("vague")
        return int(text) if text.isdecimal() else None, unit
    return 1, unit


def _from_publication(slots: Slots, sign: str) -> list[Draft]:
    """For "Two years ago", "in two weeks"."""
    today = slots.scene.today
    number, unit = _amount(slots)
    if number is None:
        return [Draft(slots.first, slots.last, "how long is not said", value=_REFERENCES[sign])]
    if today is None:
        return []
    period = Period("D", today)
    because = f"counted from {today.isoformat()}"
    return _counted(slots, period, number if sign == "+" else -number, unit, because)


def _after(slots: Slots) -> list[Draft]:
    """For "Через неделю", "بعد أسبوع": ahead of the publication, or, in a tale, of the time told of before."""
    tense = slots.scene.tense(slots.first, slots.last)
    told = slots.scene.anchor is not None and tense <= 0
    return _from_anchor(slots, "+") if told else _from_publication(slots, "+")


def _from_anchor(slots: Slots, sign: str) -> list[Draft]:
    """For "Two days later": from the time told of before, else from the publication."""
    scene = slots.scene
    today, anchor = scene.today, scene.anchor
    number, unit = _amount(slots)
    if number is None:
        return [Draft(slots.first, slots.last, "how long is not said", value=_REFERENCES[sign])]
    origin = scene.anchor_for(unit) or (Period("D", today) if today and anchor is None else None)
    if origin is None:
        if anchor is None:
            return []
        return [Draft(slots.first, slots.last, "counted from a longer time", value=_REFERENCES[sign])]
    number = number if sign == "+" else -number
    because = f"counted from {origin.timex}"
    if (
        unit == "Y" and abs(number) == 1 and origin.grain in ("Q", "M", "H", "S")
    ):  # "the first quarter, against a loss a year earlier"
        return _draft(slots, _year_on(origin, number), because)
    return _counted(slots, origin, number, unit, because)


def _counted(slots: Slots, origin: Period, number: int, unit: str, because: str) -> list[Draft]:
    if unit in ("h", "min", "s"):
        value = f"{origin.first.isoformat()}TXX"
        return [Draft(slots.first, slots.last, because, type="TIME", value=value, counted=True)]
    if unit == "FN":
        unit, number = "W", number * 2
    unit = {"N": "D", "WE": "W"}.get(unit, unit)
    period = origin.moved(unit, number)
    if unit == "W":
        # which day of that week is left open; the case file counts from the day itself
        made = _draft(slots, period, because)
        if origin.grain == "D":
            day = origin.first + timedelta(weeks=number)
            made[0].stretch = PartialDate.of(day.year, day.month, day.day, qualifier="~")
    else:
        made = _draft(slots, period, because, "" if unit == "D" else "~")
    for draft in made:
        draft.counted = True
    return made


def _relative(slots: Slots, unit: str = "", shift: str = "") -> list[Draft]:
    """For "The following day", "that month", "the day before": from the time told of before."""
    today, anchor = slots.scene.today, slots.scene.anchor
    unit = unit or slots.text("unit")
    number = int(shift) if shift else slots.number("rel")
    if unit in ("h", "min", "s", "FN"):
        return []
    if unit == "N":
        if anchor is None or anchor.grain != "D":
            return []
        period = Period("D", anchor.first + timedelta(days=number), "NI")
        return _typed(_draft(slots, period, "of the day told of before"))
    origin = slots.scene.anchor_for(unit) or (Period("D", today) if today and number and anchor is None else None)
    if origin is None:
        return []
    return _draft(slots, origin.moved(unit, number), f"counted from {origin.timex}")


def _year_before(slots: Slots, years: str) -> list[Draft]:
    """For "The year-earlier quarter": the same stretch of another year."""
    anchor = slots.scene.anchor
    if anchor is None or anchor.grain not in ("Q", "M", "H", "S", "X", "D", "W"):
        return _from_publication(slots, "-") if "unit" in slots else []
    if anchor.grain in ("D", "W", "X"):
        return _draft(slots, Period("Y", date(anchor.first.year + int(years), 1, 1)), f"counted from {anchor.timex}")
    return _draft(slots, _year_on(anchor, int(years)), f"counted from {anchor.timex}")


def _size(grain: str) -> int:
    return {"D": 0, "WE": 1, "W": 2, "M": 3, "X": 3, "Q": 4, "S": 4, "H": 5, "Y": 6, "DE": 7, "CE": 8}.get(grain, 0)


# --- how long, how often, vaguely when ----------------------------------------------------------------------------


def _length(number: object, unit: str) -> str:
    if unit == "FN":
        return f"P{2 * number}W" if isinstance(number, int) else "PXW"
    return _DURATIONS[unit].format(number)


def _duration(slots: Slots) -> list[Draft]:
    if "bare" in slots:
        value = _length("X", slots.text("bare"))
    elif "length" in slots:
        value = slots.text("length")
    elif "number" in slots and "." in slots.text("number"):
        value = _length(slots.text("number"), slots.text("unit"))
    else:
        number, unit = _amount(slots)
        if _is_no_time(slots, unit):
            return []
        value = _length("X" if number is None else number, unit)
    made = Draft(slots.first, slots.last, "how long", type="DURATION", value=value)
    return [made]


def _is_no_time(slots: Slots, unit: str) -> bool:
    """For "Three quarters of the people", "a second interest"."""
    items, place = slots.scene.items, slots.last + 1
    after = items.keys[place] if place < len(items.keys) else ""
    if unit == "Q":
        return after == "of"
    if unit == "D" and items.text[items.starts[slots.first] : items.stops[slots.first]].lower() == "one":
        before = (
            items.grammar.categories.get(items.codes[slots.first - 1], frozenset()) if slots.first else frozenset()
        )
        return "for_one" not in before  # "one day he said"
    if unit == "Y" and "number" in slots and slots.number("number") > 1500:
        return True  # "2060 год" is a year
    return unit == "s" and "number" not in slots and place < len(items.codes) and items.codes[place] in "oO"


def _half(slots: Slots) -> list[Draft]:
    """For "Half an hour", "a year and a half"."""
    unit = slots.text("unit")
    number = slots.number("number") if "number" in slots else 1 if "one" in slots else 0
    halves = {"h": ("PT{}H30M", "PT30M"), "Y": ("P{}Y6M", "P6M"), "min": ("PT{}M30S", "PT30S"), "DE": ("P{}5Y",
        "P5Y"),
              "D": ("P{}DT12H", "PT12H"), "M": ("P{}M15D", "P15D"), "W": ("P{}.5W", "P0.5W"), "CE": ("P{}50Y",
              "P50Y")}  # fmt: skip
    if unit not in halves:
        return []
    value = halves[unit][0].format(number) if number else halves[unit][1]
    return [Draft(slots.first, slots.last, "how long", type="DURATION", value=value)]


def _span(slots: Slots, sign: str) -> list[Draft]:
    """For "The past three years": so long, and up to the day of publication."""
    made = _duration(slots)[0]
    today = slots.scene.today
    number, unit = _amount(slots)
    if unit == "D" and not {"number", "vague", "amount"} & slots.names:
        return []  # "the last day" is one day of many
    if "direction" in slots:
        sign = "-" if slots.number("direction") < 0 else "+"
    if number is not None and today is not None and unit in ("D", "W", "M", "Y", "DE"):
        made.stretch = _stretch(today, number if sign == "+" else -number, unit)
        made.because = f"that long, {'until' if sign == '-' else 'from'} {today.isoformat()}"
    return [made]


def _stretch(today: date, number: int, unit: str) -> PartialDate:
    if unit in ("D", "W"):
        other = today + timedelta(days=number * (1 if unit == "D" else 7))
        first, last = sorted((today, other))
        return PartialDate.read(f"{first.isoformat()}/{last.isoformat()}")
    other_period = Period("D", today).moved(unit, number)
    other_end = other_period.partial()
    mine = Period.around("Y" if unit == "DE" else unit, today).partial()
    if unit == "DE":
        other_end = PartialDate.of(today.year + 10 * number)
    ends = (other_end, mine) if number < 0 else (mine, other_end)
    return PartialDate.read(f"{ends[0].edtf}/{ends[1].edtf}")


def _set(slots: Slots, quant: str = "EVERY") -> list[Draft]:
    """For "Every Friday", "each month", "twice a week"."""
    if "set" in slots:
        value, quant = slots.text("set"), ""
        if _is_a_name(slots):
            return []
    elif "weekday" in slots:
        value = f"XXXX-WXX-{slots.number('weekday') + 1}"
        if "part" in slots:
            value += f"T{slots.text('part')}"
    elif "month" in slots:
        value = f"XXXX-{slots.number('month'):02d}"
    elif "season" in slots:
        value = f"XXXX-{SEASON_CODES[slots.number('season')]}"
    elif "part" in slots:
        value = f"XXXX-XX-XXT{slots.text('part')}"
    else:
        number = slots.number("number") if "number" in slots else 1
        value = _length(number, slots.text("unit"))
    times = f"{slots.number('times')}X" if "times" in slots else ""
    return [Draft(slots.first, slots.last, "how often", type="SET", value=value, quant=quant, freq=times)]


def _is_a_name(slots: Slots) -> bool:
    """For "LA Weekly": a capital letter where no sentence begins."""
    items, place = slots.scene.items, slots.first
    if not items.text[items.starts[place]].isupper() or place == 0:
        return False
    before = items.keys[place - 1]
    return isinstance(before, str) and before[:1].isalnum()


def _rate(slots: Slots) -> list[Draft]:
    """For "40,000 cars a year": a unit behind something counted."""
    items, place = slots.scene.items, slots.first - 1
    if place < 0:
        return []
    categories = items.grammar.categories.get(items.codes[place], frozenset())
    word = items.keys[place]
    counted = "number" in categories or "counted" in categories
    if isinstance(word, str) and categories <= {"plural"}:
        counted = counted or "plural" in categories
    if isinstance(word, str) and not categories:
        counted = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return _set(slots, "EVERY") if counted else []


def _reference(slots: Slots, value: str = "") -> list[Draft]:
    value = value or slots.text("ref")
    return [Draft(slots.first, slots.last, "a time that the words leave open", value=value)]


# --- ranges ------------------------------------------------------------------------------------------------------


def _day_range(slots: Slots) -> list[Draft]:
    """For "28 to 30 May": two days of one month."""
    month, year, today = slots.number("month"), _year(slots), slots.scene.today
    one, two = slots.number("day"), slots.number("day2")
    if one >= two:
        return []
    if year is None:
        if today is None:
            return []
        found, because = _nearest_day(month, two, today, slots.scene.tense(slots.first, slots.last), None)
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


def _month_range(slots: Slots) -> list[Draft]:
    """For "Between March and May 2023": the year belongs to both."""
    year = _year(slots)
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


_KINDS: Mapping[str, Callable[..., list[Draft]]] = {
    "date": _date,
    "monthday": _monthday,
    "weekday": _weekday,
    "near": _near,
    "partday": _partday,
    "part": _part,
    "clock": _clock,
    "time": _time,
    "fourfigures": _four_figures,
    "rate": _rate,
    "thisunit": _this_unit,
    "numeric": _numeric,
    "whole": _whole,
    "holiday": _holiday,
    "month": _month,
    "weekof": _week_of,
    "year": _plain_year,
    "season": _season,
    "quarter": _quarter,
    "decade": _decade,
    "century": _century,
    "period": _period,
    "weekend": _the_weekend,
    "published": _from_publication,
    "counted": _from_anchor,
    "after": _after,
    "relative": _relative,
    "yearbefore": _year_before,
    "duration": _duration,
    "half": _half,
    "span": _span,
    "set": _set,
    "ref": _reference,
    "dayrange": _day_range,
    "monthrange": _month_range,
    "monthpair": _month_pair,
    "yearrange": _year_range,
}
