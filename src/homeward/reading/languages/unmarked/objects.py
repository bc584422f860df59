"""What is demanded, promised or denied, where neither "that" nor a quotation opens it: an infinitive, a noun of doing.

In: the words of a sentence, a verb. Out: the word where it begins, and the place in the text.
Leaves to others: words that "that", a colon or a quotation opens (`openings`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.language import MASK
from homeward.reading.languages.unmarked.clause_words import LONGEST_ASIDE
from homeward.reading.languages.unmarked.marks import COMMAS
from homeward.reading.languages.unmarked.media import ON
from homeward.reading.languages.unmarked.subjects import TURNS, Subjects
from homeward.reading.languages.unmarked.subjects_before import BACK, NEAR
from homeward.reading.languages.unmarked.words import PEOPLE, Cue, Frame, Kind, Word, fold
from homeward.records import Manner

_ABOUT = frozenset(["تحدث", "تحدثت", "تحدثوا", "يتحدث", "تتحدث", "يتحدثون", "نتحدث"])
_CALLED = frozenset(["קרא", "קראה", "קראו", "קורא", "קוראת", "קוראים"])  # and read, out of whatever book
_NOT_TO = frozenset(["לא", "שלא", "בל"])
TANWIN = re.compile("[\u064b-\u064d]")
_ASKED_FOR = frozenset(  # what is asked for in words that are told: no glass of water
    ["ארכה", "הבהרה", "הבהרות", "תצלום", "תמונה", "תשובה", "תשובות", "פגישה", "רשימה", "פרטים", "סיוע", "עזרה", "התערבות", "אישור",
     "הוכחה", "הוכחות", "מסמכים", "ערבות", "ערבויות", "מידע", "עדכון", "חקירה", "רשות", "מחילה", "סליחה", "דיון", "ביקור",
     "שיחה", "כופר", "תמורה", "שמות", "דחייה", "זמן", "פיצוי", "הסבר", "הסברים", "היתר", "ליווי", "תרגום", "סבלנות", "שקט"]
)  # fmt: skip
_WE_OURSELVES = frozenset(["نحن"])
_MASDARS = frozenset(
    ["عقد", "قتل", "خطف", "نقل", "وقوع", "دفع", "عرض", "رفع", "منع", "أخذ", "ترك", "وضع", "فتح", "حمل", "توقيع"]
)
_DENIED_THINGS = frozenset(
    ["وجود", "أي", "صحة", "حصول", "وقوع", "حدوث", "علمه", "علمها", "صلته", "صلتها", "مسؤوليته", "مسؤوليتها"]
)
_WHAT = frozenset(["ما", "كل", "أي", "أية", "جميع"])


class Objects(Subjects):
    """The object of a verb that demands, promises or denies."""

    def object_of(self, at: int, cue: Cue) -> tuple[int, str, int] | None:
        """The object of a demand, a promise or a denial."""
        place = at
        for _ in range(12):
            if place >= self.s.size:
                return None
            word = self.words[place]
            if self.s.tongue.verb_first and word.is_word and self._leads_aside(word):
                comma = next((p for p in range(place, self.s.size) if self.words[p].text in COMMAS), None)
                if comma is None:
                    return None
                place = comma + 1  # ", as the agency reported, "
                continue
            if not word.is_word or self.s.is_that(place):
                aside = (
                    place > at
                    and self.words[place - 1].is_word
                    and self.s.tongue.verb_first
                    and cue.frame is not Frame.HOPE
                )
                if word.text in COMMAS and (place == at or aside):
                    place += 1
                    continue
                if (
                    word.text == MASK
                    and place + 1 < self.s.size
                    and self.words[place + 1].is_word
                    and cue.frame is not Frame.HOPE
                ):
                    return place, "object", word.start
                return None
            speaks = self.s.tongue.verb_first and any(w.lemma in _ABOUT for w in self.words[max(0, at - 6) : at])
            if self.s.tongue.verb_first and word.is_word and place - at < NEAR and TANWIN.search(word.text):
                if not word.kind and cue.frame is Frame.BARE:
                    place += 1  # "denied | flatly"
                    continue
            if speaks and word.text != "عن":
                if self.x.opens_object(word) is not None:
                    return None  # "they speak in ..."
                if word.dated or word.any(Kind.ADVERB):
                    place += 1  # "spoke | this morning | to"
                    continue
            site = self.words[place + 1] if place + 1 < self.s.size else None
            if self.s.tongue.verb_first and word.text in ON and site is not None and site.any(Kind.MEDIUM):
                place = max(place + 2, self.s.segment_end(place + 1, self.s.size))
                continue  # "(denied) in a post | on the platform X, | any meeting"
            if word.any(Kind.PREPOSITION) and (length := self.x.opens_object(word)) is not None:
                start = self.next_start(place)
                after = self.words[place + 1] if place + 1 < self.s.size else None
                if after is None or start is None or self.s.is_that(place + 1):
                    return None
                if self.s.tongue.verb_first and (asked := self._behind_asked(place, at)) is not None:
                    return asked, "object", self.words[asked].start  # "asked of the club | the list of"
                if after.any(PEOPLE) and cue.manner in (Manner.DEMANDED, Manner.ASKED, Manner.PROMISED):
                    place = self.s.segment_end(place + 1, self.s.size)  # "asked of the company"
                    continue
                return place, "object", start
            if cue.manner is Manner.WARNED and word.text in ("מפני", "מפניו", "מפניה") and place + 1 < self.s.size:
                return place, "object", word.start  # "warned | of rash acts"
            if word.text in _WE_OURSELVES:
                return None  # "we announce, | we of the brigade, that"
            if not self.s.tongue.verb_first and word.text in _NOT_TO and place + 1 < self.s.size:
                if self.words[place + 1].text.startswith("ל") and not self.words[place + 1].dated:
                    return place, "object", word.start  # "asked us not to publish"
            if not self.s.tongue.verb_first and (own := self._hebrew_object(place, cue)) is not None:
                return own
            length = self.x.opens_object(word)
            if length is not None:
                return place, "object", word.start + length
            if self.s.looks_like_verb(place) and place == at and not self._is_denied_noun(place, cue):
                return None  # "a group announced, | which calls itself ..."
            if self.s.tongue.verb_first and (act := self._behind_adverbs(place)) is not None:
                place = act  # "promised | yesterday, in writing, | by telling"
                continue
            alone = self.s.tongue.verb_first and word.any(Kind.PREPOSITION)
            behind = self.behind_preposition(place) if alone else self.skip(place)
            if behind > place:
                place = behind
                continue
            if word.any(PEOPLE) and cue.manner in (Manner.DEMANDED, Manner.ASKED, Manner.PROMISED):
                behind = self.s.segment_end(place, self.s.size)
                that = behind < self.s.size and self.words[behind].any(Kind.THAT)
                if behind > place and behind < self.s.size and that and self.s.tongue.verb_first:
                    return None
                if behind > place and behind < self.s.size and self.x.opens_object(self.words[behind]) is not None:
                    if self.s.tongue.verb_first:
                        return place, "object", word.start  # what is demanded, and of whom
                    place = behind  # "demanded of the government to publish"
                    continue
            if self.s.tongue.verb_first and word.text in _WHAT and cue.manner in (Manner.DENIED, Manner.CONFIRMED):
                return place, "object", word.start  # "denied what was said of"
            if cue.manner in (Manner.DEMANDED, Manner.ASKED) and (asked := self._behind_addressee(place)) is not None:
                return asked, "object", self.words[asked].start  # "appealed to the authorities | for their release"
            if self.s.tongue.verb_first and word.text in _MASDARS and cue.manner in (Manner.DENIED, Manner.CONFIRMED):
                return place, "object", word.start  # "denied the holding of any meeting"
            if word.any(Kind.VERB) or (place > at and not word.kind and self.words[place - 1].any(Kind.THING)):
                comma = next(
                    (p for p in range(place, min(place + 8, self.s.size)) if self.words[p].text in COMMAS), None
                )
                if comma is None and self.s.tongue.verb_first and cue.manner is Manner.DENIED:
                    reach = range(place + 1, min(self.s.size, place + LONGEST_ASIDE))
                    denied = next((p for p in reach if self.words[p].text in _DENIED_THINGS), None)
                    return (denied, "object", self.words[denied].start) if denied is not None else None
                if comma is None:
                    return None
                place = comma + 1  # "in a recording that was broadcast on Saturday, ..."
                continue
            if word.cue is not None or word.any(Kind.CONNECTOR | Kind.RELATIVE):
                return None
            called = not self.s.tongue.verb_first and any(w.lemma in _CALLED for w in self.words[max(0, at - 6) : at])
            if called or (not self.s.tongue.verb_first and cue.manner in (Manner.ASKED, Manner.SAID)):
                return None  # "asked for a glass of water"
            return (place, "object", word.start) if cue.frame is not Frame.HOPE else None
        return None

    def _hebrew_object(self, at: int, cue: Cue) -> tuple[int, str, int] | None:
        """What is denied or asked for behind "et", an infinitive whose letters are those of "to the time", what one asks for."""
        word, after = self.words[at], self.words[at + 1] if at + 1 < self.s.size else None
        if after is None and cue.manner is not Manner.ASKED:
            return None
        infinitive = word.prefix == "ל" and word.any(Kind.THING) and after is not None and after.text in self.x.object
        if infinitive and cue.frame is Frame.BARE:
            return at, "object", word.start  # "asked | to summon | the smuggler"
        asked = cue.manner is Manner.ASKED and cue.frame is Frame.BARE
        if word.text in self.x.object and after is not None and (asked or cue.manner is Manner.DENIED):
            rest = self.words[at + 1 :]
            if any(w.text in (":", MASK) or w.any(Kind.THAT) or self.x.opens_object(w) is not None for w in rest):
                return None
            return at, "object", after.start if cue.manner is Manner.DENIED else word.start
        if asked and word.text in _ASKED_FOR and not word.prefix:
            return at, "object", word.start
        return None

    def _behind_asked(self, at: int, begin: int) -> int | None:
        """Behind "of" and who is asked for something: "asked | of the force | the names of": where a noun follows."""
        verb = next((w for w in reversed(self.words[max(0, begin - BACK) : begin]) if w.cue is not None), None)
        if verb is None or self.words[at].text != "من" or not verb.lemma.startswith(("طلب", "يطلب", "تطلب")):
            return None
        place = at + 2
        while place < self.s.size and self.words[place].definite and self.words[place - 1].definite:
            place += 1
        if not self.words[at + 1].definite or place >= self.s.size:
            return None
        word, after = self.words[place], self.words[place + 1] if place + 1 < self.s.size else None
        noun = word.is_word and not word.definite and not word.prefix and not word.dated
        noun = noun and not word.any(Kind.PREPOSITION | Kind.THAT | Kind.CONNECTOR | Kind.NAME | Kind.ADVERB)
        return place if noun and after is not None and (after.definite or after.is_word) else None

    def _behind_adverbs(self, at: int) -> int | None:
        """Where "by" an act stands behind days and adverbs that begin here."""
        place = at
        while place < self.s.size and self.words[place].cue is None:
            word = self.words[place]
            if not (word.dated or word.any(Kind.ADVERB)):
                led = place > at and word.text[0] == "ب" and not word.any(Kind.THAT | Kind.PREPOSITION)
                return place if led else None
            place += 1
        return None

    def act_behind(self, opened: tuple[int, str, int]) -> tuple[int, str, int]:
        """Where "by" an act stands behind whom it is promised to, and when: "promised | the herdsmen in May | by fodder"."""
        at = opened[0]
        if self.words[at].text[0] == "ب" or self.view.text[opened[2] - 1] in "بـ":
            return opened
        for place in range(at + 1, min(self.s.size - 1, at + TURNS)):
            word = self.words[place]
            if not word.is_word or word.any(Kind.THAT | Kind.CONNECTOR | Kind.RELATIVE | Kind.VERB):
                break
            plain = word.text[0] == "ب" and not word.dated and not word.any(PEOPLE | Kind.NAME | Kind.ADVERB)
            if word.cue is not None:
                break
            act = plain and len(word.text) > NEAR + 1 and not word.any(Kind.PREPOSITION)
            if act and (word.any(Kind.THING) or not word.kind) and not fold(word.text).endswith(("ين", "ون")):
                return place, "object", word.start + (2 if word.text[1] == "ـ" else 1)
        return opened

    def _leads_aside(self, word: Word) -> bool:
        """Whether a word belongs to "according to", or begins "citing", between a verb and what it opens."""
        return self.is_in_according(word) or self.x.citing.match(self.view.masked, word.start) is not None

    def _is_denied_noun(self, at: int, cue: Cue) -> bool:
        """Whether what looks like a verb behind "denied" is a noun, of something with the article: "the match of"."""
        after = self.words[at + 1] if at + 1 < self.s.size else None
        return cue.manner is Manner.DENIED and after is not None and after.definite and self.words[at].text[0] == "ت"

    def _behind_addressee(self, at: int) -> int | None:
        """Behind those who are appealed to, and where they are; None where no noun follows that is asked for."""
        if not self.s.tongue.verb_first or not self.words[at].any(PEOPLE) or not self.words[at].definite:
            return None
        behind = self.skip(self.s.segment_end(at, self.s.size))
        if behind <= at or behind >= self.s.size:
            return None
        word = self.words[behind]
        noun = word.is_word and not word.definite and not word.any(PEOPLE | Kind.NAME | Kind.THAT | Kind.CONNECTOR)
        led = word.any(Kind.PREPOSITION) or self.x.opens_object(word) is not None or word.cue is not None
        return behind if noun and not led and not word.prefix and word.text[0] not in "يتس" else None
