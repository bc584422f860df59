"""The commands that the page tells a reader to type exist."""

from __future__ import annotations

import re
from importlib import resources

import click
import pytest

from homeward.cli.program import LazyGroup

TOLD = sorted(
    {
        typed
        for entry in (resources.files("homeward.findings") / "templates").iterdir()
        for typed in re.findall(r"<kbd>homeward ([^<]*)</kbd>", entry.read_text(encoding="utf-8"))
    }
)


def test_the_page_tells_a_reader_what_to_do_next():
    assert len(TOLD) >= 8


@pytest.mark.parametrize("typed", TOLD)
def test_the_command_that_the_page_names_exists(typed):
    words = re.sub(r"\{\{.*?\}\}", "P1", typed).split()
    context = click.Context(LazyGroup())
    command: click.Command | None = LazyGroup()
    for word in words:
        if isinstance(command, click.Group) and not word.startswith("-"):
            command = command.get_command(context, word)
            assert command is not None, typed
        elif word.startswith("--") and word != "--help":
            assert command is not None
            assert word in {option for parameter in command.params for option in parameter.opts}, typed
