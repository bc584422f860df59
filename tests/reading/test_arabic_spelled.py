"""Expressions for Arabic that allow for vowel signs and for every alif."""

import pytest

from homeward.reading.languages.ar.spelled import spelled


@pytest.mark.parametrize("written", ["أطلقنا سراح", "اطلقنا سراح", "أَطلَقْنا سَراح", "أطلقنا سراحـ"])
def test_vowel_signs_and_hamza_make_no_difference(written: str) -> None:
    assert spelled(r"أطلقنا\s+سراح").search(written)


def test_an_optional_letter_stays_optional_and_a_set_of_letters_may_have_signs() -> None:
    pattern = spelled(r"(?<!\w)[وف]?لم\s+[يت]عود(?:وا)?(?!\w)")
    assert pattern.search("ولم يَعودوا")
    assert pattern.search("لم تعود")
    assert not pattern.search("سلم يعودوا")


def test_a_number_of_times_counts_the_letter_with_its_sign() -> None:
    assert spelled(r"نا{2}س").fullmatch("نَاَاَس")
