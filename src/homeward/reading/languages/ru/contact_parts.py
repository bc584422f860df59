"""What several Russian clauses of meeting share: whom a verb faces, where, and whether it was held, planned or denied.

In: a sentence as `Parties`, the verb or noun of meeting in it. Out: actors, places, `RawEvent`s put together.
Leaves to others: which words tell of a meeting (`contacts`, `contacts_beside`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.parties import Parties
from homeward.reading.languages.ru.phrases import Phrase
from homeward.reading.languages.ru.sentence import PEOPLE, SPEAKERS, Cue
from homeward.records import ContactKind, ContactStatus, Manner


class ContactParts(Parties):
    """A sentence in which those who meet are looked up."""

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

    def _addressed(self, first: int, after: int) -> list[Actor]:
        """To whom, behind "к": "обратились к прокурору с письмом"."""
        for phrase in self.phrases:
            if first <= phrase.first < after and phrase.prep in ("к", "ко") and phrase.kind in SPEAKERS:
                actor = self.party(phrase)
                return [actor] if actor is not None else []
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

    def _pronoun(self, at: int, after: int) -> list[Actor]:
        """As in "консул звонил ей": whom a pronoun in the dative behind the verb means."""
        for n in (at + 1, at - 1, at + 2):
            agree = {"ей": "femn", "ему": "masc"}.get(self.low(n))
            known = self.cast.pronoun(agree, "sing", self.view.start) if agree is not None and n < after else None
            if known is not None:
                return [self.cast.as_actor(known, (self.words[n].start, self.words[n].stop))]
        return []

    def _told_to(self, at: int, subject: Actor) -> list[Actor]:
        """Whom a verb without an object means in somebody's words: "по словам жены, муж звонил позавчера" rang her."""
        place = self.words[at].start
        around = [v for v in self.voices if v.speaker is not None and any(a <= place < b for a, b in v.contents)]
        teller = around[-1].speaker if around else self.speaking
        named = teller is not None and teller.kind in PEOPLE and teller.name != subject.name
        return [replace(teller, place=(place, self.words[at].stop))] if named and teller is not None else []

    def _is_dated(self, first: int, after: int) -> bool:
        return any(first <= n < after for n in self.dated)

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
        return quoted or self.that(at + 1, self.end) is not None

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

    def _host(self, at: int, after: int, verb: str) -> Actor | None:
        """Whom somebody went to: "приехала к директору", "ездил к старейшине", "побывал у старейшины"."""
        for phrase in self.phrases:
            to = phrase.prep in ("к", "ко") and "datv" in phrase.cases
            at_his = phrase.prep == "у" and "gent" in phrase.cases and verb in w.AS_GUEST
            begin = self._own_start(at, self.clause_start(at)) if verb in w.TO_SOMEBODY else at + 1
            if begin <= phrase.first < after and (to or at_his) and phrase.head not in w.JOURNALISTS | w.PRESS:
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

    def _own_start(self, at: int, first: int) -> int:
        """Where the clause of a verb begins behind another verb: "спросил министра и | принял посла"."""
        for n in range(at - 1, first - 1, -1):
            word = self.words[n]
            if word.kind == "w" and n not in self.in_phrase and not word.proper and word.verb() is not None:
                joint = (m for m in range(n + 1, at) if self.low(m) in ("и", "а", "но", ","))
                return next(joint, n) + 1
        return first

    def _received_ones(self, cue: Cue, first: int, after: int) -> list[Actor]:
        """The object of a verb of receiving; where two may be its subject, the one that can be nothing else is."""
        comma = next((n + 1 for n in range(cue.at - 1, first - 1, -1) if self._parts(n)), first)
        if comma > first and (found := self._received_ones(cue, comma, after)):
            return found
        fit = [p for p in self.phrases if first <= p.first < after and self.agrees(p, cue)]
        sure = [p for p in fit if "accs" not in p.cases]
        either = next((p for p in fit if "accs" in p.cases and p not in sure), None)
        if sure and either is not None and either.kind in (ActorKind.BODY, ActorKind.ROLE):
            row = [a for p in self.joined(either) if (a := self.party(p, "accs")) is not None]
            if row:
                return row
        return self.object_of(cue, first, after, "accs")

    def _parts(self, at: int) -> bool:
        """Whether a comma stands at a word that belongs to no name and no day."""
        return self.words[at].text == "," and at not in self.in_phrase and at not in self.dated

    def _out_of(self, first: int, after: int) -> list[Actor]:
        """The body of those whom a plural verb leaves out: "ей звонили из посольства", "в пароходстве её не приняли"."""
        for phrase in self.phrases:
            if (
                not first <= phrase.first < after
                or phrase.kind is not ActorKind.BODY
                or phrase.first in self.relative
            ):
                continue
            inside = phrase.prep in ("в", "во", "на") and "loct" in phrase.cases
            if inside or (phrase.prep == "из" and "gent" in phrase.cases):
                actor = self.party(phrase)
                return [actor] if actor is not None else []
        return []

    def _teller(self, at: int, form: Form) -> list[Actor]:
        """Who says that he himself did something: "Фронт отрицает, что встречался с послом"."""
        place = self.words[at].start
        around = [v for v in self.voices if v.speaker is not None and any(a <= place < b for a, b in v.contents)]
        if not around or around[-1].direct or around[-1].speaker is None:
            return []
        begin = next(a for a, b in around[-1].contents if a <= place < b)
        first = self.cast.words_in(begin, place)[0]
        if any("nomn" in p.cases and not p.prep and first <= p.first < at for p in self.phrases):
            return []
        if any(x.kind == "w" and x.verb() is not None for x in self.words[first:at]):
            return []
        speaker = around[-1].speaker
        known = self.cast.gender_of(speaker.name)
        several = form.number == "plur" and speaker.kind is not ActorKind.ROLE
        if several or (form.gender and known and form.gender != known) or speaker.kind is ActorKind.PRONOUN:
            return []
        return [replace(speaker, place=(place, self.words[at].stop))]

    def _sides_of(self, cue: Cue, subject: list[Actor]) -> tuple[list[Actor], list[Actor]]:
        """Those who met each other: "делегации Севера и Юга встретились" are two sides, "представители комиссий" one."""
        phrase = self._any_subject(cue, self.clause_start(cue.at), self.clause_after(cue.after))
        if phrase is None or phrase.number != "plur" or phrase.kind is ActorKind.PRONOUN:
            return subject, []
        inner = self.cast.inner(phrase.head_at + 1) if phrase.after > phrase.head_at + 1 else None
        beside = self.at_word.get(phrase.after + 1) if self.low(phrase.after) == "и" else None
        if inner is not None and beside is not None and "gent" in inner.cases and "gent" in beside.cases:
            sides = [self.party(inner), self.party(beside)]
            if sides[0] is not None and sides[1] is not None:
                return [sides[0]], [sides[1]]
        return subject, []

    def _rings_at_something(self, first: int, after: int) -> bool:
        """As in "звонил в колокол", "звонил в дверь", and "дозвонился в редакцию", which gives words."""
        return any(
            first <= p.first < after and p.first not in self.dated and (
                p.kind is ActorKind.MEDIUM or (p.prep in ("в", "во") and p.kind is ActorKind.OTHER
                                               and not self.words[p.head_at].cap)
            )
            for p in self.phrases
        )  # fmt: skip

    def _is_mutual(self, cue: Cue, form: Form, manner: str) -> bool:
        """Whether several met each other: "представители комиссий увиделись", "президенты созвонились"."""
        if manner != "с" or form.number != "plur" or form.tense != "past":
            return False
        phrase = self._any_subject(cue, self.clause_start(cue.at), self.clause_after(cue.after))
        several = phrase is not None and phrase.number == "plur" and phrase.kind is ActorKind.ROLE
        by_telephone = self._by_telephone(self.clause_start(cue.at), self.clause_after(cue.after))
        return several and (form.lemma.endswith("ся") or by_telephone)

    def _is_open(self, at: int) -> bool:
        """Whether a clause only supposes or wishes something: "если министр примет их", "чтобы посол встретился", "бы"."""
        first = self.clause_start(at)
        lows = [self.low(n) for n in range(first, min(at + 3, self.end))]
        opens = self.low(first) in w.SUPPOSING or (self.low(first) == "," and self.low(first + 1) in w.SUPPOSING)
        return opens or "бы" in lows[max(0, at - first - 2) :]

    def _is_press(self, actor: Actor) -> bool:
        """Whether somebody meets others for his paper; "we", "me" are whoever puts the text out, and no others."""
        return actor.head != "we" and (actor.kind is ActorKind.MEDIUM or actor.head in w.JOURNALISTS | w.PRESS)

    def _sits_together(self, at: int) -> bool:
        """Whether people sit at one table or in one room: "сидел с командиром за столом", "сидел с ними в чайной"."""
        around = [self.low(n) for n in range(self.clause_start(at), self.clause_after(at + 1))]
        rooms = any(self.words[n].kind == "w" and self.words[n].lemmas("NOUN") & w.ROOMS
                    for n in range(self.clause_start(at), self.clause_after(at + 1)))  # fmt: skip
        return "стол" in around or "столом" in around or rooms
