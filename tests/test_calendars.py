"""Dates and ages as lists write them. Adding a case is adding a line."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import jdatetime
import pytest
from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from homeward.calendars import Calendar, month_number, months_of_cldr, read_age, read_date, to_ascii_digits
from homeward.calendars.convert import days_of
from homeward.errors import BadDateError
from homeward.records import PartialDate

AS_OF = date(2024, 6, 1)

READ_AS = {
    # figures
    "17/03/1994": "1994-03-17",
    "17.3.1994": "1994-03-17",
    "17-03-1994": "1994-03-17",
    "17 / 03 / 1994": "1994-03-17",
    "03/17/1994": "1994-03-17",  # only one order makes sense
    "1994/17/03": "1994-03-17",
    "1994-03-17": "1994-03-17",
    "1994/3/17": "1994-03-17",
    "19940317": "1994-03-17",
    "17031994": "1994-03-17",
    "03/1994": "1994-03",
    "1994-03": "1994-03",
    "1994": "1994",
    "00/00/1994": "1994",
    "00/05/1994": "1994-05",
    "34410": "1994-03-17",  # the number behind a date cell
    "34410.0": "1994-03-17",
    "17.3.94": "1994-03-17",
    "1.6.24": "2024-06-01",
    "2.6.24": "1924-06-02",  # never later than the day the list speaks for
    "١٧/٠٣/١٩٩٤": "1994-03-17",
    "‏١٧/٠٣/١٩٩٤‏": "1994-03-17",
    "१७/०३/१९९४": "1994-03-17",
    "4991/30/71": "1994-03-17?",  # reversed by right-to-left copying
    # a time of day, or a zone, never moves the day
    "1994-03-17T23:30:00+02:00": "1994-03-17",
    "1994-03-17 00:00:00": "1994-03-17",
    "1994-03-17 23:59:59Z": "1994-03-17",
    "17/03/1994 11:30 PM": "1994-03-17",
    # words, English
    "17 March 1994": "1994-03-17",
    "March 17, 1994": "1994-03-17",
    "17th of March 1994": "1994-03-17",
    "17-Mar-94": "1994-03-17",
    "Thursday 30 May 2024": "2024-05-30",
    "March 1994": "1994-03",
    "summer 2020": "2020-22",
    "born 1994": "1994",
    # Russian, Ukrainian
    "17 марта 1994 г.": "1994-03-17",
    "17 марта 1994 года": "1994-03-17",
    "17.03.1994 г.р.": "1994-03-17",
    "1994 г.р.": "1994",
    "март 1994": "1994-03",
    "в мае 1994 года": "1994-05",
    "17 березня 1994": "1994-03-17",
    "лето 2020 г.": "2020-22",
    # Hebrew
    "17 במרץ 1994": "1994-03-17",
    "17 באוגוסט 1994": "1994-08-17",
    "אוקטובר 2023": "2023-10",
    "שנת 1994": "1994",
    "ט״ו בניסן תשנ״ד": "1994-03-27",
    'תשנ"ד': "1993-09/1994-09",
    # Arabic: Levantine, Egyptian, Maghreb and doubled month names
    "١٧ آذار ١٩٩٤": "1994-03-17",
    "17 اذار 1994": "1994-03-17",
    "17 مارس 1994": "1994-03-17",
    "17 آذار/مارس 1994": "1994-03-17",
    "كانون الثاني 1994": "1994-01",
    "12 تشرين الأول 2023": "2023-10-12",
    "5 أغسطس 2023": "2023-08-05",
    "5 جويلية 2020": "2020-07-05",
    "مواليد 1994": "1994",
    "1994م": "1994",
    # other calendars
    "15 رمضان 1415 هـ": "1995-02-14~",
    "15/9/1415هـ": "1995-02-14~",
    "15/9/1415 AH": "1995-02-14~",
    "١٤١٥هـ": "1994-06~/1995-05~",
    "1415/9/15": "1995-02-14%",
    "1372": "1952-09%/1953-09%",
    "۷ مرداد ۱۳۷۰": "1991-07-29",
    "1370/5/7 ش": "1991-07-29",
    "1370/5/7 هجری شمسی": "1991-07-29",
    "١٣٦٩/٠٥/١٢ هـ.ش": "1990-08-03",
    "١٣٦٩/٠٥/١٢ هـ . ش": "1990-08-03",
    "1369/05/12 هـ.ش.": "1990-08-03",
    "1369/05/12 ه.ش": "1990-08-03",
    "1369/05/12 ھ. ش": "1990-08-03",
    "1369/05/12 (هـ.ش)": "1990-08-03",
    "1369/05/12 هجري شمسي": "1990-08-03",
    "1414/05/12 هـ.ق": "1993-10-27~",
    "١٤١٤/٠٥/١٢ هـ . ق": "1993-10-27~",
    "1414/05/12 ه.ق.": "1993-10-27~",
    "1414/05/12 هجري قمري": "1993-10-27~",
    "۱۳۷۰/۵/۷": "1991-07-29?",
    "2537": "1994",
    "17/03/2537": "1994-03-17",
    "17 March 2537 BE": "1994-03-17",
    # about, between, before, after
    "about 1970": "1970~",
    "c. 1970": "1970~",
    "ca 1970": "1970~",
    "около 1970": "1970~",
    "ок. 1970 г.": "1970~",
    "בערך 1970": "1970~",
    "حوالي ١٩٧٠": "1970~",
    "1970 تقريبا": "1970~",
    "1994?": "1994?",
    "about 1970?": "1970%",
    "1970-1972": "1970/1972",
    "1970 – 1972": "1970/1972",
    "1970/1972": "1970/1972",
    "1970 or 1971": "1970/1971",
    "between 1970 and 1972": "1970/1972",
    "с 1970 по 1972": "1970/1972",
    "before 2010": "../2010",
    "до 2010": "../2010",
    "after 2010": "2010/..",
    "1990s": "199X",
    "1990-е": "199X",
    # EDTF as it is
    "2023-10~": "2023-10~",
    "198X": "198X",
    "../2024-03": "../2024-03",
}


@pytest.mark.parametrize(("text", "edtf"), READ_AS.items())
def test_written_dates_are_read_as_precisely_as_written(text: str, edtf: str) -> None:
    assert read_date(text, as_of=AS_OF).edtf == edtf
    assert PartialDate.read(edtf).edtf == edtf  # whatever comes out is EDTF that the records can hold


@pytest.mark.parametrize(
    "text",
    [
        "31/02/1994",
        "29/02/2023",
        "2024-02-30",
        "31.04.1990",
        "17/13/1994",
        "99/99/9999",
        "",
        " ",
        "?",
        "abc",
        "34",
        "15 May",
        "3094",
        "1",
        "0",
        "17 March April 1994",
        "31 февраля 1994",
        "30/2/1445 م",
        "1445/13/13",
        "40 رمضان 1415",
        "1994-03-17 and more",
        "x" * 5000,
        "1/" * 2000,
        "²/²/1994",
        "12/05",
        "--",
        "1994/1970",
        "٠",
    ],
)
def test_what_is_no_date_is_refused_and_quoted(text: str) -> None:
    with pytest.raises(BadDateError) as caught:
        read_date(text, as_of=AS_OF)
    assert caught.value.problem.value == text
    assert caught.value.problem.remedy


def test_order_and_calendar_can_be_told() -> None:
    assert read_date("03/04/1994").edtf == "1994-04-03"
    assert read_date("03/04/1994", day_first=False).edtf == "1994-03-04"
    assert read_date("1370/5/7", calendar=Calendar.SOLAR_HIJRI).edtf == "1991-07-29"
    assert read_date("1370", calendar=Calendar.SOLAR_HIJRI).edtf == "1991-03/1992-03"
    assert read_date("15/9/15", calendar=Calendar.HIJRI, as_of=AS_OF).edtf == "1995-02-14~"


def test_as_of_may_be_a_partial_date() -> None:
    assert read_date("1.6.24", as_of=PartialDate("2024-05")).edtf == "1924-06-01"


@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2024, 5, 30)))
def test_every_day_is_read_back_in_every_calendar(day: date) -> None:
    exact = PartialDate.day(day)
    assert read_date(f"{day.day}/{day.month}/{day.year}", as_of=AS_OF) == exact
    assert read_date(day.strftime("%Y%m%d"), as_of=AS_OF) == exact
    lunar = Gregorian(day.year, day.month, day.day).to_hijri()
    assert read_date(f"{lunar.day}/{lunar.month}/{lunar.year} هـ", as_of=AS_OF).edtf == f"{day.isoformat()}~"
    solar = jdatetime.date.fromgregorian(date=day)
    assert read_date(f"{solar.year}/{solar.month}/{solar.day} ش", as_of=AS_OF) == exact
    assert read_date(f"{day.day}/{day.month}/{day.year + 543}", as_of=AS_OF) == exact


@given(st.text(max_size=40) | st.text(alphabet="0123456789/.-~?X هـ", max_size=20))
def test_any_text_is_a_date_or_a_refusal(text: str) -> None:
    try:
        found = read_date(text, as_of=AS_OF)
    except BadDateError:
        return
    assert PartialDate.read(found.edtf) == found


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [
        (5784, 7, 1, date(2023, 9, 16)),
        (5785, 7, 1, date(2024, 10, 3)),
        (5784, 1, 15, date(2024, 4, 23)),
        (5754, 1, 1, date(1994, 3, 13)),
        (5784, 13, 14, date(2024, 3, 24)),  # Purim of a leap year
        (5708, 2, 5, date(1948, 5, 14)),
    ],
)
def test_hebrew_days_agree_with_the_almanac(year: int, month: int, day: int, gregorian: date) -> None:
    assert days_of(Calendar.HEBREW, year, month, day) == (gregorian, gregorian)


@pytest.mark.parametrize("system", [Calendar.HEBREW, Calendar.SOLAR_HIJRI, Calendar.HIJRI])
def test_years_of_other_calendars_follow_each_other_without_a_gap(system: Calendar) -> None:
    first = {Calendar.HEBREW: 5690, Calendar.SOLAR_HIJRI: 1310, Calendar.HIJRI: 1350}[system]
    for year in range(first, first + 90):
        assert days_of(system, year)[1] + timedelta(days=1) == days_of(system, year + 1)[0]


@pytest.mark.parametrize(
    ("word", "language", "month"),
    [
        ("March", None, (3, Calendar.GREGORIAN)),
        ("марта", None, (3, Calendar.GREGORIAN)),
        ("במרץ", None, (3, Calendar.GREGORIAN)),
        ("آذار", None, (3, Calendar.GREGORIAN)),
        ("كانون الثاني", None, (1, Calendar.GREGORIAN)),
        ("رمضان", None, (9, Calendar.HIJRI)),
        ("مرداد", None, (5, Calendar.SOLAR_HIJRI)),
        ("тамуз", None, None),
        ("תמוז", "he", (4, Calendar.HEBREW)),
        ("may", "en", (5, Calendar.GREGORIAN)),
        ("", None, None),
        ("Monday", None, None),
    ],
)
def test_months_are_known_by_name(word: str, language: str | None, month: tuple[int, Calendar] | None) -> None:
    assert month_number(word, language) == month


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("34", 34),
        ("34 года", 34),
        ("34 лет", 34),
        ("בן 34", 34),
        ("בת 34", 34),
        ("٣٤ سنة", 34),
        ("۳۴ سال", 34),
        ("سنتان", 2),
        ("سنة", 1),
        ("7 months", 0),
        ("6 أشهر", 0),
        ("3 мес.", 0),
        ("34.0", 34),
        ("aged 34", 34),
        ("34 y.o.", 34),
        ("0", 0),
        ("1994", None),
        ("300", None),
        ("", None),
        ("young", None),
        ("30-35", None),
        ("17/03/1994", None),
    ],
)
def test_ages_are_read_in_figures_and_words(text: str, years: int | None) -> None:
    assert read_age(text) == years


def test_digits_of_all_scripts_become_ascii_and_nothing_else_changes() -> None:
    assert to_ascii_digits("٣٤/۳۴/३४/๓๔ ½ ² Ⅷ שם") == "34/34/34/34 ½ ² Ⅷ שם"


def test_the_dates_in_the_documentation_are_read_as_it_says() -> None:
    page = (Path(__file__).parents[1] / "docs" / "lists.md").read_text("utf-8")
    section = page[page.index("## Dates and ages") : page.index("Days come before months")]
    rows = [line.split("|")[1:3] for line in section.splitlines() if line.startswith("| `")]
    assert len(rows) >= 9
    for written, edtf in rows:
        for example in re.findall("`([^`]+)`", written):
            if "unknown" in edtf:
                with pytest.raises(BadDateError):
                    read_date(example, as_of=AS_OF)
            else:
                assert f"`{read_date(example, as_of=AS_OF)}`" == edtf.strip()


def test_months_of_one_language_are_not_those_of_another_that_was_asked_for_first():
    for alone in (False, True):
        for short in (False, True):
            assert months_of_cldr("he", alone=alone, short=short)[4] == "מאי"
            assert months_of_cldr("ar", alone=alone, short=short)[4] == "مايو"
            assert months_of_cldr("ru", alone=alone, short=short)[4] == ("май" if alone else "мая")
