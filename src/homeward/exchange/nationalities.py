"""Nationalities as people write them, as ISO 3166-1 alpha-2 codes.

In: the text of a cell, "Russia/Israel" or "ישראל ורוסיה". Out: codes in the order written, and what was not
understood.
Leaves to others: reporting it. Names of countries come from CLDR (Babel); the words for their people and common short
forms are data: ``nationalities.txt``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import resources

from homeward.calendars.digits import without_steering

_LANGUAGES = ("en", "ru", "uk", "he", "ar", "fa", "fr", "de", "es", "tr")
_SPLIT = re.compile(
    r"\s*[/,;+&|\n،؛\\]\s*|\s+-\s+|\s+(?:and|и|та|і|y|und|et)\s+|\s+(?=ו[א-ת]{3})|\s+(?:و\s+|(?=و[^\W\d]{3}))"
)
_LETTERS = str.maketrans(
    dict.fromkeys("\"'’׳״”“`") | {"&": " and ", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": None, "ё": "е"}
)
# How a Russian country's name ends after "citizen of", and how it ends by itself.
_GENITIVES = (("ии", "ия"), ("я", "ь"), ("ы", "а"), ("и", "а"), ("а", ""), ("я", "й"))
_WORDLESS = re.compile(r"[^\w]+")
_NONE_AT_ALL = frozenset(
    ("stateless", "no nationality", "без гражданства", "лицо без гражданства", "апатрид", "חסר אזרחות", "ללא אזרחות",
     "بدون جنسية", "عديم الجنسية", "بدون")
)  # fmt: skip


@lru_cache(maxsize=8192)
def read_nationalities(text: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Read the nationalities in a cell.

    Returns:
        Codes, and the pieces that name no country we know; None if the cell says that the person has none.
    """
    plain = " ".join(without_steering(text).split())
    if _fold(plain) in map(_fold, _NONE_AT_ALL):
        return None
    if code := _look_up(plain):
        return (code,), ()
    codes: list[str] = []
    strange: list[str] = []
    for piece in filter(None, _SPLIT.split(text.strip())):
        code = _look_up(piece) or _look_up(re.sub(r"^[וو]\s*", "", piece)) or _look_up(re.sub(r"\(.*?\)", "", piece))
        if code is None:
            strange.append(piece)
        elif code not in codes:
            codes.append(code)
    if strange and not codes and len(words := plain.split()) == 2 and all(found := [_look_up(w) for w in words]):
        return tuple(dict.fromkeys(c for c in found if c)), ()  # "русский израильтянин", "Israel Russia"
    return tuple(codes), tuple(strange)


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFKD", without_steering(text)).casefold().translate(_LETTERS)
    text = "".join(c for c in text if not unicodedata.combining(c))
    words = (w[2:] if w.startswith("ال") and len(w) > 4 else w for w in _WORDLESS.sub(" ", text).split())
    return " ".join(words)


def _look_up(text: str) -> str | None:
    folded = _fold(text)
    table = _table()
    if found := table.get(folded):
        return found
    # Hebrew and Russian people's words take endings: ישראלים, российская.
    for ending in ("ים", "ות", "ה", "ת", "י"):
        if folded.endswith(ending) and len(folded) > 4 and (found := table.get(folded.removesuffix(ending))):
            return found
    stem = re.fullmatch(r"(\w{4,})(?:ское|ская|ский|ского|ской|ские|ець|ка|ец|ин|ка|янин|янка)", folded)
    if stem:
        return table.get(f"{stem[1]}ский") or table.get(f"{stem[1]}ское")
    for lead in (
        "citizen of ",
        "republic of ",
        "гражданин ",
        "гражданка ",
        "граждане ",
        "гражданство ",
        "אזרח ",
        "אזרחית ",
    ):
        if folded.startswith(lead):
            rest = folded.removeprefix(lead)
            forms = (rest, *(rest.removesuffix(end) + name for end, name in _GENITIVES if rest.endswith(end)))
            return next((found for form in forms if (found := table.get(form))), None)
    return None


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    from babel import Locale  # loaded on first use: many lists say nothing of nationality
    from babel.core import get_global

    table: dict[str, str] = {}
    known = {code for code in map(str, Locale.parse("en").territories) if re.fullmatch("[A-Z]{2}", code)} - {
        "EU",
        "EZ",
        "UN",
        "QO",
        "ZZ",
    }
    text = (resources.files("homeward.exchange") / "nationalities.txt").read_text("utf-8")
    for line in text.splitlines():
        code, _, words = line.partition(":")
        if words and not line.startswith("#"):
            for word in words.split(","):
                table.setdefault(_fold(word), code.strip())
    for tag in _LANGUAGES:
        for code, name in Locale.parse(tag).territories.items():
            if code in known:
                table.setdefault(_fold(name), str(code))
    for code in known:
        table.setdefault(code.casefold(), code)
    for alias, targets in get_global("territory_aliases").items():
        if re.fullmatch("[A-Z]{3}", alias) and len(targets) == 1 and targets[0] in known:
            table.setdefault(alias.casefold(), targets[0])
    table.pop("", None)
    return table
