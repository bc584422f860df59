"""What a desk writes down: lines of JSON that tell which page, never whose name."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.casework.build import CaseFile

from homeward.server.logs import JsonLines, configuration
from homeward.web import logs
from homeward.web.door import Door, open_door

pytestmark = pytest.mark.django_db

# Each may stand in a line in several spellings: as it is, with escapes of JSON, with escapes of an address.
NAMES = ("Velaskin", "Веласкин", "وليد")
_SPELLINGS = [spelling for name in NAMES for spelling in (name, ascii(name)[1:-1], "".join(
    f"%{byte:02X}" for byte in name.encode()
))]  # fmt: skip


@pytest.fixture
def written() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """The lines that were written since the test began."""
    logging.disable(logging.NOTSET)
    for name, logger in logging.Logger.manager.loggerDict.items():
        if name.startswith("homeward") and isinstance(logger, logging.Logger):
            logger.disabled = False
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    told = configuration()
    loggers = {name: logging.getLogger(None if name == "root" else name) for name in ("root", *told["loggers"])}
    before = {
        name: (logger.level, logger.handlers[:], logger.propagate, logger.disabled)
        for name, logger in loggers.items()
    }
    for name, logger in loggers.items():
        rules = told["root"] if name == "root" else told["loggers"][name]
        logger.handlers = [handler] if name == "root" else []
        logger.propagate = rules.get("propagate", True)
        logger.setLevel(rules["level"])
        logger.disabled = False  # whatever set up logs before, in this process
    logs.connect_to_failures()
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    from django.core.signals import got_request_exception

    got_request_exception.disconnect(dispatch_uid="homeward.web.logs")
    for name, logger in loggers.items():
        logger.setLevel(before[name][0])
        logger.handlers, logger.propagate, logger.disabled = before[name][1:]
    text = stream.getvalue()
    assert [spelling for spelling in _SPELLINGS if spelling.lower() in text.lower()] == []


@pytest.fixture
def page(file: CaseFile) -> Iterator[Client]:
    keys: list[str] = []
    open_door(Door(file.user.username, announce=keys.append))
    client = Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)
    assert client.post("/enter", {"key": keys[-1]}).status_code == 302
    yield client
    open_door(None)


@pytest.fixture
def file(db: None) -> CaseFile:
    made = CaseFile.new()
    for name in NAMES:
        made.person(name)
    return made


def test_a_page_is_told_by_its_route_its_user_by_number(written: Any, page: Client, file: CaseFile):
    answer = page.get(f"/person/P{file.people[0].pk}")
    assert NAMES[0] in answer.content.decode()
    line = written()[-1]
    assert {key: line[key] for key in ("level", "from", "user", "route", "method", "status")} == {
        "level": "info",
        "from": "homeward.requests",
        "user": file.user.pk,
        "route": "person",
        "method": "GET",
        "status": 200,
    }
    assert line["ms"] >= 0
    assert set(line) == {"at", "level", "from", "request", "user", "route", "method", "status", "ms"}


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_written_wherever_it_was_typed(written: Any, page: Client, file: CaseFile, name: str):
    statuses = [
        page.get(f"/{name}").status_code,
        page.get(f"/person/{name}").status_code,
        page.get("/find", {"q": name}).status_code,
        page.get(f"/case/{file.case.pk}/people", {"name": name}).status_code,
        page.post(f"/case/{file.case.pk}/contacts/new", {"place": name, "kind": name}).status_code,
        page.post("/leave", {"name": name}, headers={"host": f"{name.encode().hex()}.example"}).status_code,
        page.generic(name.encode().hex().upper(), "/").status_code,
        Client(enforce_csrf_checks=True)
        .post(reverse("account_login"), {"login": name, "password": name})
        .status_code,
        Client().post(reverse("account_login"), {"login": name, "password": name}).status_code,
    ]
    assert {200, 400, 404} <= set(statuses)
    lines = [line for line in written() if line["from"] == "homeward.requests"]
    assert [line["status"] for line in lines[1:]] == statuses, "the first let us in"


def test_a_page_that_fails_is_told_with_its_place_and_without_its_words(
    written: Any, page: Client, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: Any) -> None:
        raise ValueError(f"no such person: {NAMES[0]}", {"name": NAMES[1]}) from KeyError(NAMES[2])

    monkeypatch.setattr("homeward.web.views.find.visible", fail)
    answer = page.get("/find", {"q": NAMES[2]})
    assert answer.status_code == 500
    failed, line = written()[-2:]
    assert (failed["level"], failed["error"], failed["request"]) == ("error", "ValueError", line["request"])
    assert "web/views/find.py:" in failed["place"] and "fail in " in failed["place"]
    assert (line["status"], line["request"]) == (500, answer["X-Request-ID"])


def test_what_a_library_says_is_told_by_its_source_alone(written: Any, db: None):
    logging.getLogger("somebody.else").warning("cannot read %s", NAMES[0], extra={"route": NAMES[1]})
    logging.getLogger("somebody.else").error(f"cannot read {NAMES[0]}")
    logging.getLogger("gunicorn.error").info("Listening at: %s (%s)", NAMES[0], 1)
    try:
        raise OSError(NAMES[2])
    except OSError:
        logging.getLogger("somebody.else").exception(NAMES[0])
    told = written()
    assert [(line["level"], line["from"]) for line in told] == [
        ("warning", "somebody.else"),
        ("error", "somebody.else"),
        ("info", "gunicorn.error"),
        ("error", "somebody.else"),
    ]
    assert told[2]["what"] == "Listening at: %s (%s)"
    assert told[3]["error"] == "OSError"
