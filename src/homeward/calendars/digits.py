"""Digits of any script as 0 to 9, and text without the marks that only steer how it is drawn.

In: text. Out: text of the same words.
Leaves to others: what the digits mean.
"""

from __future__ import annotations

import re
import unicodedata

_ASCII_ONLY = re.compile(r"[\x00-\x7f]*")
_STEERING = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def to_ascii_digits(text: str) -> str:
    """Eastern Arabic, Persian, Devanagari, Thai and all other decimal digits as 0 to 9; nothing else changes."""
    if _ASCII_ONLY.fullmatch(text):
        return text
    return "".join(str(unicodedata.decimal(c)) if c > "\x7f" and c.isdecimal() else c for c in text)


def without_steering(text: str) -> str:
    """The text without direction marks, zero-width characters and soft hyphens."""
    return text if _ASCII_ONLY.fullmatch(text) else _STEERING.sub("", text)
