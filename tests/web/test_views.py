from __future__ import annotations

import pytest
from django.test import Client

from homeward.casework.actions.cases import lock_case, open_case, restrict
from homeward.casework.models import AuditEvent, Classification
from homeward.web.middleware import POLICY
from homeward.web.styles import desk_style, hash_of_style

pytestmark = pytest.mark.django_db


@pytest.fixture
def other_case(desk):
    return open_case(desk.chief, "The southern list")


def test_only_cases_open_to_the_user_are_listed(inside, desk, other_case):
    page = inside.get("/").content.decode()
    assert desk.case.title in page
    assert f"/case/{desk.case.pk}/" in page
    assert other_case.title not in page


def test_the_findings_of_a_case_show_its_people(inside, desk):
    desk.person("Ilka Tamorevic")
    answer = inside.get(f"/case/{desk.case.pk}/?as_of=2026-03-14")
    assert answer.status_code == 200
    assert "Ilka Tamorevic" in answer.content.decode()
    assert "14 March 2026" in answer.content.decode()


def test_a_person_has_a_page(inside, desk):
    person = desk.person("Ilka Tamorevic")
    page = inside.get(f"/person/P{person.pk}").content.decode()
    assert "Ilka Tamorevic" in page
    assert inside.get(f"/person/p{person.pk}").status_code == 200


def test_reads_of_personal_data_are_in_the_audit(inside, desk):
    person = desk.person()
    for address, act, kind in (
        (f"/case/{desk.case.pk}/", "read_findings", "case"),
        (f"/person/P{person.pk}", "read_picture", "person"),
    ):
        before = AuditEvent.objects.count()
        assert inside.get(address).status_code == 200
        newest = AuditEvent.objects.order_by("-number").first()
        assert AuditEvent.objects.count() == before + 1
        assert (newest.act, newest.user, newest.case_id) == (act, desk.worker.username, desk.case.pk)
        assert kind in {told[0] for told in newest.about} | {"case"}


def test_not_there_and_not_for_you_are_the_same_page(inside, desk, other_case):
    hidden = desk.person("Hidden Person", case=other_case)
    restricted = desk.person("Restricted Person")
    restrict(desk.chief, restricted, level=Classification.MEDIATOR, reason="asked by the mediator")
    capture = desk.capture()
    answers = {
        address: inside.get(address)
        for address in (
            f"/case/{other_case.pk}/",
            "/case/987654/",
            "/case/99999999999999999999999/",
            f"/person/P{hidden.pk}",
            f"/person/P{restricted.pk}",
            "/person/P987654",
            f"/person/R{capture.pk}",
            "/person/nonsense",
            "/person/P0",
            "/person/%D9%A3",
            "/nowhere",
            "/case/x/",
            f"/case/{desk.case.pk}/?as_of=31-02-2026",
        )
    }
    seen = {(a.status_code, a.content, tuple(sorted(a.headers.items()))) for a in answers.values()}
    assert {a.status_code for a in answers.values()} == {404}, {k: a.status_code for k, a in answers.items()}
    assert len(seen) == 1
    assert "Not there" in answers["/nowhere"].content.decode()


def test_a_locked_case_is_not_there(inside, desk):
    lock_case(desk.chief, desk.case)
    assert inside.get(f"/case/{desk.case.pk}/").status_code == 404
    assert desk.case.title not in inside.get("/").content.decode()


def test_reading_is_all_that_a_page_does(inside, desk):
    for address in ("/", f"/case/{desk.case.pk}/", f"/person/P{desk.person().pk}", "/health"):
        for method in ("post", "put", "delete", "patch"):
            assert getattr(inside, method)(address).status_code == 405, (address, method)


def test_every_answer_carries_the_policy_and_is_kept_by_nobody(inside, desk):
    for address in ("/", f"/case/{desk.case.pk}/", f"/person/P{desk.person().pk}", "/enter", "/health", "/nowhere"):
        answer = inside.get(address)
        policy = answer["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        assert "script-src" not in policy
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_policy_allows_the_style_in_the_page_and_no_other(inside, desk):
    for address in ("/", "/nowhere", f"/case/{desk.case.pk}/", f"/person/P{desk.person().pk}"):
        answer = inside.get(address)
        style = answer.content.decode().split("<style>")[1].split("</style>")[0]
        assert hash_of_style(style) in answer["Content-Security-Policy"], address
        assert answer.content.count(b"<style") == 1
    assert POLICY.format(styles=hash_of_style(desk_style())) == inside.get("/")["Content-Security-Policy"]


def test_no_page_carries_a_script_or_reaches_outside(inside, desk):
    for address in ("/", "/enter", f"/case/{desk.case.pk}/", f"/person/P{desk.person().pk}", "/nowhere"):
        page = inside.get(address).content.decode()
        assert "<script" not in page
        assert " style=" not in page
        assert 'src="' not in page
        assert 'href="http' not in page


def test_a_hostile_case_title_stays_text(inside, desk):
    desk.case.title = '<script>alert(1)</script>"; } </style>'
    desk.case.save()
    for address in ("/", f"/case/{desk.case.pk}/"):
        assert "<script" not in inside.get(address).content.decode()


def test_health_says_nothing_but_that_the_desk_answers(client, desk):
    answer = client.get("/health")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


def test_a_foreign_host_name_is_refused(inside, desk):
    answer = inside.get(f"/case/{desk.case.pk}/", headers={"host": "desk.example"})
    assert answer.status_code == 400
    assert desk.case.title not in answer.content.decode()


def test_an_auditor_sees_no_names(doorway, desk):
    from homeward.casework.models import Role
    from homeward.web.door import Door, open_door

    keys: list[str] = []
    open_door(Door(desk.users[Role.AUDITOR].username, announce=keys.append))
    client = Client(headers={"host": "127.0.0.1"})
    client.post("/enter", {"key": keys[0]})
    desk.person("Ilka Tamorevic")
    assert client.get(f"/case/{desk.case.pk}/").status_code == 404
    assert "Tamorevic" not in client.get("/").content.decode()


def test_a_failure_tells_the_browser_nothing(inside, desk, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("Ilka Tamorevic")

    monkeypatch.setattr("homeward.casework.queries.findings", fail)
    inside.raise_request_exception = False
    answer = inside.get(f"/case/{desk.case.pk}/")
    assert answer.status_code == 500
    assert "This page failed" in answer.content.decode()
    assert "Tamorevic" not in answer.content.decode()
