"""Words given as somebody's without a verb of speech: "по словам посла", "Кедди: «...»", "приводим его слова".

In: a sentence. Out: `Voice` values.
Leaves to others: verbs of speech (`voices`).
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.language import MASK, Actor, ActorKind, Place, Voice
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.contents import Contents
from homeward.reading.languages.ru.phrases import Phrase, Word
from homeward.reading.languages.ru.relays import INFORMED
from homeward.reading.languages.ru.sentence import DASHES, PEOPLE, SPEAKERS, Cue
from homeward.records import Attribution, Manner

_PREDICATES = ("VERB", "PRTS", "ADJS", "PRED")

_MOST_ACCORDING = 4
_SHORT_LABEL = 16  # words before the colon behind somebody's name
_LABEL = 28  # the same, where it is told in what text he speaks
_POINTING = frozenset(
    ["таков", "такова", "таково", "таковы", "таким", "такой", "такими", "такими", "это", "вот", "так"]
)
_LABELS = (w.DOCUMENTS | w.WORDS | {"вердикт", "позиция", "вывод", "цитата"}) - {"мнение"}
_UNREAL = frozenset(["бы", "б", "ли", "если", "едва", "вряд", "якобы"])  # nobody is said to have learnt it
_TEXTS = frozenset(["слово", "цитата", "текст", "содержание", "вердикт", "строка"])


class Attributions(Contents):
    """A sentence in which words are given as somebody's without a verb."""

    def _according(self) -> list[Voice]:
        found: list[Voice] = []
        for at in range(self.first, self.end - 1):
            if len(found) >= _MOST_ACCORDING:
                break
            if self.low(at) in ("согласно", "по") and self.low(at + 1).startswith("котор"):
                found += self._according_to_that(at)
            noun = self._leads_in(at)
            if not noun or at in self.relative:
                continue
            given = self._whose_information(at, noun)
            if given is None:
                continue
            noun, lemma, owner, after = given
            voice = self._according_voice(at, noun, after, owner, lemma)
            if voice is not None:
                found.append(voice)
        return found

    def _according_to_that(self, at: int) -> list[Voice]:
        """As in "распространил заявление, согласно которому моряки здоровы": whose the document is, or who put it out."""
        document = next((p for p in self.phrases if p.after == at - 1 and p.head in w.DOCUMENTS), None)
        if document is None or self.words[at - 1].text != "," or at + 2 >= self.end:
            return []
        owner = self.owner(document)
        for n in range(self.first, document.first) if owner is None else ():
            form = self.words[n].verb() if self.words[n].kind == "w" and n not in self.in_phrase else None
            if form is not None:
                phrase = self.subject(Cue(n, n + 1, form.lemma, form, Manner.SAID), self.first, at, inverted=False)
                owner = self.actor(phrase) if phrase is not None else None
        region = (self.words[at + 2].start, self.stop())
        cue = Cue(at, at + 1, "согласно", None, Manner.SAID)
        voice = self._voice(cue, owner, [region], "according-to") if owner is not None else None
        return [voice] if voice is not None else []

    def _leads_in(self, at: int) -> int:
        """Where the noun may stand behind "по", "согласно", "со", "если верить", "судя по"; 0 where none is."""
        low = self.low(at)
        if low in ("по", "согласно", "со") and self.low(at - 1) != "судя":
            return at + 1
        if low == "судя" and self.low(at + 1) == "по":
            return at + 2
        if low == "если" and self.low(at + 1) in ("верить", "доверять"):
            return at + 2
        if low == "верить" and self.low(at + 1) != "" and self.low(at - 1) == "можно":
            return 0
        return 0

    def _whose_information(self, at: int, noun: int) -> tuple[int, str, Actor, int] | None:
        """The noun's place and lemma, whose it is, and the word behind; None where it names nobody's words."""
        low = self.low(at)
        owner: Actor | None = None
        if self.low(noun) in ("его", "её", "ее", "их"):
            owner = self._his_who_spoke(noun) or self.possessive(noun)
            noun += 1
        while noun < self.end - 1 and self.words[noun].has("ADJF") and not self.words[noun].has("NOUN"):
            noun += 1  # "по собственному признанию"
        word = self.words[noun] if noun < self.end else None
        if word is None or word.kind != "w":
            return None
        lemma = next(
            iter(sorted(word.lemmas("NOUN") & frozenset([*w.ACCORDING, *w.ACCORDING_OPINION, *w.DOCUMENTS]))), ""
        )
        if low == "по" and (lemma not in w.ACCORDING and lemma not in w.ACCORDING_OPINION):
            return None
        if low == "со" and word.low != "слов":
            return None
        if low in ("согласно", "судя", "если") and not lemma:
            phrase = self.phrase_from(noun)
            if phrase is None or phrase.kind is ActorKind.OTHER or (low == "судя" and phrase.kind not in SPEAKERS):
                return None
            actor = self.actor(phrase)
            return (noun, "", actor, phrase.after) if actor is not None else None
        after = noun + 1
        if owner is None:
            phrase = self.phrase_from(after)
            if phrase is not None and ("gent" in phrase.cases or phrase.kind is ActorKind.OTHER) and not phrase.prep:
                return_owner = self.actor(phrase)
                return (noun, lemma, return_owner, phrase.after) if return_owner is not None else None
            phrase = self.in_phrase.get(noun)
            owner = self.owner(phrase) if phrase is not None else None
            after = phrase.after if phrase is not None else after
            if owner is not None:
                after = max(after, self._word_after(owner.place[1]))
        return (noun, lemma, owner, after) if owner is not None else None

    def _his_who_spoke(self, at: int) -> Actor | None:
        """Whose "по его словам" is: of whoever spoke in the sentence before."""
        gender = {"его": "masc", "её": "femn", "ее": "femn"}.get(self.low(at))
        if gender is None or self.view.before is None:
            return None
        actor = self.cast.last_speaker(self.view.before[0], self.words[at].start, gender)
        return replace(actor, place=(self.words[at].start, self.words[at].stop)) if actor is not None else None

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
        predicate = any(
            x.kind == "w" and (x.verb() is not None or x.has("PRTS", "ADJS", "INFN", "PRED")) for x in rest
        ) or any(x.text in DASHES for x in self.words[after : self.end])
        if len(rest) >= 2 and not predicate and any(x.kind == "w" and x.verb() is not None for x in before):
            if self.low(begin) in ("о", "об"):
                return None
            regions = [(self.words[begin].start, self.words[at - 1].stop)]
        elif len(rest) >= 2:
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
        voice = self._voice(cue, owner, regions, "according-to", relays=relays)
        informs = lemma in w.INFORMATION or not lemma or owner.kind is ActorKind.MEDIUM
        return replace(voice, rule=INFORMED) if voice is not None and informs else voice

    def _given_as(self, found: list[Voice]) -> list[Voice]:
        """As in "«...» — таков был ответ губернатора", "«...» — это слова матери", "«...» — из письма посла"."""
        for place in range(self.first, self.end - 2):
            if self.words[place].kind != "m" or any(v.direct for v in found):
                continue
            at = place + 1
            while at < self.end and self.words[at].text in ",":
                at += 1
            if at >= self.end or self.words[at].text not in DASHES:
                continue
            after = self.clause_after(at + 1)
            clause = self.words[at + 1 : after]
            pointed = any(x.low in _POINTING for x in clause[:3])
            noun = next(
                (p for p in self.phrases if at < p.first < after and p.head in w.WORDS | w.DOCUMENTS | _TEXTS), None
            )
            if noun is None or (not pointed and noun.first > at + 3):
                continue
            owner = self.owner(noun)
            if owner is None:
                continue
            cue = Cue(noun.head_at, noun.head_at + 1, noun.head, None, Manner.SAID)
            regions = [*self._masks_around(place), *self._more_masks(after)]
            voice = self._voice(cue, owner, regions, "content-then-speaker")
            if voice is not None:
                return [voice]
        return []

    def _came_out(self) -> list[Voice]:
        """As in "Прозвучали слова губернатора о том, что", "Последовало заявление МИД, что", "Из его уст прозвучало, что"."""
        for at in range(self.first, self.end):
            word = self.words[at]
            form = word.verb() if word.kind == "w" and at not in self.in_phrase else None
            if form is None or form.lemma not in w.COMING_OUT or self.is_negated(at):
                continue
            that = self.that(at + 1, self.end)
            noun = next(
                (
                    p for p in self.phrases
                    if p.first > at and (p.head in w.WORDS | w.DOCUMENTS) and "nomn" in p.cases and not p.prep
                ),
                None,
            )  # fmt: skip
            mouth = next((p for p in self.phrases if p.after <= at and p.prep == "из" and p.head == "уста"), None)
            told = noun or mouth
            if that is None or that[1] >= self.after or told is None or that[0] - max(told.after, at) > 4:
                continue
            owner = self.owner(told)
            cue = Cue(told.head_at, told.head_at + 1, told.head, None, Manner.SAID)
            region = (self.words[that[1]].start, self.stop())
            voice = self._voice(cue, owner, [region], "speaker-then-content") if owner is not None else None
            if voice is not None:
                return [voice]
        return []

    def _headline_tail(self) -> list[Voice]:
        """As in the headline "Моряки живы — МИД Велии": whoever stands behind its last dash has said it."""
        dash = next((n for n in range(self.end - 1, self.first, -1) if self.words[n].text in DASHES), None)
        phrase = self.at_word.get(dash + 1) if dash is not None else None
        if dash is None or phrase is None or phrase.after != self.end or not self._is_headline():
            return []
        speaks = phrase.kind in (ActorKind.PERSON, ActorKind.BODY, ActorKind.MEDIUM, ActorKind.ROLE, ActorKind.SOURCE)
        before = self.words[self.first : dash]
        told = any(
            x.kind == "m" or (x.kind == "w" and (x.verb() is not None or x.has("ADJS", "PRTS", "PRED")))
            for x in before
        )
        speaker = self.actor(phrase) if speaks and told and "nomn" in phrase.cases and dash - self.first > 1 else None
        if speaker is None:
            return []
        cue = Cue(dash, dash + 1, "", None, Manner.SAID)
        voice = self._voice(cue, speaker, [(self.view.start, self.words[dash - 1].stop)], "content-then-speaker")
        return [voice] if voice is not None else []

    def _headline_said(self) -> list[Voice]:
        """As in "«...»" on a line of its own, then "Переговорщик Соболев — о том, как освобождают людей"."""
        head = self.view.text[: self.view.start]
        if (
            len(head) > 400
            or not head.strip()
            or len(self.view.masked[: self.view.start].replace(MASK, "").strip(" \n."))
        ):
            return []
        subject = next((p for p in self.phrases if "nomn" in p.cases and p.kind in PEOPLE), None)
        if subject is None or subject.first > self.first + 1 or subject.after + 1 >= self.end:
            return []
        opens = self.words[subject.after].text in DASHES or self.words[subject.after].verb() is not None
        if not opens or self.low(subject.after + 1) not in ("о", "об", "обо", "про", "рассказывает", "рассказал"):
            return []
        speaker = self.actor(subject)
        start = self.view.masked.find(MASK)
        stop = self.view.masked.rfind(MASK, 0, self.view.start) + 1
        if speaker is None or start < 0 or stop - start < 5:
            return []
        cue = Cue(subject.after, subject.after + 1, "", None, Manner.SAID)
        return [_direct(cue, self.words, speaker, (start + 1, stop - 1), ())]

    def _quotation_behind(self, cues: list[Cue]) -> list[Voice]:
        """As in "Губернатор выразился иначе. «Их здесь нет»": the quotation that is the next sentence is his."""
        masked, place = self.view.masked, self.view.stop
        while place < len(masked) and masked[place] in " \t":
            place += 1
        if place >= len(masked) or masked[place] != MASK or "\n" in masked[self.view.stop - 1 : place]:
            return []
        stop = place
        while stop < len(masked) and masked[stop] == MASK:
            stop += 1
        behind = masked[stop : stop + 6].lstrip(" .")
        if behind[:1] in (",", "—", "–", "-", "(") or stop - place < 4:
            return []
        closed = self.view.text[stop - 1] in '»”“"'
        content = (place + 1, stop - 1 if closed else stop)
        spoken = [c for c in cues if c.speech and not c.attitude]
        verbs = [
            Cue(n, n + 1, form.lemma, form, Manner.SAID)
            for n in range(self.first, self.end)
            if self.words[n].kind == "w" and n not in self.in_phrase and n not in self.relative
            and (form := self.words[n].verb()) is not None
        ]  # fmt: skip
        for cue in [*reversed(spoken), *verbs]:
            subject = self.subject(cue, self.clause_start(cue.at), self.clause_after(cue.after), inverted=False)
            speaker = (
                self.actor(subject) if subject is not None and subject.kind in (*PEOPLE, ActorKind.OTHER) else None
            )
            if speaker is None and cue in spoken:
                speaker = self._elided(cue)
            if speaker is not None and speaker.kind is not ActorKind.PRONOUN:
                relays = () if speaker.kind is ActorKind.MEDIUM else self._told(self.first, self.after, speaker)
                relays = (*relays, *self._informants(speaker))
                return [_direct(cue, self.words, speaker, content, relays)]
        return []

    def _informants(self, speaker: Actor) -> tuple[Actor, ...]:
        """Whoever this is known from: "судя по записи радио", where nothing but a quotation follows."""
        found: list[Actor] = []
        for at in range(self.first, self.end - 1):
            noun = self._leads_in(at)
            given = self._whose_information(at, noun) if noun else None
            if given is not None and given[2].name != speaker.name:
                found.append(given[2])
        return tuple(found)

    def _past_clause(self, after: int) -> int:
        """Where the content begins behind "по словам X": marks and a clause about X are passed over."""
        while after < self.end and self.words[after].text in ",—–:":
            following = self.words[after + 1] if after + 1 < self.end else None
            if following is not None and following.has("PREP") and after + 2 < self.end:
                following = self.words[after + 2] if after + 2 in self.relative else following  # ", с которыми"
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

    def _colon(self) -> list[Voice]:
        """As in "Кедди: «...»"; a headline's "Министр: переговоров не будет"."""
        colon = next(
            (n for n in range(self.first, min(self.end, self.first + _LABEL)) if self.words[n].text == ":"), None
        )
        if colon is None or colon + 1 >= self.after:
            return []
        if (spoken := self._in_a_text(colon)) is not None:
            return [spoken]
        if colon - self.first >= _SHORT_LABEL:
            return []
        phrase = next((p for p in self.phrases if p.after == colon and "nomn" in p.cases and not p.prep), None)
        told = next((p for p in self.phrases if p.after == colon and "datv" in p.cases and not p.prep), None)
        if (
            phrase is None and told is not None and self.words[told.first - 1].text in DASHES
        ):  # "Тарани — журналистам:"
            phrase = next((p for p in self.phrases if p.after == told.first - 1 and "nomn" in p.cases), None)
        written = next(
            (
                p for p in self.phrases
                if p.head in _LABELS and "nomn" in p.cases
                and (p.first == self.first or (p.first == self.first + 1 and self.low(self.first) == "вот"))
            ),
            None,
        )  # fmt: skip
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
        if not lead and any(x.text in ",;" for x in self.words[self.first : phrase.first]):
            return []
        if lead or not (phrase.kind in PEOPLE or phrase.kind in (ActorKind.BODY, ActorKind.MEDIUM, ActorKind.OTHER)):
            return []
        quoted = self.words[colon + 1].kind == "m"
        if not quoted and not self._is_label(phrase, colon):
            return []
        if phrase.kind is ActorKind.OTHER and phrase.person is None and not quoted:
            return []
        speaker = self.actor(phrase)
        if speaker is None or (speaker.kind is ActorKind.PRONOUN and not quoted):
            return []
        cue = Cue(colon, colon + 1, "", None, Manner.SAID)
        relays = self._told(phrase.after, colon, speaker) if told is not None else ()
        region = (self.words[colon + 1].start, self.stop())
        voice = self._voice(cue, speaker, [region], "speaker-then-content", relays=relays)
        return [voice] if voice is not None else []

    def _is_clause(self, at: int) -> bool:
        """Whether a clause with a verb of its own stands from a word on, and no list of things."""
        rest = [x for x in self.words[at : self.end] if x.kind == "w"]
        return len(rest) > 1 and any(
            x.forms[0].pos in _PREDICATES or x.low in ("нет", "нельзя", "можно", "надо", "нужно") for x in rest
        )

    def _by_colon(self) -> list[Voice]:
        """As in "Мэр не скрывал гнева: «...»", "Повар шепнул в окно: оба живы": whose clause stands before a colon."""
        colon = next((n for n in range(self.first + 2, self.end) if self.words[n].text == ":"), None)
        if colon is None or colon + 1 >= self.after:
            return []
        quoted = self.words[colon + 1].kind == "m"
        if not quoted and not self._is_clause(colon + 1):
            return []
        verbs = [
            Cue(n, n + 1, form.lemma, form, Manner.SAID)
            for n in range(self.first, colon)
            if self.words[n].kind == "w" and n not in self.in_phrase and n not in self.relative
            and (form := self.words[n].verb()) is not None
        ]  # fmt: skip
        for cue in verbs:
            subject = self.subject(cue, self.clause_start(cue.at), colon, inverted=False)
            speaker = self.actor(subject) if subject is not None and subject.kind in PEOPLE else None
            if speaker is None or speaker.kind is ActorKind.PRONOUN:
                continue
            if not quoted and (cue.lemma not in w.TELLING_BY_MANNER or self.low(cue.at - 1) == "не"):
                continue
            mark = Cue(colon, colon + 1, "", None, Manner.SAID)
            region = (self.words[colon + 1].start, self.stop())
            voice = self._voice(mark, speaker, [region], "speaker-then-content")
            return [voice] if voice is not None else []
        return []

    def _became_known(self) -> list[Voice]:
        """As in "Телеканалу стало известно от источников, что": theirs are the words, which the channel gives."""
        for at in range(self.first + 1, self.end - 2):
            if self.low(at) != "известно" or self.low(at - 1) not in ("стало", "становится", "было"):
                continue
            that = self.that(at + 1, self.end)
            if (known := self._known_to_medium(at, that)) is not None:
                return [known]
            source = next((p for p in self.phrases if at < p.first and p.prep in ("от", "из", "со")), None)
            if that is None or source is None or source.first > that[0] or that[1] >= self.after:
                continue
            speaker = self.actor(source)
            if speaker is None or source.kind is ActorKind.OTHER:
                continue
            hearer = next((p for p in self.phrases if p.after <= at and "datv" in p.cases and not p.prep), None)
            medium = self.cast.actor(hearer) if hearer is not None and hearer.kind is ActorKind.MEDIUM else None
            relays = (medium,) if medium is not None and medium.attribution is Attribution.NAMED else ()
            region = (self.words[that[1]].start, self.stop())
            voice = self._voice(
                Cue(at, at + 1, "известно", None, Manner.SAID), speaker, [region], "cites", relays=relays
            )
            return [voice] if voice is not None else []
        return []

    def _learnt(self) -> list[Voice]:
        """As in "имам узнал от командира, что они живы": the commander's words, which the imam passes on."""
        for at in range(self.first, self.end):
            form = self.words[at].verb() if self.words[at].kind == "w" and at not in self.in_phrase else None
            if form is None or form.lemma not in w.LEARNING or form.tense != "past" or self.low(at - 1) == "не":
                continue
            first, after = self.clause_start(at), self.clause_after(at + 1)
            if any(self.low(n) in _UNREAL for n in range(max(0, first - 1), after)):
                continue
            cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
            source = next((p for p in self.phrases if first <= p.first < after and p.prep == "от"), None)
            that = self.that(at + 1, self.end)
            if source is None or that is None or source.first > that[0] or that[1] >= self.after:
                continue
            speaker = self.actor(source) if source.kind is not ActorKind.OTHER else None
            if speaker is None or speaker.kind is ActorKind.PRONOUN:
                continue
            subject = self.subject(cue, first, that[0], inverted=False)
            hearer = self.actor(subject) if subject is not None else None
            told = hearer is not None and hearer.kind not in (ActorKind.PRONOUN, ActorKind.OTHER)
            relays = (hearer,) if hearer is not None and told and hearer.name != speaker.name else ()
            region = (self.words[that[1]].start, self.stop())
            voice = self._voice(cue, speaker, [region], "cites", relays=relays)
            return [voice] if voice is not None else []
        return []

    def _known_to_medium(self, at: int, that: tuple[int, int] | None) -> Voice | None:
        """As in "как стало известно «Заре», ...", "«Заре» стало известно, что": the paper has it from nobody named."""
        near = [p for p in self.phrases if abs(p.first - at) < 5 and p.kind is ActorKind.MEDIUM and not p.prep]
        medium = self.cast.actor(near[0]) if near and "datv" in near[0].cases else None
        if medium is None or any(p.first > at and p.prep in ("от", "из", "со") for p in self.phrases):
            return None
        begin = max(at + 1, near[0].after)
        if self.low(self.first) == "как" and begin + 1 < self.end and self.words[begin].text == ",":
            region = (self.words[begin + 1].start, self.stop())
        elif that is not None and that[1] < self.after:
            region = (self.words[that[1]].start, self.stop())
        else:
            return None
        return self._voice(Cue(at, at + 1, "известно", None, Manner.REPORTED), medium, [region], "according-to")

    def _in_a_text(self, colon: int) -> Voice | None:
        """As in "Главарь Ти-Жо — в ролике на канале «Кайес»: «...»", "Губернатор, в интервью газете: «...»"."""
        if self.words[colon + 1].kind != "m":
            return None
        phrase = next((p for p in self.phrases if p.first >= self.first and "nomn" in p.cases and not p.prep), None)
        if phrase is None or phrase.first > self.first + 1 or phrase.after + 2 >= colon:
            return None
        at = phrase.after
        opens = self.words[at].text in (*DASHES, ",") and self.low(at + 1) in ("в", "во", "на", "из")
        text = self.words[at + 2 : min(colon, at + 6)]
        if not opens or not any(
            x.kind == "w" and x.lemmas("NOUN") & (w.DOCUMENTS | w.SPEAKING_TO | w.CHATS) for x in text
        ):
            return None
        if any(x.kind == "w" and x.verb() is not None and n not in self.relative
               for n, x in enumerate(self.words[at:colon], at)):  # fmt: skip
            return None
        speaker = self.actor(phrase) if phrase.kind in (*PEOPLE, ActorKind.BODY, ActorKind.OTHER) else None
        if speaker is None or speaker.kind is ActorKind.PRONOUN:
            return None
        cue = Cue(colon, colon + 1, "", None, Manner.SAID)
        relays = self._told(at, colon, speaker) or self._on_medium(at, colon)
        region = (self.words[colon + 1].start, self.stop())
        return self._voice(cue, speaker, [region], "speaker-then-content", relays=relays)

    def _on_medium(self, first: int, after: int) -> tuple[Actor, ...]:
        """A medium on which a text is: "в ролике на канале «Кайес»", "в колонке для газеты"."""
        for phrase in self.phrases:
            if first <= phrase.first < after and phrase.kind is ActorKind.MEDIUM and (phrase.head or phrase.quoted):
                actor = self.cast.actor(phrase)
                if actor is not None and actor.attribution is Attribution.NAMED:
                    return (actor,)
        return ()

    def _is_label(self, phrase: Phrase, colon: int) -> bool:
        """Whether a colon behind somebody opens his words: a whole clause follows, or it is a headline."""
        if phrase.number == "plur" and phrase.kind is not ActorKind.ROLE and not self._is_headline():
            return False
        if self._is_headline():
            return phrase.number != "plur" or phrase.kind is ActorKind.ROLE
        known = self.actor(phrase)
        named = known is not None and (known.attribution is Attribution.NAMED or phrase.kind is ActorKind.BODY)
        clause = self.words[colon + 1 : min(self.end, colon + 30)]
        return named and any(
            x.kind == "w" and not x.proper and (x.verb() is not None or x.has("INFN", "PRTS", "ADJS", "PRED"))
            for x in clause
        )

    def _is_whole(self, phrase: Phrase, colon: int) -> bool:
        """Whether a document with its owner is all that stands before a colon: "Заявление министерства: ..."."""
        behind = self.at_word.get(phrase.after)
        last = behind.after if behind is not None and "gent" in behind.cases else phrase.after
        return last == colon or (last + 1 == colon and self.low(last) in _POINTING | {"дословно", "проста", "прост"})

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


def _direct(cue: Cue, words: list[Word], speaker: Actor, content: Place, relays: tuple[Actor, ...]) -> Voice:
    place = (words[cue.at].start, words[cue.after - 1].stop)
    return Voice(place, cue.manner, speaker, content, True, False, (content,), relays, rule="speaker-then-content")
