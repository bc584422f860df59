"""Who takes part in an English event: the actor of a noun phrase, the owner of a house, the place of a meeting.

In: chunks of a sentence. Out: `Actor`s and places.
Leaves to others: who "he" is (the engine), and which noun phrases take part (`contacts`, `handovers`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Argument, Clauses
from homeward.reading.languages.en.dates import MONTHS, WEEKDAYS
from homeward.reading.languages.en.sources import bare, describe
from homeward.reading.languages.language import Actor, ActorKind, Place
from homeward.reading.proposals import ReadDate
from homeward.records import Attribution

_PRONOUN = re.compile(r"(?:his|her|its|their|our|my)\b", re.IGNORECASE)
_NOBODY = frozenset(["nobody", "none", "neither", "no", "no-one"])
_ANYBODY = frozenset(w.split("anyone anybody someone somebody"))
_PRESS = frozenset(
    w.split(
        "reporter reporters journalist journalists correspondent correspondents press newspaper paper "
        "magazine station viewers "
        "readers listeners audience parliament house peers lawmakers deputies crowd cameras camera visitors visitor"
    )
)
# "the commander for months", "her daughter for a minute": how long is no part of who
_LASTING = re.compile(
    r" for (?:(?:an?|the|some|several|many|most of|more than|about|nearly|over|only|half|just|\w+) ){0,4}?(?:minutes?|hours?|days?|weeks?|months?|years?)\b.*$",
    re.IGNORECASE,
)
# What is visited, received or seen without meeting anybody.
_SIGHTS = frozenset(
    w.split(
        "attention notice knowledge agenda museum exhibition gallery memorial cemetery monument stadium fair festival order medal award prize degree title honour honor sentence fine visa "
        "licence license contract bonus salary"
    )
)
_SOME_OF = re.compile(
    r"(?:any|some|all|several|both|many|most|none|two|three|four|five) of (?=the\b|these\b|those\b)",
    re.IGNORECASE,
)
_POSSESSOR = re.compile(r"^(?P<owner>.+?)(?:['’]s|s['’])\s+(?P<head>\S.*)$", re.DOTALL)


def actor_of(clauses: Clauses, chunk: Chunk) -> Actor:
    """The actor whom a noun phrase names."""
    text = clauses.view.text
    place = chunk.place
    lasting = _LASTING.search(text, *place)
    if lasting is not None and lasting.start() > place[0]:
        place = (place[0], lasting.start())
    low = text[slice(*place)].lower()
    if chunk.pronoun:
        return Actor(place, text[slice(*place)], ActorKind.PRONOUN, Attribution.UNNAMED, low)
    some = _SOME_OF.match(text, *place)
    if some is not None:
        place = (some.end(), place[1])
    actor = describe(text, place)
    if actor.kind is ActorKind.PERSON or len(chunk.extra) < 2:
        return actor
    for part in chunk.extra:  # "the envoy, Piers Amsel": whichever of the two is a name
        other = describe(text, part)
        if other.kind is ActorKind.PERSON:
            return replace(other, place=place)
    names = [p for p in chunk.extra if _is_plain_name(text[slice(*p)])]
    if names and any(h in w.PERSON_HEADS for h in chunk.heads):
        return replace(actor, name=bare(text[slice(*names[0])]), kind=ActorKind.PERSON, attribution=Attribution.NAMED)
    return actor


def _is_plain_name(words: str) -> bool:
    return all(x[:1].isupper() or x.lower() in w.NAME_PARTICLES for x in words.split())


def party_of(clauses: Clauses, chunk: Chunk) -> Actor:
    """The party that a noun phrase stands for: the owner of an office or camp, else whom the phrase names."""
    if chunk.heads[-1] in v.PLACE_NOUNS and (owner := owner_of(clauses, chunk)) is not None:
        if chunk.heads[-1] in _OFFICES and owner.kind in (ActorKind.PERSON, ActorKind.ROLE):
            words = _POSSESSOR.match(clauses.text(chunk.place))
            if words is not None:  # "the bishop's office" is not the bishop
                return replace(owner, place=chunk.place, name=bare(words.group()), kind=ActorKind.BODY)
        return owner
    return actor_of(clauses, chunk)


_OFFICES = frozenset(["office", "offices", "bureau", "secretariat"])


def owner_of(clauses: Clauses, chunk: Chunk) -> Actor | None:
    """Whose a place is: "its office", "the Directorate's office", "the camp of the Hill Emirate"."""
    text = clauses.view.text
    words = text[slice(*chunk.place)]
    possessive = _PRONOUN.match(words)
    if possessive:
        place = (chunk.start, chunk.start + possessive.end())
        return Actor(place, possessive.group(), ActorKind.PRONOUN, Attribution.UNNAMED, possessive.group().lower())
    of = words.find(" of ")
    if of > 0:
        place = (chunk.start + of + 4, chunk.stop)
        owner = describe(text, place)
        return owner if owner.kind is not ActorKind.ROLE else None
    named = _POSSESSOR.match(words)
    if named:
        return describe(text, (chunk.start, chunk.start + named.end("owner")))
    return None


def is_place(chunk: Chunk) -> bool:
    """Whether a noun phrase is a place by its own word: "the camp of the Emirate"."""
    return chunk.heads[-1] in v.PLACE_NOUNS


def is_party(clauses: Clauses, chunk: Chunk) -> bool:
    """Whether a noun phrase can be somebody that one meets, calls or hands a list to."""
    if chunk.low in _OWNED_ALONE:
        return False
    if chunk.pronoun or chunk.low.endswith(("self", "selves")):
        return chunk.pronoun and not chunk.low.endswith(("self", "selves"))
    words = clauses.text(chunk.place)
    heads = set(chunk.heads)
    if chunk.heads[0] in ("every", "each") and (chunk.heads[-1] in WEEKDAYS or chunk.heads[-1] in MONTHS):
        return False
    if chunk.heads[-1] in _SIGHTS or chunk.heads[0] in _SIGHTS:
        return False
    if heads & _PRESS or words[0].isdigit() or heads & v.BY_PHONE or chunk.heads[-1] in v.CONTACT_NOUNS:
        return False
    if heads & w.ROLE_HEADS or any(h.removesuffix("'s") in w.ROLE_HEADS for h in heads) or chunk.extra:
        return actor_of(clauses, chunk).kind is not ActorKind.MEDIUM
    if chunk.heads[-1] in _CROWDS | {"any", "some", "one", "all", "several", "both", "many"}:
        return True
    return any(x[:1].isupper() for x in words.split() if x.lower() not in ("the", "a", "an"))


_OWNED_ALONE = frozenset(["hers", "his", "theirs", "ours", "mine", "yours"])
_CROWDS = frozenset(
    w.split(
        "delegation men fighters captors kidnappers hostages captives side sides visitors guests people "
        "mediators rebels "
        "militants insurgents guerrillas jailers elders relatives pair couple two three four five six seven eight nine ten eleven twelve committee "
        "panel party"
    )
)


def is_nobody(chunk: Chunk) -> bool:
    """Whether a subject denies: "nobody", "no envoy", "none of them", "neither side"."""
    return chunk.heads[0] in _NOBODY


def whose(clauses: Clauses, at: int) -> Chunk:
    """For "nobody from the Danish side", the side; else the noun phrase itself."""
    chunks = clauses.chunks
    if (
        (chunks[at].heads[-1] in _NOBODY | _ANYBODY or chunks[at].heads == ("no", "one"))
        and at + 2 < len(chunks)
        and chunks[at + 1].low in ("from", "of", "in", "at")
    ):
        return chunks[at + 2]
    return chunks[at]


def subjects_of(clauses: Clauses, at: int) -> list[Actor]:
    """The parties that are the subject of the verb at `at`."""
    return [actor_of(clauses, whose(clauses, k)) for k in clauses.subjects(at)]


def where(clauses: Clauses, found: list[Argument]) -> str | None:
    """The place of an event among its phrases: a named one, else a kind of house."""
    best: tuple[int, str] | None = None
    for number, argument in enumerate(found):
        if argument.role not in ("in", "at", "near", "inside", "outside", "aboard", "on"):
            continue
        if clauses.chunks[argument.at - 1].kind not in ("prep", "adv"):
            continue  # "in a school, the Post reports"
        words = bare(clauses.text(argument.chunk.place))
        house = any(h in v.PLACE_NOUNS for h in argument.chunk.heads)
        named = any(x[:1].isupper() for x in words.split())
        event = argument.chunk.heads[-1] in ("conference", "summit", "meeting", "ceremony", "forum")
        if argument.role == "on" and not house:
            continue
        if not named and not house:
            continue
        if any(h in MONTHS or h in WEEKDAYS for h in argument.chunk.heads):
            continue
        rank = 0 if named and not event else 1
        nxt = found[number + 1] if number + 1 < len(found) else None
        if house and nxt is not None and nxt.role == "in" and nxt.at == argument.at + 2:
            words = bare(clauses.text((argument.chunk.start, nxt.chunk.stop))) if named else words
        if (
            house
            and (of := _LYING_AT.fullmatch(words)) is not None
            and describe(of[1], (0, len(of[1]))).kind is ActorKind.OTHER
        ):
            words = of[1]  # "the well of Ouro"
        if house and not named and nxt is not None and nxt.role in ("outside", "near") and nxt.at == argument.at + 2:
            words = bare(clauses.text((argument.chunk.start, nxt.chunk.stop)))
        if best is None or rank < best[0]:
            best = (rank, words)
    return best[1] if best else None


_LYING_AT = re.compile(r"[a-z]+ of ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")


def date_in(clauses: Clauses, place: Place) -> ReadDate | None:
    """The date of a clause: the first that names a day, else the first."""
    found = clauses.dates(place)
    return next((d for d in found if d.value.is_day), found[0] if found else None)
