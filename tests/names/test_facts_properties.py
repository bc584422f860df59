"""What holds for any two records: terms add up, sides can be swapped, what is unknown changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.names import compare_people
from homeward.records import NameKind, PartialDate, PersonRecord, Sex, WrittenIdentifier, WrittenName

NAMES = [
    "Anna Kovalchuk", "Ковальчук Анна Степановна", "Omar bin Salem al-Najjar", "عمر سالم النجار", "Omar",
    "Ivan Kovalchuk", "Mohammed Ali", "محمد علي", "-", "김민준",
]  # fmt: skip
PARENTS = ["Salem", "سالم", "Stepan", "Степан Ковальчук", "S.", "Maryam", "?"]
PLACES = ["Donetsk", "г. Донецк", "Makiivka, Donetsk oblast", "الرقة", "oblast", "-"]
DAYS = st.dates(date(1900, 1, 1), date(2020, 12, 31)) | st.dates(date(1350, 1, 1), date(1420, 1, 1))
DATES = st.builds(
    lambda day, cut, mark: PartialDate.read(day.isoformat()[:cut] + mark),
    DAYS,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "", "~", "?", "%"]),
) | st.sampled_from([PartialDate(t) for t in ("199X", "1989/1993", "../1995", "1990/..", "1991-21", "1991-01-01")])
IDENTIFIERS = st.builds(
    WrittenIdentifier,
    st.sampled_from(["AB123456", "AB123457", "AO123456", "A0123456", "12345", "30112233", "17", ""]),
    st.sampled_from(["passport", "identity", "unknown", "in-name", "phone", "tag"]),
    st.sampled_from([None, "UA", "SY"]),
)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


RECORDS = st.builds(
    PersonRecord,
    key=st.just("r"),
    names=st.lists(
        st.builds(
            WrittenName, st.sampled_from(NAMES), st.sampled_from([NameKind.FULL, NameKind.FULL, NameKind.FATHER])
        ),
        min_size=1,
        max_size=2,
    ).map(tuple),
    birth=maybe(DATES),
    age_years=maybe(st.integers(0, 125)),
    as_of=maybe(DATES),
    sex=maybe(st.sampled_from(Sex)),
    nationalities=maybe(st.lists(st.sampled_from(["SY", "UA", "TR"]), max_size=2, unique=True).map(tuple)),
    father_name=maybe(st.sampled_from(PARENTS)),
    mother_name=maybe(st.sampled_from(PARENTS)),
    place_of_birth=maybe(st.sampled_from(PLACES)),
    place_of_holding=maybe(st.sampled_from(PLACES)),
    home_place=maybe(st.sampled_from(PLACES)),
    captured_on=maybe(DATES),
    identifiers=st.lists(IDENTIFIERS, max_size=3).map(tuple),
)
# Fields that answer to each other: a place of birth can be held against a home, a birth date against an age.
ANSWERS = [
    ("birth", "age_years", "as_of"), ("place_of_birth", "home_place"), ("father_name",), ("mother_name",), ("sex",),
    ("nationalities",), ("place_of_holding",), ("captured_on",), ("identifiers",), ("status", "remarks"),
]  # fmt: skip
CROSSED = {"place of birth and home": "home and place of birth", "home and place of birth": "place of birth and home"}


@settings(max_examples=300, deadline=None)
@given(RECORDS, RECORDS)
def test_every_term_is_shown_and_they_add_up(a: PersonRecord, b: PersonRecord) -> None:
    made = compare_people(a, b)
    assert made.weight_bits == sum(part.weight_bits for part in made.parts)
    assert 0 <= made.probability <= 1


@settings(max_examples=300, deadline=None)
@given(RECORDS, RECORDS)
def test_swapping_sides_changes_nothing_but_left_and_right(a: PersonRecord, b: PersonRecord) -> None:
    one, other = compare_people(a, b), compare_people(b, a)
    assert abs(one.weight_bits - other.weight_bits) < 1e-9
    assert abs(one.probability - other.probability) <= 2e-6
    forth = sorted((p.role, p.kind, p.weight_bits) for p in one.parts)
    back = sorted((CROSSED.get(p.role, p.role), p.kind, p.weight_bits) for p in other.parts)
    assert forth == back


@settings(max_examples=300, deadline=None)
@given(RECORDS, RECORDS, st.sampled_from(ANSWERS), st.booleans())
def test_what_only_one_side_knows_changes_nothing(
    a: PersonRecord, b: PersonRecord, answering: tuple[str, ...], first: bool
) -> None:
    gone: dict[str, Any] = {field: () if field == "identifiers" else None for field in answering}
    # A full name of several parts can hold a father's name, and so knows something of the father.
    a, b = (replace(r, names=(WrittenName(r.name.split()[0]),)) for r in (a, b))
    bare, knowing, unknowing = replace(b, **gone), a, replace(a, **gone)
    if first:
        assert compare_people(knowing, bare) == compare_people(unknowing, bare)
    else:
        assert compare_people(bare, knowing) == compare_people(bare, unknowing)
