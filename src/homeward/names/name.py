"""The value that the rest of the engine works on: a written name and its parts.

In: nothing. Out: `Name`, `NamePart`, `Role`.
Leaves to others: working them out (`parts`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a part of a name is. `UNKNOWN` where the writing does not say; most names do not."""

    GIVEN = "given"
    FATHER = "father"
    GRANDFATHER = "grandfather"
    FAMILY = "family"
    TITLE = "title"
    PARTICLE = "particle"
    KUNYA = "kunya"
    INITIAL = "initial"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NamePart:
    """One part of a written name.

    Attributes:
        text: the part as written, normalised; an article or a joined particle stays with it ("al-Najjar").
        core: what is compared: the part without article ("Najjar").
        script: ISO 15924 code.
        readings: how it may sound, in the letters of `sounds`; the likeliest first.
    """

    text: str
    core: str
    role: Role
    script: str
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A written name and what was worked out from it.

    Attributes:
        text: exactly as given.
        script: of most of its letters.
        parts: in the order written, titles and particles included.
        chained: it says who is whose child ("bin", "bint", a patronymic), so that its order is fixed.
    """

    text: str
    script: str
    parts: tuple[NamePart, ...]
    chained: bool = False

    @property
    def telling(self) -> tuple[NamePart, ...]:
        """The parts that tell people apart: all but titles and particles."""
        return tuple(p for p in self.parts if p.role not in (Role.TITLE, Role.PARTICLE))
