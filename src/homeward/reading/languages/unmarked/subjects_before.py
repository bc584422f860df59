"""Which phrase before a verb is its subject, past clauses that say more of it and phrases that are only told of.

In: the words of a sentence, a verb. Out: the phrase, where what belongs to it begins, whether "and" joins the verb to another.
Leaves to others: subjects behind the verb, and which of two it is (`subjects`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from homeward.reading.languages.language import MASK, ActorKind
from homeward.reading.languages.unmarked.arabic_nouns import is_common_noun
from homeward.reading.languages.unmarked.clause_words import LONGEST_ASIDE, THIS
from homeward.reading.languages.unmarked.marks import COMMAS, HARD_STOPS, INNER_MARKS, OPENING_MARKS, is_bullet
from homeward.reading.languages.unmarked.media import Media
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.words import ENDS, PEOPLE, Frame, Kind

BACK = 32  # words before a verb in which its subject begins
_OF_KIN_TOO = frozenset(["בת", "בן", "בני", "בנות"])
NEAR = 3  # words of "in the local police" between a verb and "that"
_LONGEST_OFFICE = 22  # words between a name and its verb that say what he is
LEAST = 3  # words of a clause, with its comma, before "so he said"
_WHOSE_NAME = frozenset(["اسمه", "اسمها"])
_WHO_HAD = frozenset(["وقد", "وكان", "وكانت", "وقيل"])
_WAS = ("كان", "كانت", "كانوا")
_HAD = (*_WAS, "قد")


class SubjectsBefore(Media):
    """The phrase before a verb that may be its subject."""

    def subject_before(self, at: int) -> tuple[Phrase, int, bool] | None:
        """The subject before a verb, where it or the conjunction before it begins, whether there is a conjunction."""
        begin = at
        while begin > 0 and at - begin < BACK:
            word = self.words[begin - 1]
            if word.text in HARD_STOPS or word.text == MASK or word.text in ("-", "|") or is_bullet(word.text):
                break
            had = word.text in _WAS and begin - 1 > 0 and self.words[begin - 2].is_word and begin >= at - 1
            if word.is_word and not had and (word.any(Kind.CONNECTOR | Kind.THAT) or self._is_verb_before(begin - 1)):
                if not any(start <= word.start < stop for start, stop in self.hidden):
                    break  # but "a deputy | who asked that his name be kept | said"
            begin -= 1
            if word.is_word and self.s.is_that(begin) and not self._is_aside(begin):
                if not self.is_in_according(word):
                    break
        if self.s.tongue.verb_first and (opened := self._aside_before(at)) is not None:
            begin = min(begin, self._clause_begin(opened))
        candidates = [begin, *(place + 1 for place in range(begin, at) if self.words[place].text in COMMAS)]
        for candidate in candidates[:6]:
            place = self.skip(candidate, commas=True)
            if place >= at or self.is_in_according(self.words[candidate]):
                continue
            phrase = self._loose_phrase(place, at)
            if phrase is None or (self.is_manner(phrase) and not self._is_name_told_of(phrase, at)):
                continue
            if phrase.stop == phrase.start + 1 and self.words[phrase.start].text in THIS:
                continue
            stop = phrase.stop
            while stop < at and (self.words[stop].lemma in self.x.negations or self.words[stop].text in _HAD):
                stop += 1  # "the minister | did not | meet", "his deputy | had | said"
            explained = self.is_somebody(phrase) and (
                stop == at
                or self._modifies(phrase.stop, at)
                or self._is_inserted(phrase, at)
                or self._is_joined(phrase, at)
            )
            explained = explained or self._is_told_of(phrase, at) or self._is_name_told_of(phrase, at)
            if self.s.tongue.verb_first and self.is_somebody(phrase) and self._aside_before(at) == phrase.stop:
                explained = True
            if phrase.stop < at and self.skip(phrase.stop, commas=True) < at and not explained:
                continue
            own, connected = self.words[phrase.start].start, False
            back = candidate - 1
            if back >= 0 and self.words[back].any(Kind.CONNECTOR | Kind.THAT):
                connected = self.words[back].any(Kind.CONNECTOR)
                if not connected and back > 0 and self.words[back - 1].any(Kind.CONNECTOR):
                    connected, back = True, back - 1
                if connected:
                    own = self.words[back].start
            elif self.words[phrase.start].prefix[:1] and self.words[phrase.start].prefix[:1] in self.s.tongue.and_:
                connected = True
            return phrase, own, connected
        return None

    def _aside_before(self, at: int) -> int | None:
        """The comma that opens an aside which ends before a verb: "The man, who had asked me not to name him, whispered"."""
        if at < LEAST or self.words[at - 1].text not in COMMAS:
            return None
        for place in range(at - 2, max(0, at - LONGEST_ASIDE), -1):
            if self.words[place].text in COMMAS:
                after = self.words[place + 1]
                aside = after.text in _WHO_HAD or self.s.is_and_he(place + 1)
                return place if aside else None
            if self.words[place].text in HARD_STOPS or self.words[place].text == MASK:
                return None
        return None

    def _clause_begin(self, at: int) -> int:
        """Where the clause that ends before a word begins."""
        while at > 0 and self.words[at - 1].is_word and not self.words[at - 1].any(Kind.CONNECTOR | Kind.THAT):
            if self.words[at - 1].cue is not None:
                break
            at -= 1
        return at

    def is_manner(self, phrase: Phrase) -> bool:
        """Whether a phrase that no table knows is "in slow Hausa" rather than somebody."""
        word = self.words[phrase.start]
        known = word.any(PEOPLE | Kind.NAME | Kind.TITLE) or not word.is_word
        return not self.s.tongue.verb_first and word.text[0] == "ב" and not known

    def _modifies(self, begin: int, at: int) -> bool:
        """Whether the words between a noun phrase and a verb only say more about it: "in the port, whom we met,"."""
        if self.s.tongue.verb_first or at - begin > LONGEST_ASIDE:
            return False
        first = begin + 1 if self.words[begin].text in COMMAS else begin
        word = self.words[first]
        led = word.any(Kind.PREPOSITION | Kind.RELATIVE) or self.s.has_preposition(first) or self.s.is_that(first)
        unknown = word.is_word and not word.kind and (word.definite or word.text[:1] in self.s.tongue.to)
        if not (led or unknown) or first >= at:
            return False
        between = range(first + 1, at)
        if any(self.words[i].text in HARD_STOPS or self.words[i].text == MASK for i in between):
            return False
        return not any(self.words[i].any(Kind.CONNECTOR) for i in between)

    def _is_joined(self, phrase: Phrase, at: int) -> bool:
        """Whether only another's name stands between a subject and its verb: "the minister and Rasil | met"."""
        if self.s.tongue.verb_first or phrase.stop >= at:
            return False
        word = self.words[phrase.stop]
        if word.prefix[:1] != "ו" or word.cue is not None or not word.any(PEOPLE | Kind.NAME | Kind.TITLE):
            return False
        return self.s.segment_from(phrase.stop) == at

    def _is_inserted(self, phrase: Phrase, at: int) -> bool:
        """Whether what stands between a body and its verb lies between commas: "the firm, owner of the Alma, said"."""
        stop = phrase.stop
        if self._is_described_at_length(phrase, at):
            return True
        if self.s.tongue.verb_first or at - stop > LONGEST_ASIDE or not self.words[phrase.start].any(Kind.BODY):
            return False
        if stop >= at or self.words[at - 1].text not in COMMAS or self.words[stop].text not in COMMAS:
            return False
        between = self.words[stop:at]
        opens = self.words[stop + 1]
        which = opens.text[0] == "ה" and opens.text.endswith(("ת", "ים", "ות")) and not opens.kind
        described = which or opens.any(Kind.ROLE | Kind.KIN)
        if (
            phrase.start > 0
            or not described
            or any(w.any(Kind.NAME) and before.text not in OPENING_MARKS for before, w in pairwise(between))
        ):
            return False
        return not any(
            w.cue is not None or w.any(Kind.CONNECTOR) or w.text in HARD_STOPS or w.text == MASK for w in between
        )

    def _is_name_told_of(self, phrase: Phrase, at: int) -> bool:
        """Whether a name opens the sentence and an office between commas parts it from its verb: "Barkan, a herdsman, said"."""
        stop = phrase.segments[0][1]
        if self.s.tongue.verb_first or phrase.start or stop > NEAR or at - stop > LONGEST_ASIDE or stop + 2 >= at:
            return False
        if self.words[stop].text not in COMMAS or self.words[at - 1].text not in COMMAS:
            return False
        name, aside = self.words[:stop], self.words[stop + 1 : at - 1]
        if any(not w.is_word or w.kind & ~Kind.NAME or w.definite or w.dated or w.prefix for w in name):
            return False
        office = (
            aside[0].any(Kind.ROLE | Kind.KIN)
            or aside[0].text in _OF_KIN_TOO
            or not (aside[0].kind or aside[0].prefix)
        )
        return office and not any(
            w.cue is not None or w.dated or w.any(Kind.CONNECTOR) or w.text in (*HARD_STOPS, *COMMAS, MASK)
            for w in aside
        )

    def _is_described_at_length(self, phrase: Phrase, at: int) -> bool:
        """Whether what stands between a full name and its verb says who he is: "Ana Ruhl, the owner of ..., said"."""
        stop = phrase.stop - 1 if self.words[phrase.stop - 1].text in COMMAS else phrase.stop
        if self.s.tongue.verb_first or at - stop > _LONGEST_OFFICE or at - stop < NEAR:
            return False
        if self.words[stop].text not in COMMAS or self.words[at - 1].text not in COMMAS:
            return False
        actor = self.actor(phrase)
        kin = self.words[phrase.start].any(Kind.KIN) and self.words[phrase.start].possessive
        if actor is None or (actor.kind is not ActorKind.PERSON and not kin):
            return False
        if not self.words[stop + 1].any(Kind.ROLE | Kind.KIN):
            return False
        return not any(w.cue is not None or w.text in HARD_STOPS or w.text == MASK for w in self.words[stop:at])

    def _is_told_of(self, phrase: Phrase, at: int) -> bool:
        """Whether a relative clause alone stands between a subject and its verb: "a mediator who works with ... says"."""
        if not self.s.tongue.verb_first:
            return False
        if not self.is_somebody(phrase) and not is_common_noun(self.words[phrase.start]):
            return False
        place = self.skip(phrase.stop)
        behind = self.words[min(phrase.stop + 1, self.s.size - 1)].start
        if any(start <= self.words[phrase.stop].start < stop or start == behind for start, stop in self.hidden):
            return True
        if place >= at or not self.words[place].is_word:
            return False
        if self.words[place - 1].text == "إذ" or self.words[place].text == "إذ":
            return True
        head = next((w for w in self.words[phrase.start : at] if w.is_word), None)
        opens = self.words[place]
        clause = (
            head is not None
            and not head.definite
            and (opens.any(Kind.VERB) or opens.text[:1] in "يت" or opens.text in _WHOSE_NAME)
        )
        if not opens.any(Kind.RELATIVE) and not clause:
            return False
        return all(w.is_word or w.text in INNER_MARKS for w in self.words[place:at])

    def _is_verb_before(self, at: int) -> bool:
        """Whether a word on the way back is a verb of speech with a subject of its own, not one of an aside."""
        word = self.words[at]
        if word.cue is None or word.cue.frame is Frame.WHILE or word.any(PEOPLE):
            return False
        if at and self.words[at - 1].text == "إذ":
            return False
        if self.is_in_according(word):
            return False  # "who asked not to be named"
        which = not self.s.tongue.verb_first and word.prefix == "וש" and not self.says_at_once(at)
        if which:
            return False  # "who talked to the agency | and who asked for silence"
        return not (word.prefix in self.s.tongue.that and at > 0 and self.words[at - 1].text in COMMAS)

    def _is_aside(self, at: int) -> bool:
        """Whether "that ..." opens a relative clause between commas or behind its noun."""
        before = self.words[at - 1] if at else None
        if not self.s.tongue.verb_first and before is not None and before.is_word and self._is_noun(at - 1):
            return True
        for place in range(at, max(0, at - 8), -1):
            if self.words[place - 1].text in COMMAS:
                return self.s.is_that(place) or self.words[place].any(Kind.RELATIVE)
            if not self.words[place - 1].is_word:
                break
        return at > 0 and self.words[at - 1].cue is None and not self.words[at - 1].dated

    def _is_noun(self, at: int) -> bool:
        word = self.words[at]
        return word.cue is None and not word.dated and not word.any(ENDS & ~Kind.THING)

    def _loose_phrase(self, at: int, limit: int) -> Phrase | None:
        """A phrase whose first word may have "that" or "and" on its front."""
        if at < limit and not self.s.may_begin(at):
            word = self.words[at]
            if not self.s.tongue.verb_first and self._hides_that(at, limit):
                word = self.words[at] = replace(word, prefix="ש", lemma=word.text[1:])
            if not word.is_word or word.any(ENDS & ~Kind.PRONOUN) or word.cue is not None or not word.prefix:
                return None
            if not any(word.prefix.startswith(that) for that in self.s.tongue.that):
                return None
            if not self.s.tongue.verb_first and not word.any(PEOPLE | Kind.NAME | Kind.TITLE | Kind.PRONOUN):
                if word.kind or not self._is_unknown_speaker(at, limit):
                    return None  # "that were received": a verb
            stop = at + 1
            inner = self.s.segment_end(at + 1, limit) if at + 1 < limit else stop
            if not self.s.tongue.verb_first:
                inner = min(limit, self.s.segment_from(at))
            return Phrase(((at, max(stop, inner)),), max(stop, inner))
        return self.s.phrase_at(at, limit)

    def _hides_that(self, at: int, limit: int) -> bool:
        """Whether an unknown Hebrew word begins with "that" and is somebody, whose verb of speech follows: "that a barber | said"."""
        word = self.words[at]
        unknown = word.is_word and not word.kind and not word.prefix and word.cue is None and word.text[0] == "ש"
        return unknown and len(word.text) > NEAR + 1 and at > 0 and self._is_unknown_speaker(at, limit)

    def _is_unknown_speaker(self, at: int, limit: int) -> bool:
        """Whether nothing but a noun phrase stands between an unknown noun behind "that" and a verb of speech with its "that"."""
        if limit >= self.s.size or self.words[limit].cue is None or self.words[limit].prefix:
            return False
        if self.words[at].dated or self.s.segment_from(at) < limit:
            return False
        behind = self.words[limit + 1 : limit + 4]
        return any(w.any(Kind.THAT) or w.text in (":", MASK) for w in behind) or any(
            self.s.is_that(limit + 1 + k) for k, w in enumerate(behind) if w.is_word
        )
