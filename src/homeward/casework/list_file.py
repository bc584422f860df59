"""A list that somebody brought, as tables whose columns have a meaning and as rows in order.

In: a file, and what is known of its sender's columns. Out: `ListRow`s, numbered through all tables of the file, the
same numbers for the same bytes every time, so that an interrupted import goes on where it stopped.
Leaves to others: formats, guesses and faults (`exchange`); storing (`actions.lists`).

Where a column's meaning comes from, strongest first: told by the person now (by heading or column letter); confirmed
earlier for the same sender and the same headings; guessed by `exchange`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from homeward.casework.arrivals import ColumnPreview, TablePreview
from homeward.casework.models import ColumnMapping, List, Party
from homeward.errors import BadInputError, Problem, RefusedFileError
from homeward.exchange import Column, Limits, Meaning, Table, read_people, read_tables
from homeward.records import PartialDate, PersonRecord

Source = str | Path | tuple[str, bytes]
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class MeantTable:
    """A table and the meaning of each of its columns.

    Attributes:
        meanings: per column, in order.
        told: whether the person told any meaning now; `remembered`: whether they come from an earlier confirmation.
    """

    table: Table
    meanings: tuple[Meaning, ...]
    told: bool = False
    remembered: bool = False


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row as it will be stored; `cells` untouched."""

    ordinal: int
    table: str
    number: int
    cells: tuple[str, ...]
    record: PersonRecord | None
    problems: tuple[Problem, ...]


def name_and_bytes(source: Source, *, limits: Limits | None = None) -> tuple[str, bytes]:
    """The file's name without folders, and its content.

    Raises:
        BadInputError: there is no such file, or it cannot be opened.
        RefusedFileError: it is no plain file, or larger than any that is read; it was not opened.
    """
    if isinstance(source, tuple):
        return Path(source[0]).name, source[1]
    path = Path(source)
    most = (limits or Limits()).max_bytes
    try:
        if path.exists() and not path.is_file():
            raise RefusedFileError("this is not a file", "Name one file, not a folder or a device.", path=path.name)
        if path.stat().st_size > most:
            raise RefusedFileError(
                f"the file is larger than {most // 1_000_000} MB", "Split it and bring it in parts.", path=path.name
            )
        return path.name, path.read_bytes()
    except OSError as error:
        raise BadInputError(
            f"the file cannot be opened ({error.strerror})", "Check the path and try again.", path=path.name
        ) from error


def heading_of(column: Column) -> str:
    """The heading as written; the column's letter where there is none."""
    return column.heading or column.letter


def meant_tables(
    tables: Sequence[Table], *, sender: Party | None = None, told: Mapping[str, Meaning | str] | None = None
) -> tuple[MeantTable, ...]:
    """Settle what the columns mean.

    Raises:
        BadInputError: a heading that was told is in no table, or is told a meaning that does not exist.
    """
    wanted = {heading: _meaning(heading, meaning) for heading, meaning in (told or {}).items()}
    known = {h for table in tables for c in table.columns for h in (c.heading, c.letter)}
    if missing := [heading for heading in wanted if heading not in known]:
        present = ", ".join(f'"{heading_of(c)}"' for table in tables for c in table.columns)
        raise BadInputError(
            f'no column is headed "{missing[0]}"', f"The columns are: {present}.", column=missing[0], kind="no-column"
        )
    return tuple(_meant(table, sender, wanted) for table in tables)


def table_preview(meant: MeantTable, rows: int = 0, unreadable: int = 0) -> TablePreview:
    """A table as it is shown before anything is stored: what each column means and why, and its first cells."""
    samples: list[list[str]] = [[] for _ in meant.table.columns]
    for row in islice(meant.table.rows(), 20):
        for found, cell in zip(samples, row.cells, strict=False):
            if cell and len(found) < _SAMPLES:
                found.append(cell)
    columns = tuple(
        ColumnPreview(
            column.letter, column.heading, meaning, _why(meant, column.meaning, meaning, column.why), tuple(found)
        )
        for column, meaning, found in zip(meant.table.columns, meant.meanings, samples, strict=True)
    )
    return TablePreview(meant.table.name, columns, rows, unreadable, meant.remembered)


def columns_of_file(
    source: Source, *, sender: Party | None = None, told: Mapping[str, Meaning | str] | None = None
) -> tuple[TablePreview, ...]:
    """The columns of a file with what each is taken to mean, also where none is known to hold names.

    Raises:
        RefusedFileError, BadInputError: the file cannot be read, or a heading that was told is not there.
    """
    file = read_tables(name_and_bytes(source))
    return tuple(table_preview(meant) for meant in meant_tables(file.tables, sender=sender, told=told))


def stored_meanings(tables: Sequence[Table], stored: List) -> tuple[MeantTable, ...]:
    """The meanings with which an interrupted import began: a list is never read in two ways."""
    return tuple(
        MeantTable(table, tuple(Meaning(m) for m in kept["meanings"]))
        for table, kept in zip(tables, stored.tables, strict=True)
    )


def remember_meanings(user_id: int, tables: Sequence[MeantTable], sender: Party) -> None:
    """Keep what a person confirmed, for this sender's next list with the same headings."""
    for meant in tables:
        headings = [c.heading for c in meant.table.columns]
        kept = _remembered(sender, headings)
        meanings = [m.value for m in meant.meanings]
        if kept is None:
            ColumnMapping.objects.create(
                case_id=sender.case_id, author=sender, headings=headings, meanings=meanings, entered_by_id=user_id
            )
        elif kept.meanings != meanings:
            kept.meanings, kept.entered_by_id = meanings, user_id
            kept.save(update_fields=["meanings", "entered_by_id"])


def rows_of(tables: Sequence[MeantTable], *, as_of: PartialDate | None = None) -> Iterator[ListRow]:
    """Every row of every table in order, unreadable ones included."""
    ordinal = 0
    for meant in tables:
        mapping: dict[int | str, Meaning | str] = {
            column.index: meaning for column, meaning in zip(meant.table.columns, meant.meanings, strict=True)
        }
        for row in read_people(meant.table, mapping=mapping, as_of=as_of):
            ordinal += 1
            yield ListRow(ordinal, meant.table.name, row.number, row.cells, row.record, tuple(row.problems))


def _meant(table: Table, sender: Party | None, wanted: Mapping[str, Meaning]) -> MeantTable:
    columns = table.columns
    kept = _remembered(sender, [c.heading for c in columns]) if sender else None
    meanings = [Meaning(m) for m in kept.meanings] if kept else [c.meaning for c in columns]
    told = False
    for place, column in enumerate(columns):
        if (meaning := wanted.get(column.heading, wanted.get(column.letter))) is not None:
            meanings[place], told = meaning, True
    return MeantTable(table, tuple(meanings), told=told, remembered=kept is not None)


def _why(meant: MeantTable, guessed: Meaning, settled: Meaning, why: str) -> str:
    if meant.remembered:
        return "Confirmed earlier for this sender and these headings."
    return why if guessed == settled else "As told."


def _remembered(sender: Party, headings: list[str]) -> ColumnMapping | None:
    # Compared here: equality of JSON in the database depends on the database.
    kept = ColumnMapping.objects.filter(author=sender).order_by("-pk")
    return next((m for m in kept if m.headings == headings), None)


def _meaning(heading: str, meaning: Meaning | str) -> Meaning:
    try:
        return Meaning(meaning)
    except ValueError as error:
        raise BadInputError(
            f'"{meaning}" is not a meaning that a column can have',
            f"Use one of: {', '.join(m.value for m in Meaning)}.",
            column=heading,
            kind="no-meaning",
        ) from error
