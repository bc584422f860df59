"""Whether a list is our own coming back, worked out once and remembered while the desk runs.

In: lists of a case with how many rows each has. Out: for each, the sentence of `matching.EchoReport`; "" for none.
Lists never change, so that an answer holds for as long as our own lists are the same ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from homeward.casework.models import Direction, List

if TYPE_CHECKING:
    from homeward.casework.matching import EchoReport

MOST_ROWS = 2_000
"""For `longest`: what may be compared while somebody waits for a page. Judging a row of a longer list still asks."""

# Only a list about as long as one of ours can be its echo; the exact rule is `matching`'s.
_ECHO_SIZE = 3
_KEPT = 1_000
_known: dict[tuple[str, ...], EchoReport] = {}


def echo_notes(
    lists: Iterable[List], counts: Mapping[int, int], ours: Iterable[List], *, longest: int | None = None
) -> dict[int, str]:
    """The notes by list; a list that cannot be an echo, or is too long to be compared here, has none.

    Args:
        counts: rows by list, of those given and of our own.
        ours: our own lists of the case.
        longest: rows beyond which a list is not compared; None: every list is.
    """
    own = list(ours)
    print_of_ours = tuple(f"{mine.pk}:{mine.capture.content_id}" for mine in own)
    found = {}
    for stored in lists:
        size = counts.get(stored.pk, 0)
        alike = any(
            size <= counts.get(m.pk, 0) * _ECHO_SIZE and counts.get(m.pk, 0) <= size * _ECHO_SIZE for m in own
        )
        if stored.direction == Direction.OUT or not alike or stored.arrived_at is None:
            continue
        if longest is not None and size > longest:
            continue
        key = (f"{stored.pk}:{stored.capture.content_id}", *print_of_ours)
        if key not in _known:
            from homeward.casework.matching import echo_of  # loads the name engine

            if len(_known) >= _KEPT:
                _known.clear()
            _known[key] = echo_of(stored)
        found[stored.pk] = _known[key].note  # in the language of who reads now
    return found
