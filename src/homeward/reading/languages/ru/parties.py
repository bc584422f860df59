"""Who takes part in what a Russian clause tells of: the subject, the object, whoever stands behind "с"; and where.

In: a sentence with the document's `Cast`; for words in quotation marks, who speaks. Out: actors, fully named.
Leaves to others: what happens (`contacts`, `handovers`, `silences`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.reading.languages.ru.cast import Cast
from homeward.reading.languages.ru.morphology import forms_of, is_known, nominative_name
from homeward.reading.languages.ru.phrases import Phrase, phrase_name
from homeward.reading.languages.ru.sentence import PEOPLE, SPEAKERS, Cue, Sentence
from homeward.records import Attribution, Manner


class Parties(Sentence):
    """A sentence in which parties are looked up; `speaking` is whom "я" means."""

    def __init__(self, view: View, cast: Cast, voices: Sequence[Voice], *, speaker: Actor | None = None) -> None:
        super().__init__(view, cast)
        self.voices = voices
        self.speaking = speaker

    def party(self, phrase: Phrase | None, case: str = "") -> Actor | None:
        """Whom a phrase means as a party; `case`: the one in which it must stand here, where its form leaves a choice."""
        if phrase is None:
            return None
        word = self.words[phrase.head_at]
        if phrase.kind is ActorKind.PRONOUN and word.low in ("я", "мы", "меня", "мне", "мной", "нас", "нам", "нами"):
            speaking = self.speaking or self._who_says_i(phrase.start)
            if speaking is not None:
                return replace(speaking, place=(phrase.start, phrase.stop))
            actor = self.cast.actor(phrase)
            return replace(actor, head="we") if actor else None
        if phrase.kind is ActorKind.OTHER and phrase.person is None and not self.words[phrase.head_at].cap:
            return self._men_of(phrase)
        actor = self.cast.actor(phrase)
        if actor is not None and case and "nomn" in phrase.cases:
            actor = self._in_case(actor, phrase, case)
        return actor if actor is None or actor.kind is not ActorKind.PRONOUN else None

    def _who_says_i(self, place: int) -> Actor | None:
        """Who says "I" in words without marks: "мне звонил майор, говорит адвокат"."""
        around = [v for v in self.voices if v.speaker is not None and any(a <= place < b for a, b in v.contents)]
        speaker = around[-1].speaker if around and not around[-1].direct else None
        one = speaker is not None and speaker.kind in (ActorKind.PERSON, ActorKind.ROLE)
        return speaker if one else None

    def _men_of(self, phrase: Phrase) -> Actor | None:
        """As in "сидел с людьми Синдиката": somebody's men."""
        inner = self.cast.inner(phrase.head_at + 1) if phrase.head == "человек" and phrase.number == "plur" else None
        if inner is None or inner.kind not in (ActorKind.BODY, ActorKind.PERSON) or phrase.after < inner.after:
            return None
        name = phrase_name(self.words, phrase, self.view.text)
        return Actor((phrase.start, phrase.stop), name, ActorKind.ROLE, Attribution.UNNAMED, phrase.head)

    def _in_case(self, actor: Actor, phrase: Phrase, case: str) -> Actor:
        """Somebody whose name was read as a nominative: "позвонил матери Аси" is the mother's, not mothers'."""
        if actor.name.lower() != phrase_name(self.words, phrase, self.view.text).lower():
            return actor
        numbers = {f.number for f in self.words[phrase.head_at].forms if f.case == case and f.pos == "NOUN"}
        if not numbers:
            return actor
        there = replace(phrase, cases=frozenset([case]), number=numbers.pop() if len(numbers) == 1 else phrase.number)
        name = phrase_name(self.words, there, self.view.text)
        return replace(actor, name=name[:1].lower() + name[1:] if actor.name[:1].islower() else name)

    def joined(self, phrase: Phrase | None) -> list[Phrase]:
        """The phrase with those joined to it by "и" or a comma, of the same case."""
        if phrase is None:
            return []
        row = [phrase]
        while True:
            last = row[-1]
            after = last.after
            if after >= self.after or self.words[after].low not in ("и", ",") or len(row) > 4:
                break
            nor = 1 if self.words[after].low == "," and self.low(after + 1) in ("ни", "и") else 0
            following = self.at_word.get(after + 1 + nor)
            if following is None or not (following.cases & phrase.cases) or following.kind not in SPEAKERS:
                break
            if following.kind is ActorKind.OTHER and following.person is None:
                break
            row.append(following)
        first = row[0]
        if first.first > self.first and self.words[first.first - 1].low == "и":
            before = next((p for p in self.phrases if p.after == first.first - 1), None)
            if before is not None and before.cases & phrase.cases and before.kind in (*PEOPLE, ActorKind.BODY):
                row.insert(0, before)
        return row

    def subject_of(self, cue: Cue) -> list[Actor]:
        start = self.clause_start(cue.at)
        after = self.clause_after(cue.after)
        if (
            cue.form is not None
            and (cue.form.person == "1per" or cue.form.pos == "INFN")
            and self.speaking is not None
        ):
            explicit = self.subject(cue, start, after, inverted=False) if cue.form.pos != "INFN" else None
            if explicit is None:
                return [self.speaking]
        phrase = self._any_subject(cue, start, after)
        return [a for p in self.joined(phrase) if (a := self.party(p)) is not None]

    def _any_subject(self, cue: Cue, start: int, after: int) -> Phrase | None:
        """The subject, also where it is "I", or one of several that together agree with a plural verb."""
        if self.speaking is not None:
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
        return next((p for p in fit if len(self.joined(p)) > 1), None)

    def own_clause(self, at: int) -> tuple[int, int]:
        """From the comma before a gerund, or the beginning of its clause, to the comma behind it."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        start = next(
            (n + 1 for n in range(at - 1, first - 1, -1) if self.words[n].text == "," and n not in self.in_phrase),
            first,
        )
        commas = (n for n in range(at + 1, after) if self.words[n].text == "," and n not in self.in_phrase)
        return start, next(commas, after)

    def main_subject(self, at: int) -> list[Actor]:
        """Who does what the finite verb beside a gerund tells."""
        first, after = self.clause_start(at), self.clause_after(at + 1)
        start, stop = self.own_clause(at)
        for n in [*range(stop, after), *range(start - 1, first - 1, -1)]:
            form = self.words[n].verb() if self.words[n].kind == "w" and n not in self.in_phrase else None
            if form is not None and n not in self.relative:
                return self.subject_of(Cue(n, n + 1, form.lemma, form, Manner.SAID))
        return []

    def behind_with(self, first: int, after: int) -> list[Actor]:
        """The parties behind "с": "встретился с послом и советником"."""
        found: list[Actor] = []
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.prep not in ("с", "со", "между"):
                continue
            if "ablt" not in phrase.cases or phrase.kind not in SPEAKERS:
                continue
            if self.low(phrase.first - 2) == "главе" or phrase.first in self.relative:
                continue  # "с делегацией во главе с": one party
            for one in self.joined(phrase):
                actor = self.party(one, "ablt")
                if actor is not None:
                    found.append(actor)
        return found

    def object_of(self, cue: Cue, first: int, after: int, case: str) -> list[Actor]:
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.prep or case not in phrase.cases:
                continue
            if phrase.kind not in SPEAKERS or ("nomn" in phrase.cases and self.agrees(phrase, cue)):
                continue
            if phrase.kind is ActorKind.OTHER and phrase.person is None and not self.words[phrase.head_at].cap:
                continue
            row = [a for p in self.joined(phrase) if (a := self.party(p, case)) is not None]
            if row:
                return row
        return self._clitic(cue, case)

    def _clitic(self, cue: Cue, case: str) -> list[Actor]:
        """As in "Его принял министр": a pronoun as the object."""
        if case != "accs":
            return []
        for n in range(max(self.first, self.clause_start(cue.at), cue.at - 5), min(self.after, cue.at + 3)):
            if self.words[n].low in ("его", "её", "ее", "их"):
                actor = self.possessive(n)
                return [actor] if actor is not None and actor.kind is not ActorKind.PRONOUN else []
            if (
                self.words[n].low in ("меня", "нас")
                and self.speaking is not None
                and not self.words[n - 1].has("PREP")
            ):
                return [replace(self.speaking, place=(self.words[n].start, self.words[n].stop))]
        return []

    def where(self, first: int, after: int, but: Sequence[Actor] = ()) -> str | None:
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
                return self.place_name(phrase)
        return None

    def place_name(self, phrase: Phrase) -> str:
        """A place in the nominative: "в Назрани" is Назрань."""
        head = self.words[phrase.head_at]
        if phrase.after != phrase.head_at + 1 or phrase.first != phrase.head_at:
            return self.view.text[phrase.start : phrase.stop]
        cases = phrase.cases - {"nomn"} if phrase.prep else phrase.cases
        name = nominative_name(head.text, cases, "", self.cast.capitals, given=False)[0]
        sure = name in self.cast.capitals or (
            is_known(head.low) and any(f.name == "Geox" for f in forms_of(head.low))
        )
        return name if sure else self.view.text[phrase.start : phrase.stop]

    def next_clause(self, at: int, after: int) -> int:
        """Where the next clause with a verb of its own begins: behind a comma or an "и" before a finite verb."""
        for place in range(at + 1, after):
            if self.words[place].text == "," and any(
                self.words[n].kind == "w" and (self.words[n].verb() or self.words[n].forms[0].pos == "PRTS")
                for n in range(place + 1, min(after, place + 8))
            ):
                return place
        return after

    def span(self, at: int) -> Place:
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
