"""``homeward export``: what the case file holds as CSV, XLSX or JSON; people in an exchange format."""

from __future__ import annotations

import io
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from homeward.cli.leaving import PEOPLE_FORMATS, give_people, keep_people, leaving_options
from homeward.cli.output import plain, say, write_out, write_whole
from homeward.cli.session import Session, day_or_today, with_session
from homeward.errors import BadInputError

KINDS = (
    "people",
    "claims",
    "candidates",
    "proposals",
    "grid",
    "promises",
    "unanswered",
    "silences",
    "timeline",
    "sources",
)
Rows = tuple[Sequence[str], Iterable[Sequence[Any]]]


@click.command(
    epilog="Examples: homeward export claims --output claims.xlsx; homeward export L2 --format csv; "
    'homeward export P3 P4 --format pfif --to "Tracing Office" --why "asked by the family" --claims; '
    'homeward export D5 --release --basis "mandate of the relatives" --no-harm "known there" --output p3.xml'
)
@click.argument("what", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "xlsx", "json", *PEOPLE_FORMATS]),
    help="Of tables, else from the name of --output, else csv. People leave as pfif, wgeid or ftm.",
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write; else standard output."
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Count ages to this day; else today.")
@leaving_options
@with_session
def command(
    session: Session,
    what: tuple[str, ...],
    form: str | None,
    output: Path | None,
    as_of: datetime | None,
    release: bool,
    basis: str | None,
    no_harm: str | None,
    **leaving: Any,
) -> None:
    """Write people, claims, candidates, proposals, grid, promises, unanswered, silences, timeline, sources, or one
    list (L2) with its rows as written. Cells that a spreadsheet would take for formulas are escaped.

    People (P3, P3 P4, everybody) in an exchange format are kept first, under a reference such as D5, and shown field
    by field. Nothing has left then. --release says that it leaves, records it with each person and writes the file;
    where it tells of death, injury or release, a second person does so. Each person needs a harm assessment for that
    party first; --basis and --no-harm record one for all of them.
    """
    if form in PEOPLE_FORMATS:
        keep_people(session, what, form, **leaving)
        return
    if len(what) > 1:
        raise BadInputError("only people of an exchange format are several", "Name one thing.")
    if what[0][:1].upper() == "D" and what[0][1:].isdecimal():
        give_people(session, what[0], release=release, basis=basis, no_harm=no_harm, output=output)
        return
    _write_table(session, what[0], form, output, as_of)


def _write_table(session: Session, what: str, form: str | None, output: Path | None, as_of: datetime | None) -> None:
    from homeward.casework import audit
    from homeward.exchange import write_rows

    if form is None:
        form = output.suffix.lstrip(".").lower() if output else ("json" if session.as_json else "csv")
    if form not in ("csv", "xlsx", "json"):
        raise BadInputError(f'"{form}" is no format to write', "Name a .csv, .xlsx or .json file, or use --format.")
    headings, rows = _rows(session, what, day_or_today(as_of))
    rows = list(rows)
    audit.note_read(session.user, "export", case=session.case, about=[])
    stream = io.BytesIO()
    write_rows(stream, form, headings, rows)
    content = stream.getvalue()
    if output is None:
        if form == "xlsx" and sys.stdout.isatty():
            raise BadInputError("A workbook cannot be shown on a terminal", "Name a file with --output.")
        write_out(content)
        return
    write_whole(output, content)
    say(f"{len(rows)} rows written to {output}.")


def _rows(session: Session, what: str, day: Any) -> Rows:
    from homeward.casework import access, queries
    from homeward.casework.ledger_table import promise_table
    from homeward.casework.list_people import require_whole
    from homeward.casework.models import List, ListItem

    user, case = session.user, session.case
    if what in KINDS:
        if what in ("people", "claims"):
            pictures = queries.pictures(user, case, as_of=day)
            return _people(pictures) if what == "people" else _claims(pictures)
        if what == "promises":
            return promise_table(queries.promise_ledger(user, case, as_of=day))
        if what == "grid":
            return _grid(queries.grid(user, case, as_of=day))
        dated: dict[str, Callable[..., Iterable[Any]]] = {
            "unanswered": queries.unanswered,
            "timeline": queries.timeline,
        }
        undated: dict[str, Callable[..., Iterable[Any]]] = {
            "candidates": queries.candidates,
            "proposals": queries.proposals,
            "silences": queries.silences,
            "sources": queries.sources,
        }
        lines = dated[what](user, case, as_of=day) if what in dated else undated[what](user, case)
        return _flat(lines)
    held = session.one(what, List)
    require_whole(held)
    items = access.visible(user, ListItem).filter(list=held).order_by("ordinal")
    return list_rows(held.tables, ((item.table, item.row_number, item.cells) for item in items))


def list_rows(tables: Sequence[Mapping[str, Any]], items: Iterable[tuple[str, int, Sequence[str]]]) -> Rows:
    """The rows of a list under the headings of their own table.

    Args:
        tables: as `List.tables` holds them.
        items: (table, row number, cells) of each row.

    A list of one table has its headings. In a list of several, columns of one heading are one column, whatever their
    places in the tables; the first column names the table.
    """
    rows = list(items)
    several = len(tables) > 1
    titles = ["table", "row"] if several else ["row"]
    places: dict[tuple[str, int], int] = {}
    by_table: dict[str, list[int]] = {}
    for table in tables:
        name = table["name"][:100]  # as much of it as a row keeps
        width = max((len(cells) for of, _, cells in rows if of == name or not several), default=0)
        headings = [*table["headings"], *[""] * (width - len(table["headings"]))]
        letters = [*table["letters"], *(f"+{n}" for n in range(1, width - len(table["letters"]) + 1))]
        seen: Counter[str] = Counter()
        by_table[name] = []
        for heading, letter in zip(headings, letters, strict=False):
            title = heading or f"column {letter}"
            seen[title] += 1
            if (title, seen[title]) not in places:
                places[title, seen[title]] = len(titles)
                titles.append(_unlike(title, titles))
            by_table[name].append(places[title, seen[title]])
    return titles, [_placed(row, by_table, len(titles), several=several) for row in rows]


def _placed(
    row: tuple[str, int, Sequence[str]], by_table: Mapping[str, Sequence[int]], width: int, *, several: bool
) -> list[Any]:
    table, number, cells = row
    placed: list[Any] = [""] * width
    placed[: 1 + several] = [table, number] if several else [number]
    for place, cell in zip(by_table[table] if several else next(iter(by_table.values()), ()), cells, strict=False):
        placed[place] = cell
    return placed


def _unlike(title: str, titles: Sequence[str]) -> str:
    """The title, with a number where there is one like it: in JSON the second of two would replace the first."""
    number, made = 1, title
    while made in titles:
        number += 1
        made = f"{title} ({number})"
    return made


def _people(pictures: Iterable[Any]) -> Rows:
    headings = (
        "ref",
        "names",
        "nationalities",
        "birth",
        "sex",
        "father",
        "missing since",
        "claimed now",
        "independent sources",
        "acknowledged",
        "contradictions",
        "candidates waiting",
    )
    rows = (
        (
            p.ref,
            " / ".join(n.text for n in p.names),
            " ".join(p.nationalities),
            str(p.birth or ""),
            p.sex,
            p.father_name,
            str(p.missing_since or ""),
            p.headline,
            p.independent_sources,
            p.acknowledged,
            "; ".join(p.conflicts),
            p.candidates_waiting,
        )
        for p in pictures
    )
    return headings, rows


def _claims(pictures: Iterable[Any]) -> Rows:
    headings = (
        "person",
        "claim",
        "subject",
        "polarity",
        "said",
        "wording",
        "asserted on",
        "valid time",
        "chain",
        "source",
        "place",
        "reliability",
        "credibility",
        "collective",
        "contradicts",
        "withdrawn",
    )
    rows = (
        (
            p.ref,
            c.ref,
            c.subject,
            c.polarity,
            c.said,
            c.wording.text,
            str(c.asserted_on or ""),
            str(c.valid_time or ""),
            " → ".join(f"{k.role}: {k.name}" for k in c.chain),
            c.source.ref,
            c.source.place,
            c.source.reliability,
            c.credibility,
            "yes" if c.collective else "no",
            " ".join(c.contradicts),
            c.withdrawn,
        )
        for p in pictures
        for c in (*p.lines, *p.withdrawn)
    )
    return headings, rows


def _grid(grid: Any) -> Rows:
    headings = ("person", "name", *(f"{c.title} ({c.ref})" for c in grid.columns))
    rows = ((row.person_ref, row.name.text, *map(_cell_words, row.cells)) for row in grid.rows)
    return headings, rows


def _cell_words(cell: Any) -> str:
    return " ".join(filter(None, (cell.words, str(cell.on or ""), "(collective)" if cell.collective else "")))


def _flat(lines: Iterable[Any]) -> Rows:
    """One column a field; what is itself many is written as JSON."""
    dictionaries = [plain(line) for line in lines]
    headings = list(dictionaries[0]) if dictionaries else ["nothing"]

    def cell(value: Any) -> Any:
        if isinstance(value, dict) and set(value) == {"text", "language", "direction"}:
            return value["text"]
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            return "; ".join(value)
        if isinstance(value, (dict, list)):
            return json.dumps(value, ensure_ascii=False)
        return "" if value is None else value

    return headings, ([cell(value) for value in line.values()] for line in dictionaries)
