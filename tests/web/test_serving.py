from __future__ import annotations

import socket
from pathlib import Path

import click
import pytest

from homeward.casework.models import User
from homeward.cli.serve_command import command
from homeward.cli.session import Session
from homeward.errors import BadInputError, ConflictError
from homeward.sample.plan import CASEWORKER_LOGIN
from homeward.web.door import the_door
from homeward.web.serving import serve


class Enough(Exception):
    """Stops the desk as Ctrl-C would, once it has said everything."""


def announced(host: str, port: int = 0, **told: str) -> list[str]:
    said: list[str] = []

    def note(text: str) -> None:
        said.append(text)
        if text.startswith("Press"):
            raise Enough

    with pytest.raises(Enough):
        serve("worker", host=host, port=port, announce=note, **told)
    return said


def test_it_says_where_to_go_and_with_which_key():
    said = announced("127.0.0.1")
    assert said[0].startswith("The desk is open at http://127.0.0.1:")
    assert "works once" in said[1]
    assert len(said) == 3


def test_the_first_line_says_for_whom_it_is_open():
    assert announced("127.0.0.1", shown_name="Mira Arden (m.arden)")[0].startswith(
        "The desk of Mira Arden (m.arden) is open at http://127.0.0.1:"
    )


def test_it_closes_the_door_and_frees_the_port_when_it_ends():
    said = announced("127.0.0.1")
    port = int(said[0].rsplit(":", 1)[1].strip("/"))
    assert the_door() is None
    assert announced("127.0.0.1", port)[0].endswith(f":{port}/")


def test_an_address_that_others_can_reach_is_warned_of():
    assert any(
        line.startswith("Warning: 0.0.0.0 can be reached from other machines") for line in announced("0.0.0.0")
    )


def test_a_port_in_use_is_said_with_a_remedy():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(ConflictError, match="already listens on port"):
            serve("worker", port=taken.getsockname()[1], announce=lambda _: None)


@pytest.mark.parametrize("host", ["no such host", "203.0.113.7"])
def test_an_address_of_another_machine_is_refused(host):
    with pytest.raises(BadInputError):
        serve("worker", host=host, port=0, announce=lambda _: None)


@pytest.mark.django_db
def test_of_several_people_it_says_what_to_type():
    for name in ("m.arden", "i.santorek"):
        User.objects.create(username=name)
    program = click.Context(click.Group("homeward"), info_name="homeward")
    with click.Context(command, info_name="serve", parent=program), pytest.raises(BadInputError) as refused:
        _ = Session(Path("homeward.db"), None, None, False).user
    assert "homeward serve --user m.arden (or i.santorek)" in str(refused.value)


def test_the_sample_is_served_to_its_caseworker_whoever_else_works_there():
    told = Path("Makefile").read_text("utf-8")
    assert "--user $(SAMPLE_USER)" in told and f"SAMPLE_USER := {CASEWORKER_LOGIN}\n" in told
