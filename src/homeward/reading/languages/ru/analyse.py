"""One Russian sentence: its voices, its events, and everybody in it.

In: a sentence. Out: `Analysis`. Leaves to others: the words and the constructions (the files beside this one).
"""

from __future__ import annotations

from homeward.reading.languages.language import Actor, ActorKind, Analysis, View
from homeward.reading.languages.ru.cast import cast_of
from homeward.reading.languages.ru.events import find_events
from homeward.reading.languages.ru.voices import find_voices


def analyse(view: View) -> Analysis:
    """Voices and events of one Russian sentence."""
    cast = cast_of(view.text, view.masked)
    voices = find_voices(view, cast)
    events = find_events(view, cast, voices)
    subjects: list[Actor] = []
    others: list[Actor] = []
    for phrase in cast.phrases_in(view.start, view.stop):
        actor = cast.actor(phrase)
        if actor is None or actor.kind is ActorKind.PRONOUN:
            continue
        (subjects if "nomn" in phrase.cases and not phrase.prep else others).append(actor)
    actors = [*subjects, *others]
    return Analysis(tuple(voices), tuple(events), tuple(actors))
