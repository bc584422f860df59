"""List files made in code for the tests: sound ones, and ones made to do harm. Every person is invented."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import openpyxl
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

Rows = Sequence[Sequence[Any]]
PEOPLE: Rows = [["Name", "Age"], ["Dana Orlin", 34], ["Gleb Zimin", 51]]
SHEET = "xl/worksheets/sheet1.xml"


def xlsx(rows: Rows = PEOPLE, *, merged: Iterable[str] = (), **sheets: Rows) -> bytes:
    """An XLSX as openpyxl writes it; more sheets by name."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    for name, further in sheets.items():
        added = book.create_sheet(name)
        for row in further:
            added.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xlsx_shared(rows: Rows) -> bytes:
    """An XLSX with a table of shared strings, as Excel writes it."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return stream.getvalue()


def xls(rows: Rows = PEOPLE, *, merged: Iterable[tuple[int, int, int, int, str]] = ()) -> bytes:
    """An XLS as Excel 97 writes it."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("List")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                style = (
                    xlwt.easyxf(num_format_str="DD/MM/YYYY") if hasattr(value, "year") else xlwt.Style.default_style
                )
                sheet.write(number, column, value, style)
    for area in merged:
        sheet.write_merge(*area)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(rows: Rows = PEOPLE, *, spans: dict[tuple[int, int], int] | None = None, tail: bool = True) -> bytes:
    """An ODS as LibreOffice writes it, with the endless empty rows at its end."""
    book = OpenDocumentSpreadsheet()
    table = Table(name="List")
    for number, row in enumerate(rows):
        line = TableRow()
        covered = 0
        for column, value in enumerate(row):
            if covered:
                covered -= 1
                line.addElement(CoveredTableCell())
                continue
            line.addElement(_ods_cell(value, (spans or {}).get((number, column), 1)))
            covered = (spans or {}).get((number, column), 1) - 1
        table.addElement(line)
    if tail:
        line = TableRow(numberrowsrepeated=1_000_000)
        line.addElement(TableCell(numbercolumnsrepeated=16_384))
        table.addElement(line)
    book.spreadsheet.addElement(table)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _ods_cell(value: Any, span: int) -> Any:
    extra = {"numbercolumnsspanned": span} if span > 1 else {}
    if value is None:
        return TableCell(**extra)
    if isinstance(value, int | float):
        return TableCell(valuetype="float", value=str(value), **extra)
    if hasattr(value, "year"):
        return TableCell(valuetype="date", datevalue=value.isoformat(), **extra)
    cell = TableCell(valuetype="string", **extra)
    cell.addElement(P(text=value))
    return cell


def repack(
    data: bytes,
    change: Callable[[str, bytes], bytes | None] = lambda name, content: content,
    *,
    more: Iterable[tuple[str | zipfile.ZipInfo, bytes]] = (),
) -> bytes:
    """A package with its parts changed, left out (None) or added to."""
    old, stream = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (content := change(name, old.read(name))) is not None:
                new.writestr(name, content)
        for name, content in more:
            new.writestr(name, content)
    return stream.getvalue()


def lie_about_size(data: bytes, part: str, declared: int) -> bytes:
    """The package with another unpacked size written for one part, in its header and in the directory."""
    changed = bytearray(data)
    name = part.encode()
    header = next(i for i in _places(data, b"PK\x03\x04") if data[i + 30 : i + 30 + len(name)] == name)
    entry = next(i for i in _places(data, b"PK\x01\x02") if data[i + 46 : i + 46 + len(name)] == name)
    struct.pack_into("<I", changed, header + 22, declared)
    struct.pack_into("<I", changed, entry + 24, declared)
    return bytes(changed)


def _places(data: bytes, mark: bytes) -> Iterable[int]:
    place = data.find(mark)
    while place >= 0:
        yield place
        place = data.find(mark, place + 1)
