"""Meetings, handed-over lists and explicit silences in Russian sentences.

In: a sentence with the document's `Cast` and the voices found in it. Out: `RawEvent` values, parties under full names.
Leaves to others: which dates and chains they get, and whether they matter to the case.

What is quoted is looked at too: "я" is then whoever speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, EventKind, Place, RawEvent, View, Voice
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.cast import Cast, cast_of
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.phrases import Phrase, Word
from homeward.reading.languages.ru.sentence import PEOPLE, SPEAKERS, Cue, Sentence
from homeward.records import Attribution, ContactKind, ContactStatus, Manner

_LONGEST_ABOUT = 120
_PARTIES = (*SPEAKERS,)


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


class _Events(Sentence):
    def __init__(self, view: View, cast: Cast, voices: Sequence[Voice], *, speaker: Actor | None = None) -> None:
        super().__init__(view, cast)
        self.voices = voices
        self.self_ = speaker

    def events(self) -> list[RawEvent]:
        found: list[RawEvent] = []
        taken: list[Place] = []
        for at in range(self.first, self.end):
            word = self.words[at]
            if word.kind != "w" or word.proper:
                continue
            event = self._handover(at, word) or self._contact(at, word)
            if event is not None and not any(a <= at < b for a, b in taken):
                found.append(event)
                clause = self.clause_start(at), self.clause_after(at + 1)
                taken.append((clause[0], max(at + 1, self._next_clause(at, clause[1]))))
        for event in self._silences():
            found.append(event)
        return found

    def _next_clause(self, at: int, after: int) -> int:
        """Where the next clause with a verb of its own begins: behind a comma or an "и" before a finite verb."""
        for place in range(at + 1, after):
            if self.words[place].text == "," and any(
                self.words[n].kind == "w" and self.words[n].verb() for n in range(place + 1, min(after, place + 8))
            ):
                return place
        return after

    # --- who ------------------------------------------------------------------------------------------------------

    def _party(self, phrase: Phrase | None) -> Actor | None:
        if phrase is None:
            return None
        word = self.words[phrase.head_at]
        if phrase.kind is ActorKind.PRONOUN and word.low in ("я", "мы", "меня", "мне", "мной", "нас", "нам", "нами"):
            if self.self_ is not None:
                return replace(self.self_, place=(phrase.start, phrase.stop))
            actor = self.cast.actor(phrase)
            return replace(actor, kind=ActorKind.OTHER, attribution=Attribution.NAMED) if actor else None
        if phrase.kind is ActorKind.OTHER and phrase.person is None and not self.words[phrase.head_at].cap:
            return None
        actor = self.cast.actor(phrase)
        return actor if actor is None or actor.kind is not ActorKind.PRONOUN else None

    def _joined(self, phrase: Phrase | None) -> list[Phrase]:
        """The phrase with those joined to it by "и" or a comma, of the same case."""
        if phrase is None:
            return []
        row = [phrase]
        while True:
            last = row[-1]
            after = last.after
            if after >= self.after or self.words[after].low not in ("и", ",") or len(row) > 4:
                break
            following = self.at_word.get(after + 1)
            if following is None or not (following.cases & phrase.cases) or following.kind not in _PARTIES:
                break
            if following.kind is ActorKind.OTHER and following.person is None:
                break
            row.append(following)
        first = row[0]
        if first.first > self.first and self.words[first.first - 1].low == "и":
            before = next((p for p in self.phrases if p.after == first.first - 1), None)
            if before is not None and before.cases & phrase.cases and before.kind in PEOPLE + (ActorKind.BODY,):
                row.insert(0, before)
        return row

    def _subject_of(self, cue: Cue) -> list[Actor]:
        start = self.clause_start(cue.at)
        after = self.clause_after(cue.after)
        if cue.form is not None and (cue.form.person == "1per" or cue.form.pos == "INFN") and self.self_ is not None:
            explicit = self.subject(cue, start, after, inverted=False) if cue.form.pos != "INFN" else None
            if explicit is None:
                return [self.self_]
        phrase = self._any_subject(cue, start, after)
        found = [a for p in self._joined(phrase) if (a := self._party(p)) is not None]
        return found

    def _any_subject(self, cue: Cue, start: int, after: int) -> Phrase | None:
        """The subject, also where it is "I", or one of several that together agree with a plural verb."""
        if self.self_ is not None:
            for phrase in self.phrases:
                if (
                    start <= phrase.first < after
                    and phrase.kind is ActorKind.PRONOUN
                    and self.words[phrase.head_at].low in ("я", "мы")
                ):
                    return phrase
        subject = self.subject(cue, start, after, inverted=False)
        if subject is not None or cue.form is None or cue.form.number != "plur":
            return subject
        singular = replace(cue, form=replace(cue.form, number="", gender=""))
        fit = [p for p in self.phrases if start <= p.first < after and self.agrees(p, singular)]
        return next((p for p in fit if len(self._joined(p)) > 1), None)

    def _with(self, first: int, after: int) -> list[Actor]:
        """The parties behind "с": "встретился с послом и советником"."""
        found: list[Actor] = []
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.prep not in ("с", "со", "между"):
                continue
            if "ablt" not in phrase.cases or phrase.kind not in _PARTIES:
                continue
            if self.low(phrase.first - 2) == "главе":
                continue  # "с делегацией во главе с": one party
            for one in self._joined(phrase):
                actor = self._party(one)
                if actor is not None:
                    found.append(actor)
        return found

    def _object(self, cue: Cue, first: int, after: int, case: str) -> list[Actor]:
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.prep or case not in phrase.cases:
                continue
            if phrase.kind not in _PARTIES or ("nomn" in phrase.cases and self.agrees(phrase, cue)):
                continue
            if phrase.kind is ActorKind.OTHER and phrase.person is None and not self.words[phrase.head_at].cap:
                continue
            row = [a for p in self._joined(phrase) if (a := self._party(p)) is not None]
            if row:
                return row
        return self._clitic(cue, case)

    def _clitic(self, cue: Cue, case: str) -> list[Actor]:
        """As in "Его принял министр": a pronoun as the object."""
        if case != "accs":
            return []
        for n in range(max(self.first, cue.at - 2), min(self.after, cue.at + 3)):
            if self.words[n].low in ("его", "её", "ее", "их"):
                actor = self.possessive(n)
                return [actor] if actor is not None and actor.kind is not ActorKind.PRONOUN else []
        return []

    def _where(self, first: int, after: int, but: Sequence[Actor] = ()) -> str | None:
        """The place named in the clause, as written."""
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.prep not in ("в", "во", "на", "под"):
                continue
            head = self.words[phrase.head_at]
            if (
                "loct" not in phrase.cases
                or phrase.first in self.dated
                or any(a.place[0] == phrase.start for a in but)
            ):
                continue
            if phrase.kind is ActorKind.OTHER and head.cap and head.kind == "w":
                return self.view.text[phrase.start : phrase.stop]
        return None

    # --- contacts -------------------------------------------------------------------------------------------------

    def _contact(self, at: int, word: Word) -> RawEvent | None:
        form = word.verb() or next((f for f in word.forms if f.pos in ("INFN", "PRTS")), None)
        if form is not None and at not in self.in_phrase:
            return self._contact_of_verb(at, form)
        nouns = word.lemmas("NOUN") & w.MEETING_NOUNS.keys()
        if nouns and self._heads_phrase(at):
            return self._contact_of_noun(at, next(iter(nouns)))
        return None

    def _heads_phrase(self, at: int) -> bool:
        phrase = self.in_phrase.get(at)
        return phrase is None or phrase.head_at == at

    def _contact_of_verb(self, at: int, form: Form) -> RawEvent | None:
        kind = w.MEETING_VERBS.get(form.lemma)
        manner = w.MEETING_WAYS.get(form.lemma)
        if kind is None or manner is None:
            return None
        planned = form.tense == "futr"
        if form.pos == "INFN":
            if not self._is_planned(at):
                return None
            planned = True
        cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
        first, after = self.clause_start(at), self.clause_after(at + 1)
        others: list[Actor] = []
        if manner == "с":
            others = self._with(first, after)
            if kind is ContactKind.CALL and form.lemma in w.BY_TELEPHONE and not self._by_telephone(first, after):
                kind = ContactKind.OTHER if form.lemma not in w.ONLY_BY_TELEPHONE else None
        elif manner == "accs":
            others = self._object(cue, at - 3 if at - 3 > first else first, after, "accs")
        elif manner == "datv":
            others = self._object(cue, first, after, "datv")
        elif manner == "letter":
            if not self._letter(first, after):
                return None
            others = self._object(cue, first, after, "datv")
        where = self._where(first, after, others)
        if manner == "place":
            others, where = self._visited(first, after)
        if kind is None:
            return None
        subject = self._subject_of(cue) if form.pos != "INFN" else self._planner(at, first)
        if form.number == "plur" and len(subject) > 1 and not others:
            subject, others = subject[:1], subject[1:]
        elif len(subject) > 1:
            others = [*subject[1:], *others]
            subject = subject[:1]
        both = len(subject) == 1 and subject[0].name.lower() in ("собеседники", "стороны", "они", "обе стороны")
        if both:
            subject = []
        if (form.pos == "INFN" or both) and not others and not subject:
            others = [
                self.cast.as_actor(k, (self.words[at].start, self.words[at].stop))
                for k in self.cast.last_parties(self.words[at].start)
            ]
            subject, others = others[:1], others[1:]
        if (
            (not others and where is None)
            or (not others and manner != "place")
            or (not subject and form.pos == "INFN")
        ):
            return None
        if not subject and not (form.number == "plur" or manner == "accs"):
            known = self.cast.pronoun(form.gender, "sing", self.words[at].start)
            subject = [self.cast.as_actor(known, (self.words[at].start, self.words[at].stop))] if known else []
        if not subject and manner != "letter":
            return None
        subject_names = {a.name for a in subject}
        others = [a for a in others if a.name not in subject_names]
        if not others and where is None:
            return None
        status = self._status(at, first, planned=planned)
        return self._event(at, kind, status, subject[0] if subject else None, others, where)

    def _event(
        self,
        at: int,
        kind: ContactKind,
        status: ContactStatus,
        by: Actor | None,
        others: Sequence[Actor],
        where: str | None,
    ) -> RawEvent:
        return RawEvent(
            EventKind.CONTACT, self._span(at), by=by, others=tuple(others), where=where, contact_kind=kind, status=status,
            rule=f'"{self.words[at].text}"',
        )  # fmt: skip

    def _span(self, at: int) -> Place:
        """The clause of word `at`, as far as a stop, a semicolon or a quotation."""
        first, after = self.first, self.end
        for place in range(at, self.first - 1, -1):
            if self.words[place].kind == "m" or self.words[place].text in ";":
                first = place + 1
                break
        for place in range(at, self.end):
            if self.words[place].kind == "m" or self.words[place].text in ";":
                after = place
                break
        if after <= first:
            return self.view.start, self.view.stop
        return self.words[first].start, self.words[after - 1].stop

    def _status(self, at: int, first: int, *, planned: bool) -> ContactStatus:
        if self.is_negated(at) or self._denied_around(at) or self._no_such(first, at):
            return ContactStatus.DENIED
        return ContactStatus.PLANNED if planned else ContactStatus.HELD

    def _no_such(self, first: int, at: int) -> bool:
        """As in "никакой встречи ... не проводил", "ни с кем не встречался": denied."""
        around = self.words[max(self.first, first) : min(self.end, at + 10)]
        lows = [x.low for x in around]
        return any(x.startswith("никак") for x in lows) and any(x in ("не", "нет", "небыло") for x in lows)

    def _denied_around(self, at: int) -> bool:
        place = self.words[at].start
        return any(
            v.manner is Manner.DENIED and v.contents and any(a <= place < b for a, b in v.contents)
            for v in self.voices
        )

    def _is_planned(self, at: int) -> bool:
        """Whether the verb before an infinitive makes it a plan."""
        for place in range(at - 1, max(self.first - 1, at - 9), -1):
            word = self.words[place]
            if word.text in (",", ";", ":"):
                return False
            if word.kind == "w" and any(f.lemma in w.PLANNING for f in word.forms):
                return True
        return False

    def _planner(self, at: int, first: int) -> list[Actor]:
        for place in range(at - 1, max(self.first - 1, at - 9), -1):
            word = self.words[place]
            form = next((f for f in word.forms if f.lemma in w.PLANNING), None) if word.kind == "w" else None
            if form is not None:
                return self._subject_of(Cue(place, place + 1, form.lemma, form, Manner.SAID))
        del first
        return []

    def _by_telephone(self, first: int, after: int) -> bool:
        return any(x.low.startswith(("телефон", "видеосвяз", "скайп")) for x in self.words[first:after])

    def _letter(self, first: int, after: int) -> Phrase | None:
        return next(
            (p for p in self.phrases if first <= p.first < after and p.head in w.LETTERS and "accs" in p.cases), None
        )

    def _visited(self, first: int, after: int) -> tuple[list[Actor], str | None]:
        """Whither: "прибыл в Хадрун", "посетил лагерь Фронта", "побывала в Бейруте"."""
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.first in self.dated:
                continue
            fits = (
                (not phrase.prep and "accs" in phrase.cases and "nomn" not in phrase.cases)
                or (phrase.prep in ("в", "во", "на") and phrase.cases & {"accs", "loct"})
                or (
                    not phrase.prep
                    and "accs" in phrase.cases
                    and phrase.first > first
                    and self._is_object_here(phrase, first)
                )
            )
            if not fits or phrase.kind not in (ActorKind.OTHER, ActorKind.BODY, ActorKind.ROLE):
                continue
            if phrase.kind is ActorKind.OTHER and not self.words[phrase.head_at].cap:
                continue
            actor = self.cast.actor(phrase)
            if actor is not None:
                inner = next(
                    (p for p in self.phrases if p.first > phrase.first and p.prep == "к" and p.first < after), None
                )
                host = self._party(inner)
                return ([host] if host is not None else [actor]), self.view.text[phrase.start : phrase.stop]
        return [], None

    def _is_object_here(self, phrase: Phrase, first: int) -> bool:
        del first
        return not any(
            p.first > phrase.first and "nomn" in p.cases and not p.prep and p.kind in PEOPLE for p in self.phrases
        )

    def _contact_of_noun(self, at: int, noun: str) -> RawEvent | None:
        """As in "состоялась встреча A с B", "провёл телефонный разговор с B", "по итогам визита A в Хадрун"."""
        kind = w.MEETING_NOUNS[noun]
        first, after = self.clause_start(at), self.clause_after(at + 1)
        phrase = self.in_phrase.get(at)
        begin = phrase.first if phrase is not None else at
        if any(x.low.startswith("телефонн") for x in self.words[max(self.first, begin - 1) : at]):
            kind = ContactKind.CALL
        verb = self._verb_of(at, first, after)
        planned = denied = False
        by: list[Actor] = []
        if verb is not None:
            at_verb, form = verb
            if form.lemma in w.HOLDING:
                cue = Cue(at_verb, at_verb + 1, form.lemma, form, Manner.SAID)
                by = self._subject_of(cue)
            elif form.lemma not in w.HAPPENING and not self._is_after(begin):
                if form.lemma in w.SPEECH or self._denied_around(at):
                    pass
                return self._confirmed(at, kind) if form.lemma in w.CONFIRMING else None
            planned = form.tense == "futr" or form.lemma in w.PLANNED_SHORT
            denied = self.is_negated(at_verb) or form.lemma in w.CANCELLED
        elif not self._is_after(begin):
            return self._confirmed(at, kind) if self._denied_around(at) or self._is_whole_content(at) else None
        lows = [x.low for x in self.words[max(self.first, begin - 3) : begin + 2]]
        planned = planned or any(x.startswith(("предстоящ", "запланирован", "намечен", "будущ")) for x in lows)
        genitive, others = self._parties_behind(at, after)
        if not by:
            by = genitive[:1]
            others = [*genitive[1:], *others]
        where = self._where(first, after, [*by, *others])
        if kind is ContactKind.VISIT and not others:
            others, visited = self._visited(at + 1, after)
            where = visited or where
        if not by and others and self._is_after(begin):
            cue_at = verb[0] if verb is not None else None
            if cue_at is not None and verb is not None:
                by = self._subject_of(Cue(cue_at, cue_at + 1, verb[1].lemma, verb[1], Manner.SAID))
        if not by and len(others) > 1:
            by, others = others[:1], others[1:]
        names = {a.name for a in by}
        others = [a for a in others if a.name not in names]
        if not by or (not others and kind is not ContactKind.VISIT) or (not others and where is None):
            return None
        if len(by) > 1:
            others = [*by[1:], *others]
        status = (
            ContactStatus.DENIED
            if denied or self._denied_around(at) or self._no_such(first, at)
            else ContactStatus.PLANNED
            if planned
            else ContactStatus.HELD
        )
        return self._event(at, kind, status, by[0], others, where)

    def _is_after(self, begin: int) -> bool:
        """Whether a noun stands behind "after", "during" or the like: what it names took place."""
        lows = [x.low for x in self.words[max(self.first, begin - 3) : begin]]
        return bool(lows) and (
            lows[-1] in ("после", "на", "во")
            or lows[-1] in ("итогам", "ходе", "время", "рамках", "результатам", "итогах", "окончании", "завершении")
        )

    def _verb_of(self, at: int, first: int, after: int) -> tuple[int, Form] | None:
        """The finite verb of the clause nearest to a word."""
        near: list[tuple[int, int, Form]] = []
        for n in range(first, after):
            word = self.words[n]
            if word.kind != "w" or n in self.in_phrase or word.proper:
                continue
            form = word.verb() or next((f for f in word.forms if f.pos == "PRTS" and f.score > 0.1), None)
            if form is not None and form.lemma not in ("быть", "мочь"):
                near.append((abs(n - at), n, form))
        if not near:
            for n in range(first, after):
                word = self.words[n]
                if word.low in ("было", "была", "были", "нет", "будет") and word.forms:
                    negative = word.low == "нет" or self.is_negated(n)
                    if negative:
                        return n, replace(word.forms[0], lemma="отсутствовать")
            return None
        _, n, form = min(near, key=lambda x: x[0])
        return n, form

    def _parties_behind(self, at: int, after: int) -> tuple[list[Actor], list[Actor]]:
        """Those in the genitive right behind a noun, and those behind "с"."""
        genitive: list[Actor] = []
        phrase = self.in_phrase.get(at)
        place = phrase.after if phrase is not None else at + 1
        behind = self.at_word.get(place)
        if behind is not None and "gent" in behind.cases and not behind.prep and behind.kind in _PARTIES:
            genitive = [a for p in self._joined(behind) if (a := self._party(p)) is not None]
        if not genitive and phrase is not None and phrase.after > phrase.head_at + 1:
            inner = self.cast.inner(phrase.head_at + 1)
            if inner is not None and "gent" in inner.cases and inner.kind in _PARTIES:
                actor = self._party(inner)
                genitive = [actor] if actor is not None else []
        return genitive, self._with(at + 1, after)

    def _is_whole_content(self, at: int) -> bool:
        place = self.words[at].start
        return any(
            v.contents and v.contents[0][0] == place and v.contents[0][1] <= self.words[at].stop + 2
            for v in self.voices
        )

    def _confirmed(self, at: int, kind: ContactKind) -> RawEvent | None:
        """As in "звонок подтвердил, встречу отрицал": a noun that is the whole content of somebody's words."""
        place = self.words[at].start
        voice = next((v for v in self.voices if any(a <= place < b for a, b in v.contents)), None)
        if voice is None or voice.speaker is None or voice.manner not in (Manner.CONFIRMED, Manner.DENIED):
            return None
        parties = self._with(at + 1, self.end)
        if not parties:
            known = [k for k in self.cast.last_parties(self.view.start) if k.name != voice.speaker.name]
            parties = [self.cast.as_actor(k, voice.speaker.place) for k in known[-1:]]
        if not parties:
            return None
        status = ContactStatus.DENIED if voice.manner is Manner.DENIED else ContactStatus.HELD
        event = self._event(
            at, kind, status, replace(voice.speaker, place=(place, self.words[at].stop)), parties, None
        )
        return replace(event, place=voice.contents[0])

    # --- handovers ------------------------------------------------------------------------------------------------

    def _handover(self, at: int, word: Word) -> RawEvent | None:
        form = word.verb() or next((f for f in word.forms if f.pos == "PRTS" and f.score > 0.1), None)
        if form is None or at in self.in_phrase or form.tense == "futr" or self.is_negated(at):
            return None
        gives, gets = form.lemma in w.GIVING, form.lemma in w.GETTING
        if not gives and not gets:
            return None
        first, after = self.clause_start(at), self.clause_after(at + 1)
        listed = self._list_in(first, after)
        if listed is None:
            return None
        cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
        passive = form.pos == "PRTS" or (form.lemma.endswith("ся") and gives)
        by: list[Actor] = []
        to: list[Actor] = []
        if gets and form.lemma in w.ARRIVING:
            to = self._whither(first, after)
            by = self._from(first, after)
        elif gets:
            to = self._subject_of(cue)
            by = self._from(first, after)
        else:
            if not passive:
                by = [a for a in self._subject_of(cue) if not (listed.start <= a.place[0] < listed.stop)]
            else:
                by = self._agent(first, after)
            to = self._object(cue, first, after, "datv") or self._whither(first, after)
        if not by and not gets:
            by = self._who_tells(listed)
        if not by and not to:
            return None
        return RawEvent(
            EventKind.HANDOVER, self._span(at), by=by[0] if by else None, to=to[0] if to else None,
            through=self._through(first, after), count=self._count(listed, after),
            rule=f'"{self.words[at].text} ... {self.words[listed.head_at].text}"',
        )  # fmt: skip

    def _list_in(self, first: int, after: int) -> Phrase | None:
        for phrase in self.phrases:
            if not first <= phrase.first < after:
                continue
            head = self.words[phrase.head_at]
            told = self.low(phrase.after + 1).startswith("котор") and self.words[phrase.after].text == ","
            if phrase.head in w.LISTS and (told or not phrase.prep or phrase.prep in ("с", "со")):
                return phrase
            if (
                head.lemmas("NOUN") & frozenset(["имя", "фамилия"])
                and phrase.number == "plur"
                and "accs" in phrase.cases
            ):
                return phrase if not phrase.prep else None
            again = phrase.head in w.LISTED_AGAIN and any(
                x.low
                in (
                    "такой",
                    "такая",
                    "тот",
                    "та",
                    "второй",
                    "вторую",
                    "другой",
                    "аналогичный",
                    "копию",
                    "копия",
                    "экземпляр",
                )
                for x in self.words[phrase.first - 2 if phrase.first > 1 else 0 : phrase.after]
            )
            if again and self._list_before():
                return phrase
        return None

    def _list_before(self) -> bool:
        if self.view.before is None:
            return False
        return any(p.head in w.LISTS for p in self.cast.phrases_in(*self.view.before))

    def _agent(self, first: int, after: int) -> list[Actor]:
        for phrase in self.phrases:
            if (
                first <= phrase.first < after
                and "ablt" in phrase.cases
                and not phrase.prep
                and phrase.kind in _PARTIES
            ):
                actor = self._party(phrase)
                if actor is not None:
                    return [actor]
        return []

    def _from(self, first: int, after: int) -> list[Actor]:
        for phrase in self.phrases:
            if first <= phrase.first < after and phrase.prep in ("от", "из", "у") and phrase.kind in _PARTIES:
                actor = self._party(phrase)
                if actor is not None:
                    return [actor]
        return []

    def _whither(self, first: int, after: int) -> list[Actor]:
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.first in self.dated:
                continue
            into = phrase.prep in ("в", "во", "на") and "accs" in phrase.cases and phrase.kind is ActorKind.BODY
            towards = phrase.prep in ("к", "ко", "до") and phrase.kind in _PARTIES
            if into or towards:
                actor = self._party(phrase)
                if actor is not None:
                    return [actor]
        return []

    def _who_tells(self, listed: Phrase) -> list[Actor]:
        """Whoever tells of a list handed over by nobody who is named: "..., сообщили в посольстве"."""
        for voice in self.voices:
            if voice.speaker is not None and voice.speaker.kind is ActorKind.BODY:
                if any(a <= listed.start < b for a, b in voice.contents):
                    return [voice.speaker]
        return []

    def _through(self, first: int, after: int) -> str | None:
        for phrase in self.phrases:
            if not first <= phrase.first < after:
                continue
            before = [x.low for x in self.words[max(first, phrase.first - 2) : phrase.first]]
            if phrase.prep in ("через", "чрез") or (
                before and before[-1] in ("посредничестве", "посредничество", "посредстве", "помощью", "посредством")
            ):
                actor = self._party(phrase)
                if actor is not None:
                    return actor.name
            if phrase.prep in ("при", "с") and phrase.head in ("посредничество", "помощь", "содействие", "участие"):
                owner = self.owner(phrase)
                if owner is not None:
                    return owner.name
        return None

    def _count(self, listed: Phrase, after: int) -> int | None:
        """How many names: "из двенадцати фамилий", "с шестью именами", "список восьми пропавших"."""
        for n in range(listed.first, min(after, listed.after + 7)):
            number = number_of(self.words[n])
            if number is None or n in self.dated:
                continue
            for following in self.words[n + 1 : n + 4]:
                if following.kind == "w" and any(
                    f.lemma in w.COUNTED or (f.animate and f.pos == "NOUN") or f.pos in ("PRTF", "ADJF")
                    for f in following.forms
                ):
                    return number
            if self.words[n].kind == "w" and any(f.lemma in w.COLLECTIVE for f in self.words[n].forms):
                return number
        return None

    # --- silences -------------------------------------------------------------------------------------------------

    def _silences(self) -> Iterator[RawEvent]:
        for at in range(self.first, self.end):
            word = self.words[at]
            if word.kind != "w":
                continue
            silent = self._silent_at(at, word)
            if silent is None:
                continue
            key_after, takes_object = silent
            first, after = self.clause_start(at), self.clause_after(key_after)
            about = self._about(at, key_after, first, after, takes_object=takes_object)
            if about is None:
                continue
            by, where = self._silent_one(at, key_after, first, after, about)
            start = min(self.words[at].start, about[0], by.place[0] if by is not None else about[0])
            stop = max(self.words[key_after - 1].stop, about[1])
            yield RawEvent(
                EventKind.SILENCE, (start, stop), by=by, about=about, where=where or (by.name if by is not None else None),
                rule=f'"{self.view.text[self.words[at].start : self.words[key_after - 1].stop]}"',
            )  # fmt: skip
            return

    def _silent_at(self, at: int, word: Word) -> tuple[int, bool] | None:
        """Where an expression of silence that begins at `at` ends, and whether it may take an object without "о"."""
        low = word.low
        if low == "ни" and self.low(at + 1) in (
            "слова",
            "словом",
            "строчки",
            "строки",
            "полслова",
            "единого",
            "звука",
            "разу",
            "одного",
            "одной",
            "упоминания",
            "намёка",
            "намека",
        ):
            for n in range(at + 1, min(self.end, at + 9)):
                if self.low(n) in ("о", "об", "обо", "про"):
                    return n, False
                form = self.words[n].verb() if self.words[n].kind == "w" else None
                if form is not None and self.low(at + 1) == "разу" and form.lemma in w.MENTIONING:
                    return n + 1, True
            return at + 2, False
        if low in ("без", "нет", "никаких") and self.low(at + 1) in ("упоминания", "упоминаний"):
            return at + 2, True
        if low == "упоминаний" and self.low(at + 1) not in ("",):
            tail = [self.low(n) for n in range(at, min(self.end, at + 10))]
            return (at + 1, False) if "нет" in tail or "не" in tail else None
        form = word.verb() or next((f for f in word.forms if f.pos == "PRTS"), None)
        if form is None or at in self.in_phrase:
            return None
        if form.lemma in w.KEEPING_SILENT:
            return at + 1, False
        if form.lemma in ("обойти", "обходить") and any(self.low(n) == "молчанием" for n in range(at - 2, at + 6)):
            return at + 1, True
        if form.lemma in ("отсутствовать",):
            return at + 1, True
        if not self.is_negated(at):
            return None
        if form.lemma in w.MENTIONING:
            return at + 1, True
        if form.lemma in w.SAYING_NOTHING:
            nothing = any(
                self.low(n) in ("ничего", "ни") for n in range(max(self.first, at - 8), min(self.end, at + 4))
            )
            impersonal = (
                form.lemma in w.IMPERSONAL
                or form.pos == "PRTS"
                or form.lemma in ("идти", "пойти", "заходить", "зайти")
            )
            if nothing or impersonal or self._has_subject(at, form):
                return at + 1, False
        return None

    def _has_subject(self, at: int, form: Form) -> bool:
        cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
        first, after = self.clause_start(at), self.clause_after(at + 1)
        return self.subject(cue, first, after, inverted=False) is not None

    def _about(self, at: int, key_after: int, first: int, after: int, *, takes_object: bool) -> Place | None:
        """The words about which there is silence: behind "о", or the subject or object of "не упоминаются"."""
        for n in [*range(key_after - 1, after), *range(at - 1, first - 1, -1)]:
            if (
                self.low(n) in ("о", "об", "обо", "про", "насчет", "насчёт", "относительно", "касательно")
                and n + 1 < self.end
            ):
                begin = n + 1
                stop = self._about_stop(begin, after if n >= at else at)
                if stop > begin and self._concerns_people(begin, stop):
                    return self.words[begin].start, self.words[stop - 1].stop
        if not takes_object:
            return None
        behind = [p for p in self.phrases if key_after <= p.first < after]
        before = [p for p in reversed(self.phrases) if first <= p.first and p.after <= at]
        for phrase in [*behind[:3], *before[:3]]:
            if phrase.prep or not phrase.cases & {"nomn", "accs", "gent"} or phrase.first in self.dated:
                continue
            stop = self._about_stop(phrase.first, after if phrase.first >= at else at)
            document = phrase.head in w.DOCUMENTS
            if not document and self._concerns_people(phrase.first, max(stop, phrase.after)):
                return self.words[phrase.first].start, self.words[max(stop, phrase.after) - 1].stop
        return None

    def _about_stop(self, begin: int, after: int) -> int:
        place = begin
        while place < min(after, self.end):
            word = self.words[place]
            if word.text in (",", ";", ":", "—", "–") or word.kind == "m":
                break
            if word.low in ("не", "ни", "нет", "ничего", "там", "тоже") or (
                word.kind == "w" and place not in self.in_phrase and word.verb() is not None
            ):
                break
            if self.words[place].stop - self.words[begin].start > _LONGEST_ABOUT:
                break
            place += 1
        return place

    def _concerns_people(self, begin: int, stop: int) -> bool:
        for n in range(begin, min(stop, self.end)):
            word = self.words[n]
            if word.kind != "w":
                continue
            if word.proper or any(f.name in ("Name", "Surn") for f in word.forms if word.cap):
                return True
            if any((f.animate and f.pos in ("NOUN", "ADJF", "PRTF")) or f.lemma in w.HELD for f in word.forms):
                return True
            if word.low in ("них", "нём", "нем", "ней", "их", "неё", "нее"):
                return True
            if word.low in ("экипаж", "экипаже", "команде", "семьях"):
                return True
        return False

    def _silent_one(
        self, at: int, key_after: int, first: int, after: int, about: Place
    ) -> tuple[Actor | None, str | None]:
        """Who is silent: a document's owner, the document, or the subject."""
        documents = [
            p for p in self.phrases
            if (p.head in w.DOCUMENTS or p.head in w.LISTS) and not about[0] <= p.start < about[1]
            and (p.prep in ("в", "во", "на", "из") or "nomn" in p.cases)
        ]  # fmt: skip
        for phrase in documents:
            owner = self.owner(phrase) or (
                self.last_document(phrase.start) if phrase.after == phrase.head_at + 1 else None
            )
            if owner is not None:
                return replace(owner, place=(phrase.start, phrase.stop)), owner.name
            name = self.cast.nominative(phrase)
            return None, name
        form = self.words[key_after - 1].verb() if self.words[key_after - 1].kind == "w" else None
        form = form or next((x.verb() for x in self.words[at:after] if x.kind == "w" and x.verb()), None)
        if form is None:
            form = next((x.verb() for x in self.words[first:at] if x.kind == "w" and x.verb()), None)
        if form is not None:
            cue = Cue(at, key_after, form.lemma, form, Manner.SAID)
            near = self._next_clause(max(at, key_after - 1), after)
            subject = self.subject(cue, first, near, inverted=False)
            if subject is not None and not about[0] <= subject.start < about[1]:
                actor = self.actor(subject)
                if actor is not None and actor.kind is not ActorKind.PRONOUN:
                    return actor, actor.name
        body = self.in_body(self.first, self.end)
        if body is not None:
            return body, body.name
        last = self._last_document_noun()
        if last is not None:
            return None, last
        if (
            form is not None
            and form.number == "sing"
            and form.lemma not in w.IMPERSONAL
            and form.gender in ("masc", "femn")
        ):
            known = self.cast.pronoun(form.gender, "sing", self.words[at].start)
            if known is not None:
                actor = self.cast.as_actor(known, (self.words[at].start, self.words[at].stop))
                return actor, actor.name
        return None, None

    def _last_document_noun(self) -> str | None:
        """As in "Не упоминаются и имена ...": in the document of which the sentences before spoke."""
        near = [
            p for p in self.cast.phrases_in(max(0, self.view.start - 500), self.view.start) if p.head in w.DOCUMENTS
        ]
        if not near:
            return None
        owner = self.owner(near[-1]) if near[-1].start >= self.view.start else None
        if owner is None:
            behind = [p for p in self.cast.phrases_in(near[-1].stop, near[-1].stop + 30) if p.first == near[-1].after]
            if behind and "gent" in behind[0].cases and not behind[0].prep and behind[0].kind is not ActorKind.OTHER:
                owner = self.cast.actor(behind[0])
        return owner.name if owner is not None else self.cast.nominative(near[-1])


def number_of(word: Word) -> int | None:
    """The number that a word or figure names."""
    if word.kind == "n":
        return int(word.text) if word.text.isdecimal() and len(word.text) < 6 else None
    if word.kind != "w":
        return None
    return next((n for f in word.forms if f.pos in ("NUMR", "NOUN", "ADJF") and (n := w.NUMBERS.get(f.lemma))), None)
