"""A stored statement, or one about to be recorded, as the reading engine compares it.

In: rows, or the links of a chain that is not stored yet. Out: `Said`.
Leaves to others: comparing (`reading.sameness`).
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.casework.actions.statements import NewLink
from homeward.casework.models import Capture, Statement
from homeward.reading import Said, Teller
from homeward.records import Attribution, LinkRole, PartialDate


def said_in(capture: Capture, text: str, chain: Sequence[NewLink], *, said_on: PartialDate | None) -> Said:
    """Words of a capture that are about to be recorded."""
    tellers = tuple(
        Teller(
            LinkRole(link.role),
            (link.name, link.party.name, *map(str, link.party.other_names)) if link.party else (link.name,),
            Attribution(link.attribution),
            link.party.pk if link.party else None,
        )
        for link in chain
    )
    return Said(
        text,
        language=capture.language,
        chain=tellers,
        said_on=said_on,
        published=capture.published,
        text_of=capture.copies_id or capture.pk,
    )


def said_as_stored(statement: Statement) -> Said:
    """A recorded statement, with its chain and capture fetched."""
    chain = [
        NewLink(LinkRole(link.role), link.name, Attribution(link.attribution), party=link.party)
        for link in statement.chain.all()
    ]
    return said_in(statement.capture, statement.text, chain, said_on=statement.said_on)
