"""By which nouns an English text introduces people, and that long runs of letters take no time."""

from __future__ import annotations

import time

import pytest

from homeward.reading.languages.en.introduced import introductions


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("The tailor Ansel Dray came.", "tailor", "Ansel Dray"),
        ("Leyla Marn, a podcaster who vanished from a taxi, was named.", "podcaster", "Leyla Marn"),
        ("A rancher named Elio Bravos took the list.", "rancher", "Elio Bravos"),
        ("Lt. Col. Moran Haldi read it out.", "lieutenant colonel", "Moran Haldi"),
        ("Spokesman, Capt. Moran Haldi: “No.”", "spokesman", "Moran Haldi"),
    ],
)
def test_somebody_is_introduced_by_a_noun(text: str, noun: str, name: str) -> None:
    assert (noun, name) in [(found, person.name) for found, person in introductions(text)]


@pytest.mark.parametrize(
    "text", ["The owner, Torsk Shipping, paid.", "The trawler Bella Noche sailed.", "On the list Ann Orm saw"]
)
def test_firms_ships_and_lists_are_nobody(text: str) -> None:
    assert not introductions(text)


@pytest.mark.parametrize("piece", ["A", "Aa-", "D'A-", "Aa ", "the aa "])
def test_long_runs_take_time_in_proportion(piece: str) -> None:
    started = time.perf_counter()
    introductions(piece * (200_000 // len(piece)))
    assert time.perf_counter() - started < 10  # 20 minutes where it grows with the square
