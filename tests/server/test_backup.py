"""A backup brought back into a new place holds the same, its audit whole and its guards laid."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import PEOPLE
from tests.server.conftest import Place, new_database


def new_place(kind: str, request: pytest.FixtureRequest, folder: Path) -> Place:
    folder.mkdir(exist_ok=True)
    if kind == "postgresql":
        return new_database(request.getfixturevalue("server"), folder)
    return Place("sqlite", {"HOMEWARD_FILE": str(folder / "desk.db"), "HOMEWARD_SECRET": "only-for-tests-" * 5})


@dataclass
class Kept:
    """A desk with three people, its backup, and the head of the audit that was noted then."""

    desk: Place
    copy: Path
    head: str
    events: int


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("kept")
    desk = new_place(request.param, request, folder)
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    desk.homeward("init", "--user", "ada", "--title", "The northern list")
    desk.homeward("add", "people", str(folder / "people.csv"))
    told = json.loads(desk.homeward("backup", str(folder / "copy"), "--json").stdout)
    number, digest = told["head"]["number"], told["head"]["hash"]
    return Kept(desk, folder / "copy", f"{number}:{digest}", number)


def test_what_was_backed_up_comes_back_guarded_with_its_audit_whole(
    kept: Kept, request: pytest.FixtureRequest, tmp_path: Path
):
    assert kept.copy.stat().st_mode & 0o077 == 0
    new = new_place(kept.desk.kind, request, tmp_path / "new")
    damaged = tmp_path / "damaged"
    damaged.write_bytes(kept.copy.read_bytes()[: kept.copy.stat().st_size // 2])
    assert "damaged" in new.homeward("restore", str(damaged), code=3).stderr

    new.homeward("restore", str(kept.copy))
    verified = json.loads(new.homeward("audit", "verify", "--head", kept.head, "--json").stdout)
    assert verified["ok"] and verified["events"] >= kept.events
    code = (
        "import django; django.setup()\n"
        "from homeward.casework.models import NameForm\n"
        "assert NameForm.objects.filter(text='Anna Kovalchuk').exists()\n"
        "from django.db import IntegrityError\n"
        "try: NameForm.objects.update(text='somebody else')\n"
        "except IntegrityError as error: print(error)"
    )
    assert "only added" in new.run("-c", code).stdout
    new.homeward("add", "party", "Tarvia Wire")
    assert audit_of(new)["ok"]


def audit_of(place: Place) -> Any:
    return json.loads(place.homeward("audit", "verify", "--json").stdout)


def test_a_backup_is_written_over_nothing_and_brought_back_over_nothing(kept: Kept, tmp_path: Path):
    (tmp_path / "mine").write_text("mine")
    kept.desk.homeward("backup", str(tmp_path / "mine"), code=6)
    assert (tmp_path / "mine").read_text() == "mine"
    assert "already" in kept.desk.homeward("restore", str(kept.copy), code=6).stderr
    assert audit_of(kept.desk)["ok"]


def test_a_desk_is_told_what_is_well_and_what_is_not(kept: Kept):
    served = kept.desk.kind == "postgresql"
    done = kept.desk.homeward("check", "--json", HOMEWARD_HTTPS="yes" if served else "no")
    told = json.loads(done.stdout)
    assert told["parts"] == {"database": True, "migrations": True, "audit": True, "disk": True}
    assert (told["ok"], told["settings"]) == (True, [])
    if served:
        told = json.loads(kept.desk.homeward("check", "--json", HOMEWARD_HTTPS="no", code=6).stdout)
        assert "security.W012" in {setting["id"] for setting in told["settings"]}


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


def test_a_case_file_in_a_database_is_brought_up_to_date_by_one_command(postgresql: Place):
    postgresql.homeward("init", "--user", "ada", "--title", "The northern list")
    postgresql.run("manage.py", "migrate", "casework", "0017", "--verbosity", "0")
    assert "init --upgrade" in postgresql.homeward("audit", "log", code=6).stderr
    postgresql.homeward("init", "--upgrade")
    assert audit_of(postgresql)["ok"]


def test_a_case_file_of_one_machine_moves_into_the_database_of_a_desk(postgresql: Place, tmp_path: Path):
    told = {"HOMEWARD_FILE": str(tmp_path / "own.db"), "HOMEWARD_SECRET": "only-for-tests-" * 5}
    own = Place("sqlite", told)
    own.run("-m", "tests.server.filled_desk")
    digest = sha256(Path(told["HOMEWARD_FILE"]).read_bytes()).hexdigest()
    was = contents_of(own)
    assert len(was) > 50 and was["casework_claim"] and "django_session" not in was

    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(Path(told["HOMEWARD_FILE"]).read_bytes()[:200_000])
    postgresql.homeward("restore", str(damaged), code=3)
    assert "no case file" in postgresql.homeward("audit", "log", code=4).stderr
    done = postgresql.homeward("restore", told["HOMEWARD_FILE"])
    assert "every row compared" in done.stdout
    assert contents_of(postgresql) == was
    assert sha256(Path(told["HOMEWARD_FILE"]).read_bytes()).hexdigest() == digest
    assert "already" in postgresql.homeward("restore", told["HOMEWARD_FILE"], code=6).stderr

    user = re.findall(r"keeper\d+", str(was["casework_user"]))[0]
    postgresql.homeward("add", "party", "Tarvia Wire", "--user", user)  # numbers go on where they stood
    assert contents_of(postgresql)["casework_party"] != was["casework_party"]
    code = "import django; django.setup()\nfrom homeward.casework import audit; assert audit.verify().ok"
    postgresql.run("-c", code)


@pytest.mark.slow
def test_a_case_file_of_an_older_shape_is_brought_up_to_date_before_it_moves(postgresql: Place, tmp_path: Path):
    told = {"HOMEWARD_FILE": str(tmp_path / "own.db"), "HOMEWARD_SECRET": "only-for-tests-" * 5}
    own = Place("sqlite", told)
    own.homeward("init", "--user", "ada", "--title", "The northern list")
    own.run("manage.py", "migrate", "casework", "0005", "--verbosity", "0")
    assert "init --upgrade" in postgresql.homeward("restore", told["HOMEWARD_FILE"], code=6).stderr
    own.homeward("init", "--upgrade")
    postgresql.homeward("restore", told["HOMEWARD_FILE"])
    assert audit_of(postgresql)["ok"]


def contents_of(place: Place) -> dict[str, list[str]]:
    """All rows of all tables but sessions, as JSON."""
    code = (
        "import django, json; django.setup()\n"
        "from django.apps import apps; from django.db.models import QuerySet\n"
        "plain = lambda value: bytes(value).hex() if isinstance(value, memoryview | bytes) else str(value)\n"
        "told = {}\n"
        "for model in apps.get_models(include_auto_created=True):\n"
        "    if model.__name__ == 'Session': continue\n"
        "    names = [field.attname for field in model._meta.concrete_fields]\n"
        "    rows = QuerySet(model).order_by('pk').values_list(*names)\n"
        "    told[model._meta.db_table] = [json.dumps(row, sort_keys=True, default=plain) for row in rows]\n"
        "print(json.dumps(told))"
    )
    return dict(json.loads(place.run("-c", code).stdout))
