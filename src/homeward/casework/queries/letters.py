"""Which way a text runs, in which script it is, and which language that suggests: enough to show it right.

In: any text. Out: a direction, an ISO 15924 code, a BCP 47 tag. Leaves to others: real language identification.
"""

from __future__ import annotations

import unicodedata

from homeward.casework.results import Words, direction_of

_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "HEBREW": "Hebr", "ARABIC": "Arab", "GREEK": "Grek", "ARMENIAN": "Armn",
    "GEORGIAN": "Geor", "SYRIAC": "Syrc", "THAANA": "Thaa", "DEVANAGARI": "Deva", "THAI": "Thai", "HANGUL": "Hang",
    "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana", "ETHIOPIC": "Ethi", "AMHARIC": "Ethi", "BENGALI": "Beng",
    "TAMIL": "Taml", "NKO": "Nkoo", "ADLAM": "Adlm",
}  # fmt: skip
# Only where a script all but names the language; Latin suggests none.
_LANGUAGES = {
    "Cyrl": "ru", "Hebr": "he", "Arab": "ar", "Grek": "el", "Armn": "hy", "Geor": "ka", "Syrc": "syr", "Thaa": "dv",
    "Thai": "th", "Hang": "ko", "Hira": "ja", "Kana": "ja", "Hani": "zh",
}  # fmt: skip
_PERSIAN, _UKRAINIAN = frozenset("پچژگ"), frozenset("іїєґІЇЄҐ")


def words(text: str, language: str = "") -> Words:
    """A text with its direction, and with the language given or the one its script suggests."""
    return Words(text, language or language_of(text), direction_of(text))


def script_of(text: str) -> str:
    """ISO 15924 code of the first letter whose script is known; empty if there is none."""
    for letter in text:
        if letter.isalpha():
            script = _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0].partition("-")[0])
            if script:
                return script
    return ""


def language_of(text: str) -> str:
    """The language a script suggests; empty for Latin letters and for scripts of many languages."""
    script = script_of(text)
    letters = set(text)
    if script == "Arab" and letters & _PERSIAN:
        return "fa"
    if script == "Cyrl" and letters & _UKRAINIAN:
        return "uk"
    return _LANGUAGES.get(script, "")
