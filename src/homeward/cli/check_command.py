"""``homeward check``: whether a desk is set up as it should be."""

from __future__ import annotations

import sys

import click

from homeward.cli.output import print_json, say
from homeward.cli.session import Session, in_database, with_session

_WORDS = {
    "database": ("The database answers", "The database does not answer"),
    "migrations": ("The case file has the shape of this version", "The case file has the shape of another version"),
    "audit": ("The newest events of the audit follow each other", "The end of the audit is broken"),
    "disk": ("There is room on the disk", "The disk is nearly full"),
}


@click.command(epilog="Example: homeward check")
@with_session
def command(session: Session) -> None:
    """See whether this desk is set up as it should be: settings, database, room on the disk, the end of the audit.

    Exit code 6 if something is not. The whole audit is checked by: homeward audit verify
    """
    from django.conf import settings
    from django.core import checks

    from homeward.web.health import look

    # What concerns HTTPS is asked of a desk that is served to other machines only.
    served = in_database() or settings.HTTPS
    found = [
        message
        for message in checks.run_checks(include_deployment_checks=served, databases=["default"])
        if message.level >= checks.WARNING and not message.is_silenced()
    ]
    parts = look()
    well = not found and all(parts.values())
    if session.as_json:
        settings_told = [{"id": message.id, "what": message.msg, "do": message.hint} for message in found]
        print_json({"ok": well, "settings": settings_told, "parts": parts})
    else:
        for name, good in parts.items():
            say(f"{_WORDS[name][0 if good else 1]}.")
        for message in found:
            say(f"{message.id}: {message.msg} {message.hint or ''}".rstrip())
        if not found:
            say("The settings are as they should be.")
    if not well:
        sys.exit(6)
