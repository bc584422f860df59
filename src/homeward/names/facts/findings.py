"""One fact compared: the line that counts, and the same in words.

In: what stands on each side, and the level reached. Out: `Finding`.
Leaves to others: which level is reached (the module of each fact) and what it is worth (`levels`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from homeward.names.compare import PartMatch


class Tells(Enum):
    """Whom a fact tells apart: brothers and sisters share the family's facts and not the person's own."""

    PERSON = 1
    FAMILY = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact that both records know.

    Attributes:
        line: what counts; its role is the fact ("birth date"), its kind the level of `levels` that was reached.
        words: why, for a caseworker.
        tells: whom the fact tells apart.
    """

    line: PartMatch
    words: str
    tells: Tells = Tells.PERSON


def found(
    fact: str, left: object, right: object, level: str, bits: float, words: str, tells: Tells = Tells.PERSON
) -> Finding:
    """A finding; `words` without the name of the fact, which is put before them."""
    line = PartMatch(str(left), str(right), level, 1.0 if bits > 0 else 0.0, bits, fact)
    return Finding(line, f"{fact}: {words}", tells)
