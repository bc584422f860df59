"""Rows out and in again: the same rows; and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from homeward.errors import BadInputError
from homeward.exchange import escape_cell, read_people, read_tables, unescape_cell, write_rows

HEADINGS = ("Name", "Remarks", "Status")
LIVE = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''=1", "=cmd|' /C calc'!A0", "＝1"]
# What a cell of a workbook can hold: XML knows no control characters.
TEXTS = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=30) | st.sampled_from(
    [
        *LIVE,
        "a,b;c|d",
        'say "x"',
        "two\nlines",
        " edges ",
        "007",
        "1e5",
        "TRUE",
        "דנה",
        "منى",
        "x\ufeff",
        "http://x",
        "_x0041_",
    ]
)
ROWS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=6)


def written(format: str, rows, headings=HEADINGS, **how) -> bytes:
    stream = io.BytesIO()
    write_rows(stream, format, headings, rows, **how)
    return stream.getvalue()


def filled(rows) -> list[tuple[str, ...]]:
    return [tuple(row) for row in rows if any(c.strip() for c in row)]


def cells_of(name: str, data: bytes) -> list[tuple[str, ...]]:
    file = read_tables((name, data))
    assert len(file.tables) == 1
    assert file.tables[0].headings == HEADINGS
    return [row.cells for row in file.tables[0].rows()]


@settings(max_examples=80, deadline=None)
@given(ROWS)
@example([("=1", "'=1", "''=1")])
def test_csv_comes_back_as_it_was(rows) -> None:
    anchored = [("Dana Orlin", "seen", "alive"), *rows]
    read = cells_of("a.csv", written("csv", anchored))
    assert [tuple(map(unescape_cell, row)) for row in read] == filled(anchored)


@settings(max_examples=50, deadline=None)
@given(ROWS)
def test_xlsx_comes_back_as_it_was(rows) -> None:
    anchored = [("Dana Orlin", "seen", "alive"), *[tuple(c.replace("\r", " ") for c in row) for row in rows]]
    assert cells_of("a.xlsx", written("xlsx", anchored)) == filled(anchored)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(max_size=20),
            st.none() | st.integers() | st.booleans(),
            st.floats(allow_nan=False, allow_infinity=False),
        )
    )
)
def test_json_comes_back_as_it_was(rows) -> None:
    read = json.loads(written("json", rows))
    assert [tuple(entry[h] for h in HEADINGS) for entry in read] == rows


@given(st.text())
def test_escaping_is_undone_exactly(text: str) -> None:
    assert unescape_cell(escape_cell(text)) == text
    assert not escape_cell(text).startswith(tuple("=+-@\t\r\n"))


@pytest.mark.parametrize("live", LIVE)
def test_nothing_that_leaves_is_a_formula(live: str) -> None:
    (_, row) = csv.reader(io.StringIO(written("csv", [(live, 1, -2.5)]).decode("utf-8-sig")))
    assert row[0][0] == "'"
    assert row[1:] == ["1", "-2.5"]  # numbers typed as numbers are left alone
    data = written("xlsx", [(live, live, live)])
    cells = next(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(min_row=2))
    assert all(cell.data_type in ("s", "inlineStr") for cell in cells)
    parts = zipfile.ZipFile(io.BytesIO(data))
    assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_an_address_does_not_become_a_link() -> None:
    parts = zipfile.ZipFile(
        io.BytesIO(written("xlsx", [("http://example.org", "mailto:x@example.org", "internal:A1")]))
    )
    assert not [n for n in parts.namelist() if n.startswith("xl/worksheets/_rels")]


def test_the_headings_are_escaped_too() -> None:
    assert written("csv", [], headings=("=1",)).decode("utf-8-sig").strip() == '"\'=1"'


def test_a_workbook_tells_nothing_of_who_made_it_or_when() -> None:
    data = written("xlsx", [("Dana Orlin", date(2024, 5, 1), None)], right_to_left=True)
    parts = zipfile.ZipFile(io.BytesIO(data))
    core = parts.read("docProps/core.xml").decode()
    assert "2000-01-01" in core
    assert "<dc:creator></dc:creator>" in core
    assert b'rightToLeft="1"' in parts.read("xl/worksheets/sheet1.xml")
    assert {info.date_time[0] for info in parts.infolist()} == {1980}
    assert data == written("xlsx", [("Dana Orlin", date(2024, 5, 1), None)], right_to_left=True)


def test_days_lists_and_empty_cells_are_written_plainly() -> None:
    rows = [(date(2024, 5, 1), ("IL", "RU"), None), (True, 7, 1.5)]
    (_, *read) = csv.reader(io.StringIO(written("csv", rows).decode("utf-8-sig")))
    assert read == [["2024-05-01", "IL; RU", ""], ["True", "7", "1.5"]]
    assert json.loads(written("json", rows))[0] == {"Name": "2024-05-01", "Remarks": ["IL", "RU"], "Status": None}


@pytest.mark.parametrize("format", ["csv", "xlsx", "json"])
def test_people_come_back_as_the_same_people(format: str) -> None:
    headings = ("Name", "Date of birth", "Nationality", "Remarks")
    rows = [
        ("Dana Orlin", "1994-03-17", "IL; RU", "=1"),
        ("Зимин Глеб", "1970", "RU", ""),
        ("נעם אבירם", "1988-05~", "IL", "-"),
    ]
    data = written(format, rows, headings)
    if format == "json":
        assert [tuple(entry.values()) for entry in json.loads(data)] == rows
        return
    (table,) = read_tables((f"a.{format}", data)).tables
    people = [row.record for row in read_people(table)]
    assert [(p.name, str(p.birth), p.nationalities) for p in people if p] == [
        ("Dana Orlin", "1994-03-17", ("IL", "RU")),
        ("Зимин Глеб", "1970", ("RU",)),
        ("נעם אבירם", "1988-05~", ("IL",)),
    ]


def test_a_row_of_another_length_or_an_unknown_format_is_refused() -> None:
    for format in ("csv", "xlsx", "json"):
        with pytest.raises(BadInputError):
            written(format, [("only one",)])
    with pytest.raises(BadInputError):
        written("docx", [])
