"""Homeward as one of the engines that the benchmarks ask.

In: a gallery of names. Out: a `Searcher`. Leaves to others: the questions (`tasks`), the other engines (`peers`).
"""

from __future__ import annotations

from benchmarks.names.peers import PairScorer, Peer

from homeward.names import Index, compare, plain


class IndexSearcher:
    """`homeward.names.Index`, or the plain first engine, over a gallery."""

    def __init__(self, engine: type[Index] | type[plain.Index], gallery: list[str]) -> None:
        self._index = engine.build((str(place), name) for place, name in enumerate(gallery))

    def search(self, query: str, k: int) -> list[int]:
        """Places in the gallery, best first."""
        return [int(candidate.key) for candidate in self._index.search(query, k=k)]

    def close(self) -> None:
        """Nothing is held outside memory."""


HOMEWARD = Peer("Homeward", lambda gallery: IndexSearcher(Index, gallery))
PLAIN = Peer("Homeward, first engine by rules", lambda gallery: IndexSearcher(plain.Index, gallery))
PAIRS = PairScorer("Homeward", lambda: lambda a, b: compare(a, b).probability)
PLAIN_PAIRS = PairScorer("Homeward, first engine by rules", lambda: lambda a, b: plain.compare(a, b).probability)
