"""``homeward export``: what the case file holds as CSV, XLSX or JSON."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from homeward.cli.output import plain, say
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


@click.command(epilog="Examples: homeward export claims --output claims.xlsx; homeward export L2 --format csv")
@click.argument("what")
@click.option(
    "--format", "form", type=click.Choice(["csv", "xlsx", "json"]), help="Else from the name of --output, else csv."
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write; else standard output."
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Count ages to this day; else today.")
@with_session
def command(session: Session, what: str, form: str | None, output: Path | None, as_of: datetime | None) -> None:
    """Write people, claims, candidates, proposals, grid, promises, unanswered, silences, timeline, sources, or one
    list (L2) with its rows as written. Cells that a spreadsheet would take for formulas are escaped.
    """
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
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    new = output.with_name(f".{output.name}.new")
    new.write_bytes(content)
    new.chmod(0o600)
    new.replace(output)
    say(f"{len(rows)} rows written to {output}.")


def _rows(session: Session, what: str, day: Any) -> Rows:
    from homeward.casework import access, queries
    from homeward.casework.models import List, ListItem

    user, case = session.user, session.case
    if what in KINDS:
        if what in ("people", "claims"):
            pictures = queries.pictures(user, case, as_of=day)
            return _people(pictures) if what == "people" else _claims(pictures)
        if what == "grid":
            return _grid(queries.grid(user, case, as_of=day))
        dated: dict[str, Callable[..., Iterable[Any]]] = {
            "promises": queries.promises,
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
    headings = held.tables[0]["headings"] if held.tables else []
    items = access.visible(user, ListItem).filter(list=held).order_by("ordinal")
    width = max([len(headings), *(len(cells) for cells in items.values_list("cells", flat=True))])
    titles = [*headings, *(f"column {n}" for n in range(len(headings) + 1, width + 1))]
    return ["row", *titles], ([i.row_number, *i.cells, *[""] * (width - len(i.cells))] for i in items)


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
