"""What an English text says that its people are, wherever it says so: "the tailor Ansel Dray", "Ansel Dray, a tailor".

In: a text. Out: nouns for people, each with the person who is introduced by it, in order.
Leaves to others: whom "the tailor" means where nobody was introduced so (`homeward.reading.acquaintance`).

The noun need not be known as an office: whoever is once called a podcaster is "the podcaster" later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from homeward.reading.callings import is_title
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.trades import NO_WORKER, WORKING
from homeward.reading.languages.language import Actor, ActorKind
from homeward.records import Attribution

_CAPITAL = r"(?:(?:al|el|ad|an|ar|as|at|ash)-|[dDlLO]['’])?[^\W\d_a-z][^\W\d_]{0,30}(?:[-'’](?!s\b)[^\W\d_]{1,30}){0,3}(?![^\W\d_])"
_PARTICLE = "|".join(sorted(w.NAME_PARTICLES))
_INITIAL = r"[A-Z]\."
_NAME = rf"(?<![\w'’-])(?P<name>(?:{_CAPITAL}|{_INITIAL})(?: (?:(?:{_PARTICLE}) )?(?:{_CAPITAL}|{_INITIAL})){{1,4}})"
_LED = r"(?:an?|the|our|its|their|his|her|one|another|(?:[A-Z][\w’'-]{1,40} )?[A-Z][\w-]{1,40}['’]s?)"
_NOUNS = r"(?P<words>(?:[A-Za-z][\w’'-]{0,40} ){0,4}?(?P<noun>[a-z][a-z-]{1,40}))"
_BEHIND = r"(?=[,.;:)—–]| (?:who|whose|from|in|at|of|with|for|by|to|on|and|based|known|turned|whom)\b)"
_RULES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME}(?:, (?:aged )?\d{{1,3}})?(?:,| —| –) (?:who (?:is|was) )?(?:then |now |once |formerly )?{_LED} {_NOUNS}{_BEHIND}",
        rf"\b(?:[Aa]n?|[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ne|[A-Z][\w-]{{1,40}}['’]s?) {_NOUNS}(?:,| named| called|,? by name)? {_NAME}",
        rf"{_NAME} (?:is|was|had been|has been|became|remains) (?:an?|the|once an?|now an?|then an?) {_NOUNS}{_BEHIND}",
    )
)
_TITLED = re.compile(rf"(?P<title>(?:[A-Z][a-z]{{1,20}}\.?[ -]){{1,3}})(?:\(ret(?:d|ired|\.)?\) )?{_NAME}")
_LABEL = re.compile(
    rf"^(?:THE )?(?P<role>[A-Z][A-Za-z]{{1,30}})(?:,| \()(?: (?:[A-Z][a-z]{{1,20}}\.? ){{0,3}}?)?{_NAME}\)?:",
    re.MULTILINE,
)
_NO_PERSON = (
    frozenset(
        w.split(
            "contractor contractors carrier trawler freighter tanker steamer cutter ferry member members men women people "
            "owners charterer managers agents source sources"
        )
    )
    | w.MEDIUM_HEADS
    | w.BODY_HEADS
    | w.OWNERS
)  # also what is said before the name of a firm or a ship, or of one of many
_SHORTENED = {
    "lt": "lieutenant", "col": "colonel", "capt": "captain", "maj": "major", "gen": "general", "brig": "brigadier",
    "sgt": "sergeant", "cpl": "corporal", "insp": "inspector", "supt": "superintendent", "amb": "ambassador",
    "gov": "governor", "sen": "senator", "rep": "representative", "prof": "professor", "dr": "doctor", "adm": "admiral",
    "cmdr": "commander", "rev": "reverend", "revd": "reverend", "msgr": "monsignor", "adv": "advocate", "engr": "engineer",
    "pvt": "private", "asst": "assistant", "dep": "deputy", "min": "minister", "pres": "president", "sec": "secretary",
}  # fmt: skip
_ALSO = {  # by what one so called may be called besides
    "mother": ("abbess", "superior", "prioress", "nun"), "sister": ("nun", "sister"), "father": ("priest", "father"),
    "reverend": ("pastor", "minister", "priest"), "monsignor": ("prelate", "priest"), "dom": ("abbot", "monk"),
    "brother": ("monk", "friar"), "bishop": ("prelate",), "archbishop": ("prelate",), "rabbi": ("rabbi",),
    "sheikh": ("sheikh",), "justice": ("judge",), "imam": ("imam", "cleric"),
}  # fmt: skip


def introductions(text: str) -> list[tuple[str, Actor]]:
    """Nouns for people with whom the text introduces by each, by place."""
    found = [*_told(text), *_titled(text), *_labelled(text)]
    return sorted(found, key=lambda pair: pair[1].place)


def _told(text: str) -> Iterator[tuple[str, Actor]]:
    for rule in _RULES:
        for match in rule.finditer(text):
            noun, person = match["noun"], _person(match)
            if person is None or not _names_somebody(noun, match["words"]):
                continue
            yield noun, person
            words = match["words"].split()
            if len(words) > 1 and words[-2][:1].islower() and words[-2].isalpha():
                yield " ".join(words[-2:]), person


def _names_somebody(noun: str, words: str) -> bool:
    several = noun.endswith("s") and noun not in w.PERSON_HEADS
    return (
        not several
        and (noun in w.PERSON_HEADS or (WORKING.match(noun) is not None and noun not in NO_WORKER))
        and noun not in _NO_PERSON
    )


def _person(match: re.Match[str]) -> Actor | None:
    """The person whom a name of several words names; bodies and places have no given name and no title."""
    words = match["name"].split()
    start = match.start("name")
    while len(words) > 2 and is_title(words[0]):
        start += len(words[0]) + 1
        words.pop(0)
    name = " ".join(words)
    if any(word.lower() in w.BODY_HEADS | w.MEDIUM_HEADS for word in words):
        return None
    return Actor((start, match.end("name")), name, ActorKind.PERSON, Attribution.NAMED)


def _titled(text: str) -> Iterator[tuple[str, Actor]]:
    """As in "Lt. Col. Anders Roth", "Mother Pia Sand"; each rank stands for itself, too."""
    for match in _TITLED.finditer(text):
        titles = [
            _SHORTENED.get(t.lower().rstrip("."), t.lower().rstrip("."))
            for t in re.split(r"[ -]", match["title"])
            if t
        ]
        held = [t for t in titles if t in w.PERSON_HEADS or t in _ALSO or t in _SHORTENED.values()]
        person = _person(match)
        if not held or person is None:
            continue
        for title in {*held, " ".join(held), *(also for t in held for also in _ALSO.get(t, ()))}:
            yield title, person


def _labelled(text: str) -> Iterator[tuple[str, Actor]]:
    """As in "Spokesman, Lt. Col. Anders Roth:" at the head of a turn."""
    for match in _LABEL.finditer(text):
        person = _person(match)
        if person is not None and match["role"].lower() in w.PERSON_HEADS:
            yield match["role"].lower(), person
