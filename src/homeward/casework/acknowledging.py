"""When a claim is a party's own word that it holds a person.

In: a claim with what it rests on. Out: yes or no.
A party says so in an answer or a statement; and in its own list, where a row's status is a plain word for it.
A newspaper, an agency or a relief organisation that lists somebody so speaks of others, not of itself.
Leaves to others: making claims of rows (`actions.links`) and saying it in words (`queries.picture`).
"""

from __future__ import annotations

from homeward.casework.models import Claim, Direction, PartyKind
from homeward.casework.status_words import subject_of_status
from homeward.records import ClaimSubject, Polarity

_SPEAK_OF_OTHERS = frozenset({PartyKind.AGENCY, PartyKind.MEDIA, PartyKind.ORGANISATION, PartyKind.PERSON})


def acknowledges(claim: Claim) -> bool:
    """Whether it says, of this person by name, that whoever speaks holds them."""
    if claim.collective or claim.polarity != Polarity.ASSERTS:
        return False
    return claim.subject == ClaimSubject.ACKNOWLEDGEMENT or gives_as_held(claim)


def gives_as_held(claim: Claim) -> bool:
    """Whether it is a row of a party's own list whose status says plainly that the person is held."""
    if claim.subject != ClaimSubject.CUSTODY or claim.polarity != Polarity.ASSERTS or claim.item is None:
        return False
    if claim.statement is not None or claim.answer is not None:
        return False
    author = claim.item.list.author
    if author is None or author.kind in _SPEAK_OF_OTHERS or claim.item.list.direction == Direction.OUT:
        return False
    # The day of capture in another column makes a claim of custody, too; it does not say what is so now.
    return subject_of_status(claim.value) == ClaimSubject.CUSTODY
