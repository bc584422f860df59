"""While somebody else puts indexes of names in order, a search finds with what there is and says what it left out."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.casework.conftest import Desk
from tests.casework.test_find import a_list

from homeward.casework import list_index, name_upkeep
from homeward.casework.find import find, find_as_typed
from homeward.casework.list_index import names_folder, put_in_order


def wait_for(what: Callable[[], bool]) -> None:
    for _ in range(400):
        if what():
            return
        time.sleep(0.05)
    pytest.fail("it did not come about")


def test_a_list_whose_index_is_missing_is_left_out_and_said_to_be_until_it_is_made(desk: Desk) -> None:
    stored = a_list(desk)
    shutil.rmtree(names_folder() / f"list-{stored.pk}")
    list_index.forget()
    asked = threading.Event()

    def build() -> bool:
        asked.set()
        return True

    name_upkeep.hire(build)
    try:
        for answer in (
            find(desk.worker, desk.case, "Ilka Tamorevic"),
            find_as_typed(desk.worker, desk.case, "Ilka Ta"),
        ):
            assert answer.unsearched == "1 list"
        found = find(desk.worker, desk.case, "Ilka Tamorevic")
        assert found.hits == () and "0 lists" in found.searched
        assert asked.wait(20)
        put_in_order(stored)  # as the builder does, in a process of its own
        found = find(desk.worker, desk.case, "Ilka Tamorevic")
        assert (found.hits[0].written, found.unsearched) == ("Ilka Tamorevic", "")
        assert "1 list" in found.searched
    finally:
        name_upkeep.dismiss()


def test_a_list_that_comes_in_where_somebody_builds_is_not_indexed_by_whoever_brings_it(desk: Desk) -> None:
    built = threading.Event()
    shutil.rmtree(names_folder())
    name_upkeep.hire(lambda: not built.set())
    try:
        stored = a_list(desk)
        assert not (names_folder() / f"list-{stored.pk}").exists()
        assert built.wait(20)
    finally:
        name_upkeep.dismiss()
    assert find(desk.worker, desk.case, "Ilka Tamorevic").hits[0].written == "Ilka Tamorevic"


def test_who_asked_before_there_was_a_builder_is_heard_when_there_is_one() -> None:
    built = threading.Event()
    with name_upkeep.only_opened():
        assert name_upkeep.is_at_work()
        name_upkeep.ask()
    assert not name_upkeep.is_at_work()
    name_upkeep.hire(lambda: not built.set())
    try:
        assert built.wait(20)
    finally:
        name_upkeep.dismiss()


def test_a_builder_that_fails_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []
    name_upkeep.hire(lambda: bool(tries.append(1)))
    try:
        name_upkeep.ask()
        wait_for(lambda: not name_upkeep.is_at_work())
        name_upkeep.ask()
        assert tries == [1]
    finally:
        name_upkeep.dismiss()


def test_two_do_not_build_at_once(tmp_path: Path) -> None:
    order: list[str] = []
    inside = threading.Event()

    def first() -> None:
        with name_upkeep.turn_to_build(tmp_path / "names"):
            inside.set()
            time.sleep(0.2)
            order.append("first")

    other = threading.Thread(target=first)
    other.start()
    assert inside.wait(20)
    with name_upkeep.turn_to_build(tmp_path / "names"):
        order.append("second")
    other.join()
    assert order == ["first", "second"]
    assert (tmp_path / "names").stat().st_mode & 0o077 == 0
