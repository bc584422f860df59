"""Comparing two names: labelled pairs, and what may never happen."""

import pickle
from copy import copy, deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.names import compare, parse
from homeward.names.compare import compare_with_all
from homeward.names.evidence import rarity_bits

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


@pytest.mark.parametrize(
    ("same", "left", "right_name"),
    [
        ("yes", "Ильяс Нұрланұлы", "Ильяс Нурланович"),  # two words for a father's child
        ("yes", "Bolot Asanbek uulu", "Болот Асанбеков"),  # a family name made from the father's name
        ("no", "Самара Жумабек кызы Иманалиева", "Самара Жаныбековна Иманалиева"),  # two fathers whom the tables know
        ("yes", "Андрій Васильович Кузьменко", "Andriy Vasylyovych Kuzmenko"),
        ("yes", "Эмма Наумовна Фукс", "אמה נאומובנה פוקס"),
        ("no", "박준영", "박준형"),  # the tables know one of the two given names
        ("yes", "Ōno Yūki", "Ohno Yuuki"),
        ("yes", "Don Evaristo Pedraza Gil", "Evaristo Pedraza Gil"),
        ("yes", "Lovro Matić", "Lorenzo Matić"),  # one name in two languages, one script
        ("yes", "Miguel Santangelo", "Michele Santangelo"),  # a man's name that is a woman's in other languages
        ("no", "Michel Lacombe", "Michelle Lacombe"),
        ("no", "Hamdi Koç", "Hamdiye Koç"),
        ("no", "יוסף מלול", "יוספה מלול"),  # a woman's ending behind a letter that has another shape at the end
        ("no", "Հովհաննես Գրիգորյան", "Հովհաննա Գրիգորյան"),
        ("no", "გიორგი ბოლქვაძე", "გიორგინა ბოლქვაძე"),
    ],
)
def test_habits_of_naming_are_known(same: str, left: str, right_name: str) -> None:
    assert right(same, compare(left, right_name).probability)


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


ASKED = [
    "Anna Kovalchuk",
    "محمود البرغش",
    "박지훈",
    "J. Wetherby",
    "Abdel Rahim Salem",
    "Ben Ami, Liora",
    "王小明",
    "...",
]


def test_a_name_beside_several_is_compared_as_beside_each() -> None:
    names = [parse(text) for _, left, right, _ in PAIRS[:60] for text in (left, right)]
    for asked in ASKED:
        together = compare_with_all(parse(asked), [(name, rarity_bits) for name in names])
        for name, made in zip(names, together, strict=True):
            alone = compare(asked, name)
            assert made.reasons == alone.reasons
            assert made.parts == alone.parts
            assert made.probability == pytest.approx(alone.probability, abs=1e-4)
            assert made.worth == pytest.approx(alone.worth, abs=1e-2)
    assert compare_with_all(parse("Anna"), []) == []


@pytest.mark.parametrize("way", [copy, deepcopy, replace, lambda made: pickle.loads(pickle.dumps(made))])
def test_reasons_not_asked_for_yet_are_there_in_every_copy(way) -> None:
    made, asked = compare("Anna Kovalchuk", "Анна Ковальчук"), compare("Anna Kovalchuk", "Анна Ковальчук")
    reasons = asked.reasons
    assert len(reasons) == 2
    again = way(made)
    assert again.reasons == reasons
    assert again == made == asked
    assert hash(again) == hash(asked)
    assert repr(again) == repr(asked)
    assert replace(made, reasons=("another",)).reasons == ("another",)
    with pytest.raises(AttributeError):
        made.reason  # noqa: B018


def test_a_limit_is_told_though_reasons_are_made_later() -> None:
    assert compare("Anna Kovalchuk", "Anna Barghash").reasons[0].startswith("shares only")


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_has_reasons(left: str, right: str) -> None:
    made = compare(left, right)
    assert made.reasons == tuple(made.reasons)
    assert all(made.reasons)
