"""What reaches a terminal, and what reaches a file."""

from __future__ import annotations

import io
import json
import sys

import pytest

from homeward.cli.output import print_json, printable, progress, write_out

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
STEERING = [*map(chr, range(9)), "\t", "\r", "\x1b", "\x7f", "\x9b", *BIDI]
both = pytest.mark.parametrize("is_terminal", [True, False], ids=["terminal", "pipe"])


class Terminal(io.TextIOWrapper):
    def __init__(self, is_terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal

    @property
    def written(self) -> bytes:
        self.flush()
        held = self.buffer
        assert isinstance(held, io.BytesIO)
        return held.getvalue()


@pytest.mark.parametrize("character", STEERING, ids=lambda c: f"U+{ord(c):04X}")
def test_nothing_that_steers_a_terminal_is_printable(character: str) -> None:
    assert printable(f"Dana{character}Orlin") == "Dana�Orlin"


@pytest.mark.parametrize("text", ["דנה אורלין", "دانا‌أورلين", "Дана\nОрлина", "\u200fדנה", "Zoë Ōrlin", "李娜"])
def test_names_in_any_script_are_printable_as_they_are(text: str) -> None:
    assert printable(text) == text


@both
def test_text_for_a_terminal_is_made_harmless_and_for_a_pipe_kept(
    is_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = Terminal(is_terminal)
    monkeypatch.setattr(sys, "stdout", out)
    text = '\ufeff"name"\r\n"\x1b]0;owned\x07Dana\u202eOrlin"\r\n'
    write_out(text.encode())
    if is_terminal:
        assert out.written.decode() == '"name"\n"�]0;owned�Dana�Orlin"\n'
    else:
        assert out.written == text.encode()


@both
def test_json_says_the_same_on_a_terminal_without_steering_it(
    is_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = Terminal(is_terminal)
    monkeypatch.setattr(sys, "stdout", out)
    value = {"name": "Dana\u202e \x9b31m\x1b[0m\x7fOrlin\n", "שם": "דנה"}
    print_json(value)
    written = out.written.decode()
    assert json.loads(written) == value
    assert "דנה" in written
    assert ("\u202e" in written, "\x9b" in written) == ((False, False) if is_terminal else (True, True))


def test_what_takes_time_is_named_before_it_begins(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Reading ours.xlsx"):
        assert capsys.readouterr().err == "Reading ours.xlsx …\n"
    with progress("Reading ours.xlsx", quiet=True):
        assert capsys.readouterr().err == ""
