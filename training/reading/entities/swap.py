"""The same texts with other people, places and short names in them: more names for the sentences that there are.

In: a marked document and a random number generator. Out: a marked document whose names are others, in the same cases.
Leaves to others: making names and putting them into a case (`names`).
"""

from __future__ import annotations

import random
import re
from typing import Any

from homeward.reading.entities import russian
from homeward.reading.tables import words_of
from training.reading.entities import names

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_END = re.compile(r"(?<=[а-яё]{3})(?:ами|ями|ого|ому|ыми|ими|ой|ом|ем|ым|им|ей|ах|ях|[аеёуыияюйоь])$")
_CYRILLIC = re.compile(r"[а-яё-]+", re.IGNORECASE)
_KEPT = words_of("бин ибн бен де да ди ван фон дер дель аль эль ас абу оглы кызы")
Document = dict[str, Any]


def swap(document: Document, rng: random.Random) -> Document:
    """A copy with other names. What one name was becomes one name throughout."""
    text: str = document["text"]
    changed: dict[str, str | tuple[str, str]] = {}
    pieces: list[str] = []
    marks: list[dict[str, Any]] = []
    place = length = 0

    def put(piece: str) -> None:
        nonlocal length
        pieces.append(piece)
        length += len(piece)

    for mark in sorted(document["entities"], key=lambda m: m["span"]):
        start, stop = mark["span"]
        put(text[place:start])
        begin = length
        put(_other(text[start:stop], mark["type"], changed, rng))
        marks.append({"span": [begin, length], "type": mark["type"]})
        place = stop
    put(text[place:])
    return {**document, "text": "".join(pieces), "entities": marks}


def _other(words: str, kind: str, changed: dict[str, Any], rng: random.Random) -> str:
    if kind == "PER":
        return _other_person(words, changed, rng)
    found = list(_WORD.finditer(words))
    out, place = "", 0
    for match in found:
        word = match.group()
        new = word
        if _CYRILLIC.fullmatch(word) and word[0].isupper() and not (len(word) > 1 and word.isupper()):
            parse = next((p for p in russian.parses_of(word) if p.known and "Geox" in p.names), None)
            if parse and "Orgn" not in parse.names:
                new = _place_for(word, parse, changed, rng)
        elif kind == "ORG" and word.isupper() and 1 < len(word) < 7 and _CYRILLIC.fullmatch(word) and len(found) == 1:
            new = str(changed.setdefault(word, names.short_name(rng) if rng.random() < 0.4 else word))
        out += words[place : match.start()] + new
        place = match.end()
    return out + words[place:]


def _place_for(word: str, parse: russian.Parse, changed: dict[str, Any], rng: random.Random) -> str:
    key = "place " + parse.lemma
    if key not in changed:
        changed[key] = names.place_name(rng) if rng.random() < 0.6 else ""
    new = changed[key]
    return names.in_case(new, parse.case or "nomn", place=True) if new else word


def _other_person(words: str, changed: dict[str, Any], rng: random.Random) -> str:
    found = list(_WORD.finditer(words))
    if not found or any(not _CYRILLIC.fullmatch(m.group()) for m in found):
        return words
    options = [russian.parses_of(m.group()) for m in found]
    cases = [{p.case for p in ps if p.case and {"Name", "Surn", "Patr"} & set(p.names)} for ps in options]
    shared = set.intersection(*(c for c in cases if c)) if any(cases) else {"nomn"}
    ranked = [p.case for ps in options for p in ps if p.case in shared]
    case = ranked[0] if ranked else "nomn"
    if eastern := _eastern_for(found, changed, rng):
        return eastern
    out, place = "", 0
    for number, (match, parses) in enumerate(zip(found, options, strict=True)):
        word = match.group()
        new = word
        if (
            len(word) > 1
            and word[0].isupper()
            and word.lower() not in _KEPT
            and not any("Patr" in p.names for p in parses[:2])
        ):
            new = _name_for(word, parses, case, number < len(found) - 1, changed, rng)
        out += words[place : match.start()] + new
        place = match.end()
    return out + words[place:]


def _eastern_for(found: list[re.Match[str]], changed: dict[str, Any], rng: random.Random) -> str:
    """Now and then a whole name becomes one of short words, and its last word alone the first of these."""
    key = "eastern " + _END.sub("", found[-1].group().lower())
    if key not in changed:
        changed[key] = names.eastern_name(rng) if len(found) > 1 and rng.random() < 0.1 else None
    new = changed[key]
    if not new:
        return ""
    return " ".join(new) if len(found) > 1 else str(new[0])


def _name_for(
    word: str, parses: tuple[russian.Parse, ...], case: str, before: bool, changed: dict[str, Any], rng: random.Random
) -> str:
    given = [p for p in parses if p.known and "Name" in p.names]
    if given and (before or not any("Surn" in p.names for p in parses)):
        key = "given " + given[0].lemma
        lemma = given[0].lemma
        sex = "f" if lemma[-1] in "ая" and lemma not in ("илья", "никита", "фома", "лука", "кузьма") else "m"
        if key not in changed:
            changed[key] = (names.given_name(rng, sex), sex)
        new, sex = changed[key]
        return names.in_case(new, case, sex=sex)
    key = "family " + _END.sub("", word.lower())
    if key not in changed:
        female = any("Surn" in p.names and p.known for p in parses) and not any(
            p.case == case and "Surn" in p.names and p.lemma[-1] not in "ая" for p in parses
        )
        sex = "f" if female else "m"
        changed[key] = (names.family_name(rng, sex), sex)
    new, sex = changed[key]
    return names.in_case(new, case, family=True, sex=sex)
