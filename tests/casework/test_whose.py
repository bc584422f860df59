"""A promise "by its spokesman" names the body, where the text leaves no doubt."""

from __future__ import annotations

import pytest
from tests.casework.build import AS_OF, CaseFile

from homeward.casework import queries
from homeward.casework.actions.proposals import accept_proposal
from homeward.casework.actions.reports import take_in_report
from homeward.casework.models import Capture, Commitment, PartyKind, Proposal
from homeward.casework.whose import body_near, names_no_body, with_body, without_body
from homeward.records import PartialDate

pytestmark = pytest.mark.django_db
_DAY = PartialDate.read("2026-03-26")
TEXT = (
    "The Coast Movement is looking for the eight people. "
    "Its spokesman said the group would release them as soon as they were found."
)


@pytest.fixture
def file(db: None) -> CaseFile:
    made = CaseFile.new()
    made.person("Maro Velisk")
    return made


@pytest.mark.parametrize(
    "by",
    ["spokesman", "its spokesman", "the group", "представитель", "его пресс-секретарь", "דוברו", "المتحدث باسمها"],
)
def test_an_office_alone_names_no_body(by):
    assert names_no_body(by)


@pytest.mark.parametrize(
    "by", ["Idris Walad", "spokesman for the Coast Movement", "представитель Побережья", "ناطق باسم حركة الساحل", ""]
)
def test_a_name_or_an_office_of_a_body_stays_as_it_is(by):
    assert not names_no_body(by)


def test_the_body_is_the_one_party_named_near(file):
    movement, ministry = file.party("Coast Movement"), file.party("Ministry of Calm", other_names=["the ministry"])
    at = TEXT.index("said")
    assert body_near("spokesman", TEXT, at, at + 4, [movement, ministry]) == (movement, "Coast Movement")
    assert body_near("Idris Walad", TEXT, at, at + 4, [movement]) is None
    both = f"The Ministry of Calm wrote to them. {TEXT}"
    assert body_near("spokesman", both, len(both) - 9, len(both), [movement, ministry]) is None, (
        "one of two: no guess"
    )
    assert body_near("spokesman", "It is far. " * 60 + TEXT[52:], 700, 740, [movement]) is None
    file.party("Coast Movement Radio", kind=PartyKind.MEDIA)
    assert without_body(with_body("spokesman", "Coast Movement")) == ("spokesman", "Coast Movement")
    assert without_body("spokesman") == ("spokesman", "")


def test_a_promise_read_in_a_report_says_whose_spokesman_promised(file):
    movement = file.party("Coast Movement")
    arrival = take_in_report(
        file.user,
        file.case,
        ("a.txt", TEXT.encode()),
        publisher="Novik Agency",
        published=PartialDate.read("2026-03-26"),
    )
    (proposal,) = [p for p in arrival.proposals if p.kind == "commitment"]
    assert proposal.payload["by"].endswith("(Coast Movement)")
    accept_proposal(file.user, proposal, persons=file.people)
    promise = Commitment.objects.get()
    assert promise.party == movement
    (line,) = queries.promises(file.user, file.case, as_of=AS_OF)
    assert line.by.endswith("(Coast Movement)") and line.by.count("Coast Movement") == 1


def test_one_that_was_read_before_names_the_body_once_it_is_accepted(file):
    take_in_report(
        file.user,
        file.case,
        ("a.txt", TEXT.encode()),
        publisher="Novik Agency",
        published=PartialDate.read("2026-03-26"),
    )
    proposal = Proposal.objects.get(kind="commitment")
    assert "(" not in proposal.payload["by"], "no party of that name is known yet"
    movement = file.party("Coast Movement")
    accept_proposal(file.user, proposal, persons=file.people)
    assert Commitment.objects.get().party == movement
    (line,) = queries.promises(file.user, file.case, as_of=AS_OF)
    assert line.by.endswith("(Coast Movement)")
    assert Capture.objects.count() == 1
