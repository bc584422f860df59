"""Comparing two names: labelled pairs, and what may never happen."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.names import compare

PAIRS = [
    line.split("\t")
    for line in (Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
# Measured on this file; may rise, may not fall unnoticed.
FLOOR = 0.95
HIGHEST_OF_A_HARD_NEGATIVE = 0.5

GIVEN = ["Yasmin", "Tomer", "Степан", "שירה", "طارق", "Σπύρος", "สมชาย", "Abebe", "გიორგი"]
FAMILY = ["Barghash", "Vaknin", "Рыбаков", "קציר", "البرغش", "Παπαδάκης", "บุญมี", "Tessema", "ლომიძე"]


def right(same: str, probability: float) -> bool:
    return (probability >= 0.5) == (same == "yes")


def test_labelled_pairs_are_told_apart_at_the_measured_floor() -> None:
    wrong = [(a, b, why) for same, a, b, why in PAIRS if not right(same, compare(a, b).probability)]
    assert len(PAIRS) >= 120
    assert 1 - len(wrong) / len(PAIRS) >= FLOOR, wrong


@pytest.mark.parametrize(("left", "right_name", "why"), [row[1:] for row in PAIRS if row[0] == "no"])
def test_no_hard_negative_is_called_likely(left: str, right_name: str, why: str) -> None:
    assert compare(left, right_name).probability < HIGHEST_OF_A_HARD_NEGATIVE, why


@pytest.mark.parametrize(("left", "right_name"), [row[1:3] for row in PAIRS])
def test_order_of_arguments_makes_no_difference(left: str, right_name: str) -> None:
    forth, back = compare(left, right_name), compare(right_name, left)
    assert forth.probability == back.probability
    assert sorted((m.left or "", m.right or "") for m in forth.parts) == sorted(
        (m.right or "", m.left or "") for m in back.parts
    )


@given(st.sampled_from(GIVEN), st.sampled_from(FAMILY))
def test_a_name_is_likely_itself(first: str, last: str) -> None:
    assert compare(f"{first} {last}", f"{first} {last}").probability > 0.9


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_two_texts_give_a_probability_either_way_round(left: str, right_name: str) -> None:
    made = compare(left, right_name)
    assert 0 <= made.probability <= 1
    assert made.reasons
    assert compare(right_name, left).probability == made.probability


def test_reasons_can_be_checked_by_a_caseworker() -> None:
    reasons = compare("Ковальчук Анна", "Anna Kovalchuk").reasons
    assert any('"Ковальчук" is "Kovalchuk" written in Cyrillic (consonants k-v-l-ch-k)' in r for r in reasons)
    assert 'shares only "Mohammed", which is very common' in compare("Mohammed Hadid", "Mohammed Karimi").reasons
    assert any("is missing on the right" in r for r in compare("Anna Maria Lindqvist", "Anna Lindqvist").reasons)
    assert any(
        "given name in one and the father's name" in r
        for r in compare("Salman bin Muhammad", "Muhammad bin Salman").reasons
    )


def test_terms_add_up_to_the_weight() -> None:
    made = compare("Mahmoud al-Barghash", "محمود البرغش")
    assert made.weight_bits == pytest.approx(sum(m.weight_bits for m in made.parts))
