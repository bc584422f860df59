"""Who sees what: deny by default, one error for absent and forbidden, levels flow, a locked case is gone."""

from __future__ import annotations

import pytest
from django.apps import apps

from homeward.casework import access
from homeward.casework.access import Permission
from homeward.casework.actions.answers import record_answer
from homeward.casework.actions.cases import lift_restriction, lock_case, open_case, restrict, unlock_case
from homeward.casework.actions.claims import add_claim
from homeward.casework.actions.desk import end_grant, grant_role
from homeward.casework.models import (
    Answer,
    Capture,
    Case,
    Claim,
    Classification,
    Commitment,
    Enquirer,
    Grant,
    ItemLink,
    List,
    ListItem,
    Person,
    Restriction,
    Role,
    Statement,
    User,
)
from homeward.errors import BadInputError, HomewardError, NotAllowedError, NotThereError
from homeward.records import AnswerCode, ClaimSubject

# Models that no case holds: the desk itself and its rules, the chain's head, and bytes that are reached through a
# capture only.
_REACHED_OTHERWISE = {"User", "Case", "AuditEvent", "AuditHead", "CaptureContent", "RetentionRule"}


def test_every_stored_model_declares_who_may_see_it() -> None:
    stored = {model.__name__ for model in apps.get_app_config("casework").get_models()}
    assert {model.__name__ for model in access.REACHES} == stored - _REACHED_OTHERWISE


def test_an_undeclared_model_is_seen_by_nobody(desk):
    with pytest.raises(TypeError, match="nobody has declared"):
        access.visible(desk.chief, User)


def test_every_declared_path_can_be_asked_for_every_level(desk):
    restrict(desk.chief, desk.person(), level=Classification.MEDIATOR, reason="talks are going on")
    for kind in ("case", "capture", "list", "statement", "claim"):
        desk.case.restrictions.create(
            kind=kind, object_id=0, level=2, reason="nothing has this id", entered_by=desk.chief
        )
    for model in access.REACHES:
        for user in (desk.worker, desk.chief, desk.users[Role.AUDITOR]):
            list(access.visible(user, model))


_SEES_CASE = {Role.READER, Role.CASEWORKER, Role.LIST_OFFICER, Role.FAMILY_LIAISON, Role.SUPERVISOR}


@pytest.mark.parametrize("role", list(Role))
def test_roles_see_the_case_or_nothing_of_it(desk, role):
    person, user = desk.person(), desk.users[role]
    seen = access.visible(user, Person).filter(pk=person.pk).exists()
    assert seen == (role in _SEES_CASE)
    assert access.visible(user, Case).exists() == (role in _SEES_CASE)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("permission", list(Permission))
def test_require_agrees_with_the_table(desk, role, permission):
    user = desk.users[role]
    allowed = permission in access.ROLE_PERMISSIONS[role]
    if role not in _SEES_CASE:
        with pytest.raises(NotThereError):
            access.require(user, permission, desk.case)
    elif allowed:
        access.require(user, permission, desk.case)
    else:
        with pytest.raises(NotAllowedError):
            access.require(user, permission, desk.case)


def test_enquirers_are_for_liaison_only(desk):
    Enquirer.objects.create(case=desk.case, name="Ana Tolvic", entered_by=desk.chief)
    sees = {role for role in Role if access.visible(desk.users[role], Enquirer).exists()}
    assert sees == {Role.FAMILY_LIAISON, Role.SUPERVISOR}


def test_another_case_is_not_there(desk):
    other = open_case(desk.chief, "The southern list")
    person = desk.person(case=other)
    with pytest.raises(NotThereError):
        access.get(desk.worker, Person, person.pk)
    assert access.get(desk.chief, Person, person.pk) == person


def _error(act, *args) -> tuple[str, str, int]:
    with pytest.raises(HomewardError) as caught:
        act(*args)
    return type(caught.value).__name__, str(caught.value), caught.value.exit_code


def test_absent_and_forbidden_read_alike(desk):
    other = open_case(desk.chief, "The southern list")
    hidden = desk.person(case=other).pk
    absent = hidden + 1
    forbidden_words = _error(access.resolve, desk.worker, f"P{hidden}")
    absent_words = _error(access.resolve, desk.worker, f"P{absent}")
    assert forbidden_words == tuple(
        part.replace(f"P{absent}", f"P{hidden}") if isinstance(part, str) else part for part in absent_words
    )
    assert _error(access.get, desk.worker, ListItem, 999) == _error(access.get, desk.chief, ListItem, 999)
    assert _error(access.require, desk.worker, Permission.READ, other)[0] == "NotThereError"


def test_an_unsaved_or_switched_off_user_sees_nothing(desk):
    person = desk.person()
    assert not access.visible(User(username="nobody"), Person).exists()
    held = desk.worker
    User.objects.filter(pk=held.pk).update(is_active=False)
    # The object in hand still says active; the stored row decides.
    assert held.is_active
    with pytest.raises(NotThereError):
        access.get(held, Person, person.pk)


def test_an_ended_role_sees_nothing(desk):
    person = desk.person()
    end_grant(desk.chief, Grant.objects.get(user=desk.worker))
    with pytest.raises(NotThereError):
        access.get(desk.worker, Person, person.pk)


@pytest.mark.parametrize("clearance", [0, 1, 2])
@pytest.mark.parametrize("level", [0, 1, 2])
def test_what_is_derived_is_seen_only_by_those_cleared_for_its_source(desk, clearance, level):
    user = desk.user("cleared", Role.CASEWORKER, clearance=clearance)
    statement = desk.statement(capture=desk.capture(classification=level))
    claim = add_claim(desk.chief, desk.person(), subject=ClaimSubject.CUSTODY, statement=statement)
    assert claim.classification == statement.classification == level
    held = desk.list(classification=level)
    link = desk.link(item=held.items.get())
    things = [statement.capture, statement, claim, held, held.items.get(), link, statement.chain.first()]
    for thing in things:
        assert access.visible(user, type(thing)).filter(pk=thing.pk).exists() == (level <= clearance), thing


def test_clearance_in_one_case_does_not_open_another(desk):
    other = open_case(desk.chief, "The southern list")
    user = desk.user("two-cases", Role.CASEWORKER, clearance=2)
    grant_role(desk.chief, user, Role.READER, case=other)
    here, there = desk.capture(classification=2), desk.capture(case=other, classification=2)
    assert list(access.visible(user, Capture)) == [here]
    assert set(access.visible(desk.chief, Capture)) == {here, there}


def test_a_restricted_person_takes_along_all_that_rests_on_them(desk):
    person, other = desk.person(), desk.person("Ilka Tamorevic")
    statement = desk.statement()
    claim = add_claim(desk.chief, person, subject=ClaimSubject.CUSTODY, statement=statement)
    kept = add_claim(desk.chief, other, subject=ClaimSubject.CUSTODY, statement=statement)
    link = desk.link(person)
    promise = Commitment.objects.create(
        case=desk.case, statement=statement, by="the ministry", content="an answer", entered_by=desk.chief
    )
    promise.persons.set([person, other])
    made = restrict(desk.chief, person, level=Classification.CONFIDENTIAL, reason="the family is threatened")
    for thing in (person, claim, link, promise, person.name_forms.first()):
        assert not access.visible(desk.worker, type(thing)).filter(pk=thing.pk).exists(), thing
        assert access.visible(desk.chief, type(thing)).filter(pk=thing.pk).exists(), thing
    assert list(access.visible(desk.worker, Claim)) == [kept]
    lift_restriction(desk.chief, made)
    assert access.visible(desk.worker, ItemLink).filter(pk=link.pk).exists()
    assert set(access.visible(desk.worker, Claim)) == {claim, kept}


def test_an_answer_by_name_about_a_restricted_person_is_not_seen(desk):
    person = desk.person()
    ours = desk.handed_over()
    link = desk.link(person, ours.items.get())
    by_name = record_answer(desk.chief, ours, party=None, code=AnswerCode.HOLDS, item=link.item, words="He is here.")
    of_all = record_answer(desk.chief, ours, party=None, code=AnswerCode.SEARCHING, words="We look.")
    restrict(desk.chief, person, level=Classification.CONFIDENTIAL, reason="the family is threatened")
    assert list(access.visible(desk.worker, Answer)) == [of_all]
    assert set(access.visible(desk.chief, Answer)) == {by_name, of_all}


def test_a_restricted_list_and_statement_take_along_their_claims(desk):
    person, statement, held = desk.person(), desk.statement(), desk.list()
    add_claim(desk.chief, person, subject=ClaimSubject.CUSTODY, statement=statement)
    add_claim(desk.chief, person, subject=ClaimSubject.LISTED, item=held.items.get())
    restrict(desk.chief, held, level=Classification.MEDIATOR, reason="given in confidence")
    assert not access.visible(desk.worker, List).exists()
    assert not access.visible(desk.worker, ListItem).exists()
    assert access.visible(desk.worker, Claim).count() == 1
    restrict(desk.chief, statement, level=Classification.MEDIATOR, reason="given in confidence")
    assert not access.visible(desk.worker, Claim).exists()
    assert not access.visible(desk.worker, Statement).exists()
    assert access.visible(desk.chief, Claim).count() == 2


def test_a_restricted_case_is_not_there(desk):
    desk.person()
    restrict(desk.chief, desk.case, level=Classification.CONFIDENTIAL, reason="a leak is suspected")
    assert not access.visible(desk.worker, Case).exists()
    assert not access.visible(desk.worker, Person).exists()
    with pytest.raises(NotThereError):
        access.require(desk.worker, Permission.READ, desk.case)


def test_a_restriction_is_seen_and_lifted_only_by_who_is_cleared_for_it(desk):
    made = restrict(desk.chief, desk.person(), level=Classification.MEDIATOR, reason="talks are going on")
    supervisor = desk.users[Role.SUPERVISOR]
    assert not access.visible(supervisor, Restriction).exists()
    with pytest.raises(NotThereError):
        lift_restriction(supervisor, made)
    cleared = desk.user("cleared", Role.SUPERVISOR, clearance=Classification.MEDIATOR)
    assert lift_restriction(cleared, made).lifted_by == cleared


def test_a_restricted_list_closes_the_file_that_it_came_as(desk):
    held = desk.list()
    restrict(desk.chief, held, level=Classification.MEDIATOR, reason="given in confidence")
    assert not access.visible(desk.worker, Capture).filter(pk=held.capture_id).exists()
    assert access.visible(desk.chief, Capture).filter(pk=held.capture_id).exists()


def test_a_locked_case_is_gone_until_unlocked(desk):
    person = desk.person()
    lock_case(desk.worker, desk.case)  # whoever enters things may lock: no one under duress has to ask
    for user in (desk.worker, desk.chief):
        assert not access.visible(user, Person).exists()
        with pytest.raises(NotThereError):
            access.get(user, Person, person.pk)
        with pytest.raises(NotThereError):
            desk.person("Somebody Else")
    with pytest.raises(NotThereError):
        unlock_case(desk.worker, desk.case)
    assert list(access.visible(desk.users[Role.SUPERVISOR], Case)) == [desk.case]
    assert list(access.visible(desk.users[Role.ADMINISTRATOR], Case)) == [desk.case]
    unlock_case(desk.users[Role.ADMINISTRATOR], desk.case)
    assert access.get(desk.worker, Person, person.pk) == person


def test_an_administrator_need_not_know_a_name(desk):
    desk.person()
    assert not access.visible(desk.users[Role.ADMINISTRATOR], Person).exists()


def test_references_name_and_find(desk):
    for thing in (desk.person(), desk.list(), desk.capture(), desk.statement(), desk.link(), desk.case):
        ref = access.ref_of(thing)
        assert access.resolve(desk.chief, f" {ref.lower()} ") == thing


@pytest.mark.parametrize("ref", ["", "P", "3", "PP3", "P-1", "P1.0", "Z1", "P" + "9" * 19, "Р3", "P١", "P3\n;"])
def test_what_is_no_reference_is_said_to_be_none(desk, ref):
    with pytest.raises(BadInputError, match="P3 for a person"):
        access.resolve(desk.chief, ref)


def test_a_huge_number_is_not_there(desk):
    with pytest.raises(NotThereError):
        access.resolve(desk.chief, "P" + "9" * 18)


def test_a_thing_of_another_case_is_refused(desk):
    other = open_case(desk.chief, "The southern list")
    with pytest.raises(BadInputError, match="another case"):
        add_claim(desk.chief, desk.person(case=other), subject=ClaimSubject.ALIVE, statement=desk.statement())


def test_seeing_costs_the_same_however_much_there_is(desk, django_assert_num_queries):
    for number in range(5):
        desk.person(f"Person {number}")
    with django_assert_num_queries(3):
        assert access.visible(desk.worker, Person).count() == 5


def test_within_one_look_a_thing_is_asked_for_once(desk, django_assert_num_queries):
    person = desk.person()
    with access.one_look():
        seen = access.get(desk.worker, Person, person.pk)
        access.require(desk.worker, Permission.READ, seen.case)
        with django_assert_num_queries(0), access.one_look():  # a look within a look is one
            assert access.get(desk.worker, Person, person.pk) is seen
            access.require(desk.worker, Permission.READ, seen.case)
    restrict(desk.chief, person, level=Classification.CONFIDENTIAL, reason="a source is in danger")
    with pytest.raises(NotThereError), access.one_look():
        access.get(desk.worker, Person, person.pk)
