"""Meetings, visits, calls, letters; lists handed over; what somebody did not mention.

In: the words of a sentence with what was read of its voices, the verbs of its language. Out: `RawEvent`.
Leaves to others: who "the minister" is, which day it was, whom it concerns (`homeward.reading.events`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from homeward.reading.languages.language import MASK, Actor, ActorKind, EventKind, Place, RawEvent, Voice
from homeward.reading.languages.unmarked.contact_nouns import ContactNouns, contact_of_noun
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.undertakings import Undertakings, is_denied, present_at, undertaken_at
from homeward.reading.languages.unmarked.voices import Reader
from homeward.reading.languages.unmarked.words import ENDS, PEOPLE, Frame, Kind, Word, fold
from homeward.records import Attribution, ContactKind, ContactStatus, Manner

_MOST_EVENTS = 6  # of one sentence
_LONGEST = 45  # words of a clause
_NEAR = 8  # words between a verb and the noun of contact that belongs to it
_COMMAS = (",", "،")
_NOBODY = frozenset(["אחד", "אף אחד", "איש", "אף אדם", "מילה", "שם", "שמו", "שמה", "שמות", "דבר", "آخر"])
_DONE = frozenset(["تم", "جري", "يتم"])
_ASKED = frozenset(["متى", "كيف", "لماذا", "أين", "ما", "هل", "מתי", "איך", "כיצד", "היכן", "מדוע", "האם", "אם"])
_TO_THAT = frozenset(["לכך", "לזה", "בכך", "בזה", "בשמו", "בשמה", "בשמם", "לשאלה", "לשאלות", "לפניות", "إلى", "ذلك"])
_MANAGED = frozenset(["עלה", "הצליח", "הצליחה", "הצליחו", "זכה", "זכתה", "הספיק", "הספיקה"])
_NO_PLACES = frozenset(["עילום", "אותו", "אותה", "שמו", "שמה"])
_NAME_OF = frozenset(["اسم", "اسماء", "ذكر"])
_OURS = frozenset(["אצלי", "אצלנו", "איתי", "איתנו", "עמי", "עמנו", "אליי", "אלי", "אלינו"])
_NOT_KNOWN = ("ייאמר", "יאמר", "יימסר", "נשמע", "ידע", "יודע", "ידוע", "שמע", "שומע", "קיבל", "התקבל", "למד", "גיל")
_WISHES = ("נכונות", "בקשת", "דרישת", "רצונ", "תקוות", "שאיפת", "בקשה", "דרישה", "רצון", "סיכוי", "הצעת", "הצעה")
_REPORTERS = frozenset(
    ["כתב", "כתבת", "כתבה", "עיתונאי", "עיתונאית", "עיתונאיה", "מראיין", "מראיינת", "תחקירן", "שדר", "שדרן"]
)
_RECEIVES = frozenset(["קיבל", "קיבלה", "קיבלו"])
_CRITICISES = frozenset(["ביקר", "ביקרה", "ביקרו"])
_SHARPLY = frozenset(["בחריפות", "קשות", "בחומרה", "נמרצות", "בתקיפות", "בגלוי", "בפומבי", "נחרצות"])
_PUBLISHES = frozenset(["פרסם", "פרסמה", "פרסמו", "שידר", "שידרה", "שידרו", "הביא", "הביאה", "הדפיס", "הדפיסה"])
_FACES = frozenset(["פני", "פניו", "פניה", "פניהם"])
_STRIP = " \n\r\t,،.;:—–-\"'«»“”„״"


@dataclass(frozen=True, slots=True)
class Touch:
    """A verb by which people are in touch.

    Attributes:
        kind: how. planned: it lies ahead.
        by: prepositions, alone or on a word's front, that lead to the other side. object: that is the object.
        needs: nouns one of which the clause must hold ("held a meeting"); empty for a verb that says it all.
    """

    kind: ContactKind
    planned: bool = False
    by: frozenset[str] = frozenset()
    object: bool = False
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Parties:
    """Who took part in a contact, by the grammar of one language; each is asked at the word that tells of it.

    Attributes:
        sides: of a verb, who acts and who else took part. talks: of a noun, whom its own phrase names.
        doer: the subject of the verb that the noun hangs on. owner: whom "his" on the noun means, a pronoun.
        never_was: behind those who were to meet, that they did not.
    """

    sides: Callable[[Sentence, int], tuple[Actor | None, tuple[Actor, ...]] | None]
    talks: Callable[[Sentence, int], tuple[Actor, ...]]
    doer: Callable[[Sentence, int], Actor | None]
    owner: Callable[[Sentence, int], Actor | None]
    never_was: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Happenings:
    """The verbs and nouns of a language's events; verbs as they are written, folded.

    Attributes:
        touches: verbs of contact. phone: words that make it a call.
        lists: nouns for a list of names. gives, takes, passed: verbs of handing over, by whose side they look from.
        to, from_, hands, ways: prepositions that lead to the receiver, the giver, the doer of a passive, the channel.
        silent: verbs that, denied, tell of a silence; unsaid: those whose subject is what goes unsaid; says: those of them that ask for "anything" too.
        mute: verbs that tell of a silence themselves. mentions: nouns that do, behind "without" or "no". without:
            these words.
        numbers: number words. inside: the preposition "in", on a word's front or alone. places: nouns of places.
        modal: words that an infinitive hangs on. pronouns: "with him", "to her", "him" in one word.
        nouns: nouns that tell of a contact themselves.
        avoids: verbs that tell of a silence where what is avoided is a mention.
        undertakings: verbs of agreeing to an act and of refusing it.
        hushed: clauses that tell what was left unsaid, as one expression with groups for it; hinted: words of which one
            stands in each of them. unhushed: whether the verb
            at a place of a text, in the sentence from one place to another, tells of no silence after all.
        parties: who took part in a contact, by the grammar of a language whose clauses show it better than this file.
        refuses, to_promise: verbs of refusing, what is refused. promised: verbs of promising, which a denial refuses.
    """

    touches: Mapping[str, tuple[Touch, ...]]
    phone: frozenset[str]
    lists: frozenset[str]
    gives: frozenset[str]
    takes: frozenset[str]
    passed: frozenset[str]
    to: frozenset[str]
    from_: frozenset[str]
    hands: frozenset[str]
    ways: frozenset[str]
    silent: frozenset[str]
    unsaid: frozenset[str]
    says: frozenset[str]
    mute: frozenset[str]
    mentions: frozenset[str]
    without: frozenset[str]
    numbers: Mapping[str, int]
    inside: str
    places: frozenset[str]
    nouns: ContactNouns
    refuses: frozenset[str] = frozenset()
    to_promise: frozenset[str] = frozenset()
    avoids: frozenset[str] = frozenset()
    undertakings: Undertakings = field(default_factory=Undertakings)
    promised: frozenset[str] = frozenset()
    hushed: re.Pattern[str] | None = None
    hinted: re.Pattern[str] | None = None
    unhushed: Callable[[str, int, int, int], bool] | None = None
    modal: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    parties: Parties | None = None

    @property
    def known(self) -> frozenset[str]:
        """The verbs that tell of events, as they are written."""
        return self.gives | self.takes | self.passed | self.silent | self.mute


_OBJECTS = (("ني", "me"), ("نا", "us"), ("هما", "them"), ("هم", "them"), ("ها", "her"), ("ه", "him"))


def _we(place: Place) -> Actor:
    """Whoever speaks, where a verb in his words names nobody."""
    return Actor(place, "نحن", ActorKind.PRONOUN, Attribution.UNNAMED, "we")


def find_events(reader: Reader, happenings: Happenings) -> list[RawEvent]:
    """The events of a sentence, in order."""
    return _Teller(reader, happenings).tell()


class _Teller:
    def __init__(self, reader: Reader, happenings: Happenings) -> None:
        self.r = reader
        self.s = reader.s
        self.words = reader.words
        self.h = happenings
        self.last: Actor | None = None  # the subject before: "and handed him" goes on with it

    def tell(self) -> list[RawEvent]:
        found: list[RawEvent] = []
        for at, word in enumerate(self.words):
            if not word.is_word or len(found) >= _MOST_EVENTS:
                continue
            form = word.lemma if word.prefix and fold(word.text) not in self.h.known else fold(word.text)
            owned = self.s.tongue.verb_first and form not in self.h.known and word.lemma in self.h.gives
            form = word.lemma if owned else form  # "(the list that) he handed over"
            event = None
            plain = form if form in self.h.touches else word.lemma  # "he phoned her"
            for touch in self.h.touches.get(plain, ()) if self._is_verb(at, plain) else ():
                event = event or self._touch(at, touch)
            if event is None and form in self.h.gives | self.h.takes | self.h.passed:
                event = self._handover(at, form)
            if event is None and (form in self.h.silent or form in self.h.mute or form in self.h.mentions):
                event = self._silence(at, form) if not self._is_none(word) else None
            if event is None and form in self.h.avoids and not self.r.is_negated(at):
                event = self._avoided(at)
            if event is None and (form in self.h.refuses or form in self.h.promised):
                event = self._refused(at, form)
            if event is None:
                event = self._undertaken(at, form)
            if event is not None and not any(e.kind is event.kind and _is_same(e, event) for e in found):
                found.append(event)
        for at, word in enumerate(self.words):
            if word.is_word and word.lemma in self.h.nouns.kinds and len(found) < _MOST_EVENTS:
                told = self._of_noun(at, self.h.nouns.kinds[word.lemma], found)
                found += [told] if told is not None else []
        if not any(e.kind is EventKind.SILENCE for e in found):
            found += self._hushed()
        return found

    def _hushed(self) -> list[RawEvent]:
        """What a clause says was left unsaid, in whichever order: "of X, who was wounded, the speaker said nothing"."""
        view = self.s.view
        hushed, hinted = self.h.hushed, self.h.hinted
        if hushed is None or (hinted is not None and hinted.search(view.text, view.start, view.stop) is None):
            return []
        text = view.text if view.quoted else view.masked
        match = hushed.search(text, view.start, view.stop)
        about = next((n for n, words in match.groupdict().items() if words), None) if match is not None else None
        if match is None or about is None or MASK in match.group():
            return []
        if self.h.unhushed is not None and self.h.unhushed(view.text, view.start, match.start(), view.stop):
            return []
        rule = f'"{match.group().strip()}"'
        place, at = match.span(), match.start()
        return [RawEvent(EventKind.SILENCE, place, about=match.span(about), strict=True, rule=rule, at=at)]

    def _is_verb(self, at: int, plain: str) -> bool:
        """Whether a form that is a noun too is the verb: "her husband | phoned her", not "to | her phone"."""
        if self.s.tongue.verb_first and self.s.tongue.article in self.words[at].prefix:
            return False
        if plain != "هاتف":
            return True
        before = self.words[at - 1] if at else None
        after = self.words[at + 1] if at + 1 < self.s.size else None
        if (before is None or not before.is_word) and after is not None and after.definite:
            return after.any(Kind.ROLE | Kind.TITLE | Kind.KIN)  # "The consul phoned"
        return before is not None and before.any(Kind.KIN | Kind.ROLE | Kind.NAME | Kind.PRONOUN | Kind.THAT)

    def _of_noun(self, at: int, kind: ContactKind, found: list[RawEvent]) -> RawEvent | None:
        """A contact told by a noun, unless a verb has told of it already."""
        start = self.words[at].start
        if any(e.kind is EventKind.CONTACT and e.place[0] <= start < e.place[1] for e in found):
            return None
        told = contact_of_noun(self.s, at, self.h.nouns)
        if told is None:
            return None
        last = self.words[told.stop - 1].stop
        if any(e.kind is EventKind.CONTACT and start < e.place[0] < last for e in found):
            return None  # "the meeting with Rasil, whom he had met": told by the verb
        around = [v for v in self.r.voices if v.region[0] <= start < v.region[1] and v.speaker is not None]
        inner = min(around, key=lambda v: v.region[1] - v.region[0], default=None)
        status = told.status
        if inner is not None and inner.manner is Manner.DENIED:
            status = ContactStatus.DENIED
        by: Actor | None = None
        grammar = self.h.parties
        others = (grammar.talks(self.s, at) if grammar is not None else ()) or told.parties
        if not self.s.tongue.verb_first and (others[0].kind is ActorKind.MEDIUM or self._is_with_reporter([*others])):
            return None
        if any(w.text in _PUBLISHES for w in self.words[max(0, at - _NEAR) : at]):
            return None  # "the daily brought a talk with a nurse"
        if len(others) < 2:
            by = grammar.doer(self.s, at) if grammar is not None else None
            by = by or self._side_of(at, told.stop, inner)
            by = by or (grammar.owner(self.s, at) if grammar is not None else None)
            if by is None or by.name == others[0].name or by.name in _NOBODY:
                return None
        if grammar is not None and grammar.never_was.search(
            self.s.view.masked, self.words[at].start, self.s.view.stop
        ):
            status = ContactStatus.DENIED
        phone = any(w.lemma in self.h.phone or fold(w.text) in self.h.phone for w in self.words[at : told.stop])
        first = max(0, at - 1) if at and self.words[at - 1].lemma in self.r.x.negations else at
        where = self._where(at + 1, min(self.s.size, told.stop + 4), set())
        return RawEvent(
            EventKind.CONTACT, self._place(first, told.stop), by=by, others=others, where=where,
            contact_kind=ContactKind.CALL if phone else kind, status=status, rule=f'"{self.words[at].text}"',
            at=self.words[at].start,
        )  # fmt: skip

    def _side_of(self, at: int, stop: int, inner: Voice | None) -> Actor | None:
        """Whose contact a noun tells of: the subject of its clause, whoever speaks of it, or the next who does."""
        for place in range(at - 1, max(-1, at - _NEAR), -1):
            word = self.words[place]
            if not word.is_word or word.any(Kind.CONNECTOR | Kind.THAT):
                break
            if word.any(Kind.VERB) or word.cue is not None:
                phrase = self.r.subject_of(place)
                actor = _with_pronoun(self.s.actor(phrase)) if phrase is not None else None
                if phrase is not None and not at <= phrase.start < stop and self._is_person(phrase):
                    return actor
                break
        if inner is not None:
            return inner.speaker
        if self.s.view.quoted:
            return _we(self._place(at, at + 1))
        after = [v for v in self.r.voices if v.cue[0] > self.words[at].start and v.speaker is not None]
        return after[0].speaker if after else None

    # --- clauses --------------------------------------------------------------------------------------------------

    def _clause_end(self, at: int) -> int:
        """Behind the last word of the clause of a verb."""
        place = at + 1
        while place < min(self.s.size, at + _LONGEST):
            word = self.words[place]
            if word.text in ";؛:.!?؟" or word.text == MASK:
                break
            if word.text in _COMMAS and place + 1 < self.s.size:
                after = self.words[place + 1]
                anded = bool(after.prefix[:1]) and after.prefix[:1] in self.s.tongue.and_
                if after.any(Kind.CONNECTOR) or (anded and (after.cue is not None or after.any(Kind.VERB))):
                    break
                if after.lemma in ("כך", "לדברי"):
                    break
            if word.is_word and word.any(Kind.THAT) and place > at + 1:
                break
            if (
                word.prefix[:1]
                and word.prefix[:1] in self.s.tongue.and_
                and (word.cue is not None or word.any(Kind.VERB))
            ):
                break
            place += 1
        return place

    def _subject(self, at: int) -> tuple[Actor | None, int, int]:
        """Who does it, the word behind the verb and its subject, the word where they begin."""
        if self.s.tongue.verb_first and self._goes_on(at) and self.last is not None:
            return self.last, at + 1, at
        phrase = None if self._has_own_subject(at) else self.r.subject_of(at)
        if phrase is not None and self._is_where(phrase):
            phrase = None
        if phrase is not None:
            actor = _with_pronoun(self.s.actor(phrase))
            self.last = actor or self.last
            return actor, (phrase.stop if phrase.start > at else at + 1), min(at, phrase.start)
        place = self.words[at].start
        around = [
            v
            for v in self.r.voices
            if v.region[0] <= place < v.region[1] and v.speaker is not None and v.cue[0] != place
        ]
        inner = min(around, key=lambda v: v.region[1] - v.region[0], default=None)
        if self._goes_on(at) and self.last is not None:
            return self.last, at + 1, at
        speaker = inner.speaker if inner is not None else None
        if speaker is None and self.s.view.quoted and self.s.tongue.verb_first:
            speaker = _we(self._place(at, at + 1))
        return speaker, at + 1, at

    def _goes_on(self, at: int) -> bool:
        """Whether a verb without a subject goes on with the one before: "met them | but did not mention"."""
        words = self.words
        if self.s.tongue.verb_first:
            led = [w.text for w in words[max(0, at - 2) : at]]
            return (led[-1:] == ["أن"] and led[0] in ("دون", "بدون")) or led[-1:] in (["ولم"], ["لكنه"], ["لكنها"])
        if words[at].prefix[:1] == "ו":
            return True
        place = at - 1
        if place < 0 or words[place].lemma not in self.r.x.negations:
            return False
        return (
            words[place].prefix[:1] == "ו"
            or words[place].text == "ולא"
            or (place > 0 and words[place - 1].any(Kind.CONNECTOR))
        )

    def _is_where(self, phrase: Phrase) -> bool:
        """Whether a phrase that no table knows is "in ..." rather than somebody."""
        word = self.words[phrase.start]
        return not self.s.tongue.verb_first and word.text[0] == "ב" and not word.any(PEOPLE | Kind.NAME | Kind.TITLE)

    def _has_own_subject(self, at: int) -> bool:
        """Whether a verb says itself who does it: in the first person, or behind "that he" written as one word."""
        form = self.words[at].text
        if form.startswith(("سأ", "سن", "ני", "אפ")) or form.endswith(("תי", "נו", "تُ")):
            return True
        place = at - 1
        while (
            place >= 0
            and self.words[place].is_word
            and (
                self.words[place].dated
                or self.words[place].any(Kind.ADVERB)
                or self.words[place].lemma in self.r.x.negations
            )
        ):
            if self.words[place].any(Kind.THAT):
                break
            place -= 1
        if place < 0 or not self.words[place].any(Kind.THAT):
            return False
        return self.r.x.that_length(self.words[place]) < len(self.words[place].text)

    def _is_denied(self, at: int) -> bool:
        if at > 0 and self.words[at - 1].text == "أن":
            at -= 1  # "that he meet" is no denial, though a verb of speech behind it says nothing
        place = self.words[at].start
        around = [v for v in self.r.voices if v.region[0] <= place < v.region[1]]
        inner = min(around, key=lambda v: v.region[1] - v.region[0], default=None)
        return self.r.is_negated(at) or (inner is not None and inner.manner is Manner.DENIED)

    def _behind(self, begin: int, end: int, prepositions: frozenset[str]) -> tuple[Actor, Phrase] | None:
        """Whoever stands behind one of these prepositions."""
        for at in range(begin, end):
            word = self.words[at]
            if not word.is_word or word.dated:
                continue
            joined = word.prefix.replace(self.s.tongue.article, "")[-1:]
            phrase = None
            if word.text in prepositions or word.lemma in prepositions:
                if at + 1 < end:
                    phrase = self.s.phrase_from(at + 1)
            elif joined and joined in prepositions and (word.any(PEOPLE | Kind.NAME) or not word.kind):
                phrase = self.s.phrase_from(at)
            elif not word.kind and not word.prefix and word.text[:1] in prepositions and self.s.tongue.verb_first:
                continue
            actor = self.s.actor(phrase) if phrase is not None else None
            if actor is not None and phrase is not None:
                return actor, phrase
        return None

    def _objects(self, begin: int, end: int) -> list[tuple[Actor, Phrase]]:
        """Somebody who is the object of a verb, past days, places and "the" of objects."""
        at = begin
        found: list[tuple[Actor, Phrase]] = []
        while at < end:
            word = self.words[at]
            if word.text in _COMMAS:
                at += 1
                continue
            if word.text in ("את",):
                at += 1
            skipped = self.r.skip(at)
            if skipped > at:
                at = skipped
                continue
            if at >= end or not self.s.may_begin(at):
                at += 1
                continue
            phrase = self.s.phrase_at(at, end)
            if phrase is None:
                at += 1
                continue
            if (
                any(self.words[a].any(PEOPLE | Kind.NAME | Kind.TITLE) for a, _ in phrase.segments)
                and (actor := self.s.actor(phrase)) is not None
            ):
                found.append((actor, phrase))
                break
            at = max(at + 1, phrase.stop)
        return found

    # --- contacts -------------------------------------------------------------------------------------------------

    def _touch(self, at: int, touch: Touch) -> RawEvent | None:
        end = self._clause_end(at)
        if touch.needs and not any(
            w.lemma in touch.needs or fold(w.text) in touch.needs for w in self._needed_in(at, end)
        ):
            return None
        if touch.needs and self._is_told_by_noun(at, end, touch.needs):
            return None
        governor = self._governor(at)
        if governor is None:
            return None
        by, behind, first = self._subject(governor)
        behind = max(behind, at + 1)
        other = self._behind(behind, end, touch.by) if touch.by else None
        if other is None and touch.object:
            other = next(iter(self._objects(behind, end)), None)
        own = self._own_subject(at)
        by = own or by
        if by is not None and by.name in _NOBODY:
            return None  # "nobody called us"
        others = [other[0]] if other is not None else []
        if other is not None and (second := self._second(other[1], end, between=by is None)) is not None:
            others.append(second)
        if by is not None and not others and (earlier := self._before_subject(first, by)) is not None:
            others.append(earlier)
        if by is not None and not others and (second := self._beside_subject(governor)) is not None:
            others.append(second)
        if not others and (him := self._pronoun(behind, end)) is not None:
            others.append(him)
        pronoun = self._object_on(at) if other is None and (touch.object or touch.by) else None
        if other is None and pronoun is None and self.s.tongue.verb_first and touch.by:
            pronoun = self._with_him(behind, min(end, behind + 4), touch.by)
        if pronoun is not None and not others:
            others.append(pronoun)
        told = self.h.parties.sides(self.s, at) if self.h.parties is not None else None
        if told is not None:
            by, others = told[0], list(told[1])
            if self.s.view.text[self.words[-1].start : self.s.view.stop].strip(_STRIP)[-1:] == "؟":
                return None  # "has he called you?"
        if by is None and other is None and told is None and (self.s.tongue.verb_first or not others):
            return None
        if not others and touch.object and not self.s.tongue.verb_first:
            return None
        if touch.object and not self.s.tongue.verb_first and any(self._is_list(i) for i in range(at + 1, end)):
            return None  # "received the list"
        if others and others[0].kind is ActorKind.MEDIUM:
            return None  # who talks with a medium gives it words
        if not self.s.tongue.verb_first and (self._is_with_reporter(others) or self._is_thing(at, end)):
            return None
        kind = touch.kind
        if any(fold(w.text) in self.h.phone or w.lemma in self.h.phone for w in self.words[first:end]):
            kind = ContactKind.CALL
        status = ContactStatus.PLANNED if touch.planned else ContactStatus.HELD
        if governor != at and self.words[governor].lemma in _MANAGED:
            status = ContactStatus.HELD
        refused = governor != at and (self.words[governor].lemma in self.h.refuses or self.r.is_negated(governor))
        if self._is_denied(at) or refused:
            status = ContactStatus.DENIED
        taken = set(range(*other[1].segments[0])) if other is not None else set()
        where = self._where(behind, end, taken)
        if not others and not self._leaves_subject_out(at) and where is None and not touch.planned:
            return None
        if not others and by is not None and touch.object and self._leaves_subject_out(at):
            around = [v for v in self.r.voices if v.region[0] <= self.words[at].start < v.region[1] and v.speaker]
            by, others = (around[-1].speaker, [by]) if around else (by, [])
        return RawEvent(
            EventKind.CONTACT, self._place(first, end), by=by, others=tuple(others),
            where=where, contact_kind=kind, status=status, rule=f'"{self.words[at].text}"', at=self.words[at].start,
        )  # fmt: skip

    def _is_with_reporter(self, others: list[Actor]) -> bool:
        """Whether the other side of a Hebrew contact is a medium's reporter, who is given words: "talked with a reporter of"."""
        return bool(others) and others[0].head.split(" ")[0] in _REPORTERS

    def _is_thing(self, at: int, end: int) -> bool:
        """Whether what a Hebrew verb of receiving or visiting has behind it is no person: "received | a film", "criticised | the decision of"."""
        if self.words[at].lemma not in _RECEIVES | _CRITICISES:
            return False
        place = self.r.skip(at + 1)
        if self.words[at].lemma in _CRITICISES and any(
            w.text in _SHARPLY for w in self.words[at + 1 : min(end, at + 3)]
        ):
            return True
        led = place < end and self.words[place].text == "את"
        place += led
        if place >= end or not self.words[place].is_word or (not led and self.words[at].lemma in _CRITICISES):
            return False
        word, after = self.words[place], self.words[place + 1] if place + 1 < end else None
        if word.kind & ~Kind.THING or word.definite or word.possessive or word.dated or word.text in _FACES:
            return False
        of = after is not None and after.is_word and (after.definite or after.any(PEOPLE))
        return of if led else not word.prefix and bool(word.kind or (after is not None and not after.definite))

    def _is_told_by_noun(self, at: int, end: int, needs: frozenset[str]) -> bool:
        """Whether the noun names both sides: "a meeting was held between A and B"."""
        for place in range(at + 1, end):
            if self.words[place].lemma in needs and self.words[place].lemma in self.h.nouns.kinds:
                told = contact_of_noun(self.s, place, self.h.nouns)
                return told is not None and len(told.parties) > 1
        return False

    def _needed_in(self, at: int, end: int) -> list[Word]:
        """Where the noun of "hold a meeting" may stand: behind the verb; before it in "the call that he held"."""
        before = self.words[max(0, at - 3) : at] if self.words[at].prefix in self.s.tongue.that else []
        return [*before, *self.words[at + 1 : end]]

    def _governor(self, at: int) -> int | None:
        """The verb whose subject an infinitive has: "is due to meet"; the verb itself if it is no infinitive."""
        word = self.words[at]
        if self.s.tongue.verb_first or not word.text.startswith("ל") or word.prefix or len(word.text) < 4:
            return at
        for place in range(at - 1, max(-1, at - 6), -1):
            one = self.words[place]
            if one.text in _COMMAS or not one.is_word:
                return None
            if one.text.removeprefix(one.prefix).startswith(_WISHES):
                return None  # "his readiness | to meet"
            if one.any(Kind.VERB) or one.cue is not None or one.text in self.h.modal:
                cue = one.cue
                wanted = cue is not None and (
                    cue.frame is Frame.HOPE or cue.manner in (Manner.ASKED, Manner.DEMANDED)
                )
                return None if wanted else place
        return None

    def _own_subject(self, at: int) -> Actor | None:
        """ "I" and "we" on the end of a verb."""
        word = self.words[at]
        if self.s.tongue.verb_first or not word.text.endswith(("תי", "נו")):
            return None
        return Actor((word.start, word.stop), "we", ActorKind.PRONOUN, Attribution.UNNAMED, "we")

    def _second(self, phrase: Phrase, end: int, *, between: bool) -> Actor | None:
        """The other one of "between A and B" and "A with B and C"."""
        at = phrase.segments[-1][1]
        if at >= end or not between or self.s.tongue.verb_first:
            return None
        word = self.words[at]
        if word.text in ("ובין", "לבין") and at + 1 < end:
            found = self.s.phrase_from(at + 1)
        elif word.prefix[:1] in ("ו", "ל") and word.any(PEOPLE | Kind.NAME | Kind.TITLE):
            found = self.s.phrase_from(at)
        else:
            return None
        return self.s.actor(found) if found is not None else None

    def _before_subject(self, first: int, by: Actor) -> Actor | None:
        """The first of two subjects parted by a comma: "the governor and the envoy, Mirell, met"."""
        if self.s.tongue.verb_first:
            return None
        begin = first
        while begin > 0 and self.words[begin - 1].text not in ";؛:.!?؟" and self.words[begin - 1].text != MASK:
            begin -= 1
        for place in range(max(begin, first - 20), first):
            word = self.words[place]
            if word.cue is not None or word.any(Kind.VERB | Kind.CONNECTOR | Kind.THAT) or self.s.is_that(place):
                return None
        phrase = self.s.phrase_at(begin) if begin < first else None
        joined = any(w.prefix[:1] == "ו" for w in self.words[begin + 1 : first])
        actor = self.s.actor(phrase) if phrase is not None and joined else None
        somebody = phrase is not None and self.words[phrase.start].any(PEOPLE | Kind.NAME | Kind.TITLE)
        return actor if actor is not None and somebody and actor.name != by.name else None

    def _beside_subject(self, at: int) -> Actor | None:
        """The second of two subjects: "Rasil and Mirell will meet"."""
        if self.s.tongue.verb_first or at == 0:
            return None
        for place in range(at - 1, max(0, at - 12), -1):
            word = self.words[place]
            if not word.is_word or word.any(Kind.CONNECTOR | Kind.THAT):
                return None
            if word.prefix in ("ו", "וה") and word.any(PEOPLE | Kind.NAME | Kind.TITLE) and word.cue is None:
                phrase = self.s.phrase_from(place)
                return self.s.actor(phrase) if phrase is not None and phrase.stop <= at else None
        return None

    def _pronoun(self, begin: int, end: int) -> Actor | None:
        """Whoever stands as "him", "with her" behind a verb."""
        for word in self.words[begin:end]:
            if word.text in self.h.pronouns:
                low = "we" if word.text in _OURS else _him(word.text)
                return Actor((word.start, word.stop), word.text, ActorKind.PRONOUN, Attribution.UNNAMED, low)
        return None

    def _object_on(self, at: int) -> Actor | None:
        """Whom a verb has written on to it: "he received me", "he phoned her"."""
        word = self.words[at]
        plain = fold(word.text).removeprefix(word.prefix)
        if not self.s.tongue.verb_first or (plain == word.lemma and not self._has_object(plain)):
            return None
        for suffix, pronoun in _OBJECTS:
            if fold(word.text).endswith(suffix):
                place = (word.stop - len(suffix), word.stop)
                return Actor(place, suffix, ActorKind.PRONOUN, Attribution.UNNAMED, pronoun)
        return None

    def _has_object(self, form: str) -> bool:
        """Whether a form is another verb of contact with an object written on to it: "he met him"."""
        bases = [form.removesuffix(suffix) for suffix, _ in _OBJECTS if form.endswith(suffix)]
        return any(base in self.h.touches or base[:-1] + "ي" in self.h.touches for base in bases if len(base) > 2)

    def _leaves_subject_out(self, at: int) -> bool:
        """Whether a verb has its subject from before: "(he denied) that he had met | the kidnappers"."""
        before = self.words[at - 1].text if at else ""
        return self.s.tongue.verb_first and before in ("قد", "يكون", "تكون", "يكونوا")

    def _with_him(self, begin: int, end: int, prepositions: frozenset[str]) -> Actor | None:
        """A pronoun written on to the preposition of a verb: "called | her", "met | with them"."""
        for word in self.words[begin:end]:
            for suffix, pronoun in _OBJECTS:
                if fold(word.text).removesuffix(suffix) in prepositions and fold(word.text).endswith(suffix):
                    return Actor((word.start, word.stop), word.text, ActorKind.PRONOUN, Attribution.UNNAMED, pronoun)
        return None

    def _place(self, first: int, end: int) -> Place:
        stop = max(first + 1, min(end, self.s.size))
        return self.words[first].start, self.words[stop - 1].stop

    def _where(self, begin: int, end: int, taken: set[int]) -> str | None:
        """The place in which it was, as it is written."""
        for at in range(begin, end):
            word = self.words[at]
            if (
                not word.is_word
                or word.dated
                or at in taken
                or word.any(Kind.PRONOUN | Kind.ADVERB)
                or (word.any(Kind.NAME) and not word.prefix)
            ):
                continue
            length = 0
            first = at
            if word.text == self.h.inside and at + 1 < end and self.words[at + 1].is_word:
                first = at + 1
                if self.words[first].dated or first in taken:
                    continue
            elif (word.prefix.startswith(self.h.inside) and len(self.h.inside) == 1) or (
                len(self.h.inside) == 1 and not word.kind and not word.prefix and word.text.startswith(self.h.inside)
            ):
                length = 1
            else:
                continue
            place = self.words[first]
            if place.text.removeprefix("ב") in _NO_PLACES:
                continue
            thing = place.any(Kind.THING | Kind.VERB | Kind.ADVERB | Kind.ROLE | Kind.KIN)
            if (thing and place.lemma not in self.h.places) or (length and len(place.text) < 4):
                continue
            stop = first + 1
            while stop < min(end, first + 5) and not self._leaves(stop, first):
                stop += 1
            return self.s.view.text[place.start + length : self.words[stop - 1].stop].strip(_STRIP) or None
        return None

    def _leaves(self, at: int, first: int) -> bool:
        word = self.words[at]
        if not word.is_word or word.dated or word.cue is not None or word.any(ENDS | Kind.PREPOSITION):
            return True
        if word.any(Kind.OF):
            return False
        if (
            self.words[first].possessive
            or word.any(PEOPLE & ~Kind.BODY)
            or (word.any(Kind.BODY) and not word.definite)
        ):
            return True
        noun = self.words[first].lemma in self.h.places or self.words[first].any(PEOPLE)
        return (
            not noun
            or (self.s.has_preposition(at) and not word.any(Kind.NAME))
            or word.prefix[:1] in tuple(self.s.tongue.and_)
        )

    # --- lists ----------------------------------------------------------------------------------------------------

    def _handover(self, at: int, form: str) -> RawEvent | None:
        end = self._clause_end(at)
        begin = at
        while begin > 0 and self.words[begin - 1].text not in ";؛:.!?؟" and self.words[begin - 1].text != MASK:
            begin -= 1
        owned = fold(self.words[at].text).removeprefix(self.words[at].prefix) != self.words[at].lemma
        whole = form in self.h.passed or not self.s.tongue.verb_first or owned
        around = range(begin if whole else at, end)
        list_at = next((i for i in around if self._is_list(i)), None)
        if list_at is None or self._is_denied(at):
            return None
        by: Actor | None = None
        to: Actor | None = None
        behind, first = at + 1, min(at, list_at)
        if form in self.h.passed:
            doer = self._behind(at + 1, end, self.h.hands)
            by = doer[0] if doer else None
            receiver = self._behind(at + 1, end, self.h.to)
            if receiver is None and self.s.tongue.verb_first and form == "تسليم":
                if at == 0 or self.words[at - 1].lemma not in _DONE:
                    return None
                receiver = next(iter(self._objects(at + 1, end)), None)
            to = receiver[0] if receiver else None
        else:
            subject, behind, first = self._subject(at)
            first = min(first, list_at)
            subject = self._own_subject(at) or subject
            if form in self.h.gives:
                by = subject
                receiver = self._behind(behind, end, self.h.to) or next(iter(self._objects(behind, list_at)), None)
                to = receiver[0] if receiver is not None else self._dative(behind, end)
            else:
                to = subject
                giver = self._behind(behind, end, self.h.from_) or self._behind(behind, end, self.h.hands)
                by = (
                    giver[0]
                    if (giver is not None and giver[1].start < list_at) or (giver and self._is_person(giver[1]))
                    else None
                )
        way = self._way(behind, end)
        return RawEvent(
            EventKind.HANDOVER, self._place(first, end), by=by, to=to, through=way, count=self._count(list_at, end),
            rule=f'"{self.words[at].text}", "{self.words[list_at].text}"', at=self.words[at].start,
        )  # fmt: skip

    def _dative(self, begin: int, end: int) -> Actor | None:
        """ "To him" as one word."""
        for word in self.words[begin:end] if not self.s.tongue.verb_first else ():
            if word.text in ("לו", "לה", "להם", "לידיו", "לידיה", "לידיהם", "בידו", "בידה"):
                return Actor(
                    (word.start, word.stop), word.text, ActorKind.PRONOUN, Attribution.UNNAMED, _him(word.text)
                )
        return None

    def _is_person(self, phrase: Phrase) -> bool:
        return self.words[phrase.start].any(PEOPLE | Kind.NAME | Kind.TITLE)

    def _is_list(self, at: int) -> bool:
        word = self.words[at]
        return word.is_word and (word.lemma in self.h.lists or fold(word.text) in self.h.lists)

    def _way(self, begin: int, end: int) -> str | None:
        found = self._behind(begin, end, self.h.ways)
        if found is None:
            return None
        start, stop = found[1].segments[0]
        return self.s.view.text[self.words[start].start : self.words[stop - 1].stop].strip(_STRIP)

    def _count(self, at: int, end: int) -> int | None:
        article = self.s.tongue.article
        for place in range(at, min(end, at + 10)):
            word = self.words[place]
            if not word.is_word or word.dated:
                continue
            plain = fold(word.text)
            if (both := self._two_words(word)) is not None:
                return both
            if plain.isdecimal() and len(plain) < 5:
                return int(plain)
            for form in (plain, plain.removeprefix(article), plain[1:], plain[1:].removeprefix(article), word.lemma):
                if (number := self.h.numbers.get(form, 0)) > 1:
                    return number + self._ones(place, number)
        return None

    def _ones(self, at: int, tens: int) -> int:
        """The ones behind tens: "twenty and six"."""
        if self.s.tongue.verb_first or tens < 20 or tens % 10 or at + 1 >= self.s.size:
            return 0
        after = fold(self.words[at + 1].text)
        number = self.h.numbers.get(after[1:], 0) if after.startswith("ו") else 0
        return number if number < 10 else 0

    def _two_words(self, word: Word) -> int | None:
        """A number of two words that begins here: "six and forty"."""
        at = bisect_left(self.r.starts, word.start)
        if at + 1 >= self.s.size or not self.words[at + 1].is_word:
            return None
        first, second = fold(word.text), fold(self.words[at + 1].text)
        forms = (first, first[1:], first.removesuffix("ا"), first[1:].removesuffix("ا"))
        return next((n for form in forms if (n := self.h.numbers.get(f"{form} {second}"))), None)

    # --- promises -------------------------------------------------------------------------------------------------

    def _refused(self, at: int, form: str) -> RawEvent | None:
        """As in "The Front refused to promise their release", "the spokesman did not promise anything"."""
        end = self._clause_end(at)
        near = self.words[at + 1 : min(end, at + 4)]
        if form in self.h.refuses:
            if is_denied(self.s, at, self.h.undertakings) or not any(w.lemma in self.h.to_promise or fold(w.text) in self.h.to_promise
                                                for w in near):  # fmt: skip
                return None
        elif not is_denied(self.s, at, self.h.undertakings):
            return None
        subject, _, first = self._subject(at)
        if subject is None or self.s.view.quoted:
            return None
        return RawEvent(
            EventKind.COMMITMENT, self._place(first, end), by=subject, refused=True, echo=True,
            rule=f'"{self.words[at].text}"', at=self.words[at].start,
        )  # fmt: skip

    def _undertaken(self, at: int, form: str) -> RawEvent | None:
        """As in "The Front agreed to release them", "refused to hand them over", "releases them on Monday"."""
        table = self.h.undertakings
        found = undertaken_at(self.s, at, form, table) or present_at(self.s, at, form, table)
        if found is None or self._is_told_as_speech(at) or self._is_denied_by_voice(at):
            return None
        subject, _, first = self._subject(at)
        if found.got is not None:
            giver = self._behind(found.got + 1, min(found.stop, found.got + _NEAR), self.h.from_)
            subject = giver[0] if giver is not None else None
        if form in table.unowned and subject is None and at + 1 < self.s.size and self.words[at + 1].is_word:
            place = self._place(at + 1, at + 2)
            subject = Actor(place, self.s.view.text[slice(*place)], ActorKind.OTHER, Attribution.NAMED)
        if subject is None and self.s.tongue.verb_first and found.got is None:
            subject = self._whoever(at)
        if subject is None or subject.name in _NOBODY:
            return None
        if subject.kind is ActorKind.OTHER and self.s.tongue.verb_first and form not in table.unowned:
            return None
        return RawEvent(
            EventKind.COMMITMENT, self._place(first, found.stop), by=subject, refused=found.refused, echo=True,
            strict=found.strict, rule=f'"{self.words[at].text}"', at=self.words[at].start,
        )  # fmt: skip

    def _whoever(self, at: int) -> Actor:
        """Whom a verb means that names nobody: the last who agrees with it."""
        word = self.words[at]
        head = "she" if word.text.endswith("ت") else "they" if word.text.endswith("وا") else "he"
        return Actor((word.start, word.stop), word.text, ActorKind.PRONOUN, Attribution.UNNAMED, head)

    def _is_told_as_speech(self, at: int) -> bool:
        """Whether a verb gives somebody's words, of which a promise is read already."""
        start, stop = self.words[at].start, self.words[at].stop
        return any(
            v.manner is Manner.PROMISED and v.contents and v.cue[0] < stop and start < v.cue[1] for v in self.r.voices
        )

    def _is_denied_by_voice(self, at: int) -> bool:
        place = self.words[at].start
        around = [v for v in self.r.voices if v.region[0] <= place < v.region[1]]
        inner = min(around, key=lambda v: v.region[1] - v.region[0], default=None)
        return inner is not None and inner.manner is Manner.DENIED

    # --- silences -------------------------------------------------------------------------------------------------

    def _silence(self, at: int, form: str) -> RawEvent | None:
        negated = self.r.is_negated(at)
        before = self.words[at - 1].lemma if at else ""
        earlier = self.words[at - 2].lemma if at > 1 else ""
        if form in self.h.mentions:
            if before not in self.h.without and earlier not in self.h.without:
                return None
            if at and self.words[at - 1].text.startswith(_NOT_KNOWN):
                return None  # "nothing was heard of", "knew nothing of", "nothing will be said of"
            if form.endswith(_MENTIONING) and before not in _WITHOUT:
                return None  # "asked not to mention": only who goes on without it is silent
        elif (form in self.h.mute) is negated:
            return None  # denied, verbs of telling tell of a silence; undenied, those of silence do
        end = self._clause_end(at)
        subject, behind, first = self._subject(at)
        unsaid = self._place_of_subject(at) if form in self.h.unsaid else None
        if form in self.h.unsaid:
            subject, behind = None, at + 1
        if subject is None or self.r.subject_of(at) is None:
            begin = at
            while (
                begin > 0
                and self.words[begin - 1].text not in (*_COMMAS, ";", ":", ".")
                and self.words[begin - 1].text != MASK
            ):
                begin -= 1
            right = end if self.s.tongue.verb_first or form in self.h.unsaid else at
            beside = self.r.beside(begin, at, right, besides=unsaid) if not self._goes_on(at) else None
            subject = beside[0] if beside is not None else subject
            first = min(first, begin)
        if subject is not None and subject.name in _NOBODY:
            subject = None
        spoken = any(fold(w.text) in self.h.mentions or w.lemma in self.h.mentions for w in self.words[at + 1 : end])
        if form in self.h.says and not spoken and (unsaid is None or not self._in_text(at, end)):
            return None  # "did not say that" is no silence; "said nothing" is
        if any(w.text in _ASKED for w in self.words[at + 1 : end]):
            return None  # "did not mention when"
        behind_it = [w for w in self.words[at + 1 : end] if w.is_word and not w.dated and not w.any(Kind.ADVERB)]
        if behind_it and all(w.text in _TO_THAT for w in behind_it):
            return None  # "did not refer to that", "who was not named"
        if form in self.h.silent and at + 1 < self.s.size and self.s.is_that(at + 1):
            return None
        about = unsaid or self._about(behind, end, first, at)
        if form in self.h.mute and about is not None and about[0] < self.words[at].start:
            return None  # "she was silent", of nothing that is told
        if about is None:
            return None
        return RawEvent(
            EventKind.SILENCE,
            self._place(first, end),
            by=subject,
            about=about,
            strict=True,
            rule=f'"{self.words[at].text}", denied',
            at=self.words[at].start,
        )

    def _avoided(self, at: int) -> RawEvent | None:
        """As in "The minister avoided, though he was asked, the mention of Idris by name"."""
        end = self._clause_end(at)
        noun = next((n for n in range(at + 1, end) if self.words[n].lemma in self.h.mentions), None)
        subject, _, first = self._subject(at)
        if noun is None or noun + 1 >= end:
            return None
        return RawEvent(
            EventKind.SILENCE, self._place(first, end), by=subject,
            about=(self.words[noun + 1].start, self.words[end - 1].stop), strict=True, rule=f'"{self.words[at].text}"',
            at=self.words[at].start,
        )  # fmt: skip

    def _is_none(self, word: Word) -> bool:
        view = self.s.view
        return self.h.unhushed is not None and self.h.unhushed(
            view.text, view.start, word.start + len(word.prefix) * (word.prefix in ("و", "ف")), view.stop
        )

    def _in_text(self, at: int, end: int) -> bool:
        """Whether a clause tells of what stands "in the statement"."""
        return any(
            w.text == "في" and self.words[n + 1].any(Kind.THING)
            for n, w in enumerate(self.words[: end - 1])
            if n > at
        )

    def _place_of_subject(self, at: int) -> Place | None:
        """Where the subject of a verb stands: of what "was not mentioned" tells."""
        phrase = self.r.subject_of(at)
        if phrase is None and self.s.tongue.verb_first:
            end = self._clause_end(at)
            name = next((n for n in range(at + 1, end - 1) if self.words[n].lemma in _NAME_OF), None)
            return (self.words[name].start, self.words[end - 1].stop) if name is not None else None
        if phrase is None:
            return None
        start, stop = phrase.segments[0]
        return self.words[start].start, self.words[stop - 1].stop

    def _about(self, behind: int, end: int, first: int, at: int) -> Place | None:
        words = [w for w in self.words[behind:end] if w.is_word and not w.any(Kind.ADVERB) and not w.dated]
        words = [w for w in words if fold(w.text) not in self.h.mentions and w.lemma not in self.h.mentions]
        if len(words) > 0 and any(not w.any(Kind.PREPOSITION) for w in words):
            return words[0].start, words[-1].stop
        if first < at:
            begin = first
            return self.words[begin].start, self.words[at].start
        if at > 0:
            return self.words[0].start, self.words[at].start
        return None


def _with_pronoun(actor: Actor | None) -> Actor | None:
    """The actor; a pronoun under what it is called where pronouns are looked up."""
    if actor is None or actor.kind is not ActorKind.PRONOUN or actor.name not in _SUBJECTS:
        return actor
    return replace(actor, head=_SUBJECTS[actor.name])


def _is_same(one: RawEvent, other: RawEvent) -> bool:
    """Whether two events of a kind are one: "refused | to promise" is one refusal."""
    if one.kind is EventKind.COMMITMENT:
        return one.place[0] < other.place[1] and other.place[0] < one.place[1]
    return one.place == other.place


_MENTIONING = ("הזכיר", "הזכירה", "הזכירו", "לאזכר")
_WITHOUT = frozenset(["בלי", "מבלי", "בלא", "ללא"])
_SUBJECTS = {"הוא": "he", "היא": "she", "הם": "they", "הן": "they", "هو": "he", "هي": "she", "هم": "they"}


def _him(word: str) -> str:
    """What a Hebrew pronoun on a preposition is called where pronouns are looked up: "him", "her", "them"."""
    if word.endswith(("ם", "ן")):
        return "them"
    return "her" if word.endswith("ה") else "him"
