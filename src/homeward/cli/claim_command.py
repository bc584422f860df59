"""``homeward claim``: add or withdraw a claim by hand."""

from __future__ import annotations

import click

from homeward.cli.output import print_json, say
from homeward.cli.session import Session, with_session
from homeward.errors import BadInputError
from homeward.records import Attribution, ClaimSubject, LinkRole, PartialDate, Polarity


@click.group(
    epilog='Example: homeward claim add P3 alive --report R2 --quote "I saw him in the yard" --speaker "A. Fahmi"'
)
def command() -> None:
    """Add or withdraw a claim. A claim is never edited, and never without its source."""


@command.command(
    "add", epilog='Example: homeward claim add P3 alive --report R2 --quote "saw him" --speaker "A. Fahmi"'
)
@click.argument("person")
@click.argument("subject", type=click.Choice([s.value for s in ClaimSubject]))
@click.option("--polarity", type=click.Choice([p.value for p in Polarity]), default="asserts", show_default=True)
@click.option("--report", "report_ref", required=True, help="The report that says so, such as R2.")
@click.option("--quote", required=True, help="Its words, exactly as they stand in the text.")
@click.option("--speaker", required=True, help="Who said so.")
@click.option("--relay", "relays", multiple=True, help="Who passed it on, in order; may be repeated.")
@click.option("--anonymous", is_flag=True, help="The speaker is not named.")
@click.option("--value", default="", help="What exactly: a place, a state of health.")
@click.option("--when", "valid", help="When it holds of the person, as EDTF (2026-03, 2026-03-10~).")
@click.option("--said-on", help="When it was said, as EDTF; else the report's date.")
@click.option(
    "--credibility",
    type=click.IntRange(1, 6),
    default=6,
    show_default=True,
    help="1 confirmed to 6 cannot be judged.",
)
@with_session
def add(
    session: Session,
    person: str,
    subject: str,
    polarity: str,
    report_ref: str,
    quote: str,
    speaker: str,
    relays: tuple[str, ...],
    anonymous: bool,
    value: str,
    valid: str | None,
    said_on: str | None,
    credibility: int,
) -> None:
    """Add a claim about PERSON that rests on words of a report held here."""
    from homeward.casework import access
    from homeward.casework.actions.claims import add_claim
    from homeward.casework.actions.statements import NewLink, record_statement
    from homeward.casework.models import Capture, Credibility, Person

    user = session.user
    who = session.one(person, Person)
    capture = session.one(report_ref, Capture)
    start = capture.text.find(quote)
    if start < 0:
        raise BadInputError(
            f"these words do not stand in {report_ref}", "Copy them exactly from the text of the report.", value=quote
        )
    hidden = Attribution.ANONYMOUS if anonymous else Attribution.NAMED
    chain = [NewLink(LinkRole.SPEAKER, speaker, hidden)]
    chain += [NewLink(LinkRole.RELAY, relay, Attribution.NAMED) for relay in relays]
    if capture.publisher:
        chain.append(NewLink(LinkRole.PUBLISHER, capture.publisher.name, Attribution.NAMED, party=capture.publisher))
    day = PartialDate.read(said_on) if said_on else capture.published
    statement = record_statement(
        user, capture, text=quote, start=start, stop=start + len(quote), chain=chain, said_on=day
    )
    claim = add_claim(
        user,
        who,
        subject=ClaimSubject(subject),
        polarity=Polarity(polarity),
        value=value,
        statement=statement,
        valid_time=PartialDate.read(valid) if valid else None,
        asserted_on=day,
        credibility=Credibility(credibility),
    )
    ref = access.ref_of(claim)
    if session.as_json:
        print_json({"ref": ref})
        return
    say(f"{ref}: added. Withdraw it with: homeward claim withdraw {ref} --because ...")


@command.command("withdraw", epilog='Example: homeward claim withdraw C12 --because "the outlet took the story back"')
@click.argument("ref")
@click.option("--because", "reason", required=True, help="Why; stays with the claim.")
@with_session
def withdraw(session: Session, ref: str, reason: str) -> None:
    """Take a claim out of the picture; it stays readable, with the reason."""
    from homeward.casework.actions.claims import withdraw_claim
    from homeward.casework.models import Claim

    withdraw_claim(session.user, session.one(ref, Claim), reason=reason)
    if session.as_json:
        print_json({"ref": ref, "withdrawn": reason})
        return
    say(f"{ref}: withdrawn.")
