"""What is exported of a list, and where to. Every person is invented."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest
from django.conf import settings

from homeward.cli.export_command import list_rows
from homeward.cli.findings_command import LANGUAGES
from homeward.cli.output import write_whole
from homeward.errors import BadInputError
from homeward.exchange import read_pfif
from tests.cli.conftest import answer, run_homeward

SEVERAL = """Found
Name,Age
Dana Orlin,34
Gleb Zimin,51

Not found
Age,Prison,Name,Name
44,North,Oleg Krotov,Олег Кротов
"""


def test_rows_of_several_tables_stand_under_their_own_headings(own_case_file: Path, tmp_path: Path) -> None:
    brought = tmp_path / "several.csv"
    brought.write_text(SEVERAL, encoding="utf-8")
    ref = answer("add", "list", str(brought), "--from", "Coast Movement", "--no-match", file=own_case_file)["ref"]
    written = run_homeward("export", ref, "--format", "csv", file=own_case_file).stdout.removeprefix("\ufeff")
    assert list(csv.reader(io.StringIO(written))) == [
        ["table", "row", "Name", "Age", "Prison", "Name (2)"],
        ["several", "3", "Dana Orlin", "34", "", ""],
        ["several", "4", "Gleb Zimin", "51", "", ""],
        ["several (2)", "8", "Oleg Krotov", "44", "North", "Олег Кротов"],
    ]
    last = json.loads(run_homeward("export", ref, "--format", "json", file=own_case_file).stdout)[-1]
    assert (last["Name"], last["Name (2)"]) == ("Oleg Krotov", "Олег Кротов")


def test_a_list_of_one_table_keeps_its_headings() -> None:
    table = {"name": "a", "headings": ["row", "Name", "", ""], "letters": ["A", "B", "C", "D"]}
    headings, rows = list_rows([table], [("a", 2, ("1", "Dana Orlin", "x", "y")), ("a", 3, ("2", "Gleb Zimin"))])
    assert headings == ["row", "row (2)", "Name", "column C", "column D"]
    assert list(rows) == [[2, "1", "Dana Orlin", "x", "y"], [3, "2", "Gleb Zimin", "", ""]]


@pytest.mark.parametrize("what", [["export", "people"], ["findings"]])
def test_a_folder_that_is_not_there_is_named(what: list[str], case_file: Path, tmp_path: Path) -> None:
    told = run_homeward(*what, "--output", str(tmp_path / "nowhere" / "x.csv"), file=case_file, code=3)
    assert "nowhere" in told.stderr
    assert "folder" in told.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(BadInputError) as refused:
        write_whole(tmp_path / "out.csv", b"x")
    assert refused.value.problem.kind == "not-written"
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_people_leave_in_a_format_once_they_are_released(own_case_file: Path, tmp_path: Path) -> None:
    file = own_case_file
    asked = ["export", "P1", "P2", "--format", "pfif", "--to", "Tracing Office", "--why", "asked by the family"]
    run_homeward(*asked[:5], file=file, code=3)
    run_homeward(*asked, file=file, code=4)  # nobody is recorded by this name
    run_homeward("add", "party", "Tracing Office", file=file)
    told = answer(*asked, "--leaves", "sex", "--claims", file=file)
    assert [row for row in told["leaves"] if row[2] == "full_name"] == [
        ["P1", "", "full_name", "Anna Kovalchuk"],
        ["P2", "", "full_name", "Tamar Beridze"],
    ]
    assert not [row for row in told["leaves"] if row[2] == "date_of_birth"], "only what was asked for"
    ref = told["ref"]
    run_homeward("export", ref, file=file, code=6)
    refused = run_homeward("export", ref, "--release", file=file, code=6)
    assert "no harm assessment" in refused.stderr
    out, harm = tmp_path / "people.xml", ("--basis", "the family's wish", "--no-harm", "they are known there")
    run_homeward("export", ref, "--release", *harm, "--output", str(out), file=file)
    read = read_pfif(out.name, out.read_bytes())
    assert [one.full_name for one in read.persons] == ["Anna Kovalchuk", "Tamar Beridze"]
    assert read.problems == ()
    assert hashlib.sha256(out.read_bytes()).hexdigest() == told["sha256"]


def test_the_ledger_is_written_as_its_page_gives_it(case_file: Path) -> None:
    written = run_homeward("export", "promises", "--format", "csv", file=case_file).stdout.removeprefix("\ufeff")
    assert next(csv.reader(io.StringIO(written)))[:4] == ["Reference", "The words", "Condition", "Promised by"]


def test_the_findings_page_is_written_in_the_language_asked_for(case_file: Path, tmp_path: Path) -> None:
    written = {}
    for language in ("", "he"):
        out = tmp_path / f"page{language}.html"
        chosen = ["--language", language] if language else []
        run_homeward("findings", "--as-of", "2026-06-30", "--output", str(out), *chosen, file=case_file)
        written[language] = out.read_text(encoding="utf-8")
    assert '<html lang="en" dir="ltr">' in written[""] and "The picture now" in written[""]
    assert '<html lang="he" dir="rtl">' in written["he"] and "The picture now" not in written["he"]
    run_homeward("findings", "--language", "xx", file=case_file, code=2)


def test_every_language_of_the_desk_can_be_asked_for() -> None:
    assert [code for code, _ in settings.LANGUAGES] == list(LANGUAGES)
