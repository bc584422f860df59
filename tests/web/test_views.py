from __future__ import annotations

import re

import pytest
from django.test import Client

from homeward.casework.actions.cases import lock_case, open_case, restrict
from homeward.casework.actions.claims import add_claim
from homeward.casework.models import AuditEvent, Classification
from homeward.records import ClaimSubject, Polarity
from homeward.web.styles import hash_of_style

pytestmark = pytest.mark.django_db


def _plain(answer) -> str:
    """A page without what differs between any two: the secret of its forms, and the address to come back to."""
    return re.sub(r'name="(?:csrfmiddlewaretoken|back)" value="[^"]*"', "", answer.content.decode())


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
    answer = inside.get(f"/case/{desk.case.pk}/findings?as_of=2026-03-14")
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
    link = desk.link(person)
    for address, acts in (
        (f"/case/{desk.case.pk}/", []),
        (f"/case/{desk.case.pk}/findings", ["read_findings"]),
        (f"/case/{desk.case.pk}/people", ["read_people"]),
        (f"/case/{desk.case.pk}/candidates", ["read_candidates"]),
        (f"/link/K{link.pk}/judge", ["read_candidate"]),
        (f"/person/P{person.pk}", ["read_picture", "read_timeline"]),
        ("/find?q=Marko+Velaskin", ["find"]),
    ):
        before = AuditEvent.objects.count()
        assert inside.get(address).status_code == 200
        noted = list(AuditEvent.objects.order_by("number")[before:])
        assert [event.act for event in noted] == acts, address
        for event in noted:
            assert (event.user, event.case_id) == (desk.worker.username, desk.case.pk)
            assert {"person", "case"} & {told[0] for told in event.about}


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
            f"/case/{other_case.pk}/people",
            f"/case/{other_case.pk}/candidates",
            f"/case/{other_case.pk}/findings",
            f"/find?q=Hidden&case={other_case.pk}",
            "/find?q=Hidden&case=987654",
            f"/case/{desk.case.pk}/candidates?person={restricted.pk}",
            f"/case/{desk.case.pk}/candidates?person=987654",
            "/link/K987654/judge",
        )
    }
    seen = {(a.status_code, _plain(a), tuple(sorted(a.headers.items()))) for a in answers.values()}
    assert {a.status_code for a in answers.values()} == {404}, {k: a.status_code for k, a in answers.items()}
    assert len(seen) == 1
    assert "Not there" in answers["/nowhere"].content.decode()


def test_a_locked_case_is_not_there(inside, desk):
    lock_case(desk.chief, desk.case)
    assert inside.get(f"/case/{desk.case.pk}/").status_code == 404
    assert desk.case.title not in inside.get("/").content.decode()


def test_reading_is_all_that_a_page_does(inside, desk):
    case = f"/case/{desk.case.pk}"
    for address in ("/", f"{case}/", f"{case}/people", f"/person/P{desk.person().pk}", "/find", "/health"):
        for method in ("post", "put", "delete", "patch"):
            assert getattr(inside, method)(address).status_code == 405, (address, method)


def test_every_answer_carries_the_policy_and_is_kept_by_nobody(inside, desk):
    for address in ("/", f"/case/{desk.case.pk}/", f"/person/P{desk.person().pk}", "/enter", "/health", "/nowhere"):
        answer = inside.get(address)
        policy = answer["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'; ")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_policy_allows_the_style_in_the_findings_and_no_other(inside, desk):
    answer = inside.get(f"/case/{desk.case.pk}/findings")
    style = answer.content.decode().split("<style>")[1].split("</style>")[0]
    assert hash_of_style(style) in answer["Content-Security-Policy"]
    assert answer.content.count(b"<style") == 1


def test_no_page_carries_a_script_of_its_own_or_reaches_outside(inside, desk):
    case = f"/case/{desk.case.pk}"
    for address in ("/", "/enter", f"{case}/", f"{case}/people", f"/person/P{desk.person().pk}", "/nowhere"):
        page = inside.get(address).content.decode()
        scripts = re.findall(r"<script[^>]*>(.*?)</script>", page, re.S)
        assert scripts and not any(scripts), "scripts are files of ours"
        assert " style=" not in page
        assert not re.search(r" on[a-z]+=", page)
        assert all(source.startswith("/static/") for source in re.findall(r' src="([^"]*)"', page))
        assert 'href="http' not in page


def test_a_hostile_case_title_stays_text(inside, desk):
    desk.case.title = '<script>alert(1)</script>"; } </style>'
    desk.case.save()
    case = f"/case/{desk.case.pk}"
    for address in ("/", f"{case}/", f"{case}/people", f"{case}/findings"):
        assert "<script>alert" not in inside.get(address).content.decode()


def test_health_says_nothing_but_that_the_desk_answers(client, desk):
    answer = client.get("/health")
    lines = ["ok", "database: ok", "migrations: ok", "audit: ok", "disk: ok"]
    assert (answer.status_code, answer.content.decode().splitlines()) == (200, lines)


@pytest.mark.parametrize("part", ["database", "migrations", "audit", "disk"])
def test_health_names_the_part_that_is_not_well(client, desk, monkeypatch, part):
    from django.db import DatabaseError, connection
    from django.db.migrations.recorder import MigrationRecorder

    from homeward.casework.models import AuditHead
    from homeward.web import health

    def refuse(*_, **__):
        raise DatabaseError("no route to the host of Marko Velaskin")

    if part == "database":
        monkeypatch.setattr(connection, "cursor", refuse)
        monkeypatch.setattr(connection, "close", lambda: None)
    elif part == "migrations":
        MigrationRecorder(connection).record_applied("casework", "9999_of_a_newer_version")
    elif part == "audit":
        AuditHead.objects.update(number=1)
    else:
        monkeypatch.setattr(health, "LEAST_FREE_BYTES", 1 << 60)
    answer = client.get("/health")
    told = answer.content.decode().splitlines()
    assert (answer.status_code, told[0]) == (503, "not ok")
    assert [line for line in told[1:] if line.endswith("not ok")] == [f"{part}: not ok"]
    assert "Velaskin" not in answer.content.decode()


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
    assert client.get(f"/case/{desk.case.pk}/people").status_code == 404
    assert client.get(f"/find?q=Tamorevic&case={desk.case.pk}").status_code == 404
    assert "Tamorevic" not in client.get("/").content.decode()


def test_a_failure_tells_the_browser_nothing(inside, desk, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("Ilka Tamorevic")

    monkeypatch.setattr("homeward.casework.queries.findings", fail)
    inside.raise_request_exception = False
    answer = inside.get(f"/case/{desk.case.pk}/findings")
    assert answer.status_code == 500
    assert "This page failed" in answer.content.decode()
    assert "Tamorevic" not in answer.content.decode()


def test_the_number_of_people_about_whom_sources_disagree_opens_a_list_of_just_them(inside, desk):
    disputed, other = desk.person("Marko Velaskin"), desk.person("Ilka Tamorevic")
    for polarity in (Polarity.ASSERTS, Polarity.DENIES):
        add_claim(desk.worker, disputed, subject=ClaimSubject.CUSTODY, polarity=polarity, statement=desk.statement())
    add_claim(desk.worker, other, subject=ClaimSubject.CUSTODY, polarity=Polarity.ASSERTS, statement=desk.statement())
    home = inside.get("/").content.decode()
    address = f"/case/{desk.case.pk}/people?only=contradicted"
    assert address in home
    page = inside.get(address).content.decode()
    assert "Marko Velaskin" in page
    assert "Ilka Tamorevic" not in page
    assert "Ilka Tamorevic" in inside.get(f"/case/{desk.case.pk}/people").content.decode()
