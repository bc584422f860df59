"""A person, body or place that a text names.

In: nothing. Out: `Entity` and its kinds. Leaves to others: finding them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from homeward.reading.proposals import Span


class EntityKind(StrEnum):
    """What is named. States and towns are places; so are buildings, streets, seas and stars."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"


@dataclass(frozen=True, slots=True)
class Entity:
    """One place where a text names a person, a body or a place.

    Attributes:
        span: the words, exactly as written, without prefixes written together with them.
        kind: person, body or place.
        probability: how sure the reader is of span and kind, 0 to 1.
        name: the name in its basic form where that is known ("Дана Мирелл" for "Даной Мирелл"), else as written.
    """

    span: Span
    kind: EntityKind
    probability: float
    name: str
