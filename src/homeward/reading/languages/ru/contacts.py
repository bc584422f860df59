"""Meetings, visits, calls and letters in Russian clauses, held, planned or denied.

In: a sentence as `Parties`. Out: for a verb or noun of meeting, a `RawEvent` or None.
Leaves to others: the verbs and nouns themselves (`words`).
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.reading.languages.language import Actor, ActorKind, RawEvent
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.contact_letters import ContactLetters
from homeward.reading.languages.ru.contact_nouns import ContactNouns
from homeward.reading.languages.ru.contacts_beside import ContactsBeside
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.phrases import Word
from homeward.reading.languages.ru.sentence import PEOPLE, SPEAKERS, Cue
from homeward.records import ContactKind, ContactStatus, Manner

_BEING_ABLE = frozenset(["мочь", "смочь", "суметь", "успеть"])
_MUTUAL = (ContactKind.MEETING, ContactKind.CALL)
_NEAR = 12  # words between an infinitive and the verb that lets somebody do it
_LETTING = _BEING_ABLE | {
    "дать",
    "давать",
    "удаться",
    "удаваться",
    "разрешить",
    "разрешать",
    "позволить",
    "позволять",
}


class Contacts(ContactNouns, ContactLetters, ContactsBeside):
    """A sentence in which contacts are looked for."""

    def contact(self, at: int, word: Word) -> RawEvent | None:
        if self._is_open(at):
            return None
        beside = self.beside_verb(at, word)
        if beside is not None:
            return beside
        form = word.verb() or next((f for f in word.forms if f.pos in ("INFN", "PRTS", "GRND")), None)
        if form is not None and form.pos == "PRTS" and at not in self.in_phrase:
            return self._let_in(at, form) if form.lemma in w.LETTING_IN else self._received(at, form)
        if form is not None and at not in self.in_phrase:
            return self._contact_of_verb(at, form)
        nouns = word.lemmas("NOUN") & w.MEETING_NOUNS.keys()
        if nouns and self._heads_phrase(at):
            return self._contact_of_noun(at, next(iter(nouns)))
        return None

    def _contact_of_verb(self, at: int, form: Form) -> RawEvent | None:
        if form.lemma in w.LETTING_IN:
            return self._let_in(at, form)
        if form.lemma in w.GETTING | w.BRINGING and (letter := self.letter_got(at, form)) is not None:
            return letter
        if at in self.relative and (described := self.of_relative(at, form)) is not None:
            return described
        kind = w.MEETING_VERBS.get(form.lemma)
        manner = w.MEETING_WAYS.get(form.lemma)
        if form.lemma in ("выйти", "выходить", "держать") and "связь" in (self.low(at + 1), self.low(at + 2)):
            kind, manner = ContactKind.CALL, "с"
        around = range(at + 1, min(self.end, at + 7))
        if form.lemma in w.SITTING and self._sits_together(at):
            kind, manner = ContactKind.MEETING, "с"  # "сел за стол с командиром"
        if form.lemma in ("обменяться", "обмениваться") and any(
            self.words[n].kind == "w" and self.words[n].lemmas("NOUN") & w.LETTERS for n in around
        ):
            kind, manner = ContactKind.LETTER, "с"
        if form.lemma in ("нанести", "наносить") and any(self.low(n) in ("визит", "визиты") for n in around):
            kind, manner = ContactKind.VISIT, "datv"
        if form.lemma in ("обсудить", "обсуждать") and self._by_telephone(
            self.clause_start(at), self.clause_after(at + 1)
        ):
            kind = ContactKind.CALL
        if form.lemma in w.ANSWERING and (answer := self.answered_by_letter(at, form)) is not None:
            return answer
        if form.lemma == "быть" and form.tense == "past" and (host := self._stayed_with(at)) is not None:
            guest = self.subject_of(Cue(at, at + 1, form.lemma, form, Manner.SAID))
            if guest and guest[0].name != host.name:
                status = self._status(at, self.clause_start(at), planned=False)
                return self._event(at, ContactKind.VISIT, status, guest[0], [host], None)
        if form.lemma in ("быть", "побывать") and (hosts := self._received_by(at)):
            by = self.subject_of(Cue(at, at + 1, form.lemma, form, Manner.SAID))
            status = self._status(at, self.clause_start(at), planned=form.tense == "futr")
            return self._event(at, ContactKind.MEETING, status, by[0], hosts, None) if by else None
        if kind is None or manner is None:
            return None
        planned = form.tense == "futr"
        if form.lemma in w.SETTING_OUT and form.tense == "pres":
            if not self._is_dated(self.clause_start(at), self.clause_after(at + 1)):
                return None
            planned = True
        if form.pos == "GRND" and manner != "с":
            return None
        if kind is ContactKind.MEETING and self._by_telephone(self.clause_start(at), self.clause_after(at + 1)):
            kind = ContactKind.CALL
        outcome = self._outcome(at) if form.pos == "INFN" else None
        if form.pos == "INFN" and outcome is None:
            if not self._is_planned(at):
                return None
            planned = True
        cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
        first, after = self.clause_start(at), self.clause_after(at + 1)
        others: list[Actor] = []
        if manner == "с":
            others = self.behind_with(first, after)
            if kind is ContactKind.CALL and form.lemma in w.BY_TELEPHONE and not self._by_telephone(first, after):
                kind = self._talked(form, others, managed=outcome is not None)
        elif manner == "accs":
            others = self._received_ones(cue, self._own_start(at, first), after)
        elif manner == "datv":
            others = (
                self.object_of(cue, first, after, "datv") or self._pronoun(at, after) or self._to_whom(first, after)
            )
        elif manner == "letter":
            written = form.lemma in ("написать", "писать") and not self._tells_words(at)
            if planned or not (self._letter(first, after) or written):
                return None  # a letter that will be passed on is a promise rather than a contact
            others = self.object_of(cue, first, after, "datv") or self._to_whom(first, after)
        where = self.where(first, after, others)
        if manner == "place":
            near = self.next_clause(at, after)
            others, where = self._visited(first, near)
            host = self._host(at, near, form.lemma)
            if host is not None:
                others = [host]
            elif form.lemma in w.TO_SOMEBODY and not self._is_prison(first, near):
                return None
        if kind is None:
            return None
        if outcome is not None:
            subject = [outcome[0]]
        else:
            subject = self.subject_of(cue) if form.pos != "INFN" else self._planner(at)
        if not others and subject and manner in ("datv", "accs") and form.tense == "past":
            others = self._told_to(at, subject[0])
        if not subject and form.number == "plur" and form.tense == "past" and manner in ("datv", "accs"):
            subject = self._out_of(first, after)
        if not subject and form.pos == "VERB" and form.person not in ("1per", "2per"):
            subject = self._teller(at, form)
        if len(subject) == 1 and not others and manner == "с" and form.number == "plur":
            subject, others = self._sides_of(cue, subject)
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
        rang = manner == "datv" and bool(subject) and form.tense == "past" and form.pos == "VERB"
        named = rang and subject[0].kind in PEOPLE and subject[0].head != "we"
        if not others and named and not self._rings_at_something(first, after):
            status = self._status(at, first, planned=False)
            return self._event(at, kind, status, subject[0], [], None)  # whom, the text does not tell
        if not others and len(subject) == 1 and kind in _MUTUAL and self._is_mutual(cue, form, manner):
            status = self._status(at, first, planned=planned)
            return self._event(at, kind, status, subject[0], [], where)
        if (
            (not others and where is None)
            or (not others and manner != "place")
            or (not subject and form.pos == "INFN")
        ):
            return None
        nobody = self.is_negated(at) and any(self.low(n) in ("никто", "никому") for n in range(first, after))
        if not subject and not nobody and not (form.number == "plur" or manner == "accs"):
            known = self.cast.pronoun(form.gender, "sing", self.words[at].start)
            subject = [self.cast.as_actor(known, (self.words[at].start, self.words[at].stop))] if known else []
        if not subject and not nobody and manner != "letter":
            return None
        if kind in _MUTUAL and any(self._is_press(a) for a in (*subject, *others)):
            return None  # reporters at work
        if form.lemma in ("принять", "принимать") and any(a.head in w.TAKING_IN for a in subject):
            return None  # a hospital
        subject_names = {a.name for a in subject}
        others = [a for a in others if a.name not in subject_names]
        if not others and where is None:
            return None
        status = outcome[1] if outcome is not None else self._status(at, first, planned=planned)
        return self._event(at, kind, status, subject[0] if subject else None, others, where)

    def _talked(self, form: Form, others: Sequence[Actor], *, managed: bool = False) -> ContactKind | None:
        """Whether "говорил с" tells of a meeting: with somebody who is no medium, and once rather than often."""
        if form.lemma in ("связаться", "связываться"):
            return ContactKind.CALL
        once = (managed or form.tense == "past") and bool(others) and others[0].kind is not ActorKind.MEDIUM
        return ContactKind.MEETING if once else None

    def _stayed_with(self, at: int) -> Actor | None:
        """With whom somebody was on a day that is told: "консул был у них в понедельник"."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        if not any(first <= n < after for n in self.dated):
            return None
        for phrase in self.phrases:
            if at < phrase.first < after and phrase.prep == "у" and "gent" in phrase.cases and phrase.kind in PEOPLE:
                return self.party(phrase)
        return None

    def _outcome(self, at: int) -> tuple[Actor, ContactStatus] | None:
        """Who could, or could not, do what an infinitive tells: "консулу удалось поговорить с ними", "послу не дали"."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        for n in range(first, after):
            form = self.words[n].verb() if self.words[n].kind == "w" else None
            if form is None or form.lemma not in _LETTING or abs(n - at) > _NEAR:
                continue
            negated = self.is_negated(n)
            if not negated and (form.tense != "past" or form.lemma == "мочь" or n > at):
                continue  # "could", which is no more than a wish
            cue = Cue(n, n + 1, form.lemma, form, Manner.SAID)
            to_him = self.object_of(cue, first, after, "datv")
            found = [*self.subject_of(cue), *to_him] if form.lemma in _BEING_ABLE else to_him
            denied = negated and not self.is_negated(at)  # "не смог не принять": he did
            return (found[0], ContactStatus.DENIED if denied else ContactStatus.HELD) if found else None
        return None

    def _received(self, at: int, form: Form) -> RawEvent | None:
        """As in "поверенный был принят министром": who was received, and by whom."""
        if w.MEETING_WAYS.get(form.lemma) != "accs" or form.gender == "neut":
            return None
        first, after = self.clause_start(at), self.clause_after(at + 1)
        guests = self.subject_of(Cue(at, at + 1, form.lemma, form, Manner.SAID))
        hosts = [
            a for p in self.phrases
            if first <= p.first < after and "ablt" in p.cases and not p.prep and p.kind in SPEAKERS
            and p.first not in self.relative and (a := self.party(p)) is not None
        ][:1]  # fmt: skip
        if not guests or not hosts:
            return None
        ahead = any(self.low(n) in ("будет", "будут") for n in range(first, at))
        status = self._status(at, first, planned=ahead)
        return self._event(at, w.MEETING_VERBS[form.lemma], status, guests[0], hosts, self.where(first, after, hosts))

    def _received_by(self, at: int) -> list[Actor]:
        """As in "была на приёме у генерала": whose guest somebody was."""
        after = self.clause_after(at + 1)
        received = any(
            self.low(n) in ("приёме", "приеме", "аудиенции", "встрече") for n in range(at, min(after, at + 4))
        )
        for phrase in self.phrases if received else ():
            if at < phrase.first < after and phrase.prep in ("у", "с") and phrase.kind in SPEAKERS:
                actor = self.party(phrase)
                if actor is not None:
                    return [actor]
        return []

    def _let_in(self, at: int, form: Form) -> RawEvent | None:
        """As in "консула допустили к морякам", "консула к морякам не пустили": whoever is let in visits them."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
        host = next(
            (
                p for p in self.phrases
                if first <= p.first < after and p.prep in ("к", "ко") and "datv" in p.cases
                and (p.kind in PEOPLE or p.animate) and p.kind is not ActorKind.PRONOUN
            ),
            None,
        )  # fmt: skip
        met = self.party(host) if host is not None else None
        if met is None or form.pos == "INFN":
            return None
        guests = self.subject_of(cue) if form.pos == "PRTS" else self.object_of(cue, first, after, "accs")
        guests = [a for a in guests if a.name != met.name]
        if not guests:
            return None
        status = self._status(at, first, planned=form.tense == "futr")
        return self._event(at, ContactKind.VISIT, status, guests[0], [met], self.where(first, after, [met]))
