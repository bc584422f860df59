"""The times of a text, in order: `read_times`; of these, the days and periods that a case file keeps: `read_dates`.

In: a text, the publication date, the date rules of a language. Out: `ReadTime`s, `ReadDate`s; spans do not overlap.
Leaves to others: dates in the cells of a list (`homeward.calendars`), and which event a date belongs to.

A weekday, month or day without a year is on the side of the publication that the nearest verb looks to ("will meet on
Sunday"); where none tells, the latest one past. Without a publication date such words stay unread.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from homeward.errors import BadDateError
from homeward.reading.dates.items import items_of
from homeward.reading.dates.meaning import drafts_of
from homeward.reading.dates.periods import Period
from homeward.reading.dates.rules import DateRules, Rule
from homeward.reading.dates.scene import ENDS, Draft, Scene, Slots
from homeward.reading.proposals import ReadDate, Span, Timex
from homeward.records import PartialDate

_AT_MOST = 5  # words between "by" and the date that it opens
_REMEMBERED = 4  # dates of the text before that others may be counted from
_APPROXIMATE = frozenset(["APPROX"])


@dataclass(frozen=True, slots=True)
class ReadTime:
    """Anything that a text says about time.

    Attributes:
        span: the words, without a preposition. timex: what they mean, in TIMEX3.
        value: the days they name, if they name any. because: how that was worked out.
    """

    span: Span
    timex: Timex
    value: PartialDate | None = None
    because: str = ""


def read_times(
    text: str, published: PartialDate | None, rules: DateRules, *, told: Sequence[ReadDate] = ()
) -> list[ReadTime]:
    """Every date, time of day, duration and set in `text`, in its order.

    Args:
        told: the last dates of the text before, from which "two days later" is counted until `text` names another.
    """
    scene, drafts = _read(text, published, rules, told)
    found = []
    for draft in drafts:
        timex = _timex(draft)
        if timex.value and not draft.weak:
            found.append(ReadTime(_span(scene, draft.first, draft.last), timex, _value(draft), draft.because))
    return found


def read_dates(
    text: str, published: PartialDate | None, rules: DateRules, *, told: Sequence[ReadDate] = ()
) -> list[ReadDate]:
    """The days and periods named in `text`; a vague date and the exact one that overrides it are one, as is a range.

    Args:
        told: as for `read_times`.
    """
    scene, drafts = _read(text, published, rules, told)
    found: list[ReadDate] = []
    before: Draft | None = None
    for draft in drafts:
        value, because, side = _for_the_case(scene, draft)
        if value is None or draft.waits:
            before = None
            continue
        read = ReadDate(_span(scene, draft.first, draft.last), value, because, _timex(draft), side)
        joined = _join(scene, found[-1], read, before, draft) if found and before is not None else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(read)
        before = draft
    return found


# --- finding -----------------------------------------------------------------------------------------------------


def _read(
    text: str, published: PartialDate | None, rules: DateRules, told: Sequence[ReadDate]
) -> tuple[Scene, list[Draft]]:
    today = published.earliest if published is not None and published.is_day else None
    before = [period for one in told[-_REMEMBERED:] if one.side != "before" and (period := Period.of(one.value))]
    scene = Scene(items_of(text, rules), today, before)
    grammar, codes = rules.grammar, scene.items.codes
    drafts: list[Draft] = []
    place = 0
    while (start := grammar.starts.search(codes, place)) is not None:
        place = start.start()
        if grammar.gates[start[0]].match(codes, place) is None:
            place += 1
            continue
        made, place = _at(scene, place, grammar.by_first[start[0]])
        made = [draft for draft in made if not _is_in_a_name(scene, draft)]
        for draft in made:
            _widen(scene, draft, drafts[-1].last if drafts else -1)
            if drafts and _merge(scene, drafts[-1], draft):
                draft = drafts[-1]
            else:
                drafts.append(draft)
            if draft.period is not None and draft.type in ("DATE", "TIME") and not draft.waits:
                period = replace(draft.period, part="") if draft.period.part else draft.period
                if period.grain == "D" and scene.is_heading(draft.first, draft.last):
                    scene.head(period, draft.last)
                if not scene.is_deadline(draft.first) or scene.anchor is None:
                    scene.tell(period, draft.last)
    return scene, drafts


def _at(scene: Scene, place: int, rules: Sequence[Rule]) -> tuple[list[Draft], int]:
    """What begins at this item: of the rules that fit, the longest whose words mean something."""
    codes = scene.items.codes
    fits = [(match.end(), rule, match) for rule in rules if (match := rule.pattern.match(codes, place))]
    fits.sort(key=lambda fit: (-fit[0], fit[1].order))
    for end, rule, match in fits:
        try:
            made = drafts_of(rule.kind, Slots(rule, match, scene))
        except (BadDateError, ValueError, OverflowError):
            return [], end
        if made:
            return made, end
    return [], place + 1


def _is_in_a_name(scene: Scene, draft: Draft) -> bool:
    """Whether a day without its year belongs to a name: "the paper 'Sunday'", "14 July Bridge"."""
    items, grammar = scene.items, scene.items.grammar
    named = grammar.chars("named")
    if draft.period is None or draft.period.grain != "D" or draft.because == "written in full":
        return False
    place, after = draft.first - 1, draft.last + 1
    if draft.first == draft.last and _is_capital_name(scene, draft.first):
        return True
    if place > 0 and items.keys[place] in _QUOTES:
        place -= 1
    elif items.text[items.starts[draft.last]].islower():
        return False  # "at the bridge on 9 May"; the name would be "9 May Bridge" with a capital letter
    if place >= 0 and items.codes[place] in named and not draft.counted and not items.prefixes.get(draft.first):
        return True
    return after < len(items.codes) and items.codes[after] in grammar.chars("named_after")


def _is_capital_name(scene: Scene, place: int) -> bool:
    """Whether a word such as "today" is written large as in a name: "Sahara Today", «Сегодня»."""
    items, grammar = scene.items, scene.items.grammar
    if "near" not in grammar.categories.get(items.codes[place], frozenset()):
        return False
    word = items.text[items.starts[place] : items.stops[place]]
    if place == 0 or not word[0].isupper() or word.isupper():
        return False
    before, after = items.keys[place - 1], items.keys[place + 1 : place + 3]
    if before in _QUOTES:
        return len(after) == 2 and after[0] in ("»", '"', "”") and after[1] not in (",", "-", "–", "—")
    first = items.text[items.starts[place - 1]]
    apart = "\n" in items.text[items.stops[place - 1] : items.starts[place]]
    return first.isupper() and first.isalpha() and not apart


_QUOTES = frozenset(['"', "«", "“", "„", "״", "'", "‘"])


def _widen(scene: Scene, draft: Draft, floor: int) -> None:
    """Take in the words before a time that say how exactly it is meant: "about", "early", "the end of"."""
    items, values = scene.items, scene.items.grammar.values
    categories = items.grammar.categories
    vague = draft.value in _REFERENCES
    for _ in range(2):
        _take_prefix(scene, draft)
        place = draft.first - 1
        known = categories.get(items.codes[place], frozenset()) if place > floor else frozenset()
        key = items.keys[place]
        if not known or not isinstance(key, str) or vague:
            return
        dated = draft.type in ("DATE", "TIME")
        if "mod" in known and dated and not draft.mod:
            draft.mod = str(values["mod"][key])
        elif "about" in known and not draft.mod and _may_be_about(scene, draft, place):
            draft.mod = str(values["about"][key])
            if draft.mod in _APPROXIMATE and draft.period is not None:
                draft.qualifier = "~"
        elif "early" not in known or not dated:
            return
        draft.first = place


def _take_prefix(scene: Scene, draft: Draft) -> None:
    """For "כשבועיים": the letter that says "about" is written onto the number."""
    letter = scene.rules.about_prefix
    for place in range(draft.first, draft.last + 1):
        prefix = scene.items.prefixes.get(place, "")
        if letter and prefix.endswith(letter) and not draft.mod:
            draft.mod = "APPROX"
            if place == draft.first:
                scene.items.starts[place] -= 1
                scene.items.prefixes[place] = prefix[:-1]


_REFERENCES = frozenset(["PAST_REF", "PRESENT_REF", "FUTURE_REF"])


def _may_be_about(scene: Scene, draft: Draft, place: int) -> bool:
    grammar, items = scene.items.grammar, scene.items
    key = str(items.keys[place])
    mod = grammar.values["about"][key]
    if mod not in _APPROXIMATE and draft.type != "DURATION" and not draft.counted:
        return False
    head = grammar.categories.get(items.codes[draft.first], frozenset())
    # "about" before a name of a day is more often "talks about Monday" than "about Monday"
    return bool(head & _NUMERIC_HEADS) or (mod in _APPROXIMATE and key in grammar.values.get("around", {}))


_NUMERIC_HEADS = frozenset(["number", "vague", "clock", "decimal", "about_head", "amount", "length"])


def _merge(scene: Scene, earlier: Draft, later: Draft) -> bool:
    """A time of day and the day beside it are one: "9 p.m. on Thursday", "Thursday, in the evening"."""
    if not _touch(scene, earlier.last, later.first):
        return False
    if later.waits and not earlier.waits and _is_plain_day(earlier):
        part, day = later, earlier
    elif earlier.waits and not later.waits and _is_plain_day(later):
        part, day = earlier, later
    elif earlier.waits == "clock" and later.waits == "part":
        earlier.last = later.last
        return True
    else:
        return False
    assert day.period is not None
    if part.waits == "part" and day.period.part:
        return False
    word = part.period.part if part.period is not None else part.value.partition("T")[2]
    earlier.period = replace(day.period, part=word)
    earlier.last, earlier.type, earlier.value = later.last, "TIME", ""
    earlier.waits, earlier.weak = "", False
    earlier.because, earlier.qualifier, earlier.lunar = day.because, day.qualifier, day.lunar
    earlier.mod = earlier.mod or later.mod
    return True


def _is_plain_day(draft: Draft) -> bool:
    return draft.period is not None and draft.period.grain == "D" and ":" not in draft.period.part


def _touch(scene: Scene, last: int, first: int) -> bool:
    """Whether only words like "on", "at" and a comma stand between two items."""
    if first <= last or first - last > 3:
        return False
    items = scene.items
    joints = items.grammar.chars("joint")
    return all(items.codes[place] in joints for place in range(last + 1, first))


# --- as the case file keeps them ---------------------------------------------------------------------------------


def _span(scene: Scene, first: int, last: int) -> Span:
    start, stop = scene.items.starts[first], scene.items.stops[last]
    return Span(start, stop, scene.items.text[start:stop])


def _timex(draft: Draft) -> Timex:
    value = draft.value or (draft.period.timex if draft.period is not None else "")
    return Timex(draft.type, value, draft.mod, draft.quant, draft.freq)


def _value(draft: Draft) -> PartialDate | None:
    if draft.stretch is not None and draft.type != "DURATION":
        return draft.stretch
    return draft.stretch if draft.period is None else draft.period.partial(draft.qualifier)


def _for_the_case(scene: Scene, draft: Draft) -> tuple[PartialDate | None, str, str]:
    """Value, reason, and the side on which the words before leave it open."""
    items, place = scene.items, draft.first - 1
    known = items.grammar.categories.get(items.codes[place], frozenset()) if place >= 0 else frozenset()
    if draft.type == "DURATION" and draft.stretch is None and scene.today is not None:
        length = re.fullmatch(r"P(\d+)([DWMY])", _IN_DAYS.get(draft.value, draft.value))
        if length and "within" in known:
            return _within(scene.today, int(length[1]), length[2])
        if length and "ahead" in known and scene.tense(draft.first, draft.last) > 0:
            period = Period("D", scene.today).moved(length[2] if length[2] != "W" else "D", _days(length))
            return period.partial("~" if length[2] != "D" else ""), f"counted from {scene.today.isoformat()}", ""
    if draft.type == "SET" or _is_any_day(scene, draft):
        return None, "", ""
    value, side = _value(draft), _side(scene, draft)
    # "before the start of October" where the word for it is one that ends the time before it; "before Ramadan"
    begins = draft.mod == "START" and items.keys[place] == _QABLA
    if side == "before" and draft.mod == "MID" and items.keys[place] == _QABLA and draft.period is not None:
        if draft.period.grain == "M":  # "before the middle of June"
            value = PartialDate.read(f"../{draft.period.first.replace(day=15).isoformat()}")
        return value, draft.because, side
    month = draft.period is not None and draft.period.grain == "X" and draft.because.startswith("converted")
    if side == "before" and (begins or month) and value is not None and value.earliest is not None:
        ends = (
            draft.mod == "END" and value.latest is not None
        )  # "before the end of Rajab", told by its first and last day
        last = value.latest if ends and value.latest is not None else value.earliest
        value = PartialDate.read(f"../{last.isoformat()}")  # "before the start of October"
    return value, draft.because, side


def _is_any_day(scene: Scene, draft: Draft) -> bool:
    """For "They came on a Tuesday": which one is not said."""
    keys, first = scene.items.keys, draft.first
    after = keys[draft.last + 1] if draft.last + 1 < len(keys) else "."
    weekday = "weekday" in scene.items.grammar.categories.get(scene.items.codes[first], frozenset())
    return weekday and first > 1 and keys[first - 1] == "a" and after in _ON


_ON = frozenset([".", ",", ";", "in", "and", "when", "at", "with", "after", "before"])
_IN_DAYS = {"PT24H": "P1D", "PT48H": "P2D", "PT72H": "P3D"}
_IS = frozenset(["is", "was", "are", "were"])  # "the photograph is from 2016"
_QABLA = "قبل"  # said of a season or a Hijri month it means before it begins


def _side(scene: Scene, draft: Draft) -> str:
    """``before`` or ``after`` where the words at once before a date leave it open at one end."""
    keys, place = scene.items.keys, draft.first - 1
    while place > 0 and draft.first - place < _AT_MOST and keys[place] in scene.rules.between:
        place -= 1  # "by close of business on Thursday"
    word = keys[place] if place >= 0 and isinstance(keys[place], str) else ""
    if _is_reached(scene, draft, place):
        return ""
    if word in scene.rules.before:
        return "after" if place and keys[place - 1] in scene.rules.negations else "before"
    opening = keys[place] if place >= 0 else ""
    word = keys[draft.first - 1] if draft.first else ""
    if isinstance(opening, str) and opening in scene.rules.after and opening not in scene.rules.origins:
        word = opening
    if scene.rules.occasions and _before_occasion(scene, draft.first):
        return "before"
    if word in scene.rules.origins:  # "a photograph from 2016" says when, "from Monday" since when
        if draft.first > 1 and keys[draft.first - 2] in _IS and not _is_plain_day(draft):
            return ""
        onward = keys[draft.last + 1] if draft.last + 1 < len(keys) else ""
        return "after" if onward in scene.rules.onward or _looks_on(scene, draft) else ""
    return "after" if word in scene.rules.after else ""


def _is_reached(scene: Scene, draft: Draft, place: int) -> bool:
    """Whether the word at `place` names the day itself: "By Monday he was less certain"."""
    keys, reached = scene.items.keys, scene.rules.reached
    word = keys[place] if place >= 0 else ""
    if not isinstance(word, str) or word not in reached:
        return False
    begins = place == 0 or keys[place - 1] in ENDS
    return (begins or not reached[word]) and scene.tense(draft.first, draft.last) < 0


def _before_occasion(scene: Scene, first: int) -> bool:
    """Whether the date is that of an event before which something is to be: "before the summit on 5 June"."""
    near = [str(key) for key in scene.items.keys[max(0, first - _AT_MOST - 2) : first]]
    for place in range(len(near) - 1, -1, -1):
        if near[place] in scene.rules.before:
            return not scene.rules.occasions.isdisjoint(near[place + 1 :])
        if not near[place].isalpha():
            return False
    return False


def _looks_on(scene: Scene, draft: Draft) -> bool:
    return _is_plain_day(draft) or scene.tense(draft.first, draft.last) > 0


def _days(length: re.Match[str]) -> int:
    return int(length[1]) * (7 if length[2] == "W" else 1)


def _within(today: date, number: int, unit: str) -> tuple[PartialDate | None, str, str]:
    try:
        last = Period("D", today).moved("D" if unit == "W" else unit, number * (7 if unit == "W" else 1))
        value = PartialDate.read(f"{today.isoformat()}/{last.timex}")
    except (BadDateError, ValueError, OverflowError):
        return None, "", ""
    return value, f"within that time from {today.isoformat()}", ""


def _join(scene: Scene, earlier: ReadDate, later: ReadDate, one: Draft, two: Draft) -> ReadDate | None:
    """One date for two that belong together, or None."""
    text, rules = scene.items.text, scene.rules
    span = Span(earlier.span.start, later.span.stop, text[earlier.span.start : later.span.stop])
    if (
        two.period is not None
        and two.period.grain == "D"
        and rules.joint.fullmatch(text, earlier.span.stop, later.span.start)
    ):
        if two.lunar and not one.lunar and earlier.value.is_day and _are_near(earlier, later):
            return replace(
                earlier, span=span
            )  # "yesterday, Wednesday, 10 Muharram", whose month may begin a day later
        if _overrides(earlier, later, one, two):
            if "(" in text[earlier.span.stop : later.span.start] and text.startswith(")", span.stop):
                span = Span(span.start, span.stop + 1, span.text + ")")
            because = f"{later.because}; it overrides the vaguer words before it"
            return replace(later, span=span, because=because, side=later.side or earlier.side)
        return None
    between = text[earlier.span.stop : later.span.start]
    before = text[max(0, earlier.span.start - 12) : earlier.span.start]
    if len(between) > 12 or one.period is None or two.period is None or one.type != "DATE" or two.type != "DATE":
        return None
    if two.joined or (_AND.fullmatch(between) and _are_neighbours(one, two)):
        return _range(earlier, later, span)
    for opening, middle in rules.ranges:
        if middle.fullmatch(between) and opening.search(before):
            return _range(earlier, later, span)
    return None


_AND = re.compile(r"\s+(?:and\s+|и\s+|و|וב?[-־]|ו)")


def _are_neighbours(one: Draft, two: Draft) -> bool:
    """Whether these are a day and the next: "7 and 8 July", "Friday and Saturday"."""
    if one.period is None or two.period is None or {one.period.grain, two.period.grain} != {"D"}:
        return False
    return (two.period.first - one.period.first).days == 1


def _overrides(earlier: ReadDate, later: ReadDate, one: Draft, two: Draft) -> bool:
    """Whether an exact day follows hard upon a vaguer date and falls within it."""
    first, last, day = earlier.value.earliest, earlier.value.latest, later.value.earliest
    if day is None:
        return False
    if earlier.value.is_day:
        # the same day in two calendars: the computed Hijri day may be off by one
        return _are_near(earlier, later) and (one.lunar or first == day)
    return (first is None or first <= day) and (last is None or day <= last)


def _are_near(earlier: ReadDate, later: ReadDate) -> bool:
    one, two = earlier.value.earliest, later.value.earliest
    return one is not None and two is not None and abs((one - two).days) <= 1


def _range(earlier: ReadDate, later: ReadDate, span: Span) -> ReadDate | None:
    first, last = earlier.value.edtf.partition("/")[0], later.value.edtf.rpartition("/")[2]
    try:
        value = PartialDate.read(f"{first}/{last}")
    except BadDateError:
        return None
    one, two = earlier.value.earliest, later.value.earliest
    if one is None or two is None or one >= two:
        return None
    timex = Timex("DATE", value.edtf)
    return ReadDate(span, value, f"from the one to the other; {later.because}", timex)
