"""Names of places in the languages that are read, from the tables of Babel and one of our own (`places.tsv`).

In: a language code. Out: names in lower case, those of one word and those of several.
Leaves to others: inflected forms, and whether a place is meant.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from babel import Locale

_COLUMNS = ("en", "ru", "he", "ar")
_NO_PLACES = frozenset(("ZZ", "XA", "XB", "QO", "EZ", "001", "419"))  # "unknown region", "world" and the like
_ASIDE = re.compile(r"\s*[(（].*?[)）]")


@lru_cache(maxsize=8)
def place_names(language_code: str) -> frozenset[str]:
    """Names of states, parts of the world, towns, seas, rivers."""
    locale = Locale.parse(language_code)
    names = {str(name) for code, name in locale.territories.items() if code not in _NO_PLACES}
    names |= {str(zone["city"]) for zone in locale.time_zones.values() if "city" in zone}
    names |= {name for row in place_rows() for name in row[_COLUMNS.index(language_code)]}
    return frozenset(_ASIDE.sub("", name).lower().replace("׳", "'").replace("״", '"') for name in names)


@lru_cache(maxsize=1)
def place_rows() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Our own table: for each place its names in English, Russian, Hebrew and Arabic."""
    text = (files("homeward.reading.entities") / "places.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(tuple(tuple(cell.split("|")) if cell != "-" else () for cell in line) for line in lines)


@lru_cache(maxsize=8)
def places_of_one_word(language_code: str) -> frozenset[str]:
    """Names of places that are one word, which a hyphen may part."""
    return frozenset(name for name in place_names(language_code) if " " not in name)


@lru_cache(maxsize=8)
def place_phrases(language_code: str) -> tuple[tuple[str, ...], ...]:
    """Names of places of more than one word, as their words."""
    return tuple(sorted(tuple(name.split()) for name in place_names(language_code) if " " in name))


@lru_cache(maxsize=8)
def language_names(language_code: str) -> frozenset[str]:
    """What languages are called; in Russian the same word says of which land something is ("русский")."""
    return frozenset(str(name).lower() for name in Locale.parse(language_code).languages.values())
