"""The worth of writing one part as another: the best way to lay their places side by side.

In: `Reading`s, in pairs or one beside many. Out: a worth (higher is likelier one name), and the alignment behind it.
Leaves to others: reading parts (`encoder`), what the worth says about people (`likeness`, `compare`).

Places are paired in order; a pair is worth the product of their vectors, a place left out costs what the encoder says
for the other side's script. Method: Needleman and Wunsch (1970), with learnt worths in place of a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from homeward.names.compiled import loops
from homeward.names.encoder import Encoder, Floats, Reading, unit

Ints = npt.NDArray[np.int64]

_FEW_CELLS = 500  # of all tables together
_MANY = 100  # pairs


def worth_plainly(engine: Encoder, one: Reading, other: Reading) -> float:
    """The worth of one pair, cell by cell: what the fast versions must give."""
    return float(_table(engine, one, other)[-1, -1]) + engine.mix * float(unit(one.whole) @ unit(other.whole))


def worths_of_pairs(engine: Encoder, ones: Sequence[Reading], others: Sequence[Reading]) -> Floats:
    """The worth of each pair of parts, pair by pair. (pairs,)"""
    count = len(ones)
    if not count:
        return np.zeros(0, np.float32)
    if (compiled := loops()) is not None:
        worths = np.empty(count, np.float32)
        compiled.worths_of_pairs(list(ones), list(others), engine.match_bias, engine.mix, worths)
        return worths
    lengths = [len(one.places) for one in ones], [len(other.places) for other in others]
    if sum([m * n for m, n in zip(*lengths, strict=True)]) <= _FEW_CELLS:
        return np.array(
            [_worth_of_pair(engine, one, other) for one, other in zip(ones, others, strict=True)], np.float32
        )
    if max(lengths[0]) > max(lengths[1]):
        ones, others = others, ones  # the worth is the same either way, and the loop below goes over those of `ones`
    firsts, seconds = _Packed(ones), _Packed(others)
    i, j = firsts.places_of, seconds.places_of
    ups, lefts = firsts.gaps[i, :, seconds.groups[j]], seconds.gaps[j, :, firsts.groups[i]]
    if len(firsts.lengths) * len(seconds.lengths) <= 2 * count:  # few parts in many pairs: each beside each
        rows, columns, size = firsts.places.shape[1], seconds.places.shape[1], firsts.places.shape[2]
        every = seconds.places.reshape(-1, size) @ firsts.places.reshape(-1, size).T
        match = every.reshape(-1, columns, len(firsts.lengths), rows)[j, :, i]
    else:
        match = seconds.places[j] @ firsts.places[i].transpose(0, 2, 1)
    match -= engine.match_bias
    near = (firsts.directions[i] * seconds.directions[j]).sum(1)
    # Behind a part's end nothing costs anything, and a pair of nothing with something is never the best.
    match -= lefts[:, :, None]
    match -= ups[:, None, :]
    worths = np.ascontiguousarray(match.transpose(2, 1, 0))
    best = _last_cells(worths, ups, lefts, seconds.lengths[j], firsts.lengths[i])
    return np.asarray(best + engine.mix * near, np.float32)


class _Packed:
    """Readings as arrays, each once; `places_of` tells the place of each in these."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        numbers: dict[int, int] = {}
        found: list[Reading] = []
        places: list[int] = []
        for reading in readings:
            number = numbers.setdefault(id(reading), len(found))
            if number == len(found):
                found.append(reading)
            places.append(number)
        self.places_of = np.array(places)
        lengths = [len(reading.places) for reading in found]
        self.lengths = np.array(lengths)
        longest = max(1, *lengths)
        self.groups = np.array([reading.group for reading in found])
        self.directions = np.array([reading.direction for reading in found])
        self.places = np.zeros((len(found), longest, found[0].places.shape[1]), np.float32)
        self.gaps = np.zeros((len(found), longest, found[0].gaps.shape[1]), np.float32)
        inside = np.arange(longest) < self.lengths[:, None]
        self.places[inside] = np.concatenate([reading.places for reading in found])
        self.gaps[inside] = np.concatenate([reading.gaps for reading in found])


def worths_of_many(
    engine: Encoder,
    ones: Sequence[Reading],
    counts: Sequence[int],
    places: Floats,
    lefts: Floats,
    lengths: Ints,
    groups: npt.NDArray[np.uint8],
    nearness: Floats,
) -> Floats:
    """The worth of a few parts, each beside many others, as arrays: the hot loop of a search.

    Args:
        ones: the parts asked for.
        counts: how many of the others belong to each of these; those of the first come first.
        places: (n, others, PLACE_SIZE); what stands after the end of each is not looked at.
        lefts: (others, n); cost of leaving out each place of an other, given the script of its one; the same.
        lengths: (others,); number of places of each.
        groups: (others,); of their scripts.
        nearness: (others,); of the wholes, of length 1, of each and its one.

    Returns:
        (others,), float32.
    """
    steps = np.array([len(one.places) for one in ones])
    longest, (rows, others, size) = max(1, int(steps.max())), places.shape
    worths = np.zeros((longest, rows, others), np.float32)
    ups = np.zeros((others, longest), np.float32)
    first = 0
    for one, count, own in zip(ones, counts, steps.tolist(), strict=True):
        some = slice(first, first + count)
        beside = places if count == others else places[:, some]
        worths[:own, :, some] = (one.places @ beside.reshape(-1, size).T).reshape(own, rows, count)
        ups[some, :own] = one.gaps[:, groups[some]].T
        first += count
    worths -= lefts.T + np.float32(engine.match_bias)
    worths -= ups.T[:, None, :]
    best = _last_cells(worths, ups, lefts, lengths, np.repeat(steps, counts))
    return np.asarray(best + engine.mix * nearness, np.float32)


def alignment(engine: Encoder, one: Reading, other: Reading) -> list[tuple[int | None, int | None]]:
    """Which place of one answers to which of the other, None where it is left out; in order."""
    match = one.places @ other.places.T - engine.match_bias
    up = one.gaps[:, other.group]
    table = _table(engine, one, other)
    steps: list[tuple[int | None, int | None]] = []
    i, j = len(one.places), len(other.places)
    while i or j:
        if i and j and np.isclose(table[i, j], table[i - 1, j - 1] + match[i - 1, j - 1], atol=1e-4):
            i, j = i - 1, j - 1
            steps.append((i, j))
        elif i and np.isclose(table[i, j], table[i - 1, j] + up[i - 1], atol=1e-4):
            i -= 1
            steps.append((i, None))
        else:
            j -= 1
            steps.append((None, j))
    return steps[::-1]


def _last_cells(worths: Floats, ups: Floats, lefts: Floats, columns: Ints, rows: Ints) -> Floats:
    """The last cell of each table. worths (m, n, pairs), ups (pairs, m), lefts (pairs, n), ends (pairs,).

    What leaving out all the places so far costs is taken off every cell, and off the worths of their pairs: so a
    place left out changes nothing, and a row is the greater of the row above and of the pairs, carried on to the
    right. The pairs stand last, so that each step is one over numbers beside each other.
    """
    steps, longest, count = worths.shape
    every = np.arange(count)
    table = np.zeros((steps + 1, longest + 1, count), np.float32)
    for step, diagonal in enumerate(worths):
        above, here = table[step], table[step + 1]
        diagonal += above[:-1]
        np.maximum(above[1:], diagonal, out=here[1:])
        if count > _MANY:  # quicker then, row by row
            cells = list(here)
            for one, other in pairwise(cells):
                np.maximum(one, other, out=other)
        else:
            np.maximum.accumulate(here, 0, out=here)
    out = table[rows, columns, every] + _summed(lefts)[every, columns] + _summed(ups)[every, rows]
    return np.asarray(out, np.float32)


def _summed(costs: Floats) -> Floats:
    """Sums of the first none, one, two ... of each row."""
    sums = np.zeros((costs.shape[0], costs.shape[1] + 1), np.float32)
    np.cumsum(costs, 1, out=sums[:, 1:])
    return sums


def _worth_of_pair(engine: Encoder, one: Reading, other: Reading) -> float:
    """The worth of one pair, row by row in plain numbers: quicker than arrays where there is little to do."""
    left = other.gaps[:, one.group]
    up = one.gaps[:, other.group]
    # What leaving out all the places so far costs is taken off every cell, as in `_last_cells`.
    match = one.places @ other.places.T
    match -= left + engine.match_bias
    match -= up[:, None]
    row = [0.0] * (len(left) + 1)
    for worths in match.tolist():
        cell = before = 0.0
        for at, worth in enumerate(worths, 1):
            over = row[at]
            before += worth
            if before > cell:
                cell = before
            if over > cell:
                cell = over
            row[at] = cell
            before = over
    return float(row[-1] + left.sum() + up.sum() + engine.mix * one.direction.dot(other.direction))


def _table(engine: Encoder, one: Reading, other: Reading) -> npt.NDArray[np.float64]:
    match = (one.places @ other.places.T - engine.match_bias).astype(np.float64)
    up, left = one.gaps[:, other.group], other.gaps[:, one.group]
    rows, columns = match.shape
    table = np.zeros((rows + 1, columns + 1))
    table[1:, 0] = np.cumsum(up)
    table[0, 1:] = np.cumsum(left)
    for i in range(rows):
        for j in range(columns):
            table[i + 1, j + 1] = max(table[i, j] + match[i, j], table[i, j + 1] + up[i], table[i + 1, j] + left[j])
    return table
