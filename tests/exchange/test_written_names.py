"""Names as they stand in cells. Every person is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.exchange.meanings import Meaning
from homeward.exchange.written_names import full_from_parts, read_name, script_of
from homeward.records import NameKind


@pytest.mark.parametrize(
    ("cell", "name", "others"),
    [
        ("Dana Orlin", "Dana Orlin", []),
        ("Dana Orlin (Levin)", "Dana Orlin", ["Dana Levin"]),
        ("Орлина (Левина) Дана Петровна", "Орлина Дана Петровна", ["Левина Дана Петровна"]),
        ("Орлина/Левина Дана", "Орлина Дана", ["Левина Дана"]),
        ("Dana Orlin/Levin", "Dana Orlin", ["Dana Levin"]),
        ("Dana Orlin / Levin", "Dana Orlin", ["Dana Levin"]),
        ("Dana Orlin / Dana Levin", "Dana Orlin", ["Dana Levin"]),
        ("Дана Орлина / Dana Orlin", "Дана Орлина", ["Dana Orlin"]),
        ("Дана Орлина (Dana Orlin)", "Дана Орлина", ["Dana Orlin"]),
        ("דנה אורלין (לוין)", "דנה אורלין", ["דנה לוין"]),
        ("Dana Orlin (child)", "Dana Orlin", []),
        ("Dana Orlin a.k.a. Dani", "Dana Orlin", ["Dani"]),
        ("سليم الحمداني المعروف بأبي داود", "سليم الحمداني", ["أبي داود"]),
        ("1. Dana Orlin", "Dana Orlin", []),
        ("Orlin, Dana", "Orlin, Dana", []),
        ("Dana Orlin (", "Dana Orlin", []),
        ("(Dana Orlin)", "Dana Orlin", []),
    ],
)
def test_brackets_and_slashes_hold_other_names(cell: str, name: str, others: list[str]) -> None:
    found = read_name(cell)
    assert found is not None
    assert [n.text for n in found.names] == [name]
    assert [n.text for n in found.aliases] == others


def test_the_same_name_in_another_script_is_a_transliteration() -> None:
    found = read_name("Дана Орлина / Dana Orlin")
    assert found is not None
    assert [(n.kind, n.script) for n in (*found.names, *found.aliases)] == [
        (NameKind.FULL, "Cyrl"), (NameKind.TRANSLITERATION, "Latn")
    ]  # fmt: skip


def test_a_number_inside_a_name_is_taken_for_an_identifier() -> None:
    found = read_name("Dana Orlin 40512345")
    assert found is not None
    assert (found.names[0].text, found.numbers) == ("Dana Orlin", ("40512345",))


@pytest.mark.parametrize("cell", ["", "12345", "—", "?", "()", "/", "№ 7"])
def test_a_cell_without_letters_is_no_name(cell: str) -> None:
    assert read_name(cell) is None


@given(st.text(max_size=60) | st.text(alphabet="Ab (/)[],.;'ш", max_size=30))
def test_any_text_is_a_name_or_none(cell: str) -> None:
    found = read_name(cell)
    if found is not None:
        assert all(n.text.strip() == n.text and any(map(str.isalpha, n.text)) for n in (*found.names, *found.aliases))


@pytest.mark.parametrize(
    ("parts", "full"),
    [
        ({"given_name": "Юлия", "family_name": "Орлина", "patronymic": "Петровна"}, "Орлина Юлия Петровна"),
        ({"given_name": "Dana", "family_name": "Orlin"}, "Dana Orlin"),
        (
            {"family_name": "الحمداني", "given_name": "سليم", "grandfather_name": "داود", "father_name": "كريم"},
            "سليم كريم داود الحمداني",
        ),
        ({"family_name": "אורלין", "given_name": "דנה", "father_name": "משה"}, "דנה אורלין"),
        ({"family_name": "Orlin"}, "Orlin"),
    ],
)
def test_parts_are_joined_in_the_order_customary_for_their_script(parts: dict[str, str], full: str) -> None:
    assert full_from_parts({Meaning(k): v for k, v in parts.items()}) == full


def test_scripts_are_told_by_the_first_letter() -> None:
    assert [script_of(t) for t in ("«Орлина»", "דנה", "منى", "Dana", "12", "山本")] == [
        "Cyrl", "Hebr", "Arab", "Latn", None, "Hani"
    ]  # fmt: skip
