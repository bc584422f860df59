"""Meetings that a Russian noun tells of: "состоялась встреча A с B", "по итогам визита A", "встречу отменили".

In: a noun of meeting in a sentence. Out: a `RawEvent` or None.
Leaves to others: the nouns themselves and what happens to a meeting (`words`); verbs of meeting (`contacts`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from homeward.reading.languages.language import Actor, RawEvent
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.contact_parts import ContactParts
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.phrases import Phrase
from homeward.reading.languages.ru.sentence import DASHES, SPEAKERS, Cue
from homeward.records import ContactKind, ContactStatus, Manner


@dataclass(frozen=True, slots=True)
class _Told:
    """What a verb tells of a meeting. `by`: who meets. `happens`, `holds`: that it takes place, that somebody has it.

    `gone`: that somebody went to it. `lasts`: how long it was, or that it is over.
    """

    by: tuple[Actor, ...] = ()
    planned: bool = False
    denied: bool = False
    happens: bool = False
    holds: bool = False
    gone: bool = False
    lasts: bool = False


class ContactNouns(ContactParts):
    """A sentence in which nouns of meeting are looked for."""

    def _contact_of_noun(self, at: int, noun: str) -> RawEvent | None:
        """As in "состоялась встреча A с B", "провёл телефонный разговор с B", "по итогам визита A в Хадрун"."""
        kind = w.MEETING_NOUNS[noun]
        first, after = self.clause_start(at), self.clause_after(at + 1)
        phrase = self.in_phrase.get(at)
        begin = phrase.first if phrase is not None else at
        if any(x.low.startswith("телефонн") for x in self.words[max(self.first, begin - 1) : at]):
            kind = ContactKind.CALL
        verb = self._verb_of(at, first, after)
        tied = noun not in w.TIED or (self._faces_somebody(at) and (noun == "переписка" or self._is_tie(verb)))
        if not tied:
            return None
        told = self._told_of(at, verb, phrase)
        if told is None:
            confirmed = verb is not None and verb[1].lemma in w.CONFIRMING
            whole = verb is None and (self._denied_around(at) or self._is_whole_content(at))
            return self._confirmed(at, kind) if confirmed or whole else None
        planned, denied, by = told.planned, told.denied, list(told.by)
        lows = [x.low for x in self.words[max(self.first, begin - 3) : begin + 2]]
        planned = planned or (
            phrase is not None and phrase.prep == "на" and "loct" not in phrase.cases and not told.gone
        )
        planned = planned or any(x.startswith(("предстоящ", "запланирован", "намечен", "будущ")) for x in lows)
        genitive, others = self._parties_behind(at, after)
        if told.gone:
            others = others or self._addressed(at, after)
        if told.happens and not by:
            by = self._at_his(first, after)
        others = others or (self._beside_noun(first, at) if told.happens or by else [])
        if not by:
            by = genitive[:1]
            others = [*genitive[1:], *others]
        where = self.where(first, after, [*by, *others])
        if kind is ContactKind.VISIT and not others:
            others, visited = self._visited(at + 1, after)
            where = visited or where
        if not by and others and verb is not None and self._is_after(begin):
            by = self.subject_of(Cue(verb[0], verb[0] + 1, verb[1].lemma, verb[1], Manner.SAID))
        if not by and len(others) == 1 and self._is_after(begin):
            by = self._who_speaks_of(at)
        if not by and len(others) > 1:
            by, others = others[:1], others[1:]
        dated = self._is_dated(first, self.next_dash(after) if verb is None else after)
        if told.happens and not others and not by:
            of_those = self._event(at, kind, _status_of(planned, denied), None, [], where)  # who met before
            return replace(of_those, echo=told.lasts or not (dated or denied))
        if told.happens and not others:
            known = [k for k in self.cast.last_parties(self.words[at].start) if k.name != by[0].name]
            others = [self.cast.as_actor(k, (self.words[at].start, self.words[at].stop)) for k in known[-1:]]
        if not by and len(others) == 1 and (denied or told.happens or told.holds):
            by = self._told_to(at, others[0])
        by, others = by[:1], [*by[1:], *others]
        others = [a for a in others if a.name not in {b.name for b in by}]
        alone = (told.happens and (dated or bool(others))) or (told.holds and bool(others))
        enough = bool(by) and (bool(others) or (kind is ContactKind.VISIT and where is not None))
        if (not enough and not alone) or any(self._is_press(a) for a in (*by, *others)):
            return None
        denied = denied or self._denied_around(at) or self._no_such(first, at)
        return self._event(at, kind, _status_of(planned, denied), by[0] if by else None, others, where)

    def _told_of(self, at: int, verb: tuple[int, Form] | None, phrase: Phrase | None) -> _Told | None:
        """What the verb of its clause tells of a meeting; None where it tells that of nothing that took place or will."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        begin = phrase.first if phrase is not None else at
        if verb is None and self._is_next(begin, at) and self._is_dated(first, self.next_dash(after)):
            return _Told(planned=True, happens=True)
        if verb is None:
            return _Told() if self._is_after(begin) else None
        at_verb, form = verb
        cue = Cue(at_verb, at_verb + 1, form.lemma, form, Manner.SAID)
        ahead, negated = form.tense == "futr", self.is_negated(at_verb)
        dated = self._is_dated(first, after)
        about = phrase is not None and phrase.prep in ("о", "об")
        if about and (form.lemma in w.AGREEING or (form.lemma in w.ASKING_FOR and dated)):
            return _Told(tuple(self.subject_of(cue)), planned=True, denied=negated)
        holding = any(x.kind == "w" and x.lemmas("INFN") & w.HOLDING for x in self.words[first:after])
        if form.lemma in w.AGREEING and holding and dated and not negated:
            return _Told(planned=True, happens=True)
        if form.lemma in w.AWAITING and dated and not negated:
            return _Told(tuple(self.subject_of(cue)), planned=True)
        if form.lemma in w.GOING and phrase is not None and phrase.prep == "на" and "accs" in phrase.cases:
            return _Told(tuple(self.subject_of(cue)), planned=ahead, denied=negated, gone=True)
        takes_part = form.lemma in ("участвовать", "поучаствовать") or self.low(begin - 2) == "участие"
        if takes_part and phrase is not None and phrase.prep in ("в", "во") and "loct" in phrase.cases:
            return _Told(tuple(self.subject_of(cue)), planned=ahead, denied=negated)
        if form.lemma in w.GRANTING:
            to = tuple(self.object_of(cue, first, after, "datv"))
            return _Told(to, planned=ahead, denied=negated or form.lemma == "отказать") if to else None
        if form.lemma in w.HOLDING:
            if negated and ahead:
                return None  # "there will be none" refuses
            return _Told(tuple(self.subject_of(cue)), planned=ahead, denied=negated, holds=True)
        if form.lemma in w.HAPPENING:
            put_off = form.lemma in w.PUTTING_OFF
            kept = negated and form.lemma in w.CANCELLED - {
                "отсутствовать"
            }  # "встреча не отменена", but "её не было"
            planned = ahead or kept or form.lemma in w.PLANNED_SHORT or (put_off and dated)
            return _Told(
                planned=planned,
                denied=not kept and (negated or form.lemma in w.CANCELLED or (put_off and not planned)),
                happens=True,
                lasts=form.lemma in w.LASTING,
            )
        return _Told() if self._is_after(begin) else None

    def _is_next(self, begin: int, at: int) -> bool:
        """As in "следующий созвон в среду", "новая встреча — в четверг", where no verb is needed."""
        phrase = self.at_word.get(begin)
        plain = phrase is not None and not phrase.prep and "nomn" in phrase.cases and phrase.number != "plur"
        told = range(begin, at) if plain else ()
        return any(self.words[n].kind == "w" and self.words[n].lemmas("ADJF") & w.NEXT for n in told)

    def next_dash(self, after: int) -> int:
        """Where the clause behind a dash ends, if a dash stands at `after`."""
        dash = after < self.end and self.words[after].text in DASHES
        return self.clause_after(after + 1) if dash else after

    def _is_tie(self, verb: tuple[int, Form] | None) -> bool:
        """Whether "связь" is what people have with each other: "связи с ними нет", "установили связь"."""
        return verb is not None and (verb[1].lemma == "отсутствовать" or verb[1].lemma in w.TIES)

    def _faces_somebody(self, at: int) -> bool:
        """Whether "с" and somebody stand right behind a noun."""
        behind = self.at_word.get(at + 2)
        return behind is not None and behind.prep in ("с", "со") and self.party(behind) is not None

    def _at_his(self, first: int, after: int) -> list[Actor]:
        """Who has none: "контактов с ними у посольства нет"."""
        for phrase in self.phrases:
            at_his = first <= phrase.first < after and phrase.prep == "у" and "gent" in phrase.cases
            actor = self.party(phrase) if at_his and phrase.kind in SPEAKERS else None
            if actor is not None:
                return [actor]
        return []

    def _beside_noun(self, first: int, at: int) -> list[Actor]:
        """Whom a clause names before the noun: "между A и B состоялся разговор"."""
        return self.behind_with(first, at)

    def _who_speaks_of(self, at: int) -> list[Actor]:
        """Who says something behind a meeting that the clause begins with: "после встречи с A — „...“, сказал B"."""
        told = next((v for v in self.voices if v.speaker is not None and v.cue[0] > self.words[at].start), None)
        whole = told is not None and not any(a <= self.words[at].start < b for a, b in told.contents)
        return [told.speaker] if told is not None and told.speaker is not None and whole else []

    def _heads_phrase(self, at: int) -> bool:
        """Whether a noun heads its phrase, or says of what another is told: "по итогам встречи", "раунд переговоров"."""
        phrase = self.in_phrase.get(at)
        return phrase is None or phrase.head_at == at or phrase.head in w.COURSES

    def _is_after(self, begin: int) -> bool:
        """Whether a noun stands behind "after", "during" or the like: what it names took place."""
        before = self.low(begin - 1)
        phrase = self.at_word.get(begin)
        course = (
            phrase is not None and phrase.head in w.COURSES and phrase.prep in ("по", "в", "во", "под", "к", "до")
        )
        return course or before in ("после", "на", "при") or before in w.COURSE_FORMS or self._came_from(phrase)

    def _came_from(self, phrase: Phrase | None) -> bool:
        """As in "вернувшись с переговоров с Фронтом", "приехал со встречи"."""
        return (
            phrase is not None
            and phrase.prep in ("с", "со")
            and "gent" in phrase.cases
            and "ablt" not in phrase.cases
        )

    def _verb_of(self, at: int, first: int, after: int) -> tuple[int, Form] | None:
        """The finite verb of the clause nearest to a word."""
        near: list[tuple[int, int, Form]] = []
        for n in range(first, after):
            word = self.words[n]
            if word.kind != "w" or n in self.in_phrase or word.proper or n in self.relative:
                continue
            form = word.verb() or next((f for f in word.forms if f.pos == "PRTS" and f.score > 0.1), None)
            if form is not None and form.lemma not in ("быть", "мочь"):
                near.append((abs(n - at), n, form))
        if not near:
            for n in range(first, after):
                word = self.words[n]
                if word.low in w.BEING and word.forms:
                    acts = any(
                        x.kind == "w" and x.forms and x.forms[0].pos == "INFN" for x in self.words[first:after]
                    )
                    if word.low == "нет" or (self.is_negated(n) and not acts):
                        return n, replace(word.forms[0], lemma="отсутствовать")
                    if self._is_dated(first, after):  # "разговор был вчера"
                        return n, word.verb() or word.forms[0]
            return None
        _, n, form = min(near, key=lambda x: x[0])
        return n, form

    def _parties_behind(self, at: int, after: int) -> tuple[list[Actor], list[Actor]]:
        """Those in the genitive right behind a noun, and those behind "с"."""
        genitive: list[Actor] = []
        phrase = self.in_phrase.get(at)
        place = phrase.after if phrase is not None else at + 1
        behind = self.at_word.get(place)
        if behind is not None and "gent" in behind.cases and not behind.prep and behind.kind in SPEAKERS:
            genitive = [a for p in self.joined(behind) if (a := self.party(p)) is not None]
        if not genitive and phrase is not None and phrase.after > phrase.head_at + 1:
            inner = self.cast.inner(phrase.head_at + 1)
            if inner is not None and "gent" in inner.cases and inner.kind in SPEAKERS:
                actor = self.party(inner)
                genitive = [actor] if actor is not None else []
        others = self.behind_with(at + 1, after)
        if (
            not others
            and genitive
            and w.MEETING_NOUNS.get(phrase.head if phrase is not None else "") is ContactKind.CALL
        ):
            others = [
                a for p in self.phrases
                if at < p.first < after and "datv" in p.cases and not p.prep and p.kind in SPEAKERS
                and (a := self.party(p)) is not None and a.name != genitive[0].name
            ][:1]  # fmt: skip
        return genitive, others

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
        parties = self.behind_with(at + 1, self.end)
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


def _status_of(planned: bool, denied: bool) -> ContactStatus:
    return ContactStatus.DENIED if denied else ContactStatus.PLANNED if planned else ContactStatus.HELD
