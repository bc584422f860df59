"""A part of a name as the row of symbols that the encoder reads: one code for all scripts.

In: a part in any script. Out: `Symbols`: for each place the letter itself, a Latin letter that it may stand for, and
where it stands inside its own letter. Leaves to others: what the symbols mean (`encoder`, learnt from data).

A letter that one Latin letter renders takes one place. One that several render (Cyrillic shcha, a Han character, a
kana) takes that many, so that two writings of one name have about the same length and can be laid side by side. A
Korean syllable is taken apart into its letters. The Latin letters come from anyascii; they are a hint beside the
letter itself, which is why a script that training saw little of is still read.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from homeward.names.normalize import normalize
from homeward.names.script import COMMON, in_latin_letters, script_of

LONGEST_PART = 40
"""Places at most; what is longer is cut. Single parts are far shorter; three parts written as one may come near."""

MOST_LETTERS = 6
"""Latin letters of one character at most: 'zhuang'."""

GROUPS = (
    "Latn",
    "Cyrl",
    "Hebr",
    "Arab",
    "Hang",
    "Hani",
    "Kana",
    "Grek",
    "Armn",
    "Geor",
    "Ethi",
    "Thai",
    "Indic",
    "other",
)
"""Ways of writing that leave out or add the same kinds of sounds; what is left out is priced for each."""

_INDIC = frozenset(["Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Tibt"])
_THAI = frozenset(["Thai", "Laoo", "Khmr", "Mymr"])
_KEPT_MARKS = "'"
_MISREAD = str.maketrans("0158", "olsb")  # digits that stand in a name because somebody's scanner put them there


@dataclass(frozen=True, slots=True)
class Symbols:
    """A part spelled out.

    Attributes:
        letters: the letter at each place, folded to lower case.
        bases: the Latin letter that it may stand for, "" where anyascii knows none; as long as `letters`.
        places: 0 for the first place of a letter, 1 for its second ...; as long as `letters`.
        group: place in `GROUPS`.
    """

    letters: tuple[str, ...]
    bases: tuple[str, ...]
    places: tuple[int, ...]
    group: int


def group_of(script: str) -> int:
    """The group of an ISO 15924 code."""
    if script in _INDIC:
        script = "Indic"
    elif script in _THAI:
        script = "Thai"
    elif script == "Hira":
        script = "Kana"
    return GROUPS.index(script) if script in GROUPS else len(GROUPS) - 1


@lru_cache(maxsize=65536)
def spell_out(text: str) -> Symbols:
    """The symbols of a part, or of parts written as one; empty where nothing in it is a letter."""
    if text.isascii() and text.isalpha():
        plain = tuple(text[:LONGEST_PART].lower())
        return Symbols(plain, plain, (0,) * len(plain), 0)
    clean = unicodedata.normalize("NFC", normalize(text).casefold())
    if any("0" <= c <= "9" for c in clean) and any(c.isalpha() for c in clean):
        clean = clean.translate(_MISREAD)
    letters: list[str] = []
    bases: list[str] = []
    places: list[int] = []
    for character in clean:
        for letter, latin in _letters_of(character):
            for place, base in enumerate(latin or ("",)):
                letters.append(letter)
                bases.append(base)
                places.append(place)
        if len(letters) >= LONGEST_PART:
            break
    script = script_of(clean)
    return Symbols(
        tuple(letters[:LONGEST_PART]),
        tuple(bases[:LONGEST_PART]),
        tuple(places[:LONGEST_PART]),
        group_of(script if script != COMMON else "Latn"),
    )


@lru_cache(maxsize=16384)
def first_base(text: str) -> str:
    """The Latin letter that the first letter of a text may stand for, as in `Symbols.bases`, or ""."""
    first = text.casefold()[:1] if text.isalpha() else ""
    if first.isalpha() and unicodedata.category(first) != "Lm" and unicodedata.is_normalized("NFKC", text):
        letters = _letters_of(first)
        if letters:
            return letters[0][1][0] if letters[0][1] else ""
    bases = spell_out(text).bases
    return bases[0] if bases else ""


@lru_cache(maxsize=32768)
def _letters_of(character: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The letters that a character is made of, each with the Latin letters that render it."""
    code = ord(character)
    if 0xAC00 <= code <= 0xD7A3:
        return tuple((jamo, ()) for jamo in unicodedata.normalize("NFD", character))
    if 0x3041 <= code <= 0x3096:
        return _letters_of(chr(code + 0x60))
    if not (character.isalpha() or unicodedata.category(character)[0] == "M" or character in _KEPT_MARKS + "ー"):
        return ()
    latin = tuple(c for c in in_latin_letters(character).lower() if "a" <= c <= "z")[:MOST_LETTERS]
    return ((character, latin),)
