"""Promises in somebody's words, by the expressions of a language; and the date by which one is to be kept.

In: a sentence of a statement. Out: proposed commitments, with condition and due date or none.
Leaves to others: languages whose clauses tell of promises by themselves (`happenings`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from homeward.reading.events import meant
from homeward.reading.events.room import About, Room
from homeward.reading.languages.language import YOU, Actor, ActorKind, Language, Place
from homeward.reading.proposals import Proposal, ProposalKind, ReadDate
from homeward.reading.statements import Statement
from homeward.records import Manner, PartialDate, Polarity

_CLOSED = re.compile(
    r"\b(?:by|before|until|till|later than|end of|до|к|ко|не позднее|не позже|עד|לפני|סוף|תום|"
    r"قبل|بحلول|نهاية|في غضون|أقصاه)\b",
    re.IGNORECASE,
)
_TO_A_DAY = re.compile(r"\b(?:до|к|ко|не позднее|не позже)\s+(?:конца |исхода )?$", re.IGNORECASE)
_COMING = re.compile(
    r"(?:next |tomorrow|later this |this coming )|"
    r"завтра|послезавтра|на следующ|(?:ה\w+ ה)?מחר\b|غد[اً]",
    re.IGNORECASE,
)  # dates that lie ahead by their own words, and need no "by"
_NOT_BEFORE = re.compile(r"\b(?:not|no) (?:before|earlier than|sooner than)\s+$", re.IGNORECASE)
_TIED = 25  # characters before a date in which the word stands that makes it a deadline


def propose_promise(
    room: Room, statement: Statement, base: Proposal, place: Place, about: About
) -> Iterator[Proposal]:
    """The promise in one sentence of a statement."""
    text, language = room.document.text, statement.language
    condition = language.condition.search(text, *place) if language.condition else None
    acts = language.commitment.finditer(text, *place) if language.commitment else iter(())
    given = condition.span() if condition else None
    inside = None
    match = None
    matter = language.promised_matter
    ours = matter is None or bool(room.mentions_in(place)) or matter.search(text, *place) is not None
    for act in acts:
        if act.groupdict().get("open") and not ours:
            continue
        if given is None or not _within(act.span(), given):
            match = act
            break
        if inside is None or inside.start() == given[0]:
            inside = act
    if match is None and inside is not None and given is not None:  # no comma between the condition and the promise
        match, given = inside, (given[0], inside.start() if inside.start() > given[0] else inside.end())
    told = base.manner is Manner.PROMISED and not statement.direct
    if match is None and told and ours and language.promised_act:  # lamps and wages are no matter of ours
        match = language.promised_act.match(text[slice(*place)])
    if match is None and language.foretold is not None:
        named = bool(room.mentions_in(place))
        match = language.foretold(text, place, sworn=base.manner is Manner.PROMISED, ours=named)
    refused = language.promise_refused.search(text, *place) if language.promise_refused else None
    match = refused or match
    if match is None or base.manner in (Manner.DENIED, Manner.DEMANDED, Manner.ASKED) or not statement.chained.actors:
        return
    if not about.known and base.manner is not Manner.PROMISED:
        return
    if told and _is_unpromised(room, statement):
        return
    if not room.mentions and not _OF_PEOPLE.search(text, *place):
        return  # in a text that names none of our people a promise is about something else
    if match is refused and refused is not None and base.manner is Manner.PROMISED:
        match, refused = match, None if not _NAYS.search(text, *place) else refused
    speaker = statement.chained.actors[0]
    kin = language.our_side if language.code == "ar" else None  # elsewhere the verbs of promising tell it
    if kin is not None and kin.search(f"{text[slice(*speaker.place)]} {speaker.name}"):
        return  # a mother's own plans are no promise of a party
    due = due_date(room, language, place, given)
    trailing = room.document.span(*given) if given else None
    yield replace(
        base,
        kind=ProposalKind.COMMITMENT,
        span=room.document.span(*place),
        due=due,
        condition=trailing,
        by=(_actor_in(room, statement, place, match, given) or speaker).name,
        to=_promised_to(room, statement, place, base),
        persons=about.persons,
        collective=not about.persons,
        count=about.count,
        value=next((v for v in match.groupdict().values() if v), None),
        content=(),
        polarity=Polarity.DENIES if refused or match.groupdict().get("nay") else None,
        because=f'commitment: "{match.group().strip()}"'
        + (", with a condition" if trailing else "")
        + ("" if due else "; no date given"),
        confidence=0.75,
    )


def _actor_in(
    room: Room, statement: Statement, place: Place, act: re.Match[str], condition: Place | None
) -> Actor | None:
    """Who does what somebody else tells will be done: "the squads will let the five go", said by a sheikh."""
    find = statement.language.promise_of
    named = act.groupdict()
    if find is None or ("will" in named and not named["will"]):
        return None
    subject = find(room.document.text, place, act.start("will" if "will" in named else 0))
    if subject is None or subject.kind not in (ActorKind.BODY, ActorKind.PERSON):
        return None
    if condition is not None and (_within(act.span(), condition) or _within(subject.place, condition)):
        return None  # "he will fly there if the Council gives guarantees"
    if room.mentions_in((subject.place[0] - 5, subject.place[1] + 1)):
        return None
    return room.who(subject)


def _promised_to(room: Room, statement: Statement, place: Place, base: Proposal) -> str | None:
    """To whom a promise is given: whoever heard it, else who is to get something; "you": who was met."""
    told = statement.chained.voice.to
    ours = told is not None and any(m.span.start <= told.place[0] for m in room.mentions_in(_around(told.place)))
    if base.to is not None and not meant.is_pronoun(base.to) and not ours:
        return base.to
    actors = statement.chained.actors
    outer = actors[1] if len(actors) > 1 else None  # "he promised me": whoever tells of it
    return promised_to(room, statement.language, place, actors[0].name, outer)


def promised_to(room: Room, language: Language, place: Place, by: str, outer: Actor | None = None) -> str | None:
    """Whom the words of a promise, or those before them, name as whoever `by` gives it to; `outer`: "me" there."""
    find = language.promised_to
    receiver = find(room.document.text, place) if find is not None else None
    if receiver is None or any(m.span.start <= receiver.place[0] for m in room.mentions_in(_around(receiver.place))):
        return None  # "we shall tell the hostages": the people looked for are no party
    if receiver.head == YOU:
        return room.met_with(by, place[0])
    known = room.who(receiver, outer, [by] if meant.is_arabic(receiver) or meant.is_hebrew(receiver) else ())
    if outer is None and receiver.head in ("me", "us") and meant.is_medium(known.name):
        return None  # "they promised me", said by somebody whom nothing names: not to the paper
    return None if known.name == by or known.kind is ActorKind.PRONOUN else known.name


def _around(place: Place) -> Place:
    return place[0], place[1] + 1


_OF_PEOPLE = re.compile(
    r"\b(?:list|lists|names?|prisoners|captives|hostages|спис\w+|им[её]н\w*|пленн\w+|заложник\w*|ה?רשימ\w+|ה?שמות|ה?שבויים|ה?חטופים)\b|"
    r"قائمة|قوائم|لائحة|كشف|أسماء|أسرى|الأسرى|رهائن|محتجز|מידע|تفاصيل",
    re.IGNORECASE,
)  # what a promise is about that concerns people who are looked for, where none of them is named
_NAYS = re.compile(r"\b(?:не|нет|никогда|отказ\w+)\b", re.IGNORECASE)


def _is_unpromised(room: Room, statement: Statement) -> bool:
    """Whether a verb of promising promises nothing by the words beside it."""
    pattern, cue = statement.language.unpromised, statement.chained.voice.cue
    if pattern is None:
        return False
    near = max(0, cue[0] - _TIED), cue[1] + _TIED
    return any(m.start() <= cue[0] < m.end() for m in pattern.finditer(room.document.text, *near))


def _within(inner: Place, outer: Place) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def due_date(room: Room, language: Language, place: Place, condition: Place | None) -> ReadDate | None:
    """The date in `place` by which a promise is to be kept; dates of its condition are not."""
    due = None
    for day in room.dates_in(place):
        before = room.document.text[max(place[0], day.span.start - _TIED) : day.span.start]
        in_condition = condition is not None and condition[0] <= day.span.start < condition[1]
        tied = language.deadline and (language.deadline.search(before) or "within" in day.because)
        if not in_condition and (tied or (language.deadline and _COMING.match(day.span.text))):
            due = _until(day, before)
    if due is None and (today := room.document.published) is not None and today.latest is not None:
        ahead = [
            day
            for day in room.dates_in(place)
            if day.value.is_day
            and day.value.earliest is not None
            and day.value.earliest > today.latest
            and not (condition is not None and condition[0] <= day.span.start < condition[1])
        ]
        due = ahead[0] if len(ahead) == 1 else None  # "I shall send it | on Thursday"
    return due


def _until(day: ReadDate, before: str) -> ReadDate:
    """A deadline: "by the end of June" and "before Christmas" end with the last day that they can mean."""
    latest = day.value.latest
    if latest is not None and _NOT_BEFORE.search(before):
        return replace(day, value=PartialDate.read(f"{latest.isoformat()}/.."))
    if latest is not None and _TO_A_DAY.search(before):  # Russian "к 5 июня" is by that day, on it or earlier
        return replace(day, value=PartialDate.read(f"../{latest.isoformat()}"))
    if latest is None or not _CLOSED.search(before + day.span.text):
        return day
    return replace(day, value=PartialDate.read(f"../{latest.isoformat()}"))
