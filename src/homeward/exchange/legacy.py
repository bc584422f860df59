"""XLS workbooks: measured before they are opened, opened in a process of their own.

In: an `Upload` that the guard found to be an XLS. Out: one `XlsGrid` per sheet; or one `RefusedFileError` if it is
locked, damaged or absurd. Measuring looks only at the heads of the records.
Leaves to others: taking the file apart (`xls_child`), the layers of the container (`compound`), tables (`tables`).
Format: Microsoft, [MS-XLS], Excel Binary File Format.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from homeward.errors import RefusedFileError
from homeward.exchange.compound import CompoundFile, DamagedCompoundError
from homeward.exchange.grid import Area, RawRow, cell_text
from homeward.exchange.guard import Upload, refusal
from homeward.exchange.limits import Limits

_BEGIN, _FILE_PASS, _SHARED_STRINGS, _DIMENSIONS = 0x0809, 0x002F, 0x00FC, 0x0200
_ONE_CELL = frozenset(
    (0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00FD, 0x027E, 0x00D6, 0x0001, 0x0002, 0x0003, 0x0004)
)
_MANY_CELLS = frozenset((0x00BD, 0x00BE))


_CHILD = Path(__file__).with_name("xls_child.py")
_MOST_SECONDS = 120
_MOST_MEGABYTES = 2_000


@dataclass(frozen=True, slots=True)
class XlsGrid:
    """One sheet of an XLS; at most 65,536 rows, kept in memory."""

    name: str
    hidden: bool
    merged: tuple[Area, ...]
    filled: tuple[RawRow, ...]

    @property
    def row_count(self) -> int | None:
        """Rows up to the last filled one."""
        return self.filled[-1].number if self.filled else 0

    def rows(self) -> Iterator[RawRow]:
        """Every row from the first, empty ones included."""
        number = 0
        for row in self.filled:
            while number + 1 < row.number:
                number += 1
                yield RawRow(number, ())
            number = row.number
            yield row


def open_xls(upload: Upload, limits: Limits) -> list[XlsGrid]:
    """The sheets of an XLS workbook.

    Raises:
        RefusedFileError: locked with a password, damaged, or a sheet that spans too many cells.
    """
    measure_xls(upload, limits)
    command = [sys.executable, "-I", str(_CHILD), str(_MOST_MEGABYTES)]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=upload.data, capture_output=True, timeout=_MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as fault:
        raise refusal(
            f"Reading the workbook took more than {_MOST_SECONDS} seconds",
            "Save it as XLSX in a spreadsheet program, and bring that file.",
            upload.name,
            "too-slow",
        ) from fault
    answers: list[dict[str, Any]] = []
    if done.returncode == 0:
        answers = [json.loads(line) for line in done.stdout.splitlines()]
    if not answers or "error" in answers[-1]:
        raise _damaged(upload)
    return [
        XlsGrid(
            a["name"],
            a["hidden"],
            tuple((m[0], m[1], m[2], m[3]) for m in a["merged"]),
            tuple(RawRow(number, tuple(map(cell_text, cells))) for number, cells in a["rows"]),
        )
        for a in answers
    ]


def _damaged(upload: Upload) -> RefusedFileError:
    return refusal(
        "The file is damaged or cut short",
        "Copy it again from where it came, or ask the sender for it.",
        upload.name,
        "damaged-file",
    )


def measure_xls(upload: Upload, limits: Limits) -> None:
    """Check every sheet of an XLS file against the limits.

    Raises:
        RefusedFileError: locked with a password, damaged, or a sheet that spans too many cells.
    """
    try:
        compound = CompoundFile(upload.data)
        stream = compound.stream("Workbook") or compound.stream("Book")
        if not stream:
            raise DamagedCompoundError("no workbook inside")
        _walk(stream, upload, limits)
    except (DamagedCompoundError, struct.error) as fault:
        raise _damaged(upload) from fault


def _walk(stream: bytes, upload: Upload, limits: Limits) -> None:
    place, end = 0, len(stream)
    last_row = last_column = sheets = records = 0
    while place + 4 <= end:
        kind, length = struct.unpack_from("<HH", stream, place)
        body = place + 4
        if body + length > end:
            raise DamagedCompoundError("a record beyond the end")
        if kind == 0 and length == 0:
            break
        records += 1
        if kind == _FILE_PASS:
            raise refusal(
                "The file is locked with a password",
                "Open it with the password, save it without one, and bring that file.",
                upload.name,
                "locked-file",
            )
        if kind == _BEGIN:
            last_row = last_column = 0
            sheets += 1
        elif kind == _SHARED_STRINGS and length >= 8:
            if struct.unpack_from("<I", stream, body + 4)[0] * 3 > end:
                raise DamagedCompoundError("more strings than the file has room for")
        elif kind in _ONE_CELL and length >= 4:
            row, column = struct.unpack_from("<HH", stream, body)
            last_row, last_column = max(last_row, row + 1), max(last_column, column + 1)
        elif kind in _MANY_CELLS and length >= 6:
            row = struct.unpack_from("<H", stream, body)[0]
            column = struct.unpack_from("<H", stream, body + length - 2)[0]
            last_row, last_column = max(last_row, row + 1), max(last_column, column + 1)
        if (
            last_row * last_column > limits.max_cells
            or last_column > limits.max_columns
            or sheets > limits.max_sheets
        ):
            raise refusal(
                f"A sheet spans {last_row:,} rows and {last_column:,} columns; "
                f"{limits.max_cells:,} cells is the limit",
                "Delete the stray cells beyond the list, or save the list alone as XLSX.",
                upload.name,
                "too-many-cells",
            )
        place = body + length
    if records < 2:
        raise DamagedCompoundError("no records")
