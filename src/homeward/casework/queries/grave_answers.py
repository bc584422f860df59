"""Answers that say that somebody is dead or free: which claims came of them, and which two people have read (D11).

In: a user, a case. Out: for each such answer and person the claim, as far as the user may see it.
Leaves to others: what follows for who is still asked about (`unanswered`, `awaited`).
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.casework.access import visible
from homeward.casework.actions.answers import CLAIM_OF_CODE
from homeward.casework.models import GRAVE, Case, Claim, User, active_claims
from homeward.records import Polarity

GRAVE_ANSWERS = tuple(
    code for code, (subject, polarity) in CLAIM_OF_CODE.items() if subject in GRAVE and polarity == Polarity.ASSERTS
)


@dataclass(frozen=True, slots=True)
class GraveClaim:
    """A claim that came of such an answer; `read`: a second person has read it."""

    ref: str
    read: bool


def grave_claims(user: User, case: Case) -> dict[tuple[int, int], GraveClaim]:
    """By answer and person, by one query. Claims that no longer count are left out."""
    claims = active_claims(visible(user, Claim).filter(case=case, answer__code__in=GRAVE_ANSWERS)).order_by("pk")
    rows = claims.values_list("answer", "person", "pk", "second_reading")
    return {
        (answer_id, person_id): GraveClaim(f"C{pk}", reading is not None)
        for answer_id, person_id, pk, reading in rows
        if answer_id is not None
    }
