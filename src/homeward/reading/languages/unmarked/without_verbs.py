"""Voices without a verb of speech: "according to", headlines, labels before a colon, ways words came.

In: the words of a sentence. Out: a `Draft`, or none. Leaves to others: verbs (`cues`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.language import MASK, Actor, ActorKind
from homeward.reading.languages.unmarked.arabic_nouns import looks_like_somebody
from homeward.reading.languages.unmarked.clause_words import LONGEST_ASIDE
from homeward.reading.languages.unmarked.cues import BYLINE, Cues
from homeward.reading.languages.unmarked.drafts import Draft
from homeward.reading.languages.unmarked.marks import CLOSING_MARKS, COMMAS, HARD_STOPS, is_bullet
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.subjects_before import NEAR
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, fold
from homeward.records import Attribution, Manner

_HIMSELF = frozenset(["עצמו", "עצמה", "עצמם", "نفسه", "نفسها", "بنفسه", "بنفسها"])
_LABEL = 32  # words of a sentence before a colon and the quotation to which they lead
_ANSWERS = frozenset(["תגובה", "תשובה", "הודעה", "הצהרה"])
_FROM_HIM = frozenset(["عنها", "عنه", "عنهم"])


class WithoutVerbs(Cues):
    """Reads voices that no verb of speech tells of."""

    def read_thus(self) -> Draft | None:
        """As in '"...", thus Tamer Rasil, spokesman of the Front': somebody's words without a verb."""
        if self.s.tongue.verb_first:
            return None
        for at in range(2, self.s.size - 1):
            word = self.words[at]
            if word.text != "כך" or self.words[at - 1].text not in (*COMMAS, "-", "–", "—", MASK):
                continue
            phrase = self.s.phrase_at(at + 1)
            speaker = self.actor(phrase)
            if phrase is None or speaker is None or not self.is_somebody(phrase):
                return None
            draft = Draft(at, (word.start, word.stop), Manner.SAID, speaker, word.start, "content-then-speaker")
            if (before := self.quote_before(at, None)) is not None:
                draft.pieces.append(before)
                return draft
            return self.clause_before(draft, at, None)
        return None

    def read_way(self) -> Draft | None:
        """As in "His words were brought by the agency": who relayed what was said before, by a verb of any kind."""
        match = self.x.told.match(self.view.masked, self.view.start, self.view.stop)
        if match is None or self.view.quoted:
            return None
        at = min(self.s.size - 1, self.index(match.end() - 1) + 1)
        return self.passed_on(at, None) if self.words[at].start >= match.end() else None

    def read_according(self, match: re.Match[str]) -> Draft | None:
        cue = (match.start(), match.end())
        while cue[1] > cue[0] and self.view.text[cue[1] - 1].isspace():
            cue = (cue[0], cue[1] - 1)
        groups = match.groupdict()
        at = self.index(match.start())
        if groups.get("his"):
            his = groups["his"]
            gender = "" if self.s.tongue.verb_first else {"ו": "m", "ה": "f"}.get(his[-1], "")
            speaker: Actor | None = Actor(cue, his, ActorKind.PRONOUN, Attribution.UNNAMED, his, gender=gender)
            after = self.index(match.end() - 1) + 1
        else:
            phrase = self.phrase_from(match.end(), closed=True)
            if phrase is None:
                return None
            known = self.is_somebody(phrase) or self._is_one_name(phrase) or self._looks_like_somebody(phrase)
            if groups.get("weak") and not known:
                return None
            speaker = self.actor(phrase)
            after = phrase.stop
        if speaker is None:
            return None
        own = match.start() + (self.view.text[match.start()] in self.s.tongue.that)
        draft = Draft(at, cue, Manner.SAID, speaker, own, "according-to")
        draft.relays = self.media(after, min(after + 6, self.s.size))
        if self.s.tongue.verb_first and not groups.get("his"):
            after = self._cited_in_aside(draft, match, after)
        after = self._behind_clause(after)
        begin = at
        while begin > 0 and self.words[begin - 1].text in COMMAS:
            begin -= 1
        back = self.words[begin - 1] if begin > 0 else None
        starts = (
            back is None
            or back.text in HARD_STOPS
            or back.any(Kind.CONNECTOR)
            or (back.is_word and self.s.is_that(begin - 1))
        )
        if not starts and self.words[at].prefix[:1] and self.words[at].prefix[:1] in self.s.tongue.and_:
            starts = True
        starts = starts or self.view.text[match.start()] in self.s.tongue.that  # "that according to ..."
        place = self.skip(after) if starts else after
        while place < self.s.size and self.words[place].text in (*COMMAS, ":"):
            place += 1
        if place < self.s.size and self.words[place].any(Kind.THAT) and starts:
            word = self.words[place]
            length = self.x.that_length(word)
            draft.open = word.start + length if length < len(word.text) else self.next_start(place)
        elif starts:
            draft.open = self.words[place].start if place < self.s.size else None
            draft.joined = back is not None and back.text in COMMAS
        else:
            opens = [d.open for d in self.drafts if d.open is not None and d.open < match.start()]
            left = max([self.view.start, *opens])
            stop = self.words[begin].start if begin < at else match.start()
            draft.pieces.append((left, stop))
            closed = after > 0 and after <= self.s.size and self.words[min(after, self.s.size) - 1].text in COMMAS
            comma = after < self.s.size and self.words[after].text in COMMAS
            if (closed or comma) and place < self.s.size and not self.breaks(place):
                draft.open = self.words[place].start
            return draft
        return draft if draft.open is not None else None

    def _behind_clause(self, at: int) -> int:
        """Behind a clause without "who" about a source: "according to a driver | who passed by, | the boys are ..."."""
        if not self.s.tongue.verb_first or at >= self.s.size or not self.words[at].any(Kind.VERB):
            return at
        for place in range(at + 1, min(self.s.size, at + LONGEST_ASIDE)):
            if self.words[place].text in COMMAS:
                return place
            if not self.words[place].is_word or self.words[place].cue is not None:
                return at
        return at

    def _cited_in_aside(self, draft: Draft, match: re.Match[str], after: int) -> int:
        """As in "according to what the paper reported, citing B", "as the site quoted him": the paper is a relay.

        Returns the first word behind it all.
        """
        relay = draft.speaker
        if relay is None or relay.kind is not ActorKind.MEDIUM:
            return after
        pronoun = self.view.text[match.start() : match.end()].split()[-1]
        if pronoun in _FROM_HIM:
            gender = {"عنه": "m", "عنها": "f"}.get(pronoun, "")
            draft.speaker = Actor(draft.cue, pronoun, ActorKind.PRONOUN, Attribution.UNNAMED, "", gender=gender)
            draft.relays = (relay,)
            return after
        place = after
        while place < self.s.size and (self.words[place].text in COMMAS or self.words[place].text in CLOSING_MARKS):
            place += 1
        cited = self.x.citing.match(self.view.masked, self.words[place].start) if place < self.s.size else None
        phrase = self.phrase_from(cited.end(), closed=True) if cited is not None else None
        source = self.actor(phrase)
        if phrase is None or source is None:
            return after
        draft.speaker, draft.relays = source, (relay,)
        return phrase.stop

    def _looks_like_somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase up to a comma begins with an Arabic noun for one who does something: "according to a waiter, ..."."""
        ends = phrase.stop >= self.s.size or not self.words[phrase.stop - 1].is_word
        ends = ends or not self.words[phrase.stop].is_word or self.words[phrase.stop].prefix == "ف"
        named = any(w.any(Kind.NAME) and not w.prefix for w in self.words[phrase.start + 1 : phrase.stop])
        return self.s.tongue.verb_first and ends and (named or looks_like_somebody(self.words[phrase.start]))

    def _is_one_name(self, phrase: Phrase) -> bool:
        """Whether a phrase is one word that no table knows, without article, up to a comma: "according to Barkan, ..."."""
        word = self.words[phrase.start]
        alone = phrase.stop - phrase.start == 1 and phrase.stop < self.s.size
        plain = not word.kind & ~Kind.NAME and not word.definite and word.is_word and word.cue is None
        return alone and plain and self.words[phrase.stop].text in COMMAS

    def read_headline(self) -> Draft | None:
        """As in "Minister: no talks" in a line that ends without a full stop."""
        stopped = self.view.text[self.view.start : self.view.stop].rstrip()[-1:] in ".!…"
        first_word = 0
        if self.s.tongue.verb_first and self.words[0].text[0].isdigit():  # "12:15 A source: ..."
            while first_word < self.s.size and (
                self.words[first_word].text[0].isdigit() or self.words[first_word].text in ":.|–—-"
            ):
                first_word += 1
        if self.s.tongue.verb_first and first_word == 0:  # "Breaking | A spokesman: ..."
            bar = next((n for n in range(min(NEAR, self.s.size)) if self.words[n].text in "|–—"), None)
            first_word = bar + 1 if bar is not None else 0
            while first_word < min(NEAR, self.s.size) and is_bullet(self.words[first_word].text):
                first_word += 1
        for at in range(first_word + 1, min(self.s.size - 1, first_word + 12)):
            if self.words[at].text == ":":
                break
        else:
            return None
        phrase = self.s.phrase_at(first_word, at)
        relays: tuple[Actor, ...] = ()
        told = next(
            (n for n in range(first_word + 1, at) if self.words[n].any(Kind.MEDIUM) and self.s.has_preposition(n)), at
        )
        if self.s.tongue.verb_first and told == at:
            told = self.told_quoted(first_word + 1, at)
        if told < at and self.is_told_only(told, at):
            phrase = self.s.phrase_at(first_word, told)
            named = self.named_medium(told)
            relays = (named,) if named is not None else self.media(told, at)  # "A source to the agency: ..."
        cited = self._cited_by(phrase, at)
        if cited is not None:
            return cited
        if phrase is None or (phrase.stop != at and not relays) or not self.is_somebody(phrase):
            return None
        speaker = self.actor(phrase)
        if speaker is None or speaker.kind is ActorKind.PRONOUN:
            return None
        heads = Kind.ROLE | Kind.SOURCE | (PEOPLE if first_word or not self.s.tongue.verb_first else Kind.NONE)
        heads |= (
            Kind.TITLE if first_word and self.s.tongue.verb_first else Kind.NONE
        )  # "Breaking | Sheikh Rasil: ..."
        if stopped and (not self.words[first_word].any(heads) or self.s.size - at < BYLINE):
            return None
        first = self.words[at + 1]
        if self.s.tongue.verb_first and self.s.size - at <= BYLINE + 2 and first.any(Kind.NAME | Kind.TITLE):
            return None  # "The chair: N. T.", under a letter
        word = self.words[at]
        draft = Draft(at, (word.start, word.stop), Manner.SAID, speaker, self.view.start, "headline", relays)
        self.fill(draft, (at + 1, "quote" if self.words[at + 1].text == MASK else "colon", self.words[at + 1].start))
        return draft

    def _cited_by(self, phrase: Phrase | None, colon: int) -> Draft | None:
        """As in "Radio Fajr, citing Rasil: the sailors are alive", of Arabic headlines."""
        if not self.s.tongue.verb_first or phrase is None or phrase.stop >= colon - 1:
            return None
        medium = self.actor(phrase)
        lead = 2 if self.words[phrase.stop].text in ("نقلا", "نقلاً") else 1
        if medium is None or medium.kind is not ActorKind.MEDIUM or self.words[phrase.stop + lead - 1].text != "عن":
            return None
        inner = self.s.phrase_at(phrase.stop + lead, colon)
        speaker = self.actor(inner)
        if inner is None or inner.stop != colon or speaker is None or speaker.kind is ActorKind.PRONOUN:
            return None
        mark = self.words[colon]
        place = (mark.start, mark.stop)
        draft = Draft(colon, place, Manner.SAID, speaker, self.view.start, "headline", (medium,))
        after = self.words[colon + 1]
        self.fill(draft, (colon + 1, "quote" if after.text == MASK else "colon", after.start))
        return draft

    def read_by_colon(self) -> Draft | None:
        """As in 'The mayor did not hide his anger: "..."', where no verb of speech opens the quotation."""
        if self.view.quoted:
            return None
        least = 1 if self.s.tongue.verb_first else 2
        colon = next((n for n in range(least, self.s.size - 1) if self.words[n].text == ":" and
                      self.words[n + 1].text == MASK), None)  # fmt: skip
        verbal = colon is not None and any(
            w.any(Kind.VERB) or w.cue is not None or w.lemma in _HIMSELF for w in self.words[:colon]
        )
        if colon is not None and self.s.tongue.verb_first and (said := self._elided_before(colon)) is not None:
            return said
        verbal = verbal or (colon is not None and self._is_whose(colon))
        if colon is None or not verbal:
            return None
        people = Kind.ROLE | Kind.KIN | Kind.SOURCE | Kind.NAME | Kind.TITLE
        first = self.words[0]
        if first.is_word and not first.kind and not first.definite and self.words[1].lemma in _HIMSELF:
            name = self.actor(self.s.phrase_from(0))
            if name is not None and first.cue is None and not self.s.is_that(0):
                mark = self.words[colon]
                draft = Draft(colon, (mark.start, mark.stop), Manner.SAID, name, first.start, "speaker-then-content")
                draft.pieces += self.quotes_from(colon + 1)
                return draft
        place = 0
        while place < colon:
            word = self.words[place]
            led = self.s.has_preposition(place) or (place > 0 and self.words[place - 1].any(Kind.PREPOSITION))
            if not word.is_word or not word.any(people) or word.cue is not None or led or word.dated:
                place += 1
                continue
            phrase = self.s.phrase_from(place)
            speaker = self.actor(phrase)
            if speaker is None or speaker.kind not in (
                ActorKind.PERSON,
                ActorKind.ROLE,
                ActorKind.SOURCE,
                ActorKind.OTHER,
            ):
                return None
            mark = self.words[colon]
            draft = Draft(colon, (mark.start, mark.stop), Manner.SAID, speaker, word.start, "speaker-then-content")
            draft.pieces += self.quotes_from(colon + 1)
            return draft
        return None

    def _is_whose(self, colon: int) -> bool:
        """Whether a line before a quotation begins with an Arabic person, or with what he does: 'Rasil shook his head: "..."'."""
        if not self.s.tongue.verb_first or not self.words[0].is_word:
            return False
        for at in range(min(NEAR, colon)):
            word = self.words[at]
            if word.any(Kind.TITLE | Kind.ROLE) or (word.any(Kind.NAME) and not word.prefix and not word.any(PEOPLE)):
                phrase = self.s.phrase_from(at)
                person = self.actor(phrase)
                return person is not None and person.kind is ActorKind.PERSON and " " in person.name
            if word.kind or word.definite or word.possessive or word.prefix or word.cue is not None:
                return False
        return False

    def _elided_before(self, colon: int) -> Draft | None:
        """As in 'And he went on: "..."', where a verb that no table has for one of speech names nobody."""
        at = 1 if self.words[0].text == "ثم" else 0
        word = self.words[at]
        if colon - at > NEAR + 1 or not word.is_word or word.definite or word.possessive or word.dated:
            return None
        if word.any(PEOPLE | Kind.THING | Kind.NAME | Kind.PREPOSITION | Kind.ADVERB | Kind.CONNECTOR | Kind.PRONOUN):
            return None
        joined = word.text[0] in "وف" and len(word.text) > NEAR and not fold(word.text).endswith(("ه", "ها", "ة"))
        if not (word.any(Kind.VERB) or joined or (at and not word.kind)):
            return None
        if any(
            not w.is_word or w.any(PEOPLE | Kind.NAME | Kind.THAT) or w.definite for w in self.words[at + 1 : colon]
        ):
            return None
        draft = Draft(at, (word.start, word.stop), Manner.SAID, None, word.start, "speaker-then-content")
        if not self.take_over(draft):
            return None
        draft.pieces += self.quotes_from(colon + 1)
        return draft

    def read_label(self) -> Draft | None:
        """As in '20:41 | The sister to the paper: "..."': whoever stands before a colon and a quotation."""
        colon = next((at for at in range(1, min(self.s.size - 1, _LABEL)) if self.words[at].text == ":" and not
                      (self.words[at - 1].dated or self.words[at - 1].text.isdigit())), None)  # fmt: skip
        if colon is None:
            return None
        quoted = self.quotes_from(colon + 1) or self.few_words_quoted(colon + 1)
        if not quoted:
            return None
        begin = next((at + 1 for at in range(colon) if self.words[at].text in "|–—"), 0)
        if begin == 0 and self.words[0].text[0].isdigit():  # "16:48 Her husband: "
            begin = next(
                at for at in range(colon) if not (self.words[at].text[0].isdigit() or self.words[at].text in ":.")
            )
        if begin < colon and self.words[begin].lemma in _ANSWERS and begin + 1 < colon:
            begin += 1  # "The answer of the ministry: ..."
        phrase = self.s.phrase_at(begin, colon) if begin < colon else None
        if self.s.tongue.verb_first and (phrase is None or not self.is_somebody(phrase)):
            return None
        if self.s.tongue.verb_first and phrase is not None and phrase.stop != colon:
            if not self.is_told_only(phrase.stop, colon):
                return None
            colon_at, colon = colon, phrase.stop  # "The mother, in a recording: ..."
        else:
            colon_at = colon
        named = phrase is not None and phrase.stop == colon and colon - begin <= NEAR and not self.words[begin].kind
        if phrase is None or not (self.is_somebody(phrase) or named):
            begin = self.skip(begin, commas=True)
            phrase = self.s.phrase_at(begin, colon) if begin < colon else None
        if phrase is None or not (self.is_somebody(phrase) or named):
            return None
        speaker = self.actor(phrase)
        if speaker is None or speaker.kind is ActorKind.PRONOUN:
            return None
        word = self.words[colon_at]
        draft = Draft(colon_at, (word.start, word.stop), Manner.SAID, speaker, self.words[begin].start, "headline")
        draft.relays = self.media(phrase.stop, colon_at)
        draft.pieces += quoted
        return draft
