"""Thai and Lao letters as sounds.

In: a part in Thai or Lao. Out: its reading; unwritten vowels stay unwritten.
Leaves to others: tone, and word boundaries in running text.
"""

from __future__ import annotations

import re

_CONSONANTS = {
    "ก": "ㄱ", "ข": "k", "ฃ": "k", "ค": "k", "ฅ": "k", "ฆ": "k", "ง": "n7", "จ": "จ", "ฉ": "C", "ช": "C",
    "ซ": "s", "ฌ": "C",
    "ญ": "ญ", "ฎ": "d", "ฏ": "t", "ฐ": "t", "ฑ": "t", "ฒ": "t", "ณ": "n", "ด": "d", "ต": "ㄷ", "ถ": "t",
    "ท": "t", "ธ": "t",
    "น": "n", "บ": "b", "ป": "ㅂ", "ผ": "p", "ฝ": "f", "พ": "p", "ฟ": "f", "ภ": "p", "ม": "m", "ย": "y",
    "ร": "ร", "ล": "ล",
    "ว": "W", "ศ": "ส", "ษ": "ส", "ส": "ส", "ห": "h", "ฬ": "ล", "อ": "א", "ฮ": "h", "ฤ": "ri", "ฦ": "li",
}  # fmt: skip
_VOWELS = {
    "ะ": "a", "ั": "a", "า": "A", "ำ": "am", "ิ": "i", "ี": "I", "ึ": "ㅡ", "ื": "ㅡ", "ุ": "u", "ู": "U",
    "เ": "e", "แ": "e",
    "โ": "o", "ใ": "ai", "ไ": "ai", "ๅ": "A",
}  # fmt: skip
_LEADING = re.compile("([เแโใไ])([ก-ฮ])")
_MUTE = re.compile("[ก-ฮ][ิุ]?์")
_SILENT_H = re.compile("ห(?=[งญนมยรลว])")
_TONES = re.compile("[็ฺ่้๊๋ํ๎]")
_LAO_TO_THAI = {code: code - 0x80 for code in range(0x0E80, 0x0EE0)}


def read(text: str) -> tuple[str, ...]:
    """The reading of a part in Thai or Lao."""
    text = text.translate(_LAO_TO_THAI)  # the two blocks are laid out alike
    text = _TONES.sub("", _MUTE.sub("", text)).replace("รร", "ั")
    text = re.sub("ั(?=[^ก-ฮ]|$)", "ัน", text) if "รร" in text else text
    text = _LEADING.sub(r"\2\1", _SILENT_H.sub("", text)).replace("ทร", "ซ")
    out = [_CONSONANTS.get(c) or _VOWELS.get(c, "") for c in text]
    return ("".join(out),)
