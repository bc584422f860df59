"""People in an exchange format by the command line: kept and shown, then released and written.

In: what ``homeward export`` was told. Out: what leaves, field by field; or the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from homeward.cli.output import print_json, print_table, say, write_out, write_whole
from homeward.cli.session import Session

if TYPE_CHECKING:
    from homeward.casework.models import Person

F = TypeVar("F", bound=Callable[..., Any])
PEOPLE_FORMATS = ("pfif", "wgeid", "ftm")
_USES = {"trace": "trace", "share": "share_with_party", "publish": "publish", "media": "media"}
_TEXTS = ("place", "responsible", "action", "submitter")


def leaving_options(function: F) -> F:
    """What may be said of people who leave in an exchange format."""
    for option in reversed(
        (
            click.option("--to", help="Of people: the party for whom it is."),
            click.option("--why", help="Of people: why it leaves; for our own record."),
            click.option("--for", "use", type=click.Choice(list(_USES)), default="share", help="Consent is checked."),
            click.option("--leaves", multiple=True, help="A field that may leave beside the name; may be repeated."),
            click.option("--claims", is_flag=True, help="What is claimed leaves, each with its source."),
            click.option("--quotes", is_flag=True, help="And the exact words of the source."),
            click.option("--script", default="Latn", help="ISO 15924: of the name."),
            click.option("--place", default="", help="WGEID: place of arrest, or where last seen."),
            click.option("--responsible", default="", help="WGEID: those believed to be responsible."),
            click.option("--action", default="", help="WGEID: action taken by relatives or others."),
            click.option("--submitter", default="", help="WGEID: who submits it."),
            click.option("--expires", type=click.DateTime(["%Y-%m-%d"]), help="PFIF: to be deleted by this day."),
            click.option("--release", is_flag=True, help="Of one that was kept (D5): it leaves."),
            click.option("--basis", help="With --release: the legal basis on which it rests."),
            click.option("--no-harm", help="With --release: why disclosing them to this party does them no harm."),
        )
    ):
        function = option(function)
    return function


def keep_people(
    session: Session,
    what: Sequence[str],
    form: str,
    *,
    to: str | None,
    why: str | None,
    use: str,
    leaves: Sequence[str],
    claims: bool,
    quotes: bool,
    script: str,
    expires: datetime | None,
    **texts: str,
) -> None:
    """Keep what would leave, and show it."""
    from homeward.casework.actions.exports import keep_export
    from homeward.casework.actions.preparations import Field
    from homeward.casework.exporting import ASKED_BY_DEFAULT, Asked, Format
    from homeward.casework.models import ConsentPurpose
    from homeward.errors import BadInputError

    if not to or not why:
        raise BadInputError("it is not said for whom it is and why", "Say so with --to PARTY and --why WORDS.")
    try:
        fields = tuple(Field(name) for name in leaves) or ASKED_BY_DEFAULT[Format(form)]
    except ValueError as error:
        raise BadInputError("this is not a field that can leave", f"Use: {', '.join(Field)}.") from error
    user, case = session.user, session.case
    made = keep_export(
        user,
        case,
        people=_people(session, what),
        asked=Asked(
            format=Format(form),
            fields=fields,
            claims=claims or quotes,
            quotes=quotes,
            script=script,
            use=ConsentPurpose(_USES[use]),
            texts={name: texts[name].strip() for name in _TEXTS if texts[name].strip()} if form == "wgeid" else {},
            expires_on=expires.date() if expires is not None and form == "pfif" else None,
        ),
        recipient=session.party(to, case),
        purpose=why,
    )
    ref = f"D{made.pk}"
    rows = [(f"P{row['person']}", of, field, value) for row in made.rows for of, field, value in row["leaves"]]
    kept = [(f"P{row['person']}", *back) for row in made.rows for back in row["kept"]]
    missing = {f"P{row['person']}": row["missing"] for row in made.rows if row["missing"]}
    if session.as_json:
        told = {"ref": ref, "sha256": made.content_id, "grave": made.meanings["grave"], "missing": missing}
        print_json({**told, "leaves": rows, "kept_back": kept})
        return
    print_table(f"What would leave ({ref})", ("person", "claim", "field", "value"), rows, empty="Nothing.")
    print_table("What stays here", ("person", "what", "why"), kept, empty="Nothing that was asked for stays here.")
    for person, elements in missing.items():
        say(f"{person}: of the minimum elements these are missing: {', '.join(elements)}.")
    second = " by a second person" if made.meanings["grave"] else ""
    say(f"Kept as {ref}; it has not left. It is released{second} with: homeward export {ref} --release")


def give_people(
    session: Session, ref: str, *, release: bool, basis: str | None, no_harm: str | None, output: Path | None
) -> None:
    """Release what was kept, if asked, and write its file; what is told of harm holds for everybody in it."""
    from django.db import transaction

    from homeward.casework.actions.enquiries import allow_all
    from homeward.casework.actions.exports import decide_export, give_export
    from homeward.casework.leaving_fields import fields_of_prepared
    from homeward.casework.models import Person, Preparation

    held = session.one(ref, Preparation)
    if release:
        with transaction.atomic():
            if basis and no_harm:
                allow_all(
                    session.user,
                    [session.one(f"P{row['person']}", Person) for row in held.rows],
                    recipient=held.recipient,
                    fields=fields_of_prepared(held),
                    legal_basis=basis,
                    assessment=no_harm,
                )
            decide_export(session.user, held, approves=True)
    name, content = give_export(session.user, held)
    if output is None:
        write_out(content)
        return
    write_whole(output, content)
    say(f"{name} written to {output}.")


def _people(session: Session, what: Sequence[str]) -> list[Person]:
    from homeward.casework import access
    from homeward.casework.models import Person

    if tuple(what) == ("everybody",):
        return list(access.visible(session.user, Person).filter(case=session.case).order_by("pk"))
    return [session.one(ref, Person) for ref in what]
