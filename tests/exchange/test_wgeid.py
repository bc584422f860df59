"""The minimum elements of the WGEID: which are missing, and how the document tells the others."""

from __future__ import annotations

import pytest

from homeward.exchange import WgeidCase, WgeidElement, missing_elements, write_wgeid

E = WgeidElement
FULL = WgeidCase(
    name="Ilka Tamorevic",
    date="2030-11-02",
    place="Port Halim",
    responsible="The Coast Movement, as her sister says",
    action="Two letters to the ministry",
    submitter="The desk",
    about=(("Sex", "female"), ("Home", "")),
    reports=("Said to be alive,\nby an envoy.",),
)


def test_of_a_full_case_nothing_is_missing():
    assert missing_elements(FULL) == ()


@pytest.mark.parametrize(
    ("date", "gone"),
    [
        ("2030-11", (E.DAY,)),
        ("2030", (E.MONTH, E.DAY)),
        ("", (E.YEAR, E.MONTH, E.DAY)),
        ("about 2030", (E.YEAR, E.MONTH, E.DAY)),
    ],
)
def test_year_month_and_day_are_missed_one_by_one(date, gone):
    assert missing_elements(WgeidCase("Ilka", date, "a", "b", "c", "d")) == gone


def test_everything_is_missing_where_nothing_is_told():
    assert missing_elements(WgeidCase(" ")) == tuple(WgeidElement)


def test_the_document_tells_each_element_and_says_what_is_not_known():
    text = write_wgeid([FULL, WgeidCase("Sana Morred", confidential=True)]).decode()
    first, second = text.split("2. Sana Morred")
    for words in ("Full name: Ilka Tamorevic", "2030-11-02", "Port Halim", "as her sister says", "Two letters",
                  "Submitted by: The desk", "Sex: female", "- Said to be alive, by an envoy.",
                  "somebody's word, not a finding"):  # fmt: skip
        assert words in first, words
    assert "Home:" not in first and "confidential" not in first
    assert second.count("not known, or not told") == 5
    assert "asks that their identity be kept confidential" in second
