"""Workbooks: what a cell becomes, formulas, joined cells, hidden sheets, in XLSX, XLS and ODS alike."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest
from tests.exchange.list_files import ods, repack, xls, xlsx, xlsx_shared

from homeward.exchange import read_people, read_tables

FORMATS = {"a.xlsx": xlsx, "a.xls": xls, "a.ods": ods}


@pytest.mark.parametrize("name", FORMATS)
def test_numbers_days_and_texts_come_out_as_a_person_reads_them(name: str) -> None:
    rows = [
        ["Name", "ID number", "Date of birth", "Age", "Height"],
        ["Dana Orlin", 12345.0, date(1994, 3, 17), 34, 1.5],
    ]
    (table,) = read_tables((name, FORMATS[name](rows))).tables
    assert [row.cells for row in table.rows()] == [("Dana Orlin", "12345", "1994-03-17", "34", "1.5")]
    (person,) = read_people(table)
    assert person.record is not None
    assert person.record.birth is not None
    assert person.record.birth.edtf == "1994-03-17"
    assert person.record.identifiers[0].value == "12345"


def test_a_time_of_day_never_moves_the_day() -> None:
    (table,) = read_tables(("a.xlsx", xlsx([["Name", "DOB"], ["Dana Orlin", datetime(1994, 3, 17, 23, 30)]]))).tables
    (person,) = read_people(table)
    assert person.cells[1] == "1994-03-17 23:30:00"
    assert person.record is not None
    assert person.record.birth is not None
    assert person.record.birth.edtf == "1994-03-17"


def test_a_formula_without_a_stored_value_is_reported_and_not_calculated() -> None:
    data = xlsx([["Name", "Age", "Remarks"], ["Dana Orlin", "=30+4", '=HYPERLINK("http://x","y")']])
    file = read_tables(("a.xlsx", data))
    (row,) = file.tables[0].rows()
    assert row.cells[:2] == ("Dana Orlin", "")
    assert [(p.kind, p.row, p.column) for p in file.problems] == [
        ("formula-without-value", 2, "B"), ("formula-without-value", 2, "C")
    ]  # fmt: skip


def test_a_formula_with_a_stored_value_is_that_value() -> None:
    stored = repack(
        xlsx([["Name", "Age"], ["Dana Orlin", "=30+4"]]),
        lambda n, c: (
            c.replace(b"<v></v>", b"<v>34</v>").replace(b"<v/>", b"<v>34</v>").replace(b"<v />", b"<v>34</v>")
        ),
    )
    file = read_tables(("a.xlsx", stored))
    assert not file.problems
    assert [row.cells for row in file.tables[0].rows()] == [("Dana Orlin", "34")]


def test_shared_and_inline_strings_are_read_alike() -> None:
    rows = [["Name", "Remarks"], ["Dana Orlin", " two  spaces "], ["Gleb Zimin", "=1+1"]]
    for data in (xlsx_shared([*rows[:2], ["Gleb Zimin", "x"]]), xlsx([*rows[:2], ["Gleb Zimin", "x"]])):
        (table,) = read_tables(("a.xlsx", data)).tables
        assert [r.cells for r in table.rows()] == [("Dana Orlin", " two  spaces "), ("Gleb Zimin", "x")]


def test_a_table_that_starts_away_from_the_corner_keeps_its_letters_and_row_numbers() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["C4"], sheet["D4"], sheet["C5"], sheet["D5"] = "Name", "Age", "Dana Orlin", 34
    stream = io.BytesIO()
    book.save(stream)
    (table,) = read_tables(("a.xlsx", stream.getvalue())).tables
    assert [(c.letter, c.index, c.heading) for c in table.columns] == [("C", 2, "Name"), ("D", 3, "Age")]
    assert [(r.number, r.cells) for r in table.rows()] == [(5, ("Dana Orlin", "34"))]


def test_every_sheet_is_read_and_a_hidden_one_is_pointed_out() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(second=[["שם", "גיל"], ["דנה אורלין", 34]], empty=[])))
    book["second"].sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    file = read_tables(("a.xlsx", stream.getvalue()))
    assert [t.name for t in file.tables] == ["Sheet", "second"]
    assert [(p.kind, p.table) for p in file.problems] == [("hidden-sheet", "second")]


@pytest.mark.parametrize("name", FORMATS)
def test_joined_heading_cells_spread_over_the_columns_they_cover(name: str) -> None:
    top: list = ["No", "Name", None, "Birth", None]
    low: list = [None, "First", "Surname", "Date", "Place"]
    people = [[1, "Dana", "Orlin", "17/03/1994", "Haifa"], [2, "Gleb", "Zimin", "1970", "Tver"]]
    if name == "a.xlsx":
        data = xlsx([top, low, *people], merged=["A1:A2", "B1:C1", "D1:E1"])
    elif name == "a.ods":
        data = ods([top, low, *people], spans={(0, 1): 2, (0, 3): 2})
    else:
        joined = [(0, 1, 0, 0, "No"), (0, 0, 1, 2, "Name"), (0, 0, 3, 4, "Birth")]
        data = xls([[None] * 5, low, *people], merged=joined)
    (table,) = read_tables((name, data)).tables
    assert table.header_rows == (1, 2)
    assert [c.meaning.value for c in table.columns] == [
        "number",
        "given_name",
        "family_name",
        "birth_date",
        "place_of_birth",
    ]
    assert table.headings[1] == "Name / First"
    people_read = [row.record for row in read_people(table)]
    assert [p.name for p in people_read if p] == ["Dana Orlin", "Gleb Zimin"]


def test_rows_can_be_read_again_and_sheets_in_any_order() -> None:
    file = read_tables(("a.xlsx", xlsx(second=[["Name"], ["Mona Hamdan"]])))
    first, second = file.tables
    once = [r.cells for r in first.rows()]
    assert [r.cells for r in second.rows()] == [("Mona Hamdan",)]
    assert [r.cells for r in first.rows()] == once
    ahead = first.rows()
    next(ahead)
    assert [r.cells for r in second.rows()] == [("Mona Hamdan",)]
    assert next(ahead).cells == once[1]


@pytest.mark.parametrize("untyped", [1, 3, 100])
def test_cells_of_an_ods_that_do_not_say_what_they_are_are_texts(untyped: int) -> None:
    def without_types(part: str, content: bytes) -> bytes:
        return content.replace(b' office:value-type="string"', b"", untyped) if part == "content.xml" else content

    rows = [["Name", "Age"], ["Dana Orlin", 34], ["Gleb Zimin", "51"]]
    (table,) = read_tables(("a.ods", repack(ods(rows), without_types))).tables
    assert table.headings == ("Name", "Age")
    assert [row.cells for row in table.rows()] == [("Dana Orlin", "34"), ("Gleb Zimin", "51")]
