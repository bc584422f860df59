"""Where the name inside a phrase begins and ends, behind an office and what the office is of.

In: a segment. Out: the words of the name. Leaves to others: whom it names (`naming`).
"""

from __future__ import annotations

from homeward.reading.languages.unmarked.arabic_nouns import is_noun_too
from homeward.reading.languages.unmarked.phrase_ends import FATHERS, PhraseEnds
from homeward.reading.languages.unmarked.phrase_insides import INSIDE
from homeward.reading.languages.unmarked.sentence_words import ONE_OF, SENT_ABROAD
from homeward.reading.languages.unmarked.words import PEOPLE, Kind

NEAR = 2  # words
LONGEST_NAME = 5
_SON_OF = frozenset(["ابن", "ابنة", "بنت", "ابناء", "أبناء"])
_MOTHERS = frozenset(["أم"])
_ADJECTIVE_ENDS = ("ي", "ية", "يا", "يين", "يون", "يان")
_IN_HIS_NAME = frozenset(["باسمها", "باسمه", "باسمهم"])
_OLD_OR_YOUNG = frozenset(["זקן", "זקנה", "צעיר", "צעירה", "קשיש", "קשישה", "אלמוני", "אלמונית"])
_RANK = frozenset(["דרג", "דרגה", "מעלה"])
OF_TITLES = frozenset(
    [
        "במילואים",
        "בדימוס",
        "المتقاعد",
        "المتقاعدة",
        "الركن",
        "الطيار",
        "البحري",
        "الدكتور",
        "المهندس",
        "السابق",
        "السابقة",
        "المساعد",
        "الحقوقي",
        "الحقوقية",
        "الراحل",
        "الأول",
        "الثاني",
        "أول",
        "ثان",
        "ثاني",
        "القانوني",
        "القانونية",
        "الطبيب",
        "الحكومي",
    ]
)
_SOCIETIES = frozenset(["صليب", "هلال"])
_COLOURS = frozenset(["الأخضر", "الأحمر", "الأزرق", "الأبيض", "الأسود"])


class InnerNames(PhraseEnds):
    """The names inside segments."""

    def behind_titles(self, start: int, stop: int) -> int:
        place = start
        while place < stop - 1 and (self.words[place].any(Kind.TITLE) or not self.words[place].is_word):
            place += 1
        while start < place < stop - 2 and self.words[place].text in OF_TITLES:
            place += 1  # "the retired general | Rasil"
        return place

    def leads_to_place(self, at: int) -> bool:
        word = self.words[at]
        return word.text[0] == "ב" and len(word.text) > 3 and word.prefix in ("", "ב") and not word.any(Kind.NAME)

    def inner_name(self, start: int, stop: int) -> tuple[int, int] | None:
        """The person's name inside a phrase that begins with an office: its first and behind its last word."""
        found = self._inner_name(start, stop)
        if (
            found is not None
            and not self.tongue.verb_first
            and any(w.text == "של" for w in self.words[slice(*found)])
        ):
            return None  # "(gave) her guest | a file of each"
        return found

    def _inner_name(self, start: int, stop: int) -> tuple[int, int] | None:
        words = self.words
        place = start + 1
        explained = words[start].definite or words[start].possessive  # nothing more need say whose office it is
        if words[start].any(Kind.KIN) and not words[start].possessive:
            return None  # "the mother of": the name is the other's
        if not self.tongue.verb_first and words[start].any(Kind.ROLE):
            if words[start].lemma in SENT_ABROAD and not words[start].definite and place + 1 == stop:
                return None  # "the ambassador of | Lucia"
            if words[start].text.endswith("י") and words[start].lemma != words[start].text and not explained:
                return None  # "the residents of the village | Dalon"
        if self.tongue.verb_first and words[start].lemma in _SON_OF and place < stop and words[place].any(Kind.KIN):
            if not words[place].possessive:
                return None  # "the cousin of": likewise
        while place < stop:
            word = words[place]
            if not word.is_word:
                if self.tongue.verb_first and word.text in '«“"':
                    return None  # the name in quotation marks is what the office belongs to
                place += 1
                continue
            if word.text == "לשעבר":
                explained, place = True, place + 1  # "the former | warden"
                continue
            if self.is_naming(place):
                return (place + 1, stop) if 0 < stop - place - 1 <= LONGEST_NAME else None
            if word.text in _IN_HIS_NAME:
                explained, place = True, place + 1  # "the spokesman | for it | Rasil"
                continue
            if word.text in _RANK:
                return None  # "a man | of high rank | in the ministry"
            if word.text == "של" and words[start].any(Kind.KIN):
                return None  # "her husband, of Orly": the name is the other's
            if word.any(Kind.OF | Kind.PREPOSITION):
                if (close := self.quoted_name_end(place + 1)) is not None:
                    explained, place = True, close  # 'the spokesman of "the Brigade" | Rasil'
                    continue
                loose = self.tongue.verb_first and word.text in INSIDE and not (words[start].definite or explained)
                where = words[place + 1] if place + 1 < stop else None
                if loose and where is not None and not where.definite and not where.kind and place + 2 < stop:
                    return None  # "a guard | in the prison of Ayn Zara"
                place += 2
                while place < stop and words[place].definite and not words[place].any(Kind.NAME):
                    place += 1
                explained = True
                continue
            if self.tongue.verb_first and explained and place == start + 1 and word.text in FATHERS | _MOTHERS:
                return place, stop  # "the midwife | Umm Rasil"
            team = word.text == "الفريق" and words[place - 1].any(Kind.ROLE) and not words[place - 1].definite
            if word.any(Kind.TITLE) and place + 1 < stop and not team:
                return self.behind_titles(place, stop), stop
            if not self.tongue.verb_first and self._is_given_with_article(start, place, stop):
                return place, stop
            if word.any(PEOPLE) or word.definite or (word.prefix and not word.any(Kind.NAME)):
                explained = word.definite or bool(word.prefix)
                place += 1
                continue
            if not self.tongue.verb_first and self.leads_to_place(place):
                return None  # what follows is where he is
            if not self.tongue.verb_first and place + 1 == stop and self.is_place(place, start, self.size):
                return None
            if self.tongue.verb_first and word.definite is False and words[place - 1].lemma in _SOCIETIES:
                if word.text in _COLOURS:
                    explained, place = True, place + 1  # "the president of the Red Cross | Jean Moreau"
                    continue
            if not self.tongue.verb_first and place == start + 1 and word.text in self.tongue.adjectives:
                explained, place = False, place + 1  # "a mediator | from France"
                continue
            old = word.text in _OLD_OR_YOUNG and place == start + 1 and not words[start].definite
            if old and (place + 1 == stop or self.leads_to_place(place + 1)):
                return None  # "a guard | old", which is a family name too
            kind_of = (
                word.text in self.tongue.adjectives and place + 1 == stop and not words[place - 1].any(Kind.NAME)
            )
            if kind_of and not words[place - 1].definite and not self.tongue.verb_first:
                return None  # "a man of the intelligence | French"
            if not self.tongue.verb_first and self._comes_from(start, place, stop):
                return None
            if word.any(Kind.NAME) and not word.prefix:
                if self._is_of_what(start, place, stop):
                    return None  # "a seller of carpets", "a diplomat from the West"
                return (place, stop) if stop - place <= LONGEST_NAME else None
            if self._is_of_body(place, stop):
                explained, place = True, place + 2  # "in the government | of caretakers"
                continue
            if not self.tongue.verb_first and place > start + 1 and self._is_behind_of(start, place):
                return None  # "the envoys of the families of six aid workers"
            left = stop - place
            if explained and left <= LONGEST_NAME and (left >= 2 or not self._is_plain(place)):
                return place, stop
            if left >= 3 and not explained and words[place + 1].any(Kind.NAME):
                return place + 1, stop
            explained = explained or not self._is_adjective(place)
            place += 1
        return None

    def _is_given_with_article(self, start: int, at: int, stop: int) -> bool:
        """Whether a given name begins like the article, behind an office with it: "the mediator | Helena Trent"."""
        word, office = self.words[at], self.words[start]
        if at != start + 1 or stop - at != 2 or not office.definite or office.possessive or not office.any(Kind.ROLE):
            return False
        family = self.words[at + 1]
        plain = not family.kind & ~Kind.NAME and not family.definite and not family.prefix and family.cue is None
        adjective = (
            word.text.endswith(("י", "ית", "ים", "ות")) or word.text.removeprefix("ה") in self.tongue.adjectives
        )
        return (
            plain and word.prefix == self.tongue.article and not word.kind and not adjective and len(word.text) > NEAR
        )

    def _comes_from(self, start: int, at: int, stop: int) -> bool:
        """Whether the last word is "from" a place behind somebody without article: "a taxi driver | from Hebron"."""
        word, head = self.words[at], self.words[start]
        plain = not word.kind and word.text[0] == "מ" and len(word.text) > 4 and not word.definite
        loose = not head.definite and not head.possessive and not any(w.definite for w in self.words[start:at])
        return plain and loose and at + 1 == stop and at - start >= 2 and not self.words[at - 1].any(Kind.NAME)

    def _is_of_what(self, start: int, at: int, stop: int) -> bool:
        """Whether one listed name behind an Arabic office without article says whose or what: it names no holder."""
        head = self.words[start]
        alone = at + 1 == stop or self.words[at + 1].any(Kind.PREPOSITION)
        office = head.any(Kind.ROLE) and not head.definite and not head.possessive and head.lemma not in ONE_OF
        noun = is_noun_too(self.words, at)
        return self.tongue.verb_first and at == start + 1 and office and (alone or noun)

    def _is_of_body(self, at: int, stop: int) -> bool:
        """Whether two words say of what a body without article is: "the government | of caretakers"."""
        before = self.words[at - 1]
        body = before.any(Kind.BODY) and not before.definite and not before.possessive
        led = at > 1 and (self.words[at - 2].any(Kind.PREPOSITION) or self.has_preposition(at - 1))
        definite = at + 1 < stop and self.words[at + 1].definite and not self.words[at + 1].any(Kind.NAME)
        return self.tongue.verb_first and body and led and definite and not self.words[at].kind

    def _is_behind_of(self, start: int, at: int) -> bool:
        """Whether "of" stands before a word that no list has for a name."""
        return any(self.words[place].text == "של" for place in range(start, at))

    def _is_adjective(self, at: int) -> bool:
        """Whether an unknown word behind a noun without article says what kind: "an officer | Iraqi"."""
        word = self.words[at]
        if not self.tongue.verb_first or self.words[at - 1].definite:
            return False
        return word.text.endswith(_ADJECTIVE_ENDS) or word.lemma in self.tongue.adjectives

    def _is_plain(self, at: int) -> bool:
        """Whether one word behind an office is more likely to describe it than to name its holder."""
        if self.tongue.verb_first and self.words[at - 1].any(Kind.KIN) and self.words[at - 1].possessive:
            return bool(self.words[at].kind & ~Kind.NAME)  # "her sister | Najla"
        return bool(self.words[at].kind) or (self.tongue.verb_first and not self.words[at - 1].definite)
