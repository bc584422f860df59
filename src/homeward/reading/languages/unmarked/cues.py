"""One verb of speech: who says what, where nothing but its clause tells it.

In: the words of a sentence, a verb and its frame. Out: a `Draft`, or none where the verb tells of no words.
Leaves to others: its subject (`subjects`), what it opens (`openings`), verbs that quote (`quoting`).
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.language import MASK, Actor, ActorKind, Place
from homeward.reading.languages.unmarked.arabic_nouns import BY_VERBS
from homeward.reading.languages.unmarked.clause_words import THIS
from homeward.reading.languages.unmarked.drafts import Draft
from homeward.reading.languages.unmarked.marks import COMMAS, HARD_STOPS
from homeward.reading.languages.unmarked.media import REACH
from homeward.reading.languages.unmarked.quoting import Quoting
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.subjects import TOLD_HIM_AS_WRITTEN
from homeward.reading.languages.unmarked.subjects_before import BACK, NEAR
from homeward.reading.languages.unmarked.words import NOUNS_OF_SPEECH, PEOPLE, Cue, Frame, Kind, Word, bare_noun
from homeward.records import Manner

_FIRST = frozenset(["אני", "אנחנו", "אנו"])
_WE = frozenset(["אנחנו", "אנו"])
_PERFORMED = frozenset([Manner.DEMANDED, Manner.ASKED, Manner.WARNED, Manner.PROMISED, Manner.DENIED])
BYLINE = 5
_PASSED = ("اقر", "يقر", "تقر")
_COUNTS = frozenset(["يعد", "تعد"])  # or promises


class Cues(Quoting):
    """Reads one verb of speech."""

    def read_cue(self, at: int, cue: Cue) -> Draft | None:
        if cue.frame is Frame.QUOTE:
            return self.read_quoting(at, cue)
        if cue.frame is Frame.PASSIVE:
            return self.read_passive(at, cue)
        word = self.words[at]
        subject, own, joined = self.subject(at, cue)
        after = max(at + 1, subject.stop if subject is not None and subject.start > at else at + 1)
        speaker = self.actor(subject)
        if subject is not None and speaker is None:
            return None
        if subject is not None and speaker is not None and speaker.kind is ActorKind.PRONOUN:
            speaker = self.antecedent(subject) or speaker
            if self.s.tongue.verb_first and self.words[subject.start].prefix == "و" and subject.start > 0:
                speaker = self.latter(subject, speaker)  # "we met Rasil, and he told us that"
        if subject is not None and speaker is not None and self.is_latter(subject):
            speaker = self.latter(subject, speaker)
        if (passed := self.passed_on(at, speaker)) is not None:
            return passed
        shown = self.gender_of_verb(word)
        if speaker is not None and speaker.kind is ActorKind.PERSON and shown and speaker.gender not in ("", shown):
            speaker = replace(speaker, gender=shown)  # the verb tells it better than a list of names
        elided = speaker is None
        if self._is_reporter(word, subject):
            return None
        if speaker is not None and speaker.kind is ActorKind.PRONOUN and not self.view.quoted and speaker.name in _WE:
            speaker = replace(speaker, head="we")  # "we demand": whoever puts the text out
        draft = Draft(
            at, (word.start, word.stop), cue.manner, speaker, own, "said", joined=joined,
            attitude=cue.frame is Frame.HOPE,
        )  # fmt: skip
        if elided and self.s.tongue.verb_first and (turn := self._behind_but(at)) is not None:
            draft.own, draft.joined = turn, True
        if elided and not self.take_over(draft):
            return None
        noun = (
            self.s.tongue.verb_first and word.lemma in self.s.tongue.nouns and self.quote_before(at, subject) is None
        )
        if noun and not self._demands(at) and not (cue.frame is Frame.REFUSE and self._begins_clause(at, subject)):
            return None  # "a student of medicine", whose letters are those of "he demanded"
        if (cut := self._cut_in(at, subject)) is not None and cue.frame is not Frame.HOPE:
            draft.pieces += cut
            draft.rule = "content-then-speaker"
            draft.relays = self.media(at + 1, self.s.size)
            return draft
        if elided and self.s.tongue.verb_first and (text := self.text_behind(at)) is not None:
            if self.words[text].definite:
                after = max(after, text + 1)  # "the statement | stressed that"
        if (told := self._told_by_noun(at, cue, speaker, after, own)) is not None:
            return told
        hearer = self.promised_to(after) if self.s.tongue.verb_first and cue.manner is Manner.PROMISED else None
        if hearer is not None:
            draft.to, after = hearer
        opened = self.what_opens(after, cue)
        if opened is not None and self._only_describes(opened, at, subject):
            opened = None
        begin = opened[0] if opened is not None else after
        if elided and opened is not None and opened[1] == "colon" and at == 0 and self.s.size - begin <= BYLINE:
            return None  # "Written by: ..."
        told_on = draft.relays if self.s.tongue.verb_first else ()
        draft.relays = (self.media(at + 1, min(begin, after + REACH)) or told_on) if opened is not None else ()
        if self.s.tongue.verb_first and not draft.relays and draft.speaker is not None and not elided:
            spoken = self.told_in_it(at, shown)
            if spoken is not None and spoken[0].name == draft.speaker.name:
                draft.relays = spoken[1]  # "the radio sent a recording of the priest | in which he says"
        draft.to = draft.to or self.addressee(after, min(begin, after + REACH))
        if not draft.relays and (subject is not None or self.s.tongue.verb_first):
            draft.relays = self.media_in_front(at if subject is None else min(at, subject.start))
        if not draft.relays and self.s.tongue.verb_first and word.lemma.startswith(TOLD_HIM_AS_WRITTEN):
            draft.relays = self.medium_told(after)
        self.cite(draft, at + 1 if subject is None else min(at + 1, subject.stop), begin)
        before = self.quote_before(at, subject)
        if before is not None and self.s.tongue.verb_first and word.prefix == "و" and opened is not None:
            before = None if elided else before  # '"...", and demanded that': the quotation is what was said before
        if before is not None:
            draft.pieces.append(before)
            draft.rule = "content-then-speaker"
            draft.own = min(draft.own, word.start)
            if opened is not None and opened[1] == "quote":
                draft.pieces += self.quotes_from(opened[0])
            elif self.s.tongue.verb_first and opened is None:
                draft.pieces += self.rest_quoted(after)
            if not draft.relays and subject is not None and subject.start > at:
                draft.relays = self.media(at + 1, subject.start)
            if not draft.relays:
                draft.relays = self.media(after, min(self.s.size, after + 12))
            return draft
        admits = word.lemma.startswith(_PASSED) or word.lemma in _COUNTS
        if opened is not None and opened[1] == "object" and admits and self.s.tongue.verb_first:
            if self.view.text[opened[2] - 1] not in "بـ" and self.words[max(0, opened[0])].text != "بـ":
                return None  # "passed a treaty": no admission
        if opened is None:
            return self.clause_before(draft, at, subject)
        if self.s.tongue.verb_first and opened[1] == "object" and word.lemma.startswith(BY_VERBS):
            opened = self.act_behind(opened)
        draft.rule = "speaker-then-content"
        if elided and not self.s.tongue.verb_first and opened[1] in ("colon", "quote") and opened[0] - at <= NEAR:
            draft.joined = draft.joined or word.prefix in ("ו", "וה")  # "and threatens: ..."
        self.fill(draft, opened)
        if self.s.tongue.verb_first and opened[1] == "object" and (end := self._behind_this(opened[0])) is not None:
            draft.until = self.words[end - 1].stop
            if end + 1 < self.s.size and self.words[end].text in (":", *COMMAS) and self.words[end + 1].text == MASK:
                draft.pieces += self.quotes_from(end + 1)
        return draft

    def _told_by_noun(self, at: int, cue: Cue, medium: Actor | None, begin: int, own: int) -> Draft | None:
        """As in "The site carried an officer's warning that": the officer's words, relayed."""
        if not self.s.tongue.verb_first or medium is None or medium.kind is not ActorKind.MEDIUM:
            return None
        if begin + 2 >= self.s.size or self.words[begin].definite or self.words[begin].possessive:
            return None
        manner = NOUNS_OF_SPEECH.get(bare_noun(self.words[begin]))
        phrase = self.s.phrase_at(begin + 1) if manner is not None and self.may_be_subject(begin + 1) else None
        if manner is None or phrase is None or not self.is_somebody(phrase):
            return None
        opened = self.what_opens(phrase.stop, replace(cue, manner=manner, frame=Frame.BARE))
        if opened is None:
            return None
        noun = self.words[begin]
        draft = Draft(begin, (noun.start, noun.stop), manner, self.actor(phrase), own, "cites", (medium,))
        self.fill(draft, opened)
        return draft

    def _only_describes(self, opened: tuple[int, str, int], at: int, subject: Phrase | None) -> bool:
        """Whether "that" is the "who" of a speaker who stands behind his words: "..., said an official who went along"."""
        if self.s.tongue.verb_first or subject is None or subject.start <= at or opened[1] != "that":
            return False
        if at < 3 or self.words[at - 1].text not in COMMAS or self.words[opened[0]].any(Kind.THAT):
            return False
        lead = self.words[0]
        away = lead.any(Kind.PREPOSITION | Kind.CONNECTOR) or self.s.has_preposition(0) or lead.dated
        return not away and opened[0] <= subject.stop + 1

    def _cut_in(self, at: int, subject: Phrase | None) -> list[Place] | None:
        """As in "The sailors, Barkan said, are in a safe place": the two parts of the words around their verb."""
        if self.s.tongue.verb_first or subject is None or subject.start <= at or self.words[at].prefix:
            return None
        first = at
        while first > 0 and self.words[first - 1].lemma in self.x.so:
            first -= 1
        stop = subject.stop - 1 if self.words[subject.stop - 1].text in COMMAS else subject.stop
        if first < 2 or self.words[first - 1].text not in COMMAS or stop + 2 >= self.s.size:
            return None
        after = self.words[stop + 1]
        before = self.words[first - 2]
        if self.words[stop].text not in COMMAS or not before.is_word or not after.is_word:
            return None
        if self.s.is_that(stop + 1) or after.any(Kind.CONNECTOR | Kind.RELATIVE) or after.prefix[:1] == "ו":
            return None
        lead = self.words[0]
        if lead.any(Kind.PREPOSITION | Kind.CONNECTOR) or self.s.has_preposition(0) or lead.dated:
            return None  # "In a talk with the paper, Barkan said, ..."
        if any(w.text in (":", MASK) or w.cue is not None for w in self.words[:first] + self.words[stop + 1 :]):
            return None
        return [(lead.start, self.words[first - 1].start), (after.start, self.view.stop)]

    def _behind_this(self, at: int) -> int | None:
        """Behind "that", "these reports", where an object begins with such a word."""
        if self.words[at].text not in THIS:
            return None
        end = at + 1
        while end < self.s.size and end - at < 3 and self.words[end].is_word and self.words[end].definite:
            end += 1
        return end

    def _behind_but(self, at: int) -> int | None:
        """Where a clause that turns against the one before begins: "..., | but he refused", "..., | while he refused"."""
        place = at - 1
        if place > 0 and self.words[place].text in ("قد", "فقد"):
            place -= 1
        if place > 1 and self.words[place].text == "حين" and self.words[place - 1].text == "في":
            place -= 1
        elif place < 1 or not self.words[place].text.removeprefix("و").startswith("لكن"):
            return None
        return self.words[place].start if place and self.words[place - 1].text in COMMAS else None

    def _begins_clause(self, at: int, subject: Phrase | None) -> bool:
        """Whether a word that may be "refusal" stands where only "refused" does."""
        before = self.words[at - 1] if at else None
        if before is None or not before.is_word or self.words[at].prefix[:1] == "و":
            return True
        led = before.any(Kind.CONNECTOR | Kind.ADVERB | Kind.THAT) or before.text in ("حين", "قد", "وقد")
        return led or (subject is not None and subject.start < at)

    def _demands(self, at: int) -> bool:
        """Whether a word that may be an office too is a verb: what is demanded stands behind it."""
        for place in range(at + 1, min(self.s.size, at + BACK)):
            word = self.words[place]
            if word.text in (MASK, ":") or word.any(Kind.THAT) or self.x.opens_object(word) is not None:
                return True
            if word.text in HARD_STOPS or (word.cue is not None and not word.any(PEOPLE)):
                return False
        return False

    def _is_reporter(self, word: Word, subject: Phrase | None) -> bool:
        """Whether whoever writes speaks of himself: "I write here because"."""
        if self.s.tongue.verb_first or self.view.quoted:
            return False
        if subject is not None:
            we = self.words[subject.start].lemma in _WE and word.cue is not None and word.cue.manner in _PERFORMED
            return self.words[subject.start].lemma in _FIRST and not we
        return word.text.endswith(("תי", "נו")) and len(word.text) > 4
