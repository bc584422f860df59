"""How far apart two readings are: the cheapest way to write one as the other, in the prices of `sounds`.

In: two readings, or many pairs of them. Out: a likeness from 0 (nothing alike) to 1 (the same sounds).
Leaves to others: what a likeness is worth as evidence (`compare`).
Method: weighted edit distance (Wagner and Fischer 1974). `likeness` is the plain version; `likeness_many` does the
same on arrays, and a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from homeward.names.script import ABJADS
from homeward.names.sounds import CODE, price_lists, prices

Codes = npt.NDArray[np.uint8]
_SHORTEST = 1.4  # so that one vowel in a two-letter name does not decide alone


def situation(one_script: str, other_script: str) -> int:
    """Which price list for letters left out: 0 both write vowels, 1 an abjad is involved, 2 the same abjad."""
    if one_script in ABJADS and one_script == other_script:
        return 2
    return 1 if one_script in ABJADS or other_script in ABJADS or "Thai" in (one_script, other_script) else 0


@lru_cache(maxsize=65536)
def likeness(one: str, other: str, state: int = 0) -> float:
    """Likeness of two readings, 0 to 1. `state` as given by `situation`."""
    if one == other:
        return 1.0
    swaps, drops = price_lists()
    drop = drops[state]
    left, right = [CODE[s] for s in one], [CODE[s] for s in other]
    row = [0.0]
    for b in right:
        row.append(row[-1] + drop[b])
    whole = row[-1]
    for a in left:
        swap, gone = swaps[a], drop[a]
        above, row = row, [row[0] + gone]
        for place, b in enumerate(right):
            row.append(min(above[place] + swap[b], above[place + 1] + gone, row[place] + drop[b]))
        whole += gone
    return max(0.0, 1.0 - row[-1] / max(whole / 2, _SHORTEST))


def encode(readings: Sequence[str], width: int | None = None) -> Codes:
    """Readings as rows of symbol codes, padded with 0."""
    width = width or max((len(r) for r in readings), default=1) or 1
    codes = np.zeros((len(readings), width), dtype=np.uint8)
    for row, reading in enumerate(readings):
        codes[row, : len(reading)] = [CODE[s] for s in reading[:width]]
    return codes


def likeness_many(one: str, others: Codes, states: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """Likeness of one reading and many.

    Args:
        one: a reading.
        others: (n, width), from `encode`.
        states: (n,), from `situation`, one per row.

    Returns:
        (n,), equal to `likeness` for each row.
    """
    count, width = others.shape
    longest = int((others != 0).sum(axis=1).max(initial=0))
    others = others[:, :longest]
    width = longest
    left = [CODE[s] for s in one]
    swap_prices, drop_prices = prices()
    drops = np.ascontiguousarray(drop_prices[states[:, None], others].T)  # (width, n); padding costs nothing
    columns = np.ascontiguousarray(others.T)
    rows = np.zeros((width + 1, count), dtype=np.float32)
    np.cumsum(drops, axis=0, out=rows[1:])
    whole = rows[width].copy()
    pad = columns == 0
    for a in left:
        swaps = swap_prices[a][columns]
        gone = drop_prices[states, a]
        fresh = np.empty_like(rows)
        fresh[0] = rows[0] + gone
        np.minimum(rows[:-1] + swaps, rows[1:] + gone, out=fresh[1:])
        for place in range(width):
            np.minimum(fresh[place + 1], fresh[place] + drops[place], out=fresh[place + 1])
        # A padding column repeats the cell before it.
        if pad.any():
            for place in range(width):
                np.copyto(fresh[place + 1], fresh[place], where=pad[place])
        rows = fresh
        whole = whole + gone
    alike = 1.0 - rows[width] / np.maximum(whole / 2, np.float32(_SHORTEST))
    out: npt.NDArray[np.float32] = np.maximum(alike, 0).astype(np.float32)
    return out


def sounds_alike(one: tuple[str, ...], one_script: str, other: tuple[str, ...], other_script: str) -> float:
    """The best likeness among the readings of two parts."""
    state = situation(one_script, other_script)
    return max((likeness(*sorted((a, b)), state) for a in one for b in other), default=0.0)


def first_sounds_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two parts may begin with the same sound."""
    return any(likeness(*sorted((a[:1], b[:1]))) >= 0.75 for a in one for b in other)
