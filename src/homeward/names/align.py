"""Which part of one name answers to which part of another, also where one has them joined.

In: the telling parts of two names. Out: pairs of stretches, in the order of the left name, each part used once.
Leaves to others: judging the pairs and what is left over (`compare`).

Greedy by likeness and worth; with a dozen parts at most it differs from the best assignment only where two parts of
one name sound alike. Joined forms are tried only where a part is left without an answer: two neighbours beside one
part, and, where a side is written without spaces or in one word, the whole of both in the orders that people use.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from homeward.names.likeness import Likeness, MatchKind, Nearness, likenesses, nearness
from homeward.names.name import NamePart, Role
from homeward.names.normalize import fold
from homeward.names.script import UNSPACED

_LEAST = 0.15  # below this two parts do not answer to each other at all
_LEAST_JOINED = 0.5
_NEAR_WHOLE = 0.5  # nearness of whole names below which nothing is tried joined
_LEAST_LENGTH, _MOST_LENGTH = 0.5, 1.9  # of one part beside two written as one, in places
_NEAR_UNCUT = 0.3  # the same for a name that was cut by guess
_NEAR_JOINED = 0.42  # nearness of the sums below which joined forms are not read at all
_NEARER_APART = 0.08  # so much nearer than the two together may one of them be alone
_SURE = 0.8  # a part with such an answer is not tried joined
_WORTH = 0.03  # of a nat, beside similarity, in choosing which pair goes first: long agreements before short ones


@dataclass(frozen=True, slots=True)
class Pair:
    """Parts `left` of one name beside parts `right` of the other: first and last place of each, inclusive."""

    left: tuple[int, int]
    right: tuple[int, int]
    likeness: Likeness

    @property
    def kind(self) -> MatchKind:
        """By what the two answer to each other."""
        return self.likeness.kind

    @property
    def similarity(self) -> float:
        """0 to 1."""
        return self.likeness.similarity

    @property
    def whole(self) -> bool:
        """Whether more than one part stands on both sides."""
        return self.left[0] < self.left[1] and self.right[0] < self.right[1]


_FIRST_LETTERS = ("aeiouyhwj", "ckqxghs", "szctxđšžčćþ", "vwbfp", "jydgzđ", "lłr", "mn")  # put for each other
_SUN = re.compile(r"^([aeu])l-(?=([tdrszn]))", re.I)  # al-Din is spoken ad-Din
_JOINTS = str.maketrans("", "", " -.'")  # what stands between article and noun

_Scored = tuple[float, Pair]


def align(left: Sequence[NamePart], right: Sequence[NamePart]) -> list[Pair]:
    """Pairs in the order of the left name."""
    return align_all([(left, right)])[0]


def align_all(names: Sequence[tuple[Sequence[NamePart], Sequence[NamePart]]]) -> list[list[Pair]]:
    """The pairs of each two names: as `align` gives them, but what several ask for is measured together."""
    found: list[list[Pair]] = [[] for _ in names]
    steps = [(at, _aligning(left, right)) for at, (left, right) in enumerate(names) if left and right]
    asked = [next(step) for _, step in steps]
    while steps:
        likes = iter(likenesses([pair for some in asked for pair in some]))
        going: list[tuple[int, _Aligning]] = []
        told, asked = asked, []
        for (at, step), some in zip(steps, told, strict=True):
            try:
                asked.append(step.send([next(likes) for _ in some]))
                going.append((at, step))
            except StopIteration as stop:
                found[at] = stop.value
        steps = going
    return found


_Aligning = Generator[list[tuple[NamePart, NamePart]], list[Likeness], list[Pair]]


def _aligning(left: Sequence[NamePart], right: Sequence[NamePart]) -> _Aligning:
    """Asks for likenesses, is sent them, and returns the pairs in the order of the left name."""
    likes = yield [(one, other) for one in left for other in right]
    found: list[_Scored] = []
    width = len(right)
    for at, like in enumerate(likes):
        if like.similarity >= _LEAST:
            i, j = divmod(at, width)
            place = -0.002 * abs(i / len(left) - j / width) + (0.01 if left[i].role is right[j].role else 0)
            found.append((like.similarity + _WORTH * like.worth + place, Pair((i, i), (j, j), like)))
    taken = _choose(found)
    if len(left) + width > 2 and _unsure(taken, len(left), width):
        near = Nearness(left, right)
        if near.of((0, len(left)), (0, width)) > _NEAR_WHOLE:
            forth = _tries(left, right, near, taken, flipped=False)
            back = _tries(right, left, near.turned(), taken, flipped=True)
            if forth or back:
                likes = yield [(both, other) for _, both, other in (*forth, *back)]
                more = _joined(forth, likes[: len(forth)], taken, flipped=False)
                more += _joined(back, likes[len(forth) :], taken, flipped=True)
                if more:
                    taken = _choose(found + more)
        orders = _orders_of_both(left, right)
        if orders:
            likes = yield orders
            whole = _whole(left, right, taken, likes)
            if whole:
                taken = [whole]
    return sorted(taken, key=lambda pair: pair.left)


@lru_cache(maxsize=65536)
def joined(*parts: NamePart) -> NamePart:
    """Neighbouring parts as one."""
    core = "".join(part.core for part in parts)
    written = "".join(_SUN.sub(r"\1\2", part.text) for part in parts).translate(_JOINTS)
    other = written if len(written) > len(core) and parts[0].script not in UNSPACED else ""
    return NamePart(" ".join(part.text for part in parts), core, Role.UNKNOWN, parts[0].script, other)


def unspaced_whole(parts: Sequence[NamePart]) -> NamePart | None:
    """A name that is written without spaces, as one part: where it was cut is a guess. None for other names."""
    if len(parts) < 2 or any(part.script not in UNSPACED for part in parts):
        return None
    return joined(*parts)


def _choose(found: list[_Scored]) -> list[Pair]:
    found.sort(key=lambda scored: -scored[0])
    used_left = used_right = 0
    taken: list[Pair] = []
    for _, pair in found:
        here = (2 << pair.left[1]) - (1 << pair.left[0])
        there = (2 << pair.right[1]) - (1 << pair.right[0])
        if not (here & used_left or there & used_right):
            used_left |= here
            used_right |= there
            taken.append(pair)
    return taken


def _unsure(taken: Sequence[Pair], left: int, right: int) -> bool:
    """Whether a part is left without a sure answer on both sides, or on the side that has parts to spare."""
    sure = sum(pair.similarity >= _SURE for pair in taken)
    return sure < min(left, right) or (left != right and sure < max(left, right))


_Try = tuple[tuple[int, int], NamePart, NamePart]


def _tries(
    many: Sequence[NamePart], few: Sequence[NamePart], near: Nearness, taken: Sequence[Pair], *, flipped: bool
) -> list[_Try]:
    """Two neighbours of `many` beside one part of `few`, where one of them has no sure answer."""
    sure_many, sure_few = _sure(taken, flipped=flipped)
    wide, narrow = near.lengths
    tries: list[_Try] = []
    for i, (one, two) in enumerate(pairwise(many)):
        if Role.INITIAL in (one.role, two.role) or one.script != two.script:
            continue
        if sure_many.get(i, 0) >= _SURE and sure_many.get(i + 1, 0) >= _SURE:
            continue
        for j, other in enumerate(few):
            if other.role is Role.INITIAL or len(other.core) < 2 or sure_few.get(j, 0) >= 0.95:
                continue
            if not _LEAST_LENGTH <= narrow[j] / max(1, wide[i] + wide[i + 1]) <= _MOST_LENGTH:
                continue
            if fold(one.core) + fold(two.core) == fold(other.core):
                tries.append(((i, j), joined(one, two), other))
                continue
            both = near.of((i, i + 2), (j, j + 1))
            if both <= _NEAR_JOINED or (one.script == other.script == "Latn" and _begin_otherwise(one, other)):
                continue
            apart = max(near.of((i, i + 1), (j, j + 1)), near.of((i + 1, i + 2), (j, j + 1)))
            if both > apart - _NEARER_APART:
                tries.append(((i, j), joined(one, two), other))
    return tries


def _begin_otherwise(one: NamePart, other: NamePart) -> bool:
    """Whether two Latin parts begin with letters that no manner of writing puts for each other."""
    a, b = fold(one.core)[:1], fold(other.core)[:1]
    return a != b and not any(a in group and b in group for group in _FIRST_LETTERS)


def _joined(
    tries: Sequence[_Try], likes: Sequence[Likeness], taken: Sequence[Pair], *, flipped: bool
) -> list[_Scored]:
    """Those of the tries that answer better than a part alone does."""
    _, sure_few = _sure(taken, flipped=flipped)
    scored = []
    for ((i, j), both, _), like in zip(tries, likes, strict=True):
        if like.similarity >= _LEAST_JOINED and like.similarity > sure_few.get(j, 0):
            spans = ((j, j), (i, i + 1)) if flipped else ((i, i + 1), (j, j))
            scored.append((like.similarity + _WORTH * like.worth + 0.02 * min(len(both.core), 8), Pair(*spans, like)))
    return scored


def _sure(taken: Sequence[Pair], *, flipped: bool) -> tuple[dict[int, float], dict[int, float]]:
    """How similar its answer is to each part that has one, for both names."""
    here = {pair.left[0]: pair.similarity for pair in taken}
    there = {pair.right[0]: pair.similarity for pair in taken}
    return (there, here) if flipped else (here, there)


def _orders_of_both(left: Sequence[NamePart], right: Sequence[NamePart]) -> list[tuple[NamePart, NamePart]]:
    """All of one name beside all of the other as one part each, in the orders of both; none where that is idle."""
    uncut = unspaced_whole(left), unspaced_whole(right)
    if not (any(uncut) or len(left) == 1 or len(right) == 1) or len(left) > 4 or len(right) > 4:
        return []
    if any(p.role is Role.INITIAL for p in (*left, *right)):
        return []
    if len({p.script for p in left}) > 1 or len({p.script for p in right}) > 1:
        return []
    here, there = ((uncut[0],) if uncut[0] else left), ((uncut[1],) if uncut[1] else right)
    if nearness(here, there) < _NEAR_UNCUT:
        return []
    return [(joined(*one), joined(*other)) for one in _orders(left) for other in _orders(right)]


def _whole(
    left: Sequence[NamePart], right: Sequence[NamePart], taken: Sequence[Pair], likes: Sequence[Likeness]
) -> Pair | None:
    """All of one name beside all of the other, where that is worth more than part by part."""
    best = max(likes, key=lambda like: like.worth)
    spare = [len(side) - sum(1 + last - first for first, last in spans) for side, spans in (
        (left, [p.left for p in taken]), (right, [p.right for p in taken]))]  # fmt: skip
    apart = sum(p.likeness.worth for p in taken) - 4.0 * min(spare) - 1.5 * abs(spare[0] - spare[1])
    if best.similarity < _LEAST or best.worth <= apart:
        return None
    return Pair((0, len(left) - 1), (0, len(right) - 1), best)


def _orders(parts: Sequence[NamePart]) -> list[tuple[NamePart, ...]]:
    """As written, and with the last first where the writing has spaces: a family name changes its place."""
    written = tuple(parts)
    if len(written) == 1 or written[0].script in UNSPACED:
        return [written]
    return [written, (written[-1], *written[:-1])]
