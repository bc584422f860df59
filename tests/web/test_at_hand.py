"""What a server has at hand before it serves: opened indexes, nothing built, and somebody who builds."""

from __future__ import annotations

import shutil
import sys
import threading
from pathlib import Path

import pytest
from django.db import connections
from tests.casework.conftest import Desk
from tests.casework.test_find import a_list

from homeward.casework import list_index, name_upkeep, people_names
from homeward.casework.list_index import names_folder
from homeward.web import at_hand


def test_indexes_are_opened_and_none_is_built(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "close_all", lambda: None)  # the test goes on with its own
    desk.person("Marko Velaskin")
    there, missing = a_list(desk), a_list(desk, "Name\nWolfgang Zeiler\n")
    shutil.rmtree(names_folder() / f"list-{missing.pk}")
    list_index.forget()
    people_names.forget()
    at_hand.read_ahead()
    assert not (names_folder() / f"list-{missing.pk}").exists()
    assert [key[1] for key in list_index._of_arrived] == [there.pk]
    assert [key[1] for key in people_names._held] == [desk.case.pk]


@pytest.mark.django_db
def test_a_server_starts_without_a_case_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "close_all", lambda: None)
    at_hand.read_ahead()


def test_the_builder_is_a_program_of_its_own(tmp_path: Path) -> None:
    told = tmp_path / "told"
    code = f"import os, pathlib; pathlib.Path({str(told)!r}).write_text(os.environ['OPENBLAS_NUM_THREADS'])"
    at_hand.hire_builder((sys.executable, "-c", code))
    try:
        name_upkeep.ask()
        for _ in range(400):
            if told.exists() and told.read_text():
                break
            threading.Event().wait(0.05)
        assert told.read_text() == "1"
    finally:
        name_upkeep.dismiss()
