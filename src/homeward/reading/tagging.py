"""What a tagger says of a text: plain values between it and the rules.

In: nothing. Out: `Tagged` and its parts. Leaves to others: the network (`tagger`), and what follows from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TaggedStatement:
    """A cue with its contents and its source, as places in the document. `source` is None where none was seen."""

    cue: Place
    contents: tuple[Place, ...]
    source: Place | None
    probability: float


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A person, body or place: kind PER, ORG or LOC."""

    place: Place
    kind: str
    probability: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """All that the tagger saw, in the order of the text."""

    statements: tuple[TaggedStatement, ...] = ()
    names: tuple[TaggedName, ...] = ()


class TaggerLike(Protocol):
    """Whatever tags a text: `homeward.reading.tagger.Tagger`."""

    def tag(self, text: str) -> Tagged:
        """What is said by whom, and who and what is named."""
