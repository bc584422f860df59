"""The questions together: checked, audited, bounded, and nothing in them that the user may not see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from tests.casework.build import AS_OF, CaseFile, full_case

from homeward.casework import queries
from homeward.casework.actions.cases import lock_case, open_case, record_party, restrict
from homeward.casework.actions.desk import add_user, end_grant, grant_role
from homeward.casework.models import AuditEvent, Classification, Role
from homeward.casework.results import Findings
from homeward.errors import NotThereError
from homeward.records import AnswerCode, ClaimSubject

pytestmark = pytest.mark.django_db

QUESTIONS: dict[str, Callable[[CaseFile, Any], object]] = {
    "candidates": lambda file, user: queries.candidates(user, file.case),
    "proposals": lambda file, user: queries.proposals(user, file.case),
    "grid": lambda file, user: queries.grid(user, file.case, as_of=AS_OF),
    "promises": lambda file, user: queries.promises(user, file.case, as_of=AS_OF),
    "unanswered": lambda file, user: queries.unanswered(user, file.case, as_of=AS_OF),
    "silences": lambda file, user: queries.silences(user, file.case),
    "timeline": lambda file, user: queries.timeline(user, file.case, as_of=AS_OF),
    "sources": lambda file, user: queries.sources(user, file.case),
    "findings": lambda file, user: queries.findings(user, file.case, as_of=AS_OF),
    "pictures": lambda file, user: queries.pictures(user, file.case, as_of=AS_OF),
    "picture": lambda file, user: queries.picture(user, file.people[0], as_of=AS_OF),
}


def texts_of(value: Any) -> list[str]:
    """Every text anywhere in a result."""
    if isinstance(value, str):
        return [str(value)]
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts_of(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in texts_of(part)]
    return []


def test_each_question_is_answered_within_bounds_and_noted_once_in_the_audit(
    django_assert_max_num_queries: Any,
) -> None:
    file = full_case(2)
    for name, ask in QUESTIONS.items():
        before = AuditEvent.objects.count()
        with django_assert_max_num_queries(45):
            assert ask(file, file.user)
        noted = list(AuditEvent.objects.order_by("number")[before:])
        assert [event.act for event in noted] == [f"read_{name}"]
        assert noted[0].case_id == file.case.pk
        assert noted[0].user == file.user.username


def test_nobody_without_a_grant_is_told_that_the_case_exists() -> None:
    file = full_case(1)
    stranger = add_user(file.user, "stranger")
    grant_role(file.user, stranger, Role.SUPERVISOR, case=open_case(file.user, "Another case"))
    for ask in QUESTIONS.values():
        with pytest.raises(NotThereError):
            ask(file, stranger)


def test_a_grant_that_ends_between_two_questions_is_felt_by_the_second() -> None:
    file = full_case(1)
    reader = add_user(file.user, "reader")
    grant = grant_role(file.user, reader, Role.READER, case=file.case)
    assert queries.findings(reader, file.case, as_of=AS_OF).people
    end_grant(file.user, grant)
    with pytest.raises(NotThereError):
        queries.findings(reader, file.case, as_of=AS_OF)


def test_a_locked_case_answers_nothing() -> None:
    file = full_case(1)
    lock_case(file.user, file.case)
    for ask in QUESTIONS.values():
        with pytest.raises(NotThereError):
            ask(file, file.user)


@pytest.mark.parametrize("people", [1, 7])
def test_findings_ask_the_database_no_more_often_for_more_people(
    people: int, django_assert_max_num_queries: Any
) -> None:
    file = full_case(people)
    with django_assert_max_num_queries(45):
        found = queries.findings(file.user, file.case, as_of=AS_OF)
    assert len(found.people) == people


@pytest.mark.parametrize("claims", [1, 25])
def test_a_picture_asks_the_database_no_more_often_for_more_claims(
    claims: int, django_assert_max_num_queries: Any
) -> None:
    file = full_case(2)
    for _ in range(claims):
        file.claim(file.people[0], ClaimSubject.ALIVE)
    with django_assert_max_num_queries(27):
        found = queries.picture(file.user, file.people[0], as_of=AS_OF)
    assert len(found.lines) >= claims


def test_findings_hold_the_same_picture_as_the_picture_of_one_person() -> None:
    file = full_case(3)
    found = queries.findings(file.user, file.case, as_of=AS_OF)
    for person, shown in zip(file.people, found.people, strict=True):
        assert queries.picture(file.user, person, as_of=AS_OF) == shown


def test_what_is_confidential_is_nowhere_in_the_findings_of_who_is_not_cleared() -> None:
    file = full_case(2)
    secret = "the mediator whispered it"
    hidden = file.claim(
        file.people[0],
        ClaimSubject.WHEREABOUTS,
        "s:Quiet Mediator > p:Sealed Letters",
        value="the old mill",
        words=secret,
        classification=Classification.MEDIATOR,
    )
    restrict(file.user, hidden.statement.capture, level=Classification.MEDIATOR, reason="promised")  # type: ignore[union-attr]
    reader = add_user(file.user, "reader")
    grant_role(file.user, reader, Role.READER, case=file.case)
    cleared = queries.findings(file.user, file.case, as_of=AS_OF)
    shut = queries.findings(reader, file.case, as_of=AS_OF)
    assert secret in "\n".join(texts_of(asdict(cleared)))
    told = "\n".join(texts_of(asdict(shut)))
    for word in (secret, "Quiet Mediator", "Sealed Letters", "the old mill"):
        assert word not in told
    assert len(shut.people[0].lines) == len(cleared.people[0].lines) - 1


def test_a_restricted_person_is_nowhere_in_the_findings_of_who_is_not_cleared() -> None:
    file = full_case(3)
    restrict(file.user, file.people[1], level=Classification.CONFIDENTIAL, reason="in danger")
    reader = add_user(file.user, "reader")
    grant_role(file.user, reader, Role.READER, case=file.case)
    shut = queries.findings(reader, file.case, as_of=AS_OF)
    assert [p.ref for p in shut.people] == [f"P{file.people[0].pk}", f"P{file.people[2].pk}"]
    told = "\n".join(texts_of(asdict(shut)))
    for name in file.people[1].name_forms.values_list("text", flat=True):
        assert name not in told
    with pytest.raises(NotThereError):
        queries.picture(reader, file.people[1], as_of=AS_OF)


def test_a_protected_source_is_named_nowhere() -> None:
    file = full_case(1)
    record_party(file.user, file.case, "Doctor Hemmil", protected=True, other_names=["Dr Hemmil"])
    party = file.party("Doctor Hemmil")
    ours, _ = file.hand_over(to="Port Authority", day="2031-02-10")
    file.answer(ours, AnswerCode.SEARCHING, party=party.name, row=1)
    words = "He is well and asks for his family to write to him by the next ship."
    file.claim(file.people[0], ClaimSubject.HEALTH, "s:Dr Hemmil > p:Ostrel Post", value="well", words=words)
    file.claim(file.people[0], ClaimSubject.HEALTH, "s:Doctor Hemmil > p:Herald", value="well", words=words)
    found = queries.findings(file.user, file.case, as_of=AS_OF)
    told = "\n".join(texts_of(asdict(found)))
    assert "Hemmil" not in told
    assert "a protected source" in told
    assert "the same words; one speaker: a protected source" in told


def test_an_empty_case_has_findings_too() -> None:
    file = CaseFile.new("Nothing yet")
    found = queries.findings(file.user, file.case, as_of=AS_OF)
    assert isinstance(found, Findings)
    assert found.summary[0] == "Nobody is looked for in this case yet."
    assert not found.people
    assert not found.grid.columns


def test_the_summary_says_who_waits_and_since_when() -> None:
    file = full_case(3)
    told = " ".join(queries.findings(file.user, file.case, as_of=AS_OF).summary)
    assert "Three people are looked for; two are judged by a person to stand on lists of others (" in told
    assert "No answer by name has come about two people of three; the longest wait began 112 days ago" in told
    assert "Four promises are open; four have no date" in told
    assert "Three contradictions stand open" in told
    assert 3 <= len(queries.findings(file.user, file.case, as_of=AS_OF).summary) <= 7
