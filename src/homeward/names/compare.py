"""The probability that two written names are one person's, and the reasons for it.

In: two names in any scripts. Out: `Comparison`: probability, parts side by side, reasons in words.
Leaves to others: birth dates and other facts (`people`), finding candidates (`index`), and the judgement (a person).

The bits of all lines (`evidence`) against a prior, by a logistic curve. `docs/names.md` tells how it was fitted and
checked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from homeward.names.evidence import PartMatch, Rarity, gather, rarity_bits, weights
from homeward.names.name import Name
from homeward.names.parts import parse
from homeward.names.words import in_words

__all__ = ["PRIOR_BITS", "Comparison", "PartMatch", "Rarity", "compare", "probability_of", "rarity_bits"]

PRIOR_BITS = weights()["prior"]
"""So much evidence makes the chance even."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two names, or two records, speak for one person.

    Attributes:
        probability: 0 to 1; never a verdict.
        parts: every term that counts.
        reasons: the same in words, heaviest first.
        weight_bits: the sum before the prior; PRIOR_BITS of it make the chance even.
        worth: of all alignments together, in nats; orders those that are equally likely.
        verdict_word: "very likely", "likely", "possible", "unlikely" or "very unlikely".
    """

    probability: float
    parts: tuple[PartMatch, ...]
    reasons: tuple[str, ...]
    weight_bits: float = 0.0
    worth: float = 0.0

    @property
    def verdict_word(self) -> str:
        """The probability in a word; the program proposes, a person judges."""
        for least, word in ((0.95, "very likely"), (0.75, "likely"), (0.3, "possible"), (0.05, "unlikely")):
            if self.probability >= least:
                return word
        return "very unlikely"


def compare(a: str | Name, b: str | Name, *, rarity: Rarity | None = None) -> Comparison:
    """Compare two names; which is first makes no difference to the probability.

    Args:
        a, b: written names, or names already parsed.
        rarity: bits that sharing a part is worth; by default the tables of names and a usual value.
    """
    left, right = (parse(n) if isinstance(n, str) else n for n in (a, b))
    if not left.telling or not right.telling:
        return Comparison(0.0, (), ("one of the two has no part that could be compared",), -PRIOR_BITS)
    flipped = (len(left.telling), left.text) > (len(right.telling), right.text)
    made = gather(right, left, rarity or rarity_bits) if flipped else gather(left, right, rarity or rarity_bits)
    lines = made.lines
    if flipped:
        lines = tuple(replace(m, left=m.right, right=m.left) for m in lines)
    bits = sum(m.weight_bits for m in lines)
    reasons = [m.note for m in lines if m.note] + ([made.limit_reason] if made.limit_reason else [])
    reasons += [in_words(m) for m in sorted(lines, key=lambda m: -abs(m.weight_bits)) if not m.note]
    probability = min(probability_of(bits), made.limit)
    return Comparison(round(probability, 6), lines, tuple(reasons), bits, round(made.worth, 4))


def probability_of(bits: float) -> float:
    """Bits of evidence as a probability, against the prior."""
    return float(1 / (1 + 2 ** (-max(-60.0, min(60.0, bits - PRIOR_BITS)))))
