"""A desk at which nobody works yet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from homeward.casework.models import Case, User
from homeward.web.door import Door, open_door

pytestmark = pytest.mark.django_db
ASKED = {"username": "m.arden", "full_name": "Mira Arden", "password": "", "title": "Fishermen of the Alma"}


@pytest.fixture
def keys(db: None) -> Iterator[list[str]]:
    announced: list[str] = []
    open_door(Door("", announce=announced.append))
    yield announced
    open_door(None)


def test_the_key_leads_to_opening_the_desk_and_then_in(client, keys):
    assert client.post("/enter", {"key": keys[-1]})["Location"] == "/first-start"
    assert client.get("/first-start").status_code == 200
    assert client.post("/first-start", ASKED)["Location"] == "/"
    page = client.get("/").content.decode()
    assert "Fishermen of the Alma" in page
    assert "Mira Arden" in page
    again = Client(headers={"host": "127.0.0.1"})
    assert again.post("/enter", {"key": keys[-1]})["Location"] == "/", "the next key is the new user's"


def test_without_the_key_nobody_opens_the_desk(client, keys):
    assert client.get("/first-start")["Location"] == "/enter"
    assert client.post("/first-start", ASKED)["Location"] == "/enter"
    assert not User.objects.exists()


def test_what_is_wrong_is_said_and_nothing_is_half_done(client, keys):
    client.post("/enter", {"key": keys[-1]})
    weak = client.post("/first-start", {**ASKED, "password": "short"})
    assert weak.status_code == 422
    assert "at least 12 characters" in weak.content.decode()
    assert client.post("/first-start", {**ASKED, "title": " "}).status_code == 422
    assert not User.objects.exists()
    assert not Case.objects.exists()


def test_an_opened_desk_is_not_opened_again(client, keys):
    client.post("/enter", {"key": keys[-1]})
    client.post("/first-start", ASKED)
    assert client.post("/first-start", {**ASKED, "username": "other"})["Location"] == "/enter"
    assert User.objects.count() == 1
