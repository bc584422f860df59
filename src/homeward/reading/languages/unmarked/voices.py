"""Who says what in a sentence: verbs of speech with their subjects, what they open, whom they cite.

In: the words of a sentence, the expressions of its language. Out: `Voice`, in order.
Leaves to others: phrases (`phrases`), chains over sentences (`homeward.reading.chain`).

Each cue is read into a `Draft`: who speaks, and where his words begin. Where they end is known once all drafts are:
at the next verb that goes on beside this one ("..., and added"), else with the sentence.

A reader is built in layers, a module each: `clause_words`, `quotations`, `media`, `subjects_before`, `subjects`, `objects`,
`openings`, `unnamed_subjects`, `quoting`, `cues`, `without_verbs`, `extents`. Each asks only those before it.
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.language import Voice
from homeward.reading.languages.unmarked.clause_words import MOST_CUES
from homeward.reading.languages.unmarked.extents import Extents
from homeward.reading.languages.unmarked.marks import HARD_STOPS
from homeward.reading.languages.unmarked.objects import TANWIN
from homeward.reading.languages.unmarked.subjects import TURNS
from homeward.reading.languages.unmarked.words import Frame, Kind, fold
from homeward.records import Manner

_HIS_ANSWER = frozenset(["رده", "ردها", "ردهم"])
_FINITE = frozenset([Frame.SAY, Frame.BARE, Frame.QUOTE, Frame.REFUSE])
_RECALLED = frozenset(["يذكر"])
_WHETHER = frozenset(["هل", "وهل", "فهل"])


class Reader(Extents):
    """Reads the voices of one sentence; what it knows of subjects serves the events too."""

    def read(self) -> list[Voice]:
        """The voices of the sentence, in the order of their cues."""
        if self.words and self.words[0].text in _WHETHER:
            return []  # a question says nothing
        cues = [at for at, word in enumerate(self.words) if word.cue is not None][:MOST_CUES]
        for at in cues:
            word = self.words[at]
            cue = word.cue
            if cue is not None and cue.manner is Manner.DENIED and self.is_negated(at):
                cue = replace(cue, manner=Manner.CONFIRMED)  # "does not deny"
            elif self.is_negated(at):
                continue
            if at in self.taken or self.is_in_according(word):
                continue
            if self.s.tongue.verb_first and TANWIN.search(word.text) and cue is not None and cue.frame in _FINITE:
                continue  # a noun with its case: no verb
            if word.lemma in _RECALLED and at == 0 and at < self.s.size - 1 and self.words[at + 1].any(Kind.THAT):
                continue  # "it is to be recalled that": the reporter's own
            if cue is not None and self.shows_passive(word) and cue.frame in (Frame.SAY, Frame.BARE):
                cue = replace(cue, frame=Frame.PASSIVE)
            if self.is_quoted_from(at) and self.drafts:
                continue  # where the words of the draft before went on to
            if self._is_avoided(at):
                continue  # "avoided | the mention of"
            if at and self.words[at - 1].text == "إذ":
                continue  # "the union, which tells of this, demands that": only what it demands
            if at and word.text in _HIS_ANSWER and self.words[at - 1].text in ("في", "وفي", "خلال", "وخلال"):
                continue  # "In his answer to a question, the minister said"
            if cue is None or (word.prefix in self.s.tongue.that and not self.says_at_once(at)):
                continue  # "who asked not to be named", "that the company published"
            draft = self.read_cue(at, cue)
            if draft is not None:
                self.drafts.append(draft)
        for match in self.according_at:
            if (draft := self.read_according(match)) is not None:
                self.drafts.append(draft)
        if not self.drafts:
            draft = (
                self.read_headline()
                or self.read_label()
                or self.read_way()
                or self.read_thus()
                or self.read_by_colon()
            )
            self.drafts += [draft] if draft is not None else []
        self.through_others()
        self.voices = self.finish()
        return self.voices

    def through_others(self) -> None:
        """Add to the drafts through whom their words came, where phrases besides the verbs tell it."""

    def _is_avoided(self, at: int) -> bool:
        """Whether a word that may be "he mentioned" is the mention that somebody avoids."""
        if self.words[at].lemma not in self.x.mention:
            return False
        for place in range(at - 1, max(-1, at - TURNS), -1):
            if fold(self.words[place].lemma) in self.x.avoiding:
                return True
            if self.words[place].text in HARD_STOPS:
                return False
        return False
