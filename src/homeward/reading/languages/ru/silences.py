"""Explicit silences in Russian sentences: "ни слова о", "не упоминаются", "обходит молчанием".

In: a sentence as `Parties`. Out: a `RawEvent` with the words that are about people, and whose silence it is.
Leaves to others: whether those people are looked for (the engine).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, EventKind, Place, RawEvent
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.makers import Makers
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.phrases import Word
from homeward.reading.languages.ru.sentence import SPEAKERS, Cue
from homeward.records import Manner

_LONGEST_ABOUT = 120


class Silences(Makers):
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
            echo = False
            if about is None:
                about = self._no_names(at, first)
                echo = about is not None
            if about is None:
                continue
            by, whose = self._silent_one(at, key_after, first, after, about)
            start = min(self.words[at].start, about[0], by.place[0] if by is not None else about[0])
            stop = max(self.words[key_after - 1].stop, about[1])
            yield RawEvent(
                EventKind.SILENCE, (start, stop), by=by, about=about,
                where=whose or (by.name if by is not None else None), echo=echo,
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
        if low in ("нет", "было", "оказалось", "значилось", "нашлось", "числится", "значится", "числилось"):
            listed = self._absent_from(at)
            negated = low == "нет" or self.is_negated(at)
            if negated and listed:
                return at + 1, True
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
        if form.lemma in w.GIVING_ROOM and any(
            self.low(n) in ("строчки", "строки", "слова", "места", "абзаца", "минуты", "секунды")
            for n in range(max(self.first, at - 4), min(self.end, at + 5))
        ):
            return at + 1, True
        if self._names_nothing(at) and form.lemma in w.MENTIONING | w.SAYING_NOTHING:
            return at + 1, True
        if form.lemma in w.MENTIONING:
            return None if self._is_own_name(at) else (at + 1, True)
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

    def _is_own_name(self, at: int) -> bool:
        """As in "секретарь фамилию не назвала": somebody who keeps his own name to himself."""
        near = [
            self.words[n] for n in range(max(self.first, at - 3), min(self.end, at + 3)) if self.words[n].kind == "w"
        ]
        return any(x.low in ("фамилию", "имя", "имени", "фамилии", "себя") for x in near) and not any(
            x.low in ("ни", "их", "его", "её", "ее", "чьи", "никого") or x.proper for x in near
        )

    def _absent_from(self, at: int) -> bool:
        """Whether somebody is absent from a paper: "Метса в перечне не было", "имён инженеров в нём нет"."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.prep not in ("в", "во", "среди", "из"):
                continue
            if phrase.head in w.LISTS | w.DOCUMENTS | w.LISTED_AGAIN and phrase.cases & {"loct", "gent"}:
                return True
            if phrase.kind is ActorKind.PRONOUN and self._document_before():
                return True
        lows = {self.low(n) for n in range(first, after)}
        return bool(lows & {"нём", "нем", "ней", "них", "там"}) and self._document_before()

    def _document_before(self) -> bool:
        near = self.cast.phrases_in(max(0, self.view.start - 300), self.view.start)
        return any(p.head in w.LISTS | w.DOCUMENTS | w.LISTED_AGAIN for p in near)

    def _no_names(self, at: int, first: int) -> Place | None:
        """The words for names in general, of which nothing is told: "ни одного имени", "чьи это лица"."""
        if self.low(at) in ("нет", "было", "значится", "указано") and any(
            self.low(n) in ("имён", "имен", "фамилий") for n in range(max(self.first, at - 6), at + 3)
        ):
            n = next(n for n in range(max(self.first, at - 6), at + 3) if self.low(n) in ("имён", "имен", "фамилий"))
            return self.words[n].start, self.words[n].stop
        if self._names_nothing(at):
            for n in range(max(self.first, at - 6), min(self.end, at + 4)):
                if self.low(n) == "ни":
                    last = next(
                        (m for m in range(n + 1, n + 5) if self.low(m)[:4] in ("имен", "имён", "фами")), n + 1
                    )
                    return self.words[n].start, self.words[min(last, self.end - 1)].stop
        if self._whose_faces(at):
            comma = next((n for n in range(self.first + 1, at) if self.words[n].text == ","), None)
            if comma is not None:
                return self.words[self.first].start, self.words[comma - 1].stop
        return None

    def _whose_faces(self, at: int) -> bool:
        """As in "Чьи это лица, он не сказал", "Живы ли они, в сообщении не уточняется"."""
        opening = {self.low(n) for n in range(self.first, self.first + 4)}
        return bool(opening & {"чьи", "чей", "кто", "ли", "сколько", "есть"}) and self.is_negated(at)

    def _names_nothing(self, at: int) -> bool:
        """As in "ни одного имени не назвал", "ни одной фамилии не произнёс"."""
        return any(
            self.low(n) == "ни"
            and self.low(n + 1) in ("одного", "одной", "единого", "единой", "имени", "имён", "имен")
            and any(self.low(m) in ("имени", "фамилии", "имён", "имен") for m in range(n + 1, n + 4))
            for n in range(max(self.first, at - 6), min(self.end, at + 4))
        )

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
        form = self.words[at].verb() if self.words[at].kind == "w" else None
        room = form is not None and form.lemma in w.GIVING_ROOM
        room = room or bool(self.words[at].kind == "w" and self.words[at].lemmas("PRTS") & w.GIVING_ROOM)
        cases = frozenset(["nomn", "accs", "gent", *(["datv"] if room else [])])
        near = [*behind[:3], *before[:3]]
        if form is not None and form.lemma in w.MENTIONING and not form.lemma.endswith("ся"):
            cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)  # "Имени Машина | командир | не упомянул"
            near.sort(key=lambda p: p.kind in SPEAKERS and p.kind is not ActorKind.OTHER and self.agrees(p, cue))
        for phrase in near:
            if phrase.prep or not phrase.cases & cases or phrase.first in self.dated:
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
            topic = self.low(begin) == "том" and self.words[begin + 1].text == "," and place < begin + 12
            if (word.text in (",", ";", ":", "—", "–") and not (topic and place == begin + 1)) or word.kind == "m":
                break
            if topic:
                place += 1
                continue
            inside = self.at_word.get(place + 1)
            if word.low in ("в", "во") and inside is not None and inside.head in w.DOCUMENTS | w.LISTS:
                break  # "о моряках в коммюнике не говорится"
            other = self.at_word.get(place)
            subject = other is not None and place > begin and "nomn" in other.cases and not other.prep
            if subject and other is not None and other.kind in SPEAKERS and "gent" not in other.cases:
                break  # "о Королькове генерал не сказал ни слова"
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
            if (p.head in w.DOCUMENTS | w.LISTS | w.LISTED_AGAIN or p.kind is ActorKind.MEDIUM) and not about[0] <= p.start < about[1]
            and (p.prep in ("в", "во", "на", "из") or "nomn" in p.cases)
        ]  # fmt: skip
        for phrase in documents:
            owner = self.party(phrase) if phrase.kind is ActorKind.MEDIUM else self.maker(phrase)
            if owner is not None:
                return replace(owner, place=(phrase.start, phrase.stop)), owner.name
            return None, self.cast.nominative(phrase)
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
        if self._points_back(first, after) or form is None or form.lemma not in w.SAYING_NOTHING:
            last = self.last_maker(self.view.start)
            if last is not None:
                return None, last.name
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
        last_named = self.cast.pronoun("", "", self.words[self.first].start, person=False, proper=True)
        if last_named is not None:  # "про него не было ни звука": whoever spoke or gave the list just before
            return None, last_named.name
        return None, None

    def _points_back(self, first: int, after: int) -> bool:
        """As in "Имён в нём нет": in the document of which the sentences before spoke."""
        return any(self.low(n) in ("нём", "нем", "ней", "них", "там") for n in range(first, after))
