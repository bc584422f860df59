"""What needs somebody today: how much of each kind waits in a case, without reading any of it.

In: a user, a case, the day. Out: `Waiting`, counts only, by a number of database queries that does not grow.
Leaves to others: showing what waits (the other questions), which is read and noted one list at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from homeward.casework.access import Permission, permissions, visible
from homeward.casework.models import (
    BriefingDraft,
    Case,
    Claim,
    Commitment,
    Decision,
    Direction,
    Enquiry,
    ItemLink,
    Judgement,
    Proposal,
    User,
    active_claims,
    waiting_for_reader,
)
from homeward.casework.queries.awaited import awaited_answers
from homeward.casework.queries.contradiction import Position, contradict, sides
from homeward.casework.queries.ground import MOST_IDS
from homeward.casework.queries.promises import next_review
from homeward.casework.taken_back import not_taken_back
from homeward.reading import ProposalKind
from homeward.records import ClaimSubject


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits, by kind.

    Attributes:
        candidates: rows of lists that nobody has judged.
        proposals: what was read in reports and nobody has decided; silences apart.
        overdue: people on a list handed over without an answer by name although the day for the reply has passed.
        reviews: promises whose day of review has come.
        contradicted: people about whom claims stand against each other.
        silences: silences that are only proposed.
        second_readings: claims of death, injury or release that only one person has seen to.
        follow_ups: enquiries that should have been followed up by now; None for who does not work with enquirers.
        drafts: briefings of others that this user may read as the second person.
    """

    candidates: int
    proposals: int
    overdue: int
    reviews: int
    contradicted: int
    silences: int
    follow_ups: int | None
    second_readings: int = 0
    drafts: int = 0

    @property
    def total(self) -> int:
        """Everything together."""
        return (
            self.candidates + self.proposals + self.overdue + self.reviews + self.contradicted + self.silences
            + (self.follow_ups or 0) + self.second_readings + self.drafts
        )  # fmt: skip


def waiting_in(user: User, case: Case, as_of: date) -> Waiting:
    """Count what waits in a case that the user may read."""
    proposals = undecided(user, case)
    silences = proposals.filter(kind=ProposalKind.SILENCE).count()
    families = Permission.LIAISE in permissions(user, case)
    return Waiting(
        candidates=unjudged(user, case).count(),
        proposals=proposals.count() - silences,
        overdue=len(awaited_answers(user, case, due_before=as_of)),
        reviews=len(reviews_due(user, case, as_of)),
        contradicted=len(contradicted(user, case)),
        silences=silences,
        follow_ups=follow_ups_due(user, case, as_of).count() if families else None,
        second_readings=waiting_for_reader(visible(user, Claim).filter(case=case)).count(),
        drafts=drafts_to_read(user, case).count() if families else 0,
    )


def unjudged(user: User, case: Case) -> QuerySet[ItemLink]:
    """Links from rows of others' lists to people on which no judgement holds."""
    newest = Judgement.objects.filter(link=OuterRef("pk")).order_by("-pk")
    # What holds is the newest verdict, or what the newest reversal restores; see `models.lists.holding_id`.
    holds = newest.filter(Q(reverses__isnull=True) | Q(restores__isnull=False))
    later = Judgement.objects.filter(link=OuterRef("link"), pk__gt=OuterRef("pk"))
    return (
        visible(user, ItemLink)
        .filter(item__list__case=case, item__list__arrived_at__isnull=False)
        .exclude(item__list__direction=Direction.OUT)
        .filter(~Exists(holds.filter(~Exists(later)).order_by()))
    )


def undecided(user: User, case: Case) -> QuerySet[Proposal]:
    """Proposals of the reading engine on which no decision stands."""
    decided = Decision.objects.filter(proposal=OuterRef("pk"), accepted__isnull=False, reversed_by__isnull=True)
    return visible(user, Proposal).filter(~Exists(decided), capture__case=case)


def drafts_to_read(user: User, case: Case) -> QuerySet[BriefingDraft]:
    """Drafts of others on which nobody decided, and which need a second person."""
    rows = visible(user, BriefingDraft).filter(case=case, grave=True, decision__isnull=True)
    return rows.exclude(entered_by=user).distinct()


def follow_ups_due(user: User, case: Case, as_of: date) -> QuerySet[Enquiry]:
    """Enquiries whose day for a follow-up has come, and which no later enquiry of the same enquirer replaces."""
    later = Enquiry.objects.filter(enquirer=OuterRef("enquirer"), person=OuterRef("person"), pk__gt=OuterRef("pk"))
    return visible(user, Enquiry).filter(~Exists(later), enquirer__case=case, follow_up_on__lte=as_of)


def reviews_due(user: User, case: Case, as_of: date) -> list[Commitment]:
    """Promises that must be looked at again by now."""
    rows = not_taken_back(visible(user, Commitment).filter(case=case)).prefetch_related("reviews").distinct()
    found = []
    for commitment in rows.order_by("pk"):
        due = next_review(commitment)
        if due is not None and due <= as_of:
            found.append(commitment)
    return found


def contradicted(user: User, case: Case) -> list[int]:
    """Ids of the people about whom claims stand against each other, as `contradiction` has it.

    Only people about whom a question is answered with yes and with no, or several places are named, are looked at.
    """
    claims = active_claims(visible(user, Claim).filter(case=case)).order_by()
    counts: dict[str, Count] = {}
    both = Q(places__gt=1)
    for number, (yes, no) in enumerate(sides()):
        counts[f"yes{number}"] = Count("pk", filter=_any_of(yes))
        counts[f"no{number}"] = Count("pk", filter=_any_of(no))
        both |= Q(**{f"yes{number}__gt": 0, f"no{number}__gt": 0})
    places = Count("value", filter=Q(subject=ClaimSubject.WHEREABOUTS), distinct=True)
    suspects = set(
        claims.values("person").annotate(places=places, **counts).filter(both).values_list("person", flat=True)
    )
    if not suspects:
        return []
    rows = claims.filter(person__in=suspects) if len(suspects) <= MOST_IDS else claims
    positions: dict[int, list[Position]] = {}
    for person_id, key, subject, polarity, value, valid, asserted in rows.values_list(
        "person", "pk", "subject", "polarity", "value", "valid_time", "asserted_on"
    ):
        if person_id in suspects:
            said = Position(key, subject, polarity, value, valid, asserted)
            positions.setdefault(person_id, []).append(said)
    return sorted(pk for pk, found in positions.items() if contradict(found))


def _any_of(kinds: frozenset[tuple[str, str]]) -> Q:
    clause = Q(pk__in=[])
    for subject, polarity in sorted(kinds):
        clause |= Q(subject=subject, polarity=polarity)
    return clause
