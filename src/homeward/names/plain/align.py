"""Which part of one name answers to which part of another, also where one has them joined.

In: the telling parts of two names. Out: pairs of stretches, best first, each part used once.
Leaves to others: judging the pairs and what is left over (`compare`).
Method: greedy by likeness, longest parts first; with a dozen parts at most it differs from the best assignment only
where two parts of one name sound alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from homeward.names.name import NamePart, Role
from homeward.names.plain.likeness import MatchKind, part_likeness

_LEAST = 0.6  # below this two parts do not answer to each other at all
_LEAST_JOINED = 0.86


@dataclass(frozen=True, slots=True)
class Pair:
    """Parts `left` of one name beside parts `right` of the other: first and last place of each, inclusive."""

    left: tuple[int, int]
    right: tuple[int, int]
    kind: MatchKind
    similarity: float


def align(left: Sequence[NamePart], right: Sequence[NamePart]) -> list[Pair]:
    """Pairs in the order of the left name."""
    found: list[tuple[float, Pair]] = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            kind, alike = part_likeness(one, other)
            if alike >= _LEAST:
                weight = min(len(one.core), len(other.core)) * 0.01
                place = -0.002 * abs(i / len(left) - j / len(right)) + (0.01 if one.role is other.role else 0)
                found.append((alike + weight * alike + place, Pair((i, i), (j, j), kind, alike)))
    found += _joined(left, right, flipped=False) + _joined(right, left, flipped=True)
    found.sort(key=lambda scored: -scored[0])
    used_left: set[int] = set()
    used_right: set[int] = set()
    taken: list[Pair] = []
    for _, pair in found:
        here, there = set(range(pair.left[0], pair.left[1] + 1)), set(range(pair.right[0], pair.right[1] + 1))
        if here & used_left or there & used_right:
            continue
        used_left |= here
        used_right |= there
        taken.append(pair)
    return sorted(taken, key=lambda pair: pair.left)


@lru_cache(maxsize=65536)
def joined(first: NamePart, second: NamePart) -> NamePart:
    """Two neighbouring parts as one."""
    core = first.core + second.core
    return NamePart(f"{first.text} {second.text}", core, Role.UNKNOWN, first.script)


def _joined(many: Sequence[NamePart], few: Sequence[NamePart], *, flipped: bool) -> list[tuple[float, Pair]]:
    found = []
    for i, (one, two) in enumerate(pairwise(many)):
        if Role.INITIAL in (one.role, two.role) or one.script != two.script:
            continue
        for j, other in enumerate(few):
            if other.role is Role.INITIAL or len(other.core) < 2:
                continue
            if not other.readings or not one.readings or not two.readings:
                continue
            length = len(one.readings[0]) + len(two.readings[0])
            if not 0.45 <= len(other.readings[0]) / length <= 1.6:
                continue
            kind, alike = part_likeness(joined(one, two), other)
            alone = max(part_likeness(one, other)[1], part_likeness(two, other)[1])
            if alike >= _LEAST_JOINED and alike > alone + 0.05:
                span, single = (i, i + 1), (j, j)
                pair = Pair(single, span, kind, alike) if flipped else Pair(span, single, kind, alike)
                found.append((alike + 0.02 * min(len(one.core) + len(two.core), len(other.core)), pair))
    return found
