"""The lines of a comparison in words that a caseworker can check.

In: `PartMatch`es. Out: sentences, in English; another language needs another module like this one and nothing else.
Leaves to others: which lines there are and what they weigh (`evidence`).
"""

from __future__ import annotations

from homeward.names.evidence import PartMatch
from homeward.names.likeness import MatchKind
from homeward.names.parts import parse
from homeward.names.script import script_of

_SCRIPT_NAMES = {
    "Latn": "Latin", "Cyrl": "Cyrillic", "Hebr": "Hebrew", "Arab": "Arabic", "Grek": "Greek", "Hang": "Korean",
    "Hani": "Chinese",
    "Thai": "Thai", "Deva": "Devanagari", "Geor": "Georgian", "Armn": "Armenian", "Ethi": "Ethiopic",
    "Kana": "Katakana",
    "Hira": "Hiragana", "Beng": "Bengali", "Taml": "Tamil",
}  # fmt: skip
_ROLE_NAMES = {
    "given": "given name", "father": "father's name", "grandfather": "grandfather's name",
    "family": "family name", "kunya": "kunya",
    "initial": "initial",
}  # fmt: skip


_COMMON = 7.0


def in_words(match: PartMatch) -> str:
    """One line of a comparison."""
    head = f"{_ROLE_NAMES.get(match.role, 'name part')}: "
    left, right = match.left, match.right
    if left is None or right is None:
        present, side = (left, "right") if right is None else (right, "left")
        return f'{head}"{present}" is missing on the {side}'
    scripts = script_of(left), script_of(right)
    tail = ""
    if match.kind in (MatchKind.TRANSLITERATION, MatchKind.SPELLING, MatchKind.KNOWN_FORM, MatchKind.SAME) and (
        match.rarity_bits < _COMMON or match.similarity <= 0.8
    ):
        tail = ", a common name" if match.similarity > 0.8 else ", not exactly"
    if match.kind == MatchKind.SAME:
        return f'{head}"{left}" on both sides{tail}'
    if match.kind == MatchKind.INITIAL:
        return f'{head}"{left}" and "{right}" begin alike; one is an initial'
    if match.kind == MatchKind.SHORT_FORM:
        return f'{head}"{left}" and "{right}" are full and pet form of one name'
    if match.kind == MatchKind.OTHER_LANGUAGE:
        return f'{head}"{left}" and "{right}" are one name in two languages'
    if match.kind == MatchKind.FEMALE_FORM:
        return f'{head}"{left}" and "{right}" are the forms for a man and a woman'
    if match.kind == MatchKind.DIFFERS:
        return f'{head}"{left}" is not "{right}"'
    if match.kind == MatchKind.KNOWN_FORM:
        return f'{head}"{left}" and "{right}" are known forms of one name{tail}'
    if scripts[0] != scripts[1]:
        shown = _SCRIPT_NAMES.get(scripts[0], "another script")
        sounds = consonants_in_words(right if scripts[1] == "Latn" else left)
        return (
            f'{head}"{left}" is "{right}" written in {shown}' + (f" (consonants {sounds})" if sounds else "") + tail
        )
    return f'{head}"{left}" and "{right}" are spellings of one name{tail}'


def consonants_in_words(text: str) -> str:
    """The consonants of a part, for showing: "k-v-l-ch-k"."""
    shown = {"S": "sh", "Z": "zh", "C": "ch", "H": "ch",
             "j": "j", "x": "kh", "х": "kh", "c": "ts", "T": "th", "D": "dh", "V": "v",
             "W": "w",
             "J": "j", "г": "g", "B": "g", "G": "gh", "q": "k", "E": "c", "ł": "l", "ñ": "n", "ś": "s",
             "ż": "z"}  # fmt: skip
    parts = parse(text).telling
    reading = "".join(p.readings[0] for p in parts if p.readings)
    plain = [shown.get(s, s) for s in reading if s in shown or (s.isascii() and s in "pbtdkgfvszmnlrh")]
    return "-".join(plain)
