"""What English sentences tell of besides words: contacts, handovers, promises, explicit silences.

In: a sentence. Out: `RawEvent` values, parties as the sentence names them.
Leaves to others: each kind (`contacts`, `handovers`, `promises`, `silences`), and whether it matters to the case.
"""

from __future__ import annotations

import re
from functools import lru_cache

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.clauses import Clauses
from homeward.reading.languages.en.contact_phrases import by_phrase
from homeward.reading.languages.en.contact_turns import TRIGGER as TURN
from homeward.reading.languages.en.contact_turns import find_turns
from homeward.reading.languages.en.contacts import find_contacts
from homeward.reading.languages.en.deals import TRIGGER as DEAL
from homeward.reading.languages.en.deals import find_deals
from homeward.reading.languages.en.handovers import find_handovers
from homeward.reading.languages.en.lists import speaks_of_list
from homeward.reading.languages.en.parties import actor_of, is_nobody, is_party, party_of
from homeward.reading.languages.en.promises import TRIGGER as PROMISE
from homeward.reading.languages.en.promises import find_promises
from homeward.reading.languages.en.resolves import TRIGGER as RESOLVE
from homeward.reading.languages.en.resolves import find_resolves
from homeward.reading.languages.en.silences import TRIGGER as SILENCE
from homeward.reading.languages.en.silences import find_silences
from homeward.reading.languages.language import Actor, RawEvent, View
from homeward.reading.sieve import Sieve

_WORD = re.compile(r"[a-z][a-z-]*")
_LISTS = v.LIST_NOUNS | v.NAME_NOUNS | v.PAPER_NOUNS
_MEANT = frozenset(["it", "them", "copy", "copies"])
_CONTACTS = frozenset(v.CONTACT_FORMS) | frozenset(v.CONTACT_NOUNS) | {"reply", "answer", "response"}
_PHRASES = frozenset(
    w.split("phone telephone line minutes minute hours hour tea coffee lunch dinner breakfast supper word words audience evening "
            "afternoon morning other another see meet visit talk speak call confer negotiate writing letter e-mail radio parlour parlor house home office tent let shown refused refuses declined turned denied admitted broke broken severed suspended shook exchanged swapped hands given granted went gone came come rode walked drove climbed called knocked")
)  # fmt: skip
_TRIGGERS = Sieve((PROMISE, SILENCE, DEAL, RESOLVE, TURN))
_LONGEST = 4000  # characters of a sentence that are looked at


def find_events(view: View, _items: list[Item] | None = None) -> list[RawEvent]:
    """Every contact, handover, promise and explicit silence of the sentence."""
    if view.stop - view.start > _LONGEST:
        return []
    words = set(_WORD.findall(view.masked[view.start : view.stop].lower()))
    contact, handover = not words.isdisjoint(_CONTACTS), not words.isdisjoint(_LISTS)
    if not handover and not words.isdisjoint(_MEANT) and not words.isdisjoint(v.GIVE_FORMS):
        handover = speaks_of_list(view.text, view.start)  # "She handed it to the commission"
    worth = _TRIGGERS.worth(view.masked[view.start : view.stop], view.masked)
    promise = worth & 1 != 0 and PROMISE.search(view.masked, view.start, view.stop) is not None
    silence = worth & 2 != 0 and SILENCE.search(view.masked, view.start, view.stop) is not None
    deal = worth & 4 != 0 and DEAL.search(view.masked, view.start, view.stop) is not None
    resolve = worth & 8 != 0 and RESOLVE.search(view.masked, view.start, view.stop) is not None
    turn = worth & 16 != 0 and TURN.search(view.masked, view.start, view.stop) is not None
    phrase = not words.isdisjoint(_PHRASES)
    if not (contact or handover or promise or silence or phrase or deal or resolve or turn):
        return []
    clauses = _clauses_of(view)
    found: list[RawEvent] = []
    if contact:
        found += find_contacts(clauses)
    if phrase:
        found += [event for event in by_phrase(clauses) if not any(_overlap(event, other) for other in found)]
    if turn:
        found += [event for event in find_turns(clauses) if not any(_overlap(event, other) for other in found)]
    if handover:
        found += find_handovers(clauses)
    if promise:
        found += find_promises(clauses)
    if deal:
        found += [event for event in find_deals(clauses) if not any(_overlap(event, other) for other in found)]
    if resolve:
        found += [event for event in find_resolves(clauses) if not any(_overlap(event, other) for other in found)]
    if silence:
        found += find_silences(clauses)
    return found


def _overlap(one: RawEvent, other: RawEvent) -> bool:
    return other.kind is one.kind and one.place[0] < other.place[1] and other.place[0] < one.place[1]


@lru_cache(maxsize=8)
def _clauses_of(view: View) -> Clauses:
    """Those of the last few sentences are kept: several predicates of one sentence are asked for their subjects."""
    return Clauses(view)


def quoted_events(view: View) -> tuple[RawEvent, ...]:
    """The same for a sentence inside a quotation."""
    return tuple(find_events(view))


def subject_of(view: View, at: int) -> Actor | None:
    """Whose clause the predicate at character `at` is: the subject of the verb there."""
    if view.stop - view.start > _LONGEST:
        return None
    clauses = _clauses_of(view)
    verb = next((k for k in clauses.verbs if clauses.chunks[k].stop > at), None)
    found = clauses.subjects(verb) if verb is not None else []
    if verb is not None and clauses.chunks[verb].passive:
        doer = next((a for a in clauses.arguments(verb) if a.role == "by" and is_party(clauses, a.chunk)), None)
        return party_of(clauses, doer.chunk) if doer is not None else None
    if verb is None or not found:
        return None
    if is_nobody(clauses.chunks[found[0]]) or clauses.chunks[found[0]].low in ("them", "word", "answer", "reply"):
        sender = next(
            (a for a in clauses.arguments(verb) if a.role in ("from", "by") and is_party(clauses, a.chunk)), None
        )
        return party_of(clauses, sender.chunk) if sender is not None else None
    return actor_of(clauses, clauses.chunks[found[0]])
