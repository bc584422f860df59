"""Read-only questions about a case: what is claimed, unanswered, promised, silent, and what waits for judgement.

Every question takes the user first, checks that this user may read the case, sees only what `access.visible` yields,
notes in the audit that it was read, and asks the database a number of times that does not grow with what it holds.
Answers are the values of `casework.results`; how they are computed is written in docs/picture.md.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from homeward.casework import audit
from homeward.casework.access import Permission, get, holds_anywhere, one_look, ref_of, require
from homeward.casework.models import AuditEvent, Case, ItemLink, Judgement, Person, User, holding_judgement
from homeward.casework.queries.candidates import candidate_lines
from homeward.casework.queries.grid import grid_of
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.lists import lists_page, shown_answer, shown_list, shown_row
from homeward.casework.queries.pages import Page, audit_of_page, candidate_of, candidates_of_page, people_of_page
from homeward.casework.queries.picture import POLICY, picture_of
from homeward.casework.queries.preparations import next_to_assess, preparations_page, shown_preparation
from homeward.casework.queries.promises import promise_lines
from homeward.casework.queries.proposals import count_by_person, proposal_lines
from homeward.casework.queries.rounds import grid_page, reminder, unanswered_page
from homeward.casework.queries.silences import silence_lines
from homeward.casework.queries.sources import source_lines
from homeward.casework.queries.summary import summary_of
from homeward.casework.queries.timeline import timeline_events
from homeward.casework.queries.unanswered import unanswered_lines
from homeward.casework.queries.waiting import Waiting, waiting_in
from homeward.casework.results import (
    CandidateLine,
    Findings,
    Grid,
    PersonLine,
    PersonPicture,
    PromiseLine,
    ProposalLine,
    ShownCapture,
    SilenceLine,
    TimelineEvent,
    UnansweredLine,
)
from homeward.errors import NotAllowedError

__all__ = [
    "POLICY", "Page", "Waiting", "audit_page", "candidate", "candidate_page", "candidates", "findings", "grid",
    "grid_page", "judgement_of", "lists_page", "next_to_assess", "people_page", "picture", "pictures",
    "preparations_page", "promises", "proposals", "reminder", "shown_answer", "shown_list", "shown_preparation",
    "shown_row", "silences", "sources", "timeline", "timeline_of", "unanswered", "unanswered_page", "waiting",
]  # fmt: skip

_T = TypeVar("_T")


def picture(user: User, person: Person, *, as_of: date) -> PersonPicture:
    """The picture now of one person.

    Args:
        as_of: the day from which ages are counted. Nothing is left out because it is later.

    Raises:
        NotThereError: the person is not there or not for this user.
    """
    with one_look():
        seen = get(user, Person, person.pk)
        require(user, Permission.READ, seen.case)
        ground = Ground(user, seen.case, as_of, person=seen)
        audit.note_read(user, "read_picture", case=seen.case, about=[seen])
        return picture_of(ground, seen, proposals_waiting=ground.proposals_naming(seen))


def pictures(user: User, case: Case, *, as_of: date) -> tuple[PersonPicture, ...]:
    """The picture now of everybody in a case, in the order in which they were entered."""
    return _asked(user, case, as_of, "read_pictures", _pictures)


def candidates(
    user: User, case: Case, *, waiting_only: bool = False, person: Person | None = None
) -> tuple[CandidateLine, ...]:
    """Rows of lists that may be sought people: waiting ones first, the most probable first."""
    return _asked(
        user,
        case,
        None,
        "read_candidates",
        lambda ground: candidate_lines(ground, waiting_only=waiting_only, person=person),
        person=person,
    )


def people_page(user: User, case: Case, *, as_of: date, page: int = 1) -> Page[PersonLine]:
    """Sought people, a page at a time."""
    with one_look():
        require(user, Permission.READ, case)
        found, people = people_of_page(user, case, as_of, page)
        audit.note_read(user, "read_people", case=case, about=[case, *people])
        return found


def candidate_page(
    user: User, case: Case, *, judged: bool = False, person: Person | None = None, page: int = 1
) -> Page[CandidateLine]:
    """Rows of lists that may be sought people, a page at a time: those that wait, or those judged."""
    with one_look():
        require(user, Permission.READ, case)
        found, people = candidates_of_page(user, case, page, judged=judged, person=person)
        audit.note_read(user, "read_candidates", case=case, about=[case, *people])
        return found


def candidate(user: User, link: ItemLink) -> CandidateLine:
    """One row beside one person."""
    with one_look():
        seen = get(user, ItemLink, link.pk)
        case = seen.item.list.case
        require(user, Permission.READ, case)
        audit.note_read(user, "read_candidate", case=case, about=[seen, seen.person])
        return candidate_of(user, case, seen)


def judgement_of(user: User, link: ItemLink) -> Judgement | None:
    """The judgement that holds of a link that the user may see."""
    return holding_judgement(get(user, ItemLink, link.pk))


def audit_page(user: User, *, page: int = 1, user_name: str = "", act: str = "", about: str = "") -> Page[AuditEvent]:
    """The audit, the newest event first, a page at a time. Reading it is an event, too.

    Args:
        user_name, act, about: only events of this user, of this act, about the thing of this reference.

    Raises:
        NotAllowedError: the user reads no audit.
    """
    if not holds_anywhere(user, Permission.AUDIT):
        raise NotAllowedError("your roles do not let you read the audit", "Ask an administrator for the role.")
    found = audit_of_page(user, page, of=user_name, act=act, about=about)
    audit.note_read(user, "read_audit", case=None, about=[])
    return found


def proposals(user: User, case: Case) -> tuple[ProposalLine, ...]:
    """What the reading engine proposes and nobody has decided."""
    return _asked(user, case, None, "read_proposals", proposal_lines)


def grid(user: User, case: Case, *, as_of: date) -> Grid:
    """Lists and answers, name by name."""
    return _asked(user, case, as_of, "read_grid", grid_of)


def promises(user: User, case: Case, *, as_of: date) -> tuple[PromiseLine, ...]:
    """The promise ledger: open ones first, oldest first."""
    return _asked(user, case, as_of, "read_promises", promise_lines)


def unanswered(user: User, case: Case, *, as_of: date) -> tuple[UnansweredLine, ...]:
    """People on lists handed over without an answer by name, the longest waiting first."""
    return _asked(user, case, as_of, "read_unanswered", unanswered_lines)


def silences(user: User, case: Case) -> tuple[SilenceLine, ...]:
    """Silences that a person found, and those that are only proposed."""
    return _asked(user, case, None, "read_silences", silence_lines)


def timeline(user: User, case: Case, *, as_of: date) -> tuple[TimelineEvent, ...]:
    """Everything with a day, in order."""
    return _asked(user, case, as_of, "read_timeline", timeline_events)


def timeline_of(user: User, person: Person, *, as_of: date) -> tuple[TimelineEvent, ...]:
    """Everything with a day that is about one person, or about a list on which the person is."""
    with one_look():
        seen = get(user, Person, person.pk)
        require(user, Permission.READ, seen.case)
        audit.note_read(user, "read_timeline", case=seen.case, about=[seen])
        events = timeline_events(Ground(user, seen.case, as_of, person=seen))
        return tuple(event for event in events if not event.persons or ref_of(seen) in event.persons)


def sources(user: User, case: Case) -> tuple[ShownCapture, ...]:
    """Everything captured."""
    return _asked(user, case, None, "read_sources", source_lines)


def waiting(user: User, case: Case, *, as_of: date) -> Waiting:
    """How much of each kind waits for somebody. Counts alone tell of nobody, and are not noted as a read.

    Raises:
        NotThereError: the case is not there, is locked, or is not for this user.
    """
    with one_look():
        require(user, Permission.READ, case)
        return waiting_in(user, case, as_of)


def findings(user: User, case: Case, *, as_of: date) -> Findings:
    """Everything the findings page shows, for one user.

    Raises:
        NotThereError: the case is not there, is locked, or is not for this user.
    """

    def all_of(ground: Ground) -> Findings:
        people = _pictures(ground)
        candidates = candidate_lines(ground)
        proposals = proposal_lines(ground)
        promises = promise_lines(ground)
        unanswered = unanswered_lines(ground)
        silences = silence_lines(ground)
        handed_over = any(handover.list_id is not None for handover in ground.handovers)
        return Findings(
            case_ref=ref_of(ground.case),
            case_title=ground.case.title,
            as_of=as_of,
            made_for=user.get_full_name() or user.get_username(),
            summary=summary_of(
                people, candidates, len(proposals), promises, unanswered, silences, handed_over=handed_over
            ),
            people=people,
            candidates=candidates,
            proposals=proposals,
            grid=grid_of(ground),
            promises=promises,
            unanswered=unanswered,
            silences=silences,
            timeline=timeline_events(ground),
            sources=source_lines(ground),
            policy=POLICY,
        )

    return _asked(user, case, as_of, "read_findings", all_of)


def _pictures(ground: Ground) -> tuple[PersonPicture, ...]:
    named = count_by_person(ground)
    return tuple(
        picture_of(ground, person, proposals_waiting=named.get(pk, 0)) for pk, person in ground.people.items()
    )


def _asked(
    user: User,
    case: Case,
    as_of: date | None,
    act: str,
    answer: Callable[[Ground], _T],
    *,
    person: Person | None = None,
) -> _T:
    """Check, note the read, answer. The read is noted first: an answer that fails was still asked for."""
    with one_look():
        require(user, Permission.READ, case)
        seen = get(user, Person, person.pk) if person is not None else None
        audit.note_read(user, act, case=case, about=[case] if seen is None else [case, seen])
        return answer(Ground(user, case, as_of or date.max))
