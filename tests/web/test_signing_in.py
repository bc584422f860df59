"""Signing in with two factors; what a password alone opens; sessions that end."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from homeward.casework.actions import desk as acts
from homeward.casework.models import AuditEvent, Role

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery staple"


@pytest.fixture(autouse=True)
def _no_earlier_tries():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def worker(desk):
    return acts.set_password(desk.chief, desk.worker, PASSWORD)


def code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def sign_in_by_password(client: Client, name: str, password: str = PASSWORD):
    return client.post("/sign-in", {"login": name, "password": password})


def set_up(client: Client) -> str:
    """Set up an app for one-time codes; returns its secret."""
    assert client.post("/account/again", {"password": PASSWORD}).status_code == 302
    page = client.get("/account/second-factor/app")
    secret = page.context["form"].secret
    assert client.post("/account/second-factor/app", {"code": code(secret)}).status_code == 302
    return secret


def test_a_password_alone_opens_nothing_but_the_own_account(client, worker, desk):
    person = desk.person()
    assert sign_in_by_password(client, worker.username).status_code == 302
    case = desk.case.pk
    for address in ("/", f"/case/{case}/", f"/person/P{person.pk}", "/find?q=Velaskin", "/audit", "/users"):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, "/account/second-factor"), address
    assert client.get("/account/second-factor").status_code == 200
    assert b"Velaskin" not in client.get("/account/second-factor").content


def test_who_signs_in_first_is_told_that_the_given_password_is_known_to_another(client, worker):
    sign_in_by_password(client, worker.username)
    assert b"known to whoever gave it" in client.get("/account/second-factor").content
    assert b"Is it still you?" in client.get("/account/second-factor/app", follow=True).content
    set_up(client)
    assert b"known to whoever gave it" not in client.get("/account/second-factor").content


def test_with_an_app_set_up_the_desk_opens_and_asks_for_a_code_the_next_time(client, worker, desk):
    sign_in_by_password(client, worker.username)
    secret = set_up(client)
    assert client.get("/").status_code == 200
    other = Client(headers={"host": "127.0.0.1"})
    assert sign_in_by_password(other, worker.username)["Location"].endswith("/sign-in/second-factor")
    assert other.get("/")["Location"] == "/sign-in", "the password is only the first half"
    assert other.post("/sign-in/second-factor", {"code": "000000"}).status_code == 200
    assert other.get("/").status_code == 302
    cache.clear()  # allauth lets one code in once only; here the clock does not move between the two
    assert other.post("/sign-in/second-factor", {"code": code(secret)}).status_code == 302
    assert other.get("/").status_code == 200


def test_a_session_that_a_password_alone_opened_ends_when_its_owner_sets_up_a_factor(client, worker, monkeypatch):
    # A test is one transaction, which never commits: what follows a factor once it is stored is done at once.
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act: act())
    other = Client(headers={"host": "127.0.0.1"})
    sign_in_by_password(other, worker.username)
    assert other.get("/account/second-factor").status_code == 200
    sign_in_by_password(client, worker.username)
    set_up(client)
    assert client.get("/").status_code == 200, "this session proved the factor"
    for address in ("/", "/account/second-factor"):
        assert other.get(address).status_code == 302
        assert "/sign-in" in other.get(address)["Location"], "the other one is out"


def test_the_secret_of_an_app_is_not_in_the_case_file_as_it_is_shown(client, worker, desk):
    from allauth.mfa.models import Authenticator

    sign_in_by_password(client, worker.username)
    secret = set_up(client)
    stored = Authenticator.objects.get(user=worker, type="totp").data["secret"]
    assert secret not in stored


def test_a_wrong_password_and_a_stranger_are_told_alike(client, worker):
    wrong = sign_in_by_password(client, worker.username, "wrong")
    nobody = sign_in_by_password(client, "nobody", "wrong")
    assert wrong.status_code == nobody.status_code == 200
    assert wrong.context["form"].errors == nobody.context["form"].errors
    assert [e.act for e in AuditEvent.objects.order_by("-number")[:1]] == ["refused_entry"]


def test_nobody_signs_up(client, desk):
    for address in ("/account/nowhere/account_signup", "/accounts/signup/", "/account/signup"):
        assert client.get(address).status_code == 404
        assert client.post(address, {"username": "intruder", "password1": PASSWORD}).status_code == 404


def test_sessions_end_everywhere_at_once(client, worker, desk):
    sign_in_by_password(client, worker.username)
    set_up(client)
    assert client.get("/").status_code == 200
    acts.end_sessions(desk.chief, worker)
    assert client.get("/").status_code == 302


def test_one_ends_one_s_own_sessions(inside, desk):
    assert inside.post("/account/sessions/end").status_code == 302
    assert inside.get("/").status_code == 302
    assert AuditEvent.objects.filter(act="end_sessions", user=desk.worker.username).exists()


def test_a_suspended_user_is_out_and_stays_out(client, worker, desk):
    sign_in_by_password(client, worker.username)
    set_up(client)
    acts.suspend_user(desk.chief, worker)
    assert client.get("/").status_code == 302
    assert sign_in_by_password(client, worker.username).status_code in (200, 302)
    assert client.get("/").status_code == 302


def test_entry_and_leaving_are_in_the_audit(client, worker):
    sign_in_by_password(client, worker.username)
    client.post("/account/sign-out")
    acts_noted = list(AuditEvent.objects.order_by("number").values_list("act", flat=True))
    assert acts_noted[-2:] == ["enter_desk", "leave_desk"]


def test_nobody_but_the_administrator_ends_the_sessions_of_others(desk):
    from homeward.errors import NotAllowedError

    with pytest.raises(NotAllowedError):
        acts.end_sessions(desk.worker, desk.users[Role.READER])


def test_no_page_of_signing_in_offers_a_way_that_leads_nowhere(client):
    shown = client.get("/sign-in").content.decode()
    assert "/account/nowhere/" not in shown and "asks there for a new one" in shown
