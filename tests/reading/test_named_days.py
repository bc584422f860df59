"""Days as `days/*.txt` tell of them: which one a weekday means, how many ways a day is written, what is no day.

A line is a sentence, in a report of Friday, 31 May 2024:

    < ... @ ...          @, a weekday, is the last one past;  > ... @ ...  the next one to come
    ... {words|EDTF}     a date and the day that it names; what is not marked is none
    ~ ... {words|EDTF}   as far as it reaches: "by 5 June" is ../2024-06-05
"""

import re
from pathlib import Path

import pytest
from tests.reading.by_line import Line, bunches, check, read_lines

from homeward.reading.dates import read_dates
from homeward.reading.languages import ARABIC, ENGLISH, HEBREW, RUSSIAN
from homeward.records import PartialDate

HERE = Path(__file__).parent / "days"
FRIDAY = PartialDate.read("2024-05-31")
LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN, "he": HEBREW, "ar": ARABIC}
TUESDAY = {"en": "on Tuesday", "ru": "во вторник", "he": "ביום שלישי", "ar": "الثلاثاء"}
SUNDAY = {"en": "Sunday", "ru": "в воскресенье", "he": "ביום ראשון", "ar": "يوم الأحد"}
SIDES = {"<": ("2024-05-28", "2024-05-26"), ">": ("2024-06-04", "2024-06-02")}
MARK = re.compile(r"\{([^}|]*)\|([^}]*)\}")


LINES = read_lines(*sorted(HERE.glob("*.txt")))


def days_near(line: Line) -> list[list[str]]:
    """What is read for a Tuesday in the place of @, and for a Sunday."""
    code, sides = line.path.stem, []
    for day in (TUESDAY[code], SUNDAY[code]):
        text = line.text[2:].replace("@", day)
        place = text.index(day)
        found = read_dates(text, FRIDAY, LANGUAGES[code].dates)
        sides.append([d.value.edtf for d in found if d.span.start < place + len(day) and place < d.span.stop])
    return sides


@pytest.mark.parametrize("lines", bunches([line for line in LINES if line.text[0] in SIDES]))
def test_a_weekday_lies_on_the_side_that_its_sentence_looks_to(lines: list[Line]) -> None:
    check(lines, lambda line: days_near(line) == [[day] for day in SIDES[line.text[0]]], found=days_near)


def days_read(line: Line) -> list[tuple[str, str]]:
    """The words and the value of each day that is read."""
    text = MARK.sub(r"\1", line.text.removeprefix("~ "))
    found = read_dates(text, FRIDAY, LANGUAGES[line.path.stem].dates)
    return [(d.span.text, (d.reach if line.text.startswith("~ ") else d.value).edtf) for d in found]


def is_read(line: Line) -> bool:
    expected, found = MARK.findall(line.text), days_read(line)
    return [value for _, value in found] == [value for _, value in expected] and all(
        words in read or read in words for (read, _), (words, _) in zip(found, expected, strict=True)
    )


@pytest.mark.parametrize("lines", bunches([line for line in LINES if line.text[0] not in SIDES]))
def test_a_day_is_read_however_it_is_written(lines: list[Line]) -> None:
    check(lines, is_read, found=days_read)


def test_every_language_has_lines() -> None:
    assert {line.path.stem for line in LINES} == set(LANGUAGES)
