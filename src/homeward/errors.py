"""Errors that a person can act on: what happened, where, what to do.

In: the facts of what went wrong, as fields. Out: an exception whose message is made from them.
Leaves to others: deciding whether to stop. Readers collect every `Problem` of a file; the caller decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in what somebody brought: what happened, where, what to do.

    Attributes:
        what: one sentence, quoting the value where there is one. Shown to whoever brought the file, never logged.
        remedy: one sentence that says what to do.
        path: the file's name, without folders of the machine it came from.
        table: the sheet or table, where the file has several.
        row: 1-based row as a spreadsheet shows it.
        column: the heading as written, or the column's letter.
        value: the offending text as written.
        kind: a short stable word for logs and tests, such as ``unreadable-date``. Never holds a name or a cell.
    """

    what: str
    remedy: str
    path: str | None = None
    table: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    kind: str = "problem"

    @property
    def where(self) -> str:
        """The place in words, such as ``arrivals.csv, row 418, column "date of birth"``; empty if unknown."""
        parts = [self.path] if self.path else []
        if self.table:
            parts.append(f'table "{self.table}"')
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(f'column "{self.column}"')
        return ", ".join(parts)

    def __str__(self) -> str:
        where = self.where
        head = f"{self.what.rstrip('.')}: {where}." if where else f"{self.what.rstrip('.')}."
        return f"{head}\n{self.remedy}"

    def to_json(self) -> dict[str, Any]:
        """The fields that are set, for ``--json``."""
        fields = ("kind", "what", "remedy", "path", "table", "row", "column", "value")
        return {name: value for name in fields if (value := getattr(self, name)) is not None}


class HomewardError(Exception):
    """The root of every error that Homeward raises on purpose; carries one `Problem`.

    HomewardError
    ├── BadInputError        what was brought cannot be used as it is
    │   ├── RefusedFileError     hostile, oversized, locked, or not what its name says
    │   └── BadDateError         not a date we can hold
    ├── NotThereError        not there, or not for you: the two look alike
    ├── NotAllowedError      seen, but this act is not yours to do
    ├── ConflictError        the case file already says otherwise
    ├── TooManyError         asked too often in too short a time; to be asked again later
    └── MissingExtraError    an optional part is not installed
    """

    exit_code = 1

    def __init__(self, what: str, remedy: str = "", *, kind: str | None = None, **where: Any) -> None:
        self.problem = Problem(what=what, remedy=remedy, kind=kind or self.default_kind(), **where)
        super().__init__(str(self.problem))

    @classmethod
    def default_kind(cls) -> str:
        """The class's name in kebab case, without ``Error``."""
        name = cls.__name__.removesuffix("Error")
        return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).strip("-")


class BadInputError(HomewardError):
    """What was brought cannot be used as it is."""

    exit_code = 3


class RefusedFileError(BadInputError):
    """A file that is hostile, absurdly large, locked, or not what its name says; nothing was read or written."""


class BadDateError(BadInputError, ValueError):
    """A text that is not a date of EDTF level 1, or a day that no calendar has."""


class NotThereError(HomewardError):
    """Not there, or not for this user: from outside the two look alike."""

    exit_code = 4


class NotAllowedError(HomewardError):
    """The user may see the object but may not do this act."""

    exit_code = 5


class ConflictError(HomewardError):
    """The act contradicts what the case file holds; nothing was changed."""

    exit_code = 6


class TooManyError(HomewardError):
    """The same was asked too often in too short a time; nothing was done, and it may be asked again.

    Attributes:
        wait_seconds: after how long.
    """

    exit_code = 8

    def __init__(self, what: str, remedy: str = "", *, wait_seconds: int = 60, **where: Any) -> None:
        super().__init__(what, remedy, **where)
        self.wait_seconds = wait_seconds


class MissingExtraError(HomewardError):
    """An optional part of Homeward is not installed; the remedy names the extra."""

    exit_code = 7
