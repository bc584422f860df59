"""Who says what in a Russian sentence: verbs of speech with their subjects, sources, documents, relays.

In: a sentence, and the document's `Cast`. Out: `Voice` values, speakers under their full names.
Leaves to others: the chain over sentences (`chain`), contacts and lists (`events`), what the words mean.

Each construction is one method of `_Voices`; a finite verb is tried with them in turn, and the first that fits wins.
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.language import MASK, Actor, ActorKind, Place, View, Voice
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.cast import Cast
from homeward.reading.languages.ru.phrases import Phrase, Word
from homeward.reading.languages.ru.sentence import DASHES, PEOPLE, SPEAKERS, WINDOW, Cue, Sentence
from homeward.records import Attribution, Manner

_EDGE = " \n\r\t,.;:—–-!?"
_MOST_CUES = 14  # more verbs of speech than any sentence has
_MOST_ACCORDING = 4


def find_voices(view: View, cast: Cast) -> list[Voice]:
    """The voices of one sentence, in order."""
    return _Voices(view, cast).voices()


class _Voices(Sentence):
    # --- the whole sentence ---------------------------------------------------------------------------------------

    def voices(self) -> list[Voice]:
        found: list[Voice] = []
        cues = self._cues()
        taken: set[int] = set()
        for number, cue in enumerate(cues):
            if cue.at in taken:
                continue
            ahead = cues[number + 1].at if number + 1 < len(cues) else self.after
            voice = (
                self._of_document(cue)
                or self._words_of(cue)
                or self._after_quotation(cue)
                or self._about_this(cue)
                or self._about_topic(cue)
                or self._before_content(cue, ahead, found)
                or self._behind_content(cue)
                or self._with_object(cue, found)
            )
            if voice is not None:
                found.append(voice)
        found += self._according()
        if not found:
            found += self._colon()
        if not any(v.direct for v in found):
            found += self._quotation_to_come(found)
        found = self._citing(found)
        return self._relays_only(sorted(found, key=lambda v: v.cue))

    # --- cues -----------------------------------------------------------------------------------------------------

    def _cues(self) -> list[Cue]:
        found: list[Cue] = []
        for at in range(self.first, self.end):
            word = self.words[at]
            if word.kind != "w" or word.proper or at in self.dated:
                continue
            cue = self._cue(at, word)
            if cue is not None and not self.is_negated(at):
                found.append(cue)
            if len(found) >= _MOST_CUES:
                break
        return found

    def _cue(self, at: int, word: Word) -> Cue | None:
        form = word.verb()
        if form is not None and at not in self.in_phrase:
            lemma = form.lemma
            if lemma in w.SPEECH or lemma in w.CITING or lemma in w.WORDS_OF:
                return Cue(at, at + 1, lemma, form, w.MANNERS.get(lemma, Manner.SAID))
            if lemma in w.IMPERSONAL:
                return Cue(at, at + 1, lemma, form, w.MANNERS.get(lemma.removesuffix("ся"), Manner.SAID))
            if lemma in w.ATTITUDES:
                return Cue(at, at + 1, lemma, form, Manner.SAID, attitude=True)
            if lemma in ("выразить", "выражать") and self._next_lemma(at + 1) & w.FEELINGS:
                return Cue(at, at + 2, lemma, form, Manner.SAID, attitude=True)
            if lemma in ("дать", "давать") and at + 1 < self.end and self.words[at + 1].low == "понять":
                return Cue(at, at + 2, "сказать", form, Manner.SAID)
            if self._is_behind_quotation(at) or self._opens_quotation(at) or self._writes(at, lemma):
                return Cue(at, at + 1, lemma, form, Manner.SAID, speech=False)
            return None
        short = next((f for f in word.forms if f.pos == "PRTS" and f.score >= 0.1), None)
        if short is not None and at not in self.in_phrase:
            if short.lemma in w.IMPERSONAL_SHORT:
                return Cue(at, at + 1, short.lemma, short, w.MANNERS.get(short.lemma, Manner.SAID))
            if short.lemma in w.ATTITUDE_WORDS:
                return Cue(at, at + 1, short.lemma, short, Manner.SAID, attitude=True)
            if self._opens_quotation(at):
                return Cue(at, at + 1, short.lemma, short, Manner.SAID, speech=False)
        adjective = next((f for f in word.forms if f.pos == "ADJS" and f.lemma in w.ATTITUDE_WORDS), None)
        if adjective is not None and at not in self.in_phrase:
            return Cue(at, at + 1, adjective.lemma, adjective, Manner.SAID, attitude=True)
        return None

    def _next_lemma(self, at: int) -> frozenset[str]:
        return self.words[at].lemmas("NOUN") if at < self.end and self.words[at].kind == "w" else frozenset()

    def _is_behind_quotation(self, at: int) -> bool:
        """Whether a verb stands in the reporter's clause behind a quotation: "«...», — бросила она"."""
        return self._quotation_before(at) is not None

    def _quotation_before(self, at: int) -> int | None:
        """The number of the quotation to whose clause a verb belongs; the verb is the first of that clause."""
        place = at - 1
        dash = False
        while place >= self.first and at - place < 14:
            word = self.words[place]
            if word.kind == "m":
                marks = {x.text for x in self.words[place + 1 : at] if x.kind == "p"}
                return place if dash or marks == {","} or place + 1 == at else None
            if word.text in DASHES:
                dash = True
            elif (word.text in ".;:!?" and not dash and not (word.text in "!?." and self._dash_behind(place))) or (
                word.kind == "w" and (word.verb() is not None or word.low == "что") and place not in self.in_phrase
            ):
                return None
            place -= 1
        return None

    def _dash_behind(self, place: int) -> bool:
        return place + 1 < self.after and self.words[place + 1].text in DASHES

    def _writes(self, at: int, lemma: str) -> bool:
        """As in "прислал записку из двух строк: ...": what is sent is words."""
        if lemma not in w.MEETING_WAYS or w.MEETING_WAYS[lemma] != "letter":
            return False
        for place in range(at + 1, min(self.end, at + 12)):
            word = self.words[place]
            if word.text == ":":
                return any(
                    x.lemmas("NOUN") & (w.DOCUMENTS | w.LETTERS) for x in self.words[at:place] if x.kind == "w"
                )
            if word.kind == "m" or word.text in ".;":
                return False
        return False

    def _opens_quotation(self, at: int) -> bool:
        """Whether a colon and a quotation follow a verb in its clause."""
        for place in range(at + 1, min(self.end, at + 16)):
            word = self.words[place]
            if word.text == ":":
                return place + 1 < self.after and self.words[place + 1].kind == "m"
            if word.kind == "m" or word.text in ".;—" or (word.kind == "w" and word.low == "что"):
                return False
        return False

    # --- relays ---------------------------------------------------------------------------------------------------

    def _told(self, first: int, after: int, speaker: Actor | None) -> tuple[Actor, ...]:
        """A medium told: "сказал агентству «Сарран»", "в интервью газете", "в эфире радио"."""
        for outer in self.phrases:
            if not first <= outer.first < after:
                continue
            phrase = self._medium_of(outer)
            if phrase is None:
                continue
            given = "datv" in phrase.cases and "nomn" not in phrase.cases and not phrase.prep
            back = phrase.first - 1
            around = self.words[back].lemmas("NOUN") if back >= self.first else frozenset()
            speaking = bool(around & w.SPEAKING_TO) or (phrase.prep == "с" and self._speaks_with(phrase))
            given = given or speaking or phrase.prep == "через"
            if "datv" in phrase.cases and not phrase.prep and phrase.quoted and phrase.head and back >= self.first:
                given = given or self._noun_case(phrase) == "datv"
            if not given:
                continue
            actor = self.cast.actor(phrase) if phrase.first == outer.first and phrase.kind is outer.kind else None
            actor = actor or self.cast.means(phrase)
            own = any(x.low.startswith("наш") for x in self.words[phrase.first : phrase.head_at])
            if actor is None or own or (speaker is not None and actor.name == speaker.name):
                continue
            if actor.attribution is Attribution.NAMED:
                return (actor,)
        return ()

    def _medium_of(self, phrase: Phrase) -> Phrase | None:
        """A medium, or the one for which a journalist who is told works: "корреспонденту газеты «Полдень»"."""
        if phrase.kind is ActorKind.MEDIUM:
            known = self.cast.actor(phrase)
            return phrase if phrase.head or (known is not None and known.head == "medium") else None
        if phrase.kind is ActorKind.ROLE and phrase.head in w.JOURNALISTS and phrase.after > phrase.head_at + 1:
            inner = self.cast.inner(phrase.head_at + 1)
            if inner is not None and inner.kind is ActorKind.MEDIUM and inner.head:
                return replace(inner, cases=phrase.cases, prep=phrase.prep, first=phrase.first)
        return None

    def _heard_by(self, phrase: Phrase | None) -> tuple[Actor, ...]:
        """The medium whose source somebody is: "собеседник «Саррана»", "источник газеты «Листок»"."""
        if phrase is None or phrase.kind is not ActorKind.SOURCE:
            return ()
        inner = self.cast.inner(phrase.head_at + 1) if phrase.after > phrase.head_at + 1 else None
        inner = inner or self.at_word.get(phrase.after)
        if inner is None or inner.kind is not ActorKind.MEDIUM or "gent" not in inner.cases:
            return ()
        actor = self.cast.actor(inner)
        return (actor,) if actor is not None and actor.attribution is Attribution.NAMED else ()

    def _speaks_with(self, phrase: Phrase) -> bool:
        back = [x for x in self.words[max(self.first, phrase.first - 5) : phrase.first] if x.kind == "w"]
        return any(x.lemmas("NOUN") & w.SPEAKING_TO for x in back)

    def _noun_case(self, phrase: Phrase) -> str:
        cases = self.words[phrase.head_at].cases("NOUN")
        return next(iter(cases)) if len(cases) == 1 else ""

    def _citing(self, voices: list[Voice]) -> list[Voice]:
        """As in "со ссылкой на X": X speaks, and whoever cites him relays."""
        for at in range(self.first, self.end - 1):
            word = self.words[at]
            if word.kind != "w":
                continue
            source: Phrase | None = None
            if "ссылка" in word.lemmas("NOUN") and self.low(at + 1) == "на":
                source = self.phrase_from(at + 2)
            elif word.lemmas("GRND", "VERB", "PRTF") & w.LEANING and self.low(at + 1) == "на":
                if word.lemmas("GRND", "PRTF") or voices:
                    source = self.phrase_from(at + 2)
            elif word.low in ("цитируя", "пересказывая", "процитировав"):
                source = self.phrase_from(at + 1)
            if source is None:
                continue
            actor = self.actor(source)
            if source.head in w.WORDS | w.DOCUMENTS or actor is None:
                actor = self.owner(source) or actor
            if actor is None:
                continue
            voices = self._turn(voices, at, actor)
        return self._cited_later(voices)

    def _cited_later(self, voices: list[Voice]) -> list[Voice]:
        """The next sentence tells whence a medium has it: "Агентство, в свою очередь, опирается на источник"."""
        last = next((v for v in reversed(voices) if not v.attitude), None)
        if last is None or last.speaker is None or last.speaker.kind is not ActorKind.MEDIUM:
            return voices
        first, after = self.cast.words_in(self.view.stop, self.view.stop + 260)
        for at in range(first, after - 1):
            word = self.words[at]
            if word.kind == "m" or (word.text in ".!?\n" and at > first):
                break
            form = word.verb() if word.kind == "w" else None
            if form is None or form.lemma not in w.LEANING or self.words[at + 1].low != "на":
                continue
            following = self.cast.phrases_in(self.view.stop, self.view.stop + 260)
            subject = next((p for p in following if p.after <= at and "nomn" in p.cases and not p.prep), None)
            source = next((p for p in following if p.first > at), None)
            who = self.cast.actor(subject) if subject is not None else None
            cited = self.cast.actor(source) if source is not None else None
            if who is None or cited is None or who.name != last.speaker.name:
                break
            turned = replace(last, speaker=cited, relays=(last.speaker, *last.relays), rule="cites")
            return [turned if v is last else v for v in voices]
        return voices

    def _turn(self, voices: list[Voice], at: int, source: Actor) -> list[Voice]:
        near = [v for v in voices if v.speaker is not None and not v.attitude]
        if not near:
            return voices
        place = self.words[at].start
        voice = min(near, key=lambda v: abs(v.cue[0] - place))
        if voice.speaker is None or voice.speaker.name == source.name:
            return voices
        relays = (*[r for r in voice.relays if r.name != voice.speaker.name], voice.speaker)
        if voice.relays and voice.relays[0].kind is ActorKind.MEDIUM:
            relays = (voice.speaker, *voice.relays)
        turned = replace(voice, speaker=source, relays=relays, rule="cites", same_speaker=False)
        turned = replace(turned, contents=tuple(self._without_citing(c, at) for c in turned.contents))
        return [turned if v is voice else v for v in voices]

    def _without_citing(self, content: Place, at: int) -> Place:
        """A content from whose edge "со ссылкой на ..." is cut off."""
        start = self.words[at - 1].start if self.low(at - 1) == "со" else self.words[at].start
        if content[0] < start < content[1] and self.words[at - 1].text != ",":
            return content
        return content

    # --- constructions --------------------------------------------------------------------------------------------

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
            attitude=cue.attitude,
        )  # fmt: skip

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
        if stop - start > 1 and masked[start] in '«“„"' and masked[stop - 1] in '»”“"' and stop - start > 2:
            if masked.find(masked[start], start + 1, stop) < 0:
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

    def _of_document(self, cue: Cue) -> Voice | None:
        """As in "говорится в заявлении Фронта", "было подчёркнуто, что": the words are a document's, or nobody's."""
        form = cue.form
        if cue.lemma not in w.IMPERSONAL and not (form is not None and form.pos == "PRTS" and not cue.attitude):
            return None
        before = self._quotation_before(cue.at)
        clause = self.clause_start(cue.at)
        after = self.clause_after(cue.after)
        that = self.that(cue.after, self.end)
        if before is not None:
            begin = before + 1
            regions = [*self._masks_around(before), *self._more_masks(after)]
        elif that is not None:
            begin, after = clause, that[0]
            regions = [(self.words[that[1]].start, self.stop())] if that[1] < self.after else []
        elif (cut := self._reporting_clause(cue)) is not None:
            begin, after = cut
            regions = self._around(begin, after)
        elif form is not None and form.pos == "PRTS":
            nominal = next((p for p in self.phrases if p.first >= cue.after and "nomn" in p.cases), None)
            nominal = nominal or next(
                (p for p in reversed(self.phrases) if p.after <= cue.at and "nomn" in p.cases), None
            )
            if nominal is None or (form.gender and nominal.gender and form.gender != nominal.gender):
                return None
            if nominal.first < cue.at or self._has_agent(cue):
                return None
            return self._voice(cue, None, [(nominal.start, self._nominal_stop(nominal))], "nobody", nobody=True)
        else:
            return None
        speaker, same, nobody = self._document_speaker(begin, after, cue)
        rule = "content-then-speaker" if before is not None else "speaker-then-content"
        return self._voice(cue, speaker, regions, rule, same=same, nobody=nobody)

    def _has_agent(self, cue: Cue) -> bool:
        return any("ablt" in p.cases and not p.prep and p.animate for p in self.phrases if p.first >= cue.after)

    def _nominal_stop(self, phrase: Phrase) -> int:
        del phrase
        return self.stop()

    def _document_speaker(self, first: int, after: int, cue: Cue) -> tuple[Actor | None, bool, bool]:
        """Whose the document is; whether it is the one before; whether nobody is told."""
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.prep not in ("в", "во", "на", "из"):
                continue
            if phrase.head in w.DOCUMENTS or phrase.head in w.WORDS:
                owner = self.owner(phrase)
                if owner is not None:
                    return owner, False, False
                back = self._document_before(phrase)
                return (back, False, False) if back is not None else (None, True, False)
            if phrase.kind in (ActorKind.BODY, ActorKind.MEDIUM) and "loct" in phrase.cases:
                return self.actor(phrase), False, False
        lows = {x.low for x in self.words[first:after]}
        if lows & {"дальше", "далее", "там", "нём", "нем", "ней", "котором", "которой"}:
            last = self.last_document(self.words[cue.at].start)
            return last, last is None, False
        agent = next(
            (p for p in self.phrases if first <= p.first < after and "ablt" in p.cases and not p.prep and p.animate),
            None,
        )
        if agent is not None:
            return self.actor(agent), False, False
        return None, False, True

    def _document_before(self, phrase: Phrase) -> Actor | None:
        """Whose "the statement" is, where it was told before: "направил письмо ... говорится в письме"."""
        return self.last_document(phrase.start)

    def _words_of(self, cue: Cue) -> Voice | None:
        """As in "цитирует Y агентство", "приводит слова Y", "передаёт слова Y": Y speaks, the subject relays."""
        if cue.lemma not in w.WORDS_OF or cue.form is None:
            return None
        after = self.clause_after(cue.after)
        clause = self.clause_start(cue.at)
        spoken: Actor | None = None
        heard: tuple[Actor, ...] = ()
        behind = [p for p in self.phrases if cue.after <= p.first < after]
        owned = next((p for p in behind if p.head in w.WORDS | w.DOCUMENTS and not p.prep), None)
        if owned is None and cue.lemma in ("приводить", "привести"):
            owned = next((p for p in reversed(self.phrases) if p.after <= cue.at and p.head in w.WORDS), None)
        if owned is not None:
            spoken = self.owner(owned)
            if spoken is None:
                following = next(
                    (p for p in behind if p.first >= owned.after and "gent" in p.cases and not p.prep), None
                )
                spoken = self.actor(following) if following is not None else None
        elif cue.lemma in w.CITING:
            object_ = next(
                (
                    p
                    for p in [*behind, *[p for p in self.phrases if clause <= p.first and p.after <= cue.at]]
                    if not p.prep and "accs" in p.cases and p.kind in SPEAKERS and not self._only_nominative(p, cue)
                ),
                None,
            )
            spoken = self.actor(object_) if object_ is not None else self._pronoun_beside(cue)
            heard = self._heard_by(object_)
        if spoken is None:
            return None
        ordered = sorted(self.phrases, key=lambda p: (p.kind is not ActorKind.MEDIUM, p.first < cue.at, p.first))
        subject = next(
            (
                p
                for p in ordered
                if clause <= p.first < after
                and self.agrees(p, cue)
                and not p.start <= spoken.place[0] < p.stop
                and p is not owned
            ),
            None,
        )
        relay = self.actor(subject) if subject is not None else None
        known = [spoken.name, *(h.name for h in heard)]
        relays = (*heard, relay) if relay is not None and relay.name not in known else heard
        speaking = replace(cue, manner=Manner.SAID)
        before = self._quotation_before(cue.at)
        if before is not None:
            regions = [*self._masks_around(before), *self._more_masks(after)]
            return self._voice(speaking, spoken, regions, "cites", relays=relays)
        that = self.that(cue.after, self.end)
        if that is not None and that[1] < self.after:
            return self._voice(speaking, spoken, [(self.words[that[1]].start, self.stop())], "cites", relays=relays)
        cut = self._reporting_clause(cue)
        if cut is not None:
            return self._voice(speaking, spoken, self._around(*cut), "cites", relays=relays)
        first_mask = next((n for n in range(cue.after, self.after) if self.words[n].kind == "m"), None)
        if first_mask is not None:
            return self._voice(speaking, spoken, [self._mask_place(first_mask)], "cites", relays=relays)
        return None

    def _pronoun_beside(self, cue: Cue) -> Actor | None:
        for n in (cue.after, cue.after + 1, cue.at - 1):
            if self.low(n) in ("его", "её", "ее", "их"):
                return self.possessive(n)
        return None

    def _only_nominative(self, phrase: Phrase, cue: Cue) -> bool:
        return phrase.kind is ActorKind.MEDIUM and self.agrees(phrase, cue)

    def _after_quotation(self, cue: Cue) -> Voice | None:
        """As in "«...», — сказал Расил": a quotation, then the reporter's clause."""
        before = self._quotation_before(cue.at)
        if before is None:
            return None
        cue = replace(cue, attitude=False)  # "«Это ложь», — считает он": quoted, these are his words
        after = self.clause_after(cue.after)
        speaker, same = self.speaker(cue, before + 1, after, inverted=True)
        if speaker is None and cue.form is not None:
            if not cue.speech:
                return None
            speaker = self._elided(cue)
            same = False
        if speaker is None:
            return None
        relays = self._told(before + 1, after, speaker)
        if speaker.kind is ActorKind.MEDIUM:
            relays = ()
        regions = [*self._masks_around(before), *self._more_masks(after)]
        return self._voice(cue, speaker, regions, "content-then-speaker", relays=relays, same=same)

    def _elided(self, cue: Cue) -> Actor | None:
        """Who speaks where the sentence has no subject: the last person that agrees with the verb."""
        form = cue.form
        if form is None or form.number == "plur" or form.person in ("1per", "2per"):
            return None
        place = (self.words[cue.at].start, self.words[cue.at].stop)
        known = self.cast.pronoun(form.gender or "", "sing", place[0])
        return self.cast.as_actor(known, place) if known is not None else None

    def _about_this(self, cue: Cue) -> Voice | None:
        """As in "Об этом сообщил Расил": the content is the sentence before."""
        if cue.attitude:
            return None
        head = [x for x in self.words[self.first : self.first + 3] if x.kind == "w"]
        if len(head) < 2 or head[0].low not in ("об", "о") or head[1].low not in ("этом", "том"):
            return None
        if self.view.before is None:
            return None
        if any(x.low == "что" for x in self.words[self.first : self.end]):
            return None
        after = self.clause_after(cue.after)
        speaker, _ = self.speaker(cue, self.first, after, inverted=True)
        if speaker is None:
            return None
        relays = () if speaker.kind is ActorKind.MEDIUM else self._told(self.first, after, speaker)
        return self._voice(cue, speaker, [self.view.before], "previous-sentence", relays=relays)

    def _about_topic(self, cue: Cue) -> Voice | None:
        """As in "Об освобождении двоих сообщило радио": the topic is all that is told of what was said."""
        if cue.lemma not in w.ABOUT or self.low(self.first) not in ("о", "об", "обо"):
            return None
        topic = self.at_word.get(self.first + 1)
        if (
            topic is None
            or topic.after > cue.at
            or any(self.words[n].text in ",:;" for n in range(topic.after, cue.at))
        ):
            return None
        subject = self.subject(cue, cue.after, self.clause_after(cue.after), inverted=True)
        speaker = self.actor(subject) if subject is not None and subject.first >= cue.after else None
        if speaker is None:
            return None
        last = cue.at - 1
        while last > topic.first and (last in self.dated or self.words[last].has("ADVB", "PRCL")):
            last -= 1
        relays = () if speaker.kind is ActorKind.MEDIUM else self._told(cue.after, self.end, speaker)
        region = (topic.start, self.words[last].stop)
        return self._voice(cue, speaker, [region], "content-then-speaker", relays=relays)

    def _before_content(self, cue: Cue, ahead: int, found: list[Voice]) -> Voice | None:
        """As in "Расил заявил, что ...", "Расил ответил: «...»"."""
        if self._quotation_before(cue.at) is not None:
            return None
        that = self.that(cue.after, self.end)
        if that is None or that[1] >= self.after or (that[0] > ahead and self._is_verb_between(cue, that[0])):
            return None
        if self._takes_noun(cue, that[0]) or (
            cue.lemma in w.WITH_INFINITIVE and self._infinitive_ahead(cue.after, that[0])
        ):
            return None
        start = self.clause_start(cue.at)
        speaker, same = self._shared(cue, found) if self.low(cue.at - 1) in ("и", "но") else (None, False)
        if speaker is None:
            speaker, same = self.speaker(cue, start, that[0], inverted=False)
        if speaker is None:
            speaker, same = self._shared(cue, found)
        if speaker is None and not same:
            speaker = self._elided(cue) if cue.speech else None
        if speaker is None and not same:
            return None
        if cue.attitude and speaker is None:
            return None
        relays = (
            () if speaker is not None and speaker.kind is ActorKind.MEDIUM else self._told(start, that[0], speaker)
        )
        regions = [(self.words[that[1]].start, self._content_stop(that[1], cue))]
        return self._voice(cue, speaker, regions, "speaker-then-content", relays=relays, same=same)

    def _takes_noun(self, cue: Cue, stop: int) -> bool:
        """As in "требует доказательств того, что": the noun with its clause is the content."""
        if cue.lemma not in w.WITH_OBJECT or stop < 1 or self.words[stop - 1].low not in ("того", "тому", "том"):
            return False
        phrase = next((p for p in self.phrases if cue.after <= p.first < stop and not p.prep), None)
        return phrase is not None and self._is_object(phrase, cue)

    def _is_verb_between(self, cue: Cue, stop: int) -> bool:
        """Whether another verb of speech stands nearer to the content."""
        for at in range(cue.after, stop):
            form = self.words[at].verb() if self.words[at].kind == "w" else None
            if form is not None and form.lemma in w.SPEECH | w.ATTITUDES and at not in self.in_phrase:
                return True
        return False

    def _shared(self, cue: Cue, found: list[Voice]) -> tuple[Actor | None, bool]:
        """As in "... и добавил, что": the speaker of the verb before."""
        before = self.low(cue.at - 1)
        if found and (before in ("и", "а", "но", "также", "однако") or self.words[cue.at - 1].text == ","):
            last = found[-1]
            if last.speaker is not None and (cue.attitude or not last.attitude):
                return last.speaker, False
        return None, False

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
        if len(rest) > 1 and not self._is_tail(after):
            regions.append((self.words[after].start, self.stop()))
        begin = self.words[self.first].start
        if self.low(self.first) in ("и", "а", "но") and first - self.first < 4:
            begin = self.words[self.first].start
        regions[0] = (begin, regions[0][1])
        return [r for r in regions if r[1] - r[0] > 1]

    def _is_tail(self, at: int) -> bool:
        """Whether what stands behind a comma goes on with the reporter's clause: ", ссылаясь на", ", выступая"."""
        word = self.words[at + 1] if at + 1 < self.end else None
        if word is None:
            return True
        if word.kind == "w" and word.has("GRND") and not word.has("NOUN"):
            return True
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

    def _behind_content(self, cue: Cue) -> Voice | None:
        """As in "..., сообщило министерство"; "В августе, вспоминает Нина, ..."."""
        if cue.attitude or not cue.speech:
            return None
        lead = self._leading_clause(cue)
        cut = (self.first, lead) if lead is not None else self._reporting_clause(cue)
        if cut is None or cue.lemma in w.IMPERSONAL:
            return None
        first, after = cut
        closing = first - 1
        if (
            lead is None
            and self.low(first) != "как"
            and any(p.after == closing and self.agrees(p, cue) for p in self.phrases)
        ):
            return None  # the comma closes what stands in apposition to the subject
        speaker, _ = self.speaker(cue, first, after, inverted=True)
        if speaker is None:
            return None
        relays = () if speaker.kind is ActorKind.MEDIUM else self._told(first, after, speaker)
        regions = [(self.words[lead].start, self.stop())] if lead is not None else self._around(first, after)
        return self._voice(cue, speaker, regions, "content-then-speaker", relays=relays)

    def _with_object(self, cue: Cue, found: list[Voice]) -> Voice | None:
        """As in "обещал показать", "заявила о готовности", "подтвердил намерение", "потребовала «вернуть людей»"."""
        start = self.clause_start(cue.at)
        stop = self.clause_after(cue.after)
        infinitive = cue.lemma in w.WITH_INFINITIVE or cue.attitude
        region: Place | None = None
        at = cue.after
        last = min(self.end, at + 14)
        if cue.lemma in w.WITH_OBJECT and (at >= self.end or self.words[at].text in ",;"):
            region = self._object_before(cue, start)
        while at < last and region is None:
            word = self.words[at]
            if word.kind == "m" and cue.speech and not cue.attitude:
                region = self._mask_place(at)
                break
            if word.text in (";", ":", "—", "–", "."):
                break
            if word.text in ("«", "“", '"') and cue.lemma in w.WITH_INFINITIVE | w.WITH_OBJECT and at > cue.at:
                region = (word.start, self.stop())
                break
            if word.kind == "w":
                if infinitive and word.has("INFN") and word.forms[0].pos == "INFN":
                    begin = (
                        at - 1 if self.low(at - 1) in ("не", "немедленно", "также") and at - 1 >= cue.after else at
                    )
                    region = (self.words[begin].start, self._content_stop(at, cue))
                    break
                if cue.lemma in w.ABOUT and word.low in ("о", "об", "обо") and at + 1 in self.in_phrase:
                    region = (self.words[at + 1].start, self._content_stop(at + 1, cue))
                    break
                phrase = self.at_word.get(at)
                takes = cue.lemma in w.WITH_OBJECT and (not infinitive or not self._infinitive_ahead(at, last))
                if takes and phrase is not None and not phrase.prep and self._is_object(phrase, cue):
                    region = (phrase.start, self._content_stop(phrase.head_at, cue))
                    break
                if word.low in ("за",) and cue.lemma in ("просить", "попросить", "ходатайствовать"):
                    region = (word.start, self._content_stop(at, cue))
                    break
            at += 1
        if region is None and cue.lemma in w.WITH_OBJECT:
            region = self._object_before(cue, start)
        if region is None:
            return None
        speaker, _ = self.speaker(cue, start, min(stop, at), inverted=False)
        if speaker is None:
            speaker, _ = self._shared(cue, found)
        if speaker is None and cue.form is not None and cue.form.number == "plur":
            speaker = self.in_body(self.first, self.end)
        if speaker is None and not cue.attitude:
            speaker = self._elided(cue)
        if speaker is None:
            return None
        relays = () if speaker.kind is ActorKind.MEDIUM else self._told(start, at, speaker)
        return self._voice(cue, speaker, [region], "speaker-then-content", relays=relays)

    def _infinitive_ahead(self, at: int, last: int) -> bool:
        for place in range(at, last):
            word = self.words[place]
            if word.text in (",", ";", ":", "."):
                return False
            if word.kind == "w" and word.forms and word.forms[0].pos == "INFN":
                return True
        return False

    def _is_object(self, phrase: Phrase, cue: Cue) -> bool:
        if self.agrees(phrase, cue) and phrase.kind is not ActorKind.OTHER:
            return False
        if phrase.kind in PEOPLE or (phrase.kind in (ActorKind.BODY, ActorKind.MEDIUM) and phrase.animate):
            return False
        wanted = "gent" if cue.lemma in ("потребовать", "требовать") else "accs"
        return wanted in phrase.cases

    def _object_before(self, cue: Cue, start: int) -> Place | None:
        """As in "звонок подтвердил": the object stands before its verb."""
        for phrase in reversed([p for p in self.phrases if start <= p.first and p.after <= cue.at]):
            if cue.at - phrase.after > 2:
                return None
            if (
                "accs" in phrase.cases
                and not phrase.prep
                and phrase.kind is ActorKind.OTHER
                and phrase.person is None
            ):
                return phrase.start, phrase.stop
        return None

    # --- according to ---------------------------------------------------------------------------------------------

    def _according(self) -> list[Voice]:
        found: list[Voice] = []
        for at in range(self.first, self.end - 1):
            low = self.low(at)
            if low not in ("по", "согласно", "со"):
                continue
            if len(found) >= _MOST_ACCORDING:
                break
            noun = at + 1
            owner: Actor | None = None
            if self.low(noun) in ("его", "её", "ее", "их"):
                owner = self.possessive(noun)
                noun += 1
            while noun < self.end - 1 and self.words[noun].has("ADJF") and not self.words[noun].has("NOUN"):
                noun += 1  # "по собственному признанию"
            word = self.words[noun] if noun < self.end else None
            if word is None or word.kind != "w":
                continue
            lemma = next(
                iter(word.lemmas("NOUN") & frozenset([*w.ACCORDING, *w.ACCORDING_OPINION, *w.DOCUMENTS])), ""
            )
            if low == "по" and (lemma not in w.ACCORDING and lemma not in w.ACCORDING_OPINION):
                continue
            if low == "со" and word.low != "слов":
                continue
            after = noun + 1
            if low == "согласно" and not lemma:
                phrase = self.phrase_from(noun)
                if phrase is None or phrase.kind is ActorKind.OTHER:
                    continue
                owner, after = self.actor(phrase), phrase.after
            elif owner is None:
                phrase = self.phrase_from(after)
                if phrase is None:
                    phrase = self.in_phrase.get(noun)
                    owner = self.owner(phrase) if phrase is not None else None
                    after = phrase.after if phrase is not None else after
                    if owner is not None:
                        after = max(after, self._word_after(owner.place[1]))
                else:
                    owner = self.actor(phrase)
                    after = phrase.after
            if owner is None:
                continue
            voice = self._according_voice(at, noun, after, owner, lemma)
            if voice is not None:
                found.append(voice)
        return found

    def _word_after(self, place: int) -> int:
        return self.cast.words_in(place, self.view.stop)[0]

    def _according_voice(self, at: int, noun: int, after: int, owner: Actor, lemma: str) -> Voice | None:
        manner = w.ACCORDING.get(lemma, Manner.SAID)
        cue = Cue(at, noun + 1, lemma or "согласно", None, manner, attitude=lemma in w.ACCORDING_OPINION)
        begin = self._segment_start(at)
        after = self._past_clause(after)
        relays: tuple[Actor, ...] = ()
        rest = [x for x in self.words[after : self.end] if x.kind != "p"]
        before = [
            x
            for x in self.words[begin:at]
            if x.kind != "p" and x.low not in ("и", "а", "но", "однако", "при", "этом")
        ]
        if len(rest) >= 2:
            region = (self.words[after].start, self._content_stop(after, cue))
            regions = [region]
            if (
                len(before) > 2
                and not any(x.verb() for x in before if x.kind == "w")
                and self.words[at - 1].text == ","
            ):
                regions.insert(0, (self.words[begin].start, self.words[at - 1].start))
        elif before:
            regions = [(self.words[begin].start, self.words[at - 1].stop)]
        else:
            return None
        return self._voice(cue, owner, regions, "according-to", relays=relays)

    def _past_clause(self, after: int) -> int:
        """Where the content begins behind "по словам X": marks and a clause about X are passed over."""
        while after < self.end and self.words[after].text in ",—–:":
            following = self.words[after + 1] if after + 1 < self.end else None
            about = (
                following is not None
                and following.kind == "w"
                and (
                    following.lemmas("ADJF") & {"который"}
                    or following.forms[0].pos == "PRTF"
                    or following.low in ("чей", "чьи")
                )
            )
            closing = (
                next((n for n in range(after + 2, self.end) if self.words[n].text == ","), None) if about else None
            )
            after = closing + 1 if closing is not None else after + 1
        return after

    def _segment_start(self, at: int) -> int:
        place = at - 1
        while place >= self.first:
            if self.words[place].text in ";" or (self.words[place].text == "," and self.low(place + 1) == "что"):
                return place + 1
            place -= 1
        return self.first

    # --- without a verb -------------------------------------------------------------------------------------------

    def _colon(self) -> list[Voice]:
        """As in "Кедди: «...»"; a headline's "Министр: переговоров не будет"."""
        colon = next(
            (n for n in range(self.first, min(self.end, self.first + 16)) if self.words[n].text == ":"), None
        )
        if colon is None or colon + 1 >= self.after:
            return []
        phrase = next((p for p in self.phrases if p.after == colon and "nomn" in p.cases and not p.prep), None)
        told = next((p for p in self.phrases if p.after == colon and "datv" in p.cases and not p.prep), None)
        if (
            phrase is None and told is not None and self.words[told.first - 1].text in DASHES
        ):  # "Тарани — журналистам:"
            phrase = next((p for p in self.phrases if p.after == told.first - 1 and "nomn" in p.cases), None)
        written = next(
            (p for p in self.phrases if p.head in w.DOCUMENTS and "nomn" in p.cases and p.first == self.first), None
        )
        if written is not None and self._is_whole(written, colon):
            owner = self.owner(written)
            cue = Cue(colon, colon + 1, "", None, Manner.SAID)
            region = (self.words[colon + 1].start, self.stop())
            voice = self._voice(cue, owner, [region], "speaker-then-content") if owner is not None else None
            return [voice] if voice is not None else []
        if phrase is None or any(x.verb() for x in self.words[self.first : colon] if x.kind == "w" and not x.cap):
            return []
        lead = [
            x
            for x in self.words[self.first : phrase.first]
            if x.kind == "w" and x.forms[0].pos not in ("CONJ", "ADVB", "PRCL")
        ]
        if lead or not (phrase.kind in PEOPLE or phrase.kind in (ActorKind.BODY, ActorKind.MEDIUM, ActorKind.OTHER)):
            return []
        quoted = self.words[colon + 1].kind == "m"
        if not quoted and (
            not self._is_headline() or (phrase.number == "plur" and phrase.kind is not ActorKind.ROLE)
        ):
            return []
        if phrase.kind is ActorKind.OTHER and phrase.person is None and not quoted:
            return []
        speaker = self.actor(phrase)
        if speaker is None or (speaker.kind is ActorKind.PRONOUN and not quoted):
            return []
        cue = Cue(colon, colon + 1, "", None, Manner.SAID)
        voice = self._voice(cue, speaker, [(self.words[colon + 1].start, self.stop())], "speaker-then-content")
        return [voice] if voice is not None else []

    def _is_whole(self, phrase: Phrase, colon: int) -> bool:
        """Whether a document with its owner is all that stands before a colon: "Заявление министерства: ..."."""
        behind = self.at_word.get(phrase.after)
        last = behind.after if behind is not None and "gent" in behind.cases else phrase.after
        return last == colon

    def _is_headline(self) -> bool:
        text = self.view.text
        own = text[self.view.start : self.view.stop].strip()
        begins = not text[: self.view.start].strip() or text[: self.view.start].endswith("\n")
        ends = self.view.stop >= len(text) or "\n" in text[self.view.stop - 2 : self.view.stop + 1]
        return begins and ends and own[-1:] not in ".;" and len(own) < 200

    def _quotation_to_come(self, found: list[Voice]) -> list[Voice]:
        """A colon at the end of a paragraph, or "приводим его слова": the next paragraph is the quotation."""
        place = self.view.stop
        masked = self.view.masked
        while place < len(masked) and masked[place].isspace():
            place += 1
        if (
            place >= len(masked)
            or masked[place] != MASK
            or place - self.view.stop > 4
            or "\n" not in masked[self.view.stop - 3 : place + 1]
        ):
            return []
        own = masked[self.view.start : self.view.stop].rstrip()
        stop = place
        while stop < len(masked) and masked[stop] == MASK:
            stop += 1
        closed = self.view.text[stop - 1] in '»”“"'
        content = (place + 1, stop - 1 if closed else stop)
        if content[1] - content[0] < 3 or found:
            return []
        if own.endswith(":"):
            cues = [
                n
                for n in range(self.first, self.after)
                if self.words[n].kind == "w" and self.words[n].verb() and n not in self.in_phrase
            ]
            for at in reversed(cues):
                form = self.words[at].verb()
                cue = Cue(
                    at,
                    at + 1,
                    form.lemma if form else "",
                    form,
                    w.MANNERS.get(form.lemma if form else "", Manner.SAID),
                )
                speaker, _ = self.speaker(cue, self.first, self.after, inverted=False)
                speaker = speaker or self._elided(cue)
                if speaker is not None:
                    relays = () if speaker.kind is ActorKind.MEDIUM else self._told(self.first, self.after, speaker)
                    return [_direct(cue, self.words, speaker, content, relays)]
            subject = next((p for p in reversed(self.phrases) if "nomn" in p.cases and not p.prep), None)
            actor = self.actor(subject) if subject is not None else None
            if actor is not None and subject is not None:
                return [
                    _direct(
                        Cue(subject.after - 1, subject.after, "", None, Manner.SAID), self.words, actor, content, ()
                    )
                ]
            return []
        for phrase in self.phrases:
            if phrase.head not in w.WORDS | w.DOCUMENTS or not phrase.cases & {"accs", "nomn"} or phrase.prep:
                continue
            verbs = {
                f.lemma
                for x in self.words[self.first : self.after]
                if x.kind == "w"
                for f in x.forms
                if f.pos == "VERB"
            }
            if not verbs & {
                "приводить",
                "привести",
                "публиковать",
                "опубликовать",
                "печатать",
                "передавать",
                "воспроизводить",
                "помещать",
            } and self.low(self.first) not in ("вот", "ниже"):
                continue
            owner = self.owner(phrase)
            if owner is not None:
                return [
                    _direct(
                        Cue(phrase.head_at, phrase.head_at + 1, "", None, Manner.SAID), self.words, owner, content, ()
                    )
                ]
        return []

    # --- whose words they are -------------------------------------------------------------------------------------

    def _relays_only(self, voices: list[Voice]) -> list[Voice]:
        """A medium in whose words somebody else speaks only relays them; so does "как передаёт агентство"."""
        found: list[Voice] = []
        for voice in voices:
            inner = [
                v for v in voices
                if v is not voice and not v.attitude and v.speaker is not None
                and voice.region[0] <= v.cue[0] and v.cue[1] <= voice.region[1]
            ]  # fmt: skip
            medium = voice.speaker is not None and voice.speaker.kind is ActorKind.MEDIUM
            if inner and medium and not voice.attitude:
                voice = replace(voice, contents=())
            found.append(voice)
        return found


def _direct(cue: Cue, words: list[Word], speaker: Actor, content: Place, relays: tuple[Actor, ...]) -> Voice:
    place = (words[cue.at].start, words[cue.after - 1].stop)
    return Voice(place, cue.manner, speaker, content, True, False, (content,), relays, rule="speaker-then-content")
