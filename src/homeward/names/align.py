"""Which part of one name answers to which part of another, also where one has them joined.

In: the telling parts of two names. Out: pairs of stretches, in the order of the left name, each part used once.
Leaves to others: judging the pairs and what is left over (`compare`).

Greedy by likeness and worth; with a dozen parts at most it differs from the best assignment only where two parts of
one name sound alike. Joined forms are tried only where a part is left without an answer: two neighbours beside one
part, and, where a side is written without spaces or in one word, the whole of both in the orders that people use.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.distance import Indel

from homeward.names.likeness import Likeness, MatchKind, Nearness, Nearnesses, likenesses, nearness, rough_likenesses
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
_LEAST_SPELLED = 0.6  # letters that two Latin parts in one word share with another part; right ones share .8 and more
_LEAST_ROUGH = 0.05  # similarity at a rough look below which neighbours are not read as one beside another part
_LEAST_ROUGH_EVEN = 0.3  # the same where the other name then has a part too many
_LEAST_ROUGH_WHOLE = 0.01  # the same for whole names
_ROUGHLY = 4.0  # nats by which the rough worth of a whole may be too little
_SURE = 0.8  # a part with such an answer is not tried joined
_ANSWERED = 0.95  # nor is anything tried joined beside a part with such an answer
_WORTH = 0.03  # of a nat, beside similarity, in choosing which pair goes first: long agreements before short ones


class Pair(NamedTuple):
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


# Letters with which manners of writing begin one name, put for each other.
_FIRST_LETTERS = ("aeiouyhwj", "ckqxghs", "szctxđšžčćþ", "vwbfp", "jydgzđ", "lłr", "mn")
_PUT_FOR = {a: frozenset().union(*[group for group in _FIRST_LETTERS if a in group]) for a in "".join(_FIRST_LETTERS)}
_SUN = re.compile(r"^([aeu])l-(?=([tdrszn]))", re.I)  # al-Din is spoken ad-Din
_JOINTS = str.maketrans("", "", " -.'")  # what stands between article and noun

_Scored = tuple[float, Pair]


def align(left: Sequence[NamePart], right: Sequence[NamePart]) -> list[Pair]:
    """Pairs in the order of the left name."""
    return align_all([(left, right)])[0]


def align_all(names: Sequence[tuple[Sequence[NamePart], Sequence[NamePart]]]) -> list[list[Pair]]:
    """The pairs of each two names: as `align` gives them, but what several ask for is measured together."""
    every = [_Aligning(left, right) for left, right in names]
    _tell(every, [[(a, b) for a in one.left for b in one.right] for one in every], _Aligning.take_parts)
    unsure = [one for one in every if one.unsure() and one.may_be_joined()]
    if unsure:
        nearnesses = Nearnesses([part for one in unsure for part in (*one.left, *one.right)])
        _tell(unsure, _worth_reading(unsure, nearnesses), _Aligning.take_joined)
    return [sorted(one.taken, key=_place) if len(one.taken) > 1 else one.taken for one in every]


def _worth_reading(unsure: Sequence[_Aligning], nearnesses: Nearnesses) -> list[list[tuple[NamePart, NamePart]]]:
    """What of each two names is tried joined: what may agree at a rough look, neighbours first, then the wholes."""
    tries = [one.near_tries(nearnesses) for one in unsure]
    orders = [one.orders for one in unsure]
    looked = [[*[((a, b), (c,)) for _, a, b, c, _ in some], *own] for some, own in zip(tries, orders, strict=True)]
    rough = iter(rough_likenesses([pair for some in looked for pair in some]))
    asked: list[list[tuple[NamePart, NamePart]]] = []
    for one, some, own in zip(unsure, tries, orders, strict=True):
        one.tried = [tried for tried in some if next(rough)[1] > one.least_rough(tried)]
        pairs = [(joined(a, b), c) for _, a, b, c, _ in one.tried]
        if own:
            seen = [next(rough) for _ in own]
            apart = _worth_apart(one.left, one.right, one.taken)
            least = max([apart, *[worth for worth, _ in seen if worth < inf]]) - _ROUGHLY
            pairs += [(joined(*a), joined(*b)) for (a, b), (worth, similarity) in zip(own, seen, strict=True)
                      if worth > least and similarity > _LEAST_ROUGH_WHOLE]  # fmt: skip
        asked.append(pairs)
    return asked


_Take = Callable[["_Aligning", list[Likeness]], None]


def _tell(some: Sequence[_Aligning], asked: Sequence[list[tuple[NamePart, NamePart]]], take: _Take) -> None:
    """Measure what all of them ask for together, and hand each its own."""
    pairs = [pair for own in asked for pair in own]
    if not pairs:
        return
    likes = likenesses(pairs)
    first = 0
    for one, own in zip(some, asked, strict=True):
        if own:
            last = first + len(own)
            take(one, likes[first:last])
            first = last


_Try = tuple[tuple[int, int], NamePart, NamePart, NamePart, bool]
_Parts = Sequence[NamePart]
_Answers = dict[int, tuple[float, int]]  # by the place of a part: how similar its answer is, and the place of that


class _Aligning:
    """Two names while their pairs are sought: what was found, what of it is taken so far, and what is tried joined.

    Attributes:
        tried: two neighbours of one name beside a part of the other.
        orders: all of one name beside all of the other.
    """

    __slots__ = ("found", "left", "orders", "right", "taken", "tried")

    def __init__(self, left: Sequence[NamePart], right: Sequence[NamePart]) -> None:
        self.left, self.right = left, right
        self.found: list[_Scored] = []
        self.taken: list[Pair] = []
        self.tried: list[_Try] = []
        self.orders: list[tuple[_Parts, _Parts]] = []

    def take_parts(self, likes: Sequence[Likeness]) -> None:
        """The likeness of each part to each, the parts of the left name first."""
        left, right = self.left, self.right
        count, width = len(left), len(right)
        for at, like in enumerate(likes):
            similarity = like.similarity
            if similarity >= _LEAST:
                i, j = divmod(at, width)
                place = -0.002 * abs(i / count - j / width) + (0.01 if left[i].role is right[j].role else 0)
                self.found.append((similarity + _WORTH * like.worth + place, Pair((i, i), (j, j), like)))
        self.taken = _choose(self.found)

    def unsure(self) -> bool:
        """Whether a part is left without a sure answer on both sides, or on the side that has parts to spare."""
        left, right = len(self.left), len(self.right)
        if not (left and right) or left + right == 2:
            return False
        sure = len([1 for pair in self.taken if pair.likeness.similarity >= _SURE])
        return sure < min(left, right) or (left != right and sure < max(left, right))

    def may_be_joined(self) -> bool:
        """Whether anything of the two is tried joined, as far as can be told without measuring; notes what."""
        left, right = self.left, self.right
        self.orders = _orders_of_both(left, right)
        if len(left) == len(right) == 2 and any(pair.likeness.similarity >= _ANSWERED for pair in self.taken):
            return bool(self.orders)  # the parts that are left are one on each side
        here: _Answers = {pair.left[0]: (pair.likeness.similarity, pair.right[0]) for pair in self.taken}
        there: _Answers = {pair.right[0]: (pair.likeness.similarity, pair.left[0]) for pair in self.taken}
        self.tried = _tries(left, right, here, there, flipped=False)
        self.tried += _tries(right, left, there, here, flipped=True)
        return bool(self.tried or self.orders)

    def near_tries(self, nearnesses: Nearnesses) -> list[_Try]:
        """Of the neighbours that are tried those that are near what they are tried beside."""
        if not self.tried:
            return []
        left, right = self.left, self.right
        near = nearnesses.between(left, right)
        if near.of((0, len(left)), (0, len(right))) <= _NEAR_WHOLE:
            return []
        turned = near.turned()
        return [tried for tried in self.tried if _near_enough(tried, turned if tried[4] else near)]

    def least_rough(self, tried: _Try) -> float:
        """Similarity at a rough look below which neighbours are not read as one beside a part of the other name."""
        spare = len(self.left) - len(self.right)
        return _LEAST_ROUGH if (-spare if tried[4] else spare) > 0 else _LEAST_ROUGH_EVEN

    def take_joined(self, likes: Sequence[Likeness]) -> None:
        """The likeness of what was tried: what answers better than the parts alone stays.

        Args:
            likes: of the neighbours tried, in order, then of the whole names, if they were.
        """
        here = {pair.left[0]: pair.likeness.similarity for pair in self.taken}
        there = {pair.right[0]: pair.likeness.similarity for pair in self.taken}
        more: list[_Scored] = []
        for ((i, j), one, two, _, flipped), like in zip(self.tried, likes, strict=False):
            if like.similarity >= _LEAST_JOINED and like.similarity > (here if flipped else there).get(j, 0):
                spans = ((j, j), (i, i + 1)) if flipped else ((i, i + 1), (j, j))
                letters = min(len(one.core) + len(two.core), 8)
                more.append((like.similarity + _WORTH * like.worth + 0.02 * letters, Pair(*spans, like)))
        if more:
            self.taken = _choose(self.found + more)
        wholes = likes[len(self.tried) :]
        whole = _whole(self.left, self.right, self.taken, wholes) if wholes else None
        if whole:
            self.taken = [whole]


def _place(pair: Pair) -> tuple[int, int]:
    return pair.left


@lru_cache(maxsize=65536)
def joined(*parts: NamePart) -> NamePart:
    """Neighbouring parts as one."""
    core = "".join(part.core for part in parts)
    written = "".join(_SUN.sub(r"\1\2", part.text) for part in parts).translate(_JOINTS)
    other = written if len(written) > len(core) and parts[0].script not in UNSPACED else ""
    return NamePart(" ".join(part.text for part in parts), core, Role.UNKNOWN, parts[0].script, other)


def unspaced_whole(parts: Sequence[NamePart]) -> NamePart | None:
    """A name that is written without spaces, as one part: where it was cut is a guess. None for other names."""
    return joined(*parts) if _uncut(parts) else None


def _uncut(parts: Sequence[NamePart]) -> bool:
    """Whether a name of several parts is written without spaces."""
    return len(parts) > 1 and all(part.script in UNSPACED for part in parts)


def _cut_by_guess(parts: Sequence[NamePart]) -> bool:
    """Whether a name was written in one word, so that the place where it is cut may be wrong.

    Where a space was written it is right, and the whole tells less than the parts: as one word, Aleksandr Dediushko
    in Korean letters is as near to Alexandre Dumas as may be.
    """
    return parts[0].role is Role.FAMILY and [part.role for part in parts[1:]] == [Role.GIVEN] and _uncut(parts)


def _choose(found: list[_Scored]) -> list[Pair]:
    if len(found) < 2:
        return [pair for _, pair in found]
    found.sort(key=itemgetter(0), reverse=True)
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


def _tries(many: _Parts, few: _Parts, answers: _Answers, answers_few: _Answers, *, flipped: bool) -> list[_Try]:
    """Two neighbours of `many` beside one part of `few`, where neither surely answers to another part.

    Args:
        answers: of the parts of `many`; so `answers_few`.
        flipped: `many` is the right name.
    """
    tries: list[_Try] = []
    if len(many) < 2:
        return tries
    initial = Role.INITIAL
    free = [
        (j, other)
        for j, other in enumerate(few)
        if other.role is not initial and len(other.core) >= 2 and answers_few.get(j, _NONE)[0] < _ANSWERED
    ]
    if not free:
        return tries
    for i, (one, two) in enumerate(pairwise(many)):
        if one.role is initial or two.role is initial or one.script != two.script:
            continue
        sure = [place for worth, place in (answers.get(i, _NONE), answers.get(i + 1, _NONE)) if worth >= _SURE]
        if len(sure) == 2:
            continue
        for j, other in free:
            if sure and sure[0] != j:
                continue
            if one.script != "Latn" or other.script != "Latn" or _spelled_nearly(one, two, other):
                tries.append(((i, j), one, two, other, flipped))
    return tries


_NONE = (0.0, -1)


def _spelled_nearly(one: NamePart, two: NamePart, other: NamePart) -> bool:
    """Whether two Latin parts in one word may be another: so many letters in common, and the first as good as."""
    first, single = fold(one.core), fold(other.core)
    if first[:1] != single[:1] and single[:1] not in _PUT_FOR.get(first[:1], ""):
        return False
    both = first + fold(two.core)
    return both == single or Indel.normalized_similarity(both, single) >= _LEAST_SPELLED


def _near_enough(tried: _Try, near: Nearness) -> bool:
    """Whether two neighbours together are as near to a part as one of them alone, or are spelled as it is."""
    (i, j), one, two, other, _ = tried
    wide, narrow = near.lengths
    if not _LEAST_LENGTH <= narrow[j] / max(1, wide[i] + wide[i + 1]) <= _MOST_LENGTH:
        return False
    both = near.of((i, i + 2), (j, j + 1))
    if both > _NEAR_JOINED:
        apart = max(near.of((i, i + 1), (j, j + 1)), near.of((i + 1, i + 2), (j, j + 1)))
        if both > apart - _NEARER_APART:
            return True
    # Letters of their own may be written just so, though the encoder knows none of them.
    return fold(one.core) + fold(two.core) == fold(other.core)


def _orders_of_both(left: _Parts, right: _Parts) -> list[tuple[_Parts, _Parts]]:
    """All of one name beside all of the other, to be joined, in the orders of both; none where that is idle."""
    here, there = len(left), len(right)
    if here > 4 or there > 4 or not (here == 1 or there == 1 or _cut_by_guess(left) or _cut_by_guess(right)):
        return []
    if Role.INITIAL in [p.role for p in (*left, *right)]:
        return []
    if len({p.script for p in left}) > 1 or len({p.script for p in right}) > 1:
        return []
    if nearness(left, right) < _NEAR_UNCUT:  # of the parts as they were cut: of the true ones as many pass
        return []
    return [(one, other) for one in _orders(left) for other in _orders(right)]


def _worth_apart(left: _Parts, right: _Parts, taken: Sequence[Pair]) -> float:
    """What the pairs taken are worth, less something for the parts that have no answer; in nats."""
    here = len(left) - sum(1 + pair.left[1] - pair.left[0] for pair in taken)
    there = len(right) - sum(1 + pair.right[1] - pair.right[0] for pair in taken)
    return sum(pair.likeness.worth for pair in taken) - 4.0 * min(here, there) - 1.5 * abs(here - there)


def _whole(left: _Parts, right: _Parts, taken: Sequence[Pair], likes: Sequence[Likeness]) -> Pair | None:
    """All of one name beside all of the other, where that is worth more than part by part."""
    best = max(likes, key=lambda like: like.worth)
    if best.similarity < _LEAST or best.worth <= _worth_apart(left, right, taken):
        return None
    return Pair((0, len(left) - 1), (0, len(right) - 1), best)


def _orders(parts: Sequence[NamePart]) -> list[tuple[NamePart, ...]]:
    """As written, and with the last first where the writing has spaces: a family name changes its place."""
    written = tuple(parts)
    if len(written) == 1 or written[0].script in UNSPACED:
        return [written]
    return [written, (written[-1], *written[:-1])]
