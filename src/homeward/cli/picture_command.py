"""``homeward picture``: what is claimed now about a person, and on whose word."""

from __future__ import annotations

from datetime import datetime

import click

from homeward.casework.results import PersonPicture, PictureLine, ShownLink
from homeward.cli.output import print_json, say
from homeward.cli.session import Session, day_or_today, with_session


@click.command(epilog="Example: homeward picture P3")
@click.argument("person", required=False)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Count ages to this day; else today.")
@with_session
def command(session: Session, person: str | None, as_of: datetime | None) -> None:
    """What is claimed now: each line with its source, date, words and chain. Without PERSON: everybody."""
    from homeward.casework import queries
    from homeward.casework.models import Person

    day = day_or_today(as_of)
    user = session.user
    if person:
        pictures = [queries.picture(user, session.one(person, Person), as_of=day)]
    else:
        pictures = list(queries.pictures(user, session.case, as_of=day))
    if session.as_json:
        print_json(pictures)
        return
    if not pictures:
        say("Nobody is in this case yet. Add people with: homeward add people FILE")
    for picture in pictures:
        print_picture(picture)


def print_picture(picture: PersonPicture) -> None:
    """One person as paragraphs."""
    say(f"{picture.ref}  {'  ·  '.join(name.text for name in picture.names)}")
    facts = [", ".join(picture.nationalities), f"born {picture.birth}" if picture.birth else "", picture.sex]
    if picture.days_missing is not None:
        facts.append(f"missing for {picture.days_missing} days")
    say("    " + " · ".join(filter(None, facts)))
    say(f"    {picture.headline}")
    for line in picture.lines:
        print_line(line)
    for conflict in picture.conflicts:
        say(f"    ≠ {conflict}")
    say(f"    {picture.acknowledged}")
    for words in picture.unanswered:
        say(f"    ? {words}")
    waiting = []
    if picture.candidates_waiting:
        waiting.append(f"{picture.candidates_waiting} candidate{'s' * (picture.candidates_waiting > 1)}")
    if picture.proposals_waiting:
        waiting.append(f"{picture.proposals_waiting} proposal{'s' * (picture.proposals_waiting > 1)}")
    if waiting:
        say(f"    … {' and '.join(waiting)} to judge")
    say()


def print_line(line: PictureLine) -> None:
    """One claim: the careful sentence, the source's words, the chain, the source."""
    when = f"{line.asserted_on}  " if line.asserted_on else "undated  "
    say(f"    • {when}{line.said}  [{line.ref}]")
    if line.wording.text:
        say(f"        “{_short(line.wording.text)}”")
    say(f"        {chain_in_words(line.chain)} — {line.source.ref}, {line.source.place}")


def chain_in_words(chain: tuple[ShownLink, ...]) -> str:
    """Speaker → relay → publisher, with what hides behind each."""
    shown = (link.name + ("" if link.attribution == "named" else f" ({link.attribution})") for link in chain)
    return " → ".join(shown)


def _short(text: str, most: int = 240) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
