"""Whom English sentences are about, where tables of nouns and names do not tell: "the company, Norvik Hydraulics".

In: a sentence's actors in order, and its text. Out: a firm behind its noun, one of several, and whom a report's
first lines describe and its next paragraph names.
Leaves to others: whose words the sentence tells (`speakers`), and what people are said to be (`offices`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from homeward.reading.acquaintance import sex_of
from homeward.reading.callings import FIELD_OF
from homeward.reading.entities.lists import place_names
from homeward.reading.fitting import is_one
from homeward.reading.languages.language import Actor, ActorKind, Voice
from homeward.records import Attribution


def firm_behind(actors: Sequence[Actor], text: str) -> Actor | None:
    """The firm named behind its noun: "The company, Norvik Hydraulics, kept its distance"."""
    if len(actors) < _TWO:
        return None
    noun, firm = actors[:_TWO]
    plain = noun.definite and noun.name == noun.head and (noun.kind is ActorKind.BODY or noun.head in _OWNERS)
    if not plain or firm.kind is not ActorKind.BODY or not firm.name[:1].isupper():
        return None
    apposed = text[noun.place[1] : firm.place[0]] == ", " and text[firm.place[1] : firm.place[1] + 1] == ","
    return replace(firm, head=noun.head) if apposed else None


def one_of(actor: Actor, text: str) -> Actor:
    """The one of several whom a text tells of: "one of the guards", where the tables see but guards."""
    start = actor.place[0] - len(_ONE_OF)
    several = actor.kind is ActorKind.ROLE and actor.brief is None and actor.head.endswith("s") and start >= 0
    if not several or text[start : actor.place[0]].lower() != _ONE_OF or is_one(actor):
        return actor
    place = (start, actor.place[1])
    return replace(actor, place=place, name=text[slice(*place)], definite=False)


def without_where(actor: Actor, text: str) -> Actor:
    """A body or a role without where somebody met it: "had met the Ministry of Health | in Arua"."""
    if actor.brief is not None or actor.kind not in (ActorKind.BODY, ActorKind.ROLE) or " in " not in actor.name:
        return actor
    if _MET.search(text, max(0, actor.place[0] - _NEAR), actor.place[0]) is None:
        return actor
    return replace(actor, name=actor.name[: actor.name.rindex(" in ")])


@dataclass(frozen=True, slots=True)
class Described:
    """Somebody whom a report's first lines only describe, and in which paragraph."""

    actor: Actor
    paragraph: int


def described_in_lead(subject: Actor | None, paragraph: int) -> Described | None:
    """Whom the first lines tell of by an office alone: "The former ambassador who bargains for them has ..."."""
    if subject is None or paragraph > _LEAD or subject.kind is not ActorKind.ROLE or not is_one(subject):
        return None
    official = FIELD_OF.get(subject.head) in _OFFICIAL and subject.attribution is Attribution.UNNAMED
    known = (subject.definite and " " in subject.name) or "'s " in subject.name.replace("’", "'")
    return Described(subject, paragraph) if official and known and subject.brief is None else None


def is_named_now(described: Described, voices: Sequence[Voice], paragraph: int) -> Actor | None:
    """The person, named with no office of his own, with whose words the paragraph behind the first lines begins."""
    speaker = voices[0].speaker if voices else None
    if paragraph != described.paragraph + 1 or speaker is None or speaker.kind is not ActorKind.PERSON:
        return None
    alone = " " in speaker.name and not speaker.role and not speaker.head
    alone = alone and speaker.name.lower() not in place_names("en")
    sexes = {sex_of(described.actor), sex_of(speaker)} - {""}
    return speaker if alone and len(sexes) < _TWO else None


_NEAR = 24  # characters
_MET = re.compile(r"\b(?:meets?|met|sees?|saw|visit(?:s|ed)?|receive[sd]?) (?:the |its |his |her |their |an? )?$")
_TWO = 2
_LEAD = 2  # paragraphs, the headline and a dateline among them
_ONE_OF = "one of "
_OWNERS = frozenset(
    ["owner", "owners", "shipowner", "operator", "employer", "insurer", "charterer", "manager", "carrier"]
)
_OFFICIAL = frozenset(["politics", "envoy", "military", "police", "clergy"])
