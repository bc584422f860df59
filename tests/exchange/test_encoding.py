"""Short lists of names in old encodings; the names are invented."""

from __future__ import annotations

import pytest

from homeward.exchange.encoding import find_encoding

RUSSIAN = "ФИО;Дата рождения\nТроицкая Юлия Петровна;17.03.1994\nЗимин Глеб Ильич;1970\nКРОТОВ ОЛЕГ;1981\n"
HEBREW = "שם,גיל\nיוליה טרויצקיה,30\nנעם אבירם,41\nדנה אורלין,34\n"
ARABIC = "الاسم,العمر\nسلمى القاضي,34\nداود سليم الحمداني,51\nمنى,20\n"
PERSIAN = "نام و نام خانوادگي,سن\nپريسا چراغي,34\n"
UKRAINIAN = "ПІБ;Вік\nЇжаченко Євгенія;34\nГнатюк Олексій;40\n"
FRENCH = "Nom;Âge\nHélène Dubois-Çelik;34\nJérôme Lefèvre;40\n"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (RUSSIAN, "cp1251"),
        (UKRAINIAN, "cp1251"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
        (PERSIAN, "cp1256"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        ("Имя\nАнна\n", "cp1251"),
        ("שם\nדנה\n", "cp1255"),
        ("الاسم\nمنى\n", "cp1256"),
        ("ИМЯ;ГОРОД\nОЛЕГ;ТВЕРЬ\n", "cp1251"),
    ],
)
def test_an_old_encoding_is_told_by_its_letters(text: str, codec: str) -> None:
    found = find_encoding(text.encode(codec))
    assert found is not None
    assert found.codec == codec
    assert codec in found.why


@pytest.mark.parametrize("text", [RUSSIAN, HEBREW, ARABIC, FRENCH, "Name,Age\nDana Orlin,34\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_told_with_and_without_its_mark(text: str, codec: str) -> None:
    found = find_encoding(text.encode(codec))
    assert found is not None
    assert text.encode(codec).decode(found.codec).lstrip("\ufeff") == text
    assert found.why


def test_one_stray_byte_does_not_cost_the_list() -> None:
    data = HEBREW.encode("cp1255") + b"\xff\xdb\n"  # bytes that cp1255 does not have
    found = find_encoding(data)
    assert found is not None


def test_text_cut_inside_a_marked_file_is_not_guessed_at() -> None:
    assert find_encoding(b"\xff\xfea") is None
