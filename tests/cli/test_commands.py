"""The commands, as a person runs them."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from homeward import __version__
from tests.cli.conftest import PEOPLE, answer, run_homeward


def test_a_person_is_found_in_a_register_in_another_script(case_file: Path) -> None:
    lines = answer("candidates", file=case_file)
    best = [line for line in lines if line["person_name"]["text"] == "Anna Kovalchuk"]
    assert best[0]["written"]["text"].startswith("Ковальчук Анна") or "Анна" in best[0]["written"]["text"]
    assert best[0]["row_number"] == 2
    assert best[0]["reasons"]
    namesakes = [line["probability"] for line in best[1:]]
    assert all(p < best[0]["probability"] - 0.2 for p in namesakes)


def test_the_version_says_how_the_name_engine_was_built() -> None:
    told = run_homeward("--version").stdout.strip()
    assert told in (f"homeward, version {__version__}; name engine: {state}" for state in (
        "compiled", "numpy alone (built without a C compiler)",
        "numpy alone (compiled.c has changed since it was built)",
    ))  # fmt: skip


def test_a_name_is_found_in_people_lists_and_reports(case_file: Path) -> None:
    hits = answer("find", "Ганна Ковальчук", file=case_file)["hits"]
    assert {"person", "list item", "report"} <= {hit["kind"] for hit in hits}


def test_a_judgement_makes_a_claim_and_undoing_it_takes_the_claim_out(own_case_file: Path) -> None:
    before = answer("picture", "P1", file=own_case_file)[0]["lines"]
    ref = answer("candidates", "--person", "P1", file=own_case_file)[0]["ref"]
    answer("judge", ref, "same", "--because", "same father and birth date", file=own_case_file)
    judged = answer("picture", "P1", file=own_case_file)[0]["lines"]
    assert len(judged) > len(before)
    assert all(line["source"]["ref"] and line["wording"]["text"] and line["said"] for line in judged)
    answer("judge", ref, "undo", "--because", "another Anna", file=own_case_file)
    assert answer("picture", "P1", file=own_case_file)[0]["lines"] == before


def test_a_proposal_is_accepted_and_taken_back(own_case_file: Path) -> None:
    proposals = answer("proposals", file=own_case_file)
    promise = next(p for p in proposals if p["kind"] == "commitment")
    answer("judge", promise["ref"], "accept", file=own_case_file)
    ledger = answer("promises", "--as-of", "2026-04-12", file=own_case_file)
    assert [line["due"] for line in ledger] == ["none given"]
    assert "find them" in ledger[0]["condition"]["text"]
    assert promise["ref"] not in [p["ref"] for p in answer("proposals", file=own_case_file)]
    answer("judge", promise["ref"], "undo", "--because", "said of others", file=own_case_file)
    assert answer("promises", file=own_case_file) == []


def test_a_list_stored_but_never_searched_is_searched_when_brought_again(own_case_file: Path, tmp_path: Path) -> None:
    register = tmp_path / "second.csv"
    register.write_text("Name;Born\nAnna Kovalchuk;1987\n", encoding="utf-8")
    words = ["add", "list", str(register), "--from", "Hospital No. 3"]
    assert answer(*words, "--no-match", file=own_case_file)["candidates"] == 0
    again = answer(*words, file=own_case_file)
    assert (again["already"], again["candidates"]) == (True, 1)
    assert answer(*words, file=own_case_file)["candidates"] == 0


def test_a_captured_file_altered_by_hand_is_noticed(own_case_file: Path) -> None:
    assert "are as they were captured" in run_homeward("audit", "verify", file=own_case_file).stdout
    with sqlite3.connect(own_case_file) as connection:
        connection.execute("DROP TRIGGER casework_capturecontent_no_update")
        connection.execute("UPDATE casework_capturecontent SET content = x'00'")
    connection.close()
    told = run_homeward("audit", "verify", file=own_case_file, code=6).stdout
    assert "A captured file was altered: R" in told


def test_a_list_that_is_not_complete_is_not_exported(own_case_file: Path) -> None:
    with sqlite3.connect(own_case_file) as connection:
        connection.execute("UPDATE casework_list SET arrived_at = NULL")
    connection.close()
    assert "not complete" in run_homeward("export", "L1", file=own_case_file, code=6).stderr


def test_a_judgement_without_a_reason_is_refused(case_file: Path) -> None:
    ref = answer("candidates", file=case_file)[0]["ref"]
    assert "reason" in run_homeward("judge", ref, "same", file=case_file, code=3).stderr


def test_a_claim_by_hand_needs_words_that_stand_in_the_report(own_case_file: Path) -> None:
    report = answer("proposals", file=own_case_file)[0]["source"]["ref"]
    words = ["claim", "add", "P1", "alive", "--report", report, "--speaker", "a nurse", "--anonymous"]
    run_homeward(*words, "--quote", "she is free", file=own_case_file, code=3)
    made = answer(*words, "--quote", "was seen alive in a clinic", "--relay", "Novik Agency", file=own_case_file)
    lines = answer("picture", "P1", file=own_case_file)[0]["lines"]
    assert [[link["name"] for link in line["chain"]] for line in lines] == [["a nurse", "Novik Agency", "Marj Wire"]]
    answer("claim", "withdraw", made["ref"], "--because", "the nurse meant another", file=own_case_file)
    picture = answer("picture", "P1", file=own_case_file)[0]
    assert picture["lines"] == []
    assert [line["withdrawn"] for line in picture["withdrawn"]] == ["the nurse meant another"]


def test_a_list_is_handed_over_answered_and_stays_unanswered_by_name(own_case_file: Path, tmp_path: Path) -> None:
    ours = tmp_path / "handed-over.csv"
    ours.write_text(PEOPLE, encoding="utf-8")
    file = own_case_file
    ours_words = ["--from", "Ministry", "--to", "Coast Movement", "--direction", "out", "--tie"]
    taken = answer("add", "list", str(ours), *ours_words, file=file)
    words = ["handover", taken["ref"], "--to", "Coast Movement", "--on", "2026-03-10", "--reply-due", "2026-04-10"]
    refused = run_homeward(*words, file=file, code=None)
    assert refused.returncode not in (0, 1)
    assert "harm" in refused.stderr
    answer(*words, "--basis", "mandate of the relatives", "--no-harm", "the names are known to the group", file=file)
    given = answer(
        "answer", taken["ref"], "searching", "--by", "Coast Movement", "--words", "we are looking", file=file
    )
    assert given["collective"]
    lines = answer("unanswered", "--as-of", "2026-05-10", file=file)
    assert len(lines) == 3
    assert {line["age_days"] for line in lines} == {61}
    assert {line["overdue_days"] for line in lines} == {30}
    picture = answer("picture", "P1", "--as-of", "2026-05-10", file=file)[0]
    assert not any(line["subject"] == "acknowledgement" for line in picture["lines"])
    undone = answer("answer", given["ref"], "undo", "--because", "meant another list", file=file)
    assert undone["undone"]


def test_taking_in_the_same_files_again_changes_nothing(own_case_file: Path, material: Path) -> None:
    head = answer("audit", "verify", file=own_case_file)["head"]
    register, report = str(material / "register.csv"), str(material / "report.txt")
    assert answer("add", "list", register, "--from", "Hospital No. 2", file=own_case_file)["already"]
    report_words = ["--publisher", "Marj Wire", "--published", "2026-03-12"]
    assert answer("add", "report", report, *report_words, file=own_case_file)["already"]
    again = answer("add", "people", str(material / "ours.csv"), file=own_case_file)
    assert (again["created"], again["completed"], again["unchanged"]) == ([], [], 3)
    acts = [event["act"] for event in answer("audit", "log", "--last", "100", file=own_case_file)]
    newer = acts[: len(acts) - head["number"]] if len(acts) < 100 else acts
    assert not {"take_in_list", "take_in_report", "add_person", "capture_file"} & set(newer)


def test_the_faults_of_a_list_are_all_told(case_file: Path, material: Path) -> None:
    told = answer("add", "list", str(material / "register.csv"), "--from", "X", "--preview", file=case_file)
    dates = [p for p in told["problems"] if p["row"] == 4]
    assert dates and "31.02.1994" in dates[0]["what"]


KINDS = (
    "people",
    "claims",
    "candidates",
    "proposals",
    "grid",
    "promises",
    "unanswered",
    "silences",
    "timeline",
    "sources",
)


@pytest.mark.parametrize(
    ("what", "form"),
    [
        *((what, "csv") for what in KINDS),
        ("L1", "csv"),
        ("L1", "xlsx"),
        ("L1", "json"),
        ("claims", "xlsx"),
        ("claims", "json"),
    ],
)
def test_everything_is_exported(what: str, form: str, case_file: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out.{form}"
    run_homeward("export", what, "--output", str(out), file=case_file)
    if form == "json":
        json.loads(out.read_text(encoding="utf-8-sig"))
    elif form == "xlsx":
        openpyxl.load_workbook(out).close()
    else:
        assert out.read_text(encoding="utf-8-sig")


def test_a_backup_comes_back_and_what_stood_there_is_kept(case_file: Path, tmp_path: Path) -> None:
    backup, place = tmp_path / "backup.db", tmp_path / "place.db"
    answer("backup", str(backup), file=case_file)
    run_homeward("restore", str(backup), "--file", str(place))
    assert answer("picture", file=place) == answer("picture", file=case_file)
    run_homeward("restore", str(backup), "--file", str(place), code=6)
    run_homeward("restore", str(backup), "--file", str(place), "--replace")
    assert list(tmp_path.glob("place.db.before-restore-*"))
    assert not list(tmp_path.glob(".*new*"))


def test_a_tampered_backup_is_not_restored(case_file: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"
    answer("backup", str(backup), file=case_file)
    with sqlite3.connect(backup) as database:
        for (trigger,) in database.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            database.execute(f'drop trigger "{trigger}"')
        database.execute("delete from casework_auditevent where number = 3")
    database.close()
    refused = run_homeward("restore", str(backup), "--file", str(tmp_path / "place.db"), code=3)
    assert "event 3" in refused.stderr
    assert not (tmp_path / "place.db").exists()


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert "damaged" in run_homeward("picture", file=bad, code=3).stderr
    assert "damaged" in run_homeward("restore", str(bad), "--file", str(tmp_path / "x.db"), code=3).stderr


def test_without_a_case_file_the_way_on_is_told(tmp_path: Path) -> None:
    told = run_homeward("picture", cwd=tmp_path, code=4)
    assert "homeward init" in told.stderr


@pytest.mark.parametrize(("words", "code"), [
    (["picture", "P999"], 4),
    (["picture", "Z1"], 3),
    (["picture", "L1"], 3),
    (["judge", "P1", "same", "--because", "x"], 3),
    (["add", "list", "nowhere.csv", "--from", "X"], 2),
    (["nonsense"], 2),
    (["picture", "--user", "nobody"], 4),
    (["picture", "--case", "nothing"], 4),
    (["audit", "log", "--last", "-3"], 2),
    (["backup", "/nowhere/at/all/x.db"], 3),
    (["handover", "L1", "--to", "Nobody We Know", "--on", "2026"], 4),
])  # fmt: skip
def test_a_mistake_has_its_exit_code_and_one_clear_message(words: list[str], code: int, case_file: Path) -> None:
    told = run_homeward(*words, file=case_file, code=code)
    assert told.stderr.strip()


def test_an_error_in_json_has_its_fields(case_file: Path) -> None:
    told = run_homeward("picture", "P999", "--json", file=case_file, code=4)
    assert set(json.loads(told.stdout)["error"]) >= {"kind", "what", "remedy"}


def test_the_help_of_a_subcommand_needs_no_case_file(tmp_path: Path) -> None:
    assert "Usage: homeward silence record" in run_homeward("silence", "record", "--help", cwd=tmp_path).stdout


def test_a_party_is_recorded_and_known_by_its_other_name(own_case_file: Path) -> None:
    file = own_case_file
    answer("add", "party", "Northern Relief", "--kind", "organisation", "--also", "the Relief", file=file)
    told = run_homeward("answer", "L1", "searching", "--by", "the relief", "--words", "we look", file=file, code=None)
    assert "no party" not in told.stderr


def test_two_lists_are_matched_without_a_case_file(material: Path, tmp_path: Path) -> None:
    done = run_homeward("match", str(material / "ours.csv"), str(material / "register.csv"), "--json", cwd=tmp_path)
    pairs = json.loads(done.stdout)["pairs"]
    assert [(p["our_row"], p["their_row"]) for p in pairs] == [(2, 2)]
    out = tmp_path / "pairs.xlsx"
    run_homeward(
        "match", str(material / "ours.csv"), str(material / "register.csv"), "--output", str(out), cwd=tmp_path
    )
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    assert sheet.max_row == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["pairs.xlsx"]


def test_a_stopped_import_goes_on_and_doubles_nothing(own_case_file: Path, tmp_path: Path) -> None:
    rows = 15_000
    big = tmp_path / "big.csv"
    names = (f"Name{i % 977} Family{i % 1009};{1950 + i % 50};town {i % 31}" for i in range(rows))
    big.write_text("Name;Year of birth;Place\n" + "\n".join(names) + "\n", encoding="utf-8")
    words = ["add", "list", str(big), "--from", "Big Register", "--no-match", "--file", str(own_case_file)]
    code = "from homeward.cli import main; main()"
    for stop in (signal.SIGKILL, signal.SIGINT):
        running = subprocess.Popen(
            [sys.executable, "-c", code, *words], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 300
        while time.monotonic() < deadline and _stored(own_case_file) < 5_000 and running.poll() is None:
            time.sleep(0.02)
        running.send_signal(stop)
        running.communicate(timeout=300)
        assert sqlite3.connect(own_case_file).execute("pragma integrity_check").fetchone() == ("ok",)
        assert _stored(own_case_file) <= rows + 4
    done = answer("add", "list", str(big), "--from", "Big Register", "--no-match", file=own_case_file)
    assert done["rows"] == rows
    assert _stored(own_case_file) == rows + 4
    assert answer("audit", "verify", file=own_case_file)["ok"]


def _stored(file: Path) -> int:
    database = sqlite3.connect(file, timeout=30)
    try:
        count: int = database.execute("select count(*) from casework_listitem").fetchone()[0]
        return count
    finally:
        database.close()
