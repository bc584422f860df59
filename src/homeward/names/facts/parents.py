"""Fathers' and mothers' names, given apart or inside a full name.

In: two records and the comparison of their names. Out: a `Finding` for each parent that both know.
Leaves to others: how names sound and how rare they are (`compare`), what a level is worth (`levels`).

A father's name often stands twice in a record: in a field of its own, and inside the full name ("Ahmed bin Salem").
What the comparison of the names has counted already is shown here and counts nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from homeward.names.compare import Comparison, PartMatch, compare
from homeward.names.facts.findings import Finding, Tells, found
from homeward.names.facts.levels import COMMON_BITS, FATHER, FATHER_IN_NAME, MOTHER, RARE_BITS, UNSURE_BITS, Table
from homeward.names.likeness import MatchKind
from homeward.names.name import NamePart, Role
from homeward.names.normalize import fold
from homeward.names.parts import parse, patronymic_root
from homeward.records import NameKind, PersonRecord

_IN_NAME_KINDS = (NameKind.FULL, NameKind.TRANSLITERATION)
_NOT_SURE, _DIFFERS = "not sure", "differs"
_Pieces = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How two names of a parent stand to each other.

    Attributes:
        level: "not sure" or "differs"; empty where they agree, and the level depends on what has been counted.
        agreeing: for each part that agrees: its words on the left and on the right, folded, and its bits.
    """

    level: str
    agreeing: tuple[tuple[_Pieces, _Pieces, float], ...] = ()


def compare_parents(a: PersonRecord, b: PersonRecord, name: Comparison) -> list[Finding]:
    """Compare the parents of two people whose names have been compared as `name`."""
    ours, theirs = _named(a, NameKind.FATHER), _named(b, NameKind.FATHER)
    findings: list[Finding | None] = []
    if ours and theirs:
        findings.append(_parent("father's name", ours, theirs, name, FATHER))
    elif ours:
        findings.append(_father_in_name(ours, b, name, on_left=True))
    elif theirs:
        findings.append(_father_in_name(theirs, a, name, on_left=False))
    ours, theirs = _named(a, NameKind.MOTHER), _named(b, NameKind.MOTHER)
    if ours and theirs:
        findings.append(_parent("mother's name", ours, theirs, name, MOTHER))
    return [made for made in findings if made]


def _named(record: PersonRecord, parent: NameKind) -> str | None:
    given = record.father_name if parent is NameKind.FATHER else record.mother_name
    return given or next((n.text for n in record.names if n.kind is parent), None)


def _parent(fact: str, left: str, right: str, name: Comparison, table: Table) -> Finding | None:
    likeness = _likeness(left, right)
    if likeness is None:
        return None
    level = likeness.level
    lines = [(_pieces(m.left), _pieces(m.right), m.weight_bits) for m in _both_sided(name)]
    if not level:
        ours, theirs = _counted(lines, 0), _counted(lines, 1)
        fresh = [bits for here, there, bits in likeness.agreeing if not (here <= ours or there <= theirs)]
        level = _by_rarity(max(fresh)) if fresh else "counted"
    elif any(bits < 0 and here & _words(left) and there & _words(right) for here, there, bits in lines):
        level = "counted"
    shown = f'"{left}" and "{right}"'
    words = {
        _DIFFERS: f'"{left}" is not "{right}"',
        _NOT_SURE: f"{shown} may be one name",
        "agrees, common": f"{shown} agree, a common name",
        "counted": f"{shown} stand in the names too and have been counted there",
    }.get(level, f"{shown} agree")
    bits = 0.0 if level == "counted" else table[level].bits
    return found(fact, left, right, level, bits, words, Tells.FAMILY)


def _counted(lines: list[tuple[_Pieces, _Pieces, float]], side: int) -> _Pieces:
    """The words of one side that the names' comparison has counted in favour."""
    return frozenset(piece for line in lines if line[2] > 0 for piece in (line[0], line[1])[side])


# --- the father's name inside a full name -------------------------------------------------------------------------


def _father_in_name(father: str, other: PersonRecord, name: Comparison, *, on_left: bool) -> Finding | None:
    """A father's name beside what the other record's full name says of the father."""
    counted: set[str] = set()
    for m in _both_sided(name):
        here, there = (m.left, m.right) if on_left else (m.right, m.left)
        # A part was counted if it agreed, or if it was held against the father in the name on this side.
        if m.weight_bits > 0 or _pieces(here) & _words(father):
            counted |= _pieces(there)
    reached = [
        (FATHER_IN_NAME[level].bits, part.text, level)
        for written in other.names
        if written.kind in _IN_NAME_KINDS
        for place, part in enumerate(parse(written.text).telling)
        if fold(part.text) not in counted and (level := _level_in_name(father, part, place))
    ]
    if not reached:
        return None
    bits, text, level = max(reached)
    side = "right" if on_left else "left"
    verb = {_DIFFERS: "is not", _NOT_SURE: "may be"}.get(level, "is")
    as_what = ", the grandfather" if level == "grandfather" else ""
    words = f'"{father}" {verb} "{text}"{as_what} in the full name on the {side}'
    left, right = (father, text) if on_left else (text, father)
    return found("father's name", left, right, level, bits, words, Tells.FAMILY)


def _level_in_name(father: str, part: NamePart, place: int) -> str | None:
    """The level that one part of a full name reaches; None where it says nothing about the father."""
    if part.role is Role.FATHER:
        level = _level_of_part(father, part.text)
        root = patronymic_root(part.core)  # "Stepan" beside "Stepanovna"
        return level if level not in (None, _DIFFERS) or not root else _level_of_part(father, root)
    if part.role is Role.GRANDFATHER or (part.role is Role.UNKNOWN and place > 0):
        # Without a word for "son of" a second part can be the father's name or the family's: only agreement counts.
        level = _level_of_part(father, part.text)
        if level not in (None, _DIFFERS, _NOT_SURE):
            return "grandfather" if part.role is Role.GRANDFATHER else level
    return None


def _level_of_part(father: str, part: str) -> str | None:
    likeness = _likeness(father, part)
    if likeness is None or likeness.level:
        return likeness.level if likeness else None
    return _by_rarity(max(bits for _, _, bits in likeness.agreeing))


# --- two names of a parent ----------------------------------------------------------------------------------------


def _likeness(left: str, right: str) -> _Likeness | None:
    if left <= right:
        return _likeness_of(left, right)
    made = _likeness_of(right, left)
    return made and _Likeness(made.level, tuple((there, here, bits) for here, there, bits in made.agreeing))


@lru_cache(maxsize=16384)
def _likeness_of(left: str, right: str) -> _Likeness | None:
    """How two names of one parent stand to each other; None where there is nothing to compare."""
    made = compare(left, right)
    lines = _both_sided(made)
    agreeing = [m for m in lines if m.weight_bits > 0]
    if not lines:
        return None
    if not agreeing:
        return _Likeness(_NOT_SURE if made.weight_bits > UNSURE_BITS else _DIFFERS)
    differing = any(m.weight_bits < 0 for m in made.parts if m.kind != MatchKind.MISSING)
    if differing and made.probability <= 0.5:
        # Salem Hassan and Salem Khaled may be one father; Salem Hassan and Omar Hassan are brothers.
        first = {fold(parse(side).telling[0].text) for side in (left, right)}
        begins = any(first & (_pieces(m.left) | _pieces(m.right)) for m in agreeing)
        return _Likeness(_NOT_SURE if begins else _DIFFERS)
    if all(m.kind == MatchKind.INITIAL for m in agreeing):
        return _Likeness(_NOT_SURE)
    return _Likeness("", tuple((_pieces(m.left), _pieces(m.right), m.rarity_bits) for m in agreeing))


def _both_sided(name: Comparison) -> list[PartMatch]:
    return [m for m in name.parts if m.left and m.right]


def _by_rarity(bits: float) -> str:
    return "agrees, rare" if bits >= RARE_BITS else "agrees, common" if bits < COMMON_BITS else "agrees"


def _words(text: str) -> _Pieces:
    return frozenset(fold(part.text) for part in parse(text).telling)


def _pieces(text: str | None) -> _Pieces:
    """A part as a comparison shows it, folded: itself, and the words that it joins."""
    if not text:
        return frozenset()
    words = text.split()
    return frozenset((fold(text), *(map(fold, words) if len(words) > 1 else ())))
