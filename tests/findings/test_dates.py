from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.findings.dates import age_words, date_words
from homeward.records import PartialDate

CASES = [
    ("2026-03-10", "10 March 2026"),
    ("2023-10~", "about October 2023"),
    ("1994", "1994"),
    ("1994?", "perhaps 1994"),
    ("1994%", "perhaps about 1994"),
    ("1990-03?/1991-03?", "perhaps between March 1990 and March 1991"),
    ("1949-10%/1950-10%", "perhaps between about October 1949 and about October 1950"),
    ("1990?/1991", "between perhaps 1990 and 1991"),
    ("2019/2021", "between 2019 and 2021"),
    ("2019-05/2021-06-02", "between May 2019 and 2 June 2021"),
    ("../2024-03", "until March 2024"),
    ("2024-03/..", "from March 2024 on"),
    ("2024-03-05/", "from 5 March 2024 on"),
    ("198X", "the 1980s"),
    ("198X~", "about the 1980s"),
    ("19XX", "1900 to 1999"),
    ("2024-21", "spring 2024"),
    ("2024-24", "winter 2024"),
    ("2024-03-XX", "some day in March 2024"),
    ("2024-XX", "some month of 2024"),
    ("2024-XX-XX", "some day in 2024"),
    ("0622", "622"),
    ("2026-03-10?", "perhaps 10 March 2026"),
]


@pytest.mark.parametrize(("edtf", "words"), CASES)
def test_a_date_reads_as_a_person_would_say_it(edtf, words):
    assert date_words(PartialDate.read(edtf)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, ("today", "")),
        (1, ("1 day", "")),
        (60, ("60 days", "")),
        (61, ("61 days", "2 months")),
        (730, ("730 days", "2 years")),
        (3000, ("3,000 days", "8.2 years")),
        (-4, ("in 4 days", "")),
    ],
)
def test_an_age_keeps_the_exact_number_of_days(days, words):
    assert age_words(days) == words


@given(st.dates(), st.sampled_from(["", "~", "?", "%"]))
def test_any_day_names_its_year(day, qualifier):
    assert date_words(PartialDate(day.isoformat() + qualifier)).endswith(str(day.year))
