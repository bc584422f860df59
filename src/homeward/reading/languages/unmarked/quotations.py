"""Which quotations belong to a verb of speech: before it, behind it, in the paragraph below it.

In: the words of a sentence. Out: places of quoted words.
Leaves to others: where quotation marks pair (`homeward.reading.segment`), whose words they are (`cues`, `without_verbs`).
"""

from __future__ import annotations

from homeward.reading.languages.language import MASK, Place
from homeward.reading.languages.unmarked.clause_words import ClauseWords
from homeward.reading.languages.unmarked.drafts import Draft
from homeward.reading.languages.unmarked.marks import CLOSING_MARKS, COMMAS, OPENING_MARKS
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.words import Kind


class Quotations(ClauseWords):
    """The quotations around a verb of speech."""

    def rest_quoted(self, at: int) -> list[Place]:
        """As in '"We shall not open them", says Rasil, "they will come back"': few words that go on behind the speaker."""
        while at < self.s.size and self.words[at].text in COMMAS:
            at += 1
        return self.few_words_quoted(at) if at and at < self.s.size and self.words[at - 1].text in COMMAS else []

    def fill(self, draft: Draft, opened: tuple[int, str, int]) -> None:
        at, how, place = opened
        if how == "quote":
            draft.pieces += self.quotes_from(at)
        elif how == "below" and (below := self.quote_below()) is not None:
            draft.pieces.append(below)
        else:
            draft.open = place
            draft.bare = how == "object"

    def quote_before(self, at: int, subject: Phrase | None) -> Place | None:
        """The quotation that ends before a verb or its subject."""
        place = at - 1
        if subject is not None and subject.start < at:
            place = subject.start - 1
            joined = self.words[subject.start].prefix[:1]
            if joined and joined in self.s.tongue.and_ and not self.s.tongue.verb_first:
                return None  # '"...", and the head of the delegation added': the quotation is another's
        while place >= 0 and (
            self.words[place].text in (*COMMAS, "-", "–", "—", ".") or self.words[place].lemma in self.x.so
        ):
            place -= 1
        if place < 0:
            return None
        if self.words[place].text in CLOSING_MARKS:
            return self._short_quote(place)
        return self._inner(place) if self.words[place].text == MASK else None

    def _short_quote(self, at: int) -> Place | None:
        """A quotation of a few words, which is taken for a term until a verb of speech stands beside it."""
        for place in range(at - 1, max(-1, at - 8), -1):
            if self.words[place].text in OPENING_MARKS:
                first = place == 0 or not self.words[place - 1].is_word
                if first and not self.s.tongue.verb_first and self.s.own_name_end(place, self.s.size) == at + 1:
                    return None  # '"The Dawn Alliance" said that': who said it
                return (self.words[place].stop, self.words[at].start) if first and place + 1 < at else None
        return None

    def _inner(self, at: int) -> Place | None:
        word = self.words[at]
        inside = [q for q in self.view.quotes if word.start <= q.start and q.stop <= word.stop]
        return (inside[0].inner_start, inside[-1].inner_stop) if inside else None

    def quotes_from(self, at: int) -> list[Place]:
        found: list[Place] = []
        place = at
        while place < self.s.size and (not self.words[place].is_word):
            if self.words[place].text == MASK and (inner := self._inner(place)) is not None:
                found.append(inner)
            place += 1
        return found

    def quote_below(self) -> Place | None:
        """The quotation with which the text goes on behind a sentence that ends with a colon."""
        text, start = self.view.masked, self.view.stop
        while start < len(text) and text[start].isspace():
            start += 1
        stop = start
        while stop < len(text) and text[stop] == MASK:
            stop += 1
        if stop - start < 3:
            return None
        return start + 1, stop - (self.view.text[stop - 1] in CLOSING_MARKS)

    def told_quoted(self, begin: int, end: int) -> int:
        """Where 'to the "Hour"' or "on Facebook" begins that stands before a colon at `end`; else `end`."""
        for place in range(begin, end):
            word, after = self.words[place], self.words[place + 1]
            if word.text in ("لـ", "ل") and self.s.quoted_name_end(place + 1) == end:
                return place
            if word.text in ("على", "عبر") and after.any(Kind.MEDIUM):
                return place
        return end

    def is_told_only(self, begin: int, end: int) -> bool:
        """Whether all that stands between a speaker and a colon is the medium to which he spoke."""
        word = self.words[begin]
        led = word.is_word and (
            self.s.has_preposition(begin) or word.any(Kind.PREPOSITION) or word.text in ("ל", "ב")
        )
        return led and not any(
            w.cue is not None or w.any(Kind.VERB) or w.text in COMMAS for w in self.words[begin:end]
        )

    def few_words_quoted(self, at: int) -> list[Place]:
        """A quotation of a few words that begins here, and that is taken for a term by itself."""
        if self.words[at].text not in OPENING_MARKS:
            return []
        for place in range(at + 2, min(self.s.size, at + 8)):
            if self.words[place].text in CLOSING_MARKS:
                return [(self.words[at].stop, self.words[place].start)]
        return []
