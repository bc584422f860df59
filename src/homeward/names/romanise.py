"""Older ways of writing Chinese in Latin letters, put into pinyin: Ch'iung-fen is Qiongfen.

In: a word in Wade-Giles. Out: the same in pinyin, or None where it is not Wade-Giles through and through.
Leaves to others: when a word may be Chinese at all (`parts`).

Method: the two systems answer to each other sound by sound; initials and finals are told apart by rule.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Wade-Giles initial, with its apostrophe where it is aspirated -> pinyin. "ch" is told by what follows it.
_INITIALS = {
    "p'": "p", "p": "b", "t'": "t", "t": "d", "k'": "k", "k": "g", "ts'": "c", "tz'": "c", "ts": "z", "tz": "z",
    "hs": "x", "sh": "sh", "sz": "s", "ss": "s", "s": "s", "j": "r", "f": "f", "h": "h", "l": "l", "m": "m", "n": "n",
    "w": "w", "y": "y",
}  # fmt: skip
_FINALS = {
    "a": "a", "ai": "ai", "an": "an", "ang": "ang", "ao": "ao", "e": "e", "eh": "e", "ei": "ei", "en": "en",
    "eng": "eng", "i": "i", "ia": "ia", "iang": "iang", "iao": "iao", "ieh": "ie", "ien": "ian", "in": "in",
    "ing": "ing", "iu": "iu", "iung": "iong", "o": "o", "ou": "ou", "u": "u", "ua": "ua", "uai": "uai", "uan": "uan",
    "uang": "uang", "ueh": "ue", "uei": "ui", "ui": "ui", "un": "un", "ung": "ong", "uo": "uo", "ih": "i",
    "ü": "u", "üan": "uan", "üeh": "ue", "ün": "un",
}  # fmt: skip
_WHOLE = {
    "i": "yi", "yu": "you", "yü": "yu", "yung": "yong", "yen": "yan", "yeh": "ye", "yün": "yun", "yüan": "yuan",
    "yüeh": "yue", "erh": "er", "jih": "ri", "szu": "si", "ssu": "si", "tzu": "zi", "tz'u": "ci", "ko": "ge",
    "k'o": "ke", "ho": "he", "a": "a", "an": "an", "ang": "ang", "ai": "ai", "ao": "ao", "o": "e", "en": "en",
    "ou": "ou",
}  # fmt: skip
_SYLLABLE = re.compile(r"(ch'|ch|ts'|tz'|ts|tz|hs|sh|sz|ss|p'|t'|k'|[ptksjfhlmnwy])?(.+)")


@lru_cache(maxsize=8192)
def pinyin_of(word: str) -> str | None:
    """A word of hyphened Wade-Giles syllables in pinyin, in one; None where a syllable is not Wade-Giles."""
    made = [_syllable(piece) for piece in unicodedata.normalize("NFC", word).casefold().split("-")]
    return None if None in made else "".join(piece for piece in made if piece)


def _syllable(text: str) -> str | None:
    if text in _WHOLE:
        return _WHOLE[text]
    found = _SYLLABLE.fullmatch(text)
    if not found or not found[1] or found[2] not in _FINALS:
        return None
    initial, final = found[1], _FINALS[found[2]]
    if initial in ("ch", "ch'"):
        before_front = found[2][0] in "iü" and found[2] != "ih"
        front, back = ("j", "zh") if initial == "ch" else ("q", "ch")
        return (front if before_front else back) + final
    return _INITIALS[initial] + final
