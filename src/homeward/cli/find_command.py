"""``homeward find``: one name in everything held."""

from __future__ import annotations

import click

from homeward.cli.output import print_json, print_table, say
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
    rows = [(h.ref, h.kind, h.written, h.place, f"{h.probability:.2f}", "; ".join(h.reasons)) for h in result.hits]
    headings = ("ref", "kind", "as written", "where", "probability", "reasons")
    nowhere = f"No place was found where “{name}” may stand, among what you may see here: {result.searched}."
    print_table(f"Where “{name}” may stand", headings, rows, empty=nowhere)
    if rows:
        say("A candidate is not a finding: a person must judge each.")
    else:
        say("This is no proof that the name is not there: try other spellings, and other parts of the name.")
