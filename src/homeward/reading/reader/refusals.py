"""Why something that the optional reader returned was not kept, and the count of it all.

In: nothing. Out: the reasons as a closed list; `ReaderReport`, which is shown to whoever brought the document.
Leaves to others: deciding (`verify`). Neither a reason nor the report holds a word of the document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Refusal(StrEnum):
    """One reason; the value is how it is told."""

    FORM = "not in the form asked for"
    TOO_MANY = "more than are taken from one answer"
    NOT_QUOTED = "a quote that does not stand in the report"
    AMBIGUOUS = "a quote that stands there several times"
    APART = "quotes that do not belong together"
    NAME = "a name that does not stand in the report"
    NUMBER = "a number that its words do not give"
    NEGATION = "a negation that its words lack, or one left out"
    UNREAL = "a wish, plan, condition or question taken for a fact"
    NO_PROMISE = "words that promise nothing"
    NOT_SAID = "a stance, or words that were not said"
    AGAINST_RULES = "the contrary of what the rules read in the same words"
    NOT_OWN_WORDS = "an answer that is not in the party's own words"
    ABOUT = "about nobody who is looked for"
    LANGUAGE = "in a language whose negations are not known here"
    DATE = "a date whose words do not stand there or cannot be read; the rest was kept"


@dataclass(frozen=True, slots=True)
class ReaderReport:
    """What became of one document with the optional reader.

    Attributes:
        model, origin: who was asked, and where the text was sent.
        characters: how much text was sent, overlaps counted each time.
        windows: stretches of text asked about; `unread`: those that got no usable answer.
        returned: items that came back; each was `kept`, `known` (the rules or an earlier stretch had it), or refused.
        refused: how many for each reason. `Refusal.DATE` is counted beside: its item may be kept.
        problems: why stretches stayed unread, in words.
    """

    model: str
    origin: str
    characters: int = 0
    windows: int = 0
    unread: int = 0
    returned: int = 0
    kept: int = 0
    known: int = 0
    refused: Mapping[Refusal, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def sentences(self) -> tuple[str, ...]:
        """The report in words; only why, where nothing was sent."""
        if not self.characters:
            return self.problems
        lost = sum(number for reason, number in self.refused.items() if reason is not Refusal.DATE)
        stretches = "stretch" if self.windows == 1 else "stretches"
        told = [
            f"{self.characters:,} characters were sent to {self.origin}, in {self.windows} {stretches}.",
            f"The optional reader ({self.model}) returned {self.returned}: {self.kept} kept, "
            f"{self.known} known already, {lost} refused.",
        ]
        if self.refused:
            reasons = sorted(self.refused.items(), key=lambda pair: (-pair[1], pair[0]))
            told.append("Refused: " + "; ".join(f"{number}, {reason.value}" for reason, number in reasons) + ".")
        if self.unread:
            told.append(f"{self.unread} of {self.windows} stretches of the text stayed unread by it.")
        return (*told, *self.problems)

    def to_json(self) -> dict[str, Any]:
        """Plain values for ``--json``."""
        return {
            "model": self.model,
            "address": self.origin,
            "characters": self.characters,
            "windows": self.windows,
            "unread": self.unread,
            "returned": self.returned,
            "kept": self.kept,
            "known": self.known,
            "refused": {reason.name.lower(): number for reason, number in self.refused.items()},
            "problems": list(self.problems),
        }
