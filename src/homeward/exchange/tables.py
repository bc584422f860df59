"""The tables in a list file: where each begins, what its headings are, what its columns mean.

In: a file that somebody brought. Out: a `TableFile`; its rows are read when asked for, as often as asked for.
Leaves to others: what a row says of a person (`people`), storing anything.

A sheet is read once from top to bottom. A table begins at the first filled row, or after an empty row where a new row
of headings follows; what stands above its headings is its title, with empty rows in between or not. Headings may take
two rows, joined cells included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from homeward.errors import Problem
from homeward.exchange.columns import Column, describe_columns
from homeward.exchange.delimited import open_delimited
from homeward.exchange.grid import Area, Grid, ProblemList, RawRow
from homeward.exchange.guard import Content, Source, refusal, take_in
from homeward.exchange.limits import Limits
from homeward.exchange.meanings import tell_meaning
from homeward.exchange.workbook import open_workbook

Progress = Callable[[int, int | None], None]

_HEADING_WITHIN = 25  # filled rows from the top of a table among which its headings are looked for
_SAMPLE = 300  # rows from which the values tell what a column means
_NEW_WITHIN = 6  # filled rows after an empty one among which headings begin a new table
_TITLE_ROWS = 3  # rows of one cell that may stand between two tables, or above the first, as a title
_REPORT_EVERY = 2000


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file.

    Attributes:
        name: of the sheet, with a number from the second table of a sheet on.
        path: the file's name.
        title_rows: the texts above the headings, row by row: who sent the list and when often stands there.
        header_rows: the rows that hold the headings, as a spreadsheet numbers them; one, two, or none.
        headings: one for each of `columns`, in order.
        first_row, last_row: the rows between which people stand; `last_row` is None if the end is not known yet.
    """

    name: str
    path: str
    title_rows: tuple[str, ...]
    header_rows: tuple[int, ...]
    headings: tuple[str, ...]
    columns: tuple[Column, ...]
    first_row: int
    last_row: int
    row_count: int
    _grid: Grid = field(repr=False, compare=False)

    def rows(self) -> Iterator[RawRow]:
        """The filled rows below the headings; cells in the order of `columns`. Can be run again."""
        places = [c.index for c in self.columns]
        width = places[-1] + 1 if places else 0
        whole = places == list(range(width))
        for row in self._grid.rows():
            if row.number < self.first_row:
                continue
            if row.number > self.last_row:
                return
            cells = row.cells
            if not any(cells) or not any(map(str.strip, cells)):
                continue
            if len(cells) < width:
                cells += ("",) * (width - len(cells))
            yield RawRow(row.number, cells[:width] if whole else tuple([cells[i] for i in places]))


@dataclass(frozen=True, slots=True)
class TableFile:
    """A list file as read.

    Attributes:
        format: ``csv``, ``tsv``, ``xlsx``, ``xls`` or ``ods``.
        encoding: of a delimited file; None for workbooks.
        why: how a delimited file was read and why so, in words; empty for workbooks.
        sha256: of the bytes, hexadecimal.
        problems: faults of the file as a whole; those of single rows come with the rows.
    """

    name: str
    format: str
    encoding: str | None
    why: str
    sha256: str
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]


def read_tables(source: Source, *, limits: Limits | None = None, progress: Progress | None = None) -> TableFile:
    """Find the tables of a list file.

    Args:
        source: a path, or a file's name and its bytes.
        limits: what the file may ask of this machine.
        progress: called at once, then now and then, with rows done and, if known, all rows.

    Raises:
        RefusedFileError: hostile, locked, damaged, empty, too large, or not what its name says. Nothing was read.
    """
    limits = limits or Limits()
    if progress:
        progress(0, None)  # a large workbook is checked and unpacked for seconds before its first row is read
    upload = take_in(source, limits=limits)
    problems = ProblemList(limits.max_problems_per_kind)
    encoding, why = None, ""
    grids: Sequence[Grid]
    if upload.content is Content.TEXT:
        delimited, why = open_delimited(upload, limits)
        encoding, grids = delimited.encoding.name, (delimited,)
        kind = "tsv" if delimited.delimiter == "\t" and not why.endswith("one column") else "csv"
        tables = _tables_of(delimited, delimited.rows_noting(problems), upload.name, progress, several=False)
    else:
        grids, found = open_workbook(upload, limits)
        kind = upload.content.value
        for problem in found:
            problems.add(problem)
        tables = [
            t for grid in grids for t in _tables_of(grid, grid.rows(), upload.name, progress, several=len(grids) > 1)
        ]
    if not tables:
        raise refusal(
            "The file holds no table: every cell is empty",
            "Check that the list was saved in it.",
            upload.name,
            "no-table",
        )
    return TableFile(upload.name, kind, encoding, why, upload.sha256, _unlike(tables), problems.all())


def _unlike(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables under names that differ: the second table of "List" and the sheet "List (2)" are two."""
    taken: set[str] = set()
    made = []
    for table in tables:
        name, number = table.name, 1
        while name in taken:
            number += 1
            name = f"{table.name} ({number})"
        taken.add(name)
        made.append(table if name == table.name else _renamed(table, name))
    return tuple(made)


@dataclass(slots=True)
class _Block:
    """A table while its sheet is being read."""

    top: list[RawRow] = field(default_factory=list)
    sample: list[RawRow] = field(default_factory=list)
    last_row: int = 0
    filled: int = 0
    width: int = 0


def _tables_of(
    grid: Grid, rows: Iterator[RawRow], path: str, progress: Progress | None, *, several: bool
) -> list[Table]:
    blocks: list[_Block] = [_Block()]
    since_empty = _NEW_WITHIN
    waiting: list[RawRow] = []  # filled rows after an empty one: of this table or, if headings follow, of the next
    total = grid.row_count if progress else None
    number = 0

    def settle() -> None:
        for held in waiting:
            _take(blocks[-1], held)
        waiting.clear()

    for row in rows:
        number = row.number
        if progress and number % _REPORT_EVERY == 0:
            progress(number, total)
        if not any(row.cells) or not any(map(str.strip, row.cells)):
            if since_empty and not (waiting and _may_be_titles(waiting) and blocks[-1].width > 1):
                settle()
            since_empty = 0
            continue
        if since_empty >= _NEW_WITHIN or not blocks[-1].filled:
            if waiting:
                settle()
            _take(blocks[-1], row)
            continue
        since_empty += 1
        if _begins_table(row, waiting, blocks[-1]):
            blocks.append(_Block())
            waiting.append(row)
            settle()
            since_empty = _NEW_WITHIN
        else:
            waiting.append(row)
            if since_empty >= _NEW_WITHIN:
                settle()
    settle()
    if progress:
        progress(number, number)
    merged = grid.merged
    made = [_make(grid, block, path, merged) for block in blocks if block.filled]
    if len(made) < 2:
        return made
    return [_renamed(t, f"{t.name} ({n})" if n > 1 else t.name) for n, t in enumerate(made, start=1)]


def _begins_table(row: RawRow, waiting: Sequence[RawRow], before: _Block) -> bool:
    """Whether a row is the headings of another table than the one before it; `waiting` stands between the two."""
    if before.filled < 2 or _heading_score(row.cells) < 2:
        return False
    if before.filled == len(before.top) and _may_be_titles(before.top) and not any(map(_has_heading, before.top)):
        return False  # what looked like a table are the titles of this one
    told = [r.cells for r in waiting if not any(r.cells == top.cells for top in before.top)]
    return not _is_same_heading(before, row) or bool(told and _may_be_titles(waiting) and before.width > 1)


def _may_be_titles(rows: Sequence[RawRow]) -> bool:
    """Whether rows are a few lines of one cell each, as stand above a table."""
    return len(rows) <= _TITLE_ROWS and all(_filled(r) == 1 for r in rows)


def _has_heading(row: RawRow) -> bool:
    return _heading_score(row.cells) >= 1


def _renamed(table: Table, name: str) -> Table:
    return Table(
        name, table.path, table.title_rows, table.header_rows, table.headings, table.columns, table.first_row,
        table.last_row, table.row_count, table._grid,
    )  # fmt: skip


def _take(block: _Block, row: RawRow) -> None:
    if len(block.top) < _HEADING_WITHIN + 2:
        block.top.append(row)
    if len(block.sample) < _SAMPLE + _HEADING_WITHIN:
        block.sample.append(row)
    if len(row.cells) > block.width:
        last = max((i for i, c in enumerate(row.cells) if c.strip()), default=-1) + 1
        block.width = max(block.width, last)
    block.last_row = row.number
    block.filled += 1


def _heading_score(cells: Sequence[str]) -> float:
    """How much a row looks like headings: about how many of its cells are known as one; 0 if it holds figures."""
    score, filled = 0.0, 0
    for cell in cells:
        text = cell.strip()
        if not text:
            continue
        filled += 1
        if len(text) > 80 or text[:1].isdigit():
            return 0.0
        if told := tell_meaning(text):
            score += 1.0 if told.exact else 0.6
    return score if filled and score >= 0.4 * filled else 0.0


def _is_same_heading(block: _Block, row: RawRow) -> bool:
    """Whether a row repeats headings that the table already has, as at the top of every printed page."""
    cells = tuple(c.strip() for c in row.cells)
    return any(cells == tuple(c.strip() for c in top.cells) for top in block.top)


def _make(grid: Grid, block: _Block, path: str, merged: Sequence[Area]) -> Table:
    top = block.top
    heading = _find_heading(top)
    lower: RawRow | None = None
    if heading is not None:
        upper = top[heading]
        beside = [top[i] for i in (heading - 1, heading + 1) if 0 <= i < len(top)]
        before, after = (beside[0] if heading else None), (top[heading + 1] if heading + 1 < len(top) else None)
        if after is not None and _is_second_row(upper, after, merged):
            lower = after
        elif before is not None and before.number == upper.number - 1 and _is_second_row(before, upper, merged):
            upper, lower, heading = before, upper, heading - 1
        titles = top[:heading]
    else:
        titles = _titles(top)
    used = (() if heading is None else (upper.number,)) + ((lower.number,) if lower else ())
    first = (used[-1] if used else titles[-1].number if titles else top[0].number - 1) + 1
    width = block.width
    padded = [r.cells[:width] + ("",) * (width - len(r.cells)) for r in block.sample if r.number >= first]
    pairs = _heading_pairs(upper if heading is not None else None, lower, width, merged)
    described = describe_columns(pairs, padded)
    filled = {i for i, pair in enumerate(pairs) if any(pair)} | {
        i for row in padded for i, c in enumerate(row) if c.strip()
    }
    columns = tuple(c for c in described if c.index in filled or block.filled > len(block.sample))
    return Table(
        name=grid.name,
        path=path,
        title_rows=tuple(" ".join(c.strip() for c in r.cells if c.strip()) for r in titles),
        header_rows=used,
        headings=tuple(c.heading for c in columns),
        columns=columns,
        first_row=first,
        last_row=block.last_row,
        row_count=max(block.filled - len(titles) - len(used), 0),
        _grid=grid,
    )


def _find_heading(top: Sequence[RawRow]) -> int | None:
    """Which of the first filled rows holds the headings."""
    widths = sorted(_filled(r) for r in top)
    usual = widths[len(widths) // 2] if widths else 0
    best, best_score = None, 0.0
    for place, row in enumerate(top[:_HEADING_WITHIN]):
        score = _heading_score(row.cells)
        if score and _filled(row) * 2 >= usual and score > best_score:
            best, best_score = place, score
    if best is not None and (best_score >= 1.5 or usual <= 2):
        return best
    return best if best is not None and _differs_from_below(top, best) else _unknown_heading(top)


def _filled(row: RawRow) -> int:
    return sum(1 for c in row.cells if c.strip())


def _unknown_heading(top: Sequence[RawRow]) -> int | None:
    """A first wide row of words over columns of figures is a row of headings, even if none of them is known."""
    widest = max((_filled(r) for r in top), default=0)
    for place, row in enumerate(top):
        if _filled(row) >= max(2, 0.7 * widest):
            return place if _differs_from_below(top, place) else None
    return None


def _differs_from_below(top: Sequence[RawRow], place: int) -> bool:
    cells = [c.strip() for c in top[place].cells]
    words = [c for c in cells if c]
    below = top[place + 1 :]
    if len(set(words)) != len(words) or any(any(ch.isdigit() for ch in c) for c in words) or not below:
        return False
    figures = 0
    for i, cell in enumerate(cells):
        under = [r.cells[i].strip() for r in below if i < len(r.cells) and r.cells[i].strip()]
        figures += bool(cell and under and sum(any(ch.isdigit() for ch in u) for u in under) > 0.7 * len(under))
    return figures > 0


def _titles(top: Sequence[RawRow]) -> list[RawRow]:
    """Rows of one cell above a table that is wider."""
    widest = max(_filled(r) for r in top)
    titles: list[RawRow] = []
    if widest >= 3 and len(top) > 1:
        for row in top[:-1]:
            if _filled(row) > 1:
                break
            titles.append(row)
    return titles


def _is_second_row(upper: RawRow, lower: RawRow, merged: Sequence[Area]) -> bool:
    """Whether the lower of two neighbouring rows is the second row of headings."""
    if lower.number != upper.number + 1 or _filled(upper) < 2:
        return False
    spans = [a for a in merged if a[0] <= upper.number <= a[2] and a[3] > a[1]]
    tall = [a for a in merged if a[0] == upper.number and a[2] == lower.number]
    cells = [(i, c.strip()) for i, c in enumerate(lower.cells) if c.strip()]
    if not cells or any(c[:1].isdigit() or len(c) > 60 for _, c in cells):
        return False
    known = sum(1 for _, c in cells if tell_meaning(c)) / len(cells)
    under_span = any(a[1] <= i <= a[3] for a in spans for i, _ in cells)
    if under_span and (known > 0 or tall):
        return True
    above = [c.strip() for c in upper.cells] + [""] * len(lower.cells)
    fills_gap = any(not above[i] for i, _ in cells)
    leaves_gap = any(c and (i >= len(lower.cells) or not lower.cells[i].strip()) for i, c in enumerate(above))
    return fills_gap and leaves_gap and known >= 0.5


def _heading_pairs(
    upper: RawRow | None, lower: RawRow | None, width: int, merged: Sequence[Area]
) -> list[tuple[str, str]]:
    if upper is None:
        return [("", "")] * width

    def cell(row: RawRow, index: int) -> str:
        text = row.cells[index].strip() if index < len(row.cells) else ""
        if not text:
            for first_row, first, last_row, last in merged:
                if first_row <= row.number <= last_row and first <= index <= last and row.number == first_row:
                    return row.cells[first].strip() if first < len(row.cells) else ""
        return text

    uppers = [cell(upper, i) for i in range(width)]
    if lower is None:
        return [(text, "") for text in uppers]
    lowers = [cell(lower, i) for i in range(width)]
    for i in range(1, width):
        # Without joined cells on record, as in a delimited file: a gap over a lower heading belongs to the left.
        if not uppers[i] and lowers[i] and lowers[i - 1]:
            uppers[i] = uppers[i - 1]
    return list(zip(uppers, lowers, strict=True))
