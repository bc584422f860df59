"""Whether a word may mean somebody: "he" a man, "she" a woman, "it" a body; a role of a man's, a kinsman's word.

In: two actors. Out: whether they may be one, as far as number, sex and kind tell.
Leaves to others: which of those that fit is meant (`memory`, `speakers`).
"""

from __future__ import annotations

import re

from homeward.names import listed_kinds
from homeward.reading.acquaintance import sex_of
from homeward.reading.languages.language import Actor, ActorKind

UTTERED = frozenset(
    ["statement", "readout", "read-out", "communique", "communiqué", "release", "letter", "note", "reply", "answer",
     "message", "text", "post", "posting", "caption", "leaflet", "item", "notice", "memo", "tweet", "email",
     "response", "announcement", "document"]
)  # fmt: skip
OWN = frozenset(["its", "his", "her", "their"])
KIN = frozenset(
    ["mother", "father", "sister", "brother", "wife", "husband", "son", "daughter", "uncle", "aunt", "cousin",
     "parents", "family", "relatives", "niece", "nephew", "grandmother", "grandfather", "employer", "employers"]
)  # fmt: skip
OF_BODIES = frozenset(["it", "they", "its", "their"])
OTHER_SEX = {"he": "f", "she": "m"}
SEX_OF_PRONOUN = {"he": "m", "she": "f"}
_SEVERAL = frozenset(
    ["people", "men", "women", "police", "clergy", "staff", "crew", "children", "policemen", "fishermen", "gunmen",
     "militiamen", "brethren", "folk", "kin", "kinsmen", "servicemen"]
)  # fmt: skip


def is_one(actor: Actor) -> bool:
    """Whether an actor is one man or woman: "one of the guards", but neither "guards" nor "police"."""
    if actor.kind is ActorKind.PERSON:
        return True
    if actor.kind not in (ActorKind.ROLE, ActorKind.SOURCE):
        return False
    several = actor.head in _SEVERAL or (actor.head.endswith("s") and not actor.head.endswith("ss"))
    return not several or actor.name.lower().startswith("one of ")


def names_a_place(actor: Actor, text: str) -> bool:
    """Whether a name seems a place's or a ship's by what stands before it: "at Camp Rhee", "on the Mary Dunn"."""
    if actor.role == "the":
        return True
    if actor.role or actor.head or actor.brief is not None or listed_kinds(actor.name.split()[0]) & frozenset("mf"):
        return _A_SHIP.search(text, max(0, actor.place[0] - 24), actor.place[0]) is not None
    return _AT.search(text, max(0, actor.place[0] - 12), actor.place[0]) is not None


_AT = re.compile(
    r"\b(?:(?:at|in|near|off|into|towards?|climb(?:s|ed)?|aboard|on board) (?:the )?|the )$", re.IGNORECASE
)
_A_SHIP = re.compile(
    r"\b(?:(?:on|aboard|on board|off) the |"
    r"(?:ship|boat|trawler|freighter|tanker|ferry|dhow|coaster|tug|vessel|yacht) )$"
)


def may_be_sex(role: Actor, person: Actor) -> bool:
    """Whether a role may be a person's, as far as both tell of a man or a woman."""
    one, other = sex_of(role), sex_of(person)
    return not one or not other or one == other


def agree(verb: Actor, known: Actor | None) -> bool:
    """Whether somebody may be the subject that a verb leaves out, as far as its form tells."""
    if not verb.gender:
        return True
    return known is not None and known.gender in ("", verb.gender)


def may_be(pronoun: Actor, actor: Actor) -> bool:
    """Whether a pronoun may mean an actor, as far as "he" and "she" tell."""
    if pronoun.head not in OTHER_SEX:
        return True
    several = actor.kind in (ActorKind.ROLE, ActorKind.SOURCE) and not is_one(actor)
    several = several or (
        actor.kind is ActorKind.OTHER and actor.head.endswith("s") and not actor.head.endswith("ss")
    )
    thing = actor.kind in (ActorKind.BODY, ActorKind.MEDIUM)
    return not several and not thing and sex_of(actor) != OTHER_SEX[pronoun.head]


def stands_for(pronoun: Actor, actor: Actor) -> bool:
    """Whether "he", "she", "it" or "they" may stand for an actor, as far as number, sex and kind tell."""
    if pronoun.head in OTHER_SEX:
        return is_one(actor) and may_be(pronoun, actor)
    if pronoun.head == "they":
        return actor.kind is not ActorKind.PERSON and not is_one(actor)
    return pronoun.head == "it" and actor.kind in (ActorKind.BODY, ActorKind.MEDIUM)


def is_utterance(actor: Actor) -> bool:
    """Whether an actor is a text of somebody who is not named with it: "its typewritten communiqué", "the letter"."""
    words = actor.name.lower().split(" on ")[0].split()
    if not words or words[-1] not in UTTERED or any(word[:1].isupper() for word in actor.name.split()[1:]):
        return False
    return actor.definite or words[0] in UTTERED or words[0] in OWN
