"""Meetings that a Russian clause tells beside its own verb: "встретившись с послом, он сказал", "говоривший с ним врач".

In: a participle or gerund of a verb of meeting in a sentence. Out: a `RawEvent` or None.
Leaves to others: the verbs themselves (`words`), finite verbs and nouns (`contacts`, `contact_nouns`).
"""

from __future__ import annotations

from homeward.reading.languages.language import Actor, ActorKind, RawEvent
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.contact_parts import ContactParts
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.phrases import Phrase, Word
from homeward.reading.languages.ru.sentence import SPEAKERS, Cue
from homeward.records import ContactKind, ContactStatus, Manner

_REACH = 10  # words between a participle and the noun that it describes


class ContactsBeside(ContactParts):
    """A sentence in which participles and gerunds of meeting are looked for."""

    def beside_verb(self, at: int, word: Word) -> RawEvent | None:
        """The meeting that a participle or a gerund tells of, with whoever it says met."""
        if at in self.in_phrase or self.is_negated(at):
            return None
        form = next((f for f in word.forms if f.pos in ("PRTF", "GRND") and f.score > 0.1), None)
        if form is None or form.passive or form.lemma not in w.MEETING_WAYS:
            return None
        if form.pos == "GRND":
            start, stop = self.own_clause(at)
            by = self.main_subject(at)
        else:
            described = self._described_by(at, word)
            if described is None:
                return None
            start, stop = at, self.own_clause(at)[1]
            if described.first > at:
                stop = described.first
            known = self.party(described)
            by = [known] if known is not None else []
        return self._met_beside(at, form, by, start, stop) if by else None

    def of_relative(self, at: int, form: Form) -> RawEvent | None:
        """As in "матери, с которыми встретился министр", "посредник, который виделся с командиром"."""
        manner, kind = w.MEETING_WAYS.get(form.lemma, ""), w.MEETING_VERBS.get(form.lemma)
        comma = at
        while comma > self.first and comma in self.relative:
            comma -= 1
        described = next((p for p in self.phrases if p.after == comma and p.kind in SPEAKERS), None)
        known = self.party(described)
        if kind is None or known is None or form.pos != "VERB" or manner == "letter":
            return None
        opener = comma + (2 if self.words[comma + 1].has("PREP") else 1)
        prep = self.low(comma + 1) if opener == comma + 2 else ""
        cases = {f.case for f in self.words[opener].forms if f.lemma == "который"}
        stop = at
        while stop < self.end and stop in self.relative:
            stop += 1
        inside = [p for p in self.phrases if opener < p.first < stop]
        cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
        subject = next((p for p in inside if self.agrees(p, cue)), None)
        faces = {"с": ("с", "со"), "datv": ("",), "accs": ("",), "place": ("к", "ко", "у", "")}[manner]
        case = {"с": "ablt", "datv": "datv", "accs": "accs"}.get(manner)
        by: Actor | None = known
        others: list[Actor] = []
        if subject is not None and prep in faces and (case is None or case in cases):
            by, others = self.party(subject), [known]
        elif subject is None and not prep and "nomn" in cases:
            met = (
                p for p in inside if p.prep in faces and (case in p.cases if case else p.prep) and p.kind in SPEAKERS
            )
            others = [a for p in met if (a := self.party(p)) is not None][:1]
        if by is None or not others or others[0].name == by.name:
            return None
        if any(a.head == "we" or self._is_press(a) for a in (by, *others)):
            return None  # "whom we rang up", of reporters
        if kind is ContactKind.CALL and form.lemma in w.BY_TELEPHONE and not self._by_telephone(opener, stop):
            if form.tense != "past":
                return None
            kind = ContactKind.CALL if form.lemma in w.BY_A_CALL else ContactKind.MEETING
        if kind is ContactKind.MEETING and self._by_telephone(opener, stop):
            kind = ContactKind.CALL
        status = self._status(at, opener, planned=form.tense == "futr")
        return self._event(at, kind, status, by, others, None)

    def _met_beside(self, at: int, form: Form, by: list[Actor], start: int, stop: int) -> RawEvent | None:
        kind, manner = w.MEETING_VERBS[form.lemma], w.MEETING_WAYS[form.lemma]
        cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
        where: str | None = None
        if manner == "с":
            others = self.behind_with(start, stop)
        elif manner == "accs":
            others = self.object_of(cue, start, stop, "accs")
        elif manner == "datv":
            others = self.object_of(cue, start, stop, "datv") or self._to_whom(start, stop)
        elif manner == "place":
            host = self._host(at, stop, form.lemma)
            others, where = ([host], None) if host is not None else self._visited(start, stop)
            if host is None and form.lemma in w.TO_SOMEBODY and not self._is_prison(start, stop):
                return None
        else:
            return None
        others = [a for a in others if a.name != by[0].name]
        if not others or any(a.head == "we" or self._is_press(a) for a in (*by, *others)):
            return None  # "a diplomat who spoke to us"
        by_telephone = self._by_telephone(start, stop)
        if form.lemma in w.BY_TELEPHONE and not by_telephone:
            kind = ContactKind.CALL if form.lemma in w.BY_A_CALL else ContactKind.MEETING
        elif kind is ContactKind.MEETING and by_telephone:
            kind = ContactKind.CALL
        return self._event(at, kind, ContactStatus.HELD, by[0], [*by[1:], *others], where)

    def _described_by(self, at: int, word: Word) -> Phrase | None:
        """Whom a participle describes: the phrase before its comma, else the first behind it that agrees."""
        forms = [f for f in word.forms if f.pos == "PRTF"]
        cases = frozenset(f.case for f in forms)
        numbers = {f.number for f in forms}
        if at > self.first and self.words[at - 1].text == ",":
            before = next((p for p in self.phrases if p.after == at - 1), None)
            agrees = before is not None and before.kind in SPEAKERS and bool(before.cases & cases)
            return before if agrees and before is not None and (before.number or "sing") in numbers else None
        for phrase in self.phrases:
            if not at < phrase.first <= at + _REACH or phrase.prep:
                continue
            if any(x.text == "," for x in self.words[at : phrase.first]):
                return None
            if phrase.kind in SPEAKERS and phrase.kind is not ActorKind.OTHER and phrase.cases & cases:
                if (phrase.number or "sing") in numbers:
                    return phrase
        return None
