"""One Russian sentence: its voices, its events, and everybody in it.

In: a sentence. Out: `Analysis`. Leaves to others: the words and the constructions (the files beside this one).

What somebody in quotation marks says of others' words is a statement of theirs, which he passes on: "«Он сказал, что
они живы», — рассказала мать".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from homeward.reading.languages.language import MASK, Actor, ActorKind, Analysis, Place, View, Voice
from homeward.reading.languages.ru.cast import Cast, cast_of
from homeward.reading.languages.ru.dialogue import sentences_in
from homeward.reading.languages.ru.events import find_events
from homeward.reading.languages.ru.hearers import with_hearers
from homeward.reading.languages.ru.voices import find_voices
from homeward.records import Attribution, Manner

_LONGEST = 6000  # characters of somebody's words in which further voices are looked for


def analyse(view: View) -> Analysis:
    """Voices and events of one Russian sentence."""
    cast = cast_of(view.text, view.masked)
    voices = find_voices(view, cast) or _turn(view, cast)
    events = find_events(view, cast, voices)
    voices = with_hearers(view, cast, voices)
    voices = [*_voices_inside(view, voices), *voices]  # the outer ones last: what follows goes on with them
    subjects: list[Actor] = []
    others: list[Actor] = []
    for phrase in cast.phrases_in(view.start, view.stop):
        actor = cast.actor(phrase)
        if actor is None or actor.kind is ActorKind.PRONOUN:
            continue
        (subjects if "nomn" in phrase.cases and not phrase.prep else others).append(actor)
    actors = [*subjects, *others]
    return Analysis(tuple(voices), tuple(events), tuple(actors))


def _turn(view: View, cast: Cast) -> list[Voice]:
    """The answer of whoever is interviewed: a paragraph of speech for which no clause names the speaker."""
    if len(view.quotes) != 1 or view.masked[view.start : view.stop].strip(MASK + " \n\r\t."):
        return []
    quote = view.quotes[0]
    opens = view.text[quote.start : quote.start + 1] in ("—", "–", "-") and quote.inner_start > quote.start
    speaker = cast.interviewed(quote.start) if opens else None
    if speaker is None:
        return []
    place = (quote.inner_start, quote.inner_stop)
    where = (quote.start, quote.start + 1)
    return [
        Voice(where, Manner.SAID, cast.as_actor(speaker, where), place, True, False, (place,), (), rule="interview")
    ]


def _voices_inside(view: View, voices: Sequence[Voice]) -> Iterator[Voice]:
    """What others say inside somebody's words; voices of the speaker himself are left out."""
    for outer in voices:
        if not outer.direct or outer.attitude or outer.speaker is None:
            continue
        for start, stop in outer.contents:
            if stop - start > _LONGEST:
                continue
            spoken = cast_of(view.text, view.text)
            before: Place | None = None
            last: Actor | None = None
            for begin, end in sentences_in(view.text, start, stop):
                inside = replace(view, masked=view.text, start=begin, stop=end, quotes=(), before=before)
                before = (begin, end)
                for found in find_voices(inside, spoken):
                    voice = _of_another(found, outer, last, spoken, view.text)
                    if _is_somebody_else(voice, outer, view.text):
                        last = voice.speaker
                        yield replace(voice, rule="inside")


def _of_another(voice: Voice, outer: Voice, last: Actor | None, cast: Cast, text: str) -> Voice:
    """A voice whose "he" is not the one who is quoted, as he would say "I"; without a subject it goes on with `last`."""
    speaker = voice.speaker
    if speaker is None or outer.speaker is None:
        return voice
    if speaker.place == voice.cue:
        return replace(voice, speaker=replace(last, place=voice.cue[:1] + voice.cue[1:])) if last else voice
    word = text[slice(*speaker.place)].lower()
    if word not in ("он", "она", "тот", "та"):
        return voice
    if speaker.name != outer.speaker.name and speaker.kind is not ActorKind.PRONOUN:
        return voice
    gender = "femn" if word in ("она", "та") else "masc"
    known = cast.pronoun(gender, "sing", speaker.place[0], but=outer.speaker.name)
    if known is not None:
        return replace(voice, speaker=cast.as_actor(known, speaker.place))
    return replace(voice, speaker=Actor(speaker.place, word, ActorKind.ROLE, Attribution.UNNAMED, word))


def _is_somebody_else(voice: Voice, outer: Voice, text: str) -> bool:
    speaker = voice.speaker
    if speaker is None or outer.speaker is None or voice.attitude or not voice.contents or voice.rule == "nobody":
        return False
    if (
        (speaker.place == voice.cue and speaker.name == outer.speaker.name)
        or speaker.kind is ActorKind.PRONOUN
        or speaker.name == outer.speaker.name
    ):
        return False  # no subject of its own, or "I"
    if text[slice(*speaker.place)].lower() in ("я", "мы", "вы", "ты", "кто"):
        return False
    return all(a >= outer.region[0] and b <= outer.region[1] for a, b in voice.contents)
