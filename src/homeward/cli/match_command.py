"""``homeward match``: compare two lists of people; needs no case file."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from homeward.cli.output import plain, print_json, print_problems, print_table, progress, say, write_whole
from homeward.errors import BadInputError, Problem
from homeward.exchange import read_people, read_tables, write_rows
from homeward.names import Index, compare_people
from homeward.records import PersonRecord

HEADINGS = ("our row", "our name", "their row", "their name", "probability", "reasons")


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of ours and a row of theirs that may be one person."""

    our_row: int
    our_name: str
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
    our_people, our_problems = _people(ours)
    their_people, their_problems = _people(theirs)
    print_problems([*our_problems, *their_problems])
    pairs = match_people(our_people, their_people, top=top, at_least=at_least, quiet=as_json)
    rows = [
        (p.our_row, p.our_name, p.their_row, p.their_name, round(p.probability, 3), "; ".join(p.reasons))
        for p in pairs
    ]
    matched = len({p.our_row for p in pairs})
    summary = f"{matched} of our {len(our_people)} people have a candidate among their {len(their_people)}."
    if output:
        form = output.suffix.lstrip(".").lower()
        stream = io.BytesIO()
        write_rows(stream, form, HEADINGS, rows)
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
        shown = [(str(a), b, str(c), d, f"{e:.2f}", f) for a, b, c, d, e, f in rows]
        print_table("Pairs that may be one person", HEADINGS, shown, empty="No pair reaches that probability.")
        say(summary)
        say("A candidate is not a finding: a person must judge each.")


def match_people(
    ours: dict[int, PersonRecord], theirs: dict[int, PersonRecord], *, top: int, at_least: float, quiet: bool = False
) -> list[Pair]:
    """Pairs in the order of our rows, the most probable first; names give candidates, the records their weight."""
    with progress("Reading their names", quiet=quiet) as report:
        names = ((str(row), name.text) for row, person in theirs.items() for name in person.names)
        index = Index.build(names, progress=report)
    pairs: list[Pair] = []
    with progress("Comparing", quiet=quiet) as report:
        for done, (our_row, person) in enumerate(ours.items()):
            report(done, len(ours))
            found: dict[int, Pair] = {}
            for name in person.names:
                for candidate in index.search(name.text, k=max(20, 4 * top)):
                    their_row = int(candidate.key)
                    if their_row in found:
                        continue
                    other = theirs[their_row]
                    comparison = compare_people(person, other)
                    found[their_row] = Pair(
                        our_row, person.name, their_row, other.name, comparison.probability, comparison.reasons
                    )
            best = sorted(found.values(), key=lambda p: (-p.probability, p.their_row))
            pairs += [p for p in best if p.probability >= at_least][:top]
        report(len(ours), len(ours))
    return pairs


def _people(path: Path) -> tuple[dict[int, PersonRecord], list[Problem]]:
    tables = read_tables(path)
    people: dict[int, PersonRecord] = {}
    problems = list(tables.problems)
    for table in tables.tables:
        offset = 0 if not people else max(people)
        for row in read_people(table):
            problems += row.problems
            if row.record:
                people[row.number if not offset else offset + row.number] = row.record
    if not people:
        raise BadInputError(
            "no people could be read from this list",
            "Check that one column has a heading such as name, имя, שם or الاسم.",
            path=path.name,
        )
    sys.stdout.flush()
    return people, problems
