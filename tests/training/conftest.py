"""An invented data folder, and the pairs that training makes of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.training.tiny_data import write_data
from training.names import data, readings
from training.names.data import Pairs, training_pairs


@pytest.fixture(scope="session")
def few() -> Iterator[pytest.MonkeyPatch]:
    """Few names made by rule, beside the few of the data."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("korean", "chinese", "manners"):
            whole = getattr(readings, kind)
            patch.setattr(data.readings, kind, lambda dice, count, whole=whole: whole(dice, min(count, 60)))
        yield patch


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """DATA, with invented rows."""
    path = tmp_path_factory.mktemp("data")
    write_data(path)
    return path


@pytest.fixture(scope="session")
def pairs(few: pytest.MonkeyPatch, folder: Path) -> list[Pairs]:
    return training_pairs(folder / "names", random.Random(7))
