"""``homeward match``: compare two lists of people; needs no case file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from homeward.cli.output import plain, print_candidate, print_json, print_problems, progress, say, write_whole
from homeward.errors import BadInputError, Problem
from homeward.exchange import read_people, read_tables, write_rows
from homeward.names import Index, compare_people
from homeward.records import NameKind, PersonRecord

HEADINGS = (
    "our table", "our row", "our name", "their table", "their row", "their name", "probability", "reasons",
)  # fmt: skip
WHOLE_NAMES = frozenset((NameKind.FULL, NameKind.ALIAS, NameKind.TRANSLITERATION))
"""What may stand for a whole person, as for a list in a case file: a father's name alone finds half a register."""

People = dict[tuple[str, int], PersonRecord]  # by table and row; the table is empty where the file has only one


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of ours and a row of theirs that may be one person; a table is named where its file has several."""

    our_table: str
    our_row: int
    our_name: str
    their_table: str
    their_row: int
    their_name: str
    probability: float
    reasons: tuple[str, ...]


@click.command(epilog="Example: homeward match ours.xlsx register.csv --top 3 --output pairs.xlsx")
@click.argument("ours", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("theirs", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--top", default=3, show_default=True, help="At most so many candidates for each of our rows.")
@click.option(
    "--at-least", default=0.5, show_default=True, type=click.FloatRange(0, 1), help="Smallest probability shown."
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write .csv, .xlsx or .json instead.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def command(ours: Path, theirs: Path, top: int, at_least: float, output: Path | None, as_json: bool) -> None:
    """Compare the people of two lists, in whatever scripts they are written.

    Nothing is decided: each pair comes with its probability and the reasons for it.
    """
    our_people, our_problems = _people(ours, quiet=as_json)
    their_people, their_problems = _people(theirs, quiet=as_json)
    print_problems([*our_problems, *their_problems])
    pairs = match_people(our_people, their_people, top=top, at_least=at_least, quiet=as_json)
    headings, rows = _columns(pairs)
    matched = len({(p.our_table, p.our_row) for p in pairs})
    summary = f"{matched} of our {len(our_people)} people have a candidate among their {len(their_people)}."
    if output:
        form = output.suffix.lstrip(".").lower()
        stream = io.BytesIO()
        write_rows(stream, form, headings, rows)
        write_whole(output, stream.getvalue())
        say(f"{summary} Written to {output.name}.")
    elif as_json:
        print_json(
            {
                "pairs": plain(pairs),
                "ours": len(our_people),
                "theirs": len(their_people),
                "with_candidate": matched,
                "problems": [p.to_json() for p in (*our_problems, *their_problems)],
            }
        )
    else:
        for number, pair in enumerate(pairs, start=1):
            ours_at = f"our row {pair.our_row}" + (f" of {pair.our_table}" if pair.our_table else "")
            theirs_at = f"their row {pair.their_row}" + (f" of {pair.their_table}" if pair.their_table else "")
            head = f"{pair.our_name}  =?  {pair.their_name}"
            print_candidate(f"{number}.", pair.probability, head, f"{ours_at}, {theirs_at}", pair.reasons)
        if not pairs:
            say("No pair reaches that probability.")
        say(summary)
        say("A candidate is not a finding: a person must judge each.")


def _columns(pairs: Sequence[Pair]) -> tuple[list[str], list[list[Any]]]:
    """Headings and rows for people; a column that would name a file's only table is left out."""
    rows: list[list[Any]] = [
        [p.our_table, p.our_row, p.our_name, p.their_table, p.their_row, p.their_name, round(p.probability, 3),
         "; ".join(p.reasons)]
        for p in pairs
    ]  # fmt: skip
    places = [
        place
        for place, heading in enumerate(HEADINGS)
        if not heading.endswith("table") or any(row[place] for row in rows)
    ]
    return [HEADINGS[place] for place in places], [[row[place] for place in places] for row in rows]


def match_people(ours: People, theirs: People, *, top: int, at_least: float, quiet: bool = False) -> list[Pair]:
    """Pairs in the order of our rows, the most probable first; names give candidates, the records their weight."""
    their_rows = list(theirs.items())
    with progress("Reading their names", quiet=quiet) as report:
        names = ((str(place), name) for place, (_, person) in enumerate(their_rows) for name in _whole_names(person))
        index = Index.build(names, progress=report)
    pairs: list[Pair] = []
    with progress("Comparing", quiet=quiet) as report:
        for done, ((our_table, our_row), person) in enumerate(ours.items()):
            report(done, len(ours))
            found: dict[int, Pair] = {}
            for name in _whole_names(person):
                for candidate in index.search(name, k=max(20, 4 * top)):
                    place = int(candidate.key)
                    if place in found:
                        continue
                    (their_table, their_row), other = their_rows[place]
                    made = compare_people(person, other)
                    found[place] = Pair(
                        our_table, our_row, person.name, their_table, their_row, other.name, made.probability,
                        made.reasons,
                    )  # fmt: skip
            best = sorted(found.items(), key=lambda pair: (-pair[1].probability, pair[0]))
            pairs += [pair for _, pair in best if pair.probability >= at_least][:top]
        report(len(ours), len(ours))
    return pairs


def _whole_names(person: PersonRecord) -> list[str]:
    """The names that may stand for the whole person; whatever comes first where none does."""
    return list(dict.fromkeys(n.text for n in person.names if n.kind in WHOLE_NAMES)) or [person.name]


def _people(path: Path, *, quiet: bool) -> tuple[People, list[Problem]]:
    with progress(f"Reading {path.name}", quiet=quiet) as report:
        file = read_tables(path, progress=report)
    several = len(file.tables) > 1
    people: People = {}
    problems = list(file.problems)
    for table in file.tables:
        for row in read_people(table):
            problems += row.problems
            if row.record:
                people[table.name if several else "", row.number] = row.record
    if not people:
        raise BadInputError(
            "no people could be read from this list",
            "Check that one column has a heading such as name, имя, שם or الاسم.",
            path=path.name,
        )
    return people, problems
