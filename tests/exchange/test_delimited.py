"""Delimited files: delimiters, quotation marks, broken rows."""

from __future__ import annotations

import time

import pytest

from homeward.errors import RefusedFileError
from homeward.exchange import read_people, read_tables


def rows_of(text: str, name: str = "a.csv") -> list[tuple[str, ...]]:
    (table,) = read_tables((name, text.encode())).tables
    return [row.cells for row in table.rows()]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_rows(mark: str) -> None:
    text = f'Arrivals, as told; {"x" * 9}\nName{mark}Age{mark}Remarks\nDana Orlin{mark}34{mark}"a, b; c | d"\n'
    text += f"Gleb Zimin{mark}51{mark}\n" * 3
    assert rows_of(text)[0] == ("Dana Orlin", "34", "a, b; c | d")


def test_the_file_may_name_its_delimiter() -> None:
    assert rows_of("sep=|\nName|Age\nOrlin, Dana|34\n") == [("Orlin, Dana", "34")]


def test_a_list_of_names_alone_is_one_column() -> None:
    assert rows_of("Name\nDana Orlin\nGleb Zimin\n") == [("Dana Orlin",), ("Gleb Zimin",)]


def test_lines_inside_quotation_marks_are_one_cell_and_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    (table,) = read_tables(("a.csv", b'Name,Remarks\r\n\r\nDana Orlin,"one\r\ntwo"\r\n\r\nGleb Zimin,x\r\n')).tables
    assert [(r.number, r.cells) for r in table.rows()] == [
        (3, ("Dana Orlin", "one\r\ntwo")),
        (5, ("Gleb Zimin", "x")),
    ]


@pytest.mark.parametrize(
    "broken",
    [
        'Name,Age\nDana Orlin,34\n"Gleb Zimin,51\nMona Hamdan,20\nOleg Krotov,44\n',
        'Name,Age\nDana Orlin,34\n"Gleb Zimin,51\n"Mona Hamdan",20\n"Oleg Krotov",44\n',
        'Name,Age\nDana Orlin,34\n"Gleb Zimin,51\nMona Hamdan,20\n"Oleg Krotov",44\n',
    ],
)
def test_an_open_quotation_mark_costs_no_other_row(broken: str) -> None:
    file = read_tables(("a.csv", broken.encode()))
    people = [row.record for row in read_people(file.tables[0])]
    assert [(p.name, p.age_years) for p in people if p] == [
        ("Dana Orlin", 34), ("Gleb Zimin", 51), ("Mona Hamdan", 20), ("Oleg Krotov", 44)
    ]  # fmt: skip
    (problem,) = file.problems
    assert (problem.kind, problem.row) == ("open-quotation", 3)


def test_marks_inside_a_cell_are_text() -> None:
    assert rows_of('Name,Remarks\nDana "Dani" Orlin,5" tall\n')[0] == ('Dana "Dani" Orlin', '5" tall')


def test_a_file_of_open_quotation_marks_takes_no_more_than_moments() -> None:
    started = time.monotonic()
    file = read_tables(("a.csv", b"Name,Age\n" + b'"Dana Orlin,34\n' * 4000))
    assert time.monotonic() - started < 10
    assert file.problems[-1].what.startswith("3,000 more faults")
    assert file.tables[0].row_count == 4000


def test_rows_of_uneven_length_keep_their_cells() -> None:
    assert rows_of("Name,Age\nDana Orlin\nGleb Zimin,51,seen in May\n") == [
        ("Dana Orlin", "", ""), ("Gleb Zimin", "51", "seen in May")
    ]  # fmt: skip


def test_leading_zeros_and_invisible_marks_stay_as_written() -> None:
    (table,) = read_tables(("a.csv", "Name,Passport\n\u200fDana\u200b Orlin,007\n".encode())).tables
    (row,) = read_people(table)
    assert row.cells == ("\u200fDana\u200b Orlin", "007")
    assert row.record is not None
    assert row.record.name == "Dana Orlin"
    assert row.record.identifiers[0].value == "007"
    assert row.record.identifiers[0].kind == "passport"


@pytest.mark.parametrize("quotation", ["", '"'])
def test_a_cell_longer_than_any_name_costs_only_its_own_row(quotation: str) -> None:
    long = "A" * 200_000
    text = f"Name,Age\nDana Orlin,34\n{quotation}{long}{quotation},4\nGleb Zimin,51\n"
    (table,) = read_tables(("a.csv", text.encode())).tables
    first, second, third = read_people(table)
    assert [row.record and row.record.name for row in (first, second, third)] == ["Dana Orlin", None, "Gleb Zimin"]
    assert second.cells == (long, "4")
    assert [p.kind for p in second.problems] == ["unreadable-name", "no-name"]


def test_a_line_longer_than_any_row_is_refused_at_once() -> None:
    started = time.process_time()
    with pytest.raises(RefusedFileError) as refused:
        read_tables(("a.csv", b"Name\n" + b"A" * 50_000_000))
    assert refused.value.problem.kind == "too-long-line"
    assert time.process_time() - started < 5
