"""Which of many patterns are worth trying on a sentence: those whose words stand in it.

In: a table of patterns; then texts. Out: for each text the patterns of the table that may match in it.
Leaves to others: matching. Nothing here makes a pattern match more or less: what is left out could not have matched.

Most rules concern words that a sentence does not have, and a search that finds nothing costs as much as one that
does. So each pattern is taken apart once into letters without which it cannot match, such as "hostage" or one of
"release" and "free"; to look for plain letters is some twenty times quicker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import product
from typing import Any, TypeVar

_MOST_STRINGS = 24  # that a piece of a pattern is spelled out in
_MOST_NEEDED = 200  # strings of which one must stand in a text; a pattern with more is always tried
_SHORTEST = 2  # letters; one alone stands in every sentence
_GRAM = 3  # letters by which needed strings are looked up
_LONG = 6  # letters beyond which a string is rare enough
# What a pattern that minds no capitals matches though it is no capital of ours, such as the sign of Kelvin for a k:
# in a text with one of these every pattern is tried.
_ODD = re.compile("[\u0130\u0131\u017f\u0370-\u03ff\u1c80-\u1c8f\u1e9b\u1e9e\u212a\u212b\ua640-\ua69f\ufb00-\ufb06]")
_SPELLED = re.compile(
    "[\t\n -^`-~\u0400-\u04ff\u0590-\u06ff]"
)  # letters whose capitals are plain; no "_", see `answers`

Strings = frozenset[str]
Rule = TypeVar("Rule")


class Sieve:
    """The patterns of a table, by number, with the letters that they need."""

    __slots__ = ("_all", "_always", "_last", "_needed", "_short")

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        owners: dict[str, int] = {}
        self._all = self._always = 0
        for number, pattern in enumerate(patterns):
            self._all |= 1 << number
            needed = needed_by(pattern)
            if needed is None:
                self._always |= 1 << number
            for string in needed or ():
                owners[string] = owners.get(string, 0) | 1 << number
        self._short = tuple(pair for pair in owners.items() if len(pair[0]) < _GRAM)
        self._needed: dict[str, list[tuple[str, int]]] = {}  # by their first letters
        for string, numbers in owners.items():
            if len(string) >= _GRAM:
                self._needed.setdefault(string[:_GRAM], []).append((string, numbers))
        self._last: tuple[str, tuple[tuple[str, int], ...] | None] = ("", ())

    def worth(self, text: str, whole: str | None = None) -> int:
        """The numbers of the patterns that may match in `text`, as bits.

        `whole`: the document of which `text` is a stretch, so that what is nowhere in it is not looked for again.
        Some of its letters may have been made "_".
        """
        here = self._within(text if whole is None else whole)
        if here is None:
            return self._all
        found = self._always
        if whole is None:
            for _, owners in here:
                found |= owners
            return found
        low = text.lower()
        for string, owners in here:
            if string in low:
                found |= owners
        return found

    def _within(self, whole: str) -> tuple[tuple[str, int], ...] | None:
        """Which of the letters needed stand in a text, kept for the last one; None where letters cannot tell."""
        last, here = self._last
        if last is whole:
            return here
        if has_odd_capitals(whole):
            here = None
        else:
            low, grams = _letters_of(whole)
            found = [pair for gram in grams & self._needed.keys() for pair in self._needed[gram] if pair[0] in low]
            here = (*found, *(pair for pair in self._short if pair[0] in low))
        self._last = (whole, here)  # one assignment: another thread sees the old pair or the new one
        return here


@lru_cache(maxsize=4)
def _letters_of(text: str) -> tuple[str, frozenset[str]]:
    """A text in lower case, and every few letters in it that follow each other."""
    low = text.lower()
    return low, frozenset(map("".join, zip(low, low[1:], low[2:], strict=False)))


_KEPT: dict[int, tuple[object, Sieve]] = {}


def sieve_of(table: Sequence[Rule], pattern: Callable[[Rule], re.Pattern[str]]) -> Sieve:
    """The sieve of a table that lives as long as the program, such as `Language.claims`; made once."""
    kept = _KEPT.get(id(table))
    if kept is None or kept[0] is not table:
        kept = _KEPT[id(table)] = (table, Sieve(map(pattern, table)))
    return kept[1]


def chosen(table: Sequence[Rule], worth: int) -> Iterator[Rule]:
    """The rules of a table whose numbers `Sieve.worth` gave, in order."""
    number = 0
    while worth:
        if worth & 1:
            yield table[number]
        worth >>= 1
        number += 1


def has_odd_capitals(text: str) -> bool:
    """Whether letters stand in a text whose capitals a pattern and `str.lower` may tell apart in different ways."""
    return not text.isascii() and _ODD.search(text) is not None


# --- what a pattern needs -------------------------------------------------------------------------------------------


def needed_by(pattern: re.Pattern[str]) -> Strings | None:
    """Strings in lower case of which one stands in whatever the pattern matches; None where that cannot be said."""
    try:
        parsed = import_module("re._parser").parse(pattern.pattern, pattern.flags)
    except (ImportError, AttributeError):  # the standard library's parser is its own affair: without it, no sieve
        return None
    exact, needed = _taken_apart(parsed)
    return _better(_usable(exact), needed)


def _taken_apart(parsed: Iterable[tuple[Any, Any]]) -> tuple[Strings | None, Strings | None]:
    """All strings that a piece can match, where they are few; and strings of which one stands in every match."""
    whole: Strings | None = frozenset([""])
    run: Strings = frozenset([""])  # what the pieces since the last open one can match
    needed: Strings | None = None
    for operation, value in parsed:
        exact, inner = _one(str(operation), value)
        longer = _followed(run, exact) if exact is not None else None
        if longer is not None:
            run = longer
            continue
        needed = _better(_better(needed, _usable(run)), inner)
        whole = None
        run = exact if exact is not None else frozenset([""])
    return (run, needed) if whole is not None else (None, _better(needed, _usable(run)))


def _one(operation: str, value: Any) -> tuple[Strings | None, Strings | None]:
    """The same for one operation of a pattern."""
    match operation:
        case "LITERAL":
            letter = chr(value)
            return (frozenset([letter.lower()]), None) if _SPELLED.match(letter) else (None, None)
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return frozenset([""]), None
        case "IN":
            if len(value) > 4 or any(str(kind) != "LITERAL" or not _SPELLED.match(chr(c)) for kind, c in value):
                return None, None
            return frozenset(chr(c).lower() for _, c in value), None
        case "BRANCH":
            return _either([_taken_apart(branch) for branch in value[1]])
        case "SUBPATTERN":
            return _taken_apart(value[3])
        case "ATOMIC_GROUP":
            return _taken_apart(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, repeated = value
            exact, needed = _taken_apart(repeated)
            if least == most == 1:
                return exact, needed
            if least == 0:
                return (
                    exact | {""} if most == 1 and exact is not None and len(exact) < _MOST_STRINGS else None
                ), None
            return None, _better(_usable(exact), needed)
    return None, None


def _either(branches: list[tuple[Strings | None, Strings | None]]) -> tuple[Strings | None, Strings | None]:
    exacts = [exact for exact, _ in branches if exact is not None]
    if len(exacts) == len(branches):
        exact: Strings = frozenset().union(*exacts)
        if len(exact) <= _MOST_STRINGS:
            return exact, None
    each = [_better(_usable(exact), needed) for exact, needed in branches]
    told = [needed for needed in each if needed is not None]
    return None, (_shortest(frozenset().union(*told)) if len(told) == len(each) else None)


def _followed(first: Strings, then: Strings) -> Strings | None:
    if len(first) * len(then) > _MOST_STRINGS:
        return None
    return frozenset(a + b for a, b in product(first, then))


def _usable(strings: Strings | None) -> Strings | None:
    if not strings or len(min(strings, key=len)) < _SHORTEST:
        return None
    return _shortest(strings)


def _shortest(strings: Strings) -> Strings | None:
    """Without those that hold another of them."""
    kept: list[str] = []
    for string in sorted(strings, key=lambda s: (len(s), s)):
        if not any(short in string for short in kept):
            kept.append(string)
    return frozenset(kept) if len(kept) <= _MOST_NEEDED else None


def _better(one: Strings | None, other: Strings | None) -> Strings | None:
    """Whichever is rarer in a text: longer strings, then fewer."""
    if one is None or other is None:
        return one or other
    return other if _rank(other) > _rank(one) else one


def _rank(strings: Strings) -> tuple[int, int]:
    return min(_LONG, len(min(strings, key=len).strip())), -len(strings)
