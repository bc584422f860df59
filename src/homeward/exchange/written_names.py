"""The names in one cell: the name, other names in brackets or after a slash, numbers that stray into it.

In: the text of a name cell, or the parts of a name from several cells. Out: `WrittenName`s.
Leaves to others: which part of a name is what, and comparing names (`homeward.names`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from homeward.exchange.meanings import Meaning
from homeward.records import NameKind, WrittenName

_BRACKET = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）]\s*")
_AS_KNOWN = re.compile(
    r"\s*[,(]?\s*(?<!\w)(?:a\.?k\.?a\.?|alias|also\s+known\s+as|known\s+as|он\s+же|она\s+же|также\s+известн\w+\s+как|המכונה|ידוע\s+גם\s+כ"
    r"|المعروف\s+ب(?:اسم)?|الملقب\s+ب|المكنى\s+ب?|الشهير\s+ب)\s*:?-?\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<!\w)[#№]?\s*\d[\d\-/]{4,}(?!\w)|(?<=[^\W\d_])\d{5,}(?!\w)")
_LEADING_COUNT = re.compile(r"^\s*\d{1,4}\s*[.)\-:]\s+(?=[^\W\d_])|^\s*#\s*")
_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "HEBREW": "Hebr", "GREEK": "Grek", "THAI": "Thai",
    "HANGUL": "Hang", "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana", "ARMENIAN": "Armn", "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva", "ETHIOPIC": "Ethi",
}  # fmt: skip
# Words alone, as nearly every cell holds, need no further look unless one of these says that another name follows.
_PLAIN = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+)*")
_SAYS_KNOWN = (
    "alias",
    "known",
    "aka",
    "a.k.a",
    "он же",
    "она же",
    "извест",
    "המכונה",
    "ידוע",
    "المعروف",
    "الملقب",
    "المكنى",
    "الشهير",
)
_FAMILY_FIRST = frozenset(("Cyrl", "Hani", "Hang", "Hira", "Kana"))


@dataclass(frozen=True, slots=True)
class NamesRead:
    """What one cell holds: names in full, other names for the same person, and numbers found among them."""

    names: tuple[WrittenName, ...]
    aliases: tuple[WrittenName, ...]
    numbers: tuple[str, ...]


@lru_cache(maxsize=65536)
def read_name(text: str) -> NamesRead | None:
    """Read a cell that holds a full name; None if no letters remain.

    A bracket or a slash holds another family name ("Troitskaya (Ivanova) Julia": Troitskaya Julia, Ivanova Julia), or
    the whole name again in another script. A bracket in small letters, such as "(child)", is no name.
    """
    if _PLAIN.fullmatch(text) and _is_name(text) and not any(word in text.casefold() for word in _SAYS_KNOWN):
        return NamesRead((WrittenName(text, NameKind.FULL, script_of(text)),), (), ())
    aliases: list[str] = []
    numbers = [re.sub(r"^[#№\s]+", "", n) for n in _NUMBER.findall(text)]
    text = _LEADING_COUNT.sub("", _NUMBER.sub(" ", text))
    text, *known_as = _AS_KNOWN.split(text)
    aliases += [a.strip(" )") for a in known_as]
    text = _take_brackets(text, aliases)
    text, others = _take_slashes(text)
    text = text.strip(" ,;.-/")
    if not _is_name(text):
        return None
    names = [WrittenName(text, NameKind.FULL, script_of(text))]
    for other in filter(_is_name, (o.strip(" ,;.-/") for o in others)):
        kind = NameKind.TRANSLITERATION if script_of(other) != script_of(text) else NameKind.ALIAS
        names.append(WrittenName(other, kind, script_of(other)))
    made = [
        WrittenName(a, NameKind.TRANSLITERATION if script_of(a) != script_of(text) else NameKind.ALIAS, script_of(a))
        for a in dict.fromkeys(" ".join(a.split()) for a in aliases)
        if _is_name(a)
    ]
    return NamesRead(tuple(names[:1]), (*names[1:], *made), tuple(numbers))


def full_from_parts(parts: Mapping[Meaning, str]) -> str:
    """Parts of a name joined in the order customary for their script.

    Cyrillic and East Asian names put the family name first; Hebrew names leave the father's out; others run from the
    given name through father and grandfather to the family name.
    """
    script = script_of(parts.get(Meaning.FAMILY_NAME) or parts.get(Meaning.GIVEN_NAME) or "")
    if script in _FAMILY_FIRST or Meaning.PATRONYMIC in parts:
        order: tuple[Meaning, ...] = (Meaning.FAMILY_NAME, Meaning.GIVEN_NAME, Meaning.PATRONYMIC)
    elif script == "Hebr":
        order = (Meaning.GIVEN_NAME, Meaning.FAMILY_NAME)
    else:
        order = (Meaning.GIVEN_NAME, Meaning.FATHER_NAME, Meaning.GRANDFATHER_NAME, Meaning.FAMILY_NAME)
    return " ".join(parts[m] for m in order if m in parts)


@lru_cache(maxsize=65536)
def script_of(text: str) -> str | None:
    """ISO 15924 code of the first letter's script; None if there is no letter, or of a script not listed."""
    for char in text:
        if char.isalpha():
            return "Latn" if char.isascii() else _SCRIPTS.get(re.split("[ -]", unicodedata.name(char, ""))[0])
    return None


def _is_name(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= 2 or (len(text) == 1 and script_of(text) == "Hani")


def _take_brackets(text: str, aliases: list[str]) -> str:
    while found := _BRACKET.search(text):
        inside = found[1].strip(" ,;")
        before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
        if not before and not after:
            return inside
        remark = inside[:1].islower() or any(map(str.isdigit, inside))
        if _is_name(inside) and not remark:
            same = script_of(inside) == script_of(before)
            if same and len(inside.split()) == 1 and len(before.split()) + len(after.split()) > 1 and before:
                aliases.append(f"{before.rsplit(' ', 1)[0] if ' ' in before else ''} {inside} {after}".strip())
            else:
                aliases.append(inside)
        text = f"{before} {after}".strip()
    return text.replace("(", " ").replace(")", " ")


def _take_slashes(text: str) -> tuple[str, list[str]]:
    """Split what slashes join: "Troitskaya/Ivanova Julia" is two names, "Ann Oren / Анна Орен" one written twice."""
    pieces = [p.strip() for p in re.split(r"\s*[/\n|]\s*|\s+;\s*", text) if p.strip()]
    if len(pieces) < 2:
        return " ".join(text.replace("/", " ").split()), []
    if all(len(p.split()) > 1 for p in pieces) and not re.search(r"\S/\S", text):
        return pieces[0], pieces[1:]
    if len({script_of(p) for p in pieces}) > 1:
        return pieces[0], pieces[1:]
    words = re.sub(r"\s*/\s*", "/", text).split()
    choices = [w.split("/") for w in words]
    most = max(map(len, choices))
    made = [" ".join(c[min(i, len(c) - 1)] for c in choices).strip() for i in range(most)]
    return made[0], made[1:]
