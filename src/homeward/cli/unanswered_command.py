"""``homeward unanswered``: who was asked about and not answered, and since when."""

from __future__ import annotations

from datetime import date, datetime

import click

from homeward.cli.output import print_json, print_table
from homeward.cli.session import Session, day_or_today, with_session


@click.command(epilog="Example: homeward unanswered --as-of 2026-06-30")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Count ages to this day; else today.")
@with_session
def command(session: Session, as_of: datetime | None) -> None:
    """People on lists handed over for whom no specific answer came, with the age of the silence."""
    from homeward.casework import queries

    day: date = day_or_today(as_of)
    lines = queries.unanswered(session.user, session.case, as_of=day)
    if session.as_json:
        print_json(lines)
        return
    rows = [
        (
            f"{line.person_ref} {line.name.text}",
            f"{line.handed_to} ({line.handover_ref})",
            str(line.on or "day not known"),
            "" if line.age_days is None else f"{line.age_days} days",
            line.last_word,
            f"{line.overdue_days} days overdue" if line.overdue_days else str(line.reply_due or "none set"),
        )
        for line in lines
    ]
    headings = ("sought person", "handed to", "on", "unanswered for", "last word", "reply due")
    empty = "No list handed over is recorded, or every name on them has its own answer."
    print_table(f"Without an answer of their own, as of {day}", headings, rows, empty=empty)
