"""A document with everything found in it: of whom a stretch speaks, when, and who "he", "it" and "we" are there.

In: the document with mentions, dates and actors. Out: `Room`, which the steps beside this file ask.
Leaves to others: what the words mean (`answers`, `claims`, `promises`, `happenings`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from homeward.reading.acquaintance import Acquaintance, sex_of
from homeward.reading.document import Document
from homeward.reading.events import meant
from homeward.reading.fitting import KIN
from homeward.reading.languages.language import Actor, ActorKind, Place
from homeward.reading.proposals import ReadDate, SoughtMention
from homeward.records import Attribution

_LONGEST = 1500  # characters of a sentence inside a quotation; longer ones are looked at in pieces
_BACK = 12  # sentences before this one in which a pronoun's owner is looked for
_OFFICES = 60  # people with an office that are remembered
_CANDIDATES = 24  # people and bodies whom a pronoun is tried on; more in one sentence are no sentence
_HELD = 500  # characters before a pronoun in which somebody looked for may have been named
_NEAR = 3  # sentences before this one in which somebody was written to
_MEETING = 500  # characters behind a contact in which what is promised was promised there
_TURN = 6  # of one sentence before
_END = re.compile(r"[.!?…؟][\"”»’]{0,3}\s+")
_SHORTENED = re.compile(  # before a stop that ends no sentence
    r"\b(?:Dr|Mr|Mrs|Ms|St|Gen|Col|Lt|Capt|Sgt|Maj|Brig|Prof|Rev|Revd|Hon|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\.$"
)
WE = frozenset(["i", "we", "us", "me", "our", "my", "ours", "myself", "ourselves"])
_ALONE = frozenset(["i", "me", "my"])
_ONE = frozenset(["he", "him", "she", "her"])
_IT = frozenset(["it", "they", "its", "their", "them", "itself", "themselves"])
_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_WOMAN = re.compile(
    r"\b(?:mrs|ms|miss|dame|lady|baroness|sister|mother|wife|daughter|aunt|queen|princess|nun|widow|\w+woman|"
    r"grandmother|"
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
        self.answerers: list[str] = []  # who has answered, by name
        self.receiver: str | None = None  # to whom the last list was handed
        self.met: list[tuple[str, ...]] = []  # participants of the contacts proposed so far
        self.met_on: ReadDate | None = None  # the date of the last of them
        self.met_at = -1  # where the text tells of it
        self._offices: list[tuple[str, frozenset[str]]] = []  # a person's name with the words for what he is
        self._turns: list[list[Actor]] = []  # actors of the sentences so far, as the text names them, resolved
        self._here: Sequence[Actor] = ()  # actors of the sentence that the text has come to
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

    def name_of(self, mention: SoughtMention) -> str:
        """By what name a sought person goes in the text, as fully as it gives it; of a group, its words."""
        text = self.document.text
        if mention.person_key is None:
            return _COUNTED.sub("", mention.span.text)
        same = [m.span for m in self.mentions if m.person_key == mention.person_key]
        latin = [span for span in same if span.text[:1].isascii() == text[:1].isascii()] or same
        full = [
            text[span.start : m.end() if (m := _JOINED_ON.match(text, span.stop)) else span.stop] for span in latin
        ]
        return max((_POSSESSIVE.sub("", name) for name in full), key=lambda name: (len(name.split()), len(name)))

    # --- who somebody is --------------------------------------------------------------------------------------------

    def turn_to(self, actors: Sequence[Actor]) -> None:
        """The text has come to a sentence that names these, in order."""
        turn: list[Actor] = []
        self._here = actors[:_CANDIDATES]
        self._turns.append(turn)
        for actor in actors[:_CANDIDATES]:
            if actor.kind is ActorKind.PRONOUN:
                found = self.who(actor, earlier=True)
                if found.kind is not ActorKind.PRONOUN:
                    turn.append(found)
            elif actor.kind is ActorKind.ROLE and self._is_the_group(actor):
                continue  # the people looked for: nobody who meets, hands over or promises
            elif actor.kind is not ActorKind.OTHER or not _PLACED.search(
                self.document.text[max(0, actor.place[0] - 8) : actor.place[0]]
            ):
                turn.append(self._named(actor))

    def _is_the_group(self, actor: Actor) -> bool:
        groups = [m for m in self.mentions_in(_around(actor.place)) if m.group]
        if meant.is_arabic(actor):  # "the families of the sailors" are none of the sailors
            return any(m.span.start <= actor.place[0] for m in groups)
        return bool(groups)

    def named_here(self, place: Place) -> list[Actor]:
        """Whom the sentence that the text has come to names inside `place`, in order."""
        inside = (a for a in self._here if place[0] <= a.place[0] and a.place[1] <= place[1])
        return [self._named(a) for a in inside if a.kind is not ActorKind.PRONOUN]

    def before(self, place: int) -> Iterator[Actor]:
        """Parties named before a place, the nearest first: in the sentence that the text has come to, then before."""
        here = [self._named(a) for a in self._here if a.place[1] <= place and a.kind is not ActorKind.PRONOUN]
        yield from reversed(here)
        for turn in reversed(self._turns[-_NEAR - 1 : -1]):
            yield from reversed(turn)

    def just_met(self, place: int) -> tuple[str, ...]:
        """Who took part in the last contact that the text has told of, if it did so just before `place`."""
        return self.met[-1] if self.met and 0 <= place - self.met_at <= _MEETING else ()

    def met_with(self, name: str, place: int) -> str | None:
        """Whom somebody of that name has just met: what he promises at `place` he promises there."""
        met = self.just_met(place)
        if len(met) != 2 or "\n" in self.document.text[self.met_at : place].strip():
            return None
        others = [other for other in met if other != name]
        return others[0] if len(others) == 1 else None

    def note(self, actor: Actor) -> None:
        """An event has told of somebody whom the list of the sentence's actors may lack."""
        turn = self._turns[-1] if self._turns else None
        if turn is not None and actor.kind is not ActorKind.PRONOUN and all(a.name != actor.name for a in turn):
            turn.append(actor)
            turn.sort(key=lambda a: a.place)

    def who(
        self,
        actor: Actor,
        speaker: Actor | None = None,
        besides: Sequence[str] = (),
        earlier: bool = False,
        met: bool = False,
    ) -> Actor:
        """The actor under his own name: pronouns looked up before it, "we" as the one who speaks.

        `besides`: names that a pronoun cannot mean here, as those of the same clause. `earlier`: the pronoun opens
        its clause, so that it means the subject of the sentence before rather than somebody just named. `met`: it
        is whom one met, called or wrote to, so that it may be the one who tells of it, or somebody looked for.
        """
        if actor.kind is not ActorKind.PRONOUN:
            known = self._named(actor)
            return self._owned(known, besides) if speaker is None and meant.is_arabic(known) else known
        low = meant.CALLED.get(actor.name, actor.head.lower() or actor.name.lower())
        if low in WE:
            if speaker is not None:
                return replace(speaker, place=actor.place)
            if low in _ALONE and meant.is_hebrew(actor):
                return actor  # "I", and nobody of whom it is known that he speaks: no medium
            if meant.is_arabic(actor) and self._is_quoted(actor.place[0]):
                return actor  # in somebody's words, of whom is not known whose they are
            publisher = (self.document.publisher or "").partition(",")[0]
            return replace(actor, name=publisher, kind=ActorKind.BODY) if publisher else actor
        if (
            speaker is not None
            and earlier
            and (told := self._told_of(actor.place[0], speaker, low, besides)) is not None
        ):
            return replace(told, place=actor.place)  # "he said that the minister would call when he came"
        if speaker is not None and earlier and _may_mean(low, speaker) and speaker.name not in besides:
            return replace(speaker, place=actor.place)
        met = met and actor.name not in meant.CALLED
        if met and speaker is not None and (kin := self._kin(low, speaker, besides, earlier)) is not None:
            return replace(kin, place=actor.place)
        if met and not earlier and (seen := self._met(actor.place[0], low, speaker, besides)) is not None:
            return replace(seen, place=actor.place)
        near = islice(self._candidates(actor.place[0]), _CANDIDATES)
        fit = [a for a in near if a.name not in besides and _may_mean(low, a)]
        found = next((a for a in fit if a.kind is not ActorKind.OTHER or low in _IT), fit[0] if fit else None)
        arabic = found is not None and meant.is_arabic(found) and low in _HE  # a body is seldom a "he"
        if arabic or (meant.is_hebrew(actor) and low in _ONE):
            found = next((a for a in fit if a.kind is not ActorKind.BODY), found)
        if found is not None and found.kind is ActorKind.OTHER and low in ("it", "its", "itself"):
            found = next((a for a in fit if a.kind is ActorKind.BODY), found)
        if met and (found is None or found.kind is ActorKind.OTHER):
            found = self._met(actor.place[0], low, None, besides) or found
        if found is None and speaker is not None and _may_mean(low, speaker) and speaker.name not in besides:
            found = speaker
        return replace(found, place=actor.place) if found is not None else actor

    def _owned(self, actor: Actor, besides: Sequence[str]) -> Actor:
        """Somebody called "her office", "his son", named by whose he is, where the text before tells it."""
        owned = meant.owned(actor)
        if owned is None:
            return actor
        what, pronoun = owned
        near = islice(self._candidates(actor.place[0]), _CANDIDATES)
        owner = next((a for a in near if a.name not in (*besides, actor.name) and meant.may_mean(pronoun, a)), None)
        return replace(actor, name=f"{what} {owner.name}") if owner is not None else actor

    def _met(self, place: int, pronoun: str, speaker: Actor | None, besides: Sequence[str]) -> Actor | None:
        """Whom "her" means behind a verb of meeting: who tells of it, or the person looked for who was named last."""
        if pronoun not in _HE | _SHE:
            return None
        telling = speaker is not None and speaker.kind in (ActorKind.PERSON, ActorKind.ROLE)
        told = speaker is not None and telling and speaker.name not in besides and _may_mean(pronoun, speaker)
        if speaker is not None and told and self._is_of(speaker, pronoun):
            return speaker
        before = [m for m in self.mentions_in((max(0, place - _HELD), place)) if m.person_key is not None]
        if not before or _KIN_OF.search(
            self.document.text, max(0, before[-1].span.start - 24), before[-1].span.start
        ):
            return None  # "the mother of Dana Mirell": she is the mother
        if _OWNED.match(self.document.text, before[-1].span.stop) or before[-1].span.text[-2:] in ("'s", "’s"):
            return None
        place_of = (before[-1].span.start, before[-1].span.stop)
        held = self._named(Actor(place_of, self.name_of(before[-1]), ActorKind.PERSON, Attribution.NAMED))
        fits = held.name not in besides and _may_mean(pronoun, held) and self._is_of(held, pronoun)
        between = [a for a in islice(self._candidates(place), _CANDIDATES) if a.kind is ActorKind.PERSON
                   and a.place[0] > before[-1].span.start and a.name not in besides and self._is_of(a, pronoun)
                   and _may_mean(pronoun, a)]  # fmt: skip
        return held if fits and not between else None

    def _kin(self, pronoun: str, speaker: Actor, besides: Sequence[str], earlier: bool) -> Actor | None:
        """Of whom somebody's kin speaks: "the wife of Ilan Tessa said he had called her"."""
        owned = _KINS.match(speaker.name) or _OF_KIN.search(speaker.name)
        if owned is None or pronoun not in _HE | _SHE or not frozenset(speaker.name.lower().split()) & KIN:
            return None
        himself = speaker.name not in besides and _may_mean(pronoun, speaker) and self._is_of(speaker, pronoun)
        if himself:
            return speaker
        one = self._named(Actor(speaker.place, owned[1], ActorKind.PERSON, Attribution.NAMED))
        return one if one.name not in besides and self._is_of(one, pronoun) else None

    def _is_of(self, actor: Actor, pronoun: str) -> bool:
        """Whether nothing that the text tells of somebody's sex speaks against a pronoun."""
        sex = sex_of(actor) or self.acquaintance.tell_sex(actor, "")
        return not sex or (sex == "f") is (pronoun in _SHE)

    def _is_quoted(self, place: int) -> bool:
        """Whether a place lies behind an opening mark of its paragraph that is not closed before it."""
        line = self.document.text[self.document.text.rfind("\n", 0, place) + 1 : place]
        return line.count("«") > line.count("»") or line.count("“") > line.count("”") or line.count('"') % 2 == 1

    def _told_of(self, place: int, speaker: Actor, pronoun: str, besides: Sequence[str]) -> Actor | None:
        """Somebody whom the speaker has just named, between his own name and a pronoun."""
        turn = self._turns[-1] if self._turns else []
        between = [a for a in turn if speaker.place[1] < a.place[0] and a.place[1] <= place]
        fit = [a for a in between if a.name not in (*besides, speaker.name) and _may_mean(pronoun, a)]
        return next((a for a in fit if a.kind is not ActorKind.OTHER), None)

    def last_body(self, place: int, besides: str | None = None) -> Actor | None:
        """The body or person that the text before `place` last turned to; not one of the name `besides`."""
        kinds = (ActorKind.BODY, ActorKind.PERSON)
        return next((a for a in self._candidates(place) if a.kind in kinds and a.name != besides), None)

    def last_told_of(self, place: int, besides: str | None = None) -> Actor | None:
        """Whom the text before `place` is about: the first of its sentence or of the one before, else `last_body`."""
        here = sorted((a for a in (self._turns[-1] if self._turns else ()) if a.place[1] <= place), key=_place_of)
        sought = {m.span.text.lower() for m in self.mentions}
        for turn in (here, *self._turns[-2:-1]):
            for actor in turn:
                whole = actor.kind in (ActorKind.BODY, ActorKind.PERSON)
                if not whole and not (actor.kind is ActorKind.ROLE and actor.definite):
                    continue
                if actor.name == besides or self._publishes(actor) or self.mentions_in(_around(actor.place)):
                    continue
                if actor.name.lower() not in sought and f"the {actor.name.lower()}" not in sought:
                    return actor
        return self.last_body(place, besides)

    def _named(self, actor: Actor) -> Actor:
        """Somebody named or described, under the fullest name that the document gives."""
        phrase = self.document.text[slice(*actor.place)]
        found = self.acquaintance.resolve(actor)
        if (
            found.name != actor.name
            and _LYING.match(found.name[len(actor.name) :])
            and found.name.startswith(actor.name)
        ):
            found = replace(found, name=actor.name)  # "the families in Bristol" are "the families"
        longer = len(found.name) > len(actor.name)
        here = self.document.text.startswith(found.name, self.document.text.find(actor.name, *actor.place))
        if longer and here:
            found = replace(
                found, name=actor.name
            )  # cut on purpose: "the embassy" of "inform the embassy of the fate"
        if " and " in found.name and " and " not in actor.name:
            found = replace(found, name=actor.name)  # "Olsen and Seld" are two
        rest = found.name[len(actor.name) :].split()
        if (
            found.name.startswith(actor.name + " ")
            and rest[0].islower()
            and rest[0] not in ("of", "for", "and", "de", "al", "the")
        ):
            found = replace(found, name=actor.name)
        within = f" of the {actor.name}" in found.name and found.name != actor.name
        inside = re.search(rf"(?<= of the ){re.escape(actor.name)}\b", found.name) if within else None
        if inside is not None and actor.name[:1].isupper():
            found = replace(
                found, name=found.name[inside.start() :]
            )  # "the Movement" in "bureau of the Movement for ..."
        if found.kind is ActorKind.ROLE and found.name == actor.name and actor.definite:
            found = self._in_office(found)
        if _OWN.match(found.name) and not _OWN.match(phrase):
            found = replace(found, name=actor.name)  # "the union", of which the text spoke as "their union" before
        publisher = self.document.publisher
        if publisher and found.kind is ActorKind.BODY and found.name.lower() in publisher.lower().split():
            found = replace(found, name=publisher)
        own = _OWN.match(phrase)
        if own is not None and found.name == actor.name and phrase[own.end() :].startswith(actor.name):
            found = replace(found, name=phrase[: own.end()] + actor.name)  # "his envoy", whom nothing else names
        if found.kind is ActorKind.PERSON:
            words = frozenset(_WORDS.findall(phrase.lower().replace(actor.name.lower(), " ")))
            if words and (found.name, words) not in self._offices[-_OFFICES:]:
                self._offices.append((found.name, words))
        return found

    def _in_office(self, actor: Actor) -> Actor:
        """The person who was said before to be what is now only named: "the Interim President"."""
        words = set(_WORDS.findall(actor.name.lower()))
        for name, office in reversed(self._offices[-_OFFICES:]):
            if words <= office:
                return replace(actor, name=name, kind=ActorKind.PERSON, attribution=Attribution.NAMED)
        return actor

    def has_office(self, actor: Actor) -> bool:
        """Whether the text has said what somebody is."""
        return any(name == actor.name for name, _ in self._offices[-_OFFICES:])

    def _candidates(self, place: int) -> Iterator[Actor]:
        """Whom a pronoun at `place` may mean: the subjects of this sentence and those before, the nearest first."""
        for number, turn in enumerate(reversed(self._turns[-_BACK:])):
            if number == 0:
                yield from (a for a in turn if a.place[1] <= place and not self._publishes(a))
            else:
                yield from (a for a in turn[:_TURN] if not (self._publishes(a) or _is_passing(a)))

    def _publishes(self, actor: Actor) -> bool:
        """Whether somebody is the medium itself, which calls itself "this paper", never "it"."""
        publisher = self.document.publisher or ""
        names = (publisher, *publisher.split()[:1])
        return bool(publisher) and actor.name in names and actor.kind is not ActorKind.PERSON


_WORDS = re.compile(r"\w{3,}")
_COUNTED = re.compile(r"(?:the|all|these|those|their|our|his|her) ", re.IGNORECASE)
_KIN_OF = re.compile(r"\b[a-z-]+ (?:of|for) (?:[\w.]+ )?$")
_OWNED = re.compile(r"(?:-\w+)?['’]s? ")
_NAME = r"((?:[^\W\d_a-z][\w’'-]*\w ?)+)"
_KINS = re.compile(rf"{_NAME}['’]s? \w")
_OF_KIN = re.compile(rf" of {_NAME}$")
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINED_ON = re.compile(r"-\w[\w’'-]*\w")
_LYING = re.compile(r" (?:in|at|near|inside|from) ")
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]o)\s+$")
_OWN = re.compile(r"(?:his|her|its|their)\s+", re.IGNORECASE)


def _place_of(actor: Actor) -> Place:
    return actor.place


def _is_passing(actor: Actor) -> bool:
    """Such as "a handwriting expert": mentioned once, nobody whom a later sentence calls "she"."""
    return actor.kind is ActorKind.ROLE and not actor.definite


def _around(place: Place) -> Place:
    return max(0, place[0] - 5), place[1] + 1


def _may_mean(pronoun: str, actor: Actor) -> bool:
    if meant.is_arabic(actor):
        return meant.may_mean(pronoun, actor)
    if meant.is_hebrew(actor):
        return meant.may_mean_in_hebrew(pronoun, actor)
    personal = actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE)
    name = actor.name.partition(" of ")[0] if actor.kind is ActorKind.ROLE else actor.name
    words = f"{name} {actor.head} {actor.role.partition(' of ')[0]}"
    plural = actor.kind is ActorKind.ROLE and (actor.head or actor.name).endswith("s")
    if pronoun in _IT:
        if pronoun in ("it", "its", "itself"):
            return not personal
        return plural or actor.kind in (ActorKind.BODY, ActorKind.OTHER)
    if plural:
        return False
    if pronoun in _SHE:
        return (personal or actor.kind is ActorKind.OTHER) and not _MAN.search(words)
    if pronoun in _HE:
        return (personal or actor.kind is ActorKind.OTHER) and not _WOMAN.search(words)
    return False


def inner_sentences(text: str, place: Place) -> Iterator[Place]:
    """The sentences of a stretch of speech."""
    start, stop = place
    ends = [
        place[0] + m.end()
        for m in _END.finditer(text[start:stop])
        if not _SHORTENED.search(text, max(start, place[0] + m.start() - 8), place[0] + m.start() + 1)
    ]
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
