"""Chinese characters read in Japanese: readings as names have them, and none that Japanese does not know."""

import pytest

from homeward.names import compare, parse
from homeward.names.kanji import read_in_japanese


@pytest.mark.parametrize(
    ("characters", "written"),
    [
        ("静江", "Shizue"),
        ("静江", "Сидзуэ"),
        ("幸太郎", "Kōtarō"),
        ("幸太郎", "Kotaro"),
        ("順子", "Zyunko"),
        ("健", "Takeshi"),
        ("健", "Ken"),
        ("香織", "かおり"),
        ("香織", "カオリ"),
        ("佐々木", "Sasaki"),
        ("大岡", "Ōoka"),
        ("大野", "Ohno"),
        ("山口", "Yamaguti"),
        ("服部", "Hattori"),
        ("本間", "Homma"),
    ],
)
def test_characters_are_read_as_the_name_is_written(characters: str, written: str) -> None:
    assert read_in_japanese(characters, written)


@pytest.mark.parametrize(
    ("characters", "written"),
    [
        ("静江", "Shizuko"),
        ("幸太郎", "Kotaroka"),
        ("健", "Li"),
        ("李", "Li"),
        ("王", "Wang"),
        ("順子", ""),
        ("", "Ken"),
    ],
)
def test_what_the_table_does_not_say_is_not_read(characters: str, written: str) -> None:
    assert not read_in_japanese(characters, written)


def test_a_longer_family_name_that_the_tables_know_is_cut_whole() -> None:
    assert [part.text for part in parse("田中博").parts] == ["田中", "博"]
    assert [part.text for part in parse("長谷川誠").parts] == ["長谷川", "誠"]
    assert [part.text for part in parse("王小明").parts] == ["王", "小明"]


def test_the_sign_that_repeats_a_character_belongs_to_the_name() -> None:
    assert compare("佐々木希", "Sasaki Nozomi").probability > 0.9
