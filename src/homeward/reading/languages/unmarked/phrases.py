"""Where a phrase that names somebody begins and ends, and whom it names.

In: the words of a sentence. Out: `Phrase`, and the `Actor` it stands for.
Leaves to others: what somebody does (`voices`, `events`), and who "the ministry" is (`mentions`).

An office or a body begins a phrase, what the tables know as its end closes it. Between them stand what an office is
of (a body, a noun with the article, what follows "of") and then the name: a listed name, or two words or more that
nothing explains. Between commas stands an apposition: of two segments the one that begins with no office is the name.

A sentence is built in layers, a module each: `sentence_words`, `phrase_insides`, `phrase_ends`, `inner_names`, `genders`, `naming`. Each
asks only those before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.names import listed_kinds
from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.languages.unmarked import hebrew_nouns
from homeward.reading.languages.unmarked.arabic_nouns import clause_end
from homeward.reading.languages.unmarked.inner_names import LONGEST_NAME, NEAR
from homeward.reading.languages.unmarked.naming import OFFICES_TOO, Naming
from homeward.reading.languages.unmarked.sentence_words import COMMAS, INNER_MARKS, NO_OFFICE, ONE_OF, OPENING, Phrase
from homeward.reading.languages.unmarked.words import ENDS, PEOPLE, Kind, fold, look_up
from homeward.records import Attribution

_SENTENCE_ENDS = ".!؟?…؛;"
_LONGEST_APPOSITION = 8
_LONGEST_REMAINDER = 6  # words of an office behind those that the tables know
_SHORTEST_FAMILY = 3  # letters of a name
_MOST_LOOKED = 20  # occurrences of a family name: the full one stands among the first
_HEBREW_NAME = re.compile(r"[א-ת][א-ת'׳\-־]+")
_TWO_BEFORE = re.compile(r"(?:(?<![\w])([\w\"״'׳]+) )?(?<![\w\"״'׳\-־])([א-ת][א-ת'׳\-־]+)$")
_LONGEST_ASIDE = 14  # words of a relative clause between commas
_CALLED = re.compile(
    r"[\s،]*و?(?:[يت]طلق\w*\s+على\s+نفس\w+(?:\s+اسم)?|[يت]سم\S+\s+نفس\w+|[يت]دعى|[يت]عرف\s+باسم|[يت]لقب\s+ب|"
    r"(?:المعروفة?|الملقبة?|المكناة?)\s+باسم)\s*[«\"“]([^»\"”]{2,40})[»\"”]"
)
_CALLED_IN_HEBREW = re.compile(
    r"[\s,]*(?:בעלת?\s+הכינוי|המכונה|המכונים|שמכונה|הידועה?\s+בכינויו?ה?|הידועה?\s+בשם|המוכרת?\s+בשם|שכינויו|שכינויה|ששמו|ששמה|"
    r"שקורא\s+לעצמו|המכנה\s+את\s+עצמו|בשם)\s*[\"“״]([^\"”״\n]{2,30})[\"”״]"
)
_MARKS_OF_NAMES = ' "“”״„'
_NICKNAMED = re.compile(
    r"[\s،»\"”]*(?:الملقبة?|المكناة?|المكنّ?ى|المعروفة?|المدعوة?|الشهيرة?)(?:\s+(?:باسم|بـ?))?\s*[«\"“]([^»\"”]{2,40})[»\"”]"
)
_BY_NICKNAME = re.compile(
    r"[\s،»\"”]*(?:الملقبة?|المكناة?|المكنّ?ى|المعروفة?|المدعوة?)(?:\s+باسم)?\s+"
    r"(?:ب(?=ال\w)|ب(?=أب[ويا]\s))?((?:أب[ويا]\s+)?\w{3,}(?:\s+\w{3,})?)(?=\s*[،,.])"
)

_SO = frozenset(["כך", "כן"])


class Sentence(Naming):
    """The words of a sentence, and phrases in it."""

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
        while end < limit and self.words[end].text in INNER_MARKS and self.words[end].text != "״":
            end += 1
        while len(segments) < 3 and (more := self._apposition(segments, end, limit, closed)) is not None:
            segments.append(more)
            end = more[1]
            while self.tongue.verb_first and end < limit and self.words[end].text in OPENING.values():
                end += 1
        if len(segments) > 1 and end < limit and self.words[end].text in COMMAS:
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
        if not self.words[at].any(Kind.ROLE | Kind.KIN) or stop >= limit or self.words[stop].text in COMMAS:
            return None
        if any(w.any(Kind.NAME) and not w.prefix for w in self.words[at:stop]):
            return None
        for place in range(stop, min(limit - 2, stop + _LONGEST_REMAINDER)):
            word = self.words[place]
            if word.text in COMMAS:
                name = self.unlisted_name_end(place + 1)
                return place if name is not None and name <= limit else None
            inner = (word.is_word and not (word.any(Kind.NAME) and not word.prefix)) or word.text in INNER_MARKS
            another = word.any(PEOPLE) and word.prefix[:1] == "ו"  # "the governor | and the commissioner of X, Y,"
            if (
                another
                or not inner
                or word.cue is not None
                or word.dated
                or word.any(NO_OFFICE)
                or self.is_that(place)
            ):
                return None
        return None

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

    def _apposition(
        self, segments: list[tuple[int, int]], end: int, limit: int, closed: bool
    ) -> tuple[int, int] | None:
        """The segment behind a comma that says the same person in other words."""
        if end + 1 >= limit or self.words[end].text not in COMMAS:
            return None
        begin = end + 1
        if self.words[begin].text in _SO:
            return None  # "the director, | so the daily wrote, said"
        if self.words[begin].text == "לשעבר" and begin + 1 < limit:
            begin += 1  # "Klaus Brenner, | formerly | editor of"
        if self.words[begin].prefix[:1] and self.words[begin].prefix[:1] in self.tongue.and_:
            return None
        if self.is_age(begin, limit):
            return None
        unlisted = None if self.tongue.verb_first else self.unlisted_name_end(begin)
        stop = unlisted or self.segment_end(begin, limit)
        if stop == begin and self._is_one_name(segments, begin):
            stop = begin + 1
        if stop == begin or stop > limit or stop - begin > _LONGEST_APPOSITION:
            return None
        if self.tongue.verb_first and self.words[begin].text in OPENING and not self.words[0].is_word:
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
        if not office and (not known or named or stop - begin > LONGEST_NAME):
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

    def _is_one_name(self, segments: list[tuple[int, int]], at: int) -> bool:
        """Whether an unknown word alone between marks, whose first letter may be "to", names a Hebrew office or kin: "the aunt, | Letebrhan,"."""
        word, office = self.words[at], self.words[segments[0][0]]
        if self.tongue.verb_first or not office.any(Kind.ROLE | Kind.KIN) or len(segments) > 1:
            return False
        after = self.words[at + 1] if at + 1 < self.size else None
        closed = after is None or after.text in COMMAS or after.text in _SENTENCE_ENDS
        plain = word.is_word and not word.kind and not word.prefix and word.cue is None and not word.dated
        infinitive = word.text[0] == "ל" and (word.text[-1] in "תה" or word.text[1:2] in ("ה", "י"))
        return closed and plain and word.text[0] in "לכמ" and len(word.text) > NEAR + 1 and not infinitive

    def _explains_noun(self, segments: list[tuple[int, int]], begin: int, stop: int) -> bool:
        """Whether a full name between commas is that of a Hebrew noun no table knows: "the cantor, | Dan Mirel,"."""
        start, end = segments[0]
        if self.tongue.verb_first or len(segments) > 1 or not 2 <= stop - begin <= LONGEST_NAME:
            return False
        noun = self.words[start]
        closed = stop < self.size and (self.words[stop].text in COMMAS or self.words[stop].text == ".")
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

    def _after_aside(self, at: int, limit: int) -> int:
        """Behind a relative clause between commas."""
        begin = at
        if begin < limit and self.words[begin].text in COMMAS:
            begin += 1
        if begin > at and self.is_age(begin, limit):
            return next(p for p in range(begin, limit) if self.words[p].text in COMMAS) + 1
        if self.tongue.verb_first and 0 < at < limit and self.words[at - 1].text in COMMAS and self.is_and_he(at):
            at -= 1  # the comma behind an apposition opens the aside
        since = (
            self.tongue.verb_first
            and begin < limit
            and self.words[begin].text in ("إذ", "وكان", "وكانت", "وكانوا", "وقد")
        )
        opens = begin < limit and (
            since or self.words[begin].any(Kind.RELATIVE) or (begin > at and self._opens_aside(begin))
        )
        if not opens and not (begin > at and begin < limit and self.is_and_he(begin)):
            return at
        for place in range(begin, min(limit, begin + _LONGEST_ASIDE)):
            if self.words[place].text in COMMAS:
                return place + 1
            if place > begin and self.words[place].any(Kind.THAT) and self.words[place - 1].cue is not None:
                break  # "who said that": no aside
            if not self.words[place].is_word and self.words[place].text not in INNER_MARKS:
                break
        return at

    def _opens_aside(self, at: int) -> bool:
        word = self.words[at]
        return self.is_that(at) and not word.any(Kind.THAT)

    def actor(self, phrase: Phrase) -> Actor | None:
        """Whom a phrase names: the person's own name preferred to his office."""
        found = self._whom(phrase)
        named = found is not None and found.kind is ActorKind.PERSON and not self.tongue.verb_first
        if named and hebrew_nouns.name_begins(self.words, phrase.start + 1) is not None:
            named = False  # "a man | known as Abu Omar", whose first word is a given name too
        if found is not None and not named and (called := self._called(phrase)) is not None:
            found = replace(found, name=called, attribution=Attribution.NAMED, brief=False)
            if not self.tongue.verb_first and found.kind is ActorKind.ROLE:
                found = replace(found, kind=ActorKind.PERSON)
        if found is not None and not self.tongue.verb_first and (full := self._in_full(found)) is not None:
            found = replace(found, name=full, kind=ActorKind.PERSON)
        return self.with_gender(found, *phrase.segments[0]) if found is not None else None

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
        plain = not known.kind & ~Kind.NAME and known.cue is None and not known.prefix and len(word) > NEAR
        if not plain or word[0] in "הו" or not before:
            return None
        office = look_up(before, self.tongue)
        led = bool(office.kind & (PEOPLE | Kind.TITLE)) and office.cue is None
        return word if before == "של" or led else None

    def _called(self, phrase: Phrase) -> str | None:
        """The name that somebody is said to go by: "a group that calls itself «Azwad»"."""
        if not self.tongue.verb_first and (name := self._known_as(*phrase.segments[0])) is not None:
            return name
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

    def _known_as(self, start: int, stop: int) -> str | None:
        """The name by which a Hebrew phrase itself says that somebody goes: "a guard known as Barzel"."""
        for at in range(start + 1, stop - 1):
            begin = hebrew_nouns.name_begins(self.words, at)
            if begin is not None and begin < stop:
                return (
                    self.view.text[self.words[begin].start : self.words[stop - 1].stop].strip(_MARKS_OF_NAMES) or None
                )
        return None

    def _whom(self, phrase: Phrase) -> Actor | None:
        segments = phrase.segments
        alone = Kind.TITLE if self.tongue.verb_first and segments[0][1] - segments[0][0] == 1 else Kind.NONE
        named = [s for s in segments[1:] if self._is_body_named(*s, [segments[0]])]
        offices = [s for s in segments if self.head_of(s[0], s[1]).any(PEOPLE | alone) and s not in named]
        place = (self.begin_of(segments[0][0]), self.words[segments[-1][1] - 1].stop)
        if len(segments) > 1 and offices:
            for start, stop in segments:
                if not self.head_of(start, stop).any(PEOPLE | alone) or (start, stop) in named:
                    key = self.key_of(*offices[0])
                    if self.head_of(*offices[0]).lemma in ONE_OF and self.head_of(start, stop).any(Kind.TITLE):
                        key = self.key_of(start, start + 1)  # "Sheikh Rasil, one of the notables": "the sheikh"
                    person = self.person_of(self.behind_titles(start, stop), stop, place, key)
                    title = self.head_of(start, stop)
                    called = title.lemma.removeprefix("ה")
                    if person is not None and not self.tongue.verb_first and title.any(Kind.TITLE):
                        return replace(person, role=called) if called in OFFICES_TOO else person
                    if person is not None and self.tongue.verb_first and title.any(Kind.TITLE):
                        return replace(person, role=self.key_of(start, start + 1))  # "the judge Rasil, a mediator"
                    return person
        if not self.tongue.verb_first and len(segments) > 1 and not offices:
            return self.person_of(*segments[1], place, self.key_of(*segments[0]))
        first = self.actor_of(*segments[0])
        if first is None or first.kind is ActorKind.PERSON or len(segments) == 1:
            return first
        for start, stop in segments[1:]:
            if (name := self.inner_name(start, stop)) is not None:
                return self.person_of(*name, place, first.head or self.key_of(start, stop))
        return first

    def told_before(self, at: int) -> Actor | None:
        """Whose full name stands between the beginning of a Hebrew sentence and the comma before an office: "Ana Ruhl, | a midwife"."""
        if self.tongue.verb_first or not NEAR < at <= LONGEST_NAME or self.words[at - 1].text not in COMMAS:
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
        return self.person_of(
            0, at - 1, (names[0].start, names[-1].stop), self.key_of(at, self.segment_end(at, self.size))
        )
