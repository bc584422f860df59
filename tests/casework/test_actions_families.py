"""What relatives ask and are told: references, consents, walls, frozen briefings, a second reader."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from homeward.casework.actions.briefings import LineKind, NewLine, Withheld, freeze_briefing, record_delivery
from homeward.casework.actions.claims import add_claim, withdraw_claim
from homeward.casework.actions.enquiries import (
    record_consent,
    record_disclosure,
    record_enquirer,
    record_enquiry,
)
from homeward.casework.models import Briefing, Consent, ConsentPurpose, Enquiry, Role
from homeward.errors import BadInputError, ConflictError, NotThereError
from homeward.records import ClaimSubject

_DAY = date(2026, 3, 5)


@pytest.fixture
def liaison(desk):
    return desk.users[Role.FAMILY_LIAISON]


@pytest.fixture
def asked(desk, liaison):
    person = desk.person()
    enquirer = record_enquirer(liaison, desk.case, "Ana Tolvic", safe_contact="after six, never by letter")
    record_enquiry(
        liaison, enquirer, person, relation="sister", channel="telephone", asked_on=_DAY, questions="Is he alive?"
    )
    return enquirer, person


def _claim(desk, person, subject=ClaimSubject.CUSTODY, level=0):
    statement = desk.statement(capture=desk.capture(classification=level))
    return add_claim(desk.chief, person, subject=subject, statement=statement)


def _freeze(user, asked, lines, **more):
    enquirer, person = asked
    return freeze_briefing(user, enquirer, person, language="en", until=_DAY, lines=lines, **more)


def test_a_reference_is_short_and_cannot_be_guessed(desk, liaison, asked):
    enquirer, person = asked
    for number in range(20):
        record_enquiry(
            liaison, enquirer, person, relation="sister", channel="letter", asked_on=_DAY, questions=f"{number}?"
        )
    references = set(Enquiry.objects.values_list("reference", flat=True))
    assert len(references) == 21
    for reference in references:
        assert len(reference) == 9
        assert not set(reference) & set("AEIOU01S5Z2")


def test_each_purpose_is_consented_to_alone(liaison, asked):
    enquirer, person = asked
    for purpose in (ConsentPurpose.TRACE, ConsentPurpose.MEDIA):
        record_consent(liaison, enquirer, person, purpose=purpose, given=True, on=_DAY, wording="Yes.")
    record_consent(liaison, enquirer, person, purpose=ConsentPurpose.MEDIA, given=False, on=_DAY, wording="No more.")
    assert list(Consent.objects.order_by("pk").values_list("purpose", "given")) == [
        ("trace", True),
        ("media", True),
        ("media", False),
    ]


def test_an_enquirer_has_to_do_only_with_whom_they_asked_about(desk, liaison, asked):
    enquirer, _ = asked
    other = desk.person("Ilka Tamorevic")
    with pytest.raises(ConflictError, match="has not asked"):
        record_consent(liaison, enquirer, other, purpose=ConsentPurpose.TRACE, given=True, on=_DAY, wording="Yes.")
    with pytest.raises(ConflictError, match="has not asked"):
        _freeze(liaison, (enquirer, other), [NewLine("We wrote again.", kind=LineKind.WE)])


def test_a_briefing_is_frozen_with_its_hash_and_its_claims(desk, liaison, asked):
    claim = _claim(desk, asked[1])
    lines = [
        NewLine("The spokesman is reported as saying that he is held.", claim),
        NewLine("We asked again on 2 March.", kind=LineKind.WE),
        NewLine("We will ask again in April.", kind=LineKind.NEXT),
    ]
    kept = _claim(desk, asked[1], ClaimSubject.WHEREABOUTS)
    made = _freeze(liaison, asked, lines, withheld=[Withheld(kept, "it would endanger him")])
    assert made.sha256 == hashlib.sha256(made.text.encode()).hexdigest()
    assert [line.claim for line in made.lines.order_by("order")] == [claim, None, None, kept]
    assert "endanger" not in made.text
    assert record_delivery(liaison, made, on=_DAY, channel="telephone").by == "family_liaison"


def test_a_sentence_about_the_person_cites_its_claim(desk, liaison, asked):
    with pytest.raises(BadInputError, match="nothing is cited"):
        _freeze(liaison, asked, [NewLine("He is alive.")])
    stranger = _claim(desk, desk.person("Ilka Tamorevic"))
    with pytest.raises(BadInputError, match="somebody else"):
        _freeze(liaison, asked, [NewLine("She is held.", stranger)])
    gone = _claim(desk, asked[1])
    withdraw_claim(desk.chief, gone, reason="misheard")
    with pytest.raises(ConflictError, match="withdrawn"):
        _freeze(liaison, asked, [NewLine("He is held.", gone)])
    assert not Briefing.objects.exists()


@pytest.mark.parametrize("subject", [ClaimSubject.DEAD, ClaimSubject.HEALTH, ClaimSubject.RELEASED])
def test_death_health_and_release_need_a_second_reader(desk, liaison, asked, subject):
    lines = [NewLine("The ministry is reported as saying so.", _claim(desk, asked[1], subject))]
    for reader in (None, liaison):
        with pytest.raises(ConflictError, match="second reader"):
            _freeze(liaison, asked, lines, second_reader=reader)
    with pytest.raises(NotThereError):
        _freeze(liaison, asked, lines, second_reader=desk.users[Role.AUDITOR])  # sees nothing, so read nothing
    made = _freeze(liaison, asked, lines, second_reader=desk.users[Role.SUPERVISOR])
    assert made.second_reader == desk.users[Role.SUPERVISOR]


def test_what_is_confidential_to_a_mediator_is_told_to_no_relative(desk, asked):
    cleared = desk.user("cleared", Role.FAMILY_LIAISON, clearance=2)
    told = _claim(desk, asked[1], level=2)
    with pytest.raises(ConflictError, match="mediator"):
        _freeze(cleared, asked, [NewLine("He is held.", told)], second_reader=desk.chief)
    made = _freeze(cleared, asked, [NewLine("We wrote.", kind=LineKind.WE)], withheld=[Withheld(told, "confidence")])
    assert made.classification == 2, "a briefing is as closely held as all it draws upon"


def test_a_claim_out_of_sight_cannot_be_cited(desk, liaison, asked):
    with pytest.raises(NotThereError):
        _freeze(liaison, asked, [NewLine("He is held.", _claim(desk, asked[1], level=1))], second_reader=desk.chief)


def test_a_disclosure_says_what_and_to_whom(desk, asked):
    with pytest.raises(BadInputError, match="what left and to whom"):
        record_disclosure(desk.chief, asked[1], fields=["names"], purpose="a call")
    with pytest.raises(ConflictError, match="no harm assessment"):
        record_disclosure(desk.chief, asked[1], fields=["names"], purpose="a call", recipient=desk.party())
