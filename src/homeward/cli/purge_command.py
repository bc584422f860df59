"""``homeward purge``: one person asks that somebody's data go for good, another confirms it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from homeward.cli.output import print_json, print_table, say
from homeward.cli.session import Session, with_session
from homeward.errors import BadInputError

if TYPE_CHECKING:
    from homeward.casework.models import Enquirer, Person


@click.group(
    epilog='Examples: homeward purge ask P3 --rule retention --because "the time has passed"; '
    "homeward purge show 2; homeward purge confirm 2 --reference P3"
)
def command() -> None:
    """Delete somebody's data for good, behind two people; a placeholder stays, and the audit stays whole."""


@command.command("ask", epilog='Example: homeward purge ask P3 --rule retention --because "the time has passed"')
@click.argument("ref")
@click.option("--rule", required=True, help="Under which rule: retention, their own objection, a court's order.")
@click.option("--because", "reason", required=True, help="Why; stays in the placeholder, so name nobody in it.")
@with_session
def ask(session: Session, ref: str, rule: str, reason: str) -> None:
    """Ask that a person (P3) or an enquirer (E2) be purged. Nothing goes until somebody else confirms."""
    from homeward.casework.actions.purges import ask_purge

    asked = ask_purge(session.user, _thing(session, ref), reason=reason, rule=rule)
    if session.as_json:
        print_json({"number": asked.pk, "ref": ref})
        return
    say(f"{ref}: asked for. Another supervisor looks at it with: homeward purge show {asked.pk}")


@command.command("show", epilog="Example: homeward purge show 2")
@click.argument("number", type=int)
@with_session
def show(session: Session, number: int) -> None:
    """What purge NUMBER would delete, and what would stay, and why."""
    from homeward.casework.queries.closing import asked_purge
    from homeward.web.forms.ending import GOES, STAYS

    _row, asked, name, going = asked_purge(session.user, number)
    if session.as_json:
        print_json({"asked": asked, "name": name.text, "removed": going.removed, "kept": going.kept})
        return
    say(f"{asked.ref} {name.text}: asked for by {asked.asked_by}, {asked.asked_on.isoformat()}: {asked.reason}")
    print_table(
        "What goes", ("what", "how many"), [(str(GOES[w]), str(n)) for w, n in going.removed], empty="The row alone."
    )
    stays = [(ref, str(STAYS[why])) for ref, why in going.kept]
    print_table("What stays", ("what", "why"), stays, empty="Nothing that we know of.")
    say("What is more closely held about them goes, too. Backups made before are not reached.")


@command.command("confirm", epilog="Example: homeward purge confirm 2 --reference P3")
@click.argument("number", type=int)
@click.option("--reference", required=True, help="Whom it is about, typed once more, such as P3.")
@with_session
def confirm(session: Session, number: int, reference: str) -> None:
    """Purge for good. Whoever asked may not confirm."""
    from homeward.casework.actions.purges import confirm_purge
    from homeward.casework.queries.closing import asked_purge

    row, asked, _name, _going = asked_purge(session.user, number)
    purge, clean = confirm_purge(session.user, row, typed=reference)
    if session.as_json:
        print_json({"ref": asked.ref, "purge": purge.pk, "file_written_anew": clean})
        return
    say(f"{asked.ref}: purged. What stays is the placeholder; backups made before must go (docs/installation.md).")
    if not clean:
        say("Others were at work, so that the database's file is not written anew yet: homeward purge scrub")


@command.command("refuse", epilog='Example: homeward purge refuse 2 --because "a court asks for it"')
@click.argument("number", type=int)
@click.option("--because", "reason", required=True, help="Why it is not done.")
@with_session
def refuse(session: Session, number: int, reason: str) -> None:
    """Say that purge NUMBER is not done."""
    from homeward.casework.actions.purges import refuse_purge
    from homeward.casework.queries.closing import asked_purge

    row, asked, _name, _going = asked_purge(session.user, number)
    refuse_purge(session.user, row, reason=reason)
    if session.as_json:
        print_json({"ref": asked.ref, "purged": False})
        return
    say(f"{asked.ref}: not purged.")


@command.command("list", epilog="Example: homeward purge list --json")
@with_session
def list_purges(session: Session) -> None:
    """Purges asked for in the case, and the placeholders of those done. Keep it with the backups."""
    from homeward.casework.queries.closing import asked_purges, placeholders

    user, case = session.user, session.case
    waiting, done = asked_purges(user, case), placeholders(user, case)
    if session.as_json:
        told = [
            {
                "ref": one.ref,
                "purged_at": one.purged_at,
                "by": one.confirmed_by,
                "rule": one.rule,
                "reason": one.reason,
            }
            for one in done
        ]
        print_json({"asked": waiting, "purged": told})
        return
    rows = [(str(one.number), one.ref, one.asked_by, one.asked_on.isoformat(), one.reason) for one in waiting]
    print_table("Asked for", ("no.", "ref", "by", "on", "why"), rows, empty="Nothing is asked for.")
    gone = [(p.ref, p.purged_at.date().isoformat(), p.asked_by, p.confirmed_by, p.rule, p.reason) for p in done]
    print_table("Purged", ("ref", "on", "asked by", "confirmed by", "rule", "why"), gone, empty="Nobody was purged.")


@command.command("scrub", epilog="Example: homeward purge scrub")
@with_session
def scrub(session: Session) -> None:
    """Write the database's files anew, where others were at work during a purge. Exit code 6 if they are still."""
    from homeward.casework.actions.purges import scrub_again

    clean = scrub_again(session.user)
    if session.as_json:
        print_json({"file_written_anew": clean})
    else:
        say("Written anew." if clean else "Others are at work. Stop the desk for a moment, and run this again.")
    if not clean:
        sys.exit(6)


def _thing(session: Session, ref: str) -> Person | Enquirer:
    from homeward.casework import access
    from homeward.casework.models import Enquirer, Person

    found = access.resolve(session.user, ref)
    if not isinstance(found, (Person, Enquirer)):
        raise BadInputError(f"{ref} is nobody", "Name a person such as P3, or an enquirer such as E2.")
    return found
