"""The desk of `tests.casework` and a browser signed in, for the requirements that keep people from harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from tests.casework.build import CaseFile
from tests.casework.conftest import Desk, make_desk
from tests.web.conftest import sign_in

from homeward.casework.models import User
from homeward.web.door import open_door


@pytest.fixture
def desk(db: None) -> Desk:
    return make_desk()


@pytest.fixture
def file(db: None) -> CaseFile:
    return CaseFile.new()


@pytest.fixture
def signed_in() -> Iterator[Callable[[User], Client]]:
    """Lets one user in at a time."""
    yield lambda user: sign_in(Client(headers={"host": "127.0.0.1"}), user)
    open_door(None)


@pytest.fixture
def page(file: CaseFile) -> Iterator[Client]:
    """A browser signed in as who opened that file's desk."""
    yield sign_in(Client(headers={"host": "127.0.0.1"}), file.user)
    open_door(None)
