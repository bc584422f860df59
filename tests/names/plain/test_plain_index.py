"""The first engine by rules: it still finds and compares, and agrees with the learnt one where a case is easy."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.names.written import ASKED, NAMES

from homeward.errors import BadInputError
from homeward.names import Index, compare, plain

# One person or not, two written names; cases on which no engine may be wrong.
EASY = [
    (True, "Anna Kovalchuk", "Anna Kovalchuk"),
    (True, "Anna Kovalchuk", "Kovalchuk Anna"),
    (True, "Viktor Romanenko", "Romanenko, Viktor"),
    (True, "Ingrid Lindqvist", "LINDQVIST Ingrid"),
    (True, "Анна Ковальчук", "Ковальчук Анна"),
    (True, "שירה קציר", "שירה קציר"),
    (True, "محمود البرغش", "محمود البرغش"),
    (True, "Анна Ковальчук", "Anna Kovalchuk"),
    (False, "Anna Kovalchuk", "Tomer Barghash"),
    (False, "Виктор Романенко", "Ingrid Lindqvist"),
    (False, "שירה קציר", "محمود البرغش"),
    (False, "Shira Katsir", "Mahmoud Barghash"),
    (False, "Salman bin Muhammad", "Muhammad bin Salman"),
]
FIRST = ["Yasmin", "Tomer", "Степан", "שירה", "طارق", "Σπύρος"]
LAST = ["Barghash", "Vaknin", "Рыбаков", "קציר", "البرغش", "Παπαδάκης"]


@pytest.mark.parametrize(("asked", "key"), ASKED)
def test_a_name_is_found_in_another_script(asked: str, key: str) -> None:
    found = plain.Index.build(NAMES).search(asked, k=3)
    assert found[0].key == key
    assert found[0].reasons
    assert found[0].probability == found[0].comparison.probability


def test_saved_and_opened_it_finds_the_same(tmp_path: Path) -> None:
    index = plain.Index.build(NAMES)
    index.save(tmp_path / "one")
    asked = [a for a, _ in ASKED]
    assert plain.Index.open(tmp_path / "one").search_many(asked) == index.search_many(asked)


def test_each_engine_refuses_the_index_of_the_other(tmp_path: Path) -> None:
    plain.Index.build(NAMES).save(tmp_path / "plain")
    Index.build(NAMES).save(tmp_path / "learnt")
    with pytest.raises(BadInputError, match="Build the index again"):
        Index.open(tmp_path / "plain")
    with pytest.raises(BadInputError, match="Build the index again"):
        plain.Index.open(tmp_path / "learnt")


def test_an_empty_index_finds_nothing() -> None:
    assert plain.Index.build([]).search("Anna") == []


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_two_texts_give_a_probability_either_way_round(left: str, right: str) -> None:
    made = plain.compare(left, right)
    assert 0 <= made.probability <= 1
    assert made.reasons
    assert plain.compare(right, left).probability == made.probability


@pytest.mark.parametrize(("same", "left", "right"), EASY, ids=range(len(EASY)))
def test_both_engines_say_what_anybody_would(same: bool, left: str, right: str) -> None:
    for engine in (plain.compare, compare):
        for one, other in ((left, right), (right, left)):
            assert (engine(one, other).probability >= 0.5) == same, engine.__module__


@given(st.sampled_from(FIRST), st.sampled_from(LAST))
@settings(deadline=None)
def test_in_both_engines_a_name_is_itself_also_with_the_family_name_first(first: str, last: str) -> None:
    for engine in (plain.compare, compare):
        assert engine(f"{first} {last}", f"{first} {last}").probability >= 0.5
        assert engine(f"{first} {last}", f"{last} {first}").probability >= 0.5


def test_terms_add_up_to_the_weight() -> None:
    made = plain.compare("Mahmoud al-Barghash", "محمود البرغش")
    assert made.weight_bits == pytest.approx(sum(m.weight_bits for m in made.parts))


def test_nothing_of_the_product_calls_the_first_engine() -> None:
    source = Path(plain.__file__).parents[2]
    users = [path for path in source.rglob("*.py") if "names.plain" in path.read_text(encoding="utf-8")]
    assert all(Path(plain.__file__).parent in path.parents for path in users)
