"""What two names say for and against one person: line by line, each line a sum of features with learnt weights.

In: two parsed names. Out: `Evidence`: lines with their bits, and a limit where too little is shared.
Leaves to others: the probability (`compare`), words (`words`), facts beside the name (`people`).

A line is a pair of parts, a part that has no answer, or the order of the parts. Its bits are a weighted sum of a few
features: how likely the two are one name, how rare it is, by what they agree. So every line can be shown with its
share,
and the weights can be learnt: `training.names.combine` fits them to labelled pairs (``resources/weights.json``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import log2
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from homeward.names.align import Pair, align, unspaced_whole
from homeward.names.likeness import MatchKind
from homeward.names.name import Name, NamePart, Role
from homeward.names.normalize import fold
from homeward.names.shipped import shipped_text
from homeward.names.signs import (
    attested,
    child_and_parent,
    endings_of_man_and_woman,
    generation_told,
    marks_differ,
    sex_told,
)
from homeward.names.symbols import spell_out
from homeward.names.tables import known

Rarity = Callable[[NamePart], float]
Features = tuple[tuple[str, float], ...]

MOST_ODDS = 7.0  # bits: how sure a likeness can be
_LEAST_SURE, _MOST_SURE = 2**-MOST_ODDS, 1 - 2**-MOST_ODDS
_USUAL_BITS = 11.0
_SYLLABLE_BITS = 6.0  # a Korean or Chinese family name; the commonest are one in five or ten
_COMMON_BITS = 7.0  # a name this common, shared alone, is next to nothing
_HALF_AGREES = 0.3  # likeness from which a second pair is more than nothing
_CHAIN_SCRIPTS = frozenset(("Arab", "Ethi"))  # of names that are chains of fathers, mostly
_WITHOUT_VOWELS = frozenset(("Arab", "Hebr"))  # scripts in which one name is spelled in several ways
_FATHERS = (Role.FATHER, Role.GRANDFATHER)
_MALE = frozenset("m")
_KIND_FEATURES = {
    MatchKind.KNOWN_FORM: "known form", MatchKind.OTHER_LANGUAGE: "other language",
    MatchKind.SHORT_FORM: "short form",
    MatchKind.FEMALE_FORM: "female form",
}  # fmt: skip
_LIKENESS = {
    True: ("likeness, one script", "doubt, one script"), False: ("likeness, two scripts", "doubt, two scripts"),
}  # fmt: skip


class PartMatch(NamedTuple):
    """One line of a comparison: a part on the left, one on the right, either may be None.

    A tuple, which is made in a third of the time: a search makes a hundred.

    Attributes:
        similarity: 0 to 1.
        weight_bits: what the line adds for (positive) or against one person.
        role: what the part is, where either name says so; for facts other than names, the fact ("birth date").
        note: the line in words, where it is not about two parts.
        rarity_bits: log2 of one in how many bears what agrees; 0 where nothing does.
    """

    left: str | None
    right: str | None
    kind: str
    similarity: float
    weight_bits: float
    role: str = "unknown"
    note: str = ""
    rarity_bits: float = 0.0


class Evidence(NamedTuple):
    """All lines of two names.

    Attributes:
        limit: the most that the probability may be; 1 where enough is shared. `limit_reason` says why.
        worth: of all alignments together, in nats, less something for what has no answer.
        told: the features of each line.
    """

    lines: tuple[PartMatch, ...]
    limit: float
    limit_reason: str
    worth: float
    told: tuple[Features, ...]

    @property
    def features(self) -> Features:
        """The sum of each feature over the lines: what the weights are fitted to."""
        sums: dict[str, float] = {}
        for name, value in (feature for line in self.told for feature in line):
            sums[name] = sums.get(name, 0.0) + value
        return tuple(sums.items())


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The learnt weights: bits for each unit of a feature, and "prior": the bits that make the chance even."""
    return {name: float(value) for name, value in json.loads(shipped_text("weights.json"))["weights"].items()}


_Line = tuple[PartMatch, Features, float]
Lines = dict[tuple[str, str, float, bool, bool], _Line]
"""Lines of two parts made before, which many comparisons of one name share."""


def gather(
    left: Name,
    right: Name,
    rarity: Rarity,
    pairs: Sequence[Pair] | None = None,
    *,
    flipped: bool = False,
    made: Lines | None = None,
) -> Evidence:
    """Put two names beside each other. Both must have telling parts.

    Args:
        pairs: of their telling parts, if already aligned.
        flipped: the lines show the right one on the left.
        made: lines of other comparisons, to which those of this one are added.
    """
    here, there = left.telling, right.telling
    pairs = align(here, there) if pairs is None else pairs
    made = {} if made is None else made
    lines: list[PartMatch] = []
    told: list[Features] = []

    def add(one: str | None, other: str | None, kind: str, features: Features, role: str, note: str = "") -> None:
        told.append(features)
        if flipped:
            one, other = other, one
        lines.append(PartMatch(one, other, kind, 0.0, _weigh_again(features), role, note))

    agreeing: list[Pair] = []
    answered: list[Pair] = []
    best = worth = 0.0
    used = used_there = 0
    for pair in pairs:
        line, features, rare = _pair_line(pair, here, there, rarity, made, flipped=flipped)
        lines.append(line)
        told.append(features)
        (first, last), (first_there, last_there), like = pair
        used |= (2 << last) - (1 << first)
        used_there |= (2 << last_there) - (1 << first_there)
        worth += like.worth
        if line.kind is not MatchKind.DIFFERS and line.kind is not MatchKind.INITIAL:
            agreeing.append(pair)
            answered.append(pair)
            best = max(best, rare)
        elif like.similarity >= _HALF_AGREES:
            answered.append(pair)
    spare_left, spare_right = _spare(used, here), _spare(used_there, there)
    for one, other in zip(spare_left, spare_right, strict=False):
        features = _differing(len(agreeing), fathers=one.role is other.role is Role.FATHER)
        add(one.text, other.text, MatchKind.DIFFERS, features, _role(one, other))
        worth -= 4.0
    if len(spare_left) != len(spare_right):
        both = min(len(spare_left), len(spare_right))
        for part in spare_left[both:]:
            add(part.text, None, MatchKind.MISSING, _missing(part), part.role)
        for part in spare_right[both:]:
            add(None, part.text, MatchKind.MISSING, _missing(part), part.role)
        worth -= 1.5 * abs(len(spare_left) - len(spare_right))
    asked, found = (right, left) if flipped else (left, right)  # the name asked for mostly tells neither
    if (sex := sex_told(asked)) and (other_sex := sex_told(found)) and sex != other_sex:
        add(None, None, "sex", (("sexes differ", 1.0),), "sex", "one name is a man's, the other a woman's")
    if (generation := generation_told(asked)) and (other_generation := generation_told(found)):
        if generation != other_generation:
            note = "one is the elder, the other the younger of a name"
            add(None, None, "generation", (("generations differ", 1.0),), "generation", note)
        else:
            note = "both are called by the same number of a name"
            add(None, None, "generation", (("generations agree", 1.0),), "generation", note)
    for feature, note in _order(left, right, agreeing):
        # A longer chain that agrees but for its first name is all the more the father's.
        much = max(1.0, len(agreeing) - 1.0) if feature == "first name missing" else 1.0
        add(None, None, "order", ((feature, much),), "order", note)
    limit, reason = _limit(here, there, answered, agreeing, best)
    return Evidence(tuple(lines), limit, reason, worth, tuple(told))


def rough_bits(
    similarity: npt.NDArray[np.float32], rarity: npt.NDArray[np.float32], one_script: npt.NDArray[np.bool_]
) -> npt.NDArray[np.float32]:
    """The bits of pairs of parts, as `gather` gives them but for what the tables say. Arrays of one length."""
    w = weights()
    sure = np.minimum(np.maximum(similarity, _LEAST_SURE), _MOST_SURE)
    odds = np.log2(sure / (1 - sure))
    slope = np.where(one_script, w["likeness, one script"], w["likeness, two scripts"])
    doubt = np.where(one_script, w["doubt, one script"], w["doubt, two scripts"])
    bits = (
        w["pair"]
        + slope * odds
        + doubt * np.minimum(odds, 0)
        + w["rarity"] * rarity * np.minimum(np.maximum(2 * similarity - 1, 0), 1)
    )
    return np.asarray(bits, np.float32)


def rarity_bits(part: NamePart) -> float:
    """What sharing a part is worth where no gallery tells: by the tables of names, else by its length."""
    return _rarity_bits(part.core, part.script)


@lru_cache(maxsize=65536)
def _rarity_bits(core: str, script: str) -> float:
    listed = known(core)
    if listed and listed.identities:
        return max(2.5, log2(listed.one_in))
    if script in ("Hang", "Hani") and len(core) == 1:
        return _SYLLABLE_BITS
    consonants = sum(1 for base in spell_out(core).bases if base not in "aeiou")
    return min(_USUAL_BITS, 6.0 + 1.7 * consonants)


@lru_cache(maxsize=65536)
def _attested(core: str) -> bool:
    return attested(fold(core))


def _weigh(features: Features) -> float:
    """The bits of a line, rounded as they are shown."""
    w = weights()
    bits = 0.0
    for name, value in features:
        bits += w[name] * value
    return round(bits, 2)


_weigh_again = lru_cache(maxsize=256)(_weigh)


@lru_cache(maxsize=256)
def _differing(agreeing: int, *, fathers: bool) -> Features:
    """The features of two parts that differ, where so many others agree."""
    features: Features = (("differs", 1.0), ("differs where more agrees", max(0.0, agreeing - 1.0)))
    return (*features, ("father differs", 1.0)) if fathers else features


def _pair_line(
    pair: Pair, here: Sequence[NamePart], there: Sequence[NamePart], rarity: Rarity, made: Lines, *, flipped: bool
) -> _Line:
    """The line of two parts, its features, and how rare what they share is, in bits."""
    (first, last), (first_there, last_there) = pair.left, pair.right
    one, other = here[first], there[first_there]
    before_last = first < max(1, len(here) - 1)
    if first != last or first_there != last_there:
        mine, yours = here[first : last + 1], there[first_there : last_there + 1]
        rare = min(max(rarity(p) for p in mine), max(rarity(p) for p in yours), 14.0)
        texts = _joined(mine), _joined(yours)
        return _line_of(pair, one, other, texts, rare, single=False, before_last=before_last, flipped=flipped)
    rare = min(rarity(one), rarity(other), 14.0)
    key = one.key, other.key, rare, before_last, flipped
    line = made.get(key)
    if line is None:
        texts = one.text, other.text
        line = _line_of(pair, one, other, texts, rare, single=True, before_last=before_last, flipped=flipped)
        made[key] = line
    return line


def _line_of(
    pair: Pair,
    one: NamePart,
    other: NamePart,
    texts: tuple[str, str],
    rare: float,
    *,
    single: bool,
    before_last: bool,
    flipped: bool,
) -> _Line:
    kind, similarity = pair.likeness.kind, pair.likeness.similarity
    role = _role(one, other)
    if flipped:
        texts = texts[1], texts[0]
    if kind is MatchKind.INITIAL:
        features: Features = (("initial", 1.0),)
        return PartMatch(*texts, kind, 0.7, _weigh(features), role), features, 0.0
    sure = min(max(similarity, _LEAST_SURE), _MOST_SURE)
    odds = MOST_ODDS if kind is MatchKind.SAME else log2(sure / (1 - sure))
    one_script = one.script == other.script
    likeness, doubt = _LIKENESS[one_script]
    features = (
        ("pair", 1.0),
        (likeness, odds),
        (doubt, min(odds, 0.0)),
        ("rarity", rare * max(0.0, 2 * similarity - 1)),
    )
    by_letters = kind is MatchKind.SPELLING or kind is MatchKind.TRANSLITERATION
    if not by_letters and kind is not MatchKind.SAME and kind in _KIND_FEATURES:
        features = (*features, (_KIND_FEATURES[kind], 1.0))
        if kind is MatchKind.OTHER_LANGUAGE and one_script:
            features = (*features, ("other language, one script", 1.0))
    if odds < 0 and one.role is Role.FATHER and other.role is Role.FATHER:
        features = (*features, ("father in doubt", -odds))
    elif kind is MatchKind.SPELLING and similarity >= 0.15:
        if one_script and _attested(one.core) and _attested(other.core):
            features = (*features, ("two known names", 1.0))
        if marks_differ(one, other):
            features = (*features, ("marks differ", 1.0))
        if one_script and one.script not in _WITHOUT_VOWELS and one.script != "Latn":
            features = (*features, ("letters differ, own script", 1.0))
    if by_letters and role is not Role.FAMILY and before_last and endings_of_man_and_woman(one, other):
        features = (*features, ("endings of man and woman", 1.0))
    if not single:
        features = (*features, ("whole" if pair.whole else "joined", 1.0))
    shown = kind if similarity >= 0.5 else MatchKind.DIFFERS
    rarity_told = round(rare, 2) if shown is not MatchKind.DIFFERS else 0.0
    bits = _weigh(features)
    return PartMatch(*texts, shown, round(similarity, 3), bits, role, "", rarity_told), features, rare


def _joined(parts: Sequence[NamePart]) -> str:
    return " ".join(p.text for p in parts)


def _spare(used: int, parts: Sequence[NamePart]) -> list[NamePart]:
    """The parts that stand in no pair; `used` has a bit for each that does."""
    if used == (1 << len(parts)) - 1:
        return []
    return [part for place, part in enumerate(parts) if not used >> place & 1]


def _missing(part: NamePart) -> Features:
    return (("initial missing", 1.0),) if part.role is Role.INITIAL else (("missing", 1.0),)


def _role(one: NamePart, other: NamePart) -> str:
    return one.role if one.role is not Role.UNKNOWN else other.role


def _limit(
    here: Sequence[NamePart],
    there: Sequence[NamePart],
    answered: Sequence[Pair],
    agreeing: Sequence[Pair],
    best: float,
) -> tuple[float, str]:
    """Sharing one part is never enough, however rare it is: the rest of the family shares it too.

    Args:
        answered: the pairs that agree, or may agree: what a second one weighs its line says.
    """
    if 1 in (len(here), len(there)) and all(len(side) == 1 or unspaced_whole(side) for side in (here, there)):
        if not agreeing:
            return 1.0, ""
        return (0.9 if best >= _COMMON_BITS else 0.45), "one part is all there is to compare"
    if agreeing and (
        len(answered) >= 2 or sum([1 + max(p.left[1] - p.left[0], p.right[1] - p.right[0]) for p in answered]) >= 2
    ):
        return 1.0, ""
    if not agreeing:
        return 0.4, ""
    shared = here[agreeing[0].left[0]].text
    if best < _COMMON_BITS:
        return 0.15, f'shares only "{shared}", which is very common'
    if Role.INITIAL in [p.role for p in (*here, *there)]:
        return 1.0, ""
    return 0.4, f'shares only "{shared}"'


def _order(left: Name, right: Name, agreeing: Sequence[Pair]) -> list[tuple[str, str]]:
    """What the order of the parts says against one person: a son is not his father. (feature, words) rows."""
    here, there = left.telling, right.telling
    given = Role.GIVEN  # by identity: a member of an enumeration is slow to look up in a set
    for pair in agreeing:
        role, other = here[pair.left[0]].role, there[pair.right[0]].role
        if (role is given and other in _FATHERS) or (other is given and role in _FATHERS):
            words = f'"{here[pair.left[0]].text}" is the given name in one and the father\'s name in the other'
            return [("given name is father's", words)]
    if child_and_parent(left, right):
        return [("given name is father's", "each has a name made from the other's given name")]
    if len(agreeing) < 2:
        return []
    places = [p.right[0] for p in agreeing]
    turned = places != sorted(places)
    slavic = (left.chained or right.chained) and any(p.role is Role.FAMILY for p in (*here, *there))
    if turned and (left.chained != right.chained) and not slavic:
        return [("chain turned", "the order of given name and father's name is turned round")]
    if turned and not slavic:
        drop = next(i for i in range(len(places) - 1) if places[i] > places[i + 1]) + 1
        rotated = places[drop:] + places[:drop] == sorted(places)
        if not rotated or (len(places) > 2 and 1 < drop < len(places) - 1):
            return [
                (
                    "chain in other order" if _of_chains(left, right) else "other order",
                    "the parts stand in another order",
                )
            ]
        if all(_is_given(here[p.left[0]]) for p in agreeing):
            return [("given names turned", "the parts are turned round, and both are given names: father and son?")]
        return [("family name first", "family name and given name stand in the other order")]
    first = agreeing[0]
    begins = first.left[0] == _first_name(here), first.right[0] == _first_name(there)
    if begins[0] != begins[1] and not turned and _of_chains(left, right):
        return [("first name missing", "the first name of the longer one is missing: this may be the father")]
    return []


def _of_chains(left: Name, right: Name) -> bool:
    """Whether names as one of these are chains of fathers, mostly."""
    if left.script in _CHAIN_SCRIPTS or right.script in _CHAIN_SCRIPTS:
        return True
    return _given_names(left.telling) >= 2 or _given_names(right.telling) >= 2


def _first_name(parts: Sequence[NamePart]) -> int:
    """The place of the first name of one's own: a kunya before it is a by-name."""
    for at, part in enumerate(parts):
        if part.role is not Role.KUNYA:
            return at
    return 0


def _is_given(part: NamePart) -> bool:
    listed = known(part.core)
    return bool(listed and listed.given) and part.role is not Role.FAMILY


def _given_names(parts: Sequence[NamePart]) -> int:
    return sum(
        1
        for p in parts
        if (listed := known(p.core)) and listed.kinds == _MALE and listed.one_in <= 150 and p.script != "Cyrl"
    )
