"""Whether Japanese may read Chinese characters as a name is written in letters: 静江 as Shizue, 幸太郎 as Kotaro.

In: a part in Chinese characters, another in letters or kana. Out: yes or no, from a table of readings that a linguist
edits (``resources/kanji.tsv``). Leaves to others: what a yes is worth (`likeness`).

Characters have several readings each, and long vowels are written in letters or not; so a yes says that the two may
be one name, and a no only that the table does not know it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from homeward.names.shipped import shipped_text
from homeward.names.symbols import spell_out

_LONGEST = 6  # characters
_LETTERS = re.compile("[abdeghikmnoprstuwyz]*")  # all that is left of a Japanese name
_LONG = re.compile(r"oh(?![aeiouy])|ou|oo")
_TWICE = re.compile(r"([a-z])\1+")
# Hepburn, Kunrei, and what Cyrillic letters give, in one: shi, si, си are si; ju, zyu, дзю are zyu.
_SOUNDS = (("kh", "h"), ("sh", "sy"), ("ch", "ty"), ("ts", "t"), ("dz", "z"), ("j", "zy"), ("f", "h"), ("yi", "i"),
           ("yy", "y"))  # fmt: skip
_VOICED = {"k": "g", "s": "z", "t": "d", "h": "b"}
_BETWEEN = {"の": "no", "ノ": "no", "ヶ": "ga", "ケ": "ga", "之": "no"}


@lru_cache(maxsize=16384)
def read_in_japanese(characters: str, other: str) -> bool:
    """Whether the characters may be read as the other is written."""
    wanted = _sounds_of("".join(spell_out(other).bases))
    if not 1 <= len(characters) <= _LONGEST or len(wanted) < 2 or not _LETTERS.fullmatch(wanted):
        return False
    ends = {0}
    for at, character in enumerate(characters):
        if character == "々":
            character = characters[at - 1] if at else character
        ends = {end for start in ends for end in _ends(character, wanted, start)}
        if not ends:
            return False
    return len(wanted) in ends


def _ends(character: str, wanted: str, start: int) -> set[int]:
    """Where the readings of a character that begin at a place of what is wanted end."""
    found: set[int] = set()
    for reading in _readings_of(character):
        said = [reading]
        if start and reading[0] in _VOICED:  # Yamaguchi, from kuchi
            said.append(_VOICED[reading[0]] + reading[1:])
            said += ["z" + reading[1:]] if reading[:2] in ("ti", "tu", "ty") else []
        if start and reading[0] == wanted[start - 1] and reading[0] in "aiueo":  # one vowel for two: O-oka
            said.append(reading[1:])
        found.update(start + len(form) for form in said if wanted.startswith(form, start))
    return found


@lru_cache(maxsize=4096)
def _readings_of(character: str) -> tuple[str, ...]:
    if character in _BETWEEN:
        return (_BETWEEN[character], *_table().get(character, ()))
    if "\u3041" <= character <= "\u30ff":
        return (_sounds_of("".join(spell_out(character).bases)) or "-",)
    return _table().get(character, ())


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    """The readings of each character, as `_sounds_of` writes them."""
    found: dict[str, tuple[str, ...]] = {}
    for line in shipped_text("kanji.tsv").splitlines():
        if line and line[0] != "#":
            characters, readings = line.split("\t")
            for character in characters:
                found[character] = tuple(dict.fromkeys(_sounds_of(reading) for reading in readings.split()))
    return found


def _sounds_of(latin: str) -> str:
    """A name in Latin letters without what the manners of romanising Japanese differ in."""
    for letters, sound in _SOUNDS:
        latin = latin.replace(letters, sound)
    return _TWICE.sub(r"\1", _LONG.sub("o", latin).replace("mb", "nb").replace("mp", "np").replace("mm", "nm"))
