"""``homeward add``: take in people, lists and reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from homeward.cli.output import print_json, print_problems, print_table, progress, say
from homeward.cli.session import Session, with_session
from homeward.errors import BadInputError
from homeward.records import NameKind, PartialDate, Sex, WrittenName

if TYPE_CHECKING:
    from homeward.casework.arrivals import LikePurged, ListPreview
    from homeward.casework.models import Case, Party, Person, User

_DESPITE = click.option(
    "--despite", default="", help="Why somebody like one who was purged is taken in all the same; for a supervisor."
)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(
    epilog='Examples: homeward add people ours.xlsx; homeward add list register.csv --from "St. Anna Hospital"; '
    'homeward add report page.html --publisher "Marj Wire" --published 2026-03-12'
)
def command() -> None:
    """Take in people you look for, lists of others, and reports. The same file twice changes nothing."""


@command.command(
    "person", epilog='Example: homeward add person "Anna Kovalchuk" "Анна Ковальчук" --birth 1987 --nationality UA'
)
@click.argument("names", nargs=-1, required=True)
@click.option("--alias", "aliases", multiple=True, help="Another name; may be repeated.")
@click.option("--birth", help="Birth date as EDTF: 1987, 1987-04-09, 1987~.")
@click.option("--sex", type=click.Choice([s.value for s in Sex]))
@click.option("--nationality", "nationalities", multiple=True, help="ISO code such as UA; may be repeated.")
@click.option("--father", default="", help="Father's name.")
@click.option("--missing-since", help="When the person was last free, as EDTF.")
@click.option(
    "--group", "groups", multiple=True, help='Words by which reports mean the group, such as "the fishermen".'
)
@_DESPITE
@with_session
def add_person_command(
    session: Session,
    names: tuple[str, ...],
    aliases: tuple[str, ...],
    birth: str | None,
    sex: str | None,
    nationalities: tuple[str, ...],
    father: str,
    missing_since: str | None,
    groups: tuple[str, ...],
    despite: str,
) -> None:
    """Add one sought person, under every spelling you know, in any script."""
    from homeward.casework import access
    from homeward.casework.actions.people import add_person

    written = [WrittenName(name) for name in names] + [WrittenName(alias, NameKind.ALIAS) for alias in aliases]
    person = add_person(
        session.user,
        session.case,
        names=written,
        birth=PartialDate.read(birth) if birth else None,
        sex=Sex(sex) if sex else None,
        nationalities=tuple(code.upper() for code in nationalities) or None,
        father_name=father,
        missing_since=PartialDate.read(missing_since) if missing_since else None,
        group_terms=list(groups),
        despite=despite,
    )
    ref = access.ref_of(person)
    found = _look_for_candidates(session)
    if session.as_json:
        print_json({"ref": ref, "candidates": found})
        return
    say(f"{ref}: {names[0]}. {found} new candidates in the lists held.")


@command.command(
    "party", epilog='Example: homeward add party "Coast Movement" --kind armed_group --also "the movement"'
)
@click.argument("name")
@click.option(
    "--kind",
    type=click.Choice(["state", "ministry", "armed_group", "organisation", "agency", "media", "person", "other"]),
    default="other",
    show_default=True,
)
@click.option("--reliability", type=click.Choice(list("ABCDEF")), default="F", show_default=True, help="A to F.")
@click.option("--also", "other_names", multiple=True, help="Another name by which texts call it; may be repeated.")
@click.option("--part-of", "parent", help="The party of which it is a part, as recorded.")
@click.option("--protected", is_flag=True, help="A source whose name never leaves the desk.")
@with_session
def add_party_command(
    session: Session,
    name: str,
    kind: str,
    reliability: str,
    other_names: tuple[str, ...],
    parent: str | None,
    protected: bool,
) -> None:
    """Record a body or person that speaks, holds, relays, publishes or mediates."""
    from homeward.casework.actions.cases import record_party
    from homeward.casework.models import PartyKind, Reliability

    case = session.case
    party = record_party(
        session.user,
        case,
        name,
        kind=PartyKind(kind),
        reliability=Reliability(reliability),
        other_names=other_names,
        parent=session.party(parent, case) if parent else None,
        protected=protected,
    )
    if session.as_json:
        print_json({"name": party.name, "kind": party.kind, "reliability": party.reliability})
        return
    say(f"{party.name}: recorded, {party.kind}, reliability {party.reliability}.")


@command.command("people", epilog="Example: homeward add people ours.xlsx --preview")
@click.argument("path", type=FILE)
@click.option("--preview", is_flag=True, help="Show what would change; write nothing.")
@click.option("--column", "columns", multiple=True, help="Meaning of a column, as C=father_name; may be repeated.")
@_DESPITE
@with_session
def add_people_command(session: Session, path: Path, preview: bool, columns: tuple[str, ...], despite: str) -> None:
    """Add the sought people of a table; those already there are completed, contradictions shown and left alone."""
    from homeward.casework.actions.people_file import take_in_people

    user, case = session.user, session.case
    mapping = _mapping(columns)
    arrival = take_in_people(user, case, path, mapping=mapping, preview=preview, despite=despite)
    found = 0 if preview else _look_for_candidates(session)
    if session.as_json:
        print_json(
            {
                "preview": preview,
                "created": arrival.created,
                "completed": arrival.completed,
                "unchanged": arrival.unchanged,
                "conflicts": arrival.conflicts,
                "like_purged": arrival.like_purged,
                "candidates": found,
                "problems": [p.to_json() for p in arrival.problems],
            }
        )
        return
    print_problems(arrival.problems)
    would = "would be " if preview else ""
    say(
        f"{len(arrival.created)} people {would}added, {len(arrival.completed)} {would}completed, "
        f"{arrival.unchanged} unchanged."
    )
    for conflict in arrival.conflicts:
        say(f"≠ {conflict}")
    _say_like_purged(arrival.like_purged)
    if not preview:
        say(f"{found} new candidates in the lists held.")


@command.command(
    "list",
    epilog='Example: homeward add list register.xlsx --from "St. Anna Hospital" --as-of 2026-04 --preview',
)
@click.argument("path", type=FILE)
@click.option("--from", "author", required=True, help="Who made the list.")
@click.option("--title", help="Its title; else the file's name.")
@click.option(
    "--direction",
    type=click.Choice(["in", "published", "out"]),
    default="in",
    show_default=True,
    help="Received, published by somebody, or our own.",
)
@click.option("--publisher", help="Who published it, if it was published.")
@click.option("--to", "recipient", help="For whom it was made.")
@click.option("--purpose", default="", help="What the list says of its people, in words.")
@click.option("--as-of", help="The day for which it speaks, as EDTF.")
@click.option("--follows", help="The list of which this is a new version, such as L2.")
@click.option("--column", "columns", multiple=True, help="Meaning of a column, as C=father_name; may be repeated.")
@click.option("--preview", is_flag=True, help="Show columns, faults and changes; write nothing.")
@click.option(
    "--tie", is_flag=True, help="For our own list: say that rows with exactly a recorded name are that person."
)
@click.option(
    "--row", "told_rows", multiple=True, help="For our own list: which row is whom, as 3=P2; may be repeated."
)
@click.option("--no-match", is_flag=True, help="Do not look for candidates now.")
@_DESPITE
@with_session
def add_list_command(
    session: Session,
    path: Path,
    author: str,
    title: str | None,
    direction: str,
    publisher: str | None,
    recipient: str | None,
    purpose: str,
    as_of: str | None,
    follows: str | None,
    columns: tuple[str, ...],
    preview: bool,
    tie: bool,
    told_rows: tuple[str, ...],
    no_match: bool,
    despite: str,
) -> None:
    """Take in a list as it is: every row kept as written, every fault told, candidates found."""
    from homeward.casework import access
    from homeward.casework.actions.lists import preview_list, take_in_list
    from homeward.casework.models import Direction, List

    user, case = session.user, session.case
    followed = session.one(follows, List) if follows else None
    mapping = _mapping(columns)
    if preview:
        shown = preview_list(user, case, path, author=None, follows=followed, mapping=mapping)
        if session.as_json:
            print_json(shown)
            return
        _print_preview(shown)
        return
    people = _people_of_rows(session, path, mapping, tie=tie, told=told_rows, direction=direction)
    with progress("Taking in rows", quiet=session.as_json) as report:
        arrival = take_in_list(
            user,
            case,
            path,
            title=title or path.stem,
            author=_party(user, case, author),
            publisher=_party(user, case, publisher),
            recipient=_party(user, case, recipient),
            direction=Direction(direction),
            purpose=purpose,
            as_of=PartialDate.read(as_of) if as_of else None,
            follows=followed,
            mapping=mapping,
            people=people or None,
            despite=despite,
            progress=report,
        )
    # Also for a list that is held already: its first import may have been broken off before the search.
    found = 0 if no_match else _look_for_candidates(session)
    ref = access.ref_of(arrival.list)
    if session.as_json:
        print_json(
            {
                "ref": ref,
                "already": arrival.already,
                "rows": arrival.rows,
                "unreadable": arrival.unreadable,
                "candidates": found,
                "problems": [p.to_json() for p in arrival.problems],
            }
        )
        return
    print_problems(arrival.problems)
    if arrival.already:
        say(f"{ref}: this very file was taken in before; nothing changed.")
        if found:
            say(f"It is searched now: {found} new candidates wait for judgement: homeward candidates")
        return
    say(f"{ref}: {arrival.rows} rows taken in, {arrival.unreadable} of them kept but not readable as a person.")
    if direction == "out":
        say(f"{len(people)} rows are tied to people of this case, in your name.")
    say(f"{found} candidates wait for judgement: homeward candidates")


@command.command(
    "report", epilog='Example: homeward add report page.html --publisher "Marj Wire" --published 2026-03-12'
)
@click.argument("path", type=FILE)
@click.option("--publisher", required=True, help="Who published it.")
@click.option("--published", help="When, as EDTF; else as the file says.")
@click.option("--title", help="Its title; else as the file says.")
@click.option("--url", default="", help="Where it stood; nothing is fetched.")
@click.option("--language", help="Language code; else worked out.")
@click.option(
    "--optional-reader",
    "ask_reader",
    is_flag=True,
    help="Show its text to the language model of HOMEWARD_READER_ADDRESS, too: the text leaves for that address.",
)
@with_session
def add_report_command(
    session: Session,
    path: Path,
    publisher: str,
    published: str | None,
    title: str | None,
    url: str,
    language: str | None,
    ask_reader: bool,
) -> None:
    """Take in a report: its bytes are kept, its text read, and what it says proposed; nothing is recorded as true."""
    from homeward.casework import access, queries
    from homeward.casework.actions.reports import take_in_report
    from homeward.casework.optional_reader import configured_reader
    from homeward.cli.proposals_command import print_proposal

    user, case = session.user, session.case
    arrival = take_in_report(
        user,
        case,
        path,
        publisher=publisher,
        published=PartialDate.read(published) if published else None,
        title=title,
        url=url,
        language=language,
        also=configured_reader() if ask_reader else None,
    )
    ref = access.ref_of(arrival.capture)
    lines = [line for line in queries.proposals(user, case) if line.source.ref == ref]
    if session.as_json:
        print_json(
            {
                "ref": ref,
                "already": arrival.already,
                "sha256": arrival.capture.content_id,
                "copy_of": access.ref_of(arrival.copy_of) if arrival.copy_of else None,
                "proposals": lines,
                "problems": [p.to_json() for p in arrival.problems],
                "optional_reader": arrival.also_read.to_json() if arrival.also_read else None,
            }
        )
        return
    print_problems(arrival.problems)
    if arrival.already:
        say(f"{ref}: this very file was taken in before; nothing changed.")
    else:
        say(f"{ref}: {arrival.capture.title or path.name}, {len(lines)} proposals.")
    if arrival.copy_of:
        say(f"It is a near copy of {access.ref_of(arrival.copy_of)}: the two do not count as two sources.")
    for sentence in arrival.also_read.sentences() if arrival.also_read else ():
        say(sentence)
    for line in lines:
        print_proposal(line)
    if lines:
        say("A proposal is recorded only when a person accepts it: homeward judge X1 accept")


def _look_for_candidates(session: Session) -> int:
    from homeward.casework.actions.match import propose_links

    with progress("Looking for candidates", quiet=session.as_json) as report:
        return propose_links(session.user, session.case, progress=report)


def _people_of_rows(
    session: Session, path: Path, mapping: dict[str, str] | None, *, tie: bool, told: Sequence[str], direction: str
) -> dict[int, Person]:
    """Which rows are whom, as the person at the keyboard says."""
    from homeward.casework.models import Person
    from homeward.casework.own_rows import people_named_exactly

    if (tie or told) and direction != "out":
        raise BadInputError(
            "rows are tied to people at once only in a list of our own",
            "Add --direction out, or judge the candidates one by one: homeward candidates",
        )
    people = people_named_exactly(session.user, session.case, path, mapping=mapping) if tie else {}
    for words in told:
        row, found, ref = words.partition("=")
        if not found or not row.strip().isdecimal():
            raise BadInputError(f'"{words}" does not say which row is whom', "Write it as ROW=PERSON, such as 3=P2.")
        people[int(row)] = session.one(ref, Person)
    return people


def _party(user: User, case: Case, name: str | None) -> Party | None:
    from homeward.casework.actions.cases import record_party

    return record_party(user, case, name=name) if name else None


def _say_like_purged(rows: Sequence[LikePurged]) -> None:
    for one in rows:
        say(f"! row {one.row_number} is like {', '.join(one.refs)}, who was purged")
    if rows:
        say("The file is not taken in unless a supervisor says why, with --despite.")


def _mapping(columns: Sequence[str]) -> dict[str, str] | None:
    mapping = {}
    for column in columns:
        letter, found, meaning = column.partition("=")
        if not found or not letter.strip() or not meaning.strip():
            raise BadInputError(
                f'"{column}" does not say what a column means', "Write it as LETTER=MEANING, such as C=father_name."
            )
        mapping[letter.strip().upper()] = meaning.strip()
    return mapping or None


def _print_preview(shown: ListPreview) -> None:
    for table in shown.tables:
        rows = [(c.letter, c.heading, c.meaning, c.why) for c in table.columns]
        print_table(f'Columns of "{table.name}"', ("column", "heading", "meaning", "why"), rows, empty="No columns.")
    print_problems(shown.problems)
    _say_like_purged(shown.like_purged)
    counts = (
        (shown.created, "new"),
        (shown.changed, "changed"),
        (shown.unchanged, "unchanged"),
        (shown.vanished, "vanished"),
    )
    told = ", ".join(f"{number} {word}" for number, word in counts)
    say(f"Rows: {told}. Nothing was written.")
    say("Correct a meaning with --column LETTER=MEANING.")
