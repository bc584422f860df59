"""Which writing system a text is in, as ISO 15924 codes.

In: any text. Out: the code of its letters (``Latn``, ``Hebr``, ``Arab`` ...), or ``Zyyy`` where it has none.
Leaves to others: languages; Persian and Arabic are both ``Arab`` here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

COMMON = "Zyyy"

# First and last code point of the blocks that people's names are written in.
_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latn"),
    (0x0250, 0x02AF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0531, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"),
    (0x0780, 0x07BF, "Thaa"),
    (0x08A0, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B00, 0x0B7F, "Orya"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x0F00, 0x0FFF, "Tibt"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x139F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1800, 0x18AF, "Mong"),
    (0x1C90, 0x1CBF, "Geor"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x2D00, 0x2D2F, "Geor"),
    (0x2D80, 0x2DDF, "Ethi"),
    (0x3005, 0x3005, "Hani"),
    (0x3041, 0x309F, "Hira"),
    (0x30A0, 0x30FF, "Kana"),
    (0x3130, 0x318F, "Hang"),
    (0x31F0, 0x31FF, "Kana"),
    (0x3400, 0x4DBF, "Hani"),
    (0x4E00, 0x9FFF, "Hani"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
    (0x20000, 0x323AF, "Hani"),
)
_STARTS = [first for first, _, _ in _BLOCKS]

# Written without spaces between the words of a name.
UNSPACED = frozenset({"Hani", "Hira", "Kana", "Hang"})
# Short vowels are left out.
ABJADS = frozenset({"Hebr", "Arab", "Syrc"})


@lru_cache(maxsize=16384)
def script_of_letter(letter: str) -> str:
    """The script of one character; ``Zyyy`` for digits, marks of all scripts, punctuation and emoji."""
    if not (letter.isalpha() or letter.isalnum()):
        return COMMON
    code = ord(letter)
    at = bisect_right(_STARTS, code) - 1
    if at >= 0 and code <= _BLOCKS[at][1]:
        return _BLOCKS[at][2]
    return "Zzzz" if letter.isalpha() else COMMON


@lru_cache(maxsize=65536)
def script_of(text: str) -> str:
    """The script of most letters of a text; the first to appear where two are level."""
    if text.isascii():
        return "Latn" if any(letter.isalpha() for letter in text) else COMMON
    counts = Counter(script for letter in text if (script := script_of_letter(letter)) != COMMON)
    return counts.most_common(1)[0][0] if counts else COMMON


def in_latin_letters(text: str) -> str:
    """A text in the Latin letters that may stand for its own: a hint, not a spelling."""
    from anyascii import anyascii  # slow to load, and a name in plain Latin letters does not need it

    return anyascii(text)


def stretches(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text where its script changes: (script, piece) in order; joined back they are the text.

    Marks and punctuation go with the letters before them. The two kana and Han stay together: Japanese mixes them.
    """
    if text.isascii():
        if text:
            yield script_of(text), text
        return
    start, current = 0, COMMON
    for place, letter in enumerate(text):
        script = script_of_letter(letter)
        if script in (COMMON, current) or {script, current} <= {"Hani", "Hira", "Kana"}:
            continue
        if current != COMMON:
            yield current, text[start:place]
            start = place
        current = script
    if start < len(text):
        yield current, text[start:]
