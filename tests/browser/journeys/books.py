"""Workbooks as others send them: rows of cells in, the bytes of an XLSX file out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import xlsxwriter


def workbook(rows: Iterable[Sequence[object]]) -> bytes:
    """The same rows are the same bytes, whenever they are written."""
    from datetime import datetime

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": datetime(2026, 1, 1)})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            sheet.write(number, place, cell)
    book.close()
    return stream.getvalue()
