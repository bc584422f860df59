"""A data folder as the public one, small and invented: whole names, parts, Arabic parts, places."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

_CYRILLIC = dict(zip("abvgdeziklmnoprstuf", "абвгдезиклмнопрстуф", strict=True))
_GREEK = dict(zip("abvgdeziklmnoprstuf", "αμβγδεζικλμνοπρστυφ", strict=True))
_ARABIC = dict(zip("bdrzsfklmntiugvp", "بدرزسفكلمنتيوغفب", strict=True))
_HEBREW = dict(zip("bdrzsfklmntiuogvp", "בדרזספקלמנטיווגופ", strict=True))
# Kinds of noise need some names that have what they spoil.
NAMES_WITH_SOMETHING_TO_SPOIL = [
    "John Anders Wetherby", "Maria Lindqvist", "Anna-Lena Öberg", "Michael Kowalczyk", "René Dubois",
    "Peter van Dorn", "Khadija Barghash", "Jean-Luc Martel", "Anna Żelazny", "George Sheridan",
    "Martin Castellane Roux", "Zofia Dąbrowska",
]  # fmt: skip
LANGUAGES = {"russian": _CYRILLIC, "hebrew": _HEBREW, "arabic": _ARABIC}
SCRIPTS = {"Cyrl": _CYRILLIC, "Grek": _GREEK, "Hebr": _HEBREW, "Arab": _ARABIC}


def write_data(folder: Path, *, seed: int = 3, parts: int = 60, places: int = 90) -> Path:
    """Write the files of DATA/names, with as many parts and places; returns DATA/names."""
    dice = random.Random(seed)
    names = folder / "names"
    names.mkdir(parents=True)
    for part in ("train", "dev"):
        drawn = sorted({word(dice) for _ in range(parts)})
        tokens = [
            (language, latin, written(latin, table)) for language, table in LANGUAGES.items() for latin in drawn
        ]
        _write(names / f"tokens-{part}.tsv.gz", tokens)
        _write(names / f"ar2en-{part}.tsv.gz", [("arabic", latin, written(latin, _ARABIC)) for latin in drawn[::2]])
        full = [f"{word(dice)} {word(dice)}".title() for _ in range(parts)]
        full += NAMES_WITH_SOMETHING_TO_SPOIL
        _write(names / f"full-{part}.tsv.gz", [("hebrew", latin, written(latin.lower(), _HEBREW)) for latin in full])
    towns = sorted({word(dice, syllables=3) for _ in range(places)})
    rows = [(s, town.title(), written(town, table).title()) for s, table in SCRIPTS.items() for town in towns]
    _write(names / "places.tsv.gz", rows)
    return names


def word(dice: random.Random, *, syllables: int = 2) -> str:
    """A word that is nobody's name, short enough for one length of batch."""
    drawn = [dice.choice("bdgklmnprstvz") + dice.choice("aeiou") for _ in range(syllables)]
    return "".join(drawn) + dice.choice(["", "n", "r"])


def written(latin: str, table: dict[str, str]) -> str:
    """The word in another script, letter by letter; what the script leaves out is left out."""
    return "".join(" " if letter in " -" else table.get(letter, "") for letter in latin)


def _write(path: Path, rows: list[tuple[str, str, str]]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in rows)
