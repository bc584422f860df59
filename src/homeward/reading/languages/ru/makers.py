"""Whose a Russian text, list or recording is: "сводка, которую распространила уполномоченная", "ответная бумага", "в нём".

In: a sentence as `Parties`, a phrase for a document in it. Out: its maker, fully named, or None.
Leaves to others: what the document says or passes over (`silences`).

A document without an owner beside it is the last one that the text told of, and is theirs who wrote, published, gave
or sent that.
"""

from __future__ import annotations

from collections.abc import Iterator

from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.parties import Parties
from homeward.reading.languages.ru.phrases import Phrase
from homeward.reading.languages.ru.sentence import PEOPLE
from homeward.records import Attribution

_REACH = 600  # characters before a document in which it was first told of
_SPAN = 220  # characters of a clause around a document in which its maker is named
_MAKERS = (*PEOPLE, ActorKind.BODY, ActorKind.MEDIUM)
_TEXTS = w.DOCUMENTS | w.LISTS | w.LISTED_AGAIN


class Makers(Parties):
    """A sentence in which the makers of documents are looked up."""

    def maker(self, phrase: Phrase) -> Actor | None:
        """Whose the document is that a phrase of this sentence names."""
        own = self.owner(phrase) or self._put_out(phrase) or self._where_from(phrase)
        if own is not None and own.kind is not ActorKind.PRONOUN:
            return own
        return self.last_maker(phrase.start, phrase.head)

    def last_maker(self, place: int, head: str = "") -> Actor | None:
        """Who made the last document told of before a place; one called by the same word goes before others."""
        near = [p for p in self.cast.phrases_in(max(0, place - _REACH), place) if p.head in _TEXTS]
        same = [p for p in near if p.head == head]
        return next((a for p in (*reversed(same), *near[-1:]) if (a := self._beside(p)) is not None), None)

    def _put_out(self, phrase: Phrase) -> Actor | None:
        """As in "в сводке, которую сегодня распространила уполномоченная"."""
        at = phrase.after
        if self.words[min(at, self.after - 1)].text != "," or not self.low(at + 1).startswith("котор"):
            return None
        behind = [p for p in self.phrases if at < p.first <= at + 9]
        return next((a for p in behind if self._is_maker(p) and (a := self.party(p)) is not None), None)

    def _where_from(self, phrase: Phrase) -> Actor | None:
        """As in "в бумаге из Самары", "в письме от посольства"."""
        for n in range(phrase.head_at + 1, phrase.after):
            inner = self.cast.inner(n + 1) if self.low(n) in ("из", "от") else None
            if inner is not None:
                actor = self.party(inner)
                city = Actor((inner.start, inner.stop), self.place_name(inner), ActorKind.BODY, Attribution.NAMED)
                return actor if actor is not None and inner.kind in _MAKERS else city
        for other in self.phrases:
            if other.first == phrase.after + 1 and other.prep in ("из", "от") and "gent" in other.cases:
                return self.party(other)
        return None

    def _beside(self, document: Phrase) -> Actor | None:
        """Who made a document, by the sentence that first tells of it: its owner, who gave or published it, who speaks in it."""
        for phrase in self._around(document):
            if (
                phrase.first == document.after
                and "gent" in phrase.cases
                and not phrase.prep
                and phrase.kind in _MAKERS
            ):
                return self._named(phrase)
            if phrase.prep in ("от", "из") and "gent" in phrase.cases and 0 <= phrase.first - document.after < 2:
                return self._named(phrase)
        giver = next((p for p in self._around(document) if p.prep == "от" and p.kind in _MAKERS), None)
        if giver is not None:  # "фирма получила от посредника перечень"
            return self._named(giver)
        if self._is_carried(document):
            return None
        made = [p for p in self._around(document) if self._is_maker(p)]
        before = [p for p in made if p.start < document.start]
        nearest = before[-1] if before else next(iter(made), None)
        return self._named(nearest) if nearest is not None else None

    def _is_carried(self, document: Phrase) -> bool:
        """Whether the sentence tells of somebody who only brought it: "письмо доставил врач"."""
        around = [p.first for p in self._around(document)] + [document.first]
        words = self.cast.words[min(around) : max(around) + 8]
        return any(x.kind == "w" and x.lemmas("VERB", "PRTS") & w.BRINGING for x in words)

    def _named(self, phrase: Phrase) -> Actor | None:
        actor = self.cast.actor(phrase)
        return actor if actor is not None and actor.kind is not ActorKind.PRONOUN else None

    def _is_maker(self, phrase: Phrase) -> bool:
        return "nomn" in phrase.cases and not phrase.prep and phrase.kind in _MAKERS

    def _around(self, document: Phrase) -> Iterator[Phrase]:
        """The phrases of the sentence of a document outside this one."""
        text = self.view.text
        begin = max(
            text.rfind(". ", max(0, document.start - _SPAN), document.start), text.rfind("\n", 0, document.start)
        )
        stop = text.find(". ", document.stop, document.stop + _SPAN)
        stop = document.stop + _SPAN if stop < 0 else stop
        line = text.find("\n", document.stop)
        for phrase in self.cast.phrases_in(
            max(begin, document.start - _SPAN), min(stop, line if line >= 0 else stop)
        ):
            if phrase is not document:
                yield phrase
