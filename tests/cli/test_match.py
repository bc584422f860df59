"""Two lists matched without a case file. Every person is invented."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from homeward.cli.match_command import match_people
from homeward.records import NameKind, PersonRecord, WrittenName
from tests.cli.conftest import run_homeward
from tests.exchange.list_files import xlsx

PEOPLE = [["Name", "Age"], ["Dana Orlin", 34], ["Gleb Zimin", 51]]


def test_a_row_is_told_by_its_sheet_and_its_number_there(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.xlsx"
    ours.write_text("Name\nOleg Krotov\nГлеб Зимин\n", encoding="utf-8")
    theirs.write_bytes(xlsx(PEOPLE, South=[["Title", None], ["Name", "Sex"], ["Oleg Krotov", "M"]]))
    told = run_homeward("match", str(ours), str(theirs), "--json", cwd=tmp_path)
    pairs = json.loads(told.stdout)["pairs"]
    places = [(p["our_table"], p["our_row"], p["their_table"], p["their_row"]) for p in pairs]
    assert places == [("", 2, "South", 3), ("", 3, "Sheet", 3)]
    out = tmp_path / "pairs.csv"
    run_homeward("match", str(ours), str(theirs), "--output", str(out), cwd=tmp_path)
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[0][:5] == ["our row", "our name", "their table", "their row", "their name"]
    assert rows[1][:5] == ["2", "Oleg Krotov", "South", "3", "Oleg Krotov"]


def test_a_name_that_is_only_a_part_finds_nobody() -> None:
    ours = PersonRecord("2", (WrittenName("Krotov"),))
    theirs = PersonRecord("7", (WrittenName("Dana Orlin"), WrittenName("Krotov", NameKind.MOTHER)))
    assert match_people({("", 2): ours}, {("", 7): theirs}, top=3, at_least=0.0, quiet=True) == []
    alone = PersonRecord("7", (WrittenName("Krotov", NameKind.FAMILY),))
    assert len(match_people({("", 2): ours}, {("", 7): alone}, top=3, at_least=0.0, quiet=True)) == 1


def test_a_workbook_is_not_half_written_where_the_format_is_unknown(tmp_path: Path) -> None:
    brought = tmp_path / "a.csv"
    brought.write_text("Name\nOleg Krotov\n", encoding="utf-8")
    run_homeward("match", str(brought), str(brought), "--output", str(tmp_path / "x.doc"), cwd=tmp_path, code=3)
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]
