"""Two versions of a list, row by row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from homeward.casework.versions import RowFace, compare_versions, face_of
from homeward.records import PartialDate, PersonRecord, WrittenIdentifier, WrittenName


def face(
    ordinal: int, name: str | None, *, father: str = "", birth: str = "", number: str = "", place: str = ""
) -> RowFace:
    record = name and PersonRecord(
        key=str(ordinal),
        names=(WrittenName(name),),
        father_name=father or None,
        birth=PartialDate(birth) if birth else None,
        identifiers=(WrittenIdentifier(number),) if number else (),
    )
    cells = [("Name", name or "?"), ("Father", father), ("Born", birth), ("No.", number), ("Place", place)]
    return face_of(ordinal, "Sheet", ordinal + 1, cells, record or None)


def test_the_same_rows_in_another_order_are_unchanged() -> None:
    older = [face(1, "Ada Ozmar"), face(2, "Bo Lindqvar")]
    found = compare_versions(older, [face(1, "Bo Lindqvar"), face(2, "Ada Ozmar")])
    assert (found.created, found.changed, found.unchanged, found.vanished) == ((), (), 2, ())


def test_an_identifier_finds_a_row_whose_name_is_written_anew() -> None:
    found = compare_versions([face(1, "Ada Ozmar", number="A7")], [face(1, "Ada Osmar", number="a7 ")])
    assert found.changed == ((1, 1),)


def test_a_birth_date_that_was_corrected_is_a_change_of_one_row() -> None:
    found = compare_versions([face(1, "Ada Ozmar", birth="1990")], [face(1, "Ada Ozmar", birth="1991")])
    assert found.changed == ((1, 1),)


def test_a_namesake_is_not_a_new_version_of_another_person() -> None:
    older = [face(1, "Ada Ozmar", birth="1990"), face(2, "Ada Ozmar", birth="1955")]
    newer = [
        face(1, "Ada Ozmar", birth="1990"),
        face(2, "Ada Ozmar", birth="1991"),
        face(3, "Ada Ozmar", birth="2001"),
    ]
    found = compare_versions(older, newer)
    assert (found.unchanged, found.created, found.vanished) == (1, (2, 3), (2,))


def test_a_row_that_cannot_be_read_is_known_by_its_place() -> None:
    found = compare_versions(
        [face(1, None), face(2, "Ada Ozmar")], [face(1, None, place="Tor"), face(2, "Ada Ozmar")]
    )
    assert (found.changed, found.unchanged) == (((1, 1),), 1)


def test_created_and_vanished_rows_are_named() -> None:
    found = compare_versions([face(1, "Ada Ozmar")], [face(1, "Bo Lindqvar")])
    assert (found.created, found.vanished) == ((1,), (1,))


_rows = st.lists(
    st.tuples(st.sampled_from(["Ada", "Bo", "Cy", None]), st.sampled_from(["", "1990"]), st.sampled_from(["", "x1"])),
    max_size=8,
)


@given(_rows, _rows)
def test_every_row_of_both_versions_is_accounted_for_once(
    older: list[tuple[str | None, str, str]], newer: list[tuple[str | None, str, str]]
) -> None:
    before = [face(i, n, birth=b, number=k) for i, (n, b, k) in enumerate(older, 1)]
    after = [face(i, n, birth=b, number=k) for i, (n, b, k) in enumerate(newer, 1)]
    found = compare_versions(before, after)
    assert len(before) == len(found.changed) + found.unchanged + len(found.vanished)
    assert len(after) == len(found.changed) + found.unchanged + len(found.created)


@given(_rows)
def test_a_list_compared_with_itself_is_unchanged(rows: list[tuple[str | None, str, str]]) -> None:
    faces = [face(i, n, birth=b, number=k) for i, (n, b, k) in enumerate(rows, 1)]
    found = compare_versions(faces, faces)
    assert (found.unchanged, found.created, found.changed, found.vanished) == (len(rows), (), (), ())
