"""What public data has written for each other, and how other scripts write initials and numbers."""

import pytest

from homeward.names import compare, likeness
from homeward.names.letter_names import letters_named
from homeward.names.likeness import likenesses
from homeward.names.name import NamePart, Role
from homeward.names.normalize import fold
from homeward.names.pairings import written_for_each_other
from homeward.names.parts import parse


@pytest.mark.parametrize(("latin", "native"), [("murray", "מארי"), ("stan", "סטן"), ("joseph", "יוסף")])
def test_parts_that_are_often_written_for_each_other_are_known(latin: str, native: str) -> None:
    assert written_for_each_other(latin, fold(native))


def test_few_that_were_never_written_for_each_other_are_taken_for_it() -> None:
    made = [f"zqx{number}" for number in range(20_000)]
    assert sum(written_for_each_other(word, "מארי") for word in made) < 10


def test_what_was_written_before_outweighs_a_nearer_spelling() -> None:
    (murray,), (seen,), (near,) = (parse(word).telling for word in ("Murray", "מארי", "מור"))
    first, second = likenesses([(murray, seen), (murray, near)])
    assert first.similarity > second.similarity


@pytest.mark.parametrize(("latin", "native"), [("Carmella", "카멜라"), ("Gere", "기어")])
def test_what_stood_in_one_whole_name_counts_whatever_its_letters_say(
    latin: str, native: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = NamePart(latin, latin, Role.UNKNOWN, "Latn"), NamePart(native, native, Role.UNKNOWN, "Hang")
    seen = likenesses([(one, other)])[0]
    monkeypatch.setattr(likeness, "_kept", {})
    monkeypatch.setattr(likeness, "written_for_each_other", lambda latin, native: False)
    by_letters = likenesses([(one, other)])[0]
    assert seen.worth > by_letters.worth
    assert seen.similarity >= by_letters.similarity


@pytest.mark.parametrize(
    ("word", "letter"), [("ג'יי", "j"), ("סי", "c"), ("제이", "j"), ("джей", "j"), ("ジェイ", "j"), ("كيو", "q")]
)
def test_names_of_latin_letters(word: str, letter: str) -> None:
    assert letter in letters_named(fold(word))


def test_an_initial_is_the_letter_whose_name_is_written() -> None:
    right = compare("J. Darwell Ostrow", "ג'יי דרוול אוסטרו")
    wrong = compare("J. Darwell Ostrow", "בי דרוול אוסטרו")
    assert right.probability > 0.5 > wrong.probability


def test_one_number_of_a_name_counts_for_one_person_and_another_against() -> None:
    same, other = compare("Bertram XIV", "ברטרם הארבעה עשר"), compare("Bertram XIV", "ברטרם השלושה עשר")
    assert same.weight_bits > compare("Bertram", "ברטרם").weight_bits > other.weight_bits
