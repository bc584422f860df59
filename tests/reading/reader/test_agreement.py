"""Numbers and negations, compared strictly, in four languages."""

from __future__ import annotations

import pytest

from homeward.reading.dates import read_dates
from homeward.reading.languages import ARABIC, ENGLISH, HEBREW, RUSSIAN, Language
from homeward.reading.reader.agreement import DENYING, Sign, is_unreal, numbers_in, sign_of
from homeward.records import PartialDate

DAY = PartialDate.read("2024-06-07")
LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN, "he": HEBREW, "ar": ARABIC}


def numbers(text: str, language: Language = ENGLISH) -> set[int]:
    dates = read_dates(text, DAY, language.dates)
    return set(numbers_in(text, (0, len(text)), language, dates))


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("a list of eight names", {8}),
        ("a list of 8 names", {8}),
        ("a list of ٨ names", {8}),
        ("Eight names, not nine", {8, 9}),
        ("twenty-eight names", {28}),
        ("twenty eight names", {28}),
        ("1,200 names", {1200}),
        ("1\u00a0200 names", {1200}),
        ("eight hundred names", set()),
        ("eight thousand four hundred names", set()),
        ("a hundred and four names", set()),
        ("8 thousand names", set()),
        ("8.5 tonnes", set()),
        ("8% of them", set()),
        ("eight percent", set()),
        ("on 8 June a list of nine names", {9}),
        ("at 18:30", set()),
        ("B8 road", set()),
        ("names", set()),
        ("weight and height", set()),
    ],
)
def test_numbers_are_those_that_the_words_give(text: str, given: set[int]) -> None:
    assert numbers(text) == given


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("список из восьми имён", "ru", 8),
        ("список из двенадцати фамилий", "ru", 12),
        ("רשימה של שמונה שמות", "he", 8),
        ("שמותיהם של חמשת המהנדסים", "he", 5),
        ("قائمة من ثمانية أسماء", "ar", 8),
        ("قائمة بأسماء المهندسين السبعة", "ar", 7),
    ],
)
def test_number_words_of_other_languages(text: str, language: str, number: int) -> None:
    assert numbers(text, LANGUAGES[language]) == {number}


def sign(text: str, quote: str, language: str = "en", *, denied: bool = False) -> Sign:
    start = text.index(quote)
    return sign_of(text, (start, start + len(quote)), (0, len(text)), DENYING[language], denied=denied)


@pytest.mark.parametrize(
    ("text", "quote", "is_sign"),
    [
        ("We hold them.", "hold them", Sign.AFFIRMS),
        ("We do not hold them.", "We do not hold them", Sign.NEGATES),
        ("We do not hold them.", "hold them", Sign.NEGATES),
        ("We don’t hold them.", "hold them", Sign.NEGATES),
        ("We do not, as you know, hold them.", "hold them", Sign.NEGATES),
        ("We do not (as you know) hold them.", "hold them", Sign.NEGATES),
        ("It is not true that we hold them.", "we hold them", Sign.NEGATES),
        ("We never held them.", "held them", Sign.NEGATES),
        ("We hold them no longer.", "hold them", Sign.NEGATES),
        ("Nobody here holds them.", "holds them", Sign.NEGATES),
        ("It denied that they are held.", "they are held", Sign.NEGATES),
        ("It did not deny that they are held.", "they are held", Sign.UNCLEAR),
        ("They have not come, and never will.", "They have not come", Sign.NEGATES),
        ("It came no later than May, and they are held.", "they are held", Sign.AFFIRMS),
        ("They are held without charge.", "They are held", Sign.AFFIRMS),
        ("They are held and were never charged.", "They are held", Sign.AFFIRMS),
        ("He is not well, but she is alive.", "she is alive", Sign.AFFIRMS),
        ("She is alive, but not well.", "She is alive", Sign.AFFIRMS),
        ("He did not come. She is alive.", "She is alive", Sign.AFFIRMS),
        ("He did not see Mr. Rasil held there.", "held there", Sign.NEGATES),
        ("It holds neither Dana nor Ilan.", "holds neither Dana nor Ilan", Sign.NEGATES),
        ("Another notable list.", "notable list", Sign.AFFIRMS),
    ],
)
def test_negations_are_looked_for_around_the_quote_too(text: str, quote: str, is_sign: Sign) -> None:
    assert sign(text, quote) is is_sign


@pytest.mark.parametrize(
    ("text", "quote", "language", "is_sign"),
    [
        ("Мы их удерживаем.", "удерживаем", "ru", Sign.AFFIRMS),
        ("Мы их не удерживаем.", "удерживаем", "ru", Sign.NEGATES),
        ("У нас никого нет.", "никого нет", "ru", Sign.NEGATES),
        ("Движение не отрицает, что они живы.", "они живы", "ru", Sign.UNCLEAR),
        ("אנחנו מחזיקים בהם.", "מחזיקים בהם", "he", Sign.AFFIRMS),
        ("אנחנו לא מחזיקים בהם.", "מחזיקים בהם", "he", Sign.NEGATES),
        ("איננו מחזיקים בהם.", "מחזיקים בהם", "he", Sign.NEGATES),
        ("نحن نحتجزهم.", "نحتجزهم", "ar", Sign.AFFIRMS),
        ("نحن لا نحتجزهم.", "نحتجزهم", "ar", Sign.NEGATES),
        ("لسنا نحتجزهم.", "نحتجزهم", "ar", Sign.NEGATES),
        ("نفت الجبهة أنها تحتجزهم.", "تحتجزهم", "ar", Sign.NEGATES),
    ],
)
def test_negations_of_other_languages(text: str, quote: str, language: str, is_sign: Sign) -> None:
    assert sign(text, quote, language) is is_sign


def test_what_is_denied_is_negated_once() -> None:
    assert sign("The eight are held.", "are held", denied=True) is Sign.NEGATES
    assert sign("The eight are not held.", "are not held", denied=True) is Sign.UNCLEAR


@pytest.mark.parametrize(
    ("text", "quote", "unreal"),
    [
        ("Dana is alive.", "Dana is alive", False),
        ("If Dana is alive, they will say so.", "Dana is alive", True),
        ("They asked whether Dana is alive.", "Dana is alive", True),
        ("Is Dana alive?", "Is Dana alive", True),
        ("They must be released.", "They must be released", True),
        ("Кто знает, жива ли Дана?", "жива ли Дана", True),
        ("Дана жива.", "Дана жива", False),
    ],
)
def test_a_wish_or_condition_is_no_fact(text: str, quote: str, unreal: bool) -> None:
    language = "ru" if text[-2] > "z" else "en"
    start = text.index(quote)
    place = (start, start + len(quote))
    assert is_unreal(text, place, (0, len(text)), LANGUAGES[language], DENYING[language]) is unreal
