"""Latin forms read as other languages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.names import compare
from homeward.names.manners import _MANNERS, _manners_for, _read, shared_readings


@pytest.mark.parametrize(
    ("one", "other", "read"),
    [
        ("Tsukerman", "Cukierman", ("tsukerman", "tsukerman")),
        ("Xuseen", "Hussein", ("husen", "hussein")),
        ("Jaamac", "Jama", ("jama", "jama")),
        ("Cherkaoui", "Sharqawi", ("sherkawi", "sharqawi")),
        ("Sin'iti", "Shinichi", ("shinichi", "shinichi")),
        ("Rabinowicz", "Rabinovich", ("rabinovich", "rabinovich")),
        ("Hamisi", "Khamis", ("hamis", "khamis")),
    ],
)
def test_two_manners_meet_in_one_reading(one: str, other: str, read: tuple[str, str]) -> None:
    assert read in shared_readings(one, other)
    assert read[::-1] in shared_readings(other, one)


@pytest.mark.parametrize(("one", "other"), [("Marek", "Milena"), ("Kowal", "Novak"), ("", "Anna"), ("Aoi", "Bo")])
def test_names_with_other_consonants_share_no_reading(one: str, other: str) -> None:
    assert not shared_readings(one, other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzçñšžłé'", max_size=12))
def test_a_manner_that_is_left_out_would_change_nothing(text: str) -> None:
    used = _manners_for(text)
    assert used == [manner for manner in _MANNERS if manner in used]
    for manner in _MANNERS:
        assert manner in used or _read(text, manner) == text


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_read(one: str, other: str) -> None:
    assert len(shared_readings(one, other)) <= 8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Malka Tsukerman", "Malka Cukierman"),
        ("Ifrax Jaamac Diiriye", "Ifrah Jama Dirie"),
        ("Djordje Njegović", "Ђорђе Његовић"),
        ("Zia ur-Rahman Safi", "Ziaur Rahman Safi"),
        ("Dil Maya Thapa", "Dilmaya Thapa"),
        ("Teymur Vəli-zadə", "Teymur Vəlizadə"),
        ("Rami Barlev", "Rami Bar Lev"),
        ("엄순덕(嚴順德)", "엄순덕"),
        ("오말숙 씨", "오말숙"),
        ("أبو كريم سامر الزين", "سامر الزين"),
    ],
)
def test_ways_of_writing_are_seen_through(one: str, other: str) -> None:
    assert compare(one, other).probability > 0.5
    assert compare(other, one).probability == compare(one, other).probability


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lam Kwok-wah", "Lam Kwok-wing"),
        ("빈지훈", "빈지현"),
        ("Jevgeni Barsukov", "Евгения Барсукова"),
        ("Nabil Omar Yasin Haddad", "Nabil Omar Salem Haddad"),
        ("יואב דוד", "יואב דור"),
    ],
)
def test_what_looks_alike_and_is_another_stays_another(one: str, other: str) -> None:
    assert compare(one, other).probability < 0.5
