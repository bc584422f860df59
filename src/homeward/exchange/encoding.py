"""How the text of a delimited list is encoded, when nothing in the file says so.

In: bytes. Out: `Encoding`: the codec's name, and in words why it was chosen over the others.
Leaves to others: documents of running text (`decode`), separating the columns (`delimited`).

Lists are short and made of names, so frequent words do not help. Every candidate that decodes the bytes without
an error is scored by how well the pairs of neighbouring letters fit the languages written in it, as learnt from the
names of countries and languages that CLDR (Babel) carries; letters of a foreign script, or capitals inside a word,
count heavily against a candidate.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from homeward.exchange.guard import looks_utf16

_LANGUAGES = {
    "cp1251": ("ru", "uk"),
    "cp1255": ("he",),
    "cp1256": ("ar", "fa"),
    "cp1252": ("en", "fr", "de", "es"),
    "koi8-r": ("ru",),
    "cp866": ("ru",),
}
_IN_WORDS = {
    "cp1251": "Cyrillic letters",
    "cp1255": "Hebrew letters",
    "cp1256": "Arabic letters",
    "cp1252": "Latin letters with accents",
    "koi8-r": "Cyrillic letters",
    "cp866": "Cyrillic letters",
}
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
_SAMPLE = 60_000
_HIGH_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_FOREIGN = -14.0  # a letter that no language of the encoding uses
_UNSEEN = 0.05


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec that Python knows, how people call it, and why it was chosen."""

    codec: str
    name: str
    why: str


def find_encoding(data: bytes) -> Encoding | None:
    """The encoding of a text; None if no candidate decodes it without an error."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return (
                Encoding(codec, name, "the file begins with its byte order mark") if _decodes(data, codec) else None
            )
    if wide := looks_utf16(data):
        return Encoding(wide, wide.upper(), "every second byte of the plain characters is zero")
    if data.isascii():
        return Encoding("utf-8", "UTF-8", "only plain ASCII characters occur")
    if _decodes(data, "utf-8"):
        return Encoding("utf-8", "UTF-8", "all its bytes are well-formed UTF-8")
    words = Counter(_HIGH_WORD.findall(data[:_SAMPLE]))
    scores = {codec: _plausibility(words, codec) for codec in _LANGUAGES if _decodes(data, codec)}
    if not scores:
        # A stray byte that the right encoding does not have must not cost the whole list.
        scores = {codec: _plausibility(words, codec) for codec in _LANGUAGES}
    ranked = sorted(scores, key=lambda codec: -scores[codec])
    best = ranked[0]
    why = f"not UTF-8; as {best} it reads as {_IN_WORDS[best]} in an order usual for names"
    if len(ranked) > 1:
        why += f" (score {scores[best]:.1f}, next {ranked[1]} {scores[ranked[1]]:.1f})"
    return Encoding(best, best, why)


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _plausibility(words: Counter[bytes], codec: str) -> float:
    """Mean log probability of a letter after the one before it; every distinct word counts once."""
    pairs, total = _model(codec)
    score = letters = 0.0
    for raw in words:
        word = raw.decode(codec, "replace")
        if not word.isupper() and any(a.islower() and b.isupper() for a, b in pairwise(word)):
            score += _FOREIGN
        lowered = f" {word.lower()} "
        for before, letter in pairwise(lowered):
            if before.isascii() and letter.isascii():
                continue
            seen = total.get(before, 0)
            known = letter in total and before in total
            score += (
                math.log((pairs.get(before + letter, 0) + _UNSEEN) / (seen + 40 * _UNSEEN)) if known else _FOREIGN
            )
            letters += 1
    return score / max(letters, 1)


@lru_cache(maxsize=8)
def _model(codec: str) -> tuple[dict[str, int], dict[str, int]]:
    """Counts of letter pairs, and of the first letters of pairs; the space stands for a word's edge."""
    from babel import Locale  # loaded on first use: only lists in an old encoding need it

    pairs: Counter[str] = Counter()
    for tag in _LANGUAGES[codec]:
        locale = Locale.parse(tag)
        for names in (locale.territories, locale.languages):
            for name in names.values():
                encodable = name.encode(codec, "ignore").decode(codec)  # what the encoding cannot write is not in it
                for word in re.findall(r"\w+", encodable.lower()):
                    padded = f" {word} "
                    pairs.update(a + b for a, b in pairwise(padded))
    firsts: Counter[str] = Counter()
    for pair, count in pairs.items():
        firsts[pair[0]] += count
    return dict(pairs), dict(firsts)
