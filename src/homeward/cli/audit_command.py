"""``homeward audit``: check the audit, or list its events."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from homeward.cli.output import plain, print_json, print_table, progress, say
from homeward.cli.session import Session, with_session
from homeward.errors import BadInputError

if TYPE_CHECKING:
    from homeward.casework.audit import Head


@click.group(epilog="Examples: homeward audit verify; homeward audit log --last 50")
def command() -> None:
    """Check the audit, or list its events: every act and every read of a person's data."""


@command.command("verify", epilog="Examples: homeward audit verify; homeward audit verify --head NUMBER:HASH")
@click.option("--head", help="A head noted earlier, as NUMBER:HASH; finds also a chain that was written anew.")
@with_session
def verify(session: Session, head: str | None) -> None:
    """Check that no event was altered, removed, added or moved, and that all captured bytes still fit their hash.

    Shows the first that does not fit. Exit code 6 if so.
    """
    from homeward.casework import access, audit, evidence

    access.require(session.user, access.Permission.AUDIT, None)
    expected = _read_head(head) if head else None
    with progress("Checking the audit", quiet=session.as_json) as report:
        found = audit.verify(lambda done: report(done, None), expected_head=expected)
    with progress("Checking captured files", quiet=session.as_json) as report:
        held = evidence.verify_captures(report)
    if session.as_json:
        print_json({**plain(found), "ok": found.ok and held.ok, "evidence": held})
    elif found.ok:
        say(f"The audit is whole: {found.events} events, head {found.head.number}:{found.head.hash}")
        say("Note the head outside this machine; given to --head later, it shows even a chain written anew.")
    else:
        say(f"The audit is broken at event {found.first_bad}: {found.wrong}")
    if not session.as_json:
        if held.ok:
            say(f"All {held.read} captured files are as they were captured.")
            if held.withheld:
                say(f"{held.withheld} more were emptied by a purge.")
        else:
            refs = ", ".join(held.captures) or "no capture"
            say(f"A captured file was altered: {refs}, stored as {held.first_bad}; {held.wrong}.")
            say("Restore it from a backup made before, and find out who could write to the case file.")
    if not (found.ok and held.ok):
        sys.exit(6)


@command.command("log", epilog="Example: homeward audit log --last 50")
@click.option("--last", type=click.IntRange(1), default=20, show_default=True, help="How many events, newest first.")
@with_session
def log(session: Session, last: int) -> None:
    """The newest events: who did or read what, and when."""
    from homeward.casework import access
    from homeward.casework.models import AuditEvent

    access.require(session.user, access.Permission.AUDIT, None)
    events = access.visible(session.user, AuditEvent).order_by("-number")[:last]
    if session.as_json:
        print_json([{"number": e.number, "at": e.at, "user": e.user, "act": e.act, "about": e.about} for e in events])
        return
    rows = [
        (str(e.number), e.at.strftime("%Y-%m-%d %H:%M:%S"), e.user, e.act, ", ".join(f"{k} {n}" for k, n in e.about))
        for e in events
    ]
    print_table("Audit, newest first", ("no.", "when (UTC)", "who", "act", "about"), rows, empty="No event.")


def _read_head(text: str) -> Head:
    from homeward.casework.audit import Head

    number, colon, digest = text.partition(":")
    if not colon or not number.isdecimal() or len(digest) != 64:
        raise BadInputError(f'"{text}" is not a head of the audit', "Write it as it was shown: NUMBER:HASH.")
    return Head(int(number), digest.lower())
