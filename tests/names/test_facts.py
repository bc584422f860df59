"""What each fact beside the name says: one line a case, as a caseworker would put it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from homeward.calendars.convert import Calendar, days_of
from homeward.names import Comparison, PartMatch, compare_people
from homeward.names.facts.levels import BIRTH_DAYS, KIN, TABLES, Level
from homeward.records import NameKind, PartialDate, PersonRecord, Sex, WrittenIdentifier, WrittenName


def person(name: str = "Omar Najjar", **facts: object) -> PersonRecord:
    return PersonRecord(key=name, names=(WrittenName(name),), **facts)  # type: ignore[arg-type]


def line_of(fact: str, left: dict[str, Any], right: dict[str, Any]) -> PartMatch | None:
    made = compare_people(person(**left), person(**right))
    return next((part for part in made.parts if part.role == fact), None)


def level_of(fact: str, left: dict[str, Any], right: dict[str, Any]) -> str | None:
    line = line_of(fact, left, right)
    return line and line.kind


def born(edtf: str) -> dict[str, Any]:
    return {"birth": PartialDate.read(edtf)}


def aged(years: int, as_of: str) -> dict[str, Any]:
    return {"age_years": years, "as_of": PartialDate(as_of)}


# --- the tables ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_the_m_of_a_table_sum_to_one_and_its_u_to_no_more(name: str) -> None:
    assert sum(level.m for level in TABLES[name].values()) == pytest.approx(1)
    assert sum(level.u for level in TABLES[name].values()) <= 1.001


def test_bits_are_the_logarithm_of_m_by_u() -> None:
    assert Level(0.5, 0.125).bits == 2
    assert Level(0.5, 0.125).bits_over(2) == 1
    assert Level(0.5, 0.125).bits_over(100) == 0
    assert all(level.bits > 0 for level in KIN.values())


# --- births -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("1991-03-07", "1991-03-07", "same"),
        ("1991-03-07", "1991-07-03", "swapped"),
        ("1991-03-07", "1992-03-07", "year off by one"),
        ("1991-03-12", "1991-03-21", "transposed"),
        ("1978-03-12", "1987-03-12", "transposed"),
        ("1991-03-07", "1961-03-07", "one digit"),
        ("1991-03-07", "1991-03-17", "one digit"),
        ("1991-03-07", "1991-03-28", "one number"),
        ("1991-03-07", "1991-11-07", "one number"),
        ("1991-03-07", "1991-11-28", "same year"),
        ("1991-12-30", "1992-01-02", "within 1 year"),
        ("1991-03-07", "1993-08-21", "within 3 years"),
        ("1991-03-07", "1996-11-20", "within 6 years"),
        ("1991-03-07", "1980-11-20", "within 15 years"),
        ("1991-03-07", "1974-10-21", "far"),
        ("1991-03-07", "1991-03", "fits"),
        ("1991-03-07", "1991", "fits"),
        ("1991-03-07", "199X", "fits"),
        ("1991-03-07", "1989/1993", "fits"),
        ("1991-03-07", "../1995", "fits"),
        ("1991-03-07", "1993~", "fits"),  # about 1993
        ("1991-03-07", "1991-03-09~", "fits"),  # a lunar day
        ("1991-03-07", "1992", "within 1 year"),
        ("1991", "1992", "within 1 year"),
        ("1991", "1961", "year slip"),
        ("1957", "1975", "year slip"),
        ("1991", "1974", "far"),
        ("1991-03-07", "../1970", "far"),
    ],
)
def test_births_reach_the_level_that_their_difference_has(left: str, right: str, level: str) -> None:
    assert level_of("birth date", born(left), born(right)) == level
    assert level_of("birth date", born(right), born(left)) == level


# 29 Tir 1372, and the same figures read as lunar.
SOLAR = days_of(Calendar.SOLAR_HIJRI, 1372, 4, 29)[0].isoformat()
SOLAR_AS_LUNAR = days_of(Calendar.HIJRI, 1372, 4, 29)[0].isoformat()


@pytest.mark.parametrize(
    ("left", "right", "level", "words"),
    [
        ("1985-05-03", "1993-01-11", "calendar", "Ethiopian"),  # 3 Tirr 1985 as written in Addis Ababa
        ("1985-05-03", "1992-05-03", "calendar", "Ethiopian"),  # the year converted, day and month copied
        ("1985", "1992", "calendar", "Ethiopian"),
        ("1370-05-02", "1991-07-24", "era", "Solar Hijri"),
        ("1370", "1991", "era", "Solar Hijri"),
        ("1411-08-20", "1991-03-07", "era", "lunar Hijri"),
        ("1411", "1991", "era", "lunar Hijri"),
        ("1370-05-02", "1991-11-30", "same year", "Solar Hijri"),
        ("2534-03-07", "1991-03-07", "era", "Buddhist"),
        ("2534", "1991", "era", "Buddhist"),
        (SOLAR_AS_LUNAR, SOLAR, "calendar", "taken for a lunar Hijri"),
        ("1952-09%/1953-09%", "1993", "calendar", "taken for a lunar Hijri"),
    ],
)
def test_a_calendar_taken_for_another_is_weak_evidence_with_its_reason(
    left: str, right: str, level: str, words: str
) -> None:
    for one, other in ((left, right), (right, left)):
        made = compare_people(person(**born(one)), person(**born(other)))
        line = next(part for part in made.parts if part.role == "birth date")
        assert line.kind == level
        assert -3 < line.weight_bits < 4
        assert any(words in reason for reason in made.reasons)


def test_a_day_of_another_calendar_that_does_not_fit_is_no_excuse() -> None:
    assert level_of("birth date", born("1370-05-02"), born("1993-11-30")) == "far"
    assert level_of("birth date", born("1985-05-03"), born("1992-11-20")) == "within 15 years"


def test_agreeing_on_the_first_of_january_is_worth_little_more_than_the_year() -> None:
    def bits(left: str, right: str) -> float:
        line = line_of("birth date", born(left), born(right))
        assert line
        return line.weight_bits

    year = bits("1991", "1991")
    assert year < bits("1991-01-01", "1991-01-01") < year + 1
    assert bits("1991-03-07", "1991-03-07") > year + 7
    assert bits("1991-01-01", "1991-03-07") == pytest.approx(
        year, abs=0.1
    )  # differing only by it contradicts nothing
    assert bits("1991-01-01", "1990-03-07") > 0
    assert bits("1991-01-01", "1974-03-07") < -7


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (aged(33, "2024-05"), born("1991-03-07"), "fits"),
        (aged(33, "2024-05"), born("1990"), "fits"),
        (aged(33, "2024-05"), aged(32, "2023-05"), "fits"),
        (aged(33, "2024-05"), aged(33, "2022"), "within 1 year"),
        (aged(33, "2024-05"), born("1989-12"), "within 1 year"),
        (aged(30, "2024-05-01"), born("1988-12"), "within 6 years"),
        (aged(30, "2024-05-01"), born("1991-12"), "within 3 years"),
        (aged(33, "2024-05"), born("1970"), "far"),
        (aged(33, "2024-05"), {"age_years": 33}, None),
        (aged(0, "2024-05"), born("2024-01-20"), "fits"),
        ({**born("../2005"), **aged(33, "2024-05")}, born("1991-03-07"), "fits"),
    ],
)
def test_ages_are_compared_at_the_day_for_which_they_hold(
    left: dict[str, Any], right: dict[str, Any], level: str | None
) -> None:
    assert level_of("age", left, right) == level
    assert level_of("age", right, left) == level


def test_the_wider_a_date_the_less_it_says() -> None:
    widths = ["1991-03-07", "1991-03", "1991", "1991~", "199X", "19XX"]
    bits = [line.weight_bits for w in widths if (line := line_of("birth date", born("1991-03-07"), born(w)))]
    assert len(bits) == len(widths)
    assert bits == sorted(bits, reverse=True)
    assert min(bits) >= 0


# --- sex, nationality, capture ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (("SY",), ("SY",), "same"),
        (("SY", "TR"), ("TR",), "one in common"),
        ((), (), "none on both sides"),
        ((), ("SY",), "none on one side"),
        (("SY",), ("IQ",), "differs"),
        (None, ("SY",), None),
    ],
)
def test_nationalities_are_sets_and_known_to_be_none_is_not_unknown(
    left: tuple[str, ...] | None, right: tuple[str, ...] | None, level: str | None
) -> None:
    assert level_of("nationality", {"nationalities": left}, {"nationalities": right}) == level


def test_sex_speaks_hardly_for_and_strongly_against() -> None:
    same = line_of("sex", {"sex": Sex.MALE}, {"sex": Sex.MALE})
    other = line_of("sex", {"sex": Sex.MALE}, {"sex": Sex.FEMALE})
    assert same and other and 0 < same.weight_bits < 1
    assert other.weight_bits < -6
    assert line_of("sex", {"sex": Sex.MALE}, {"sex": Sex.OTHER}) is None


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("2023-10-07", "2023-10-07", "same"),
        ("2023-10-07", "2023-10-09", "within 7 days"),
        ("2023-10-07", "2023-10", "fits"),
        ("2023-10", "2023-11-05", "within 31 days"),
        ("2023-10-07", "2022-03-01", "apart"),
    ],
)
def test_days_of_capture(left: str, right: str, level: str) -> None:
    dates = ({"captured_on": PartialDate(left)}, {"captured_on": PartialDate(right)})
    assert level_of("captured", *dates) == level_of("captured", *dates[::-1]) == level


# --- places -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Donetsk", "Donetsk", "same"),
        ("Donetsk", "Донецк", "same"),
        ("Mosul", "الموصل", "same"),
        ("Donetsk", "г. Донецк", "same"),
        ("Makiivka, Donetsk oblast", "Donetsk oblast", "one inside the other"),
        ("Kyiv oblast", "Lviv oblast", "differs"),
        ("Донецк", "Макеевка", "differs"),
        ("Damascus", "دمشق", "differs in another script"),
    ],
)
def test_places_in_any_script(left: str, right: str, level: str) -> None:
    for fact, field in (("place of birth", "place_of_birth"), ("home", "home_place")):
        assert level_of(fact, {field: left}, {field: right}) == level
        assert level_of(fact, {field: right}, {field: left}) == level


def test_a_birth_place_beside_a_home_counts_only_where_no_like_stands_beside_like() -> None:
    crossed = {"place_of_birth": "Donetsk"}, {"home_place": "Donetsk"}
    assert level_of("place of birth and home", *crossed) == "same"
    assert level_of("home and place of birth", *crossed[::-1]) == "same"
    assert level_of("place of birth and home", {**crossed[0], "home_place": "Kyiv"}, crossed[1]) is None


def test_a_place_of_holding_is_weak_both_ways() -> None:
    same = line_of("place of holding", {"place_of_holding": "Taganrog"}, {"place_of_holding": "Таганрог"})
    other = line_of("place of holding", {"place_of_holding": "Taganrog"}, {"place_of_holding": "Olenivka"})
    assert same and other
    assert 1 < same.weight_bits < 2.5
    assert -1 < other.weight_bits < 0


# --- parents ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("father", "name", "level"),
    [
        ("Salem", "Omar bin Salem al-Najjar", "agrees, common"),
        ("سالم", "Omar bin Salem al-Najjar", "agrees, common"),
        ("Salem", "عمر بن سالم النجار", "agrees, common"),
        ("Salem", "Omar Salem Najjar", "agrees, common"),  # no word says that Salem is the father, but he agrees
        ("Khaled", "Omar bin Salem bin Khaled al-Najjar", "grandfather"),
        ("Khaled", "Omar bin Salem al-Najjar", "differs"),
        ("Khaled", "Omar Salem Najjar", None),  # Salem may be anything
    ],
)
def test_a_fathers_name_is_found_inside_the_full_name_of_the_other(father: str, name: str, level: str | None) -> None:
    ours, theirs = person("Omar Najjar", father_name=father), person(name)
    for made in (compare_people(ours, theirs), compare_people(theirs, ours)):
        found = [p.kind for p in made.parts if p.role == "father's name"]
        assert found == ([level] if level else [])


def test_a_patronymic_holds_the_fathers_name() -> None:
    made = compare_people(person("Anna Kovalchuk", father_name="Stepan"), person("Ковальчук Анна Степановна"))
    assert any(p.role == "father's name" and p.weight_bits > 2 for p in made.parts)


def test_a_father_counted_with_the_names_is_not_counted_twice() -> None:
    ours = person("Omar Salem Najjar", father_name="Salem")
    theirs = person("عمر سالم النجار", father_name="سالم")
    line = next(p for p in compare_people(ours, theirs).parts if p.role == "father's name")
    assert (line.kind, line.weight_bits) == ("counted", 0)
    other = person("Omar Khaled Najjar", father_name="Khaled")
    line = next(p for p in compare_people(ours, other).parts if p.role == "father's name")
    assert (line.kind, line.weight_bits) == ("counted", 0)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Stepan", "Степан", "agrees"),
        ("Stepan Kovalchuk", "Bohdan Kovalchuk", "differs"),
        ("Stepan", "Богдан", "differs"),
        ("S.", "Stepan", "not sure"),
    ],
)
def test_parents_names_in_any_script(left: str, right: str, level: str) -> None:
    for fact, field in (("father's name", "father_name"), ("mother's name", "mother_name")):
        assert level_of(fact, {field: left}, {field: right}) == level
        assert level_of(fact, {field: right}, {field: left}) == level


def test_a_parent_given_as_a_name_of_that_kind_is_read() -> None:
    ours = replace(person(), names=(WrittenName("Omar Najjar"), WrittenName("Maryam", NameKind.MOTHER)))
    made = compare_people(ours, person(mother_name="مريم"))
    assert any(p.role == "mother's name" and p.weight_bits > 2 for p in made.parts)


# --- numbers ------------------------------------------------------------------------------------------------------


def numbered(value: str, kind: str = "passport", country: str | None = None) -> dict[str, Any]:
    return {"identifiers": (WrittenIdentifier(value, kind, country),)}


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (numbered("AB 123456"), numbered("ab123456"), "same"),
        (numbered("АВ123456"), numbered("AB123456"), "same"),  # Cyrillic and Latin letters
        (numbered("١٢٣٤٥٦٧٨"), numbered("12345678"), "same"),
        (numbered("12345"), numbered("12345"), "same, short"),
        (numbered("AO123456"), numbered("A0123456"), "look alike"),
        (numbered("AB123456"), numbered("AB123457"), "one character"),
        (numbered("AB123456"), numbered("AB12345"), "one character"),
        (numbered("AB123456"), numbered("AB124356"), "one character"),
        (numbered("AB123456"), numbered("CK900817"), "differs"),
        (numbered("AB123456"), numbered("AB123456", country="UA"), "same"),
        (numbered("AB123456", country="RU"), numbered("AB123456", country="UA"), None),
        (numbered("AB123456"), numbered("AB123456", "identity"), None),
        (numbered("AB123456"), numbered("AB123456", "unknown"), "same"),
        (numbered("AB123456", "unknown"), numbered("CK900817", "unknown"), None),
        (numbered("17", "unknown"), numbered("17", "unknown"), None),
        (numbered("unknown"), numbered("unknown"), None),
        (numbered("0000000000"), numbered("0000000000"), None),
        (numbered("нет данных"), numbered("AB123456"), None),
    ],
)
def test_numbers_reach_the_level_that_their_difference_has(
    left: dict[str, Any], right: dict[str, Any], level: str | None
) -> None:
    assert level_of("identifier", left, right) == level_of("identifier", right, left) == level


def test_another_passport_says_little_and_another_national_number_much() -> None:
    passport = line_of("identifier", numbered("AB123456"), numbered("CK900817"))
    national = line_of("identifier", numbered("30112233", "identity"), numbered("27990055", "identity"))
    slip = line_of("identifier", numbered("30112233", "identity"), numbered("30112238", "identity"))
    assert passport and national and slip
    assert -2 < passport.weight_bits < 0
    assert national.weight_bits < -6
    assert 2 < slip.weight_bits < 6


def test_of_several_passports_one_in_common_is_agreement() -> None:
    old, new = WrittenIdentifier("AB123456", "passport"), WrittenIdentifier("CK900817", "passport")
    made = compare_people(person(identifiers=(old,)), person(identifiers=(new, old)))
    assert [p.kind for p in made.parts if p.role == "identifier"] == ["same"]


# --- brothers and caps --------------------------------------------------------------------------------------------

FAMILY: dict[str, Any] = {
    "father_name": "Salem", "mother_name": "Maryam", "home_place": "Raqqa", "place_of_birth": "Raqqa",
    "nationalities": ("SY",),
}  # fmt: skip


def test_what_brothers_share_does_not_make_them_one() -> None:
    omar, ivan = person("Omar Kovalchuk", **FAMILY), person("Ivan Kovalchuk", **FAMILY)
    made = compare_people(omar, ivan)
    assert made.probability < 0.35
    assert any("brothers and sisters" in reason for reason in made.reasons)
    assert compare_people(omar, omar).probability > 0.99
    twins = compare_people(replace(omar, **born("1991-03-07")), replace(ivan, **born("1991-03-07")))
    assert twins.probability < 0.8


def test_twins_in_a_chain_of_common_names_are_two() -> None:
    day = born("1980-05-04")
    for one, other in (("Ahmed Hassan", "Mohamed Hassan"), ("Amina Omar Yusuf", "Khadija Omar Yusuf")):
        made = compare_people(person(one, **day), person(other, **day))
        assert made.probability < 0.5
        assert any("brothers and sisters" in reason for reason in made.reasons)


def test_a_cap_on_the_name_yields_to_the_persons_own_facts_only() -> None:
    capped = Comparison(0.4, (PartMatch("Kovalchuk", "Ковальчук", "same", 1.0, 10.0),), (), 10.0)
    family = compare_people(person("K", **FAMILY), person("К", **FAMILY), name=capped)
    assert family.probability <= 0.4
    day = born("1991-03-07")
    assert compare_people(person("K", **day), person("К", **day), name=capped).probability > 0.9


def test_the_bits_of_a_name_that_are_in_no_line_are_shown_too() -> None:
    bare = Comparison(0.0, (), ("nothing to compare",), -7.0)
    made = compare_people(person(), person(), name=bare)
    assert made.weight_bits == sum(p.weight_bits for p in made.parts) == -7


def test_father_and_son_of_one_name_are_two() -> None:
    son = person("Marko Velaskin", **born("1990-04-02"))
    father = person("Marko Velaskin", **born("1941-01-01"))
    assert compare_people(son, son).weight_bits > compare_people(son, father).weight_bits + 25
    assert compare_people(son, father).probability < 0.9 < compare_people(son, son).probability


def test_exact_days_follow_the_stated_reasoning() -> None:
    assert 13 < BIRTH_DAYS["same"].bits < 14.5
    assert BIRTH_DAYS["far"].bits < -11
