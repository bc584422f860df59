"""Where a time is read: the day of publication, the times told of before, the words that a rule has found.

In: `Items`, the day of publication. Out: `Scene`, `Slots`; `Draft`, a time before the words around it are looked at.
Leaves to others: what the words mean (`days`, `stretches`, `counted`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from homeward.reading.dates.items import Items
from homeward.reading.dates.periods import Period
from homeward.reading.dates.rules import Rule
from homeward.records import PartialDate

_THESE_WEEKS = 31  # days
_NEAR = 15  # words after a day in which a time of day still belongs to it
_REACH = 30  # words among which the verb is looked for
ENDS = frozenset(".!?…؟;؛\n")
_OPENS = frozenset(["-", "–", "—", ":", "(", "*", "•"])  # a capital letter behind these begins a sentence
_TITLES = frozenset(["mrs", "gen", "col", "sgt", "rev", "hon", "gov", "sen", "maj"])
NAME = "·"


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
        lunar: of a calendar whose months may have begun a day earlier or later than computed.
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
    lunar: bool = False


class Scene:
    """Where a time is read: the items, the day of publication, the time told of before.

    Attributes:
        today: the day of publication. anchor: the last time told of.
    """

    def __init__(self, items: Items, today: date | None, told: Sequence[Period] = ()) -> None:
        self.items = items
        self.rules = items.grammar.rules
        self.today = today
        self.anchor: Period | None = None
        self.anchor_place = -_NEAR - 1
        self._heading: tuple[Period, int] | None = None
        self._told: list[Period] = []
        for period in told:
            self.tell(period, self.anchor_place)

    def tell(self, period: Period, place: int) -> None:
        """Keep the time just read, so that others can be counted from it."""
        self.anchor, self.anchor_place = period, place
        self._told = [*self._told[-3:], period]

    def is_heading(self, first: int, last: int) -> bool:
        """Whether these items begin their paragraph and end with a stop, a colon or a dash."""
        keys = self.items.keys
        begins = first == 0 or keys[first - 1] == "\n"
        return begins and last + 1 < len(keys) and keys[last + 1] in (".", ":", "\u2014", "\u2013", "-")

    def head(self, period: Period, place: int) -> None:
        """Take a date as the heading of its paragraph, as in a chronicle; a dateline of these weeks is none."""
        if self.today is None or abs((self.today - period.first).days) > _THESE_WEEKS:
            keys = self.items.keys
            stop = next((n for n in range(place, len(keys)) if keys[n] == "\n"), len(keys))
            self._heading = period, stop

    def heading_at(self, place: int) -> Period | None:
        """The date under which the paragraph of this item stands."""
        return self._heading[0] if self._heading is not None and place < self._heading[1] else None

    def told_of(self, first: int, last: int) -> Period | None:
        """The last time told of; where the verb looks back, the last that is not to come: "that evening"."""
        today = self.today
        if self.anchor is None or today is None or self.anchor.first <= today or self.tense(first, last) > 0:
            return self.anchor
        return next((p for p in reversed(self._told) if p.first <= today), self.anchor)

    def promised(self, first: int) -> date | None:
        """The past day of the same sentence from which a deadline is seen: "in May 2022 they promised it by June"."""
        near = 0 <= self.anchor_place < first <= self.anchor_place + _REACH
        if self.anchor is None or self.today is None or not near or self.tense(first, first) <= 0:
            return None
        origin, between = self.anchor.first, self.items.keys[self.anchor_place + 1 : first]
        return origin if origin < self.today and ENDS.isdisjoint(between) else None

    def anchor_for(self, unit: str) -> Period | None:
        """The last time told that is no longer than such a unit: two days are counted from a day, not from a year."""
        return next((p for p in reversed(self._told) if size_of(p.grain) <= size_of(unit)), None)

    def outset(self, first: int) -> int:
        """The first item of a time, with "the end of" and the like before it."""
        items, categories = self.items, self.items.grammar.categories
        while first and categories.get(items.codes[first - 1], frozenset()) & {"mod", "about", "prep"}:
            if items.keys[first - 1] in self.rules.before:
                break
            first -= 1
        return first

    def day_at(self, place: int) -> date | None:
        """The day of a time that has none of its own: the one told of just before, else that of the publication."""
        if self.anchor is not None and self.anchor.grain == "D" and place - self.anchor_place <= _NEAR:
            return self.anchor.first
        return self.today

    def is_deadline(self, first: int) -> bool:
        """Whether a word before says "by" or "until", with "the end of" and the like between."""
        keys = self.items.keys[max(0, self.outset(first) - 1) : first]
        return any(isinstance(key, str) and key in self.rules.before for key in keys)

    def tense(self, first: int, last: int) -> int:
        """1 where the nearest verb looks ahead, -1 where it looks back, 0 where nothing tells."""
        first = self.outset(first)
        start, stop = first, last + 1
        while start and first - start < _REACH and not self._ends(start - 1):
            start -= 1
        while stop < len(self.items.keys) and stop - last <= _REACH and not self._ends(stop):
            stop += 1
        before = [self._word(place, place == start) for place in range(start, first)]
        return self.rules.tense(before, [self._word(place) for place in range(last + 1, stop)])

    def _ends(self, place: int) -> bool:
        """Whether this item ends a sentence; a stop behind a short word may be that word's own: "Mr. Varga"."""
        items = self.items
        if items.keys[place] not in ENDS:
            return False
        word = items.text[items.starts[place - 1] : items.stops[place - 1]] if place else ""
        if items.keys[place] != "." or not word.isalpha() or len(word) > 3:
            return True
        if len(word) == 1 or word.lower() in _TITLES or (len(word) == 2 and word[0].isupper()):
            return False
        follows = items.text[items.starts[place + 1]] if place + 1 < len(items.starts) else ""
        return word.lower() == word.upper() or not follows.islower()

    def _word(self, place: int, begins: bool = False) -> str:
        """The word of an item; a name, which is no verb, as a mark of its own."""
        items = self.items
        key = items.keys[place]
        if not isinstance(key, str):
            return str(key)
        text = items.text[items.starts[place] : items.stops[place]]
        if begins or not text[:1].isupper() or (len(text) > 1 and text.isupper()):
            return key
        return (
            NAME
            if items.text[items.stops[place - 1] : items.starts[place]] and items.keys[place - 1] not in _OPENS
            else key
        )


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
        return large and place > 1 and items.keys[self.first - 1] not in ENDS

    def is_range(self, first: int, second: int) -> bool:
        """Whether what stands between two items means "to", not "and"."""
        items = self.scene.items
        ands = items.grammar.chars("and")
        return second > first + 1 and not any(items.codes[place] in ands for place in range(first + 1, second))

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


def amount_of(slots: Slots) -> tuple[int | None, str]:
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


def draft_of(slots: Slots, period: Period | None, because: str, qualifier: str = "", **more: str) -> list[Draft]:
    """A period as the one draft of a rule; none for no period."""
    if period is None:
        return []
    made = Draft(slots.first, slots.last, because, period, qualifier)
    for name, value in more.items():
        setattr(made, name, value)
    return [made]


def undated(slots: Slots, value: str) -> list[Draft]:
    """What without a day of publication has a form, and no value."""
    return [Draft(slots.first, slots.last, "there is no publication date to count from", value=value)]


def typed(drafts: list[Draft]) -> list[Draft]:
    """With part of a day or a time of day, a date is a time."""
    for draft in drafts:
        if draft.period is not None and draft.period.part:
            draft.type = "TIME"
    return drafts


def with_part(period: Period | None, slots: Slots) -> Period | None:
    """The day with the part of it that the words name."""
    if period is None or "part" not in slots:
        return period
    return replace(period, part=slots.text("part"))


def seen_from(slots: Slots) -> str:
    """The publication date, in words."""
    today = slots.scene.today
    return f"the publication date, {today.isoformat()}" if today else "the publication date"


def year_of(slots: Slots) -> int | None:
    """The year that belongs to a day, month or season, if one is told."""
    today, anchor = slots.scene.today, slots.scene.anchor
    if "year" in slots:
        return slots.number("year")
    if "yy" in slots:
        return full_year(slots.number("yy"), today)
    if "year_shift" in slots and today is not None:
        return today.year + slots.number("year_shift")
    if "year_rel" in slots and anchor is not None:
        return anchor.first.year + slots.number("year_rel")
    return None


def full_year(two: int, today: date | None) -> int:
    """A year of two figures, at most 15 years ahead."""
    now = today.year if today else 2025
    year = now - now % 100 + two
    return year - 100 if year > now + 15 else year


def years_on(period: Period, years: int) -> Period:
    """The same stretch of another year."""
    return replace(period, first=period.first.replace(year=period.first.year + years))


def size_of(grain: str) -> int:
    """Grains by their length."""
    return {"D": 0, "WE": 1, "W": 2, "M": 3, "X": 3, "Q": 4, "S": 4, "H": 5, "Y": 6, "DE": 7, "CE": 8}.get(grain, 0)


Kinds = Mapping[str, Callable[..., list[Draft]]]
