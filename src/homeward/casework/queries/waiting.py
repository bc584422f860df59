"""What needs somebody today: how much of each kind waits in a case, without reading any of it.

In: a user, a case, the day. Out: `Waiting`, counts only, by a number of database queries that does not grow.
Leaves to others: showing what waits (the other questions), which is read and noted one list at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, Max, Min, OuterRef, QuerySet

from homeward.casework.access import Permission, permissions, visible
from homeward.casework.closed import closed_people, is_closed, speaking_again
from homeward.casework.models import (
    BriefingDraft,
    CameAgain,
    Case,
    Claim,
    Commitment,
    Decision,
    Direction,
    Enquiry,
    ItemLink,
    Person,
    Preparation,
    Proposal,
    User,
    active_claims_of_all,
    judged_links,
    waiting_for_reader,
)
from homeward.casework.queries.awaited import awaited_answers
from homeward.casework.queries.contradiction import Position, contradict, may_contradict, must_contradict
from homeward.casework.queries.ground import MOST_IDS
from homeward.casework.queries.promises import next_review
from homeward.casework.taken_back import not_taken_back
from homeward.reading import ProposalKind
from homeward.records import ClaimSubject

_LATELY = timedelta(days=30)


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
        came_again: who came in within a month although they are like somebody purged, entered by somebody who may
            not know of that; 0 for who does not supervise.
        preparations: lists and exports that others prepared and that this user may approve as the second person.
        nobody: whether nobody is looked for in the case yet, as far as the user sees.
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
    came_again: int = 0
    preparations: int = 0
    nobody: bool = False

    @property
    def total(self) -> int:
        """Everything together."""
        return (
            self.candidates + self.proposals + self.overdue + self.reviews + self.contradicted + self.silences
            + (self.follow_ups or 0) + self.second_readings + self.drafts + self.came_again + self.preparations
        )  # fmt: skip


def waiting_in(user: User, case: Case, as_of: date) -> Waiting:
    """Count what waits in a case that the user may read; in a closed one nothing does."""
    if is_closed(case):
        return Waiting(0, 0, 0, 0, 0, 0, None)
    proposals = undecided(user, case)
    silences = proposals.filter(kind=ProposalKind.SILENCE).count()
    held = permissions(user, case)
    families, supervises = Permission.LIAISE in held, Permission.SUPERVISE in held
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
        came_again=came_unnoticed(user, case, as_of).count() if supervises else 0,
        preparations=to_approve(user, case).count() if Permission.HAND_OVER in held else 0,
        nobody=not visible(user, Person).filter(case=case).exists(),
    )


def to_approve(user: User, case: Case) -> QuerySet[Preparation]:
    """Lists and exports of others on which nobody decided."""
    rows = visible(user, Preparation).filter(case=case, approval__isnull=True)
    return rows.exclude(entered_by=user).distinct()


def came_unnoticed(user: User, case: Case, as_of: date) -> QuerySet[CameAgain]:
    """Who came in lately like somebody purged, without a supervisor's word."""
    rows = visible(user, CameAgain).filter(purge__request__case=case, purge__sought_again__isnull=True, reason="")
    return rows.filter(entered_at__date__gt=as_of - _LATELY)


def unjudged(user: User, case: Case) -> QuerySet[ItemLink]:
    """Links from rows of others' lists to people on which no judgement holds."""
    return (
        visible(user, ItemLink)
        .filter(item__list__case=case, item__list__arrived_at__isnull=False)
        .exclude(item__list__direction=Direction.OUT)
        .exclude(pk__in=judged_links())
    )


def waiting_of(user: User, case: Case, people: Iterable[int]) -> Counter[tuple[int, int]]:
    """How many rows wait to be judged, by list and person, for some people alone."""
    wanted = set(people)
    # By the rows, which an index gives: SQLite would else begin with the lists, and walk each of them.
    items = ItemLink.objects.filter(person__in=wanted).values_list("item", flat=True)
    rows = unjudged(user, case).filter(item__in=set(items)).order_by().values_list("item__list", "person")
    return Counter(pair for pair in rows if pair[1] in wanted)


def undecided(user: User, case: Case) -> QuerySet[Proposal]:
    """Proposals of the reading engine on which no decision stands."""
    decided = Decision.objects.filter(proposal=OuterRef("pk"), accepted__isnull=False, reversed_by__isnull=True)
    return visible(user, Proposal).filter(~Exists(decided), capture__case=case)


def drafts_to_read(user: User, case: Case) -> QuerySet[BriefingDraft]:
    """Drafts of others on which nobody decided, and which need a second person."""
    rows = visible(user, BriefingDraft).filter(case=case, grave=True, decision__isnull=True)
    return rows.exclude(entered_by=user).exclude(person__in=closed_people(case)).distinct()


def follow_ups_due(user: User, case: Case, as_of: date) -> QuerySet[Enquiry]:
    """Enquiries whose day for a follow-up has come, and which no later word, of theirs or ours, replaces."""
    rows = speaking_again(visible(user, Enquiry).filter(enquirer__case=case))
    return rows.filter(again_on__lte=as_of).exclude(person__in=closed_people(case))


def reviews_due(user: User, case: Case, as_of: date) -> list[Commitment]:
    """Promises that must be looked at again by now; not those to people alone whose part is closed."""
    rows = promises_to_watch(user, case).prefetch_related("reviews")
    found = []
    for commitment in rows.order_by("pk"):
        due = next_review(commitment)
        if due is not None and due <= as_of:
            found.append(commitment)
    return found


def promises_to_watch(user: User, case: Case) -> QuerySet[Commitment]:
    """Promises that stand, but for those that are about people alone whose part in the case is closed."""
    rows = not_taken_back(visible(user, Commitment).filter(case=case)).distinct()
    about = Commitment.persons.through.objects.filter(commitment=OuterRef("pk"))
    return rows.filter(~Exists(about) | Exists(about.exclude(person__in=closed_people(case))))


def contradicted(user: User, case: Case) -> list[int]:
    """Ids of the people about whom claims stand against each other, as `contradiction` has it.

    Where the kinds of claims alone do not decide it, the claims about these people are read.
    """
    claims = active_claims_of_all(visible(user, Claim).filter(case=case)).order_by()
    kinds: dict[int, dict[tuple[str, str], bool]] = {}
    places: dict[int, set[str]] = {}
    groups = claims.values_list("person", "subject", "polarity").annotate(
        n=Count("pk"), days=Count("valid_time"), one=Min("value"), other=Max("value")
    )
    for person_id, subject, polarity, number, days, one, other in groups:
        kinds.setdefault(person_id, {})[subject, polarity] = days < number
        if subject == ClaimSubject.WHEREABOUTS:
            places.setdefault(person_id, set()).update((one, other))
    suspects = {pk for pk, known in kinds.items() if may_contradict(known, places=len(places.get(pk, ())))}
    found = {pk for pk in suspects if must_contradict(kinds[pk])}
    unsure = suspects - found
    if unsure:
        rows = claims.filter(person__in=unsure) if len(unsure) <= MOST_IDS else claims
        positions: dict[int, list[Position]] = {}
        for person_id, key, subject, polarity, value, valid, asserted in rows.values_list(
            "person", "pk", "subject", "polarity", "value", "valid_time", "asserted_on"
        ):
            if person_id in unsure:
                said = Position(key, subject, polarity, value, valid, asserted)
                positions.setdefault(person_id, []).append(said)
        found |= {pk for pk, told in positions.items() if contradict(told)}
    return sorted(found)
