"""Russian words one by one: lemma, part of speech, case, number and gender, and the basic form of a word or a name.

In: a word as written. Out: `Form`, all its readings; the nominative of a word.
Leaves to others: what words mean together (`phrases`). The dictionary is pymorphy3's, loaded with the first text.

The dictionary guesses at names that it does not hold, and guesses badly; `proper_forms` reads those by their endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from homeward.reading.entities.russian import dictionary, readable

_KEPT = 60_000
_LONGEST = 40  # letters of a word that the dictionary is asked about
_CASES = {"gen2": "gent", "gen1": "gent", "loc2": "loct", "loc1": "loct", "acc2": "accs", "acc1": "accs"}
_NAMES = ("Name", "Surn", "Patr", "Geox", "Orgn")
ALL_CASES = frozenset(["nomn", "gent", "datv", "accs", "ablt", "loct"])


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word; what a part of speech lacks is empty. A gender that is empty may be either.

    Attributes:
        lemma: without the dots on the letter yo. pos, case, number, gender, tense, person: OpenCorpora's tags.
        name: Name, Surn, Patr, Geox or Orgn, where the dictionary says so; "?" for a name read by its ending.
    """

    lemma: str
    pos: str
    case: str = ""
    number: str = ""
    gender: str = ""
    animate: bool = False
    tense: str = ""
    person: str = ""
    name: str = ""
    passive: bool = False
    score: float = 1.0


def _parses(word: str) -> list[Any]:
    """What the dictionary makes of a word; a letter that it has no name for is read as a mark."""
    return list(dictionary().parse(readable(word[:_LONGEST])))


@lru_cache(maxsize=_KEPT)
def forms_of(word: str) -> tuple[Form, ...]:
    """All readings of a word in lower case, likeliest first."""
    return tuple(_form(p) for p in _parses(word))


@lru_cache(maxsize=_KEPT)
def is_known(word: str) -> bool:
    """Whether the dictionary holds the word in lower case, rather than guessing at it."""
    return bool(dictionary().word_is_known(word[:_LONGEST]))


def _form(parse: Any) -> Form:
    tag = parse.tag
    case = str(tag.case or "")
    grammemes = tag.grammemes
    return Form(
        parse.normal_form.replace("ё", "е"),
        str(tag.POS or ""),
        _CASES.get(case, case),
        str(tag.number or ""),
        "" if "ms-f" in grammemes else str(tag.gender or ""),
        "anim" in grammemes,
        str(tag.tense or ""),
        str(tag.person or ""),
        next((n for n in _NAMES if n in grammemes), ""),
        "pssv" in grammemes,
        float(parse.score),
    )


@lru_cache(maxsize=_KEPT)
def all_forms(word: str) -> frozenset[tuple[str, str]]:
    """Every form of a noun or adjective, with the number that it stands in; with and without the dots of yo."""
    found: set[tuple[str, str]] = set()
    for parse in _parses(word.lower())[:3]:
        if str(parse.tag.POS) in ("NOUN", "ADJF", "PRTF"):
            for form in parse.lexeme:
                if str(form.tag.POS) in ("NOUN", "ADJF", "PRTF"):
                    number = str(form.tag.number or "")
                    found |= {(form.word, number), (form.word.replace("ё", "е"), number)}
            break
    return frozenset(found)


# --- names that no dictionary holds ---------------------------------------------------------------------------------

_M, _F = "masc", "femn"
_ENDINGS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    *(
        (stem + ending, tuple((case, gender, stem + back) for case in cases.split()))
        for stem in ("ск", "цк")
        for ending, cases, gender, back in (
            ("ий", "nomn", _M, "ий"), ("ого", "gent accs", _M, "ий"), ("ому", "datv", _M, "ий"),
            ("им", "ablt", _M, "ий"), ("ом", "loct", _M, "ий"), ("ая", "nomn", _F, "ая"),
            ("ой", "gent datv ablt loct", _F, "ая"), ("ую", "accs", _F, "ая"),
        )
    ),
    *((hissing + "ем", (("ablt", _M, hissing),)) for hissing in "чжшщц"),
    *((hissing + "ей", (("ablt", _F, hissing + "а"), ("nomn", _M, hissing + "ей"))) for hissing in "чжшщц"),
    # ending, then for each case that it may be: case, gender, what the nominative has in its place
    ("ыми", (("ablt", "", "ые"),)),
    ("ых", (("nomn", "", "ых"), ("gent", "", "ых"), ("accs", "", "ых"), ("loct", "", "ых"))),
    ("ого", (("gent", _M, "ый"), ("accs", _M, "ый"), ("gent", _M, "ой"), ("accs", _M, "ой"))),
    ("его", (("gent", _M, "ий"), ("accs", _M, "ий"))),
    ("ому", (("datv", _M, "ый"), ("datv", _M, "ой"), ("datv", _M, "ом"))),
    ("ией", (("ablt", _F, "ия"),)),
    ("ии", tuple((c, _F, "ия") for c in ("gent", "datv", "loct"))),
    ("ию", (("accs", _F, "ия"), ("datv", _M, "ий"))),
    ("ия", (("nomn", _F, "ия"), ("gent", _M, "ий"), ("accs", _M, "ий"))),
    ("ием", (("ablt", _M, "ий"),)),
    ("ея", (("gent", _M, "ей"), ("accs", _M, "ей"), ("nomn", _F, "ея"))),
    ("ею", (("datv", _M, "ей"), ("accs", _F, "ея"))),
    ("ым", (("ablt", _M, ""), ("nomn", _M, "ым"))),
    ("иным", (("ablt", _M, "ин"),)),
    ("ом", (("ablt", _M, ""), ("nomn", _M, "ом"))),
    ("ем", (("ablt", _M, "ь"), ("ablt", _M, "й"), ("ablt", _M, ""), ("nomn", _M, "ем"))),
    ("ой", (*((c, _F, "а") for c in ("gent", "datv", "ablt", "loct")), ("nomn", _M, "ой"))),
    ("ей", (("nomn", _M, "ей"), ("ablt", _F, "я"), ("ablt", _F, "а"))),
    ("ью", (("ablt", _F, "ь"),)),
    ("а", (("nomn", _F, "а"), ("gent", _M, ""), ("accs", _M, ""))),
    ("я", (("nomn", _F, "я"), ("gent", _M, "ь"), ("gent", _M, "й"), ("accs", _M, "ь"), ("accs", _M, "й"))),
    ("у", (("datv", _M, ""), ("accs", _F, "а"), ("nomn", "", "у"))),
    ("ю", (("datv", _M, "ь"), ("datv", _M, "й"), ("accs", _F, "я"))),
    ("е", (("loct", _M, ""), ("datv", _F, "а"), ("loct", _F, "а"), *((c, "", "е") for c in ALL_CASES))),
    ("ы", (("gent", _F, "а"), ("nomn", "", "ы"))),
    (
        "и",
        (
            *((c, "", "и") for c in sorted(ALL_CASES)), ("gent", _F, "а"),
            *((c, _F, "я") for c in ("gent", "datv", "loct")),
        ),
    ),
    ("о", tuple((c, "", "о") for c in sorted(ALL_CASES))),
    ("э", tuple((c, "", "э") for c in sorted(ALL_CASES))),
    ("й", (("nomn", _M, "й"),)),
    ("ь", (("nomn", _M, "ь"), *((c, _F, "ь") for c in ("nomn", "accs")))),
)  # fmt: skip
_VOWELS = "аеёиоуыэюя"
_FIXED_FEMININE = tuple((c, _F, "") for c in sorted(ALL_CASES))


@lru_cache(maxsize=_KEPT)
def proper_forms(word: str) -> tuple[Form, ...]:
    """The readings of a name, in lower case, by its ending alone; the lemma is its nominative."""
    low = word.lower()
    if low[-1:] not in _VOWELS + "йь" and not low.endswith(("ым", "ом", "ем", "ых", "ским", "цким")):
        # a consonant: a man's name in the nominative, or a woman's surname, which is never inflected
        cases = (("nomn", _M, ""), ("accs", _M, ""), *_FIXED_FEMININE)
        return tuple(Form(low, "NOUN", c, "sing", g, name="?", score=0.3) for c, g, _ in cases)
    for ending, cases in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 1:
            stem = low[: -len(ending)]
            return tuple(Form(stem + back, "NOUN", c, "sing", g, name="?", score=0.3) for c, g, back in cases)
    return (Form(low, "NOUN", "nomn", "sing", "", name="?", score=0.3),)


_STEM = re.compile(
    r"(?<=[а-яёa-z]{2})(?:ого|ому|ыми|ими|ая|ую|ый|ий|ым|им|ых|их|ой|ою|ей|ею|ом|ем|ами|ах|ью|ии|ия|ию|[ауеыияюйьо])$"
)
_FLEETING = {
    "льв": "лев", "павл": "павел", "петр": "петр", "серг": "серге", "андр": "андре", "алекс": "алексе",
    "матв": "матве", "тимоф": "тимофе", "еременк": "еременко",
}  # fmt: skip


@lru_cache(maxsize=_KEPT)
def stem_of(word: str) -> str:
    """The word in lower case without its ending: the same in every case."""
    low = word.lower().replace("ё", "е").strip(".")
    stem = _STEM.sub("", low)
    return _FLEETING.get(stem, stem)


# --- the nominative -------------------------------------------------------------------------------------------------


def nominative_name(
    word: str, cases: Iterable[str], gender: str, known: frozenset[str], given: bool
) -> tuple[str, str]:
    """A name's nominative and gender.

    Args:
        cases: those in which it may stand here. gender: what is known of it; may be empty.
        known: words with a capital that the document holds: the nominative is likely among them.
        given: whether it is a given name.
    """
    from homeward.names import listed_kinds

    wanted = set(cases) or set(ALL_CASES)
    if wanted == {"nomn"}:
        kinds = listed_kinds(word) if given else frozenset()
        told = "femn" if kinds == {"f"} else "masc" if kinds == {"m"} else _gender_by_ending(word)
        if not told and given and word[-1:].lower() not in "иоэуе":
            told = "femn" if word[-1:].lower() in "ая" else "masc" if word[-1:].lower() != "ь" else ""
        return word, gender or told
    low = word.lower()
    found: list[tuple[str, str]] = []
    kinds_of = ("Name", "Patr") if given else ("Surn", "Geox", "Orgn")
    if is_known(low):
        found += [
            (f.lemma, f.gender)
            for f in forms_of(low)
            if f.pos == "NOUN" and f.case in wanted and f.number != "plur" and (f.name in kinds_of)
        ]
        if not given:  # a surname's lemma is a man's: the woman's form keeps its own ending
            found = [
                (lemma + "а" if g == "femn" and low.startswith(lemma) and lemma[-1:] in "вн" else lemma, g)
                for lemma, g in found
            ]
    found += [(f.lemma, f.gender) for f in proper_forms(low) if f.case in wanted]
    fit = [f for f in found if not gender or f[1] in ("", gender)] or found
    if not fit:
        return word, gender
    shaped = [(_shaped(lemma, word), g) for lemma, g in fit]
    best = next((s for s in shaped if given and listed_kinds(s[0]) & _KIND.get(s[1], frozenset("mfg"))), None)
    best = next((s for s in shaped if s[0] in known and s[0] != word), None) or best
    return best or shaped[0]


_KIND = {"masc": frozenset("mg"), "femn": frozenset("fg")}


def _gender_by_ending(word: str) -> str:
    if word.endswith(("ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "вна", "чна")):
        return "femn"
    if word.endswith(("ов", "ев", "ин", "ын", "ский", "цкий", "вич")):
        return "masc"
    return ""


def _shaped(lemma: str, word: str) -> str:
    """The lemma with the capitals of the word: also behind a hyphen; the letter yo where the word has it."""
    if word.isupper() and len(word) > 1:
        return lemma.upper()
    pieces = zip(lemma.split("-"), (word.split("-") + ["x"] * 9), strict=False)
    return "-".join(piece[:1].upper() + piece[1:] if like[:1].isupper() else piece for piece, like in pieces)


@lru_cache(maxsize=_KEPT)
def nominative(word: str, cases: frozenset[str], number: str, gender: str) -> str:
    """A common noun, adjective or participle in the nominative of the same number, capitals as written."""
    low = word.lower()
    parses = sorted(_parses(low), key=lambda p: p.normal_form.endswith("ой"))
    for parse in parses:  # of "временный" and "временной" the commoner kind
        tag = parse.tag
        case = _CASES.get(str(tag.case), str(tag.case))
        if str(tag.POS) not in ("NOUN", "ADJF", "PRTF", "NPRO", "NUMR") or case not in cases:
            continue
        if number and tag.number and str(tag.number) != number:
            continue
        if str(tag.POS) in ("ADJF", "PRTF") and gender and tag.gender and str(tag.gender) != gender:
            continue
        wanted = {"nomn"} | ({str(tag.number)} if tag.number else set())
        if str(tag.POS) in ("ADJF", "PRTF") and tag.gender:
            wanted.add(str(tag.gender))
        made = parse.inflect(wanted)
        if made is not None:
            return _shaped(made.word, word)
    return word


@lru_cache(maxsize=_KEPT)
def in_case(word: str, case: str, number: str) -> str:
    """A noun or adjective in a case and number, capitals as written."""
    for parse in _parses(word.lower()):
        if str(parse.tag.POS) in ("NOUN", "ADJF", "PRTF"):
            made = parse.inflect({case, number})
            return _shaped(made.word, word) if made is not None else word
    return word
