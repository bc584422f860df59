"""``homeward names`` makes what is missing, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import REGISTER, answer, run_homeward


def test_indexes_that_are_missing_are_made_and_the_others_left_as_they_are(tmp_path: Path) -> None:
    file, register = tmp_path / "case.db", tmp_path / "register.csv"
    register.write_text(REGISTER, encoding="utf-8")
    run_homeward("init", "--user", "chief", "--title", "A case", file=file)
    run_homeward("add", "list", str(register), "--from", "A party", file=file)
    (index,) = (tmp_path / "case.db.names").glob("list-*")
    shutil.rmtree(index)
    assert answer("names", file=file) == {"cases": 1, "lists": 1}
    made = (index / "list.json").stat().st_mtime_ns
    assert "in order" in run_homeward("names", "--gently", file=file).stdout
    assert (index / "list.json").stat().st_mtime_ns == made
