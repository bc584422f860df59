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
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from math import exp, sqrt

import numpy as np

from homeward.names.distance import first_sounds_alike
from homeward.names.encoder import Floats, Reading, encoder
from homeward.names.manners import shared_readings
from homeward.names.name import NamePart, Role
from homeward.names.normalize import fold
from homeward.names.parts import family_root, female_family, patronymic_root, servant_of
from homeward.names.signs import both_attested, characters_differ, marks_differ, misread, serbian_in_latin, simplified
from homeward.names.symbols import GROUPS
from homeward.names.tables import Known, known, listed_in, spelled_so
from homeward.names.transducer import worths_of_pairs

CONFUSABLE = 0.05
"""Two known given names that are not one (Mahmoud, Mohammed) stay below any agreement."""

_LETTERS_SURE = 0.85
_LETTERS_QUITE_SURE = 0.98  # one writing may stand for two names, and the tables list it with one
_DOUBTFUL = 0.25  # likeness of two known names that a script without vowels writes alike: Louise and Louis
_GUESSED = 0.95
_LEAST_READ = 0.01  # likeness below which habits of writing are not looked into
_ENDINGS_TELL = 0.9  # likeness of what is left without their endings, for two forms of one family name
_BOTH_SEXES = frozenset("mf")
_SERBIAN_SCRIPTS = frozenset(("Cyrl", "Latn"))
_LONG_PART = 30  # letters
_MISREAD = 0.85  # likeness of two parts that differ only in letters taken for each other
_VAGUE = frozenset(("Hebr", "Arab", "Syrc", "Hani", "Hang"))  # scripts in which Luis may be Louise
_HOPELESS = 0.2  # nearness of the wholes below which parts are not laid side by side; true pairs are nearer
_FEW = 8  # pairs that are not worth packing into arrays
_MEMORY = 200_000


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


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two parts are.

    Attributes:
        similarity: 0 to 1, the chance that they are one name.
        worth: of the best alignment, in nats; orders those that are equally similar.
    """

    kind: MatchKind
    similarity: float
    worth: float


@dataclass(frozen=True, slots=True)
class _Heard:
    """A part with all that is looked up for it once."""

    folded: str
    known: tuple[Known, ...]
    root: str | None
    female: bool
    servant: str | None
    simple: str  # of Chinese characters: in their simplified form
    readings: tuple[Reading, ...]


_NISBA = tuple("iyيیיи")  # what makes a family name of a given name
_GENITIVE = re.compile(r"(ի|ის|i|is|ov|ev|ов|ев|и)$")

Pair = tuple[NamePart, NamePart]
_kept: dict[Pair, Likeness] = {}


def likenesses(pairs: Sequence[Pair]) -> list[Likeness]:
    """The likeness of each pair; symmetric. Those measured before cost nothing."""
    if len(_kept) > _MEMORY:
        _kept.clear()
    kept = _kept
    found = [kept.get(pair) for pair in pairs]
    if None in found:
        fresh = list(dict.fromkeys(pair for pair, made in zip(pairs, found, strict=True) if made is None))
        for (one, other), made in zip(fresh, _measure(fresh), strict=True):
            kept[one, other] = kept[other, one] = made
        found = [kept[pair] if made is None else made for pair, made in zip(pairs, found, strict=True)]
    return [made for made in found if made is not None]


def nearness(one: Sequence[NamePart], other: Sequence[NamePart]) -> float:
    """How near the sums of some parts are (cosine): cheap, and blind to their order and to where they are cut."""
    here, there = _sum_of(tuple(one)), _sum_of(tuple(other))
    return float(here @ there) / sqrt(float(here @ here) * float(there @ there) + 1e-9)


class Nearness:
    """`nearness` of any neighbouring parts of one name to any of another, from products worked out once."""

    def __init__(self, one: Sequence[NamePart], other: Sequence[NamePart]) -> None:
        here, there = ([_heard(part).readings[0] for part in side] for side in (one, other))
        self.lengths = [len(reading.places) for reading in here], [len(reading.places) for reading in there]
        a, b = np.array([reading.whole for reading in here]), np.array([reading.whole for reading in there])
        self._here, self._there, self._both = (a @ a.T).tolist(), (b @ b.T).tolist(), (a @ b.T).tolist()

    def of(self, one: tuple[int, int], other: tuple[int, int]) -> float:
        """Of the sums of some parts, from the first to before the last."""
        here, there = range(*one), range(*other)
        both = sum(self._both[i][j] for i in here for j in there)
        alone = sum(self._here[i][j] for i in here for j in here) * sum(
            self._there[i][j] for i in there for j in there
        )
        return float(both / sqrt(alone + 1e-9))

    def turned(self) -> Nearness:
        """The same, the other name first."""
        made = object.__new__(Nearness)
        made.lengths = self.lengths[::-1]
        made._here, made._there, made._both = self._there, self._here, np.transpose(self._both).tolist()
        return made


@lru_cache(maxsize=4096)
def _sum_of(parts: tuple[NamePart, ...]) -> Floats:
    whole = _heard(parts[0]).readings[0].whole
    for part in parts[1:]:
        whole = whole + _heard(part).readings[0].whole
    return whole


def similarity_of(worth: float, one: Reading, other: Reading) -> float:
    """The chance that two parts with this worth are one name."""
    bias, slope, length, share = curve_of(one.group, other.group)
    size = max(len(one.places), len(other.places), 1)
    return 1 / (1 + exp(-max(-30.0, min(30.0, bias + slope * worth + length * size + share * worth / size))))


@lru_cache(maxsize=1)
def curves() -> dict[str, list[float]]:
    """The learnt curves by kind of script pair: bias, and slopes of worth, length and worth for each place."""
    text = (files("homeward.names") / "resources" / "likeness.json").read_text(encoding="utf-8")
    return {name: [float(x) for x in row] for name, row in json.loads(text)["curves"].items()}


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


@lru_cache(maxsize=65536)
def _heard(part: NamePart) -> _Heard:
    return _Heard(
        fold(part.core),
        tuple(found for form in part.forms if (found := known(form))),
        patronymic_root(part.core),
        female_family(part.core),
        servant_of(part.core),
        simplified(part.core) if part.script == "Hani" else part.core,
        tuple(encoder().read(part.forms)),
    )


def _measure(pairs: Sequence[Pair]) -> list[Likeness]:
    """Likeness of pairs not met before: all alignments in one go."""
    both = dict.fromkeys(part for pair in pairs for part in pair if part.role is not Role.INITIAL)
    encoder().read([form for part in both for form in part.forms])  # all at once; from now on they are known
    heard = {part: _heard(part) for part in both}
    initial, father = Role.INITIAL, Role.FATHER
    out: list[Likeness | None] = [None] * len(pairs)
    tasks: list[tuple[int, Reading, Reading]] = []
    for at, (one, other) in enumerate(pairs):
        if one.role is initial or other.role is initial:
            out[at] = _initial(one, other)
            continue
        here, there = heard[one], heard[other]
        if here.folded == there.folded and one.script == other.script and not marks_differ(one, other):
            out[at] = Likeness(MatchKind.SAME, 1.0, here.readings[0].own + encoder().mix)
            continue
        if (here.root or there.root) and (one.role is father or other.role is father):
            fathers = _fathers(one, here, other, there)
            tasks.extend((at, *_read_two(*texts)) for texts in fathers)
            if not fathers:
                out[at] = Likeness(MatchKind.DIFFERS, 0.1, -3.0)
            continue
        if here.servant and there.servant:
            roots = encoder().read([here.servant, there.servant])
            tasks.append((at, roots[0], roots[1]))
            continue
        # Not the second form beside the second: what both have added to the core would make them more alike.
        for n, a in enumerate(here.readings):
            tasks.extend((at, a, b) for m, b in enumerate(there.readings) if not (n and m))
    wanted = [task for task, near in zip(tasks, _nearnesses(tasks), strict=True) if near > _HOPELESS]
    worths = worths_of_pairs(encoder(), [a for _, a, _ in wanted], [b for _, _, b in wanted]).tolist()
    best: dict[int, tuple[float, float]] = {}
    for (at, a, b), worth in zip(wanted, worths, strict=True):
        # What is added for an article that may be none: a little, or "Ali" would be the best form of "Alali".
        chance = similarity_of(worth, a, b)
        if at not in best or chance > best[at][0]:
            best[at] = chance, worth
    for at, pair in enumerate(pairs):
        if out[at] is None:
            out[at] = _with_tables(*pair, *best.get(at, (0.0, -6.0)))
    return [made for made in out if made is not None]


def _fathers(one: NamePart, here: _Heard, other: NamePart, there: _Heard) -> list[tuple[str, str]]:
    """What of two parts is laid side by side where one is a patronymic; nothing where the other is none.

    A father's name may stand in the genitive instead (Arshaki, Jovanov), and other scripts than Latin and Cyrillic
    write the whole patronymic without our knowing it for one.
    """
    if one.role is other.role is Role.FATHER:
        return [(here.root or one.core, there.root or other.core)]
    father, root, plain = (one, here.root, other) if one.role is Role.FATHER else (other, there.root, one)
    if root is None:  # "Bolot uulu" beside "Bolotovich"
        other_root = here.root or there.root
        return [(father.core, other_root)] if other_root else []
    stem = _GENITIVE.sub("", plain.core)
    made = [(root, stem)] if stem != plain.core and len(stem) > 2 else []
    return made if plain.script in ("Cyrl", "Latn") else [*made, (father.core, plain.core)]


def _read_two(one: str, other: str) -> tuple[Reading, Reading]:
    first, second = encoder().read([one, other])
    return first, second


def _nearnesses(tasks: Sequence[tuple[int, Reading, Reading]]) -> list[float]:
    """How near the wholes of each two are."""
    if len(tasks) <= _FEW:
        return [float(one.direction @ other.direction) for _, one, other in tasks]
    ones = {id(one): one.direction for _, one, _ in tasks}
    others = {id(other): other.direction for *_, other in tasks}
    rows, columns = ({key: at for at, key in enumerate(side)} for side in (ones, others))
    every = np.array(list(ones.values())) @ np.array(list(others.values())).T
    found = every[[rows[id(one)] for _, one, _ in tasks], [columns[id(other)] for *_, other in tasks]]
    return [float(near) for near in found.tolist()]


def _with_tables(one: NamePart, other: NamePart, similarity: float, worth: float) -> Likeness:
    """What the tables and the endings of names say beside the letters."""
    here, there = _heard(one), _heard(other)
    kind = MatchKind.SPELLING if one.script == other.script else MatchKind.TRANSLITERATION
    letters = Likeness(kind, similarity, worth)
    listed = [(a, b) for a in here.known for b in there.known]
    if listed and (told := _by_tables(one, other, listed, letters)):
        return told
    if similarity < _LEAST_READ:
        return letters
    if not here.known and not there.known and characters_differ(one, other) and not misread(one, other):
        return _two_names(letters)
    if not _both_end_so(one.core, other.core) and (_named_after(one.core, there) or _named_after(other.core, here)):
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
    if any(a.identities & b.identities for a, b in listed):
        found = MatchKind.KNOWN_FORM if similarity < 0.9 else kind
        return Likeness(found, max(similarity, 0.97), max(worth, 6.0))
    vague = one.script != other.script and (one.script in _VAGUE or other.script in _VAGUE)
    if not vague and any(a.kinds | b.kinds == _BOTH_SEXES and a.kinds != b.kinds for a, b in listed):
        return _two_names(letters)
    if any(a.cognates & b.cognates for a, b in listed):
        return Likeness(MatchKind.OTHER_LANGUAGE, max(similarity, 0.9), max(worth, 2.5))
    if any(a.shorts & (b.shorts | b.fulls) or a.fulls & b.shorts for a, b in listed):
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
        if similarity < _LETTERS_SURE and len(one.core) < _LONG_PART:
            read = _in_another_manner(one.core, other.core)
            if read > similarity:
                similarity, worth = read, max(worth, 4.0)
        if "-" in one.text and "-" in other.text:
            similarity = min(similarity, _by_syllables(one.text, other.text))
    if similarity < _ENDINGS_TELL:
        roots = family_root(one.core), family_root(other.core)
        if roots[0] and roots[1] and _alike(roots[0], roots[1]) > _ENDINGS_TELL:
            return Likeness(MatchKind.FEMALE_FORM, 0.88, max(worth, 4.0))
    if here.female != there.female:
        female, male = (one, other) if here.female else (other, one)
        if _without_ending(female, male) > _ENDINGS_TELL:
            return Likeness(MatchKind.FEMALE_FORM, 0.88, max(worth, 4.0))
    return Likeness(kind, similarity, worth)


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
    if first_sounds_alike(_first_sounds(one), _first_sounds(other)):
        return Likeness(MatchKind.INITIAL, 0.7, 1.0)
    return Likeness(MatchKind.DIFFERS, 0.0, -4.0)


@lru_cache(maxsize=65536)
def _first_sounds(part: NamePart) -> tuple[str, ...]:
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
