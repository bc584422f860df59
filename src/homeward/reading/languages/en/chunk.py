"""A piece of an English sentence: a noun phrase, a verb group, a small word, a date or a quotation.

In: nothing. Out: `Chunk`.
Leaves to others: cutting a sentence into chunks (`chunks`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from homeward.reading.languages.language import Place
from homeward.reading.proposals import ReadDate


@dataclass(slots=True)
class Chunk:
    """A piece of a sentence.

    `kind`: np, verb, prep, conj, sub, that, rel, mark, date, quote, adv.
    For a verb: `verb` its base form, `low` the form, `modal`, `negated`, `passive`, `perfect`, `infinitive` (
        "to meet"
    ),
    `gerund`, `due` ("is to meet", "is due to meet").
    """

    kind: str
    start: int
    stop: int
    low: str
    verb: str = ""
    modal: str = ""
    negated: bool = False
    passive: bool = False
    perfect: bool = False
    infinitive: bool = False
    gerund: bool = False
    due: bool = False
    heads: tuple[str, ...] = ()
    pronoun: bool = False
    day: ReadDate | None = None
    extra: list[Place] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.start, self.stop

    @property
    def finite(self) -> bool:
        """Whether a verb stands by itself, with a subject of its own."""
        return self.kind == "verb" and not self.infinitive and not self.gerund
