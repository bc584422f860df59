"""Where the words that somebody says begin and end in a Russian sentence, and the reporter's clauses between them.

In: a sentence and a cue. Out: places, and the `Voice` made of them.
Leaves to others: which construction it is (`voices`).
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.language import MASK, Actor, ActorKind, Place, Voice
from homeward.reading.languages.ru import promises
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.cast import cast_of
from homeward.reading.languages.ru.phrases import Phrase
from homeward.reading.languages.ru.relays import Relays
from homeward.reading.languages.ru.sentence import WINDOW, Cue
from homeward.records import Attribution, Manner

_TURNING = frozenset(["зато", "но", "а", "однако", "хотя"])
_EDGE = " \n\r\t,.;:—–-!?"


class Contents(Relays):
    """A sentence in which contents are cut out."""

    def _voice(
        self, cue: Cue, speaker: Actor | None, regions: list[Place], rule: str, *, relays: tuple[Actor, ...] = (),
        same: bool = False, nobody: bool = False,
    ) -> Voice | None:  # fmt: skip
        contents: list[Place] = []
        direct = True
        for region in regions:
            pieces, quoted = self._contents(region)
            contents += pieces
            direct = direct and quoted
        if not contents or (speaker is None and not same and not nobody):
            return None
        hull = (min(r[0] for r in regions), max(r[1] for r in regions))
        place = (self.words[cue.at].start, self.words[cue.after - 1].stop)
        if cue.manner is Manner.DENIED and self._is_own_denial(regions, place):
            cue = replace(cue, manner=Manner.SAID)  # "опроверг слухи: «Она жива»" denies not what is quoted
        heard = self._heard_by(next((p for p in self.phrases if speaker and p.start == speaker.place[0]), None))
        relays = (*(h for h in heard if h.name not in [r.name for r in relays]), *relays)
        if hull[0] <= place[0] and place[1] <= hull[1] and len(regions) == 1:
            hull = contents[0]
        return Voice(
            place, cue.manner, speaker, hull, direct, same, tuple(contents), relays, rule=rule, nobody=nobody,
            attitude=cue.attitude, to=self._promised_to(cue, speaker, contents) if self._promises(cue, contents) else None,
        )  # fmt: skip

    def _promises(self, cue: Cue, contents: list[Place]) -> bool:
        if cue.manner is Manner.PROMISED:
            return True
        text = self.view.text
        return any(
            promises.COMMITMENT.search(text, *c) or promises.PROMISE_REFUSED.search(text, *c) for c in contents
        )

    def _promised_to(self, cue: Cue, speaker: Actor | None, contents: list[Place]) -> Actor | None:
        """To whom something is promised: "поклялся отцу", else whom the promise names: "выплачивать семьям"."""
        near = [
            p
            for p in self.phrases
            if cue.manner is Manner.PROMISED
            and abs(p.first - cue.at) < 8
            and not any(a <= p.start < b for a, b in contents)
        ]
        inside: list[Phrase] = []
        for start, stop in contents[:2]:
            inside += cast_of(self.view.text, self.view.text).phrases_in(start, min(stop, start + 300))
        for phrase, spoken in [*((p, False) for p in near), *((p, True) for p in inside)]:
            if "datv" not in phrase.cases or phrase.prep:
                continue
            kin = phrase.head in w.KIN or phrase.head in ("семья", "родные", "близкий")
            if phrase.cases & {"nomn", "accs", "gent"} and not kin:
                continue
            if phrase.kind not in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.BODY, ActorKind.OTHER):
                continue
            if phrase.kind is ActorKind.OTHER and phrase.person is None:
                continue
            place = (phrase.start, phrase.stop)
            named_body = phrase.kind is ActorKind.BODY and phrase.head != "семья"
            if phrase.kind is ActorKind.PERSON or phrase.person is not None or named_body:
                actor = (
                    self.cast.means(phrase) if not spoken else cast_of(self.view.text, self.view.text).actor(phrase)
                )
            else:
                cast = cast_of(self.view.text, self.view.text) if spoken else self.cast
                actor = Actor(place, cast.nominative(phrase), phrase.kind, Attribution.UNNAMED, phrase.head)
            if actor is not None and (speaker is None or actor.name != speaker.name):
                return actor
        return None

    def _is_own_denial(self, regions: list[Place], cue: Place) -> bool:
        between = self.view.masked[cue[1] : regions[0][0]] if regions[0][0] >= cue[1] else ""
        return between.rstrip().endswith(":") or self.view.masked[regions[0][0]] == MASK

    def _contents(self, region: Place) -> tuple[list[Place], bool]:
        start, stop = region
        masked = self.view.masked
        while start < stop and masked[start] in _EDGE:
            start += 1
        while stop > start and masked[stop - 1] in _EDGE:
            stop -= 1
        inside = [q for q in self.view.quotes if start <= q.start and q.stop <= stop]
        if inside and not masked[start:stop].replace(MASK, "").strip(_EDGE):
            return [(q.inner_start, q.inner_stop) for q in inside], True
        marked = stop - start > 2 and masked[start] in '«“„"' and masked[stop - 1] in '»”“"'
        if marked and masked.find(masked[start], start + 1, stop) < 0:
            return [(start + 1, stop - 1)], True
        return ([(start, stop)], False) if stop - start > 2 else ([], False)

    def _mask_place(self, at: int) -> Place:
        return self.words[at].start, self.words[at].stop

    def _masks_around(self, at: int) -> list[Place]:
        """The quotation numbered `at` and those that stand with it, only marks between."""
        found = [self._mask_place(at)]
        place = at - 1
        while place >= self.first and (self.words[place].kind == "m" or self.words[place].text in ",.—–"):
            if self.words[place].kind == "m":
                found.insert(0, self._mask_place(place))
            place -= 1
        return found

    def _more_masks(self, at: int) -> list[Place]:
        """Quotations behind the reporter's clause that ends at `at`: ", — сказал он. — «...»"."""
        found: list[Place] = []
        place = at
        while place < self.after and (self.words[place].kind == "m" or self.words[place].text in ",.—–:"):
            if self.words[place].kind == "m":
                found.append(self._mask_place(place))
            place += 1
        return found

    def _content_stop(self, first: int, cue: Cue) -> int:
        """Where a content that begins at word `first` ends: before a reporter's clause that closes the sentence."""
        if self.words[first].kind == "m":  # a quotation behind a colon; further ones only if dashes join them
            place = first
            stop = self.words[first].stop
            while place + 1 < self.after and (
                self.words[place + 1].kind == "m" or self.words[place + 1].text in ",.—–"
            ):
                place += 1
                if self.words[place].kind == "m":
                    stop = self.words[place].stop
            if place + 1 >= self.end:
                return stop
        for place in range(first + 2, self.end - 1):
            word = self.words[place]
            if word.text == "," and place not in self.in_phrase and self._reports(place + 1):
                return word.start
            if word.text == "," and self.low(place + 1) in _TURNING and self._another_speaks(place + 2):
                return word.start
            refusing = self.low(place) in ("и", "а", "но") and self.words[place + 1].kind == "w"
            if refusing and cue.form is not None:
                form = self.words[place + 1].verb()
                if (
                    form is not None
                    and (form.lemma in w.SPEECH | w.ATTITUDES or form.lemma in ("отказаться", "отказываться"))
                    and form.number == cue.form.number
                    and form.tense == cue.form.tense
                    and form.gender == cue.form.gender
                ):
                    return self.words[place - 1].stop
        return self.stop()

    def _another_speaks(self, at: int) -> bool:
        """Whether somebody else speaks in the clause that begins at word `at`: ", зато один из солдат утверждает, что"."""
        for place in range(at, min(self.end, at + 10)):
            word = self.words[place]
            if word.text in ",;:" and place not in self.in_phrase:
                return False
            form = word.verb() if word.kind == "w" and place not in self.in_phrase else None
            if form is not None and form.lemma in w.SPEECH and form.person not in ("1per", "2per"):
                cue = Cue(place, place + 1, form.lemma, form, Manner.SAID)
                subject = next((p for p in self.phrases if at <= p.first < place and self.agrees(p, cue)), None)
                return subject is not None and self.that(place + 1, min(self.end, place + 3)) is not None
        return False

    def _reports(self, at: int) -> bool:
        """Whether a reporter's clause that closes the sentence begins at word `at`: ", сообщает агентство"."""
        if self.low(at) == "как":
            at += 1
        elif self.low(at) == "об":
            return False
        form = self.words[at].verb() if at < self.end and self.words[at].kind == "w" else None
        if form is None or not (form.lemma in w.SPEECH or form.lemma in w.CITING) or form.person in ("1per", "2per"):
            return False
        cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
        subject = next((p for p in self.phrases if p.first > at and self.agrees(p, cue)), None)
        return subject is not None and self.that(at + 1, self.end) is None

    def _reporting_clause(self, cue: Cue) -> tuple[int, int] | None:
        """The reporter's clause of which a verb is the first word, dates and adverbs aside: first and after."""
        place = cue.at - 1
        while place >= self.first:
            word = self.words[place]
            if word.text in (",", "—", "–", "("):
                break
            if word.kind == "w" and (place in self.dated or word.low in ("как", "об", "этом", "в", "о")):
                place -= 1
                continue
            if (
                word.kind == "w"
                and word.forms
                and word.forms[0].pos in ("ADVB", "PRCL", "CONJ")
                and cue.at - place < 5
            ):
                place -= 1
                continue
            return None
        if place < self.first + 1 or self.words[place].text not in (",", "—", "–", "("):
            return None
        after = cue.after
        while after < self.end:
            word = self.words[after]
            if word.kind == "m" or word.text in ":;":
                return None
            if (
                word.text in (",", "—", "–", ")", ".")
                and after not in self.in_phrase
                and not (word.text == "." and self.is_initial_stop(after))
            ):
                break
            after += 1
        return place + 1, after

    def _leading_clause(self, cue: Cue) -> int | None:
        """As in "Как сообщил посол, ...": the comma that closes a reporter's clause at the sentence's head."""
        if cue.at - self.first > 6 or self.low(self.first) != "как":
            return None
        for place in range(cue.after, min(self.end, cue.after + WINDOW)):
            if self.words[place].kind == "m" or self.words[place].text in ":;":
                return None
            if self.words[place].text in (",", "—", "–") and place not in self.in_phrase and not self._is_tail(place):
                return place
        return None

    def _around(self, first: int, after: int) -> list[Place]:
        """What stands before and behind a reporter's clause."""
        regions = [(self.view.start, self.words[first - 1].start)]
        rest = [x for x in self.words[after : self.end] if x.kind != "p"]
        if rest and (len(rest) > 1 or not rest[0].has("ADVB")) and not self._is_tail(after):
            regions.append((self.words[after].start, self.stop()))
        begin = self.words[self.first].start
        if self.low(self.first) in ("и", "а", "но") and first - self.first < 4:
            begin = self.words[self.first].start
        opens = [self.low(n) for n in range(self.first, self.first + 3)]
        if first - self.first > 4 and opens[0] == "то" and opens[2] == "что":
            begin = self.words[self.first + 3].start  # "То, что моряки живы, подтвердил"
        regions[0] = (begin, regions[0][1])
        return [r for r in regions if r[1] - r[0] > 1]

    def _is_tail(self, at: int) -> bool:
        """Whether what stands behind a comma goes on with the reporter's clause: ", ссылаясь на", ", выступая"."""
        word = self.words[at + 1] if at + 1 < self.end else None
        if word is None:
            return True
        if word.kind == "w" and word.has("GRND") and not word.has("NOUN"):
            return True
        if at + 1 in self.relative and all(n in self.relative for n in range(at + 1, self.end)):
            return True  # ", слова которого цитирует агентство"
        return word.low in (
            "как",
            "со",
            "который",
            "которая",
            "которое",
            "которые",
            "передает",
            "передаёт",
        ) or word.has("PRTF")

    def _elided(self, cue: Cue) -> Actor | None:
        """Who speaks where the sentence has no subject: the last person that agrees with the verb."""
        form = cue.form
        if form is None or form.number == "plur" or form.person in ("1per", "2per"):
            return None
        place = (self.words[cue.at].start, self.words[cue.at].stop)
        known = self.cast.pronoun(form.gender or "", "sing", place[0])
        return self.cast.as_actor(known, place) if known is not None else None
