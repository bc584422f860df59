"""``homeward answer``: record what a party said about a list or one name of it."""

from __future__ import annotations

import click

from homeward.cli.output import print_json, say
from homeward.cli.session import Session, with_session
from homeward.errors import BadInputError, NotThereError
from homeward.records import AnswerCode, PartialDate

CODES = [code.value for code in AnswerCode]


@click.command(
    epilog='Examples: homeward answer L1 searching --by "Coast Movement" --words "we are looking for them"; '
    'homeward answer A3 undo --because "meant another list"'
)
@click.argument("target")
@click.argument("code", type=click.Choice([*CODES, "undo"]))
@click.option("--by", "party_name", help="The party that answered, as recorded.")
@click.option("--row", type=int, help="The place on the list of the one name that is meant; without it: collective.")
@click.option("--words", default="", help="The exact words.")
@click.option("--on", help="When they answered, as EDTF.")
@click.option("--round", "round_number", default=1, show_default=True, help="Round of the exchange.")
@click.option("--because", "reason", default="", help="For undo: why.")
@with_session
def command(
    session: Session,
    target: str,
    code: str,
    party_name: str | None,
    row: int | None,
    words: str,
    on: str | None,
    round_number: int,
    reason: str,
) -> None:
    """Record an answer to a list (L1), for all its names together or for one; or take an answer back (A3 undo)."""
    from homeward.casework import access
    from homeward.casework.actions.answers import record_answer, reverse_answer
    from homeward.casework.models import Answer, List, ListItem

    user = session.user
    if code == "undo":
        if not reason:
            raise BadInputError("taking an answer back needs its reason", 'Give it: --because "meant another list"')
        reverse_answer(user, session.one(target, Answer), reason=reason)
        print_json({"ref": target, "undone": True}) if session.as_json else say(f"{target}: taken back.")
        return
    answered = session.one(target, List)
    if not party_name:
        raise BadInputError("an answer needs the party that gave it", "Name it with --by.")
    party = session.party(party_name, answered.case)
    item = None
    if row is not None:
        item = access.visible(user, ListItem).filter(list=answered, ordinal=row).first()
        if item is None:
            raise NotThereError(f"{target} has no row {row}", "Count rows from 1, as the list numbers its people.")
    answer = record_answer(
        user,
        answered,
        party=party,
        code=AnswerCode(code),
        item=item,
        words=words,
        answered_on=PartialDate.read(on) if on else None,
        round=round_number,
    )
    ref = access.ref_of(answer)
    if session.as_json:
        print_json({"ref": ref, "collective": item is None})
        return
    say(f"{ref}: recorded, {'collective, of nobody by name' if item is None else f'about row {row}'}.")
