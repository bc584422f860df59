"""The desk in processes of its own, on each database that can hold a case file."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from tests.nursery import run_python
from tests.postgresql import MISSING, Cluster, cluster, environment, programs

_numbers = count(1)


@dataclass
class Place:
    """An empty place for a case file, as the environment tells it."""

    kind: str
    told: dict[str, str]

    def environment(self, **more: str) -> dict[str, str]:
        known = {k: v for k, v in os.environ.items() if not k.startswith("HOMEWARD_")}
        return {**known, "DJANGO_SETTINGS_MODULE": "homeward.server.settings"} | (self.told | more)

    def run(self, *words: str, code: int | None = 0, **more: str) -> subprocess.CompletedProcess[str]:
        """Run Python, ``-m module`` or ``-c code``, and check how it ended."""
        done = run_python(*words, environment=self.environment(**more))
        assert code is None or done.returncode == code, (words, done.stdout, done.stderr)
        return done

    def homeward(self, *words: str, code: int | None = 0, **more: str) -> subprocess.CompletedProcess[str]:
        return self.run("-c", "from homeward.cli import main; main()", *words, code=code, **more)


@pytest.fixture(scope="session")
def server() -> Iterator[Cluster]:
    """A PostgreSQL of our own; without one the tests that ask for it are skipped."""
    if programs() is None:
        pytest.skip(MISSING)
    with cluster() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty place for a case file, in each kind of database."""
    if request.param == "sqlite":
        told = {"HOMEWARD_FILE": str(tmp_path / "desk.db"), "HOMEWARD_SECRET": "only-for-tests-" * 5}
        return Place("sqlite", told)
    return new_database(request.getfixturevalue("server"), tmp_path)


@pytest.fixture
def postgresql(server: Cluster, tmp_path: Path) -> Place:
    return new_database(server, tmp_path)


def new_database(server: Cluster, folder: Path) -> Place:
    return Place("postgresql", environment(server.create(f"desk{next(_numbers)}"), folder))
