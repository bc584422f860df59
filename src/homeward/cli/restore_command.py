"""``homeward restore``: bring a backup back."""

from __future__ import annotations

from pathlib import Path

import click

from homeward.cli.output import print_json, say
from homeward.cli.session import case_file_path, check_is_case_file


@click.command(epilog="Example: homeward restore /media/stick/homeward-2026-06-30.db --file homeward.db")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--file", "file", type=click.Path(path_type=Path), help="Where to put it; else HOMEWARD_FILE, else homeward.db.")
@click.option("--replace", is_flag=True, help="Put aside a case file that is there already.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def command(source: Path, file: Path | None, replace: bool, as_json: bool) -> None:
    """Bring back a backup, after checking that it is whole. A case file in its place is put aside, never deleted."""
    from homeward.casework.backup import restore

    target = case_file_path(file)
    check_is_case_file(source)
    made = restore(source.absolute(), target, replace=replace)
    if as_json:
        print_json(made)
        return
    say(f"{target.name} is back: {made.events} audit events, all whole.")
    if made.put_aside:
        say(f"The file that was there is kept as {made.put_aside}.")
