"""Who took part in what an Arabic sentence tells of, looked at anew once it is known to tell of it.

In: a sentence, an event that was found in it. Out: the event with those who took part as the clause's grammar shows
them. Leaves to others: finding events (`events`, the trained models), and who "the minister" or "he" is (`Room`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from homeward.reading.languages.ar.contacts import LETTERS, Sides, sides_at, verb_at
from homeward.reading.languages.ar.events import HAPPENINGS
from homeward.reading.languages.ar.handovers import handed_at, handing_verb
from homeward.reading.languages.ar.places import place_at
from homeward.reading.languages.ar.promises import CONDITION
from homeward.reading.languages.ar.silences import silent_at
from homeward.reading.languages.ar.talks import doer_of, owner_of, talks
from homeward.reading.languages.ar.unsaid import spot
from homeward.reading.languages.ar.words import TONGUE
from homeward.reading.languages.language import Actor, EventKind, RawEvent, View
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import fold
from homeward.records import ContactKind, ContactStatus

_SHORTEST = 12  # letters of a sentence in somebody's words


def with_parties(view: View, event: RawEvent) -> RawEvent:
    """The event with its parties, where the grammar of its clause shows them."""
    if event.kind is EventKind.CONTACT and event.at < 0:
        return next((met for one in _sentences(view, event) if (met := _met(one, event)) is not None), event)
    if event.kind is EventKind.COMMITMENT and event.condition is None:
        given = CONDITION.search(view.text, event.at, event.place[1])
        return replace(event, condition=given.span()) if given is not None else event
    if event.kind is EventKind.CONTACT:
        return _placed(Sentence(view, TONGUE), event)
    if event.kind is EventKind.HANDOVER:
        return _handed(view, event)
    if event.kind is EventKind.SILENCE and (at := event.at if event.at >= 0 else spot(view.text, event.place)) >= 0:
        by = silent_at(view, at, event.by if event.at >= 0 else None)
        return replace(event, by=by or (event.by if event.at < 0 else None), where=None)
    return event


_AHEAD = frozenset(
    fold(w)
    for w in [
        "المنتظر",
        "المقرر",
        "المتوقع",
        "المرتقب",
        "المزمع",
        "ينتظر",
        "يتوقع",
        "يعتزم",
        "تعتزم",
        "ينوي",
        "تنوي",
        "يرتقب",
    ]
)


def _placed(sentence: Sentence, event: RawEvent) -> RawEvent:
    """The contact with where it was; one of which "is due to" tells lies ahead."""
    words = sentence.words
    at = next((n for n, w in enumerate(words) if w.start == event.at), None)
    if at is None:
        return event
    sides = sides_at(sentence, at) if verb_at(words[at], quoted=sentence.view.quoted) is not None else None
    visits = sides is not None and sides.manner.kind is ContactKind.VISIT and sides.manner.object
    bare = [p for p in sides.parts if p.lead == "" and p.actor is not None] if sides is not None and visits else []
    visited = bare[-1] if len(bare) > 1 or (bare and sides is not None and sides.others) else None
    planned = (
        at > 1 and words[at - 1].text == "أن" and any(fold(w.text) in _AHEAD for w in words[max(0, at - 6) : at])
    )
    status = ContactStatus.PLANNED if planned and event.status is ContactStatus.HELD else event.status
    return replace(event, where=place_at(sentence, at, visited=visited), status=status)


def _handed(view: View, event: RawEvent) -> RawEvent:
    """The list with who gave and who got it; of one that is only heard, by the first verb of handing over."""
    for sentence in _sentences(view, event) if event.at < 0 else (Sentence(view, TONGUE),):
        for at, word in enumerate(sentence.words):
            told = word.start == event.at if event.at >= 0 else event.place[0] <= word.start < event.place[1]
            if not told or handing_verb(word, quoted=sentence.view.quoted) is None:
                continue
            handed = handed_at(sentence, at)
            if handed is None or (handed.by is None and handed.to is None):
                continue
            carrier = handed.carrier or event.carrier
            through = None if handed.carrier is not None else event.through
            return replace(event, by=handed.by, to=handed.to, carrier=carrier, through=through)
    return event


def _sentences(view: View, event: RawEvent) -> Iterator[Sentence]:
    """The sentence, then what is quoted in it."""
    yield Sentence(view, TONGUE)
    for quote in view.quotes:
        if quote.is_speech and event.place[0] < quote.inner_stop and quote.inner_start < event.place[1]:
            inside = tuple(d for d in view.dates if quote.inner_start <= d.span.start < quote.inner_stop)
            if quote.inner_stop - quote.inner_start > _SHORTEST:
                inner = View(view.text, view.text, quote.inner_start, quote.inner_stop, (), inside, quoted=True)
                yield Sentence(inner, TONGUE)


def _met(sentence: Sentence, event: RawEvent) -> RawEvent | None:
    """The contact that a sentence was heard to tell of: by a noun that names both sides, a verb, any noun."""
    for at, word in enumerate(sentence.words):
        inside = word.is_word and event.place[0] <= word.start < event.place[1]
        if inside and word.lemma in HAPPENINGS.nouns.kinds and len(found := talks(sentence, at)) > 1:
            return _talked(sentence, at, event, None, found)
    for at, word in enumerate(sentence.words):
        if not word.is_word or not event.place[0] <= word.start < event.place[1]:
            continue
        if verb_at(word, quoted=sentence.view.quoted) is not None:
            sides = sides_at(sentence, at)
            if sides is None or not sides.others or sides.by is None:
                continue
            others = tuple(a for a in sides.others if a.name != sides.by.name)
            where = place_at(sentence, at)
            kind = kind_of(sides, sentence, event)
            return replace(event, by=sides.by, to=None, others=others, contact_kind=kind, where=where)
        if word.lemma in HAPPENINGS.nouns.kinds and (found := talks(sentence, at)):
            by = doer_of(sentence, at) or owner_of(sentence, at) if len(found) == 1 else None
            if len(found) > 1 or by is not None:
                return _talked(sentence, at, event, by, found)
    return None


def _talked(sentence: Sentence, at: int, event: RawEvent, by: Actor | None, others: tuple[Actor, ...]) -> RawEvent:
    """A contact that was heard, by the noun that tells of it."""
    kind = HAPPENINGS.nouns.kinds[sentence.words[at].lemma]
    told = event.contact_kind if kind is ContactKind.OTHER else kind
    return replace(event, by=by, to=None, others=others, contact_kind=told, where=place_at(sentence, at))


def kind_of(sides: Sides, sentence: Sentence, event: RawEvent) -> ContactKind | None:
    """How those who took part were in touch, where the verb or a letter shows what the whole sentence does not."""
    if event.contact_kind is not ContactKind.MEETING:
        return event.contact_kind
    written = any(fold(sentence.words[n].text) in LETTERS for p in sides.parts for n in range(p.start, p.stop))
    if sides.manner.kind is ContactKind.CALL or (
        sides.manner.kind is ContactKind.LETTER and (sides.manner.writes or written)
    ):
        return sides.manner.kind
    return event.contact_kind
