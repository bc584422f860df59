"""The scripts of South and South-East Asia as sounds, by the names that Unicode gives their letters.

In: a part in Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam, Khmer, Myanmar ...
Out: its reading; the vowel that a bare consonant carries is a symbol of its own, since speech often drops it.
Leaves to others: Sinhala and Thai, whose letters have other names.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SOUNDS = {
    "KA": "k", "KHA": "k", "GA": "g", "GHA": "g", "NGA": "n7", "CA": "C", "CHA": "C", "JA": "j", "JHA": "j",
    "NYA": "ñ",
    "TTA": "t", "TTHA": "t", "DDA": "d", "DDHA": "d", "NNA": "n", "TA": "t", "THA": "t", "DA": "d", "DHA": "d",
    "NA": "n",
    "PA": "p", "PHA": "f", "BA": "b", "BHA": "b", "MA": "m", "YA": "y", "YYA": "y", "RA": "r", "RRA": "r",
    "LA": "l", "LLA": "l",
    "VA": "W", "WA": "W", "SHA": "S", "SSA": "S", "SA": "s", "HA": "h", "ZA": "z", "FA": "f", "QA": "q",
    "GHHA": "G", "KHHA": "x",
    "LLLA": "l", "RHA": "r", "DDDHA": "r", "NNNA": "n",
}  # fmt: skip
_VOWELS = {
    "A": "a", "AA": "A", "I": "i", "II": "I", "U": "u", "UU": "U", "E": "e", "EE": "e", "AI": "ai", "O": "o",
    "OO": "o",
    "AU": "au", "VOCALIC R": "ri", "CANDRA E": "e", "CANDRA O": "o", "SHORT E": "e", "SHORT O": "o", "OE": "ö",
}  # fmt: skip


@lru_cache(maxsize=4096)
def _letter(letter: str) -> tuple[str, str]:
    """What a character is (consonant, vowel, sign, virama, nasal or nothing) and its sound."""
    name = unicodedata.name(letter, "")
    _, _, rest = name.partition(" ")
    if rest.endswith(("SIGN VIRAMA", "SIGN HALANTA", "SIGN COENG", "SIGN ASAT")):
        return "virama", ""
    if rest.endswith(("SIGN ANUSVARA", "SIGN BINDI", "SIGN CANDRABINDU", "TIPPI", "SIGN NIKAHIT")):
        return "nasal", "n"
    if "VOWEL SIGN " in rest:
        return "sign", _VOWELS.get(rest.split("VOWEL SIGN ")[1], "a")
    if rest.startswith("LETTER "):
        sound = rest.removeprefix("LETTER ").removeprefix("INDEPENDENT VOWEL ")
        if sound in _SOUNDS:
            return "consonant", _SOUNDS[sound]
        if sound in _VOWELS:
            return "vowel", _VOWELS[sound]
    return "nothing", ""


def read(text: str) -> tuple[str, ...]:
    """The reading of a part in one of these scripts."""
    out: list[str] = []
    for letter in unicodedata.normalize("NFD", text):
        kind, sound = _letter(letter)
        if kind in ("sign", "virama") and out and out[-1] == "@":
            out.pop()
        if sound:
            out.append(sound)
        if kind == "consonant":
            out.append("@")
    if len(out) > 2 and out[-1] == "@":
        out.pop()  # the vowel of the last consonant is mute in the north and written in the south
    return ("".join(out),)
