from __future__ import annotations

import pytest

from homeward.findings.words import country_name, language_name, likelihood


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "very likely (over 0.99)"),
        (0.97, "very likely (0.97)"),
        (0.86, "likely (0.86)"),
        (0.5, "possible (0.50)"),
        (0.31, "doubtful (0.31)"),
        (0.05, "unlikely (0.05)"),
        (0.0, "unlikely (under 0.01)"),
    ],
)
def test_a_probability_is_a_word_with_its_number(probability, words):
    assert likelihood(probability) == words


def test_languages_and_countries_have_names():
    assert language_name("ar-EG") == "Arabic"
    assert language_name("xx") == ""
    assert country_name("TH") == "Thailand"
    assert country_name("ZZZ") == "ZZZ"
