"""Writes docs/commands.md from the commands' own help. Run it after changing a command; a test compares the two."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from homeward.cli.program import COMMANDS

HEAD = """# Commands

Each command answers `--help` with the same words. `--json` answers in JSON. Messages and progress
go to standard error.

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | a fault of Homeward's own |
| 2 | the words of the command are off |
| 3 | bad input: what, where and what to do is said |
| 4 | not there, or not for you |
| 5 | not allowed |
| 6 | the case file says otherwise, or the audit is broken |
| 7 | an optional part is missing |
| 130 | stopped by Ctrl-C; what was finished is kept |

Things are named by a letter and a number: P3 a person, C12 a claim, L2 a list, R4 a report, K7 a candidate, X5 a
proposal, M1 a commitment, S1 a silence, H1 a handover, A9 an answer, J4 a judgement.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for name in COMMANDS:
        command: click.Command = importlib.import_module(f"homeward.cli.{name}_command").command
        parts += _section(f"homeward {name}", command)
        if isinstance(command, click.Group):
            for sub, inner in command.commands.items():
                parts += _section(f"homeward {name} {sub}", inner)
    return "\n".join(parts)


def _section(title: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=title, max_content_width=110, terminal_width=110)
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return [f"## {title}\n", f"```\n{text}\n```\n"]


if __name__ == "__main__":
    Path(__file__).with_name("commands.md").write_text(page(), encoding="utf-8")
