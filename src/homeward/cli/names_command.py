"""``homeward names``: put the indexes of names in order."""

from __future__ import annotations

import contextlib
import os

import click

from homeward.cli.output import print_json, say
from homeward.cli.session import Session, with_session


@click.command(epilog="Example: homeward names")
@click.option("--gently", is_flag=True, help="Leave the processor to other programs.")
@with_session
def command(session: Session, gently: bool) -> None:
    """Put the indexes of names in order, beside the case file, so that no search has to.

    A search makes what it needs, and a desk that is served has it made by this command; so nobody has to type it.
    After a backup was brought back it saves the first searches the wait.
    """
    from homeward.casework.list_index import put_in_order
    from homeward.casework.models import Case, List
    from homeward.casework.people_names import put_in_order as put_people_in_order

    if gently and hasattr(os, "nice"):
        with contextlib.suppress(OSError):  # the desk's unit forbids it; then it works like any other
            os.nice(10)
    for case in Case.objects.order_by("-pk"):
        put_people_in_order(case)
    lists = List.objects.filter(arrived_at__isnull=False).order_by("-pk")
    for stored in lists.select_related("capture").defer("capture__text"):
        put_in_order(stored)
    if session.as_json:
        print_json({"lists": len(lists), "cases": Case.objects.count()})
    else:
        say("All names are in order.")
