import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.reading.dates import read_dates
from homeward.reading.languages import ARABIC, ENGLISH, HEBREW, RUSSIAN
from homeward.records import PartialDate

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
