"""How large the sheets of an XLS file are, found out before a parser makes room for them.

In: the file's bytes. Out: nothing, or one `RefusedFileError` if it is locked, damaged or absurd. Only the heads
of the records are looked at.
Leaves to others: values (`workbook`). Format: Microsoft, [MS-XLS], Excel Binary File Format.
"""

from __future__ import annotations

import struct

from homeward.exchange.compound import CompoundFile, DamagedCompoundError
from homeward.exchange.guard import Upload, refusal
from homeward.exchange.limits import Limits

_BEGIN, _FILE_PASS, _SHARED_STRINGS, _DIMENSIONS = 0x0809, 0x002F, 0x00FC, 0x0200
_ONE_CELL = frozenset(
    (0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00FD, 0x027E, 0x00D6, 0x0001, 0x0002, 0x0003, 0x0004)
)
_MANY_CELLS = frozenset((0x00BD, 0x00BE))


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
        raise refusal(
            "The file is damaged or cut short",
            "Copy it again from where it came, or ask the sender for it.",
            upload.name,
            "damaged-file",
        ) from fault


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
