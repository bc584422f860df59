"""A text as the items that rules for dates are written over.

In: a text, a `Grammar`. Out: `Items`: for each word, number or mark its place, its character, and what it says.
Leaves to others: which items make a date.

One pass over the text; most words cost one look into a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from homeward.calendars import Calendar, days_of, month_number
from homeward.reading.dates.periods import Period
from homeward.reading.dates.rules import FIGURES, OTHER, OTHER_CAPITAL, DateRules, Grammar, WholeDate, figures_of

_REMEMBERED = 20_000  # words whose categories are kept, so that each is worked out once
_LONGEST_PREFIX = 3
_STEERING = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FIGURE = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)(?![\d-])"
    r"|(?P<numeric>\d{1,2}(?P<s>[./-])\d{1,2}(?P=s)(?:\d{4}|\d\d)|\d{4}(?P<t>[/.])\d{1,2}(?P=t)\d{1,2})(?![\d/]|"
    r"[.]\d)"
    r"|(?P<fraction>\d{1,3}[ -][1-3]/[2-4])(?![\d/])"
    r"|(?P<clock>\d{1,2}[:٫]\d\d(?::\d\d)?)(?![\d:])"
    r"|(?P<number>\d{1,3}(?:[,٬]\d{3})+|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d))(?![.,]?\d)"
    r"|(?P<decimal>\d+[.,٫]\d+)(?![.,/-]?\d)"
)
_ANY_MONTH = re.compile(
    r"(?P<d>\d{1,2})\.?\s+(?:de\s+|من\s+|в\s+)?(?P<m>[^\W\d_][^\d\n,.;:()]{1,24}?)\s+(?:de\s+)?(?P<y>\d{4})(?!\d)"
)
_YEARS = {
    Calendar.GREGORIAN: (1000, 2200),
    Calendar.HIJRI: (1200, 1600),
    Calendar.SOLAR_HIJRI: (1200, 1500),
    Calendar.HEBREW: (5300, 5900),
    Calendar.BUDDHIST: (2300, 2700),
}
_CALENDARS = {
    Calendar.HIJRI: "Hijri",
    Calendar.SOLAR_HIJRI: "Solar Hijri",
    Calendar.HEBREW: "Hebrew",
    Calendar.BUDDHIST: "Buddhist",
}


@dataclass(slots=True)
class Items:
    """A text taken apart.

    Attributes:
        text: the text. codes: one character an item. starts, stops: where each stands.
        keys: the word in the form of the tables, a number, or a day.
        prefixes: the letters written onto it that were taken off.
    """

    text: str
    grammar: Grammar
    codes: str = ""
    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    keys: list[object] = field(default_factory=list)
    prefixes: dict[int, str] = field(default_factory=dict)


def items_of(text: str, rules: DateRules) -> Items:
    """Take `text` apart."""
    grammar = rules.grammar
    found = Items(text, grammar)
    codes: list[str] = []
    starts, stops, keys = found.starts, found.stops, found.keys
    known = _words_of(rules)
    whole = _whole_dates(text, rules)
    tokens = list(grammar.token.finditer(text))
    count = len(tokens)
    place = 0
    skip_to = -1
    while place < count:
        token = tokens[place]
        place += 1
        start, stop = token.span()
        if start < skip_to:
            continue
        raw = token[0]
        if whole and start in whole:
            first, stop, value = whole[start]
            codes.append(grammar.code(FIGURES["whole"]))
            starts.append(first)
            stops.append(stop)
            keys.append(value)
            skip_to = stop
            continue
        entry = known.get(raw)
        if entry is None:
            if raw[0].isdecimal():
                code, key, stop = _figure(text, start, stop, grammar, rules)
                skip_to = stop
                codes.append(code)
                starts.append(start)
                stops.append(stop)
                keys.append(key)
                continue
            entry = _entry(raw, rules, grammar)
            if len(known) > _REMEMBERED:
                known.clear()
            known[raw] = entry
        code, cut, word, is_phrase, dotted = entry
        if not code:
            continue  # a mark that only steers how the text is drawn
        if is_phrase:
            matched = _phrase(tokens, place, word, grammar, rules, start + cut, text)
            if matched is not None:
                code, word, place, stop = matched
                dotted = False
            elif code == "\0":
                code = OTHER
        if raw[0].isupper() and code not in "oO" and _is_in_title(found, tokens, place, code, rules):
            code = OTHER_CAPITAL
        if dotted and place < count and tokens[place][0] == "." and tokens[place].start() == stop:
            stop += 1
            place += 1
        if cut:
            found.prefixes[len(codes)] = raw[:cut]
        codes.append(code)
        starts.append(start + cut)
        stops.append(stop)
        keys.append(word)
        if code not in "oO":
            categories = grammar.categories[code]
            if "number" in categories or "ordinal" in categories:
                _join_numbers(found, codes, categories)
    found.codes = "".join(codes)
    return found


def _is_in_title(found: Items, tokens: list[re.Match[str]], place: int, code: str, rules: DateRules) -> bool:
    """Whether a word with a capital letter is part of a name: "the Evening Beacon"."""
    categories, articles = rules.titles
    return (
        bool(found.grammar.categories[code] & categories)
        and place < len(tokens)
        and tokens[place][0][0].isupper()
        and bool(found.keys)
        and found.keys[-1] in articles
    )


Entry = tuple[str, int, str, bool, bool]


@lru_cache(maxsize=32)
def _words_of(rules: DateRules) -> dict[str, Entry]:
    return {}


def _entry(raw: str, rules: DateRules, grammar: Grammar) -> Entry:
    """What a word stands for: character, length of the prefix, form in the tables, begins a phrase, takes a stop."""
    if _STEERING.match(raw):
        return "", 0, "", False, False
    if "\n" in raw:
        return grammar.code(FIGURES["stop"]), 0, "\n", False, False
    lower = raw[:1].islower()
    found = _known(raw, lower, rules, grammar, 0)
    if found is not None:
        return found
    if rules.prefixes is not None:
        for cut in range(1, min(_LONGEST_PREFIX, len(raw) - 2) + 1):
            if rules.prefixes.fullmatch(raw, 0, cut) and (found := _known(raw[cut:], lower, rules, grammar, cut)):
                return found
    return OTHER_CAPITAL if raw[:1].isupper() else OTHER, 0, rules.tidy(raw), False, False


def _known(raw: str, lower: bool, rules: DateRules, grammar: Grammar, cut: int) -> Entry | None:
    word = rules.tidy(raw)
    categories = grammar.words.get(word, frozenset())
    if lower and categories & rules.capital:
        categories -= rules.capital
    is_phrase = word in grammar.phrases
    if not categories and not is_phrase:
        return None
    return grammar.code(categories) if categories else "\0", cut, word, is_phrase, word in rules.dotted


def _phrase(
    tokens: list[re.Match[str]], place: int, word: str, grammar: Grammar, rules: DateRules, start: int, text: str
) -> tuple[str, str, int, int] | None:
    """The longest phrase that begins with `word` and goes on with the tokens from `place`."""
    if place >= len(tokens):
        return None
    for rest, phrase, categories in grammar.phrases[word].get(rules.tidy(tokens[place][0]), ()):
        stop = place + 1 + len(rest)
        if stop > len(tokens):
            continue
        if all(rules.tidy(tokens[place + number][0]) == each for number, each in enumerate(rest, 1)):
            if text[start].islower() and categories & rules.capital:
                continue
            return grammar.code(categories), phrase, stop, tokens[stop - 1].end()
    return None


def _join_numbers(found: Items, codes: list[str], categories: frozenset[str]) -> None:
    """For "Twenty" and "five" are one number."""
    table = "ordinal" if "ordinal" in categories else "number"
    words = found.grammar.values
    key = found.keys[-1]
    value = words.get(table, {}).get(key) if isinstance(key, str) else key
    if not isinstance(value, int):
        return
    if isinstance(key, str):
        if len(categories) == 1:
            found.keys[-1] = value
    else:
        return
    before = len(codes) - 2
    if (
        before >= 0
        and found.text[found.starts[before] : found.stops[before]] in ("-", "־")
        and (found.stops[before] == found.starts[-1])
    ):
        before -= 1
    if before < 0:
        return
    earlier = found.grammar.categories.get(codes[before], frozenset())
    head = found.keys[before]
    if isinstance(head, str):
        head = words.get("number", {}).get(head, words.get("ordinal", {}).get(head))
    if not earlier & {"number", "ordinal"} or earlier & {"figure", "ordinal_figure"} or not isinstance(head, int):
        return
    if "ordinal" in earlier and "number" not in earlier:
        table = "ordinal"
    total = _total(head, value, found.prefixes.get(len(codes) - 1, ""), key in words.get("teen", {}))
    if total is None:
        return
    stop = found.stops[-1]
    size = len(codes) - 1 - before
    for row in (codes, found.starts, found.stops, found.keys):
        del row[-size:]
    found.prefixes.pop(before + size, None)
    codes[before] = found.grammar.code(FIGURES["word_ordinal" if table == "ordinal" else "number"])
    found.stops[before] = stop
    found.keys[before] = total


def _total(head: int, value: int, prefix: str, teen: bool) -> int | None:
    if teen and 1 <= head <= 9 and value == 10:
        return head + 10
    if 1 <= head <= 9 and prefix and value in range(20, 100, 10):
        return head + value  # Arabic: five and twenty
    if head % 100 in range(20, 100, 10) and 1 <= value <= 9:
        return head + value
    if value in (100, 1000) and 1 <= head <= 99:
        return head * value
    if head and head % 100 == 0 and 1 <= value < 100:
        return head + value
    return None


def _figure(text: str, start: int, stop: int, grammar: Grammar, rules: DateRules) -> tuple[str, object, int]:
    """A row of digits with what belongs to it: a date, a time, a number, an ordinal."""
    if stop - start <= 4 and (found := _FIGURE.match(text, start)):
        kind = found.lastgroup or ""
        if found["iso"] or found["numeric"]:
            return grammar.code(FIGURES["numeric"]), found[0], found.end()
        if found["clock"]:
            hour, minute = re.split("[:٫]", found[0])[:2]
            if int(hour) <= 24 and int(minute) < 60:
                return grammar.code(FIGURES["clock"]), f"{int(hour):02d}:{int(minute):02d}", found.end()
        if kind == "fraction":
            whole, over, under = map(int, re.split("[ /-]", found[0]))
            return grammar.code(FIGURES["decimal"]), whole + over / under, found.end()
        if kind == "number":
            return grammar.code(FIGURES["large"]), int(re.sub(r"\D", "", found[0])), found.end()
        if kind == "decimal":
            return grammar.code(FIGURES["decimal"]), _decimal(found[0]), found.end()
    if stop - start > 9:
        return grammar.code(FIGURES["large"]), 0, stop
    value = int(text[start:stop])
    if rules.decades is not None and value % 10 == 0 and (match := rules.decades.match(text, stop)):
        ordinal = rules.ordinals is not None and rules.ordinals.match(text, stop) is not None
        return grammar.code(FIGURES["decade_ordinal" if ordinal else "decade"]), value, match.end()
    if rules.ordinals is not None and (match := rules.ordinals.match(text, stop)):
        kind = "day_ordinal" if 1 <= value <= 31 else "year_ordinal" if 1000 <= value < 2200 else "ordinal"
        return grammar.code(FIGURES[kind]), value, match.end()
    return grammar.code(figures_of(value, stop - start)), value, stop


def _decimal(text: str) -> float:
    whole, part = re.split("[.,٫]", text)[:2]
    return float(f"{int(whole)}.{''.join(str(unicodedata.decimal(c)) for c in part)}")


def _whole_dates(text: str, rules: DateRules) -> dict[int, tuple[int, int, WholeDate]]:
    """Dates read in one piece: the language's own, and day, month and year in any language or calendar."""
    found: dict[int, tuple[int, int, WholeDate]] = {}
    for pattern, reader in (*rules.whole, (_ANY_MONTH, lambda match: _any_month(match, rules))):
        for match in pattern.finditer(text):
            try:
                value = reader(match)
            except (ValueError, OverflowError):
                continue
            if value is not None:
                found.setdefault(match.start(), (match.start("d"), match.end(), value))
    return found


def _any_month(match: re.Match[str], rules: DateRules) -> WholeDate | None:
    word = match["m"]
    name = " ".join(rules.tidy(token) for token in rules.grammar.token.findall(word))
    own = any(name in rules.grammar.values.get(table, {}) for table in ("month", "hijri_month", "solar_month"))
    if own or len(word.split()) > 3 or len(word) < 3:
        return None
    if match.start() and match.string[match.start() - 1] in "0123456789.:/-":
        return None
    named = month_number(word)
    return whole_date(named[1], int(match["y"]), named[0], int(match["d"])) if named else None


def whole_date(system: Calendar, year: int, month: int, day: int | None = None) -> WholeDate | None:
    """A date of any calendar; None where year and calendar do not go together.

    Raises:
        ValueError, OverflowError: there is no such day.
    """
    low, high = _YEARS[system]
    if not low <= year <= high:
        return None
    first, last = days_of(system, year, month, day)
    if system is Calendar.GREGORIAN:
        return WholeDate(Period("D" if day else "M", first), "written in full")
    period = Period("D", first) if first == last else Period("X", first, last=last)
    because = f"converted from the {_CALENDARS[system]} calendar"
    if system is Calendar.HIJRI:
        by = " by Umm al-Qura" if 1343 <= year <= 1500 else ""
        return WholeDate(period, f"{because}{by}; the month may have begun a day earlier or later", lunar=True)
    return WholeDate(period, because)
