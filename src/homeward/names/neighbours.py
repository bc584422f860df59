"""The vectors nearest to one, among millions, without looking at each.

In: vectors of length 1 as whole numbers from -127 to 127. Out: rows and how near they are.
Leaves to others: what the vectors are (`segment`).

Method: an inverted file (Sivic and Zisserman 2003; Jégou et al. 2011): rows are sorted under the nearest of some
centres, and a search looks into the cells of the nearest centres only. Small collections have one cell and are
searched exactly. Everything is an array that can stay on disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from homeward.names.compiled import loops
from homeward.names.encoder import DIRECTION_SCALE

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

_EXACT = 12_000  # rows searched one and all
_PROBED = 20  # cells looked into, where nothing else is asked for
_EACH_AT_ONCE = 64  # rows of a cell that ask together
_ROWS_A_CELL = 350
_ROUNDS = 6
_AT_ONCE = 2048  # rows
_SAMPLE = 40  # rows a centre is learnt from


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Vectors in cells.

    Attributes:
        centres: (cells, size), float32, of length 1.
        starts: (cells + 1,), int64; the rows of cell i are `starts[i]` to `starts[i + 1]`.
        rows: (n,), int32; the number that each vector had when they were given.
        vectors: (n, size), int8; in the order of `rows`.
    """

    centres: Floats
    starts: npt.NDArray[np.int64]
    rows: Ints
    vectors: npt.NDArray[np.int8]

    @classmethod
    def build(cls, vectors: npt.NDArray[np.int8], *, seed: int = 1) -> Neighbours:
        """Sort vectors into cells. The same vectors give the same cells."""
        count, size = vectors.shape
        if count <= _EXACT:
            return cls(
                np.zeros((1, size), np.float32),
                np.array([0, count], np.int64),
                np.arange(count, dtype=np.int32),
                vectors,
            )
        cells = max(16, min(8192, count // _ROWS_A_CELL))
        dice = np.random.default_rng(seed)
        sample = vectors[np.sort(dice.permutation(count)[: cells * _SAMPLE])].astype(np.float32)
        centres = _unit(sample[:: max(1, len(sample) // cells)][:cells])
        for _ in range(_ROUNDS):
            nearest = _nearest(sample, centres)
            order = np.argsort(nearest, kind="stable")
            found, first = np.unique(nearest[order], return_index=True)
            centres[found] = np.add.reduceat(sample[order], first, axis=0)
            centres = _unit(centres)
        nearest = np.concatenate(
            [_nearest(vectors[at : at + 65536].astype(np.float32), centres) for at in range(0, count, 65536)]
        )
        placed = cast(Ints, np.argsort(nearest, kind="stable").astype(np.int32))
        starts = np.searchsorted(nearest[placed], np.arange(cells + 1)).astype(np.int64)
        return cls(centres, starts, placed, np.ascontiguousarray(vectors[placed]))

    def near(self, query: Floats, *, most: int, probed: int = _PROBED) -> tuple[Ints, Floats]:
        """The rows nearest to a vector of length 1, in no order, with their nearness (cosine).

        Args:
            most: how many rows.
            probed: how many cells are looked into, if there are so many.
        """
        if not len(self.rows):
            return np.zeros(0, np.int32), np.zeros(0, np.float32)
        query = np.asarray(query, np.float32)
        if len(self.centres) <= 1:
            starts, ends = [0], [len(self.rows)]
        else:
            nearest = self.centres @ query
            cells = _greatest(nearest, min(probed, len(nearest)))
            cells.sort()
            starts, ends = self.starts[cells].tolist(), self.starts[cells + 1].tolist()
        begins = list(accumulate([end - start for start, end in zip(starts, ends, strict=True)], initial=0))
        total = begins[-1]
        nearness = np.empty(total, np.float32)
        if (compiled := loops()) is not None:
            compiled.nearness_of_rows(self.vectors, starts, ends, query, nearness)
        else:
            _multiply(self.vectors, starts, ends, query, nearness)
        places = np.arange(total) if total <= most else _greatest(nearness, most)
        shifts = np.array(starts) - np.array(begins[:-1])
        rows = self.rows[places + shifts[np.searchsorted(begins[1:], places, side="right")]]
        return rows, nearness[places] * np.float32(1 / DIRECTION_SCALE)

    def near_each(
        self, wanted: npt.NDArray[np.bool_], *, most: int, least: float
    ) -> Iterator[tuple[Ints, Ints, Ints, Floats]]:
        """The rows near to each of the rows wanted, some at a time, itself among them.

        Each row looks into the cells that `near` looks into for it, and into those of its neighbours in its own cell.

        Args:
            wanted: (rows,), by the number of a row.
            most: rows for each, the nearest.
            least: nearness (cosine) of each that is counted at all.

        Yields:
            some rows, (n,); of what is near to one of them, row by row: the place of that one among these, (found,),
            the number of what is near, and its nearness.
        """
        scale = np.float32(1 / DIRECTION_SCALE)
        for start, end in pairwise(self.starts.tolist()):
            asked = np.flatnonzero(wanted[self.rows[start:end]]) + start
            if not len(asked):
                continue
            cells = np.arange(1)
            if len(self.centres) > 1:
                nearest = self.vectors[asked] @ self.centres.T
                last = max(0, nearest.shape[1] - _PROBED)
                cells = np.unique(np.argpartition(nearest, last, axis=1)[:, last:])
            pool = np.concatenate([np.arange(self.starts[at], self.starts[at + 1]) for at in cells])
            vectors = self.vectors[pool].astype(np.float32).T
            for at in range(0, len(asked), _EACH_AT_ONCE):
                some = asked[at : at + _EACH_AT_ONCE]
                nearness = (self.vectors[some] * (scale * scale)) @ vectors
                owners, places = np.divmod(np.flatnonzero(nearness > least), len(pool))
                values = nearness[owners, places]
                counts = np.bincount(owners, minlength=len(some))
                if counts.max() > most:
                    order = np.lexsort((-values, owners))
                    first = np.concatenate([[0], np.cumsum(counts)[:-1]])
                    kept = order[np.arange(len(order)) - np.repeat(first, counts) < most]
                    owners, places, values = owners[kept], places[kept], values[kept]
                yield self.rows[some], owners.astype(np.int32), self.rows[pool[places]], values

    def arrays(self) -> dict[str, Any]:
        """The arrays by name, to be saved."""
        return {"centres": self.centres, "starts": self.starts, "rows": self.rows, "vectors": self.vectors}


def _multiply(
    vectors: npt.NDArray[np.int8], starts: Sequence[int], ends: Sequence[int], query: Floats, out: Floats
) -> None:
    """Write into `out` the products of stretches of vectors with one.

    Some rows at a time, no more than a processor keeps near, through one small table of fractions.
    """
    dot = np.dot
    fractions = np.empty((min(_AT_ONCE, len(out)), vectors.shape[1]), np.float32)
    done = filled = 0
    for start, end in zip(starts, ends, strict=True):
        while start < end:
            step = min(end - start, _AT_ONCE - filled)
            fractions[filled : filled + step] = vectors[start : start + step]
            start += step
            filled += step
            if filled == _AT_ONCE:
                dot(fractions, query, out=out[done : done + filled])
                done, filled = done + filled, 0
    dot(fractions[:filled], query, out=out[done:])


def least_of_greatest(values: Floats, most: int) -> np.float32:
    """The least of the greatest values, so many."""
    if (compiled := loops()) is not None:
        return np.float32(compiled.least_of_greatest(values, most))
    return cast(np.float32, np.partition(values, -most)[-most])


def _greatest(values: Floats, most: int) -> npt.NDArray[np.int64]:
    """The places of the greatest values, so many, in no order."""
    if len(values) > _EACH_AT_ONCE * most:  # what is below the greatest of enough stretches is not among them
        if (compiled := loops()) is not None:
            places = np.empty(len(values), np.int64)
            places = places[: compiled.hopeful(values, most, _EACH_AT_ONCE, places)]
        else:
            stretches = values[: len(values) - len(values) % _EACH_AT_ONCE].reshape(_EACH_AT_ONCE, -1).max(0)
            places = np.flatnonzero(values >= np.partition(stretches, -most)[-most])
        return places if len(places) == most else places[np.argpartition(values[places], -most)[-most:]]
    return np.argpartition(values, -most)[-most:]


def _nearest(vectors: Floats, centres: Floats) -> npt.NDArray[np.int32]:
    return np.concatenate(
        [np.argmax(vectors[at : at + 4096] @ centres.T, 1).astype(np.int32) for at in range(0, len(vectors), 4096)]
    )


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.sqrt((vectors * vectors).sum(-1, keepdims=True) + 1e-6), np.float32)
