"""What all ways of telling of a contact share in English: whether it was held, by which means, and the event itself.

In: clauses and the place of a verb or noun. Out: `RawEvent`s of kind contact, their status and kind.
Leaves to others: finding the verbs (`contacts`) and nouns (`contact_nouns`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Argument, Clauses
from homeward.reading.languages.en.parties import (
    date_in,
    is_nobody,
)
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent
from homeward.records import ContactKind, ContactStatus

HELD, PLANNED, DENIED = ContactStatus.HELD, ContactStatus.PLANNED, ContactStatus.DENIED
_UNSURE_MODALS = frozenset(w.split("may might could can should must"))
_HYPOTHESES = frozenset(w.split("if whether unless until"))
_PLANS = frozenset(
    w.split(
        "plan intend agree arrange decide schedule expect due set prepare promise undertake vow pledge invite "
        "propose offer"
    )
)
TRIES = frozenset(w.split("want hope wish ask seek demand urge request refuse decline try call hear like need love"))
_HOPES = frozenset(w.split("hope fear want wish believe doubt expect think imagine suspect"))
_SOMEBODY = frozenset(w.split("somebody someone anybody anyone everybody everyone you"))
GENERIC = frozenset(w.split("man woman boy girl people person men women group village town place thing ship faction"))


def contact(
    clauses: Clauses,
    at: int,
    by: Actor,
    others: list[Actor],
    kind: ContactKind,
    status: ContactStatus,
    place: str | None,
) -> RawEvent | None:
    """The event, unless it is one that only the writer or a passer-by took part in."""
    extent = clauses.extent(at)
    if any(a.name.lower() in ("i", "me", "my") for a in (by, *others)) and not clauses.view.quoted:
        return None  # whom the writer met
    if by.kind is ActorKind.MEDIUM or any(_is_passer_by(a) for a in others):
        return None
    return RawEvent(
        EventKind.CONTACT,
        extent,
        by=by,
        others=tuple(others),
        where=place,
        contact_kind=kind,
        status=status,
        rule=f'"{clauses.text(clauses.chunks[at].place)}"',
        when=date_in(clauses, extent),
        dated=True,
        present=is_present(clauses.chunks[at]),
    )


def _is_passer_by(actor: Actor) -> bool:
    """Such as "a man who had seen them": nobody whom a report names as a party."""
    return actor.kind is ActorKind.ROLE and not actor.definite and actor.name.split()[-1].lower() in GENERIC


def is_present(chunk: Chunk) -> bool:
    """Whether a verb stands in the present: with a date to come, it tells of a plan."""
    return not chunk.perfect and not chunk.passive and chunk.low in (chunk.verb, *v.forms_of(chunk.verb)[:2])


def status_of(clauses: Clauses, at: int) -> ContactStatus | None:
    """Held, planned or denied; None where it is a wish, a condition or a possibility."""
    chunk = clauses.chunks[at]
    subjects = clauses.subjects(at)
    word, before = clauses.introduced_by(at)
    if word in _HYPOTHESES or chunk.modal in _UNSURE_MODALS or _HAVE_TO.search(clauses.text(chunk.place)):
        return None
    denied = chunk.negated or any(is_nobody(clauses.chunks[k]) for k in subjects) or _after_neither(clauses, at)
    if before is not None and word == "that" and before.verb in v.DENY_FORMS:
        denied = True
    if before is not None and word in ("", "that") and before.verb in _HOPES and not before.passive:
        return None
    if any(clauses.chunks[k].low in _SOMEBODY for k in subjects):
        return None
    if denied:
        return DENIED
    if chunk.modal in ("will", "shall", "would") or chunk.due:
        return PLANNED
    governor = clauses.governor(at) if chunk.infinitive or chunk.gerund else None
    if chunk.infinitive:
        if governor is None:
            return None
        if governor.verb in ("refuse", "decline", "fail"):
            return DENIED
        if (
            governor.due
            or governor.modal in ("will", "would", "shall")
            or governor.verb in _PLANS
            or governor.low in _PLANS
        ):
            return PLANNED
        if governor.verb == "hope" and not governor.negated and date_in(clauses, clauses.extent(at)):
            return PLANNED  # "hopes to see him on Monday"
        return None if governor.verb in TRIES or governor.negated else HELD
    if chunk.gerund:
        if governor is not None and governor.verb in v.DENY_FORMS:
            return DENIED
        previous = clauses.chunks[at - 1] if at else None
        if previous is not None and previous.low == "without":
            return DENIED
        if chunk.perfect or (
            previous is not None
            and previous.low in ("after", "before", "on", "by", "since", "while", "when", "in", "upon")
        ):
            return HELD
        return HELD if governor is not None and governor.verb == "be" else None
    return HELD


_HAVE_TO = re.compile(r"\b(?:have|has|need|needs|ought) to\b")  # "we have to talk to them"


def _after_neither(clauses: Clauses, at: int) -> bool:
    subjects = clauses.subjects(at)
    first = (subjects[0] if subjects else at) - 1
    return first >= 0 and clauses.chunks[first].low in ("nor", "neither", "never")


def means_of(clauses: Clauses, at: int, arguments: list[Argument]) -> ContactKind | None:
    """A call, where the phrases of a verb say "by phone"; None where they do not."""
    for argument in arguments:
        if argument.role in ("by", "on", "over", "via", "through") and any(
            h in v.BY_PHONE for h in argument.chunk.heads
        ):
            return ContactKind.CALL
    return None


def kind_of_noun(chunk: Chunk) -> ContactKind | None:
    """What kind of contact a noun phrase names, if it does."""
    if chunk.pronoun:
        return None
    for head in reversed(chunk.heads[-2:]):
        if head in v.CONTACT_NOUNS and head == chunk.heads[-1]:
            if any(h in v.BY_PHONE for h in chunk.heads):
                return ContactKind.CALL
            return v.CONTACT_NOUNS[head]
    return None


def delegations(clauses: Clauses, at: int) -> tuple[Actor, Actor] | None:
    """The two of "delegations of the ministry and of the Front met", before the verb at `at`: whom they speak for."""
    chunks = clauses.chunks
    for k in range(at - 1, max(-1, at - 8), -1):
        if chunks[k].kind not in ("np", "conj", "prep", "date", "adv"):
            return None
        if _DELEGATED.match(clauses.text(chunks[k].place)):
            found = _OF_BOTH.fullmatch(clauses.view.text, chunks[k].start, chunks[at].start)
            if found is not None:
                return describe(clauses.view.text, found.span("a")), describe(clauses.view.text, found.span("b"))
    return None


_DELEGATED = re.compile(
    r"(?:the |two )*(?:delegations|teams|representatives|negotiators|officials|envoys|emissaries|delegates)\b", re.I
)
_OF_BOTH = re.compile(
    r"(?:[Tt]he )?(?:[Tt]wo )?[A-Za-z]+ (?:of|from) (?:the )?(?P<a>[^,;:()]{2,60}?) and (?:(?:of|from) )?(?:the )?(?P<b>[^,;:()]{2,60}?) (?:also |again )?"
)
