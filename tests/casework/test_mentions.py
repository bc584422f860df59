"""Silence is searched for, not believed: what counts as a mention, and what a false silence is told."""

from __future__ import annotations

import pytest
from tests.casework.conftest import Desk

from homeward.casework.actions.silences import CoverageRow, record_silence
from homeward.casework.mentions import mentions_in, terms_to_search
from homeward.casework.models import SilenceFinding
from homeward.errors import BadInputError
from homeward.records import SilenceVerdict


def find_silence(desk: Desk, text: str, *terms: str, verdict: SilenceVerdict = SilenceVerdict.NO_MENTION):
    capture = desk.capture(text)
    return record_silence(
        desk.worker,
        desk.case,
        event="the visit of 2 March",
        verdict=verdict,
        coverage=[CoverageRow("Tarvia Wire", verdict, True, capture)],
        terms=[{"script": "", "term": term} for term in terms],
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The envoy asked after Marko Velaskin at length.", "Marko Velaskin"),
        ("Посол спросил о Марко Веласкине.", "Марко Веласкине"),
        ("They spoke of THE   FISHERMEN, and of grain.", "THE FISHERMEN"),
        ("The envoy raised the Brava crew.", "Brava crew"),
    ],
)
def test_a_text_that_names_somebody_is_not_silent(desk: Desk, text: str, words: str) -> None:
    desk.person(group_terms=["the fishermen"])
    with pytest.raises(BadInputError, match=f"“{words}”") as told:
        find_silence(desk, text, "brava crew")
    assert "R" in str(told.value)
    assert not SilenceFinding.objects.exists()


def test_who_is_named_is_told(desk: Desk) -> None:
    person = desk.person()
    with pytest.raises(BadInputError, match=rf"\(P{person.pk}\)"):
        find_silence(desk, "The envoy asked after Marko Velaskin.")


def test_a_group_word_within_another_word_is_no_mention(desk: Desk) -> None:
    desk.person(group_terms=["crew"])
    finding = find_silence(desk, "They spoke of screws and crewmates.", "fleet")
    assert [term["term"] for term in finding.terms] == ["Marko Velaskin", "Марко Веласкин", "crew", "fleet"]
    assert find_silence(desk, "They spoke of grain.", "fleet").pk != finding.pk


def test_a_hebrew_word_is_found_behind_the_letters_joined_to_it(desk: Desk) -> None:
    (found,) = mentions_in(desk.worker, desk.case, "דובר על המעבורת.", [{"script": "Hebr", "term": "מעבורת"}])
    assert found.words == "מעבורת"


def test_a_mention_may_be_recorded_of_the_same_text(desk: Desk) -> None:
    desk.person()
    text = "The envoy asked after Marko Velaskin."
    assert find_silence(desk, text, verdict=SilenceVerdict.MENTIONS).verdict == SilenceVerdict.MENTIONS


def test_the_terms_are_told_once(desk: Desk) -> None:
    desk.person()
    known = terms_to_search(desk.worker, desk.case)
    assert terms_to_search(desk.worker, desk.case, [*known, {"script": "", "term": " "}]) == known


def test_silence_is_not_found_in_a_list(desk: Desk) -> None:
    desk.person()
    with pytest.raises(BadInputError, match="holds no text"):
        find_silence(desk, "")
