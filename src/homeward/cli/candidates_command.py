"""``homeward candidates``: rows of lists that may be a sought person."""

from __future__ import annotations

import click

from homeward.cli.output import print_json, print_table, progress, say
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
    rows = [
        (
            line.ref,
            f"{line.person_ref} {line.person_name.text}",
            line.written.text,
            f"{line.list_title}, row {line.row_number}",
            "by hand" if line.probability is None else f"{line.probability:.2f}",
            line.verdict or "waiting",
            "; ".join(line.reasons),
        )
        for line in lines
    ]
    headings = ("ref", "sought person", "as written", "where", "probability", "judgement", "reasons")
    print_table("Candidates", headings, rows, empty="No candidate waits for judgement.")
    if rows:
        say('Judge one: homeward judge K7 same --because "same father and year of birth"')
