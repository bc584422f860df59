"""Through whom words went in a Russian sentence: a medium that was told, one that cites, the next sentence's source.

In: a sentence and its voices. Out: relays, and voices whose speaker is whoever is cited.
Leaves to others: the chain over several sentences (the engine).
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, Voice
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.cues import Cues
from homeward.reading.languages.ru.phrases import Phrase, phrase_name
from homeward.reading.languages.ru.sentence import Cue
from homeward.records import Attribution, Manner

_PASSING = (ActorKind.MEDIUM, ActorKind.PERSON, ActorKind.ROLE, ActorKind.BODY)
_ASKING = frozenset(["вопрос", "запрос", "просьба", "звонок", "письмо"])


_CLOSE_BY = 90  # letters behind a verb within which a text is said to have come out
_BRACKET = re.compile(r"\((?:[а-яё-]+\s+)?«(?P<name>[^«»()]{2,40})»\)[\s.]*$")
_BESIDE = 14  # letters between an aside and the verb in front of which it stands
INFORMED = "informed"  # the rule of a voice that only tells whence something is known


class Relays(Cues):
    """A sentence in which relays are looked for."""

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
            asked = outer.kind is ActorKind.ROLE and outer.head in w.JOURNALISTS and not phrase.prep
            given = given or (asked and "accs" in phrase.cases and "nomn" not in phrase.cases)
            speaking = bool(around & w.SPEAKING_TO) or (phrase.prep == "с" and self._speaks_with(phrase))
            on_air = phrase.prep in ("на", "в") and any(
                x.lemmas("GRND", "VERB") & {"выступать", "выступить"}
                for x in self.words[max(self.first, back - 4) : back + 1]
            )
            given = (
                given or on_air or speaking or phrase.prep == "через" or (phrase.prep == "для" and self._comments())
            )
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

    def _comments(self) -> bool:
        """Whether the sentence tells of a comment: "комментируя итоги для радиостанции"."""
        return any(
            x.kind == "w"
            and {f.lemma for f in x.forms} & {"комментировать", "прокомментировать", "комментарий", "интервью"}
            for x in self.words[self.first : self.end]
        )

    def _medium_of(self, phrase: Phrase) -> Phrase | None:
        """A medium, or the one for which a journalist who is told works: "корреспонденту газеты «Полдень»"."""
        if phrase.kind is ActorKind.MEDIUM:
            known = self.cast.actor(phrase)
            back = phrase.first - 1
            told = back >= self.first and bool(self.words[back].lemmas("NOUN") & w.SPEAKING_TO)
            if told and not phrase.head:
                return phrase  # "в интервью «Радио Решет»"
            oblique = phrase.quoted is not None and "nomn" not in phrase.cases
            return phrase if phrase.head or oblique or (known is not None and known.head == "medium") else None
        if phrase.kind is ActorKind.ROLE and phrase.head in w.JOURNALISTS and phrase.after > phrase.head_at + 1:
            inner = self.cast.inner(phrase.head_at + 1)
            if inner is not None and inner.kind is ActorKind.MEDIUM:
                return replace(inner, cases=phrase.cases, prep=phrase.prep, first=phrase.first)
        return None

    def _heard_by(self, phrase: Phrase | None) -> tuple[Actor, ...]:
        """The medium whose source somebody is: "собеседник «Саррана»", "источник газеты «Листок»"."""
        if phrase is None or phrase.kind is not ActorKind.SOURCE:
            return ()
        if self.words[phrase.first].low in w.HIS and (known := self.cast.last_medium(phrase.start)) is not None:
            place = (self.words[phrase.first].start, self.words[phrase.first].stop)
            return (self.cast.as_actor(known, place),) if known.attribution is Attribution.NAMED else ()
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
            voices = self._leaning(voices, at, actor)
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

    # --- who passed it on -----------------------------------------------------------------------------------------

    def _passed_by(self, voices: list[Voice]) -> list[Voice]:
        """Voices with those who passed their words on added: in a clause that describes, by "через", on a network."""
        self._note_hints()
        found: list[Voice] = []
        for voice in voices:
            if voice.speaker is None or voice.attitude:
                found.append(voice)
                continue
            more = [
                *self._put_out(voice),
                *self._of_network(voice),
                *self._by_relative(voice),
                *self._by_hand(voice),
                *self._passed_further(voice),
                *self._talked_with(voice),
                *self._in_brackets(voice),
                *self._asked_by(voice),
                *self._told_by_medium(voice),
            ]
            known = {voice.speaker.name, *(r.name for r in voice.relays)}
            fresh = tuple(
                a for n, a in enumerate(more) if a.name not in known and a.name not in {b.name for b in more[:n]}
            )
            found.append(replace(voice, relays=(*voice.relays, *fresh)) if fresh else voice)
        return found

    def _by_word_of(self, voices: list[Voice]) -> list[Voice]:
        """ "Радио передало со слов врача, что ...": the doctor's words, which the radio passed on."""
        for given in [v for v in voices if v.rule in (INFORMED, "according-to") and v.contents]:
            for voice in [v for v in voices if v is not given and v.contents and v.speaker is not None]:
                told = voice.contents[0]
                same = abs(given.contents[0][1] - told[1]) < 3 and 0 <= told[0] - given.contents[0][0] < 8
                before = voice.cue[0] < given.cue[0] < told[0]
                behind = abs(given.contents[0][0] - told[0]) < 3 and told[1] <= voice.cue[0] < given.contents[0][1]
                if (
                    ((same and before) or (behind and given.cue[0] > voice.cue[0]))
                    and given.speaker is not None
                    and voice.speaker is not None
                ):
                    relays = (voice.speaker, *voice.relays)
                    turned = replace(voice, speaker=given.speaker, relays=relays, rule="cites")
                    voices = [turned if v is voice else v for v in voices if v is not given]
                    break
        return voices

    def _informed(self, voices: list[Voice]) -> list[Voice]:
        """ "Тан, по сведениям посольства, обещал": whoever else speaks in the sentence comes through the embassy."""
        voices = [replace(v, rule=INFORMED) if self._is_set_in(v, voices) else v for v in voices]
        informed = [v for v in voices if v.rule == INFORMED]
        spoken = [v for v in voices if v.rule != INFORMED and not v.attitude and v.speaker is not None and v.contents]
        for one in informed:
            through = one.speaker
            outer = [
                v for v in spoken
                if not any(o is not v and a <= v.cue[0] < b for o in spoken for a, b in o.contents)
                and v.speaker is not None and through is not None and v.speaker.name != through.name
                and not any(a <= one.cue[0] < b for a, b in v.contents)
            ]  # fmt: skip
            if not outer or through is None:
                continue
            voices = [v for v in voices if v is not one]
            for voice in outer:
                known = [r.name for r in voice.relays]
                if through.name not in known:
                    turned = replace(voice, relays=(*voice.relays, through))
                    voices = [turned if v is voice else v for v in voices]
                    spoken = [turned if v is voice else v for v in spoken]
        return [replace(v, rule="according-to") if v.rule == INFORMED else v for v in voices]

    def _is_set_in(self, voice: Voice, voices: list[Voice]) -> bool:
        """Whether "по словам дипломата" stands between another speaker and his verb: "Тот, по словам дипломата, обещал"."""
        if voice.rule != "according-to" or voice.speaker is None or not voice.contents:
            return False
        return any(
            v.speaker is not None and v.speaker.place[1] <= voice.cue[0] < v.cue[0]
            and 0 <= v.cue[0] - voice.contents[0][0] < _BESIDE
            and v.rule == "speaker-then-content" and not v.attitude
            and self.view.masked[v.speaker.place[1] : voice.cue[0]].strip() in (",", "—", "–", "(")
            for v in voices if v is not voice
        )  # fmt: skip

    def _leaning(self, voices: list[Voice], at: int, source: Actor) -> list[Voice]:
        """As in "Пак ссылается на жителя села, который уверял, что": whoever leans on a source passes its words on."""
        form = self.words[at].verb()
        if form is None:
            return voices
        cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
        subject = self.subject(cue, self.clause_start(at), at, inverted=False)
        relay = self.cast.actor(subject) if subject is not None else None
        if relay is None or relay.name == source.name:
            return voices
        return [
            replace(v, relays=(*v.relays, relay), rule="cites")
            if v.speaker is not None and v.speaker.name == source.name and not v.attitude
            and relay.name not in [r.name for r in v.relays]
            else v
            for v in voices
        ]  # fmt: skip

    def _is_told(self, voice: Voice, at: int) -> bool:
        """Whether word `at` lies in the words that a voice tells."""
        return any(a <= self.words[at].start < b for a, b in voice.contents)

    def _note_hints(self) -> None:
        """Where the sentence has words that may tell of somebody who heard, passed on or asked; looked for once."""
        self._hearing: list[int] = []
        self._asking: list[int] = []
        for at in range(self.first, self.end):
            word = self.words[at]
            if word.kind != "w":
                continue
            verb = word.verb() if at in self.relative else None
            heard = word.lemmas("PRTF") & w.HEARD_BY and not word.cap
            heard = heard or bool(word.lemmas("PRTF", "ADJF") & w.HAD_FROM and self.low(at + 1) == "от")
            told = verb is not None and verb.lemma in w.HEARING | w.CARRYING
            if told or heard or word.low.startswith("распоряжени"):
                self._hearing.append(at)
            if word.lemmas("NOUN") & _ASKING and at + 1 < self.end:
                self._asking.append(at)

    def _by_relative(self, voice: Voice) -> list[Actor]:
        """As in "офицеров, с которыми поговорил телеканал", "врача, чьи слова приводит сайт", "опрошенных газетой"."""
        found: list[Actor] = []
        speaker = voice.speaker
        if speaker is None:
            return []
        for at in self._hearing:
            word = self.words[at]
            form = word.verb() if at in self.relative else None
            text = form is not None and form.lemma in w.CARRYING and self._is_text_of(at)
            if self._is_told(voice, at) or (word.start < speaker.place[0] and not text):
                continue
            if at in self.relative and (form := word.verb()) is not None:
                near = [p for p in self.phrases if p.first in self.relative and abs(p.first - at) < 8]
                who = next((p for p in near if "nomn" in p.cases and not p.prep and p.kind in _PASSING), None)
                if form.lemma not in w.HEARING and not self._is_text_of(at):
                    continue
            elif word.low.startswith("распоряжени") and self.low(at - 1) in ("в", "во"):
                who = self.at_word.get(at + 1)
                if who is None and at in self.in_phrase and self.in_phrase[at].after > at + 1:
                    who = self.cast.inner(at + 1)
            elif word.lemmas("PRTF", "ADJF") & w.HAD_FROM and self.low(at + 1) == "от":
                who = self.at_word.get(at + 2) or self.cast.inner(at + 2)
            elif word.has("PRTF") and word.lemmas("PRTF") & w.HEARD_BY and not word.cap:
                near = [p for p in self.phrases if at < p.first < at + 5]
                who = next((p for p in near if "ablt" in p.cases and not p.prep), None)
                phrase = self.in_phrase.get(at)
                if who is None and phrase is not None and phrase.after > at + 1:
                    inner = self.cast.inner(at + 1)
                    who = inner if inner is not None and "ablt" in inner.cases else None
            else:
                continue
            actor = self.cast.means(who) if who is not None else None
            if actor is not None and actor.kind is not ActorKind.PRONOUN and actor.name != speaker.name:
                found.append(actor)
                medium = next((p for p in self.phrases if p.first in self.relative and p is not who and at < p.first < at + 6
                               and p.kind is ActorKind.MEDIUM and p.prep in ("в", "во", "на")), None)  # fmt: skip
                where = self.cast.actor(medium) if text and medium is not None else None
                found += [where] if where is not None else []
        return found

    def _is_text_of(self, at: int) -> bool:
        """Whether a clause that describes says what became of words: "чьё интервью", "в письме, которое прочитал"."""
        comma = at
        while comma > self.first and comma in self.relative:
            comma -= 1
        around = self.words[max(self.first, comma - 6) : at]
        return any(x.kind == "w" and x.lemmas("NOUN") & (w.DOCUMENTS | w.WORDS | w.SPEAKING_TO) for x in around)

    def _by_hand(self, voice: Voice) -> list[Actor]:
        """As in "через секретаря передал", "через неё передал", "устами майора": whoever carried the words."""
        found: list[Actor] = []
        for phrase in self.phrases:
            if phrase.prep not in ("через", "чрез") or self._is_told(voice, phrase.first):
                continue
            if phrase.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE, ActorKind.BODY, ActorKind.OTHER):
                actor = self.cast.actor(phrase)
            elif phrase.kind is ActorKind.PRONOUN:
                actor = self.cast.actor(phrase)
                actor = None if actor is not None and actor.kind is ActorKind.PRONOUN else actor
            else:
                continue
            named = phrase.kind is not ActorKind.OTHER or phrase.person is not None
            translator = phrase.head in ("переводчик", "переводчица")
            if actor is not None and named and not translator and abs(phrase.start - voice.cue[0]) < 120:
                found.append(actor)
        if not found and (at := self._word_before(voice, "через")) is not None:
            low = self.low(at + 1)
            agree = {"него": ("masc", "sing"), "неё": ("femn", "sing"), "нее": ("femn", "sing"), "них": ("", "plur")}
            if low in agree:
                known = self.cast.pronoun(*agree[low], self.words[at].start)
                if known is not None:
                    found.append(self.cast.as_actor(known, (self.words[at + 1].start, self.words[at + 1].stop)))
        return found

    def _word_before(self, voice: Voice, low: str) -> int | None:
        return next(
            (n for n in range(self.first, self.end - 1) if self.words[n].low == low and not self._is_told(voice, n)),
            None,
        )

    def _passed_further(self, voice: Voice) -> list[Actor]:
        """As in "рассказал капитану, а тот — консулу, что": those through whom words went on, one to the next."""
        found: list[Actor] = []
        for comma in range(self.first, self.end):
            if self.words[comma].text != "," or self._is_told(voice, comma) or self.told_on(comma) is None:
                continue
            teller = self.at_word.get(comma + 2)
            hearer = next((p for p in self.phrases if p.first > comma + 2 and "datv" in p.cases and not p.prep), None)
            first = next((p for p in reversed(self.phrases) if p.after <= comma and "datv" in p.cases), None)
            for phrase in (first if teller is not None and teller.kind is ActorKind.PRONOUN else teller, hearer):
                ours = phrase is not None and (phrase.head in w.JOURNALISTS or phrase.kind is ActorKind.PRONOUN)
                actor = self.cast.actor(phrase) if phrase is not None and not ours else None
                if actor is not None and actor.kind is not ActorKind.PRONOUN:
                    found.append(actor)
        return found

    def _talked_with(self, voice: Voice) -> list[Actor]:
        """As in "поговорил с сайтом и сказал, что", "Телеканал спросил полковника, и тот ответил": the medium before."""
        at_cue = self.cast.words_in(*voice.cue)[0]
        for at in range(self.first, at_cue):
            form = self.words[at].verb() if self.words[at].kind == "w" and at not in self.in_phrase else None
            if form is None or form.lemma not in w.TALKING_WITH | w.ASKING_OF or self._is_told(voice, at):
                continue
            if form.lemma in w.ASKING_OF:
                cue = Cue(at, at + 1, form.lemma, form, Manner.SAID)
                phrase = self.subject(cue, self.clause_start(at), at, inverted=False)
            else:
                phrase = next((p for p in self.phrases if at < p.first < at + 5 and p.prep == "с"), None)
            if phrase is None or phrase.kind is not ActorKind.MEDIUM:
                continue
            actor = self.cast.actor(phrase)
            if actor is not None and actor.attribution is Attribution.NAMED:
                return [actor]
        return []

    def _in_brackets(self, voice: Voice) -> list[Actor]:
        """As in "Фронт признаёт, что удерживает их («Заря»).": whence the report has it."""
        match = _BRACKET.search(self.view.text, self.view.start, self.view.stop)
        if match is None or voice.relays:
            return []
        return [Actor(match.span("name"), match["name"], ActorKind.MEDIUM, Attribution.NAMED, "")]

    def _told_by_medium(self, voice: Voice) -> list[Actor]:
        """As in "сказал посол, передаёт «Заря»", "«Заря»: посол сказал": the medium that tells all of it."""
        label = self.at_word.get(self.first)
        if label is not None and label.kind is ActorKind.MEDIUM and self.words[label.after].text == ":":
            actor = self.cast.actor(label)
            return [actor] if actor is not None and actor.attribution is Attribution.NAMED else []
        at_cue = self.cast.words_in(*voice.cue)[0]
        for comma in range(at_cue + 1, self.end - 1):
            at = comma + 2 if self.low(comma + 1) == "как" else comma + 1
            if self.words[comma].text != "," or at >= self.end or self._is_told(voice, comma):
                continue
            form = self.words[at].verb() if self.words[at].kind == "w" else None
            medium = self.at_word.get(at + 1)
            if form is None or medium is None or form.lemma not in w.SPEECH | w.CITING | w.WORDS_OF:
                continue
            actor = self.cast.actor(medium) if medium.kind is ActorKind.MEDIUM and "nomn" in medium.cases else None
            if actor is not None and actor.attribution is Attribution.NAMED:
                return [actor]
        return []

    def _asked_by(self, voice: Voice) -> list[Actor]:
        """As in "на вопрос «Сахель-24» ответил", "в ответ на запрос агентства": the medium that asked."""
        for at in self._asking:
            if self._is_told(voice, at):
                continue
            if self.low(at - 1) not in ("на", "наш") and self.low(at - 2) != "на":
                continue
            behind = self.at_word.get(at + 1)
            if behind is None and at in self.in_phrase and self.in_phrase[at].after > at + 1:
                behind = self.cast.inner(at + 1)
            if behind is None:
                continue
            medium = self._medium_of(behind)
            actor = self.cast.means(medium) if medium is not None else None
            if actor is not None and actor.attribution is Attribution.NAMED:
                return [actor]
        return []

    def _put_out(self, voice: Voice) -> list[Actor]:
        """As in "в обращении, выложенном в телеграм-канале «Голос»", "«Мост» перепечатал заметку портала, где он говорит"."""
        found: list[Actor] = []
        for phrase in self.phrases:
            if (
                phrase.kind is not ActorKind.MEDIUM
                or self._is_told(voice, phrase.first)
                or phrase.start > voice.cue[0] + _CLOSE_BY
            ):
                continue
            back = [x for x in self.words[max(self.first, phrase.first - 5) : phrase.first] if x.kind == "w"]
            put = any(x.lemmas("PRTF", "PRTS") & w.PUTTING_OUT for x in back)
            where = phrase.prep in ("в", "во", "на") and bool(phrase.cases & {"loct", "accs"})
            by = not phrase.prep and bool(phrase.cases & {"ablt", "datv"})
            texts = any(
                x.lemmas("NOUN") & w.DOCUMENTS for x in self.words[max(self.first, phrase.first - 9) : phrase.first]
            )
            actor = self.cast.actor(phrase) if put and texts and (where or by) else None
            if actor is not None and actor.attribution is Attribution.NAMED:
                found.append(actor)
        return found or self._reprinted(voice)

    def _reprinted(self, voice: Voice) -> list[Actor]:
        """The medium whose piece another reprints, then that one: "перепечатала заметку портала «Нахар», где"."""
        at_cue = self.cast.words_in(*voice.cue)[0]
        for at in range(self.first, at_cue):
            form = self.words[at].verb() if self.words[at].kind == "w" else None
            if form is None or form.lemma not in w.REPRINTING:
                continue
            subject = self.subject(Cue(at, at + 1, form.lemma, form, Manner.SAID), self.first, at_cue, inverted=False)
            piece = next((p for p in self.phrases if at < p.first < at_cue and p.head in w.DOCUMENTS), None)
            if subject is None or piece is None or subject.kind is not ActorKind.MEDIUM:
                continue
            inside = any(self.low(n) in ("где", "котором", "которой", "которых") for n in range(piece.first, at_cue))
            owner = self.owner(piece)
            behind = next((p for p in self.phrases if p.first > piece.head_at and p.kind is ActorKind.MEDIUM), None)
            if owner is None and behind is not None and behind.first < at_cue:
                owner = self.cast.actor(behind)
            teller = self.cast.actor(subject)
            if inside and teller is not None:
                return [a for a in (owner, teller) if a is not None and a.kind is ActorKind.MEDIUM]
        return []

    def _of_network(self, voice: Voice) -> list[Actor]:
        """As in "написала в фейсбуке", "сообщил в своём телеграм-канале": where somebody wrote himself."""
        at_cue = self.cast.words_in(*voice.cue)[0]
        if not {f.lemma for f in self.words[at_cue].forms} & w.POSTING:
            return []
        if (chat := self._of_chat(voice)) is not None:
            return [chat]
        for at in range(max(self.first, at_cue - 20), min(self.end, at_cue + 20)):
            word = self.words[at]
            if word.kind != "w" or self._is_told(voice, at) or abs(word.start - voice.cue[0]) > 90:
                continue
            names = {f.lemma for f in word.forms} | {word.low, word.low.rstrip("еаоу")}
            if not names & w.NETWORKS or not any(self.low(n) in ("в", "во", "на") for n in range(at - 4, at)):
                continue
            if voice.speaker is not None and voice.speaker.place[0] <= word.start < voice.speaker.place[1]:
                continue
            name = min(names & w.NETWORKS)
            phrase = self.in_phrase.get(at)
            if name == "форум" and phrase is not None:
                name = phrase_name(self.words, phrase, self.view.text)
            return [Actor((word.start, word.stop), name, ActorKind.MEDIUM, Attribution.NAMED, name)]
        return []

    def _of_chat(self, voice: Voice) -> Actor | None:
        """As in "написала в чате «Борт 214»", "поделился на странице «Друзья моря»"."""
        for at in range(self.first, self.end - 3):
            word = self.words[at]
            if word.low not in ("в", "во", "на") or self._is_told(voice, at) or abs(word.start - voice.cue[0]) > 90:
                continue
            noun = next((n for n in range(at + 1, min(at + 4, self.end - 2)) if self.words[n].text in '«“"'), None)
            if noun is None or not self.words[noun - 1].lemmas("NOUN") & w.CHATS:
                continue
            close = next((n for n in range(noun + 1, min(self.after, noun + 9)) if self.words[n].text in '»”"'), None)
            if close is not None and close > noun + 1:
                place = (self.words[noun + 1].start, self.words[close - 1].stop)
                name = self.view.text[slice(*place)]
                return Actor(place, name, ActorKind.MEDIUM, Attribution.NAMED, "")
        return None

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
        return [turned if v is voice else v for v in voices]

    def _relays_only(self, voices: list[Voice]) -> list[Voice]:
        """A medium in whose words somebody else speaks only relays them; so does "как передаёт агентство"."""
        voices = self._informed(self._by_word_of(voices))
        found: list[Voice] = []
        for voice in voices:
            inner = [
                v for v in voices
                if v is not voice and not v.attitude and v.speaker is not None
                and voice.region[0] <= v.cue[0] and v.cue[1] <= voice.region[1]
            ]  # fmt: skip
            medium = voice.speaker is not None and voice.speaker.kind is ActorKind.MEDIUM
            if inner and (medium or self._is_aside(voice, inner)) and not voice.attitude:
                voice = replace(voice, contents=())
            found.append(voice)
        return found

    def _is_aside(self, voice: Voice, inner: list[Voice]) -> bool:
        """As in "Тот, как написал нам консул, припомнил": a clause set into somebody else's sentence only passes on."""
        at = self.cast.words_in(voice.cue[0], voice.cue[1])[0]
        clause = next((n for n in range(at - 1, max(self.first, at - 5), -1) if self.words[n].text in ",—–("), None)
        if clause is None or self.low(clause + 1) != "как":
            return False
        return any(v.speaker is not None and v.speaker.place[0] < voice.cue[0] < v.cue[0] for v in inner)
