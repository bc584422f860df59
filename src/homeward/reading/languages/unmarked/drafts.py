"""A verb of speech as far as it is read: who speaks, and where his words begin.

In: nothing. Out: `Draft`. Leaves to others: where the words end, once all drafts of a sentence are known (`extents`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from homeward.reading.languages.language import Actor, Place
from homeward.records import Manner


@dataclass(slots=True)
class Draft:
    """A cue as far as it is read; `open`: where words to its right begin, `own`: where what belongs to it begins; `until`: where they must end."""

    at: int
    cue: Place
    manner: Manner
    speaker: Actor | None
    own: int
    rule: str
    relays: tuple[Actor, ...] = ()
    to: Actor | None = None
    nobody: bool = False
    joined: bool = False
    attitude: bool = False
    open: int | None = None
    bare: bool = False
    until: int | None = None
    pieces: list[Place] = field(default_factory=list)
