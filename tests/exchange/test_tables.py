"""Where tables begin, what heads them, what their columns mean. Every person is invented."""

from __future__ import annotations

import pytest
from tests.exchange.list_files import xlsx

from homeward.exchange import Meaning, Table, read_people, read_tables

M = Meaning


def tables_of(text: str, name: str = "list.csv") -> tuple[Table, ...]:
    return read_tables((name, text.encode())).tables


def meanings(table: Table) -> list[Meaning]:
    return [c.meaning for c in table.columns]


def names(table: Table) -> list[str]:
    return [row.record.name for row in read_people(table) if row.record]


ARABIC = [
    ["قائمة بأسماء المحتجزين حتى ١/٥/٢٠٢٤", None, None, None, None, None],
    ["م", "الاسم", None, None, "تاريخ الميلاد", "الجنسية"],
    [None, "الاسم الأول", "اسم الأب", "اسم العائلة", None, None],
    ["١", "سليم", "كريم", "الحمداني", "١٧/٠٣/١٩٩٤", "سوري"],
    ["٢", "منى", "داود", "القاضي", "١٤١٥ هـ", "روسية وإسرائيلية"],
]


def test_an_arabic_list_with_title_joined_headings_and_eastern_digits() -> None:
    areas = ["A1:F1", "A2:A3", "B2:D2", "E2:E3", "F2:F3"]
    (table,) = read_tables(("قائمة.xlsx", xlsx(ARABIC, merged=areas))).tables
    assert table.title_rows == ("قائمة بأسماء المحتجزين حتى ١/٥/٢٠٢٤",)
    assert table.header_rows == (2, 3)
    assert meanings(table) == [M.NUMBER, M.GIVEN_NAME, M.FATHER_NAME, M.FAMILY_NAME, M.BIRTH_DATE, M.NATIONALITY]
    first, second = (row.record for row in read_people(table))
    assert first and second
    assert first.name == "سليم كريم الحمداني"
    assert first.father_name == "كريم"
    assert str(first.birth) == "1994-03-17"
    assert str(second.birth) == "1994-06~/1995-05~"
    assert second.nationalities == ("RU", "IL")


def test_a_russian_list_in_its_old_encoding() -> None:
    text = (
        "Список лиц, переданный 01.05.2024;;;;\n;;;;\n№ п/п;Фамилия;Имя;Отчество;Дата рождения\n"
        "1;Орлина;Дана;Петровна;17.03.1994\n2;Зимин;Глеб;;1970 г.р.\n"
    )
    file = read_tables(("список.csv", text.encode("cp1251")))
    assert (file.encoding, file.format) == ("cp1251", "csv")
    (table,) = file.tables
    assert table.title_rows == ("Список лиц, переданный 01.05.2024",)
    assert names(table) == ["Орлина Дана Петровна", "Зимин Глеб"]


def test_a_hebrew_list_in_its_old_encoding() -> None:
    text = "מס',שם פרטי,שם משפחה,ת. לידה,אזרחות\n1,דנה,אורלין,17/03/1994,ישראל ורוסיה\n2,נעם,אבירם,1.5.88,ישראלית\n"
    (table,) = read_tables(("רשימה.csv", text.encode("cp1255"))).tables
    assert names(table) == ["דנה אורלין", "נעם אבירם"]


def test_two_rows_of_headings_without_joined_cells() -> None:
    (table,) = tables_of("No;Name;;Date of birth\n;First;Surname;\n1;Dana;Orlin;1994\n2;Gleb;Zimin;1970\n")
    assert table.header_rows == (1, 2)
    assert table.headings == ("No", "Name / First", "Name / Surname", "Date of birth")
    assert names(table) == ["Dana Orlin", "Gleb Zimin"]


def test_a_title_over_the_whole_width_is_no_heading() -> None:
    rows = [["List of names", None, None], ["Name", "Age", "Sex"], ["Dana Orlin", 34, "F"]]
    (table,) = read_tables(("a.xlsx", xlsx(rows, merged=["A1:C1"]))).tables
    assert table.title_rows == ("List of names",)
    assert table.headings == ("Name", "Age", "Sex")


def test_several_tables_in_a_sheet_each_have_their_own_headings() -> None:
    first, second, third = tables_of(
        "Found\nName,Age\nDana Orlin,34\n\nOleg Krotov,44\n\nНе найдены\nФИО,Год рождения,Пол\nЗимин Глеб,1970,м\n\n"
        "שם,גיל\nנעם אבירם,41\n"
    )
    assert [t.name for t in (first, second, third)] == ["list", "list (2)", "list (3)"]
    assert names(first) == ["Dana Orlin", "Oleg Krotov"]  # an empty row alone does not end a table
    assert second.title_rows == ("Не найдены",)
    assert names(second) == ["Зимин Глеб"]
    assert names(third) == ["נעם אבירם"]
    assert [r.number for r in second.rows()] == [9]


@pytest.mark.parametrize("second", ["Name,Age,Sex\nOleg Krotov,44,M\n", "Name,Age\nOleg Krotov,44\n"])
@pytest.mark.parametrize(
    "title", ["Second list\n\n", "Second list\nof the north\n\n", "Second list\n\nof the north\n\n\n"]
)
def test_a_title_with_an_empty_row_below_it_belongs_to_the_table_that_follows(title: str, second: str) -> None:
    text = "Coast Movement\nFirst list\n12 May\n\nName,Age\nDana Orlin,34\nGleb Zimin,51\n\n"
    text += f"{title}{second}Mona Hamdan,20\n"
    first, last = tables_of(text)
    assert first.title_rows == ("Coast Movement", "First list", "12 May")
    assert names(first) == ["Dana Orlin", "Gleb Zimin"]
    assert last.title_rows == tuple(filter(None, title.splitlines()))
    assert names(last) == ["Oleg Krotov", "Mona Hamdan"]
    assert not [row.problems for table in (first, last) for row in read_people(table) if row.problems]


def test_no_two_tables_of_a_file_have_one_name() -> None:
    two = [["Name", "Age"], ["Dana Orlin", 34], ["Gleb Zimin", 51], [None]]
    two += [["Name", "Age", "Sex"], ["Oleg Krotov", 4, "M"]]
    tables = read_tables(("a.xlsx", xlsx(two, **{"Sheet (2)": [["Name", "Age"], ["Mona Hamdan", 20]]}))).tables
    assert [t.name for t in tables] == ["Sheet", "Sheet (2)", "Sheet (2) (2)"]


def test_names_alone_under_a_heading_of_one_word_are_no_title() -> None:
    (table, _) = tables_of("Name\nDana Orlin\n\nName,Age\nGleb Zimin,51\nOleg Krotov,44\nMona Hamdan,20\n")
    assert names(table) == ["Dana Orlin"]


def test_headings_repeated_on_every_page_are_no_people() -> None:
    (table,) = tables_of("Name,Age\nDana Orlin,34\n\nName,Age\nGleb Zimin,51\nName,Age\nOleg Krotov,44\n")
    rows = list(read_people(table))
    assert [r.record.name for r in rows if r.record] == ["Dana Orlin", "Gleb Zimin", "Oleg Krotov"]
    assert [r.problems[0].kind for r in rows if not r.record] == ["repeated-headings"] * 2


def test_without_headings_the_values_tell() -> None:
    (table,) = tables_of("1,Dana Orlin,1994-03-17,F\n2,Gleb Zimin,1970-01-02,M\n3,Oleg Krotov,1981-05-06,M\n")
    assert table.header_rows == ()
    assert meanings(table) == [M.NUMBER, M.FULL_NAME, M.BIRTH_DATE, M.SEX]
    assert all("no heading" in c.why for c in table.columns)
    assert len(names(table)) == 3


def test_unknown_headings_are_headings_all_the_same() -> None:
    (table,) = tables_of("Wer,Wann\nDana Orlin,1994-03-17\nGleb Zimin,1970-01-02\nOleg Krotov,1981-05-06\n")
    assert table.headings == ("Wer", "Wann")
    assert meanings(table) == [M.FULL_NAME, M.BIRTH_DATE]
    assert 'the heading "Wer" is not known' in table.columns[0].why


def test_a_column_that_tells_nothing_is_ignored_and_said_so() -> None:
    (table,) = tables_of("Name,Height\nDana Orlin,170cm\nGleb Zimin,181cm\n")
    assert meanings(table) == [M.FULL_NAME, M.IGNORED]
    assert "not known" in table.columns[1].why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Name,Surname\nDana,Orlin\nGleb,Zimin\n", [M.GIVEN_NAME, M.FAMILY_NAME]),
        ("Имя,Возраст\nДана Орлина,34\nГлеб Зимин,51\n", [M.FULL_NAME, M.AGE]),
        ("Имя,Фамилия\nДана,Орлина\nГлеб,Зимин\n", [M.GIVEN_NAME, M.FAMILY_NAME]),
        ("No,Name\n1,Dana Orlin\n2,Gleb Zimin\n3,Oleg Krotov\n", [M.NUMBER, M.FULL_NAME]),
        (
            "Number,Name\n40512345,Dana Orlin\n31298765,Gleb Zimin\n55500011,Oleg Krotov\n",
            [M.IDENTIFIER, M.FULL_NAME],
        ),
        ("ID,Name\n1,Dana Orlin\n2,Gleb Zimin\n3,Oleg Krotov\n", [M.NUMBER, M.FULL_NAME]),
    ],
)
def test_where_a_heading_can_mean_two_things_the_values_decide(text: str, expected: list[Meaning]) -> None:
    (table,) = tables_of(text)
    assert meanings(table) == expected


def test_the_order_of_day_and_month_is_told_by_the_column() -> None:
    (table,) = tables_of("Name,DOB\nDana Orlin,03/04/1994\nGleb Zimin,12/25/1970\nOleg Krotov,01/30/1981\n")
    assert not table.columns[1].day_first
    assert "months come before days" in table.columns[1].why
    people = [row.record for row in read_people(table)]
    assert [str(p.birth) for p in people if p] == ["1994-03-04", "1970-12-25", "1981-01-30"]


def test_empty_columns_are_left_out_and_cells_keep_in_step() -> None:
    (table,) = tables_of("Name,,Age\nDana Orlin,,34\nGleb Zimin,,51\n")
    assert [(c.letter, c.heading) for c in table.columns] == [("A", "Name"), ("C", "Age")]
    assert [r.cells for r in table.rows()] == [("Dana Orlin", "34"), ("Gleb Zimin", "51")]


def test_progress_is_told() -> None:
    told: list[tuple[int, int | None]] = []
    text = "Name,Age\n" + "Dana Orlin,34\n" * 5000
    read_tables(("a.csv", text.encode()), progress=lambda done, of: told.append((done, of)))
    assert told[:2] == [(0, None), (2000, None)]
    assert told[-1] == (5001, 5001)


def test_the_same_bytes_give_the_same_tables_and_hash() -> None:
    written = xlsx(ARABIC)  # once: a workbook holds the second in which it was written
    once, again = (read_tables(("a.xlsx", written)) for _ in range(2))
    assert once.sha256 == again.sha256
    assert [t.headings for t in once.tables] == [t.headings for t in again.tables]
