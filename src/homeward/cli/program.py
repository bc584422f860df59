"""The group of commands. A command's module is imported only when it is called, so that ``--help`` is quick."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

import click

import homeward
from homeward.cli.output import print_error
from homeward.errors import HomewardError

COMMANDS = {
    "init": "Make a new case file.",
    "demo": "Do the main job on the invented sample case.",
    "add": "Take in people, lists and reports.",
    "match": "Compare two lists of people; needs no case file.",
    "find": "Look for one name in everything held.",
    "candidates": "Rows of lists that may be a sought person.",
    "proposals": "What the reading of reports proposes.",
    "judge": "Say same, different or unsure; accept or reject; undo.",
    "picture": "What is claimed now about a person, and on whose word.",
    "unanswered": "Who was asked about and not answered, and since when.",
    "promises": "The ledger of commitments.",
    "silence": "Silences found and proposed; record a finding.",
    "claim": "Add or withdraw a claim by hand.",
    "answer": "Record what a party said about a list or one name of it.",
    "handover": "Record that a list was handed over.",
    "close": "Close a case or one person's part in it; open it again.",
    "retention": "Look through what is kept of what was closed.",
    "purge": "Delete somebody's data for good, behind two people.",
    "export": "Write people, claims, candidates, grid ... as CSV, XLSX or JSON.",
    "findings": "Write the printable findings page.",
    "serve": "Show the findings in a browser on this machine.",
    "audit": "Check the audit, or list its events.",
    "names": "Put the indexes of names in order, so that no search has to.",
    "check": "See whether a desk is set up as it should be.",
    "backup": "Copy the case file safely while it is in use.",
    "restore": "Bring a backup back.",
}
_ORDER = list(COMMANDS)


class LazyGroup(click.Group):
    """Knows its commands by name and imports one when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which a newcomer needs them."""
        return _ORDER

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"homeward.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line each, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _tell_version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from homeward.names import engine_state  # not before it is asked for: it loads numpy

        click.echo(f"homeward, version {homeward.__version__}; name engine: {engine_state()}")
        context.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: homeward demo. Then: homeward init, homeward add people, homeward add list.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_tell_version,
    help="Show the version, and how the name engine was built, and exit.",
)  # fmt: skip
def program() -> None:
    """Find out what is said about the held and the missing: who says so, through whom, and what is unanswered."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = program.main(args=arguments, prog_name="homeward", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except HomewardError as error:
        print_error(error, as_json="--json" in arguments)
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        _stopped()
    except KeyboardInterrupt:
        _stopped()
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output went away (``homeward export | head``): not a fault.
        sys.stderr.close()
        sys.exit(0)


def _stopped() -> None:
    click.echo("\nStopped. What was finished is kept; the same command goes on from there.", err=True)
    sys.exit(130)
