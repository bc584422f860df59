"""A desk whose door is open, and a browser without scripts: Django's own client."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from tests.casework.conftest import Desk, make_desk

from homeward.casework.models import User
from homeward.web.door import Door, open_door


class Doorway:
    """The open door, the keys it announced, and a clock that the test turns."""

    def __init__(self, user_name: str) -> None:
        self.keys: list[str] = []
        self.now = 1000.0
        self.door = Door(user_name, announce=self.keys.append, clock=lambda: self.now)


@pytest.fixture
def desk(db: None) -> Desk:
    return make_desk()


@pytest.fixture
def doorway(desk: Desk) -> Iterator[Doorway]:
    way = Doorway(desk.worker.username)
    open_door(way.door)
    yield way
    open_door(None)


@pytest.fixture
def client() -> Iterator[Client]:
    yield Client(headers={"host": "127.0.0.1"})
    open_door(None)  # `sign_in` leaves one open


def sign_in(client: Client, user: User) -> Client:
    """Let a client in as any user, as if with two factors: through a door of that user's own, which then stays."""
    keys: list[str] = []
    open_door(Door(user.username, announce=keys.append))
    assert client.post("/enter", {"key": keys[-1]}).status_code == 302
    return client


@pytest.fixture
def inside(doorway: Doorway, client: Client) -> Client:
    """A client that came in with the key, as the caseworker."""
    answer = client.post("/enter", {"key": doorway.keys[-1]})
    assert answer.status_code == 302
    return client
