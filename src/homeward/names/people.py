"""Two records of people compared: the names, and every fact beside them that both sides know.

In: two `PersonRecord`. Out: `Comparison`, each fact a line of its own.
Leaves to others: reading dates and numbers out of files (`exchange`), what each fact says (`facts`), and the
judgement (a person).
Method: Fellegi and Sunter (1969), "A Theory for Record Linkage": a sum of bits, the log-odds of the names inside.
What is unknown on either side adds nothing; what contradicts subtracts. `facts.levels` holds every weight.
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.names.compare import Comparison, PartMatch, compare, probability_of
from homeward.names.facts import (
    Finding,
    Tells,
    compare_births,
    compare_captures,
    compare_identifiers,
    compare_nationalities,
    compare_parents,
    compare_places,
    compare_sexes,
    correct_for_kin,
)
from homeward.names.facts.levels import CAP_GIVES_WAY
from homeward.records import NameKind, PersonRecord

_FULL_KINDS = (NameKind.FULL, NameKind.TRANSLITERATION, NameKind.ALIAS)
_MOST_NAMES = 6  # of one record; whoever lists more aliases is compared by the first
_ROUNDED = 2e-6  # a comparison's probability is rounded to six places


def compare_people(a: PersonRecord, b: PersonRecord, *, name: Comparison | None = None) -> Comparison:
    """Compare two records.

    Args:
        name: the comparison of their names, if already made; by default the best among their full names.

    Returns:
        `weight_bits` is the sum of the bits of all `parts`, before the prior. Which record is first changes nothing
        but left and right. Reasons: what contradicts first, then the names, then what agrees, heaviest first.
    """
    base = name or _best_name(a, b)
    findings = _findings(a, b, base)
    parts = (*base.parts, *_rest_of_name(base), *(f.line for f in findings))
    bits = sum(part.weight_bits for part in parts)
    ordered = sorted(findings, key=lambda f: -abs(f.line.weight_bits))
    against = [f.words for f in ordered if f.line.weight_bits < 0]
    favour = [f.words for f in ordered if f.line.weight_bits >= 0]
    probability = min(probability_of(bits), _cap(base, findings))
    return Comparison(round(probability, 6), parts, (*against, *base.reasons, *favour), bits)


def _best_name(a: PersonRecord, b: PersonRecord) -> Comparison:
    lefts = [n.text for n in a.names if n.kind in _FULL_KINDS] or [a.name]
    rights = [n.text for n in b.names if n.kind in _FULL_KINDS] or [b.name]
    made = [(compare(x, y), x, y) for x in lefts[:_MOST_NAMES] for y in rights[:_MOST_NAMES]]
    # Of equally likely pairs the one that is written alike: so it makes no difference who comes first.
    return max(made, key=lambda m: (round(m[0].probability, 2), m[1] == m[2], m[0].weight_bits, max(m[1:])))[0]


def _findings(a: PersonRecord, b: PersonRecord, name: Comparison) -> list[Finding]:
    single = (compare_sexes(a, b), compare_births(a, b), compare_nationalities(a, b), compare_captures(a, b))
    findings = [f for f in single if f]
    findings += [*compare_parents(a, b, name), *compare_places(a, b), *compare_identifiers(a, b)]
    kin = correct_for_kin(name, findings)
    return [*findings, kin] if kin else findings


def _rest_of_name(name: Comparison) -> tuple[PartMatch, ...]:
    """What the name's bits hold beyond its lines, as a line, so that everything shown adds up."""
    rest = round(name.weight_bits - sum(part.weight_bits for part in name.parts), 6)
    return (PartMatch(None, None, "rest", 0.0, rest, "name"),) if rest else ()


def _cap(name: Comparison, findings: Sequence[Finding]) -> float:
    """The most that the pair can reach: a cap on the name (one common part shared) holds unless facts carry it.

    Only what tells one person from another lifts it; parents, home and nationality would lift it for every cousin.
    """
    if name.probability >= probability_of(name.weight_bits) - _ROUNDED:
        return 1.0
    own = sum(f.line.weight_bits for f in findings if f.tells is Tells.PERSON)
    if own <= CAP_GIVES_WAY:
        return name.probability
    return probability_of(_bits_for(name.probability) + own - CAP_GIVES_WAY)


def _bits_for(probability: float) -> float:
    """The inverse of `probability_of`, whatever its curve: by halving."""
    low, high = -100.0, 100.0
    while high - low > 0.01:
        middle = (low + high) / 2
        low, high = (middle, high) if probability_of(middle) < probability else (low, middle)
    return high
