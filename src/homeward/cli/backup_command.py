"""``homeward backup``: copy the case file safely while it is in use."""

from __future__ import annotations

from pathlib import Path

import click

from homeward.cli.output import print_json, progress, say
from homeward.cli.session import Session, with_session


@click.command(epilog="Example: homeward backup /media/stick/homeward-2026-06-30.db")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@with_session
def command(session: Session, target: Path) -> None:
    """Copy the case file to TARGET, whole and checked, while others go on working."""
    from homeward.casework.backup import back_up

    with progress("Copying", quiet=session.as_json) as report:
        made = back_up(session.user, target.absolute(), progress=report)
    if session.as_json:
        print_json(made)
        return
    say(f"Written to {target}: {made.size_bytes:,} bytes, SHA-256 {made.sha256}.")
    say("It holds everything the case file holds; keep it as you keep that.")
