"""Keys that find, among many texts, the few in which a name may stand."""

from __future__ import annotations

import pytest
from tests.casework.conftest import Desk

from homeward.casework.document_terms import (
    captures_that_may_name,
    names_that_may_be,
    sounds,
    text_keys,
)
from homeward.casework.models import Capture, DocumentTerm


def keep(desk: Desk, text: str) -> Capture:
    capture = desk.capture(text)
    DocumentTerm.objects.bulk_create(DocumentTerm(capture=capture, key=key) for key in text_keys(text))
    return capture


# name sought; a sentence in which it stands, written in another script or form
SPELLINGS = [
    ("Marko Velaskin", "Вчера Марка Веласкина видели в лагере."),
    ("Velaskin", "ולסקין נראה במחנה"),
    ("Юлия Троицкая", "לדברי המשרד, יוליה טרויצקיה נמצאת במחנה"),
    ("יוליה טרויצקיה", "Yulia Troitskaya was seen."),
    ("Mahmoud al-Najjar", "وقال إن محمود النجار بخير"),
    ("Khalil Ghalib", "Халил Галиб жив."),
    ("Jamal Hasanov", "Джамаль Хасанов"),
    ("Avraham Sasson", "אברהם ששון"),
    ("Schukin", "по словам Щукина"),
    ("Ivanov", "איוונוב"),
    ("Wang Xiaoming", "昨天王小明说他很好"),
    ("محمود النجار", "Mahmud Najar was on the list."),
    ("Ilka Tamorevic", "ILKA TAMOREVIĆ"),
    ("Yousef", "ليوسف"),
]


@pytest.mark.parametrize(("name", "text"), SPELLINGS)
def test_a_name_leads_to_the_text_in_which_it_is_spelt_otherwise(desk: Desk, name: str, text: str) -> None:
    wanted = keep(desk, text)
    assert captures_that_may_name(Capture.objects.all(), name, most=5) == [wanted.pk]


@pytest.mark.parametrize(("name", "text"), SPELLINGS)
def test_a_written_name_spelt_otherwise_is_worth_comparing(name: str, text: str) -> None:
    assert names_that_may_be(name, [text]) == [0]


def test_a_name_of_other_sounds_is_not_worth_comparing() -> None:
    assert names_that_may_be("Marko Velaskin", ["Tindal Zorich", "Марко Веласкин", "דן טוב"]) == [1]


def test_the_text_that_holds_the_whole_name_comes_first(desk: Desk) -> None:
    for other, _ in zip(("Ilya", "Sonya", "Petar"), range(3), strict=True):
        keep(desk, f"{other} Velaskin spoke of the harvest in the market of the valley.")
    wanted = keep(desk, "The harvest was good, said Marko Velaskin.")
    assert captures_that_may_name(Capture.objects.all(), "Марко Веласкин", most=2)[0] == wanted.pk


def test_only_the_captures_asked_about_are_searched(desk: Desk) -> None:
    keep(desk, "Marko Velaskin")
    assert captures_that_may_name(Capture.objects.none(), "Marko Velaskin", most=5) == []


@pytest.mark.parametrize("text", ["", "12345 !!", "\u0000\ud800", "ا", "x" * 5000, "👩‍👩‍👧", "a\u0301" * 400])
def test_strange_text_has_keys_that_can_be_stored(text: str) -> None:
    assert all(0 < len(key) <= 60 and ":" in key for key in text_keys(text))


def test_spellings_of_one_name_sound_alike() -> None:
    assert sounds("troitskaya") == sounds("trvytskyh") == "TRSK"
