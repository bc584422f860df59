"""Who said it, who relayed it, who published it: the chain by which words reached the reader.

In: the voices of one sentence and what came before. Out: for each voice, its speaker and relays in the order in
which the words travelled, with the day on which each spoke where the text tells it.
Leaves to others: finding the cues (each language's rules) and the contents (`statements`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.chained import LED_THROUGH, REACH, Chained, holds
from homeward.reading.fitting import UTTERED
from homeward.reading.languages.language import Actor, ActorKind, Place, Voice
from homeward.reading.memory import Memory
from homeward.reading.proposals import ReadDate
from homeward.reading.speakers import name_speakers
from homeward.records import Attribution, Manner

_STRESSED = re.compile("[أؤ]كد")  # Arabic for both "confirmed" and "stressed", which is told of anybody who goes on


def chain_voices(voices: Sequence[Voice], dates: Sequence[ReadDate], memory: Memory, paragraph: int) -> list[Chained]:
    """The chains of one sentence's voices; `memory` is brought up to date."""
    named = name_speakers(voices, memory, paragraph)
    named = _turn_citations(named)
    said_on = _date_voices(named, dates)
    found: list[Chained] = []
    for voice in named:
        if not voice.contents or (voice.speaker is None and not voice.nobody):
            continue
        parents = _parents(voice, named)
        around = {a.name.lower() for p in parents for a in (p.speaker, *p.relays) if a is not None}
        through = {relay.name.lower(): relay for relay in reversed(voice.relays)}  # each of them once
        own = [
            relay
            for relay in voice.relays
            if relay.name.lower() not in around and through[relay.name.lower()] is relay
        ]  # the way goes on through the outer voice
        actors: list[Actor] = [*([voice.speaker] if voice.speaker else []), *own]
        when: list[ReadDate | None] = [said_on.get(voice.cue) if not voice.relays else None for _ in actors]
        if when:
            when[-1] = said_on.get(voice.cue)
        for parent in parents:
            if parent.speaker is None:
                continue
            text = (
                parent.speaker.head in UTTERED or parent.speaker.head == "report"
            ) and parent.speaker.attribution is Attribution.UNNAMED
            for actor in parent.relays if text else (parent.speaker, *parent.relays):
                if actor.name.lower() not in (a.name.lower() for a in actors):
                    actors.append(actor)
                    when.append(said_on.get(parent.cue))
        chained = Chained(voice, tuple(actors), said_on.get(voice.cue), tuple(when))
        if voice.attitude and voice.speaker is not None:
            memory.turned = voice.speaker
        if voice.attitude or voice.speaker is None:
            found.append(chained)  # neither carries words on, nor says who speaks next
            continue
        chained = _continue(chained, memory, paragraph)
        relays = voice.speaker.kind is ActorKind.MEDIUM  # what it tells of a stance are still its own words
        inner = [
            c
            for other in named
            if other.speaker and not (relays and other.attitude) and voice in _parents(other, named)
            for c in other.contents
        ]
        found.append(replace(chained, inner=tuple(inner)))
        memory.last, memory.paragraph, memory.turned = chained, paragraph, None
    found = [_through_outer(chained, found, named) for chained in found]
    for chained in found:  # whoever tells of another's words is the one whom the next sentence goes on about
        teller = chained.voice.speaker
        if teller is not None and _goes_on(chained, found):
            memory.last = chained
            memory.notice(teller)
    return found


def _through_outer(chained: Chained, found: Sequence[Chained], named: Sequence[Voice]) -> Chained:
    """The chain of words inside another's with all that those came through, also where a report goes on quoting."""
    parents = _parents(chained.voice, named)
    outer = next((c for c in found if parents and c.voice is parents[-1]), None)
    if outer is None or not outer.continued or chained.voice.attitude:
        return chained
    names = {actor.name.lower() for actor in chained.actors}
    more = [(a, d) for a, d in zip(outer.actors, outer.dates, strict=True) if a.name.lower() not in names]
    return replace(
        chained, actors=(*chained.actors, *(a for a, _ in more)), dates=(*chained.dates, *(d for _, d in more))
    )


def _goes_on(chained: Chained, found: Sequence[Chained]) -> bool:
    """Whether a voice with others in its content is the sentence's own and no mere relay."""
    voice = chained.voice
    if not chained.inner or voice.attitude or voice.speaker is None or voice.speaker.kind is ActorKind.MEDIUM:
        return False
    return not any(holds(other.voice.region, voice.cue) for other in found)


def _turn_citations(voices: list[Voice]) -> list[Voice]:
    """Where A reported citing B, A's words are B's, relayed by A."""
    turned = list(voices)
    for index, voice in enumerate(voices):
        if voice.cited is None or voice.speaker is None:
            continue
        if voice.contents:  # "A quoted B as saying ..."
            turned[index] = replace(voice, speaker=voice.cited, relays=(*voice.relays, voice.speaker), cited=None)
            continue
        for other, candidate in enumerate(turned):
            same = candidate.speaker is not None and candidate.speaker.name == voice.speaker.name
            if other != index and same and candidate.contents and candidate.cited is None:
                way = {actor.name: actor for actor in (*candidate.relays[::-1], voice.speaker, *voice.relays[::-1])}
                relays = tuple(reversed([actor for name, actor in way.items() if name != voice.cited.name]))
                turned[other] = replace(candidate, speaker=voice.cited, relays=relays)
                turned[index] = replace(voice, region=voice.cue)
    return turned


def _parents(voice: Voice, voices: Sequence[Voice]) -> list[Voice]:
    """Voices in whose content this one lies, the innermost first."""
    around = [
        v
        for v in voices
        if v is not voice and v.speaker is not None and not v.attitude and holds(v.region, voice.cue)
    ]
    return sorted(around, key=lambda v: v.region[1] - v.region[0])


def _date_voices(voices: Sequence[Voice], dates: Sequence[ReadDate]) -> dict[Place, ReadDate]:
    """Which day belongs to which cue: the nearest cue of the innermost voice that the date is not content of."""
    found: dict[Place, ReadDate] = {}
    for day in dates:
        where = (day.span.start, day.span.stop)
        fit = [
            v
            for v in voices
            if (v.contents or v.region != v.cue)
            and not any(holds(c, where) for c in v.contents)
            and all(holds(p.region, where) for p in _parents(v, voices))
        ]
        if not fit:
            continue
        deepest = max(len(_parents(v, voices)) for v in fit)
        near = min((v for v in fit if len(_parents(v, voices)) == deepest), key=lambda v: abs(v.cue[0] - where[0]))
        found.setdefault(near.cue, day)
    return found


def _continue(chained: Chained, memory: Memory, paragraph: int) -> Chained:
    """A report goes on quoting: the same speaker a little later comes through the same relays."""
    if chained.voice.apart and len(chained.actors) == 1:
        return chained
    stressed = _STRESSED.search(memory.text, *chained.voice.cue) is not None
    if chained.voice.manner is Manner.CONFIRMED and not chained.voice.relays and not stressed:
        return chained  # who confirms what was told of him speaks for himself, not through those who told it
    last = memory.last
    if last is None or paragraph - memory.paragraph > REACH:
        return chained
    names = [a.name.lower() for a in chained.actors]
    before = [a.name.lower() for a in last.actors]
    if not names or not before:
        return chained
    one, other = chained.actors[0], last.actors[0]
    named_now = one.head and one.head == other.head and other.kind is ActorKind.ROLE and one.kind is ActorKind.PERSON
    if (names[0] == before[0] or named_now) and len(names) == 1 and len(before) > 1:
        return replace(
            chained,
            actors=(chained.actors[0], *last.actors[1:]),
            dates=(chained.dates[0], *last.dates[1:]),
            continued=True,
        )
    if names[0] == before[0] and len(names) == 2 and len(before) == 2 and last.voice.rule == LED_THROUGH:
        medium = chained.actors[1]
        if medium.kind is ActorKind.MEDIUM and names[1] != before[1] and not chained.voice.apart:
            return replace(  # "He gave an interview to Radio Marsh. The agency quoted him as saying ..."
                chained,
                actors=(chained.actors[0], last.actors[1], medium),
                dates=(chained.dates[0], last.dates[1], chained.dates[1]),
                continued=True,
            )
    if len(names) > 1 and names[1:] == before[1 : len(names)] and len(before) > len(names):
        # "The agency cited ...", where the sentence before told of the agency's report through somebody else.
        chained = replace(
            chained,
            actors=(*chained.actors, *last.actors[len(names) :]),
            dates=(*chained.dates, *last.dates[len(names) :]),
        )
        names = [a.name.lower() for a in chained.actors]
    known = dict(zip(before[1:], last.dates[1:], strict=True))
    dates = tuple(
        when or (known.get(name) if position else None)
        for position, (name, when) in enumerate(zip(names, chained.dates, strict=True))
    )
    return replace(chained, dates=dates, continued=dates != chained.dates)


def pass_on(chained: Chained, relays: Sequence[Actor]) -> Chained:
    """The chain of a statement of which a later sentence tells who else passed it on."""
    names = {a.name.lower() for a in chained.actors}
    more = tuple(relay for relay in relays if relay.name.lower() not in names)
    return replace(chained, actors=(*chained.actors, *more), dates=(*chained.dates, *(None for _ in more)))
