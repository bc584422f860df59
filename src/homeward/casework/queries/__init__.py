"""Read-only questions about a case: what is claimed, unanswered, promised, silent, and what waits for judgement.

Every question takes the user first, checks that this user may read the case, sees only what `access.visible` yields,
notes in the audit that it was read, and asks the database a number of times that does not grow with what it holds.
Answers are the values of `casework.results`; how they are computed is written in docs/picture.md.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import audit
from homeward.casework.access import Permission, get, holds_anywhere, not_there, one_look, ref_of, require, visible
from homeward.casework.models import (
    AuditEvent,
    Capture,
    Case,
    Claim,
    Commitment,
    Contact,
    ItemLink,
    Judgement,
    Person,
    Proposal,
    SilenceFinding,
    Statement,
    User,
    holding_judgement,
)
from homeward.casework.queries.candidates import candidate_lines
from homeward.casework.queries.due import Due, DueKind, due_in
from homeward.casework.queries.grid import grid_of
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.leaving import LeftOf, left_of_person
from homeward.casework.queries.ledger import (
    ContactLine,
    Offered,
    OnlyPromises,
    PromisePage,
    SilencePage,
    contact_of,
    contacts_of_page,
    offered_people,
    promise_of,
    promises_of_ledger,
    promises_of_page,
    silence_of,
    silences_of_page,
    standing_promise,
)
from homeward.casework.queries.letters import script_of
from homeward.casework.queries.lists import lists_page, shown_answer, shown_list, shown_row
from homeward.casework.queries.pages import (
    Page,
    PersonPage,
    audit_of_page,
    candidate_of,
    candidates_of_page,
    page_of_person,
    people_of_page,
)
from homeward.casework.queries.picture import POLICY, picture_of
from homeward.casework.queries.preparations import next_to_assess, preparations_page, shown_preparation
from homeward.casework.queries.promises import promise_lines
from homeward.casework.queries.proposals import count_by_person, proposal_lines
from homeward.casework.queries.reports import (
    NumberedProposal,
    ProposalPage,
    ReportLine,
    ReportPage,
    kinds_waiting,
    proposal_of,
    proposals_of_page,
    report_of,
    reports_in,
    reports_of_page,
)
from homeward.casework.queries.rounds import grid_page, reminder, unanswered_page
from homeward.casework.queries.silences import silence_lines
from homeward.casework.queries.sources import source_lines
from homeward.casework.queries.statements import (
    AboutPerson,
    StatementPage,
    claim_of,
    second_readings_of_page,
    statement_of,
)
from homeward.casework.queries.summary import summary_of
from homeward.casework.queries.timeline import events_of, in_words, timeline_events
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
from homeward.casework.taken_back import not_taken_back
from homeward.errors import NotAllowedError

__all__ = [
    "POLICY", "Due", "DueKind", "OnlyPromises", "Page", "Waiting", "audit_page", "candidate", "candidate_page",
    "candidates", "claim", "contact", "contact_page", "due_days", "findings", "grid", "grid_page", "judgement_of",
    "left_of", "lists_page", "next_to_assess", "people_offered", "people_page", "person_page", "picture", "pictures",
    "preparations_page", "promise", "promise_ledger", "promise_page", "promises", "proposal", "proposal_kinds",
    "proposal_page", "proposals", "reminder", "report", "report_page", "script_of", "second_readings",
    "shown_answer", "shown_list", "shown_preparation", "shown_row", "silence", "silence_page", "silences", "sources",
    "statement", "timeline", "timeline_of", "unanswered", "unanswered_page", "waiting",
]  # fmt: skip

_T = TypeVar("_T")
_M = TypeVar("_M", Contact, SilenceFinding, Statement)


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


def left_of(user: User, person: Person) -> LeftOf:
    """What left the desk about one person, what may not leave, and whether consent was taken back since.

    Raises:
        NotThereError: the person is not there or not for this user.
    """
    with one_look():
        seen = get(user, Person, person.pk)
        require(user, Permission.READ, seen.case)
        audit.note_read(user, "read_left", case=seen.case, about=[seen])
        return left_of_person(user, seen)


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


def people_page(
    user: User, case: Case, *, as_of: date, page: int = 1, contradicted_only: bool = False
) -> Page[PersonLine]:
    """Sought people, a page at a time; if asked, only those about whom claims stand against each other."""
    with one_look():
        require(user, Permission.READ, case)
        found, people = people_of_page(user, case, as_of, page, contradicted_only=contradicted_only)
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
        raise NotAllowedError(
            gettext("your roles do not let you read the audit"), gettext("Ask an administrator for the role.")
        )
    found = audit_of_page(user, page, of=user_name, act=act, about=about)
    audit.note_read(user, "read_audit", case=None, about=[])
    return found


def proposals(user: User, case: Case) -> tuple[ProposalLine, ...]:
    """What the reading engine proposes and nobody has decided."""
    return _asked(user, case, None, "read_proposals", proposal_lines)


def report_page(user: User, case: Case, *, page: int = 1) -> Page[ReportLine]:
    """Reports, a page at a time, the newest first."""
    with one_look():
        require(user, Permission.READ, case)
        found, captures = reports_of_page(user, case, page)
        audit.note_read(user, "read_reports", case=case, about=[case, *captures])
        return found


def report(user: User, capture: Capture, *, part: int = 1) -> ReportPage:
    """One report: its text with what was read in it.

    Args:
        part: of a long text, which part, from 1.

    Raises:
        NotThereError: it is not there, holds no text, or is not for this user.
    """
    with one_look():
        seen = reports_in(user, capture.case).filter(pk=capture.pk).select_related("publisher", "entered_by").first()
        if seen is None:
            raise not_there(Capture, capture.pk)
        require(user, Permission.READ, seen.case)
        found, people = report_of(user, seen, part)
        audit.note_read(user, "read_report", case=seen.case, about=[seen, *people])
        return found


def proposal_page(
    user: User, case: Case, *, kind: str = "", decided: bool = False, page: int = 1
) -> Page[NumberedProposal]:
    """What was read in all reports of a case, a page at a time: what waits, or what was decided."""
    with one_look():
        require(user, Permission.READ, case)
        found, people = proposals_of_page(user, case, page, kind=kind, decided=decided)
        audit.note_read(user, "read_proposals", case=case, about=[case, *people])
        return found


def proposal_kinds(user: User, case: Case) -> dict[str, int]:
    """How many proposals of each kind wait, most first. Counts alone, and so not noted as a read."""
    with one_look():
        require(user, Permission.READ, case)
        return kinds_waiting(user, case)


def proposal(user: User, row: Proposal) -> ProposalPage:
    """One proposal, with the people and lists among which whoever decides may choose."""
    with one_look():
        seen = get(user, Proposal, row.pk)
        require(user, Permission.READ, seen.capture.case)
        found, people = proposal_of(user, seen)
        audit.note_read(user, "read_proposal", case=seen.capture.case, about=[seen, *people])
        return found


def grid(user: User, case: Case, *, as_of: date) -> Grid:
    """Lists and answers, name by name."""
    return _asked(user, case, as_of, "read_grid", grid_of)


def promises(user: User, case: Case, *, as_of: date) -> tuple[PromiseLine, ...]:
    """The promise ledger: open ones first, oldest first."""
    return _asked(user, case, as_of, "read_promises", promise_lines)


def promise_page(
    user: User, case: Case, *, as_of: date, page: int = 1, only: OnlyPromises = OnlyPromises.ALL
) -> Page[PromiseLine]:
    """The promise ledger, a page at a time."""
    with one_look():
        require(user, Permission.READ, case)
        found, commitments, people = promises_of_page(user, case, as_of, page, only)
        audit.note_read(user, "read_promises", case=case, about=[case, *commitments, *people])
        return found


def promise_ledger(
    user: User, case: Case, *, as_of: date, only: OnlyPromises = OnlyPromises.ALL
) -> tuple[PromiseLine, ...]:
    """The promise ledger as it is given out as a file, and so noted."""
    with one_look():
        require(user, Permission.READ, case)
        found, commitments = promises_of_ledger(user, case, as_of, only)
        audit.note_read(user, "give_promises", case=case, about=[case, *commitments])
        return found


def promise(user: User, commitment: Commitment, *, as_of: date) -> PromisePage:
    """One promise with its reviews.

    Raises:
        NotThereError: it is not there, was taken back, or is not for this user.
    """
    with one_look():
        require(user, Permission.READ, commitment.case)
        seen = standing_promise(user, commitment.pk)
        if seen is None:
            raise not_there(Commitment, commitment.pk)
        found, people = promise_of(user, seen, as_of)
        audit.note_read(user, "read_promise", case=seen.case, about=[seen, *people])
        return found


def contact_page(user: User, case: Case, *, page: int = 1) -> Page[ContactLine]:
    """Contacts, a page at a time, the newest first."""
    with one_look():
        require(user, Permission.READ, case)
        found, contacts, people = contacts_of_page(user, case, page)
        audit.note_read(user, "read_contacts", case=case, about=[case, *contacts, *people])
        return found


def contact(user: User, row: Contact) -> ContactLine:
    """One contact.

    Raises:
        NotThereError: it is not there, was taken back, or is not for this user.
    """
    with one_look():
        seen = _standing(user, Contact, row.pk)
        require(user, Permission.READ, seen.case)
        found, people = contact_of(user, seen)
        audit.note_read(user, "read_contact", case=seen.case, about=[seen, *people])
        return found


def silence_page(user: User, case: Case, *, page: int = 1) -> Page[SilenceLine]:
    """Silences found and proposed, a page at a time, the newest first."""
    with one_look():
        require(user, Permission.READ, case)
        found = silences_of_page(user, case, page)
        audit.note_read(user, "read_silences", case=case, about=[case])
        return found


def silence(user: User, row: SilenceFinding) -> SilencePage:
    """One finding of silence.

    Raises:
        NotThereError: it is not there, was taken back, or is not for this user.
    """
    with one_look():
        seen = _standing(user, SilenceFinding, row.pk)
        require(user, Permission.READ, seen.case)
        audit.note_read(user, "read_silence", case=seen.case, about=[seen])
        return silence_of(user, seen)


def people_offered(user: User, case: Case) -> Offered:
    """The people of a case among whom a form lets choose, if they are few."""
    with one_look():
        require(user, Permission.READ, case)
        found, people = offered_people(user, case)
        audit.note_read(user, "read_people", case=case, about=[case, *people])
        return found


def due_days(user: User, case: Case) -> tuple[Due, ...]:
    """The days on which something is due, by reference; handed out as a file, and so noted."""
    with one_look():
        require(user, Permission.READ, case)
        audit.note_read(user, "give_calendar", case=case, about=[case])
        return due_in(user, case)


def statement(user: User, row: Statement) -> StatementPage:
    """One statement with what rests on it.

    Raises:
        NotThereError: it is not there, was taken back, or is not for this user.
    """
    with one_look():
        seen = _standing(user, Statement, row.pk)
        require(user, Permission.READ, seen.capture.case)
        found, people = statement_of(user, seen)
        audit.note_read(user, "read_statement", case=seen.capture.case, about=[seen, *people])
        return found


def claim(user: User, row: Claim) -> AboutPerson:
    """One claim with the person it is about."""
    with one_look():
        seen = get(user, Claim, row.pk)
        require(user, Permission.READ, seen.case)
        found, people = claim_of(user, seen)
        audit.note_read(user, "read_claim", case=seen.case, about=[seen, *people])
        return found


def second_readings(user: User, case: Case, *, page: int = 1) -> Page[AboutPerson]:
    """Claims of death, injury or release that wait for a second person, a page at a time."""
    with one_look():
        require(user, Permission.READ, case)
        found, claims, people = second_readings_of_page(user, case, page)
        audit.note_read(user, "read_second_readings", case=case, about=[case, *claims, *people])
        return found


def unanswered(user: User, case: Case, *, as_of: date) -> tuple[UnansweredLine, ...]:
    """People on lists handed over without an answer by name, the longest waiting first."""
    return _asked(user, case, as_of, "read_unanswered", unanswered_lines)


def silences(user: User, case: Case) -> tuple[SilenceLine, ...]:
    """Silences that a person found, and those that are only proposed."""
    return _asked(user, case, None, "read_silences", silence_lines)


def timeline(user: User, case: Case, *, as_of: date) -> tuple[TimelineEvent, ...]:
    """Everything with a day, in order."""
    return _asked(user, case, as_of, "read_timeline", timeline_events)


def person_page(user: User, person: Person, *, as_of: date, page: int = 1, span: int = 1) -> PersonPage:
    """The picture now of one person and the time line, with a page of the claims and a stretch of the events.

    Args:
        page: of the claims, from 1, the newest first. span: of the events, from 1, the newest; each is in order.
    """
    with one_look():
        seen = get(user, Person, person.pk)
        require(user, Permission.READ, seen.case)
        ground = Ground(user, seen.case, as_of, person=seen)
        with transaction.atomic():  # both notes reach the disk together
            for act in ("read_picture", "read_timeline"):
                audit.append(user, act, case=seen.case, about=[seen])
        return page_of_person(ground, seen, page, span)


def timeline_of(user: User, person: Person, *, as_of: date) -> tuple[TimelineEvent, ...]:
    """Everything with a day that is about one person, or about a list on which the person is."""
    with one_look():
        seen = get(user, Person, person.pk)
        require(user, Permission.READ, seen.case)
        audit.note_read(user, "read_timeline", case=seen.case, about=[seen])
        ground = Ground(user, seen.case, as_of, person=seen)
        return tuple(in_words(ground, events_of(ground, seen)))


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
            policy=tuple(gettext(sentence) for sentence in POLICY),
        )

    return _asked(user, case, as_of, "read_findings", all_of)


def _pictures(ground: Ground) -> tuple[PersonPicture, ...]:
    named = count_by_person(ground)
    return tuple(
        picture_of(ground, person, proposals_waiting=named.get(pk, 0)) for pk, person in ground.people.items()
    )


def _standing(user: User, model: type[_M], pk: int) -> _M:
    found = not_taken_back(visible(user, model)).filter(pk=pk).first()
    if found is None:
        raise not_there(model, pk)
    return found


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
