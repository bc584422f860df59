"""What an English sentence says that a person is: "Ana Ruhl, the deputy minister", "Orm was elected mayor".

In: a sentence and whom it introduces. Out: persons with the words for what each is, by which they are called later.
Leaves to others: whom "the mayor" means (`acquaintance`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from homeward.names import listed_kinds
from homeward.reading.fitting import KIN
from homeward.reading.languages.language import Actor, ActorKind, View
from homeward.records import Attribution

_AGED = r"(?:, (?:aged )?\d{1,3})?"
_IS = (
    r" (?:is|was|(?:has |had )?been|became|becomes|remains|remained)(?: (?:now|then|also|still|once))?"
    r"(?: (?:elected|re-elected|appointed|reappointed|named|made|chosen|confirmed|nominated|sworn in|installed))?"
    r"(?: as| to be)?"
)
_SERVES = (
    r" (?:has |had )?(?:serves?|served|works?|worked|acts?|acted|trained|qualified|retired)"
    r"(?: (?:for years|once))? as"
)
_APPOSED = (
    r",(?: who (?:is|was|had been|has been))?"
    r"(?: (?:then|now|once|formerly|until (?:recently|last \w+|\w+)|still|also|himself|herself|elected|"
    r"appointed|named|made|chosen))?"
)
_IS_A = re.compile(
    rf"{_AGED}(?:{_IS}|{_SERVES}|{_APPOSED}| as|, who{_IS}|, who{_SERVES}) "
    r"(?P<led>(?:the|an?|its|their|his|her) |one of )?(?:\d+-)?",
    re.IGNORECASE,
)
_LONGEST = 60  # characters between a name and what its bearer is
_CHOSEN = re.compile(
    r"(?:elected|re-elected|appointed|named|made|chosen|confirmed|then|now|former|interim|acting|"
    r"year-old) ",
    re.IGNORECASE,
)
_BY_ACT = {  # what somebody is who does so: "Nur Hashim, who governs the islands", later "the governor"
    "governs": "governor", "commands": "commander", "leads": "leader", "chairs": "chairman", "edits": "editor",
    "directs": "director", "manages": "manager", "coordinates": "coordinator", "founded": "founder",
    "mediates": "mediator", "negotiates": "negotiator", "prosecutes": "prosecutor", "represents": "lawyer",
    "heads": "head", "speaks for": "spokesman", "drives": "driver", "teaches": "teacher", "translates": "translator",
    "interprets": "interpreter", "farms": "farmer", "fishes": "fisherman", "captains": "captain",
    "skippers": "skipper",
    "commanded": "commander", "led": "leader", "chaired": "chairman", "headed": "head", "governed": "governor",
    "drove": "driver", "taught": "teacher", "spoke for": "spokesman", "spoken for": "spokesman",
}  # fmt: skip
_ALSO = {"chairman": ("chair", "chairwoman", "chairperson"), "spokesman": ("spokeswoman", "spokesperson"),
         "lawyer": ("attorney", "counsel"), "head": ("director", "chief"), "leader": ("chief",)}  # fmt: skip
_BY_PASSIVE = {
    "led": "leader", "commanded": "commander", "headed": "head", "chaired": "chairman", "governed": "governor",
    "represented": "lawyer", "directed": "director", "edited": "editor", "captained": "captain", "founded": "founder",
}  # fmt: skip
_DONE_BY = re.compile(rf"\b({'|'.join(_BY_PASSIVE)}) by (?:the |a |one )?$")
_WHO_ACTS = re.compile(
    r"(?:, (?:aged )?\d{1,3}(?=,))?(?:(?P<who>, who)|(?:,(?= [a-z]))?)(?: (?:has|now|once|still|also|currently))* "
    rf"(?P<act>{'|'.join(_BY_ACT)})\b"
)
_ONLY_WITH_WHO = frozenset(["led"])  # a main clause may tell of a walk, or a theory


def offices(view: View, actors: Sequence[Actor]) -> list[tuple[Actor, Actor]]:
    """Persons with the words for what they are."""
    found = []
    text = view.text
    ordered = sorted(actors, key=lambda actor: actor.place)
    for person, office in pairwise(ordered):
        if person.kind is not ActorKind.PERSON or office.kind is not ActorKind.ROLE:
            continue
        if person.role and person.role != office.head and office.head in person.role.split():
            continue
        start, stop = person.place[1], office.place[0]
        if not 0 < stop - start < _LONGEST:
            continue
        told = _IS_A.fullmatch(text[start:stop] + _article(text[slice(*office.place)]))
        if told is None:
            continue
        owned = told["led"] or _OWNED.match(text[slice(*office.place)]) or office.name.islower() or told[0] != ", "
        owned = owned or _CHOSEN.match(office.name) or not office.head.endswith("s")
        alone = text[office.place[1] : office.place[1] + 5].startswith(_BEHIND)
        if owned and (alone or not told[0].startswith(",")):
            name = _CHOSEN.sub("", office.name, count=1)
            found.append((person, replace(office, name=name)))
    people = [actor for actor in ordered if actor.kind in (ActorKind.ROLE, ActorKind.PERSON)]
    for office, person in pairwise(people):
        is_one = office.kind is ActorKind.ROLE and office.definite and person.kind is ActorKind.PERSON
        if is_one and _WHO_IS.fullmatch(text, office.place[1], person.place[0]) is not None:
            found.append((person, office))  # "The minister, who came on Monday, is Karl Vost."
    for person in ordered if " by " in text[view.start : view.stop] else ():
        done = _DONE_BY.search(text, max(view.start, person.place[0] - 24), person.place[0])
        if done is not None and person.kind is ActorKind.PERSON:  # "The battalion is led by Ivo Lasker."
            head = _BY_PASSIVE[done[1]]
            for called in (head, *_ALSO.get(head, ())):
                found.append((person, replace(person, name=called, kind=ActorKind.ROLE, head=called)))
    for person in ordered:
        acts = _WHO_ACTS.match(text, person.place[1]) if person.kind is ActorKind.PERSON else None
        if acts is None or (acts["who"] is None and acts["act"] in _ONLY_WITH_WHO):
            continue
        head = _BY_ACT[acts["act"]]
        for called in (head, *_ALSO.get(head, ())):
            found.append((person, replace(person, name=called, kind=ActorKind.ROLE, head=called)))
    return found


_OWNED = re.compile(r"(?:the )?[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*['’]s? ")


def pair(actors: Sequence[Actor], view: View) -> Actor | None:
    """Two whom a sentence names at its head, as "they", "both" and "the two" mean them: "Sill and Farr visited"."""
    if len(actors) < 2 or not all(a.kind in _PAIRED and a.attribution is Attribution.NAMED for a in actors[:2]):
        return None
    one, other = actors[:2]
    opens = not view.text[view.start : one.place[0]].strip().removesuffix("The")
    if one.kind is not other.kind or not opens or not _AND.fullmatch(view.text, one.place[1], other.place[0]):
        return None
    if any(a.head.endswith("s") and a.kind is ActorKind.ROLE for a in actors[2:]):
        return None  # "they" may be whom the two met
    name = f"{one.name} and {other.name}"
    return Actor((one.place[0], other.place[1]), name, ActorKind.ROLE, Attribution.NAMED, "two")


_PAIRED = (ActorKind.PERSON, ActorKind.BODY)
_AND = re.compile(r" and (?:the )?")
_BEHIND = (",", " of ", " for", ".", " in ", " at ", " by ", " with", " from", " who", " on ", " and ")


def owners(actor: Actor, view: View) -> list[Actor]:
    """The person by whose name somebody is told of: "Ruth Mirell's son", "a lawyer for Ruth Mirell"."""
    if actor.kind not in (ActorKind.ROLE, ActorKind.PERSON) or actor.brief is not None:
        return []
    phrase = view.text[slice(*actor.place)]
    match = _OWNER.match(phrase) or _OF_OWNER.search(phrase)
    if match is None or (match[1] in actor.name and actor.kind is ActorKind.PERSON):
        return []
    if not listed_kinds(match[1].split()[0]) & frozenset("mfg") and actor.head.removesuffix("s") not in KIN:
        return []
    place = (actor.place[0] + match.start(1), actor.place[0] + match.end(1))
    return [Actor(place, match[1], ActorKind.PERSON, Attribution.NAMED)]


_FULL_NAME = r"([^\W\d_a-z][\w-]+(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w-]+)+)"
_OWNER = re.compile(rf"{_FULL_NAME}(?:['’]s|(?<=s)['’]) [a-z]")
_OF_OWNER = re.compile(rf" (?:of|for|to) {_FULL_NAME}$")
_WHO_IS = re.compile(r"(?:, (?:who|whose) [^,.;]{3,80},)? (?:is|was) ")


def _article(phrase: str) -> str:
    """The article with which a phrase begins, with a blank."""
    match = re.match(r"(?:the|an?|its|their|his|her|one of) ", phrase, re.IGNORECASE)
    return match.group() if match is not None else ""
