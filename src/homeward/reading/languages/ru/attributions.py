"""Words given as somebody's without a verb of speech: "по словам посла", "Кедди: «...»", "приводим его слова".

In: a sentence. Out: `Voice` values.
Leaves to others: verbs of speech (`voices`).
"""

from __future__ import annotations

from homeward.reading.languages.language import MASK, Actor, ActorKind, Place, Voice
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.contents import Contents
from homeward.reading.languages.ru.phrases import Phrase, Word
from homeward.reading.languages.ru.sentence import DASHES, PEOPLE, Cue
from homeward.records import Manner

_MOST_ACCORDING = 4


class Attributions(Contents):
    """A sentence in which words are given as somebody's without a verb."""

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


def _direct(cue: Cue, words: list[Word], speaker: Actor, content: Place, relays: tuple[Actor, ...]) -> Voice:
    place = (words[cue.at].start, words[cue.after - 1].stop)
    return Voice(place, cue.manner, speaker, content, True, False, (content,), relays, rule="speaker-then-content")
