"""To whom words are said in Russian, and to whom something is promised in them: whoever stands in the dative.

In: a sentence with the document's `Cast`; the place of a promise. Out: the hearer or receiver, fully named, or None.
Leaves to others: who speaks (`voices`), what is promised (`promises`).

"Посулил ей", "сообщил матери", "ответил послу"; "покажут консулу", "примет родных", "передать церкви".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from homeward.reading.languages.language import YOU, Actor, ActorKind, Place, View, Voice
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.cast import Cast, cast_of
from homeward.reading.languages.ru.parties import Parties
from homeward.reading.languages.ru.phrases import Phrase
from homeward.reading.languages.ru.sentence import PEOPLE
from homeward.records import Attribution

_TO_HIM = {"ему": "masc", "ей": "femn"}
_NEAR = 4  # words between a cue and its hearer
_HEARERS = (*PEOPLE, ActorKind.BODY)


def with_hearers(view: View, cast: Cast, voices: Sequence[Voice]) -> list[Voice]:
    """The voices of a sentence, each with whoever it was said to, where the words beside its cue tell."""
    parties = _Hearers(view, cast, voices)
    return [v if v.to is not None or v.attitude else replace(v, to=parties.hearer(v)) for v in voices]


def promised_to(text: str, place: Place) -> Actor | None:
    """To whom the words in `place` promise something; "вам" is whoever is spoken to."""
    view = View(text, text, *place, (), ())
    return _Hearers(view, cast_of(text, text), ()).receiver()


class _Hearers(Parties):
    def hearer(self, voice: Voice) -> Actor | None:
        """Who stands in the dative behind a cue, or before it: "сказал матери", "матери майор сказал"."""
        at, after = self.cast.words_in(*voice.cue)
        if not self.first <= at < self.end:
            return None
        behind = range(after, min(self.end, after + _NEAR))
        before = range(at - 1, max(self.first, at - _NEAR) - 1, -1)
        assures = any(self.words[n].kind == "w" and self.words[n].lemmas("VERB", "PRTF", "GRND") & w.ASSURING
                      for n in range(at, after))  # fmt: skip
        if assures and (assured := self._assured(voice, behind)) is not None:
            return assured
        return self._nearest(voice, behind) or self._nearest(voice, before)

    def _assured(self, voice: Voice, places: Iterable[int]) -> Actor | None:
        """The object of "заверил посла, что", "обнадёжил семьи"."""
        for n in places:
            if self.words[n].kind != "w":
                return None
            phrase = self.at_word.get(n)
            if phrase is None:
                continue
            if phrase.prep or "accs" not in phrase.cases or phrase.kind not in _HEARERS:
                return None
            if phrase.kind is ActorKind.PRONOUN or phrase.head in w.JOURNALISTS | w.PRESS:
                return None
            actor = self.party(phrase, "accs")
            return actor if actor is not None and self._may_hear(actor, voice) else None
        return None

    def _nearest(self, voice: Voice, places: Iterable[int]) -> Actor | None:
        but = voice.speaker.name if voice.speaker is not None else ""
        for n in places:
            word = self.words[n]
            if word.kind == "m" or (word.kind != "w" and word.text in ",.;:!?…—–"):
                return None
            found = self._dative(n, but=but)
            if found is not None:
                return found if self._may_hear(found, voice) else None
        return None

    def _may_hear(self, actor: Actor, voice: Voice) -> bool:
        inside = any(a <= actor.place[0] < b for a, b in voice.contents)
        return not inside and (voice.speaker is None or voice.speaker.name != actor.name)

    def _dative(self, at: int, *, but: str = "") -> Actor | None:
        """Whoever stands in the dative at a word, without a preposition; "ей" is nobody of the name `but`."""
        agree = _TO_HIM.get(self.low(at))
        if agree is not None and self.words[at].kind == "w":
            if at > self.first and self.words[at - 1].has("PREP"):
                return None
            known = self.cast.pronoun(agree, "sing", self.words[at].start, but=but)
            return self.cast.as_actor(known, (self.words[at].start, self.words[at].stop)) if known else None
        if self.low(at) in ("родным", "близким"):
            return self._kin(at)
        phrase = self.at_word.get(at)
        around = self.in_phrase.get(at)
        if phrase is None and around is not None and around.head_at == at:  # "пленных | консулу"
            phrase = self.cast.inner(at)
        return self._receiver_of(phrase) if phrase is not None else None

    def _kin(self, at: int) -> Actor | None:
        """As in "звонить родным пропавших", "примет родных"."""
        if at > self.first and self.words[at - 1].has("PREP"):
            return None
        phrase = self.in_phrase.get(at)
        last = self.words[phrase.after - 1] if phrase is not None and phrase.first == at else self.words[at]
        place = self.words[at].start, last.stop
        name = w.KIN_AS_NOUNS[self.low(at)] + self.view.text[self.words[at].stop : place[1]]
        return Actor(place, name, ActorKind.ROLE, Attribution.UNNAMED, w.KIN_AS_NOUNS[self.low(at)])

    def _receiver_of(self, phrase: Phrase) -> Actor | None:
        verbs = self.words[max(0, phrase.first - 2) : phrase.first]  # "дал слово матери"
        given = any(x.kind == "w" and x.lemmas("VERB", "INFN") & w.GIVING for x in verbs)
        plain = "datv" in phrase.cases and not phrase.prep and (given or "nomn" not in phrase.cases)
        if not plain or phrase.kind not in _HEARERS or phrase.first in self.dated:
            return None
        if phrase.kind is ActorKind.PRONOUN or phrase.head in w.JOURNALISTS | w.PRESS:
            return None  # who only passes on what he is told
        actor = self.party(phrase, "datv")
        return actor if actor is not None and actor.kind is not ActorKind.PRONOUN else None

    def receiver(self) -> Actor | None:
        for n in range(self.first, self.end):
            word = self.words[n]
            if word.kind != "w":
                continue
            if word.low in ("вам", "тебе"):
                return Actor((word.start, word.stop), YOU, ActorKind.PRONOUN, Attribution.UNNAMED, YOU)
            found = self._dative(n) or self._received(n)
            if found is not None:
                return found
        return None

    def _received(self, at: int) -> Actor | None:
        """As in "примет родных": the object of a verb of receiving or telling."""
        if not self.words[at].lemmas("VERB", "INFN") & w.RECEIVING:
            return None
        if any(self.low(n) in ("родных", "близких") for n in range(at + 1, at + _NEAR)):
            return self._kin(next(n for n in range(at + 1, at + _NEAR) if self.low(n) in ("родных", "близких")))
        for phrase in self.phrases:
            if at < phrase.first <= at + _NEAR and "accs" in phrase.cases and not phrase.prep:
                return self.party(phrase) if phrase.kind in _HEARERS else None
        return None
