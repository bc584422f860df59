"""Verbs of speech and what does their work in a Russian sentence; which of them stand behind a quotation.

In: a sentence. Out: `Cue` values, in order.
Leaves to others: who speaks and what is said (`voices`).
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.phrases import Word
from homeward.reading.languages.ru.sentence import DASHES, Cue, Sentence
from homeward.records import Manner

MOST_CUES = 14  # more verbs of speech than any sentence has


class Cues(Sentence):
    """A sentence in which cues of speech are looked for."""

    def _cues(self) -> list[Cue]:
        found: list[Cue] = []
        behind = self.first
        for at in range(self.first, self.end):
            word = self.words[at]
            if word.text == "," and (told := self.told_on(at)) is not None:
                behind = told  # "сказал жене, а она пересказала нам, что": one verb of speech
            if word.kind != "w" or word.proper or at in self.dated or at < behind:
                continue
            cue = self._cue(at, word)
            if cue is not None and self.is_negated(at) and cue.lemma in w.NOT_DENYING and self.that(at + 1, at + 4):
                cue = Cue(at, at + 1, "сказать", cue.form, Manner.SAID)
            elif cue is None or self.is_negated(at):
                continue
            if cue is not None:
                found.append(cue)
            if len(found) >= MOST_CUES:
                break
        return found

    def _cue(self, at: int, word: Word) -> Cue | None:
        form = word.verb()
        if (
            form is None
            and (unfinished := next((f for f in word.forms if f.pos in ("GRND", "INFN")), None)) is not None
        ):
            return self._unfinished(at, unfinished)
        if form is not None and at not in self.in_phrase:
            lemma = form.lemma
            if lemma in w.SPEECH or lemma in w.CITING or lemma in w.WORDS_OF:
                return Cue(at, at + 1, lemma, form, w.MANNERS.get(lemma, Manner.SAID))
            if lemma in ("стоять", "стоить", "читать") and self._opens_quotation(at) and self._in_document(at):
                return Cue(at, at + 1, "говориться", form, Manner.SAID)
            if lemma in w.LEANING and self.low(at + 1) == "на":
                return Cue(at, at + 1, lemma, form, Manner.SAID, speech=False)
            if lemma in w.IMPERSONAL:
                return Cue(at, at + 1, lemma, form, w.MANNERS.get(lemma.removesuffix("ся"), Manner.SAID))
            if lemma in w.ATTITUDES:
                return Cue(at, at + 1, lemma, form, Manner.SAID, attitude=True)
            if lemma in ("выразить", "выражать") and self._next_lemma(at + 1) & w.FEELINGS:
                return Cue(at, at + 2, lemma, form, Manner.SAID, attitude=True)
            given = self._word_given(at, lemma)
            if given is not None:
                return Cue(at, given[0], "пообещать" if given[1] is Manner.PROMISED else "сказать", form, given[1])
            if lemma in w.ONLY_THAT and form.pos == "VERB" and self.that(at + 1, min(self.end, at + 5)) is not None:
                return Cue(at, at + 1, lemma, form, Manner.SAID)
            if (done := self._set_phrase(at, lemma)) is not None:
                return Cue(at, done, "сказать", form, Manner.SAID)
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
        so = next((f for f in word.forms if f.pos == "ADJS" and f.lemma in w.ANSWERING_SO), None)
        if so is not None and at + 1 < self.end and self.words[at + 1].text == ":":
            return Cue(at, at + 1, "сказать", so, Manner.SAID)
        if adjective is not None and at not in self.in_phrase:
            return Cue(at, at + 1, adjective.lemma, adjective, Manner.SAID, attitude=True)
        return None

    def _word_given(self, at: int, lemma: str) -> tuple[int, Manner] | None:
        """As in "дал слово", "взял на себя обязательство": where it ends, and the manner."""
        if lemma not in w.GIVING_WORD:
            return None
        for place in range(at + 1, min(self.end, at + 6)):
            word = self.words[place]
            if word.kind != "w":
                return None
            nouns = word.lemmas("NOUN") & w.WORD_GIVEN.keys() if word.cases("NOUN") & {"accs"} else frozenset()
            if nouns:
                return place + 1, w.WORD_GIVEN[min(nouns)]
        return None

    def _unfinished(self, at: int, form: Form) -> Cue | None:
        """As in ", сообщив, что", "был вынужден признать, что": a gerund or an infinitive by which words are told."""
        if form.lemma not in w.SPEECH or at in self.in_phrase:
            return None
        manner = w.MANNERS.get(form.lemma, Manner.SAID)
        that = self.that(at + 1, min(self.end, at + 7))
        if that is None or any(self.words[n].text == "," for n in range(at + 1, that[0])):
            return None
        if form.pos == "GRND":
            return Cue(at, at + 1, form.lemma, replace(form, number="", gender="", tense=""), manner)
        for place in range(at - 1, max(self.first - 1, at - 6), -1):
            word = self.words[place]
            if word.kind != "w":
                return None
            finite = next((f for f in word.forms if f.pos in ("VERB", "PRTS", "ADJS")), None)
            if finite is None or place in self.in_phrase:
                continue
            negated = self.is_negated(place)
            fits = finite.lemma in w.SAYING_ALL_THE_SAME and negated is (finite.lemma in w.PERSISTING)
            return Cue(at, at + 1, form.lemma, finite, manner) if fits else None
        return None

    def _set_phrase(self, at: int, lemma: str) -> int | None:
        """Where a verb with its noun ends that together tell of words: "обратил внимание", "сделал заявление"."""
        nouns = next((n for verbs, n in w.SET_PHRASES.items() if lemma in verbs), None)
        if nouns is None:
            return None
        for place in range(at + 1, min(self.end, at + 7)):
            word = self.words[place]
            if word.kind != "w" or word.verb() is not None:
                return None
            if word.lemmas("NOUN") & nouns:
                return place + 1
        return None

    def _in_document(self, at: int) -> bool:
        """As in "В письме комитета стоит: «...»"."""
        return any(
            p.head in w.DOCUMENTS and p.prep in ("в", "во", "на") and "loct" in p.cases and p.first < at + 4
            for p in self.phrases
        )

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
