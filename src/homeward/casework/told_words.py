"""The words of what a relative is told, in their language: headings, labels, and careful sentences.

In: the closed words of a claim, a chain, a date, a language. Out: words. The texts stand in ``told_words/``, one file
for each language, for a linguist to edit; another language is another file. English sentences are those of `wording`.
Leaves to others: what is told (`queries`), what may be told (`tellable`), checking what people write (`bare_words`).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils import translation

from homeward.casework import wording
from homeward.casework.results import ShownLink
from homeward.errors import BadInputError
from homeward.records import Attribution, ClaimSubject, LinkRole, PartialDate, Polarity

LANGUAGES = ("en", "ru", "he", "ar")
RIGHT_TO_LEFT = frozenset({"he", "ar"})
_OPEN, _CLOSE = "\u2068", "\u2069"  # FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_TWO_STOPS = re.compile(r"(?<=[^\W\d_])\.\.(?!\.)")  # after "г." no second full stop
_LOCALES = {"en": "en_GB", "ru": "ru", "he": "he", "ar": "ar"}
_ROLES = (
    (LinkRole.SPEAKER, "said_by"),
    (LinkRole.RELAY, "relayed_by"),
    (LinkRole.PUBLISHER, "published_by"),
)


def base_language(language: str) -> str:
    """The language of a tag: ``ru`` of ``ru-UA``.

    Raises:
        BadInputError: there are no words in that language.
    """
    base = language.lower().replace("_", "-").partition("-")[0]
    if base not in LANGUAGES:
        raise BadInputError(
            f'there are no words for a briefing in "{language}"', f"Choose one of: {', '.join(LANGUAGES)}."
        )
    return base


@cache
def table(language: str) -> Mapping[str, Any]:
    """Everything that is said in a language."""
    file = files("homeward.casework") / "told_words" / f"{base_language(language)}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def isolated(language: str, text: str) -> str:
    """A name or somebody's words inside a sentence of a language, so that neither turns the other around.

    Where every letter runs as the language does, nothing is added. Signs of direction within the words are left out,
    so that none of them reaches beyond.
    """
    bare = without_directions(text)
    to_right = base_language(language) not in RIGHT_TO_LEFT
    ways = {way for way in map(unicodedata.bidirectional, bare) if way in ("L", "R", "AL")}
    alike = ways <= {"L"} if to_right else bool(ways) and "L" not in ways
    return bare if alike or not bare.strip() else f"{_OPEN}{bare}{_CLOSE}"


def without_directions(text: str) -> str:
    """The text without the signs that isolate or turn a stretch of it."""
    return _DIRECTIONS.sub("", text)


def sound(text: str) -> str:
    """The text with no sign of direction but pairs that isolate a stretch of it, as `isolated` puts them."""
    open_now, most = 0, 0
    for letter in text:
        open_now += (letter == _OPEN) - (letter == _CLOSE)
        most = max(most, open_now)
        if open_now < 0:
            break
    kept = _DIRECTIONS.sub(lambda found: found[0] if found[0] in (_OPEN, _CLOSE) else "", text)
    return kept if open_now == 0 and most < 4 else without_directions(text)


def heading(language: str, key: str, **known: str) -> str:
    """A heading of a briefing."""
    return _put(language, str(table(language)["headings"][key]), known)


def label(language: str, key: str, **known: str) -> str:
    """A label that stands before something, or a fixed remark."""
    return _put(language, str(table(language)["labels"][key]), known)


def receipt(language: str) -> Mapping[str, str]:
    """The words of a receipt."""
    return dict(table(language)["receipt"])


def we(language: str, key: str, **known: str) -> str:
    """A sentence about what we did, do next, or do not know."""
    return _put(language, str(table(language)["we"][key]), known)


def day_in(language: str, on: date | PartialDate | None) -> str:
    """A date as it is written in a language, as precise as it is known; empty for none."""
    from babel.dates import format_date  # loaded on first use

    base = base_language(language)
    if on is None:
        return ""
    if isinstance(on, PartialDate):
        if base == "en":
            with translation.override("en"):  # the language of the briefing, whatever its writer reads
                return wording.date_words(on)
        first, between, last = on.edtf.partition("/")
        if between and first in ("", "..") and last not in ("", ".."):
            return label(base, "up_to", day=day_in(base, PartialDate.read(last)))
        if between and last in ("", "..") and first not in ("", ".."):
            return label(base, "not_before", day=day_in(base, PartialDate.read(first)))
        if not on.is_day or on.earliest is None:
            return _part_in(base, on)
        on = on.earliest
    return str(format_date(on, format="long", locale=_LOCALES[base]))


def speaker_in(language: str, chain: Sequence[ShownLink]) -> str:
    """Who spoke; where nobody is recorded before a relay, the relay, and before a publisher, the publisher."""
    for role, _ in _ROLES:
        names = _named(language, chain, role)
        if names:
            return ", ".join(names)
    return label(language, "not_recorded")


def chain_in(language: str, chain: Sequence[ShownLink], on: PartialDate | None, reference: str) -> str:
    """By whom the words came, with the day and the claim: the line that stands below a sentence about a person."""
    parts = []
    for role, key in _ROLES:
        if names := _named(language, chain, role):
            parts.append(f"{label(language, key)}: {', '.join(names)}")
    if not parts:
        parts.append(f"{label(language, 'said_by')}: {label(language, 'not_recorded')}")
    if on is not None:
        parts.append(day_in(language, on))
    return f"{' · '.join(parts)} [{reference}]"


def say_in(
    language: str,
    subject: str,
    polarity: str,
    chain: Sequence[ShownLink],
    *,
    value: str = "",
    on: PartialDate | None = None,
    collective: bool = False,
    of_list: bool = False,
    row: wording.RowOfList | None = None,
) -> str:
    """A claim as a careful sentence in a language, with the speaker and the day."""
    base = base_language(language)
    who, when, value = speaker_in(base, chain), day_in(base, on), isolated(base, value)
    if row is not None:
        row = wording.RowOfList(isolated(base, row.title), row.row, isolated(base, row.purpose))
    if base == "en":
        spoken = [ShownLink(LinkRole.SPEAKER, who, Attribution.NAMED)]
        with translation.override("en"):
            said = wording.say_claim(
                subject, polarity, spoken, value=value, collective=collective, of_list=of_list, row=row
            )
        return f"{said[:1].upper()}{said[1:]}{f' ({when})' if when else ''}."
    words = table(base)
    told: Mapping[str, str] = words["sentences"]
    at = told["when"].format(when=when) if when else ""
    if row and (subject, polarity) == (ClaimSubject.LISTED, Polarity.ASSERTS):
        phrase = told["row_of" if not row.title else "row_as" if row.purpose else "row"]
        return phrase.format(title=row.title, row=row.row, purpose=row.purpose, who=who, when=at)
    sentence = told[str(Polarity(polarity))].format(
        who=who,
        clause=words["many" if collective else "one"][str(ClaimSubject(subject))],
        what=told["what"].format(what=value) if value else "",
        when=at,
    )
    if collective:
        sentence += told["of_list" if of_list else "of_group"]
    if (subject, polarity) == (ClaimSubject.SEARCHED_FOR, Polarity.ASSERTS):
        sentence += told["searching"]
    return _TWO_STOPS.sub(".", sentence)


def _put(language: str, words: str, known: Mapping[str, str]) -> str:
    return _TWO_STOPS.sub(".", words.format(**{key: isolated(language, told) for key, told in known.items()}).strip())


def _named(language: str, chain: Sequence[ShownLink], role: LinkRole) -> list[str]:
    names = []
    for link in chain:
        if link.role != role or not link.name.strip():
            continue
        if link.name == wording.protected_name():
            name = label(language, "protected")
        else:
            name = isolated(language, link.name)
        if link.attribution == Attribution.ANONYMOUS:
            name = label(language, "not_named", name=name)
        names.append(name)
    return list(dict.fromkeys(names))


def _part_in(language: str, on: PartialDate) -> str:
    """A date that is no single day: a month, a year, a span; what is written otherwise stays in its notation."""
    from babel.dates import format_date

    text = on.edtf.rstrip("~?%")
    # The month by itself is another form in Russian. In Hebrew and Arabic it is not; asked for it all the same,
    # Babel gives the Arabic month in Hebrew once it has given the Hebrew one: what these share, it keeps.
    month = "LLLL y" if language == "ru" else "MMMM y"
    shape = {4: "y", 7: month}.get(len(text)) if text.replace("-", "").isdecimal() else None
    if shape is None or on.earliest is None:
        first, last = on.earliest, on.latest
        if first is not None and last is not None:
            return f"{day_in(language, first)} – {day_in(language, last)}"
        return text
    said = str(format_date(on.earliest, format=shape, locale=_LOCALES[language]))
    return said if text == on.edtf else f"≈ {said}"
