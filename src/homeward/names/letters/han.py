"""Han characters as sounds, by their Mandarin reading.

In: a part in Han. Out: its pinyin reading. Leaves to others: Japanese, Cantonese and Korean readings: not done here.
"""

from __future__ import annotations

import re

from homeward.names.letters import latin
from homeward.names.script import in_latin_letters

_SYLLABLES = re.compile("[A-Z][a-z]*|[a-z]+")


def read(text: str) -> tuple[str, ...]:
    """The reading of a part in Han characters; one capital letter begins each syllable of the library's pinyin."""
    out = []
    for syllable in _SYLLABLES.findall(in_latin_letters(text)):
        out.append(latin.read_pinyin(syllable.lower()) or latin.read(syllable)[0])
    return ("".join(out),)
