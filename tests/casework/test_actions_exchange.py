"""What passes between the desk and the parties: hand-overs, answers, promises, contacts, silences."""

from __future__ import annotations

from datetime import date

import pytest

from homeward.casework.actions.answers import CLAIM_OF_CODE, record_answer, reverse_answer
from homeward.casework.actions.claims import add_claim
from homeward.casework.actions.commitments import record_commitment, review_commitment
from homeward.casework.actions.contacts import record_contact
from homeward.casework.actions.enquiries import assess_harm, record_consent, record_enquirer, record_enquiry
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.links import link_by_hand
from homeward.casework.actions.silences import CoverageRow, record_silence
from homeward.casework.models import (
    Claim,
    ConsentPurpose,
    Direction,
    Disclosure,
    Handover,
    SilenceFinding,
    active_claims,
)
from homeward.errors import BadInputError, ConflictError
from homeward.records import AnswerCode, ClaimSubject, ContactKind, PartialDate, Polarity, SilenceVerdict

_DAY = date(2026, 3, 5)
_ON = PartialDate.read("2026-03-05")


@pytest.fixture
def ours(desk):
    """Our own list of two people, each row linked to its person, and the party that is to have it."""
    held = desk.list(({"birth": "1994"}, {"birth": "1988"}), direction=Direction.OUT)
    people = [desk.person(), desk.person("Ilka Tamorevic")]
    for item, person in zip(held.items.order_by("ordinal"), people, strict=True):
        link_by_hand(desk.chief, item, person, reason="we wrote the list")
    return held, people, desk.party()


def _allow(desk, person, party, *, allows=True, fields=("name", "birth")):
    assess_harm(
        desk.chief, person, recipient=party, fields=fields, legal_basis="vital interest",
        assessment="they hold him", allows=allows,
    )  # fmt: skip


# --- hand-overs ---------------------------------------------------------------------------------------------------


def test_nobody_is_handed_over_without_a_harm_assessment(desk, ours):
    held, people, party = ours
    _allow(desk, people[0], party)
    with pytest.raises(ConflictError, match=f"no harm assessment .*: P{people[1].pk}"):
        record_handover(desk.chief, desk.case, list=held, recipient=party, on=_ON)
    assert not Handover.objects.exists()
    assert not Disclosure.objects.exists()
    _allow(desk, people[1], party)
    made = record_handover(desk.chief, desk.case, list=held, recipient=party, on=_ON)
    told = Disclosure.objects.filter(handover=made).order_by("person")
    assert [row.person for row in told] == people
    assert {tuple(row.fields) for row in told} == {("birth", "name")}
    assert {(row.recipient, row.approved_by) for row in told} == {(party, desk.chief)}
    assert made.names_count == 2


def test_an_assessment_holds_for_its_recipient_and_the_newest_counts(desk, ours):
    held, people, party = ours
    for person in people:
        _allow(desk, person, party)
    with pytest.raises(ConflictError, match="no harm assessment"):
        record_handover(desk.chief, desk.case, list=held, recipient=desk.party("The committee"), on=_ON)
    _allow(desk, people[0], party, allows=False)
    with pytest.raises(ConflictError, match=f"would harm: P{people[0].pk}"):
        record_handover(desk.chief, desk.case, list=held, recipient=party, on=_ON)


@pytest.mark.parametrize(
    ("scope", "refused"), [("", True), ("Ministry of the Interior of Tarvia", True), ("a paper", False)]
)
def test_consent_taken_back_stops_a_hand_over(desk, ours, scope, refused):
    held, people, party = ours
    for person in people:
        _allow(desk, person, party)
    enquirer = record_enquirer(desk.chief, desk.case, "Ana Tolvic")
    record_enquiry(
        desk.chief, enquirer, people[0], relation="sister", channel="letter", asked_on=_DAY, questions="Where is he?"
    )
    for given in (True, False):
        record_consent(
            desk.chief,
            enquirer,
            people[0],
            purpose=ConsentPurpose.SHARE,
            given=given,
            on=_DAY,
            wording="May we give his name?",
            scope=scope,
        )
    if refused:
        with pytest.raises(ConflictError, match="taken back"):
            record_handover(desk.chief, desk.case, list=held, recipient=party, on=_ON)
    else:
        record_handover(desk.chief, desk.case, list=held, recipient=party, on=_ON)


def test_a_row_that_is_nobody_we_know_stops_a_hand_over(desk, ours):
    held, people, party = ours
    held.items.create(ordinal=3, row_number=9, cells=["?"], name="?", record=None)
    for person in people:
        _allow(desk, person, party)
    with pytest.raises(ConflictError, match="row 9"):
        record_handover(desk.chief, desk.case, list=held, recipient=party, on=_ON)


def test_a_list_that_is_not_whole_is_not_handed_over(desk, ours):
    held, _, party = ours
    held.arrived_at = None
    held.save()
    with pytest.raises(ConflictError, match="not held whole"):
        record_handover(desk.chief, desk.case, list=held, recipient=party, on=_ON)


def test_what_a_report_tells_of_discloses_nothing(desk, ours):
    held, _, party = ours
    told = record_handover(desk.worker, desk.case, statement=desk.statement(), names_count=8, recipient=party)
    assert told.names_count == 8
    record_handover(desk.worker, desk.case, list=held, statement=desk.statement(), recipient=party)
    record_handover(desk.worker, desk.case, list=desk.list(), giver=party)
    assert not Disclosure.objects.exists()
    with pytest.raises(BadInputError, match="nothing tells"):
        record_handover(desk.worker, desk.case, recipient=party)


# --- answers ------------------------------------------------------------------------------------------------------


@pytest.fixture
def handed(desk, ours):
    """The same list, handed over."""
    desk.handed_over(ours[0])
    return ours


def test_a_collective_answer_makes_a_collective_claim_of_each_person(desk, handed):
    held, people, party = handed
    answer = record_answer(
        desk.worker, held, party=party, code=AnswerCode.SEARCHING, words="ведётся поиск", answered_on=_ON
    )
    claims = list(Claim.objects.order_by("person"))
    assert [claim.person for claim in claims] == people
    for claim in claims:
        assert (claim.subject, claim.polarity, claim.collective) == ("searched_for", "asserts", True)
        assert (claim.value, claim.asserted_on, claim.answer) == ("ведётся поиск", _ON, answer)
        assert claim.item is not None
    assert not Claim.objects.filter(subject=ClaimSubject.ACKNOWLEDGEMENT).exists(), "searching is not holding"


def test_an_answer_by_name_is_about_that_row_alone(desk, handed):
    held, people, party = handed
    record_answer(
        desk.worker,
        held,
        party=party,
        code=AnswerCode.DOES_NOT_HOLD,
        item=held.items.get(ordinal=2),
        words="so they wrote",
    )
    claim = Claim.objects.get()
    assert (claim.person, claim.polarity, claim.collective) == (people[1], Polarity.DENIES, False)


@pytest.mark.parametrize("code", list(AnswerCode))
def test_each_code_makes_its_claim_or_none(desk, handed, code):
    held, _, party = handed
    record_answer(desk.worker, held, party=party, code=code, item=held.items.get(ordinal=1), words="so they wrote")
    found = [(ClaimSubject(claim.subject), Polarity(claim.polarity)) for claim in Claim.objects.all()]
    assert found == ([CLAIM_OF_CODE[code]] if code in CLAIM_OF_CODE else [])
    assert (ClaimSubject.ACKNOWLEDGEMENT, Polarity.ASSERTS) not in found or code == AnswerCode.HOLDS


def test_only_a_list_of_ours_that_was_handed_over_is_answered(desk, ours):
    held, _, party = ours
    said = {"party": party, "code": AnswerCode.HOLDS, "words": "They are with us."}
    with pytest.raises(ConflictError, match="not a list of ours"):
        record_answer(desk.worker, desk.list(), **said)
    with pytest.raises(ConflictError, match="no hand-over") as told:
        record_answer(desk.worker, held, **said)
    assert told.value.problem.remedy.startswith("Record the hand-over first")
    desk.handed_over(held)
    assert record_answer(desk.worker, held, **said).words == "They are with us."


def test_an_answer_needs_the_words_in_which_it_was_given(desk, handed):
    held, _, party = handed
    with pytest.raises(BadInputError, match="which words"):
        record_answer(desk.worker, held, party=party, code=AnswerCode.HOLDS, words=" ")
    record_answer(desk.worker, held, party=party, code=AnswerCode.NO_ANSWER_BY)
    assert not Claim.objects.exists()


def test_an_answer_taken_back_takes_its_claims_along_and_can_be_given_anew(desk, handed):
    held, _, party = handed
    answer = record_answer(desk.worker, held, party=party, code=AnswerCode.HOLDS, words="so they wrote")
    reverse_answer(desk.worker, answer, "it was about another list")
    assert not active_claims(Claim.objects.all()).exists()
    again = record_answer(desk.worker, held, party=party, code=AnswerCode.HOLDS, words="so they wrote")
    assert again != answer
    assert active_claims(Claim.objects.all()).count() == 2


def test_a_row_of_another_list_is_refused(desk, handed):
    held, _, party = handed
    with pytest.raises(BadInputError, match="not on that list"):
        record_answer(
            desk.worker, held, party=party, code=AnswerCode.HOLDS, item=desk.list().items.get(), words="so they wrote"
        )


def test_an_answer_is_as_closely_held_as_its_statement(desk, handed):
    held, _, party = handed
    statement = desk.statement(capture=desk.capture(classification=2))
    record_answer(desk.chief, held, party=party, code=AnswerCode.HOLDS, statement=statement)
    assert set(Claim.objects.values_list("classification", flat=True)) == {2}


# --- promises -----------------------------------------------------------------------------------------------------


def test_a_promise_without_a_date_has_none_and_is_still_looked_at_again(desk):
    promise = record_commitment(
        desk.worker, desk.statement(), by="the ministry", content="we will free them", condition="when found"
    )
    assert promise.due is None
    review = review_commitment(desk.worker, promise, on=_DAY, grade="D", note="no letter came")
    assert review.next_review_on == date(2026, 4, 4)


@pytest.mark.parametrize("days", [0, -1])
def test_a_promise_must_be_looked_at_again(desk, days):
    with pytest.raises(BadInputError, match="looked at again"):
        record_commitment(desk.worker, desk.statement(), by="them", content="it", review_every_days=days)


def test_a_promise_is_kept_only_on_evidence(desk):
    statement, person = desk.statement(), desk.person()
    promise = record_commitment(desk.worker, statement, by="the ministry", content="a list", persons=[person])
    with pytest.raises(BadInputError, match="nothing shows"):
        review_commitment(desk.worker, promise, on=_DAY, grade="A", note="they say so")
    claim = add_claim(desk.worker, person, subject=ClaimSubject.LISTED, statement=statement)
    review = review_commitment(desk.worker, promise, on=_DAY, grade="A", note="the list came", evidence=[claim])
    assert (list(review.evidence.all()), review.next_review_on) == ([claim], None)
    with pytest.raises(BadInputError, match="not after"):
        review_commitment(desk.worker, promise, on=_DAY, grade="C", note="it is late", next_review_on=_DAY)


def test_a_promise_is_as_closely_held_as_its_words(desk):
    statement = desk.statement(capture=desk.capture(classification=1))
    assert record_commitment(desk.chief, statement, by="them", content="it").classification == 1


# --- contacts and silence -----------------------------------------------------------------------------------------


def test_a_contact_knows_who_was_raised_or_that_it_does_not(desk):
    person = desk.person()
    made = record_contact(
        desk.worker, desk.case, kind=ContactKind.VISIT, participants=["them"], persons_raised=[person]
    )
    assert (list(made.persons_raised.all()), made.raised_known) == ([person], True)
    other = record_contact(desk.worker, desk.case, kind=ContactKind.VISIT, participants=["them"])
    assert not other.raised_known
    with pytest.raises(BadInputError, match="nobody took part"):
        record_contact(desk.worker, desk.case, kind=ContactKind.CALL)


def _row(capture, verdict=SilenceVerdict.NO_MENTION, *, full=True):
    return CoverageRow("Tarvia Wire", verdict, full, capture)


_TERMS = [{"script": "Latn", "term": "Velaskin"}]


def test_silence_is_not_found_in_part_of_a_text(desk):
    whole, no_mention = desk.capture("They spoke of trade."), SilenceVerdict.NO_MENTION
    missing = CoverageRow("Tarvia Today", SilenceVerdict.NOT_ASSESSABLE, full_text_held=False)
    for coverage in ([_row(whole, full=False)], [_row(whole), missing], [], [_row(None)]):
        with pytest.raises(BadInputError):
            record_silence(
                desk.worker, desk.case, event="the visit", verdict=no_mention, coverage=coverage, terms=_TERMS
            )
    assert not SilenceFinding.objects.exists()
    found = record_silence(
        desk.worker,
        desk.case,
        event="the visit",
        verdict=SilenceVerdict.NOT_ASSESSABLE,
        coverage=[_row(whole), missing],
        terms=_TERMS,
    )
    assert found.coverage.count() == 2


def test_a_capture_that_is_not_complete_is_not_full_text(desk):
    from homeward.casework.actions.captures import capture_file

    part, _ = capture_file(
        desk.worker, desk.case, content=b"They spoke", file_name="a.txt", format="text", text="They", complete=False
    )
    with pytest.raises(BadInputError, match="not held"):
        record_silence(
            desk.worker,
            desk.case,
            event="the visit",
            verdict=SilenceVerdict.NO_MENTION,
            coverage=[_row(part)],
            terms=_TERMS,
        )


def test_silence_needs_the_terms_that_were_searched(desk):
    with pytest.raises(BadInputError, match="no search terms"):
        record_silence(
            desk.worker,
            desk.case,
            event="the visit",
            verdict=SilenceVerdict.NO_MENTION,
            coverage=[_row(desk.capture("They spoke of trade."))],
        )


def test_silence_that_a_source_tells_of_is_its_word(desk):
    found = record_silence(
        desk.worker,
        desk.case,
        event="the ministry's report",
        verdict=SilenceVerdict.NOT_ASSESSABLE,
        explicit_in=desk.statement(),
    )
    assert found.explicit_in is not None
    with pytest.raises(BadInputError, match="no text was looked at"):
        record_silence(desk.worker, desk.case, event="the visit", verdict=SilenceVerdict.NOT_ASSESSABLE)
