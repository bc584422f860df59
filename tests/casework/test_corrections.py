"""A proposal that was read wrongly is corrected when accepted: what was read and what was said are both kept."""

from __future__ import annotations

import pytest
from tests.casework.conftest import Desk
from tests.casework.test_proposals import CHAIN, SEARCHING, a_statement, day, propose, report, span

from homeward.casework import queries
from homeward.casework.actions.proposals import accept_proposal, reverse_decision, standing_decision
from homeward.casework.corrections import CODES, FIELDS, corrected, differing, values_read
from homeward.casework.models import Capture, Claim, Commitment, Contact, Statement
from homeward.errors import BadInputError, ConflictError
from homeward.reading.proposals import Proposal as Proposed
from homeward.reading.proposals import ProposalKind, proposal_from_json, proposal_to_json
from homeward.records import ClaimSubject, ContactKind, ContactStatus, LinkRole, PartialDate, Polarity

__all__ = ["report"]  # a fixture
ALIVE = "Marko Velaskin was seen alive in camp 4, a guard said."


def a_claim(desk: Desk, report: Capture, **more):
    person = desk.person("Marko Velaskin")
    fields = {"subject": ClaimSubject.ALIVE, "polarity": Polarity.ASSERTS, "persons": (str(person.pk),)}
    return propose(desk, report, ProposalKind.CLAIM, ALIVE, **fields | more)


def test_speaker_relay_day_and_words_are_said_otherwise(desk: Desk, report: Capture) -> None:
    proposal = a_statement(desk, report)
    said = {
        "speaker": "a guard",
        "attribution": "anonymous",
        "relays": "Sela Radio\nBrava Agency",
        "said_on": "2026-03",
    }
    decision = accept_proposal(desk.chief, proposal, correct=said | {"content": "We are searching for the people"})
    statement = Statement.objects.get()
    chain = [(link.role, link.name, link.attribution) for link in statement.chain.order_by("order")]
    assert chain == [
        ("speaker", "a guard", "anonymous"),
        ("relay", "Sela Radio", "named"),
        ("relay", "Brava Agency", "named"),
        ("publisher", "Tarvia Wire", "named"),
    ]
    assert statement.text == "We are searching for the people"
    assert report.text[statement.start : statement.stop] == statement.text
    assert statement.said_on == PartialDate("2026-03")
    assert decision.corrected == said | {"content": "We are searching for the people"}
    assert proposal_from_json(proposal.payload).chain == CHAIN, "what was read stays as it was read"


def test_what_is_claimed_is_said_otherwise(desk: Desk, report: Capture) -> None:
    proposal = a_claim(desk, report)
    accept_proposal(desk.chief, proposal, correct={"subject": "whereabouts", "value": "camp 4", "on": "2026-02~"})
    claim = Claim.objects.get()
    assert (claim.subject, claim.polarity, claim.value) == ("whereabouts", "asserts", "camp 4")
    assert claim.valid_time == PartialDate("2026-02~")


def test_a_corrected_claim_of_a_death_waits_for_a_second_reader(desk: Desk, report: Capture) -> None:
    proposal = a_claim(desk, report)
    first = accept_proposal(desk.chief, proposal)
    assert queries.second_readings(desk.chief, desk.case).total == 0
    reverse_decision(desk.chief, first, reason="it tells of a death")
    accept_proposal(desk.chief, proposal, correct={"subject": "dead"})
    assert queries.second_readings(desk.chief, desk.case).total == 1


def test_a_contact_and_a_promise_are_said_otherwise(desk: Desk, report: Capture) -> None:
    visit = propose(
        desk, report, ProposalKind.CONTACT, "On 2 March a delegation visited the ministry",
        contact_kind=ContactKind.VISIT, contact_status=ContactStatus.HELD,
        participants=("a delegation", "the ministry"), date=day("2 March", "2026-03-02"),
    )  # fmt: skip
    accept_proposal(
        desk.chief, visit, correct={"contact_status": "planned", "participants": "a delegation", "on": ""}
    )
    contact = Contact.objects.get()
    assert (contact.kind, contact.status, contact.on) == ("visit", "planned", None)
    assert contact.participants == ["a delegation"]
    promise = propose(
        desk, report, ProposalKind.COMMITMENT, "It promised to release them once the road is open",
        by="It", persons=(str(desk.person("Ana Velaskin").pk),),
    )  # fmt: skip
    accept_proposal(
        desk.chief, promise, correct={"by": "the ministry", "condition": "once the road is open", "due": "2026-06"}
    )
    commitment = Commitment.objects.get()
    assert (commitment.by, commitment.condition) == ("the ministry", "once the road is open")
    assert commitment.due == PartialDate("2026-06")


def test_nothing_said_otherwise_is_no_correction(desk: Desk, report: Capture) -> None:
    proposal = a_claim(desk, report)
    read = values_read(proposal_from_json(proposal.payload))
    decision = accept_proposal(desk.chief, proposal, correct={name: f" {value}\r\n" for name, value in read.items()})
    assert decision.corrected == {}
    assert accept_proposal(desk.chief, proposal) == decision


def test_an_acceptance_is_not_corrected_by_accepting_again(desk: Desk, report: Capture) -> None:
    proposal = a_claim(desk, report)
    first = accept_proposal(desk.chief, proposal, correct={"on": "2026-02"})
    assert accept_proposal(desk.chief, proposal, correct={"on": "2026-02"}) == first
    with pytest.raises(ConflictError, match="accepted already"):
        accept_proposal(desk.chief, proposal, correct={"on": "2026-01"})
    reverse_decision(desk.chief, first, reason="another month")
    accept_proposal(desk.chief, proposal, correct={"on": "2026-01"})
    standing = standing_decision(proposal)
    assert standing is not None and standing.corrected == {"on": "2026-01"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"content": "We have found them"}, "do not stand in the report"),
        ({"content": ""}, "is empty"),
        ({"said_on": "the day after"}, "is no date"),
        ({"said_on": "2026-13"}, "no"),
        ({"manner": "sang"}, "cannot stand for “How”"),
        ({"answer_code": "holds"}, "to correct"),
        ({"speaker": "x" * 301}, "too long"),
        ({"speaker": "", "attribution": "anonymous"}, "publisher speaks itself"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_records_nothing(
    desk: Desk, report: Capture, said: dict[str, str], told: str
) -> None:
    proposal = a_statement(desk, report)
    with pytest.raises(BadInputError, match=told):
        accept_proposal(desk.chief, proposal, correct=said)
    assert not Statement.objects.exists() and standing_decision(proposal) is None


def test_quoted_words_are_found_where_they_were_read() -> None:
    text = "They wait. They wait. They wait."
    read = Proposed(ProposalKind.STATEMENT, span("They wait", text), because="rule under test")
    late = Proposed(ProposalKind.STATEMENT, type(read.span)(22, 31, "They wait"), because="rule under test")
    assert [corrected(one, {"content": "wait"}, text).content[0].start for one in (read, late)] == [5, 27]


@pytest.mark.parametrize("kind", list(ProposalKind))
def test_every_field_of_every_kind_is_told_and_taken(kind: ProposalKind) -> None:
    text = f"The guard said: {SEARCHING}."
    read = Proposed(kind, span(SEARCHING, text), because="rule under test", chain=CHAIN)
    given = {
        "content": "searching",
        "condition": "people on the list",
        "count": "3",
        "said_on": "2026",
        "on": "2026-02",
    }
    given |= {"due": "2027"}
    for name in FIELDS[kind]:
        value = given.get(name) or (list(CODES[name])[-1].value if name in CODES else "the guard")
        made = corrected(read, differing(read, {name: value}), text)
        assert values_read(made)[name] == value
        assert {n for n in FIELDS[kind] if values_read(made)[n] != values_read(read)[n]} <= {name, "by"}
        assert proposal_from_json(proposal_to_json(made)) == made, "it is a proposal like any other"
        assert made.chain[-1].role == LinkRole.PUBLISHER
