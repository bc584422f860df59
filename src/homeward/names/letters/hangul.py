"""Hangul syllables as sounds.

In: a part in Hangul. Out: its readings; family names with a custom of their own (Lee for 이, Park for 박) get it too.
Leaves to others: cutting the family name off (`parts`).
"""

from __future__ import annotations

_INITIALS = ("ㄱ", "k", "n", "ㄷ", "t", "ㄹ", "m", "ㅂ", "p", "ㅅ", "s", "", "ㅈ", "C", "ㅊ", "k", "t", "ㅍ", "h")
_VOWELS = (
    "a",
    "e",
    "ya",
    "ye",
    "ㅓ",
    "e",
    "yㅓ",
    "ye",
    "o",
    "wa",
    "we",
    "ö",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "ㅡ",
    "i",
    "i",
)
_FINALS = ("", "ㄱ", "k", "ㄱ", "n", "n", "n", "ㄷ", "ㄹ", "ㄱ", "m", "ㄹ", "ㄹ", "ㄹ", "p", "ㄹ", "m", "ㅂ", "ㅂ",
           "t", "t", "n7", "t",
           "t", "k", "t", "p", "t")  # fmt: skip
_CUSTOM = {"이": "lI", "박": "park", "최": "CU", "노": "noh", "임": "lim", "오": "o8", "우": "Wu", "유": "yu",
           "류": "ryu",
           "여": "yㅓ", "조": "Co", "주": "Cu", "정": "Cun7", "심": "Sim", "신": "Sin", "양": "yan7"}  # fmt: skip


def read(text: str) -> tuple[str, ...]:
    """The readings of a part in Hangul."""
    out: list[str] = []
    for letter in text:
        code = ord(letter) - 0xAC00
        if 0 <= code < 11172:
            out.append(_INITIALS[code // 588] + _VOWELS[code % 588 // 28] + _FINALS[code % 28])
    plain = "".join(out)
    return tuple(dict.fromkeys((plain, _CUSTOM[text]))) if text in _CUSTOM else (plain,)
