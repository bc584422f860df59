"""How alike two parts of names are, and by what: the same letters, a known form, a transliteration, an initial.

In: pairs of `NamePart`. Out: `Likeness` of each: kind, similarity, worth.
Leaves to others: which parts to put beside each other (`align`), and what it is worth as evidence (`compare`).

The similarity is the chance that the two are one name, among names that are near: a logistic curve over the worth of
the best alignment, learnt for each kind of script pair by `training.names.weigh` (``resources/likeness.json``).
What the tables of given names know goes before what the letters say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from math import exp, inf, sqrt
from typing import NamedTuple, cast

import numpy as np
from rapidfuzz.distance import Indel

from homeward.names.compiled import loops
from homeward.names.distance import first_sounds_alike
from homeward.names.encoder import Floats, Reading, encoder, unit
from homeward.names.kanji import read_in_japanese
from homeward.names.letter_names import letters_named
from homeward.names.manners import shared_readings
from homeward.names.name import NamePart, Role
from homeward.names.normalize import fold, normalize
from homeward.names.pairings import written_for_each_other
from homeward.names.parts import before_faith, family_root, female_family, patronymic_root, servant_of
from homeward.names.shipped import shipped_text
from homeward.names.signs import (
    both_attested,
    characters_differ,
    greek_families_differ,
    marks_differ,
    misread,
    serbian_in_latin,
)
from homeward.names.symbols import GROUPS, LONGEST_PART
from homeward.names.tables import Known, known, known_as, lines_with, listed_in, spelled_so
from homeward.names.transducer import worths_of_pairs

CONFUSABLE = 0.05
"""Two known given names that are not one (Mahmoud, Mohammed) stay below any agreement."""

_LETTERS_SURE = 0.85
_LETTERS_QUITE_SURE = 0.98  # one writing may stand for two names, and the tables list it with one
_DOUBTFUL = 0.25  # likeness of two known names that a script without vowels writes alike: Louise and Louis
_GUESSED = 0.95
_LEAST_READ = 0.01  # likeness below which habits of writing are not looked into
_LEAST_MANNER = 0.1  # the same for how other languages would write them; below it Bell came to be like Billy
_WRITTEN_SO = 0.97  # likeness of two parts that public data has written for each other
_SEEN = 5.0  # what that adds to the worth of their letters, in nats; with 3 one Hebrew part of 300 fewer came first
_LEFT_IN_DOUBT = 0.985  # likeness of the letters of such pairs, at most (`training.names.pairings`)
_READ_SO = 0.93  # likeness of characters and of one of the ways in which Japanese may read them
_SHORTENED = 0.88  # likeness of Nur al-Din and Nur
_ENDINGS_TELL = 0.9  # likeness of what is left without their endings, for two forms of one family name
_BOTH_SEXES = frozenset("mf")
_SERBIAN_SCRIPTS = frozenset(("Cyrl", "Latn"))
_AFTER_FATHER = 0.9  # of the likeness of a father's name and the root of a family name
_LONG_PART = 30  # letters
_MISREAD = 0.85  # likeness of two parts that differ only in letters taken for each other
_VAGUE = frozenset(("Hebr", "Arab", "Syrc", "Hani", "Hang"))  # scripts in which Luis may be Louise
_HOPELESS = 0.35  # nearness of the wholes below which parts are not laid side by side; true pairs are nearer
# (of 16,500 pairs of the -dev files with .20 to .35 the letters of one came to a likeness that counts, .156).
_HOPELESS_ALIKE = 0.5  # the same for parts in one script: of 15,000 with less, the letters of two came to .15 or more
_FAR = 0.3  # nearness of the cores below which other forms, with an article or a particle, are not read either
_HEARD, _HEARD_OF_HAN = 16, 5  # letters of a part that are read to know its first sound
_LEAST_SPELLED = 0.6  # letters that the other form of a Latin part shares with a Latin core; right ones share .67
_FEW = 8  # pairs that are not worth packing into arrays
_MEMORY = 100_000  # pairs
_PARTS = 65_536


class MatchKind(StrEnum):
    """By what two parts answer to each other."""

    SAME = "same"
    SPELLING = "spelling"
    TRANSLITERATION = "transliteration"
    KNOWN_FORM = "known form"
    OTHER_LANGUAGE = "other language"
    SHORT_FORM = "short form"
    FEMALE_FORM = "female form"
    INITIAL = "initial"
    MISSING = "missing"
    DIFFERS = "differs"


class Likeness(NamedTuple):
    """How alike two parts are. A tuple, which is made in a third of the time: a search makes a hundred.

    Attributes:
        similarity: 0 to 1, the chance that they are one name.
        worth: of the best alignment, in nats; orders those that are equally similar.
    """

    kind: MatchKind
    similarity: float
    worth: float


class _Heard:
    """A part with all that is looked up for it once; what few parts need, when it is asked for."""

    __slots__ = ("_known", "_lines", "_readings", "faith", "folded", "part", "reading", "servant")

    def __init__(self, part: NamePart) -> None:
        core = part.core
        self.part = part
        self.folded = fold(core)
        self._known: tuple[Known, ...] | None = None
        self._lines: frozenset[int] | None = None
        self.reading = encoder().read_one(core)
        self._readings: tuple[Reading, ...] = ()
        self.servant = servant_of(core)  # what follows "servant of"
        self.faith = before_faith(core)  # what stands before "of the faith"

    @property
    def known(self) -> tuple[Known, ...]:
        """What the tables say of it in each of its forms."""
        if self._known is None:
            self._known = tuple([told for told in map(known_as, self._listed_forms()) if told])
        return self._known

    @property
    def lines(self) -> frozenset[int]:
        """The lines of the tables in which one of its forms stands."""
        if self._lines is None:
            forms = self._listed_forms()
            lines = lines_with(forms[0])
            self._lines = lines.union(*map(lines_with, forms[1:])) if len(forms) > 1 else lines
        return self._lines

    def _listed_forms(self) -> list[str]:
        """The folded forms that are looked for in the tables."""
        part, forms = self.part, [self.folded]
        if part.other:
            forms.append(fold(part.other))
        if part.script == "Latn" and not part.core.isascii():
            forms += map(fold, _with_long_vowels(part.core))
        return forms

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Of the core, and of the other form where there is one."""
        if not self._readings:
            other = self.part.other
            self._readings = (self.reading, encoder().read_one(other)) if other else (self.reading,)
        return self._readings

    @property
    def root(self) -> str | None:
        """The father's name in a patronymic."""
        return patronymic_root(self.part.core)

    @property
    def female(self) -> bool:
        """Whether it ends as the family name of a woman."""
        return female_family(self.part.core)


def _with_long_vowels(core: str) -> list[str]:
    """Japanese long vowels spelled out: Ōno is Ohno, and no Ono."""
    low = normalize(core).casefold()
    if "ō" not in low and "ū" not in low:
        return []
    return [low.replace("ō", long).replace("ū", "uu" if long == "oo" else "u") for long in ("oh", "ou", "oo")]


_NISBA = tuple("iyيیיи")  # what makes a family name of a given name
_WITH_GENITIVE = frozenset(("Geor", "Armn"))  # scripts in which a father's name stands in the genitive
_GENITIVE = re.compile(r"(ի|ის|i|is|ov|ev|ов|ев|и)$")

Pair = tuple[NamePart, NamePart]
_Task = tuple[int, Reading, Reading]  # of which pair, and what is laid side by side for it
_kept: dict[tuple[str, str], Likeness] = {}
_heard_before: dict[str, _Heard] = {}


def likenesses(pairs: Sequence[Pair]) -> list[Likeness]:
    """The likeness of each pair; symmetric. Those measured before cost nothing."""
    kept = _kept
    if len(kept) > _MEMORY:
        kept.clear()
    keys = [(one.key, other.key) for one, other in pairs]
    found = list(map(kept.get, keys))
    if None in found:
        fresh = {
            key: pair
            for key, pair, made in zip(keys, pairs, found, strict=True)
            if made is None and key[::-1] not in kept
        }
        if fresh:
            kept.update(zip(fresh, _measure(list(fresh.values())), strict=True))
        found = [kept.get(key) or kept[key[::-1]] for key in keys]
    return cast("list[Likeness]", found)


def nearness(one: Sequence[NamePart], other: Sequence[NamePart]) -> float:
    """How near the sums of some parts are (cosine): cheap, and blind to their order and to where they are cut."""
    here, there = _sum_of(tuple(one)), _sum_of(tuple(other))
    return float(here @ there) / sqrt(float(here @ here) * float(there @ there) + 1e-9)


class Nearnesses:
    """`nearness` of neighbouring parts of names, from products that are worked out once for many names."""

    def __init__(self, parts: Sequence[NamePart]) -> None:
        self._numbers: dict[int, int] = {}
        readings: list[Reading] = []
        for part in parts:
            if id(part) not in self._numbers:
                self._numbers[id(part)] = len(readings)
                readings.append(_heard(part).reading)
        self._parts = parts  # they keep their numbers as long as they are here
        self._lengths = [len(reading.places) for reading in readings]
        wholes = np.array([reading.whole for reading in readings])
        self._products: list[list[float]] = (wholes @ wholes.T).tolist()

    def between(self, one: Sequence[NamePart], other: Sequence[NamePart]) -> Nearness:
        """Of any neighbouring parts of one name to any of another."""
        here, there = [self._numbers[id(part)] for part in one], [self._numbers[id(part)] for part in other]
        return Nearness(self._products, self._lengths, here, there)


class Nearness:
    """How near neighbouring parts of one name are to neighbouring parts of another; made by `Nearnesses`."""

    __slots__ = ("_here", "_products", "_there", "lengths")

    def __init__(self, products: list[list[float]], lengths: list[int], here: list[int], there: list[int]) -> None:
        self._products, self._here, self._there = products, here, there
        self.lengths = [lengths[i] for i in here], [lengths[j] for j in there]

    def of(self, one: tuple[int, int], other: tuple[int, int]) -> float:
        """Of the sums of some parts, from the first to before the last."""
        products = self._products
        here, there = self._here[slice(*one)], self._there[slice(*other)]
        both = own = others = 0.0
        for i in here:
            row = products[i]
            for j in there:
                both += row[j]
            for j in here:
                own += row[j]
        for i in there:
            row = products[i]
            for j in there:
                others += row[j]
        return both / sqrt(own * others + 1e-9)

    def turned(self) -> Nearness:
        """The same, the other name first."""
        made = object.__new__(Nearness)
        made._products, made._here, made._there = self._products, self._there, self._here
        made.lengths = self.lengths[::-1]
        return made


def rough_likenesses(pairs: Sequence[tuple[Sequence[NamePart], Sequence[NamePart]]]) -> list[tuple[float, float]]:
    """What neighbouring parts written as one are, roughly, beside others: a cheap look before the full one.

    The readings of the parts, one behind the other, stand in for that of the word which they would make; it differs
    from them near the seams alone.

    Args:
        pairs: parts to be joined on both sides; one part stands for itself.

    Returns:
        Worth in nats and similarity of each pair; infinite and 1 where they are the same or may stand in a table.
    """
    out = [(-inf, 0.0)] * len(pairs)
    rough: list[tuple[int, Reading, Reading]] = []
    for at, (one, other) in enumerate(pairs):
        if _cores(one) == _cores(other) or (_listed(one) and _listed(other)):
            out[at] = inf, 1.0
        else:
            rough.extend((at, a, b) for a in _side_by_side(one) for b in _side_by_side(other))
    if not rough:
        return out
    worths = worths_of_pairs(encoder(), [a for _, a, _ in rough], [b for *_, b in rough]).tolist()
    for (at, a, b), worth in zip(rough, worths, strict=True):
        if worth > out[at][0]:
            out[at] = worth, similarity_of(worth, a, b)
    return out


def _cores(parts: Sequence[NamePart]) -> str:
    return "".join([_heard(part).folded for part in parts])


def _listed(parts: Sequence[NamePart]) -> bool:
    return bool(_heard(parts[0]).known) if len(parts) == 1 else known("".join([p.core for p in parts])) is not None


def _side_by_side(parts: Sequence[NamePart]) -> tuple[Reading, ...]:
    return _heard(parts[0]).readings if len(parts) == 1 else _read_together(*[part.core for part in parts])


@lru_cache(maxsize=8192)
def _read_together(*cores: str) -> tuple[Reading]:
    """The readings of some parts, one behind the other, as though it were that of all of them in one word."""
    read = encoder().read(cores)
    places = np.concatenate([reading.places for reading in read])[:LONGEST_PART]
    gaps = np.concatenate([reading.gaps for reading in read])[:LONGEST_PART]
    whole = np.asarray(sum(reading.whole for reading in read), np.float32)
    return (Reading(places, gaps, whole, unit(whole), read[0].group, 0.0),)


@lru_cache(maxsize=4096)
def _sum_of(parts: tuple[NamePart, ...]) -> Floats:
    whole = _heard(parts[0]).reading.whole
    for part in parts[1:]:
        whole = whole + _heard(part).reading.whole
    return whole


def similarity_of(worth: float, one: Reading, other: Reading) -> float:
    """The chance that two parts with this worth are one name."""
    bias, slope, length, share = curve_of(one.group, other.group)
    size = max(len(one.places), len(other.places), 1)
    return 1 / (1 + exp(-max(-30.0, min(30.0, bias + slope * worth + length * size + share * worth / size))))


@lru_cache(maxsize=1)
def curves() -> dict[str, list[float]]:
    """The learnt curves by kind of script pair: bias, and slopes of worth, length and worth for each place."""
    told = json.loads(shipped_text("likeness.json"))["curves"]
    return {name: [float(x) for x in row] for name, row in told.items()}


def situation_of(one: int, other: int) -> str:
    """The kind of script pair, by the groups of both: which curve holds."""
    if one == other:
        return "Latn" if GROUPS[one] == "Latn" else "same"
    for group in ("Hani", "Hang", "Kana", "Hebr", "Arab", "Cyrl"):
        if GROUPS.index(group) in (one, other):
            return group
    return "else"


@lru_cache(maxsize=1024)
def curve_of(one: int, other: int) -> list[float]:
    """The curve that holds for two groups of scripts."""
    return curves()[situation_of(one, other)]


def _heard(part: NamePart) -> _Heard:
    found = _heard_before.get(part.key)
    if found is None:
        if len(_heard_before) > _PARTS:
            _heard_before.clear()
        found = _heard_before[part.key] = _Heard(part)
    return found


def _measure(pairs: Sequence[Pair]) -> list[Likeness]:
    """Likeness of pairs not met before: all alignments in one go."""
    initial, father = Role.INITIAL, Role.FATHER
    every = {part.key: part for pair in pairs for part in pair}
    if fresh := [part for key, part in every.items() if key not in _heard_before and part.role is not initial]:
        encoder().read([part.core for part in fresh])  # all at once; now they are known
    heard = {key: _heard(part) for key, part in every.items() if part.role is not initial}
    out: list[Likeness | None] = [None] * len(pairs)
    tasks: list[_Task] = []
    of_cores: list[_Task] = []
    both: list[tuple[_Heard, _Heard] | None] = []
    stems: dict[int, list[Pair]] = {}
    for at, (one, other) in enumerate(pairs):
        if one.role is initial or other.role is initial:
            out[at] = _initial(one, other)
            both.append(None)
            continue
        here, there = heard[one.key], heard[other.key]
        both.append((here, there))
        if here.folded == there.folded and one.script == other.script and not marks_differ(one, other):
            own = min(here.reading.own, there.reading.own)  # whichever is first: Ivan and Iván
            out[at] = Likeness(MatchKind.SAME, 1.0, own + encoder().mix)
            continue
        if (one.role is father or other.role is father) and (here.root or there.root):
            fathers = _fathers(one, here, other, there)
            if fathers:
                stems[at] = [_beside(one, other, *texts) for texts in fathers]
            else:
                out[at] = Likeness(MatchKind.DIFFERS, 0.1, -3.0)
            continue
        if here.faith and there.faith:
            stems[at] = [(_before_faith(one), _before_faith(other))]
            continue
        if here.servant and there.servant:
            roots = encoder().read([here.servant, there.servant])
            tasks.append((at, roots[0], roots[1]))
            continue
        of_cores.append((at, here.reading, there.reading))
    wanted: list[_Task] = []
    others: list[tuple[int, NamePart, NamePart]] = []
    for task, near in zip(of_cores, _nearnesses(of_cores), strict=True):
        if near > _FAR:
            one, other = pairs[task[0]]
            if one.other or other.other:
                others.append((task[0], one, other))
            if near > (_HOPELESS_ALIKE if one.script == other.script else _HOPELESS):
                wanted.append(task)
    if others:
        tasks += _of_other_forms(others, heard)
    if tasks:
        wanted += [task for task, near in zip(tasks, _nearnesses(tasks), strict=True) if near > _HOPELESS]
    worths = worths_of_pairs(encoder(), [a for _, a, _ in wanted], [b for *_, b in wanted]).tolist()
    best: dict[int, tuple[float, float]] = {}
    if stems:
        made = iter(likenesses([pair for own in stems.values() for pair in own]))
        best = {
            at: max((like.similarity, like.worth) for like in islice(made, len(own))) for at, own in stems.items()
        }
    for (at, a, b), worth in zip(wanted, worths, strict=True):
        # What is added for an article that may be none: a little, or "Ali" would be the best form of "Alali".
        chance = similarity_of(worth, a, b)
        if at not in best or chance > best[at][0]:
            best[at] = chance, worth
    unsure = [pairs[at] for at, (chance, _) in best.items() if _LEAST_MANNER <= chance < _LETTERS_SURE]
    if unsure:
        _read_other_manners(unsure)
    apart = _apart(one_script=False), _apart(one_script=True)
    for at, heard_both in enumerate(both):
        if heard_both is not None and out[at] is None:
            (one, other), (here, there) = pairs[at], heard_both
            letters = apart[one.script == other.script]
            if at in best:
                letters = Likeness(letters.kind, *best[at])
                if letters.similarity < _LEFT_IN_DOUBT and _seen_together(here, there):
                    letters = Likeness(letters.kind, max(letters.similarity, _WRITTEN_SO), letters.worth + _SEEN)
            if letters.similarity >= _LEAST_READ or (here.lines and not here.lines.isdisjoint(there.lines)):
                letters = _with_tables(one, here, other, there, letters)
            if (here.faith is None) != (there.faith is None):
                letters = _with_or_without_faith(one, other, letters)
            if "Hani" in (one.script, other.script) and letters.similarity < _READ_SO and _may_be_read_so(one, other):
                letters = Likeness(MatchKind.TRANSLITERATION, _READ_SO, max(letters.worth, 6.0))
            out[at] = letters
    return [made for made in out if made is not None]


def _of_other_forms(pairs: Sequence[tuple[int, NamePart, NamePart]], heard: dict[str, _Heard]) -> list[_Task]:
    """The other form of each of two parts beside the core of the other.

    Not the second form beside the second: what both have added to the core would make them more alike.
    """
    wanted = [
        (at, heard[a.key], heard[b.key])
        for at, one, other in pairs
        for a, b in ((one, other), (other, one))
        if a.other and (a.script != "Latn" or b.script != "Latn" or _may_be_spelled(a.other, b.core))
    ]
    encoder().read([here.part.other for _, here, _ in wanted])
    return [(at, here.readings[1], there.reading) for at, here, there in wanted]


def _may_be_spelled(one: str, other: str) -> bool:
    """Whether two Latin forms share so many letters that they are read at all where one is only a second guess."""
    return Indel.normalized_similarity(fold(one), fold(other)) >= _LEAST_SPELLED


def _seen_together(here: _Heard, there: _Heard) -> bool:
    """Whether public data has written one part for the other, one of them in Latin letters."""
    one, other = here.part.script, there.part.script
    if one == other or "Latn" not in (one, other):
        return False
    latin, native = (here, there) if one == "Latn" else (there, here)
    return written_for_each_other(latin.folded, native.folded)


def _may_be_read_so(one: NamePart, other: NamePart) -> bool:
    """Whether one is written in characters that Japanese may read as the other."""
    if (one.script == "Hani") == (other.script == "Hani"):
        return False
    characters, written = (one, other) if one.script == "Hani" else (other, one)
    return written.script not in _VAGUE and read_in_japanese(characters.core, written.core)


def _before_faith(part: NamePart) -> NamePart:
    """Of Noureddine the Nour, as a part by itself; the part where it is no such name."""
    stem = _heard(part).faith
    return NamePart(stem, stem, Role.UNKNOWN, part.script) if stem else part


def _with_or_without_faith(one: NamePart, other: NamePart, letters: Likeness) -> Likeness:
    """Of Nur al-Din and Nur: the short form that daily life makes of the name, if what is left is one name."""
    stems = likenesses([(_before_faith(one), _before_faith(other))])[0]
    if stems.similarity <= _ENDINGS_TELL or letters.similarity >= _SHORTENED:
        return letters
    return Likeness(MatchKind.SHORT_FORM, _SHORTENED, max(letters.worth, min(stems.worth, 2.5)))


@lru_cache(maxsize=2)
def _apart(*, one_script: bool) -> Likeness:
    """The likeness of two that are too far apart to be laid side by side."""
    return Likeness(MatchKind.SPELLING if one_script else MatchKind.TRANSLITERATION, 0.0, -6.0)


def _read_other_manners(pairs: Sequence[Pair]) -> None:
    """Read at once what `_in_another_manner` will ask for, one by one, if it comes to that."""
    latin = [
        (a.core, b.core)
        for a, b in pairs
        if a.script == b.script == "Latn" and _short_enough(a.core) and not (_heard(a).known and _heard(b).known)
    ]
    if latin:
        encoder().read([reading for a, b in latin for both in shared_readings(a, b) for reading in both])


def _short_enough(core: str) -> bool:
    return len(core) < _LONG_PART


def _fathers(one: NamePart, here: _Heard, other: NamePart, there: _Heard) -> list[tuple[str, str]]:
    """What of two parts is laid side by side where one is a patronymic; nothing where the other is none.

    A father's name may stand in the genitive instead (Arshaki, Jovanov), and other scripts than Latin and Cyrillic
    write the whole patronymic without our knowing it for one.
    """
    if here.root and there.root:
        return [(here.root, there.root)]
    if one.role is other.role is Role.FATHER:
        return [(a, b) for a in _father_in(here, one) for b in _father_in(there, other)]
    father, root, plain = (one, here.root, other) if one.role is Role.FATHER else (other, there.root, one)
    if root is None:  # "Bolot uulu" beside "Bolotovich"
        other_root = here.root or there.root
        return [(father.core, other_root)] if other_root else []
    stem = _GENITIVE.sub("", plain.core)
    made = [(root, stem)] if stem != plain.core and len(stem) > 2 else []
    return made if plain.script in ("Cyrl", "Latn") else [*made, (father.core, plain.core)]


def _father_in(heard: _Heard, part: NamePart) -> list[str]:
    """The father's name in a part that tells him: as it stands, and without the genitive of Georgian and Armenian.

    Not in other scripts: there the same letters make another name, as Saidi is not Said.
    """
    if heard.root:
        return [heard.root]
    stem = _GENITIVE.sub("", part.core) if part.script in _WITH_GENITIVE else part.core
    return [part.core, stem] if len(stem) > 2 and stem != part.core else [part.core]


def _beside(one: NamePart, other: NamePart, mine: str, yours: str) -> Pair:
    """What stands in two parts, as parts of their own: the tables may know them."""
    role = Role.UNKNOWN if patronymic_root(mine) or patronymic_root(yours) else Role.FATHER
    return NamePart(mine, mine, role, one.script), NamePart(yours, yours, role, other.script)


def _nearnesses(tasks: list[_Task]) -> list[float]:
    """How near the wholes of each two are."""
    if (compiled := loops()) is not None:
        return compiled.nearnesses(tasks)
    if len(tasks) <= _FEW:
        return [float(one.direction.dot(other.direction)) for _, one, other in tasks]
    ones: list[Floats] = []
    others: list[Floats] = []
    numbers: dict[int, int] = {}
    other_numbers: dict[int, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    for _, one, other in tasks:
        row, column = numbers.get(id(one)), other_numbers.get(id(other))
        if row is None:
            row = numbers[id(one)] = len(ones)
            ones.append(one.direction)
        if column is None:
            column = other_numbers[id(other)] = len(others)
            others.append(other.direction)
        rows.append(row)
        columns.append(column)
    found: list[float] = (np.array(ones) @ np.array(others).T)[rows, columns].tolist()
    return found


def _with_tables(one: NamePart, here: _Heard, other: NamePart, there: _Heard, letters: Likeness) -> Likeness:
    """What the tables and the endings of names say beside the letters."""
    if here.known and there.known:
        listed = [(a, b) for a in here.known for b in there.known]
        told = _by_tables(one, other, listed, letters)
        if told:
            return told
    if letters.similarity < _LEAST_READ:
        return letters
    if not (here.known and there.known) and characters_differ(one, other) and not misread(one, other):
        return _two_names(letters)
    if greek_families_differ(one, other):
        return _two_names(letters)
    fathers = one.role is other.role is Role.FATHER  # of Vasilyovich, Vasyly is left
    if (
        not fathers
        and not _both_end_so(one.core, other.core)
        and (_named_after(one.core, there) or _named_after(other.core, here))
    ):
        return _two_names(letters)
    return _by_habits(one, here, other, there, letters)


def _two_names(letters: Likeness) -> Likeness:
    """The likeness of two that are known for two names, however alike their letters."""
    return Likeness(MatchKind.DIFFERS, min(letters.similarity, CONFUSABLE), min(letters.worth, 1.0))


def _by_tables(
    one: NamePart, other: NamePart, listed: Sequence[tuple[Known, Known]], letters: Likeness
) -> Likeness | None:
    """What the tables say of two parts that both stand in them; None where they leave it to the letters."""
    kind, similarity, worth = letters.kind, letters.similarity, letters.worth
    one_name = cognates = short_forms = two_sexes = False
    for a, b in listed:
        one_name = one_name or not a.identities.isdisjoint(b.identities)
        cognates = cognates or not a.cognates.isdisjoint(b.cognates)
        short_forms = short_forms or bool(a.shorts and (a.shorts & (b.shorts | b.fulls))) or bool(a.fulls & b.shorts)
        two_sexes = two_sexes or (a.kinds.isdisjoint(b.kinds) and a.kinds | b.kinds == _BOTH_SEXES)
    if one_name:
        found = MatchKind.KNOWN_FORM if similarity < 0.9 else kind
        return Likeness(found, max(similarity, 0.97), max(worth, 6.0))
    vague = one.script != other.script and (one.script in _VAGUE or other.script in _VAGUE)
    if two_sexes and not vague:
        return _two_names(letters)
    if cognates:
        return Likeness(MatchKind.OTHER_LANGUAGE, max(similarity, 0.9), max(worth, 2.5))
    if short_forms:
        return Likeness(MatchKind.SHORT_FORM, max(similarity, 0.88), max(worth, 2.5))
    if any(a.identities and b.identities and not _trusted(one, other, a, b, similarity) for a, b in listed):
        if similarity >= 0.5 and any(_spelled_alike(one, a, other, b) for a, b in listed):
            return None
        if vague and similarity >= _LETTERS_SURE:
            return Likeness(MatchKind.DIFFERS, _DOUBTFUL, min(worth, 6.0))
        return _two_names(letters)
    return None


def _spelled_alike(one: NamePart, here: Known, other: NamePart, there: Known) -> bool:
    """Whether a Latin part may as well be a spelling of the other's name: then the tables do not tell them apart."""
    return (one.script == "Latn" and spelled_so(one.core, there)) or (
        other.script == "Latn" and spelled_so(other.core, here)
    )


def _by_habits(one: NamePart, here: _Heard, other: NamePart, there: _Heard, letters: Likeness) -> Likeness:
    """What habits of writing make of two parts: other manners, letters misread, endings that come and go."""
    kind, similarity, worth = letters.kind, letters.similarity, letters.worth
    if one.script != other.script:
        if {one.script, other.script} == _SERBIAN_SCRIPTS and serbian_in_latin(one.core, other.core):
            return Likeness(kind, max(similarity, 0.97), max(worth, 6.0))
    elif misread(one, other) and not both_attested(one, other):
        return Likeness(kind, max(similarity, _MISREAD), max(worth, 4.0))
    elif one.script == "Latn":
        if _LEAST_MANNER <= similarity < _LETTERS_SURE and _short_enough(one.core):
            read = _in_another_manner(one.core, other.core)
            if read > similarity:
                similarity, worth = read, max(worth, 4.0)
        if "-" in one.text and "-" in other.text:
            similarity = min(similarity, _by_syllables(one.text, other.text))
    if similarity < _ENDINGS_TELL:
        roots = family_root(one.core), family_root(other.core)
        if roots[0] and roots[1] and _one_root(roots[0], roots[1]):
            return Likeness(MatchKind.FEMALE_FORM, 0.88, max(worth, 4.0))
        if father_of_two := _family_after_father(one, other, roots):
            return Likeness(kind, max(similarity, father_of_two), max(worth, 4.0))
    if here.female != there.female:
        female, male = (one, other) if here.female else (other, one)
        if _without_ending(female, male) > _ENDINGS_TELL:
            return Likeness(MatchKind.FEMALE_FORM, 0.88, max(worth, 4.0))
    return Likeness(kind, similarity, worth)


def _one_root(one: str, other: str) -> bool:
    """Whether two family names are made from one: by their letters, or since the tables know both as one name."""
    if _alike(one, other) > _ENDINGS_TELL:
        return True
    here, there = known(one), known(other)
    return here is not None and there is not None and not here.identities.isdisjoint(there.identities)


def _family_after_father(one: NamePart, other: NamePart, roots: tuple[str | None, str | None]) -> float:
    """The likeness of a father's name and of a family name made from it: Asanbek uulu is Asanbekov in documents."""
    for father, family, root in ((one, other, roots[1]), (other, one, roots[0])):
        if father.role is Role.FATHER and family.role is not Role.FATHER and root:
            return _AFTER_FATHER * _alike(father.core, root)
    return 0.0


def _trusted(one: NamePart, other: NamePart, here: Known, there: Known, similarity: float) -> bool:
    """Whether the letters of two scripts agree so well that no table goes before: a Hebrew Luis may be Louise.

    Not where the tables know both names in both scripts, nor for a man's and a woman's name where both scripts write
    the vowels that tell them apart.
    """
    if one.script == other.script or similarity < _LETTERS_SURE:
        return False
    vague = one.script in _VAGUE or other.script in _VAGUE
    if similarity >= _LETTERS_QUITE_SURE and not vague:
        return True
    if listed_in(here, other.script) and listed_in(there, one.script):
        return False
    return vague or not {"m", "f"} <= here.kinds | there.kinds


def _both_end_so(one: str, other: str) -> bool:
    return one[-1:].lower() in _NISBA and other[-1:].lower() in _NISBA


def _named_after(core: str, other: _Heard) -> bool:
    """Whether a part is the family name made from a known given name by an i at the end: Salehi is not Saleh."""
    if not any(told.given for told in other.known) or len(core) < 4 or core[-1:].lower() not in _NISBA:
        return False
    root = known(core[:-1])
    return root is not None and known(core) is None and any(root.identities & told.identities for told in other.known)


def _initial(one: NamePart, other: NamePart) -> Likeness:
    named = _named_initial(one, other)
    if named is not None:
        return Likeness(MatchKind.INITIAL, 0.9, 2.0) if named else Likeness(MatchKind.DIFFERS, 0.1, -3.0)
    if first_sounds_alike(_first_sounds(one), _first_sounds(other)):
        return Likeness(MatchKind.INITIAL, 0.7, 1.0)
    return Likeness(MatchKind.DIFFERS, 0.0, -4.0)


def _named_initial(one: NamePart, other: NamePart) -> bool | None:
    """Whether a Latin initial is the letter that the other part names (J. is ג'יי); None where it names none."""
    if one.script == other.script or "Latn" not in (one.script, other.script):
        return None
    latin, native = (one, other) if one.script == "Latn" else (other, one)
    if latin.role is not Role.INITIAL:
        return None
    letters = letters_named(fold(native.core))
    if letters:
        return True if latin.core.lower() in letters else (False if native.role is Role.INITIAL else None)
    return None


@lru_cache(maxsize=65536)
def _first_sounds(part: NamePart) -> tuple[str, ...]:
    longest = _HEARD_OF_HAN if part.script == "Hani" else _HEARD
    if len(part.core) > longest:
        part = NamePart(part.text, part.core[:longest], part.role, part.script)
    return tuple(dict.fromkeys(reading[:1] for reading in part.readings))


@lru_cache(maxsize=65536)
def _in_another_manner(one: str, other: str) -> float:
    """The likeness of two Latin parts if one is read as another language writes it; less a little for the guess."""
    readings = shared_readings(one, other)
    if not readings:
        return 0.0
    ones, others = encoder().read([a for a, _ in readings]), encoder().read([b for _, b in readings])
    worths = worths_of_pairs(encoder(), ones, others).tolist()
    return _GUESSED * max(similarity_of(worth, a, b) for worth, a, b in zip(worths, ones, others, strict=True))


def _by_syllables(one: str, other: str) -> float:
    """The least likeness of hyphened syllables, one by one: Kwok-wah is not Kwok-wing. Or 1."""
    here, there = one.split("-"), other.split("-")
    if len(here) != len(there) or not all((*here, *there)):
        return 1.0
    ones, others = encoder().read(here), encoder().read(there)
    worths = worths_of_pairs(encoder(), ones, others).tolist()
    return min(similarity_of(worth, a, b) for worth, a, b in zip(worths, ones, others, strict=True))


def _without_ending(female: NamePart, male: NamePart) -> float:
    core, other = female.core, male.core
    if core[-2:].lower() in ("ва", "на", "va", "na"):
        root = family_root(other)
        stem, other = (family_root(core) or core, root) if root else (core[:-1], other)
    else:
        stem = core[:-3] + "y" if core.isascii() else core[:-2] + "ий"
    return _alike(stem, other)


@lru_cache(maxsize=8192)
def _alike(one: str, other: str) -> float:
    a, b = encoder().read([one, other])
    return similarity_of(float(worths_of_pairs(encoder(), [a], [b])[0]), a, b)
