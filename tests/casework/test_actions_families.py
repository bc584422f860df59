"""What relatives ask and are told: references, consents, walls, frozen briefings, a second reader."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from homeward.casework.actions.briefings import (
    LineKind,
    NewLine,
    Withheld,
    decide_draft,
    freeze_briefing,
    keep_draft,
    record_delivery,
    reserve_claim,
    told_before,
)
from homeward.casework.actions.cases import restrict
from homeward.casework.actions.claims import add_claim, confirm_claim, withdraw_claim
from homeward.casework.actions.commitments import record_commitment
from homeward.casework.actions.enquiries import (
    record_consent,
    record_disclosure,
    record_enquirer,
    record_enquiry,
)
from homeward.casework.briefing_text import Section
from homeward.casework.models import Briefing, Classification, Consent, ConsentPurpose, Enquiry, Role
from homeward.errors import BadInputError, ConflictError, NotAllowedError, NotThereError
from homeward.records import ClaimSubject, Polarity

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


def _claim(desk, person, subject=ClaimSubject.CUSTODY, level=0, value=""):
    statement = desk.statement(capture=desk.capture(classification=level))
    return add_claim(desk.chief, person, subject=subject, statement=statement, value=value)


def _freeze(user, asked, lines, **more):
    enquirer, person = asked
    return freeze_briefing(user, enquirer, person, language="en", until=_DAY, lines=lines, **more)


def _promise(desk, words, people):
    statement = desk.statement(words, capture=desk.capture(words))
    return record_commitment(desk.chief, statement, by="the spokesman", content=words, persons=people)


def _draft(user, asked, lines, **more):
    enquirer, person = asked
    return keep_draft(user, enquirer, person, language="en", until=_DAY, lines=lines, **more)


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
    claim = _claim(desk, asked[1], subject)
    lines = [
        NewLine("The ministry is reported as saying so.", claim),
        NewLine("We ask in April.", kind=LineKind.NEXT),
    ]
    with pytest.raises(ConflictError, match="read by one person only"):
        _draft(liaison, asked, lines)
    confirm_claim(desk.users[Role.CASEWORKER], claim)
    with pytest.raises(ConflictError, match="second reader"):
        _freeze(liaison, asked, lines)
    draft = _draft(liaison, asked, lines)
    assert draft.grave
    with pytest.raises(ConflictError, match="does not approve"):
        decide_draft(liaison, draft, approves=True)
    with pytest.raises(NotThereError):
        decide_draft(desk.users[Role.CASEWORKER], draft, approves=True)  # does not work with enquirers
    assert not Briefing.objects.exists()
    made = decide_draft(desk.users[Role.SUPERVISOR], draft, approves=True).briefing
    assert (made.entered_by, made.second_reader) == (liaison, desk.users[Role.SUPERVISOR])


def test_what_is_confidential_to_a_mediator_is_told_to_no_relative(desk, asked):
    cleared = desk.user("cleared", Role.FAMILY_LIAISON, clearance=2)
    told = _claim(desk, asked[1], level=2)
    with pytest.raises(ConflictError, match="mediator"):
        _freeze(cleared, asked, [NewLine("He is said to be held.", told)])
    closely = _claim(desk, asked[1], level=1)
    with pytest.raises(ConflictError, match="not for relatives"):
        _freeze(cleared, asked, [NewLine("He is said to be held.", closely)])
    made = _freeze(cleared, asked, [NewLine("We wrote.", kind=LineKind.WE)], withheld=[Withheld(told, "confidence")])
    assert made.classification == 2, "a briefing is as closely held as all it draws upon"


def test_a_claim_out_of_sight_cannot_be_cited(desk, liaison, asked):
    with pytest.raises(NotThereError):
        _freeze(liaison, asked, [NewLine("He is held.", _claim(desk, asked[1], level=1))])


def test_a_disclosure_says_what_and_to_whom(desk, asked):
    with pytest.raises(BadInputError, match="what left and to whom"):
        record_disclosure(desk.chief, asked[1], fields=["names"], purpose="a call")
    with pytest.raises(ConflictError, match="no harm assessment"):
        record_disclosure(desk.chief, asked[1], fields=["names"], purpose="a call", recipient=desk.party())


@pytest.mark.parametrize(
    "words", ["He is released.", "He is dead.", "She is alive!", "The ministry wrote. He is held."]
)
def test_a_bare_word_of_fate_is_refused_with_and_without_a_claim(desk, liaison, asked, words):
    claim = _claim(desk, asked[1])
    for line in (NewLine(words, claim), NewLine(words, kind=LineKind.WE)):
        with pytest.raises(BadInputError, match="as a fact"):
            _freeze(liaison, asked, [line])


def test_the_verb_of_saying_goes_the_way_the_claim_goes(desk, liaison, asked):
    statement = desk.statement()
    denied = add_claim(
        desk.chief, asked[1], subject=ClaimSubject.CUSTODY, polarity=Polarity.DENIES, statement=statement
    )
    with pytest.raises(BadInputError, match="denied"):
        _freeze(liaison, asked, [NewLine("The spokesman said that he is held.", denied)])
    with pytest.raises(BadInputError, match="said or reported"):
        _freeze(liaison, asked, [NewLine("Nobody denied it.", _claim(desk, asked[1]))])
    assert _freeze(liaison, asked, [NewLine("The spokesman denied that he is held.", denied)])


def test_below_each_sentence_stand_who_said_it_and_the_words(desk, liaison, asked):
    claim = _claim(desk, asked[1])
    made = _freeze(liaison, asked, [NewLine("He is said to be held.", claim)])
    line = made.lines.get()
    assert line.said_by == f"Said by: the spokesman · Published by: Tarvia Wire · 2 March 2026 [C{claim.pk}]"
    assert line.quote == "Marko Velaskin is held in the northern district"
    assert line.said_by in made.text and line.quote in made.text and "What is new" in made.text
    assert "None of this is a fact" in made.text


def test_what_is_for_one_relative_is_not_told_to_another(desk, liaison, asked):
    _, person = asked
    brother = record_enquirer(liaison, desk.case, "Milan Dorvec")
    claim = _claim(desk, person)
    with pytest.raises(ConflictError, match="has not asked"):
        reserve_claim(liaison, claim, enquirer=brother, reason="he asked us to")
    record_enquiry(
        liaison, brother, person, relation="brother", channel="letter", asked_on=_DAY, questions="Where is he?"
    )
    reserve_claim(liaison, claim, enquirer=brother, reason="he asked us to")
    line = [NewLine("He is said to be held.", claim)]
    with pytest.raises(ConflictError, match="another relative"):
        _freeze(liaison, asked, line)
    assert _freeze(liaison, (brother, person), line)
    reserve_claim(liaison, claim, enquirer=None, reason="he agreed")
    assert _freeze(liaison, asked, line)
    with pytest.raises(NotAllowedError):
        reserve_claim(desk.users[Role.CASEWORKER], claim, enquirer=None, reason="he agreed")


def test_what_another_relative_said_is_not_told_nor_are_they_named(desk, liaison, asked):
    _, person = asked
    record_enquirer(liaison, desk.case, "Milan Dorvec")
    statement = desk.statement(
        "Milan Dorvec says that Marko was seen", capture=desk.capture("Milan Dorvec says that Marko was seen")
    )
    claim = add_claim(desk.chief, person, subject=ClaimSubject.CUSTODY, statement=statement)
    with pytest.raises(ConflictError, match="another relative"):
        _freeze(liaison, asked, [NewLine("He is said to be held.", claim)])
    with pytest.raises(BadInputError, match="names somebody else who asks here") as refused:
        _freeze(liaison, asked, [NewLine("We spoke with MILAN  Dorvec.", kind=LineKind.WE)])
    assert "brother" not in str(refused.value)


def test_a_protected_source_is_named_only_as_such(desk, liaison, asked):
    from homeward.casework.actions.cases import record_party
    from homeward.casework.actions.statements import NewLink, record_statement
    from homeward.records import LinkRole

    record_party(desk.chief, desk.case, "Osmar Teld", protected=True)
    statement = record_statement(
        desk.chief, desk.capture("Osmar Teld saw him."), text="Osmar Teld saw him.",
        chain=[NewLink(LinkRole.SPEAKER, "Osmar Teld")],
    )  # fmt: skip
    claim = add_claim(desk.chief, asked[1], subject=ClaimSubject.CUSTODY, statement=statement)
    made = _freeze(liaison, asked, [NewLine("He is said to be held.", claim)])
    assert "Teld" not in made.text and "a protected source" in made.text
    with pytest.raises(BadInputError, match="protected"):
        _freeze(liaison, asked, [NewLine("He is said to be held, by Osmar Teld.", claim)])


def test_another_sought_person_is_not_named_to_a_relative_who_did_not_ask_about_them(desk, liaison, asked):
    desk.person("Ilka Tamorevic")
    words = "The ministry denied that it holds Ilka Tamorevic"
    claim = add_claim(
        desk.chief, asked[1], subject=ClaimSubject.CUSTODY, polarity=Polarity.DENIES, statement=desk.statement(words)
    )
    made = _freeze(liaison, asked, [NewLine("The ministry denied that it holds him.", claim)])
    assert "Tamorevic" not in made.text and made.lines.get().quote == ""
    with pytest.raises(BadInputError, match="another sought person"):
        _freeze(liaison, asked, [NewLine("We asked about Ilka Tamorevic.", kind=LineKind.WE)])


def test_a_restriction_keeps_a_claim_from_relatives(desk, liaison, asked):
    claim = _claim(desk, asked[1])
    restrict(desk.chief, claim.statement, level=Classification.MEDIATOR, reason="asked by the mediator")
    cleared = desk.user("cleared", Role.FAMILY_LIAISON, clearance=2)
    with pytest.raises(ConflictError, match="mediator"):
        _freeze(cleared, asked, [NewLine("He is said to be held.", claim)])


def test_what_was_told_and_is_taken_back_is_told_again_as_taken_back(desk, liaison, asked):
    claim = _claim(desk, asked[1])
    made = _freeze(liaison, asked, [NewLine("He is said to be held.", claim)])
    withdraw_claim(desk.chief, claim, reason="misheard")
    back = [
        NewLine("On 5 March we told you what was said. We no longer rely on it.", claim, section=Section.TAKEN_BACK)
    ]
    with pytest.raises(ConflictError, match="not told"):
        _freeze(liaison, asked, back)  # frozen, and never given
    record_delivery(liaison, made, on=_DAY, channel="telephone")
    assert "no longer rely on" in _freeze(liaison, asked, back).text


def test_a_hospital_in_the_words_of_a_source_is_grave_in_a_briefing_of_any_language(desk, liaison, asked):
    enquirer, person = asked
    next_ = NewLine("До 4 мая мы спросим снова.", kind=LineKind.NEXT)
    for value, grave in (("the field hospital", True), ("مشفى الميناء", True), ("the old school", False)):
        claim = _claim(desk, person, ClaimSubject.WHEREABOUTS, value=value)
        line = NewLine(f"По словам источника, он находится здесь: {value}.", claim)
        made = keep_draft(liaison, enquirer, person, language="ru", until=_DAY, lines=[line, next_])
        assert made.grave is grave, value


def test_what_was_withheld_or_never_given_was_not_told(desk, liaison, asked):
    told, kept = _claim(desk, asked[1]), _claim(desk, asked[1])
    lines, withheld = [NewLine("He is said to be held.", told)], [Withheld(kept, "told in person")]
    made = _freeze(liaison, asked, lines, withheld=withheld)
    assert told_before(*asked) == {}
    record_delivery(liaison, made, on=_DAY, channel="letter")
    record_delivery(liaison, made, on=date(2026, 3, 9), channel="telephone")
    assert told_before(*asked) == {told.pk: _DAY}


def test_a_draft_says_what_comes_next_and_is_decided_once(desk, liaison, asked):
    lines = [NewLine("We asked the ministry on 2 March.", kind=LineKind.WE)]
    with pytest.raises(BadInputError, match="what we do next"):
        _draft(liaison, asked, lines)
    lines.append(NewLine("By 4 May we ask again.", kind=LineKind.NEXT))
    draft = _draft(liaison, asked, lines)
    assert draft == _draft(liaison, asked, lines) and not draft.grave
    with pytest.raises(BadInputError):
        decide_draft(desk.chief, draft, approves=False)
    sent_back = decide_draft(desk.chief, draft, approves=False, reason="The day is wrong.")
    assert sent_back == decide_draft(desk.chief, draft, approves=False, reason="x") and not Briefing.objects.exists()
    with pytest.raises(ConflictError, match="already"):
        decide_draft(liaison, draft, approves=True)
    again = _draft(liaison, asked, [*lines, NewLine("By 6 May we speak with you.", kind=LineKind.NEXT)])
    assert again != draft
    assert decide_draft(liaison, again, approves=True).briefing.second_reader is None


def test_what_changed_since_the_draft_is_seen_when_it_is_frozen(desk, liaison, asked):
    claim = _claim(desk, asked[1])
    next_ = NewLine("By 4 May we ask again.", kind=LineKind.NEXT)
    draft = _draft(liaison, asked, [NewLine("He is said to be held.", claim), next_])
    withdraw_claim(desk.chief, claim, reason="misheard")
    with pytest.raises(ConflictError, match="withdrawn"):
        decide_draft(desk.chief, draft, approves=True)


def test_a_promise_of_release_is_grave_and_stands_in_its_own_words(desk, liaison, asked):
    promise = _promise(desk, "We will let him go", [asked[1]])
    words = "The spokesman promised something; the words stand below."
    line = NewLine(words, commitment=promise, section=Section.UNANSWERED)
    next_ = NewLine("By 4 May we ask again.", kind=LineKind.NEXT)
    draft = _draft(liaison, asked, [line, next_])
    assert draft.grave
    made = decide_draft(desk.chief, draft, approves=True).briefing
    assert f"[M{promise.pk}]" in made.text and "We will let him go" in made.text
    others = _promise(desk, "We will let her go", [desk.person("Ilka Tamorevic")])
    with pytest.raises(BadInputError, match="about others"):
        _draft(liaison, asked, [NewLine(words, commitment=others, section=Section.UNANSWERED), next_])
