"""What the words of a sentence are to its phrases: "that", a preposition, the first word of a name no table lists.

In: a sentence, the tables of its language. Out: `SentenceWords`, on which the others build, and `Phrase`.
Leaves to others: where a phrase ends (`phrase_ends`), whom it names (`naming`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from homeward.reading.languages.language import View
from homeward.reading.languages.unmarked import hebrew_nouns
from homeward.reading.languages.unmarked.arabic_nouns import does_to_it
from homeward.reading.languages.unmarked.words import ENDS, PEOPLE, Kind, Tongue, fold, read_words

NO_OFFICE = Kind.VERB | Kind.CONNECTOR | Kind.THAT | Kind.RELATIVE | Kind.ADVERB | Kind.PRONOUN
_LONGEST_QUOTED = 8  # words of a name in quotation marks
_LONGEST_OWN = 6  # words of a name in quotation marks, and the marks
COMMAS = (",", "،")
INNER_MARKS = '"«»“”„״'
OPENING = {"«": "»", "“": "”", '"': '"'}
_LONGEST_TITLE = 7  # words of a name between marks that stands behind a preposition
_VERBAL = re.compile(r"سي\w{3,}|ست\w{3,}|ي\w{3,}|ت\w{3}|[ات]?ست\w{3,6}ني|نست\w{3}|\w{3,}(?:ناهم|ناه|ناها|تهم|تموه)")
_PASSIVE = re.compile("أ\u064f\\w|\\w\u064f\\w+وا$")  # "was transferred", "were killed", as their vowels show
PLACES = frozenset(["גבול", "מחנה", "כפר", "עיר", "מחסום", "מעבר", "מלון"])
_SONS = frozenset(["אבו", "אבן", "אבי", "בן"])
SENT_ABROAD = frozenset(["שגריר", "שגרירת", "קונסול", "קונסולית", "נספח", "ציר"])
_AGED = frozenset(["בן", "בת", "בני", "בנות"])
_TENS = frozenset(
    ["עשר", "עשרים", "שלושים", "ארבעים", "חמישים", "שישים", "שבעים", "שמונים", "תשעים", "מאה", "שבע", "שמונה", "תשע"]
)
_SPEAKING_FOR = frozenset(["דובר", "דוברת", "נציג", "נציגת", "שליח", "שליחת", "כתב", "כתבת", "פרקליט", "פרקליטה"])
ONE_OF = frozenset(["احد", "احدى", "بعض", "אחד", "אחת"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """Segments of words, the first with its head; `stop`: the first word behind it and what closes it."""

    segments: tuple[tuple[int, int], ...]
    stop: int

    @property
    def start(self) -> int:
        """The first word."""
        return self.segments[0][0]


class SentenceWords:
    """The words of a sentence, and what each may be to a phrase."""

    def __init__(self, view: View, tongue: Tongue) -> None:
        self.view = view
        self.tongue = tongue
        self.words = read_words(view, tongue)
        if not tongue.verb_first:
            self.words = hebrew_nouns.without_verbs_in_chains(self.words)
        self.size = len(self.words)

    def own_name_end(self, at: int, limit: int) -> int | None:
        """Behind a name in quotation marks at the side of its verb: '"The Dawn Alliance" | said that', 'said | "..." that'."""
        behind = self.behind_quoted(at, limit)
        if behind == at or behind >= self.size or behind - at > _LONGEST_OWN:
            return None
        inner = [w for w in self.words[at + 1 : behind - 1] if w.is_word]
        spoken = any(w.cue is not None or w.any(Kind.PRONOUN | Kind.THAT) for w in inner)
        if spoken or not inner or inner[0].any(NO_OFFICE | Kind.PREPOSITION):
            return None
        before = self.words[at - 1] if at else None
        if before is not None and before.is_word and before.cue is not None and not before.any(PEOPLE):
            return behind if self.words[behind].any(Kind.THAT) or self.is_that(behind) else None
        if self.words[behind].cue is None or self.words[behind].prefix or (before is not None and before.is_word):
            return None
        after = self.words[behind + 1] if behind + 1 < self.size else None
        if after is None or after.text == ".":
            return None
        led = after.any(Kind.THAT | Kind.ADVERB) or after.dated or self.is_that(behind + 1)
        return behind if led or not after.is_word or self.has_preposition(behind + 1) else None

    def behind_title(self, at: int, start: int) -> int | None:
        """Behind the name in quotation marks of whatever the word before is of: 'the commander in | "the Hills"'."""
        if self.words[at].text not in OPENING:
            return None
        before = self.words[at - 1]
        if not before.any(Kind.OF | Kind.PREPOSITION | Kind.BODY | Kind.MEDIUM | Kind.ROLE) or before.possessive:
            return None
        if before.any(Kind.PREPOSITION) and not (at - start > 1 and self.words[start].any(Kind.ROLE)):
            return None
        if before.any(Kind.ROLE) and before.definite:
            return None
        return self.quoted_name_end(at)

    def behind_quoted(self, at: int, limit: int) -> int:
        """Behind a name of a few words in quotation marks that begins here; `at` if none does."""
        if self.words[at].text not in INNER_MARKS:
            return at
        for place in range(at + 2, min(limit, at + _LONGEST_QUOTED)):
            if self.words[place].text in INNER_MARKS:
                return place + 1
            if not self.words[place].is_word:
                break
        return at

    def may_begin(self, at: int) -> bool:
        """Whether somebody may be named from this word on."""
        word = self.words[at]
        if not word.is_word:
            behind = self.words[at + 1] if at + 1 < self.size else None
            if (
                not self.tongue.verb_first
                and behind is not None
                and behind.cue is not None
                and not behind.any(PEOPLE)
            ):
                return False  # a mark that closes
            return word.text in INNER_MARKS and behind is not None and behind.is_word
        if word.dated or word.text[0].isdigit():
            return False
        if word.any(Kind.PRONOUN):
            return not self.has_preposition(at)
        if word.cue is not None and not word.any(PEOPLE):
            return False
        if word.any(ENDS | Kind.PREPOSITION | Kind.OF):
            return not self.tongue.verb_first and hebrew_nouns.is_participle(self.words, at)
        if self.looks_like_verb(at) and not (at > 0 and self.words[at - 1].text in COMMAS):
            return False
        named = at + 1 < self.size and self.words[at + 1].any(Kind.NAME) and not self.words[at + 1].prefix
        named = named or (at > 0 and self.words[at - 1].text in COMMAS and self._is_unlisted_name(at))
        if not self.tongue.verb_first and not word.kind and word.text[0] == "ל" and len(word.text) > 4 and not named:
            return False  # an infinitive, or "to ..."
        if self.tongue.verb_first and does_to_it(self.words, at):
            return False
        return not self.has_preposition(at) and not self.is_that(at)

    def looks_like_verb(self, at: int) -> bool:
        """Whether the letters of an unknown word are those of an Arabic verb: "he does", "she will do", "he did to me"."""
        word = self.words[at]
        if not self.tongue.verb_first or word.kind or word.prefix or word.cue is not None or not word.is_word:
            return False
        return _VERBAL.fullmatch(fold(word.text)) is not None or _PASSIVE.match(word.text) is not None

    def has_preposition(self, at: int) -> bool:
        """Whether a preposition is written on to the front of a word."""
        word = self.words[at]
        if not word.is_word:
            return False
        return any(piece in self.tongue.to for piece in word.prefix.replace(self.tongue.article, ""))

    def is_that(self, at: int) -> bool:
        """Whether a word is "that", or has it written on to its front."""
        word = self.words[at]
        if word.any(Kind.THAT):
            return True
        if word.prefix and word.prefix.startswith(self.tongue.that):
            return not self._is_family_name(at)  # that begins with the same letter
        if at > 0 and self.words[at - 1].kind & Kind.NAME and self._is_family_name(at):
            return False
        if not self.tongue.that or word.any(Kind.NAME) or not word.is_word or word.prefix or word.kind:
            return False
        if word.text in self.tongue.no_that:
            return False
        if at == 0 and not self.tongue.verb_first and self.size > 1 and self.words[1].prefix == self.tongue.article:
            return False  # "a plumber of the house": no sentence begins with "that the"
        return word.text.startswith(self.tongue.that) and len(word.text) > 2

    def is_naming(self, at: int) -> bool:
        """Whether "in the name" says what somebody is called: "a guide | by the name of Bonmi"; no spokesman of a body."""
        if self.tongue.verb_first or self.words[at].text != "בשם" or at == 0 or at + 1 >= self.size:
            return False
        before, after = self.words[at - 1], self.words[at + 1]
        first = self.words[at - 2] if at > 1 and not before.any(Kind.ROLE | Kind.KIN) else before
        some = (first.any(Kind.ROLE | Kind.KIN) or not first.kind) and not first.definite and not first.possessive
        if not some or before.definite or first.lemma in _SPEAKING_FOR:
            return False
        return after.is_word and not after.definite and not after.kind & ~Kind.NAME and after.cue is None

    def _is_family_name(self, at: int) -> bool:
        """Whether a word stands last behind a given name."""
        if at == 0:
            return False
        word, before = self.words[at], self.words[at - 1]
        if before.text in _SONS and word.is_word and not word.any(PEOPLE) and word.cue is None:
            return True  # "Abu | Shakra"
        if not self.is_last(at) and not (word.prefix == "ש" and self._says_whence(at + 1)):
            return False
        if before.any(Kind.NAME) and not before.any(PEOPLE) and not word.prefix:
            return True
        given = before.any(Kind.NAME) or (at > 1 and self.words[at - 2].any(Kind.TITLE))
        plain = before.is_word and not before.kind & ~Kind.NAME and before.cue is None and not before.definite
        return word.prefix == "ש" and word.kind is Kind.NAME and given and plain and not before.prefix

    def _says_whence(self, at: int) -> bool:
        """Whether "from ..." stands behind a name: "Ouda Shami | of the village of Kama"."""
        return not self.tongue.verb_first and at < self.size and self.words[at].text[:1] == "מ"

    def is_last(self, at: int) -> bool:
        return at + 1 >= self.size or not self.words[at + 1].is_word or self.words[at + 1].cue is not None

    def is_construct(self, at: int) -> bool:
        """Whether a noun may depend on this word: an office or a body without article, or a word like "of"."""
        word = self.words[at]
        if word.any(Kind.OF | Kind.TITLE) or (word.lemma in ONE_OF and not word.definite):
            return True
        if not self.tongue.verb_first and word.text.endswith("ים") and word.text != word.lemma:
            return False  # a plural with its own ending: nothing depends on it
        return word.any(PEOPLE) and not word.definite and not word.possessive

    def is_place(self, at: int, start: int, limit: int) -> bool:
        """Whether "in ..." says which body or office is meant: "the consul in Jakarta, Mr", "the centre in Kyiv said"."""
        word, head = self.words[at], self.words[start]
        if word.text[0] not in "בל" or len(word.text) < 4 or word.any(ENDS & ~Kind.THING | PEOPLE):
            return False
        if not head.any(PEOPLE) or (word.any(Kind.THING) and word.lemma not in PLACES):
            return False
        if word.prefix not in ("", word.text[0]) or any(self.words[i].any(Kind.NAME) for i in range(start, at)):
            return False
        end = at + 1
        while (
            end < min(limit, at + 3)
            and self.words[end].is_word
            and (self._goes_on(end) or self._is_foreign(end) or self.words[end].text.startswith("ול"))
        ):
            end += 1
        after = self.words[end] if end < self.size else None
        if after is not None and after.text in COMMAS and end + 1 < self.size:
            named = self.words[end + 1].any(Kind.TITLE | Kind.NAME) or self._is_unlisted_name(end + 1)
            return named or (head.any(Kind.BODY) and word.text[0] == "ב")
        if word.text[0] == "ל":
            return False
        posted = head.lemma in SENT_ABROAD and at == start + 1 and word.text[0] == "ב" and not word.kind & ~Kind.NAME
        if posted and after is not None and (after.any(Kind.VERB) or after.cue is not None):
            return True  # "the consul | in Jakarta | received"
        loose = head.any(Kind.BODY | Kind.SOURCE) or not head.definite
        does = after is not None and after.any(Kind.VERB) and head.any(Kind.BODY)
        return loose and (after is None or not after.is_word or after.cue is not None or does or self.is_that(end))

    def _is_foreign(self, at: int) -> bool:
        """Whether a word that no table knows begins like the article, as a place may: "in Port | Harcourt"."""
        word = self.words[at]
        return not word.kind and word.prefix == self.tongue.article and word.cue is None and not word.dated

    def _is_unlisted_name(self, at: int) -> bool:
        return self.unlisted_name_end(at) is not None

    def unlisted_name_end(self, at: int) -> int | None:
        """Behind two to four words that no table knows, if a comma follows: "Hendrik van Loon"."""
        end = at
        first = self.words[at]
        if first.is_word and (first.any(Kind.TITLE) or (not first.kind and first.prefix == self.tongue.article)):
            end += 1  # "Hendrik", whose first letter may be the article
        definite = False
        while end < self.size and self.words[end].is_word:
            word = self.words[end]
            family = end > at and not word.kind and word.prefix == self.tongue.article
            if not (self._goes_on(end) or word.any(Kind.NAME) or family):
                break
            definite = definite or family
            if word.dated or word.cue is not None or word.any(Kind.PREPOSITION | Kind.OF | Kind.ADVERB):
                return None
            end += 1
        if not 2 <= end - at <= 4 or end >= self.size or self.words[end].text not in COMMAS:
            return None
        after = self.words[end + 1] if end + 1 < self.size else None
        does = after is not None and (after.cue is not None or after.any(Kind.VERB))
        return end if does or not definite else None  # "Martin Hofstad, said", not "the fate of the captives, which"

    def _goes_on(self, at: int) -> bool:
        word = self.words[at]
        return not (word.kind & ~Kind.NAME) and word.cue is None and not word.prefix and not self.is_that(at)

    def quoted_name_end(self, at: int) -> int | None:
        """Behind a name in quotation marks that begins with the mark `at`; None if none does."""
        if not self.tongue.verb_first or at >= self.size or self.words[at].text not in OPENING:
            return None
        close = OPENING[self.words[at].text]
        for place in range(at + 1, min(self.size, at + _LONGEST_TITLE)):
            if self.words[place].text == close:
                return place + 1
        return None

    def is_age(self, at: int, limit: int) -> bool:
        """Whether ", aged ninety," stands between commas: "a daughter of ninety"."""
        if self.tongue.verb_first or at + 2 >= limit or self.words[at].text not in _AGED:
            return False
        after = self.words[at + 1]
        number = after.text[0].isdigit() or after.text in _TENS
        return number and any(w.text in COMMAS for w in self.words[at + 2 : min(limit, at + 4)])

    def is_and_he(self, at: int) -> bool:
        """Whether "and he ..." opens an aside: "he, who is the leader that ..."."""
        word = self.words[at]
        return self.tongue.verb_first and word.any(Kind.PRONOUN) and word.prefix == "و"


def fold_inside(text: str) -> str:
    """A small word for looking up."""
    return text.strip("\u0640")
