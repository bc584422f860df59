"""Nationalities as written, as codes."""

from __future__ import annotations

import pytest

from homeward.exchange.nationalities import read_nationalities
from homeward.exchange.sexes import read_sex
from homeward.records import Sex


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Russia/Israel", "RU IL"),
        ("россия, израиль", "RU IL"),
        ("ישראל ורוסיה", "IL RU"),
        ("روسيا وإسرائيل", "RU IL"),
        ("روسية / إسرائيلية", "RU IL"),
        ("Israeli", "IL"),
        ("израильское", "IL"),
        ("гражданин Израиля", "IL"),
        ("гражданка Украины", "UA"),
        ("граждане России", "RU"),
        ("РФ", "RU"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("GBR", "GB"),
        ("th", "TH"),
        ("תאילנד", "TH"),
        ("ישראלית", "IL"),
        ("ישראלים", "IL"),
        ("Bosnia and Herzegovina", "BA"),
        ("سوري", "SY"),
        ("السورية", "SY"),
        ("Côte d’Ivoire", "CI"),
        ("украинка", "UA"),
        ("Russian and Israeli", "RU IL"),
        ("IL;RU", "IL RU"),
        ('ארה"ב', "US"),
        ("فلسطين", "PS"),
        ("ایران", "IR"),
        ("Russian, Russian", "RU"),
        ("Israel (Russia)", "IL"),
        ("русский", "RU"),
        ("Украина", "UA"),
        ("Україна", "UA"),
    ],
)
def test_nationalities_become_codes_in_the_order_written(text: str, codes: str) -> None:
    found = read_nationalities(text)
    assert found is not None
    assert " ".join(found[0]) == codes


def test_known_to_have_none_is_not_the_same_as_not_known() -> None:
    assert read_nationalities("Stateless") is None
    assert read_nationalities("без гражданства") is None
    assert read_nationalities("חסר אזרחות") is None
    assert read_nationalities("Atlantis") == ((), ("Atlantis",))


def test_what_is_understood_is_kept_beside_what_is_not() -> None:
    assert read_nationalities("Israel, Atlantis") == (("IL",), ("Atlantis",))


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("F", Sex.FEMALE),
        ("male", Sex.MALE),
        ("Ж", Sex.FEMALE),
        ("муж.", Sex.MALE),
        ("זכר", Sex.MALE),
        ("נקבה", Sex.FEMALE),
        ("ذكر", Sex.MALE),
        ("أنثى", Sex.FEMALE),
        ("انثى", Sex.FEMALE),
        ("انثي", Sex.FEMALE),
        ("ىأنث", Sex.FEMALE),
        ("ىثنأ", Sex.FEMALE),
        ("رکذ", None),
        ("x", Sex.OTHER),
        ("", None),
        ("maybe", None),
    ],
)
def test_sex_is_read_in_several_languages_mirrored_words_included(text: str, sex: Sex | None) -> None:
    assert read_sex(text) is sex
