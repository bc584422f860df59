import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.by_line import Line, bunches, check, read_lines
from tests.reading.dated import Found, case_of
from tests.timing import grows_in_proportion

from homeward.reading import Document, proposal_from_json, proposal_to_json, read
from homeward.reading.dates import DateRules, Timex, read_dates, read_times
from homeward.reading.languages import ARABIC, ENGLISH, HEBREW, RUSSIAN, UNKNOWN
from homeward.records import PartialDate

HERE = Path(__file__).parent
FRIDAY = PartialDate.read("2024-05-31")
LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN, "he": HEBREW, "ar": ARABIC}

CASES = """
en | met on Thursday | 2024-05-30
en | met on Friday | 2024-05-31
en | met on Monday | 2024-05-27
en | said last Thursday | 2024-05-30?
en | said last Saturday | 2024-05-25
en | will meet on Sunday | 2024-06-02
en | next week | 2024-06-03/2024-06-09
en | last week | 2024-05-20/2024-05-26
en | last month | 2024-04
en | next year | 2025
en | On March 28 | 2024-03-28
en | On 2 December | 2023-12-02
en | 4th of February 2023 | 2023-02-04
en | Feb. 4, 2023 | 2023-02-04
en | in March | 2024-03
en | since October | 2023-10
en | in October 2023 | 2023-10
en | in the spring of 2023 | 2023-21
en | last winter | 2023-24
en | in 2019 | 2019
en | 2024-03-02 | 2024-03-02
en | 28.03.2024 | 2024-03-28
en | 5/31/2024 | 2024-05-31
en | 3/4/2024 | 2024-04-03?
en | yesterday | 2024-05-30
en | two days ago | 2024-05-29
en | three weeks ago | 2024-05-10~
en | two years ago | 2022~
en | within ten days | 2024-05-31/2024-06-10
en | earlier this month, on 4 May | 2024-05-04
en | earlier this month (4 May) | 2024-05-04
en | on Tuesday, 14 May | 2024-05-14
en | on 4 May. Two days later | 2024-05-04, 2024-05-06
en | on 4 May. Two days earlier | 2024-05-04, 2024-05-02
en | by 5 June | 2024-06-05
en | on 31 February | -
en | may march second | -
en | Room 12, page 2024 | -
ru | в четверг | 2024-05-30
ru | вчера | 2024-05-30
ru | 28 марта | 2024-03-28
ru | 4 февраля 2023 года | 2023-02-04
ru | 28.03.2024 | 2024-03-28
ru | в октябре 2023 года | 2023-10
ru | в апреле | 2024-04
ru | на прошлой неделе | 2024-05-20/2024-05-26
ru | в прошлом месяце | 2024-04
ru | три дня назад | 2024-05-28
ru | весной 2023 года | 2023-21
ru | встретятся в понедельник | 2024-06-03
he | ביום חמישי | 2024-05-30
he | אתמול | 2024-05-30
he | ב-28 במרץ | 2024-03-28
he | ב-4 בפברואר 2023 | 2023-02-04
he | באוקטובר 2023 | 2023-10
he | בשבוע שעבר | 2024-05-20/2024-05-26
he | בחודש שעבר | 2024-04
he | לפני שבועיים | 2024-05-17~
he | ביום שלישי, 14 במאי | 2024-05-14
ar | يوم الخميس | 2024-05-30
ar | أمس الخميس | 2024-05-30
ar | أمس | 2024-05-30
ar | في 28 آذار/مارس | 2024-03-28
ar | ٤ شباط ٢٠٢٣ | 2023-02-04
ar | تشرين الأول 2023 | 2023-10
ar | الأسبوع الماضي | 2024-05-20/2024-05-26
ar | الشهر الماضي | 2024-04
ar | قبل يومين | 2024-05-29
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_a_date_is_read_as_precisely_as_it_is_written(line: str) -> None:
    code, text, expected = line.split(" | ")
    found = read_dates(text, FRIDAY, LANGUAGES[code].dates)
    assert (", ".join(d.value.edtf for d in found) or "-") == expected


def test_without_a_publication_date_only_full_dates_are_read() -> None:
    found = read_dates("On Thursday, 28 March, in April 2023 and on 2 May 2024", None, ENGLISH.dates)
    assert [d.value.edtf for d in found] == ["2023-04", "2024-05-02"]


@given(st.text(alphabet="0123456789 ./-adhnorstuyMJF,thmarceow٢٠", max_size=80), st.sampled_from(list(LANGUAGES)))
def test_no_text_raises_and_every_date_quotes_it(text: str, code: str) -> None:
    for found in read_dates(text, FRIDAY, LANGUAGES[code].dates):
        assert text[found.span.start : found.span.stop] == found.span.text
        assert PartialDate.read(found.value.edtf)


MARKED = read_lines(*(HERE / "dates" / f"{code}.txt" for code in LANGUAGES))


def times_read(line: Line) -> Found:
    return case_of(line.text).found(LANGUAGES[line.path.stem].dates)


@pytest.mark.parametrize("lines", bunches(MARKED))
def test_the_times_of_a_sentence_are_those_marked_in_it(lines: list[Line]) -> None:
    check(lines, lambda line: times_read(line) == list(case_of(line.text).expected), found=times_read)


def test_every_language_has_cases() -> None:
    counts = Counter(line.path.stem for line in MARKED)
    assert counts["en"] >= 125
    assert all(counts[code] >= 50 for code in LANGUAGES)


NUMBERS = """
۱۱ اردیبهشت ۱۴۰۳ | 2024-04-30
۱۴۰۳/۰۲/۱۱ | 2024-04-30
le 12 mai 2024 | 2024-05-12
am 3. Mai 2024 | 2024-05-03
12 травня 2024 року | 2024-05-12
3 Mayıs 2024 | 2024-05-03
2024-05-12 | 2024-05-12
12.05.2024 | 2024-05-12
12/13/2024 | 2024-12-13
13/13/2024 | -
"""


@pytest.mark.parametrize("line", NUMBERS.strip().splitlines())
def test_dates_in_figures_and_with_months_by_name_are_read_in_any_language(line: str) -> None:
    text, expected = line.split(" | ")
    found = read_dates(text, FRIDAY, UNKNOWN.dates)
    assert (", ".join(d.value.edtf for d in found) or "-") == expected


CALENDARS = """
en | on 12 Ramadan 1445 | 2024-03-22
en | on 3 Khordad 1403 | 2024-05-23
en | during Ramadan | 2024-03-11/2024-04-09
ru | 12 рамадана 1445 года | 2024-03-22
he | ביום ט״ו בניסן תשפ״ד | 2024-04-23
he | ב-ה' באייר תשפ"ד | 2024-05-13
ar | ١٥ رمضان ١٤٤٥ هـ | 2024-03-25
ar | 1445/09/15 | 2024-03-25?
ar | 15 رمضان 1445 (25 آذار 2024) | 2024-03-25
ar | 15 رمضان 1445 (26 آذار 2024) | 2024-03-26
ar | 15 رمضان 1445 (28 آذار 2024) | 2024-03-25, 2024-03-28
ar | قبل رمضان | ../2024-03-11
"""


@pytest.mark.parametrize("line", CALENDARS.strip().splitlines())
def test_dates_of_other_calendars_become_days_of_the_common_one(line: str) -> None:
    code, text, expected = line.split(" | ")
    found = read_dates(text, FRIDAY, LANGUAGES[code].dates)
    assert (", ".join(d.value.edtf for d in found) or "-") == expected


def test_a_lunar_day_says_that_its_month_may_have_begun_a_day_earlier_or_later() -> None:
    (found,) = read_dates("on 12 Ramadan 1445", FRIDAY, ENGLISH.dates)
    assert "Umm al-Qura" in found.because
    assert "a day earlier or later" in found.because
    (told,) = read_dates("on Saturday, 12 Ramadan 1445", FRIDAY, ENGLISH.dates)
    assert (told.value.edtf, "weekday" in told.because) == ("2024-03-23", True)
    (written,) = read_dates("on 22 March 2024", FRIDAY, ENGLISH.dates)
    assert written.because == "written in full"


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("by 5 June", "../2024-06-05"),
        ("until the end of July", "../2024-07-31"),
        ("since October", "2023-10/.."),
        ("after 9 May", "2024-05-09/.."),
        ("on 9 May", "2024-05-09"),
        ("from 1 to 6 May", "2024-05-01/2024-05-06"),
    ],
)
def test_before_and_after_leave_a_date_open_at_one_end(text: str, reach: str) -> None:
    (found,) = read_dates(text, FRIDAY, ENGLISH.dates)
    assert found.reach.edtf == reach


@pytest.mark.parametrize(
    ("code", "text", "reach"),
    [
        ("en", "He was free. By Monday he was less certain.", "2024-05-27"),
        ("en", "By Monday he will be free.", "../2024-06-03"),
        ("en", "They want them released before the summit on 12 June.", "../2024-06-12"),
        ("en", "He stood before the judge on 12 May.", "2024-05-12"),
        ("en", "The photograph is from 2016.", "2016"),
        ("en", "They answer within 48 hours.", "2024-05-31/2024-06-02"),
        ("ru", "Комиссия отправит список не позднее 5 июня.", "../2024-06-05"),
        ("ru", "Врачей не пустят раньше июля.", "../2024-07"),
        ("ru", "Врачей пустят не раньше 5 июня.", "2024-06-05/.."),
        ("ru", "К понедельнику нашли двоих.", "2024-05-27"),
        ("ar", "ظل محتجزا حتى 4 مايو.", "2024-05-04"),
        ("ar", "أمهلتهم الجبهة حتى 4 يونيو.", "../2024-06-04"),
    ],
)
def test_what_stands_before_a_date_and_the_verb_say_whether_it_is_open(code: str, text: str, reach: str) -> None:
    assert [found.reach.edtf for found in read_dates(text, FRIDAY, LANGUAGES[code].dates)] == [reach]


def test_a_date_has_its_timex_also_in_the_proposals() -> None:
    (found,) = read_dates("in early March", FRIDAY, ENGLISH.dates)
    assert found.timex == Timex("DATE", "2024-03", "START")
    document = Document("The Front said on Thursday that it held the captives.", FRIDAY, "Corvel Times")
    statement = read(document).proposals[0]
    assert statement.date is not None
    assert statement.date.timex == Timex("DATE", "2024-05-30")
    assert proposal_from_json(proposal_to_json(statement)) == statement


def test_counting_goes_on_from_the_paragraph_before() -> None:
    text = "The boat sank on 4 May.\n\nTwo days later it was found."
    assert [d.value.edtf for d in read(Document(text, FRIDAY, "Corvel Times")).dates] == ["2024-05-04", "2024-05-06"]


def test_the_paragraphs_of_a_chronicle_follow_the_dates_at_their_heads() -> None:
    text = "3 February 2022. Five men disappear.\n\n11 March. The envoy calls; an answer is due by the end of March."
    found = read_times(text + "\n\nThe envoy was there again on 2 April.", FRIDAY, ENGLISH.dates)
    assert [t.timex.value for t in found] == ["2022-02-03", "2022-03-11", "2022-03", "2024-04-02"]
    dateline = read_times(
        "30 May 2024. A boat sank in December; a second was found on 2 April.", FRIDAY, ENGLISH.dates
    )
    assert [t.timex.value for t in dateline] == ["2024-05-30", "2023-12", "2024-04-02"]


def test_a_weekday_that_does_not_fit_its_date_is_said_to_be_unsure() -> None:
    (found,) = read_dates("on Monday, 14 May 2024", FRIDAY, ENGLISH.dates)
    assert found.value.edtf == "2024-05-14?"
    assert "weekday" in found.because


def test_the_weekday_tells_the_year() -> None:
    (found,) = read_dates("He was taken on Monday, 15 May.", FRIDAY, ENGLISH.dates)
    assert found.value.edtf == "2023-05-15"


# --- whatever is brought -------------------------------------------------------------------------------------------


FIGURES = "4 31 23 98 2023 1445 0800 4th 3-го 1990s 90-х 10:45 28.03.2024 3.5 1,500 ' ’ - – , . ( ) xyz Xyz"


def words_of(rules: DateRules) -> list[str]:
    """Every word and phrase of a language's tables, and figures of all kinds."""
    literals = re.findall(r"'([^']+)'", " ".join(rule for _, rule in rules.rules))
    words = {word for table in rules.words.values() for word in table}
    words.update(word for literal in literals for word in literal.split("/") if word)
    return sorted(words | {word.capitalize() for word in words}) + FIGURES.split() * 20


WORDS = {code: words_of(language.dates) for code, language in LANGUAGES.items()}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_row_of_the_words_of_dates_raises_and_every_time_quotes_it(code: str) -> None:
    chance = random.Random(7)
    rules = LANGUAGES[code].dates
    for _ in range(1500):
        text = " ".join(chance.choices(WORDS[code], k=chance.randint(2, 9)))
        for day in (FRIDAY, None):
            stop = 0
            for found in read_times(text, day, rules):
                assert stop <= found.span.start < found.span.stop
                assert text[found.span.start : found.span.stop] == found.span.text
                assert found.timex.value
                assert found.value is None or PartialDate.read(found.value.edtf)
                stop = found.span.stop
            for date in read_dates(text, day, rules):
                assert text[date.span.start : date.span.stop] == date.span.text
                assert PartialDate.read(date.value.edtf)
                assert PartialDate.read(date.reach.edtf)


@given(st.text(max_size=200), st.sampled_from(list(LANGUAGES)))
@settings(deadline=None)
def test_no_text_at_all_raises(text: str, code: str) -> None:
    for found in read_times(text, FRIDAY, LANGUAGES[code].dates):
        assert text[found.span.start : found.span.stop] == found.span.text


@pytest.mark.parametrize("piece", ["on Monday ", "12 ", "1,", "May ", "'98 ", "twenty-", "a year ", "1 a ", "‘a’ "])
def test_many_dates_take_time_in_proportion(piece: str) -> None:
    assert grows_in_proportion(lambda number: read_dates(piece * number, FRIDAY, ENGLISH.dates), 1000)
