"""Through whom words went in a Russian sentence: a medium that was told, one that cites, the next sentence's source.

In: a sentence and its voices. Out: relays, and voices whose speaker is whoever is cited.
Leaves to others: the chain over several sentences (the engine).
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, Voice
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.cues import Cues
from homeward.reading.languages.ru.phrases import Phrase
from homeward.records import Attribution


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
        return [turned if v is voice else v for v in voices]

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
