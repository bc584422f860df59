"""What holds for all tests."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from typing import Any

import pytest

# A process that a test starts keeps what it compiled of the program, or each would compile it anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


_LONGEST = {
    "test_matrix.py", "test_commands.py", "test_backup.py", "test_journey_11_claim_of_death.py",
    "test_journey_12_returned.py",
}  # fmt: skip
_migrating = pytest.MonkeyPatch()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest come first, or one core would wait for another at the end."""
    items.sort(key=lambda item: item.path.name not in _LONGEST)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, Any, Any]:
    """What is read while tests are collected stays to the end; looking for what could go takes half of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """The tests' own database is made as `homeward init` makes one: at once, and not step by step."""
    from django.core import management
    from django.db import connections

    from homeward.casework.new_tables import make_tables

    step_by_step = management.call_command

    def at_once(name: str, *words: Any, **told: Any) -> Any:
        if name == "migrate":
            make_tables(connections[told["database"]])
        return step_by_step(name, *words, **told)

    _migrating.setattr(management, "call_command", at_once)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """It is made by now."""
    _migrating.undo()
