"""The keys by which the few texts are found, among thousands, in which a name may stand.

In: a text, or a name that is looked for. Out: keys to be stored with the text; the texts worth reading for the name,
most promising first.
Leaves to others: whether the name does stand there. `names.Spotter` reads the texts found here and decides; what is
not found here is never read, so every choice below is made to miss nothing rather than to be exact.

A key is two sounds, a colon and the word in Latin letters, such as ``TR:troitskaya``. The sounds are classes of
consonants that survive from script to script; the word behind them lets the words that begin alike be told apart
without opening the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii
from django.db.models import Count, QuerySet
from rapidfuzz import fuzz

from homeward.casework.models import Capture, DocumentTerm

_WORD = re.compile(r"[^\W\d_]+(?:[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0300-\u036f]+[^\W\d_]*)*")
_ABJAD = re.compile(r"[\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_HAN_OR_KANA = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
# Letters that stand before a word in Hebrew and Arabic and are written as one with it: and, in, to, from, the ...
_JOINED = {"ו", "ב", "ל", "מ", "ה", "ש", "כ", "و", "ب", "ل", "ف", "ك"}
_SHORTEST = 2
_WORD_KEPT = 50
_SOUNDS = 2

# Each letter or group of letters: the sound class stored with a text ("" for none), then every class it may be in
# another spelling. "v" is silent in Hebrew "vav" and a labial in "bet"; "kh" is dropped, or written with a "k".
_CLASSES: dict[str, tuple[str, str]] = {
    "shch": ("S", "S"), "sch": ("S", "S"), "dzh": ("S", "SK"), "dj": ("S", "SK"), "dz": ("S", "S"), "sh": ("S", "S"),
    "zh": ("S", "S"), "ts": ("S", "S"), "tz": ("S", "S"), "ch": ("S", "SK-"), "kh": ("", "-K"), "gh": ("K", "K-"),
    "th": ("T", "TS"), "ph": ("P", "P"), "b": ("P", "P-"), "p": ("P", "P"), "f": ("P", "P"), "v": ("", "-P"),
    "w": ("", "-P"), "t": ("T", "T"), "d": ("T", "T"), "s": ("S", "S"), "z": ("S", "S"), "c": ("K", "KS"),
    "j": ("S", "SK-"), "k": ("K", "K-"), "q": ("K", "K-"), "g": ("K", "KS"), "x": ("K", "K"), "l": ("L", "L"),
    "r": ("R", "R"), "m": ("M", "M"), "n": ("N", "N"), "h": ("", "-K"),
}  # fmt: skip
_LETTERS = re.compile("|".join(sorted(_CLASSES, key=len, reverse=True)))

# How near a word of a text must be to a part of the name, from 0 to 100, to count for it.
_NEAR = 50.0
_KEYS_AT_ONCE = 500  # that one question asks for


def text_keys(text: str) -> frozenset[str]:
    """The keys of every word of a text that may be part of a name."""
    keys = set()
    for word in set(_WORD.findall(text)):
        for form in _forms(word):
            latin = latin_letters(form)
            if len(latin) >= _SHORTEST:
                keys.add(f"{sounds(latin)[:_SOUNDS]}:{latin[:_WORD_KEPT]}")
    return frozenset(keys)


def captures_sharing(captures: QuerySet[Capture], keys: frozenset[str], *, most: int) -> list[tuple[int, int]]:
    """The captures that share most keys with a text, as (id, keys shared), most first."""
    shared: dict[int, int] = defaultdict(int)
    ordered = sorted(keys)
    for start in range(0, len(ordered), _KEYS_AT_ONCE):
        some = ordered[start : start + _KEYS_AT_ONCE]
        rows = DocumentTerm.objects.filter(key__in=some, capture__in=captures).values("capture_id")
        for capture_id, count in rows.annotate(count=Count("pk")).values_list("capture_id", "count"):
            shared[capture_id] += count
    return sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:most]


def captures_that_may_name(captures: QuerySet[Capture], name: str, *, most: int) -> list[int]:
    """Ids of the captures in whose text the name may stand, most promising first."""
    total: dict[int, float] = defaultdict(float)
    for part in {latin_letters(form) for word in _WORD.findall(name) for form in _forms(word, sought=True)}:
        if len(part) < _SHORTEST:
            continue
        best: dict[int, float] = {}
        nearness: dict[str, float] = {}
        for start in _beginnings(part):
            found = DocumentTerm.objects.filter(key__gte=f"{start}:", key__lt=f"{start};", capture__in=captures)
            for capture_id, key in found.values_list("capture_id", "key"):
                word = key[len(start) + 1 :]
                if word not in nearness:
                    nearness[word] = _nearness(part, word)
                if nearness[word] >= _NEAR and nearness[word] > best.get(capture_id, 0.0):
                    best[capture_id] = nearness[word]
        for capture_id, near in best.items():
            total[capture_id] += near
    return sorted(total, key=lambda pk: (-total[pk], pk))[:most]


def names_that_may_be(name: str, written: Sequence[str]) -> list[int]:
    """Places, in a sequence of written names, of those worth comparing with a name: a word of each is near enough."""
    parts = {latin_letters(form) for word in _WORD.findall(name) for form in _forms(word, sought=True)}
    starts = [(part, _beginnings(part)) for part in parts if len(part) >= _SHORTEST]

    def may_be(text: str) -> bool:
        for key in text_keys(text):
            start, _, word = key.partition(":")
            if any(start in begun and _nearness(part, word) >= _NEAR for part, begun in starts):
                return True
        return False

    return [place for place, text in enumerate(written) if may_be(text)]


@lru_cache(maxsize=50_000)
def sounds(latin: str) -> str:
    """The consonant classes of a word in Latin letters: ``troitskaya`` and ``trvytskyh`` are both ``TRSK``."""
    out: list[str] = []
    last = ""
    for found in _LETTERS.finditer(latin):
        if found[0] != last:  # a doubled letter is one sound
            out.append(_CLASSES[found[0]][0])
        last = found[0] if found.end() < len(latin) and latin[found.end()] == found[0] else ""
    return "".join(out)


def _beginnings(latin: str) -> set[str]:
    """Every pair of sounds with which a word may begin that spells this one, in any script."""
    done: set[str] = set()
    open_: set[str] = {""}
    last = ""
    for found in _LETTERS.finditer(latin):
        doubled = found[0] == last  # one sound, as in `sounds`: Anna is stored under N
        last = found[0] if found.end() < len(latin) and latin[found.end()] == found[0] else ""
        if doubled:
            continue
        grown = {begun + ("" if sound == "-" else sound) for begun in open_ for sound in _CLASSES[found[0]][1]}
        done |= {begun for begun in grown if len(begun) == _SOUNDS}
        open_ = {begun for begun in grown if len(begun) < _SOUNDS}
        if not open_:
            break
    return done | open_


def _nearness(part: str, word: str) -> float:
    return max(fuzz.ratio(part, word), fuzz.ratio(sounds(part), sounds(word)) if len(sounds(part)) > 1 else 0.0)


def _forms(word: str, *, sought: bool = False) -> Iterator[str]:
    """The word, and what is left of it without letters joined before it; windows over scripts without spaces."""
    if _HAN_OR_KANA.search(word):
        sizes = (len(word),) if sought else (2, 3, 4)
        for size in sizes:
            yield from (word[i : i + size] for i in range(len(word) - size + 1))
        return
    if _HANGUL.search(word):
        yield from {word[:3], word[:2]}
        return
    yield word
    if not _ABJAD.search(word):
        return
    bare = "".join(c for c in word if not unicodedata.combining(c))
    if bare[:2] == "ال" and len(bare) > 4:
        yield bare[2:]
    if sought or len(bare) < 4 or bare[0] not in _JOINED:
        return
    yield bare[1:]
    if bare[1:3] == "ال" and len(bare) > 5:
        yield bare[3:]


@lru_cache(maxsize=50_000)
def latin_letters(word: str) -> str:
    """A word in Latin letters, without case and marks; empty where none of it can be written so."""
    return "".join(c for c in anyascii(unicodedata.normalize("NFKC", word)).lower() if "a" <= c <= "z")
