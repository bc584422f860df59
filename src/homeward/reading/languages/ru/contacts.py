"""Meetings, visits, calls and letters in Russian clauses, held, planned or denied.

In: a sentence as `Parties`. Out: for a verb or noun of meeting, a `RawEvent` or None.
Leaves to others: the verbs and nouns themselves (`words`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.parties import Parties
from homeward.reading.languages.ru.phrases import Phrase, Word
from homeward.reading.languages.ru.sentence import PEOPLE, SPEAKERS, Cue
from homeward.records import ContactKind, ContactStatus, Manner

_BEING_ABLE = frozenset(["мочь", "смочь", "суметь", "успеть"])
_MANAGED = frozenset(["удаться", "смочь", "суметь", "успеть"])
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


class Contacts(Parties):
    """A sentence in which contacts are looked for."""

    def contact(self, at: int, word: Word) -> RawEvent | None:
        form = word.verb() or next((f for f in word.forms if f.pos in ("INFN", "PRTS", "GRND")), None)
        if form is not None and form.pos == "PRTS" and at not in self.in_phrase:
            return self._received(at, form)
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
        if form.lemma in w.LETTING_IN:
            return self._let_in(at, form)
        if form.lemma in w.GETTING and (letter := self._letter_got(at, form)) is not None:
            return letter
        kind = w.MEETING_VERBS.get(form.lemma)
        manner = w.MEETING_WAYS.get(form.lemma)
        if form.lemma in ("выйти", "выходить", "держать") and "связь" in (self.low(at + 1), self.low(at + 2)):
            kind, manner = ContactKind.CALL, "с"
        around = range(at + 1, min(self.end, at + 7))
        if form.lemma in ("сесть", "садиться", "сидеть", "посидеть") and any(
            self.low(n) in ("стол", "столом") for n in around
        ):
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
        if form.lemma in ("ответить", "обратиться", "отвечать", "обращаться") and any(
            self.low(n) in ("письмом", "запиской", "телеграммой") for n in around
        ):
            cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
            begin, end = self.clause_start(at), self.clause_after(at + 1)
            to = self.object_of(cue, begin, end, "datv") or self._addressed(begin, end)
            writer = self.subject_of(cue)
            if to and writer and form.tense == "past":
                status = self._status(at, begin, planned=False)
                return self._event(at, ContactKind.LETTER, status, writer[0], to[:1], None)
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
        if form.pos == "GRND" and manner != "с":
            return None
        if kind is ContactKind.MEETING and self._by_telephone(self.clause_start(at), self.clause_after(at + 1)):
            kind = ContactKind.CALL
        if form.pos == "INFN":
            if (kept := self._kept_from(at)) is not None and manner == "с":
                met = self.behind_with(self.clause_start(at), self.clause_after(at + 1))
                return self._event(at, kind, ContactStatus.DENIED, kept, met, None) if met else None
            managed = self._managed(at)
            if managed is not None and manner == "с":
                met = self.behind_with(self.clause_start(at), self.clause_after(at + 1))
                if kind is ContactKind.CALL and not self._by_telephone(
                    self.clause_start(at), self.clause_after(at + 1)
                ):
                    kind = ContactKind.MEETING if form.lemma in ("говорить", "поговорить", "разговаривать") else kind
                return self._event(at, kind, ContactStatus.HELD, managed, met, None) if met else None
            if not self._is_planned(at):
                return None
            planned = True
        cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
        first, after = self.clause_start(at), self.clause_after(at + 1)
        others: list[Actor] = []
        if manner == "с":
            others = self.behind_with(first, after)
            if kind is ContactKind.CALL and form.lemma in w.BY_TELEPHONE and not self._by_telephone(first, after):
                kind = self._talked(form, others)
        elif manner == "accs":
            others = self.object_of(cue, at - 3 if at - 3 > first else first, after, "accs")
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
        subject = self.subject_of(cue) if form.pos != "INFN" else self._planner(at)
        if not others and subject and manner in ("datv", "accs") and form.tense == "past":
            others = self._told_to(at, subject[0])
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

    def _told_to(self, at: int, subject: Actor) -> list[Actor]:
        """Whom a verb without an object means in somebody's words: "по словам жены, муж звонил позавчера" rang her."""
        place = self.words[at].start
        around = [v for v in self.voices if v.speaker is not None and any(a <= place < b for a, b in v.contents)]
        teller = around[-1].speaker if around else self.speaking
        named = teller is not None and teller.kind in PEOPLE and teller.name != subject.name
        return [replace(teller, place=(place, self.words[at].stop))] if named and teller is not None else []

    def _talked(self, form: Form, others: Sequence[Actor]) -> ContactKind | None:
        """Whether "говорил с" tells of a meeting: with somebody who is no medium, and once rather than often."""
        if form.lemma in ("связаться", "связываться"):
            return ContactKind.CALL
        once = form.tense == "past" and bool(others) and others[0].kind is not ActorKind.MEDIUM
        return ContactKind.MEETING if once else None

    def _addressed(self, first: int, after: int) -> list[Actor]:
        """To whom, behind "к": "обратились к прокурору с письмом"."""
        for phrase in self.phrases:
            if first <= phrase.first < after and phrase.prep in ("к", "ко") and phrase.kind in SPEAKERS:
                actor = self.party(phrase)
                return [actor] if actor is not None else []
        return []

    def _stayed_with(self, at: int) -> Actor | None:
        """With whom somebody was on a day that is told: "консул был у них в понедельник"."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        if not any(first <= n < after for n in self.dated):
            return None
        for phrase in self.phrases:
            if at < phrase.first < after and phrase.prep == "у" and "gent" in phrase.cases and phrase.kind in PEOPLE:
                return self.party(phrase)
        return None

    def _managed(self, at: int) -> Actor | None:
        """Who could do what an infinitive tells: "консулу удалось поговорить с ними", "посол сумел встретиться"."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        for n in range(first, at):
            form = self.words[n].verb() if self.words[n].kind == "w" else None
            if form is None or form.lemma not in _MANAGED or self.is_negated(n) or form.tense != "past":
                continue
            cue = Cue(n, n + 1, form.lemma, form, Manner.SAID)
            found = self.object_of(cue, first, after, "datv") if form.lemma == "удаться" else self.subject_of(cue)
            return found[0] if found else None
        return None

    def _kept_from(self, at: int) -> Actor | None:
        """Who could not do what an infinitive tells: "встретиться с ними послу не дали", "посол не смог встретиться"."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        for n in range(first, after):
            form = self.words[n].verb() if self.words[n].kind == "w" else None
            if form is None or form.lemma not in _LETTING or not self.is_negated(n):
                continue
            subject = self.subject_of(Cue(n, n + 1, form.lemma, form, Manner.SAID))
            to_him = self.object_of(Cue(n, n + 1, form.lemma, form, Manner.SAID), first, after, "datv")
            found = [*subject, *to_him] if form.lemma in _BEING_ABLE else to_him
            return found[0] if found else None
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

    def _pronoun(self, at: int, after: int) -> list[Actor]:
        """As in "консул звонил ей": whom a pronoun in the dative behind the verb means."""
        for n in (at + 1, at - 1, at + 2):
            agree = {"ей": "femn", "ему": "masc"}.get(self.low(n))
            known = self.cast.pronoun(agree, "sing", self.view.start) if agree is not None and n < after else None
            if known is not None:
                return [self.cast.as_actor(known, (self.words[n].start, self.words[n].stop))]
        return []

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

    def _to_whom(self, first: int, after: int) -> list[Actor]:
        """As in "дозвонился до коменданта", "дозвонился в редакцию"."""
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.first in self.relative:
                continue
            if phrase.kind is ActorKind.MEDIUM or phrase.head == "редакция":
                continue  # who rings a newsroom gives it words
            until = phrase.prep == "до" and "gent" in phrase.cases and phrase.kind in SPEAKERS
            into = phrase.prep in ("в", "во", "на") and "accs" in phrase.cases
            if until or (into and phrase.kind is ActorKind.BODY):
                actor = self.party(phrase)
                if actor is not None:
                    return [actor]
        return []

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
            EventKind.CONTACT, self.span(at), by=by, others=tuple(others), where=where, contact_kind=kind,
            status=status,
            rule=f'"{self.words[at].text}"',
        )  # fmt: skip

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

    def _planner(self, at: int) -> list[Actor]:
        for place in range(at - 1, max(self.first - 1, at - 9), -1):
            word = self.words[place]
            form = next((f for f in word.forms if f.lemma in w.PLANNING), None) if word.kind == "w" else None
            if form is not None:
                return self.subject_of(Cue(place, place + 1, form.lemma, form, Manner.SAID))
        return []

    def _by_telephone(self, first: int, after: int) -> bool:
        ways = (
            "телефон",
            "видеосвяз",
            "скайп",
            "раци",
            "видеозвон",
            "мессенджер",
            "ватсап",
            "зум",
            "радиосвяз",
            "спутник",
        )
        return any(x.low.startswith(ways) for x in self.words[first:after])

    def _host(self, at: int, after: int, verb: str) -> Actor | None:
        """Whom somebody went to: "приехала к директору", "ездил к старейшине", "побывал у старейшины"."""
        for phrase in self.phrases:
            to = phrase.prep in ("к", "ко") and "datv" in phrase.cases
            at_his = phrase.prep == "у" and "gent" in phrase.cases and verb in w.AS_GUEST
            opens = phrase.first == self.first + 1 and verb in w.TO_SOMEBODY
            if (opens or at < phrase.first < after) and (to or at_his):
                person = phrase.kind in (*PEOPLE, ActorKind.BODY) or phrase.person is not None
                actor = self.party(phrase) if person else None
                if actor is not None:
                    return actor
        return None

    def _is_prison(self, first: int, after: int) -> bool:
        """Whether the clause names a place where people are held, or a body that is visited."""
        return any(
            first <= p.first < after and (p.head in w.PRISONS or p.kind is ActorKind.BODY)
            and p.prep in ("в", "во", "на") and "accs" in p.cases
            for p in self.phrases
        )  # fmt: skip

    def _letter(self, first: int, after: int) -> Phrase | None:
        return next(
            (
                p for p in self.phrases
                if first <= p.first < after and p.head in w.LETTERS
                and ("accs" in p.cases or (p.prep in ("с", "со") and "ablt" in p.cases))
            ),
            None,
        )  # fmt: skip

    def _tells_words(self, at: int) -> bool:
        """Whether what somebody wrote is told with it, so that it is a statement of his."""
        quoted = any(x.kind == "m" or x.text == ":" for x in self.words[self.first : self.after])
        return quoted or self.that(at + 1, self.end) is not None or self.speaking is not None

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

    def _letter_got(self, at: int, form: Form) -> RawEvent | None:
        """As in "родные получили от моряков письмо", "родным пришло письмо от моряков"."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        letter = next(
            (p for p in self.phrases if first <= p.first < after and p.head in w.LETTERS and not p.prep), None
        )
        writer = next(
            (p for p in self.phrases if first <= p.first < after and p.prep == "от" and p.kind in SPEAKERS), None
        )
        by = self.party(writer) if writer is not None else None
        if letter is None or form.tense == "futr" or letter.head in ("ответ", "запрос", "обращение", "нота"):
            return None
        cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
        if form.lemma in w.ARRIVING:
            to = self.object_of(cue, first, after, "datv") or self._to_whom(first, after)
        else:
            to = self.subject_of(cue)
        if by is None:
            mail = letter.head in w.PRIVATE_LETTERS and form.lemma not in ("взять", "принять", "принимать")
            kin = to[:1] if mail and to and to[0].kind in PEOPLE else []
            return (
                self._event(at, ContactKind.LETTER, self._status(at, first, planned=False), kin[0], [], None)
                if kin
                else None
            )
        to = [a for a in to if a.name != by.name] or self._told_to(at, by)
        status = self._status(at, first, planned=False)
        return self._event(at, ContactKind.LETTER, status, by, to[:1], None) if to else None

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
                    and self._is_object_here(phrase)
                )
            )
            if not fits or phrase.kind not in (ActorKind.OTHER, ActorKind.BODY, ActorKind.ROLE):
                continue
            if phrase.kind is ActorKind.OTHER and not self.words[phrase.head_at].cap:
                continue
            actor = self.cast.actor(phrase)
            if phrase.first in self.relative:
                continue
            if actor is not None:
                inner = next(
                    (p for p in self.phrases if p.first > phrase.first and p.prep == "к" and p.first < after), None
                )
                host = self.party(inner)
                where = self.place_name(phrase) if phrase.kind is ActorKind.OTHER else actor.name
                return ([host] if host is not None else [actor]), where
        return [], None

    def _is_object_here(self, phrase: Phrase) -> bool:
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
        planned = denied = agreed = False
        by: list[Actor] = []
        if verb is not None:
            at_verb, form = verb
            if form.lemma in w.AGREEING and phrase is not None and phrase.prep in ("о", "об"):
                by, agreed = self.subject_of(Cue(at_verb, at_verb + 1, form.lemma, form, Manner.SAID)), True
            elif form.lemma in ("дать", "предоставить", "разрешить", "отказать"):
                cue = Cue(at_verb, at_verb + 1, form.lemma, form, Manner.SAID)
                by = self.object_of(cue, first, after, "datv")
                denied = form.lemma == "отказать"
                if not by:
                    return None
            elif form.lemma in w.HOLDING:
                cue = Cue(at_verb, at_verb + 1, form.lemma, form, Manner.SAID)
                by = self.subject_of(cue)
            elif form.lemma not in w.HAPPENING and not self._is_after(begin):
                return self._confirmed(at, kind) if form.lemma in w.CONFIRMING else None
            planned = agreed or form.tense == "futr" or form.lemma in w.PLANNED_SHORT
            denied = denied or self.is_negated(at_verb) or form.lemma in w.CANCELLED
        elif not self._is_after(begin):
            return self._confirmed(at, kind) if self._denied_around(at) or self._is_whole_content(at) else None
        lows = [x.low for x in self.words[max(self.first, begin - 3) : begin + 2]]
        planned = planned or (phrase is not None and phrase.prep == "на" and "loct" not in phrase.cases)
        planned = planned or any(x.startswith(("предстоящ", "запланирован", "намечен", "будущ")) for x in lows)
        genitive, others = self._parties_behind(at, after)
        if not by:
            by = genitive[:1]
            others = [*genitive[1:], *others]
        where = self.where(first, after, [*by, *others])
        if kind is ContactKind.VISIT and not others:
            others, visited = self._visited(at + 1, after)
            where = visited or where
        if not by and others and self._is_after(begin):
            cue_at = verb[0] if verb is not None else None
            if cue_at is not None and verb is not None:
                by = self.subject_of(Cue(cue_at, cue_at + 1, verb[1].lemma, verb[1], Manner.SAID))
        if not by and len(others) == 1 and self._is_after(begin):
            told = next((v for v in self.voices if v.speaker is not None and v.cue[0] > self.words[at].start), None)
            whole = told is not None and not any(a <= self.words[at].start < b for a, b in told.contents)
            by = [told.speaker] if told is not None and told.speaker is not None and whole else []
        if not by and len(others) > 1:
            by, others = others[:1], others[1:]
        happening = verb is not None and (verb[1].lemma in w.HAPPENING or verb[1].lemma in w.CANCELLED)
        if not by and not others and happening:
            known = self.cast.last_parties(self.words[at].start)
            parties = [self.cast.as_actor(k, (self.words[at].start, self.words[at].stop)) for k in known]
            by, others = parties[:1], parties[1:]
        elif by and not others and happening:
            known = [k for k in self.cast.last_parties(self.words[at].start) if k.name != by[0].name]
            others = [self.cast.as_actor(k, (self.words[at].start, self.words[at].stop)) for k in known[-1:]]
        if not by and len(others) == 1 and verb is not None and (denied or happening or verb[1].lemma in w.HOLDING):
            by = self._told_to(at, others[0])
        if not by and not others and happening and self._is_dated(first, after):
            status = ContactStatus.DENIED if denied else ContactStatus.PLANNED if planned else ContactStatus.HELD
            return self._event(at, kind, status, None, [], where)  # whoever met before
        if len(by) > 1:
            by, others = by[:1], [*by[1:], *others]
        names = {a.name for a in by}
        others = [a for a in others if a.name not in names]
        if not by or (not others and kind is not ContactKind.VISIT) or (not others and where is None):
            return None
        status = (
            ContactStatus.DENIED
            if denied or self._denied_around(at) or self._no_such(first, at)
            else ContactStatus.PLANNED
            if planned
            else ContactStatus.HELD
        )
        return self._event(at, kind, status, by[0], others, where)

    def _is_dated(self, first: int, after: int) -> bool:
        return any(first <= n < after for n in self.dated)

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
            if word.kind != "w" or n in self.in_phrase or word.proper or n in self.relative:
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
