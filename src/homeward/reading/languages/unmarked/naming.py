"""Whom a segment of a phrase names: a person, an office, a body, a medium, kin, a source without a name.

In: a segment. Out: the `Actor`. Leaves to others: phrases of more than one segment (`phrases`), who "the ministry" is (`mentions`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from homeward.names import listed_kinds
from homeward.reading.languages.language import Actor, ActorKind, Place
from homeward.reading.languages.unmarked.genders import Genders
from homeward.reading.languages.unmarked.hidden_names import HIDDEN
from homeward.reading.languages.unmarked.inner_names import LONGEST_NAME, NEAR, OF_TITLES
from homeward.reading.languages.unmarked.kin_terms import kin_alone, of_whom
from homeward.reading.languages.unmarked.phrase_ends import HIMSELF, HIS
from homeward.reading.languages.unmarked.phrase_insides import KEPT
from homeward.reading.languages.unmarked.sentence_words import OPENING, SENT_ABROAD, fold_inside
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word, fold
from homeward.records import Attribution

_STRIP = " \n\r\t,،.;:—–-\"'«»“”„״"
_MARKS = re.compile(r"[\"“”„״«»]")
_QUOTED_NAME = re.compile(r"[^\s\"“”„״«»]+ [\"“„״«]([^\"“”„״«»]{2,40})[\"”״»] \S")  # 'the militia "X" in Baghdad'
_QUOTED = re.compile(r"[\"“”„״«]([^\"“”„״«»]{2,})[\"“”״»]?\s*$")
_MOST = re.compile("[أآ][^اأ]\\w{1,2}")  # "the youngest (of the missing)"
_NO_SURNAMES = frozenset(
    ["الصادر", "الصادرة", "المذكور", "المذكورة", "المعني", "الحالي", "الجديد", "الجديدة", "المنتظر", "المرتقب", "الماضي",
     "المقبل", "المؤرخ", "المنشور", "المنشورة", "الموقع", "الموقعة", "العائد", "العائدة", "نفسه", "ذاته"]
)  # fmt: skip
_OFFICIALS = frozenset(["مسوول", "مسؤول", "دبلوماسي"])
_UMM = ("ام", "وام", "ابو", "ابي", "ابا")
_FATHER = re.compile(r"أب[يا]\s")
_ACCUSATIVE = ("ا", "اً", "ًا")
_ONE = frozenset(["אחד", "אחת"])
OFFICES_TOO = frozenset(
    ["אדמירל", "גנרל", "קולונל", "קפטן", "מייג'ור", "קומודור", "מרשל", "בריגדיר", "לוטננט", "שופט", "שופטת"]
)  # titles by which somebody is called afterwards: "the admiral"
_NURSE = ("אחות",)  # and a sister, whose ending is no sign of a noun on which another depends
_SAME_KIN = {"اب": "والد", "ام": "والدة", "اخ": "شقيق", "اخت": "شقيقة", "אבא": "אב", "אמא": "אם"}


class Naming(Genders):
    """Whom segments of phrases name."""

    def head_of(self, start: int, stop: int) -> Word:
        for place in range(start, stop):
            if self.words[place].is_word:
                return self.words[place]
        return self.words[start]

    def begin_of(self, at: int) -> int:
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

    def actor_of(self, start: int, stop: int) -> Actor | None:
        """Whom the words from `start` to `stop` name."""
        found = self._named_by(start, stop)
        return self.with_gender(found, start, stop) if found is not None else None

    def _named_by(self, start: int, stop: int) -> Actor | None:
        words = self.words
        while start < stop - 1 and not words[start].is_word:
            start += 1
        while stop > start + 1 and fold_inside(words[stop - 1].text) in HIMSELF:
            stop -= 1
        head = words[start]
        place = (self.begin_of(start), words[stop - 1].stop)
        text = self.view.text[slice(*place)].strip(_STRIP)
        if not text:
            return None
        if head.any(Kind.PRONOUN):
            return Actor(place, text, ActorKind.PRONOUN, Attribution.UNNAMED, text)
        key = self.key_of(start, stop)
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
            if closing is not None and words[start + 1].text in OPENING:
                place = (place[0], words[closing].stop)  # «Al-Nil» daily: its own name ends with the mark
                text = self.view.text[slice(*place)].strip(_STRIP + "ـ")
            if text.count('"') == 1:
                text = text.replace('"', "")
            text = _without_half_a_pair(text)
        if not self.tongue.verb_first and head.any(Kind.BODY | Kind.MEDIUM) and head.lemma not in KEPT:
            if (own := _QUOTED_NAME.match(text)) is not None:
                sort = ActorKind.MEDIUM if head.any(Kind.MEDIUM) else ActorKind.BODY
                return Actor(place, own.group(1), sort, Attribution.NAMED, key, True, brief=False)
        if head.any(Kind.MEDIUM):
            brief = brief and stop - start == 1
            kind = Attribution.UNNAMED if brief else Attribution.NAMED
            known = head.definite or stop - start > 1 or (not self.tongue.verb_first and self.has_preposition(start))
            if not self.tongue.verb_first and head.lemma not in KEPT and (inner := _QUOTED.search(text)) is not None:
                text = inner.group(1)
            elif not self.tongue.verb_first and head.lemma in KEPT:
                text = _MARKS.sub("", text)
            return Actor(place, text, ActorKind.MEDIUM, kind, key, known, brief=brief)
        if head.any(Kind.KIN) and self.tongue.verb_first and self._is_called_so(start, stop):
            return Actor(place, text, ActorKind.PERSON, Attribution.NAMED, "", brief=False)
        if head.any(Kind.ROLE | Kind.KIN):
            name = self.inner_name(start, stop)
            if name is not None:
                return self._with_title(self.person_of(*name, place, key), start, name[0])
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
            of = of_whom(text, self.tongue) if head.any(Kind.KIN) and head.possessive else ("", "")
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
            of = of_whom(text, self.tongue) if head.possessive else ("", "")
            return Actor(place, text, ActorKind.BODY, kind, key, True, brief=brief, of=of)
        begin = self.behind_titles(start, stop)
        nisba = head.definite and not head.kind and head.text.endswith(("ي", "ية")) and stop - begin > NEAR
        plain = not words[min(start + 1, stop - 1)].kind & ~Kind.NAME and not words[min(start + 1, stop - 1)].definite
        if self.tongue.verb_first and nisba and begin == start and plain:
            official = self.person_of(start + 1, stop, place, fold(head.text).removeprefix("ال"))
            gender = "f" if head.text.endswith("ة") else "m"
            return replace(official, gender=gender) if official is not None else None  # "the official | Ana Ruhl"
        count = sum(w.is_word for w in words[begin:stop])
        if count > LONGEST_NAME:
            return None
        if count >= 2 and not head.definite:
            if not self.tongue.verb_first and self._describes(begin, stop):
                return Actor(place, text, ActorKind.ROLE, Attribution.UNNAMED, key, True, brief=False)
            if self.tongue.verb_first and _MOST.fullmatch(head.text) and not head.kind and words[start + 1].definite:
                return Actor(place, text, ActorKind.ROLE, Attribution.UNNAMED, key, True, brief=False)
            return self.person_of(begin, stop, place, "")
        if head.definite and not head.any(Kind.NAME) and self.tongue.verb_first is False:
            kind = Attribution.NAMED if '"' in text or "״" in text else Attribution.UNNAMED
            return Actor(place, text, ActorKind.OTHER, kind, key, True)
        return Actor(place, text, ActorKind.OTHER, Attribution.NAMED, "", True)

    def _gives(self, at: int) -> bool:
        """Whether a word that no table knows, and that has no article, stands where "of" would follow an owned noun."""
        word = self.words[at]
        return word.is_word and not word.kind and not word.definite and not word.prefix and word.text not in HIS

    def _with_title(self, person: Actor | None, start: int, stop: int) -> Actor | None:
        """Whoever holds an office, also as what his title calls him: "the director, Brigadier Rasil": "the brigadier"."""
        if person is None or not self.tongue.verb_first:
            return person
        title = next((at for at in range(start + 1, stop) if self.words[at].any(Kind.TITLE)), None)
        known = title is not None and self.words[title].definite and not self.words[title].prefix.startswith("و")
        return replace(person, role=self.key_of(title, title + 1)) if title is not None and known else person

    def _before_place(self, start: int, stop: int) -> int:
        """Before "in ..." behind an office that is explained already: "spokesman of the Front | in the north"."""
        if self.tongue.verb_first:
            return stop
        if self.words[start].lemma in SENT_ABROAD or self.words[start].any(Kind.BODY):
            return stop
        for at in range(start + 2, stop):
            whole = self.words[at - 1].definite or self.words[at - 2].any(Kind.BODY)
            if self.leads_to_place(at) and not self.has_preposition(at - 1) and whole:
                return at
        return stop

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
        first = self.behind_titles(start, stop)
        words = self.words
        if self.tongue.verb_first and words[first].any(PEOPLE) and first > start:
            return self.actor_of(first, stop)
        if not self.tongue.verb_first and first > start and words[first].any(Kind.BODY) and words[first].definite:
            return Actor(
                place, text, ActorKind.ROLE, Attribution.UNNAMED, key, True, brief=False
            )  # "admiral of the guard"
        retired = not self.tongue.verb_first and words[stop - 1].text in OF_TITLES
        office = not self.tongue.verb_first and first == start + 1 == stop - 1 and self._is_no_name(start, first)
        if retired or office:
            return Actor(place, text, ActorKind.ROLE, Attribution.UNNAMED, key, True, brief=False)
        alone = self.tongue.verb_first or (stop == start + 1 and words[start].text[0] == "ה")
        if alone and first == start and words[start].definite:
            called = (
                key
                if self.tongue.verb_first or words[start].text == "האחות"
                else words[start].lemma.removeprefix("ה")
            )
            return Actor(place, text, ActorKind.ROLE, Attribution.UNNAMED, called, True, brief=True)
        while self.tongue.verb_first and first < stop - 2 and words[first].definite and not words[first].kind:
            first += 1  # "the activist | Haitian | ..."
        if self.tongue.verb_first and first == stop - 1 and words[first].text in _NO_SURNAMES:
            place = (place[0], words[first - 1].stop)  # "the brigade | issued yesterday"
            called = self.view.text[slice(*place)].strip(_STRIP)
            return Actor(
                place, called, ActorKind.ROLE, Attribution.UNNAMED, self.key_of(start, first), True, brief=True
            )
        named = next((at for at in range(first, stop) if words[at].any(Kind.NAME) and not words[at].prefix), None)
        if self.tongue.verb_first and named is not None and all(words[at].definite for at in range(first, named)):
            first = named  # "the judge | of investigation | Rasil"
        if self.tongue.verb_first:
            return self.person_of(first, stop, place, key)
        called = words[start].lemma.removeprefix("ה")
        office = first == start + 1 and called in OFFICES_TOO
        return self.person_of(first, stop, place, called if office else "")

    def _is_no_name(self, start: int, at: int) -> bool:
        """Whether one word with the article behind a title says of what it is: "captain of | the tug", "the judge | on call"."""
        word = self.words[at]
        plain = word.prefix == self.tongue.article and not word.kind & ~Kind.THING and len(word.text) > 4
        return plain and not listed_kinds(word.text) and not listed_kinds(word.text[1:])

    def person_of(self, start: int, stop: int, place: Place, key: str) -> Actor | None:
        while stop > start + 1 and fold_inside(self.words[stop - 1].text) in HIMSELF:
            stop -= 1
        begin = self.begin_of(start)
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

    def key_of(self, start: int, stop: int) -> str:
        """By what "the minister" is tied to the minister named before: the words of his office, without articles."""
        pieces: list[str] = []
        for place in range(start, min(stop, start + 4)):
            word = self.words[place]
            if word.text == "לשעבר" or (not self.tongue.verb_first and word.text in OF_TITLES):
                continue
            if not word.is_word or word.any(Kind.NAME) or word.any(Kind.OF | Kind.PREPOSITION):
                if pieces and word.any(Kind.OF | Kind.PREPOSITION):
                    break
                if word.is_word:
                    break
                continue
            lemma = word.lemma
            if word.text.removeprefix("ה") in _NURSE or lemma in _NURSE:
                pieces.append(_NURSE[0])
                continue
            if self.tongue.verb_first and word.any(Kind.TITLE) and len(lemma) > 3:
                lemma = lemma.removeprefix(self.tongue.article)  # "the lawyer" is a title, and an office
                lemma = self.tongue.nouns[lemma][1] if lemma in self.tongue.nouns else lemma
            if self.tongue.verb_first and word.any(Kind.KIN) and word.possessive:
                lemma = kin_alone(lemma)
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
        return self.words[start].any(PEOPLE) and HIDDEN.match(behind) is not None


def _without_half_a_pair(text: str) -> str:
    """A name without a quotation mark whose other half is not part of it."""
    return text.replace("«", "").replace("»", "") if ("«" in text) is not ("»" in text) else text


def _without_construct(word: str) -> str:
    return word[:-1] + "ה" if word.endswith("ת") and len(word) > 3 else word
