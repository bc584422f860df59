"""What is counted: "two years ago", "the next day", how long, how often; and words that leave a time open.

In: `Slots`. Out: `Draft`s by the kind of rule, in `KINDS`.
Leaves to others: days and periods that are named (`days`, `stretches`).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from homeward.reading.dates.periods import SEASON_CODES, Period
from homeward.reading.dates.scene import Draft, Kinds, Slots, amount_of, draft_of, typed, years_on
from homeward.records import PartialDate

_DURATIONS = {
    "D": "P{}D", "N": "P{}D", "W": "P{}W", "M": "P{}M", "Y": "P{}Y", "DE": "P{}DE", "CE": "P{}CE", "Q": "P{}Q",
    "H": "P{}H", "WE": "P{}WE", "h": "PT{}H", "min": "PT{}M", "s": "PT{}S",
}  # fmt: skip


_REFERENCES = {"-": "PAST_REF", "+": "FUTURE_REF"}


def _from_publication(slots: Slots, sign: str) -> list[Draft]:
    """For "Two years ago", "in two weeks"."""
    today = slots.scene.today
    number, unit = amount_of(slots)
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
    number, unit = amount_of(slots)
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
        return draft_of(slots, years_on(origin, number), because)
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
        made = draft_of(slots, period, because)
        if origin.grain == "D":
            day = origin.first + timedelta(weeks=number)
            told = slots.scene.today is None or origin.first != slots.scene.today
            exact = (slots.scene.rules.to_the_day and -2 <= number < 0) or (told and abs(number) == 1)
            made[0].stretch = PartialDate.of(day.year, day.month, day.day, qualifier="" if exact else "~")
    else:
        made = draft_of(slots, period, because, "" if unit == "D" else "~")
    for draft in made:
        draft.counted = True
    return made


def _anniversary(slots: Slots, sign: str) -> list[Draft]:
    """For "four years ago today": the same day, so much earlier."""
    today = slots.scene.today
    number, unit = amount_of(slots)
    if today is None or number is None:
        return []
    because = f"counted from {today.isoformat()}"
    number = number if sign == "+" else -number
    if unit == "Y":
        return draft_of(slots, years_on(Period("D", today), number), because)
    if unit == "M":
        months = today.year * 12 + today.month - 1 + number
        year, month = months // 12, months % 12 + 1
        day = date(year, month, min(today.day, monthrange(year, month)[1]))
        return draft_of(slots, Period("D", day), because)
    days = {"D": 1, "W": 7, "FN": 14}.get(unit)
    return draft_of(slots, Period("D", today + timedelta(days=days * number)), because) if days else []


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
        return typed(draft_of(slots, period, "of the day told of before"))
    origin = slots.scene.anchor_for(unit) or (Period("D", today) if today and number and anchor is None else None)
    if origin is None:
        return []
    return draft_of(slots, origin.moved(unit, number), f"counted from {origin.timex}")


def _year_before(slots: Slots, years: str) -> list[Draft]:
    """For "The year-earlier quarter": the same stretch of another year."""
    anchor = slots.scene.anchor
    if anchor is None or anchor.grain not in ("Q", "M", "H", "S", "X", "D", "W"):
        return _from_publication(slots, "-") if "unit" in slots else []
    if anchor.grain in ("D", "W", "X"):
        return draft_of(
            slots, Period("Y", date(anchor.first.year + int(years), 1, 1)), f"counted from {anchor.timex}"
        )
    return draft_of(slots, years_on(anchor, int(years)), f"counted from {anchor.timex}")


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
        number, unit = amount_of(slots)
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
    number, unit = amount_of(slots)
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


KINDS: Kinds = {
    "rate": _rate,
    "published": _from_publication,
    "counted": _from_anchor,
    "after": _after,
    "anniversary": _anniversary,
    "relative": _relative,
    "yearbefore": _year_before,
    "duration": _duration,
    "half": _half,
    "span": _span,
    "set": _set,
    "ref": _reference,
}
