"""What a sheet of an XLSX or ODS holds, told from its XML before a parser makes room for it.

In: a checked `Archive`. Out: per sheet a `Measured`: its extent, its formulas without a stored value, its merged
cells (ODS); or one `RefusedFileError` if a sheet would outgrow the limits. No value is kept, so memory stays flat.
Leaves to others: the values themselves (`workbook`), DTDs and packing (`guard`).

A cell in XFD1048576 makes a sheet of seventeen thousand million cells out of one; one long shared string, used by
every cell, makes gigabytes of text out of a small file. Both are counted here.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from xml.parsers import expat

from homeward.errors import RefusedFileError
from homeward.exchange.grid import Area
from homeward.exchange.guard import Archive, refusal
from homeward.exchange.limits import Limits

_MOST_PLACES = 5_000  # formulas without a value that are remembered singly


@dataclass(slots=True)
class Measured:
    """One sheet: rows and columns up to the last filled cell; `unstored` are places (row from 1, column from 0).

    `untyped` counts the cells of an ODS that hold a text without saying that it is one.
    """

    name: str
    rows: int = 0
    columns: int = 0
    untyped: int = 0
    unstored: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)


def measure_xlsx(archive: Archive, limits: Limits) -> dict[str, Measured]:
    """Measure every sheet of an XLSX, by sheet name; a sheet that cannot be told apart is measured all the same."""
    lengths: list[int] = []
    for part in archive.names:
        if _root(archive, part) == "sst":
            lengths = _StringLengths(archive, part).lengths
    parts = {
        part: _SheetMeter(archive, part, limits, lengths).found for part in archive.names if _is_sheet(archive, part)
    }
    names = _sheet_parts(archive)
    return {name: parts[part] for name, part in names.items() if part in parts}


def measure_ods(archive: Archive, limits: Limits) -> dict[str, Measured]:
    """Measure every table of an ODS, by name."""
    if "content.xml" not in archive:
        raise _damaged(archive.name)
    return _OdsMeter(archive, limits).found


def _is_sheet(archive: Archive, part: str) -> bool:
    return _root(archive, part) in ("worksheet", "macrosheet", "xm:macrosheet")


def _damaged(name: str) -> RefusedFileError:
    return refusal(
        "The file is damaged: a part of it is not well-formed",
        "Open it in a spreadsheet program, save it as XLSX, and bring that file.",
        name,
        "damaged-file",
    )


def _too_many(name: str, rows: int, columns: int, limits: Limits) -> RefusedFileError:
    return refusal(
        f"A sheet spans {rows:,} rows and {columns:,} columns; {limits.max_cells:,} cells is the limit",
        "Delete the stray cells beyond the list, or save the list alone as CSV.",
        name,
        "too-many-cells",
    )


def _too_much_text(name: str, limits: Limits) -> RefusedFileError:
    return refusal(
        f"The cells of a sheet hold more than {limits.max_text_bytes:,} characters",
        "Ask the sender how it was made; a list of people is never like this.",
        name,
        "too-much-text",
    )


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class _Seen(Exception):
    """Ends a parse early."""


def _root(archive: Archive, part: str) -> str | None:
    """The name of a part's first element; None if it is not XML."""
    root: list[str] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        root.append(_local(name))
        raise _Seen

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        for piece in archive.chunks(part):
            parser.Parse(piece, False)
    except (_Seen, expat.ExpatError):
        pass
    return root[0] if root else None


def _parse(archive: Archive, part: str, parser: expat.XMLParserType) -> None:
    parser.buffer_text = True
    try:
        for piece in archive.chunks(part):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise _damaged(archive.name) from None


def _sheet_parts(archive: Archive) -> dict[str, str]:
    """Sheet names and the parts that hold them."""
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            targets[attributes.get("Id", "")] = full

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "sheet":
            link = next((v for k, v in attributes.items() if _local(k) == "id"), "")
            names[attributes.get("name", "")] = targets.get(link, "")

    for part, handler in (("xl/_rels/workbook.xml.rels", relation), ("xl/workbook.xml", sheet)):
        if part in archive:
            parser = expat.ParserCreate()
            parser.StartElementHandler = handler
            _parse(archive, part, parser)
    return names


class _StringLengths:
    """How long each shared string is."""

    def __init__(self, archive: Archive, part: str) -> None:
        self.lengths: list[int] = []
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._text
        _parse(archive, part, parser)

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        if _local(name) == "si":
            self.lengths.append(0)

    def _text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class _SheetMeter:
    """Walks one worksheet's XML, a piece at a time."""

    def __init__(self, archive: Archive, part: str, limits: Limits, lengths: list[int]) -> None:
        self.found = Measured(part)
        self._name, self._limits, self._lengths = archive.name, limits, lengths
        self._row = self._column = 0
        self._letters: dict[str, int] = {}
        self._digits = ""
        self._type = self._value = ""
        self._formula = self._filled = self._in_value = False
        self._text_total = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        _parse(archive, part, parser)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = _local(name)
        if name == "c":
            place = attributes.get("r")
            if place:
                self._column = self._column_of(place)
            else:
                self._column += 1
            self._type = attributes.get("t", "")
            self._value = ""
            self._formula = self._filled = False
        elif name in ("v", "t"):
            self._in_value = self._filled = True
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._row = _count(attributes["r"]) if attributes.get("r") else self._row + 1
            self._column = 0

    def _text(self, text: str) -> None:
        if self._in_value:
            self._value += text if len(self._value) < 32 else ""
            self._text_total += len(text)

    def _end(self, name: str) -> None:
        if ":" in name:
            name = _local(name)
        if name == "c":
            self._close_cell()
        elif name in ("v", "t"):
            self._in_value = False

    def _close_cell(self) -> None:
        if not (self._filled or self._formula):
            return
        found, limits = self.found, self._limits
        if self._row > found.rows or self._column > found.columns:
            found.rows, found.columns = max(found.rows, self._row), max(found.columns, self._column)
            if (
                found.rows * found.columns > limits.max_cells
                or found.rows > limits.max_rows
                or found.columns > limits.max_columns
            ):
                raise _too_many(self._name, found.rows, found.columns, limits)
        if self._type == "s" and self._value.isdecimal() and int(self._value) < len(self._lengths):
            self._text_total += self._lengths[int(self._value)]
        if self._text_total > limits.max_text_bytes:
            raise _too_much_text(self._name, limits)
        if self._formula and not self._value and self._type != "str" and len(found.unstored) < _MOST_PLACES:
            found.unstored.append((self._row, self._column - 1))

    def _column_of(self, place: str) -> int:
        """The column of ``C7``, from 1; the row of the cell overrules that of its row element, as in Excel."""
        letters = place.rstrip("0123456789")
        digits = place[len(letters) :]
        if digits != self._digits and digits:
            self._digits, self._row = digits, _count(digits)
        known = self._letters.get(letters)
        if known is None:
            known = 0
            for letter in letters[:8].upper():
                known = known * 26 + (ord(letter) - 64 if "A" <= letter <= "Z" else 0)
            self._letters[letters] = known
        return known


class _OdsMeter:
    """Walks the content of an ODS; repeated rows and cells count as often as they are repeated."""

    def __init__(self, archive: Archive, limits: Limits) -> None:
        self.found: dict[str, Measured] = {}
        self._name, self._limits = archive.name, limits
        self._sheet: Measured | None = None
        self._row = self._column = self._row_repeats = self._cell_repeats = 1
        self._filled_columns = self._row_text = self._cell_text = self._total_text = 0
        self._filled = self._typed = self._formula = self._stored = False
        self._depth_in_cell = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        _parse(archive, "content.xml", parser)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = _local(name)
        if kind in ("table-cell", "covered-table-cell"):
            self._open_cell(attributes)
        elif self._depth_in_cell:
            self._depth_in_cell += 1
        elif kind == "table-row":
            self._row_repeats = _count(attributes.get("table:number-rows-repeated"))
            self._column, self._filled_columns, self._row_text = 0, 0, 0
        elif kind == "table":
            name_of_table = attributes.get("table:name", "")
            self._sheet = self.found.setdefault(name_of_table, Measured(name_of_table))
            self._row, self._total_text = 1, 0
            if len(self.found) > self._limits.max_sheets:
                raise _too_many(self._name, 0, 0, self._limits)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._depth_in_cell = 1
        self._cell_repeats = _count(attributes.get("table:number-columns-repeated"))
        self._filled = self._typed = "office:value-type" in attributes
        self._formula = "table:formula" in attributes
        self._stored = any(a.startswith("office:") and a.endswith("value") for a in attributes)
        self._cell_text = 0
        wide, high = (_count(attributes.get(f"table:number-{w}-spanned")) for w in ("columns", "rows"))
        if self._sheet and (wide > 1 or high > 1) and len(self._sheet.merged) < _MOST_PLACES:
            self._sheet.merged.append((self._row, self._column, self._row + high - 1, self._column + wide - 1))

    def _text(self, text: str) -> None:
        if self._depth_in_cell > 1:
            self._cell_text += len(text)
            self._filled = True

    def _end(self, name: str) -> None:
        if self._depth_in_cell:
            self._depth_in_cell -= 1
            if self._depth_in_cell == 0:
                self._close_cell()
        elif _local(name) == "table-row" and self._sheet:
            if self._filled_columns:
                self._sheet.rows = self._row + self._row_repeats - 1
                self._sheet.columns = max(self._sheet.columns, self._filled_columns)
                self._total_text += self._row_text * self._row_repeats
                self._check(self._sheet)
            self._row += self._row_repeats

    def _close_cell(self) -> None:
        if self._formula and not self._stored and not self._cell_text and self._sheet:
            if len(self._sheet.unstored) < _MOST_PLACES:
                self._sheet.unstored.append((self._row, self._column))
            self._filled = True
        self._column += self._cell_repeats
        if self._cell_text and not self._typed and self._sheet:
            self._sheet.untyped += 1
        if self._filled:
            self._filled_columns = self._column
            self._row_text += self._cell_text * self._cell_repeats

    def _check(self, sheet: Measured) -> None:
        limits = self._limits
        if (
            sheet.rows * sheet.columns > limits.max_cells
            or sheet.columns > limits.max_columns
            or sheet.rows > limits.max_rows
        ):
            raise _too_many(self._name, sheet.rows, sheet.columns, limits)
        if self._total_text > limits.max_text_bytes:
            raise _too_much_text(self._name, limits)


def _count(text: str | None) -> int:
    return max(int(text[:12]), 1) if text and text.isdecimal() else 1
