"""Who passed words on to whom, in English, and the whole way that they came: "told Interlan, as quoted by the Post".

In: the items of a sentence with the voices that were found. Out: the voices with every relay of their way, in order.
Leaves to others: cues of speech (`voices`), the way that a sentence of its own tells of (`later`), chains (`chain`).

Each telling word gives a step from one who gives words to one who receives them. The steps of a sentence are put
together: from whoever speaks on to the last medium, and back from a medium to the one whom it cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from homeward.names import listed_kinds
from homeward.reading.entities.lists import place_names
from homeward.reading.languages.en import media
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.contents import carries
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.en.speakers import antecedent, is_adverb, speaker_of
from homeward.reading.languages.language import Actor, ActorKind, View, Voice
from homeward.records import Attribution


@dataclass(frozen=True, slots=True)
class Way:
    """One step: `receiver` had words from `giver`; None stands for whoever speaks in the sentence.

    `cited`: the receiver rests what it tells on the giver ("citing two officials"). `carried`: the receiver is a
    carrier whoever he is ("through an Omani mediator"). `went_on`: the receiver told it at once to somebody else.
    """

    giver: Actor | None
    receiver: Actor
    at: int
    cited: bool = False
    carried: bool = False
    went_on: bool = False


_MOST_STEPS = 5


def follow_ways(view: View, items: list[Item], voices: Sequence[Voice]) -> list[Voice]:
    """The voices with the relays that the sentence tells of besides those that they have."""
    if not voices:
        return []
    if _ELSEWHERE.search(view.masked, view.start, view.stop):
        voices = [_apart(view, voice) for voice in voices]
    if _TELLING.search(view.masked, view.start, view.stop) is None:
        return list(voices)
    voices = [_on_networks(voice) for voice in voices]
    ways = [*_ways(view, items), *_networks(view)]
    if not ways:
        return list(voices)
    telling = [voice.speaker for voice in voices if voice.speaker is not None and voice.contents]
    ways = [step for step in ways if not step.went_on or not any(_same(step.giver, a) for a in telling if step.giver)]
    led = [_led(voice, ways) for voice in voices]
    taken = [voice for voice, before in zip(led, voices, strict=True) if voice is not before]
    return [voice for voice in led if not _is_taken(voice, taken)]


_ELSEWHERE = re.compile(  # an occasion of its own, at which no medium is between
    r"\b(?:at|in|during) (?:an?|another|the|his|her|their|its|\w+day['’]s|yesterday['’]s) (?:[\w-]+ ){0,3}?(?:(?:press|news) (?:conference|briefing)|"
    r"briefing|rally|ceremony|hearing|funeral|vigil|sermon|court|speech|address|separate statement|separate interview)\b|"
    r"\b(?:told|tells|telling|informed|assured|addressing) (?:the |a |an |his |her |their )?(?:[\w-]+ )?(?:reporters|journalists|parliament|"
    r"lawmakers|court|crowd|assembly|council|house|senate|committee|families|relatives|judges?|deputies|mps|worshippers|mourners|"
    r"supporters|students|congregation|gathering|inquiry|tribunal|panel|jury|press)\b|\bin parliament\b|\bseparately\b",
    re.IGNORECASE,
)


def _apart(view: View, voice: Voice) -> Voice:
    """A voice said on an occasion that the sentence names outside the words themselves."""
    found = (m for m in _ELSEWHERE.finditer(view.masked, view.start, view.stop))
    told = any(not any(a <= match.start() < b for a, b in voice.contents) for match in found)
    return replace(voice, apart=True) if told and not voice.relays else voice


def _on_networks(voice: Voice) -> Voice:
    relays = tuple(map(plain_network, voice.relays))
    return voice if relays == voice.relays else replace(voice, relays=relays)


def _is_taken(voice: Voice, taken: Sequence[Voice]) -> bool:
    """Whether a voice only cites, for words whose whole way is known by now."""
    if voice.cited is None or voice.speaker is None:
        return False
    cited, relay = voice.cited, voice.speaker
    return any(
        _among(cited, _way_of(other))
        and _among(relay, _way_of(other))
        and (not voice.contents or voice.contents == other.contents)
        for other in taken
        if other is not voice
    )


def _way_of(voice: Voice) -> list[Actor]:
    return [actor for actor in (voice.speaker, *voice.relays) if actor is not None]


def _led(voice: Voice, ways: Sequence[Way]) -> Voice:
    if voice.attitude or voice.speaker is None or not voice.contents:
        return voice
    chain = [voice.cited, *voice.relays, voice.speaker] if voice.cited else [voice.speaker, *voice.relays]
    known = [actor for actor in chain if actor is not None]
    way = list(known)
    if voice.cited is None and not _inside(voice, way[0]):
        way = _back(way, ways, voice)
    way = _between(_first_posted(way, ways), ways)
    way = _onward(way, ways, voice)
    if len(way) == len(known):
        return voice
    source = voice.source if way[0] is voice.speaker else None
    contents = voice.contents
    if len(contents) > 1 and way[0] is not voice.speaker:  # "..., the agency reported, referring | to a source"
        contents = tuple(place for place in contents if not place[0] <= way[0].place[0] < place[1]) or contents
    return replace(voice, speaker=way[0], relays=tuple(way[1:]), cited=None, source=source, contents=contents)


def _first_posted(way: list[Actor], ways: Sequence[Way]) -> list[Actor]:
    """A way with the network on which the words stood that another then shared: "In a Telegram post shared by the page"."""
    for step in ways:
        network = step.receiver
        posted = step.giver is None and network.name in _POSTED_ON and not _among(network, way)
        if posted and len(way) > 1 and 0 < way[1].place[0] - network.place[1] < _SHARED_BY:
            return [way[0], network, *way[1:]]
        cited = step.giver is not None and step.cited and _is_medium(step.giver) and not _among(step.giver, way)
        if cited and step.giver is not None and len(way) > 1 and _is_medium(way[1]) and _same(network, way[1]):
            return [way[0], step.giver, *way[1:]]  # "The Herald copies a Radio Marsh interview in which"
        first = step.giver is not None and _same(step.giver, way[0]) and not step.cited and _is_medium(network)
        if (
            first
            and len(way) > 1
            and not _among(network, way)
            and network.place[1] < way[1].place[0]
            and _is_medium(way[1])
        ):
            return [way[0], network, *way[1:]]
    return way


_POSTED_ON = frozenset((*w.NETWORKS, *w.NETWORKS_TOO))
_SHARED_BY = 40  # characters between a network and whoever shared what stood on it


def _inside(voice: Voice, actor: Actor) -> bool:
    return any(a <= actor.place[0] and actor.place[1] <= b for a, b in voice.contents)


def _back(way: list[Actor], ways: Sequence[Way], voice: Voice) -> list[Actor]:
    """Whom the first of a way cites, and whom he cites."""
    for _ in range(_MOST_STEPS):
        found = next(
            (
                step.giver
                for step in ways
                if (step.cited or step.went_on)
                and step.giver is not None
                and _same(step.receiver, way[0])
                and not _among(step.giver, way)
                and not any(a <= step.at < b for a, b in voice.contents[:1])
            ),
            None,
        )
        if found is None:
            break
        way = [found, *way]
    return way


def _between(way: list[Actor], ways: Sequence[Way]) -> list[Actor]:
    """A way with whoever stood between two of its links."""
    for number in range(len(way) - 1):
        one, other = way[number], way[number + 1]
        for step in ways:
            if step.giver is None or not _same(step.giver, one) or _among(step.receiver, way):
                continue
            if any(s.giver is not None and _same(s.giver, step.receiver) and _same(s.receiver, other) for s in ways):
                return [*way[: number + 1], step.receiver, *way[number + 1 :]]
    return way


def _onward(way: list[Actor], ways: Sequence[Way], voice: Voice) -> list[Actor]:
    """A way on to the last medium that had it from the one before."""
    for _ in range(_MOST_STEPS):
        found = next((more for more in _next(way, ways, voice) if more), None)
        if found is None:
            return way
        way = [*way, *found]
    return way


def _next(way: list[Actor], ways: Sequence[Way], voice: Voice) -> Iterator[list[Actor]]:
    for step in ways:
        if any(a <= step.at < b for a, b in voice.contents) or _among(step.receiver, way):
            continue
        if step.giver is None:
            if _is_medium(step.receiver) and abs(step.at - voice.cue[0]) < _NEAR and not _is_medium(way[-1]):
                yield [step.receiver]
        elif _same(step.giver, way[-1]):
            if _is_medium(step.receiver) or step.carried:
                yield [step.receiver]
            else:  # somebody who was told is a link only where he told a medium
                onward = (s for s in ways if s.giver is not None and _same(s.giver, step.receiver))
                medium = next((s.receiver for s in onward if _is_medium(s.receiver)), None)
                if medium is not None and not _among(medium, way):
                    yield [step.receiver, medium]


_NEAR = 160  # characters between a cue of speech and the text that carried the words


def _is_medium(actor: Actor) -> bool:
    return actor.kind is ActorKind.MEDIUM


def _same(one: Actor, other: Actor) -> bool:
    if one.place[0] == other.place[0]:
        return True
    if one.name.lower() == other.name.lower():
        return one.kind is not ActorKind.PRONOUN
    both = one.kind is other.kind is ActorKind.MEDIUM
    return both and one.name.lower().partition(" ")[0] in other.name.lower().split()


def _among(actor: Actor, way: Sequence[Actor]) -> bool:
    return any(_same(actor, other) for other in way)


# --- the steps ------------------------------------------------------------------------------------------------------

_TOLD = frozenset(w.split("told tells telling informed phoned telephoned rang messaged briefed"))
_SPOKE = frozenset(w.split("spoke spoken speaks speaking talked talks talking"))
_BESIDE_VERB = re.compile(  # behind a verb of speech, what may stand before the medium
    r"(?:,? (?:by|over the|via|on the|in a|through) (?:tele)?phone(?: call)?|,? from [A-Z][\w’'-]+|,? exclusively|"
    r",? on (?:the )?condition (?:of anonymity|that [^,;:“\"]{3,40}?)|,? (?:on|late on|early on) \w+day(?: \w+)?|"
    r",? (?:yesterday|today|earlier|later|again|briefly)|,? in (?:English|Arabic|French|Russian|Spanish|Hebrew)|"
    r",? live|,? via WhatsApp|,? by e-?mail|,? in writing)*",
)
_UTTERANCE = (
    r"(?:letter|message|post|statement|remark|comment|word|interview|note|e-?mail|text|video|recording|audio|tape|speech|"
    r"address|article|column|op-ed|essay|report|memo|document|transcript|communiqu[eé]|thread|tweet|diary|testimony|account|"
    r"call|voicemail|footage|clip|release|bulletin|programme|program|broadcast|dispatch|press release|appeal|announcement|"
    r"conversation|briefing|reply|answer|response|telegram|affidavit|deposition|leaflet|minutes|screenshot|cable|advertisement|voice note|"
    r"circular|poster|sheet|film|chat|log|letters)s?"
)
_ADJECTIVES = r"(?:(?!(?:to|by|with|on|in|of|for|and|that|which) )[\w’'-]+ ){0,4}?"
_OUT = (
    r"(?:carried|published|broadcast|aired|quoted|released|posted|shared|cited|reported|relayed|repeated|reviewed|read|"
    r"distributed|circulated|printed|forwarded|translated|reproduced|received|shown|given|sent|e?-?mailed|faxed|made|"
    r"issued|put|picked|monitored|transmitted|run|reprinted|verified|leaked|passed|provided|supplied|submitted|handed|"
    r"delivered|addressed|obtained|seen|heard|viewed|recorded|granted|read|texted|dictated|uploaded|played|screened|"
    r"released|disseminated|available|attributed)"
)
# "in a statement sent to Interlan", "in comments to the Observer", "in televised remarks on SRT"
_IN_UTTERANCE = re.compile(
    rf"\b(?:[Ii]n|[Dd]uring|[Bb]y|[Tt]hrough|[Ww]ith|[Vv]ia|[Ff]rom) (?:an?|the|his|her|its|their|some|these|those|other|separate|two)?\s?{_ADJECTIVES}{_UTTERANCE}"
    rf"(?:,? (?:(?:a copy|copies|the text|part|parts|extracts|excerpts|a recording) of )?(?:which|that) (?:was|were|had been|has been))?"
    rf"(?:,? (?:\w+ly )?{_OUT}(?: (?:out|up|over|on))?(?:,? (?:on|late on|early on) [\w ]{{2,18}}?| (?:live|in full|online|later|exclusively|yesterday|today))?)?"
    rf" (?:to|with|by|on|in|for|through|via|at) $"
)
# "in a letter that the Observer published"
_WHICH_CARRIED = re.compile(rf"\b{_UTTERANCE},? (?:(?:which|that) )?$")
_CARRYING = re.compile(
    r" (?:has |had |has since |have |later |first |also |then |now )*(?:carried|published|broadcast|aired|quoted|released|posted|shared|"
    r"relayed|reproduced|printed|obtained|reviewed|saw|received|ran|seen|read|translated|reprinted|distributed|put out|"
    r"transmitted|monitored|heard|viewed|shown|recorded|verified|put into [A-Z]\w+|rendered|gave in [A-Z]\w+)\b(?! (?:by|to|that) )"
)
# "A broadcast a statement in which B said"
_IN_WHICH = re.compile(
    rf" (?:has |had |have |later |also |then )*(?:carried|carries|published|publishes|broadcast|broadcasts|aired|airs|released|posted|shared|relayed|"
    rf"printed|prints|obtained|reviewed|received|ran|runs|showed|shows|played|circulated|distributed|transmitted|got|seen|saw|read|has|had)"
    rf"(?: (?:on \w+day|at [\d.:]+|late \w+|yesterday|today|overnight))? (?:an?|the|his|her|their|its) {_ADJECTIVES}{_UTTERANCE}(?: [^,;:.“\"]{{0,60}}?)?,? (?:in|on|during|by|with|of) which "
)
# "relayed a statement by", "published a letter from"
_SHOWED = re.compile(
    rf" (?:has |had |have |later |also |then )*(?:carried|carries|published|publishes|broadcast|broadcasts|aired|airs|released|posted|shared|"
    rf"relayed|relays|printed|prints|obtained|reviewed|received|ran|runs|showed|shows|played|circulated|distributed|transmitted|got|quoted|"
    rf"quotes|cited|cites|quoting|citing|referred to|read out|reproduced|reproduces|translated)(?: (?:on|late on) \w+day)? "
    rf"(?:(?:an?|the|his|her|their|its|some|two|several) )?{_ADJECTIVES}{_UTTERANCE} (?:by|from|of|with) "
)
_INTERVIEW_WITH = re.compile(r"\binterviews? (?:with|to|for|on|in) (?:the )?$")
_PUT_OUT = re.compile(
    r",? (?:that was |which was )?(?:published|broadcast|aired|printed|released|posted|carried|shown)\b(?! by)"
)


def _interviewing(view: View, items: list[Item], at: int) -> Actor | None:
    """Who published an interview, though his name tells no medium: "in an interview with Vesper published on Monday"."""
    actor = items[at].actor
    if (
        actor is None
        or actor.kind not in (ActorKind.PERSON, ActorKind.OTHER, ActorKind.BODY)
        or actor.role
        or actor.head
    ):
        return None
    before = view.masked[max(view.start, items[at].start - 30) : items[at].start] + (
        "the " if items[at].low.startswith("the ") else ""
    )
    if _INTERVIEW_WITH.search(before) and _PUT_OUT.match(view.masked, items[at].stop, view.stop):
        return replace(actor, kind=ActorKind.MEDIUM, attribution=Attribution.NAMED)
    return None


_LED_IN = re.compile(
    rf"(?:(?:an?|the|his|her|their|its) )?{_ADJECTIVES}{_UTTERANCE} (?:by|from|of|with) ", re.IGNORECASE
)
_QUOTED_BY = frozenset(
    w.split(
        "quoted cited contacted reached interviewed approached questioned reported relayed carried broadcast published "
        "heard monitored asked pressed filmed recorded reprinted repeated echoed picked aired translated summarised "
        "summarized paraphrased tracked found met consulted polled canvassed phoned telephoned taped transcribed"
    )
)
_QUOTES = frozenset(w.split("quoted quotes quoting cited cites citing"))
_AS_SOURCE = re.compile(r" as (?:its|the|their|his|her|a) (?:only |sole |main )?source\b")
_NAMES = frozenset(w.split("giving gives gave naming names named"))
_TAKES = frozenset(
    w.split(
        "interviewed interviews reached contacted relayed relays monitored translated reprinted picked echoed repeated"
    )
)
_HEARS = frozenset(w.split("learned learnt heard gathered understands understood hears learns"))
_TELLING = re.compile(
    r"\b(?:told|tells|telling|informed|phoned|telephoned|rang|messaged|briefed|spoke|spoken|speaks|speaking|talked|talks|"
    r"talking|quot|cit(?:ed|es|ing)|contacted|reached|interview|approached|questioned|reported|relay|carried|broadcast|"
    r"publish|heard|learn|monitored|asked|picked|aired|refer|authority|statement|letter|post|remarks|comments|message|"
    r"video|audio|record|sent|mailed|channel|page|account|write|wrote|writing|posted|article|call|has it|had it|have it|"
    r"reprint|repeat|echo|translat|passed|showed|shown|gave|appearing|appeared|column|on X\b|televised|footage|via|"
    r"through|whose|borrow|cop(?:y|ies|ied)|lift|crib|takes|took|phone|e-?mail|rang|fax|text|op-ed|essay|memo|note|recording|tape|clip|minutes|transcript|broadcast|\bIn the |giving|naming|as its source| on [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* (?:that|\ufffc))",
)


def _ways(view: View, items: list[Item]) -> Iterator[Way]:
    for k, item in enumerate(items):
        low = item.low
        if item.actor is not None:
            yield from _within(view, item)
            if (interviewer := _interviewing(view, items, k)) is not None:
                yield Way(None, interviewer, item.start)
            if (receiver := _medium(view, items, k, sure=not (_behind_to(items, k) or _shows(items, k)))) is not None:
                yield from _carrying(view, items, k, receiver)
            continue
        if item.kind != "word":
            continue
        if low in _TOLD and (told := _next_actor(items, k + 1)) is not None:
            if any(i.low in w.NEGATIONS for i in items[max(0, k - 2) : k]):
                continue
            by = k + 1 < len(items) and items[k + 1].low == "by"
            if by:
                yield from _told_by(view, items, k)
            else:
                receiver = _medium(view, items, told) or _hearer(items[told].actor)
                giver = speaker_of(items, k, has_earlier=False)[0]
                if receiver is not None and giver is not None and receiver.kind is not ActorKind.PRONOUN:
                    more = [
                        i.low
                        for i in items[
                            told + 1 : told + 4
                            if items[told + 1 : told + 2] and items[told + 1].text == ","
                            else told + 3
                        ]
                    ]
                    went_on = "who" in more[:2] and more[-1] in _TOLD | {"passed", "rang", "then", "in", "had"}
                    yield Way(giver, receiver, item.start, went_on=went_on)
        elif low in _SPOKE and k + 2 < len(items):
            at = _behind_adjuncts(view, items, k, ("to", "with", "on", "in", "for"))
            if at is not None:
                receiver = _medium(view, items, at, sure=items[at - 1].low not in ("to", "with", "the", "a"))
                subject = speaker_of(items, k, has_earlier=False, inverts=False)[0]
                other = items[at].actor
                if subject is not None and receiver is not None and not _is_medium(subject):
                    yield Way(subject, receiver, item.start)
                elif subject is not None and _is_medium(subject) and other is not None:
                    yield Way(other, subject, item.start, cited=True)
        elif low in w.SAYING or low in ("appearing", "appeared", "writing"):
            if low in ("wrote", "writes", "written") and items[k - 1].low in _ONCE:
                continue
            at = _behind_adjuncts(view, items, k, ("to", "on", "in", "for", "via", "through", "with"))
            receiver = _medium(view, items, at, sure=True) if at is not None else None
            if receiver is None and at is not None:
                receiver = _programme(items, at)
            giver = speaker_of(items, k, has_earlier=False)[0] if receiver is not None else None
            if receiver is not None and giver is not None:
                yield Way(giver, receiver, item.start)
            yield from _by_hand(items, k)
        elif low in ("whom", "which") and k > 1 and items[k - 1].low == "to" and k + 2 < len(items):
            before = next((i.actor for i in reversed(items[max(0, k - 4) : k - 1]) if i.actor is not None), None)
            giver = items[k + 1].actor
            if before is not None and giver is not None and items[k + 2].low in w.SAYING:
                yield Way(giver, before, item.start, carried=True)
        elif low == "whom" and k + 2 < len(items) and items[k + 1].actor is not None:
            receiver, whom = _medium(view, items, k + 1), antecedent(items, k)
            if whom is None and k > 1 and items[k - 1].text == ",":
                whom = items[k - 2].actor
            if receiver is not None and whom is not None:
                yield Way(whom, receiver, item.start)
        elif (
            low == "whose" and k + 3 < len(items) and items[k + 1].low.rstrip("s") in _REPORTED and items[k + 2].actor
        ):
            receiver, whom = _medium(view, items, k + 2), antecedent(items, k)
            verb = next((m for m in range(k + 3, len(items)) if not is_adverb(items[m])), k)
            near = items[k - 2].actor if k > 1 and items[k - 1].text == "," else None
            if receiver is not None and items[verb].low in _QUOTED_BY | w.CARRIED | {
                "read",
                "ran",
                "took",
                "put",
                "printed",
            }:
                if (near or whom) is not None:
                    yield Way(near or whom, receiver, item.start)
        elif low in _BORROWS and (taken := _taken_from(view, items, k)) is not None:
            if taken.giver is not None:
                yield Way(None, taken.giver, item.start)
            yield taken
        elif low == "in" and k == 0 and len(items) > 3 and items[2].text == ",":
            receiver = _medium(view, items, 1, sure=True)
            if receiver is not None:
                yield Way(None, receiver, item.start)
        if low in _NAMES and k + 1 < len(items) and (giver := items[k + 1].actor) is not None:
            teller = (
                _subject_of_participle(items, k) if low in ("giving", "naming") else speaker_of(items, k, False)[0]
            )
            if teller is not None and _AS_SOURCE.match(view.masked, items[k + 1].stop, view.stop):
                yield Way(giver, _as_medium(view, teller, led=False) or teller, item.start, cited=True)
        if low in _QUOTED_BY and (agent := _by(items, k)) is not None:
            receiver = _medium(view, items, agent) or _teller(items[agent].actor)
            if receiver is not None:
                yield from _passive(items, k, receiver)
        elif (
            low in _QUOTES
            or (low in _TAKES and not _is_passive(items, k))
            or (low == "reported" and _as_saying(items, k))
        ):
            yield from _quoting(view, items, k)
        elif low in _HEARS or low in (
            "has",
            "had",
            "have",
            "refer",
            "referring",
            "refers",
            "referred",
            "reference",
            "authority",
        ):
            yield from _hearing(view, items, k)


_ONCE = frozenset(
    w.split("once formerly previously long to often regularly occasionally earlier")
)  # "once wrote for the Post"


_BORROWS = frozenset(
    w.split(
        "borrows borrowed copies copied reprints reprinted lifts lifted cribs cribbed takes took reproduces reproduced repeats repeated rehashes summarises summarised"
    )
)


def _taken_from(view: View, items: list[Item], at: int) -> Way | None:
    """Read "The Herald borrows from Radio Marsh an interview in which ...", "copies a Radio Marsh interview"."""
    receiver = speaker_of(items, at, has_earlier=False, inverts=False)[0]
    if receiver is None or not _is_medium(receiver):
        return None
    for k in range(at + 1, min(at + 6, len(items))):
        actor = items[k].actor
        if actor is None:
            if items[k].kind != "word" or items[k].low in w.SAYING or items[k].low == "that":
                return None
            continue
        giver = plain_medium(view, actor)
        led = items[k - 1].low == "from" or giver is not actor or k == at + 1
        fits = _is_medium(giver) and led and giver.name.lower() != receiver.name.lower()
        return Way(giver, receiver, items[at].start, cited=True) if fits else None
    return None


_REPORTED = frozenset(
    w.split("report account story interview remark word statement bulletin claim version dispatch article item")
)


def _programme(items: list[Item], at: int) -> Actor | None:
    """On which programme somebody spoke, though its name tells no medium: "claims on Tarn Nights that ..."."""
    actor = items[at].actor
    if actor is None or items[at - 1].low != "on" or at + 1 >= len(items):
        return None
    name = actor.name.lower()
    if (
        not may_be_programme(actor)
        or name in place_names("en")
        or name.rstrip("s") in w.WEEKDAYS
        or items[at].text[:1].islower()
    ):
        return None
    after = items[at + 1]
    leads = after.low == "that" or after.text == ":" or after.quote is not None
    return replace(actor, kind=ActorKind.MEDIUM) if leads else None


def may_be_programme(actor: Actor) -> bool:
    """Whether a name that no table knows may be a programme's or a channel's: no person's, as far as his name tells."""
    if actor.attribution is not Attribution.NAMED or actor.role:
        return False
    known = listed_kinds(actor.name.split()[0]) & frozenset("mfg") if actor.name else frozenset("m")
    return actor.kind is ActorKind.OTHER or (actor.kind is ActorKind.PERSON and not known)


def _by_hand(items: list[Item], at: int) -> Iterator[Way]:
    """Read "has promised, through an Omani mediator, to free them": who carried it, whoever he is."""
    k = at + 1
    while k < len(items) and (items[k].text == "," or items[k].kind == "date" or items[k].low == "on"):
        k += 1
    if k + 1 < len(items) and items[k].low in ("through", "via"):
        carrier = items[k + 1].actor
        giver = speaker_of(items, at, has_earlier=False)[0]
        if carrier is not None and giver is not None and carrier.kind is not ActorKind.PRONOUN:
            if carrier.head not in _TEXTS and carrier.head not in _VOICES and carrier.kind is not ActorKind.OTHER:
                yield Way(giver, carrier, items[at].start, carried=True)


_VOICES = frozenset(w.split("interpreter interpreters translator translators loudspeaker megaphone door window"))
_TEXTS = frozenset(
    w.split(
        "statement post letter message report communiqué communique account channel page interview remarks comments video recording "
        "message note readout read-out bulletin broadcast"
    )
)


def _is_text(actor: Actor) -> bool:
    return actor.head in _TEXTS or actor.name.lower().rpartition(" ")[2] in _TEXTS


def _hearer(actor: Actor | None) -> Actor | None:
    """Whoever was told something, who is no medium."""
    return actor if actor is not None and actor.kind is not ActorKind.MEDIUM else None


def _teller(actor: Actor | None) -> Actor | None:
    """Whoever may quote somebody without being a medium: "was quoted by his lawyer as saying"."""
    if actor is None or actor.kind in (ActorKind.PRONOUN, ActorKind.OTHER):
        return None
    return actor


def _is_passive(items: list[Item], at: int) -> bool:
    return any(items[k].low in w.BE for k in range(max(0, at - 2), at))


def _by(items: list[Item], at: int) -> int | None:
    """Where the one stands by whom somebody was quoted, contacted or aired."""
    k = at + 1
    while k < len(items) - 1 and k < at + 6:
        low = items[k].low
        actor = items[k + 1].actor
        if low in ("by", "on", "in") and actor is not None:
            if low == "in" and actor.kind is ActorKind.OTHER and k + 2 < len(items) and items[k + 2].low == "by":
                k += 2  # "monitored in Nicosia by"
                continue
            return k + 1 if low == "by" or actor.kind is ActorKind.MEDIUM else None
        if (
            items[k].kind == "date"
            or low in ("on", "as", "saying", "up", "out", "last", "also", "later", "at", "phone", "by", "telephone")
            or is_adverb(items[k])
        ):
            k += 1
            continue
        return None
    return None


def _passive(items: list[Item], at: int, receiver: Actor) -> Iterator[Way]:
    """Read "Malo, quoted by Al-Ufuq", "as reported by Interlan", "whose report was picked up by the Observer"."""
    k = at - 1
    while k >= 0 and (
        items[k].low in w.BE
        or is_adverb(items[k])
        or items[k].kind == "date"
        or items[k].low in (",", "and", "as", "(", "when", "later", "first", "been", "had", "has")
    ):
        if items[k].low == "as" and (k == 0 or items[k - 1].text in (",", "—", "–", "(")):
            yield Way(None, receiver, items[at].start)
            return
        k -= 1
    if k < 0:
        yield Way(None, receiver, items[at].start)
        return
    head = items[k].actor
    if head is not None and head.kind is not ActorKind.PRONOUN:
        yield Way(head, receiver, items[at].start)
    elif items[k].low in ("who", "which", "that"):
        if (whom := antecedent(items, k)) is not None:
            yield Way(whom, receiver, items[at].start)
    elif (
        items[k].low.rstrip("s")
        in ("report", "account", "story", "interview", "remark", "word", "statement", "bulletin", "claim")
        and k
    ):
        owner = items[k - 1]
        if owner.low == "whose":
            whom = antecedent(items, k - 1)
            if whom is not None:
                yield Way(whom, receiver, items[at].start)
        elif owner.actor is not None:
            yield Way(owner.actor, receiver, items[at].start)


def _quoting(view: View, items: list[Item], at: int) -> Iterator[Way]:
    """Read "citing two officials", "quoted Al-Ufuq as saying", "interviewed the fisherman Olo Betrik"."""
    low = items[at].low
    if _is_passive(items, at):
        return
    first = _next_actor(items, at + 1, steps=6)
    if first is None or (low in _TAKES and any(i.low in ("in", "by", "on", "at") for i in items[at + 1 : first])):
        return
    giver = items[first].actor
    participle = low in ("citing", "quoting")
    receiver: Actor | None
    if participle and (at == 0 or all(i.kind != "actor" for i in items[:at])):
        after = next(
            (
                n
                for n in range(first + 1, len(items))
                if items[n].actor is not None and items[n - 1].low not in w.PREPOSITIONS
            ),
            None,
        )
        receiver = items[after].actor if after is not None else None
    elif participle:
        receiver = _subject_of_participle(items, at)
    else:
        receiver = speaker_of(items, at, has_earlier=False, inverts=False)[0]
    if giver is None or receiver is None or giver.kind is ActorKind.PRONOUN or receiver.kind is ActorKind.PRONOUN:
        return
    receiver = _as_medium(view, receiver, led=False) or receiver
    if low not in _QUOTES and not _is_medium(receiver):
        return
    yield Way(giver, receiver, items[at].start, cited=True)


def _as_saying(items: list[Item], at: int) -> bool:
    after = [i.low for i in items[at + 2 : at + 8]]
    return items[at + 1].actor is not None if "as" in after and "saying" in after and at + 1 < len(items) else False


def _subject_of_participle(items: list[Item], at: int) -> Actor | None:
    """Who cites: whoever stands before the comma, or the subject of the clause before it."""
    k = at - 1
    if (
        k > 0
        and items[k].text == ","
        and items[k - 1].actor is not None
        and (k < 2 or items[k - 2].low not in w.PREPOSITIONS)
    ):
        return items[k - 1].actor
    for m in range(at - 1, -1, -1):
        if items[m].kind == "word" and items[m].low in w.SAYING:
            found = speaker_of(items, m, has_earlier=False)[0]
            if found is not None:
                return found
    return next(
        (i.actor for n, i in enumerate(items[:at]) if i.actor and (not n or items[n - 1].low not in w.PREPOSITIONS)),
        None,
    )


def _hearing(view: View, items: list[Item], at: int) -> Iterator[Way]:
    """Read "learned from a source", "had it from the priest", "referring to a police report"."""
    low = items[at].low
    if low in _HEARS and at + 1 < len(items) and items[at + 1].low == "from":
        begin = at + 2
    elif low in ("has", "had", "have") and [i.low for i in items[at + 1 : at + 3]] == ["it", "from"]:
        begin = at + 3
    elif (
        low in ("refer", "referring", "refers", "referred") and at + 1 < len(items) and items[at + 1].low == "to"
    ) or (
        low == "reference"
        and at
        and items[at - 1].low in ("with", "in")
        and at + 1 < len(items)
        and items[at + 1].low == "to"
    ):
        begin = at + 2
    else:
        return
    first = _next_actor(items, begin, steps=4)
    if first is None or (giver := items[first].actor) is None:
        return
    if low in ("referring", "reference", "refer", "refers", "referred"):
        if any(i.actor is not None for i in items[:at]):
            receiver = _subject_of_participle(items, at)
        else:
            receiver = next((i.actor for i in items[first + 1 :] if i.actor is not None), None) if at <= 2 else None
        receiver = _as_medium(view, receiver, led=False) if receiver is not None else None
        if receiver is None:
            return
    else:
        receiver = speaker_of(items, at, has_earlier=False, inverts=False)[0]
    if receiver is not None and receiver.kind is not ActorKind.PRONOUN and giver.kind is not ActorKind.PRONOUN:
        yield Way(giver, receiver, items[at].start, cited=True, carried=low in ("has", "had", "have"))


def _told_by(view: View, items: list[Item], at: int) -> Iterator[Way]:
    """Read "Radio Tern was told by a guard": the guard gives."""
    first = _next_actor(items, at + 2, steps=3)
    giver = items[first].actor if first is not None else None
    k = at - 1
    while k >= 0 and (items[k].low in w.BE or is_adverb(items[k]) or items[k].low in ("been", "had", "has", "have")):
        k -= 1
    receiver = items[k].actor if k >= 0 else None
    if receiver is None and k >= 0 and items[k].low in w.RELATIVES:
        receiver = antecedent(items, k)
    if giver is not None and receiver is not None and receiver.kind is not ActorKind.PRONOUN:
        yield Way(giver, receiver, items[at].start, cited=True)


def _carrying(view: View, items: list[Item], at: int, receiver: Actor) -> Iterator[Way]:
    """Read "in a statement sent to Interlan", "a letter that the Observer published", "Al-Ufuq aired a video in which"."""
    start, stop = receiver.place
    before = view.masked[max(view.start, start - 140) : start]
    before = re.sub(r"\b(?:the|a|an|its|his|her|their)\s+$", "", before)
    after = view.masked[stop : min(view.stop, stop + 160)]
    if (
        _IN_UTTERANCE.search(before)
        or (_WHICH_CARRIED.search(before) and _CARRYING.match(after))
        or _IN_WHICH.match(after)
    ):
        yield Way(None, receiver, start)
    else:
        other = next((i for i in items[at + 1 : at + 12] if i.actor is not None and not _is_text(i.actor)), None)
        if other is not None and other.actor is not None and other.actor.kind is not ActorKind.PRONOUN:
            shown = _LED_IN.match(other.text)
            end = other.start + shown.end() if shown is not None else other.start
            between = re.sub(r"\b(?:the|an?|its|his|her|their) $", "", view.masked[stop:end])
            if _SHOWED.fullmatch(between):
                yield Way(other.actor, receiver, start, cited=True)


_INSIDE = re.compile(
    r",? \b(?:(?:who |that )(?:has |had |have |also |later |recently )?(?:spoke|spoken|speaks|talked|gave an interview|gave his account|told|"
    r"phoned|telephoned|rang|called|contacted|approached|e-?mailed|texted|messaged|faxed|addressed|wrote|turned|appeared|went|came|granted an interview|was speaking|were speaking|was heard|is heard|was a guest)(?: (?:by|over the|on the) (?:tele)?phone)?"
    r"(?: (?:on|late on) \w+day)?(?: (?:to|with|on|in to|in on|up|of))?|"
    r"(?:who|and|which|that) [^,;:“”\"]{0,60}?\b(?:interviews?|statement|remarks|comments|call) (?:with|to|on)|"
    r"speaking (?:(?:by|over the) (?:tele)?phone )?(?:to|with|on)|"
    r"(?:who (?:was|were) )?(?:contacted|reached|interviewed|approached|quoted|cited|asked|questioned|met|consulted|polled|canvassed|phoned|telephoned|tracked down)"
    r"(?: (?:by|over the|on the) (?:tele)?phone)?(?: (?:on|in) [\w ]{2,16}?)? by) (?:the )?(?P<by>[^,;:“”\"]{2,50})$"
)


_NETWORK = rf"(?:{'|'.join((*w.NETWORKS, *w.NETWORKS_TOO))})"
_ON_NETWORK = re.compile(
    rf"\b(?:(?:[Oo]n|[Vv]ia|[Tt]hrough|[Ii]n|[Oo]ver|[Tt]o) (?:(?:an?|an?other|his|her|its|their|the|[\w’'-]+['’]s) )?(?:(?:official|personal|own|verified|private|public|"
    rf"subsequent|separate|brief|short|long|late-night|later|new|now-deleted|since-deleted|second) )*"
    rf"(?P<one>{_NETWORK})(?: (?:channel|account|page|feed|group|profile|post|posts|message|messages|story|livestream|video|thread|status|"
    rf"broadcast|statement|update|voice note|note|list))?|(?P<two>{_NETWORK}) (?:channel|account|page|feed|group|profile) of)(?=[ ,.;:—–)]|$)"
)
_NETWORK_NAME = re.compile(
    rf"^(?:(?:his|her|its|their|the|official|personal|own) )*(?P<one>{_NETWORK}) (?:channel|account|page|feed|group|profile|post|message)\b(?: of .+)?$"
)


_TEXT_OF = re.compile(
    rf"(?:an?|the|his|her|their|its) {_ADJECTIVES}{_UTTERANCE} (?:for|in|on|published by|published in|to|with|carried by|broadcast by|aired by|aired on) "
    rf"(?:the )?(?P<by>[A-Z][\w’'&.-]*(?: [\w’'&.-]+){{0,4}})$",
    re.IGNORECASE,
)


def _networks(view: View) -> Iterator[Way]:
    """Read "in a Facebook post", "on its Telegram channel": the network carried the words."""
    for match in _ON_NETWORK.finditer(view.masked, view.start, view.stop):
        name = match["one"] or match["two"]
        place = match.span("one" if match["one"] else "two")
        if name in w.NETWORKS_TOO and not re.match(
            r"(?:[Oo]n|[Ii]n an? \w+ post on|[Vv]ia) ?$|.*(?:post|account|channel|page)",
            match.group()[: place[0] - match.start()] + match.group()[place[1] - match.start() :],
        ):
            continue
        yield Way(None, Actor(place, name, ActorKind.MEDIUM, Attribution.NAMED), match.start())
    for match in _POST_ON.finditer(view.masked, view.start, view.stop):
        if match["name"] not in (*w.NETWORKS, *w.NETWORKS_TOO) and match["name"].lower() not in w.WEEKDAYS:
            yield Way(
                None, Actor(match.span("name"), match["name"], ActorKind.MEDIUM, Attribution.NAMED), match.start()
            )


_POST_ON = re.compile(
    r"\b(?:post|posts|message|messages|thread|video|livestream|entry|posting) (?:(?:shared|published|put out|posted|made|uploaded) )?on "
    r"(?:the (?:social )?(?:media |messaging )?(?:network|platform|app|site|service) )?(?P<name>[A-Z][\w’'-]+)(?=[ ,.;:])"
)


def plain_network(actor: Actor) -> Actor:
    """A network in place of a page, a channel or a post on it."""
    found = _NETWORK_NAME.match(actor.name)
    return replace(actor, name=found["one"], kind=ActorKind.MEDIUM, attribution=Attribution.NAMED) if found else actor


def _within(view: View, item: Item) -> Iterator[Way]:
    """A step told inside the words for somebody: "residents contacted by Interlan", "a trader who spoke to Radio Tern"."""
    of_medium = _TEXT_OF.match(item.text)
    if of_medium is not None:
        place = (item.start + of_medium.start("by"), item.start + of_medium.end("by"))
        medium = _as_medium(view, describe(view.text, place), led=True)
        if medium is not None:
            yield Way(None, medium, item.start)
        return
    inside = _INSIDE.search(item.text)
    if inside is None or item.actor is None:
        return
    by = describe(view.text, (item.start + inside.start("by"), item.start + inside.end("by")))
    receiver = _as_medium(view, by, led=item.text[: inside.start("by")].endswith("the "))
    if receiver is not None:
        yield Way(item.actor, receiver, item.start + inside.start("by"))


# --- who may be a medium --------------------------------------------------------------------------------------------


def _next_actor(items: list[Item], at: int, steps: int = 3) -> int | None:
    """The next actor, over adverbs, articles and plain adjectives."""
    for k in range(at, min(at + steps, len(items))):
        if items[k].actor is not None:
            return k
        low = items[k].low
        if items[k].kind in ("mark", "quote") or low in w.CONJUNCTIONS or low in w.RELATIVES or low in ("that", "as"):
            return None
        if low in w.BE or low in w.MODALS or low in w.SAYING:
            return None
    return None


def _behind_adjuncts(view: View, items: list[Item], at: int, leads: tuple[str, ...]) -> int | None:
    """Where an actor stands behind one of the prepositions `leads`, that only phrases part from the verb at `at`."""
    stop = items[at].stop
    match = _BESIDE_VERB.match(view.masked, stop, view.stop)
    end = match.end() if match is not None else stop
    k = next((n for n in range(at + 1, len(items)) if items[n].start >= end), None)
    if k is None or k + 1 >= len(items) or items[k].low not in leads:
        return None
    if items[k + 1].actor is not None:
        return k + 1
    if items[k + 1].low in w.DETERMINERS and k + 2 < len(items) and items[k + 2].actor is not None:
        return k + 2
    return None


def _shows(items: list[Item], at: int) -> bool:
    k = at + 1
    while k < len(items) and items[k].low in ("has", "had", "have", "also", "later", "since"):
        k += 1
    return k < len(items) and items[k].low in _SHOWING


_SHOWING = frozenset(
    w.split(
        "relayed relays carried carries published broadcast aired quoted quotes cited cites ran printed posted seen saw obtained "
        "reviewed viewed"
    )
)


def _behind_to(items: list[Item], at: int) -> bool:
    return at > 0 and items[at - 1].low in ("to", "with", "by")


_NEWSMEN = re.compile(
    r"(?:an?|the|one of|its)?\s*(?P<by>(?!(?:the|an?|one|its|his|her|their|our) )(?-i:[A-Z])(?:[\w&.-]|['’](?!s ))*(?: (?-i:[A-Z])(?:[\w&.-]|['’](?!s ))*){0,3}?(?: agency)?)(?:['’]s)? (?:television |tv |radio )?"
    r"(?:(?:own|local|special|chief|foreign|diplomatic|political|(?-i:[A-Z])[\w-]+) )?(?:correspondents?|reporters?|journalists?|stringers?|interviewers?|crew|bureau|newsroom|newsdesk|news desk|presenter|anchor)\b",
    re.IGNORECASE,
)


def _medium(view: View, items: list[Item], at: int, *, sure: bool = False) -> Actor | None:
    """The actor at an item as a medium, if he may be one; `sure`: if the document shows that he is."""
    actor = items[at].actor
    if actor is None:
        return None
    return _as_medium(view, actor, led=items[at].low.startswith("the "), sure=sure)


def as_medium(view: View, item: Item, *, sure: bool = False) -> Actor | None:
    """The actor of an item as a medium, if he may be one; `sure`: only if the document shows that he is."""
    return (
        _as_medium(view, item.actor, led=item.low.startswith("the "), sure=sure) if item.actor is not None else None
    )


_TITLES = (
    r"(?:Standard|Post|Times|Herald|Gazette|Tribune|Telegraph|Courier|Chronicle|Mirror|Observer|Mail|Express|Star|Sun|Globe|Journal|"
    r"Monitor|Register|Record|Bulletin|Echo|Beacon|Wire|News|Press|Review|Mercury|Argus|Examiner|Guardian|Independent|Dispatch|Citizen|"
    r"Advertiser|Ledger|Sentinel|Reporter|Voice|Today|Daily|Weekly|Radio|TV|Television|Network|Agency|Media|Broadcasting|Service)"
)
_NEWSMEN_OF_TITLE = re.compile(
    rf"(?:an?|the|one of the|its|[Aa]|[Tt]he)?\s*(?P<by>(?:[A-Z][\w’'&.-]* ){{1,3}}?{_TITLES})(?:['’]s?)? "
    r"(?:[a-z-]+ )?(?:correspondents?|reporters?|journalists?|stringers?|interviewers?|crew|bureau|newsroom|news desk|presenter|anchor)\b"
)
_NEWSMEN_OF = re.compile(
    r"(?:an?|the|one of the|its) (?:[\w-]+ ){0,2}?(?:correspondents?|reporters?|journalists?|stringers?|interviewers?|columnist|crew|presenter|anchor) (?:of|for|from|with|at) "
    r"(?:the )?(?P<by>(?-i:[A-Z])[\w’'&.-]*(?: (?-i:[A-Z])[\w’'&.-]*){0,3})$",
    re.IGNORECASE,
)
_OWN_NEWSMEN = re.compile(
    r"(?:the )?(?P<by>agency|broadcaster|paper|newspaper|radio|station|channel|site|website|daily)['’]s (?:[\w-]+ )?"
    r"(?:correspondents?|reporters?|journalists?|stringers?|crew|man|woman|men|people|team|envoy|interviewer|presenter)\b",
    re.IGNORECASE,
)


_PIECE = (
    r"(?:bulletin|newscast|news|dispatch|despatch|report|broadcast|transmission|story|article|interview|website|site|web page|homepage|"
    r"news desk|pages|front page|programme|program|wire copy|copy)"
)
_PIECE_OF_MEDIUM = re.compile(  # "viewers of Channel 6", "Radio Marsh's morning bulletin", "an Interlan dispatch"
    r"(?:[Tt]he )?(?:[Vv]iewers|[Ll]isteners|[Rr]eaders|[Ff]ollowers|[Ss]ubscribers|[Aa]udiences?) (?:of|to) (?:the )?(?P<of>.+)|"
    rf"(?:[Tt]he )?(?P<owner>[^'’]+)['’]s? (?:[a-z-]+ ){{0,2}}?{_PIECE}|(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)?\s*(?P<by>.+) {_PIECE}"
)
_NUMBER = re.compile(r" \d+\b")  # "Channel 6"


def plain_media(view: View, voices: Sequence[Voice]) -> list[Voice]:
    """The voices with media in place of their staff, their pieces and their public as relays."""
    return [_through_plain(view, voice) for voice in voices]


def _through_plain(view: View, voice: Voice) -> Voice:
    relays = tuple(plain_medium(view, relay) for relay in voice.relays)
    speaker = voice.speaker
    if speaker is not None and (voice.cited is not None or (voice.relays and speaker.kind is ActorKind.MEDIUM)):
        speaker = plain_medium(view, speaker)  # who cites is the relay of whom he cites
    return (
        voice
        if relays == voice.relays and speaker is voice.speaker
        else replace(voice, relays=relays, speaker=speaker)
    )


def plain_medium(view: View, relay: Actor) -> Actor:
    """A medium in place of one of its staff, of its pieces or of its public."""
    if relay.kind is ActorKind.PRONOUN or relay.kind is ActorKind.PERSON:
        return relay
    words = view.text[slice(*relay.place)]
    piece = _PIECE_OF_MEDIUM.fullmatch(words)
    if piece is not None:
        part = piece.lastgroup or "by"
        place = (relay.place[0] + piece.start(part), relay.place[0] + piece.end(part))
        numbered = _NUMBER.match(view.text, place[1]) if place[1] == relay.place[1] else None
        medium = describe(view.text, (place[0], numbered.end() if numbered is not None else place[1]))
        if medium.kind is ActorKind.MEDIUM and medium.name[:1].isupper():
            return medium
    if _NEWSMEN.match(words) is not None or _NEWSMEN_OF.match(words) is not None:
        return _as_medium(view, relay, led=False, sure=True) or relay
    return relay


def _as_medium(view: View, actor: Actor, *, led: bool, sure: bool = False) -> Actor | None:
    words = view.text[slice(*actor.place)]
    own = _OWN_NEWSMEN.match(words)
    if own is not None:
        place = (actor.place[0] + own.start("by"), actor.place[0] + own.end("by"))
        return Actor(place, own["by"], ActorKind.MEDIUM, Attribution.UNNAMED, own["by"].lower())
    staff = _NEWSMEN_OF_TITLE.match(words) or _NEWSMEN.match(words) or _NEWSMEN_OF.match(words)
    if staff is not None and actor.kind in (ActorKind.ROLE, ActorKind.MEDIUM, ActorKind.OTHER, ActorKind.BODY):
        place = (actor.place[0] + staff.start("by"), actor.place[0] + staff.end("by"))
        named = describe(view.text, place)
        if named.kind in (ActorKind.MEDIUM, ActorKind.OTHER):
            return replace(named, kind=ActorKind.MEDIUM, name=named.name, attribution=Attribution.NAMED)
    if actor.kind is ActorKind.MEDIUM:
        return actor if carries(actor) else None
    if carries(actor):
        return replace(actor, kind=ActorKind.MEDIUM)
    if actor.kind is not ActorKind.OTHER or actor.attribution is not Attribution.NAMED:
        return None
    name = actor.name
    if name.lower() in w.ASSEMBLIES:
        return None
    if led and not sure and not name.endswith("s"):
        return replace(actor, kind=ActorKind.MEDIUM, head="") if not _seems_a_body(name) else None
    if media.is_medium(view.text, name, sure=sure):
        return replace(actor, kind=ActorKind.MEDIUM, head="")
    return None


def _seems_a_body(name: str) -> bool:
    last = name.lower().rpartition(" ")[2]
    return last in w.BODY_HEADS or last in w.PERSON_HEADS
