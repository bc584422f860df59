"""Where a phrase that names somebody begins and ends, and whom it names.

In: the words of a sentence. Out: `Phrase`, and the `Actor` it stands for.
Leaves to others: what somebody does (`voices`, `events`), and who "the ministry" is (`mentions`).

An office or a body begins a phrase, what the tables know as its end closes it. Between them stand what an office is
of (a body, a noun with the article, what follows "of") and then the name: a listed name, or two words or more that
nothing explains. Between commas stands an apposition: of two segments the one that begins with no office is the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from homeward.names import listed_kinds
from homeward.reading.languages.language import Actor, ActorKind, Place, View
from homeward.reading.languages.unmarked import hebrew_nouns
from homeward.reading.languages.unmarked.arabic_nouns import (
    asks_from,
    belongs,
    clause_end,
    closes_name,
    does_to_it,
    is_done_to,
    is_hearer,
    is_noun_too,
    leads_to_act,
)
from homeward.reading.languages.unmarked.words import ENDS, PEOPLE, Kind, Tongue, Word, fold, look_up, read_words
from homeward.records import Attribution

_LONGEST = 14  # words of a phrase
_SENTENCE_ENDS = ".!؟?…؛;"
_NEAR = 2  # words
_FAR_VERB = 7  # words between a body's name and its verb
_LONGEST_APPOSITION = 8
_LONGEST_NAME = 5
_LONGEST_REMAINDER = 6  # words of an office behind those that the tables know
_NO_OFFICE = Kind.VERB | Kind.CONNECTOR | Kind.THAT | Kind.RELATIVE | Kind.ADVERB | Kind.PRONOUN
_LONGEST_QUOTED = 8  # words of a name in quotation marks
_SHORTEST_FAMILY = 3  # letters of a name
_MOST_LOOKED = 20  # occurrences of a family name: the full one stands among the first
_HEBREW_NAME = re.compile(r"[א-ת][א-ת'׳\-־]+")
_TWO_BEFORE = re.compile(r"(?:(?<![\w])([\w\"״'׳]+) )?(?<![\w\"״'׳\-־])([א-ת][א-ת'׳\-־]+)$")
_LONGEST_OWN = 6  # words of a name in quotation marks, and the marks
_LONGEST_ASIDE = 14  # words of a relative clause between commas
_COMMAS = (",", "،")
_INNER_MARKS = '"«»“”„״'
_OPENING = {"«": "»", "“": "”", '"': '"'}
_LONGEST_TITLE = 7  # words of a name between marks that stands behind a preposition
_STRIP = " \n\r\t,،.;:—–-\"'«»“”„״"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Segments of words, the first with its head; `stop`: the first word behind it and what closes it."""

    segments: tuple[tuple[int, int], ...]
    stop: int

    @property
    def start(self) -> int:
        """The first word."""
        return self.segments[0][0]


class Sentence:
    """The words of a sentence, and phrases in it."""

    def __init__(self, view: View, tongue: Tongue) -> None:
        self.view = view
        self.tongue = tongue
        self.words = read_words(view, tongue)
        if not tongue.verb_first:
            self.words = hebrew_nouns.without_verbs_in_chains(self.words)
        self.size = len(self.words)

    # --- where it begins and ends ---------------------------------------------------------------------------------

    def phrase_at(self, at: int, limit: int | None = None, *, closed: bool = False) -> Phrase | None:
        """The phrase that begins with the word `at`, with appositions; `closed`: only those with a comma behind."""
        limit = self.size if limit is None else limit
        stop = self.segment_end(at, limit)
        if stop == at:
            return None
        return self._with_appositions(at, stop, limit, closed)

    def _with_appositions(self, at: int, stop: int, limit: int, closed: bool) -> Phrase:
        if not self.tongue.verb_first and (office := self._office_end(at, stop, limit)) is not None:
            stop = office
        segments = [(at, stop)]
        end = stop
        while end < limit and self.words[end].text in _INNER_MARKS and self.words[end].text != "״":
            end += 1
        while len(segments) < 3 and (more := self._apposition(segments, end, limit, closed)) is not None:
            segments.append(more)
            end = more[1]
            while self.tongue.verb_first and end < limit and self.words[end].text in _OPENING.values():
                end += 1
        if len(segments) > 1 and end < limit and self.words[end].text in _COMMAS:
            end += 1
        return Phrase(tuple(segments), self._after_clause(at, self._after_aside(end, limit), limit))

    def _after_clause(self, start: int, at: int, limit: int) -> int:
        """Behind a clause without "who" that tells more of whoever speaks: "(denied) a vet | works in the village | that"."""
        led = start > 0 and self.words[start - 1].cue is not None
        if not self.words[at - 1].is_word:
            return at
        if not self.tongue.verb_first:
            return min(limit, hebrew_nouns.clause_end(self.words, at, start))
        return min(limit, clause_end(self.words, at, self.words[start])) if led else at

    def _office_end(self, at: int, stop: int, limit: int) -> int | None:
        """The comma behind a longer office, if its holder is named between it and another comma: "commissioner | for X in Y, Z,"."""
        if not self.words[at].any(Kind.ROLE | Kind.KIN) or stop >= limit or self.words[stop].text in _COMMAS:
            return None
        if any(w.any(Kind.NAME) and not w.prefix for w in self.words[at:stop]):
            return None
        for place in range(stop, min(limit - 2, stop + _LONGEST_REMAINDER)):
            word = self.words[place]
            if word.text in _COMMAS:
                name = self._unlisted_name_end(place + 1)
                return place if name is not None and name <= limit else None
            inner = (word.is_word and not (word.any(Kind.NAME) and not word.prefix)) or word.text in _INNER_MARKS
            another = word.any(PEOPLE) and word.prefix[:1] == "ו"  # "the governor | and the commissioner of X, Y,"
            if (
                another
                or not inner
                or word.cue is not None
                or word.dated
                or word.any(_NO_OFFICE)
                or self.is_that(place)
            ):
                return None
        return None

    def segment_end(self, at: int, limit: int) -> int:
        """Behind the last word of the phrase that begins with the word `at`; `at` if none does."""
        if at >= limit or not self.may_begin(at):
            return at
        place = self._run(at, limit)
        while place > at + 1 and not self.words[place - 1].is_word:
            place -= 1
        return place

    def phrase_from(self, at: int, *, closed: bool = False) -> Phrase | None:
        """The phrase that begins with the word `at`, which may have letters of other words on its front."""
        if not self.words[at].is_word or self.may_begin(at):
            return self.phrase_at(at, closed=closed)
        word = self.words[at]
        if (
            word.any(ENDS & ~Kind.THING & ~Kind.PRONOUN)
            or word.dated
            or (word.cue is not None and not word.any(PEOPLE))
        ):
            return None
        return self._with_appositions(at, self.segment_from(at), self.size, closed)

    def segment_from(self, at: int) -> int:
        """The end of a phrase whose first word has a preposition on its front."""
        place = self._run(at, self.size)
        while place > at + 1 and not self.words[place - 1].is_word:
            place -= 1
        return place

    def _run(self, at: int, limit: int) -> int:
        """Behind the words that belong to the phrase that begins here; a name in quotation marks is one piece."""
        place = (self.quoted_name_end(at) or at + 1) if self.words[at].text in _OPENING else at + 1
        if not self.tongue.verb_first and self.words[at].text in _INNER_MARKS:
            place = self.own_name_end(at, limit) or place
        while place < limit and place - at < _LONGEST:
            of_body = self.words[at].any(Kind.ROLE) and place == at + 1 and not self.words[at].definite
            if not self.tongue.verb_first and (self.words[at].any(Kind.MEDIUM | Kind.BODY) or of_body):
                behind = self._behind_quoted(place, limit)
                if behind > place:
                    place = behind
                    continue
            if self.tongue.verb_first and (close := self._behind_title(place, at)) is not None and close <= limit:
                place = close
                continue
            if self._ends_before(place, at, limit):
                behind = place if self.tongue.verb_first else hebrew_nouns.called_end(self.words, place)
                if place < behind <= limit:
                    return behind
                break
            place += 1
        return place

    def own_name_end(self, at: int, limit: int) -> int | None:
        """Behind a name in quotation marks at the side of its verb: '"The Dawn Alliance" | said that', 'said | "..." that'."""
        behind = self._behind_quoted(at, limit)
        if behind == at or behind >= self.size or behind - at > _LONGEST_OWN:
            return None
        inner = [w for w in self.words[at + 1 : behind - 1] if w.is_word]
        spoken = any(w.cue is not None or w.any(Kind.PRONOUN | Kind.THAT) for w in inner)
        if spoken or not inner or inner[0].any(_NO_OFFICE | Kind.PREPOSITION):
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

    def _behind_title(self, at: int, start: int) -> int | None:
        """Behind the name in quotation marks of whatever the word before is of: 'the commander in | "the Hills"'."""
        if self.words[at].text not in _OPENING:
            return None
        before = self.words[at - 1]
        if not before.any(Kind.OF | Kind.PREPOSITION | Kind.BODY | Kind.MEDIUM | Kind.ROLE) or before.possessive:
            return None
        if before.any(Kind.PREPOSITION) and not (at - start > 1 and self.words[start].any(Kind.ROLE)):
            return None
        if before.any(Kind.ROLE) and before.definite:
            return None
        return self.quoted_name_end(at)

    def _behind_quoted(self, at: int, limit: int) -> int:
        """Behind a name of a few words in quotation marks that begins here; `at` if none does."""
        if self.words[at].text not in _INNER_MARKS:
            return at
        for place in range(at + 2, min(limit, at + _LONGEST_QUOTED)):
            if self.words[place].text in _INNER_MARKS:
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
            return word.text in _INNER_MARKS and behind is not None and behind.is_word
        if word.dated or word.text[0].isdigit():
            return False
        if word.any(Kind.PRONOUN):
            return not self.has_preposition(at)
        if word.cue is not None and not word.any(PEOPLE):
            return False
        if word.any(ENDS | Kind.PREPOSITION | Kind.OF):
            return not self.tongue.verb_first and hebrew_nouns.is_participle(self.words, at)
        if self.looks_like_verb(at) and not (at > 0 and self.words[at - 1].text in _COMMAS):
            return False
        named = at + 1 < self.size and self.words[at + 1].any(Kind.NAME) and not self.words[at + 1].prefix
        named = named or (at > 0 and self.words[at - 1].text in _COMMAS and self._is_unlisted_name(at))
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
        if not self._is_last(at) and not (word.prefix == "ש" and self._says_whence(at + 1)):
            return False
        if before.any(Kind.NAME) and not before.any(PEOPLE) and not word.prefix:
            return True
        given = before.any(Kind.NAME) or (at > 1 and self.words[at - 2].any(Kind.TITLE))
        plain = before.is_word and not before.kind & ~Kind.NAME and before.cue is None and not before.definite
        return word.prefix == "ש" and word.kind is Kind.NAME and given and plain and not before.prefix

    def _says_whence(self, at: int) -> bool:
        """Whether "from ..." stands behind a name: "Ouda Shami | of the village of Kama"."""
        return not self.tongue.verb_first and at < self.size and self.words[at].text[:1] == "מ"

    def _is_last(self, at: int) -> bool:
        return at + 1 >= self.size or not self.words[at + 1].is_word or self.words[at + 1].cue is not None

    def _ends_before(self, at: int, start: int, limit: int) -> bool:
        """Whether the phrase that began at `start` ends before the word `at`."""
        word, before = self.words[at], self.words[at - 1]
        if not word.is_word:
            return word.text not in _INNER_MARKS
        if (word.dated or word.text[0].isdigit()) and not (self.tongue.verb_first and self._is_quoted(at)):
            return self.tongue.verb_first or not hebrew_nouns.belongs(self.words, at, start, self.tongue.adjectives)
        head = self.words[start]
        if head.any(Kind.PRONOUN):
            return True
        if word.text == "לשעבר" and head.any(Kind.ROLE):
            return False
        if not self.tongue.verb_first and self._is_kept_name(at, start):
            return False
        if not self.tongue.verb_first and (
            self._says_for_what(at, start) or hebrew_nouns.belongs(self.words, at, start, self.tongue.adjectives)
        ):
            return False
        if self.tongue.verb_first and word.text in _DEMONSTRATIVES:
            return True
        if self.tongue.verb_first and _ADVERBIAL.search(word.text) and not word.kind and not head.text.endswith("ً"):
            if not _ADVERBIAL.search(head.text):
                return True  # "(denied) the spokesman | flatly"
        if self.tongue.verb_first and _WISHES.match(self.view.text, word.start, min(self.view.stop, word.start + 40)):
            return True
        if self.tongue.verb_first:
            if leads_to_act(self.words, at, start) or is_done_to(self.words, at, start):
                return True
            if is_hearer(self.words, at, start):
                return True
            if closes_name(self.words, at, start):
                return True
            if belongs(self.words, at, start):
                return False
        if self.tongue.verb_first and before.text in _FATHERS and at == start + 1 and word.cue is None:
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
        if (before.any(Kind.OF) or before.any(Kind.PREPOSITION)) and before.text not in _HIS:
            says = word.cue is not None and not word.any(PEOPLE | Kind.NAME) and not self.tongue.verb_first
            return says and before.any(Kind.OF) and before.text != "של"  # "the council for release | announced"
        if word.any(Kind.OF):
            return False
        if self.tongue.verb_first and word.prefix[-2:] in ("لل", "ل") and self._is_hearer(at, start):
            return True
        if word.any(PEOPLE | Kind.TITLE) and not (word.cue is not None and not self.is_construct(at - 1)):
            return self._parts_from(at, start)
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
        if word.any(Kind.THING) and word.definite and before.any(Kind.NAME) and self._is_last(at):
            return False  # a family name that is a word too
        if not self.tongue.verb_first and word.lemma in _PLACES and self._places(at, start, limit):
            return False
        if word.cue is not None or word.any(ENDS) or self._is_verb_inside(at, start) or self._is_owned(at):
            return True
        if self.tongue.verb_first and self._leads_from_name(at, start):
            return True
        if not self.tongue.verb_first and self._says_which(at, start):
            return True
        if self.tongue.verb_first and at == start + 1 and head.any(Kind.BODY) and head.definite and not word.definite:
            if not word.kind and before.text not in _INNER_MARKS and not self._is_quoted(at):
                return True  # "the ministry | media (to be exact)": what a definite noun is of has the article
        if self.tongue.verb_first and not word.kind and word.text[0] == "ل" and fold(word.text).endswith(_TO_HIM):
            return True  # "Wali | to his guest"
        if head.any(Kind.MEDIUM) and at - start >= 2 and self._is_given_name(at) and not before.any(Kind.NAME):
            return True  # "(told) Radio Nahar | Tamer Rasil"
        if not self.tongue.verb_first and at - start >= 2 and not word.kind and self._is_full_name(at):
            return True  # a word that is no name behind a given and a family name: a verb that no table has
        if word.text in _HIS and at == start + 1 and head.any(PEOPLE):
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
            return not self._goes_inside(at, start, limit)
        if self.is_that(at):
            return True
        if self.tongue.and_[0] in word.prefix[:1] or (
            len(self.tongue.and_) > 1 and word.prefix[:1] in self.tongue.and_
        ):
            if not word.prefix:
                return self._is_adverbial(at, start, limit)
            inside = self.tongue.article in word.prefix and head.any(Kind.ROLE | Kind.BODY)
            return not inside
        return self._is_adverbial(at, start, limit)

    def _is_kept_name(self, at: int, start: int) -> bool:
        """Whether a word is the name behind "Radio", whatever else it means: "Radio | Harim", "(he) lifted"."""
        before, word = self.words[at - 1], self.words[at]
        radio = before.lemma in _KEPT and not before.definite and before.any(Kind.MEDIUM)
        return radio and word.any(Kind.VERB | Kind.THING) and word.cue is None and not word.prefix and at - start < 3

    def _says_for_what(self, at: int, start: int) -> bool:
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
            if after.cue is not None or after.any(Kind.VERB) or after.text in _COMMAS:
                return True
            if not after.is_word:
                return False
        return False

    def _is_hearer(self, at: int, start: int) -> bool:
        """Whether whom words are said to begins here: "the Front's leader (promised) | the Red Cross", "| the families"."""
        word, before, head = self.words[at], self.words[at - 1], self.words[start]
        if not head.any(Kind.ROLE | Kind.BODY) or not before.definite:
            return False
        if word.any(Kind.KIN):
            return head.any(Kind.ROLE) or not head.definite
        return word.any(Kind.BODY) and before.any(Kind.BODY) and not head.definite

    def _leads_from_name(self, at: int, start: int) -> bool:
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
        owned = plain.endswith(_TO_HIM[:3]) and word.text[-1] != "ة" and not plain.endswith("يه")
        if owned and len(plain) > 3 and not listed_kinds(word.text):
            return True
        after = self.words[at + 1] if at + 1 < self.size else None
        if after is None or not after.is_word or after.cue is not None or len(plain) < 4:
            return False
        if plain[0] == "ب":
            ends = after.any(Kind.THAT | Kind.ADVERB | Kind.CONNECTOR | Kind.NAME)
            return not ends and (after.text in _NOT or not after.any(Kind.VERB))
        return plain[0] == "و" and not after.kind & ~Kind.NAME and not after.definite

    def _says_which(self, at: int, start: int) -> bool:
        """Whether a participle with the article says more of somebody without it: "two officials | who know the case"."""
        word, before, head = self.words[at], self.words[at - 1], self.words[start]
        if not word.definite or word.kind or head.definite or head.possessive or before.definite or before.possessive:
            return False
        if head.any(Kind.SOURCE):
            return False  # that they know the details is part of what such a source is called
        plain = before.text.endswith("ים") or before.text in self.tongue.adjectives
        return plain or (at - start >= 2 and before.text.endswith("י") and not before.kind)

    def _is_quoted(self, at: int) -> bool:
        """Whether a word stands in quotation marks."""
        before = sum(w.text in _INNER_MARKS for w in self.words[max(0, at - 6) : at])
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
        return all(w.any(Kind.NAME) and not w.any(PEOPLE) for w in names) and self.words[at].text not in _SELF

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

    def _is_owned(self, at: int) -> bool:
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

    def _parts_from(self, at: int, start: int) -> bool:
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
        if word.prefix in ("ל", "ול") and told and self.words[start].lemma not in _TO_SOMEBODY:
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
        if word.lemma in self.tongue.adjectives and word.definite == self.words[at - 1].definite:
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

    def is_construct(self, at: int) -> bool:
        """Whether a noun may depend on this word: an office or a body without article, or a word like "of"."""
        word = self.words[at]
        if word.any(Kind.OF | Kind.TITLE) or (word.lemma in _ONE_OF and not word.definite):
            return True
        if not self.tongue.verb_first and word.text.endswith("ים") and word.text != word.lemma:
            return False  # a plural with its own ending: nothing depends on it
        return word.any(PEOPLE) and not word.definite and not word.possessive

    def _goes_inside(self, at: int, start: int, limit: int) -> bool:
        """Whether a preposition stands inside a phrase: "the commander in the brigades", "interior in Hadron"."""
        head = self.words[start]
        if self.is_naming(at) and not any(w.any(Kind.NAME) for w in self.words[start:at]):
            return True
        if self.words[at].text == "על" and self.words[at - 1].lemma in _CHARGED_WITH:
            return at + 1 < limit and self.words[at + 1].is_word
        if self.quoted_name_end(at + 1) is not None and self.words[at].text in _INSIDE and head.any(Kind.ROLE):
            return True  # 'the commander in | "the Hills"'
        if at + 1 >= limit or not self.words[at + 1].is_word or self.words[at + 1].dated:
            return False
        after = self.words[at + 1]
        if self.tongue.verb_first and asks_from(self.words, at, start):
            return False  # "(warned) the mayor | of a strike"
        if self.words[at].text == "من" and self.words[at - 1].lemma in _SOME_OF and after.definite and at - start > 1:
            return True  # "the lawyer of three | of the students"
        if fold_inside(self.words[at].text) not in _INSIDE | _TO_STATE or after.text in _INNER_MARKS:
            return False
        if self.words[at].text == "لدى" and head.any(Kind.ROLE) and at + 2 < limit:
            return self.words[at + 2].text in _COMMAS  # "the former ambassador to Sweden, Rasil"
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

    def _is_adverbial(self, at: int, start: int, limit: int) -> bool:
        """Whether a word with a preposition on its front leads away from a phrase rather than being its name."""
        word = self.words[at]
        if word.any(Kind.NAME) and not word.prefix:
            return False
        if not self.tongue.verb_first and word.text.removeprefix(self.tongue.article) in self.tongue.adjectives:
            return False  # "a source | in security": an adjective
        if self.words[start].lemma in _KEPT and at == start + 1 and not word.kind and not word.prefix:
            return False  # "Radio Mifratz", whose name begins like "from ..."
        if not self.tongue.verb_first and self._places(at, start, limit):
            return False
        single = self.words[at - 1].any(Kind.NAME) and (at - start < 2 or not self.words[at - 2].any(Kind.NAME))
        if not self.tongue.verb_first and word.prefix == "ל" and single and self._is_last(at):
            return False  # a family name that begins like "to ..."
        if not self.has_preposition(at):
            if word.kind or word.prefix or word.text[:1] not in self.tongue.to or self.tongue.verb_first:
                return False
            if self.is_construct(at - 1):
                return False
            if word.text[0] == "ל":
                before = self.words[at - 1]
                office = self.words[start].any(Kind.ROLE | Kind.TITLE) and at - start > 1
                if office and self._is_last(at) and not (before.kind & ~Kind.NAME) and not before.definite:
                    return False
                titled = at - start > 1 and self.words[at - 2].any(Kind.TITLE)
                if titled and at + 1 < limit and self.has_preposition(at + 1):
                    return False  # "Major Eytan Lev | of the border guard"
                given = self.words[at - 1].any(Kind.NAME) and at - start > 1 and self.words[start].any(PEOPLE)
                if given and not self.words[at - 2].any(Kind.NAME):
                    return False  # a family name behind the given name of whoever holds an office
                return not ((self.words[at - 1].any(Kind.NAME) or titled) and self._is_last(at))
            # A word that may be "in ..." or a name: a name is alone, or the second of two.
            after = self.words[at + 1] if at + 1 < limit else None
            behind_name = self.words[at - 1].any(Kind.NAME) or not self.words[at - 1].any(PEOPLE)
            return not (behind_name and not self.words[at - 1].definite) or (after is not None and after.definite)
        if word.any(Kind.NAME):
            return self.words[start].any(Kind.MEDIUM) or not self.words[start].any(Kind.ROLE)
        return not (word.any(Kind.BODY | Kind.ROLE) and self.words[start].any(Kind.ROLE | Kind.BODY | Kind.SOURCE))

    def _places(self, at: int, start: int, limit: int) -> bool:
        """Whether "in ..." says which body or office is meant: "the consul in Jakarta, Mr", "the centre in Kyiv said"."""
        word, head = self.words[at], self.words[start]
        if word.text[0] not in "בל" or len(word.text) < 4 or word.any(ENDS & ~Kind.THING | PEOPLE):
            return False
        if not head.any(PEOPLE) or (word.any(Kind.THING) and word.lemma not in _PLACES):
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
        if after is not None and after.text in _COMMAS and end + 1 < self.size:
            named = self.words[end + 1].any(Kind.TITLE | Kind.NAME) or self._is_unlisted_name(end + 1)
            return named or (head.any(Kind.BODY) and word.text[0] == "ב")
        if word.text[0] == "ל":
            return False
        loose = head.any(Kind.BODY | Kind.SOURCE) or not head.definite
        does = after is not None and after.any(Kind.VERB) and head.any(Kind.BODY)
        return loose and (after is None or not after.is_word or after.cue is not None or does or self.is_that(end))

    def _is_foreign(self, at: int) -> bool:
        """Whether a word that no table knows begins like the article, as a place may: "in Port | Harcourt"."""
        word = self.words[at]
        return not word.kind and word.prefix == self.tongue.article and word.cue is None and not word.dated

    def _is_unlisted_name(self, at: int) -> bool:
        return self._unlisted_name_end(at) is not None

    def _unlisted_name_end(self, at: int) -> int | None:
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
        if not 2 <= end - at <= 4 or end >= self.size or self.words[end].text not in _COMMAS:
            return None
        after = self.words[end + 1] if end + 1 < self.size else None
        does = after is not None and (after.cue is not None or after.any(Kind.VERB))
        return end if does or not definite else None  # "Martin Hofstad, said", not "the fate of the captives, which"

    def _goes_on(self, at: int) -> bool:
        word = self.words[at]
        return not (word.kind & ~Kind.NAME) and word.cue is None and not word.prefix and not self.is_that(at)

    def _apposition(
        self, segments: list[tuple[int, int]], end: int, limit: int, closed: bool
    ) -> tuple[int, int] | None:
        """The segment behind a comma that says the same person in other words."""
        if end + 1 >= limit or self.words[end].text not in _COMMAS:
            return None
        begin = end + 1
        if self.words[begin].prefix[:1] and self.words[begin].prefix[:1] in self.tongue.and_:
            return None
        if self._is_age(begin, limit):
            return None
        unlisted = None if self.tongue.verb_first else self._unlisted_name_end(begin)
        stop = unlisted or self.segment_end(begin, limit)
        if stop == begin or stop > limit or stop - begin > _LONGEST_APPOSITION:
            return None
        if self.tongue.verb_first and self.words[begin].text in _OPENING and not self.words[0].is_word:
            return None  # '"...", says the mother, "and then the line went dead"'
        office = self.words[begin].any(PEOPLE) and not self._is_body_named(begin, stop, segments)
        offices = PEOPLE & ~Kind.BODY & ~Kind.MEDIUM
        titled = self.tongue.verb_first and segments[0][1] - segments[0][0] == 1  # "the father, Mykola Kovalenko"
        known = any(self.words[a].any(offices | (Kind.TITLE if titled else Kind.NONE)) for a, _ in segments)
        named = any(
            not self.words[a].any(PEOPLE | (Kind.TITLE if titled else Kind.NONE)) or self._names_holder(a, b)
            for a, b in segments
        )
        if not office and not known and self._explains_noun(segments, begin, stop):
            return begin, stop
        if not office and (not known or named or stop - begin > _LONGEST_NAME):
            return None
        if office and not named and not (known and self.inner_name(begin, stop) is not None):
            return None  # two offices are two people
        if self.words[begin].any(Kind.PRONOUN):
            return None
        first = self.words[begin]
        known_name = first.any(PEOPLE | Kind.NAME | Kind.TITLE) or unlisted is not None
        if not self.tongue.verb_first and first.definite and not known_name:
            return None  # "an officer in the command, | the prisoners were ..."
        after = self.words[stop] if stop < self.size else None
        if closed and self.tongue.verb_first and (after is None or after.text in _SENTENCE_ENDS):
            return None  # "according to a driver, the sailors are alive."
        if after is None or not after.is_word:
            return begin, stop
        ends = self.is_that(stop) or after.dated or stop >= limit or after.cue is not None
        return (begin, stop) if not closed and (ends or after.any(Kind.ADVERB | Kind.VERB)) else None

    def _explains_noun(self, segments: list[tuple[int, int]], begin: int, stop: int) -> bool:
        """Whether a full name between commas is that of a Hebrew noun no table knows: "the cantor, | Dan Mirel,"."""
        start, end = segments[0]
        if self.tongue.verb_first or len(segments) > 1 or not 2 <= stop - begin <= _LONGEST_NAME:
            return False
        noun = self.words[start]
        closed = stop < self.size and (self.words[stop].text in _COMMAS or self.words[stop].text == ".")
        led = start > 0 and self.words[start - 1].is_word
        unknown = not noun.kind & ~Kind.NAME and not (listed_kinds(noun.text) & frozenset("mf"))
        whole = self.words[end - 1].definite and unknown and noun.is_word
        given = bool(listed_kinds(self.words[begin].text) & frozenset("mf")) and not self.words[begin].prefix
        return closed and led and whole and given

    def _is_body_named(self, begin: int, stop: int, segments: list[tuple[int, int]]) -> bool:
        """Whether a word for a body is a given name behind an office: "the organiser, Keren Teneh"."""
        if self.tongue.verb_first or stop - begin != 2 or not self.words[segments[0][0]].any(Kind.ROLE | Kind.KIN):
            return False
        first, second = self.words[begin], self.words[begin + 1]
        plain = not second.kind & ~Kind.NAME and not second.definite
        return first.any(Kind.BODY) and plain and bool(listed_kinds(first.text) & frozenset("mf"))

    def _names_holder(self, start: int, stop: int) -> bool:
        """Whether an office is followed by its holder's name: "Ambassador Hani Shawki"."""
        if not self.tongue.verb_first or not self.words[start].any(Kind.ROLE | Kind.TITLE):
            return False
        name = self.inner_name(start, stop)
        return name is not None and self.words[name[0]].any(Kind.NAME)

    def quoted_name_end(self, at: int) -> int | None:
        """Behind a name in quotation marks that begins with the mark `at`; None if none does."""
        if not self.tongue.verb_first or at >= self.size or self.words[at].text not in _OPENING:
            return None
        close = _OPENING[self.words[at].text]
        for place in range(at + 1, min(self.size, at + _LONGEST_TITLE)):
            if self.words[place].text == close:
                return place + 1
        return None

    def _after_aside(self, at: int, limit: int) -> int:
        """Behind a relative clause between commas."""
        begin = at
        if begin < limit and self.words[begin].text in _COMMAS:
            begin += 1
        if begin > at and self._is_age(begin, limit):
            return next(p for p in range(begin, limit) if self.words[p].text in _COMMAS) + 1
        if self.tongue.verb_first and at > 0 and self.words[at - 1].text in _COMMAS and self.is_and_he(at):
            at -= 1  # the comma behind an apposition opens the aside
        since = self.tongue.verb_first and begin < limit and self.words[begin].text == "إذ"
        opens = begin < limit and (
            since or self.words[begin].any(Kind.RELATIVE) or (begin > at and self._opens_aside(begin))
        )
        if not opens and not (begin > at and begin < limit and self.is_and_he(begin)):
            return at
        for place in range(begin, min(limit, begin + _LONGEST_ASIDE)):
            if self.words[place].text in _COMMAS:
                return place + 1
            if place > begin and self.words[place].any(Kind.THAT) and self.words[place - 1].cue is not None:
                break  # "who said that": no aside
            if not self.words[place].is_word and self.words[place].text not in _INNER_MARKS:
                break
        return at

    def _is_age(self, at: int, limit: int) -> bool:
        """Whether ", aged ninety," stands between commas: "a daughter of ninety"."""
        if self.tongue.verb_first or at + 2 >= limit or self.words[at].text not in _AGED:
            return False
        after = self.words[at + 1]
        number = after.text[0].isdigit() or after.text in _TENS
        return number and any(w.text in _COMMAS for w in self.words[at + 2 : min(limit, at + 4)])

    def is_and_he(self, at: int) -> bool:
        """Whether "and he ..." opens an aside: "he, who is the leader that ..."."""
        word = self.words[at]
        return self.tongue.verb_first and word.any(Kind.PRONOUN) and word.prefix == "و"

    def _opens_aside(self, at: int) -> bool:
        word = self.words[at]
        return self.is_that(at) and not word.any(Kind.THAT)

    # --- whom it names --------------------------------------------------------------------------------------------

    def actor(self, phrase: Phrase) -> Actor | None:
        """Whom a phrase names: the person's own name preferred to his office."""
        found = self._whom(phrase)
        named = found is not None and found.kind is ActorKind.PERSON and not self.tongue.verb_first
        if found is not None and not named and (called := self._called(phrase)) is not None:
            found = replace(found, name=called, attribution=Attribution.NAMED, brief=False)
            if not self.tongue.verb_first and found.kind is ActorKind.ROLE:
                found = replace(found, kind=ActorKind.PERSON)
        if found is not None and not self.tongue.verb_first and (full := self._in_full(found)) is not None:
            found = replace(found, name=full, kind=ActorKind.PERSON)
        return self._with_gender(found, *phrase.segments[0]) if found is not None else None

    def _in_full(self, actor: Actor) -> str | None:
        """The full name of whoever is called by his family name, where the document gave one and no other before."""
        name = actor.name
        if actor.kind not in (ActorKind.OTHER, ActorKind.PERSON) or " " in name or len(name) < _SHORTEST_FAMILY:
            return None
        if actor.attribution is not Attribution.NAMED or not _HEBREW_NAME.fullmatch(name):
            return None
        text, end = self.view.text, actor.place[0]
        found: set[str] = set()
        at, looked = text.find(f" {name}", 0, end), 0
        while at >= 0 and looked < _MOST_LOOKED:
            looked += 1
            behind = at + 1 + len(name)
            if (
                not text[behind : behind + 1].isalnum()
                and (match := _TWO_BEFORE.search(text[max(0, at - 40) : at])) is not None
            ):
                if (given := self._given_name(match[2], match[1] or "")) is not None:
                    found.add(f"{given} {name}")
            at = text.find(f" {name}", behind, end)
        return next(iter(found)) if len(found) == 1 else None

    def _given_name(self, word: str, before: str) -> str | None:
        """A given name without what is written on to its front; one in no list, where an office or "of" stands before."""
        for first in (word, word[1:] if word[0] in "ולבמשכ" else ""):
            if len(first) > 1 and listed_kinds(first) & frozenset("mf") and fold(first) not in self.tongue.not_names:
                return first
        known = look_up(word, self.tongue)
        plain = not known.kind & ~Kind.NAME and known.cue is None and not known.prefix and len(word) > _NEAR
        if not plain or word[0] in "הו" or not before:
            return None
        office = look_up(before, self.tongue)
        led = bool(office.kind & (PEOPLE | Kind.TITLE)) and office.cue is None
        return word if before == "של" or led else None

    def _called(self, phrase: Phrase) -> str | None:
        """The name that somebody is said to go by: "a group that calls itself «Azwad»"."""
        begin = self.words[phrase.segments[-1][1] - 1].stop
        called = _CALLED if self.tongue.verb_first else _CALLED_IN_HEBREW
        match = called.match(self.view.text, begin, min(self.view.stop, begin + 90))
        if match is None and self.tongue.verb_first:
            begin = self.words[phrase.segments[0][1] - 1].stop
            match = _NICKNAMED.match(self.view.text, begin, min(self.view.stop, begin + 90))
        if match is None and self.tongue.verb_first:
            match = _BY_NICKNAME.match(self.view.text, begin, min(self.view.stop, begin + 60))
            name = match.group(1).strip() if match is not None else ""
            return re.sub(r"^أب[اي]\s", "أبو ", name) or None  # "called Aba Rasil"
        return match.group(1).strip() if match is not None else None

    def _with_gender(self, actor: Actor, start: int, stop: int) -> Actor:
        """The actor with the gender that his first name, or else the noun for him, shows."""
        if actor.gender:
            return actor
        if not self.tongue.verb_first:
            return self._with_hebrew_gender(actor, start, stop)
        if actor.kind is ActorKind.PERSON:
            kinds = listed_kinds(actor.name.split()[0])
            if ("f" in kinds) != ("m" in kinds):
                return replace(actor, gender="f" if "f" in kinds else "m")
        head = next(
            (w for w in self.words[start:stop] if w.is_word and w.any(PEOPLE | Kind.TITLE | Kind.PRONOUN)), None
        )
        if head is None and actor.kind is ActorKind.OTHER and actor.name.split()[0].endswith("ة"):
            return replace(actor, gender="f")
        return replace(actor, gender=_gender_of(head)) if head is not None else actor

    def _with_hebrew_gender(self, actor: Actor, start: int, stop: int) -> Actor:
        if actor.kind is ActorKind.PRONOUN:
            return replace(actor, gender={"הוא": "m", "היא": "f"}.get(actor.name, ""))
        if actor.kind is ActorKind.PERSON:
            kinds = listed_kinds(actor.name.split()[0]) & frozenset("mf")
            if len(kinds) == 1:
                return replace(actor, gender=next(iter(kinds)))
        head = next((w for w in self.words[start:stop] if w.is_word and w.any(PEOPLE)), None)
        if head is None or head.possessive or head.text.endswith(("ים", "ות", "י")):
            return actor
        if head.any(Kind.BODY | Kind.MEDIUM):
            woman = head.lemma.endswith(("ה", "ת")) and head.lemma not in _MALE_BODIES
        else:
            woman = head.lemma.endswith("ת") or head.lemma in _WOMEN_OF_KIN
        return replace(actor, gender="f" if woman else "m")

    def _whom(self, phrase: Phrase) -> Actor | None:
        segments = phrase.segments
        alone = Kind.TITLE if self.tongue.verb_first and segments[0][1] - segments[0][0] == 1 else Kind.NONE
        named = [s for s in segments[1:] if self._is_body_named(*s, [segments[0]])]
        offices = [s for s in segments if self._head(s[0], s[1]).any(PEOPLE | alone) and s not in named]
        place = (self._begin(segments[0][0]), self.words[segments[-1][1] - 1].stop)
        if len(segments) > 1 and offices:
            for start, stop in segments:
                if not self._head(start, stop).any(PEOPLE | alone) or (start, stop) in named:
                    key = self._key(*offices[0])
                    if self._head(*offices[0]).lemma in _ONE_OF and self._head(start, stop).any(Kind.TITLE):
                        key = self._key(start, start + 1)  # "Sheikh Rasil, one of the notables": "the sheikh"
                    person = self._person(self._untitled(start, stop), stop, place, key)
                    title = self._head(start, stop)
                    called = title.lemma.removeprefix("ה")
                    if person is not None and not self.tongue.verb_first and title.any(Kind.TITLE):
                        return replace(person, role=called) if called in _OFFICES_TOO else person
                    if person is not None and self.tongue.verb_first and title.any(Kind.TITLE):
                        return replace(person, role=self._key(start, start + 1))  # "the judge Rasil, a mediator"
                    return person
        if not self.tongue.verb_first and len(segments) > 1 and not offices:
            return self._person(*segments[1], place, self._key(*segments[0]))
        first = self.actor_of(*segments[0])
        if first is None or first.kind is ActorKind.PERSON or len(segments) == 1:
            return first
        for start, stop in segments[1:]:
            if (name := self.inner_name(start, stop)) is not None:
                return self._person(*name, place, first.head or self._key(start, stop))
        return first

    def _head(self, start: int, stop: int) -> Word:
        for place in range(start, stop):
            if self.words[place].is_word:
                return self.words[place]
        return self.words[start]

    def _begin(self, at: int) -> int:
        word = self.words[at]
        return word.start + self._prefix_length(word)

    def _prefix_length(self, word: Word) -> int:
        """Letters of prepositions and "and" on the front of a word; the article is part of the name."""
        cut = len(word.prefix.removesuffix(self.tongue.article))
        if word.text[1:2] == "ـ" and cut == 1:
            return 2
        if word.prefix == "لل":
            return 1  # "to the ...": what is left is not how the word is written alone, but it is in the text
        doubled = 0 < cut == len(word.prefix) and word.text[cut : cut + 2] == "וו"
        return cut + doubled  # its own letter is doubled behind another

    def _untitled(self, start: int, stop: int) -> int:
        place = start
        while place < stop - 1 and (self.words[place].any(Kind.TITLE) or not self.words[place].is_word):
            place += 1
        while start < place < stop - 2 and self.words[place].text in _OF_TITLES:
            place += 1  # "the retired general | Rasil"
        return place

    def actor_of(self, start: int, stop: int) -> Actor | None:
        """Whom the words from `start` to `stop` name."""
        found = self._named_by(start, stop)
        return self._with_gender(found, start, stop) if found is not None else None

    def _named_by(self, start: int, stop: int) -> Actor | None:
        words = self.words
        while start < stop - 1 and not words[start].is_word:
            start += 1
        while stop > start + 1 and fold_inside(words[stop - 1].text) in _SELF:
            stop -= 1
        head = words[start]
        place = (self._begin(start), words[stop - 1].stop)
        text = self.view.text[slice(*place)].strip(_STRIP)
        if not text:
            return None
        if head.any(Kind.PRONOUN):
            return Actor(place, text, ActorKind.PRONOUN, Attribution.UNNAMED, text)
        key = self._key(start, stop)
        brief = self._is_brief(start, stop)
        text = self._nominative(start, text)
        if self.tongue.verb_first and not head.any(Kind.MEDIUM | Kind.BODY) and text.count('"') == 1:
            text = text.replace('"', "")
        if self.tongue.verb_first:
            text = _without_half_a_pair(text)
        if head.any(Kind.SOURCE) or self._is_hidden(start, stop):
            return Actor(place, text, ActorKind.SOURCE, Attribution.ANONYMOUS, key, head.definite, brief=brief)
        if head.any(Kind.TITLE):
            return self._titled(start, stop, place, text, key)
        if self.tongue.verb_first and head.any(Kind.MEDIUM | Kind.BODY):
            closing = next(
                (at for at in range(start + 2, stop + 1) if at < self.size and words[at].text in '»”"'), None
            )
            if closing is not None and words[start + 1].text in _OPENING:
                place = (place[0], words[closing].stop)  # «Al-Nil» daily: its own name ends with the mark
                text = self.view.text[slice(*place)].strip(_STRIP + "ـ")
            if text.count('"') == 1:
                text = text.replace('"', "")
            text = _without_half_a_pair(text)
        if not self.tongue.verb_first and head.any(Kind.BODY | Kind.MEDIUM) and head.lemma not in _KEPT:
            if (own := _QUOTED_NAME.match(text)) is not None:
                sort = ActorKind.MEDIUM if head.any(Kind.MEDIUM) else ActorKind.BODY
                return Actor(place, own.group(1), sort, Attribution.NAMED, key, True, brief=False)
        if head.any(Kind.MEDIUM):
            brief = brief and stop - start == 1
            kind = Attribution.UNNAMED if brief else Attribution.NAMED
            known = head.definite or stop - start > 1 or (not self.tongue.verb_first and self.has_preposition(start))
            if not self.tongue.verb_first and head.lemma not in _KEPT and (inner := _QUOTED.search(text)) is not None:
                text = inner.group(1)
            elif not self.tongue.verb_first and head.lemma in _KEPT:
                text = _MARKS.sub("", text)
            return Actor(place, text, ActorKind.MEDIUM, kind, key, known, brief=brief)
        if head.any(Kind.KIN) and self.tongue.verb_first and self._is_called_so(start, stop):
            return Actor(place, text, ActorKind.PERSON, Attribution.NAMED, "", brief=False)
        if head.any(Kind.ROLE | Kind.KIN):
            name = self.inner_name(start, stop)
            if name is not None:
                return self._with_title(self._person(*name, place, key), start, name[0])
            cut = self._before_place(start, stop)
            if not self.tongue.verb_first and head.possessive and stop - start > 2 and self._gives(start + 1):
                cut = start + 1  # "(gave) her guest | a file of each"
            if cut - start > 1 and words[cut - 1].text in _ONE:
                cut -= 1  # "a policeman | one"
            if cut < stop:
                place = (place[0], words[cut - 1].stop)
                text = self.view.text[slice(*place)].strip(_STRIP)
            if self.tongue.verb_first and head.lemma in _OFFICIALS and not head.definite and not head.possessive:
                if (
                    not any(words[at].definite for at in range(start, stop))
                    and fold(head.text).rstrip("ا") == head.lemma
                ):
                    hidden = ActorKind.ROLE, Attribution.ANONYMOUS  # "an official", who is not named on purpose
                    return Actor(place, text, *hidden, key, True, brief=brief)
            whole = (
                not self.tongue.verb_first and head.any(Kind.ROLE) and words[cut - 1].definite and not head.possessive
            )
            of = _of_whom(text, self.tongue) if head.any(Kind.KIN) and head.possessive else ("", "")
            return Actor(place, text, ActorKind.ROLE, Attribution.UNNAMED, key, True, brief=brief or whole, of=of)
        if head.any(Kind.BODY) and not self.tongue.verb_first and (inner := _QUOTED.search(text)) is not None:
            return Actor(place, inner.group(1), ActorKind.BODY, Attribution.NAMED, key, True, brief=False)
        if head.any(Kind.BODY):
            for at in range(start + 1, stop):
                if self.tongue.verb_first and head.definite and words[at].any(Kind.OF):
                    place = (place[0], words[at - 1].stop)  # "foreign affairs | for consular matters" in an office
                    text = self.view.text[slice(*place)].strip(_STRIP)
                    brief = True
                    break
                sits = not self.tongue.verb_first and words[at].text[0] == "ב" and not listed_kinds(words[at].text)
                if (
                    at > start + 1
                    and words[at].any(Kind.NAME)
                    and words[at - 1].definite
                    and not (words[at].prefix or sits)
                ):
                    place = (
                        place[0],
                        words[at - 1].stop,
                    )  # a name behind "the brigades of the Rift" is somebody in them
                    text = self.view.text[slice(*place)].strip(_STRIP)
                    break
            kind = Attribution.UNNAMED if head.possessive else Attribution.NAMED
            of = _of_whom(text, self.tongue) if head.possessive else ("", "")
            return Actor(place, text, ActorKind.BODY, kind, key, True, brief=brief, of=of)
        begin = self._untitled(start, stop)
        nisba = head.definite and not head.kind and head.text.endswith(("ي", "ية")) and stop - begin > _NEAR
        plain = not words[min(start + 1, stop - 1)].kind & ~Kind.NAME and not words[min(start + 1, stop - 1)].definite
        if self.tongue.verb_first and nisba and begin == start and plain:
            official = self._person(start + 1, stop, place, fold(head.text).removeprefix("ال"))
            gender = "f" if head.text.endswith("ة") else "m"
            return replace(official, gender=gender) if official is not None else None  # "the official | Ana Ruhl"
        count = sum(w.is_word for w in words[begin:stop])
        if count > _LONGEST_NAME:
            return None
        if count >= 2 and not head.definite:
            if not self.tongue.verb_first and self._describes(begin, stop):
                return Actor(place, text, ActorKind.ROLE, Attribution.UNNAMED, key, True, brief=False)
            if self.tongue.verb_first and _MOST.fullmatch(head.text) and not head.kind and words[start + 1].definite:
                return Actor(place, text, ActorKind.ROLE, Attribution.UNNAMED, key, True, brief=False)
            return self._person(begin, stop, place, "")
        if head.definite and not head.any(Kind.NAME) and self.tongue.verb_first is False:
            kind = Attribution.NAMED if '"' in text or "״" in text else Attribution.UNNAMED
            return Actor(place, text, ActorKind.OTHER, kind, key, True)
        return Actor(place, text, ActorKind.OTHER, Attribution.NAMED, "", True)

    def _gives(self, at: int) -> bool:
        """Whether a word that no table knows, and that has no article, stands where "of" would follow an owned noun."""
        word = self.words[at]
        return word.is_word and not word.kind and not word.definite and not word.prefix and word.text not in _HIS

    def _with_title(self, person: Actor | None, start: int, stop: int) -> Actor | None:
        """Whoever holds an office, also as what his title calls him: "the director, Brigadier Rasil": "the brigadier"."""
        if person is None or not self.tongue.verb_first:
            return person
        title = next((at for at in range(start + 1, stop) if self.words[at].any(Kind.TITLE)), None)
        known = title is not None and self.words[title].definite and not self.words[title].prefix.startswith("و")
        return replace(person, role=self._key(title, title + 1)) if title is not None and known else person

    def _before_place(self, start: int, stop: int) -> int:
        """Before "in ..." behind an office that is explained already: "spokesman of the Front | in the north"."""
        if self.tongue.verb_first:
            return stop
        if self.words[start].lemma in _SENT_ABROAD or self.words[start].any(Kind.BODY):
            return stop
        for at in range(start + 2, stop):
            whole = self.words[at - 1].definite or self.words[at - 2].any(Kind.BODY)
            if self._leads_to_place(at) and not self.has_preposition(at - 1) and whole:
                return at
        return stop

    def _leads_to_place(self, at: int) -> bool:
        word = self.words[at]
        return word.text[0] == "ב" and len(word.text) > 3 and word.prefix in ("", "ב") and not word.any(Kind.NAME)

    def _describes(self, start: int, stop: int) -> bool:
        """Whether words that no table knows are a noun with its adjective or owner: "a released prisoner"."""
        words = self.words[start:stop]
        if any(w.any(Kind.NAME) for w in words) or len(words) < 2:
            return False
        first, second = words[0].text, words[1].text
        agree = any(first.endswith(end) and second.endswith(end) for end in ("ים", "ות"))
        female = first.endswith(("ה", "ת")) and second.endswith("ת") and len(words) == 2
        return words[1].definite or agree or female

    def _is_called_so(self, start: int, stop: int) -> bool:
        """Whether a word for kin is part of a name: "Mother Agnes", "Umm Adil"; not "the mother of Mina"."""
        head = self.words[start]
        if stop - start < 2 or head.possessive or not self.words[start + 1].is_word:
            return False
        after = self.words[start + 1]
        named = (after.any(Kind.NAME) and not after.prefix) or (not after.kind and not after.definite)
        return named if fold(head.text) in _UMM else head.definite and not self.words[start + 1].definite

    def _titled(self, start: int, stop: int, place: Place, text: str, key: str) -> Actor | None:
        """Whom a title and what follows it name: "Dr Rasil", "His Excellency the minister", "the doctor" alone."""
        first = self._untitled(start, stop)
        words = self.words
        if self.tongue.verb_first and words[first].any(PEOPLE) and first > start:
            return self.actor_of(first, stop)
        if not self.tongue.verb_first and first > start and words[first].any(Kind.BODY) and words[first].definite:
            return Actor(
                place, text, ActorKind.ROLE, Attribution.UNNAMED, key, True, brief=False
            )  # "admiral of the guard"
        if not self.tongue.verb_first and first == start + 1 == stop - 1 and self._is_no_name(start, first):
            return Actor(place, text, ActorKind.ROLE, Attribution.UNNAMED, key, True, brief=False)
        alone = self.tongue.verb_first or (stop == start + 1 and words[start].text[0] == "ה")
        if alone and first == start and words[start].definite:
            called = key if self.tongue.verb_first else words[start].lemma.removeprefix("ה")
            return Actor(place, text, ActorKind.ROLE, Attribution.UNNAMED, called, True, brief=True)
        while self.tongue.verb_first and first < stop - 2 and words[first].definite and not words[first].kind:
            first += 1  # "the activist | Haitian | ..."
        if self.tongue.verb_first and first == stop - 1 and words[first].text in _NO_SURNAMES:
            place = (place[0], words[first - 1].stop)  # "the brigade | issued yesterday"
            called = self.view.text[slice(*place)].strip(_STRIP)
            return Actor(
                place, called, ActorKind.ROLE, Attribution.UNNAMED, self._key(start, first), True, brief=True
            )
        named = next((at for at in range(first, stop) if words[at].any(Kind.NAME) and not words[at].prefix), None)
        if self.tongue.verb_first and named is not None and all(words[at].definite for at in range(first, named)):
            first = named  # "the judge | of investigation | Rasil"
        if self.tongue.verb_first:
            return self._person(first, stop, place, key)
        called = words[start].lemma.removeprefix("ה")
        office = first == start + 1 and called in _OFFICES_TOO
        return self._person(first, stop, place, called if office else "")

    def _is_no_name(self, start: int, at: int) -> bool:
        """Whether one word with the article behind a title says of what it is: "captain of | the tug", "the judge | on call"."""
        word = self.words[at]
        plain = word.prefix == self.tongue.article and not word.kind & ~Kind.THING and len(word.text) > 4
        return plain and not listed_kinds(word.text) and not listed_kinds(word.text[1:])

    def _person(self, start: int, stop: int, place: Place, key: str) -> Actor | None:
        while stop > start + 1 and fold_inside(self.words[stop - 1].text) in _SELF:
            stop -= 1
        begin = self._begin(start)
        name = self.view.text[begin : self.words[stop - 1].stop].strip(_STRIP)
        if not name:
            return None
        name = self._nominative(start, name)
        many = len(name.split()) > 1
        kind = ActorKind.PERSON if many or key else ActorKind.OTHER
        return Actor(place, name, kind, Attribution.NAMED, key, brief=False)

    def _nominative(self, start: int, text: str) -> str:
        """A name as it is given by itself: "Abi Malik" is "Abu Malik", "masdaran" behind "that" is "masdar"."""
        if not self.tongue.verb_first:
            return text
        if (father := _FATHER.match(text)) is not None:
            return "أبو" + text[father.end() - 1 :]
        head = self.words[start]
        if head.prefix.endswith("لل") and text.startswith("ل") and head.any(PEOPLE):
            return "ا" + text  # "to the agency": its alif is not written behind "to"
        if head.definite or head.any(Kind.NAME) or not head.any(PEOPLE) or fold(head.text)[-1:] != "ا":
            return text
        if fold(head.text).removesuffix("ا") != head.lemma:
            return text
        words = text.split(" ")
        for place, word in enumerate(words):
            if not word.endswith(_ACCUSATIVE):
                break
            words[place] = word.removesuffix("اً").removesuffix("ًا").removesuffix("ا")
        return " ".join(words)

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
            if words[start].lemma in _SENT_ABROAD and not words[start].definite and place + 1 == stop:
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
                return (place + 1, stop) if 0 < stop - place - 1 <= _LONGEST_NAME else None
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
                loose = self.tongue.verb_first and word.text in _INSIDE and not (words[start].definite or explained)
                where = words[place + 1] if place + 1 < stop else None
                if loose and where is not None and not where.definite and not where.kind and place + 2 < stop:
                    return None  # "a guard | in the prison of Ayn Zara"
                place += 2
                while place < stop and words[place].definite and not words[place].any(Kind.NAME):
                    place += 1
                explained = True
                continue
            if self.tongue.verb_first and explained and place == start + 1 and word.text in _FATHERS | _MOTHERS:
                return place, stop  # "the midwife | Umm Rasil"
            team = word.text == "الفريق" and words[place - 1].any(Kind.ROLE) and not words[place - 1].definite
            if word.any(Kind.TITLE) and place + 1 < stop and not team:
                return self._untitled(place, stop), stop
            if not self.tongue.verb_first and self._is_given_with_article(start, place, stop):
                return place, stop
            if word.any(PEOPLE) or word.definite or (word.prefix and not word.any(Kind.NAME)):
                explained = word.definite or bool(word.prefix)
                place += 1
                continue
            if not self.tongue.verb_first and self._leads_to_place(place):
                return None  # what follows is where he is
            if not self.tongue.verb_first and place + 1 == stop and self._places(place, start, self.size):
                return None
            if self.tongue.verb_first and word.definite is False and words[place - 1].lemma in _SOCIETIES:
                if word.text in _COLOURS:
                    explained, place = True, place + 1  # "the president of the Red Cross | Jean Moreau"
                    continue
            if not self.tongue.verb_first and place == start + 1 and word.text in self.tongue.adjectives:
                explained, place = False, place + 1  # "a mediator | from France"
                continue
            old = word.text in _OLD_OR_YOUNG and place == start + 1 and not words[start].definite
            if old and (place + 1 == stop or self._leads_to_place(place + 1)):
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
                return (place, stop) if stop - place <= _LONGEST_NAME else None
            if self._is_of_body(place, stop):
                explained, place = True, place + 2  # "in the government | of caretakers"
                continue
            if not self.tongue.verb_first and place > start + 1 and self._is_behind_of(start, place):
                return None  # "the envoys of the families of six aid workers"
            left = stop - place
            if explained and left <= _LONGEST_NAME and (left >= 2 or not self._is_plain(place)):
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
            plain
            and word.prefix == self.tongue.article
            and not word.kind
            and not adjective
            and len(word.text) > _NEAR
        )

    def told_before(self, at: int) -> Actor | None:
        """Whose full name stands between the beginning of a Hebrew sentence and the comma before an office: "Ana Ruhl, | a midwife"."""
        if self.tongue.verb_first or not _NEAR < at <= _LONGEST_NAME or self.words[at - 1].text not in _COMMAS:
            return None
        office, names = self.words[at], self.words[: at - 1]
        if not office.any(Kind.ROLE) or office.prefix or office.definite or office.possessive:
            return None
        if names[0].text in hebrew_nouns.ACCORDING:
            return None
        if any(
            not w.is_word or w.kind & ~Kind.NAME or w.prefix or w.definite or w.dated or w.cue is not None
            for w in names
        ):
            return None
        return self._person(
            0, at - 1, (names[0].start, names[-1].stop), self._key(at, self.segment_end(at, self.size))
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
        office = head.any(Kind.ROLE) and not head.definite and not head.possessive and head.lemma not in _ONE_OF
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

    def _key(self, start: int, stop: int) -> str:
        """By what "the minister" is tied to the minister named before: the words of his office, without articles."""
        pieces: list[str] = []
        for place in range(start, min(stop, start + 4)):
            word = self.words[place]
            if word.text == "לשעבר" or (not self.tongue.verb_first and word.text in _OF_TITLES):
                continue
            if not word.is_word or word.any(Kind.NAME) or word.any(Kind.OF | Kind.PREPOSITION):
                if pieces and word.any(Kind.OF | Kind.PREPOSITION):
                    break
                if word.is_word:
                    break
                continue
            lemma = word.lemma
            if self.tongue.verb_first and word.any(Kind.TITLE) and len(lemma) > 3:
                lemma = lemma.removeprefix(self.tongue.article)  # "the lawyer" is a title, and an office
                lemma = self.tongue.nouns[lemma][1] if lemma in self.tongue.nouns else lemma
            if self.tongue.verb_first and word.any(Kind.KIN) and word.possessive:
                lemma = _kin_alone(lemma)
            pieces.append(_SAME_KIN.get(lemma) or _without_construct(lemma))
        return " ".join(pieces[:3])

    def _is_brief(self, start: int, stop: int) -> bool:
        """Whether a phrase says no more than "the minister": an office with the article and nothing of its own."""
        words = [w for w in self.words[start:stop] if w.is_word and w.text != "לשעבר"]
        if len(words) > 2:
            halves = [
                at
                for at, (one, two) in enumerate(pairwise(words))
                if f"{one.lemma} {two.lemma}" in self.tongue.compounds
            ]
            for at in reversed(halves):
                del words[at + 1]  # "the sitting at the head": one office
        if not words or len(words) > 2:
            return False
        hidden = (
            len(words) == 1 and not self.tongue.verb_first and self.has_preposition(start)
        )  # "to the" as one letter
        if not words[-1].definite and not hidden:
            return False
        return not any(w.any(Kind.NAME | Kind.OF | Kind.PREPOSITION) or w.possessive for w in words)

    def _is_hidden(self, start: int, stop: int) -> bool:
        """Whether the words behind it say that the person does not want to be named."""
        begin = self.words[stop - 1].stop
        behind = self.view.text[begin : min(self.view.stop, begin + 70)]
        return self.words[start].any(PEOPLE) and _HIDDEN.match(behind) is not None


_KEPT = frozenset(["רדיו", "קול"])  # nouns that are part of the name of a medium
_MARKS = re.compile(r"[\"“”„״«»]")
_QUOTED_NAME = re.compile(r"[^\s\"“”„״«»]+ [\"“„״«]([^\"“”„״«»]{2,40})[\"”״»] \S")  # 'the militia "X" in Baghdad'
_QUOTED = re.compile(r"[\"“”„״«]([^\"“”„״«»]{2,})[\"“”״»]?\s*$")
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
_CALLED = re.compile(
    r"[\s،]*و?(?:[يت]طلق\w*\s+على\s+نفس\w+(?:\s+اسم)?|[يت]سم\S+\s+نفس\w+|[يت]دعى|[يت]عرف\s+باسم|[يت]لقب\s+ب|"
    r"(?:المعروفة?|الملقبة?|المكناة?)\s+باسم)\s*[«\"“]([^»\"”]{2,40})[»\"”]"
)
_CALLED_IN_HEBREW = re.compile(
    r"[\s,]*(?:בעלת?\s+הכינוי|המכונה|המכונים|שמכונה|הידועה?\s+בכינויו?ה?|הידועה?\s+בשם|המוכרת?\s+בשם|שכינויו|שכינויה|ששמו|ששמה|"
    r"שקורא\s+לעצמו|המכנה\s+את\s+עצמו|בשם)\s*[\"“״]([^\"”״\n]{2,30})[\"”״]"
)
_NICKNAMED = re.compile(
    r"[\s،»\"”]*(?:الملقبة?|المكناة?|المكنّ?ى|المعروفة?|المدعوة?|الشهيرة?)(?:\s+(?:باسم|بـ?))?\s*[«\"“]([^»\"”]{2,40})[»\"”]"
)
_BY_NICKNAME = re.compile(
    r"[\s،»\"”]*(?:الملقبة?|المكناة?|المكنّ?ى|المعروفة?|المدعوة?)(?:\s+باسم)?\s+"
    r"(?:ب(?=ال\w)|ب(?=أب[ويا]\s))?((?:أب[ويا]\s+)?\w{3,}(?:\s+\w{3,})?)(?=\s*[،,.])"
)
_MOST = re.compile("[أآ][^اأ]\\w{1,2}")  # "the youngest (of the missing)"
_NO_SURNAMES = frozenset(
    ["الصادر", "الصادرة", "المذكور", "المذكورة", "المعني", "الحالي", "الجديد", "الجديدة", "المنتظر", "المرتقب", "الماضي",
     "المقبل", "المؤرخ", "المنشور", "المنشورة", "الموقع", "الموقعة", "العائد", "العائدة", "نفسه", "ذاته"]
)  # fmt: skip
_ADVERBIAL = re.compile("(?:\u064bا|ا\u064b|\u064b)$")  # the case of what is done to, or of how
_DEMONSTRATIVES = frozenset(["هذا", "هذه", "ذلك", "تلك", "هؤلاء"])
_OFFICIALS = frozenset(["مسوول", "مسؤول", "دبلوماسي"])
_SON_OF = frozenset(["ابن", "ابنة", "بنت", "ابناء", "أبناء"])
_VEHICLES = frozenset(["شاحنة", "حافلة", "سفينة", "باخرة", "مركب", "قارب", "طائرة"])
_TO_HIM = ("ه", "ها", "هم", "نا")
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
_FATHERS = frozenset(["أبو", "أبي", "أبا"])
_MOTHERS = frozenset(["أم"])
_VAN = ("فان", "فون", "دي", "دو", "دير", "ديل", "ولد", "آيت", "بن")
_UMM = ("ام", "وام", "ابو", "ابي", "ابا")
_VERBAL = re.compile(r"سي\w{3,}|ست\w{3,}|ي\w{3,}|ت\w{3}|[ات]?ست\w{3,6}ني|نست\w{3}|\w{3,}(?:ناهم|ناه|ناها|تهم|تموه)")
_PASSIVE = re.compile("أ\u064f\\w|\\w\u064f\\w+وا$")  # "was transferred", "were killed", as their vowels show
_FATHER = re.compile(r"أب[يا]\s")
_ACCUSATIVE = ("ا", "اً", "ًا")
_ADJECTIVE_ENDS = ("ي", "ية", "يا", "يين", "يون", "يان")
_INSIDE = frozenset(["في", "باسم", "لشؤون", "من", "ב", "מן", "לענייני"])
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
_HIS = frozenset(["له", "لها", "لهم", "שלו", "שלה", "שלהם", "שלהן", "שלי", "שלנו"])
_ONE = frozenset(["אחד", "אחת"])
_SENT_ABROAD = frozenset(["שגריר", "שגרירת", "קונסול", "קונסולית", "נספח", "ציר"])
_PLACES = frozenset(["גבול", "מחנה", "כפר", "עיר", "מחסום", "מעבר", "מלון"])
_SONS = frozenset(["אבו", "אבן", "אבי", "בן"])
_AGED = frozenset(["בן", "בת", "בני", "בנות"])
_TENS = frozenset(
    ["עשר", "עשרים", "שלושים", "ארבעים", "חמישים", "שישים", "שבעים", "שמונים", "תשעים", "מאה", "שבע", "שמונה", "תשע"]
)
_WITH_BY = re.compile(
    r"ب(?:[إأ]|ا[نحستعقخدف]\w{3}|[تم]\w{3}|ن\w{3,4}(?!\w))"
)  # "by" on the front of an act: "by freeing them"
_IN_HIS_NAME = frozenset(["باسمها", "باسمه", "باسمهم"])
_SPEAKING_FOR = frozenset(["דובר", "דוברת", "נציג", "נציגת", "שליח", "שליחת", "כתב", "כתבת", "פרקליט", "פרקליטה"])
_OLD_OR_YOUNG = frozenset(["זקן", "זקנה", "צעיר", "צעירה", "קשיש", "קשישה", "אלמוני", "אלמונית"])
_OFFICES_TOO = frozenset(
    ["אדמירל", "גנרל", "קולונל", "קפטן", "מייג'ור", "קומודור", "מרשל", "בריגדיר", "לוטננט", "שופט", "שופטת"]
)  # titles by which somebody is called afterwards: "the admiral"
_CHARGED_WITH = frozenset(["ממונה", "אחראי", "אחראית"])
_RANK = frozenset(["דרג", "דרגה", "מעלה"])
_ONE_OF = frozenset(["احد", "احدى", "بعض", "אחד", "אחת"])
_OF_TITLES = frozenset(
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
_OF_MEDIA = frozenset(["مراسل", "مدير", "محرر", "رئيس", "مصور", "صحفي", "صحافي", "مندوب", "كاتب", "مذيع"])
_TO_SOMEBODY = frozenset(
    ["יועץ", "שליח", "נציג", "עוזר", "סגן", "מועמד", "מתאם", "נספח", "אחראי", "מקור", "גורם", "דובר"]
)
_SOCIETIES = frozenset(["صليب", "هلال"])
_COLOURS = frozenset(["الأخضر", "الأحمر", "الأزرق", "الأبيض", "الأسود"])
_SELF = frozenset(
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
_WISH = (
    r"(?:(?:ש?לא |שלא )(?:להזדהות|לנקוב|להיחשף)|ב?עילום שמ?ו?ה?|אנונימי\w*|ששמ\w+ (?:לא|אינו)|"
    r"(?:لم|لا)\s+[يت](?:شأ|رد|رغب|شاؤوا|ريد|ود)\s+(?:في\s+|أن\s+)?(?:[يت]?ذكر|ال?كشف|[يت]كشف|الإفصاح|[يت]فصح|نشر|إعلان)|(?:عدم|دون)\s+(?:ذكر|نشر|إعلان|تسمية|إفشاء|الإفشاء|البوح|الكشف|كشف|الإفصاح|ال?تعريف)|لم\s+ي[ُ]?[كذ]\S+\s+(?:عن\s+)?(?:اسم|هوي)|لم\s+[يت]ُ?سمّ?(?:هم|هما|ه|ها)?(?!\w)|"
    r"ألا\s+[يت][ُ]?(?:ذكر|نشر|كشف)\s+(?:عن\s+)?(?:اسم|أسما|هوي|كني)|رفض\w*\s+أن\s+[يت][ُ]?(?:ذكر|نشر|كشف)\s+(?:عن\s+)?(?:اسم|أسما|هوي|كني)|رفض\w*\s+(?:ذكر|الكشف|كشف)\s+(?:عن\s+)?(?:ال)?(?:اسم|هوي|نفس)\w*|اكتفى\s+ب(?:ذكر|التعريف)|اكتفت\s+ب(?:ذكر|التعريف)|فضّ?ل\w*\s+(?:عدم(?:\s+(?:ذكر|نشر|كشف|الكشف|الإفصاح))?|التكتم|إخفاء|البقاء|ألا|حجب)|شرط عدم|(?:حجب|إخفاء|التحفظ على|التكتم على|كتم|إبقاء)\s+(?:اسم|هوي)\w+)"
)
_HIDDEN = re.compile(r"[\s,،]*(?:\S+\s+){0,3}?" + _WISH)
_WISHES = re.compile(r"(?:(?:الذي|التي)\s+)?(?:(?:طلب|اشترط|آثر|اختار)\w*\s+)?" + _WISH)
HIDING = re.compile(r"(?:[\w]+\s+){0,2}" + _WISH)  # "asked not to be named": a verb of speech that says nothing


_MALE_BODIES = frozenset(["בית", "צוות", "שירות", "מטה", "מחנה"])
_WOMEN_OF_KIN = frozenset(
    ["אם", "אמא", "אחות", "בת", "אישה", "דודה", "סבתא", "חותן", "חמות", "ארוסה", "נכדה", "אלמנה", "בת-דוד", "סבה"]
)
_WOMEN = frozenset(["ام", "اخت", "بنت", "ابنة", "حماة", "عروس"])
_MANY = ("ون", "ين", "ان", "اء")
_FEMALE_BODIES = frozenset(
    [
        "كتائب",
        "سرايا",
        "فصائل",
        "ميليشيا",
        "قيادات",
        "اجنحة",
        "وسائل",
        "صحف",
        "لجان",
        "دول",
        "اجهزة",
        "مواقع",
        "الامم",
        "امم",
        "هيئات",
    ]
)


def _gender_of(word: Word) -> str:
    """The gender of a noun; a plural of people has none here, one of bodies is a "she" to its verb."""
    plain = fold(word.text)
    if word.any(Kind.PRONOUN):
        return "f" if plain in ("هي", "معاليها", "سعادتها") else "m" if plain in ("هو", "معاليه", "سعادته") else ""
    if word.any(Kind.BODY | Kind.MEDIUM):
        return "f" if plain.endswith(("ة", "ات")) or word.lemma in _FEMALE_BODIES else "m"
    if plain.endswith(("ة", "ته", "تها", "تهم")) or word.lemma in _WOMEN:
        return "f"
    if word.any(PEOPLE) and not plain.removeprefix(word.prefix).startswith(word.lemma[:-1]):
        return "f" if word.any(Kind.SOURCE) else ""  # a broken plural: "sources" are a "she" to their verb
    return "" if plain.endswith(_MANY) or word.any(Kind.NAME) else "m"


_SAME_KIN = {"اب": "والد", "ام": "والدة", "اخ": "شقيق", "اخت": "شقيقة", "אבא": "אב", "אמא": "אם"}
_HIS_IN_HEBREW = (("ו", "m"), ("ה", "f"))
_HIS_IN_ARABIC = (("ها", "f"), ("ه", "m"))


def _of_whom(text: str, tongue: Tongue) -> tuple[str, str]:
    """How "his mother" is called once it is known whose she is, and whether it is "his" or "her"."""
    if " " in text:
        return "", ""
    if not tongue.verb_first:
        return next(((f"{text} של {{}}", gender) for end, gender in _HIS_IN_HEBREW if text.endswith(end)), ("", ""))
    plain = fold(text)
    for end, gender in _HIS_IN_ARABIC:
        if plain.endswith(end) and len(text) > len(end) + 1:
            base = text[: -len(end)]
            base = base[:-1] + "ة" if base.endswith("ت") and base not in ("بنت", "أخت") else base
            return f"{base} {{}}", gender
    return "", ""


def _kin_alone(lemma: str) -> str:
    """A word for Arabic kin without "his" or "her": "walid" for "waliduha", "ab" for "abuhu"."""
    for end in ("هم", "ها", "ه"):
        if lemma.endswith(end) and len(lemma) > len(end) + 1:
            base = lemma[: -len(end)]
            if base in ("ابو", "ابي", "اخو", "اخي"):
                return base[:-1]
            return base[:-1] + "ة" if base.endswith("ت") and base not in ("بنت", "اخت") else base
    return lemma


def _without_half_a_pair(text: str) -> str:
    """A name without a quotation mark whose other half is not part of it."""
    return text.replace("«", "").replace("»", "") if ("«" in text) is not ("»" in text) else text


def fold_inside(text: str) -> str:
    """A small word for looking up."""
    return text.strip("\u0640")


def _without_construct(word: str) -> str:
    return word[:-1] + "ה" if word.endswith("ת") and len(word) > 3 else word
