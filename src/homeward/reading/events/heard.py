"""Contacts, handovers, promises and silences that only the words of a sentence as a whole give away.

In: sentences that the trained models hold to tell of an event (`telling`), and what the rules proposed. Out: further
proposals, each of a whole sentence, less sure than those of the rules, with the parties that the sentence names; and
the rules' own without those that the models hold to be none.
Leaves to others: the models; events whose clause a rule understood (`happenings`).

A sentence of which a rule has proposed an event of the kind is left to the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from homeward.reading.events import meant
from homeward.reading.events.happenings import clause_of, place_told, propose_event, statement_around, with_parties
from homeward.reading.events.heard_sides import HeardSides, heard_sides
from homeward.reading.events.room import Room, inner_sentences
from homeward.reading.languages.language import Actor, ActorKind, EventKind, Language, RawEvent, View
from homeward.reading.links import links_of
from homeward.reading.proposals import Proposal, ProposalKind
from homeward.reading.statements import SeenSentence, Statement
from homeward.reading.telling import Judged, Told
from homeward.records import ContactKind, ContactStatus, Manner

# Chosen on reports by hands from whom neither the models nor the rules had learnt.
LEAST: Mapping[str, float] = {"contact": 0.4, "handover": 0.3, "commitment": 0.25, "silence": 0.35}
LEAST_IN: Mapping[str, Mapping[str, float]] = {
    "en": {"commitment": 0.35},
    "he": {"silence": 0.45, "commitment": 0.3},
    "ru": {"silence": 0.5, "commitment": 0.4},
    "ar": {"commitment": 0.3},
}
# A rule's event is let go below it.
DOUBTED: Mapping[str, float] = {"contact": 0.006, "handover": 0.015, "silence": 0.003}
# Where a rule's event gives no day, names nobody looked for and is not denied; chosen by folds of hands.
_DOUBTED_BARE: Mapping[str, Mapping[str, float]] = {"en": {"contact": 0.07}}
HELD: Mapping[str, float] = {
    "en": 0.7,
    "ru": 0.6,
    "he": 0.5,
    "ar": 0.5,
}  # of a contact that neither is planned nor did not take place
_BY_PHRASE = "told by a phrase"  # of a rule that asks for more than a verb
_ONE_SIDED = 0.9  # of a handover of which the sentence names one side or none
_SURE = 0.6  # of a probability, what is left as confidence: a rule's proposal comes before one of these
_PARTIES = (ActorKind.PERSON, ActorKind.BODY, ActorKind.ROLE, ActorKind.SOURCE, ActorKind.PRONOUN)
_KINDS = (("letter", ContactKind.LETTER), ("call", ContactKind.CALL), ("visit", ContactKind.VISIT))
_WORDS = {
    "contact": "the words of the sentence tell of a contact",
    "handover": "the words of the sentence tell of a list handed over",
    "commitment": "the words of the sentence tell of a promise",
    "silence": "the words of the sentence tell what was not said",
}


def least_in(code: str) -> Mapping[str, float]:
    """From which probability on an event of each kind is heard in a language."""
    return {**LEAST, **LEAST_IN.get(code, {})}


def without_doubted(proposals: Sequence[Proposal], judged: Judged, code: str) -> list[Proposal]:
    """The proposals but for those of whose sentences the models believe nothing of the kind (see `DOUBTED`)."""
    of_bare = {**DOUBTED, **_DOUBTED_BARE.get(code, {})}
    kept = []
    for p in proposals:
        whole = p.date is not None or bool(p.persons) or p.collective or p.contact_status is ContactStatus.DENIED
        least = (DOUBTED if whole or _BY_PHRASE in p.because else of_bare).get(p.kind.value)
        if least is None or judged.chance(p.kind.value, (p.span.start, p.span.stop)) >= least:
            kept.append(p)
    return kept


def propose_heard(
    room: Room,
    seen: SeenSentence,
    told: Sequence[Told],
    statements: Sequence[Statement],
    proposals: Sequence[Proposal],
) -> Iterator[Proposal]:
    """The proposals of the sentences in `told`, all of which lie in `seen`, that `proposals` do not hold yet."""
    for one in told:
        kind = ProposalKind(one.kind)
        start, stop = one.place
        if not _is_heard(room, seen, one, statements):
            continue
        if any(p.kind is kind and p.span.start < stop and start < p.span.stop for p in proposals):
            continue
        event = with_parties(room, seen, _event(room, seen, one))
        statement = statement_around(event, statements)
        if kind is ProposalKind.SILENCE and seen.language.silent_one is not None:
            by, words = seen.language.silent_one(clause_of(room, seen, event), event)
            if by is not None or words is not None or not _is_mouth(room, event.by):
                event = replace(event, by=by, where=words)
        if kind is ProposalKind.COMMITMENT:
            idle = seen.language.promises_nothing
            if idle is not None and idle(_views(room, seen, event)):
                continue
            event = _with_giver(room, seen, one, event, statement)
        sides = heard_sides(room, seen.language, one.place, statements) if kind is ProposalKind.CONTACT else None
        if sides is not None and sides.names:
            found = [_between(room, seen, event, statement, sides)]
        else:
            found = list(propose_event(room, seen, event, statement))
        if not found and kind is ProposalKind.CONTACT:
            found = [_contact(room, event, statement, seen.language)]
        if not found and kind is ProposalKind.SILENCE and room.mentions:
            found = [_silence(room, event, statement)]
        said = "explicit silence: " if kind is ProposalKind.SILENCE else f"{kind.value}: "
        for proposal in found:
            yield replace(
                proposal,
                span=room.document.span(start, stop),
                because=f"{said}{event.rule}{', refused' if event.refused else ''}; heard in the words alone "
                f"(probability {one.probability:.2f}): who did what must be checked",
                confidence=round(_SURE * one.probability, 2),
            )


def _views(room: Room, seen: SeenSentence, event: RawEvent) -> list[View]:
    """The sentence that tells of an event, and those of the quotations in it."""
    clause, text = clause_of(room, seen, event), room.document.text
    quotes = [q for q in clause.quotes if q.is_speech and event.place[0] <= q.inner_start < event.place[1]]
    inner = [place for q in quotes for place in inner_sentences(text, (q.inner_start, q.inner_stop))]
    return [clause, *(View(text, text, *place, (), tuple(room.dates_in(place)), quoted=True) for place in inner)]


_CLAUSES = re.compile(r"[,;:،؛“”«»„\"()—–]")
_ASKED = re.compile(r"[?؟]\W*$")


def _is_heard(room: Room, seen: SeenSentence, told: Told, statements: Sequence[Statement]) -> bool:
    """Whether no words beside it speak against an event: asked for, to come, denied, about something else."""
    words = room.document.text[slice(*told.place)]
    unheard, listed_by = seen.language.unheard.get(told.kind), seen.language.listed
    if told.kind == "handover" and unheard is not None and listed_by is not None:
        listed = [clause for clause in _CLAUSES.split(words) if listed_by.search(clause)]
        open_ones = [clause for clause in listed if not unheard.search(clause)]
        sides = len(_parties(room, seen, told)) + any(
            a <= told.place[0] < b for s in statements for a, b in s.contents
        )
        return bool(open_ones) and not _ASKED.search(words) and (sides > 1 or told.probability >= _ONE_SIDED)
    if unheard is not None and unheard.search(words):
        return False
    if told.kind == "contact" and _status(told) is ContactStatus.HELD:
        return told.probability >= HELD.get(seen.language.code, 0.0)
    if told.kind == "commitment":
        unpromised = seen.language.unpromised
        if unpromised is not None and unpromised.search(words):
            return False
        side = seen.language.our_side
        first = next(iter(_parties(room, seen, told)), None)
        return not (side is not None and first is not None and side.search(room.document.text[slice(*first.place)]))
    return True


def _parties(room: Room, seen: SeenSentence, told: Told) -> list[Actor]:
    """Whom the sentence names but for the people looked for, who hand nothing over and seldom meet anybody."""
    return [a for a in _named(room, seen, told) if not room.mentions_in((a.place[0] - 5, a.place[1] + 1))]


def _named(room: Room, seen: SeenSentence, told: Told) -> list[Actor]:
    start, stop = told.place
    find = seen.language.parties_in
    actors = seen.analysis.actors if find is None else find(room.document.text, told.place)
    return [a for a in actors if a.kind in _PARTIES and start <= a.place[0] and a.place[1] <= stop]


def _event(room: Room, seen: SeenSentence, told: Told) -> RawEvent:
    parties = _parties(room, seen, told)[:2]
    kind = EventKind(told.kind)
    contact = kind is EventKind.CONTACT
    if contact and len(parties) == 1:  # "the consul saw the sailors"
        parties += [a for a in _named(room, seen, told) if a not in parties and a.kind is not ActorKind.PRONOUN][:1]
    promise = kind is EventKind.COMMITMENT
    by: Actor | None = parties[0] if parties and not promise else None
    dates = room.dates_in(told.place)
    return RawEvent(
        kind,
        told.place,
        by=by,
        to=parties[1] if len(parties) > 1 and not promise else None,
        about=told.place if kind is EventKind.SILENCE else None,
        contact_kind=next((k for trait, k in _KINDS if trait in told.traits), ContactKind.MEETING)
        if contact
        else None,
        status=_status(told) if contact else None,
        rule=_WORDS[told.kind],
        when=dates[0] if dates else None,
        dated=True,
        echo=promise,
        refused=promise and _is_refused(room, seen, told),
        heard=True,
    )


_MOUTH = re.compile(r"(?:['’]s?)? (?:[\w-]+ )?(?:lips|mouths?|tongue|pen)\b")


def _is_mouth(room: Room, actor: Actor | None) -> bool:
    """Whether somebody stands there as whose mouth stays shut: "crossed the general's lips"."""
    return actor is not None and _MOUTH.match(room.document.text, actor.place[1]) is not None


def _with_giver(room: Room, seen: SeenSentence, told: Told, event: RawEvent, statement: Statement | None) -> RawEvent:
    """A promise with who gives it: whom the sentence shows to, else whoever speaks, else the first whom it names."""
    parts = seen.language.promise_parts
    if parts is not None:
        event = parts(clause_of(room, seen, event), event)
    if event.by is None and statement is None:
        event = replace(event, by=next(iter(_parties(room, seen, told)), None))
    return event


def _is_refused(room: Room, seen: SeenSentence, told: Told) -> bool:
    """A promise is not shown as one where a word refuses or denies anything beside it: a person decides."""
    refused = seen.language.refused
    return "refused" in told.traits or (
        refused is not None and refused.search(room.document.text[slice(*told.place)]) is not None
    )


def _status(told: Told) -> ContactStatus:
    if "denied" in told.traits:
        return ContactStatus.DENIED
    return ContactStatus.PLANNED if "planned" in told.traits else ContactStatus.HELD


def _between(
    room: Room, seen: SeenSentence, event: RawEvent, statement: Statement | None, sides: HeardSides
) -> Proposal:
    """A contact between those whom the clause that tells of it names."""
    names = sides.names
    about = room.about(event.place)
    room.met.append(names)
    room.met_on, room.met_at = sides.when, event.place[0]
    return replace(
        _bare(room, event, statement),
        by=names[0],
        to=names[1] if len(names) > 1 else None,
        participants=names,
        date=sides.when or (room.heading if statement is None and room.heading_paragraph == seen.paragraph else None),
        place=sides.place or place_told(room, seen.language, event.place, names),
        persons=about.persons,
        collective=about.collective,
        count=about.count,
        contact_kind=event.contact_kind,
        contact_status=event.status,
    )


def _contact(room: Room, event: RawEvent, statement: Statement | None, language: Language) -> Proposal:
    """A contact of which the sentence names one side or none: the other is whoever tells of it, if somebody does."""
    speaker = statement.chained.actors[0] if statement is not None and statement.chained.actors else None
    known = [room.who(a, speaker) for a in (event.by, event.to, *event.others) if a is not None]
    named = [a.name for a in known if not meant.is_unknown(a)]
    names = tuple(dict.fromkeys([*named, *([speaker.name] if speaker is not None and len(set(named)) < 2 else [])]))
    about = room.about(event.place)
    return replace(
        _bare(room, event, statement),
        by=names[0] if names else None,
        to=names[1] if len(names) > 1 else None,
        participants=names,
        place=place_told(room, language, event.place, names),
        persons=about.persons,
        collective=about.collective,
        count=about.count,
        contact_kind=event.contact_kind,
        contact_status=event.status,
    )


def _silence(room: Room, event: RawEvent, statement: Statement | None) -> Proposal:
    """A silence about people whom the text has not named for long, or by other words than are known."""
    whose = room.who(event.by).name if event.by is not None else "the text"
    return replace(
        _bare(room, event, statement),
        by=whose,
        about=f"{whose}: {room.document.text[slice(*event.place)]}",
        collective=True,
    )


def _bare(room: Room, event: RawEvent, statement: Statement | None) -> Proposal:
    return Proposal(
        ProposalKind(event.kind.value),
        room.document.span(*event.place),
        because="",
        chain=links_of(room.document, statement.chained if statement else None),
        manner=statement.chained.voice.manner if statement else Manner.REPORTED,
        date=event.when,
    )
