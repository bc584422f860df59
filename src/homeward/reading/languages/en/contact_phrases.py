"""Contacts that English tells by a phrase: "had twenty minutes with", "was on the phone with", "will fly to Doha to see".

In: the clauses of a sentence. Out: `RawEvent`s of kind contact.
Leaves to others: verbs and nouns that tell of a contact by themselves (`contacts`, `contact_nouns`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Clauses
from homeward.reading.languages.en.contact_parts import DENIED, HELD, PLANNED
from homeward.reading.languages.en.parties import actor_of, date_in, is_party, party_of
from homeward.reading.languages.en.words import NUMBER
from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent
from homeward.records import ContactKind, ContactStatus

_DENIED = re.compile(r"\b(?:not|never|n['’]t)\b|n['’]t\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|is|are|was|were|plans?|intends?|due|expected|booked|set|going|means) ?", re.IGNORECASE
)
_WITH = re.compile(
    rf"\b(?:had|has had|have had|spent|got|was given|were given|was granted|were granted|shared|took) (?:(?:an?|half an?|the|some|about|nearly|over|only|just|another|{NUMBER}|\d+|short|long|private|brief|quiet) )*"
    r"(?:(?<!spent )(?:minutes?|hours?)|tea|coffee|lunch|dinner|breakfast|supper|a word|words?|audience|evening|afternoon|morning)(?: (?:alone|in private|apart|together))? with ",
    re.IGNORECASE,
)
_ON_PHONE = re.compile(
    r"\b(?:was|were|is|are|been|got|being) (?:\w+ )?on the (?:phone|telephone|line) (?:with|to) |\b(?:got|gets|been|was|were|get) (?:put )?through to |\bspoke down the line to ",
    re.IGNORECASE,
)
_TO_SEE = re.compile(
    r"\b(?P<verb>(?:come|comes|came|coming|go|goes|went|going|fly|flies|flew|flying|travel|travels|travelled|traveled|travelling|traveling|drive|drives|drove|driving|return|returns|"
    r"returned|head|heads|headed|heading|sail|sailed|sailing|cross|crossed|walk|walked|ride|rode|journey|journeyed))\b[^.;:,“\"]{0,80}? to (?:see|meet|visit|talk to|talk with|speak to|speak with|call on|confer with|"
    r"sit down with|negotiate with|plead with) ",
    re.IGNORECASE,
)
_EACH_OTHER = re.compile(
    r"\b(?:see|saw|seen|meet|met|rang|called|visit|visited|wrote to|write to|face|faced) (?:each other|one another)\b",
    re.IGNORECASE,
)
_BY_MEANS = re.compile(
    r"\b(?:informed|notified|alerted) (?P<whom>[^.;:“\"]{3,60}?) (?:by (?P<call>(?:tele)?phone|radio|satellite phone)|over the (?:tele)?phone|by (?P<letter>letter|e-?mail|telegram|fax)|in writing)\b",
    re.IGNORECASE,
)
TRIGGER = re.compile(
    r"with |on the |through to|to see|to meet|to visit|to talk|to speak|to call|to confer|to sit|to negotiate|to plead|each other|one another|phone|by (?:letter|e-?mail|radio|telegram)|in writing|down the line"
)


def by_phrase(clauses: Clauses) -> list[RawEvent]:
    """Every contact of the sentence that such a phrase tells of."""
    view = clauses.view
    text = view.masked
    if TRIGGER.search(text, view.start, view.stop) is None:
        return []
    found: list[RawEvent] = []
    for pattern, kind in (
        (_WITH, ContactKind.MEETING),
        (_ON_PHONE, ContactKind.CALL),
        (_TO_SEE, ContactKind.MEETING),
    ):
        for match in pattern.finditer(text, view.start, view.stop):
            subject, other = _before(clauses, match.start()), _at(clauses, match.end())
            if subject is None or other is None:
                continue
            status = _status(clauses, subject.stop, match, travels=pattern is _TO_SEE)
            if status is not None:
                found += _event(clauses, subject, [party_of(clauses, other)], kind, status, other.stop)
    for match in _EACH_OTHER.finditer(text, view.start, view.stop):
        subject = _before(clauses, match.start())
        if subject is None:
            continue
        place = (subject.start, _end(clauses, match.end()))
        status = _status(clauses, subject.stop, match, travels=False) or HELD
        kind = ContactKind.CALL if match.group().lower().startswith(("rang", "called")) else ContactKind.MEETING
        found.append(
            RawEvent(
                EventKind.CONTACT,
                place,
                contact_kind=kind,
                status=status,
                rule="both sides met",
                when=date_in(clauses, place),
                dated=True,
            )
        )
    for match in _BY_MEANS.finditer(text, view.start, view.stop):
        subject, other = _before(clauses, match.start()), _at(clauses, match.start("whom"))
        if subject is not None and other is not None and not _DENIED.search(text, subject.stop, match.start()):
            kind = ContactKind.LETTER if match["letter"] or "writing" in match.group() else ContactKind.CALL
            found += _event(clauses, subject, [party_of(clauses, other)], kind, HELD, match.end())
    return found


def _event(
    clauses: Clauses, subject: Chunk, others: list[Actor], kind: ContactKind, status: ContactStatus, stop: int
) -> list[RawEvent]:
    by = actor_of(clauses, subject)
    people = [by, *others]
    if by.kind is ActorKind.MEDIUM or any(a.kind is ActorKind.MEDIUM for a in others):
        return []
    if any(a.name.lower() in ("i", "me", "my", "us", "we") for a in people) and not clauses.view.quoted:
        return []
    place = (subject.start, _end(clauses, stop))
    return [
        RawEvent(
            EventKind.CONTACT, place, by=by, others=tuple(others), contact_kind=kind, status=status, rule="contact told by a phrase",
            when=date_in(clauses, place), dated=True,
        )
    ]  # fmt: skip


def _status(clauses: Clauses, start: int, match: re.Match[str], *, travels: bool) -> ContactStatus | None:
    """Held, planned or denied; None where it is only wished for."""
    before = clauses.view.masked[start : match.start()]
    if _DENIED.search(before):
        return DENIED
    if re.search(
        r"\b(?:if|may|might|could|should|wants?|hopes?|wished|wanted|hoped|refused|declined|like)\b",
        before,
        re.IGNORECASE,
    ):
        return None
    if re.search(r"\b(?:will|would|shall|to|due|booked|planning|plans)\s*$", before, re.IGNORECASE):
        return PLANNED
    if not travels:
        return HELD
    verb = match["verb"].lower()
    if verb.endswith("ing"):
        return PLANNED if _TO_COME.search(before) else None
    return HELD if verb in _PAST else PLANNED if verb.endswith("s") else None


_PAST = frozenset(
    [
        "came",
        "went",
        "flew",
        "travelled",
        "traveled",
        "drove",
        "returned",
        "headed",
        "sailed",
        "crossed",
        "walked",
        "rode",
        "journeyed",
    ]
)


def _before(clauses: Clauses, at: int) -> Chunk | None:
    """The party that is the subject of what begins at a character: the last one before it behind no preposition."""
    chunks = clauses.chunks
    for k in range(len(chunks) - 1, -1, -1):
        chunk = chunks[k]
        if chunk.start >= at or chunk.kind != "np":
            continue
        if k and chunks[k - 1].kind == "prep":
            continue
        return chunk if chunk.pronoun or is_party(clauses, chunk) else None
    return None


def _at(clauses: Clauses, at: int) -> Chunk | None:
    chunk = next((c for c in clauses.chunks if c.kind == "np" and c.stop > at), None)
    return chunk if chunk is not None and chunk.start - at < 12 and is_party(clauses, chunk) else None


def _end(clauses: Clauses, stop: int) -> int:
    """Behind the phrases of place and date that follow."""
    chunks = clauses.chunks
    end = stop
    for chunk in chunks:
        if chunk.start < stop:
            end = max(end, chunk.stop)
            continue
        if chunk.kind not in ("prep", "date", "np", "adv"):
            break
        end = chunk.stop
    return min(end, clauses.view.stop)
