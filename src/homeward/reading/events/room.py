"""A document with everything found in it: of whom a stretch speaks, when, and who "he", "it" and "we" are there.

In: the document with mentions, dates and actors. Out: `Room`, which the steps beside this file ask.
Leaves to others: what the words mean (`answers`, `claims`, `promises`, `happenings`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from homeward.reading.document import Document
from homeward.reading.languages.language import Actor, ActorKind, Place
from homeward.reading.mentions import Acquaintance
from homeward.reading.proposals import ReadDate, SoughtMention

_LONGEST = 1500  # characters of a sentence inside a quotation; longer ones are looked at in pieces
_BACK = 12  # sentences before this one in which a pronoun's owner is looked for
_END = re.compile(r"[.!?…؟][\"”»’]{0,3}\s+")
_WE = frozenset("i we us me our my ours myself ourselves".split())
_IT = frozenset("it they its their them itself themselves".split())
_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_WOMAN = re.compile(
    r"\b(?:mrs|ms|miss|dame|lady|baroness|sister|mother|wife|daughter|aunt|queen|princess|nun|widow|\w+woman|grandmother|"
    r"niece|madam|mum|mom)\b",
    re.IGNORECASE,
)
_MAN = re.compile(
    r"\b(?:mr|sir|lord|baron|brother|father|husband|son|uncle|king|prince|imam|sheikh|emir|bishop|archbishop|priest|"
    r"widower|\w*spokesman|chairman|grandfather|nephew|monk|dad|pope|abbot)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class About:
    """Of whom a stretch of text speaks."""

    persons: tuple[str, ...] = ()
    collective: bool = False
    count: int | None = None
    known: bool = False


class Room:
    """A document with everything found in it so far, for the steps beside this file."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[SoughtMention],
        dates: Sequence[ReadDate],
        acquaintance: Acquaintance,
        count: int | None,
    ) -> None:
        self.document = document
        self.mentions = mentions
        self.dates = dates
        self.acquaintance = acquaintance
        self.count = count
        self.heading: ReadDate | None = None  # a date that stands alone before a paragraph's sentences
        self.heading_paragraph = -1
        self.met: list[tuple[str, ...]] = []  # participants of the contacts proposed so far
        self._turns: list[list[Actor]] = []  # actors of the sentences so far, as the text names them, resolved
        self._mention_starts = [m.span.start for m in mentions]
        self._date_starts = [d.span.start for d in dates]

    def mentions_in(self, place: Place) -> list[SoughtMention]:
        """Sought people and groups named in `place`."""
        first, last = bisect_left(self._mention_starts, place[0]), bisect_left(self._mention_starts, place[1])
        return [m for m in self.mentions[first:last] if m.span.stop <= place[1]]

    def dates_in(self, place: Place) -> list[ReadDate]:
        """Dates in `place`."""
        first, last = bisect_left(self._date_starts, place[0]), bisect_left(self._date_starts, place[1])
        return [d for d in self.dates[first:last] if d.span.stop <= place[1]]

    def about(self, place: Place, *, back: int = 0) -> About:
        """Of whom the words in `place` speak, or of whom the text just before them did."""
        found = self.mentions_in(place)
        if not found and back:
            before = self.mentions_in((max(0, place[0] - back), place[0]))
            people = [m for m in before if m.person_key]
            found = [m for m in before if m.group] if not people or before[-1].group else people[-1:]
        persons = tuple(dict.fromkeys(m.person_key for m in found if m.person_key))
        groups = [m for m in found if m.group]
        counts = [m.count for m in groups if m.count]
        count = (counts[-1] if back else counts[0]) if counts else None
        return About(persons, bool(groups) and not persons, count, bool(found))

    # --- who somebody is --------------------------------------------------------------------------------------------

    def turn_to(self, actors: Sequence[Actor]) -> None:
        """The text has come to a sentence that names these, in order."""
        self._turns.append([self.acquaintance.resolve(a) for a in actors if a.kind is not ActorKind.PRONOUN])

    def who(
        self, actor: Actor, speaker: Actor | None = None, besides: Sequence[str] = (), earlier: bool = False
    ) -> Actor:
        """The actor under his own name: pronouns looked up before it, "we" as the one who speaks.

        `besides`: names that a pronoun cannot mean here, as those of the same clause. `earlier`: the pronoun opens its
        clause, so that it means the subject of the sentence before rather than somebody just named.
        """
        if actor.kind is not ActorKind.PRONOUN:
            return self.acquaintance.resolve(actor)
        low = actor.head.lower() or actor.name.lower()
        if low in _WE:
            if speaker is not None:
                return replace(speaker, place=actor.place)
            publisher = self.document.publisher
            return replace(actor, name=publisher, kind=ActorKind.BODY) if publisher else actor
        if speaker is not None and earlier and _may_mean(low, speaker) and speaker.name not in besides:
            return replace(speaker, place=actor.place)
        found = next(
            (a for a in self._candidates(actor.place[0]) if a.name not in besides and _may_mean(low, a)), None
        )
        if found is None and speaker is not None and _may_mean(low, speaker) and speaker.name not in besides:
            found = speaker
        return replace(found, place=actor.place) if found is not None else actor

    def _candidates(self, place: int) -> Iterator[Actor]:
        """Whom a pronoun at `place` may mean: the subjects of this sentence and those before, the nearest first."""
        for number, turn in enumerate(reversed(self._turns[-_BACK:])):
            if number == 0:
                yield from (a for a in turn if a.place[1] <= place)
            else:
                yield from turn


def _may_mean(pronoun: str, actor: Actor) -> bool:
    personal = actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE)
    words = f"{actor.name} {actor.head}"
    if pronoun in _IT:
        plural = actor.head.endswith("s") and actor.kind is ActorKind.ROLE
        return not personal or (plural and pronoun not in ("it", "its", "itself"))
    if pronoun in _SHE:
        return (personal or actor.kind is ActorKind.OTHER) and not _MAN.search(words)
    if pronoun in _HE:
        return (personal or actor.kind is ActorKind.OTHER) and not _WOMAN.search(words)
    return False


def inner_sentences(text: str, place: Place) -> Iterator[Place]:
    """The sentences of a stretch of speech."""
    start, stop = place
    ends = [place[0] + m.end() for m in _END.finditer(text[start:stop])]
    for end in [*ends, stop]:
        while end - start > _LONGEST:
            yield start, start + _LONGEST
            start += _LONGEST
        if start < end:
            yield start, end
        start = end


def uncovered(place: Place, taken: Sequence[Place]) -> Iterator[Place]:
    """The parts of a place that none of the others covers."""
    start = place[0]
    for a, b in sorted(taken):
        if start < a and start < place[1]:
            yield start, min(a, place[1])
        start = max(start, b)
    if start < place[1]:
        yield start, place[1]
