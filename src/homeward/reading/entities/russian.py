"""A Russian word by itself: its lemma and case, what the dictionary calls it, what lists it stands in.

In: a word as written. Out: `Form`; the basic form of a name of several words.
Leaves to others: neighbours (`observe`), and which of its meanings is meant (`model`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from homeward.names import listed_kinds
from homeward.reading.entities import lists
from homeward.reading.entities import russian_words as words
from homeward.reading.entities.forms import Form, is_latin, is_number, shape_of
from homeward.reading.proposals import EntityKind
from homeward.reading.tables import words_of

_NAME_SIGNS = ("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr", "Trad", "Init")
_PROPER = ("Surn", "Name", "Patr", "Geox", "Orgn")
_FORMS_KEPT = 60_000  # about 60 MB where a text has as many
_NAMES_KEPT = 10_000  # words of names whose readings are kept whole, to put them into the nominative
_LONGEST = 60  # letters of a word that the dictionary is asked about
_GIVEN = frozenset("mfg")
_TABLES = (
    ("body", words.BODIES),
    ("medium", words.MEDIA),
    ("role", words.ROLES),
    ("place", words.PLACES),
    ("other", words.OTHER_NAMES),
    ("speech", words.SPEECH),
)
# Short words of names from other languages, and what is joined to a family name by a hyphen ("аль-").
_PARTICLES = words_of(
    "аль эль ас аш ат ад ар аз ан ибн бин бен бинт бинти абу абд абдул умм де да ди ду дель делла дос ла ле ван фон "
    "дер ден тен цу оглы кызы заде мак о ап сан сент тер"
)
_JOINED = re.compile(
    "((?:аль|эль|ас|аш|ат|ад|ар|аз|ан|абд|абу|бен|бин|ибн|ван|де|дель|мак|тер)[-‑])([А-ЯЁа-яё-]{3,})", re.IGNORECASE
)
# A syllable as Chinese, Korean and Burmese names have them.
_SYLLABLE = re.compile(
    "(?:[бвгджзйклмнпрстфхцчшщ]|дж|дз|тх|пх|кх|чж|цз|сс|лл|мь|нг|нь|кь){0,2}[аеёиоуыэюя]{1,3}(?:нг|нь|[нкмпрлтгйхв])?"
)
_CASE_ENDING = re.compile("(?<=[а-яё]{3})(?:ами|ями|ого|ому|ыми|ими|ой|ом|ем|ым|им|ей|ах|ях|[аеёуыияюйоь])$")


@dataclass(frozen=True, slots=True)
class Parse:
    """One way to read a word: lemma, part of speech, case, what kinds of name the dictionary says it is.

    Attributes:
        known: whether the dictionary has the word; else it was guessed from the ending.
    """

    lemma: str
    pos: str
    case: str
    names: tuple[str, ...]
    known: bool


@lru_cache(maxsize=1)
def dictionary() -> Any:
    """The analyser of words, loaded when the first Russian text comes."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=_NAMES_KEPT)
def _parse(word: str) -> tuple[Any, ...]:
    """All readings of a word as the dictionary gives them, likeliest first."""
    return tuple(dictionary().parse(readable(word[:_LONGEST])))


def readable(word: str) -> str:
    """A word that the dictionary can be asked about: it fails on letters that Unicode has no name for."""
    if word.isascii() or _KNOWN_LETTERS.fullmatch(word):
        return word
    return _STRANGE.sub("-", word)


_KNOWN_LETTERS = re.compile(r"[\x00-\u04FF]*")
_STRANGE = re.compile(r"[^\x00-\u04FF]")


@lru_cache(maxsize=_FORMS_KEPT)
def parses_of(word: str) -> tuple[Parse, ...]:
    """All readings of a word, likeliest first; never none."""
    found = []
    for parse in _parse(word):
        tag = parse.tag
        names = tuple(n for n in _NAME_SIGNS if n in tag.grammemes)
        known = type(parse.methods_stack[0][0]).__name__ == "DictionaryAnalyzer"
        found.append(Parse(parse.normal_form, str(tag.POS), str(tag.case or ""), names, known))
    return tuple(found)


def stem_of(low: str) -> str:
    """What the cases of a name have in common, near enough, whether the dictionary knows it or not."""
    return _CASE_ENDING.sub("", low).replace("ё", "е")


@lru_cache(maxsize=_FORMS_KEPT)
def form_of(word: str) -> Form:
    """What is known of a word by itself."""
    if not word[:1].isalpha():
        return _form_of_mark(word)
    if is_latin(word):
        return _form_of_latin(word)
    low = word.lower()
    joined = _JOINED.match(word)
    capital = word[:1].isupper() or bool(joined and joined.group(2)[:1].isupper())
    parses = parses_of(joined.group(2) if joined else word)
    known = [p for p in parses if p.known]
    top = parses[0]
    best = next((p for p in known if p.names), top) if capital else top
    lemma = best.lemma.replace("ё", "е")
    shape = shape_of(word)
    signs = [
        "l=" + lemma,
        "sh=" + shape,
        "s2=" + low[-2:],
        "s3=" + low[-3:],
        "pos=" + top.pos,
        "pc=" + top.pos + top.case,
    ]
    signs += ["case=" + case for case in sorted({p.case for p in parses if p.pos == top.pos and p.case})]
    told = ""
    kinds: frozenset[str] = frozenset()
    if capital:
        kinds = listed_kinds(lemma) | listed_kinds(word)
        signs += ["cs4=" + low[-4:], "cp3=" + low[:3], "cs3=" + low[-3:], "cs2=" + low[-2:]]
        signs += ["g=" + name for name in _NAME_SIGNS if any(name in p.names for p in known)]
        signs += ["top=" + name for name in top.names]
        signs += ["gaz=given"] * bool(kinds & _GIVEN) + ["gaz=family"] * ("s" in kinds)
        told = "".join(name[0] for name in _PROPER if any(name in p.names for p in known))
        if not known:
            signs += ["unknown", *sorted({"guess=" + n for p in parses for n in p.names})]
            told += "?"
        elif not any(p.names for p in known):
            signs.append("plain")
        if _SYLLABLE.fullmatch(low):
            signs.append("syllable")
    for name, table in _TABLES:
        if lemma in table or ("-" in lemma and lemma.rsplit("-", 1)[-1] in table):
            signs.append("list=" + name)
            told += name[:2]
    if capital and (lemma in _places() or low in _places()):
        signs.append("gaz=place")
        told += "g"
    if lemma in lists.language_names("ru"):
        signs.append("gaz=of place")
        told += "a"
    if joined or low in _PARTICLES:
        signs += ["particle"] + ["joined"] * bool(joined)
        told += "-"
    if "-" in word:
        signs += ["hyphen", "first=" + lemma.split("-")[0]]
    kind = ("C" if capital else "c") + ("XX" if shape.startswith("XX") else "") + top.pos[:4] + "|" + told
    signs.append("k=" + kind)
    if top.pos in ("NOUN", "ADJF"):
        kind += top.case[:1]
    return Form(
        text=word,
        lemma=lemma,
        stem=stem_of(low) if capital else lemma,
        signs=tuple(signs),
        kind=kind,
        is_capital=capital,
        is_given=capital and ("Name" in "".join(n for p in known for n in p.names) or bool(kinds & _GIVEN)),
        cases=_cases(parses, best) if capital else frozenset(),
    )


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(name.replace("ё", "е") for name in lists.places_of_one_word("ru"))


def _form_of_mark(word: str) -> Form:
    low = word.lower()
    if is_number(word):
        return Form(word, low, low, ("sh=" + shape_of(word), "w=" + low[:12]), "num")
    return Form(word, low, low, ("w=" + low[:4],), "p" + word[:1])


def _form_of_latin(word: str) -> Form:
    low, shape = word.lower(), shape_of(word)
    is_given = word[:1].isupper() and bool(listed_kinds(word) & _GIVEN)
    signs = ("sh=L" + shape, "w=" + low[:_LONGEST], "latin", *(["gaz=given"] * is_given))
    return Form(word, low, low, signs, "L" + shape[:2], word[:1].isupper(), is_given)


def _cases(parses: Sequence[Parse], best: Parse) -> frozenset[str]:
    """The cases in which the word is the kind of name that it is likeliest to be."""
    if not best.known:
        return frozenset()
    wanted = set(best.names) & set(_PROPER)
    return frozenset(p.case for p in parses if p.case and (not wanted or wanted & set(p.names)))


@lru_cache(maxsize=1)
def phrases() -> dict[str, list[tuple[str, ...]]]:
    """Listed places of several words, by the lemma of the first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in lists.place_phrases("ru"):
        lemmas = tuple(form_of(word.capitalize()).lemma for word in name)
        found.setdefault(lemmas[0], []).append(lemmas)
    return found


# --- basic forms --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=_NAMES_KEPT)
def basic_name(parts: tuple[str, ...], kind: EntityKind) -> str:
    """A name in the nominative. `parts` are its words, marks and white space, as written.

    Of a person all words are put into it; of a body or place the head and what agrees with it, the rest being kept:
    "партии «Единый дом" is "партия «Единый дом»".
    """
    at = [n for n, part in enumerate(parts) if part[:1].isalpha()]
    if kind is EntityKind.PERSON:
        changed = _person_in_nominative([parts[n] for n in at])
    else:
        changed = _phrase_in_nominative([parts[n] for n in at])
    row = list(parts)
    for number, word in zip(at, changed, strict=False):
        row[number] = word
    name = "".join(row)
    return name + "»" * (name.count("«") - name.count("»")) + '"' * (name.count('"') % 2)


def _person_in_nominative(row: Sequence[str]) -> list[str]:
    options = [_readings(word, ("Name", "Surn", "Patr")) if len(word) > 1 else [] for word in row]
    # The case and sex that most words of the name can share.
    votes: dict[tuple[str, str], float] = {}
    for readings in options:
        for rank, reading in enumerate(readings):
            genders = (str(reading.tag.gender),) if reading.tag.gender else ("masc", "femn")
            for gender in genders:
                key = (str(reading.tag.case), gender)
                votes[key] = votes.get(key, 0.0) + 1 - 0.01 * rank
    if not votes:
        return list(row)
    case, gender = max(votes, key=lambda k: votes[k])
    return [
        _nominative(word, [r for r in readings if r.tag.case == case and str(r.tag.gender) in (gender, "None")])
        for word, readings in zip(row, options, strict=True)
    ]


def _phrase_in_nominative(row: Sequence[str]) -> list[str]:
    changed = list(row)
    head = next((n for n, word in enumerate(row) if not is_latin(word) and parses_of(word)[0].pos == "NOUN"), None)
    if head is None or len(row[head]) < 3 or (row[head].isupper() and len(row[head]) < 6):
        return changed
    proper = _readings(row[head], ("Geox", "Orgn")) if row[head][0].isupper() else []
    for reading in proper or _parse(row[head])[:3]:
        if reading.tag.POS != "NOUN":
            continue
        agreeing = [_agreeing(word, reading.tag) for word in row[:head]]
        if all(agreeing):
            number = str(reading.tag.number or "sing")
            changed[head] = _inflected(row[head], reading, {"nomn", number})
            for n, adjective in enumerate(agreeing):
                wanted = {"nomn", number} | ({str(reading.tag.gender)} if number == "sing" else set())
                changed[n] = _inflected(row[n], adjective, wanted)
            return changed
    return changed


def _agreeing(word: str, tag: Any) -> Any:
    for reading in _parse(word):
        fits = reading.tag.case == tag.case and reading.tag.number == tag.number
        if fits and reading.tag.POS in ("ADJF", "PRTF") and (reading.tag.gender in (tag.gender, None)):
            return reading
    return None


def _readings(word: str, kinds: Sequence[str]) -> list[Any]:
    found = [r for r in _parse(word) if any(kind in r.tag.grammemes for kind in kinds)]
    known = [r for r in found if type(r.methods_stack[0][0]).__name__ == "DictionaryAnalyzer"]
    return [r for r in known or found if r.tag.number != "plur"] if not is_latin(word) else []


def _nominative(word: str, readings: Sequence[Any]) -> str:
    if len(word) < 2:
        return word
    return _inflected(word, readings[0], {"nomn"}) if readings else word


def _inflected(word: str, reading: Any, wanted: set[str]) -> str:
    changed = reading.inflect(wanted)
    if changed is None:
        return word
    made = str(changed.word)
    if word.isupper():
        return made.upper()
    pieces, like = made.split("-"), word.split("-")
    return "-".join(p.capitalize() if n < len(like) and like[n][:1].isupper() else p for n, p in enumerate(pieces))
