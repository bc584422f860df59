"""``homeward handover``: record that a list was handed over."""

from __future__ import annotations

from datetime import datetime

import click

from homeward.cli.output import print_json, say
from homeward.cli.session import Session, with_session
from homeward.records import PartialDate


@click.command(
    epilog='Example: homeward handover L1 --to "Coast Movement" --on 2026-03-10 --carried-by "the mediator" '
    '--reply-due 2026-04-10 --basis "mandate of the relatives" --no-harm "names are known to the group already"'
)
@click.argument("list_ref")
@click.option("--to", "recipient_name", required=True, help="The party it was handed to, as recorded.")
@click.option("--from", "giver_name", help="The party that handed it over; else the list's author.")
@click.option("--through", "through_name", help="The party that carried it, if recorded.")
@click.option("--on", required=True, help="When, as EDTF.")
@click.option("--place", default="", help="Where.")
@click.option("--carried-by", default="", help="Who carried it.")
@click.option("--received-by", default="", help="Who took it.")
@click.option(
    "--acknowledged/--not-acknowledged", default=None, help="Whether receipt was acknowledged; else not known."
)
@click.option("--reply-due", type=click.DateTime(["%Y-%m-%d"]), help="When a reply is due.")
@click.option("--basis", help="Legal basis of disclosing people who cannot consent.")
@click.option("--no-harm", help="Why disclosing them to this party does them no harm.")
@with_session
def command(
    session: Session,
    list_ref: str,
    recipient_name: str,
    giver_name: str | None,
    through_name: str | None,
    on: str,
    place: str,
    carried_by: str,
    received_by: str,
    acknowledged: bool | None,
    reply_due: datetime | None,
    basis: str | None,
    no_harm: str | None,
) -> None:
    """Record that our list was handed to a party. Each person on it needs a harm assessment for that party first;
    --basis and --no-harm record one for all of them.
    """
    from homeward.casework import access
    from homeward.casework.actions.enquiries import allow_all
    from homeward.casework.actions.handovers import fields_that_leave, people_of_list, record_handover
    from homeward.casework.models import List, Party

    user = session.user
    handed = session.one(list_ref, List)

    def party(name: str | None) -> Party | None:
        return session.party(name, handed.case) if name else None

    recipient = party(recipient_name)
    if basis and no_harm and recipient:
        leaves = fields_that_leave(handed)
        people = people_of_list(handed)
        allow_all(user, people, recipient=recipient, fields=leaves, legal_basis=basis, assessment=no_harm)
    handover = record_handover(
        user,
        handed.case,
        list=handed,
        giver=party(giver_name) or handed.author,
        recipient=recipient,
        through=party(through_name),
        on=PartialDate.read(on),
        place=place,
        carried_by=carried_by,
        received_by=received_by,
        acknowledged=acknowledged,
        reply_due=reply_due.date() if reply_due else None,
    )
    ref = access.ref_of(handover)
    if session.as_json:
        print_json({"ref": ref})
        return
    clock = f"The reply is due on {handover.reply_due}." if handover.reply_due else "No day is set for the reply."
    say(f"{ref}: recorded. {clock}")
