"""Who says what in a Russian sentence: verbs of speech with their subjects, sources, documents, relays.

In: a sentence, and the document's `Cast`. Out: `Voice` values, speakers under their full names.
Leaves to others: the chain over sentences (`chain`), contacts and lists (`events`), what the words mean.

Each construction is one method of `_Voices`; a finite verb is tried with them in turn, and the first that fits wins.
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.attributions import Attributions
from homeward.reading.languages.ru.cast import Cast
from homeward.reading.languages.ru.phrases import Phrase, Word
from homeward.reading.languages.ru.relays import INFORMED
from homeward.reading.languages.ru.sentence import PEOPLE, SPEAKERS, Cue
from homeward.records import Manner


def find_voices(view: View, cast: Cast) -> list[Voice]:
    """The voices of one sentence, in order."""
    return _Voices(view, cast).voices()


_TOLD = frozenset(
    ["сведение", "информация", "данные", "новость", "сообщение", "слух", "утверждение", "слово", "версия"]
)


class _Voices(Attributions):
    def voices(self) -> list[Voice]:
        found: list[Voice] = []
        cues = self._cues()
        taken: set[int] = set()
        for number, cue in enumerate(cues):
            if cue.at in taken:
                continue
            ahead = cues[number + 1].at if number + 1 < len(cues) else self.after
            if self._is_question(cue):
                continue
            voice = (
                self._carried(cue)
                or self._called(cue)
                or self._about_that(cue)
                or self._of_document(cue)
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
        found += self._given_as(found)
        found += self._became_known()
        if not found:
            found += self._learnt()
        if not found:
            found += self._came_out() or self._headline_tail()
        if not found:
            found += self._colon() or self._by_colon()
        if not any(v.direct for v in found):
            found += self._quotation_to_come(found)
        found = found or self._headline_said()
        if all(v.rule == INFORMED for v in found) and (behind := self._quotation_behind(cues)):
            found = behind
        found = self._passed_by(self._citing(found))
        done = self._relays_only(sorted(found, key=lambda v: v.cue))
        for voice in done:
            if voice.speaker is not None and voice.contents and not voice.attitude:
                self.cast.spoke(voice.cue[0], voice.speaker)
        return done

    def _is_question(self, cue: Cue) -> bool:
        """As in "спросил, жив ли он", "поинтересовался: вернут ли их?": who asks says nothing."""
        if cue.manner is not Manner.ASKED or cue.lemma in _BEGGING:
            return False
        for place in range(cue.after, min(self.after, cue.after + 45)):
            word = self.words[place]
            if word.text == "?" or word.low in ("ли", "есть", "когда", "где", "почему", "кто", "что", "как"):
                return word.low != "что" or self.words[place - 1].text in ",:"
            if word.kind == "m":
                inner = self.view.text[word.start : word.stop].rstrip('»”“" ')
                return inner.endswith("?")
        return False

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
        elif (lead := self._leading_clause(cue)) is not None:
            begin, after = self.first, lead  # "Как следует из письма, ..."
            regions = [(self.words[lead].start, self.stop())]
        elif form is not None and form.pos == "PRTS":
            nominal = next((p for p in self.phrases if p.first >= cue.after and "nomn" in p.cases), None)
            nominal = nominal or next(
                (p for p in reversed(self.phrases) if p.after <= cue.at and "nomn" in p.cases), None
            )
            if nominal is None or (form.gender and nominal.gender and form.gender != nominal.gender):
                return None
            if nominal.first < cue.at or self._has_agent(cue):
                return None
            return self._voice(cue, None, [(nominal.start, self.stop())], "nobody", nobody=True)
        else:
            return None
        speaker, same, nobody = self._document_speaker(begin, after, cue)
        rule = "content-then-speaker" if before is not None else "speaker-then-content"
        return self._voice(cue, speaker, regions, rule, same=same, nobody=nobody)

    def _has_agent(self, cue: Cue) -> bool:
        return any("ablt" in p.cases and not p.prep and p.animate for p in self.phrases if p.first >= cue.after)

    def _document_speaker(self, first: int, after: int, cue: Cue) -> tuple[Actor | None, bool, bool]:
        """Whose the document is; whether it is the one before; whether nobody is told."""
        for phrase in self.phrases:
            if not first <= phrase.first < after or phrase.prep not in ("в", "во", "на", "из"):
                continue
            if phrase.head in w.DOCUMENTS or phrase.head in w.WORDS:
                owner = self.owner(phrase)
                if owner is not None:
                    return owner, False, False
                back = self.last_document(phrase.start)
                return (back, False, False) if back is not None else (None, True, False)
            if phrase.kind in (ActorKind.BODY, ActorKind.MEDIUM) and "loct" in phrase.cases:
                return self.actor(phrase), False, False
        lows = {x.low for x in self.words[first:after]}
        if lows & {"дальше", "далее", "там", "нём", "нем", "ней", "котором", "которой"}:
            last = self.last_document(self.words[cue.at].start)
            return last, last is None, False
        agent = next(
            (
                p for p in self.phrases
                if first <= p.first < after and "ablt" in p.cases and not p.prep
                and (p.animate or p.kind is ActorKind.BODY or self.inflected(p))
            ),
            None,
        )  # fmt: skip
        if agent is not None:
            return self.actor(agent), False, False
        return None, False, True

    def _words_of(self, cue: Cue) -> Voice | None:
        """As in "цитирует Y агентство", "приводит слова Y", "передаёт слова Y": Y speaks, the subject relays."""
        if cue.lemma not in w.WORDS_OF or cue.form is None or cue.at in self.relative:
            return None
        after = self.clause_after(cue.after)
        clause = self.clause_start(cue.at)
        spoken: Actor | None = None
        heard: tuple[Actor, ...] = ()
        behind = [p for p in self.phrases if cue.after <= p.first < after]
        owned = next((p for p in behind if p.head in _WORDS_OR_DOCUMENTS and not p.prep), None)
        if cue.lemma in w.ASCRIBING:
            owned = None
        if owned is None and cue.lemma in ("приводить", "привести"):
            owned = next((p for p in reversed(self.phrases) if p.after <= cue.at and p.head in w.WORDS), None)
        if owned is not None:
            spoken = self.owner(owned)
            if spoken is None:
                following = next(
                    (p for p in behind if p.first >= owned.after and "gent" in p.cases and not p.prep), None
                )
                spoken = self.actor(following) if following is not None else None
        elif cue.lemma in w.ASCRIBING:
            given = next((p for p in behind if "datv" in p.cases and not p.prep and p.kind in SPEAKERS), None)
            spoken = self.actor(given) if given is not None else None
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

    def _about_this(self, cue: Cue) -> Voice | None:
        """As in "Об этом сообщил Расил": the content is the sentence before."""
        if cue.attitude:
            return None
        head = [x for x in self.words[self.first : self.first + 3] if x.kind == "w"]
        if len(head) < 2 or self.view.before is None or not self._means_what_was_said(head, cue):
            return None
        if any(x.low == "что" for x in self.words[self.first : cue.at]):
            return None
        after = self.clause_after(cue.after)
        speaker, _ = self.speaker(cue, self.first, after, inverted=True)
        if speaker is None:
            return None
        if speaker.kind is ActorKind.MEDIUM and self.cast.has_spoken(*self.view.before, but=speaker.name):
            place = (self.words[cue.at].start, self.words[cue.after - 1].stop)
            return Voice(place, Manner.SAID, None, place, relays=(speaker,), rule="passed-on")
        relays = () if speaker.kind is ActorKind.MEDIUM else self._told(self.first, after, speaker)
        return self._voice(cue, speaker, [self.view.before], "previous-sentence", relays=relays)

    def _means_what_was_said(self, head: list[Word], cue: Cue) -> bool:
        """Whether a sentence begins with words for the one before: "об этом", "это подтвердил", "эти сведения"."""
        low = head[0].low
        if low in ("об", "о"):
            return head[1].low in ("этом", "том") and not any(
                x.low == "что" for x in self.words[self.first : self.end]
            )
        if cue.manner not in (Manner.CONFIRMED, Manner.DENIED) and cue.lemma not in _WORDS_OF_OR_MORE:
            return False
        if low == "это":
            return cue.at - self.first < 4
        return low in ("эти", "эту", "этот") and bool(head[1].lemmas("NOUN") & _TOLD) and cue.at - self.first < 5

    def _carried(self, cue: Cue) -> Voice | None:
        """As in "Его слова передаёт агентство": who passed on what was said before."""
        if cue.lemma not in w.WORDS_OF or self.view.before is None or cue.at - self.first > 4:
            return None
        owned = self.low(self.first) in ("его", "её", "ее", "их", "эти") and self.words[self.first + 1].kind == "w"
        if not owned or not self.words[self.first + 1].lemmas("NOUN") & w.WORDS:
            return None
        rest = self.words[cue.after : self.after]
        if any(x.kind == "m" or x.text == ":" or x.low == "что" for x in rest):
            return None
        subject = next((p for p in self.phrases if p.first >= cue.after and p.kind is ActorKind.MEDIUM), None)
        relay = self.actor(subject) if subject is not None else None
        if relay is None:
            return None
        place = (self.words[cue.at].start, self.words[cue.after - 1].stop)
        return Voice(place, Manner.SAID, None, place, relays=(relay,), rule="passed-on")

    def _called(self, cue: Cue) -> Voice | None:
        """As in "Слухи о захвате губернатор назвал чепухой": what is called a lie is denied."""
        if cue.lemma not in w.CALLING or cue.form is None:
            return None
        verdict = next(
            (
                p
                for p in self.phrases
                if "ablt" in p.cases and not p.prep and p.head in w.FALSEHOODS and p.first > cue.at
            ),
            None,
        )
        if verdict is None:
            return None
        speaker, _ = self.speaker(cue, self.clause_start(cue.at), self.clause_after(cue.after), inverted=False)
        speaker = speaker or self._elided(cue)
        object_ = next(
            (
                p for p in self.phrases
                if "accs" in p.cases and not p.prep and p.kind is ActorKind.OTHER and p.person is None and p is not verdict
                and (speaker is None or p.start != speaker.place[0])
            ),
            None,
        )  # fmt: skip
        if speaker is None:
            return None
        regions = [(verdict.start, self.stop())]
        if object_ is not None:
            last = object_.after
            while last < cue.at and self.words[last].text != "," and self.words[last].start < speaker.place[0]:
                last += 1
            regions.insert(0, (object_.start, self.words[max(object_.after, last) - 1].stop))
        voice = self._voice(replace(cue, manner=Manner.SAID), speaker, regions, "speaker-then-content")
        return replace(voice, manner=Manner.DENIED) if voice is not None else None

    def _about_that(self, cue: Cue) -> Voice | None:
        """As in "О том, что переговоры шли, писало издание, которому это рассказал дипломат"."""
        opens = [self.low(n) for n in range(self.first, self.first + 4)]
        if len(opens) < 4 or opens[0] not in ("о", "об") or opens[1] != "том" or opens[3] not in ("что", "как"):
            return None
        comma = next((n for n in range(cue.at - 1, self.first + 3, -1) if self.words[n].text == ","), None)
        if comma is None or cue.at in self.relative or cue.lemma not in w.SPEECH:
            return None
        speaker, _ = self.speaker(cue, comma, self.clause_after(cue.after), inverted=True)
        if speaker is None:
            return None
        region = (self.words[self.first + 4].start, self.words[comma - 1].stop)
        relays = () if speaker.kind is ActorKind.MEDIUM else self._told(comma, self.end, speaker)
        teller = self._told_it(cue)
        if teller is not None and speaker.kind is ActorKind.MEDIUM:
            speaker, relays = teller, (speaker,)
        return self._voice(cue, speaker, [region], "content-then-speaker", relays=relays)

    def _told_it(self, cue: Cue) -> Actor | None:
        """Who told a medium, in the clause that describes it: ", которому это рассказал дипломат"."""
        for at in range(cue.after, self.end):
            word = self.words[at]
            form = word.verb() if word.kind == "w" and at in self.relative else None
            if form is None or form.lemma not in w.SPEECH:
                continue
            inside = Cue(at, at + 1, form.lemma, form, Manner.SAID)
            subject = self.subject(inside, cue.after, self.clause_after(at + 1), inverted=True)
            return self.actor(subject) if subject is not None else None
        return None

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
        if speaker is None and self._is_indefinite(start, cue.at):
            return None
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
            if form is not None and form.lemma in _SPEECH_OR_ATTITUDES and at not in self.in_phrase:
                return True
            short = self.words[at].lemmas("PRTS") if self.words[at].kind == "w" else frozenset()
            if short & w.IMPERSONAL_SHORT and at not in self.in_phrase:
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
            and not self._is_told_by_another(cue, closing)
        ):
            return None  # the comma closes what stands in apposition to the subject
        speaker, _ = self.speaker(cue, first, after, inverted=True)
        if speaker is None:
            return None
        relays = () if speaker.kind is ActorKind.MEDIUM else self._told(first, after, speaker)
        regions = [(self.words[lead].start, self.stop())] if lead is not None else self._around(first, after)
        return self._voice(cue, speaker, regions, "content-then-speaker", relays=relays)

    def _is_told_by_another(self, cue: Cue, closing: int) -> bool:
        """Whether what stands before a comma is the subject of its own verb: "мне звонил майор, говорит адвокат"."""
        speaker = self.at_word.get(cue.after)
        if speaker is None or not self.agrees(speaker, cue):
            return False
        for n in range(closing - 1, self.first - 1, -1):
            word = self.words[n]
            if word.kind != "w" or (word.text == "," and n not in self.in_phrase):
                return False
            if n not in self.in_phrase and n not in self.relative and word.verb() is not None:
                return True
        return False

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
            if word.text in ("«", "“", '"') and cue.lemma in _WITH_INFINITIVE_OR_WITH_OBJECT and at > cue.at:
                region = (word.start, self.stop())
                break
            if word.kind == "w":
                if infinitive and word.has("INFN") and word.forms[0].pos == "INFN":
                    begin = (
                        at - 1 if self.low(at - 1) in ("не", "немедленно", "также") and at - 1 >= cue.after else at
                    )
                    region = (self.words[begin].start, self._content_stop(at, cue))
                    break
                if cue.lemma in w.LEANING and word.low == "на" and (leant := self.at_word.get(at + 1)) is not None:
                    if (
                        leant.kind is ActorKind.OTHER
                        and leant.person is None
                        and leant.head not in _WORDS_OR_DOCUMENTS
                    ):
                        region = (leant.start, self._content_stop(at + 1, cue))
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
        far = self._object_at_head(cue, start)
        if far is not None:
            return far
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

    def _object_at_head(self, cue: Cue, start: int) -> Place | None:
        """As in "Сообщения о тайной встрече секретарь Левон Сароян опроверг": the object, the subject, the verb."""
        subject = next(
            (p for p in self.phrases if start <= p.first and p.after == cue.at and self.agrees(p, cue)), None
        )
        first = next((p for p in self.phrases if p.first >= start), None)
        if subject is None or first is None or first is subject or first.first > start + 1 or first.prep:
            return None
        if "accs" not in first.cases or first.kind is not ActorKind.OTHER or first.person is not None:
            return None
        last = subject.first - 1
        while last > first.first and self.words[last].text == ",":
            last -= 1
        return first.start, self.words[last].stop


# Tables that the rules above ask together, joined once.
_WORDS_OR_DOCUMENTS = w.WORDS | w.DOCUMENTS
_BEGGING = frozenset(["просить", "попросить", "умолять", "молить", "ходатайствовать"])
_WORDS_OF_OR_MORE = w.WORDS_OF | {
    "сообщить",
    "повторить",
}
_SPEECH_OR_ATTITUDES = w.SPEECH | w.ATTITUDES
_WITH_INFINITIVE_OR_WITH_OBJECT = w.WITH_INFINITIVE | w.WITH_OBJECT
