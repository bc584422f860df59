"""What a verb of speech opens behind it: "that", a colon, a quotation, an object; and where nothing does.

In: the words of a sentence, a verb. Out: the word where the words begin, how they are opened, the place in the text.
Leaves to others: where they end (`extents`), objects of demand, promise, denial (`objects`).
"""

from __future__ import annotations

from homeward.reading.languages.language import MASK
from homeward.reading.languages.unmarked.clause_words import LONGEST_ASIDE, THIS
from homeward.reading.languages.unmarked.marks import COMMAS, HARD_STOPS, INNER_MARKS
from homeward.reading.languages.unmarked.media import REACH
from homeward.reading.languages.unmarked.objects import Objects
from homeward.reading.languages.unmarked.subjects_before import BACK, NEAR
from homeward.reading.languages.unmarked.words import PEOPLE, Cue, Frame, Kind, fold
from homeward.records import Manner

_QUESTIONS = frozenset(["מדוע", "למה", "איך", "כיצד", "היכן", "איפה", "מתי", "האם", "מי", "לאן", "כמה", "הכיצד"])
_TAKES_HEARER = frozenset(  # Hebrew verbs whose object is told something: "updated the committee that"
    ["עדכן", "עדכנה", "עדכנו", "יידע", "יידעה", "יידעו", "הזהיר", "הזהירה", "הזהירו", "שכנע", "שכנעה", "שכנעו", "האשים", "האשימה",
     "האשימו", "מעדכן", "מעדכנת", "מעדכנים", "מאשים", "מאשימה", "מאשימים", "מזהיר", "מזהירה", "עידכן", "עידכנה", "עידכנו"]
)  # fmt: skip
_OF_THIS = frozenset(["כך", "זה", "העובדה", "מצב"])
_ASKING = frozenset([Manner.DEMANDED, Manner.ASKED, Manner.PROMISED])
_DECLINED = tuple(map(fold, ["امتنع", "يمتنع", "تمتنع", "اعتذر", "يعتذر", "تعتذر"]))
_NO_ANSWER = frozenset(
    map(fold, ["تعليق", "إدلاء", "إجابة", "خوض", "رد", "ذكر", "كشف هوية", "إفصاح", "حديث", "تصريح", "استجواب"])
)


class Openings(Objects):
    """Where the words begin that a verb of speech opens."""

    def what_opens(self, at: int, cue: Cue, *, past_cues: bool = False) -> tuple[int, str, int] | None:
        """What a verb opens behind `at`: the word, how ("that", "colon", "quote", "object"), the place in the text."""
        spare: tuple[int, str, int] | None = None
        object_ = self.object_of(at, cue) if cue.frame in (Frame.BARE, Frame.WHILE, Frame.HOPE) else None
        if cue.frame is Frame.REFUSE and at < self.s.size:
            object_ = (at, "object", self.words[at].start) if self.words[at].text in THIS else self._refused(at)
        limit = min(self.s.size, at + REACH)
        place = at
        carried: set[int] = set()  # "answered, saying:": one voice, not two
        while place < limit:
            word = self.words[place]
            if word.text in (MASK, ":") or (word.is_word and self.s.is_that(place)):
                self.taken |= carried
            if object_ is not None and place >= object_[0]:
                if cue.manner not in _ASKING and self._leads_past(object_[0]):
                    object_ = None  # "insists | in a message to the site | that"
                else:
                    return object_
            if word.text == MASK:
                return place, "quote", word.start
            if word.text == ":":
                behind = place + 1
                if behind == self.s.size and self.quote_below() is not None:
                    return place, "below", word.start
                if behind < self.s.size and self.words[behind].text == MASK:
                    return behind, "quote", self.words[behind].start
                return (behind, "colon", self.words[behind].start) if behind < self.s.size else None
            if word.text in ";؛.!?؟":
                break
            if not word.is_word:
                if word.text in COMMAS and (past := self._behind_and_he(place + 1)) is not None:
                    place = past
                    continue
                if word.text in COMMAS and (past := self._behind_onward(place + 1)) is not None:
                    place = past
                    continue
                if word.text in COMMAS and self.breaks(place + 1) and not past_cues:
                    break
                place += 1
                continue
            if self.s.tongue.verb_first and word.any(Kind.THAT) and word.prefix == "و":
                break  # "(saw him) ..., | and that": goes on with the verb that "that" stood behind before
            asks = cue.manner is Manner.ASKED and cue.frame is Frame.SAY and not self.s.tongue.verb_first
            if asks and word.text in _QUESTIONS:
                return place, "that", word.start
            if self.s.is_that(place):
                length = self.x.that_length(word)
                start = word.start + length if length < len(word.text) else self.next_start(place)
                if start is None:
                    break
                if self._is_whole_quote(place + 1):
                    return place + 1, "quote", self.words[place + 1].start
                if word.any(Kind.THAT) or (word.prefix == "" and word.any(Kind.THAT)) or self._may_open(place, at):
                    return place, "that", start
                behind_noun = self.words[place - 1].any(Kind.THING) and not self.words[place - 1].definite
                if cue.frame is not Frame.PASSIVE and (behind_noun or self._follows_at_once(place, at)):
                    spare = spare or (place, "that", start)
            elif word.cue is not None and word.cue.frame is Frame.WHILE and not past_cues:
                carried.add(place)
            elif (
                word.cue is not None
                and place > at
                and not past_cues
                and self.words[place - 1].text not in ("ما", "مما")
                and not word.any(PEOPLE)
                and not (self.s.tongue.verb_first and self.is_in_according(word))
            ) or word.any(Kind.CONNECTOR):
                break
            place += 1
        return object_ or spare

    def _refused(self, at: int) -> tuple[int, str, int] | None:
        """What somebody refuses to do: "refused | to receive a delegation", "apologised for not | letting us speak"."""
        if not self.s.tongue.verb_first:
            return None
        place = at
        while place < self.s.size and (self.words[place].dated or self.words[place].any(Kind.ADVERB)):
            place += 1
        verb = next((w for w in reversed(self.words[max(0, at - BACK) : at]) if w.cue is not None), None)
        led = place < self.s.size and self.words[place].text == "عن"
        if verb is not None and fold(verb.lemma).startswith(_DECLINED) is not led:
            return None
        place += led
        if place >= self.s.size:
            return None
        word = self.words[place]
        plain = fold(word.text).removeprefix("ال")
        if not word.is_word or word.prefix not in ("", "ال") or self.s.is_that(place) or plain in _NO_ANSWER:
            return None
        if word.any(Kind.PREPOSITION | Kind.CONNECTOR | Kind.PRONOUN | Kind.RELATIVE | Kind.NAME) or word.dated:
            return None
        if self.s.looks_like_verb(place) and not plain.startswith("ت"):
            return None
        return place, "object", word.start

    def _leads_past(self, at: int) -> bool:
        """Whether a preposition stands before the "of that" which a verb takes, and so begins no object itself."""
        led = self.words[at].any(Kind.PREPOSITION) or self.words[at].prefix in ("ل", "لل")
        if not self.s.tongue.verb_first or not led:
            return False
        site = at + 1 < self.s.size and self.words[at + 1].any(Kind.MEDIUM)  # "in a statement | on its site"
        for place in range(at + 2, min(self.s.size, at + LONGEST_ASIDE)):
            word = self.words[place]
            if word.text in HARD_STOPS or word.text in COMMAS or word.text == MASK or word.cue is not None:
                return False
            if word.any(Kind.THAT):
                return site or word.text.startswith("ب") or self.words[place - 1].text in ("على", "إلى", "من", "عن")
        return False

    def _is_whole_quote(self, at: int) -> bool:
        """Whether what stands behind "that" is a quotation and nothing else: 'that "...", but'."""
        if at >= self.s.size or self.words[at].text != MASK:
            return False
        after = self.words[at + 1] if at + 1 < self.s.size else None
        if after is None or after.text in ".;!?…":
            return True
        return after.text in COMMAS and self.breaks(at + 2)

    def _behind_and_he(self, at: int) -> int | None:
        """The colon or quotation behind an aside: "she added, | and she was wiping her hands |: ..."."""
        if at >= self.s.size or not self.s.is_and_he(at):
            return None
        for place in range(at, min(self.s.size, at + 14)):
            if self.words[place].text in (":", MASK):
                return place
            if self.words[place].cue is not None or self.words[place].text in HARD_STOPS:
                return None
        return None

    def _behind_onward(self, at: int) -> int | None:
        """Behind an aside of where words went on to: "told the network, and from it the agency Y, that"."""
        if at + 1 >= self.s.size or not (self.leads_on(at) or self.leads_on(at + 1)):
            return None
        for place in range(at + 1, min(self.s.size, at + LONGEST_ASIDE)):
            if self.words[place].text in COMMAS:
                return place + 1
            if self.words[place].text in (MASK, ":") or self.words[place].any(Kind.THAT):
                return place
            if self.words[place].text in HARD_STOPS:
                return None
        return None

    def _may_open(self, at: int, begin: int) -> bool:
        """Whether "that" on a front opens speech: behind the verb, its subject, a day, an adverb, an addressee."""
        if at <= begin:
            return True
        before = self.words[at - 1]
        word = self.words[at]
        if not self.s.tongue.verb_first and any(w.dated for w in self.words[begin:at]) and self.skip(begin) >= at:
            return True  # "promised on Wednesday, in the court in Haifa, | that"
        if not self.s.tongue.verb_first and before.text in COMMAS:
            if any(w.text in COMMAS for w in self.words[begin : at - 1]):
                return True  # "declared, after the talks, | that"
        if not self.s.tongue.verb_first:
            if word.prefix in self.s.tongue.that and word.any(Kind.NAME | Kind.ROLE | Kind.BODY | Kind.PRONOUN):
                return True  # "in a talk with the reporter that Rasil": no verb that would make it a relative clause
            if before.text in _OF_THIS:
                return True  # "protested against this, that"
        if before.dated or before.any(Kind.ADVERB) or before.cue is not None:
            return True
        back = at - 1
        while (
            back > begin
            and not self.s.has_preposition(back)
            and (self.words[back].is_word or self.words[back].text in INNER_MARKS)
        ):
            if self.words[back].any(Kind.PREPOSITION):
                if self.words[back].text in self.x.object and not self.s.tongue.verb_first:
                    return any(w.lemma in _TAKES_HEARER for w in self.words[max(0, begin - LONGEST_ASIDE) : back])
                return self.words[back].text in self.x.before_hearer
            back -= 1
        return self.words[back].prefix.startswith("ל") or self.words[back].text.startswith("ל")

    def _follows_at_once(self, at: int, begin: int) -> bool:
        """Whether "that" stands behind no more than "in ..." from its verb: "told in the inquiry that"."""
        between = self.words[begin:at]
        if self.s.tongue.verb_first or not 0 < len(between) <= NEAR or not between[0].is_word:
            return False
        return between[0].text[0] == "ב" and all(w.is_word and w.cue is None for w in between)
