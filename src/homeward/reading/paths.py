"""The path by which words came, put together from the steps that several sentences tell of.

In: the statements of a document, and by sentence the steps from one who gave words to one who received them. Out: the
statements with every relay between the speaker and the publisher.
Leaves to others: finding the steps (each language's rules), relays that the words' own sentence names (`chain`).

Steps are joined by what they have in common: who received words in one gives them in the next ("The driver told his
brother, and the brother the agency"). A path begins with the speaker. Steps that speak only of the words ("the Post
printed it") are put behind it where they stand in the same sentence, or in one beside it that tells of nothing else.
It holds for what the same speaker goes on to say, and ends where somebody else speaks or he speaks to the publisher.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from homeward.reading.acquaintance import Acquaintance
from homeward.reading.chained import Chained
from homeward.reading.fitting import may_be
from homeward.reading.languages.language import Actor, ActorKind, Place, Step
from homeward.reading.links import is_house
from homeward.records import Attribution, Manner

_BEFORE, _BEHIND = 3, 2  # sentences around a statement in which its path is told
_MOST = 4  # relays
_NEAR = 500  # characters before a pronoun in which whom it means is named
_APPOSED = 5  # characters between a name and what its owner is
_REMEMBERED = 300  # actors among whom a pronoun's or a short form's is looked for
GOES_ON = 2  # paragraphs over which the same speaker goes on through the same path


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: its place, paragraph, steps, and the actors that it names.

    `opens`: where its paragraph begins. `speaks`: words of somebody stand in it.
    """

    place: Place
    opens: int
    paragraph: int
    steps: tuple[Step, ...]
    actors: tuple[Actor, ...]
    speaks: bool


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement as far as its path needs it: its chain, its cue's place, its paragraph and contents.

    `alone`: it stands in nobody else's words, and is no turn of a transcript. `outer`: the statement it stands in.
    """

    chained: Chained
    cue: Place
    paragraph: int
    contents: tuple[Place, ...]
    alone: bool
    outer: int | None = None


def find_paths(said: Sequence[Utterance], told: Sequence[Told], acquaintance: Acquaintance) -> list[Chained]:
    """The chains of the statements with the relays that the sentences around them tell of."""
    sentences = _resolved(told, acquaintance)
    begins = [sentence.place[0] for sentence in sentences]
    found: list[Chained] = []
    last: tuple[Actor, tuple[Actor, ...], int] | None = None
    for one in said:
        chained = one.chained
        if chained.voice.attitude or not chained.actors:
            found.append(chained)
            continue
        speaker = chained.actors[0]
        at = _sentence_of(one.cue[0], begins, sentences)
        direct = at is not None and _speaks_to_us(speaker, sentences[at])
        relays: tuple[Actor, ...] = ()
        if direct and at is not None and one.alone and (teller := _told_who_told_us(one, sentences[at])) is not None:
            chained = Chained(
                chained.voice, (teller, speaker), chained.said_on, (chained.said_on, None), inner=chained.inner
            )
            last = (teller, (speaker,), one.paragraph)
            found.append(chained)
            continue
        if at is not None and one.alone and not direct and speaker.kind is not ActorKind.MEDIUM:
            relays = tuple(_path(one, at, sentences, acquaintance.publisher or ""))
        if relays:
            chained = _through(chained, relays)
        elif (
            last is not None
            and len(chained.actors) == 1
            and not direct
            and not chained.voice.apart
            and chained.voice.manner is not Manner.CONFIRMED
            and _same(speaker, last[0])
            and one.paragraph - last[2] <= GOES_ON
        ):
            relays = last[1]
            chained = replace(_through(chained, relays), continued=True)
        if one.alone:
            last = (speaker, relays, one.paragraph) if relays else None
        if at is not None and not chained.voice.attitude:
            chained = _with_cited(chained, one, sentences[at])
            chained = _with_told(chained, one, sentences[at], said)
        found.append(chained)
    return [_as_the_outer(one, chained, said, found) for one, chained in zip(said, found, strict=True)]


def _with_cited(chained: Chained, one: Utterance, sentence: Told) -> Chained:
    """A chain with whom its last medium cites: "Northline, picking up the Post, says that Rasil told the radio"."""
    last = chained.actors[-1]
    if len(chained.actors) < 2 or last.kind is not ActorKind.MEDIUM:
        return chained
    for step in sentence.steps:
        if step.told or step.giver is None or step.receiver is None or not _same(step.receiver, last):
            continue
        new = step.giver.kind is ActorKind.MEDIUM and not any(_same(step.giver, a) for a in chained.actors)
        if new and not _is_told_inside(step, one.contents):
            return _through(chained, [*chained.actors[1:-1], step.giver, last])
    return chained


def _with_told(chained: Chained, one: Utterance, sentence: Told, said: Sequence[Utterance]) -> Chained:
    """A chain with the medium that its speaker had told: "The radio quoted an interview he gave to the Post"."""
    if len(chained.actors) != 2:
        return chained
    speaker, relay = chained.actors
    for step in sentence.steps:
        told, giver = step.receiver, step.giver
        if not step.told or told is None or giver is None or not _same(giver, speaker):
            continue
        named = told.kind is ActorKind.MEDIUM and told.attribution is Attribution.NAMED
        beside = 0 <= told.place[0] - relay.place[1] < _APPOSED  # "Abakwa Sound, a radio station, quotes"
        if not named or beside or _same(told, relay) or _is_told_inside(step, one.contents):
            continue
        begin, end = sorted((told.place[0], relay.place[0]))
        apart = any(begin < start < end for other in said for start, _ in other.contents)
        quotes = relay.place[0] < min(start for start, _ in one.contents) and told.place[0] < one.contents[0][0]
        picks = one.contents[-1][1] < told.place[0] < relay.place[0]
        if not apart and ((quotes and begin == relay.place[0]) or picks):
            return _through(chained, [told, relay])
    return chained


def _sentence_of(place: int, begins: Sequence[int], sentences: Sequence[Told]) -> int | None:
    at = bisect_right(begins, place) - 1
    return at if at >= 0 and place < sentences[at].place[1] else None


def _as_the_outer(one: Utterance, chained: Chained, said: Sequence[Utterance], found: Sequence[Chained]) -> Chained:
    """The chain of words inside another's with the relays that were found for these."""
    if one.outer is None or chained.voice.attitude or not chained.actors:
        return chained
    before, after = said[one.outer].chained, found[one.outer]
    if before is after or not before.actors or not _same(chained.actors[-1], before.actors[-1]):
        return chained
    more = [a for a in after.actors[len(before.actors) :] if not any(_same(a, b) for b in chained.actors)]
    grown = after.actors[: len(before.actors)] == before.actors
    if not grown or not more:
        return chained
    return replace(chained, actors=(*chained.actors, *more), dates=(*chained.dates, *(None for _ in more)))


def _through(chained: Chained, relays: Sequence[Actor]) -> Chained:
    known = {actor.name.lower(): when for actor, when in zip(chained.actors, chained.dates, strict=True)}
    actors = (chained.actors[0], *relays)
    return replace(chained, actors=actors, dates=(chained.dates[0], *(known.get(a.name.lower()) for a in relays)))


# --- whom the steps name --------------------------------------------------------------------------------------------


def _resolved(told: Sequence[Told], acquaintance: Acquaintance) -> list[Told]:
    """The sentences with steps in which everybody is under the name that the text has given before."""
    known: list[Actor] = []
    found: list[Told] = []
    for sentence in told:
        if not sentence.steps:
            known = [*known, *(a for a in sentence.actors if a.kind is not ActorKind.PRONOUN)][-_REMEMBERED:]
            found.append(sentence)
            continue
        here = [a for step in sentence.steps for a in (step.giver, step.receiver) if a is not None]
        everybody = sorted([*sentence.actors, *here], key=lambda a: a.place)
        before = [*known, *(a for a in everybody if a.kind is not ActorKind.PRONOUN)]
        steps = []
        for step in sentence.steps:
            giver = _named(step.giver, before, step.receiver, acquaintance)
            receiver = _named(step.receiver, before, giver or step.giver, acquaintance)
            lost = (giver is None) != (step.giver is None) or (receiver is None) != (step.receiver is None)
            if not lost and not (giver is not None and receiver is not None and _same(giver, receiver)):
                steps.append(replace(step, giver=giver, receiver=receiver))
        known = before[-_REMEMBERED:]
        found.append(replace(sentence, steps=tuple(steps)))
    return found


def _named(
    actor: Actor | None, before: Sequence[Actor], other: Actor | None, acquaintance: Acquaintance
) -> Actor | None:
    """Who is meant: the last one named before whom a pronoun or a short form fits; None for a pronoun of nobody."""
    if actor is None:
        return None
    earlier = [a for a in before if a.place[0] < actor.place[0]]
    if actor.kind is ActorKind.PRONOUN:
        fit = (
            a
            for a in reversed(earlier)
            if a.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE)
            and may_be(actor, a)
            and (not actor.gender or a.gender in ("", actor.gender))
            and actor.place[0] - a.place[0] < _NEAR
            and not (other is not None and _same(a, other))
        )
        whom = next(fit, None)
        return _named(whom, before, other, acquaintance) if whom is not None else None
    if actor.kind is ActorKind.PERSON:
        return replace(acquaintance.resolve(actor), place=actor.place)
    if actor.definite and actor.head and actor.name.split()[0].lower() not in ("its", "his", "her", "their"):
        fuller = (
            a
            for a in reversed(earlier)
            if a.head == actor.head and (a.name != actor.name) and _is_short_for(actor, a)
        )
        known = next(fuller, None)
        if known is not None:
            return replace(known, place=actor.place)
    return actor


def _is_short_for(actor: Actor, known: Actor) -> bool:
    return actor.kind is known.kind or known.kind is ActorKind.PERSON


def _same(one: Actor, other: Actor) -> bool:
    if one.place[0] < other.place[1] and other.place[0] < one.place[1]:
        return True
    if one.name.lower() == other.name.lower():
        return True
    if one.kind is ActorKind.PERSON and other.kind is ActorKind.PERSON:
        return (
            one.name.split()[-1] == other.name.split()[-1]
            and min(len(one.name.split()), len(other.name.split())) == 1
        )
    if not one.head or one.attribution is other.attribution is Attribution.NAMED:
        return False
    if one.head == other.head:
        return one.definite or other.definite
    person, role = (one, other) if one.kind is ActorKind.PERSON else (other, one)
    return person.kind is ActorKind.PERSON and role.definite and role.head in person.role.split()


# --- the path -------------------------------------------------------------------------------------------------------


def _speaks_to_us(speaker: Actor, sentence: Told) -> bool:
    return any(
        step.receiver is None and step.told and step.giver is not None and _same(step.giver, speaker)
        for step in sentence.steps
    )


def _may_follow(root: Actor, more: Sequence[Actor], sentence: Told) -> bool:
    """Whether those who had words, of whom nobody says that they told the publisher, are put behind the speaker."""
    if root.kind is ActorKind.MEDIUM and not more:
        return root.definite or (root.attribution is Attribution.NAMED and root.name.split()[-1][:1].isupper())
    if not more:
        return False
    near = sentence.place[0] - root.place[0] < _NEAR
    return more[-1].kind is ActorKind.MEDIUM or (
        near and root.kind is not ActorKind.OTHER and _in_paragraph(root, sentence)
    )


def _is_in_next(actor: Actor, at: int, sentences: Sequence[Told]) -> bool:
    follows = sentences[at + 1 : at + 2]
    return any(s.paragraph == sentences[at].paragraph and s.place[0] <= actor.place[0] < s.place[1] for s in follows)


def _in_paragraph(actor: Actor, sentence: Told) -> bool:
    return actor.place[0] >= sentence.opens


def _told_who_told_us(one: Utterance, sentence: Told) -> Actor | None:
    """Whose words somebody tells: "The captain told the priest, who told us, that ..."."""
    speaker = one.chained.actors[0]
    ours = next(
        (s.at for s in sentence.steps if s.receiver is None and s.giver is not None and _same(s.giver, speaker)), -1
    )
    for step in sentence.steps:
        if (
            step.receiver is not None
            and step.giver is not None
            and step.told
            and step.receiver.place == speaker.place
        ):
            return step.giver if step.at < ours else None
    return None


def _path(one: Utterance, at: int, sentences: Sequence[Told], publisher: str) -> list[Actor]:
    """The relays of a statement's path, none where no step is told."""
    chained = one.chained
    speaker, own = chained.actors[0], list(chained.actors[1:])
    steps: list[Step] = []
    loose: list[Step] = []
    behind: list[Step] = []
    apart: list[Step] = []  # from another sentence, where the words' own sentence names a relay
    for n in _near(one, at, sentences):
        only = n == at or _tells_only_of_it(n, at, sentences)
        later = n > at
        for step in sentences[n].steps:
            if _is_told_inside(step, one.contents) or (n != at and not step.about and not (only and step.told)):
                continue
            if only or (step.about and not (step.giver is not None and _same(step.giver, speaker))):
                steps.append(step)
                if only and not later:
                    (loose if n == at or not own or chained.continued else apart).append(step)
                elif only:
                    behind.append(step)
    if not steps:
        return []
    net = _Net([*_links(chained.actors), *steps], publisher)
    way, ours = net.onward(speaker, [speaker])
    first = net.roots(loose, speaker)
    others = net.roots(apart, speaker)
    for root in [*first, *others, *net.roots(behind, speaker)]:
        if any(_same(root, a) for a in [speaker, *way]):
            continue
        joined, _ = net.onward(root, [speaker, root])
        into = next((n for n, a in enumerate(way) if any(_same(a, b) for b in joined)), None)
        if into is not None and root.kind is not ActorKind.OTHER:  # "the radio had it from the priest"
            between = joined[: next(n for n, b in enumerate(joined) if _same(b, way[into]))]
            way = [*way[:into], root, *between, *way[into:]]
            continue
        if ours or root in others:
            continue
        more, reached = net.onward(root, [speaker, *way, root])
        put_out = (more or [root])[-1].kind is ActorKind.MEDIUM
        next_to = root in first or (put_out and _is_in_next(root, at, sentences))
        if reached or (next_to and _may_follow(root, more, sentences[at])):
            way, ours = [*way, root, *more], reached
    if len(way) > _MOST or len(way) <= len(own) or not _keeps(own, way):
        return []
    return way


def _is_told_inside(step: Step, contents: Sequence[Place]) -> bool:
    places = [step.at, *(a.place[0] for a in (step.giver, step.receiver) if a is not None and not step.told)]
    return any(begin <= place < end for begin, end in contents for place in places)


def _links(actors: Sequence[Actor]) -> Iterable[Step]:
    return [Step(one, other, 0) for one, other in pairwise(actors)]


def _keeps(own: Sequence[Actor], way: Sequence[Actor]) -> bool:
    """Whether a path holds all relays that were known, in their order."""
    rest = iter(way)
    return all(any(_same(relay, other) for other in rest) for relay in own)


def _near(one: Utterance, at: int, sentences: Sequence[Told]) -> list[int]:
    """The sentences around a statement that may tell of its path."""
    own = sentences[at].paragraph
    found = []
    for n in range(max(0, at - _BEFORE), min(len(sentences), at + _BEHIND + 1)):
        apart = abs(sentences[n].paragraph - own)
        between = sentences[min(n, at) + 1 : max(n, at)]
        if apart == 0 or (apart == 1 and not any(s.speaks for s in between)):
            found.append(n)
    return found


def _tells_only_of_it(number: int, at: int, sentences: Sequence[Told]) -> bool:
    between = range(min(number, at), max(number, at))
    return not sentences[number].speaks and not any(sentences[n].speaks for n in between if n != at)


class _Net:
    """Steps put together by whom they have in common."""

    def __init__(self, steps: Sequence[Step], publisher: str) -> None:
        self._steps = steps
        self._publisher = publisher

    def _is_ours(self, actor: Actor | None) -> bool:
        return actor is None or (bool(self._publisher) and is_house(actor.name, self._publisher, relay=True))

    def onward(self, actor: Actor, seen: Sequence[Actor]) -> tuple[list[Actor], bool]:
        """Whom words went to from an actor, and whether the last one gave them to the publisher."""
        best: list[Actor] = []
        ours = False
        for step in self._steps:
            if step.giver is None or not _same(step.giver, actor):
                continue
            receiver = step.receiver
            if receiver is None or self._is_ours(receiver):
                ours = ours or not best
                continue
            if any(_same(receiver, a) for a in seen) or len(seen) > _MOST:
                continue
            more, reached = self.onward(receiver, [*seen, receiver])
            private = step.told and receiver.kind is not ActorKind.MEDIUM
            if private and not more and not reached:
                continue  # whoever was told is a link only where he told it on
            if len(more) + 1 > len(best):
                best, ours = [receiver, *more], reached
        return best, ours

    def roots(self, loose: Sequence[Step], speaker: Actor) -> list[Actor]:
        """Who received words of which only the words are told, or gives what nobody is told to have given him."""
        found: list[Actor] = []
        for step in loose:
            root = step.receiver if step.giver is None else step.giver if not step.told else None
            if root is None or self._is_ours(root) or _same(root, speaker):
                continue
            if any(s.receiver is not None and s.giver is not None and _same(s.receiver, root) for s in self._steps):
                continue
            if not any(_same(root, a) for a in found):
                found.append(root)
        return sorted(found, key=self._to_us)

    def _to_us(self, actor: Actor) -> bool:
        return any(s.receiver is None and s.giver is not None and _same(s.giver, actor) for s in self._steps)
