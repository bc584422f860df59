"""D14: of somebody who was purged no byte is left in the files of the desk, nor in a backup that is made then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.postgresql import Cluster
from tests.server.conftest import Place
from tests.server.test_backup import new_place

# But the name of a namesake, who is somebody else and stays: "Zephrik Qualtorm".
GONE = ("Квальторм", "QT-778812", "Ysbeth", "0799 123 456", "Maren Qualtorm", "Qualtorm was seen")

_BEGIN = """
import os
from pathlib import Path
import django; django.setup()
from django.db import connection
from homeward.casework.backup import back_up
from tests.casework.build import CaseFile
from tests.safety import test_d14_purged as d14
from homeward.casework import audit
from homeward.casework.models import Person, PurgeRequest, User
"""
_FILL = f"""{_BEGIN}
from homeward.casework.new_tables import make_tables
make_tables(connection)
from homeward.casework.list_index import index_of
from homeward.casework.people_names import names_of_people
file = CaseFile.new()
person = d14.a_case(file)
for held in file.case.lists.all():
    index_of(held)
names_of_people(file.case)
d14.a_supervisor(file)
d14.ask_purge(file.user, person, reason="the time has passed", rule="retention")
if connection.vendor == "postgresql":
    connection.cursor().execute("CHECKPOINT")
"""
_PURGE = f"""{_BEGIN}
asked = PurgeRequest.objects.get()
other = User.objects.get(username="second.supervisor")
_, written_anew = d14.confirm_purge(other, asked, typed=f"P{{asked.number}}")
assert written_anew and audit.verify().ok
if connection.vendor == "postgresql":
    connection.cursor().execute("CHECKPOINT")
if copy := os.environ.get("COPY"):
    back_up(User.objects.order_by("pk")[0], Path(copy))
"""


def bytes_held(place: Place, folder: Path, request: pytest.FixtureRequest) -> bytes:
    """Of every file of the desk: beside the case file, and of PostgreSQL its tables."""
    folders = [folder]
    if place.kind == "postgresql":
        server: Cluster = request.getfixturevalue("server")
        folders.append(server.folder / "data" / "base")
    files = [path for one in folders for path in sorted(one.rglob("*")) if path.is_file()]
    return b"\n".join(path.read_bytes() for path in files)


def left_in(held: bytes) -> list[str]:
    return [word for word in GONE if word.encode() in held or json.dumps(word)[1:-1].encode() in held]


@pytest.mark.slow
def test_d14_no_byte_of_them_is_left_in_the_files_of_the_desk_or_in_a_backup_made_since(
    place: Place, tmp_path: Path, request: pytest.FixtureRequest
):
    place.run("-c", _FILL)
    assert left_in(bytes_held(place, tmp_path, request)) == list(GONE), "each is there to be removed"
    copy = tmp_path.parent / f"{tmp_path.name}-backup"
    place.run("-c", _PURGE, COPY=str(copy))
    assert left_in(bytes_held(place, tmp_path, request)) == []
    # On another machine: the audit is whole, the placeholder is there, and nobody else.
    new = new_place(place.kind, request, tmp_path / "new")
    new.homeward("restore", str(copy))
    told = new.run("-c", f"{_BEGIN}assert audit.verify().ok\nprint(d14.everything_stored())").stdout
    assert left_in(told.encode()) == []
    assert "casework_purgerequest: the time has passed" in told


def test_d14_a_file_that_others_are_reading_is_written_anew_later(of_sqlite: Place):
    """Nobody is kept waiting for whoever reads: it is told, and asked for again."""
    of_sqlite.run("-c", _FILL)
    reading = _PURGE.replace("assert written_anew", "assert not written_anew").replace(
        "asked =",
        "import sqlite3; reader = sqlite3.connect(os.environ['HOMEWARD_FILE']); "
        "reader.execute('BEGIN'); reader.execute('SELECT count(*) FROM casework_person').fetchone()\nasked =",
    )
    of_sqlite.run("-c", reading)
    told = of_sqlite.homeward("purge", "scrub", HOMEWARD_USER="second.supervisor").stdout
    assert "Written anew" in told


@pytest.fixture
def of_sqlite(tmp_path: Path) -> Place:
    told = {"HOMEWARD_FILE": str(tmp_path / "desk.db"), "HOMEWARD_SECRET": "only-for-tests-" * 5}
    return Place("sqlite", told)
