"""``homeward retention``: what is to be looked through, what is decided, and after how long."""

from __future__ import annotations

from datetime import datetime

import click

from homeward.cli.output import print_json, print_table, say
from homeward.cli.session import Session, day_or_today, with_session


@click.group(epilog='Example: homeward retention keep 4 --until 2028-01-31 --because "the family still asks"')
def command() -> None:
    """Look through what is kept of closed cases: keep it until a day, or ask for a purge."""


@command.command("list", epilog="Example: homeward retention list")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day for which it is told; else today.")
@with_session
def list_reviews(session: Session, as_of: datetime | None) -> None:
    """What is to be looked through, in every case that you supervise, the first due first."""
    from homeward.casework.queries.closing import reviews_page

    found = reviews_page(session.user, as_of=day_or_today(as_of))
    if session.as_json:
        print_json(found.lines)
        return
    rows = [
        (str(one.number), one.ref, one.name.text, one.case_title, one.due_on.isoformat(), "due" if one.is_due else "")
        for one in found.lines
    ]
    print_table("To be looked through", ("no.", "ref", "about", "case", "on", ""), rows, empty="Nothing yet.")
    if found.pages > 1:
        say(f"The first {len(found.lines)} of {found.total}.")


@command.command("keep", epilog='Example: homeward retention keep 4 --until 2028-01-31 --because "still asked about"')
@click.argument("number", type=int)
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The next day of review.")
@click.option("--because", "reason", required=True, help="Why it is kept.")
@with_session
def keep_review(session: Session, number: int, until: datetime, reason: str) -> None:
    """Keep what review NUMBER is about, until another day. To purge instead: homeward purge ask."""
    from homeward.casework.actions.closing import keep
    from homeward.casework.queries.closing import review

    seen, line = review(session.user, number, as_of=day_or_today(None))
    following = keep(session.user, seen, until=until.date(), reason=reason)
    if session.as_json:
        print_json({"ref": line.ref, "number": following.pk, "due_on": following.due_on})
        return
    say(f"{line.ref}: kept; looked through again on {following.due_on.isoformat()} (review {following.pk}).")


@command.command("rule", epilog='Example: homeward retention rule person 300 --because "our agreement"')
@click.argument("purpose", type=click.Choice(["person", "enquirer", "case"]))
@click.argument("days", type=int)
@click.option("--because", "reason", default="", help="Why.")
@with_session
def rule(session: Session, purpose: str, days: int, reason: str) -> None:
    """Set for the desk after how many DAYS what is kept is looked through; days that are set already stay."""
    from homeward.casework.actions.closing import set_rule
    from homeward.casework.models import RetentionPurpose

    made = set_rule(session.user, RetentionPurpose(purpose), days=days, reason=reason)
    if session.as_json:
        print_json({"purpose": purpose, "days": made.days})
        return
    say(f"{purpose}: looked through {made.days} days after closing.")
