"""Meetings, handed-over lists and explicit silences in Russian sentences, those in quotation marks included.

In: a sentence with the document's `Cast` and its voices. Out: `RawEvent` values, parties under their full names.
Leaves to others: each kind of event (`contacts`, `handovers`, `silences`); dates and chains (the engine).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.languages.language import MASK, Actor, EventKind, Place, RawEvent, View, Voice
from homeward.reading.languages.ru import promises
from homeward.reading.languages.ru.cast import Cast, cast_of
from homeward.reading.languages.ru.contacts import Contacts
from homeward.reading.languages.ru.dialogue import sentences_in
from homeward.reading.languages.ru.handovers import Handovers
from homeward.reading.languages.ru.sentence import SPEAKERS
from homeward.reading.languages.ru.silences import Silences
from homeward.reading.languages.ru.subjects import subject_of


def find_events(view: View, cast: Cast, voices: Sequence[Voice]) -> list[RawEvent]:
    """Every contact, handover and explicit silence of one sentence, its quotations included."""
    found = _Events(view, cast, voices).events()
    for voice in voices:
        if not voice.direct or voice.attitude:
            continue
        for start, stop in voice.contents:
            if not (view.start <= start and stop <= view.stop):
                continue
            inside = replace(
                view, masked=view.text, start=start, stop=stop, quotes=(), before=None, dates=view.quoted_dates
            )
            spoken = cast_of(view.text, view.text)
            for begin, end in sentences_in(view.text, start, stop):
                found += _Events(replace(inside, start=begin, stop=end), spoken, (), speaker=voice.speaker).events()
    return found


_PASSIVE = re.compile(r"\b(?:обещан[аоы]?|отказано)\b", re.IGNORECASE)


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
        promised = self._promise(promises.PROMISE_REFUSED, refused=True) or self._promise(promises.PROMISE_TOLD)
        if promised is not None:
            found.append(promised)
        return found

    def _promise(self, told: re.Pattern[str], *, refused: bool = False) -> RawEvent | None:
        """As in "Обещать скорое возвращение врачей министр отказался", in the reporter's own words."""
        masked = self.view.masked
        match = told.search(masked, self.view.start, self.view.stop)
        if match is None or self.speaking is not None or MASK in match.group():
            return None
        if any(v.contents and any(a <= match.start() < b for a, b in v.contents) for v in self.voices):
            return None
        place = (self.view.start, self.view.stop)
        to: Actor | None = None
        if _PASSIVE.search(match.group()):  # "консулу обещан допуск", "матерям отказано"
            first, after = self.cast.words_in(*place)
            agents, whom = self._agent(first, after), self._dative_in(first, after)
            by, to = next(iter(agents), None), next(iter(whom), None)
        else:
            by = subject_of(self.view, match.end() - 1) or subject_of(self.view, match.start())
        return RawEvent(
            EventKind.COMMITMENT, place, by=by, to=to, refused=refused, echo=True, rule=f'"{match.group().strip()}"'
        )  # fmt: skip

    def _dative_in(self, first: int, after: int) -> list[Actor]:
        """Whoever stands in the dative alone."""
        for phrase in self.phrases:
            plain = first <= phrase.first < after and "datv" in phrase.cases and "nomn" not in phrase.cases
            if plain and not phrase.prep and phrase.kind in SPEAKERS and (actor := self.party(phrase)) is not None:
                return [actor]
        return []
