"""Each script spelled out in the common symbols of `sounds`; one module per script or family of scripts.

In: a part of a name and its script. Out: its readings, the likeliest first.
Leaves to others: comparing readings (`distance`). Scripts without a module of their own (Georgian, Armenian,
Ethiopic, kana, Sinhala ...) go through the anyascii library and are then read as Latin letters.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from homeward.names.letters import arabic, brahmic, cyrillic, greek, han, hangul, hebrew, latin, thai
from homeward.names.script import in_latin_letters
from homeward.names.sounds import CODE

LONGEST_READING = 40

_Reader = Callable[[str], tuple[str, ...]]
_READERS: dict[str, _Reader] = {
    "Latn": latin.read, "Cyrl": cyrillic.read, "Hebr": hebrew.read, "Arab": arabic.read, "Grek": greek.read,
    "Hang": hangul.read, "Hani": han.read, "Thai": thai.read, "Laoo": thai.read,
    **dict.fromkeys(("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml"), brahmic.read),
    **dict.fromkeys(("Telu", "Knda", "Mlym", "Khmr", "Mymr"), brahmic.read),
}  # fmt: skip


@lru_cache(maxsize=32768)
def readings(text: str, script: str) -> tuple[str, ...]:
    """How a part may sound; empty for a text without letters."""
    reader = _READERS.get(script)
    found = reader(text) if reader else latin.read(in_latin_letters(text).replace(" ", ""))
    if not any(found) and reader and script != "Latn":
        found = latin.read(in_latin_letters(text).replace(" ", ""))
    clean = ("".join(s for s in reading if s in CODE)[:LONGEST_READING] for reading in found)
    return tuple(dict.fromkeys(reading for reading in clean if reading))
