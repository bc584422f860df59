"""``homeward silence``: silences found and proposed; recording a finding."""

from __future__ import annotations

import click

from homeward.cli.output import print_json, say
from homeward.cli.session import Session, with_session
from homeward.errors import BadInputError
from homeward.records import SilenceVerdict

VERDICTS = {
    "mentions": SilenceVerdict.MENTIONS,
    "no-mention": SilenceVerdict.NO_MENTION,
    "not-assessable": SilenceVerdict.NOT_ASSESSABLE,
}


@click.group(
    invoke_without_command=True,
    epilog='Examples: homeward silence; homeward silence record R4 no-mention --event "visit of 2 March"',
)
@with_session
def command(session: Session) -> None:
    """Silences: texts about relevant events that mention none of our people, and what was searched in them."""
    from homeward.casework import queries

    lines = queries.silences(session.user, session.case)
    if session.as_json:
        print_json(lines)
        return
    for line in lines:
        say(f"{line.ref}  {line.event}" + ("" if line.found_by else "  (proposed, not judged)"))
        say(f"      {line.verdict_words}")
        if line.explicit:
            say(f"      “{' '.join(line.explicit.text.split())}”")
        for row in line.coverage:
            held = "full text held" if row.full_text_held else "full text not held"
            say(
                f"      {row.ref or '–'} {row.outlet} ({row.language or 'language not known'}), {held}: {row.verdict}"
            )
        if line.terms:
            say(f"      searched for: {', '.join(term.text for term in line.terms)}")
    if not lines:
        say("No silence is recorded or proposed in this case.")


@command.command("record", epilog='Example: homeward silence record R4 no-mention --event "the visit of 2 March"')
@click.argument("reports", nargs=-1, required=True)
@click.argument("verdict", type=click.Choice(list(VERDICTS)))
@click.option("--event", required=True, help="The event, and why mention was to be expected.")
@click.option("--term", "terms", multiple=True, help="A term that was searched; may be repeated. Names are added.")
@click.option("--note", default="", help="Anything else.")
@with_session
def record(
    session: Session, reports: tuple[str, ...], verdict: str, event: str, terms: tuple[str, ...], note: str
) -> None:
    """Record your finding about one or more reports held here. Silence is never recorded from part of a text."""
    from homeward.casework import access
    from homeward.casework.actions.silences import CoverageRow, record_silence
    from homeward.casework.mentions import terms_to_search
    from homeward.casework.models import Capture

    user, case = session.user, session.case
    captures = [session.one(ref, Capture) for ref in reports]
    if any(not capture.text for capture in captures):
        raise BadInputError("a list is no report", "Name reports (R...) whose text is held.")
    found = VERDICTS[verdict]
    coverage = [
        CoverageRow(
            outlet=capture.publisher.name if capture.publisher else capture.file_name,
            language=capture.language,
            capture=capture,
            full_text_held=capture.complete,
            verdict=found,
        )
        for capture in captures
    ]
    given = [{"script": "", "term": term} for term in terms]
    searched = terms_to_search(user, case, given)
    finding = record_silence(user, case, event=event, verdict=found, coverage=coverage, terms=searched, note=note)
    ref = access.ref_of(finding)
    if session.as_json:
        print_json({"ref": ref, "verdict": found})
        return
    say(f"{ref}: recorded, {found.value.replace('_', ' ')}, with {len(searched)} terms searched.")
