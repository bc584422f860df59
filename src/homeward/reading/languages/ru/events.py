"""Meetings, handed-over lists and explicit silences in Russian sentences, those in quotation marks included.

In: a sentence with the document's `Cast` and its voices. Out: `RawEvent` values, parties under their full names.
Leaves to others: each kind of event (`contacts`, `handovers`, `silences`); dates and chains (the engine).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from homeward.reading.languages.language import Place, RawEvent, View, Voice
from homeward.reading.languages.ru.cast import Cast, cast_of
from homeward.reading.languages.ru.contacts import Contacts
from homeward.reading.languages.ru.handovers import Handovers
from homeward.reading.languages.ru.silences import Silences


def find_events(view: View, cast: Cast, voices: Sequence[Voice]) -> list[RawEvent]:
    """Every contact, handover and explicit silence of one sentence, its quotations included."""
    found = _Events(view, cast, voices).events()
    for voice in voices:
        if not voice.direct or voice.attitude:
            continue
        for start, stop in voice.contents:
            if not (view.start <= start and stop <= view.stop):
                continue
            inside = replace(view, masked=view.text, start=start, stop=stop, quotes=(), before=None)
            spoken = cast_of(view.text, view.text)
            for begin, end in _sentences(view.text, start, stop):
                found += _Events(replace(inside, start=begin, stop=end), spoken, (), speaker=voice.speaker).events()
    return found


def _sentences(text: str, start: int, stop: int) -> Iterator[Place]:
    begin = start
    for place in range(start, stop - 1):
        if text[place] in ".!?…" and text[place + 1].isspace():
            yield begin, place + 1
            begin = place + 1
    if begin < stop:
        yield begin, stop


class _Events(Contacts, Handovers, Silences):
    """A sentence with all that it tells of."""

    def events(self) -> list[RawEvent]:
        found: list[RawEvent] = []
        taken: list[Place] = []
        for at in range(self.first, self.end):
            word = self.words[at]
            if word.kind != "w" or word.proper:
                continue
            event = self.handover(at, word) or self.contact(at, word)
            if event is not None and not any(a <= at < b for a, b in taken):
                found.append(event)
                clause = self.clause_start(at), self.clause_after(at + 1)
                taken.append((clause[0], max(at + 1, self.next_clause(at, clause[1]))))
        for event in self.silences():
            found.append(event)
        return found
