"""Closing, reviews and purges by the command line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import answer, run_homeward
from tests.nursery import run_python

_SECOND = """
import django; django.setup()
from homeward.casework.actions.desk import add_user, grant_role
from homeward.casework.models import Role, User
chief = User.objects.get()
grant_role(chief, add_user(chief, "second"), Role.SUPERVISOR)
print(chief.username)
"""


def a_second_supervisor(file: Path) -> str:
    """Adds one; how the first is called."""
    told = {"HOMEWARD_FILE": str(file), "DJANGO_SETTINGS_MODULE": "homeward.server.settings"}
    done = run_python("-c", _SECOND, environment={**os.environ, **told})
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.slow
def test_a_persons_part_is_closed_looked_through_and_purged_by_two(own_case_file: Path) -> None:
    chief = a_second_supervisor(own_case_file)
    first, second = ("--user", chief), ("--user", "second")
    closed = answer("close", "P1", "--because", "came home", "--anyway", *first, file=own_case_file)
    assert closed["closed"]
    run_homeward("close", "P1", "--because", "taken anew", "--again", *first, file=own_case_file)
    assert answer("retention", "list", *first, file=own_case_file) == []
    answer("retention", "rule", "person", "30", "--because", "our agreement", *first, file=own_case_file)
    answer("close", "P1", "--because", "came home", "--anyway", *first, file=own_case_file)
    (due,) = answer("retention", "list", *first, file=own_case_file)
    kept = answer(
        "retention", "keep", str(due["number"]), "--until", "2999-01-01", "--because", "still asked about", *first,
        file=own_case_file,
    )  # fmt: skip
    assert kept["due_on"] == "2999-01-01"

    asked = answer("purge", "ask", "P1", "--rule", "retention", "--because", "time", *first, file=own_case_file)
    number = str(asked["number"])
    assert "forms of the name" in run_homeward("purge", "show", number, *second, file=own_case_file).stdout
    run_homeward("purge", "confirm", number, "--reference", "P1", *first, file=own_case_file, code=5)
    run_homeward("purge", "confirm", number, "--reference", "P2", *second, file=own_case_file, code=3)
    assert answer("purge", "confirm", number, "--reference", "P1", *second, file=own_case_file)["file_written_anew"]
    run_homeward("picture", "P1", *first, file=own_case_file, code=4)
    (gone,) = answer("purge", "list", *first, file=own_case_file)["purged"]
    assert (gone["ref"], gone["reason"]) == ("P1", "time")
    told = run_homeward("audit", "verify", *first, file=own_case_file).stdout
    assert "The audit is whole" in told
    assert "emptied by a purge" in told
    assert "Kovalchuk" not in own_case_file.read_bytes().decode("latin-1")

    refused = run_homeward("add", "person", "Kovalchuk, Anna", *second, file=own_case_file, code=6)
    assert "purged from this case: P1" in refused.stderr
    added = ("add", "person", "Kovalchuk, Anna", "--despite", "another woman of the name")
    assert answer(*added, *second, file=own_case_file)["ref"] != "P1"


def test_a_case_is_closed_and_opened_again(own_case_file: Path) -> None:
    run_homeward("close", "--because", "everybody is home", file=own_case_file)
    run_homeward("unanswered", file=own_case_file)
    told = answer("close", "--because", "one was taken anew", "--again", file=own_case_file)
    assert told["closed"] is False
