"""Two who do the same thing at the same moment: one gets through, the other is told what happened."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.server.conftest import Place, new_database

# `races` is one run of all of them in each kind of database; each test reads its own part.


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def races(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("races")
    if request.param == "sqlite":
        place = Place("sqlite", {"HOMEWARD_FILE": str(folder / "desk.db"), "HOMEWARD_SECRET": "only-for-tests-" * 5})
    else:
        place = new_database(request.getfixturevalue("server"), folder)
    told: dict[str, Any] = json.loads(place.run("-m", "tests.server.at_once").stdout)
    return told


@pytest.fixture
def one_of_two(races: dict[str, Any]) -> Callable[[str], dict[str, Any]]:
    """A race in which one act went through and the other was refused; and what was said to whoever came second."""

    def of(name: str) -> dict[str, Any]:
        race: dict[str, Any] = races[name]
        assert race["failed"] == []
        assert (len(race["done"]), len(race["refused"])) == (1, 1), race
        return race

    return of


def test_a_pair_is_judged_once_though_two_say_the_same(one_of_two: Callable[[str], dict[str, Any]]):
    race = one_of_two("same pair, same word")
    assert (race["judgements"], race["claims"], race["said"]) == (1, 1, "same")
    assert "judged K" in race["refused"][0] and "“Same person”" in race["refused"][0]
    assert "Nothing needs to be done" in race["refused"][0]


def test_of_two_who_judge_a_pair_otherwise_one_is_told_of_the_other(one_of_two: Callable[[str], dict[str, Any]]):
    race = one_of_two("same pair, other word")
    assert (race["judgements"], race["claims"]) == (1, 1 if race["said"] == "same" else 0)
    said = {"same": "“Same person”", "different": "“Not the same”"}[race["said"]]
    assert said in race["refused"][0] and "Worker" in race["refused"][0]


def test_a_row_does_not_become_two_people(one_of_two: Callable[[str], dict[str, Any]]):
    race = one_of_two("same row, two people")
    assert race["judgements"] == 1
    assert "a row is one person" in race["refused"][0]


def test_a_judgement_is_taken_back_once(races: dict[str, Any]):
    race = races["taken back twice"]
    assert race["failed"] == race["refused"] == []
    assert race["done"][0] == race["done"][1]
    assert race["judgements"] == 2


def test_a_proposal_is_accepted_once(races: dict[str, Any]):
    race = races["same proposal, accepted"]
    assert race["failed"] == race["refused"] == []
    assert race["done"][0] == race["done"][1], (
        "the second is given the decision of the first; the page says whose it is"
    )
    assert (race["decisions"], race["claims"]) == (1, 1)


def test_of_two_who_decide_a_proposal_otherwise_one_is_told_of_the_other(one_of_two: Callable[[str], dict[str, Any]]):
    race = one_of_two("same proposal, both ways")
    assert (race["decisions"], race["claims"]) == (1, 1 if race["accepted"] else 0)
    assert f"{'accepted' if race['accepted'] else 'rejected'} X" in race["refused"][0]
    assert "Worker" in race["refused"][0]


@pytest.mark.parametrize("name", ["same approval", "approval, both ways"])
def test_a_prepared_list_is_decided_once(one_of_two: Callable[[str], dict[str, Any]], name: str):
    race = one_of_two(name)
    assert (race["approvals"], race["lists"]) == (1, 1 if race["approves"] else 0)
    assert f"{'approved' if race['approves'] else 'sent back'} D" in race["refused"][0]
    assert "Worker" in race["refused"][0]


def test_a_report_that_two_bring_is_held_once(races: dict[str, Any]):
    race = races["same report"]
    assert race["failed"] == race["refused"] == []
    assert (len(set(race["done"])), race["captures"], race["parties"]) == (1, 1, 1)


def test_a_desk_is_opened_by_one(races: dict[str, Any]):
    race = races["desk"]
    assert race["failed"] == []
    assert (len(race["done"]), len(race["refused"])) == (1, 2)


def test_the_chain_of_the_audit_does_not_fork(races: dict[str, Any]):
    race = races["many reads and acts"]
    assert race["failed"] == race["refused"] == []
    assert (race["reads"], race["added"]) == (15, 15)
    assert race["chain"] == [True, True, ""]
    assert race["end"] is True
