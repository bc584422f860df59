"""A case file on disk and the program as a person runs it: another process, real files."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.nursery import run_python

Run = Callable[..., subprocess.CompletedProcess[str]]
PROGRAM = "from homeward.cli import main; main()"


def run_homeward(*words: str, file: Path | None = None, code: int | None = 0, cwd: Path | None = None) -> Any:
    """Run the program in a process of its own; with `code`, check its exit code."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("HOMEWARD_")}
    environment |= {"PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}
    if file is not None:
        environment["HOMEWARD_FILE"] = str(file)
    done = run_python("-c", PROGRAM, *words, environment=environment, folder=cwd or Path.cwd(), timeout=120)
    if code is not None:
        assert done.returncode == code, f"{words}\nout: {done.stdout}\nerr: {done.stderr}"
    assert "Traceback" not in done.stderr, done.stderr
    return done


def answer(*words: str, file: Path, code: int = 0) -> Any:
    """What the program answers in JSON."""
    return json.loads(run_homeward(*words, "--json", file=file, code=code).stdout)


PEOPLE = """id;Name;Имя;Date of birth;Father's name;Sex;Nationality
HW-1;Anna Kovalchuk;Анна Ковальчук;09.04.1987;Petro;f;UA/IL
HW-2;Tamar Beridze;Тамара Беридзе;1990;Giorgi;f;GE/IL
HW-3;Somchai Boonmee;Сомчай Бунми;17.02.1995;Prasert;m;TH
"""

REGISTER = """№;Фамилия;Имя;Отчество;Дата рождения;Место
1;Ковальчук;Анна;Петровна;09.04.1987;Больница № 2
2;Ковальчук;Инна;Сергеевна;11.12.1961;Больница № 2
3;Соколов;Игорь;Павлович;31.02.1994;Школа
4;Мельник;Ольга;Ивановна;1970;Школа
"""

REPORT = """Group says it is looking for missing crew

A spokesman for the Coast Movement, Idris Walad, told Novik Agency on Tuesday that the group had received
the list of three names from the ministry.

"We are looking for these people," Walad said. "As soon as we find them, we will release them."

Anna Kovalchuk was seen alive in a clinic in February, a nurse told Novik Agency.
"""


@pytest.fixture(scope="session")
def material(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of invented people, as others send them."""
    folder = tmp_path_factory.mktemp("material")
    (folder / "ours.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "register.csv").write_text(REGISTER, encoding="cp1251")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def case_file(tmp_path_factory: pytest.TempPathFactory, material: Path) -> Path:
    """A case file with three people, a register and a report taken in, made once; tests that change it copy it."""
    file = tmp_path_factory.mktemp("desk") / "case.db"
    run_homeward("init", "--title", "The crew of the Alma", "--user", "m.arden", file=file)
    run_homeward("add", "people", str(material / "ours.csv"), file=file)
    run_homeward(
        "add", "list", str(material / "register.csv"), "--from", "Hospital No. 2", "--as-of", "2026-02", file=file
    )
    run_homeward(
        "add",
        "report",
        str(material / "report.txt"),
        "--publisher",
        "Marj Wire",
        "--published",
        "2026-03-12",
        file=file,
    )
    return file


@pytest.fixture
def own_case_file(case_file: Path, tmp_path: Path) -> Path:
    """A copy that the test may change."""
    copy = tmp_path / "case.db"
    with contextlib.closing(sqlite3.connect(case_file)) as whole:
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(case_file, copy)
    return copy
