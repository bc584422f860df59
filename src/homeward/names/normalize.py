"""One written form per spelling: Unicode forms, invisible characters, vowel points, quotation marks in letters.

In: a name as somebody wrote it. Out: the same name without accidents of typing; normalising twice changes nothing.
Leaves to others: sounds (`letters`), and what the parts are (`parts`). The written form itself is never replaced:
`Name.text` keeps it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 300  # characters; a name is never longer, a hostile cell may be

_APOSTROPHES = dict.fromkeys(map(ord, "'`´ʹʺʻʼʽʾʿˈ‘’‛′ˊˋ՚＇ꞌ"), "'")
# Geresh and gershayim are letters' marks in Hebrew (ג' צ"); typed in four ways.
_GERESH = {ord("׳"): "'", ord("״"): '"', ord("“"): '"', ord("”"): '"', ord("„"): '"', ord("＂"): '"'}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−־﹣－⁃・·‧･"), "-")
_TATWEEL = {0x0640: None}
_JOINERS = str.maketrans({"\u200c": "", "\u200d": "", "\u00ad": "", "\u200b": " "})
_HEBREW_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
_ARABIC_POINTS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_SPACES = re.compile(r"\s+")
_TABLE = _APOSTROPHES | _GERESH | _DASHES | _TATWEEL


@lru_cache(maxsize=32768)
def normalize(text: str) -> str:
    """One form per spelling, in the script it was written in. Case is kept: it tells particles and initials.

    Longer texts than any name are cut at `LONGEST` characters before the work begins.
    """
    if text.isascii() and text.isprintable() and "`" not in text:
        return " ".join(text[:LONGEST].split())
    text = unicodedata.normalize("NFKC", text[:LONGEST]).translate(_JOINERS).translate(_TABLE)
    # Folding can uncover characters that fold again (a presentation form that holds a mark), hence the second pass.
    text = unicodedata.normalize("NFKC", _ARABIC_POINTS.sub("", _HEBREW_POINTS.sub("", text))).translate(_TABLE)
    if not text.isprintable():  # else each character is visible
        text = "".join([_visible(c) for c in text])
    text = _SPACES.sub(" ", text).strip()
    if len(text) > LONGEST:
        text = text[:LONGEST].strip()
    return unicodedata.normalize("NFC", text)


def _visible(character: str) -> str:
    """A character that can be seen; marks of direction stand inside words, other controls between them."""
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    return "" if category == "Cf" else " " if category[0] == "C" else character


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """The normalised form without case, accents and punctuation: equal where two spellings are one.

    Letters of their own right stay: ё and е fold together, й and и do not.
    """
    if text.isascii() and text.isalpha():
        return text[:LONGEST].lower()
    lowered = normalize(text).casefold().replace("й", "\ue000").replace("ё", "е").replace("ї", "\ue001")
    stripped = "".join(
        c for c in unicodedata.normalize("NFD", lowered) if unicodedata.category(c) != "Mn" or _vital(c)
    )
    whole = unicodedata.normalize("NFC", stripped.replace("\ue000", "й").replace("\ue001", "ї"))
    return _SPACES.sub(" ", "".join(c for c in whole if c.isalnum() or c == " " or _vital(c))).strip()


def fold_words(text: str) -> str:
    """A long list of words, each folded as `fold` does; the spaces and line ends between them stay.

    Letter by letter, each kind of letter once: for tables, which have tens of thousands of words.
    """
    folded = text.translate(_FoldedLetters({32: " ", 10: "\n"}))
    if _UNSURE not in folded:
        return folded
    lines = zip(text.split("\n"), folded.split("\n"), strict=True)
    return "\n".join(_surely(line, made) if _UNSURE in made else made for line, made in lines)


_UNSURE = "\uf8ff"


class _FoldedLetters(dict[int, str]):
    """What each letter folds to, worked out when it is first met; `_UNSURE` for marks, which need theirs."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = fold(letter)
        if unicodedata.category(letter)[0] == "M" or 0x1100 <= code <= 0x11FF or " " in folded:
            folded = _UNSURE
        self[code] = folded
        return folded


def _surely(line: str, made: str) -> str:
    words = zip(line.split(" "), made.split(" "), strict=True)
    return " ".join(fold(word) if _UNSURE in folded else folded for word, folded in words)


def _vital(mark: str) -> bool:
    """Whether a combining mark is a vowel or consonant of its script (Indic, Thai, kana voicing), not an accent."""
    code = ord(mark)
    return unicodedata.category(mark)[0] == "M" and (
        0x0900 <= code <= 0x109F or 0x1780 <= code <= 0x17FF or code in (0x3099, 0x309A)
    )


def words_of(*lines: str) -> frozenset[str]:
    """The words of some lines, for lists that stand in code."""
    return frozenset(word for line in lines for word in line.split())
