from hypothesis import given
from hypothesis import strategies as st
from tests.names.written import parts

from homeward.names.normalize import fold, fold_words, normalize


@given(st.text(max_size=80))
def test_normalizing_twice_changes_nothing(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


def test_accidents_of_typing_are_one_spelling() -> None:
    assert normalize("ג׳ורג׳") == normalize("ג'ורג'")
    assert normalize("مُحَمَّد") == normalize("محمد") == normalize("محـمد")
    assert normalize("שָׁלוֹם") == "שלום"
    assert normalize("\u200fAnna\u200e") == "Anna"


def test_folding_keeps_short_i() -> None:
    assert fold("Андрей") != fold("Андреи")
    assert fold("Артём") == fold("АРТЕМ")


@given(st.lists(st.lists(parts), max_size=5))
def test_many_words_at_once_are_folded_as_each_alone(lines: list[list[str]]) -> None:
    written = "\n".join(" ".join(line) for line in lines)
    alone = [[folded for word in line if (folded := fold(word))] for line in lines]
    assert [line.split() for line in fold_words(written).split("\n")] == (alone or [[]])
