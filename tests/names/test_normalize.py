from hypothesis import given
from hypothesis import strategies as st

from homeward.names.normalize import fold, normalize


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
