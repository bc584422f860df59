"""A backup brought back into a new place holds the same, its audit whole and its guards laid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import PEOPLE
from tests.server.conftest import Place, new_database


@pytest.fixture
def another(place: Place, request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """A second empty place of the same kind, as on a new machine."""
    if place.kind == "postgresql":
        return new_database(request.getfixturevalue("server"), tmp_path / "new")
    return Place("sqlite", {**place.told, "HOMEWARD_FILE": str(tmp_path / "new.db")})


@pytest.fixture
def filled(place: Place, tmp_path: Path) -> Place:
    """A desk with three people, as the command line makes it."""
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    place.homeward("init", "--user", "ada", "--title", "The northern list")
    place.homeward("add", "people", str(people))
    return place


def audit_of(place: Place) -> Any:
    return json.loads(place.homeward("audit", "verify", "--json").stdout)


def test_what_was_backed_up_comes_back_with_its_audit_whole(filled: Place, another: Place, tmp_path: Path):
    told = json.loads(filled.homeward("backup", str(tmp_path / "copy"), "--json").stdout)
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0
    head = f"{told['head']['number']}:{told['head']['hash']}"
    another.homeward("restore", str(tmp_path / "copy"))
    verified = json.loads(another.homeward("audit", "verify", "--head", head, "--json").stdout)
    assert verified["ok"] and verified["events"] >= told["head"]["number"]
    people = [json.loads(p.homeward("export", "people", "--format", "json").stdout) for p in (filled, another)]
    assert people[0] == people[1]
    assert len(people[0]) == 3
    assert "Anna Kovalchuk" in json.dumps(people[1])


def test_what_was_brought_back_is_guarded_and_goes_on(filled: Place, another: Place, tmp_path: Path):
    filled.homeward("backup", str(tmp_path / "copy"))
    another.homeward("restore", str(tmp_path / "copy"))
    code = (
        "import django; django.setup()\n"
        "from homeward.casework.models import NameForm\n"
        "NameForm.objects.update(text='somebody else')"
    )
    assert "only added" in another.run("-c", code, code=1).stderr
    before = audit_of(another)["events"]
    another.homeward("add", "party", "Tarvia Wire")
    after = audit_of(another)
    assert after["ok"] and after["events"] > before


def test_a_backup_is_not_brought_back_over_a_case_file(filled: Place, tmp_path: Path):
    filled.homeward("backup", str(tmp_path / "copy"))
    before = audit_of(filled)["events"]
    assert "already" in filled.homeward("restore", str(tmp_path / "copy"), code=6).stderr
    assert audit_of(filled)["events"] >= before


def test_a_damaged_backup_is_refused_and_leaves_nothing(filled: Place, another: Place, tmp_path: Path):
    copy = tmp_path / "copy"
    filled.homeward("backup", str(copy))
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2])
    assert "Use another" in another.homeward("restore", str(copy), code=3).stderr
    assert "there is no case file" in another.homeward("audit", "verify", code=4).stderr
    copy.write_bytes(whole)
    another.homeward("restore", str(copy))


def test_a_backup_is_not_written_over_a_file(filled: Place, tmp_path: Path):
    (tmp_path / "copy").write_text("mine")
    filled.homeward("backup", str(tmp_path / "copy"), code=6)
    assert (tmp_path / "copy").read_text() == "mine"


def test_a_file_that_is_named_is_meant_whatever_the_environment_says(postgresql: Place, tmp_path: Path):
    postgresql.homeward("init", "--user", "ada", "--title", "In the database")
    postgresql.homeward("init", "--user", "bela", "--title", "In the file", "--file", str(tmp_path / "own.db"))
    told = postgresql.homeward("audit", "log", "--file", str(tmp_path / "own.db"), "--json").stdout
    assert {event["user"] for event in json.loads(told)} == {"bela"}
    assert {event["user"] for event in json.loads(postgresql.homeward("audit", "log", "--json").stdout)} == {"ada"}


def test_a_database_without_a_case_file_and_one_that_is_not_there_are_told_apart(postgresql: Place, tmp_path: Path):
    assert "homeward init" in postgresql.homeward("audit", "log", code=4).stderr
    nowhere = "postgresql:///nothing?host=" + str(tmp_path)
    told = postgresql.homeward("audit", "log", code=3, HOMEWARD_DATABASE_URL=nowhere).stderr
    assert "cannot be reached" in told and "Traceback" not in told


def test_a_desk_that_is_well_is_told_so(filled: Place):
    told = json.loads(filled.homeward("check", "--json", HOMEWARD_HTTPS="no", code=None).stdout)
    assert told["parts"] == {"database": True, "migrations": True, "audit": True, "disk": True}
    if filled.kind == "postgresql":
        done = filled.homeward("check", HOMEWARD_HTTPS="yes", HOMEWARD_HOSTS="desk.example")
        assert "The settings are as they should be." in done.stderr + done.stdout


def test_a_case_file_in_a_database_is_brought_up_to_date_by_one_command(postgresql: Place):
    postgresql.homeward("init", "--user", "ada", "--title", "The northern list")
    postgresql.run("manage.py", "migrate", "casework", "0005", "--verbosity", "0")
    assert "init --upgrade" in postgresql.homeward("audit", "log", code=6).stderr
    postgresql.homeward("init", "--upgrade")
    assert audit_of(postgresql)["ok"]
