"""What a reader of voices asks of single words, and what it steps over: adverbs, dates, phrases with a preposition.

In: the words of a sentence, the expressions of its language. Out: `ClauseWords`, on which the others build.
Leaves to others: which phrase is the subject (`subjects`), what a verb opens (`openings`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import islice, pairwise

from homeward.reading.languages.language import MASK, Actor, ActorKind, View, Voice
from homeward.reading.languages.unmarked.drafts import Draft
from homeward.reading.languages.unmarked.expressions import Expressions
from homeward.reading.languages.unmarked.hidden_names import HIDING
from homeward.reading.languages.unmarked.marks import CLOSING_MARKS, COMMAS, OPENING_MARKS
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.words import ENDS, PEOPLE, Cue, Frame, Kind, Word, fold
from homeward.records import Attribution

MOST_CUES = 12  # more than any sentence has
_TIMES = frozenset(["בערב", "בבוקר", "בלילה", "בצהריים"])
_THEN = frozenset(
    ["אחר כך", "לאחר מכן", "מאוחר יותר", "אחרי כן", "עם זאת", "בתוך כך", "זה עתה", "יום אחר", "באותו יום", "קודם לכן"]
)
_REPORTERS = frozenset(["כתב", "כתבת", "שליח", "שליחת", "עיתונאי", "עיתונאית", "שדר", "מערכת"])
LONGEST_ASIDE = 14  # words that may say more about a subject before its verb
_SHORTEST_WE = 3  # letters; a shorter verb is one whose root begins with the same letter
_WITH_HIM = re.compile(r"[وف]?(?:في|ب|ل|عن|من|إلي|علي|مع|لدي|بين|أمام)(?:ه|ها|هم|هما|نا|كم|هن)|لي|بي|عني|مني|معي")
THIS = frozenset(["ذلك", "هذا", "هذه", "تلك", "الأمر", "بذلك", "لهذا"])
_FINAL = {"מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ", "כ": "ך"}


class ClauseWords:
    """The words of one sentence, what each may be, and what stands between a verb and its neighbours."""

    def __init__(self, sentence: Sentence, expressions: Expressions) -> None:
        self.s = sentence
        self.x = expressions
        self.view: View = sentence.view
        self.words = sentence.words
        self.starts = [w.start for w in self.words]
        self.drafts: list[Draft] = []
        self.voices: list[Voice] = []
        self.taken: set[int] = set()
        self.hidden = [m.span() for m in HIDING.finditer(self.view.masked, self.view.start, self.view.stop)]
        according = expressions.according.finditer(self.view.masked, self.view.start, self.view.stop)
        self.according_at = list(islice(according, MOST_CUES))

    def says_at_once(self, at: int) -> bool:
        """Whether a verb in a relative clause is followed by what it says."""
        after = self.words[at + 1] if at + 1 < self.s.size else None
        return after is not None and (after.any(Kind.THAT) or after.text in (":", MASK))

    def is_negated(self, at: int) -> bool:
        """Whether a word before a verb undoes it."""
        if at == 0:
            return False
        before = self.words[at - 1]
        if before.text == "ما" and self._is_what_he_said(at):
            return False
        return before.lemma in self.x.negations or before.text in self.x.negations

    def _is_what_he_said(self, at: int) -> bool:
        """Whether "what" stands before a verb, and no "not": "(denied) what | the ministry claimed, namely that"."""
        if self.words[at].cue is None or not fold(self.words[at].text).endswith(("ه", "ها")):
            return False
        return any(
            one.text == "من" and after.any(Kind.THAT)
            for one, after in pairwise(self.words[at + 1 : at + LONGEST_ASIDE])
        )

    def is_in_according(self, word: Word) -> bool:
        return any(m.start() <= word.start < m.end() for m in self.according_at) or any(
            a <= word.start < b for a, b in self.hidden
        )

    def actor(self, phrase: Phrase | None) -> Actor | None:
        if phrase is None:
            return None
        return self.s.actor(phrase)

    def may_be_subject(self, at: int) -> bool:
        if at < self.s.size and self.words[at].text in THIS:
            if at + 1 >= self.s.size or not self.words[at + 1].definite:
                return False
        return at < self.s.size and self.s.may_begin(at) and not self.words[at].any(Kind.THING)

    def is_somebody(self, phrase: Phrase) -> bool:
        return any(self.words[at].any(PEOPLE | Kind.NAME | Kind.TITLE | Kind.PRONOUN) for at, _ in phrase.segments)

    def is_cut(self, at: int) -> bool:
        """Whether a comma, a quotation or the like parts a word from what stands before."""
        return at > 0 and not self.words[at - 1].is_word

    def index(self, place: int) -> int:
        return max(0, bisect_right(self.starts, place) - 1)

    @property
    def speaking(self) -> Mapping[str, Cue]:
        """The verbs of speech."""
        return self.s.tongue.cues

    def skip(self, at: int, *, commas: bool = False) -> int:
        """Behind adverbs, dates and phrases with a preposition."""
        words, place = self.words, at
        while place < self.s.size:
            word = words[place]
            if not word.is_word:
                inside_date = 0 < place < self.s.size - 1 and words[place - 1].dated and words[place + 1].dated
                if (
                    word.dated
                    or inside_date
                    or (commas and word.text in COMMAS)
                    or (word.text in ")(" and inside_date)
                ):
                    place += 1
                    continue
                break
            if word.dated or (word.any(Kind.ADVERB) and word.cue is None) or word.text[0].isdigit():
                place += 1
                continue
            if word.text in _TIMES:
                place += 1
                continue
            if place + 1 < self.s.size and f"{word.text} {words[place + 1].text}" in _THEN:
                place += 2
                continue
            if (word.any(Kind.PREPOSITION) or self.s.has_preposition(place)) and not self.s.is_that(place):
                after = words[place + 1] if place + 1 < self.s.size else None
                several = (
                    word.prefix == "ל" and word.any(Kind.KIN) and word.text.endswith("ות") and not word.possessive
                )
                if several and after is not None and after.any(Kind.ROLE | Kind.BODY) and not after.prefix:
                    place += 1  # "(promised) the families | the commander"
                    continue
                stop = self.behind_preposition(place)
                if stop == place:
                    break
                place = stop
                continue
            if self._may_be_adverbial(place):
                place += 1
                continue
            break
        return place

    def _may_be_adverbial(self, at: int) -> bool:
        """Whether an unknown word at the front of a clause is "in ..." rather than somebody."""
        word = self.words[at]
        if word.kind or word.prefix or self.s.tongue.verb_first or word.cue is not None:
            return False
        after = self.words[at + 1] if at + 1 < self.s.size else None
        if (
            word.text[0] == "ב"
            and after is not None
            and after.any(PEOPLE | Kind.TITLE | Kind.NAME)
            and not after.prefix
        ):
            return at > 0 and self.words[at - 1].cue is not None  # "says | in anger | Ruth"
        return (
            (word.text[:1] in "בכ" or word.text.startswith("מה"))
            and after is not None
            and after.is_word
            and (after.definite and not after.any(Kind.NAME))
        )

    def behind_preposition(self, at: int) -> int:
        words = self.words
        place = at + 1
        if self.s.tongue.verb_first and _WITH_HIM.fullmatch(words[at].text):
            return place
        if (
            not self.s.tongue.verb_first
            and words[at].text in ("ב", "ל")
            and (name := self.named_medium(at)) is not None
        ):
            return self.index(name.place[1]) + 1  # 'told "Evening Sports"'
        if (quoted := self.s.quoted_name_end(place)) is not None:
            return quoted
        several = words[at].prefix == "ל" and words[at].any(Kind.KIN) and words[at].text.endswith("ות")
        if several and not words[at].possessive and place < self.s.size and words[place].is_word:
            after = words[place]
            if not (after.kind or after.definite or after.prefix or after.cue is not None or after.dated):
                return place  # "(promised) the families | hot meals"
        owned = (
            not self.s.tongue.verb_first and words[at].prefix == "ל" and words[at].possessive and place < self.s.size
        )
        if owned and words[at].any(PEOPLE) and words[place].is_word and words[place].text != "של":
            if not words[place].kind and not words[place].definite and not words[place].prefix:
                return place  # "(promised) her friends | coupons"
        if words[at].any(PEOPLE):
            end = max(place, self.s.segment_from(at))
            named = any(w.text in OPENING_MARKS for w in words[place:end])
            return end + 1 if named and end < self.s.size and words[end].text in CLOSING_MARKS else end
        if words[at].any(Kind.PREPOSITION) and place < self.s.size and words[place].any(PEOPLE):
            return max(place, self.s.segment_end(place, self.s.size))
        while place < self.s.size and place - at < 7:
            word = words[place]
            if not word.is_word or word.dated or word.cue is not None or self.s.is_that(place):
                break
            depends = (
                not self.s.tongue.verb_first and words[place - 1].any(Kind.THING) and not words[place - 1].definite
            )
            if word.any(ENDS & ~Kind.THING) or (
                word.any(PEOPLE) and not words[place - 1].any(Kind.PREPOSITION) and not depends
            ):
                break
            if word.any(Kind.PREPOSITION) or self.s.has_preposition(place):
                break
            if place - at >= 1 and not words[at].any(Kind.PREPOSITION) and not word.definite and word.any(Kind.NAME):
                break
            if word.any(Kind.NAME) and words[place - 1].any(Kind.THING):
                break
            place += 1
        return place

    def breaks(self, at: int) -> bool:
        """Whether a new clause begins behind a comma."""
        if at >= self.s.size:
            return True
        word = self.words[at]
        anded = word.prefix[:1] != "" and word.prefix[:1] in self.s.tongue.and_
        return word.any(Kind.CONNECTOR) or (anded and not self.s.is_that(at))

    def next_start(self, at: int) -> int | None:
        return self.words[at + 1].start if at + 1 < self.s.size else None

    def says_we(self, word: Word) -> bool:
        """Whether a verb is in the first person plural, so that it is whoever puts the text out."""
        present = self.s.tongue.verb_first and word.lemma[:1] == "ن" and len(word.lemma) > _SHORTEST_WE
        return present and "ي" + word.lemma[1:] in self.s.tongue.cues

    def gender_of_verb(self, word: Word) -> str:
        """The gender of the subject that a verb of speech shows: ``m``, ``f`` or empty."""
        cues = self.s.tongue.cues
        if word.cue is None or word.cue.frame in (Frame.WHILE, Frame.PASSIVE):
            return ""
        if not self.s.tongue.verb_first:
            return _gender_in_hebrew(word.lemma, cues)
        form = word.lemma
        if form.endswith(("وا", "ون", "نا")):
            return ""
        if form[0] == "ي" or (form[0] == "ت" and "ي" + form[1:] in cues):
            return "m" if form[0] == "ي" else "f"
        stem = re.sub(r"(?:ني|ه|ها|هم)$", "", form)
        if form not in cues and form.endswith("ت"):
            return "f"  # a verb that no table has
        if stem.endswith("ت") and any(fold(stem[:-1] + end) in cues for end in ("", "ى", "ا")):
            return "f"
        return "m"

    def is_told_reporter(self, at: int) -> bool:
        """Whether somebody of a medium is told: "to the reporter of | the site"."""
        word = self.words[at]
        led = self.s.has_preposition(at) or (at > 0 and self.words[at - 1].any(Kind.PREPOSITION))
        return not self.s.tongue.verb_first and led and word.lemma in _REPORTERS

    def named_medium(self, at: int) -> Actor | None:
        """As in 'told "Evening Sports"': a name in quotation marks behind "to" or "in" written by itself."""
        word = self.words[at]
        told = at + 2 < self.s.size and self.is_told_reporter(at)
        told = told or (word.lemma == "תוכנית" and word.prefix == "ב")
        if (word.text not in ("ב", "ל", "لـ") and not told) or at + 2 >= self.s.size:
            return None
        if self.words[at + 1].text not in OPENING_MARKS:
            return None
        for place in range(at + 2, min(self.s.size, at + 8)):
            if self.words[place].text in CLOSING_MARKS:
                start, stop = self.words[at + 1].stop, self.words[place].start
                name = self.view.text[start:stop]
                return Actor((start, stop), name, ActorKind.MEDIUM, Attribution.NAMED, "", True, brief=False)
            if not self.words[place].is_word:
                break
        return None

    def phrase_from(self, place: int, *, closed: bool = False) -> Phrase | None:
        """The phrase that begins at a place of the text, perhaps behind letters written on to its front."""
        at = self.index(place)
        if at < self.s.size and self.words[at].stop <= place:
            at += 1
        while at < self.s.size and not self.words[at].is_word and self.words[at].text in '"«“':
            at += 1
        return self.s.phrase_from(at, closed=closed) if at < self.s.size else None


def _gender_in_hebrew(form: str, cues: Mapping[str, Cue]) -> str:
    """The gender that a Hebrew verb of speech shows in its third person singular."""
    if form.endswith(("ים", "ות", "ו", "תי", "נו")):
        return ""
    for end, bare in (("תה", "ה"), ("ה", ""), ("ת", ""), ("ת", "ה")):
        stem = form.removesuffix(end)
        last = stem[:-1] + _FINAL.get(stem[-1:], stem[-1:])  # as the word is written without its ending
        if form.endswith(end) and (stem + bare in cues or (not bare and last in cues)) and len(form) > len(end) + 1:
            return "f"
    return "m"
