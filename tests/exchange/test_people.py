"""What rows say of people, and every fault at its place. Every person is invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.calendars import Calendar
from homeward.errors import BadInputError
from homeward.exchange import Meaning, PersonRow, read_people, read_tables
from homeward.records import NameKind, PartialDate, PersonRecord, Sex

WHEN = PartialDate("2024-05-01")


def rows_of(text: str, **told) -> list[PersonRow]:
    (table,) = read_tables(("list.csv", text.encode())).tables
    return list(read_people(table, **told))


def person(text: str, **told) -> PersonRecord:
    (row,) = rows_of(text, **told)
    assert row.record is not None, row.problems
    assert not row.problems
    return row.record


def test_a_full_row() -> None:
    read = person(
        "Name,Also known as,Father's name,Mother's name,DOB,Age,Sex,Citizenship,Place of birth,Prison,Address,City,"
        "Captured on,Status,Passport,ID number,Remarks,Source\n"
        "Dana Orlin,Dani; Dana Levin,Moshe,Rina,17/03/1994,30,F,Israel/Russia,Haifa,North prison,5 Oak St,Acre,"
        "7.10.23,alive,0071,99,seen in May,radio\n",
        as_of=WHEN,
    )
    assert [(n.text, n.kind) for n in read.names] == [
        ("Dana Orlin", NameKind.FULL), ("Dani", NameKind.ALIAS), ("Dana Levin", NameKind.ALIAS),
        ("Moshe", NameKind.FATHER), ("Rina", NameKind.MOTHER),
    ]  # fmt: skip
    assert (read.father_name, read.mother_name) == ("Moshe", "Rina")
    assert (str(read.birth), read.age_years, read.sex) == ("1994-03-17", 30, Sex.FEMALE)
    assert read.nationalities == ("IL", "RU")
    assert (read.place_of_birth, read.place_of_holding, read.home_place) == (
        "Haifa",
        "North prison",
        "5 Oak St, Acre",
    )
    assert str(read.captured_on) == "2023-10-07"
    assert (read.status, read.as_of, read.key) == ("alive", WHEN, "2")
    assert [(i.value, i.kind) for i in read.identifiers] == [("0071", "passport"), ("99", "identity")]
    assert read.remarks == "seen in May; Source: radio"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Name,Имя\nDana Orlin,Дана Орлина\nGleb Zimin,Глеб Зимин\n", ["Dana Orlin", "Дана Орлина"]),
        ("Name,Фамилия\nDana Orlin,Орлина Дана Петровна\n", ["Dana Orlin", "Орлина Дана Петровна"]),
        (
            "First name,שם פרטי,الاسم الأول\nDana Orlin,דנה אורלין,دانا أورلين\n",
            ["Dana Orlin", "דנה אורלין", "دانا أورلين"],
        ),
        ("Name,שם,الاسم\nDana Orlin,דנה אורלין,دانا أورلين\n", ["Dana Orlin", "דנה אורלין", "دانا أورلين"]),
        ("First name,Surname,Имя,Фамилия\nDana,Orlin,Дана,Орлина\n", ["Dana Orlin", "Орлина Дана"]),
        ("Full name,Имя,Фамилия\nDana Orlin,Дана,Орлина\n", ["Dana Orlin", "Орлина Дана"]),
        ("Full name,Имя\nDana Orlin,Дана\n", ["Dana Orlin"]),
        ("Full name,First name\nDana Maria Orlin,Dana Maria\n", ["Dana Maria Orlin"]),
        ("Имя,Surname\nДана,Orlin\n", ["Дана Orlin"]),
        ("Имя,Фамилия\nДана Мария,Орлина\n", ["Орлина Дана Мария"]),
    ],
)
def test_a_name_in_each_script_is_kept_whole(text: str, expected: list[str]) -> None:
    read = rows_of(text)[0].record
    assert read
    assert [n.text for n in read.names if n.kind is NameKind.FULL] == expected


def test_why_a_column_of_given_names_is_taken_for_full_names_is_said() -> None:
    (table,) = read_tables(("a.csv", "Name,Имя\nDana Orlin,Дана Орлина\n".encode())).tables
    assert [c.meaning for c in table.columns] == [Meaning.FULL_NAME, Meaning.FULL_NAME]
    assert "several words" in table.columns[1].why


def test_every_fault_is_told_with_its_place_and_costs_only_itself() -> None:
    rows = rows_of(
        "Name,Date of birth,Age,Sex,Nationality,Captured on\n"
        "Dana Orlin,31/02/1994,ancient,maybe,Atlantis,99.99.2023\n"
        "Gleb Zimin,1970,54,M,RU,2023\n",
        as_of=WHEN,
    )
    faults = [(p.kind, p.row, p.column, p.value) for p in rows[0].problems]
    assert faults == [
        ("unreadable-date", 2, "Date of birth", "31/02/1994"),
        ("unreadable-age", 2, "Age", "ancient"),
        ("unreadable-sex", 2, "Sex", "maybe"),
        ("unreadable-nationality", 2, "Nationality", "Atlantis"),
        ("unreadable-date", 2, "Captured on", "99.99.2023"),
    ]
    assert all(p.path == "list.csv" and p.table == "list" and p.remedy for p in rows[0].problems)
    first, second = rows[0].record, rows[1].record
    assert first and second
    assert (first.name, first.birth, first.age_years, first.sex, first.nationalities) == (
        "Dana Orlin",
        None,
        None,
        None,
        None,
    )
    assert rows[0].cells[1] == "31/02/1994"
    assert (str(second.birth), second.age_years, not rows[1].problems) == ("1970", 54, True)


def test_an_age_in_the_birth_column_and_a_year_in_the_age_column_are_understood() -> None:
    first, second = rows_of("Name,Date of birth,Age\nDana Orlin,34,\nGleb Zimin,,1970\n", as_of=WHEN)
    assert first.record and second.record
    assert (first.record.age_years, first.record.birth) == (34, None)
    assert (str(second.record.birth), second.record.age_years) == ("1970", None)
    assert not first.problems and not second.problems


def test_words_for_not_known_are_no_faults() -> None:
    for word in ("unknown", "N/A", "-", "?", "неизвестно", "לא ידוע", "غير معروف"):
        read = person(f"Name,DOB,Sex,Nationality,Age\nDana Orlin,{word},{word},{word},{word}\n")
        assert (read.birth, read.sex, read.nationalities, read.age_years) == (None, None, None, None)


def test_no_nationality_at_all_is_not_unknown() -> None:
    assert person("Name,Nationality\nDana Orlin,stateless\n").nationalities == ()


def test_rows_without_a_name_and_totals_are_kept_and_counted() -> None:
    rows = rows_of("Name,Age\nDana Orlin,34\n,51\nunknown,20\n12345,7\nTotal,4\n")
    assert [r.record is not None for r in rows] == [True, False, False, False, False]
    assert [r.problems[-1].kind for r in rows[1:]] == ["no-name", "no-name", "no-name", "total-row"]
    assert [r.number for r in rows] == [2, 3, 4, 5, 6]


def test_a_birth_date_that_has_not_come_is_a_fault() -> None:
    (row,) = rows_of("Name,DOB\nDana Orlin,17/03/2044\n", as_of=WHEN)
    assert row.record is not None
    assert row.record.birth is None
    assert [p.kind for p in row.problems] == ["future-date"]


def test_parts_and_full_name_together_keep_both() -> None:
    read = person("Full name,Name,Surname\nDana M. Orlin,Dana,Orlin\n", mapping={"B": "given_name"})
    assert [(n.text, n.kind.value) for n in read.names] == [
        ("Dana M. Orlin", "full"),
        ("Dana", "given"),
        ("Orlin", "family"),
    ]


def test_names_in_two_scripts_are_both_kept() -> None:
    read = person("Name (English),الاسم\nDana Orlin,دانا أورلين\n")
    assert [(n.text, n.script) for n in read.names] == [("Dana Orlin", "Latn"), ("دانا أورلين", "Arab")]


def test_a_person_may_overrule_every_guess() -> None:
    text = "A,B,C\nzz,Dana Orlin,17/03/1994\n"
    read = person(text, mapping={1: Meaning.FULL_NAME, "C": "captured_on", "a": "ignored"})
    assert (read.name, str(read.captured_on), read.birth) == ("Dana Orlin", "1994-03-17", None)
    for wrong in ({9: Meaning.AGE}, {"Z": "age"}, {"A": "shoe_size"}):
        with pytest.raises(BadInputError) as caught:
            rows_of(text, mapping=wrong)
        assert caught.value.problem.remedy


def test_a_calendar_may_be_told() -> None:
    read = person("Name,DOB\nDana Orlin,1370/5/7\n", calendar=Calendar.SOLAR_HIJRI, as_of=date(2024, 5, 1))
    assert str(read.birth) == "1991-07-29"
    assert str(read.as_of) == "2024-05-01"


def test_an_id_inside_a_name_is_taken_out() -> None:
    read = person("Name,Age\nDana Orlin 40512345,34\n")
    assert (read.name, read.identifiers[0].value, read.identifiers[0].kind) == ("Dana Orlin", "40512345", "in-name")


def test_a_cell_no_name_is_as_long_as_costs_no_time_and_is_quoted_in_short() -> None:
    (row,) = rows_of(f"Name,DOB\n{'A (b) ' * 15_000},{'1/' * 20_000}\n")
    assert [p.kind for p in row.problems] == ["unreadable-name", "unreadable-date", "no-name"]
    assert all(len(p.what) < 300 for p in row.problems)
    assert len(row.cells[0]) == 90_000


def test_formulas_and_invisible_marks_in_cells_do_no_harm() -> None:
    (row,) = rows_of("Name,Remarks\n\u202eDana\u2069 Orlin,=1+1\n")
    assert row.cells == ("\u202eDana\u2069 Orlin", "=1+1")
    assert row.record is not None
    assert (row.record.name, row.record.remarks) == ("Dana Orlin", "=1+1")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs"), exclude_characters='"'), max_size=25),
        min_size=9,
        max_size=9,
    )
)
def test_any_cells_give_a_row_and_never_an_error(cells: list[str]) -> None:
    head = "Name\tFather's name\tDOB\tAge\tSex\tNationality\tCaptured on\tID\tRemarks\n"
    line = "\t".join(c.replace("\t", " ") for c in cells)
    (table,) = read_tables(("a.tsv", (head + "Dana Orlin\t\t\t\t\t\t\t\tx\n" + line + "\n").encode())).tables
    rows = list(read_people(table))
    assert rows[0].record is not None
    for row in rows:
        assert row.record is not None or row.problems


def test_a_bare_hijri_year_is_solar_where_the_country_counts_so():
    def born(nationality, text):
        return person(f"Name,Nationality,DOB\nReza Rahimi,{nationality},{text}\n").birth.edtf

    assert born("Iran", "1369") == "1990-03?/1991-03?"
    assert born("Afghan", "1370/5/7") == "1991-07-29?"
    assert born("Iran", "1990") == "1990"
    assert born("Syria", "1369") == born("Iran; Iraq", "1369") == "1949-10%/1950-10%"
    assert born("Iran", "1410 هـ").startswith("1989")  # where the calendar is written, it is that one
