"""Lists handed over in Russian clauses: who gave, who got, through whom, how many names.

In: a sentence as `Parties`. Out: for a verb of giving or getting, a `RawEvent` or None.
Leaves to others: the words themselves (`words`).
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.parties import Parties
from homeward.reading.languages.ru.phrases import Phrase, Word
from homeward.reading.languages.ru.sentence import PEOPLE, SPEAKERS, Cue
from homeward.records import Manner


class Handovers(Parties):
    """A sentence in which lists change hands."""

    def handover(self, at: int, word: Word) -> RawEvent | None:
        form = word.verb() or next((f for f in word.forms if f.pos in ("PRTS", "GRND") and f.score > 0.1), None)
        if form is None and word.lemmas("NOUN") & {"получение", "передача", "вручение"}:
            return self._confirmed_list(at, word) or self._given_over(at, word)
        if form is None and word.lemmas("PRTF") & w.GIVING and not self.is_negated(at):
            return self._given(at)
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
        passive = form.pos == "PRTS" or (form.lemma.endswith("ся") and gives and form.lemma not in w.WITH_LIST)
        by: list[Actor] = []
        to: list[Actor] = []
        if gets and form.lemma in w.ARRIVING:
            to = self._whither(first, after) or self.object_of(cue, first, after, "datv")
            by = self._from(first, after)
        elif gets:
            to = self.subject_of(cue) or self._who_tells(listed, only_bodies=form.pos == "PRTS")
            by = self._from(first, after)
        else:
            if not passive:
                doing = self.main_subject(at) if form.pos == "GRND" else self.subject_of(cue)
                by = [a for a in doing if form.pos == "GRND" or not self._is_listed(a, listed, at)]
                by = by or ([] if form.number == "plur" else self._who_tells(listed, only_bodies=False))
            else:
                by = self._agent(first, after)
            to = self._receivers(cue, first, after, by) or self._whither(first, after)
            if form.lemma in w.WITH_LIST:
                by, to = self._with_list(cue, by, first, after)
            if not by and to:
                by = self._last_but(to[0])
        if not by and not gets:
            by = self._who_tells(listed)
        if not by and not to:
            return None
        return RawEvent(
            EventKind.HANDOVER, self.span(at), by=by[0] if by else None, to=to[0] if to else None,
            through=self._through(first, after), count=self._count(listed, after),
            rule=f'"{self.words[at].text} ... {self.words[listed.head_at].text}"',
        )  # fmt: skip

    def _confirmed_list(self, at: int, word: Word) -> RawEvent | None:
        """As in "Фронт подтвердил получение списка моряков"."""
        phrase = self.in_phrase.get(at)
        after = max(phrase.after if phrase is not None else at + 1, at + 2)
        first = self.clause_start(at)
        listed = any(self.words[n].lemmas("NOUN") & w.LISTS for n in range(at + 1, min(after, self.end)))
        for n in range(first, self.clause_after(at + 1)) if listed else ():
            form = self.words[n].verb() if self.words[n].kind == "w" else None
            if form is None or form.lemma not in ("подтвердить", "подтверждать", "признать") or self.is_negated(n):
                continue
            who = self.subject_of(Cue(n, n + 1, form.lemma, form, Manner.SAID))[:1]
            got = bool(word.lemmas("NOUN") & {"получение"})
            if not who:
                return None
            return RawEvent(
                EventKind.HANDOVER, self.span(at), by=next(iter(self._from(at, self.clause_after(at + 1))), None)
                if got else who[0], to=who[0] if got else None,
                rule=f'"{self.words[n].text} {word.text}"',
            )  # fmt: skip
        return None

    def _given_over(self, at: int, word: Word) -> RawEvent | None:
        """As in "состоялась передача списка моряков командиру"."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        phrase = self.in_phrase.get(at)
        inside = range(at + 1, max(at + 3, phrase.after if phrase is not None else at + 1))
        listed = any(
            n < self.end and self.words[n].kind == "w" and self.words[n].lemmas("NOUN") & w.LISTS for n in inside
        )
        took_place = any(
            self.words[n].kind == "w" and self.words[n].lemmas("VERB") & {"состояться", "произойти", "пройти"}
            and not self.is_negated(n) and (form := self.words[n].verb()) is not None and form.tense == "past"
            for n in range(first, after)
        )  # fmt: skip
        if not listed or not took_place or "получение" in word.lemmas("NOUN"):
            return None
        to = [a for p in self.phrases if at < p.first < after and "datv" in p.cases and not p.prep
              and p.kind in SPEAKERS and (a := self.party(p)) is not None][:1]  # fmt: skip
        by = self._agent(first, after)
        if not to and not by:
            return None
        return RawEvent(
            EventKind.HANDOVER, self.span(at), by=by[0] if by else None, to=to[0] if to else None,
            through=self._through(first, after), rule=f'"{word.text}"',
        )  # fmt: skip

    def _with_list(self, cue: Cue, by: list[Actor], first: int, after: int) -> tuple[list[Actor], list[Actor]]:
        """As in "снабдило Фронт списком", "поделилось с Фронтом списком", "стороны обменялись списками"."""
        if cue.lemma in ("снабдить", "снабжать"):
            to = self.object_of(cue, first, after, "accs")
        else:
            to = self.behind_with(first, after)
        if not to and len(by) > 1:
            by, to = by[:1], by[1:]
        return by, to

    def _given(self, at: int) -> RawEvent | None:
        """As in "список, переданный послом Фронту", "переданный Фронту послом список"."""
        after = at + 1
        while after < self.end and self.words[after].text not in ",;:." and self.words[after].kind != "m":
            after += 1
        before = next((p for p in reversed(self.phrases) if p.after <= at and at - p.after < 3), None)
        inside = next((p for p in self.phrases if at < p.first < after and p.head in w.LISTS), None)
        listed = (
            before if before is not None and before.head in w.LISTS and self.words[at - 1].text == "," else inside
        )
        if listed is None or (listed is inside and listed.prep):
            return None
        by = self._agent(at, after)
        to = [
            a for p in self.phrases
            if at < p.first < after and "datv" in p.cases and "ablt" not in p.cases and not p.prep and p.kind in SPEAKERS
            and (a := self.party(p)) is not None
        ][:1] or self._whither(at, after)  # fmt: skip
        if not by:
            return None
        return RawEvent(
            EventKind.HANDOVER, self.span(at), by=by[0], to=to[0] if to else None, through=self._through(at, after),
            count=self._count(listed, max(after, listed.after + 4)),
            rule=f'"{self.words[at].text} ... {self.words[listed.head_at].text}"',
        )  # fmt: skip

    def _receivers(self, cue: Cue, first: int, after: int, by: list[Actor]) -> list[Actor]:
        """Who gets it: the nearest in the dative; "ему" is whoever was named before."""
        found = self.object_of(cue, first, after, "datv")
        if found and self.view.text[slice(*found[0].place)].lower() not in ("ему", "ей"):
            return found
        for n in range(first, min(after, self.end)):
            agree = {"ему": "masc", "ей": "femn", "нему": "masc", "тому": "masc", "той": "femn"}.get(self.low(n))
            if agree is None or n in self.relative or (self.low(n) in ("тому", "той") and n > self.first):
                continue
            place = (self.words[n].start, self.words[n].stop)
            giver = by[0].name if by else ""
            if (teller := self._told_by(place[0], agree, giver)) is not None:
                return [replace(teller, place=place)]
            known = self.cast.pronoun(agree, "sing", place[0], but=giver)
            if known is not None:
                return [self.cast.as_actor(known, place)]
        return []

    def _told_by(self, place: int, gender: str, giver: str) -> Actor | None:
        """Whom "ему" means in words behind which their speaker stands: "Далил вручил ему список, сказал консул"."""
        around = [v for v in self.voices if any(a <= place < b for a, b in v.contents)]
        speaker = around[-1].speaker if around else None
        if speaker is None or speaker.kind not in PEOPLE or speaker.name == giver or around[-1].cue[0] < place:
            return None
        return speaker if self.cast.gender_of(speaker.name) in ("", gender) else None

    def _last_but(self, receiver: Actor) -> list[Actor]:
        """Who gave, where nobody is named: the other one of those whom the text told of just before."""
        known = [k for k in self.cast.last_parties(self.view.start) if k.name != receiver.name]
        return [self.cast.as_actor(k, receiver.place) for k in known[-1:]]

    def _list_in(self, first: int, after: int) -> Phrase | None:
        for phrase in self.phrases:
            if not first <= phrase.first < after:
                continue
            head = self.words[phrase.head_at]
            told = self.low(phrase.after + 1).startswith("котор") and self.words[phrase.after].text == ","
            if phrase.first in self.relative or self._lists_things(phrase):
                continue
            if phrase.head in w.LISTS and (told or not phrase.prep or phrase.prep in ("с", "со")):
                return phrase
            if phrase.head in w.LISTS_WITH_NAMES and not phrase.prep and self._holds_names(phrase, after):
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

    def _lists_things(self, phrase: Phrase) -> bool:
        """As in "список продуктов", "перечень из пяти вопросов"."""
        inside = self.words[phrase.head_at + 1 : max(phrase.after, min(self.end, phrase.head_at + 4))]
        for word in inside:
            if word.kind != "w" or word.verb() is not None:
                return False
            if any(f.lemma in w.NOT_LISTED and f.case == "gent" for f in word.forms if f.pos == "NOUN"):
                return True
        return False

    def _holds_names(self, phrase: Phrase, after: int) -> bool:
        """Whether a paper says that it holds names: "альбом с именами", "фотографии и анкеты", "конверт со списком"."""
        if phrase.head in ("фотография", "снимок", "портрет"):
            return (
                self.low(phrase.after) == "и"
                and self.words[phrase.after + 1].kind == "w"
                and bool(self.words[phrase.after + 1].lemmas("NOUN") & (w.LISTS | w.NAMES))
            )
        for n in range(phrase.head_at + 1, min(after, phrase.head_at + 6)):
            if self.low(n) in ("с", "со") and any(
                self.words[m].kind == "w" and self.words[m].lemmas("NOUN") & w.NAMES
                for m in range(n + 1, min(after, n + 4))
            ):
                return True
        return False

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
                and phrase.kind in SPEAKERS
            ):
                actor = self.party(phrase)
                if actor is not None:
                    return [actor]
        return []

    def _from(self, first: int, after: int) -> list[Actor]:
        for phrase in self.phrases:
            if first <= phrase.first < after and phrase.prep == "из" and phrase.head == "рука":
                owner = self.owner(phrase)
                if owner is not None:
                    return [owner]
            if first <= phrase.first < after and phrase.prep in ("от", "из", "у") and phrase.kind in SPEAKERS:
                actor = self.party(phrase)
                if actor is not None:
                    return [actor]
        return []

    def _whither(self, first: int, after: int) -> list[Actor]:
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.first in self.dated:
                continue
            if phrase.prep in ("на", "в") and phrase.head in ("стол", "рука", "имя", "адрес", "канцелярия"):
                owner = self.owner(phrase)  # "лёг на стол командира"
                if owner is not None and owner.kind is not ActorKind.PRONOUN:
                    return [owner]
            into = phrase.prep in ("в", "во", "на") and "accs" in phrase.cases and phrase.kind is ActorKind.BODY
            towards = phrase.prep in ("к", "ко", "до", "у") and phrase.kind in SPEAKERS
            if into or towards:
                actor = self.party(phrase)
                if actor is not None:
                    return [actor]
        return []

    def _is_listed(self, actor: Actor, listed: Phrase, verb: int) -> bool:
        """Whether somebody only stands on the list: "передали анкеты Веры Зотовой, Бойцова и Тимура"."""
        behind = verb < listed.first and self.words[verb].start < actor.place[0]
        return listed.start <= actor.place[0] and (behind or actor.place[0] < listed.stop)

    def _who_tells(self, listed: Phrase, *, only_bodies: bool = True) -> list[Actor]:
        """Whoever tells of a list handed over or got by nobody who is named: "..., сообщили в посольстве"."""
        for voice in self.voices:
            told = any(a <= listed.start < b for a, b in voice.contents)
            kinds = (ActorKind.BODY,) if only_bodies else (ActorKind.BODY, *PEOPLE)
            if told and not voice.direct and voice.speaker is not None and voice.speaker.kind in kinds:
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
                actor = self.party(phrase)
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
        return self._enumerated(listed, after)

    def _enumerated(self, listed: Phrase, after: int) -> int | None:
        """How many are named one by one: "анкеты Веры Зотовой, Бойцова и Ахмедова"; both; the name of one."""
        lows = [self.low(n) for n in range(listed.first, min(after, listed.after + 8))]
        if any(low in ("обоих", "обеих") for low in lows):
            return 2
        names = 0
        at = listed.head_at + 1
        while at < after and self.words[at].kind == "w" and self.words[at].cap:
            while at < after and self.words[at].kind == "w" and self.words[at].cap:
                at += 1
            names += 1
            if (at < after and self.words[at].low in (",", "и")) or (at < after and self.words[at].text == ","):
                at += 1
        if names:
            return names
        single = any(low in ("именем", "фамилией", "фотографией") for low in lows)
        return 1 if single and listed.number == "sing" else None


def number_of(word: Word) -> int | None:
    """The number that a word or figure names."""
    if word.kind == "n":
        return int(word.text) if word.text.isdecimal() and len(word.text) < 6 else None
    if word.kind != "w":
        return None
    return next((n for f in word.forms if f.pos in ("NUMR", "NOUN", "ADJF") and (n := w.NUMBERS.get(f.lemma))), None)
