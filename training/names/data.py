"""Pairs of writings of one name part, read from the public training data and made noisy as lists are noisy.

In: the folder of the data (see ../README.md). Out: `Pairs` by kind: two columns of texts, row by row one name.
Leaves to others: drawing batches and training (`train`).
"""

from __future__ import annotations

import gzip
import random
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz

from homeward.names.symbols import spell_out
from training.names import readings

Row = tuple[str, str, str]

LONGEST = 24
"""Places of a part in training; what is longer is left out. The encoder looks four places to each side, so it reads
longer ones too."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two writings of each name.

    Attributes:
        kind: what they are, for progress and for the report: "tokens hebrew", "places Cyrl", "hebrew-russian".
        left, right: as written, folded to lower case.
        weight: how often a batch is drawn from them, beside the other kinds.
    """

    kind: str
    left: list[str]
    right: list[str]
    weight: float


def read_rows(path: Path) -> list[Row]:
    """(language or script, Latin form, native form) of each line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [(r[0], r[1], r[2]) for line in lines if len(r := line.rstrip("\n").split("\t")) == 3]


def held_out(place: str) -> bool:
    """Whether a place is of the tenth that training does not see: by a hash of its Latin name."""
    return zlib.crc32(place.encode()) % 10 == 0


def training_pairs(folder: Path, dice: random.Random) -> list[Pairs]:
    """All kinds of pairs. Reads -train files only, and nine tenths of the places."""
    tokens = read_rows(folder / "tokens-train.tsv.gz")
    full = read_rows(folder / "full-train.tsv.gz")
    by_kind: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for language, latin, native in tokens:
        by_kind[f"tokens {language}"].add((latin, native))
    for language, latin, native in read_rows(folder / "ar2en-train.tsv.gz"):
        by_kind[f"tokens {language}"].add((latin, native))
    for language, latin, native in full:
        here, there = latin.lower().split(), native.lower().split()
        if len(here) == len(there) <= 4 and "," not in latin:
            by_kind[f"tokens {language}"].update(
                (a, b) for a, b in zip(here, there, strict=True) if len(a) > 1 and len(b) > 0 and _plausible(a, b)
            )
            by_kind[f"full {language}"].add(("".join(here), "".join(there)))
    pivots: dict[str, dict[str, str]] = defaultdict(dict)
    for language, latin, native in tokens:
        pivots[latin].setdefault(language, native)
    for script, latin, native in read_rows(folder / "places.tsv.gz"):
        if held_out(latin) or any(c.isdigit() or c in "(,،、" for c in latin + native):
            continue
        if script != "Hani" and not _plausible(latin, native):
            continue
        by_kind[f"places {script}"].add((latin.lower(), native.lower()))
        pivots[latin.lower()].setdefault(script, native.lower())
    by_kind["made korean"].update(readings.korean(dice, 12_000))
    by_kind["made latin"].update(readings.manners(dice, 14_000))
    by_kind["made chinese"].update(readings.chinese(dice, 12_000))
    found = [
        Pairs(kind, [a for a, _ in rows], [b for _, b in rows], _weight(kind, len(rows)))
        for kind, pairs in sorted(by_kind.items())
        if len(rows := _usable(sorted(pairs))) >= 20
    ]
    return [*found, *_across(pivots, dice), _variants(tokens)]


def noisy(text: str, dice: random.Random, *, errors: int) -> str:
    """A Latin form with as many slips of the pen, the keyboard or the scanner."""
    out = list(text)
    for _ in range(errors):
        if len(out) < 3:
            break
        at = dice.randrange(len(out))
        kind = dice.random()
        if kind < 0.22:
            out[at] = dice.choice(_NEAR_KEYS.get(out[at], "aeionrt"))
        elif kind < 0.40:
            del out[at]
        elif kind < 0.55:
            out.insert(at, dice.choice(_NEAR_KEYS.get(out[at], "aeionrt")))
        elif kind < 0.70 and at + 1 < len(out):
            out[at], out[at + 1] = out[at + 1], out[at]
        elif kind < 0.80:
            out.insert(at, out[at])
        else:
            joined = "".join(out)
            swaps = [(a, b) for a, b in _LOOKALIKES + _MANNERS if a in joined]
            if swaps:
                a, b = dice.choice(swaps)
                out = list(joined.replace(a, b, 1))
    return "".join(out)


def without_accents(text: str) -> str:
    """The letters alone."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


_NEAR_KEYS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl",
    "p": "ol", "a": "qsz", "s": "adw", "d": "sfe", "f": "dgr", "g": "fht", "h": "gjy", "j": "hku", "k": "jli",
    "l": "kop", "z": "xas", "x": "zcs", "c": "xvd", "v": "cbf", "b": "vng", "n": "bmh", "m": "nk",
}  # fmt: skip
_LOOKALIKES = [
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("l", "i"), ("i", "l"), ("e", "c"), ("c", "e"), ("h", "b"),
    ("u", "v"), ("v", "u"), ("n", "ri"), ("o", "0"), ("l", "1"), ("w", "vv"), ("g", "q"), ("a", "o"), ("t", "f"),
]  # fmt: skip
_MANNERS = [
    ("kh", "h"), ("h", "kh"), ("ch", "kh"), ("sh", "ch"), ("ch", "tsch"), ("sh", "sch"), ("j", "dj"), ("dj", "j"),
    ("zh", "j"), ("ts", "tz"), ("tz", "c"), ("ou", "u"),
    ("u", "ou"), ("oo", "u"), ("u", "oo"), ("ee", "i"), ("i", "ee"),
    ("y", "i"), ("i", "y"), ("ya", "ia"), ("ia", "ya"), ("yu", "iu"), ("k", "q"), ("q", "k"), ("c", "k"), ("k", "c"),
    ("ph", "f"), ("f", "ph"), ("v", "w"), ("w", "v"),
    ("ei", "ay"), ("ai", "ay"), ("ss", "s"), ("s", "ss"), ("g", "gh"),
    ("gh", "g"), ("th", "t"), ("dh", "d"), ("z", "s"), ("o", "u"), ("e", "a"), ("e", "i"), ("aa", "a"), ("a", "aa"),
    ("x", "ks"), ("ks", "x"), ("yo", "e"), ("ü", "u"),
    ("ö", "oe"), ("ä", "ae"), ("ll", "l"), ("nn", "n"), ("eh", "a"),
]  # fmt: skip


def _plausible(latin: str, native: str) -> bool:
    """Whether a native form is a transliteration rather than a translation: its romanisation is not wholly other."""
    one, other = anyascii(latin).lower(), anyascii(native).lower()
    if any("㐀" <= c <= "鿿" for c in native):
        return True
    return fuzz.ratio(_skeleton(one), _skeleton(other)) >= 45


def _skeleton(text: str) -> str:
    return "".join(c for c in text if c.isalpha() and c not in "aeiouywh") or text


def _usable(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [
        (a, b)
        for a, b in rows
        if 1 < len(spell_out(a).letters) <= LONGEST - 1 and 0 < len(spell_out(b).letters) <= LONGEST - 1
    ]


def _weight(kind: str, rows: int) -> float:
    source, _, what = kind.partition(" ")
    if source == "tokens":
        return float(
            {"chinese": 1.25, "korean": 1.4, "russian": 1.2, "arabic": 1.3}.get(what, 1.0) * max(rows, 30_000) ** 0.6
        )
    if source == "full":
        return 0.63 * float(rows) ** 0.6
    if source == "made":
        return 0.5 * float(rows) ** 0.6
    return {"Hani": 1.25}.get(what, 0.3) * float(rows) ** 0.6


def _across(pivots: dict[str, dict[str, str]], dice: random.Random) -> Iterator[Pairs]:
    """Two native forms of one Latin form: Hebrew with Russian, Thai with Arabic ..."""
    rows: list[tuple[str, str]] = []
    for forms in pivots.values():
        names = sorted(forms)
        for _ in range(min(2, len(names) - 1)):
            one, other = dice.sample(names, 2)
            if forms[one] != forms[other] and {one, other} != {"japanese", "katakana"}:
                rows.append((forms[one], forms[other]))
    dice.shuffle(rows)
    rows = _usable(rows)
    yield Pairs("across", [a for a, _ in rows], [b for _, b in rows], 0.8 * len(rows) ** 0.6)


def _variants(tokens: list[Row]) -> Pairs:
    """Latin forms with themselves (noise comes with the batch), and Latin forms of one native form."""
    rows = [(latin, latin) for latin in sorted({latin for _, latin, _ in tokens})]
    by_native: dict[tuple[str, str], set[str]] = defaultdict(set)
    for language, latin, native in tokens:
        if language not in ("chinese", "japanese", "katakana"):
            by_native[language, native].add(latin)
    for forms in by_native.values():
        ordered = sorted(forms)
        rows += [(a, b) for a, b in pairwise(ordered) if fuzz.ratio(a, b) >= 70]
    rows = _usable(rows)
    return Pairs("latin", [a for a, _ in rows], [b for _, b in rows], 1.5 * 60_000**0.6)
