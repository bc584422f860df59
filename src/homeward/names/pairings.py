"""Which parts of names in two scripts public data has written for each other: Murray for מארי.

In: two folded parts, one of them in Latin letters. Out: yes or no, from a set of marks from which no list can be read
back (``resources/pairings.npy``, made by `training.names.pairings`).
Leaves to others: what a yes is worth (`likeness`).

Only pairs are kept whose letters alone leave a doubt; what the letters say surely needs no memory.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from functools import lru_cache
from io import BytesIO

import numpy as np

from homeward.names.shipped import shipped


def written_for_each_other(latin: str, native: str) -> bool:
    """Whether public data has a part in Latin letters beside this one in another script; both folded.

    One pair in 26,000 that was never seen is taken for one that was.
    """
    marks = _marks()
    mark = mark_of(latin, native)
    at = bisect_left(marks, mark)
    return at < len(marks) and marks[at] == mark


def mark_of(latin: str, native: str) -> int:
    """What is kept of a pair: 32 bits."""
    return zlib.crc32(f"{latin}\t{native}".encode())


@lru_cache(maxsize=1)
def _marks() -> array[int]:
    """The marks in their order."""
    return array("I", np.load(BytesIO(shipped("pairings.npy"))).tobytes())
