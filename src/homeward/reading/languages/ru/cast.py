"""Whom a Russian document names, and whom "он", "министр", "ведомство" and a surname in any case mean in it.

In: the text and the same with speech in quotation marks masked. Out: `Cast`: the words, the phrases, and for each
phrase the actor it means, under the fullest name in the nominative.
Leaves to others: what the actors say (`voices`) and do (`events`).

A document is read once before its sentences, so that a headline's surname finds the full name below.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.morphology import is_known, nominative, nominative_name, stem_of
from homeward.reading.languages.ru.phrases import (
    Phrase,
    Word,
    is_bare,
    person_name,
    phrase_at,
    phrase_name,
    phrases_of,
    words_of,
)
from homeward.records import Attribution

_PEOPLE = (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE)
_REACH = 1500  # characters over which a pronoun or a bare role finds whom it means
_MOST = 60  # of one surname or office in a document; more are no report
_LOOKED_BACK = 250
_PIECES = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")
_DASHED = re.compile(r"^[ \t]*[—–-]\s", re.MULTILINE)
_LATEST = 40  # mentions looked back at


@dataclass(slots=True)
class Known:
    """Somebody whom the document names or describes."""

    name: str
    kind: ActorKind
    attribution: Attribution
    stems: frozenset[str]
    gender: str = ""
    number: str = "sing"
    heads: set[str] = field(default_factory=set)
    tails: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where somebody known is meant. `burden`: how much less likely a pronoun means him, in characters."""

    place: int
    known: Known
    burden: int


class Cast:
    """Everybody in one document, in order."""

    def __init__(self, text: str, masked: str) -> None:
        self.text = text
        self.words = words_of(masked)
        self.capitals = frozenset(x.text for x in self.words if x.cap)
        self.phrases = phrases_of(self.words)
        self.word_starts = [x.start for x in self.words]
        self.phrase_starts = [p.start for p in self.phrases]
        self._known: list[Known] = []
        self._by_stem: dict[str, list[Known]] = {}
        self._by_head: dict[str, list[Known]] = {}
        self._mentions: list[Mention] = []
        self._actors: dict[int, Actor | None] = {}
        self._spoken: list[tuple[int, Actor]] = []
        self._by_name: dict[str, Known] = {}
        self._answers: Known | None = None  # who is interviewed, once that was asked
        self._asked = False
        self._titled: list[tuple[str, Known]] = []
        for phrase in self.phrases:
            self._introduce(phrase)
        for stem, known in self._titled:
            if not any(k.kind is ActorKind.PERSON for k in self._by_stem.get(stem, [])):
                self._list(self._by_head, min(known.heads), known)
                self._add(known)
        for phrase in self.phrases:
            if self._is_of_another(phrase):
                phrase.person, phrase.tail_stems = None, _tail_stems(self.words, phrase)
            self._actors[phrase.first] = self._meet(phrase)
        self._mention_places = [m.place for m in self._mentions]
        self.author = self._author()

    def _author(self) -> Known | None:
        """Who "I" is where the writer names himself: "Я, Олаф Стенн, отец Ивара, прошу"."""
        for phrase, after in zip(self.phrases, self.phrases[1:], strict=False):
            beside = after.first == phrase.after + 1 and self.words[phrase.after].text == ","
            named = (after.person or after.apposed) and "nomn" in after.cases and "nomn" in phrase.cases
            if phrase.head == "я" and beside and named:
                return self._find(after, after.start)
        return None

    def phrases_in(self, start: int, stop: int) -> list[Phrase]:
        """The outermost phrases between two places."""
        first, last = bisect_left(self.phrase_starts, start), bisect_left(self.phrase_starts, stop)
        return self.phrases[first:last]

    def words_in(self, start: int, stop: int) -> tuple[int, int]:
        """The numbers of the first word between two places and of the one after the last."""
        return bisect_left(self.word_starts, start), bisect_left(self.word_starts, stop)

    def actor(self, phrase: Phrase) -> Actor | None:
        """Whom a phrase means."""
        if phrase.first not in self._actors:
            return self._actor_of(phrase, self._find(phrase, phrase.start))
        return self._actors[phrase.first]

    def means(self, phrase: Phrase) -> Actor | None:
        """Whom a phrase inside another means."""
        return self._actor_of(phrase, self._find(phrase, phrase.start))

    def inner(self, at: int) -> Phrase | None:
        """The phrase that begins at a word inside another phrase."""
        return phrase_at(self.words, at)

    def pronoun(
        self, gender: str, number: str, place: int, *, person: bool = True, proper: bool = False, but: str = ""
    ) -> Known | None:
        """Whom a pronoun at `place` means: the last subject that agrees, else the last that agrees at all.

        `proper`: only somebody with a name of his own.
        """
        stop = bisect_left(self._mention_places, place) if hasattr(self, "_mention_places") else len(self._mentions)
        near = [m for m in self._mentions[max(0, stop - _LATEST) : stop] if place - m.place < _REACH]
        fit = [m for m in near if _agrees(m.known, gender, number, person) and m.known.name != but]
        if proper:
            fit = [m for m in fit if m.known.kind is ActorKind.PERSON]
        # Nearness decides, in characters; what each of these adds was set by reading, not measured.
        return min(fit, key=lambda m: place - m.place + m.burden).known if fit else None

    def _other_one(self, gender: str, place: int) -> Known | None:
        """Whom "тот" means: the last one named, who was not the subject: "Посол вручил министру список. Тот ..."."""
        stop = bisect_left(self._mention_places, place) if hasattr(self, "_mention_places") else len(self._mentions)
        near = [m for m in self._mentions[max(0, stop - _LATEST) : stop] if place - m.place < _REACH // 4]
        fit = [
            m for m in near if m.known.kind in _PEOPLE and _agrees(m.known, gender, "sing", True) and m.burden >= 100
        ]
        return fit[-1].known if fit else None

    def spoke(self, place: int, actor: Actor) -> None:
        """Somebody spoke at a place; "he added" in the next sentence is rather he."""
        self._spoken.append((place, actor))

    def last_speaker(self, start: int, stop: int, gender: str) -> Actor | None:
        """Who spoke last between two places, if he can be meant by a pronoun of that gender."""
        near = [(place, actor) for place, actor in self._spoken[-_LATEST:] if start <= place < stop]
        actor = max(near, key=lambda pair: pair[0])[1] if near else None
        if actor is None or actor.kind not in _PEOPLE:
            return None
        known = self._by_name.get(actor.name)
        return actor if known is None or known.gender in ("", gender) else None

    def gender_of(self, name: str) -> str:
        """The gender of somebody known; empty where the text does not tell it."""
        known = self._by_name.get(name)
        return known.gender if known is not None else ""

    def has_spoken(self, start: int, stop: int, *, but: str) -> bool:
        """Whether somebody else than `but` spoke between two places."""
        return any(start <= place < stop and actor.name != but for place, actor in self._spoken[-_LATEST:])

    def last_source(self, place: int) -> Known | None:
        """The last source or person before `place`."""
        stop = bisect_left(self._mention_places, place) if hasattr(self, "_mention_places") else len(self._mentions)
        near = [m.known for m in reversed(self._mentions[max(0, stop - _LATEST) : stop])]
        return next((k for k in near if k.kind is ActorKind.SOURCE), None)

    def interviewed(self, place: int) -> Known | None:
        """Who answers the questions of an interview: the person most often named before the first of them."""
        if not self._asked:
            self._asked = True
            first = _DASHED.search(self.text)
            stop = bisect_left(self._mention_places, first.start() if first is not None else place)
            before = self._mentions[:stop][:_LOOKED_BACK]
            named = [m.known for m in before if m.known.kind is ActorKind.PERSON]
            times = Counter(known.name for known in named)
            self._answers = max(named, key=lambda known: times[known.name]) if named else None
        return self._answers

    def last_parties(self, place: int) -> list[Known]:
        """The last two people or bodies that were named before `place`."""
        stop = bisect_left(self._mention_places, place)
        found: list[Known] = []
        near = self._mentions[max(0, stop - _LATEST) : stop]
        for mention in reversed(near):
            if mention.known.kind is ActorKind.PERSON and mention.known not in found:
                found.append(mention.known)
            if len(found) == 6:
                break
        # Those with an office meet and hand over; somebody of whom nothing else is told is rather spoken of.
        found.sort(key=lambda known: not known.heads)
        latest = found[:2]
        return sorted(latest, key=lambda k: max(m.place for m in near if m.known is k))

    def as_actor(self, known: Known, place: tuple[int, int]) -> Actor:
        """Somebody known, as meant by the words at `place`."""
        return Actor(place, known.name, known.kind, known.attribution, "", True)

    def nominative(self, phrase: Phrase) -> str:
        """A phrase's noun in the nominative, without what describes it."""
        head = self.words[phrase.head_at]
        return nominative(head.text, phrase.cases, phrase.number, phrase.gender).lower()

    # --- introducing ----------------------------------------------------------------------------------------------

    def _is_of_another(self, phrase: Phrase) -> bool:
        """Whether the name behind "адвокат", "пресс-секретарь" is that of whoever he speaks for: "адвокат Таланова"."""
        if phrase.kind is not ActorKind.ROLE or phrase.person is None or phrase.head not in w.OF_SOMEBODY | w.VOICES:
            return False
        first, after = phrase.person
        if after - first != 1 or first != phrase.head_at + 1 or ("gent" in phrase.cases and len(phrase.cases) == 1):
            return False
        surname = self.words[first]
        known = [k for k in self._by_stem.get(stem_of(surname.text), []) if k.kind is ActorKind.PERSON]
        if not known or any(phrase.head in k.heads for k in known) or any(not k.heads for k in known):
            return False
        own = known[0].name.split()[-1]
        return own == surname.text if not surname.cases("NOUN", "ADJF") - {"nomn"} else (
            "gent" in surname.cases("NOUN", "ADJF") and known[0].gender == "masc" and "nomn" in phrase.cases
            and (own != surname.text or len(surname.cases("NOUN")) > 4)
        )  # fmt: skip

    def last_medium(self, place: int) -> Known | None:
        """The medium named last before `place`."""
        stop = bisect_left(self._mention_places, place) if hasattr(self, "_mention_places") else len(self._mentions)
        near = [m for m in self._mentions[max(0, stop - _LATEST) : stop] if place - m.place < _REACH // 3]
        return next((m.known for m in reversed(near) if m.known.kind is ActorKind.MEDIUM), None)

    def _beside(self, phrase: Phrase) -> str:
        """Whom a pronoun shortly before means, who cannot be the other one told of: "Тот, по словам дипломата, ..."."""
        at = bisect_left(self.phrase_starts, phrase.start)
        near = [p for p in self.phrases[max(0, at - 2) : at] if p.kind is ActorKind.PRONOUN and "nomn" in p.cases]
        before = near[-1] if near else None
        if before is None or phrase.first - before.after > 4:
            return ""
        actor = self._actors.get(before.first)
        return actor.name if actor is not None else ""

    def _introduce(self, phrase: Phrase) -> None:
        """Note a full name, and the bodies inside it, wherever in the text it stands."""
        self._note(phrase)
        limit = phrase.person[0] if phrase.person else phrase.after
        at = phrase.first + 1
        while at < limit:
            word = self.words[at]
            if phrase.quoted is not None and phrase.quoted[0] <= at < phrase.quoted[1]:
                break
            if word.kind == "w" and word.has("ADJF", "NOUN") and not word.has("PREP") and at != phrase.head_at:
                inner = phrase_at(self.words[at:limit], 0, bare=True)
                if inner is not None:
                    inner.shift(at)
                    if inner.kind in (ActorKind.BODY, ActorKind.MEDIUM):
                        self._note(inner)
                    if inner.kind is ActorKind.ROLE and inner.person is not None:
                        self._note(inner)
                    at = inner.head_at
            at += 1

    def _note(self, phrase: Phrase) -> None:
        for one in (phrase, phrase.apposed):
            if one is None:
                continue
            if one.person is not None and one.person[1] - one.person[0] > 1:
                self._note_person(one, phrase)
            elif one.person is not None and one.kind is ActorKind.ROLE and one.head in w.TITLES:
                self._note_titled(one)
            elif one.kind in (ActorKind.BODY, ActorKind.MEDIUM) and self._is_named(one):
                self._note_body(one)

    def _with_title(self, phrase: Phrase, name: str) -> str:
        """ "Майор Оразов", of whom nothing but the surname is told, keeps his rank."""
        plain = (
            " " not in name
            and phrase.kind is ActorKind.ROLE
            and phrase.head in w.TITLES
            and phrase.person is not None
        )
        if not plain or phrase.person is None or phrase.person[0] != phrase.head_at + 1:
            return name
        return f"{self.nominative(phrase)} {name}"

    def _note_titled(self, phrase: Phrase) -> None:
        """Somebody with a rank and a surname, unless the surname is that of somebody named in full."""
        if phrase.person is None:
            return
        cases = frozenset(["nomn"]) if "nomn" in phrase.cases and not phrase.prep else phrase.cases
        name, gender = person_name(self.words, phrase.person, cases, self.capitals)
        stem = stem_of(name.split()[-1])
        self._titled.append((stem, Known(
            self._with_title(phrase, name), ActorKind.PERSON, Attribution.NAMED, frozenset([stem]), gender or "masc",
            heads={phrase.head},
        )))  # fmt: skip

    def _note_person(self, phrase: Phrase, whole: Phrase) -> None:
        if phrase.person is None:
            return
        cases = phrase.person_cases or phrase.cases
        if (
            phrase.person_cases is None
            and "nomn" in cases
            and not phrase.prep
            and len(cases) < 4
            and _agree_in_nominative(self.words, phrase)
        ):
            cases = frozenset(["nomn"])
        name, gender = person_name(self.words, phrase.person, cases, self.capitals)
        stems = frozenset(stem_of(x) for x in name.split() if len(x.strip(".")) > 1)
        surname = stem_of(name.split()[-1])
        first = name.split()[0]
        for known in self._by_stem.get(surname, []):
            if known.kind is ActorKind.PERSON and surname == stem_of(known.name.split()[-1]):
                own = known.name.split()[0]
                short = len(first.rstrip(".")) == 1 or len(own.rstrip(".")) == 1
                if stem_of(own) == stem_of(first) or (short and own[:1] == first[:1]):
                    if "nomn" in cases and "nomn" in phrase.cases and len(phrase.cases) == 1 and not short:
                        known.name = name  # the nominative as written beats the one worked out
                    if len(own.rstrip(".")) == 1 and len(first.rstrip(".")) != 1:
                        known.name, known.gender = name, gender
                    self._add_roles(known, phrase, whole)
                    return
        known = Known(name, ActorKind.PERSON, Attribution.NAMED, stems, gender)
        self._add_roles(known, phrase, whole)
        self._add(known)

    def _add_roles(self, known: Known, phrase: Phrase, whole: Phrase) -> None:
        for one in (phrase, whole, whole.apposed):
            if one is not None and one.kind is ActorKind.ROLE:
                known.heads.add(one.head)
                known.tails |= one.tail_stems or _tail_stems(self.words, one)
                for head in {one.head, one.head.rsplit("-", 1)[-1]}:
                    self._list(self._by_head, head, known)
        if not known.gender and "мать" in known.heads:
            known.gender = "femn"

    def _is_named(self, phrase: Phrase) -> bool:
        inside = self.words[phrase.first : phrase.after]
        if phrase.quoted is not None:
            return True
        if phrase.kind is ActorKind.MEDIUM:
            return any(x.cap and not x.first for x in inside)
        if any(x.cap and x.kind == "w" and not is_known(x.low) for x in self.words[phrase.first : phrase.head_at]):
            return True  # "Хадрунская сторона"
        return phrase.after > phrase.head_at + 1 or any(x.cap and not x.first for x in inside[:-1])

    def _note_body(self, phrase: Phrase) -> None:
        name = self._body_name(phrase)
        stems = frozenset(stem_of(x) for x in _PIECES.findall(name) if len(x) > 2)
        if phrase.quoted is not None and phrase.head and phrase.quoted[0] == phrase.head_at + 2:
            self._name_as_written(phrase, stems)
        for known in self._by_head.get(phrase.head, []):
            if known.kind is phrase.kind and (known.stems == stems or known.name == name):
                return
        known = Known(
            name, phrase.kind, Attribution.NAMED, stems, phrase.gender, phrase.number or "sing", {phrase.head}
        )
        self._list(self._by_head, phrase.head, known)
        self._add(known)

    def _name_as_written(self, phrase: Phrase, stems: frozenset[str]) -> None:
        """Behind its noun a name in quotation marks is never inflected: "группировка «Береговая стража»"."""
        first, after = phrase.quoted or (phrase.first, phrase.after)
        written = self.text[self.words[first].start : self.words[after - 1].stop]
        for known in self._known:
            same = known.kind in (ActorKind.BODY, ActorKind.MEDIUM) and known.stems == stems and known.name != written
            if same and " " not in phrase.head and len(_PIECES.findall(known.name)) == len(_PIECES.findall(written)):
                known.name = written
                self._by_name.setdefault(written, known)

    def _add(self, known: Known) -> None:
        self._known.append(known)
        self._by_name.setdefault(known.name, known)
        for stem in known.stems:
            self._list(self._by_stem, stem, known)

    @staticmethod
    def _list(table: dict[str, list[Known]], key: str, known: Known) -> None:
        row = table.setdefault(key, [])
        if len(row) < _MOST and not any(k is known for k in row):
            row.append(known)

    def _body_name(self, phrase: Phrase) -> str:
        marked = phrase.kind is ActorKind.MEDIUM or phrase.head in w.NAMED_BY_MARKS
        if marked and phrase.quoted is not None and not phrase.head:
            return self._quoted_name(phrase)
        if marked and phrase.quoted is not None:
            first, after = phrase.quoted
            return self.text[self.words[first].start : self.words[after - 1].stop]
        return phrase_name(self.words, phrase, self.text)

    # --- resolving ------------------------------------------------------------------------------------------------

    def _meet(self, phrase: Phrase) -> Actor | None:
        known = self._find(phrase, phrase.start)
        actor = self._actor_of(phrase, known)
        if actor is None:
            return None
        if known is None and actor.kind is not ActorKind.PRONOUN:
            known = Known(
                actor.name, actor.kind, actor.attribution, frozenset(), phrase.gender, phrase.number or "sing",
                {phrase.head},
            )  # fmt: skip
            if actor.kind in (ActorKind.ROLE, ActorKind.SOURCE):
                known.tails = set(phrase.tail_stems)
                self._list(self._by_head, phrase.head, known)
        if known is not None:
            if not known.gender and phrase.kind is ActorKind.ROLE and known.kind is ActorKind.ROLE:
                known.gender = phrase.gender
            self._mentions.append(Mention(phrase.start, known, self._burden(phrase, known)))
        return actor

    def _burden(self, phrase: Phrase, known: Known) -> int:
        """A subject is spoken of further; somebody only spoken about, or in a condition, rather not."""
        subject = "nomn" in phrase.cases and not phrase.prep
        before = self.words[max(0, phrase.first - 3) : phrase.first]
        topic = phrase.prep in ("о", "об", "обо", "про") or any(x.lemmas("NOUN") & w.TOPICS for x in before)
        condition = any(x.low in ("если", "пусть", "чтобы", "что") for x in before)
        unnamed = known.kind is ActorKind.ROLE
        return 100 * (not subject) + 500 * topic + 100 * condition + 80 * unnamed

    def _find(self, phrase: Phrase, place: int) -> Known | None:
        if phrase.kind is ActorKind.PRONOUN:
            lemma = phrase.head
            if lemma in ("он", "она", "оно", "они", "тот", "последний"):
                number = "plur" if lemma == "они" or phrase.number == "plur" else "sing"
                gender = {"он": "masc", "она": "femn", "оно": "neut"}.get(lemma, phrase.gender)
                low = self.words[phrase.head_at].low
                if low in ("она", "её", "ее", "ей", "ней", "ею", "нею"):
                    gender = "femn"
                elif low == "оно":
                    gender = "neut"
                elif low in ("они", "их", "им", "ими", "них", "ними") and lemma == "они":
                    gender, number = "", "plur"
                if lemma in ("тот", "последний") and number == "sing":
                    return self._other_one(gender, place) or self.pronoun(gender, number, place)
                return self.pronoun(gender, number, place)
            return None
        person = phrase.person or (phrase.apposed.person if phrase.apposed else None)
        if person is not None:
            found = self._find_person(person, place)
            if found is not None or phrase.kind is not ActorKind.ROLE:
                return found
            return None
        if phrase.kind is ActorKind.ROLE:
            return self._find_role(phrase, place)
        if phrase.kind is ActorKind.SOURCE:
            return self._find_source(phrase, place)
        if phrase.kind in (ActorKind.BODY, ActorKind.MEDIUM):
            return self._find_body(phrase, place)
        if phrase.kind is ActorKind.OTHER and phrase.head in w.ANYBODY:
            return self.last_source(place)
        return None

    def _find_person(self, person: tuple[int, int], place: int) -> Known | None:
        words = [x for x in self.words[slice(*person)] if x.kind == "w" and len(x.text) > 1]
        if not words:
            return None
        surname = stem_of(words[-1].text)
        fit = [k for k in self._by_stem.get(surname, []) if k.kind is ActorKind.PERSON]
        if len(words) > 1:
            first = stem_of(words[0].text)
            return next((k for k in fit if stem_of(k.name.split()[0]) == first), None)
        initial = self.words[person[0]]
        if len(initial.text) == 1:
            fit = [k for k in fit if k.name[:1] == initial.text] or fit
        genders = {f.gender for f in words[-1].forms if f.pos in ("NOUN", "ADJF") and f.gender and f.case}
        by_gender = [k for k in fit if not genders or not k.gender or k.gender in genders]
        if len(fit) > 1:
            exact = [k for k in by_gender if k.name.split()[-1] == words[-1].text]
            by_gender = exact or by_gender
            latest = self._latest(by_gender or fit, place)
            return latest or (by_gender or fit)[0]
        return fit[0] if fit else None

    def _latest(self, among: list[Known], place: int) -> Known | None:
        wanted = {id(k) for k in among}
        for mention in islice(reversed(self._mentions), _LOOKED_BACK):
            if mention.place < place and id(mention.known) in wanted:
                return mention.known
            if place - mention.place > _REACH * 4:
                break
        return None

    def _find_role(self, phrase: Phrase, place: int) -> Known | None:
        if phrase.number == "plur":
            return None
        bare = is_bare(self.words, phrase)
        tails = phrase.tail_stems
        same = [k for k in self._by_head.get(phrase.head, []) if k.kind in _PEOPLE]
        if not bare:
            if not tails:
                return None
            own = self._latest([k for k in same if tails & k.tails and tails <= k.tails | k.stems], place) or next(
                (k for k in same if tails & k.tails and tails <= k.tails and k.kind is ActorKind.PERSON), None
            )
            return own or self._head_of(phrase, place)
        own = self._latest(same, place) or next((k for k in same if k.kind is ActorKind.PERSON), None)
        if own is not None:
            return own
        if phrase.head in w.ANYBODY:
            return self.pronoun(phrase.gender if phrase.head != "автор" else "", "sing", place)
        kinds = w.ROLE_CLASSES.get(phrase.head)
        if kinds is None:
            return None
        near = [k for kind in kinds for k in self._by_head.get(kind, []) if k.kind in _PEOPLE]
        near = [
            k for k in near if not k.gender or phrase.head not in ("женщина", "мужчина") or k.gender == phrase.gender
        ]
        other = self._beside(phrase)
        near = [k for k in near if k.name != other]
        return self._latest(near, place) or self.pronoun(
            phrase.gender if phrase.head in ("женщина", "мужчина") else "", "sing", place, proper=True
        )

    def _head_of(self, phrase: Phrase, place: int) -> Known | None:
        """Whom "глава государства", "лидер страны" mean: whoever was introduced with that office, if only one was."""
        if phrase.head not in w.AT_THE_HEAD or phrase.person is not None or phrase.head_at + 1 >= phrase.after:
            return None
        tail = self.words[phrase.head_at + 1 : phrase.after]
        if any(x.cap for x in tail):
            return None  # "глава МИД Ирана": somebody else's
        offices = next((w.HEADS_OF[n] for x in tail for n in x.lemmas("NOUN") if n in w.HEADS_OF), frozenset())
        near = [k for one in offices for k in self._by_head.get(one, []) if k.kind is ActorKind.PERSON]
        return self._latest(near, place) if len({k.name for k in near}) == 1 else None

    def _find_source(self, phrase: Phrase, place: int) -> Known | None:
        if phrase.number == "plur":
            return None
        bare = is_bare(self.words, phrase)
        if any(x.text == "," for x in self.words[phrase.first : phrase.after]):
            return None  # "собеседник, близкий к командованию": nobody who spoke before
        if bare or phrase.head == "собеседник":
            return self.last_source(place) or (
                self.pronoun(phrase.gender, "sing", place) if phrase.head == "собеседник" else None
            )
        return None

    def _find_body(self, phrase: Phrase, place: int) -> Known | None:
        same = [k for k in self._by_head.get(phrase.head, []) if k.kind is phrase.kind]
        if phrase.quoted is not None:
            stems = {stem_of(x.text) for x in self.words[slice(*phrase.quoted)] if x.kind == "w" and len(x.text) > 2}
            row = [k for s in stems for k in self._by_stem.get(s, [])]
            if not phrase.head:  # a name in quotation marks alone: whatever bears it
                return next((k for k in row if stems <= k.stems and k.kind is not ActorKind.PERSON), None)
            return next((k for k in row if k.kind is phrase.kind and stems <= k.stems), None)
        own = {stem_of(x.text) for x in self.words[phrase.first : phrase.after] if x.kind == "w" and len(x.text) > 2}
        if not is_bare(self.words, phrase):
            own -= {"наш", "сво", "эт", "тот", "сам"}
            longer = [k for k in same if own <= k.stems]
            return min(longer, key=lambda k: len(k.stems)) if longer else None
        if phrase.number == "plur":
            return None
        named = [k for k in same if k.attribution is Attribution.NAMED]
        if named:
            return self._latest(named, place) or named[0]
        if phrase.kind is ActorKind.MEDIUM:
            kind = w.MEDIUM_CLASSES.get(phrase.head, phrase.head)
            heads = {kind} | {h for h, k in w.MEDIUM_CLASSES.items() if k == kind}
            if phrase.head in w.ANY_MEDIUM:
                heads = set(w.MEDIA)
            heads.add("")  # "манильской «Тамбули»": a medium of no kind
        elif self.words[phrase.head_at].text.isupper():
            return None
        else:
            heads = set(w.BODY_CLASSES.get(phrase.head, frozenset()))
            if phrase.head not in w.GENERIC_BODIES:
                return None
        near = [k for h in heads for k in self._by_head.get(h, []) if k.attribution is Attribution.NAMED]
        return self._latest([k for k in near if k.kind is phrase.kind], place)

    def _actor_of(self, phrase: Phrase, known: Known | None) -> Actor | None:
        place = (phrase.start, phrase.stop)
        if known is not None:
            head = (
                "medium"
                if known.kind is ActorKind.MEDIUM and not phrase.head and known.heads - {""}
                else _head(phrase)
            )
            return Actor(place, known.name, known.kind, known.attribution, head, True)
        if phrase.kind is ActorKind.PRONOUN:
            low = self.text[phrase.start : phrase.stop]
            return Actor(place, low, ActorKind.PRONOUN, Attribution.UNNAMED, phrase.head)
        person = phrase.person or (phrase.apposed.person if phrase.apposed else None)
        if person is not None and phrase.kind is not ActorKind.OTHER:
            cases = frozenset(["nomn"]) if "nomn" in phrase.cases and not phrase.prep else phrase.cases
            cases = phrase.person_cases or cases
            name, _ = person_name(self.words, person, cases, self.capitals)
            name = self._with_title(phrase, name)
            return Actor(place, name, ActorKind.PERSON, Attribution.NAMED, _head(phrase))
        if phrase.kind is ActorKind.OTHER:
            return self._other(phrase, place)
        if phrase.kind is ActorKind.SOURCE or self._is_nameless(phrase):
            name = phrase_name(self.words, phrase, self.text)
            own, _, rest = name.partition(" ")
            name = rest if own.lower() in w.HIS and rest else name
            begin, _, clause = name.partition(", ")
            name = begin if any(word.startswith(w.NAMELESS) for word in clause.split()) else name
            return Actor(place, name, ActorKind.SOURCE, Attribution.ANONYMOUS, phrase.head)
        if phrase.kind is ActorKind.ROLE:
            name = phrase.name or phrase_name(self.words, phrase, self.text)
            return Actor(
                place, _lowered(name, self.words[phrase.first]), ActorKind.ROLE, Attribution.UNNAMED, phrase.head
            )
        name = self._body_name(phrase) if phrase.head else self._quoted_name(phrase)
        inside = self.words[phrase.first : phrase.after]
        named = self._is_named(phrase) or any(x.cap and not x.first for x in inside) or not phrase.head
        named = named or any(x.text.isupper() and len(x.text) > 1 for x in inside)
        named = named or phrase.kind is ActorKind.BODY
        kind = Attribution.NAMED if named else Attribution.UNNAMED
        return Actor(place, name, phrase.kind, kind, phrase.head)

    def _quoted_name(self, phrase: Phrase) -> str:
        first, after = phrase.quoted or (phrase.first, phrase.after)
        words = self.words[first:after]
        if len(words) == 1 and "nomn" not in phrase.cases and is_known(words[0].low):
            return nominative(words[0].text, phrase.cases, "sing", "")  # "«Заре»" is «Заря»
        if len(words) == 1 and phrase.cases == frozenset(["datv"]) and words[0].low.endswith("у"):
            return words[0].text[:-1]
        if len(words) == 1 and "nomn" not in phrase.cases:
            return nominative_name(words[0].text, phrase.cases, "", self.capitals, given=False)[0]
        return self.text[words[0].start : words[-1].stop]

    def _is_nameless(self, phrase: Phrase) -> bool:
        mods = self.words[phrase.first : phrase.head_at]
        return phrase.kind is ActorKind.ROLE and any(
            x.low.startswith(("неназванн", "анонимн", "осведомл", "неизвестн")) for x in mods
        )

    def _other(self, phrase: Phrase, place: tuple[int, int]) -> Actor | None:
        head = self.words[phrase.head_at]
        if phrase.person is not None:
            cases = frozenset(["nomn"]) if "nomn" in phrase.cases and not phrase.prep else phrase.cases
            name = person_name(self.words, phrase.person, cases, self.capitals)[0]
            return Actor(place, name, ActorKind.OTHER, Attribution.NAMED, "")
        if not head.cap or (head.first and not any(f.name for f in head.forms)):
            return None
        name = phrase_name(self.words, phrase, self.text)
        return Actor(place, name, ActorKind.OTHER, Attribution.NAMED, "")


def _head(phrase: Phrase) -> str:
    return phrase.head if phrase.kind is not ActorKind.PERSON else ""


def _tail_stems(words: list[Word], phrase: Phrase) -> frozenset[str]:
    begin, end = phrase.tail
    return frozenset(stem_of(x.text) for x in words[begin:end] if x.kind == "w" and len(x.text) > 2)


def _lowered(name: str, first: Word) -> str:
    """An office written with a capital only because it begins the sentence."""
    return name[:1].lower() + name[1:] if first.first and first.cap and not first.text.isupper() else name


def _agree_in_nominative(words: list[Word], phrase: Phrase) -> bool:
    return phrase.person is not None and phrase.cases != frozenset(["gent"])


def _agrees(known: Known, gender: str, number: str, person: bool) -> bool:
    if person and gender != "neut" and number == "sing" and known.kind not in _PEOPLE:
        return False
    if number == "plur":
        return known.number == "plur" or known.kind in (ActorKind.BODY, ActorKind.MEDIUM)
    if known.number == "plur":
        return False
    if gender == "neut":
        return known.gender == "neut"
    return (
        not gender
        or not known.gender
        or known.gender == gender
        or (known.kind in (ActorKind.ROLE, ActorKind.SOURCE) and known.gender != "femn" and gender == "masc")
    )


@lru_cache(maxsize=2)
def cast_of(text: str, masked: str) -> Cast:
    """The cast of a document; asked for again with each of its sentences."""
    return Cast(text, masked)
