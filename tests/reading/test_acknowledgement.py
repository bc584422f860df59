"""That a party holds people is proposed only where it says so itself, not where it denies or asks it."""

from __future__ import annotations

import pytest

from homeward.reading import Document, read
from homeward.records import AnswerCode, ClaimSubject, PartialDate, Polarity

PUBLISHED = PartialDate.read("2024-06-07")
GROUPS = ("the engineers", "инженеры", "המהנדסים", "المهندسين", "الرهائن", "المهندسون")
SAYS = {
    "en": "“{}”, said commander Said Raul.",
    "ru": "«{}», — сказал командир Саид Раул.",
    "he": '"{}", אמר המפקד סעיד ראול.',
    "ar": 'قال القائد سامر الجبلي: "{}".',
}


def answers(language: str, words: str) -> set[AnswerCode]:
    text = SAYS[language].format(words)
    reading = read(Document(text, PUBLISHED, "Gazette", language=language), groups=GROUPS, sought_count=8)
    if any(p.subject is ClaimSubject.ACKNOWLEDGEMENT for p in reading.proposals):
        return {AnswerCode.HOLDS}
    return {p.answer_code for p in reading.proposals if p.answer_code is not None}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The engineers are with us"),
        ("he", "המהנדסים אצלנו"),
        ("he", "לא נסתיר: המהנדסים אצלנו"),
        ("ar", "المهندسون عندنا ولا خوف عليهم"),
        ("ar", "لا خوف عليهم، الرهائن عندنا"),
    ],
)
def test_a_party_that_says_so_itself_acknowledges(language: str, words: str) -> None:
    assert AnswerCode.HOLDS in answers(language, words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Who says the engineers are with us?"),
        ("en", "Neither the engineers nor anybody else are with us"),
        ("en", "None of the engineers are our guests"),
        ("en", "The engineers wrote it, but the stamp is ours"),
        ("en", "The engineers were goats, and we have five of those as well"),
        ("ru", "Кто сказал, что инженеры у нас?"),
        ("ru", "Инженеров у нас нет"),
        ("ru", "Список, где инженеры, лежит у меня в столе"),
        ("he", "מי אמר שהמהנדסים אצלנו?"),
        ("he", "לא המהנדסים ולא אחרים אצלנו"),
        ("he", "אין אצלנו שום מידע על המהנדסים"),
        ("ar", "لا رهائن عندنا"),
        ("ar", "لا أسرى ولا رهائن بحوزتنا"),
        ("ar", "لا أحد من المهندسين عندنا"),
        ("ar", "لم يكن المهندسون يوما في ضيافتنا"),
        ("ar", "من قال إن المهندسين عندنا؟"),
        ("ar", "لا علم لدينا بالرهائن"),
    ],
)
def test_what_is_denied_or_asked_acknowledges_nothing(language: str, words: str) -> None:
    assert AnswerCode.HOLDS not in answers(language, words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("he", "לא המהנדסים ולא אחרים אצלנו"),
        ("ar", "لا رهائن عندنا"),
        ("ar", "ما من رهائن في قبضتنا"),
        ("ar", "لا أحد من المهندسين عندنا"),
    ],
)
def test_no_people_with_us_is_a_denial(language: str, words: str) -> None:
    assert AnswerCode.DOES_NOT_HOLD in answers(language, words)


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("None of the engineers has died", ClaimSubject.DEAD),
        ("None of the engineers was moved to the north", ClaimSubject.TRANSFERRED),
        ("Not one of the engineers has been let go", ClaimSubject.RELEASED),
    ],
)
def test_none_of_them_denies_what_is_told_of_it(words: str, subject: ClaimSubject) -> None:
    text = SAYS["en"].format(words)
    reading = read(Document(text, PUBLISHED, "Gazette", language="en"), groups=GROUPS, sought_count=8)
    told = [p.polarity for p in reading.proposals if p.subject is subject]
    assert told == [Polarity.DENIES]
    assert not any((p.answer_code or AnswerCode.HOLDS).value.startswith("says_") for p in reading.proposals)


@pytest.mark.parametrize(
    "words",
    [
        "There is no doubt that two of the engineers have died",
        "There is no doubt the engineers are with us",
        "No doubt the engineers are in our hands",
    ],
)
def test_no_doubt_denies_nothing(words: str) -> None:
    text = SAYS["en"].format(words)
    reading = read(Document(text, PUBLISHED, "Gazette", language="en"), groups=GROUPS, sought_count=8)
    assert Polarity.DENIES not in {p.polarity for p in reading.proposals}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("he", "הצלב האדום: המהנדסים כבר בידינו"),
        ("he", '"המהנדסים בידינו", אמר דובר הצלב האדום.'),
        ("ar", 'قال الصليب الأحمر: "الرهائن عندنا".'),
    ],
)
def test_whom_the_red_cross_has_in_its_hands_is_not_held(language: str, text: str) -> None:
    reading = read(Document(text, PUBLISHED, "Gazette", language=language), groups=GROUPS, sought_count=8)
    assert AnswerCode.HOLDS not in {p.answer_code for p in reading.proposals}
    assert ClaimSubject.ACKNOWLEDGEMENT not in {p.subject for p in reading.proposals}
