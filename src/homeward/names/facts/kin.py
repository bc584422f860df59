"""Brothers and sisters: what a family shares is no sign of one person where the names speak of two.

In: the comparison of the names, and the findings. Out: a finding that takes back what kinship explains, or None.
Leaves to others: fathers and sons, whom the order of the names tells apart (`compare`).

Facts are added up as if they were independent (Fellegi and Sunter 1969). For brothers they are not: father, mother,
home and nationality agree all at once, and for twins the birth date too. Without this term the facts of one family
would outweigh two given names.
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.names.compare import Comparison, PartMatch
from homeward.names.facts.findings import Finding, Tells
from homeward.names.facts.levels import FAMILY_NAME_BITS, KIN
from homeward.names.likeness import MatchKind
from homeward.names.name import Role
from homeward.names.tables import known

_BIRTH = ("birth date", "age")


def correct_for_kin(name: Comparison, findings: Sequence[Finding]) -> Finding | None:
    """What must be taken back because the two may be brothers or sisters; None if nothing speaks for that."""
    if not _like_kin(name):
        return None
    family = sum(f.line.weight_bits for f in findings if f.tells is Tells.FAMILY and f.line.weight_bits > 0)
    birth = sum(f.line.weight_bits for f in findings if f.line.role in _BIRTH)
    back = max(0.0, family - KIN["family"].bits) + max(0.0, birth - KIN["birth"].bits)
    if back <= 0:
        return None
    line = PartMatch(None, None, "kin", 0.0, -round(back, 2), "family")
    words = "family: one part of the name differs; brothers and sisters share the rest, twins their birth date too"
    return Finding(line, words, Tells.FAMILY)


def _like_kin(name: Comparison) -> bool:
    """Whether the names share what a family shares and differ in what a person alone bears."""
    lines = [m for m in name.parts if m.left and m.right]
    shared = [m for m in lines if m.weight_bits > 0]
    differing = [m for m in lines if m.kind == MatchKind.DIFFERS and m.role != Role.FAMILY]
    if not differing or any(m.role == Role.GIVEN for m in shared):
        return False
    return any(_two_given_names(m) for m in differing) or any(
        m.role in (Role.FAMILY, Role.FATHER, Role.GRANDFATHER) or m.rarity_bits >= FAMILY_NAME_BITS for m in shared
    )


def _two_given_names(line: PartMatch) -> bool:
    """Whether a differing line holds two names that the tables know as given names: Ahmed and Mohamed."""
    sides = known(line.left or ""), known(line.right or "")
    return all(told is not None and told.given for told in sides)
