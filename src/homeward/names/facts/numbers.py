"""Identifiers: numbers and codes that some authority gave, side by side.

In: two records. Out: a `Finding` for each kind of number that both have.
Leaves to others: finding numbers in files (`exchange`), what a level is worth (`levels`).
"""

from __future__ import annotations

from functools import lru_cache

from homeward.calendars import to_ascii_digits
from homeward.names.facts.findings import Finding, Tells, found
from homeward.names.facts.levels import OTHER_NUMBER, PASSPORT, PERSONAL_NUMBER, PHONE, Table
from homeward.names.normalize import fold
from homeward.records import PersonRecord, WrittenIdentifier

_SHORTEST = 4  # characters; less is a row number
_LONG = 7  # from here on a slip in one character is told from another number
# What is not known by kind, and numbers found inside a cell for names, which can be of any kind.
_UNKNOWN_KINDS = frozenset(("unknown", "in-name", ""))
_KINDS: tuple[tuple[tuple[str, ...], Table], ...] = (
    (("passport", "licence", "license", "visa", "permit"), PASSPORT),
    (("phone", "tel", "mobile", "whatsapp"), PHONE),
    (("identity", "national", "tax", "service", "personal", "military", "insurance", "birth", "id"), PERSONAL_NUMBER),
)
# Cyrillic and Greek capitals that look like Latin ones, as in Ukrainian passports: the same letter to a reader.
_TWINS = str.maketrans("авекмнорстхіуαβ", "abekmhopctxiyab")
# What a scanner and a tired eye take for each other.
_LOOK_ALIKE = str.maketrans("oqdilzsbg", "000112586")


def compare_identifiers(a: PersonRecord, b: PersonRecord) -> list[Finding]:
    """Compare numbers of one kind and country; of several of a kind, only the best pair counts."""
    if not a.identifiers or not b.identifiers:
        return []
    best: dict[str, tuple[float, tuple[str, str], str, WrittenIdentifier, WrittenIdentifier]] = {}
    for one in a.identifiers:
        for other in b.identifiers:
            kind = _shared_kind(one, other)
            level = kind and _level(one, other)
            if not kind or not level:
                continue
            here, there = _plain(one.value), _plain(other.value)
            scored = (_table(kind)[level].bits, (min(here, there), max(here, there)), level, one, other)
            if kind not in best or scored[:2] > best[kind][:2]:
                best[kind] = scored
    findings = []
    used: set[tuple[str, str]] = set()
    # A number copied into two fields is one number; the field in which it weighs most counts.
    for kind, (bits, values, level, one, other) in sorted(best.items(), key=lambda item: (-item[1][0], item[0])):
        if values not in used:
            used.add(values)
            tells = Tells.FAMILY if _table(kind) is PHONE else Tells.PERSON
            findings.append(_finding(kind, level, bits, one, other, tells))
    return findings


def _finding(
    kind: str, level: str, bits: float, one: WrittenIdentifier, other: WrittenIdentifier, tells: Tells
) -> Finding:
    named = "" if kind in _UNKNOWN_KINDS else f"{kind} "
    shown = f"{named}{one.value} and {other.value}"
    words = {
        "same": f"{named}{one.value} on both sides",
        "same, short": f"{named}{one.value} on both sides, a short number",
        "look alike": f"{shown} differ by characters that look alike",
        "one character": f"{shown} differ by one slip; a relative can have the next number",
        "differs": f"{named}{one.value} is not {other.value}",
    }[level]
    return found("identifier", one.value, other.value, level, bits, words, tells)


def _shared_kind(one: WrittenIdentifier, other: WrittenIdentifier) -> str | None:
    """The kind as which two numbers are compared; empty if it is not known; None if they are of two kinds."""
    if one.country and other.country and one.country != other.country:
        return None
    here, there = one.kind.casefold(), other.kind.casefold()
    if here in _UNKNOWN_KINDS or there in _UNKNOWN_KINDS:
        return "unknown"
    return here if here == there else None


@lru_cache(maxsize=256)
def _table(kind: str) -> Table:
    words = kind.replace("-", " ").replace("_", " ").split()
    for names, table in _KINDS:
        if any(name in kind if len(name) > 3 else name in words for name in names):
            return table
    return OTHER_NUMBER


def _level(one: WrittenIdentifier, other: WrittenIdentifier) -> str | None:
    left, right = _plain(one.value), _plain(other.value)
    if min(len(left), len(right)) < _SHORTEST or _says_nothing(one.value) or _says_nothing(other.value):
        return None
    if left == right:
        return "same" if len(left) >= _LONG else "same, short"
    if min(len(left), len(right)) >= _LONG:
        if left.translate(_LOOK_ALIKE) == right.translate(_LOOK_ALIKE):
            return "look alike"
        if _one_slip(left, right):
            return "one character"
    known = one.kind.casefold() == other.kind.casefold() and one.kind.casefold() not in _UNKNOWN_KINDS
    return "differs" if known and one.country == other.country else None


def _says_nothing(value: str) -> bool:
    """Whether what stands for a number is none: a word ("unknown"), or one character again and again (0000000)."""
    characters = [c for c in fold(to_ascii_digits(value)) if c.isalnum()]
    return not any(c.isdigit() for c in characters) or len(set(characters)) == 1


@lru_cache(maxsize=16384)
def _plain(value: str) -> str:
    folded = fold(to_ascii_digits(value))
    return "".join(c for c in folded if c.isalnum()).translate(_TWINS)


def _one_slip(left: str, right: str) -> bool:
    """Whether one character is wrong, left out or too many, or two neighbours are turned round."""
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1:
        return False
    start = 0
    while start < len(left) and left[start] == right[start]:
        start += 1
    if len(left) < len(right):
        return left[start:] == right[start + 1 :]
    turned = left[start : start + 2] == right[start : start + 2][::-1]
    return left[start + 1 :] == right[start + 1 :] or (turned and left[start + 2 :] == right[start + 2 :])
