"""Where a segment of a phrase ends: before verbs, adverbs, what is told of somebody, the next name.

In: the words of a sentence, where a segment begins. Out: the first word behind it.
Leaves to others: segments between commas (`phrases`), where the name in one begins (`inner_names`).
"""

from __future__ import annotations

import re

from homeward.names import listed_kinds
from homeward.reading.languages.unmarked import hebrew_nouns
from homeward.reading.languages.unmarked.arabic_name_ends import ends_name
from homeward.reading.languages.unmarked.arabic_nouns import (
    belongs,
    closes_name,
    is_done_to,
    is_hearer,
    leads_to_act,
)
from homeward.reading.languages.unmarked.hidden_names import WISHES
from homeward.reading.languages.unmarked.phrase_insides import TO_HIM, PhraseInsides
from homeward.reading.languages.unmarked.sentence_words import INNER_MARKS, OPENING, PLACES
from homeward.reading.languages.unmarked.words import ENDS, PEOPLE, Kind, fold

_LONGEST = 14  # words of a phrase
_PARTICLES = frozenset(
    [
        "فان",
        "فون",
        "دي",
        "دو",
        "دا",
        "دير",
        "ديل",
        "ولد",
        "آيت",
        "بن",
        "ابن",
        "بنت",
        "بو",
        "آل",
        "أبو",
        "أبي",
        "أم",
        "عبد",
    ]
)
_ADVERBIAL = re.compile("(?:\u064bا|ا\u064b|\u064b)$")  # the case of what is done to, or of how
_DEMONSTRATIVES = frozenset(["هذا", "هذه", "ذلك", "تلك", "هؤلاء"])
_VEHICLES = frozenset(["شاحنة", "حافلة", "سفينة", "باخرة", "مركب", "قارب", "طائرة"])
_FREED = frozenset(["المفرج", "المعفو"])
_FROM_HIM = frozenset(["عنه", "عنها", "عنهم", "عنهما"])
_DEFENDS = ("المدافعين", "المدافعون", "المدافعات", "الدفاع", "للدفاع", "بالدفاع", "المدافعة", "المدافع")
_CHARGED = frozenset(
    [
        "تابعة",
        "تابع",
        "التابعة",
        "التابع",
        "تابعين",
        "التابعين",
        "موالية",
        "موال",
        "الموالية",
        "الموالي",
        "مؤيدة",
        "المعنية",
        "المعني",
        "المكلفة",
        "المكلف",
        "الخاصة",
        "الخاص",
        "المختصة",
        "المختص",
        "المنتدبة",
        "المنتدب",
    ]
)
_NAMED_BY = frozenset(
    ["الملقب", "الملقبة", "المكنى", "المكنّى", "المكناة", "المعروف", "المعروفة", "الشهير", "الشهيرة"]
)
FATHERS = frozenset(["أبو", "أبي", "أبا"])
_VAN = ("فان", "فون", "دي", "دو", "دير", "ديل", "ولد", "آيت", "بن")
HIS = frozenset(["له", "لها", "لهم", "שלו", "שלה", "שלהם", "שלהן", "שלי", "שלנו"])
_WITH_BY = re.compile(
    r"ب(?:[إأ]|ا[نحستعقخدف]\w{3}|[تم]\w{3}|ن\w{3,4}(?!\w))"
)  # "by" on the front of an act: "by freeing them"
HIMSELF = frozenset(
    [
        'שליט"א',
        'תליט"א',
        'זצ"ל',
        'ז"ל',
        'הי"ו',
        'הי"ד',
        'נ"י',
        'זצוק"ל',
        'ע"ה',
        "עצמו",
        "עצמה",
        "עצמם",
        "نفسه",
        "نفسها",
        "ذاته",
        "ذاتها",
    ]
)
_NETWORKS = frozenset(["פייסבוק", "טוויטר", "טלגרם", "אינסטגרם", "טיקטוק", "יוטיוב", "אקס", "וואטסאפ", "ווטסאפ"])


class PhraseEnds(PhraseInsides):
    """Where the segments of phrases end."""

    def segment_end(self, at: int, limit: int) -> int:
        """Behind the last word of the phrase that begins with the word `at`; `at` if none does."""
        if at >= limit or not self.may_begin(at):
            return at
        place = self.run_end(at, limit)
        while place > at + 1 and not self.words[place - 1].is_word:
            place -= 1
        return place

    def segment_from(self, at: int) -> int:
        """The end of a phrase whose first word has a preposition on its front."""
        place = self.run_end(at, self.size)
        while place > at + 1 and not self.words[place - 1].is_word:
            place -= 1
        return place

    def run_end(self, at: int, limit: int) -> int:
        """Behind the words that belong to the phrase that begins here; a name in quotation marks is one piece."""
        place = (self.quoted_name_end(at) or at + 1) if self.words[at].text in OPENING else at + 1
        if not self.tongue.verb_first and self.words[at].text in INNER_MARKS:
            place = self.own_name_end(at, limit) or place
        while place < limit and place - at < _LONGEST:
            of_body = self.words[at].any(Kind.ROLE) and place == at + 1 and not self.words[at].definite
            if not self.tongue.verb_first and (self.words[at].any(Kind.MEDIUM | Kind.BODY) or of_body):
                behind = self.behind_quoted(place, limit)
                if behind > place:
                    place = behind
                    continue
            if self.tongue.verb_first and (close := self.behind_title(place, at)) is not None and close <= limit:
                place = close
                continue
            if self._ends_before(place, at, limit):
                behind = place if self.tongue.verb_first else hebrew_nouns.called_end(self.words, place)
                if place < behind <= limit:
                    return behind
                break
            place += 1
        return place

    def _ends_before(self, at: int, start: int, limit: int) -> bool:
        """Whether the phrase that began at `start` ends before the word `at`."""
        word, before = self.words[at], self.words[at - 1]
        if not word.is_word:
            return word.text not in INNER_MARKS
        if (word.dated or word.text[0].isdigit()) and not (self.tongue.verb_first and self._is_quoted(at)):
            return self.tongue.verb_first or not hebrew_nouns.belongs(self.words, at, start, self.tongue.adjectives)
        head = self.words[start]
        if head.any(Kind.PRONOUN):
            return True
        if word.text == "לשעבר" and head.any(Kind.ROLE):
            return False
        if not self.tongue.verb_first and self.is_kept_name(at, start):
            return False
        if not self.tongue.verb_first and (
            self.says_for_what(at, start) or hebrew_nouns.belongs(self.words, at, start, self.tongue.adjectives)
        ):
            return False
        if self.tongue.verb_first and word.text in _DEMONSTRATIVES:
            return True
        if self.tongue.verb_first and _ADVERBIAL.search(word.text) and not word.kind and not head.text.endswith("ً"):
            if not _ADVERBIAL.search(head.text):
                return True  # "(denied) the spokesman | flatly"
        if self.tongue.verb_first and WISHES.match(self.view.text, word.start, min(self.view.stop, word.start + 40)):
            return True
        if self.tongue.verb_first:
            if leads_to_act(self.words, at, start) or is_done_to(self.words, at, start):
                return True
            if is_hearer(self.words, at, start):
                return True
            if closes_name(self.words, at, start) or ends_name(self.words, at, start):
                return True
            if belongs(self.words, at, start):
                return False
        if self.tongue.verb_first and before.text in FATHERS and at == start + 1 and word.cue is None:
            if not word.any(ENDS & ~Kind.VERB & ~Kind.THING | Kind.PREPOSITION):
                return False  # "Abu | Ad (returned)"
        if self.tongue.verb_first and before.text in _PARTICLES and (at > start + 1 or head.text in _VAN):
            return False
        if self.tongue.verb_first and before.text in _FREED and word.text in _FROM_HIM:
            return False  # "those | of whom was let go"
        if self.tongue.verb_first and word.text == "عن" and before.text.endswith(_DEFENDS):
            return False  # "the rapporteur on the defenders | of human rights"
        if self.tongue.verb_first and before.text in _CHARGED | _NAMED_BY and word.text[:1] in "بل":
            return False  # "the institution concerned | with the missing"
        if (before.any(Kind.OF) or before.any(Kind.PREPOSITION)) and before.text not in HIS:
            says = word.cue is not None and not word.any(PEOPLE | Kind.NAME) and not self.tongue.verb_first
            return says and before.any(Kind.OF) and before.text != "של"  # "the council for release | announced"
        if word.any(Kind.OF):
            return False
        if self.tongue.verb_first and word.prefix[-2:] in ("لل", "ل") and self.is_hearer(at, start):
            return True
        if word.any(PEOPLE | Kind.TITLE) and not (word.cue is not None and not self.is_construct(at - 1)):
            return self.parts_from(at, start)
        describes = self.tongue.verb_first and word.lemma in self.tongue.adjectives and word.cue is None
        if describes and word.definite == before.definite and before.any(PEOPLE):
            return False  # "a source | informed"
        if (
            word.any(Kind.THING)
            and self.is_construct(at - 1)
            and not self.has_preposition(at)
            and (word.definite or before.any(Kind.MEDIUM) or self._is_of_definite(at) or word.lemma in _VEHICLES)
        ):
            return False  # "the Cables agency", "the contact man", "a lorry driver"
        if word.any(Kind.THING) and word.definite and before.any(Kind.NAME) and self.is_last(at):
            return False  # a family name that is a word too
        if not self.tongue.verb_first and word.lemma in PLACES and self.is_place(at, start, limit):
            return False
        if word.cue is not None or word.any(ENDS) or self._is_verb_inside(at, start) or self.is_owned(at):
            return True
        if self.tongue.verb_first and self.leads_from_name(at, start):
            return True
        if not self.tongue.verb_first and self.says_which(at, start):
            return True
        if self.tongue.verb_first and at == start + 1 and head.any(Kind.BODY) and head.definite and not word.definite:
            if not word.kind and before.text not in INNER_MARKS and not self._is_quoted(at):
                return True  # "the ministry | media (to be exact)": what a definite noun is of has the article
        if self.tongue.verb_first and not word.kind and word.text[0] == "ل" and fold(word.text).endswith(TO_HIM):
            return True  # "Wali | to his guest"
        if not self.tongue.verb_first and head.lemma in _NETWORKS and at == start + 1 and not word.any(Kind.OF):
            return True  # "(wrote) on Facebook | her friend"
        if head.any(Kind.MEDIUM) and at - start >= 2 and self._is_given_name(at) and not before.any(Kind.NAME):
            return True  # "(told) Radio Nahar | Tamer Rasil"
        if not self.tongue.verb_first and at - start >= 2 and not word.kind and self._is_full_name(at):
            return True  # a word that is no name behind a given and a family name: a verb that no table has
        if word.text in HIS and at == start + 1 and head.any(PEOPLE):
            return False
        if self.tongue.verb_first and (word.text[1:2] == "ـ" and word.text[0] in self.tongue.to):
            return True
        if (
            self.tongue.verb_first
            and word.text[0] == "ل"
            and fold(word.text[1:]) in self.tongue.cues
            and not word.kind
        ):
            return True  # "(went out) his clerk | to say"
        if self.tongue.verb_first and before.definite and not word.kind and _WITH_BY.match(word.text):
            return True
        if word.any(Kind.PREPOSITION):
            return not self.goes_inside(at, start, limit)
        if self.is_that(at):
            return True
        if self.tongue.and_[0] in word.prefix[:1] or (
            len(self.tongue.and_) > 1 and word.prefix[:1] in self.tongue.and_
        ):
            if not word.prefix:
                return self.is_adverbial(at, start, limit)
            inside = self.tongue.article in word.prefix and head.any(Kind.ROLE | Kind.BODY)
            return not inside
        return self.is_adverbial(at, start, limit)

    def _is_quoted(self, at: int) -> bool:
        """Whether a word stands in quotation marks."""
        before = sum(w.text in INNER_MARKS for w in self.words[max(0, at - 6) : at])
        return before % 2 == 1

    def _is_given_name(self, at: int) -> bool:
        """Whether a full name begins here: a listed given name with another name behind it."""
        word = self.words[at]
        after = self.words[at + 1] if at + 1 < self.size else None
        if not word.any(Kind.NAME) or word.prefix or after is None or not after.is_word or after.definite:
            return False
        plain = after.kind in (Kind.NONE, Kind.NAME) and after.cue is None and not after.dated
        return plain and bool(listed_kinds(word.text) & frozenset("mf"))

    def _is_full_name(self, at: int) -> bool:
        names = (self.words[at - 1], self.words[at - 2])
        return all(w.any(Kind.NAME) and not w.any(PEOPLE) for w in names) and self.words[at].text not in HIMSELF

    def _is_verb_inside(self, at: int, start: int) -> bool:
        """Whether a verb follows; behind an office, two words that only look like verbs may be a foreign name."""
        if not self.looks_like_verb(at):
            return False
        after = self.words[at + 1] if at + 1 < self.size else None
        office = self.words[start].any(Kind.ROLE | Kind.TITLE) and self.words[at - 1].definite
        return not (
            office and after is not None and after.is_word and not after.definite and after.kind in (0, Kind.NAME)
        )

    def _is_of_definite(self, at: int) -> bool:
        """Whether a noun stands in a chain that ends with the article: "the coordinator of | the peace process"."""
        after = self.words[at + 1] if at + 1 < self.size else None
        return self.tongue.verb_first and after is not None and after.definite and not self.words[at].definite
