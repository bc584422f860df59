"""A whole text that tells of a contact and nowhere names the people looked for.

In: everything proposed so far. Out: one proposed silence, or none.
Leaves to others: silences that the text itself tells of (`happenings`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from homeward.reading.events.room import Room
from homeward.reading.proposals import Proposal, ProposalKind, ProposedLink
from homeward.records import Attribution, ContactStatus


def propose_silence(room: Room, proposals: Sequence[Proposal], terms: Sequence[str]) -> Iterator[Proposal]:
    """A text that tells of a contact and nowhere names the people looked for."""
    contacts = [p for p in proposals if p.kind is ProposalKind.CONTACT and p.contact_status is ContactStatus.HELD]
    if not contacts or room.mentions:
        return
    first = contacts[0]
    who = " and ".join(first.participants) or first.span.text
    publisher = room.document.publisher
    chain = (ProposedLink(first.chain[-1].role, publisher, Attribution.NAMED),) if publisher and first.chain else ()
    yield Proposal(
        ProposalKind.SILENCE,
        first.span,
        chain=chain,
        date=first.date,
        collective=True,
        by=publisher,
        about=f"{publisher or 'the report'} on the contact of {who}: the people looked for",
        because="silence: the text tells of a contact and contains none of these terms: " + "; ".join(terms),
        confidence=0.5,
    )
