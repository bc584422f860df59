"""The probability that two written names are one person's, and the reasons for it.

In: two names in any scripts. Out: `Comparison`: probability, parts side by side, reasons in words.
Leaves to others: birth dates and other facts (`people`), finding candidates (`index`), and the judgement (a person).

The bits of all lines (`evidence`) against a prior, by a logistic curve. `docs/names.md` tells how it was fitted and
checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from homeward.names.align import align_all
from homeward.names.evidence import Evidence, Lines, PartMatch, Rarity, gather, rarity_bits, weights
from homeward.names.name import Name
from homeward.names.parts import parse
from homeward.names.words import in_words

__all__ = [
    "PRIOR_BITS",
    "Comparison",
    "PartMatch",
    "Rarity",
    "compare",
    "compare_many",
    "probability_of",
    "rarity_bits",
]

PRIOR_BITS = weights()["prior"]
"""So much evidence makes the chance even."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two names, or two records, speak for one person.

    Attributes:
        probability: 0 to 1; never a verdict.
        parts: every term that counts.
        reasons: the same in words, heaviest first; put into words when they are first asked for.
        weight_bits: the sum before the prior; PRIOR_BITS of it make the chance even.
        worth: of all alignments together, in nats; orders those that are equally likely.
        verdict_word: "very likely", "likely", "possible", "unlikely" or "very unlikely".
    """

    probability: float
    parts: tuple[PartMatch, ...]
    reasons: tuple[str, ...]
    weight_bits: float = 0.0
    worth: float = 0.0
    _limit_reason: str = field(default="", init=False, repr=False, compare=False)

    @property
    def verdict_word(self) -> str:
        """The probability in a word; the program proposes, a person judges."""
        for least, word in ((0.95, "very likely"), (0.75, "likely"), (0.3, "possible"), (0.05, "unlikely")):
            if self.probability >= least:
                return word
        return "very unlikely"

    if not TYPE_CHECKING:  # else the checker would take any attribute to be there

        def __getattr__(self, name: str) -> object:
            """The reasons, where they have not been put into words yet: their place is empty until then."""
            if name != "reasons":
                raise AttributeError(name)
            object.__setattr__(self, "reasons", _reasons(self.parts, self._limit_reason))
            return self.reasons


def compare(a: str | Name, b: str | Name, *, rarity: Rarity | None = None) -> Comparison:
    """Compare two names; which is first makes no difference to the probability.

    Args:
        a, b: written names, or names already parsed.
        rarity: bits that sharing a part is worth; by default the tables of names and a usual value.
    """
    left = parse(a) if isinstance(a, str) else a
    right = parse(b) if isinstance(b, str) else b
    return compare_with_all(left, [(right, rarity or rarity_bits)])[0]


def compare_many(name: str, others: Sequence[str]) -> list[Comparison]:
    """Compare one written name with several: what `compare` gives for each, in less time."""
    return compare_with_all(parse(name), [(parse(other), rarity_bits) for other in others])


def compare_with_all(left: Name, others: Sequence[tuple[Name, Rarity]]) -> list[Comparison]:
    """Compare one name with several, each with its rarity: what `compare` gives for each, measured together."""
    flips = [_flipped(left, right) for right, _ in others]
    both = [(right, left) if flip else (left, right) for flip, (right, _) in zip(flips, others, strict=True)]
    aligned = align_all([(one.telling, other.telling) for one, other in both])
    made: list[Comparison] = []
    lines: Lines = {}
    for (one, other), flip, (_, rarity), pairs in zip(both, flips, others, aligned, strict=True):
        if one.telling and other.telling:
            made.append(_comparison(gather(one, other, rarity, pairs, flipped=flip, made=lines)))
        else:
            nothing = "one of the two has no part that could be compared"
            made.append(Comparison(0.0, (), (nothing,), -PRIOR_BITS))
    return made


def probability_of(bits: float) -> float:
    """Bits of evidence as a probability, against the prior."""
    return float(1 / (1 + 2 ** (-max(-60.0, min(60.0, bits - PRIOR_BITS)))))


def _flipped(left: Name, right: Name) -> bool:
    """Whether the right one is laid on the left, so that which is first makes no difference."""
    return (len(left.telling), left.text) > (len(right.telling), right.text)


def _comparison(made: Evidence) -> Comparison:
    bits = sum([line.weight_bits for line in made.lines])
    comparison = object.__new__(Comparison)  # all but the reasons
    put = object.__setattr__
    put(comparison, "probability", round(min(probability_of(bits), made.limit), 6))
    put(comparison, "parts", made.lines)
    put(comparison, "weight_bits", bits)
    put(comparison, "worth", round(made.worth, 4))
    put(comparison, "_limit_reason", made.limit_reason)
    return comparison


def _reasons(lines: Sequence[PartMatch], limit_reason: str) -> tuple[str, ...]:
    reasons = [m.note for m in lines if m.note] + ([limit_reason] if limit_reason else [])
    reasons += [in_words(m) for m in sorted(lines, key=lambda m: -abs(m.weight_bits)) if not m.note]
    return tuple(reasons)
