"""Wade-Giles in pinyin."""

from __future__ import annotations

import pytest

from homeward.names import compare, parse
from homeward.names.romanise import pinyin_of


@pytest.mark.parametrize(
    ("written", "pinyin"),
    [
        ("Ch'iung-fen", "qiongfen"),
        ("Chih-mou", "zhimou"),
        ("Hsüeh-ch'in", "xueqin"),
        ("Tz'u-hsi", "cixi"),
        ("Jung-chi", "rongji"),
        ("Yü-ch'ing", "yuqing"),
        ("Kuo-tung", "guodong"),
        ("Szu-yüan", "siyuan"),
        ("Erh-k'ang", "erkang"),
        ("Tsai-t'ien", "zaitian"),
        ("I-jan", "yiran"),
        ("Pei-lin", "beilin"),
    ],
)
def test_wade_giles_is_put_into_pinyin(written: str, pinyin: str) -> None:
    assert pinyin_of(written) == pinyin


@pytest.mark.parametrize(
    "written", ["Smith", "Jean-Luc", "Qiong", "", "-", "Ch'", "Zhi-mou", "O'Neil", "😀", "Ново-"]
)
def test_what_is_no_wade_giles_is_left_alone(written: str) -> None:
    assert pinyin_of(written) is None


def test_one_part_in_wade_giles_makes_the_others_readable_that_way() -> None:
    assert [part.other for part in parse("Hsieh Chih-mou").telling] == ["xie", "zhimou"]
    assert [part.other for part in parse("Hsieh Marta").telling] == ["", ""]
    assert compare("Hsieh Chih-mou", "Xie Zhimou").probability > 0.5
    assert compare("Hsieh Chih-mou", "Xie Zhiming").probability < 0.5
