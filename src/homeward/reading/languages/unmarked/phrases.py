"""Where a phrase that names somebody begins and ends, and whom it names.

In: the words of a sentence. Out: `Phrase`, and the `Actor` it stands for.
Leaves to others: what somebody does (`voices`, `events`), and who "the ministry" is (`mentions`).

An office or a body begins a phrase, what the tables know as its end closes it. Between them stand what an office is
of (a body, a noun with the article, what follows "of") and then the name: a listed name, or two words or more that
nothing explains. Between commas stands an apposition: of two segments the one that begins with no office is the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from homeward.reading.languages.language import Actor, ActorKind, Place, View
from homeward.reading.languages.unmarked.words import ENDS, PEOPLE, Kind, Tongue, Word, read_words
from homeward.records import Attribution

_LONGEST = 14  # words of a phrase
_LONGEST_APPOSITION = 8
_LONGEST_NAME = 5
_LONGEST_QUOTED = 8  # words of a name in quotation marks
_LONGEST_ASIDE = 14  # words of a relative clause between commas
_COMMAS = (",", "،")
_INNER_MARKS = '"«»“”„״'
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
        segments = [(at, stop)]
        end = stop
        while end < limit and self.words[end].text in _INNER_MARKS and self.words[end].text != "״":
            end += 1
        while len(segments) < 3 and (more := self._apposition(segments, end, limit, closed)) is not None:
            segments.append(more)
            end = more[1]
        if len(segments) > 1 and end < limit and self.words[end].text in _COMMAS:
            end += 1
        return Phrase(tuple(segments), self._after_aside(end, limit))

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
        place = at + 1
        while place < limit and place - at < _LONGEST:
            if not self.tongue.verb_first and self.words[at].any(Kind.MEDIUM | Kind.BODY):
                behind = self._behind_quoted(place, limit)
                if behind > place:
                    place = behind
                    continue
            if self._ends_before(place, at, limit):
                break
            place += 1
        return place

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
            return word.text in _INNER_MARKS and at + 1 < self.size and self.words[at + 1].is_word
        if word.dated or word.text[0].isdigit():
            return False
        if word.any(Kind.PRONOUN):
            return not self.has_preposition(at)
        if word.cue is not None and not word.any(PEOPLE):
            return False
        if word.any(ENDS | Kind.PREPOSITION | Kind.OF):
            return False
        named = at + 1 < self.size and self.words[at + 1].any(Kind.NAME) and not self.words[at + 1].prefix
        if not self.tongue.verb_first and not word.kind and word.text[0] == "ל" and len(word.text) > 4 and not named:
            return False  # an infinitive, or "to ..."
        return not self.has_preposition(at) and not self.is_that(at)

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
        if any(word.prefix.startswith(that) for that in self.tongue.that) and word.prefix:
            return True
        if at > 0 and self.words[at - 1].any(Kind.NAME) and not self.words[at - 1].any(PEOPLE) and self._is_last(at):
            return False  # a family name that begins with the same letter
        if not self.tongue.that or word.any(Kind.NAME) or not word.is_word or word.prefix or word.kind:
            return False
        return word.text.startswith(self.tongue.that) and len(word.text) > 2

    def _is_last(self, at: int) -> bool:
        return at + 1 >= self.size or not self.words[at + 1].is_word or self.words[at + 1].cue is not None

    def _ends_before(self, at: int, start: int, limit: int) -> bool:
        """Whether the phrase that began at `start` ends before the word `at`."""
        word, before = self.words[at], self.words[at - 1]
        if not word.is_word:
            return word.text not in _INNER_MARKS
        if word.dated or word.text[0].isdigit():
            return True
        head = self.words[start]
        if head.any(Kind.PRONOUN):
            return True
        if (before.any(Kind.OF) or before.any(Kind.PREPOSITION)) and before.text not in _HIS:
            return False
        if word.any(Kind.OF):
            return False
        if word.any(PEOPLE | Kind.TITLE) and not (word.cue is not None and not self.is_construct(at - 1)):
            return self._parts_from(at, start)
        if (
            word.any(Kind.THING)
            and self.is_construct(at - 1)
            and not self.has_preposition(at)
            and (word.definite or before.any(Kind.MEDIUM))
        ):
            return False  # "the Cables agency", "the contact man"
        if word.any(Kind.THING) and word.definite and before.any(Kind.NAME) and self._is_last(at):
            return False  # a family name that is a word too
        if word.cue is not None or word.any(ENDS):
            return True
        if not self.tongue.verb_first and at - start >= 2 and not word.kind and self._is_full_name(at):
            return True  # a word that is no name behind a given and a family name: a verb that no table has
        if word.text in _HIS and at == start + 1 and head.any(PEOPLE):
            return False
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

    def _is_full_name(self, at: int) -> bool:
        names = (self.words[at - 1], self.words[at - 2])
        return all(w.any(Kind.NAME) and not w.any(PEOPLE) for w in names) and self.words[at].text not in _SELF

    def _parts_from(self, at: int, start: int) -> bool:
        """Whether another's office or body begins here: "the minister | the delegation"."""
        word = self.words[at]
        if word.prefix[:1] and word.prefix[:1] in self.tongue.and_:
            return True
        if self.has_preposition(at):
            inside = Kind.ROLE | Kind.SOURCE | (Kind.BODY if self.tongue.verb_first else Kind.NONE)
            return not self.words[start].any(inside)
        if word.any(Kind.TITLE):
            return False
        if word.lemma in self.tongue.adjectives and word.definite == self.words[at - 1].definite:
            return False
        return not self.is_construct(at - 1)

    def is_construct(self, at: int) -> bool:
        """Whether a noun may depend on this word: an office or a body without article, or a word like "of"."""
        word = self.words[at]
        if word.any(Kind.OF | Kind.TITLE):
            return True
        return word.any(PEOPLE) and not word.definite and not word.possessive

    def _goes_inside(self, at: int, start: int, limit: int) -> bool:
        """Whether a preposition stands inside a phrase: "the commander in the brigades", "interior in Hadron"."""
        if at + 1 >= limit or not self.words[at + 1].is_word or self.words[at + 1].dated:
            return False
        after = self.words[at + 1]
        head = self.words[start]
        if fold_inside(self.words[at].text) not in _INSIDE or after.text in _INNER_MARKS:
            return False
        if after.any(Kind.BODY | Kind.ROLE) and not any(self.words[i].any(Kind.NAME) for i in range(start, at)):
            return head.any(PEOPLE)
        last = at + 2 >= limit or not self.words[at + 2].is_word or self.is_that(at + 2) or self.words[at + 2].dated
        if head.any(Kind.ROLE | Kind.SOURCE) and not head.definite and at - start <= 2 and not after.any(Kind.THING):
            return True  # "an official in the port"
        place = head.any(Kind.BODY | Kind.ROLE) and not any(
            self.words[i].any(Kind.NAME | Kind.PREPOSITION) for i in range(start, at)
        )
        return place and last and not after.definite and not after.any(Kind.THING | Kind.ADVERB | Kind.TITLE)

    def _is_adverbial(self, at: int, start: int, limit: int) -> bool:
        """Whether a word with a preposition on its front leads away from a phrase rather than being its name."""
        word = self.words[at]
        if word.any(Kind.NAME) and not word.prefix:
            return False
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
        if word.text[0] != "ב" or len(word.text) < 4 or word.any(ENDS | PEOPLE) or not head.any(PEOPLE):
            return False
        if word.prefix not in ("", "ב") or any(self.words[i].any(Kind.NAME) for i in range(start, at)):
            return False
        end = at + 1
        while end < min(limit, at + 3) and self.words[end].is_word and self._goes_on(end):
            end += 1
        after = self.words[end] if end < self.size else None
        if after is not None and after.text in _COMMAS and end + 1 < self.size:
            return self.words[end + 1].any(Kind.TITLE | Kind.NAME) or head.any(Kind.BODY)
        loose = head.any(Kind.BODY | Kind.SOURCE) or not head.definite
        return loose and (after is None or not after.is_word or after.cue is not None or self.is_that(end))

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
        stop = self.segment_end(begin, limit)
        if stop == begin or stop - begin > _LONGEST_APPOSITION:
            return None
        office = self.words[begin].any(PEOPLE)
        known = any(self.words[a].any(PEOPLE & ~Kind.BODY & ~Kind.MEDIUM) for a, _ in segments)
        named = any(not self.words[a].any(PEOPLE) for a, _ in segments)
        if not office and (not known or named or stop - begin > _LONGEST_NAME):
            return None
        if office and not named and not (known and self.inner_name(begin, stop) is not None):
            return None  # two offices are two people
        if self.words[begin].any(Kind.PRONOUN):
            return None
        after = self.words[stop] if stop < self.size else None
        if after is None or not after.is_word:
            return begin, stop
        ends = self.is_that(stop) or after.dated or stop >= limit or after.cue is not None
        return (begin, stop) if not closed and (ends or after.any(Kind.ADVERB | Kind.VERB)) else None

    def _after_aside(self, at: int, limit: int) -> int:
        """Behind a relative clause between commas."""
        begin = at
        if begin < limit and self.words[begin].text in _COMMAS:
            begin += 1
        if begin >= limit or not (self.words[begin].any(Kind.RELATIVE) or (begin > at and self._opens_aside(begin))):
            return at
        for place in range(begin, min(limit, begin + _LONGEST_ASIDE)):
            if self.words[place].text in _COMMAS:
                return place + 1
            if place > begin and self.words[place].any(Kind.THAT) and self.words[place - 1].cue is not None:
                break  # "who said that": no aside
            if not self.words[place].is_word and self.words[place].text not in _INNER_MARKS:
                break
        return at

    def _opens_aside(self, at: int) -> bool:
        word = self.words[at]
        return self.is_that(at) and not word.any(Kind.THAT)

    # --- whom it names --------------------------------------------------------------------------------------------

    def actor(self, phrase: Phrase) -> Actor | None:
        """Whom a phrase names: the person's own name preferred to his office."""
        segments = phrase.segments
        offices = [s for s in segments if self._head(s[0], s[1]).any(PEOPLE)]
        place = (self._begin(segments[0][0]), self.words[segments[-1][1] - 1].stop)
        if len(segments) > 1 and offices:
            for start, stop in segments:
                if not self._head(start, stop).any(PEOPLE):
                    key = self._key(*offices[0])
                    return self._person(self._untitled(start, stop), stop, place, key)
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
        if word.prefix == "لل":
            return 1  # "to the ...": what is left is not how the word is written alone, but it is in the text
        doubled = 0 < cut == len(word.prefix) and word.text[cut : cut + 2] == "וו"
        return cut + doubled  # its own letter is doubled behind another

    def _untitled(self, start: int, stop: int) -> int:
        place = start
        while place < stop - 1 and (self.words[place].any(Kind.TITLE) or not self.words[place].is_word):
            place += 1
        return place

    def actor_of(self, start: int, stop: int) -> Actor | None:
        words = self.words
        while start < stop - 1 and not words[start].is_word:
            start += 1
        head = words[start]
        place = (self._begin(start), words[stop - 1].stop)
        text = self.view.text[slice(*place)].strip(_STRIP)
        if not text:
            return None
        if head.any(Kind.PRONOUN):
            return Actor(place, text, ActorKind.PRONOUN, Attribution.UNNAMED, text)
        key = self._key(start, stop)
        brief = self._is_brief(start, stop)
        if head.any(Kind.SOURCE) or self._is_hidden(start, stop):
            return Actor(place, text, ActorKind.SOURCE, Attribution.ANONYMOUS, key, head.definite, brief=brief)
        if head.any(Kind.TITLE):
            return self._person(self._untitled(start, stop), stop, place, "")
        if head.any(Kind.MEDIUM):
            brief = brief and stop - start == 1
            kind = Attribution.UNNAMED if brief else Attribution.NAMED
            known = head.definite or stop - start > 1 or self.has_preposition(start)
            if not self.tongue.verb_first and head.lemma not in _KEPT and (inner := _QUOTED.search(text)) is not None:
                text = inner.group(1)
            elif not self.tongue.verb_first and head.lemma in _KEPT:
                text = _MARKS.sub("", text)
            return Actor(place, text, ActorKind.MEDIUM, kind, key, known, brief=brief)
        if head.any(Kind.ROLE | Kind.KIN):
            name = self.inner_name(start, stop)
            if name is not None:
                return self._person(*name, place, key)
            cut = self._before_place(start, stop)
            if cut < stop:
                place = (place[0], words[cut - 1].stop)
                text = self.view.text[slice(*place)].strip(_STRIP)
            whole = (
                not self.tongue.verb_first and head.any(Kind.ROLE) and words[cut - 1].definite and not head.possessive
            )
            return Actor(place, text, ActorKind.ROLE, Attribution.UNNAMED, key, True, brief=brief or whole)
        if head.any(Kind.BODY) and not self.tongue.verb_first and (inner := _QUOTED.search(text)) is not None:
            return Actor(place, inner.group(1), ActorKind.BODY, Attribution.NAMED, key, True, brief=False)
        if head.any(Kind.BODY):
            for at in range(start + 2, stop):
                if words[at].any(Kind.NAME) and words[at - 1].definite and not words[at].prefix:
                    place = (
                        place[0],
                        words[at - 1].stop,
                    )  # a name behind "the brigades of the Rift" is somebody in them
                    text = self.view.text[slice(*place)].strip(_STRIP)
                    break
            kind = Attribution.UNNAMED if head.possessive else Attribution.NAMED
            return Actor(place, text, ActorKind.BODY, kind, key, True, brief=brief)
        begin = self._untitled(start, stop)
        count = sum(w.is_word for w in words[begin:stop])
        if count > _LONGEST_NAME:
            return None
        if count >= 2 and not head.definite:
            if not self.tongue.verb_first and self._describes(begin, stop):
                return Actor(place, text, ActorKind.ROLE, Attribution.UNNAMED, key, True, brief=False)
            return self._person(begin, stop, place, "")
        if head.definite and not head.any(Kind.NAME) and self.tongue.verb_first is False:
            kind = Attribution.NAMED if '"' in text or "״" in text else Attribution.UNNAMED
            return Actor(place, text, ActorKind.OTHER, kind, key, True)
        return Actor(place, text, ActorKind.OTHER, Attribution.NAMED, "", True)

    def _before_place(self, start: int, stop: int) -> int:
        """Before "in ..." behind an office that is explained already: "spokesman of the Front | in the north"."""
        if self.tongue.verb_first:
            return stop
        for at in range(start + 2, stop):
            if self._leads_to_place(at) and not self.has_preposition(at - 1):
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

    def _person(self, start: int, stop: int, place: Place, key: str) -> Actor | None:
        while stop > start + 1 and fold_inside(self.words[stop - 1].text) in _SELF:
            stop -= 1
        begin = self._begin(start)
        name = self.view.text[begin : self.words[stop - 1].stop].strip(_STRIP)
        if not name:
            return None
        many = len(name.split()) > 1
        kind = ActorKind.PERSON if many or key else ActorKind.OTHER
        return Actor(place, name, kind, Attribution.NAMED, key, brief=False)

    def inner_name(self, start: int, stop: int) -> tuple[int, int] | None:
        """The person's name inside a phrase that begins with an office: its first and behind its last word."""
        words = self.words
        place = start + 1
        explained = words[start].definite or words[start].possessive  # nothing more need say whose office it is
        if words[start].any(Kind.KIN) and not words[start].possessive:
            return None  # "the mother of": the name is the other's
        while place < stop:
            word = words[place]
            if not word.is_word:
                place += 1
                continue
            if word.any(Kind.OF | Kind.PREPOSITION):
                place += 2
                while place < stop and words[place].definite and not words[place].any(Kind.NAME):
                    place += 1
                explained = True
                continue
            if word.any(Kind.TITLE) and place + 1 < stop:
                return self._untitled(place, stop), stop
            if word.any(PEOPLE) or word.definite or (word.prefix and not word.any(Kind.NAME)):
                explained = word.definite or bool(word.prefix)
                place += 1
                continue
            if not self.tongue.verb_first and self._leads_to_place(place):
                return None  # what follows is where he is
            if word.any(Kind.NAME) and not word.prefix:
                return (place, stop) if stop - place <= _LONGEST_NAME else None
            if not self.tongue.verb_first and place > start + 1 and self._is_owned(start, place):
                return None  # "the envoys of the families of six aid workers"
            left = stop - place
            if explained and left <= _LONGEST_NAME and (left >= 2 or not self._is_plain(place)):
                return place, stop
            if left >= 3 and not explained and words[place + 1].any(Kind.NAME):
                return place + 1, stop
            explained = True
            place += 1
        return None

    def _is_owned(self, start: int, at: int) -> bool:
        """Whether "of" stands before a word that no list has for a name."""
        return any(self.words[place].text == "של" for place in range(start, at))

    def _is_plain(self, at: int) -> bool:
        """Whether one word behind an office is more likely to describe it than to name its holder."""
        return bool(self.words[at].kind) or (self.tongue.verb_first and not self.words[at - 1].definite)

    def _key(self, start: int, stop: int) -> str:
        """By what "the minister" is tied to the minister named before: the words of his office, without articles."""
        pieces: list[str] = []
        for place in range(start, min(stop, start + 4)):
            word = self.words[place]
            if not word.is_word or word.any(Kind.NAME) or word.any(Kind.OF | Kind.PREPOSITION):
                if pieces and word.any(Kind.OF | Kind.PREPOSITION):
                    break
                if word.is_word:
                    break
                continue
            pieces.append(_without_construct(word.lemma))
        return " ".join(pieces[:3])

    def _is_brief(self, start: int, stop: int) -> bool:
        """Whether a phrase says no more than "the minister": an office with the article and nothing of its own."""
        words = [w for w in self.words[start:stop] if w.is_word]
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
_QUOTED = re.compile(r"[\"“”„״«]([^\"“”„״«»]{2,})[\"“”״»]?\s*$")
_INSIDE = frozenset(["في", "باسم", "لشؤون", "من", "ב", "לענייני"])
_HIS = frozenset(["له", "لها", "لهم"])
_WITH_BY = re.compile(r"ب(?:[إأ]|ا[نحستعقخدف]\w{3}|[تنم]\w{3})")  # "by" on the front of an act: "by freeing them"
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
    r"(?:عدم|دون)\s+(?:ذكر|الكشف|كشف|الإفصاح|ال?تعريف)|لم\s+ي[ُ]?[كذ]\S+\s+(?:عن\s+)?(?:اسم|هوي)|"
    r"رفض\w*\s+(?:ذكر|الكشف|كشف)|فضل\w*\s+عدم|شرط عدم)"
)
_HIDDEN = re.compile(r"[\s,،]*(?:\S+\s+){0,3}?" + _WISH)
HIDING = re.compile(r"(?:[\w]+\s+){0,2}" + _WISH)  # "asked not to be named": a verb of speech that says nothing


def fold_inside(text: str) -> str:
    """A small word for looking up."""
    return text.strip("\u0640")


def _without_construct(word: str) -> str:
    return word[:-1] + "ה" if word.endswith("ת") and len(word) > 3 else word
