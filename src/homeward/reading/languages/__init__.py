"""One folder per language; here only the choice of the language for a stretch of text.

In: a text, or a BCP 47 tag. Out: the `Language` whose words and rules apply.
Leaves to others: everything that a language knows.
"""

from __future__ import annotations

import re

from homeward.reading.languages.ar.rules import LANGUAGE as ARABIC
from homeward.reading.languages.en.rules import LANGUAGE as ENGLISH
from homeward.reading.languages.he.rules import LANGUAGE as HEBREW
from homeward.reading.languages.language import Language
from homeward.reading.languages.ru.rules import LANGUAGE as RUSSIAN

__all__ = ["ARABIC", "ENGLISH", "HEBREW", "RUSSIAN", "UNKNOWN", "Language", "language_of"]

UNKNOWN = Language("und", ENGLISH.dates, (), {})
_BY_CODE = {language.code: language for language in (ENGLISH, RUSSIAN, HEBREW, ARABIC)}
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
_NOT_ARABIC = re.compile("[پچژگکی]")


def language_of(text: str, tag: str | None = None) -> Language:
    """The language named by `tag`, else the one that the letters and small words of `text` show."""
    if tag:
        return _BY_CODE.get(tag.lower().replace("_", "-").split("-")[0], UNKNOWN)
    sample = text[:_SAMPLE]
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    code = max(counts, key=lambda c: counts[c])
    latin = len(re.findall("[A-Za-z]", sample))
    if counts[code] > latin:
        others = {"ru": _NOT_RUSSIAN, "ar": _NOT_ARABIC}.get(code)
        if others and len(others.findall(sample)) > counts[code] / 50:
            return UNKNOWN
        return _BY_CODE[code]
    words = re.findall("[a-z]+", sample.lower())
    known = sum(word in _ENGLISH_WORDS for word in words)
    return ENGLISH if words and known >= max(1, len(words) // 25) else UNKNOWN
