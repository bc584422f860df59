"""Lists as delimited text: CSV, TSV and their relatives.

In: an `Upload` of plain text. Out: a `DelimitedGrid`, its encoding and delimiter with the reasons, and the faults.
Leaves to others: what the file is (`guard`), how it is encoded (`encoding`), tables and headings (`tables`).

A quotation mark left open would swallow the rest of the file into one cell; such a row is read again as plain text
and reported, and the rows after it are kept. A cell far too long for a name is handed on as it stands; a file with a
line longer than any row of a list is refused.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from homeward.errors import Problem
from homeward.exchange.encoding import Encoding, find_encoding
from homeward.exchange.grid import Area, ProblemList, RawRow
from homeward.exchange.guard import Upload, refusal
from homeward.exchange.limits import Limits

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
_SAMPLE_ROWS = 60
_LONGEST_SAMPLE = 200_000  # characters of a line that are looked at when the delimiter is guessed

# Python's own bound of 131,072 characters a cell would lose a whole list over one bad row. It holds for the process,
# so it is only ever raised; what bounds a cell here is `Limits.max_line_characters`.
csv.field_size_limit(max(csv.field_size_limit(), 4_000_000))


@dataclass(frozen=True, slots=True)
class DelimitedGrid:
    """The rows of a delimited file, decoded piece by piece whenever they are asked for."""

    upload: Upload
    encoding: Encoding
    delimiter: str
    limits: Limits
    name: str
    row_count: int | None = None
    merged: tuple[Area, ...] = ()

    def rows(self) -> Iterator[RawRow]:
        """Every row from the first, empty ones included."""
        return self.rows_noting(None)

    def rows_noting(self, problems: ProblemList | None) -> Iterator[RawRow]:
        """The rows; faults of form go into `problems`.

        Raises:
            RefusedFileError: more rows, columns or cells than a list may have.
        """
        cells = 0
        for number, row in enumerate(self._records(problems), start=1):
            cells += len(row)
            if number > self.limits.max_rows or len(row) > self.limits.max_columns or cells > self.limits.max_cells:
                raise refusal(
                    f"The list is larger than {self.limits.max_rows:,} rows, {self.limits.max_columns:,} columns or "
                    f"{self.limits.max_cells:,} cells",
                    "Split it into several files.",
                    self.upload.name,
                    "too-many-cells",
                )
            yield RawRow(number, tuple(row))

    def _records(self, problems: ProblemList | None) -> Iterator[list[str]]:
        lines = _Lines(_decoded(self.upload, self.encoding, self.limits), self.limits)
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
        number = usual = 0
        while True:
            lines.forget()
            number += 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:
                row = None
                reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
            if row is None and len(lines.taken) == 1 and not lines.ended:
                row = self._lenient(lines.taken[0])
            if row is None or lines.ended or (len(lines.taken) > 1 and self._swallowed(lines.taken, row, usual)):
                first, *others = lines.taken
                lines.put_back(others)
                reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
                row = self._unquoted(first)
                if problems is not None:
                    problems.add(self._open_quotation(number))
            usual = len(row)
            yield row

    def _swallowed(self, taken: list[str], row: list[str], usual: int) -> bool:
        """Whether a row over several lines is rather a quotation left open until the next one in a later row."""
        return bool(usual) and len(row) != usual and len(self._unquoted(taken[0])) == usual

    def _lenient(self, line: str) -> list[str] | None:
        """A line whose quotation marks stand oddly but all close: "Abu" Ali, with text after the mark."""
        try:
            return next(csv.reader([line], delimiter=self.delimiter), [])
        except csv.Error:
            return None

    def _unquoted(self, line: str) -> list[str]:
        bare = line.rstrip("\r\n")
        return [cell.replace('"', "") for cell in bare.split(self.delimiter)] if bare else []

    def _open_quotation(self, number: int) -> Problem:
        return Problem(
            "A quotation mark is opened here and never closed; the row was read without regard to it",
            "Close the quotation mark, or take it out.",
            path=self.upload.name,
            row=number,
            kind="open-quotation",
        )


def open_delimited(upload: Upload, limits: Limits) -> tuple[DelimitedGrid, str]:
    """The grid of a delimited file, and in words why it is read as it is.

    Raises:
        RefusedFileError: no encoding decodes it.
    """
    encoding = find_encoding(upload.data)
    if encoding is None:
        raise refusal(
            "The text is in no encoding that could be told, or was cut in the middle of a character",
            "Save it again as CSV in UTF-8, or as XLSX.",
            upload.name,
            "unknown-encoding",
        )
    delimiter, why = _find_delimiter(upload, encoding, limits)
    name = upload.name.rpartition(".")[0] or upload.name
    return DelimitedGrid(upload, encoding, delimiter, limits, name), f"{encoding.name}: {encoding.why}; {why}"


class _Lines:
    """Lines for `csv.reader`, remembering those of the row being read so that they can be read again."""

    def __init__(self, source: Iterator[str], limits: Limits) -> None:
        self._source = source
        self._most_lines, self._most_characters = limits.max_lines_in_row, limits.max_line_characters
        self._characters = 0
        self._waiting: list[str] = []
        self.taken: list[str] = []
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= self._most_lines or self._characters > self._most_characters:
            raise csv.Error("a row over too many lines")
        if self._waiting:
            line = self._waiting.pop()
        else:
            try:
                line = next(self._source)
            except StopIteration:
                self.ended = True
                raise
        self.taken.append(line)
        self._characters += len(line)
        return line

    def forget(self) -> None:
        self.taken = []
        self._characters = 0

    def put_back(self, lines: list[str]) -> None:
        self._waiting.extend(reversed(lines))
        self.ended = False


def _decoded(upload: Upload, encoding: Encoding, limits: Limits) -> Iterator[str]:
    wrapper = io.TextIOWrapper(io.BytesIO(upload.data), encoding=encoding.codec, errors="replace", newline="")
    most = limits.max_line_characters
    while line := wrapper.readline(most + 1):
        if len(line) > most:
            raise refusal(
                f"A line of the file has more than {most:,} characters; no row of a list is so long",
                "Open it in a spreadsheet program to see what it is, and save the list as CSV or XLSX.",
                upload.name,
                "too-long-line",
            )
        yield line.lstrip("\ufeff") if line.startswith("\ufeff") else line


def _find_delimiter(upload: Upload, encoding: Encoding, limits: Limits) -> tuple[str, str]:
    sample = [line[:_LONGEST_SAMPLE] for line in islice(_decoded(upload, encoding, limits), 4 * _SAMPLE_ROWS)]
    if sample and (told := sample[0].strip().lower()).startswith("sep=") and len(told) == 5 and told[4] in DELIMITERS:
        return told[4], f"separated by {DELIMITERS[told[4]]}, as its first line says"
    best, best_score, best_width = ",", 0.0, 1
    for delimiter in "\t;|,":
        try:
            rows = [
                row
                for row in islice(csv.reader(sample, delimiter=delimiter), _SAMPLE_ROWS)
                if len(row) > 1 or any(row)
            ]
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda pair: (pair[1] * min(pair[0], 6), pair[0]))
        # Most rows as wide as each other, and wide: titles above and notes below do not vote.
        score = count / len(rows) + 0.02 * min(width, 10)
        if delimiter == "," and sum(widths.values()) < 0.5 * len(rows):
            continue  # one column of names, a few of which hold a comma
        if score > best_score:
            best, best_score, best_width = delimiter, score, width
    if best_score == 0:
        return "\t", "one column"
    return best, f"separated by {DELIMITERS[best]}, which gives {best_width} columns in most rows"
