"""Days as `days/*.txt` tell of them: which one a weekday means, how many ways a day is written, what is no day.

A line is a sentence, in a report of Friday, 31 May 2024:

    < ... @ ...          @, a weekday, is the last one past;  > ... @ ...  the next one to come
    ... {words|EDTF}     a date and the day that it names; what is not marked is none
    ~ ... {words|EDTF}   as far as it reaches: "by 5 June" is ../2024-06-05
"""

import re
from pathlib import Path

import pytest

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


def lines() -> list[tuple[str, str]]:
    return [
        (path.stem, line)
        for path in sorted(HERE.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line and line[0] != "#"
    ]


@pytest.mark.parametrize(("code", "line"), [(code, line) for code, line in lines() if line[0] in SIDES])
def test_a_weekday_lies_on_the_side_that_its_sentence_looks_to(code: str, line: str) -> None:
    for day, expected in zip((TUESDAY[code], SUNDAY[code]), SIDES[line[0]], strict=True):
        text = line[2:].replace("@", day)
        place = text.index(day)
        found = read_dates(text, FRIDAY, LANGUAGES[code].dates)
        near = [d.value.edtf for d in found if d.span.start < place + len(day) and place < d.span.stop]
        assert near == [expected], text


@pytest.mark.parametrize(("code", "line"), [(code, line) for code, line in lines() if line[0] not in SIDES])
def test_a_day_is_read_however_it_is_written(code: str, line: str) -> None:
    reaching, line = line.startswith("~ "), line.removeprefix("~ ")
    expected = [mark.groups() for mark in MARK.finditer(line)]
    found = read_dates(MARK.sub(r"\1", line), FRIDAY, LANGUAGES[code].dates)
    values = [(d.reach if reaching else d.value).edtf for d in found]
    assert values == [value for _, value in expected]
    for date, (words, _) in zip(found, expected, strict=True):
        assert words in date.span.text or date.span.text in words


def test_every_language_has_lines() -> None:
    assert {code for code, _ in lines()} == set(LANGUAGES)
