"""Rows out of Homeward: CSV, XLSX and JSON that are safe to open.

In: headings and rows of plain values. Out: bytes in a stream.
Leaves to others: what may leave at all and to whom (`casework`).

A text that a spreadsheet would take for a formula (it begins with ``= + - @``, a tab or a line end) gets an
apostrophe before it in CSV; one that already begins with such an apostrophe gets another, so that `unescape_cell`
gives back exactly the text. Numbers typed as numbers are left alone. In XLSX, texts are written as texts, never as
formulas or links.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, BinaryIO

from homeward.errors import BadInputError

_DANGEROUS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_ESCAPED = re.compile(r"''*[=+\-@\t\r\n＝＋－＠]")
_LONGEST_CELL = 32_767  # Excel's limit
_MOST_ROWS = 1_048_576
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEUTRAL = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_rows(
    stream: BinaryIO,
    format: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    right_to_left: bool = False,
) -> None:
    """Write a table.

    Args:
        stream: takes bytes; it stays open.
        format: ``csv``, ``xlsx`` or ``json``.
        headings: of the columns.
        rows: each as long as `headings`; None is an empty cell.
        right_to_left: whether an XLSX sheet begins at the right.

    Raises:
        BadInputError: another format, a row of another length, or more than the format can hold.
    """
    if format == "csv":
        _write_csv(stream, headings, rows)
    elif format == "xlsx":
        _write_xlsx(stream, headings, rows, right_to_left)
    elif format == "json":
        _write_json(stream, headings, rows)
    else:
        raise BadInputError(f'"{format}" is no format that is written', "Use csv, xlsx or json.", kind="no-format")


def escape_cell(text: str) -> str:
    """The text as a CSV cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unescape_cell(text: str) -> str:
    """The inverse of `escape_cell`: the text that was escaped."""
    return text[1:] if _ESCAPED.match(text) else text


def _checked(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterable[Sequence[Any]]:
    for number, row in enumerate(rows, start=2):
        if len(row) != len(headings):
            raise BadInputError(
                f"The row has {len(row)} cells for {len(headings)} headings",
                "Give every row all columns.",
                row=number,
            )
        yield row


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return "; ".join(str(_plain(v)) for v in value)
    return str(value)


def _csv_cell(value: Any) -> str:
    value = _plain(value)
    if value is None:
        return ""
    return escape_cell(value) if isinstance(value, str) else str(value)


def _write_csv(stream: BinaryIO, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    # With the byte order mark Excel opens it as UTF-8; every cell is quoted, so that any text comes back as it was.
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    try:
        writer.writerow([_csv_cell(h) for h in headings])
        for row in _checked(headings, rows):
            writer.writerow([_csv_cell(v) for v in row])
    finally:
        text.flush()
        text.detach()


def _write_json(stream: BinaryIO, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    stream.write(b"[")
    for number, row in enumerate(_checked(headings, rows)):
        one = json.dumps(dict(zip(headings, map(_json_value, row), strict=True)), ensure_ascii=False)
        stream.write((",\n " if number else "\n ").encode() + one.encode("utf-8", "backslashreplace"))
    stream.write(b"\n]\n")


def _json_value(value: Any) -> Any:
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(v) for v in value]
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return None
    return _plain(value)


def _write_xlsx(
    stream: BinaryIO, headings: Sequence[str], rows: Iterable[Sequence[Any]], right_to_left: bool
) -> None:
    import xlsxwriter  # loaded on use: most runs never write a workbook

    book = xlsxwriter.Workbook(
        stream,
        {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True},
    )
    # Neutral properties: nothing tells who made the file, on which machine, or when.
    book.set_properties({"title": "", "author": "", "company": "", "comments": "", "created": _NEUTRAL})
    sheet = book.add_worksheet("List")
    if right_to_left:
        sheet.right_to_left()
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"num_format": "@", "valign": "top"})
    widths = [len(str(h)) for h in headings]
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, _xml_text(str(heading)), bold)
    for number, row in enumerate(_checked(headings, rows), start=1):
        if number >= _MOST_ROWS:
            raise BadInputError("More rows than an XLSX sheet can hold", "Write CSV instead.", kind="too-many-rows")
        for column, value in enumerate(map(_plain, row)):
            if value is None or value == "":
                continue
            if isinstance(value, bool):
                sheet.write_boolean(number, column, value)
            elif isinstance(value, int | float) and abs(value) < 1e15:
                sheet.write_number(number, column, value)
            else:
                text = _xml_text(str(value))
                widths[column] = max(widths[column], min(len(text), 60))
                sheet.write_string(number, column, text, plain)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width + 2, 8), 60))
    book.close()


def _xml_text(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)[:_LONGEST_CELL]
