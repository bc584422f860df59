"""What goes on inside a phrase and what parts from it: whose it is, where, of what, adverbs, clauses that tell of it.

In: a word of a sentence, where the segment before it begins. Out: whether it is one of these.
Leaves to others: where the segment ends by all of them (`phrase_ends`).
"""

from __future__ import annotations

from homeward.names import listed_kinds
from homeward.reading.languages.unmarked.arabic_nouns import asks_from
from homeward.reading.languages.unmarked.sentence_words import COMMAS, INNER_MARKS, SentenceWords, fold_inside
from homeward.reading.languages.unmarked.words import ENDS, PEOPLE, Kind, fold

_FAR_VERB = 7  # words between a body's name and its verb
_OF_BODY = 2  # words of an office and whose it is
KEPT = frozenset(["רדיו", "קול"])  # nouns that are part of the name of a medium
TO_HIM = ("ه", "ها", "هم", "نا")
INSIDE = frozenset(["في", "باسم", "لشؤون", "من", "ב", "מן", "לענייני"])
_TO_STATE = frozenset(["لدى"])
_MATTERS = frozenset(["امن", "دفاع", "داخلية", "خارجية", "قضاء"])
_NOT = frozenset(["لم", "لا", "لن"])
_SOME_OF = frozenset(
    [
        "ثلاثة",
        "اربعة",
        "خمسة",
        "ستة",
        "سبعة",
        "ثمانية",
        "تسعة",
        "عشرة",
        "اثنين",
        "اثنتين",
        "عدد",
        "بعض",
        "عشرات",
        "مئات",
    ]
)
_CHARGED_WITH = frozenset(["ממונה", "אחראי", "אחראית"])
_OF_MEDIA = frozenset(["مراسل", "مدير", "محرر", "رئيس", "مصور", "صحفي", "صحافي", "مندوب", "كاتب", "مذيع"])
_TO_SOMEBODY = frozenset(
    ["יועץ", "שליח", "נציג", "עוזר", "סגן", "מועמד", "מתאם", "נספח", "אחראי", "מקור", "גורם", "דובר"]
)


class PhraseInsides(SentenceWords):
    """What a word behind the first is to a segment: part of it, or not."""

    def is_kept_name(self, at: int, start: int) -> bool:
        """Whether a word is the name behind "Radio", whatever else it means: "Radio | Harim", "(he) lifted"."""
        before, word = self.words[at - 1], self.words[at]
        radio = before.lemma in KEPT and not before.definite and before.any(Kind.MEDIUM)
        if radio and at == start + 1 and word.any(Kind.NAME) and word.prefix in ("מ", "ב", "ל") and self.is_last(at):
            return True  # "Radio | Mifratz", and no "from Peretz"
        return radio and word.any(Kind.VERB | Kind.THING) and word.cue is None and not word.prefix and at - start < 3

    def says_for_what(self, at: int, start: int) -> bool:
        """Whether "for ..." says which body is meant, before its verb: "the commission | for the displaced said"."""
        word = self.words[at]
        if word.text[0] != "ל" or len(word.text) < 4 or word.prefix not in ("", "ל") or word.dated:
            return False
        if word.any(ENDS & ~Kind.THING | Kind.NAME | Kind.MEDIUM) or word.cue is not None or at - start > 4:
            return False
        body = next((w for w in reversed(self.words[start:at]) if w.any(PEOPLE)), None)
        inner = self.words[start:at]
        if body is None or not body.any(Kind.BODY) or not body.definite or any(w.any(Kind.NAME) for w in inner):
            return False
        for place in range(start - 1, max(-1, start - _FAR_VERB), -1):
            before = self.words[place]
            if not before.is_word or before.any(Kind.THAT):
                break
            if before.cue is not None or before.any(Kind.VERB):
                return False  # "the council informed | the families"
        for after in self.words[at + 1 : at + _FAR_VERB]:
            if after.cue is not None or after.any(Kind.VERB) or after.text in COMMAS:
                return True
            if not after.is_word:
                return False
        return False

    def is_hearer(self, at: int, start: int) -> bool:
        """Whether whom words are said to begins here: "the Front's leader (promised) | the Red Cross", "| the families"."""
        word, before, head = self.words[at], self.words[at - 1], self.words[start]
        if not head.any(Kind.ROLE | Kind.BODY) or not before.definite:
            return False
        if word.any(Kind.KIN):
            return head.any(Kind.ROLE) or not head.definite
        return word.any(Kind.BODY) and before.any(Kind.BODY) and not head.definite

    def leads_from_name(self, at: int, start: int) -> bool:
        """Whether an unknown word behind two of a name is none of it: "Dima Arnus | and her colleagues", "his head"."""
        word, before = self.words[at], self.words[at - 1]
        slave = at > 1 and self.words[at - 2].text == "عبد"  # "Abd al-Shafi | and Majdi Rasil"
        if at - start < 2 or word.kind or word.prefix or word.definite or not before.is_word:
            return False
        if before.definite and not slave:
            return False
        if before.kind & ~Kind.NAME:
            return False
        plain = fold(word.text)
        owned = plain.endswith(TO_HIM[:3]) and word.text[-1] != "ة" and not plain.endswith("يه")
        if owned and len(plain) > 3 and not listed_kinds(word.text):
            return True
        after = self.words[at + 1] if at + 1 < self.size else None
        if after is None or not after.is_word or after.cue is not None or len(plain) < 4:
            return False
        if plain[0] == "ب":
            ends = after.any(Kind.THAT | Kind.ADVERB | Kind.CONNECTOR | Kind.NAME)
            return not ends and (after.text in _NOT or not after.any(Kind.VERB))
        return plain[0] == "و" and not after.kind & ~Kind.NAME and not after.definite

    def says_which(self, at: int, start: int) -> bool:
        """Whether a participle with the article says more of somebody without it: "two officials | who know the case"."""
        word, before, head = self.words[at], self.words[at - 1], self.words[start]
        if not word.definite or word.kind or head.definite or head.possessive or before.definite or before.possessive:
            return False
        if head.any(Kind.SOURCE):
            return False  # that they know the details is part of what such a source is called
        plain = before.text.endswith("ים") or before.text in self.tongue.adjectives
        return plain or (at - start >= 2 and before.text.endswith("י") and not before.kind)

    def is_owned(self, at: int) -> bool:
        """Whether an unknown word begins an object rather than a name: "the minister | (confirmed) his country's wish"."""
        if (
            not self.tongue.verb_first
            or self.words[at].kind
            or self.words[at].definite
            or not self.words[at - 1].definite
        ):
            return False
        after = self.words[at + 1] if at + 1 < self.size else None
        plain = after is not None and after.is_word and not after.kind and after.cue is None and not after.definite
        return plain and after is not None and fold(after.text).endswith(("ه", "ها", "هم")) and after.text[-1] != "ة"

    def parts_from(self, at: int, start: int) -> bool:
        """Whether another's office or body begins here: "the minister | the delegation"."""
        word = self.words[at]
        if f"{self.words[at - 1].lemma} {word.lemma}" in self.tongue.compounds:
            return False  # "the deputy of the sitting | at the head", the second half of one office
        before = self.words[at - 1]
        if word.lemma in _CHARGED_WITH and before.any(Kind.ROLE) and before.definite and word.definite:
            return False  # "the minister | responsible for"
        if not self.tongue.verb_first and word.prefix.startswith(self.tongue.that) and self.is_that(at):
            return True  # "(told) a fisherman | that the sailors"
        if self.tongue.verb_first and word.lemma in _MATTERS and self.words[at - 1].lemma in _MATTERS:
            return False  # "the committee of defence | and security"
        if word.prefix[:1] and word.prefix[:1] in self.tongue.and_:
            return True
        if self.tongue.verb_first and word.any(Kind.MEDIUM) and word.prefix.startswith("ل"):
            told = self.words[at - 1].definite or self.words[at - 1].any(Kind.NAME)
            return told or self.words[start].lemma not in _OF_MEDIA  # "a source | to the agency"
        named = at - start >= 2 and self.words[at - 1].is_word and not self.words[at - 1].any(PEOPLE)
        if (
            word.prefix[:1] == "ب"
            and word.any(Kind.ROLE | Kind.KIN | Kind.SOURCE)
            and (self.words[at - 1].definite or named)
        ):
            return True  # "(phoned) the commander of the Front | by the minister": whom he phoned
        told = at - start >= 2
        if not self.tongue.verb_first:
            told = told or word.any(Kind.MEDIUM) or self.words[start].definite
        whole = not self.tongue.verb_first and self.words[at - 1].any(Kind.NAME) and at - start > _OF_BODY
        if word.prefix in ("ל", "ול") and told and (whole or self.words[start].lemma not in _TO_SOMEBODY):
            return True  # "the ambassador of Astra | to the Front", "(said) the commander | to the radio"
        if self.has_preposition(at):
            inside = Kind.ROLE | Kind.SOURCE | (Kind.BODY if self.tongue.verb_first else Kind.NONE)
            return not self.words[start].any(inside)
        if word.any(Kind.TITLE):
            return self._is_told(at, start)
        titled = self.tongue.verb_first and self.words[at - 1].any(Kind.TITLE) and self.words[at - 1].definite
        if titled and word.definite and word.any(Kind.KIN | Kind.BODY | Kind.MEDIUM):
            return True  # "(told) the brigadier | the families"
        of_place = self.tongue.verb_first and at - start >= 3 and self.words[at - 2].any(Kind.PREPOSITION)
        if of_place and word.definite and self.words[at - 1].is_word and not self.words[at - 1].kind:
            return self.words[at - 1].definite  # "a source in the district | of the police"
        alike = word.definite == self.words[at - 1].definite
        alike = alike or (not self.tongue.verb_first and self.words[at - 1].possessive)
        if word.lemma in self.tongue.adjectives and alike:
            return False
        if (
            self.tongue.verb_first
            and word.definite
            and self.words[at - 1].definite
            and word.text.endswith(("ي", "ية"))
            and not word.any(Kind.KIN)
        ):
            return False  # "the affairs | consular"
        return not self.is_construct(at - 1)

    def _is_told(self, at: int, start: int) -> bool:
        """Whether a title without a name is whom an office tells: "the ambassador (assured) | the monsignor | that"."""
        if not self.tongue.verb_first or at != start + 1 or not self.words[start].any(Kind.ROLE):
            return False
        after = self.words[at + 1] if at + 1 < self.size else None
        both = self.words[start].definite and self.words[at].definite
        return both and after is not None and after.any(Kind.PREPOSITION | Kind.THAT)

    def goes_inside(self, at: int, start: int, limit: int) -> bool:
        """Whether a preposition stands inside a phrase: "the commander in the brigades", "interior in Hadron"."""
        head = self.words[start]
        if self.is_naming(at) and not any(w.any(Kind.NAME) for w in self.words[start:at]):
            return True
        if self.words[at].text == "על" and self.words[at - 1].lemma in _CHARGED_WITH:
            return at + 1 < limit and self.words[at + 1].is_word
        if self.quoted_name_end(at + 1) is not None and self.words[at].text in INSIDE and head.any(Kind.ROLE):
            return True  # 'the commander in | "the Hills"'
        if at + 1 >= limit or not self.words[at + 1].is_word or self.words[at + 1].dated:
            return False
        after = self.words[at + 1]
        if self.tongue.verb_first and asks_from(self.words, at, start):
            return False  # "(warned) the mayor | of a strike"
        if self.words[at].text == "من" and self.words[at - 1].lemma in _SOME_OF and after.definite and at - start > 1:
            return True  # "the lawyer of three | of the students"
        if fold_inside(self.words[at].text) not in INSIDE | _TO_STATE or after.text in INNER_MARKS:
            return False
        if self.words[at].text == "لدى" and head.any(Kind.ROLE) and at + 2 < limit:
            return self.words[at + 2].text in COMMAS  # "the former ambassador to Sweden, Rasil"
        if self.tongue.verb_first and (after.possessive or (self.words[at].text == "من" and head.definite)):
            return False  # "(received) in his office", "the Front | from the ambassador"
        if self.tongue.verb_first and head.any(Kind.ROLE) and head.text.endswith("ي") and head.text != head.lemma:
            return False  # "(met) the envoys of the Front | in Tarn"
        if after.any(Kind.BODY | Kind.ROLE) and not any(self.words[i].any(Kind.NAME) for i in range(start, at)):
            return head.any(PEOPLE)
        last = at + 2 >= limit or not self.words[at + 2].is_word or self.is_that(at + 2) or self.words[at + 2].dated
        of_it = (
            self.tongue.verb_first and at + 2 < limit and self.words[at + 2].definite and self.words[at - 1].definite
        )
        some_one = head.any(Kind.ROLE | Kind.SOURCE) and not head.definite and at - start <= 2
        if some_one and not after.any(Kind.THING) and not of_it:
            return True  # "an official in the port"
        some = Kind.BODY | Kind.ROLE | (Kind.KIN if self.tongue.verb_first else Kind.NONE)
        last = last or (
            self.tongue.verb_first and (self.words[at + 2].cue is not None or self.words[at + 2].any(Kind.ADVERB))
        )
        place = head.any(some) and not any(self.words[i].any(Kind.NAME | Kind.PREPOSITION) for i in range(start, at))
        return place and last and not after.definite and not after.any(Kind.THING | Kind.ADVERB | Kind.TITLE)

    def is_adverbial(self, at: int, start: int, limit: int) -> bool:
        """Whether a word with a preposition on its front leads away from a phrase rather than being its name."""
        word = self.words[at]
        if word.any(Kind.NAME) and not word.prefix:
            return False
        if not self.tongue.verb_first and word.text.removeprefix(self.tongue.article) in self.tongue.adjectives:
            return False  # "a source | in security": an adjective
        if self.words[start].lemma in KEPT and at == start + 1 and not word.kind and not word.prefix:
            return False  # "Radio Mifratz", whose name begins like "from ..."
        if not self.tongue.verb_first and self.is_place(at, start, limit):
            return False
        single = self.words[at - 1].any(Kind.NAME) and (at - start < 2 or not self.words[at - 2].any(Kind.NAME))
        if not self.tongue.verb_first and word.prefix == "ל" and single and self.is_last(at):
            return False  # a family name that begins like "to ..."
        if not self.has_preposition(at):
            if word.kind or word.prefix or word.text[:1] not in self.tongue.to or self.tongue.verb_first:
                return False
            if self.is_construct(at - 1):
                return False
            if word.text[0] == "ל":
                before = self.words[at - 1]
                office = self.words[start].any(Kind.ROLE | Kind.TITLE) and at - start > 1
                if office and self.is_last(at) and not (before.kind & ~Kind.NAME) and not before.definite:
                    return False
                titled = at - start > 1 and self.words[at - 2].any(Kind.TITLE)
                if titled and at + 1 < limit and self.has_preposition(at + 1):
                    return False  # "Major Eytan Lev | of the border guard"
                given = self.words[at - 1].any(Kind.NAME) and at - start > 1 and self.words[start].any(PEOPLE)
                if given and not self.words[at - 2].any(Kind.NAME):
                    return False  # a family name behind the given name of whoever holds an office
                return not ((self.words[at - 1].any(Kind.NAME) or titled) and self.is_last(at))
            # A word that may be "in ..." or a name: a name is alone, or the second of two.
            after = self.words[at + 1] if at + 1 < limit else None
            behind_name = self.words[at - 1].any(Kind.NAME) or not self.words[at - 1].any(PEOPLE)
            return not (behind_name and not self.words[at - 1].definite) or (after is not None and after.definite)
        if word.any(Kind.NAME):
            return self.words[start].any(Kind.MEDIUM) or not self.words[start].any(Kind.ROLE)
        return not (word.any(Kind.BODY | Kind.ROLE) and self.words[start].any(Kind.ROLE | Kind.BODY | Kind.SOURCE))
