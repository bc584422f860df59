"""Which language a text is in: the script first, then a small model among the languages that use that script.

In: text, and the language that the document declares for itself. Out: a two-letter tag, or None for too little text.
Leaves to others: everything that follows from it. The model alone would offer 140 languages for ten words.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Any

# Languages worth telling apart, by script; the model chooses only among these.
_LANGUAGES = {
    "LATIN": (
        "en",
        "fr",
        "de",
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "tr",
        "ro",
        "cs",
        "sv",
        "az",
        "id",
        "sq",
        "so",
        "sw",
        "tl",
    ),
    "CYRILLIC": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg"),
    "ARABIC": ("ar", "fa", "ur", "ps", "ug"),
    "HEBREW": ("he",),
    "GREEK": ("el",),
    "ARMENIAN": ("hy",),
    "GEORGIAN": ("ka",),
    "ETHIOPIC": ("am",),
    "THAI": ("th",),
    "DEVANAGARI": ("ne", "hi"),
    "HANGUL": ("ko",),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "CJK": ("zh",),
    "BENGALI": ("bn",),
    "TAMIL": ("ta",),
    "SINHALA": ("si",),
}
_ENOUGH_LETTERS = 12
_SAMPLE = 20_000  # characters looked at; a longer text is no surer


def identify_language(text: str, *, declared: str | None = None) -> str | None:
    """The language of `text`, as a two-letter tag; None if there are fewer than a dozen letters.

    A declared language is believed if its script is the text's own: a page template that says "en" around Arabic is
    overruled, a page that says "uk" in Cyrillic letters is not.
    """
    script = main_script(text)
    if script is None:
        return None
    possible = _LANGUAGES.get(script, ())
    tag = (declared or "").strip().lower().replace("_", "-").partition("-")[0]
    tag = {"iw": "he", "in": "id"}.get(tag, tag)
    if tag in possible:
        return tag
    if len(possible) < 2:
        return possible[0] if possible else None
    ranked: list[tuple[str, Any]] = _identifier().rank(text[:_SAMPLE])
    return next((language for language, _ in ranked if language in possible), possible[0])


def main_script(text: str) -> str | None:
    """The script most letters are in, in Unicode's word for it; None if there are too few letters to say."""
    counts = Counter(_script(c) for c in text[:_SAMPLE] if c.isalpha())
    if sum(counts.values()) < _ENOUGH_LETTERS:
        return None
    if counts["HIRAGANA"] + counts["KATAKANA"] > counts["CJK"] // 10 and counts["HIRAGANA"]:
        return "HIRAGANA"  # Japanese is mostly Chinese characters with kana between them
    return counts.most_common(1)[0][0]


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").split(" ")[0].split("-")[0]


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # takes most of a second: only where it is needed

    return LanguageIdentifier.from_model_file(MODEL_FILE)
