"""One Russian sentence with its document: clauses, which phrase is the subject of a verb, whose a document is.

In: a `View` and the document's `Cast`. Out: `Sentence`, the ground on which `voices` and `events` stand.
Leaves to others: what is said and what happens.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from homeward.reading.languages.language import Actor, ActorKind, View
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.cast import Cast
from homeward.reading.languages.ru.morphology import Form
from homeward.reading.languages.ru.phrases import Phrase
from homeward.records import Attribution, Manner

DASHES = frozenset("—–-")
WINDOW = 45  # words on either side of a verb in which its subject and its content are looked for
PEOPLE = (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE, ActorKind.PRONOUN)
SPEAKERS = (*PEOPLE, ActorKind.BODY, ActorKind.MEDIUM, ActorKind.OTHER)


@dataclass(slots=True)
class Cue:
    """A finite verb, or what does its work, at word `at`. `after`: the word behind it, particles included."""

    at: int
    after: int
    lemma: str
    form: Form | None
    manner: Manner
    speech: bool = True
    attitude: bool = False


class Sentence:
    """A sentence's words and phrases; numbers of words are the document's."""

    def __init__(self, view: View, cast: Cast) -> None:
        self.view = view
        self.cast = cast
        self.words = cast.words
        self.first, self.after = cast.words_in(view.start, view.stop)
        self.phrases = cast.phrases_in(view.start, view.stop)
        self.at_word = {p.first: p for p in self.phrases}
        self.in_phrase = {n: p for p in self.phrases for n in range(p.first, p.after)}
        self.dated = self._dated()
        self.end = self._end()

    def _end(self) -> int:
        """The number of the word behind the last that belongs to the sentence, closing marks left out."""
        last = self.after
        while last > self.first and self.words[last - 1].kind == "p" and self.words[last - 1].text in ".!?…;":
            last -= 1
        return last

    def _dated(self) -> frozenset[int]:
        found: set[int] = set()
        for day in self.view.dates:
            first, after = self.cast.words_in(day.span.start, day.span.stop)
            found.update(range(first, after))
            if first > self.first and self.words[first - 1].has("PREP"):
                found.add(first - 1)
        return frozenset(found)

    def is_negated(self, at: int) -> bool:
        before = self.words[at - 1].low if at > self.first else ""
        return before in ("не", "ни") or (before == "бы")

    # --- subjects -------------------------------------------------------------------------------------------------

    def subject(self, cue: Cue, first: int, after: int, *, inverted: bool) -> Phrase | None:
        """The phrase in the nominative that agrees with the verb: before it, or behind it in an inverted clause."""
        before = [p for p in self.phrases if first <= p.first and p.after <= cue.at]
        behind = [p for p in self.phrases if cue.after <= p.first < after]
        behind = behind[:4]
        fit_behind = next((p for p in behind if self.agrees(p, cue)), None)
        fit_before = next((p for p in reversed(before) if self.agrees(p, cue)), None)
        if inverted:
            return fit_behind or fit_before
        return fit_before or fit_behind

    def agrees(self, phrase: Phrase, cue: Cue) -> bool:
        if "nomn" not in phrase.cases or phrase.prep or phrase.kind not in SPEAKERS or phrase.first in self.dated:
            return False
        if phrase.kind is ActorKind.OTHER and phrase.head not in w.DOCUMENTS:
            named = phrase.person is not None or self.words[phrase.head_at].cap
            if not named:
                return False
        form = cue.form
        if form is None:
            return True
        number = phrase.number
        if form.number and number and form.number != number:
            return phrase.kind is ActorKind.PRONOUN and phrase.head in w.WE and form.person == "1per"
        if phrase.kind is ActorKind.PRONOUN and phrase.head in ("я", "мы", "вы", "ты"):
            return (phrase.head in w.WE) and (form.person == "1per" or form.tense == "past" or form.pos == "ADJS")
        if form.person in ("1per", "2per"):
            return False
        past = form.tense == "past" or form.pos in ("PRTS", "ADJS")
        if past and form.gender and form.number == "sing":
            gender = self.gender(phrase)
            return not gender or gender == form.gender or (phrase.kind is ActorKind.ROLE and gender == "masc")
        return True

    def gender(self, phrase: Phrase) -> str:
        if phrase.kind is ActorKind.PRONOUN:
            return {"он": "masc", "она": "femn", "оно": "neut"}.get(self.words[phrase.head_at].low, "")
        person = phrase.person or (phrase.apposed.person if phrase.apposed else None)
        if person is not None:
            last = self.words[person[1] - 1]
            genders = {f.gender for f in last.forms if f.case == "nomn" and f.pos in ("NOUN", "ADJF")}
            return genders.pop() if len(genders) == 1 else ""
        if self.words[phrase.head_at].text.isupper():
            return ""
        return phrase.gender

    def clause_start(self, at: int) -> int:
        """The first word of the clause of a verb: commas of phrases in apposition and parentheses are passed over."""
        place = at - 1
        while place >= self.first and at - place < WINDOW:
            word = self.words[place]
            if word.kind == "m" or word.text in ";:!?…" or (word.text in DASHES and word.text != "-"):
                return place + 1
            if word.text == "." and not self.is_initial_stop(place):
                return place + 1
            if word.text == "," and place not in self.in_phrase:
                after = self.words[place + 1] if place + 1 < at else None
                low = after.low if after is not None else ""
                if low in (
                    "что",
                    "чтобы",
                    "если",
                    "когда",
                    "как",
                    "хотя",
                    "поскольку",
                    "будто",
                    "а",
                    "но",
                    "ведь",
                    "пока",
                ):
                    return place + 1
            place -= 1
        return max(self.first, place + 1)

    def is_initial_stop(self, place: int) -> bool:
        before = self.words[place - 1] if place else None
        return before is not None and before.kind == "w" and len(before.text) == 1

    def clause_after(self, at: int) -> int:
        """The number of the word behind the clause that begins at `at` and runs to a stop, a dash or a quotation."""
        place = at
        while place < self.after and place - at < WINDOW:
            word = self.words[place]
            if word.kind == "m" or word.text in ";:!?…" or (word.text in DASHES and place not in self.in_phrase):
                return place
            if word.text == "." and not self.is_initial_stop(place):
                return place
            place += 1
        return place

    def speaker(self, cue: Cue, first: int, after: int, *, inverted: bool) -> tuple[Actor | None, bool]:
        """Who speaks, and whether the sentence leaves it to the speaker before."""
        phrase = self.subject(cue, first, after, inverted=inverted)
        if phrase is not None:
            actor = self.actor(phrase)
            if actor is not None:
                return actor, False
        if cue.form is not None and (cue.form.number == "plur" or cue.lemma in w.IMPERSONAL | w.IMPERSONAL_SHORT):
            place = self.in_body(first, after)
            if place is not None:
                return place, False
        return None, True

    def in_body(self, first: int, after: int) -> Actor | None:
        """As in "в посольстве сообщили": the body in which it is said."""
        for phrase in self.phrases:
            inside = first <= phrase.first < after and phrase.prep in ("в", "во", "на") and "loct" in phrase.cases
            if inside and phrase.kind is ActorKind.BODY:
                return self.actor(phrase)
        return None

    def actor(self, phrase: Phrase) -> Actor | None:
        """Whom a phrase means when it speaks: a document its owner, "авторы" those of the last document."""
        if phrase.head == "автор" and phrase.number == "plur":
            return self.last_document(phrase.start) or self.cast.actor(phrase)
        if phrase.kind is ActorKind.OTHER and phrase.head in w.DOCUMENTS:
            return self.owner(phrase)
        actor = self.cast.actor(phrase)
        if phrase.head == "я" and self.cast.author is not None:
            return self.cast.as_actor(self.cast.author, (phrase.start, phrase.stop))
        if actor is not None and phrase.kind is ActorKind.PRONOUN and phrase.head in w.WE:
            return replace(actor, kind=ActorKind.OTHER, attribution=Attribution.NAMED, head="мы")
        return actor

    def owner(self, phrase: Phrase) -> Actor | None:
        """Whose a document is: "заявление Фронта", "сообщение посольства", "его слова"."""
        for n in range(max(self.first, phrase.first - 1), phrase.head_at):
            actor = self.possessive(n)
            if actor is not None:
                return actor
        behind = self.at_word.get(phrase.after)
        if behind is not None and "gent" in behind.cases and not behind.prep and behind.kind in SPEAKERS:
            return self.cast.actor(behind)
        if phrase.after > phrase.head_at + 1:
            inner = self.cast.inner(phrase.head_at + 1)
            if inner is not None and "gent" in inner.cases and inner.kind in SPEAKERS:
                return self.cast.actor(inner)
        return None

    def possessive(self, at: int) -> Actor | None:
        low = self.words[at].low
        agree = {"его": ("masc", "sing"), "её": ("femn", "sing"), "ее": ("femn", "sing"), "их": ("", "plur")}.get(low)
        if agree is None:
            return None
        where = (self.words[at].start, self.words[at].stop)
        known = self.cast.pronoun(agree[0], agree[1], where[0])
        if known is None:
            return Actor(where, self.words[at].text, ActorKind.PRONOUN, Attribution.UNNAMED, low)
        return self.cast.as_actor(known, where)

    def that(self, first: int, after: int) -> tuple[int, int] | None:
        """Where "that" or a colon opens a content: the word where the adjuncts end, and the first of the content."""
        for place in range(first, min(after, first + WINDOW)):
            word = self.words[place]
            if word.text == ":":
                return (place, place + 1) if place + 1 < self.after else None
            if word.text == "," and place not in self.in_phrase:
                low = self.low(place + 1)
                if low in ("что", "будто", "якобы"):
                    return place, place + 2
                if self.low(place + 2) == "ли":
                    return place, place + 1
                if low in ("чтобы", "как", "где", "куда", "почему", "ли", "зачем") and place - first < 8:
                    return place, place + (2 if low == "чтобы" else 1)
            if word.kind == "m" or word.text in ";!?…" or (word.text in DASHES and word.text != "-"):
                return None
            if word.text == "." and not self.is_initial_stop(place):
                return None
        return None

    def stop(self) -> int:
        """Where the last word of the sentence ends."""
        return self.words[self.end - 1].stop if self.end > self.first else self.view.start

    def low(self, at: int) -> str:
        return self.words[at].low if self.first <= at < self.after else ""

    def phrase_from(self, at: int) -> Phrase | None:
        for place in range(at, min(at + 3, self.after)):
            if place in self.at_word:
                return self.at_word[place]
            if self.words[place].kind == "w" and self.words[place].low not in ("того", "же", "ту", "те", "самого"):
                return None
        return None

    def last_document(self, place: int) -> Actor | None:
        near = [p for p in self.cast.phrases_in(max(0, place - 1200), place) if p.head in w.DOCUMENTS]
        for phrase in reversed(near):
            behind = [p for p in self.cast.phrases_in(phrase.stop, phrase.stop + 40) if p.first == phrase.after]
            if behind and "gent" in behind[0].cases and not behind[0].prep:
                return self.cast.actor(behind[0])
            if "accs" in phrase.cases:  # "направил письмо": the subject of that clause sent it
                subject = [
                    p
                    for p in self.cast.phrases_in(max(0, phrase.start - 160), phrase.start)
                    if "nomn" in p.cases and not p.prep and p.kind in SPEAKERS and p.kind is not ActorKind.OTHER
                ]
                if subject:
                    return self.cast.actor(subject[-1])
        return None
