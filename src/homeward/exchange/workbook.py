"""Workbooks as grids of texts.

In: an `Upload` that the guard has let in. Out: one `SheetGrid` per sheet, and the faults of the workbook.
Leaves to others: XLS (`legacy`), what may be opened (`guard`, `measure`), tables and headings (`tables`).

The cells come from calamine, a parser in Rust that evaluates nothing: a formula is its stored value. Only the sheet
read last is kept in memory.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from homeward.errors import Problem
from homeward.exchange.grid import Area, RawRow, cell_text, column_letter
from homeward.exchange.guard import Archive, Content, Upload, open_archive, refusal
from homeward.exchange.legacy import XlsGrid, open_xls
from homeward.exchange.limits import Limits
from homeward.exchange.measure import Measured, measure_ods, measure_xlsx

_TROUBLES = (CalamineError, ValueError, OSError, OverflowError, KeyError, IndexError)


class SheetGrid:
    """One sheet of a workbook; rows can be read again and again."""

    def __init__(self, workbook: _Workbook, index: int, name: str, measured: Measured | None) -> None:
        self._workbook = workbook
        self._index = index
        self.name = name
        self.measured = measured

    @property
    def row_count(self) -> int | None:
        """Rows up to the last filled one."""
        return int(self._workbook.sheet(self._index).total_height)

    @property
    def merged(self) -> tuple[Area, ...]:
        """Cells drawn as one."""
        if self.measured and self.measured.merged:
            return tuple(self.measured.merged)
        areas = self._workbook.sheet(self._index).merged_cell_ranges or []
        return tuple((r1 + 1, c1, r2 + 1, c2) for (r1, c1), (r2, c2) in areas)

    def rows(self) -> Iterator[RawRow]:
        """Every row from the first, empty ones included, cells from column A."""
        sheet = self._workbook.sheet(self._index)
        if sheet.start is None:
            return
        before = ("",) * sheet.start[1]
        for number, values in enumerate(sheet.iter_rows(), start=1):
            yield RawRow(number, before + tuple([v if type(v) is str else cell_text(v) for v in values]))


class _Workbook:
    """An open workbook that keeps one sheet."""

    def __init__(self, upload: Upload, data: bytes) -> None:
        self._upload = upload
        self._kept: tuple[int, Any] | None = None
        self.book = self._guarded(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)))

    def sheet(self, index: int) -> Any:
        """The sheet, parsed unless it was the last one asked for."""
        if self._kept is None or self._kept[0] != index:
            self._kept = None
            self._kept = (index, self._guarded(lambda: self.book.get_sheet_by_index(index)))
        return self._kept[1]

    def _guarded(self, call: Any) -> Any:
        try:
            return call()
        except _TROUBLES as fault:
            raise self._damaged() from fault
        except BaseException as fault:
            # A panic of the parser is no Exception in Python, so as to end programs; here it means a broken file.
            if type(fault).__name__ != "PanicException":
                raise
            raise self._damaged() from None

    def _damaged(self) -> Exception:
        return refusal(
            "The workbook is damaged: its sheets cannot be read",
            "Open it in a spreadsheet program, save it as XLSX, and bring that file.",
            self._upload.name,
            "damaged-file",
        )


def open_workbook(upload: Upload, limits: Limits) -> tuple[Sequence[SheetGrid | XlsGrid], list[Problem]]:
    """The sheets of a workbook in order, and what a person should know about them.

    Raises:
        RefusedFileError: hostile, locked, damaged or larger than the limits.
    """
    if upload.content is Content.XLS:
        old = open_xls(upload, limits)
        return old, [_hidden(upload.name, grid.name) for grid in old if grid.hidden]
    archive = open_archive(upload, limits=limits)
    measured = (measure_ods if upload.content is Content.ODS else measure_xlsx)(archive, limits)
    untyped = any(sheet.untyped for sheet in measured.values())
    workbook = _Workbook(upload, _with_types(archive) if untyped else upload.data)
    sheets = workbook.book.sheets_metadata
    if len(sheets) > limits.max_sheets:
        raise refusal(
            f"The workbook has {len(sheets):,} sheets; {limits.max_sheets:,} is the limit",
            "Save the sheet with the list as a file of its own.",
            upload.name,
            "too-many-sheets",
        )
    grids = [
        SheetGrid(workbook, index, sheet.name, measured.get(sheet.name))
        for index, sheet in enumerate(sheets)
        if sheet.typ in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet)
    ]
    problems = [_hidden(upload.name, s.name) for s in sheets if s.visible != SheetVisibleEnum.Visible]
    for grid in grids:
        problems += _unstored(upload.name, grid)
    return grids, problems


_UNTYPED = re.compile(
    rb"(<table:(?:covered-)?table-cell)((?:\s+(?!office:value-type)[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)(\s*>)"
)


def _with_types(archive: Archive) -> bytes:
    """An ODS in which every cell that holds something says what it is: a text, where it said nothing.

    Some programs that write ODS leave the type out. Spreadsheet programs show such a cell's text all the same; the
    parser reads it as empty.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for part in filter(archive.__contains__, ("mimetype", "META-INF/manifest.xml", "content.xml")):
            content = archive.read(part)  # nothing else is needed: neither pictures nor styles
            if part == "content.xml":
                content = _UNTYPED.sub(rb'\1 office:value-type="string"\2\3', content)
            package.writestr(part, content)
    return stream.getvalue()


def _hidden(path: str, sheet: str) -> Problem:
    return Problem(
        f'The sheet "{sheet}" is hidden in the file; it was read like the others',
        "Look at whether the sender meant to send it.",
        path=path,
        table=sheet,
        kind="hidden-sheet",
    )


def _unstored(path: str, grid: SheetGrid) -> list[Problem]:
    places = grid.measured.unstored if grid.measured else []
    return [
        Problem(
            "The cell holds a formula without a stored value; it was read as empty, and never calculated",
            "Open the file in a spreadsheet program, save it so that the values are stored, and bring it again.",
            path=path,
            table=grid.name,
            row=row,
            column=column_letter(column),
            kind="formula-without-value",
        )
        for row, column in places
    ]
