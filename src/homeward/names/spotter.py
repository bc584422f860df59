"""Known persons' names in running text, in any script and inflected.

In: people with the forms of their names, then texts. Out: `Spotted`: exact places with probability and reasons.
Leaves to others: people nobody has named yet, and pronouns (`reading`).

Each word of the text is looked up by its consonant skeleton; only those that may be part of a name are measured.
Neighbouring hits of one person are compared as a whole: a given name alone is never a hit, a family name alone is a
weak one, and only if it is rare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from homeward.names.compare import Comparison, compare, rarity_bits
from homeward.names.distance import sounds_alike
from homeward.names.letters import readings
from homeward.names.name import Name, NamePart, Role
from homeward.names.normalize import normalize
from homeward.names.parts import parse
from homeward.names.script import UNSPACED, script_of
from homeward.names.sounds import skeletons
from homeward.names.tables import known

_WORD = re.compile(
    r"\w(?:[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0e31-\u0e4e\u0900-\u0dff'’׳״\"\u200c]*\w)?[׳']?(?=\W|$)|\w",
    re.UNICODE,
)
_WORD_BEFORE = re.compile(r"(?<!\w)(\w+) $")
_RUN = re.compile(r"[\u3400-\u9fff]{2,}|(?<![\uac00-\ud7a3])[\uac00-\ud7a3]{2,8}")
_LEAST_ALIKE = 0.78
_WEAK = 0.35  # probability of a rare family name alone
_WORDS_MEMORY = 200_000

_RUSSIAN_ENDINGS = (
    "ою",
    "ой",
    "ей",
    "ом",
    "ем",
    "ым",
    "им",
    "ого",
    "ему",
    "ому",
    "ую",
    "юю",
    "ами",
    "ах",
    "у",
    "ю",
    "а",
    "я",
    "е",
    "и",
    "ы",
    "і",
    "ові",
)
_ENDING_BACK = ("", "а", "я", "ий", "ая", "й", "ь", "ия")
_HEBREW_PREFIXES = ("ול", "וב", "ומ", "וה", "וש", "כש", "של", "ו", "ה", "ב", "ל", "מ", "ש", "כ")
_ARABIC_PREFIXES = ("ول", "وب", "و", "ف", "ب", "ل", "ك")
_KOREAN_ENDINGS = (
    "에게서",
    "에게",
    "으로",
    "이랑",
    "한테",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "와",
    "과",
    "도",
    "로",
    "씨",
    "님",
    "군",
    "양",
)


@dataclass(frozen=True, slots=True)
class Spotted:
    """A known person's name in a text: `text` is exactly what stands from `start` to `stop`."""

    start: int
    stop: int
    text: str
    key: str
    probability: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    person: int
    form: int
    place: int
    part: NamePart
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A word that may be a part of a form: base is the word without its inflection."""

    start: int
    stop: int
    word: int
    base: str
    known: _Part
    alike: float


class Spotter:
    """Finds the names of known people.

    Args:
        people: (key, forms of the name in any scripts) pairs.
    """

    def __init__(self, people: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._keys: list[str] = []
        self._forms: list[list[Name]] = []
        self._by_skeleton: dict[str, list[_Part]] = {}
        self._unspaced: list[tuple[str, int, int]] = []
        self._memory: dict[str, tuple[tuple[str, _Part, float], ...]] = {}
        for key, forms in people:
            names = [name for form in dict.fromkeys(forms) if (name := parse(form)).telling]
            for number, name in enumerate(names):
                self._learn(len(self._keys), number, name)
            self._keys.append(key)
            self._forms.append(names)

    @property
    def forms(self) -> dict[str, tuple[str, ...]]:
        """Every written form of every known person, by key."""
        return {key: tuple(name.text for name in names) for key, names in zip(self._keys, self._forms, strict=True)}

    def spot(self, text: str) -> list[Spotted]:
        """Every place where a known person is named, in the order of the text."""
        hits: dict[tuple[int, int], list[_Hit]] = {}
        word = -1
        for found in _WORD.finditer(text):
            word += 1
            for base, part, alike in self._look_up(found[0]):
                hits.setdefault((part.person, part.form), []).append(
                    _Hit(found.start(), found.start() + len(found[0]), word, base, part, alike)
                )
        spotted = [s for (person, form), row in hits.items() for s in self._groups(text, person, form, row)]
        spotted += self._without_spaces(text)
        return _best_only(spotted)

    def _learn(self, person: int, form: int, name: Name) -> None:
        telling = name.telling
        pieces = list(telling)
        if len(telling) > 2:  # "Ji-hoon" may be written joined in the text
            pairs = [a.core + b.core for a, b in pairwise(telling[1:]) if a.script == b.script]
            pieces += [part for pair in pairs for part in parse(pair).telling[:1]]
        placed = [(min(place, len(telling) - 1), part) for place, part in enumerate(pieces)]
        placed += [  # of "Nur al-Din" a text is searched word by word
            (place, part)
            for place, whole in enumerate(telling)
            if " " in whole.text
            for part in parse(whole.text.split(" ")[0]).telling
        ]
        for place, part in placed:
            if part.role is Role.INITIAL:
                continue
            sounds = part.readings
            entry = _Part(person, form, place, part, sounds)
            for skeleton in {s for reading in sounds for s in skeletons(reading)}:
                self._by_skeleton.setdefault(skeleton, []).append(entry)

    def _look_up(self, word: str) -> tuple[tuple[str, _Part, float], ...]:
        known = self._memory.get(word)
        if known is None:
            if len(self._memory) >= _WORDS_MEMORY:
                self._memory.clear()
            known = self._memory[word] = self._measure(word)
        return known

    def _measure(self, word: str) -> tuple[tuple[str, _Part, float], ...]:
        clean = normalize(word)
        script = script_of(clean)
        if script in ("Latn", "Cyrl", "Grek", "Armn") and not clean[:1].isupper():
            return ()
        best: dict[tuple[int, int, int], tuple[str, _Part, float]] = {}
        for number, base in enumerate(base_forms(clean, script)):
            parts = parse(base, script=script).telling
            core = parts[0].core if len(parts) == 1 else base
            sounds = readings(core, script)
            for skeleton in {s for reading in sounds for s in skeletons(reading)}:
                for part in self._by_skeleton.get(skeleton, ()):
                    alike = sounds_alike(sounds, script, part.readings, part.part.script) - 0.01 * min(number, 3)
                    least = _LEAST_ALIKE if part.part.script != script else 0.86
                    at = (part.person, part.form, part.place)
                    if alike >= least and (at not in best or alike > best[at][2]):
                        best[at] = (base, part, alike)
        return tuple(best.values())

    def _groups(self, text: str, person: int, form: int, row: list[_Hit]) -> Iterator[Spotted]:
        group: list[_Hit] = []
        for hit in row:
            if group and (
                hit.word - group[-1].word > 2
                or "\n\n" in text[group[-1].stop : hit.start]
                or re.search(r"[.!?;]\s", text[group[-1].stop : hit.start])
            ):
                yield from self._judge(text, person, form, group)
                group = []
            group.append(hit)
        if group:
            yield from self._judge(text, person, form, group)

    def _judge(self, text: str, person: int, form: int, group: list[_Hit]) -> Iterator[Spotted]:
        by_place: dict[int, _Hit] = {}
        for hit in group:
            known = by_place.get(hit.known.place)
            if known is None or hit.alike > known.alike:
                by_place[hit.known.place] = hit
        chosen = sorted({hit.word: hit for hit in by_place.values()}.values(), key=lambda hit: hit.start)
        name = self._forms[person][form]
        if len(chosen) == 1:
            yield from self._alone(text, person, name, chosen[0])
            return
        if any(b.word - a.word > 2 for a, b in pairwise(chosen)):
            return
        start, stop = chosen[0].start, chosen[-1].stop
        words = [(m.start() + start, m[0]) for m in _WORD.finditer(text[start:stop])]
        bases = {hit.start: hit.base for hit in chosen}
        made: Comparison = compare(" ".join(bases.get(at, word) for at, word in words), name)
        if made.probability >= 0.3:
            yield Spotted(start, stop, text[start:stop], self._keys[person], made.probability, made.reasons)

    def _alone(self, text: str, person: int, name: Name, hit: _Hit) -> Iterator[Spotted]:
        part, telling = hit.known.part, name.telling
        if len(telling) == 1 and rarity_bits(part) >= 8 and hit.alike >= 0.9:
            yield Spotted(
                hit.start, hit.stop, text[hit.start : hit.stop], self._keys[person], 0.5, ("the only name known",)
            )
            return
        family = part.role is Role.FAMILY or (part.role is Role.UNKNOWN and hit.known.place == len(telling) - 1)
        if not family or hit.alike < 0.9 or rarity_bits(part) < 9.5 or hit.known.part.role is Role.FATHER:
            return
        if _given_name_before(text, hit.start):
            return  # another person of that family
        reason = f'family name alone: "{text[hit.start : hit.stop]}" for "{part.text}", which is rare'
        yield Spotted(hit.start, hit.stop, text[hit.start : hit.stop], self._keys[person], _WEAK, (reason,))

    def _without_spaces(self, text: str) -> Iterator[Spotted]:
        """Chinese and Korean: names of two to four characters written without spaces, by their reading.

        A Chinese name may begin anywhere in a run of characters, a Korean one only where a word begins.
        """
        for found in _RUN.finditer(text):
            run = found[0]
            places = range(len(run)) if script_of(run) == "Hani" else range(1)
            for place in [at for at in places if self._look_up(run[at])][:200]:
                people = {(known.person, known.form) for _, known, _ in self._look_up(run[place])}
                for size in (4, 3, 2):
                    window = run[place : place + size]
                    if len(window) < size:
                        continue
                    for person, form in people:
                        made = compare(window, self._forms[person][form])
                        if made.probability >= 0.6 and all(m.kind != "missing" for m in made.parts):
                            start = found.start() + place
                            yield Spotted(
                                start, start + size, window, self._keys[person], made.probability, made.reasons
                            )


def _given_name_before(text: str, start: int) -> bool:
    """Whether the word before is, by its capital, a name; a sentence's first word only if it is a known name."""
    found = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if not found or not found[1][:1].isupper() or len(found[1]) < 2:
        return False
    before = text[max(0, found.start(1) - 10) : found.start(1)].rstrip(" «\"'(")
    begins = not before or before[-1] in ".!?:\n…"
    return not begins or known(found[1]) is not None


def base_forms(word: str, script: str) -> list[str]:
    """The word, then what it may be without its inflection."""
    found = [word]
    if script == "Cyrl" and len(word) > 3:
        for ending in _RUSSIAN_ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 2:
                found += [word[: -len(ending)] + back for back in _ENDING_BACK]
    elif script == "Hebr":
        found += [word[len(p) :] for p in _HEBREW_PREFIXES if word.startswith(p) and len(word) - len(p) >= 3]
    elif script == "Arab":
        found += [word[len(p) :] for p in _ARABIC_PREFIXES if word.startswith(p) and len(word) - len(p) >= 3]
        if word.startswith("لل"):
            found.append("ال" + word[2:])
    elif script == "Latn" and word.endswith(("'s", "’s")):
        found.append(word[:-2])
    elif script in UNSPACED:
        found += [word[: -len(e)] for e in _KOREAN_ENDINGS if word.endswith(e) and len(word) - len(e) >= 2]
    return list(dict.fromkeys(found))


def _best_only(spotted: list[Spotted]) -> list[Spotted]:
    """For one person overlapping places give way to the likeliest, then the longest."""
    kept: list[Spotted] = []
    for s in sorted(spotted, key=lambda s: (-s.probability, s.start - s.stop, s.start)):
        if not any(k.key == s.key and k.start < s.stop and s.start < k.stop for k in kept):
            kept.append(s)
    return sorted(kept, key=lambda s: (s.start, s.stop, s.key))
