"""English, as the engine wants it: tables and rules put together.

In: a sentence. Out: its voices and events, and `LANGUAGE`.
Leaves to others: chains, dates and what the words mean for the people looked for.
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.en import answers, claims, patterns, promises, words
from homeward.reading.languages.en.actors import Item, items_of
from homeward.reading.languages.en.answer_fields import BYSTANDER, SEVERAL, SINGLE
from homeward.reading.languages.en.authors import author_of, silent_one
from homeward.reading.languages.en.bodies import named_bodies
from homeward.reading.languages.en.carriers import follow_carriers
from homeward.reading.languages.en.contact_phrases import NO_TOWN, TOWN
from homeward.reading.languages.en.dates import DATES
from homeward.reading.languages.en.events import find_events, quoted_events, subject_of
from homeward.reading.languages.en.frames import frame_of
from homeward.reading.languages.en.group_words import described
from homeward.reading.languages.en.heard import LISTED, REFUSED, UNHEARD
from homeward.reading.languages.en.heard_sides import sides_heard
from homeward.reading.languages.en.hearers import follow_hearers
from homeward.reading.languages.en.introduced import introductions
from homeward.reading.languages.en.later import told_apart
from homeward.reading.languages.en.no_words import tells_no_words
from homeward.reading.languages.en.onward import goes_on
from homeward.reading.languages.en.promise_parts import with_promise_parts
from homeward.reading.languages.en.relays import tell_relays
from homeward.reading.languages.en.reviews import reviewed
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.en.steps import find_steps
from homeward.reading.languages.en.tagged import unite
from homeward.reading.languages.en.unpromised import promises_nothing
from homeward.reading.languages.en.voices import find_voices
from homeward.reading.languages.en.ways import follow_ways, plain_media
from homeward.reading.languages.language import ActorKind, Analysis, Language, View, Voice
from homeward.reading.tagger import Tagger
from homeward.records import Manner

_KNOWS = re.compile(
    r"\s*(?:has|had|have|does|did|do|still|currently|not|n['’]t|\s)*(?:no (?:idea|information|knowledge)|know)\b"
)


def analyse(view: View) -> Analysis:
    """Voices and events of one English sentence."""
    items = items_of(view)
    voices = tell_relays(view, items, unite(view, items, find_voices(view, items)))
    voices = follow_ways(view, items, told_apart(view, items, voices))
    voices = plain_media(view, follow_hearers(view, items, follow_carriers(view, items, voices)))
    voices = [
        voice if any(_inside(other, voice) for other in voices) else _of_own_knowledge(view, items, voice)
        for voice in voices
    ]
    voices = [_read_for(view, items, _in_order(voice)) for voice in voices]
    voices = [voice for voice in voices if not any(_says_again(voice, other) for other in voices)]
    actors = tuple(actor for item in _subject_first(items) if (actor := item.actor) is not None)
    return Analysis(tuple(voices), tuple(find_events(view, items)), actors, find_steps(view, items))


def _in_order(voice: Voice) -> Voice:
    """A voice that cites, behind it whoever it was told to: "Speaking to Radio Nile, the minister quoted the envoy as"."""
    speaker = voice.speaker
    if speaker is None or voice.cited is None or not voice.contents or speaker.place[1] > voice.cue[0]:
        return voice
    behind = tuple(relay for relay in voice.relays if relay.place[1] <= speaker.place[0])
    between = tuple(relay for relay in voice.relays if relay.place[1] > speaker.place[0])
    if not behind or any(relay.place[0] < speaker.place[0] for relay in between):
        return voice
    return replace(voice, speaker=voice.cited, relays=(*between, speaker, *behind), cited=None, source=None)


def quoted_voices(view: View) -> Analysis:
    """Who a sentence inside a quotation says that somebody else said something, and the actors that it names."""
    if view.stop - view.start > _LONGEST_QUOTED:
        return Analysis()
    items = items_of(view)
    found = (v for v in find_voices(view, items) if _tells_of_another(view, v))
    return Analysis(tuple(found), (), tuple(item.actor for item in items if item.actor is not None))


def _tells_of_another(view: View, voice: Voice) -> bool:
    speaker = voice.speaker
    if speaker is None or voice.attitude or voice.rule in ("colon", "headline") or not voice.contents:
        return False
    if tells_no_words(view, voice):
        return False
    if speaker.kind is ActorKind.PRONOUN and speaker.head not in ("he", "she", "they"):
        return False
    return any(" " in (words := view.text[a:b].strip()) or words[:1] in "$€£0123456789" for a, b in voice.contents)


_LONGEST_QUOTED = 600


def _subject_first(items: list[Item]) -> list[Item]:
    """The items of a sentence, the first actor behind no preposition before all: "In Brenn, the minister met ..."."""
    for at, item in enumerate(items):
        if item.actor is not None and (at == 0 or items[at - 1].low not in words.PREPOSITIONS):
            at = _named_behind(items, at)
            item = items[at]
            return [item, *items[:at], *items[at + 1 :]]
    return items


def _named_behind(items: list[Item], at: int) -> int:
    """Where the name stands that an office no table knows is of: "The Polish chargé d'affaires, | Wiktor Lanckor, was"."""
    actor = items[at].actor
    if actor is None or actor.kind is not ActorKind.OTHER:
        return at
    k = at + 1
    while k < min(at + 6, len(items)) and items[k].kind == "word" and not _is_verb(items[k].low):
        k += 1
    if at + 1 < k < len(items) - 2 and items[k].text == "," and items[k + 2].text == ",":
        named = items[k + 1].actor
        if named is not None and named.kind is ActorKind.PERSON:
            return k + 1
    return at


def _is_verb(low: str) -> bool:
    return low in words.SAYING or low in words.FINITE or low in words.BE or low in words.MODALS or low.endswith("ed")


_FOR_OTHERS = re.compile(
    r"\breads?(?: out| aloud)?,? (?:[\w-]+ ){0,3}?(?:in the name of|on behalf of) (?:the |an? )?"
)


def _read_for(view: View, items: list[Item], voice: Voice) -> Voice:
    """Read "unfolded a sheet and read, in the name of the Command: “...”": the Command speaks, he passes it on."""
    speaker = voice.speaker
    if speaker is None or not voice.contents or speaker.place[1] > voice.contents[0][0]:
        return voice
    named = _FOR_OTHERS.search(view.masked, speaker.place[1], voice.contents[0][0])
    if named is None:
        return voice
    whose = next((i.actor for i in items if i.actor is not None and i.start <= named.end() < i.stop), None)
    if whose is None or whose.place[1] > voice.contents[0][0]:
        return voice
    return replace(voice, speaker=whose, source=None, relays=(speaker, *voice.relays))


def _says_again(voice: Voice, other: Voice) -> bool:
    """Whether a voice of nobody has the cue and the words of another's: "let us | know"."""
    if voice is other or voice.speaker is not None or other.speaker is None or not other.contents:
        return False
    within = other.cue[0] <= voice.cue[0] and voice.cue[1] <= other.cue[1]
    return within and bool(voice.contents) and voice.contents[0][0] >= other.contents[0][0]


def _inside(inner: Voice, outer: Voice) -> bool:
    return inner is not outer and outer.region[0] <= inner.cue[0] and inner.cue[1] <= outer.region[1]


def _of_own_knowledge(view: View, items: list[Item], voice: Voice) -> Voice:
    """A medium that tells what somebody does not know can have it only from him: he speaks, the medium relays."""
    if voice.speaker is None or voice.speaker.kind is not ActorKind.MEDIUM or voice.direct or not voice.contents:
        return voice
    knower = next((i.actor for i in items if i.actor and i.start == voice.contents[0][0]), None)
    if (
        knower is None
        or knower.kind is ActorKind.PRONOUN
        or not _KNOWS.match(view.masked, knower.place[1], view.stop)
    ):
        return voice
    return replace(
        voice, speaker=knower, relays=(*voice.relays, voice.speaker), manner=Manner.REPORTED, rule="own-knowledge"
    )


LANGUAGE = Language(
    code="en",
    dates=DATES,
    groups=patterns.GROUPS,
    counted=patterns.COUNTED,
    numbers=words.NUMBERS,
    analyse=analyse,
    abbreviations=words.ABBREVIATIONS,
    answers=answers.ANSWERS,
    answers_by_manner=answers.BY_MANNER,
    claims=claims.CLAIMS,
    unreal=claims.UNREAL,
    unheard=UNHEARD,
    listed=LISTED,
    refused=REFUSED,
    sides=sides_heard,
    timely=claims.TIMELY,
    commitment=promises.COMMITMENT,
    promised_act=promises.PROMISED_ACT,
    town=TOWN,
    no_town=NO_TOWN,
    condition=promises.CONDITION,
    deadline=patterns.DEADLINE,
    they=claims.THEY,
    untrue=answers.UNTRUE,
    nobody=claims.NOBODY,
    itself=answers.ITSELF,
    tagger=Tagger.shipped,
    group_term=patterns.group_term,
    described=described,
    our_side=answers.OUR_SIDE,
    office=answers.OFFICE,
    other_matter=answers.OTHER_MATTER,
    bystander=BYSTANDER,
    several=SEVERAL,
    single=SINGLE,
    holding=answers.HOLDING,
    quoted_events=quoted_events,
    promises_told=True,
    promise_parts=with_promise_parts,
    promises_nothing=promises_nothing,
    author_of=author_of,
    silent_one=silent_one,
    quoted_voices=quoted_voices,
    goes_on=goes_on,
    subject_of=subject_of,
    describe=describe,
    frame=frame_of,
    reviewed=reviewed,
    bodies=named_bodies,
    introduced=introductions,
)
