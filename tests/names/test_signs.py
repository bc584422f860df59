"""Signs that two names are one, or two, beside what the letters say."""

from __future__ import annotations

import pytest

from homeward.names import Index, NamePart, Role, compare, parse
from homeward.names.signs import (
    characters_differ,
    child_and_parent,
    endings_of_man_and_woman,
    generation_told,
    misread,
    serbian_in_latin,
)


def part(text: str) -> NamePart:
    return parse(f"Xenia {text}" if text.isascii() else text).telling[-1]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("גיורא", "ניורא", True),
        ("דוד", "דור", False),  # too short: most such pairs are two names
        ("Никита", "Нинита", True),
        ("Никита", "Нитита", False),
        ("末平", "未平", True),
        ("Marek", "Marck", False),  # Latin letters are the network's own
        ("واجد", "ماجد", False),
    ],
)
def test_letters_taken_for_each_other(one: str, other: str, expected: bool) -> None:
    a, b = (NamePart(text, text, Role.UNKNOWN, parse(text).script) for text in (one, other))
    assert misread(a, b) is misread(b, a) is expected


def test_serbian_is_read_letter_by_letter() -> None:
    assert serbian_in_latin("Ђурђевић", "Đurđević")
    assert serbian_in_latin("Djurdjević", "Djurdjevic")
    assert not serbian_in_latin("Ђурђевић", "Đorđević")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Jón Einarsson", "Einar Jónsson", True),
        ("Sarkis Hagopian", "Hagop Sarkisian", True),
        ("Nurlan Serikuly", "Serik Nurlanuly", True),
        ("Ivan Petrov", "Petr Ivanov", True),
        ("Jón Einarsson", "Jón Einarsson", False),
        ("Anna Kowalska", "Maria Nowak", False),
        ("Jón Einarsson", "Эйнар Йонссон", False),  # in two scripts it is left to the letters
    ],
)
def test_each_called_by_the_others_name(one: str, other: str, expected: bool) -> None:
    assert child_and_parent(parse(one), parse(other)) is expected
    assert child_and_parent(parse(other), parse(one)) is expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Robert Kane Jr.", "younger"),
        ("Robert Kane II", "younger"),
        ("Robert Kane III", "third"),
        ("Peter Brandt d.Ä.", "elder"),
        ("ifj. Kiss Tamás", "younger"),
        ("Николай Гуров-младший", "younger"),
        ("Bertram III of Ostmark", "third"),
        ("ברטרם השלישי, נסיך אוסטמרק", "third"),
        ("Bertram XIV", "14th"),
        ("ברטרם הארבעה עשר", "14th"),
        ("Bertram VI", "6th"),
        ("NGUYEN THI VI", None),
        ("Xi Lanying", None),
        ("Junior Matos", None),
        ("Robert Kane", None),
        ("Jr", None),
    ],
)
def test_which_of_several_of_one_name(text: str, told: str | None) -> None:
    assert generation_told(parse(text)) == told


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Evgeny", "Евгения", True),
        ("Branko", "Branka", True),
        ("Vahid", "وحیده", True),
        ("Nadia", "نادر", True),
        ("Moshe", "משה", False),
        ("Laila", "ليلى", False),
        ("George", "جورج", False),
    ],
)
def test_endings_that_tell_a_man_from_a_woman(one: str, other: str, expected: bool) -> None:
    assert endings_of_man_and_woman(part(one), part(other)) is expected


def test_korean_syllables_differ_but_for_north_and_south() -> None:
    def korean(text: str) -> NamePart:
        return NamePart(text, text, Role.GIVEN, "Hang")

    assert characters_differ(korean("지훈"), korean("지현"))
    assert not characters_differ(korean("리나"), korean("이나"))
    assert not characters_differ(korean("재희"), korean("제희"))


def test_what_tables_hold_apart_and_what_they_hold_together() -> None:
    assert compare("Friedhelm Neumann", "Friedhelm Naumann").probability < 0.5
    assert compare("Friedhelm Neumann", "Фридхельм Нойман").probability > 0.5
    assert (
        compare("Louise Hartog", "לואיס הרטוג").probability < 0.5 < compare("Louis Hartog", "לואיס הרטוג").probability
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rashid Barzani", "Rasheed Barzani"),
        ("Rashid Barzani", "رشيد برزاني"),
        ("Aamina Barzani", "Amina Barzani"),
        ("Md Karim Barzani", "Mohammad Karim Barzani"),
    ],
)
def test_tables_do_not_part_what_one_latin_spelling_stands_for(one: str, other: str) -> None:
    assert compare(one, other).probability > 0.5


def test_words_for_a_name_that_is_not_known_tell_nothing() -> None:
    assert compare("Unknown Unknown", "Unknown Unknown").probability == 0.0
    assert compare("Amina FNU", "Amina Barzani").probability < 0.5
    assert [part.core for part in parse("Неизвестный Барзани").telling] == ["Барзани"]


def test_an_article_decides_only_where_nothing_else_does() -> None:
    index = Index.build([("1", "الحسن"), ("2", "حسن"), ("3", "سمير الحسن"), ("4", "سمير حسن")])
    assert [c.text for c in index.search("Hassan", k=2)] == ["حسن", "الحسن"]
    assert index.search("Samir al-Hassan", k=1)[0].text == "سمير الحسن"
    assert index.search("Samir Hassan", k=1)[0].text == "سمير حسن"


def test_a_name_of_several_words_finds_one_without_spaces() -> None:
    index = Index.build([("1", "ノイエンブルクヴァルト"), ("2", "ノイエンキルヒェン"), ("3", "ハンブルク")])
    assert index.search("Neuenburg Wald", k=1)[0].key == "1"


def test_a_candidate_held_down_by_its_limit_does_not_stand_before_the_whole_name() -> None:
    index = Index.build([("1", "נחמיה"), ("2", "נחמיה תמרוני")])
    assert index.search("Nehemiah Tamaroni", k=2)[0].key == "2"
