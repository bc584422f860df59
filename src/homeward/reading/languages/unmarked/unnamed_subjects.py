"""Whom a verb of speech means whose subject is a pronoun or is not named: the one told of before it in the sentence.

In: the words of a sentence, the drafts so far. Out: the `Actor`, or none.
Leaves to others: whom sentences before name (`homeward.reading.chain`), but for "the latter".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from homeward.reading.languages.language import Actor, ActorKind, View
from homeward.reading.languages.unmarked.drafts import Draft
from homeward.reading.languages.unmarked.media import TALKS, TEXTS
from homeward.reading.languages.unmarked.openings import Openings
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.subjects_before import BACK, NEAR
from homeward.reading.languages.unmarked.words import PEOPLE, Frame, Kind, Word, fold
from homeward.records import Attribution

_LATTER = frozenset(["הלה", "הלז", "וזה", "וזו"])
_IN_IT = frozenset(["فيه", "فيها"])
# Verbs that go on with whoever is told of, and none of whom he tells of.
_GOES_ON = ("أضاف", "أوضح", "تابع", "أردف", "استطرد", "أشار", "لفت", "شدد", "نوه", "ختم", "يضيف", "تضيف")
_DATED = fold("مؤرخ")  # "dated", and a historian
_GOES_ON_AS_WRITTEN = tuple(map(fold, _GOES_ON))
# "a letter that the ambassador wrote"
_WROTE_IT = re.compile(r"(?:كتب|خط|ارسل|بعث|وجه|سجل|حرر|ترك|سلم)ت?(?:ها|ه)")
_THE_LATTER = ("الاخير", "الاخيرة")
_LONGEST_BEFORE = 400  # characters of the sentence before


class UnnamedSubjects(Openings):
    """Whom a verb of speech means that names nobody, within its sentence."""

    def antecedent(self, pronoun: Phrase) -> Actor | None:
        """Whom a pronoun means within its sentence: "the head of the gang put up a film in which he boasts"."""
        if self.s.tongue.verb_first or (self.drafts and self.words[pronoun.start].text not in _LATTER):
            return None
        word = self.words[pronoun.start]
        last: Actor | None = None
        place = 0
        while place < pronoun.start:
            one = self.words[place]
            latter = word.text in _LATTER
            if not one.any(Kind.ROLE | Kind.KIN | Kind.SOURCE | Kind.BODY) or one.cue is not None or one.possessive:
                place += 1
                continue
            if (
                self.s.has_preposition(place) or (place and self.words[place - 1].any(Kind.PREPOSITION))
            ) and not latter:
                place += 1
                continue
            phrase = self.s.phrase_from(place)
            actor = self.actor(phrase)
            if phrase is None or actor is None or phrase.stop > pronoun.start:
                break
            if not latter:
                return actor if _agrees(word.text, one.text) else None
            if actor.gender in ("", "f" if word.text == "וזו" else "m"):
                last = actor
            place = max(place + 1, phrase.stop)
        return last

    def is_latter(self, phrase: Phrase) -> bool:
        """Whether a phrase says no more than "the latter"."""
        last = self.words[phrase.segments[-1][1] - 1]
        return (
            self.s.tongue.verb_first and fold(last.text).endswith(_THE_LATTER) and phrase.stop - phrase.start < NEAR
        )

    def latter(self, phrase: Phrase, said: Actor) -> Actor:
        """Whom "the latter" means: whoever is named last before it, else whoever the text has named last."""
        gender = "f" if said.name.endswith(("ة", "هي")) else "m"
        found: Actor | None = None
        told_of = self._first_told_of(phrase.stop)
        place = 0
        while place < phrase.start:
            word = self.words[place]
            if not word.any(PEOPLE | Kind.TITLE | Kind.NAME) or word.cue is not None:
                place += 1
                continue
            named = self.s.phrase_from(place)
            actor = self.actor(named)
            own = told_of is not None and word.any(Kind.ROLE) and word.lemma == told_of.lemma
            if actor is not None and actor.gender in ("", gender) and actor.place[1] <= said.place[0] and not own:
                found = actor
            body = actor is not None and actor.kind is ActorKind.BODY  # whose head may be named behind it
            place = max(place + 1, named.segments[-1][1] if named is not None and not body else 0)
        if found is None and (named_last := self._named_last(gender)) is not None:
            return replace(named_last, place=said.place)
        if found is None and said.kind is not ActorKind.PRONOUN:
            return replace(said, kind=ActorKind.PRONOUN, attribution=Attribution.UNNAMED, head="", gender=gender)
        return found or said

    def _named_last(self, gender: str) -> Actor | None:
        """Which person the sentence before, in the same paragraph, named last."""
        text, stop = self.view.text, len(self.view.text[: self.view.start].rstrip())
        begin = max((text.rfind(mark, 0, max(0, stop - 1)) + 1 for mark in ".!؟\n"), default=0)
        if "\n" in text[stop : self.view.start] or not 0 < stop - begin < _LONGEST_BEFORE:
            return None
        sentence = Sentence(View(text, text, begin, stop, (), ()), self.s.tongue)
        found: Actor | None = None
        place = 0
        while place < sentence.size:
            word = sentence.words[place]
            if not word.any(Kind.ROLE | Kind.TITLE | Kind.NAME) or word.cue is not None:
                place += 1
                continue
            phrase = sentence.phrase_from(place)
            actor = sentence.actor(phrase) if phrase is not None else None
            if actor is not None and actor.kind is ActorKind.PERSON and actor.gender in ("", gender):
                found = actor
            place = max(place + 1, phrase.segments[-1][1] if phrase is not None else 0)
        return found

    def _first_told_of(self, at: int) -> Word | None:
        """Of what office somebody's words begin to tell, who then does not hold it: "and he says that the governor ..."."""
        for place in range(at, min(self.s.size - 1, at + NEAR + 1)):
            if self.words[place].any(Kind.THAT):
                after = self.words[place + 1]
                return after if after.any(Kind.ROLE) and after.definite else None
        return None

    def take_over(self, draft: Draft) -> bool:
        """The speaker of a verb that names none: that of the verb before it, else the last one of the text."""
        word = self.words[draft.at]
        if self.says_we(word):
            place = (word.start, word.stop)
            draft.speaker = Actor(place, word.text, ActorKind.PRONOUN, Attribution.UNNAMED, "we")
            return True
        gender = self.gender_of_verb(word)
        if self.s.tongue.verb_first and (told := self.told_in_it(draft.at, gender)) is not None:
            draft.speaker, draft.relays = told
            return True
        if self.s.tongue.verb_first and word.cue is not None and word.cue.frame is Frame.WHILE:
            main = self._of_main_verb(draft.at, "f" if word.text.endswith("ة") else "m")
            if main is not None and not self.drafts:
                draft.speaker = main
                return True
        if self.s.tongue.verb_first and (told := self._text_in_front(draft.at)) is not None:
            draft.speaker, draft.relays = told
            return True
        if self.s.tongue.verb_first and (text := self.text_behind(draft.at)) is not None:
            if (whose := self.whose_text(text)) is not None:
                draft.speaker = whose
                return True
            noun = self.words[text]
            if (
                not noun.definite and not noun.possessive and text == draft.at + 1
            ):  # "a cable of 7 February says that"
                place = (noun.start, noun.stop)
                draft.speaker = Actor(place, noun.text, ActorKind.OTHER, Attribution.UNNAMED, noun.lemma, brief=False)
                return True
            gender = ""
        told_him = draft.at + 1 < self.s.size and self.words[draft.at + 1].text in ("له", "لها")
        if gender and told_him and self.drafts and word.prefix == "و":
            if (topic := self._topic_inside(draft.at, gender)) is not None:
                draft.speaker, draft.joined = topic, False  # "says that Abbas rang him ..., | and told him that"
                return True
        goes_on = self.s.tongue.verb_first and word.lemma.startswith(_GOES_ON_AS_WRITTEN)
        if self.s.tongue.verb_first and word.prefix == "و" and not draft.joined and self.drafts:
            draft.joined = self.drafts[-1].bare and not goes_on  # "pledged to tell all | and refused to"
        for before in reversed(self.drafts):
            if before.open is not None and not draft.joined and before.open <= word.start:
                continue
            if goes_on and any(d.open is not None and d.open <= before.own for d in self.drafts if d is not before):
                continue
            if before.speaker is not None and before.speaker.gender in ("", gender or before.speaker.gender):
                draft.speaker = before.speaker
                return True
        if gender and self.drafts and (topic := self._topic_inside(draft.at, gender)) is not None:
            draft.speaker = topic
            return True
        if (main := self._of_clause(draft.at)) is not None:
            draft.speaker = main
            return True
        if (main := self._of_main_verb(draft.at, gender)) is not None:
            draft.speaker = main
            return True
        if self.s.tongue.verb_first and word.cue is not None and word.cue.frame is Frame.WHILE and not self.drafts:
            if (doer := self._first_named(draft.at, "f" if word.text.endswith("ة") else "")) is not None:
                draft.speaker = doer
                return True
        place = (word.start, word.stop)
        draft.speaker = Actor(place, word.text, ActorKind.PRONOUN, Attribution.UNNAMED, "", gender=gender)
        return True

    def _topic_inside(self, at: int, gender: str) -> Actor | None:
        """Who speaks inside words already opened, where their speaker is of the other gender: "she says her husband"."""
        before = next(
            (d for d in reversed(self.drafts) if d.open is not None and d.open <= self.words[at].start), None
        )
        if not self.s.tongue.verb_first or before is None or before.open is None:
            return None
        phrase = self.s.phrase_at(self.index(before.open), at)
        actor = self.actor(phrase)
        fits = phrase is not None and self.is_somebody(phrase) and actor is not None
        return actor if fits and actor is not None and actor.gender == gender else None

    def _first_named(self, at: int, gender: str) -> Actor | None:
        """Whom the clause of a participle names first, without a preposition: "the minister defended it, saying"."""
        for place in range(at):
            word = self.words[place]
            led = self.s.has_preposition(place) or (place and self.words[place - 1].any(Kind.PREPOSITION))
            if not word.any(PEOPLE | Kind.TITLE) or led or word.cue is not None or word.dated:
                continue
            if place and self.s.is_construct(place - 1):
                continue
            actor = self.actor(self.s.phrase_from(place))
            if (
                actor is not None
                and actor.gender in ("", gender or actor.gender)
                and actor.kind is not ActorKind.MEDIUM
            ):
                return actor
        return None

    def told_in_it(self, at: int, gender: str) -> tuple[Actor, tuple[Actor, ...]] | None:
        """As in "a letter from an officer, in which he admits", "the channel sent a talk with B, in which he said"."""
        if at + 1 >= self.s.size or self.words[at + 1].text not in _IN_IT:
            return None
        for place in self._behind_talks(at):
            word = self.words[place]
            written = _WROTE_IT.fullmatch(fold(word.text)) is not None
            begin = place if word.prefix.startswith("ل") and not written else place + 1
            if begin >= at or not self.words[begin].any(PEOPLE | Kind.NAME | Kind.TITLE):
                continue
            actor = self.actor(self.s.phrase_from(begin))
            if actor is None or actor.gender not in ("", gender or actor.gender):
                continue
            sender = next(
                (p for p in range(place) if self.words[p].any(Kind.VERB) or self.words[p].cue is not None), None
            )
            who = self.subject_of(sender) if sender is not None else None
            by = self.actor(who)
            return actor, ((by,) if by is not None and by.kind is ActorKind.MEDIUM else ())
        return None

    def _behind_talks(self, at: int) -> Iterator[int]:
        """Where "with", "of" or "to" stand first behind a word for a talk or a text, the last of them first."""
        for noun in range(at - 1, -1, -1):
            if self.words[noun].lemma not in TALKS and self.words[noun].lemma not in TEXTS:
                continue
            for place in range(noun + 1, min(at, noun + 6)):
                word = self.words[place]
                wrote = _WROTE_IT.fullmatch(fold(word.text)) is not None
                if word.is_word and (word.text in ("من", "مع") or word.prefix.startswith("ل") or wrote):
                    yield place
                    break

    def _of_clause(self, at: int) -> Actor | None:
        """Whose clause a Hebrew verb goes on with: "The ambassador rejected the claims | and said"."""
        if self.s.tongue.verb_first or self.view.quoted or self.words[at].prefix != "ו":
            return None
        if any(not draft.bare for draft in self.drafts):
            return None
        for place in range(1, min(at, BACK)):
            word = self.words[place]
            if not (word.any(Kind.VERB) or word.cue is not None) or word.any(PEOPLE) or self.is_negated(place):
                continue
            phrase = self.subject_of(place)
            if phrase is None or phrase.start > place:
                return None
            one_name = (
                phrase.start == 0 and phrase.stop == 1 and not self.words[0].kind and not self.words[0].definite
            )
            if not self.is_somebody(phrase) and not one_name:
                return None
            actor = self.actor(phrase)
            return actor if actor is not None and actor.kind is not ActorKind.PRONOUN else None
        return None

    def _text_in_front(self, at: int) -> tuple[Actor, tuple[Actor, ...]] | None:
        """Whose text is the subject before a verb, and who put it out: "the statement of the Front says"."""
        begin = at
        while begin > 0 and self.words[begin - 1].is_word and self.words[begin - 1].cue is None:
            begin -= 1
        word = self.words[begin]
        if begin == at or word.lemma not in TEXTS or self.s.has_preposition(begin):
            return None
        if any(w.any(Kind.THAT) for w in self.words[begin:at]):
            return None
        whose = self.whose_text(begin)
        return (whose, self.media(begin + 1, at)) if whose is not None else None

    def text_behind(self, at: int) -> int | None:
        """Where a text is the subject of a verb: "the statement added"."""
        place = self.skip(at + 1)
        if place >= self.s.size or not self.words[place].any(Kind.THING):
            return None
        return place if self.words[place].lemma in TEXTS else None

    def whose_text(self, at: int) -> Actor | None:
        """Whose a text is: "the ministry's statement", "the report put out by the commission"."""
        for place in range(at + 1, min(self.s.size, at + 5)):
            word = self.words[place]
            if not word.is_word or word.any(Kind.THAT) or word.cue is not None or word.dated:
                return None
            if word.any(Kind.BODY | Kind.ROLE | Kind.MEDIUM | Kind.KIN) and word.lemma != _DATED:
                return self.actor(self.s.phrase_from(place))
        return None

    def _of_main_verb(self, at: int, gender: str) -> Actor | None:
        """The subject of the verb before one of speech: "the Front put out a statement in which it said that"."""
        if not self.s.tongue.verb_first or not gender or self.view.quoted:
            return None
        if self.words[at].prefix and self.drafts:
            return None
        for place in range(min(at - 1, BACK)):
            word = self.words[place]
            told = word.cue is not None and any(draft.at == place for draft in self.drafts)
            if word.text in ("سبق", "وسبق") and self.words[place + 1].prefix.startswith("ل"):
                return self.actor(self.s.phrase_from(place + 1))  # "it was the ministry that once announced"
            if not word.any(Kind.VERB) or told or self.is_negated(place):
                continue
            if place and not word.prefix and self.words[place - 1].definite and self.words[place + 1].definite:
                continue  # "(deplores) the ministry | the silence of | the organisations"
            phrase = self.subject_of(place)
            if phrase is None or phrase.stop > at or not self.is_somebody(phrase):
                continue
            actor = self.actor(phrase)
            if actor is not None and actor.kind is not ActorKind.PRONOUN and actor.gender == gender:
                return actor
        return None


def _agrees(pronoun: str, noun: str) -> bool:
    """Whether a Hebrew pronoun has the gender and number of a noun, by its ending."""
    many = noun.endswith(("ים", "ות", "יי"))
    if pronoun in ("הם", "הן"):
        return many
    return not many and (pronoun == "היא") == noun.endswith(("ת", "ה"))
