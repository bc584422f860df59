"""The value that the rest of the engine works on: a written name and its parts.

In: nothing. Out: `Name`, `NamePart`, `Role`.
Leaves to others: working them out (`parts`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from homeward.names.letters import readings


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


_ROLES = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True)
class NamePart:
    """One part of a written name.

    Attributes:
        text: the part as written, normalised; an article or a joined particle stays with it ("al-Najjar").
        core: what is compared: the part without article ("Najjar").
        script: ISO 15924 code.
        other: the part with or without an article that may be none ("Alnajjar", where the core is "Najjar"), else "".
        key: all of these in one; what tables of parts are kept by.
    """

    text: str
    core: str
    role: Role
    script: str
    other: str = ""
    key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A string remembers its hash, and a dictionary asks it without a call: a search looks up thousands.
        key = f"{self.core}\n{self.role._value_}\n{self.script}\n{self.text}\n{self.other}"
        object.__setattr__(self, "key", key)

    @classmethod
    def of_key(cls, key: str) -> NamePart:
        """The part with this key: quicker than making it of its five texts, and a search makes two dozen."""
        core, role, script, text, other = key.split("\n")
        part = object.__new__(cls)
        put = object.__setattr__
        put(part, "text", text)
        put(part, "core", core)
        put(part, "role", _ROLES[role])
        put(part, "script", script)
        put(part, "other", other)
        put(part, "key", key)
        return part

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def forms(self) -> tuple[str, ...]:
        """What is compared, the likeliest first."""
        return (self.core, self.other) if self.other else (self.core,)

    @property
    def readings(self) -> tuple[str, ...]:
        """How it may sound, in the letters of `sounds`; the likeliest first."""
        return tuple(dict.fromkeys(r for form in self.forms for r in readings(form, self.script)))


@dataclass(frozen=True, slots=True)
class Name:
    """A written name and what was worked out from it.

    Attributes:
        text: exactly as given.
        script: of most of its letters.
        parts: in the order written, titles and particles included.
        chained: it says who is whose child ("bin", "bint", a patronymic), so that its order is fixed.
        telling: the parts that tell people apart: all but titles and particles.
    """

    text: str
    script: str
    parts: tuple[NamePart, ...]
    chained: bool = False
    telling: tuple[NamePart, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        telling = tuple([p for p in self.parts if p.role is not Role.TITLE and p.role is not Role.PARTICLE])
        object.__setattr__(self, "telling", telling)
