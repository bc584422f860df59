"""One folder per language; here only the choice of the language for a stretch of text.

In: a text, or a BCP 47 tag. Out: the `Language` whose words and rules apply.
Leaves to others: everything that a language knows. Its rules are loaded when they are first asked for: compiling the
expressions of all four takes a second, and most commands read no report.
"""

from __future__ import annotations

import importlib
import re
from functools import cache
from typing import TYPE_CHECKING

from homeward.reading.languages.language import Language

if TYPE_CHECKING:
    ARABIC: Language
    ENGLISH: Language
    HEBREW: Language
    RUSSIAN: Language
    UNKNOWN: Language

__all__ = ["ARABIC", "ENGLISH", "HEBREW", "RUSSIAN", "UNKNOWN", "Language", "code_of", "language_of"]

_UNKNOWN = "und"
_CODES = {"ENGLISH": "en", "RUSSIAN": "ru", "HEBREW": "he", "ARABIC": "ar", "UNKNOWN": _UNKNOWN}
_SCRIPTS = (("he", re.compile("[א-ת]")), ("ar", re.compile("[ء-ي]")), ("ru", re.compile("[а-яёА-ЯЁ]")))
_SAMPLE = 20_000  # characters looked at; enough to tell, and cheap on a text of a megabyte
_ENGLISH_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "that",
        "was",
        "for",
        "with",
        "on",
        "said",
        "is",
        "by",
        "who",
        "were",
        "had",
        "they",
        "has",
        "have",
    ]
)
_NOT_RUSSIAN = re.compile("[іїєґўјљњћђ]")
_NOT_ARABIC = re.compile("[ژکیەہے]")  # not those that Iraqi and Maghrebi speech is written with, too


def language_of(text: str, tag: str | None = None) -> Language:
    """The language named by `tag`, else the one that the letters and small words of `text` show."""
    return _language(code_of(text, tag))


def code_of(text: str, tag: str | None = None) -> str:
    """The code of `language_of`, without loading what that language knows."""
    if tag:
        code = tag.lower().replace("_", "-").split("-")[0]
        return code if code in _CODES.values() else _UNKNOWN
    sample = text[:_SAMPLE]
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    code = max(counts, key=lambda c: counts[c])
    latin = len(re.findall("[A-Za-z]", sample))
    if counts[code] > latin:
        others = {"ru": _NOT_RUSSIAN, "ar": _NOT_ARABIC}.get(code)
        if others and len(others.findall(sample)) > counts[code] / 50:
            return _UNKNOWN
        return code
    words = re.findall("[a-z]+", sample.lower())
    known = sum(word in _ENGLISH_WORDS for word in words)
    return "en" if words and known >= max(1, len(words) // 25) else _UNKNOWN


@cache
def _language(code: str) -> Language:
    if code == _UNKNOWN:
        return Language(_UNKNOWN, _language("en").dates, (), {})
    language: Language = importlib.import_module(f"{__name__}.{code}.rules").LANGUAGE
    return language


def __getattr__(name: str) -> Language:
    if name in _CODES:
        return _language(_CODES[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
