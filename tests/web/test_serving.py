from __future__ import annotations

import socket

import pytest

from homeward.errors import BadInputError, ConflictError
from homeward.web.door import the_door
from homeward.web.serving import serve


class Enough(Exception):
    """Stops the desk as Ctrl-C would, once it has said everything."""


def announced(host: str, port: int = 0) -> list[str]:
    said: list[str] = []

    def note(text: str) -> None:
        said.append(text)
        if text.startswith("Press"):
            raise Enough

    with pytest.raises(Enough):
        serve("worker", host=host, port=port, announce=note)
    return said


def test_it_says_where_to_go_and_with_which_key():
    said = announced("127.0.0.1")
    assert said[0].startswith("The desk is open at http://127.0.0.1:")
    assert "works once" in said[1]
    assert len(said) == 3


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
