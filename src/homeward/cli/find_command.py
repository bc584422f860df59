"""``homeward find``: one name in everything held."""

from __future__ import annotations

import click

from homeward.cli.output import print_candidate, print_json, say
from homeward.cli.session import Session, with_session


@click.command(epilog='Example: homeward find "Anna Kovalchuk"')
@click.argument("name")
@click.option("--top", default=20, show_default=True, help="At most so many hits.")
@with_session
def command(session: Session, name: str, top: int) -> None:
    """Look for one name, in any script, among people, lists and reports."""
    from homeward.casework.find import find

    result = find(session.user, session.case, name, k=top)
    if session.as_json:
        print_json(result)
        return
    for hit in result.hits:
        print_candidate(hit.ref, hit.probability, f"{hit.kind}: {hit.written}", hit.place, hit.reasons)
    if result.hits:
        say(f"Searched: {result.searched}. A candidate is not a finding: a person must judge each.")
    else:
        say(f"No place was found where “{name}” may stand, among what you may see here: {result.searched}.")
        say("This is no proof that the name is not there: try other spellings, and other parts of the name.")
