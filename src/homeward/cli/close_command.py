"""``homeward close``: close a case or one person's part in it, and open it again."""

from __future__ import annotations

from datetime import datetime

import click

from homeward.cli.output import print_json, say
from homeward.cli.session import Session, with_session


@click.command(
    epilog='Examples: homeward close --because "everybody is home"; homeward close P3 --because "returned" --anyway; '
    'homeward close P3 --again --because "taken anew"'
)
@click.argument("person_ref", metavar="[PERSON]", required=False)
@click.option("--because", "reason", required=True, help="Why; stays with the case.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day on which it was closed; else today.")
@click.option("--anyway", is_flag=True, help="Also although something is still open.")
@click.option("--again", is_flag=True, help="Open it again.")
@with_session
def command(
    session: Session, person_ref: str | None, reason: str, on: datetime | None, anyway: bool, again: bool
) -> None:
    """Close the case, or one PERSON's part in it; nothing is deleted, and a day for review is set.

    What is still open is told first, and nothing is closed, unless --anyway says that this is known.
    """
    from homeward.casework.actions.closing import close, open_again
    from homeward.casework.models import Person

    user = session.user
    person = session.one(person_ref, Person) if person_ref else None
    case = person.case if person else session.case
    if again:
        made = open_again(user, case, person=person, reason=reason)
    else:
        made = close(user, case, person=person, reason=reason, on=on.date() if on else None, anyway=anyway)
    ref = person_ref or f"F{case.pk}"
    due = made.reviews.order_by("due_on").values_list("due_on", flat=True).first()
    if session.as_json:
        print_json(
            {"ref": ref, "closed": made.closed, "on": made.on, "review_on": due, "still_open": made.still_open}
        )
        return
    if not made.closed:
        say(f"{ref}: open again.")
        return
    say(f"{ref}: closed on {made.on.isoformat()}. First review on {due.isoformat() if due else 'no day'}.")
