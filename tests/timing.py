"""How the time of a piece of work grows with its size, in processor time, so that a busy machine fails nobody.

A small run may be cheap (everything lies in the cache) and a large one dear (a numeric library wakes its threads
up), so two sizes near each other say little: sixteen times the size takes sixteen times the time or a little more
where the work grows in proportion, 256 times where it grows with the square.
"""

import time
from collections.abc import Callable

TIMES = 16
_BOUND = 80  # 64 is as far from 16 as from 256, in ratio; some more for the noise


def processor_time(work: Callable[[], object]) -> float:
    """The seconds of processor time that the work took, the shorter of two runs."""
    took = []
    for _ in range(2):
        started = time.process_time()
        work()
        took.append(time.process_time() - started)
    return min(took)


def grows_in_proportion(work: Callable[[int], object], size: int) -> bool:
    """Whether TIMES times the size takes about TIMES times the time, and not the square of it."""
    work(max(1, size // 20))  # what is loaded once is loaded
    small = max(processor_time(lambda: work(size)), 0.0002)
    return processor_time(lambda: work(size * TIMES)) < _BOUND * small
