"""Where each event of the time line is drawn: a real time scale, one lane for each kind, labels that never touch.

In: `TimelineEvent`s and the day for which the page speaks. Out: numbers of an SVG picture, no markup.
Leaves to others: drawing. Each event with its label takes the first row of its lane where both fit; when a lane has
no row left, its further events keep their marks in a last row without labels and are counted in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from math import floor

from django.utils.translation import gettext

from homeward.casework.results import TimelineEvent
from homeward.findings.dates import date_words, month_words, short_month
from homeward.findings.words import KINDS

WIDTH = 900
_LEFT = 128  # the lanes' names stand here
_RIGHT = 16
_TOP = 34  # the axis
_ROW = 22
_LANE_GAP = 10
_ROWS_AT_MOST = 7
_MARK = 12
_GAP = 10
_LABEL_CHARACTERS = 66
_LABEL_PIXELS_AT_MOST = 400
# Widths of a 12 px sans serif, a little generous: the browser test holds drawn labels apart.
_NARROW = frozenset("iljtfrI.,;:'’|!()[] ")
_WIDE = frozenset("mwMWЖШЩЮшщжюмфы@%—…")


@dataclass(frozen=True, slots=True)
class Mark:
    """One event as drawn.

    Attributes:
        x, stop: where it begins and ends; equal for a day. y: the middle of its row.
        soft: the date is not sharp, so a bar is drawn.
        label: shortened to fit; empty where the lane was full. label_x, anchor: where the text stands.
        title: the whole label with its date.
    """

    x: float
    stop: float
    y: float
    soft: bool
    disputed: bool
    label: str
    label_x: float
    anchor: str
    title: str
    ref: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of event."""

    kind: str
    name: str
    top: float
    height: float
    marks: tuple[Mark, ...]
    unlabelled: int


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of the scale."""

    x: float
    label: str
    label_x: float = 0


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """The whole picture in numbers."""

    width: int
    height: float
    axis_y: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today_x: float
    description: str
    names_x: float = 0


@dataclass(frozen=True, slots=True)
class GatheredEvent:
    """Events of one kind, date and label as one, about all their people, and how many they were."""

    event: TimelineEvent
    times: int


def gather(events: Sequence[TimelineEvent]) -> list[GatheredEvent]:
    """The events in order of time; what is said alike of several people, such as a collective answer, only once."""
    gathered: dict[tuple[str, str, str, bool], GatheredEvent] = {}
    for event in events:
        key = (event.on.edtf, event.kind, event.label, event.disputed)
        held = gathered.get(key)
        if held:
            people = tuple(dict.fromkeys((*held.event.persons, *event.persons)))
            gathered[key] = GatheredEvent(replace(held.event, persons=people), held.times + 1)
        else:
            gathered[key] = GatheredEvent(event, 1)
    return sorted(
        gathered.values(), key=lambda one: (one.event.on.earliest or date.min, one.event.on.edtf, one.event.label)
    )


def lay_out(events: Sequence[GatheredEvent], as_of: date) -> TimelinePicture | None:
    """Lay the events out; None where there are none."""
    if not events:
        return None
    scale = _Scale.over([one.event for one in events], as_of)
    lanes: list[Lane] = []
    top = float(_TOP + 8)
    order = {kind: place for place, kind in enumerate(KINDS)}
    ranked = sorted(events, key=lambda one: (order.get(one.event.kind, len(order)), one.event.kind))
    for kind, group in groupby(ranked, key=lambda one: one.event.kind):
        lane = _lay_out_lane(kind, list(group), scale, top)
        lanes.append(lane)
        top = lane.top + lane.height + _LANE_GAP
    first, last = month_words(scale.first), month_words(scale.last)
    described = ", ".join(f"{lane.name.lower()}: {len(lane.marks)}" for lane in lanes)
    return TimelinePicture(
        width=WIDTH,
        height=top + 4,
        axis_y=_TOP,
        lanes=tuple(lanes),
        ticks=scale.ticks(),
        today_x=scale.x(as_of),
        description=gettext("Events from {first} to {last} on one scale of time. {lanes}.").format(
            first=first, last=last, lanes=described
        ),
    )


def mirrored(picture: TimelinePicture) -> TimelinePicture:
    """The same picture for a page that reads from right to left: time runs to the left, names stand at the right."""

    def turned(x: float) -> float:
        return round(picture.width - x, 1)

    lanes = tuple(
        replace(
            lane,
            marks=tuple(
                replace(mark, x=turned(mark.stop), stop=turned(mark.x), label_x=turned(mark.label_x))
                for mark in lane.marks
            ),
        )
        for lane in picture.lanes
    )
    ticks = tuple(replace(tick, x=turned(tick.x), label_x=turned(tick.label_x)) for tick in picture.ticks)
    return replace(
        picture, lanes=lanes, ticks=ticks, today_x=turned(picture.today_x), names_x=turned(picture.names_x)
    )


def text_width(text: str) -> float:
    """About how wide a text of 12 px is, in pixels; rather too wide than too narrow."""
    return sum(
        3.9 if c in _NARROW else 10.8 if c in _WIDE else 8.3 if c.isupper() or ord(c) > 0x2E00 else 6.95 for c in text
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    @classmethod
    def over(cls, events: Sequence[TimelineEvent], as_of: date) -> _Scale:
        """From the first to the last event.

        Dates that span years do not stretch the scale as long as sharper ones exist: "the 1980s" would press
        everything else into a corner. They are drawn cut off, with a soft end.
        """
        bounds = [(e.on.earliest or e.on.latest, e.on.latest or e.on.earliest) for e in events]
        known = [(a, b) for a, b in bounds if a is not None and b is not None]
        sharp = [(a, b) for a, b in known if (b - a).days <= 92] or known
        first = min([a for a, _ in sharp] + [as_of])
        last = max([b for _, b in sharp] + [as_of])
        margin = timedelta(days=max(3, (last - first).days // 60))
        return cls(_shifted(first, -margin), _shifted(last, margin))

    def x(self, day: date) -> float:
        held = min(max(day, self.first), self.last)
        share = (held - self.first).days / max(1, (self.last - self.first).days)
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def ticks(self) -> tuple[Tick, ...]:
        """Eight or so: months, quarters, years, or several years apart."""
        months = max(1, (self.last - self.first).days / 30.44)
        step = next((step for step in (1, 2, 3, 6, 12, 24, 60, 120) if months / step <= 9), 240)
        made: list[Tick] = []
        count = self.first.year * 12 + self.first.month - 1
        count += -count % step
        while count // 12 <= self.last.year:
            day = date(count // 12, count % 12 + 1, 1)
            if day > self.last:
                break
            if day >= self.first:
                x, label = self.x(day), _tick_label(day, step, not made)
                made.append(Tick(x, label, floor(10 * min(x + 4, WIDTH - text_width(label))) / 10))
            count += step
        return tuple(made)


def _tick_label(day: date, step: int, is_first: bool) -> str:
    if step >= 12:
        return str(day.year)
    month = short_month(day)
    return f"{month} {day.year}" if is_first or day.month == 1 else month


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:  # the first and last years that a date can hold
        return day


def _lay_out_lane(kind: str, gathered: list[GatheredEvent], scale: _Scale, top: float) -> Lane:
    ends: list[float] = []  # where the last thing in each row stops
    marks: list[Mark] = []
    late: list[GatheredEvent] = []
    for one in gathered:
        mark = _placed(one, scale, top, ends)
        if mark:
            marks.append(mark)
        else:
            late.append(one)
    if late:
        y = top + len(ends) * _ROW + _ROW / 2
        marks.extend(_drawn(one, scale, y, "", 0, "start") for one in late)
    height = (len(ends) + bool(late)) * _ROW
    return Lane(kind, str(KINDS.get(kind, kind.replace("_", " ").capitalize())), top, height, tuple(marks), len(late))


def _placed(one: GatheredEvent, scale: _Scale, top: float, ends: list[float]) -> Mark | None:
    x, stop = _extent(one.event, scale)
    label = _shortened(one)
    width = text_width(label)
    after = max(stop, x) + _MARK / 2 + 5
    if after + width <= WIDTH:
        begin, end, label_x, anchor = x - _MARK / 2, after + width, after, "start"
    else:
        label_x, anchor = x - _MARK / 2 - 5, "end"
        begin, end = label_x - width, stop + _MARK / 2
        if begin < _LEFT:  # a long bar: the label stands on no side of it
            return None
    for row, taken in enumerate(ends):
        if begin >= taken + _GAP:
            ends[row] = end
            return _drawn(one, scale, top + row * _ROW + _ROW / 2, label, label_x, anchor)
    if len(ends) < _ROWS_AT_MOST:
        ends.append(end)
        return _drawn(one, scale, top + (len(ends) - 1) * _ROW + _ROW / 2, label, label_x, anchor)
    return None


def _drawn(one: GatheredEvent, scale: _Scale, y: float, label: str, label_x: float, anchor: str) -> Mark:
    x, stop = _extent(one.event, scale)
    title = f"{date_words(one.event.on)}: {one.event.label}" + (f" (×{one.times})" if one.times > 1 else "")
    return Mark(
        x=x,
        stop=stop,
        y=y,
        soft=not one.event.on.is_day or bool(one.event.on.qualifier),
        disputed=one.event.disputed,
        label=label,
        label_x=round(label_x, 1),
        anchor=anchor,
        title=title + (" " + gettext("(disputed)") if one.event.disputed else ""),
        ref=one.event.ref,
    )


def _extent(event: TimelineEvent, scale: _Scale) -> tuple[float, float]:
    earliest, latest = event.on.earliest or scale.first, event.on.latest or scale.last
    x, stop = scale.x(earliest), scale.x(latest)
    if not event.on.is_day and stop - x < 10:  # a month on a scale of years still looks unlike a day
        middle = (x + stop) / 2
        x, stop = middle - 5, middle + 5
    elif event.on.is_day and event.on.qualifier:  # "about 10 March": wider than a day, by how much nobody said
        x, stop = x - 9, x + 9
    return round(x, 1), round(stop, 1)


def _shortened(one: GatheredEvent) -> str:
    label = " ".join(one.event.label.split())
    tail = f" ×{one.times}" if one.times > 1 else ""
    shown = label
    while len(shown) > _LABEL_CHARACTERS or text_width(shown + tail) > _LABEL_PIXELS_AT_MOST:
        shown = shown[:-1]
    return (shown if shown == label else shown.rstrip() + "…") + tail
