"""Explicit silences in Russian sentences: "ни слова о", "не упоминаются", "обходит молчанием".

In: a sentence as `Parties`. Out: a `RawEvent` with the words that are about people, and whose silence it is.
Leaves to others: whether those people are looked for (the engine).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, EventKind, Place, RawEvent
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.parties import Parties
from homeward.reading.languages.ru.phrases import Word
from homeward.reading.languages.ru.sentence import Cue
from homeward.records import Manner

_LONGEST_ABOUT = 120


class Silences(Parties):
    """A sentence in which something may not be mentioned."""

    def silences(self) -> Iterator[RawEvent]:
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
            by, whose = self._silent_one(at, key_after, first, after, about)
            start = min(self.words[at].start, about[0], by.place[0] if by is not None else about[0])
            stop = max(self.words[key_after - 1].stop, about[1])
            yield RawEvent(
                EventKind.SILENCE, (start, stop), by=by, about=about,
                where=whose or (by.name if by is not None else None),
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
            near = self.next_clause(max(at, key_after - 1), after)
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
