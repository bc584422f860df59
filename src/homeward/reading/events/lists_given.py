"""By whom and to whom a list went where its own clause leaves it out, its day and how many names it holds.

In: a handover as a sentence tells it, and the document so far. Out: names, and the proposal with what else is known.
Leaves to others: the sentences (each language's rules), and the parties that the clause names (`happenings`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.events.answers import is_side_of
from homeward.reading.events.room import WE, Room
from homeward.reading.languages.language import Actor, ActorKind, Language, RawEvent
from homeward.reading.proposals import Proposal

_REACH = 1500  # characters before a list in which the people on it may have been named
_PAIR = 2


def receiver(room: Room, by: str, carrier: str | None) -> str | None:
    """Who must have got a list where the text leaves it out: who got the one before, was met last, or answers."""
    if room.receiver and room.receiver != by:
        return room.receiver
    last = room.met[-1] if room.met else ()
    return next((name for name in (*last, *room.answerers) if name not in (by, carrier)), None)


def between_met(
    room: Room, event: RawEvent, by: str | None, to: str | None, speaker: Actor | None
) -> tuple[str | None, str | None]:
    """Giver and taker of a list that changed hands between two of whose meeting was told just before."""
    met = room.just_met(event.place[0])
    if (
        len(met) != _PAIR
        or event.to is None
        or event.to.kind is not ActorKind.PRONOUN
        or (event.to.head or event.to.name).lower() in WE
    ):
        return by, to
    if by is None and speaker is None and to in met:
        return next(name for name in met if name != to), to  # "met the delegate; there he was given a list"
    giver = by or (speaker.name if speaker is not None else None)
    if giver in met and to is not None and (to.startswith(giver) or to == event.to.name):
        return by, next(name for name in met if name != giver)
    return by, to


def with_what_is_known(room: Room, event: RawEvent, base: Proposal) -> Proposal:
    """The proposal with the day of the meeting at which a list changed hands, and the number of all on it."""
    if base.date is None and event.dated and _is_of_meeting(room, event, base):
        base = replace(base, date=room.met_on)
    if base.count is None and _WHOLE_LIST.search(room.document.text, *event.place) is not None:
        base = replace(base, count=room.about((event.place[0], event.place[0]), back=_REACH).count)
    return base


def _is_of_meeting(room: Room, event: RawEvent, base: Proposal) -> bool:
    """Whether those between whom a list changed hands have just met, as the text tells, and did so there."""
    met = room.just_met(event.place[0])
    apart = "\n" in room.document.text[room.met_at : event.place[0]].strip() if met else True
    return not apart and base.by in met and base.to in met


_WHOLE_LIST = re.compile(
    r"\b(?:(?:their|the|all|its|these|those|consolidated|full|whole|first|complete) (?:\w+ ){0,2}?"
    r"(?:names|list|dossier|register|roll)|"
    r"the (?:paper|sheet|file))\b",
    re.IGNORECASE,
)


def giver(
    room: Room, language: Language, others: Sequence[Actor], named: Sequence[str | None], speaker: Actor
) -> str | None:
    """Who says that a list "was passed to" others, by nobody else: he speaks of his own side's list."""
    side = language.our_side
    ours = speaker.kind is ActorKind.ROLE and side is not None and side.search(speaker.name) is not None
    if not (ours or speaker.kind in (ActorKind.PERSON, ActorKind.BODY)) or speaker.name in named:
        return None
    theirs = any(is_side_of(one, speaker, room.document.text) for one in others)
    return None if theirs else speaker.name
