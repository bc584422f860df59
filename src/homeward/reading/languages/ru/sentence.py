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
_NOBODY = frozenset(["кто-то", "никто", "некоторые", "многие", "кое-кто", "кто-нибудь", "кто", "иные", "все"])
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
        self.relative = self._relative()

    def _end(self) -> int:
        """The number of the word behind the last that belongs to the sentence, closing marks left out."""
        last = self.after
        while last > self.first and self.words[last - 1].kind == "p" and self.words[last - 1].text in ".!?…;":
            last -= 1
        return last

    def _relative(self) -> frozenset[int]:
        """Words of clauses that describe a noun: ", чей отряд стоял в квартале,", ", с которым говорил канал,"."""
        found: set[int] = set()
        place = self.first
        while place < self.end:
            opener = self._opens_relative(place)
            if not opener:
                place += 1
                continue
            stop = opener
            while stop < self.end and not self._closes_clause(stop):
                stop += 1
            found.update(range(place + 1, stop))
            place = stop
        return frozenset(found)

    def _opens_relative(self, comma: int) -> int:
        """The word behind the relative pronoun where a comma opens such a clause; 0 where it opens none."""
        if self.words[comma].text != "," or comma in self.dated:
            return 0
        for at in range(comma + 1, min(comma + 4, self.end)):
            word = self.words[at]
            if word.kind != "w":
                return 0
            if word.lemmas("ADJF", "NPRO") & {"который", "чей"} or word.low in ("чьи", "чья", "чьё", "чье", "чей"):
                return at + 1
            if at == comma + 1 and word.low == "как" and self._reports_on(at + 1):
                return at + 1
            if not word.has("PREP") and at > comma + 1:
                return 0
        return 0

    def _reports_on(self, at: int) -> bool:
        """Whether a clause behind "как" tells whence something is known: ", как написал нам консул,"."""
        form = self.words[at].verb() if at < self.end and self.words[at].kind == "w" else None
        return form is not None and (form.lemma in w.SPEECH or form.lemma in w.CITING)

    def _closes_clause(self, at: int) -> bool:
        word = self.words[at]
        if word.kind == "m" or word.text in ";:!?…" or (word.text in DASHES and word.text != "-"):
            return True
        return word.text == "," and at not in self.in_phrase and not self._opens_relative(at)

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
        inside = cue.at in self.relative
        own = [p for p in self.phrases if (p.first in self.relative) is inside or inside]
        before = [p for p in own if first <= p.first and p.after <= cue.at]
        behind = [p for p in own if cue.after <= p.first < after]
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
            head = self.words[phrase.head_at]
            common = head.first and not head.proper and not any(f.name for f in head.forms)
            named = phrase.person is not None or (head.cap and not common)
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
        if cue.at in self.relative:
            described = self._described(cue)
            if described is not None:
                return self.actor(described), False
        if self._is_indefinite(first, cue.at):
            return None, False
        spokesman = self._by_mouth(first, after)
        if spokesman is not None:
            return spokesman, False
        phrase = self.subject(cue, first, after, inverted=inverted)
        if phrase is not None:
            actor = self._goes_on(phrase) or self.actor(phrase)
            if actor is not None:
                return actor, False
        if cue.form is not None and (cue.form.number == "plur" or cue.lemma in w.IMPERSONAL | w.IMPERSONAL_SHORT):
            place = self.in_body(first, after)
            if place is not None:
                return place, False
        return None, True

    def _goes_on(self, phrase: Phrase) -> Actor | None:
        """Whoever spoke in the sentence before, where "he" or "she" speaks in this one."""
        gender = {"он": "masc", "она": "femn"}.get(self.words[phrase.head_at].low)
        if gender is None or phrase.kind is not ActorKind.PRONOUN or self.view.before is None:
            return None
        actor = self.cast.last_speaker(self.view.before[0], phrase.start, gender)
        return replace(actor, place=(phrase.start, phrase.stop)) if actor is not None else None

    def inflected(self, phrase: Phrase) -> bool:
        """Whether a name in quotation marks stands in an oblique case: "«Откликом»", where "Отклик" is known."""
        if phrase.quoted is None:
            return False
        word = self.words[phrase.quoted[0]]
        return any(word.text.endswith(e) and word.text[: -len(e)] in self.cast.capitals for e in ("ом", "ем"))

    def _by_mouth(self, first: int, after: int) -> Actor | None:
        """As in "пограничники устами майора сообщили": the one by whose mouth a body speaks."""
        for at in range(first, after):
            if self.low(at) not in ("устами", "голосом") or self.words[at].kind != "w":
                continue
            phrase = self.in_phrase.get(at)
            owner = self.owner(phrase) if phrase is not None else None
            if owner is not None and owner.kind is not ActorKind.PRONOUN:
                return owner
        return None

    def _described(self, cue: Cue) -> Phrase | None:
        """Whom the clause of a verb describes, where "который" is its subject: "Расила, который сказал, что"."""
        comma = cue.at
        while comma > self.first and comma in self.relative:
            comma -= 1
        if self.words[comma].text != ",":
            return None
        pronoun = self.words[comma + 1]
        form = cue.form
        fit = [f for f in pronoun.forms if f.case == "nomn" and f.lemma == "который"]
        if form is not None:
            fit = [f for f in fit if not form.number or f.number == form.number]
        if not fit:
            return None
        return next((p for p in reversed(self.phrases) if p.after == comma and p.kind in SPEAKERS), None)

    def _is_indefinite(self, first: int, at: int) -> bool:
        """Whether the subject is nobody in particular: "кто-то вспомнил", "никто не сказал", "некоторые считают"."""
        place = at - 1
        while place >= max(first, at - 4):
            word = self.words[place]
            if word.low in _NOBODY:
                return True
            if word.text == "," or word.kind == "m":
                return False
            place -= 1
        return False

    def in_body(self, first: int, after: int) -> Actor | None:
        """As in "в посольстве сообщили": the body in which it is said."""
        for phrase in self.phrases:
            at = phrase.prep in ("в", "во", "на") and "loct" in phrase.cases
            inside = first <= phrase.first < after and (at or (phrase.prep == "из" and "gent" in phrase.cases))
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
        """Whose a document is: "заявление Фронта", "сообщение посольства", "его слова", "за подписью майора"."""
        signed = self._signed(phrase)
        if signed is not None:
            return signed
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

    def _signed(self, phrase: Phrase) -> Actor | None:
        """Who signed a document: "извещение за подписью майора", "письмо, подписанное министром", "от имени X"."""
        for n in range(phrase.head_at + 1, min(phrase.head_at + 7, self.end)):
            word = self.words[n]
            if word.kind == "m" or word.text in ".;:":
                return None
            case = ""
            if word.low in ("подписью", "подписями", "авторством") or (
                word.low == "имени" and self.low(n - 1) == "от"
            ):
                case = "gent"
            elif word.has("PRTF") and word.lemmas("PRTF") & {"подписать", "написать", "составить", "зачитать"}:
                case = "ablt"
            if not case:
                continue
            if self.words[n + 1].text in ("«", "“", '"') and n + 2 < self.after:
                inner = self.cast.inner(n + 2)
                return self.cast.means(inner) if inner is not None else None
            who = self.at_word.get(n + 1)
            if who is None and n in self.in_phrase and self.in_phrase[n].after > n + 1:
                who = self.cast.inner(n + 1)
            if who is not None and case in who.cases and who.kind in SPEAKERS:
                return self.cast.means(who)
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
        behind = first
        for place in range(first, min(after, first + WINDOW)):
            word = self.words[place]
            if place < behind:
                continue
            if word.text == ":":
                return (place, place + 1) if place + 1 < self.after else None
            if word.text == "," and (told := self.told_on(place)) is not None:
                behind = told
                continue
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

    def told_on(self, comma: int) -> int | None:
        """Behind a clause that tells who told it on: "рассказал капитану|, а тот — консулу|, что"; None where none is."""
        if self.low(comma + 1) not in ("а", "и"):
            return None
        teller = self.at_word.get(comma + 2)
        if teller is None or "nomn" not in teller.cases or teller.prep:
            return None
        hears = False
        for place in range(comma + 2, min(self.after - 1, comma + 18)):
            word = self.words[place]
            phrase = self.at_word.get(place)
            hears = hears or (phrase is not None and phrase is not teller and "datv" in phrase.cases)
            if word.text == ":" or (word.text == "," and self.low(place + 1) in ("что", "будто", "якобы")):
                return place if hears else None
            form = word.verb() if word.kind == "w" and place not in self.in_phrase else None
            if word.kind == "m" or word.text in ".;!?,":
                return None
            if form is not None and form.lemma not in w.SPEECH | w.WORDS_OF:
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
