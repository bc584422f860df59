"""The columns of a table: heading, meaning, and why that meaning.

In: headings and some of the rows. Out: a `Column` for each column that holds anything.
Leaves to others: where the headings are (`tables`), the person's own word about a column (`people`).

The heading speaks first. Where it is silent or can mean two things, the values decide; what they do not settle is
ignored, and the person is shown so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from homeward.calendars import read_age, read_date, to_ascii_digits
from homeward.calendars.digits import without_steering
from homeward.errors import BadDateError
from homeward.exchange.grid import column_letter
from homeward.exchange.meanings import Meaning, tell_meaning
from homeward.exchange.nationalities import read_nationalities
from homeward.exchange.sexes import read_sex
from homeward.exchange.written_names import script_of
from homeward.records import PartialDate

_DATES = (Meaning.BIRTH_DATE, Meaning.CAPTURED_ON)
_MOST = 0.7  # so large a part of the filled cells must agree before values speak for a column
_FIGURES = re.compile(r"\s*\d{1,4}\s*[./\-]\s*\d{1,2}\s*[./\-]\s*\d{1,4}")
_DAY_AND_MONTH = re.compile(r"\s*(\d{1,2})\s*[./\-]\s*(\d{1,2})\s*[./\-]\s*\d{2,4}(?!\d)")
_NAME = re.compile(r"[^\W\d_]+(?:[\s'’`.\-־,]+[^\W\d_]+){1,6}\.?")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        index: its place in the sheet, from 0; `letter` is the same as a spreadsheet shows it.
        heading: as written; two rows of headings are joined by " / ". Empty if there is none.
        meaning: what its cells are, as far as can be guessed.
        why: the reason for the guess, in words.
        day_first: whether 03/04/1994 in it is the third of April.
    """

    index: int
    letter: str
    heading: str
    meaning: Meaning
    why: str
    day_first: bool = True


def describe_columns(headings: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Give every column that holds anything a meaning.

    Args:
        headings: for each column of the sheet the upper and the lower heading; the lower is empty if there is none.
        rows: the first rows below the headings, each as wide as `headings`.
    """
    columns: list[Column] = []
    for index, (upper, lower) in enumerate(headings):
        values = [row[index].strip() for row in rows if row[index].strip()]
        heading = " / ".join(dict.fromkeys(" ".join(h.split()) for h in (upper, lower) if h.strip()))
        told = tell_meaning(upper, lower)
        meaning, why = (told.meaning, told.why) if told else (Meaning.IGNORED, "")
        if told and told.meaning in _BY_VALUES:
            meaning, why = _BY_VALUES[told.meaning](values, meaning, why)
        columns.append(Column(index, column_letter(index), heading, meaning, why))
    columns = _settle_names(columns, headings, rows)
    columns = _settle_whole_names(columns, rows)
    columns = _guess_silent(columns, rows)
    return tuple(_with_order(c, rows) for c in columns)


def _of(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    return [row[index].strip() for row in rows if row[index].strip()]


def _share(values: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, values)) / len(values) if values else 0.0


def _number_or_identifier(values: Sequence[str], meaning: Meaning, why: str) -> tuple[Meaning, str]:
    if len(values) < 3:
        return meaning, why
    if _counts_up(values):
        return (
            Meaning.NUMBER,
            f"{why}, and the values count up" if meaning is Meaning.NUMBER else "the values count up",
        )
    longest = max(len(v) for v in values)
    if meaning is Meaning.NUMBER and longest >= 5 and len(set(values)) > 0.8 * len(values):
        return Meaning.IDENTIFIER, f"{why}, but the values do not count up and nearly all differ"
    return meaning, why


_BY_VALUES = {Meaning.NUMBER: _number_or_identifier, Meaning.IDENTIFIER: _number_or_identifier}


def _counts_up(values: Sequence[str]) -> bool:
    numbers = [int(d) for v in values if (d := to_ascii_digits(v).rstrip(".").strip()).isdecimal() and len(d) < 8]
    if len(numbers) < _MOST * len(values) or len(numbers) < 3 or numbers[0] > 100_000:
        return False
    steps = sum(0 < b - a <= 2 for a, b in pairwise(numbers))
    return steps >= 0.8 * (len(numbers) - 1)


def _settle_names(
    columns: list[Column], headings: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]]
) -> list[Column]:
    """The one word for "name" means a given name beside a family name, and a full name alone."""
    present = {c.meaning for c in columns}
    settled = []
    for column in columns:
        told = tell_meaning(*headings[column.index])
        if told is not None and told.bare and column.meaning is told.meaning:
            values = _of(rows, column.index)
            single = _share(values, lambda v: len(v.split()) <= 1)
            beside = Meaning.FAMILY_NAME in present
            others = Meaning.FULL_NAME in present - {column.meaning} or column.meaning is not Meaning.GIVEN_NAME
            if beside and column.meaning is Meaning.FULL_NAME and single > 0.5:
                column = replace(
                    column, meaning=Meaning.GIVEN_NAME, why=f"{column.why}, one word long, beside a family name"
                )
            elif not beside and not others and single <= 0.5 and Meaning.PATRONYMIC not in present:
                column = replace(
                    column, meaning=Meaning.FULL_NAME, why=f"{column.why}, and the names have several words"
                )
        settled.append(column)
    return settled


def _settle_whole_names(columns: list[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """A given or family name of several words, with no other part of a name beside it in its script, is a full name.

    Lists give the same person's name once in each script: "Name", "Имя", "שם". What stands in another script is no
    reason to take a column for a part.
    """
    scripts = {c.index: _script(_of(rows, c.index)) for c in columns if c.meaning in _NAMES}
    settled = []
    for column in columns:
        if column.meaning in (Meaning.GIVEN_NAME, Meaning.FAMILY_NAME):
            script = scripts[column.index]
            alone = not any(
                scripts[c.index] == script for c in columns if c.meaning in _NAMES and c.index != column.index
            )
            values = _of(rows, column.index)
            if alone and values and _share(values, lambda v: len(v.split()) > 1) > 0.5:
                column = replace(
                    column,
                    meaning=Meaning.FULL_NAME,
                    why=f"{column.why}, but most of its names have several words, and no other column holds a name "
                    "in the same script",
                )
        settled.append(column)
    return settled


_NAMES = frozenset((Meaning.FULL_NAME, Meaning.GIVEN_NAME, Meaning.FAMILY_NAME, Meaning.PATRONYMIC))


def _script(values: Sequence[str]) -> str | None:
    """The script in which most of the values are written."""
    counted = Counter(script for value in values if (script := script_of(value)))
    return counted.most_common(1)[0][0] if counted else None


def _guess_silent(columns: list[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Meanings for columns whose heading says nothing, told by their values; none is given twice."""
    taken = {c.meaning for c in columns}
    guessed = list(columns)
    for place, column in enumerate(columns):
        if column.meaning is not Meaning.IGNORED or column.why:
            continue
        values = _of(rows, column.index)
        heading = f'the heading "{column.heading}" is not known' if column.heading else "there is no heading"
        if not values:
            guessed[place] = replace(column, why=f"{heading}, and the first rows hold nothing")
            continue
        meaning, reason = _tell_by_values(values, taken)
        if meaning is Meaning.IGNORED:
            guessed[place] = replace(column, why=f"{heading}, and the values do not tell what they are")
        else:
            taken.add(meaning)
            guessed[place] = replace(column, meaning=meaning, why=f"{heading}; {reason}")
    return guessed


def _tell_by_values(values: Sequence[str], taken: set[Meaning]) -> tuple[Meaning, str]:
    names = {Meaning.FULL_NAME, Meaning.GIVEN_NAME, Meaning.FAMILY_NAME}
    if Meaning.NUMBER not in taken and _counts_up(values):
        return Meaning.NUMBER, "the values count up"
    if Meaning.SEX not in taken and len(set(values)) <= 6 and _share(values, lambda v: read_sex(v) is not None) > 0.9:
        return Meaning.SEX, "the values are words or letters for sex"
    if Meaning.NATIONALITY not in taken and _share(values, _is_nationality) > _MOST:
        return Meaning.NATIONALITY, "the values are countries or nationalities"
    if _share(values, _is_full_date) > _MOST:
        years = sorted(int(d.edtf[:4]) for v in values if (d := _date(v)) and d.edtf[:4].isdecimal())
        wide = years and years[len(years) * 9 // 10] - years[len(years) // 10] > 8
        if wide and Meaning.BIRTH_DATE not in taken:
            return Meaning.BIRTH_DATE, f"the values are dates from {years[0]} to {years[-1]}"
        return Meaning.IGNORED, ""
    if taken.isdisjoint((Meaning.BIRTH_DATE, Meaning.BIRTH_YEAR)) and _share(values, _is_birth_year) > 0.9:
        return Meaning.BIRTH_YEAR, "the values are years of living memory"
    if Meaning.AGE not in taken and len(set(values)) > 1 and _share(values, _is_age) > 0.9:
        return Meaning.AGE, "the values are ages"
    varied = len(set(values)) > 0.6 * len(values)
    if varied and taken.isdisjoint(names) and _share(values, _is_several_words) > _MOST:
        return Meaning.FULL_NAME, "the values are two to seven words, nearly all different"
    return Meaning.IGNORED, ""


def _is_several_words(value: str) -> bool:
    return bool(_NAME.fullmatch(without_steering(value)))


def _is_nationality(value: str) -> bool:
    found = read_nationalities(value) if len(value) < 60 else ((), ())
    return found is not None and bool(found[0]) and not found[1] and not (len(value) == 2 and value.islower())


def _date(value: str) -> PartialDate | None:
    try:
        return read_date(value)
    except BadDateError:
        return None


def _is_full_date(value: str) -> bool:
    return bool(_FIGURES.match(to_ascii_digits(value))) and _date(value) is not None


def _is_birth_year(value: str) -> bool:
    digits = to_ascii_digits(value)
    return len(digits) == 4 and digits.isdecimal() and 1900 <= int(digits) <= 2030


def _is_age(value: str) -> bool:
    return len(value) <= 12 and read_age(value) is not None


def _with_order(column: Column, rows: Sequence[Sequence[str]]) -> Column:
    """Whether days come before months: told by the values in which only one order makes sense."""
    if column.meaning not in _DATES:
        return column
    days = months = 0
    for value in _of(rows, column.index):
        if found := _DAY_AND_MONTH.match(to_ascii_digits(value)):
            first, second = int(found[1]), int(found[2])
            days += first > 12 >= second
            months += second > 12 >= first
    if months > 2 * days:
        return replace(column, day_first=False, why=f"{column.why}; months come before days in it")
    return column
