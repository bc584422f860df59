"""Greek letters as sounds.

In: a part in Greek. Out: its reading. Leaves to others: nothing; Greek writes its vowels.
"""

from __future__ import annotations

import unicodedata

_PAIRS = {
    "ντ": "d", "μπ": "b", "γκ": "g", "γγ": "n7", "γχ": "nx", "ου": "u", "ει": "i", "οι": "i", "αι": "e",
    "υι": "i", "τσ": "c",
    "τζ": "j", "αυ": "av", "ευ": "ev",
}  # fmt: skip
_LETTERS = {
    "α": "a", "β": "V", "γ": "B", "δ": "D", "ε": "e", "ζ": "ż", "η": "i", "θ": "T", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m",
    "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "i", "φ": "f",
    "χ": "х", "ψ": "ps", "ω": "o",
}  # fmt: skip


def read(text: str) -> tuple[str, ...]:
    """The readings of a part in Greek: with ντ, μπ as d, b, and as nt, mp inside a word."""
    lowered = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    first = _spell(lowered, _PAIRS)
    second = _spell(lowered, {**_PAIRS, "ντ": "nt", "μπ": "mb", "γκ": "n7"})
    return tuple(dict.fromkeys((first, second)))


def _spell(text: str, pairs: dict[str, str]) -> str:
    out: list[str] = []
    at = 0
    while at < len(text):
        if text[at : at + 2] in pairs:
            out.append(pairs[text[at : at + 2]])
            at += 2
            continue
        sound = _LETTERS.get(text[at], "")
        if sound and (not out or out[-1] != sound):
            out.append(sound)
        at += 1
    return "".join(out)
