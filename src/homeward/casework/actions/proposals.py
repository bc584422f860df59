"""A person's decision on what the reading engine proposed: accept, reject, take back.

In: a stored proposal and the person's word. Out: a `Decision`, and on acceptance what it records: the statement with
its chain, and what rests on it. Everything is recorded in the name of the person who accepts.
Leaves to others: proposing (`reading`), each kind of record (its own act), what still stands after a reversal
(`taken_back`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max, Model, Q
from django.utils.translation import gettext

from homeward.casework import access, audit, corrections, matching, whose
from homeward.casework.access import Permission
from homeward.casework.actions.answers import record_answer, reverse_answer
from homeward.casework.actions.claims import add_claim, withdraw_claim
from homeward.casework.actions.commitments import record_commitment
from homeward.casework.actions.contacts import record_contact
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.reasons import require_reason
from homeward.casework.actions.silences import CoverageRow, record_silence
from homeward.casework.actions.statements import ELISION, NewLink, record_statement
from homeward.casework.list_people import people_of_list, rows_and_people
from homeward.casework.mentions import says
from homeward.casework.models import (
    Answer,
    AnswerReversal,
    Case,
    Claim,
    Commitment,
    Contact,
    Credibility,
    Decision,
    Direction,
    Handover,
    List,
    ListItem,
    Made,
    Party,
    Person,
    Proposal,
    SilenceFinding,
    Statement,
    User,
    Withdrawal,
)
from homeward.casework.said import said_as_stored, said_in
from homeward.casework.taken_back import not_taken_back
from homeward.errors import BadInputError, ConflictError
from homeward.reading import Proposal as Proposed
from homeward.reading import ProposalKind, SamenessVerdict, proposal_from_json, same_statement, speaks_of_part
from homeward.records import (
    AnswerCode,
    ClaimSubject,
    ContactKind,
    ContactStatus,
    LinkRole,
    Manner,
    PartialDate,
    Polarity,
    SilenceVerdict,
)

# How the engine begins its reason for a silence that it found itself, by looking for our people and not finding them.
_MISSED_BY_ENGINE = "silence:"


def standing_decision(proposal: Proposal) -> Decision | None:
    """The decision on a proposal that was not reversed; None while it waits for a person."""
    return proposal.decisions.filter(reverses__isnull=True, reversed_by__isnull=True).order_by("-pk").first()


def accept_proposal(
    user: User,
    proposal: Proposal,
    *,
    persons: Sequence[Person] | None = None,
    answered_list: List | None = None,
    reason: str = "",
    credibility: Credibility = Credibility.UNJUDGED,
    correct: Mapping[str, str] | None = None,
) -> Decision:
    """Record what a proposal says, in this user's name. One that is accepted already stays as it is.

    Args:
        persons: whom it is about. Unless given, those that the engine found; for words about a group, the people
            whose group words they hold, or who are on the list of ours that was answered, or all in the case.
        answered_list: for an answer or a hand-over, the list of ours that is meant; the latest one handed to that
            party, unless given.
        credibility: of the claims it makes.
        correct: what the words say otherwise than was read, by field (`corrections.FIELDS`).

    Raises:
        ConflictError: it was rejected, or accepted of other people; that decision must be reversed first.
        BadInputError: no list that could have been answered is known, a claim is about nobody in the case, or it is
            not clear who is meant: namesakes, or a group that could be several; a correction that cannot be.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.JUDGE, proposal)
        access.same_case(user, case, answered_list, *(persons or ()))
        locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
        standing = standing_decision(locked)
        read = proposal_from_json(proposal.payload)
        changes = corrections.differing(read, correct or {})
        if standing is not None:
            if standing.accepted:
                _refuse_otherwise_corrected(proposal, standing, changes)
                _refuse_other_than_accepted(proposal, standing, persons, answered_list)
                return standing
            raise ConflictError(
                gettext("{who} rejected {proposal}").format(who=_who(standing), proposal=access.ref_of(proposal)),
                gettext("Reverse that decision first, with the reason."),
            )
        acceptance = _Acceptance(
            user,
            case,
            proposal,
            corrections.corrected(read, changes, proposal.capture.text),
            None if persons is None else tuple(persons),
            answered_list,
            credibility,
        )
        if persons is None and acceptance.proposed.kind in _ABOUT_PEOPLE:
            _refuse_namesakes(acceptance)
        decision = Decision.objects.create(
            proposal=proposal, accepted=True, reason=reason, corrected=changes, entered_by=user
        )
        newest = {model: model._default_manager.aggregate(last=Max("pk"))["last"] or 0 for model in _MADE}
        for made in _RECORDERS[acceptance.proposed.kind](acceptance):
            kind = made._meta.model_name or ""
            # What a person recorded by hand before does not hang on this decision. What another decision made does:
            # it stands while one of them stands.
            if made.pk > newest[type(made)] or Made.objects.filter(kind=kind, object_id=made.pk).exists():
                Made.objects.get_or_create(decision=decision, kind=kind, object_id=made.pk)
        audit.append(
            user,
            "accept_proposal",
            case=case,
            about=[decision, proposal],
            detail={"kind": proposal.kind} | ({"corrected": sorted(changes)} if changes else {}),
        )
        return decision


def _who(decision: Decision) -> str:
    return decision.entered_by.get_full_name() or decision.entered_by.get_username()


def _refuse_otherwise_corrected(proposal: Proposal, standing: Decision, changes: Mapping[str, str]) -> None:
    if changes and changes != standing.corrected:
        raise ConflictError(
            gettext("{proposal} is accepted already, and read otherwise").format(proposal=access.ref_of(proposal)),
            gettext("Undo that decision first, with the reason; then accept it anew."),
            kind="accepted-otherwise",
        )


def _refuse_other_than_accepted(
    proposal: Proposal, standing: Decision, persons: Sequence[Person] | None, answered_list: List | None
) -> None:
    """An acceptance is not widened or moved by accepting once more."""
    made = standing.made
    answers = Answer.objects.filter(pk__in=[pk for kind, pk in made if kind == "answer"])
    recorded = set(Claim.objects.filter(answer__in=answers).values_list("person", flat=True))
    for model, path in ((Claim, "person"), (Commitment, "persons"), (Contact, "persons_raised")):
        ids = [pk for kind, pk in made if kind == model._meta.model_name]
        recorded |= set(
            model._default_manager.filter(pk__in=ids, **{f"{path}__isnull": False}).values_list(path, flat=True)
        )
    other_people = persons is not None and recorded and {person.pk for person in persons} != recorded
    other_list = answered_list is not None and answers and {a.list_id for a in answers} != {answered_list.pk}
    if other_people or other_list:
        raise ConflictError(
            gettext("{proposal} is accepted already, of {others}").format(
                proposal=access.ref_of(proposal),
                others=gettext("other people") if other_people else gettext("another list"),
            ),
            gettext("Undo that decision first, with the reason; then accept it anew."),
            kind="accepted-otherwise",
        )


def _refuse_namesakes(a: _Acceptance) -> None:
    """One name in the text is one person: where it may be several of ours, a person says which."""
    keys = set(a.proposed.persons)
    if len(keys) < 2:
        return
    spotted = [s for s in matching.spotter_for(a.user, a.case).spot(a.proposal.capture.text) if s.key in keys]
    spans = (a.proposed.span, *a.proposed.content)
    here = [s for s in spotted if any(s.start < span.stop and span.start < s.stop for span in spans)]
    alike: set[int] = set()
    words = ""
    for one in here or spotted:
        rivals = {s.key for s in here or spotted if s.start < one.stop and one.start < s.stop}
        if len(rivals) > 1:
            alike |= {int(key) for key in rivals}
            words = words or one.text
    if not alike:
        return
    people = Person.objects.filter(pk__in=alike).order_by("pk").prefetch_related("name_forms")
    told = ", ".join(f"{access.ref_of(person)} ({next(iter(person.name_forms.all())).text})" for person in people)
    raise BadInputError(
        gettext("“{words}” in {proposal} may be any of {told}").format(
            words=words, proposal=access.ref_of(a.proposal), told=told
        ),
        gettext("Say who is meant (--person P1); or reject it."),
        kind="namesakes",
    )


def reject_proposal(user: User, proposal: Proposal, *, reason: str) -> Decision:
    """Say that a proposal is wrong. It stays readable with the reason.

    Raises:
        ConflictError: it was accepted; that decision must be reversed first.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.JUDGE, proposal)
        require_reason(reason)
        locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
        standing = standing_decision(locked)
        if standing is not None:
            if standing.accepted is False:
                return standing
            raise ConflictError(
                gettext("{who} accepted {proposal}").format(who=_who(standing), proposal=access.ref_of(proposal)),
                gettext("Reverse that decision first, with the reason."),
            )
        decision = Decision.objects.create(proposal=proposal, accepted=False, reason=reason, entered_by=user)
        audit.append(user, "reject_proposal", case=case, about=[decision, proposal])
        return decision


def reverse_decision(user: User, decision: Decision, *, reason: str) -> Decision:
    """Take a decision back, and with it all that it recorded and no other decision did. The proposal waits again.

    Claims are withdrawn and answers reversed; what has no withdrawal of its own no longer stands (`taken_back`).

    Returns:
        the reversal; the one that is there, if the decision is reversed already.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.JUDGE, decision)
        require_reason(reason)
        if decision.reverses_id is not None:
            raise ConflictError(
                gettext("a reversal is not reversed"), gettext("Decide on the proposal anew; it waits for a person.")
            )
        Proposal.objects.select_for_update().get(pk=decision.proposal_id)
        done = Decision.objects.filter(reverses=decision).first()
        if done is not None:
            return done
        reversal = Decision.objects.create(
            proposal_id=decision.proposal_id, accepted=None, reason=reason, reverses=decision, entered_by=user
        )
        for kind, pk in reversed(decision.made):
            if not _stands_elsewhere(kind, pk):
                _take_back(user, kind, pk, reason)
        audit.append(user, "reverse_decision", case=case, about=[reversal, decision, decision.proposal])
        return reversal


def _stands_elsewhere(kind: str, pk: int) -> bool:
    return Made.objects.filter(kind=kind, object_id=pk, decision__reversed_by__isnull=True).exists()


def _take_back(user: User, kind: str, pk: int, reason: str) -> None:
    if kind == "claim":
        claim = Claim.objects.get(pk=pk)
        if not Withdrawal.objects.filter(claim=claim).exists():
            withdraw_claim(user, claim, reason=reason)
    elif kind == "answer":
        answer = Answer.objects.get(pk=pk)
        if not AnswerReversal.objects.filter(answer=answer).exists():
            reverse_answer(user, answer, reason=reason)


# --- what each kind records ---------------------------------------------------------------------------------------

_ABOUT_PEOPLE = frozenset(
    {ProposalKind.CLAIM, ProposalKind.MENTION, ProposalKind.CONTACT, ProposalKind.ANSWER, ProposalKind.COMMITMENT}
)
_MADE: tuple[type[Model], ...] = (Statement, Claim, Contact, Handover, Answer, Commitment, SilenceFinding)


@dataclass(frozen=True, slots=True)
class _Acceptance:
    """What the recorders of the kinds share."""

    user: User
    case: Case
    proposal: Proposal
    proposed: Proposed
    persons: tuple[Person, ...] | None
    answered_list: List | None
    credibility: Credibility

    def about(self) -> tuple[Person, ...]:
        """Those the person names; else those the engine found, as far as the user may see them."""
        if self.persons is not None:
            return self.persons
        keys = [int(key) for key in self.proposed.persons]
        return tuple(access.visible(self.user, Person).filter(case=self.case, pk__in=keys).order_by("pk"))

    def everybody(self) -> tuple[Person, ...]:
        """All people of the case: whom words about "the hostages" mean where no list narrows it down."""
        return tuple(access.visible(self.user, Person).filter(case=self.case).order_by("pk"))

    def seen(self, people: Sequence[Person]) -> tuple[Person, ...]:
        """Those of them whom the user may see: of the others nothing is recorded, and nothing is told."""
        ids = [person.pk for person in people]
        shown = set(access.visible(self.user, Person).filter(pk__in=ids).values_list("pk", flat=True))
        return tuple(person for person in people if person.pk in shown)

    def group(self) -> tuple[Person, ...]:
        """Whom words about a group mean: those with its words, else those on our list, else all; never a guess.

        Where the words tell how many they are, nobody else is meant than just so many; "some of the workers" is
        nobody until a person says who.
        """
        everybody, count = self.everybody(), self.proposed.count
        said = " ".join(span.text for span in (self.proposed.span, *self.proposed.content))
        if self.answered_list is not None:
            return self.seen(people_of_list(self.answered_list))
        if speaks_of_part(said):
            raise BadInputError(
                gettext("{proposal} speaks of a part of a group, and of nobody by name").format(
                    proposal=access.ref_of(self.proposal)
                ),
                gettext("Say who is meant (--person P1 --person P2), if anybody knows; or reject it."),
                kind="whose-group",
            )
        named = tuple(p for p in everybody if any(says(said, str(term)) for term in p.group_terms))
        handed = self.list_spoken_of() if not named else None
        grouped = any(person.group_terms for person in everybody)
        for people in (named, tuple(people_of_list(handed)) if handed is not None else ()):
            if people and count in (None, len(people)):
                return self.seen(people)
        if not named and (count == len(everybody) or (count is None and not grouped)):
            return everybody
        number = gettext(" ({number} are told of)").format(number=count) if count is not None else ""
        raise BadInputError(
            gettext("{proposal} speaks of a group, and it is not clear who belongs to it{number}").format(
                proposal=access.ref_of(self.proposal), number=number
            ),
            gettext("Say who is meant (--person P1 --person P2), or which list of ours (--list L1)."),
            kind="whose-group",
        )

    def list_spoken_of(self) -> List | None:
        """The list handed to whoever speaks; else the only one handed over at all."""
        speakers = [self.party(name) for name in (self.proposed.by, *(link.name for link in self.proposed.chain))]
        for party in speakers:
            if party is not None and (found := self.our_list(party)) is not None:
                return found
        handed = not_taken_back(access.visible(self.user, Handover)).filter(case=self.case, list__isnull=False)
        lists = set(handed.values_list("list", flat=True))
        return access.visible(self.user, List).filter(pk__in=lists).first() if len(lists) == 1 else None

    def party(self, name: str | None) -> Party | None:
        """The known party of this name, by any of its names; None if the name is not known."""
        return known_party(self.user, self.case, name) if name else None

    def body_of(self, by: str) -> Party | None:
        """The one party for which somebody named by an office alone can speak here."""
        capture, span = self.proposal.capture, self.proposed.span
        known = access.visible(self.user, Party).filter(case=self.case).order_by("pk")
        parties = [party for party in known if party.pk != capture.publisher_id]
        found = whose.body_near(by, capture.text, span.start, span.stop, parties)
        return found[0] if found is not None else None

    @property
    def day(self) -> PartialDate | None:
        """When the thing told of happened, or when it was said."""
        return self.proposed.date.value if self.proposed.date else None

    @property
    def holds_on(self) -> PartialDate | None:
        """When a claim holds of the person: the day told of, unless that is only the day of speaking."""
        spoken = {link.said_on.value for link in self.proposed.chain if link.said_on}
        return None if self.day in spoken or self.day == self.proposal.capture.published else self.day

    @property
    def said_on(self) -> PartialDate | None:
        """When the words were uttered: the first actor of the chain with a date, else the day of publication."""
        spoken = next((link.said_on.value for link in self.proposed.chain if link.said_on), None)
        return spoken or self.proposal.capture.published

    def statement(self) -> Statement:
        """The words with their chain, recorded."""
        proposed, capture = self.proposed, self.proposal.capture
        spans = proposed.content or (proposed.span,)
        text = ELISION.join(span.text for span in spans)
        return record_statement(
            self.user,
            capture,
            text=text,
            start=spans[0].start,
            stop=spans[-1].stop,
            chain=self.chain(),
            manner=proposed.manner or Manner.REPORTED,
            direct=proposed.direct,
            said_on=self.said_on,
            repeats=self.recorded_in_a_copy(text),
        )

    def chain(self) -> list[NewLink]:
        """The chain with its actors tied to parties that the case file knows; the publisher alone if it is empty."""
        capture = self.proposal.capture
        links = [
            NewLink(
                link.role,
                link.name,
                link.attribution,
                party=capture.publisher if link.role == LinkRole.PUBLISHER else self.party(link.name),
                said_on=link.said_on.value if link.said_on else None,
            )
            for link in self.proposed.chain
        ]
        if links or capture.publisher is None:
            return links
        return [NewLink(LinkRole.PUBLISHER, capture.publisher.name, party=capture.publisher)]

    def recorded_in_a_copy(self, text: str) -> Statement | None:
        """The statement that these words repeat, where the capture is a near copy of another or is copied itself.

        Of several, the one that was recorded first. Words in which a number, a negation or any other word differs
        repeat nothing: what follows from the copy alone is left to `independence`.
        """
        capture = self.proposal.capture
        first = capture.copies_id or capture.pk
        copies = Q(capture=first) | Q(capture__copies=first)
        recorded = not_taken_back(access.visible(self.user, Statement).filter(copies).exclude(capture=capture))
        here = said_in(capture, text, self.chain(), said_on=self.said_on)
        for statement in recorded.select_related("capture").prefetch_related("chain__party").order_by("pk"):
            if same_statement(here, said_as_stored(statement)).verdict is SamenessVerdict.SAME:
                return statement.repeats or statement
        return None

    def our_list(self, party: Party | None) -> List | None:
        """The list of ours that is meant: the one named, else the latest one handed over.

        Where the party is known, only what it, a part of it or the body that it is part of received or passed on.
        """
        if self.answered_list is not None:
            return self.answered_list
        handed = not_taken_back(access.visible(self.user, Handover)).filter(case=self.case, list__isnull=False)
        if party is not None:
            related = Q(pk=party.pk) | Q(parent=party) | Q(parts=party)
            body = Party.objects.filter(related)
            handed = handed.filter(Q(recipient__in=body) | Q(through__in=body))
        latest = max(handed, default=None, key=lambda h: ((h.on and h.on.latest) or date.min, h.pk))
        return latest.list if latest is not None else None


def _accept_statement(a: _Acceptance) -> list[Model]:
    return [a.statement()]


def _accept_claim(a: _Acceptance) -> list[Model]:
    proposed = a.proposed
    subject = proposed.subject or ClaimSubject.MENTIONED
    return _claims(a, subject, proposed.polarity or Polarity.ASSERTS, proposed.value or "")


def _accept_mention(a: _Acceptance) -> list[Model]:
    return _claims(a, ClaimSubject.MENTIONED, Polarity.ASSERTS, "")


def _claims(a: _Acceptance, subject: ClaimSubject, polarity: Polarity, value: str) -> list[Model]:
    collective = a.proposed.collective and not a.proposed.persons
    people = a.about()
    if not people and collective:
        people = a.group()
    if not people:
        raise BadInputError(
            gettext("{proposal} is about nobody in the case").format(proposal=access.ref_of(a.proposal)),
            gettext("Name the persons whom it is about."),
        )
    statement = a.statement()
    claims = [
        add_claim(
            a.user,
            person,
            subject=subject,
            polarity=polarity,
            value=value,
            statement=statement,
            collective=collective,
            valid_time=a.holds_on,
            asserted_on=a.said_on,
            credibility=a.credibility,
        )
        for person in people
    ]
    return [statement, *claims]


def _accept_contact(a: _Acceptance) -> list[Model]:
    proposed, statement = a.proposed, a.statement()
    raised = a.about()
    contact = record_contact(
        a.user,
        a.case,
        kind=proposed.contact_kind or ContactKind.OTHER,
        status=proposed.contact_status or ContactStatus.HELD,
        on=a.day,
        place=proposed.place or "",
        participants=list(proposed.participants) or [name for name in (proposed.by, proposed.to) if name],
        persons_raised=raised,
        raised_known=bool(raised),
        statement=statement,
    )
    return [statement, contact]


def _accept_handover(a: _Acceptance) -> list[Model]:
    proposed, statement = a.proposed, a.statement()
    handed = a.answered_list or _list_told_of(a)
    if handed is not None and _told_before(a, handed):
        return [statement]  # one more voice tells of a hand-over that is recorded; it was not handed over twice
    handover = record_handover(
        a.user,
        a.case,
        list=handed,
        statement=statement,
        giver=a.party(proposed.by),
        recipient=a.party(proposed.to),
        through=a.party(proposed.through),
        on=a.day,
        place=proposed.place or "",
        received_by=(proposed.to or "")[:200],
        carried_by=(proposed.through or "")[:200],
        names_count=proposed.count,
    )
    return [statement, handover]


def _told_before(a: _Acceptance, handed: List) -> bool:
    """Whether a hand-over of this list is recorded that the words may well mean: no day or recipient differs."""
    recipient = a.party(a.proposed.to)
    recorded = not_taken_back(access.visible(a.user, Handover)).filter(list=handed)
    return any(
        (a.day is None or h.on is None or a.day == h.on)
        and (None in (recipient, h.recipient) or recipient == h.recipient)
        for h in recorded
    )


def _list_told_of(a: _Acceptance) -> List | None:
    """Our own list, if just one has as many names as are told of and nothing that is known of it says otherwise."""
    if a.proposed.count is None:
        return None
    giver, recipient = a.party(a.proposed.by), a.party(a.proposed.to)
    ours = access.visible(a.user, List).filter(case=a.case, direction=Direction.OUT, arrived_at__isnull=False)
    fitting = [
        stored
        for stored in ours
        if stored.items.count() == a.proposed.count
        and (None in (giver, stored.author) or giver == stored.author)
        and (None in (recipient, stored.recipient) or recipient == stored.recipient)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _accept_answer(a: _Acceptance) -> list[Model]:
    proposed = a.proposed
    party = a.party(proposed.by) or next((a.party(link.name) for link in proposed.chain), None)
    answered = a.our_list(party)
    if answered is None:
        raise BadInputError(
            gettext("no list of ours is known to have been handed over, so that nothing says what is answered"),
            gettext("Record the hand-over, or name the list that is answered."),
            kind="no-answered-list",
        )
    statement = a.statement()
    # Whoever speaks for a party is seldom a party of the case; the words answer for the one that was asked. Who
    # uttered them stays in the statement's chain.
    party = party or answered.recipient
    items: list[ListItem | None] = _items_of(a, answered) if a.about() else [None]
    answers = [
        record_answer(
            a.user,
            answered,
            item=item,
            code=proposed.answer_code or AnswerCode.COLLECTIVE_REPLY,
            party=party,
            statement=statement,
            answered_on=a.said_on,
            words=statement.text,
        )
        for item in items
    ]
    return [statement, *answers]  # the claims of an answer stand and fall with it


def _items_of(a: _Acceptance, answered: List) -> list[ListItem | None]:
    """The rows of the persons whom the answer names."""
    about = a.about()
    rows = {person.pk: item for item, person in rows_and_people(answered)}
    if missing := [person for person in about if person.pk not in rows]:
        raise BadInputError(
            gettext("{missing} is on no row of {answered}").format(
                missing=access.ref_of(missing[0]), answered=access.ref_of(answered)
            ),
            gettext("Link the row to the person first, or name the list that was answered."),
            kind="not-on-list",
        )
    return [rows[person.pk] for person in about]


def _accept_commitment(a: _Acceptance) -> list[Model]:
    proposed, statement = a.proposed, a.statement()
    by = proposed.by or (proposed.chain[0].name if proposed.chain else "")
    party = a.party(by) or a.party(whose.without_body(by)[1]) or a.body_of(by)
    people = a.about()
    collective = not a.proposed.persons
    if not people and collective:
        people = a.group()
    commitment = record_commitment(
        a.user,
        statement,
        by=by,
        to=proposed.to or "",
        party=party,
        content=statement.text,
        condition=proposed.condition.text if proposed.condition else "",
        made_on=a.said_on,
        due=proposed.due.value if proposed.due else None,
        persons=people,
        collective=collective,
    )
    return [statement, commitment]


def _accept_silence(a: _Acceptance) -> list[Model]:
    """A source's own word that nothing was mentioned is cited; what the engine missed in a text is our finding.

    Whether that finding may be "no mention" hangs on the text being held in full, and on nothing else.
    """
    proposed, capture = a.proposed, a.proposal.capture
    if proposed.about and not proposed.because.startswith(_MISSED_BY_ENGINE):
        statement = a.statement()
        silence = record_silence(
            a.user,
            a.case,
            event=f"“{statement.text}”",  # relatives may read it: the source's words, not the engine's
            verdict=SilenceVerdict.NOT_ASSESSABLE,
            explicit_in=statement,
            terms=matching.search_terms(a.user, a.case),
            note="A source says so itself; the text it speaks of is not held here.",
        )
        return [statement, silence]
    verdict = SilenceVerdict.NO_MENTION if capture.complete else SilenceVerdict.NOT_ASSESSABLE
    outlet = capture.publisher.name if capture.publisher else capture.title or capture.file_name
    row = CoverageRow(
        outlet=outlet,
        verdict=verdict,
        full_text_held=capture.complete,
        capture=capture,
        language=capture.language,
    )
    silence = record_silence(
        a.user,
        a.case,
        # Relatives may read it: the text's own title, and never the name of a file.
        event=", ".join(dict.fromkeys(filter(None, (capture.title, outlet)))),
        verdict=verdict,
        coverage=[row],
        terms=matching.search_terms(a.user, a.case),
    )
    return [silence]


_RECORDERS: Mapping[ProposalKind, Callable[[_Acceptance], list[Model]]] = {
    ProposalKind.STATEMENT: _accept_statement,
    ProposalKind.CLAIM: _accept_claim,
    ProposalKind.CONTACT: _accept_contact,
    ProposalKind.HANDOVER: _accept_handover,
    ProposalKind.ANSWER: _accept_answer,
    ProposalKind.COMMITMENT: _accept_commitment,
    ProposalKind.SILENCE: _accept_silence,
    ProposalKind.MENTION: _accept_mention,
}


def known_party(user: User, case: Case, name: str) -> Party | None:
    """The party of a case that has this name, or has it among its other names."""
    wanted = _plain(name)
    for party in access.visible(user, Party).filter(case=case).order_by("pk"):
        if wanted in (_plain(party.name), *map(_plain, party.other_names)):
            return party
    return None


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
