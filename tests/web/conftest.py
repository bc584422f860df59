"""A desk whose door is open, and a browser without scripts: Django's own client."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from tests.casework.build import CaseFile
from tests.casework.conftest import Desk, make_desk

from homeward.casework.actions.desk import add_user, grant_role
from homeward.casework.models import Classification, Role, User
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


@pytest.fixture
def file(db: None) -> CaseFile:
    """A case file of its own, with the makers of `tests.casework.build`."""
    return CaseFile.new()


@pytest.fixture
def page(client: Client, file: CaseFile) -> Client:
    """A client signed in as who opened that file's desk."""
    return sign_in(client, file.user)


@pytest.fixture
def reader(file: CaseFile) -> User:
    """Somebody who only reads that file's case."""
    added = add_user(file.user, "reader-only")
    grant_role(file.user, added, Role.READER, case=file.case, clearance=Classification.DESK)
    return added
