from __future__ import annotations

import pytest
from django.test import Client

from homeward.casework.models import AuditEvent
from homeward.web.door import Door, open_door

pytestmark = pytest.mark.django_db
COOKIE = "homeward"


def test_the_key_opens_once(client, doorway):
    key = doorway.keys[0]
    assert client.post("/enter", {"key": key}).status_code == 302
    again = Client(headers={"host": "127.0.0.1"}).post("/enter", {"key": key})
    assert again.status_code == 403
    assert COOKIE not in again.cookies
    assert len(doorway.keys) == 2
    assert doorway.keys[0] != doorway.keys[1]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client, doorway):
    cookie = client.post("/enter", {"key": doorway.keys[0]}).cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert doorway.keys[0] not in cookie.value


def test_a_key_in_the_address_is_no_key(client, doorway):
    assert COOKIE not in client.get("/enter", {"key": doorway.keys[0]}).cookies


def test_guessing_closes_the_door_for_longer_and_longer(doorway):
    for _ in range(5):
        assert doorway.door.exchange("guess") is None
    assert 0 < doorway.door.wait_seconds() <= 1
    assert doorway.door.exchange(doorway.keys[0]) is None, "the right key waits too"
    waits = []
    for _ in range(40):
        doorway.now += doorway.door.wait_seconds()
        doorway.door.exchange("guess")
        waits.append(doorway.door.wait_seconds())
    assert waits == sorted(waits)
    assert waits[-1] == 900
    doorway.now += 901
    assert doorway.door.exchange(doorway.keys[0])


def test_a_closed_door_says_how_long(client, doorway):
    for _ in range(5):
        answer = client.post("/enter", {"key": "guess"})
    assert answer.status_code == 429
    assert b"Try again in 1 second." in answer.content


@pytest.mark.parametrize("typed", ["", "\x00", "ключ", "\ud800", "x" * 100_000])
def test_any_text_at_all_is_only_a_wrong_key(doorway, typed):
    assert doorway.door.exchange(typed) is None


def test_leaving_makes_the_cookie_worth_nothing(inside):
    cookie = inside.cookies[COOKIE].value
    assert inside.post("/leave").status_code == 302
    inside.cookies[COOKIE] = cookie
    assert inside.get("/")["Location"] == "/enter"


def test_leaving_needs_a_post(inside):
    assert inside.get("/leave").status_code == 405


def test_a_cookie_of_another_run_is_worth_nothing(inside, desk):
    assert inside.get("/").status_code == 200
    open_door(Door(desk.worker.username, announce=lambda key: None))
    assert inside.get("/").status_code == 302


def test_a_made_up_session_is_worth_nothing(client, doorway):
    client.cookies[COOKIE] = "a" * 32
    assert client.get("/").status_code == 302


def test_a_user_who_left_the_desk_is_out_at_once(inside, desk):
    desk.worker.is_active = False
    desk.worker.save()
    assert inside.get("/").status_code == 302


def test_entering_is_in_the_audit(inside, desk):
    newest = AuditEvent.objects.order_by("-number").first()
    assert (newest.act, newest.user) == ("enter_desk", desk.worker.username)


def test_without_a_door_nobody_enters(client, desk):
    open_door(None)
    assert b"not entered by key" in client.get("/enter").content
    assert COOKIE not in client.post("/enter", {"key": ""}).cookies
