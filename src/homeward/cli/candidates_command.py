"""``homeward candidates``: rows of lists that may be a sought person."""

from __future__ import annotations

import click

from homeward.cli.output import print_candidate, print_json, progress, say
from homeward.cli.session import Session, with_session


@click.command(epilog="Example: homeward candidates --person P3")
@click.option("--person", help="Only this person, such as P3.")
@click.option("--all", "judged_too", is_flag=True, help="Those already judged as well.")
@click.option("--look", is_flag=True, help="Search all lists afresh first; what was judged stays judged.")
@with_session
def command(session: Session, person: str | None, judged_too: bool, look: bool) -> None:
    """Rows of lists that may be a sought person, with the reasons, waiting for judgement."""
    from homeward.casework import queries
    from homeward.casework.models import Person

    user, case = session.user, session.case
    if look:
        from homeward.casework.actions.match import propose_links

        with progress("Searching lists", quiet=session.as_json) as report:
            propose_links(user, case, progress=report)
    only = session.one(person, Person) if person else None
    lines = queries.candidates(user, case, waiting_only=not judged_too, person=only)
    if session.as_json:
        print_json(lines)
        return
    for line in lines:
        head = f"{line.person_ref} {line.person_name.text}  =?  {line.written.text}"
        judged = f": {line.verdict}, by {line.judged_by}" if line.verdict else ""
        print_candidate(
            line.ref,
            line.probability,
            head,
            f"{line.list_title}{' (an echo of our own list)' if line.echo else ''}, row {line.row_number}{judged}",
            line.reasons,
        )
    if lines:
        say('Judge one: homeward judge K7 same --because "same father and year of birth"')
    else:
        say("No candidate waits for judgement.")
