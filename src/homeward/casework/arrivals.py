"""What a person is shown when a list or a report is brought: before anything is written, and after.

In: nothing. Out: frozen values that a page or a command can show as they are.
Leaves to others: reading and storing (`actions.lists`, `actions.reports`).
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.casework.models import Capture, List, Proposal
from homeward.errors import Problem
from homeward.exchange import Meaning
from homeward.reading.reader import ReaderReport


@dataclass(frozen=True, slots=True)
class ColumnPreview:
    """One column, what it is taken to mean, and why.

    Attributes:
        why: the reason in words: which word of the heading or which cells; or that it is remembered, or as told.
        samples: its first filled cells, as written.
    """

    letter: str
    heading: str
    meaning: Meaning
    why: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TablePreview:
    """One table of the file.

    Attributes:
        header_rows: the rows that hold the headings, as a spreadsheet numbers them.
        rows: rows of people in it; `unreadable` of them could not be read as a person.
        remembered: whether the meanings are those confirmed earlier for this sender and these headings.
    """

    name: str
    columns: tuple[ColumnPreview, ...]
    rows: int
    unreadable: int
    remembered: bool


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that reads otherwise in the newer version; empty text: no such cell."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """An example of what became of a row.

    Attributes:
        kind: ``created``, ``changed`` or ``vanished``.
        row_number: in the version that has the row, the newer one if both have it.
    """

    kind: str
    row_number: int
    name: str
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class LikePurged:
    """A row that is like somebody who was purged.

    Attributes:
        row_number: as a spreadsheet numbers it.
        refs: of the placeholders that the user may see.
    """

    row_number: int
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListPreview:
    """What a file would become. Nothing of it is stored.

    Attributes:
        already: reference of the list that came from exactly this file before; empty if none did.
        follows: reference of the list that it is compared with; empty: with none, and every row counts as created.
        problems: every fault of the file, not the first.
        examples: a few rows of each kind of change, cell by cell.
        like_purged: rows for which it is refused, unless a supervisor says why it is taken in.
    """

    file_name: str
    format: str
    encoding: str
    sha256: str
    tables: tuple[TablePreview, ...]
    rows: int
    unreadable: int
    problems: tuple[Problem, ...]
    created: int
    changed: int
    unchanged: int
    vanished: int
    examples: tuple[RowChange, ...]
    follows: str = ""
    already: str = ""
    like_purged: tuple[LikePurged, ...] = ()


@dataclass(frozen=True, slots=True)
class ListArrival:
    """A list now in the case file.

    Attributes:
        already: it was there before, whole; nothing was changed.
        resumed_at: rows that an interrupted import had stored before; 0 if it ran in one go.
        rows: all rows stored, `unreadable` ones included.
        created, changed, unchanged, vanished: against the list that it follows; where it follows none, all are
            created; where it was already there, all are unchanged.
    """

    list: List
    already: bool
    rows: int
    unreadable: int
    problems: tuple[Problem, ...]
    created: int
    changed: int
    unchanged: int
    vanished: int
    resumed_at: int = 0


@dataclass(frozen=True, slots=True)
class ReportArrival:
    """A report now in the case file, and what was read from it.

    Attributes:
        already: it was there before; nothing was changed.
        copy_of: an earlier capture of which it is a near copy, and `similarity` from 0 to 1.
        warnings: what the reader could not make sure of, in words.
        also_read: what became of it with the optional reader; None where that was not asked for.
    """

    capture: Capture
    proposals: tuple[Proposal, ...]
    already: bool
    copy_of: Capture | None
    similarity: float | None
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    also_read: ReaderReport | None = None
