"""The probability that two written names are one person's, and the reasons for it.

In: two names in any scripts. Out: `Comparison`: probability, parts side by side, reasons in words.
Leaves to others: birth dates and other facts (`people`), finding candidates (`index`), and the judgement (a person).

The combination is set by hand in this version: each pair of parts is worth bits, as much as the part is rare if they
agree, a fixed loss if they differ; what is missing, and an order that makes a son his father, costs. The sum against
`PRIOR_BITS` is turned into a probability by a logistic curve. `docs/names.md` tells how it was checked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2

from homeward.names.name import Name, NamePart, Role
from homeward.names.parts import parse
from homeward.names.plain.align import Pair, align
from homeward.names.plain.likeness import MatchKind
from homeward.names.plain.tables import common
from homeward.names.script import script_of
from homeward.names.sounds import classes_of

PRIOR_BITS = 7.0
_SLOPE = 0.7
_USUAL_BITS = 11.0
_DIFFERS_BITS = -7.0
_MISSING_BITS = -1.0
# Similarity -> share of the part's rarity that counts, between the points by straight lines.
_ACROSS_SCRIPTS = ((0.0, -0.6), (0.6, -0.45), (0.68, -0.2), (0.75, 0.1), (0.83, 0.6), (0.92, 0.95), (1.0, 1.0))
_ONE_SCRIPT = ((0.0, -0.6), (0.65, -0.5), (0.75, -0.3), (0.84, 0.2), (0.92, 0.75), (1.0, 1.0))

Rarity = Callable[[NamePart], float]


@dataclass(frozen=True, slots=True)
class PartMatch:
    """One line of a comparison: a part on the left, one on the right, either may be None.

    Attributes:
        similarity: 0 to 1.
        weight_bits: what the line adds for (positive) or against one person.
        role: what the part is, where either name says so; for facts other than names, the fact ("birth date").
    """

    left: str | None
    right: str | None
    kind: str
    similarity: float
    weight_bits: float
    role: str = "unknown"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two names, or two records, speak for one person.

    Attributes:
        probability: 0 to 1; never a verdict.
        parts: every term that counts.
        reasons: the same in words, heaviest first.
        weight_bits: the sum before the prior; PRIOR_BITS of it make the chance even.
        verdict_word: "very likely", "likely", "possible", "unlikely" or "very unlikely".
    """

    probability: float
    parts: tuple[PartMatch, ...]
    reasons: tuple[str, ...]
    weight_bits: float = 0.0

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
        rarity: bits that sharing a part is worth; by default a small table of common parts and a usual value.
    """
    left, right = (parse(n) if isinstance(n, str) else n for n in (a, b))
    if not left.telling or not right.telling:
        return Comparison(0.0, (), ("one of the two has no part that could be compared",), -PRIOR_BITS)
    flipped = _sort_key(left) > _sort_key(right)
    result = _compare(right, left, rarity or rarity_bits) if flipped else _compare(left, right, rarity or rarity_bits)
    lines, orders, cap, cap_reason = result
    if flipped:
        lines = [PartMatch(m.right, m.left, m.kind, m.similarity, m.weight_bits, m.role) for m in lines]
    bits = sum(m.weight_bits for m in lines) + sum(b for b, _ in orders)
    probability = min(probability_of(bits), cap)
    reasons = [_in_words(m) for m in sorted(lines, key=lambda m: -abs(m.weight_bits))]
    reasons = [words for _, words in orders] + ([cap_reason] if cap_reason else []) + reasons
    lines += [PartMatch(None, None, "order", 0.0, b, "order") for b, _ in orders]
    return Comparison(round(probability, 6), tuple(lines), tuple(reasons), bits)


def probability_of(bits: float) -> float:
    """Bits of evidence as a probability, against the prior."""
    return float(1 / (1 + 2 ** (-max(-60.0, min(60.0, _SLOPE * (bits - PRIOR_BITS))))))


def rarity_bits(part: NamePart) -> float:
    """What sharing a part is worth where no gallery tells: by the table of common parts, else by its length."""
    known = common(part.core)
    if known:
        return max(2.5, log2(known.one_in))
    reading = part.readings[0] if part.readings else ""
    consonants = sum(1 for symbol in reading if "" not in classes_of(symbol))
    return min(_USUAL_BITS, 6.0 + 1.7 * consonants)


def _sort_key(name: Name) -> tuple[int, str]:
    return len(name.telling), name.text


def _compare(left: Name, right: Name, rarity: Rarity) -> tuple[list[PartMatch], list[tuple[float, str]], float, str]:
    here, there = left.telling, right.telling
    pairs = align(here, there)
    lines: list[PartMatch] = []
    agreeing: list[Pair] = []
    worth = 0.0
    for pair in pairs:
        line = _line(pair, here, there, rarity)
        lines.append(line)
        if line.weight_bits > 0 and pair.kind is not MatchKind.INITIAL:
            agreeing.append(pair)
            worth = max(worth, line.weight_bits)
    spare_left = [i for i in range(len(here)) if not any(p.left[0] <= i <= p.left[1] for p in pairs)]
    spare_right = [j for j in range(len(there)) if not any(p.right[0] <= j <= p.right[1] for p in pairs)]
    for i, j in zip(spare_left, spare_right, strict=False):
        # A father of another name is another person, however rare the rest.
        fathers = here[i].role is Role.FATHER and there[j].role is Role.FATHER
        bits = 2.5 * _DIFFERS_BITS if fathers else _DIFFERS_BITS
        lines.append(PartMatch(here[i].text, there[j].text, MatchKind.DIFFERS, 0.0, bits, _role(here[i], there[j])))
    both = min(len(spare_left), len(spare_right))
    for i in spare_left[both:]:
        lines.append(PartMatch(here[i].text, None, MatchKind.MISSING, 0.0, _MISSING_BITS, here[i].role))
    for j in spare_right[both:]:
        lines.append(PartMatch(None, there[j].text, MatchKind.MISSING, 0.0, _MISSING_BITS, there[j].role))
    orders = _order(left, right, agreeing)
    covered = sum(1 + p.left[1] - p.left[0] for p in agreeing)
    if max(len(here), len(there)) == 1 and agreeing:
        return lines, orders, 0.9 if worth >= 8 else 0.5, "one part is all there is to compare"
    if covered < 2 and max(len(here), len(there)) > 1:
        shared = [here[p.left[0]].text for p in agreeing]
        if shared and worth < 7:
            return lines, orders, 0.15, f'shares only "{shared[0]}", which is very common'
        return lines, orders, 0.4, f'shares only "{shared[0]}"' if shared else ""
    return lines, orders, 1.0, ""


def _line(pair: Pair, here: Sequence[NamePart], there: Sequence[NamePart], rarity: Rarity) -> PartMatch:
    mine, yours = here[pair.left[0] : pair.left[1] + 1], there[pair.right[0] : pair.right[1] + 1]
    texts = " ".join(p.text for p in mine), " ".join(p.text for p in yours)
    role = _role(mine[0], yours[0])
    if pair.kind is MatchKind.INITIAL:
        bits = 1.5
    else:
        worth = min(max(sum(rarity(p) for p in side) / len(side) for side in (mine, yours)), 14.0)
        worth = min(worth, *(rarity(p) for p in (mine[0], yours[0]))) if len(mine) == len(yours) == 1 else worth
        curve = _ONE_SCRIPT if mine[0].script == yours[0].script else _ACROSS_SCRIPTS
        share = _between(curve, pair.similarity)
        bits = share * worth if share > 0 else share * 12
        if bits < 0 and mine[0].role is Role.FATHER and yours[0].role is Role.FATHER:
            bits *= 2.5
        if pair.kind in (MatchKind.SHORT_FORM, MatchKind.FEMALE_FORM):
            bits *= 0.5
    kind = pair.kind if bits > 0 else MatchKind.DIFFERS
    return PartMatch(texts[0], texts[1], kind, round(pair.similarity, 3), round(bits, 2), role)


def _between(curve: Sequence[tuple[float, float]], at: float) -> float:
    for (x0, y0), (x1, y1) in pairwise(curve):
        if at <= x1:
            return y0 + (y1 - y0) * (at - x0) / (x1 - x0)
    return curve[-1][1]


def _role(one: NamePart, other: NamePart) -> str:
    return one.role if one.role is not Role.UNKNOWN else other.role


def _order(left: Name, right: Name, agreeing: Sequence[Pair]) -> list[tuple[float, str]]:
    """What the order of the parts says against one person: a son is not his father."""
    here, there = left.telling, right.telling
    fathers = (Role.FATHER, Role.GRANDFATHER)
    for pair in agreeing:
        roles = {here[pair.left[0]].role, there[pair.right[0]].role}
        if Role.GIVEN in roles and (roles & set(fathers)):
            return [
                (-30.0, f'"{here[pair.left[0]].text}" is the given name in one and the father\'s name in the other')
            ]
    if len(agreeing) < 2:
        return []
    places = [p.right[0] for p in sorted(agreeing, key=lambda p: p.left)]
    chain_names = _given_names(here) >= 2 or _given_names(there) >= 2 or "Arab" in (left.script, right.script)
    turned = places != sorted(places)
    slavic = any(p.role is Role.FAMILY for p in (*here, *there)) and (left.chained or right.chained)
    if turned and (left.chained != right.chained) and not slavic:
        return [(-20.0, "the order of given name and father's name is turned round")]
    if turned and not slavic:
        drop = next(i for i in range(len(places) - 1) if places[i] > places[i + 1]) + 1
        rotated = places[drop:] + places[:drop] == sorted(places)
        if not rotated or (len(places) > 2 and 1 < drop < len(places) - 1):
            return [(-10.0 if chain_names else -3.0, "the parts stand in another order")]
        both_given = all(_is_given(here[p.left[0]]) for p in agreeing)
        if both_given:
            return [(-6.0, "the parts are turned round, and both are given names: father and son?")]
        return [(-0.5, "family name and given name stand in the other order")]
    first = agreeing[0]
    if chain_names and not turned and len(agreeing) >= 2 and (first.left[0] == 0) != (first.right[0] == 0):
        return [(-6.0, "the first name of the longer one is missing: this may be the father")]
    return []


def _is_given(part: NamePart) -> bool:
    known = common(part.core)
    return bool(known and known.kind in "mf") and part.role is not Role.FAMILY


def _given_names(parts: Sequence[NamePart]) -> int:
    return sum(
        1
        for p in parts
        if (known := common(p.core)) and known.kind == "m" and known.one_in <= 150 and p.script != "Cyrl"
    )


_SCRIPT_NAMES = {
    "Latn": "Latin", "Cyrl": "Cyrillic", "Hebr": "Hebrew", "Arab": "Arabic", "Grek": "Greek", "Hang": "Korean",
    "Hani": "Chinese",
    "Thai": "Thai", "Deva": "Devanagari", "Geor": "Georgian", "Armn": "Armenian", "Ethi": "Ethiopic",
    "Kana": "Katakana",
    "Hira": "Hiragana", "Beng": "Bengali", "Taml": "Tamil",
}  # fmt: skip
_ROLE_NAMES = {
    "given": "given name", "father": "father's name", "grandfather": "grandfather's name",
    "family": "family name", "kunya": "kunya",
    "initial": "initial",
}  # fmt: skip


def _in_words(match: PartMatch) -> str:
    head = f"{_ROLE_NAMES.get(match.role, 'name part')}: "
    left, right = match.left, match.right
    if left is None or right is None:
        present, side = (left, "right") if right is None else (right, "left")
        return f'{head}"{present}" is missing on the {side}'
    scripts = script_of(left), script_of(right)
    tail = ""
    if (
        match.kind in (MatchKind.TRANSLITERATION, MatchKind.SPELLING, MatchKind.KNOWN_FORM, MatchKind.SAME)
        and match.weight_bits < 6
    ):
        tail = ", a common name" if match.similarity > 0.9 else ", not exactly"
    if match.kind == MatchKind.SAME:
        return f'{head}"{left}" on both sides{tail}'
    if match.kind == MatchKind.INITIAL:
        return f'{head}"{left}" and "{right}" begin alike; one is an initial'
    if match.kind == MatchKind.SHORT_FORM:
        return f'{head}"{left}" and "{right}" are full and pet form of one name'
    if match.kind == MatchKind.FEMALE_FORM:
        return f'{head}"{left}" and "{right}" are the forms for a man and a woman'
    if match.kind == MatchKind.DIFFERS:
        return f'{head}"{left}" is not "{right}"'
    if match.kind == MatchKind.KNOWN_FORM:
        return f'{head}"{left}" and "{right}" are known forms of one name{tail}'
    if scripts[0] != scripts[1]:
        shown = _SCRIPT_NAMES.get(scripts[0], "another script")
        sounds = consonants_in_words(right if scripts[1] == "Latn" else left)
        return (
            f'{head}"{left}" is "{right}" written in {shown}' + (f" (consonants {sounds})" if sounds else "") + tail
        )
    return f'{head}"{left}" and "{right}" are spellings of one name{tail}'


def consonants_in_words(text: str) -> str:
    """The consonants of a part, for showing: "k-v-l-ch-k"."""
    shown = {"S": "sh", "Z": "zh", "C": "ch", "H": "ch",
             "j": "j", "x": "kh", "х": "kh", "c": "ts", "T": "th", "D": "dh", "V": "v",
             "W": "w",
             "J": "j", "г": "g", "B": "g", "G": "gh", "q": "k", "E": "c", "ł": "l", "ñ": "n", "ś": "s",
             "ż": "z"}  # fmt: skip
    parts = parse(text).telling
    reading = "".join(p.readings[0] for p in parts if p.readings)
    plain = [shown.get(s, s) for s in reading if s in shown or (s.isascii() and s in "pbtdkgfvszmnlrh")]
    return "-".join(plain)
