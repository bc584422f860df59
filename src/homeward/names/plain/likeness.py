"""How alike two parts of names are, and by what: the same letters, a known form, a transliteration, an initial.

In: two `NamePart`. Out: kind and similarity.
Leaves to others: which parts to put beside each other (`align`), and what it is worth (`compare`).
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from homeward.names.distance import first_sounds_alike, sounds_alike
from homeward.names.letters import readings
from homeward.names.name import NamePart, Role
from homeward.names.normalize import fold
from homeward.names.parts import female_family, patronymic_root
from homeward.names.plain.tables import Common, common, short_form

CONFUSABLE = 0.45  # two known given names that are not one (Mahmoud, Mohammed) stay below any agreement


class MatchKind(StrEnum):
    """By what two parts answer to each other."""

    SAME = "same"
    SPELLING = "spelling"
    TRANSLITERATION = "transliteration"
    KNOWN_FORM = "known form"
    SHORT_FORM = "short form"
    FEMALE_FORM = "female form"
    INITIAL = "initial"
    MISSING = "missing"
    DIFFERS = "differs"


@lru_cache(maxsize=65536)
def part_likeness(one: NamePart, other: NamePart) -> tuple[MatchKind, float]:
    """Kind and similarity (0 to 1) of two parts; symmetric."""
    if Role.INITIAL in (one.role, other.role):
        return _initial(one, other)
    same_script = one.script == other.script
    if same_script and fold(one.core) == fold(other.core):
        return MatchKind.SAME, 1.0
    root_one, root_other = patronymic_root(one.core), patronymic_root(other.core)
    if Role.FATHER in (one.role, other.role) and (root_one is None) != (root_other is None):
        return _father(one, other, root_one, root_other)
    sounds = sounds_alike(one.readings, one.script, other.readings, other.script)
    kind = MatchKind.SPELLING if same_script else MatchKind.TRANSLITERATION
    known_one, known_other = common(one.core), common(other.core)
    if known_one and known_other:
        if known_one.identity == known_other.identity:
            return (MatchKind.KNOWN_FORM if sounds < 0.9 else kind), max(sounds, 0.96)
        if short_form(one.core, other.core):
            return MatchKind.SHORT_FORM, 0.85
        if known_one.kind in "mf" and known_other.kind in "mf":
            return MatchKind.DIFFERS, min(sounds, CONFUSABLE)
    if _named_after(one.core, known_other) or _named_after(other.core, known_one):
        return MatchKind.DIFFERS, min(sounds, CONFUSABLE)
    if short_form(one.core, other.core):
        return MatchKind.SHORT_FORM, 0.85
    if female_family(one.core) != female_family(other.core):
        female, male = (one, other) if female_family(one.core) else (other, one)
        if female.core[:-1] and _without_ending(female.core, male) > max(sounds, 0.9):
            return MatchKind.FEMALE_FORM, 0.88
    return kind, sounds


def _named_after(core: str, known: Common | None) -> bool:
    """Whether a part is the family name made from a known given name by an i at the end: Salehi is not Saleh."""
    if (
        known is None
        or known.kind not in "mf"
        or core[-1:].lower() not in ("i", "y", "ي", "ی", "י", "и")
        or len(core) < 4
    ):
        return False
    root = common(core[:-1])
    return root is not None and root.identity == known.identity and common(core) is None


def _initial(one: NamePart, other: NamePart) -> tuple[MatchKind, float]:
    if first_sounds_alike(one.readings, other.readings):
        return MatchKind.INITIAL, 0.7
    return MatchKind.DIFFERS, 0.0


def _father(one: NamePart, other: NamePart, root_one: str | None, root_other: str | None) -> tuple[MatchKind, float]:
    """A Slavic patronymic beside a name without its ending, if that too stands in a father's place."""
    if one.role is not Role.FATHER or other.role is not Role.FATHER:
        return MatchKind.DIFFERS, 0.3
    a, b = root_one or one.core, root_other or other.core
    alike = sounds_alike(readings(a, one.script), one.script, readings(b, other.script), other.script)
    return MatchKind.SPELLING, alike


def _without_ending(female: str, male: NamePart) -> float:
    stem = female[:-1] if female[-2:].lower() in ("ва", "на", "va", "na") else female[:-2]
    script = "Cyrl" if not female.isascii() else "Latn"
    ending = {"Cyrl": "ий", "Latn": "y"}[script] if stem != female[:-1] else ""
    return sounds_alike(readings(stem + ending, script), script, male.readings, male.script)
