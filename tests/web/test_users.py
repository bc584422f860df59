"""Users, roles, restrictions and the audit, through the pages."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.web.conftest import sign_in

from homeward.casework import access
from homeward.casework.access import Permission
from homeward.casework.models import AuditEvent, Case, Grant, Restriction, Role, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(desk) -> Client:
    return sign_in(Client(headers={"host": "127.0.0.1"}), desk.chief)


def test_an_added_user_gets_a_password_once_and_sees_nothing_without_a_role(chief, desk):
    answer = chief.post("/users", {"username": "t.moreau", "full_name": "Tova Moreau"})
    added = User.objects.get(username="t.moreau")
    shown = re.search(r"<code>([^<]+)</code>", answer.content.decode())[1]
    assert added.check_password(shown)
    assert shown not in chief.get("/users").content.decode()
    assert not access.visible(added, Case).exists()


def test_a_name_that_is_taken_is_refused(chief, desk):
    before = User.objects.count()
    answer = chief.post("/users", {"username": desk.worker.username})
    assert answer.status_code == 422
    assert User.objects.count() == before
    assert not desk.worker.has_usable_password()


def test_roles_are_given_and_ended(chief, desk):
    reader = desk.users[Role.READER]
    page = f"/users/{reader.pk}"
    asked = {"act": "grant", "role": "auditor", "case": "", "clearance": "0"}
    assert chief.post(page, asked).status_code == 302
    assert Permission.AUDIT in access.permissions(reader, None)
    grant = Grant.objects.get(user=reader, role=Role.AUDITOR)
    assert chief.post(page, {"act": "end_grant", "grant": grant.pk}).status_code == 302
    assert Permission.AUDIT not in access.permissions(reader, None)


def test_the_last_administrator_stays(chief, desk):
    assert chief.post(f"/users/{desk.users[Role.ADMINISTRATOR].pk}", {"act": "suspend"}).status_code == 302
    answer = chief.post(f"/users/{desk.chief.pk}", {"act": "suspend"})
    assert answer.status_code == 422
    assert "last administrator" in answer.content.decode()
    desk.chief.refresh_from_db()
    assert desk.chief.is_active


def test_a_grant_of_somebody_else_is_not_ended_on_this_page(chief, desk):
    grant = Grant.objects.filter(user=desk.worker).first()
    page = f"/users/{desk.users[Role.READER].pk}"
    for number in (grant.pk, 987654, "x", ""):
        assert chief.post(page, {"act": "end_grant", "grant": number}).status_code == 404
    grant.refresh_from_db()
    assert grant.ended_at is None


def test_what_is_restricted_is_gone_for_others_until_it_is_lifted(chief, desk):
    person = desk.person("Ilka Tamorevic")
    page = f"/case/{desk.case.pk}/access"
    asked = {"act": "restrict", "reference": f"P{person.pk}", "level": "2", "reason": "asked by the mediator"}
    assert chief.post(page, asked).status_code == 302
    assert not access.visible(desk.worker, type(person)).filter(pk=person.pk).exists()
    row = Restriction.objects.get()
    assert "asked by the mediator" in chief.get(page).content.decode()
    assert chief.post(page, {"act": "lift", "restriction": row.pk}).status_code == 302
    assert access.visible(desk.worker, type(person)).filter(pk=person.pk).exists()


def test_a_restriction_needs_a_reason(chief, desk):
    person = desk.person()
    asked = {"act": "restrict", "reference": f"P{person.pk}", "level": "2", "reason": " "}
    assert chief.post(f"/case/{desk.case.pk}/access", asked).status_code == 422
    assert not Restriction.objects.exists()


def test_a_case_is_locked_by_whoever_enters_and_unlocked_by_the_supervisor(inside, desk):
    person = desk.person()
    assert inside.post(f"/case/{desk.case.pk}/lock").status_code == 302
    assert inside.get(f"/person/P{person.pk}").status_code == 404
    assert inside.post(f"/case/{desk.case.pk}/unlock").status_code == 404
    chief = sign_in(Client(headers={"host": "127.0.0.1"}), desk.chief)
    assert "locked" in chief.get("/").content.decode()
    assert chief.post(f"/case/{desk.case.pk}/unlock").status_code == 302
    assert chief.get(f"/person/P{person.pk}").status_code == 200


def test_a_case_is_opened_by_who_may(chief, desk):
    sign_in(chief, desk.chief)
    assert chief.post("/case/new", {"title": "The eastern list"}).status_code == 302
    assert Case.objects.filter(title="The eastern list").exists()
    worker = sign_in(Client(headers={"host": "127.0.0.1"}), desk.worker)
    assert worker.get("/case/new").status_code == 404
    assert worker.post("/case/new", {"title": "The western list"}).status_code == 404
    assert not Case.objects.filter(title="The western list").exists()


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.ADMINISTRATOR])
def test_users_and_roles_are_for_administrators(desk, role):
    client = sign_in(Client(headers={"host": "127.0.0.1"}), desk.users[role])
    for address in ("/users", f"/users/{desk.chief.pk}", "/users/987654"):
        assert client.get(address).status_code == 404, address
        assert client.post(address, {"username": "x", "act": "suspend"}).status_code == 404, address
    desk.chief.refresh_from_db()
    assert desk.chief.is_active
    assert not User.objects.filter(username="x").exists()


def test_the_audit_is_read_by_who_may_and_says_no_name(desk):
    person = desk.person("Ilka Tamorevic")
    client = sign_in(Client(headers={"host": "127.0.0.1"}), desk.users[Role.AUDITOR])
    page = client.get(f"/audit?about=P{person.pk}").content.decode()
    assert 'a sought person added <code class="stored">add_person</code>' in page
    assert f'sought person <bdi dir="ltr">P{person.pk}</bdi>' in page
    client.cookies["homeward_language"] = "ru"
    russian = client.get(f"/audit?about=P{person.pk}&act=add_person").content.decode()
    assert 'добавлено разыскиваемое лицо <code class="stored">add_person</code>' in russian
    assert '<option value="add_person" selected>добавлено разыскиваемое лицо (add_person)</option>' in russian
    client.cookies["homeward_language"] = "en"
    assert "Tamorevic" not in page
    assert "/audit/verify" not in page, "the whole chain is for who may read the audit of the whole desk"
    assert AuditEvent.objects.order_by("-number").first().act == "read_audit"
    assert '<code class="stored">add_person' not in client.get("/audit?about=P987654").content.decode()
    assert "No event fits" in client.get("/audit?about=nonsense").content.decode()
    for other in (Role.CASEWORKER, Role.READER, Role.FAMILY_LIAISON, Role.ADMINISTRATOR):
        sign_in(client, desk.users[other])
        assert client.get("/audit").status_code == 404, other
        assert client.post("/audit/verify").status_code == 404, other


def test_a_broken_chain_is_shown(chief, desk):
    assert "The chain is whole" in chief.post("/audit/verify").content.decode()
    from django.db import connection

    from homeward.casework.append_only import lay_guards, lift_guards

    lift_guards(connection)
    AuditEvent.objects.filter(number=2).update(act="nothing")
    lay_guards(connection)
    assert "The chain is broken" in chief.post("/audit/verify").content.decode()
