"""Run as a program of its own by `legacy`: XLS bytes on standard input, one JSON line for each sheet on the output.

The XLS format is binary, and a damaged file can make its parser ask for more memory than there is, which ends the
process. In a process of its own with bounded memory that costs one refused file and nothing else. Started by path,
without importing Homeward. In: the argument is the megabytes of memory. Out: lines ``{"name", "hidden", "merged",
"rows": [[number, [cell, ...]], ...]}`` with filled rows only; or ``{"error": "damaged"}``. Days and times are
ISO texts.
Leaves to others: measuring the sheets beforehand (`legacy`), what the rows mean (`tables`).
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from datetime import date, time, timedelta
from typing import Any


def main() -> None:
    """Read standard input, write one JSON object a line."""
    _bound_memory(int(sys.argv[1]))
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        for index, about in enumerate(book.sheets_metadata):
            sheet = book.get_sheet_by_index(index)
            start = sheet.start
            before = [""] * (start[1] if start else 0)
            rows = enumerate(sheet.iter_rows(), start=1) if start else ()
            _answer(
                {
                    "name": about.name,
                    "hidden": about.visible != SheetVisibleEnum.Visible,
                    "merged": [[r1 + 1, c1, r2 + 1, c2] for (r1, c1), (r2, c2) in sheet.merged_cell_ranges or []],
                    "rows": [[n, before + [_plain(v) for v in row]] for n, row in rows if any(v != "" for v in row)],
                }
            )
    except CalamineError:
        _answer({"error": "damaged"})


def _plain(value: Any) -> Any:
    if isinstance(value, date | time):
        text = value.isoformat()
        return text.replace("T", " ").removesuffix(" 00:00:00")
    return value.total_seconds() / 86400 if isinstance(value, timedelta) else value


def _answer(content: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(content) + "\n")


def _bound_memory(megabytes: int) -> None:
    # Not on every system; there the parent's limit of time and the measuring before must do.
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
