"""``homeward promises``: the ledger of commitments."""

from __future__ import annotations

from datetime import datetime

import click

from homeward.cli.output import print_json, say
from homeward.cli.picture_command import chain_in_words
from homeward.cli.session import Session, day_or_today, with_session


@click.group(
    invoke_without_command=True,
    epilog='Examples: homeward promises; homeward promises review M1 D --note "no reply to the third reminder"',
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Count ages to this day; else today.")
@with_session
def command(session: Session, as_of: datetime | None) -> None:
    """The ledger of commitments: who promised what, on which condition, until when, and how it stands."""
    from homeward.casework import queries

    day = day_or_today(as_of)
    lines = queries.promises(session.user, session.case, as_of=day)
    if session.as_json:
        print_json(lines)
        return
    for line in lines:
        overdue = " — OVERDUE" if line.overdue else ""
        age = "" if line.age_days is None else f", {line.age_days} days ago"
        say(f"{line.ref}  {line.by} → {line.to or 'nobody named'}: “{line.content.text}”")
        if line.condition:
            say(f"      condition: “{line.condition.text}”")
        say(f"      made {line.made_on or 'on a day not known'}{age}; due: {line.due}{overdue}")
        say(f"      {chain_in_words(line.chain)} — {line.source.ref}, {line.source.place}")
        review = f"{line.grade} {line.grade_words}, {line.last_review}" if line.grade else "never reviewed"
        say(f"      stands: {review}; next review {line.next_review or 'not set'}")
    if not lines:
        say("No commitment is recorded in this case.")


@command.command("review", epilog='Example: homeward promises review M1 D --note "no reply to the third reminder"')
@click.argument("ref")
@click.argument("grade", type=click.Choice(["A", "B", "C", "D"]))
@click.option("--note", required=True, help="What was looked at, and what it shows.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Day of the review; else today.")
@click.option("--evidence", multiple=True, help="A claim that shows it, such as C4; may be repeated.")
@with_session
def review(session: Session, ref: str, grade: str, note: str, on: datetime | None, evidence: tuple[str, ...]) -> None:
    """Record how a commitment stands: A kept, B kept in part, C not kept, D no reply."""
    from homeward.casework.actions.commitments import review_commitment
    from homeward.casework.models import Claim, Commitment

    user = session.user
    claims = [session.one(claim, Claim) for claim in evidence]
    commitment = session.one(ref, Commitment)
    made = review_commitment(user, commitment, on=day_or_today(on), grade=grade, note=note, evidence=claims)
    if session.as_json:
        print_json({"ref": ref, "grade": grade, "next_review_on": made.next_review_on})
        return
    say(f"{ref}: {grade}. Next review on {made.next_review_on}.")
