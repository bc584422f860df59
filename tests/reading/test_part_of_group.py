"""Words that speak of a part of a group, which is nobody until a person says who."""

import pytest

from homeward.reading import speaks_of_part


@pytest.mark.parametrize(
    "words",
    [
        "some of the workers are in our care",
        "Three of the eight were moved",
        "most of them",
        "Not all the men are alive",
        "двое из рыбаков живы",
        "часть заложников у нас",
        "некоторые из них",
        "חלק מהעובדים אצלנו",
        "שניים מהדייגים",
        "רוב החטופים בחיים",
        "بعض العمال عندنا",
        "ثلاثة من الصيادين",
        "معظم المحتجزين بخير",
    ],
)
def test_a_part(words: str) -> None:
    assert speaks_of_part(words)


@pytest.mark.parametrize(
    "words",
    [
        "the eight of Qasr al-Marj are in our care",
        "all the workers of the pumping station",
        "the eight are alive",
        "nobody is held",
        "все рыбаки живы",
        "восемь заложников у нас",
        "כל העובדים אצלנו",
        "שמונת הדייגים בחיים",
        "جميع العمال عندنا يوم الأحد",
        "الصيادون الثمانية بخير",
    ],
)
def test_the_whole(words: str) -> None:
    assert not speaks_of_part(words)
