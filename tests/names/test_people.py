from dataclasses import replace

import pytest

from homeward.names import compare_people
from homeward.records import PartialDate, PersonRecord, Sex, WrittenIdentifier, WrittenName


def person(name: str, **facts: object) -> PersonRecord:
    return PersonRecord(key=name, names=(WrittenName(name),), **facts)  # type: ignore[arg-type]


BORN = PartialDate("1991-03-07")
ANNA = person("Anna Kovalchuk", birth=BORN, sex=Sex.FEMALE, father_name="Stepan", nationalities=("UA",))
CYRILLIC = person("Ковальчук Анна")


def probability(**facts: object) -> float:
    return compare_people(ANNA, replace(CYRILLIC, **facts)).probability


def test_unknown_adds_nothing() -> None:
    bare = compare_people(person("Anna Kovalchuk"), CYRILLIC)
    assert compare_people(ANNA, CYRILLIC).weight_bits == pytest.approx(bare.weight_bits)


def test_facts_are_worth_what_they_say() -> None:
    same, year, unknown = probability(birth=BORN), probability(birth=PartialDate("1991")), probability()
    assert same > year > unknown
    assert probability(birth=PartialDate("1991-07-03")) > unknown  # day and month swapped
    assert probability(birth=PartialDate("1992-03-07")) > probability(birth=PartialDate("1996-11-20"))
    assert probability(age_years=33, as_of=PartialDate("2024-05")) > unknown
    assert probability(identifiers=()) == unknown


@pytest.mark.parametrize(
    "facts",
    [
        {"birth": PartialDate("1974-10-21")},
        {"sex": Sex.MALE, "birth": PartialDate("1996")},
        {"father_name": "Богдан", "birth": PartialDate("1985")},
    ],
)
def test_near_namesakes_end_clearly_below_true_matches(facts: dict[str, object]) -> None:
    assert probability(**facts) < 0.3 < 0.95 < probability(birth=BORN)


def test_every_term_is_explained_contradictions_first() -> None:
    made = compare_people(ANNA, replace(CYRILLIC, birth=PartialDate("1974"), nationalities=("UA",)))
    assert made.reasons[0].startswith("birth date: 1991-03-07 and 1974 do not fit")
    assert any(r.startswith("nationality") for r in made.reasons)
    assert made.weight_bits == pytest.approx(sum(m.weight_bits for m in made.parts))


def test_an_identifier_carries_a_common_name() -> None:
    number = (WrittenIdentifier("AB 123456", "passport", "UA"),)
    a, b = (
        person("Mohammed Ali", identifiers=number),
        person("محمد علي", identifiers=(replace(number[0], value="ab123456"),)),
    )
    assert compare_people(a, b).probability > 0.99


def test_swapping_sides_changes_nothing() -> None:
    other = replace(CYRILLIC, birth=PartialDate("1991~"), father_name="Степан", sex=Sex.FEMALE)
    assert compare_people(ANNA, other).probability == compare_people(other, ANNA).probability
