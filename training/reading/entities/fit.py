"""Fits the weights of a linear-chain model to rows of words with their tags.

In: rows (`observe`), tags, how much each row counts. Out: `Fitted`, which weighs like `model.Weights`.
Leaves to others: where rows come from (`entities`), and reading with the weights (`homeward.reading.entities.model`).

Method: the likelihood of the tags with a normal prior on the weights, by L-BFGS; no chance is involved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from homeward.reading.entities.model import (
    IMPOSSIBLE,
    OFFSETS,
    REACH,
    TAGS,
    Laid,
    Weights,
    batches,
    follows,
    lay,
    neighbours,
)
from homeward.reading.entities.observe import Row

BUCKETS = 1 << 18
_ROWS_AT_ONCE = 256
_SIZE = len(TAGS)
_MAY_FOLLOW = np.array([[follows(a, b) for b in range(_SIZE)] for a in range(_SIZE)])
_MAY_START = np.array([not tag.startswith("I") for tag in TAGS])


@dataclass(frozen=True, slots=True)
class Recipe:
    """How strongly weights are held near nought, and when to stop.

    Attributes:
        signs, patterns: what a squared weight costs. least: how often, counted by the rows' weights, a sign or
            pattern must occur. steps: of L-BFGS.
    """

    signs: float = 0.5
    patterns: float = 2.0
    transitions: float = 0.1
    least: float = 2.0
    steps: int = 60


def fit(rows: Sequence[Row], tags: Sequence[Sequence[int]], counts: Sequence[float], recipe: Recipe) -> Weights:
    """The weights under which the tags of the rows are likeliest, the prior considered."""
    laid = lay(rows)
    problem = _Problem(laid, tags, np.asarray(counts), recipe)
    return problem.weights(descend(problem.cost, np.zeros(problem.size), recipe.steps))


def descend(
    cost: Callable[[np.ndarray], tuple[float, np.ndarray]], values: np.ndarray, steps: int, kept: int = 6
) -> np.ndarray:
    """The values at which a smooth cost is least, near enough, by L-BFGS (Nocedal 1980) with halved steps."""
    now, slope = cost(values)
    pairs: list[tuple[np.ndarray, np.ndarray, float]] = []
    for _ in range(steps):
        way = -slope
        turns = []
        for moved, turned, product in reversed(pairs):
            share = float(moved @ way) / product
            turns.append(share)
            way -= share * turned
        if pairs:
            moved, turned, product = pairs[-1]
            way *= product / float(turned @ turned)
        for (moved, turned, product), share in zip(pairs, reversed(turns), strict=True):
            way += (share - float(turned @ way) / product) * moved
        downhill = float(slope @ way)
        step = 1.0 if pairs else 1.0 / max(1e-9, float(np.sqrt(slope @ slope)))
        while True:
            there = values + step * way
            then, slope_there = cost(there)
            if then <= now + 1e-4 * step * downhill or step < 1e-10:
                break
            step /= 2
        moved, turned = there - values, slope_there - slope
        if (product := float(moved @ turned)) > 1e-12:
            pairs = [*pairs, (moved, turned, product)][-kept:]
        done = now - then < 1e-6 * max(1.0, abs(now))
        values, now, slope = there, then, slope_there
        if done:
            break
    return values


class _Problem:
    """The cost of weights and its slope, on matrices that are made once."""

    def __init__(self, laid: Laid, tags: Sequence[Sequence[int]], counts: np.ndarray, recipe: Recipe) -> None:
        self.laid, self.counts, self.recipe = laid, counts, recipe
        places = len(laid.types)
        gold = np.full(places, -1)
        worth = np.zeros(places)
        for start, row, count in zip(laid.starts, tags, counts, strict=True):
            gold[start : start + len(row)] = row
            worth[start : start + len(row)] = count
        self.real = gold >= 0
        self.gold = np.zeros((places, _SIZE))
        self.gold[np.nonzero(self.real)[0], gold[self.real]] = worth[self.real]
        self.moves = np.zeros((_SIZE, _SIZE))
        both = self.real[1:] & self.real[:-1]
        np.add.at(self.moves, (gold[:-1][both], gold[1:][both]), worth[:-1][both])
        self._lay_signs(worth)
        self._lay_patterns(worth)
        self.batches = list(batches(laid, _ROWS_AT_ONCE))
        self.size = (len(self.names) * OFFSETS + len(self.used)) * _SIZE + _SIZE * _SIZE

    def _lay_signs(self, worth: np.ndarray) -> None:
        laid = self.laid
        often: Counter[str] = Counter()
        for count, signs in zip(np.bincount(laid.types, worth, minlength=len(laid.signs)), laid.signs, strict=True):
            for sign in (*signs[0], *signs[1]):
                often[sign] += count
        self.names = [sign for sign, count in often.items() if count >= self.recipe.least]
        numbers = {sign: number for number, sign in enumerate(self.names)}
        cells = [
            (at, numbers[s]) for at, (own, around) in enumerate(laid.signs) for s in (*own, *around) if s in numbers
        ]
        at, number = np.array(cells).T
        self.signs = sp.csr_matrix((np.ones(len(at)), (at, number)), shape=(len(laid.signs), len(self.names)))
        self.signs_back = self.signs.T.tocsr()
        places = np.arange(len(laid.types))
        self.seen_from = [np.roll(laid.types, REACH - offset) for offset in range(OFFSETS)]
        shape = (len(laid.signs), len(laid.types))
        self.gather = [sp.csr_matrix((np.ones(len(places)), (row, places)), shape=shape) for row in self.seen_from]

    def _lay_patterns(self, worth: np.ndarray) -> None:
        found = neighbours(self.laid, BUCKETS)
        often = np.zeros(BUCKETS)
        for column in found.T:
            np.add.at(often, column, worth)
        self.used = np.nonzero(often >= self.recipe.least)[0]
        rows = np.full(BUCKETS, -1)
        rows[self.used] = np.arange(len(self.used))
        numbers = rows[found]
        at, column = np.nonzero((numbers >= 0) & self.real[:, None])
        shape = (len(found), len(self.used))
        self.patterns = sp.csr_matrix((np.ones(len(at)), (at, numbers[at, column])), shape=shape)
        self.patterns_back = self.patterns.T.tocsr()

    def _parts(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        signs, patterns = len(self.names) * OFFSETS * _SIZE, len(self.used) * _SIZE
        return (
            values[:signs].reshape(len(self.names), OFFSETS * _SIZE),
            values[signs : signs + patterns].reshape(len(self.used), _SIZE),
            values[signs + patterns :].reshape(_SIZE, _SIZE),
        )

    def cost(self, values: np.ndarray) -> tuple[float, np.ndarray]:
        """Minus the logarithm of the likelihood, and its slope."""
        signs, patterns, transitions = self._parts(values)
        recipe = self.recipe
        by_type = (self.signs @ signs).reshape(-1, OFFSETS, _SIZE)
        weighed = self.patterns @ patterns
        for offset, row in enumerate(self.seen_from):
            weighed += by_type[row, offset]
        weighed[~self.real] = 0
        cost = -float((weighed * self.gold).sum() + (transitions * self.moves).sum())
        slope = -self.gold
        moves = -self.moves
        for rows, places in self.batches:
            total, chances, steps = _expect(weighed, transitions, places, self.counts[rows])
            cost += total
            inside = places >= 0
            slope[places[inside]] += chances[inside]
            moves = moves + steps
        by_type_slope = np.stack([gather @ slope for gather in self.gather], axis=1).reshape(-1, OFFSETS * _SIZE)
        by_type_slope[0] = 0
        cost += 0.5 * (recipe.signs * float((signs**2).sum()) + recipe.patterns * float((patterns**2).sum()))
        cost += 0.5 * recipe.transitions * float((transitions**2).sum())
        slopes = (
            self.signs_back @ by_type_slope + recipe.signs * signs,
            self.patterns_back @ slope + recipe.patterns * patterns,
            moves + recipe.transitions * transitions,
        )
        return cost, np.concatenate([part.ravel() for part in slopes])

    def weights(self, values: np.ndarray) -> Weights:
        """As they are stored and read, in eight bits."""
        signs, patterns, transitions = self._parts(values)
        return Weights(store(self.names, signs, self.used, patterns, transitions, "only"), "only")


def store(
    names: Sequence[str],
    signs: np.ndarray,
    used: np.ndarray,
    patterns: np.ndarray,
    transitions: np.ndarray,
    name: str,
) -> dict[str, np.ndarray]:
    """Weights as arrays for a file, each weight in eight bits; rows that round to nought are left out."""
    scales = np.array([max(1e-9, np.abs(part).max()) / 127 for part in (signs, patterns)], np.float32)
    small_signs = np.round(signs / scales[0]).astype(np.int8)
    small_patterns = np.round(patterns / scales[1]).astype(np.int8)
    kept, held = small_signs.any(1), small_patterns.any(1)
    return {
        f"{name}_names": np.frombuffer(
            "\n".join(n for n, k in zip(names, kept, strict=True) if k).encode(), np.uint8
        ),
        f"{name}_signs": small_signs[kept],
        f"{name}_used": used[held].astype(np.uint32),
        f"{name}_patterns": small_patterns[held],
        f"{name}_scales": scales,
        f"{name}_transitions": transitions.astype(np.float32),
        f"{name}_buckets": np.array(BUCKETS),
    }


def _expect(
    weighed: np.ndarray, transitions: np.ndarray, places: np.ndarray, counts: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    """The logarithm of the sum over all tags, the chance of each, the expected moves; by the rows' weights."""
    rows, longest = places.shape
    inside = places >= 0
    own = weighed[np.where(inside, places, 0)]
    top = own.max(2, keepdims=True)
    own = np.exp(own - top)
    moves = np.exp(np.where(_MAY_FOLLOW, transitions, IMPOSSIBLE))
    first = [rows - int(inside[:, at].sum()) for at in range(longest)]
    forward = np.zeros((rows, longest, _SIZE))
    scale = np.ones((rows, longest))
    begin = own[:, 0] * _MAY_START
    scale[:, 0] = begin.sum(1)
    forward[:, 0] = begin / scale[:, :1]
    for at in range(1, longest):
        going = slice(first[at], None)
        step = (forward[going, at - 1] @ moves) * own[going, at]
        scale[going, at] = step.sum(1)
        forward[going, at] = step / scale[going, at, None]
    total = float(((np.log(scale) + top[:, :, 0]) * inside * counts[:, None]).sum())
    backward = np.ones_like(forward)
    expected = np.zeros((_SIZE, _SIZE))
    for at in range(longest - 2, -1, -1):
        going = slice(first[at + 1], None)
        ahead = own[going, at + 1] * backward[going, at + 1] / scale[going, at + 1, None]
        backward[going, at] = ahead @ moves.T
        expected += (forward[going, at] * counts[going, None]).T @ ahead
    return total, forward * backward * (inside * counts[:, None])[:, :, None], expected * moves
