"""``homeward proposals``: what the reading of reports proposes."""

from __future__ import annotations

import click

from homeward.casework.results import ProposalLine
from homeward.cli.output import print_json, say
from homeward.cli.picture_command import chain_in_words
from homeward.cli.session import Session, with_session


@click.command(epilog="Example: homeward proposals --report R4")
@click.option("--report", "report_ref", help="Only those of this report, such as R4.")
@with_session
def command(session: Session, report_ref: str | None) -> None:
    """What the reading of reports proposes to record, each with the words it rests on, waiting for a person."""
    from homeward.casework import access, queries
    from homeward.casework.models import Capture

    user = session.user
    lines = queries.proposals(user, session.case)
    if report_ref:
        wanted = access.ref_of(session.one(report_ref, Capture))
        lines = tuple(line for line in lines if line.source.ref == wanted)
    if session.as_json:
        print_json(lines)
        return
    for line in lines:
        print_proposal(line)
    if not lines:
        say("No proposal waits for judgement.")
    else:
        say('Judge them: homeward judge X5 X6 accept, or: homeward judge X7 reject --because "said of others"')


def print_proposal(line: ProposalLine) -> None:
    """One proposal as paragraphs."""
    say(f"{line.ref}  {line.kind}: {line.summary}")
    say(f"      “{' '.join(line.quote.text.split())}”")
    if line.chain:
        say(f"      {chain_in_words(line.chain)} — {line.source.ref}, {line.source.place}")
    say(f"      why: {line.because}")
