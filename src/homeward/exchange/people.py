"""What each row of a table says about one person.

In: a `Table`, and meanings of its columns where the person knows better. Out: one `PersonRow` for each filled row:
the cells untouched, the record if a name can be read, and every fault of the row.
Leaves to others: finding the columns (`tables`), comparing names, storing.

A cell that cannot be read costs only itself: the value stays unknown, the text stays in `cells`, the fault is listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache

from homeward.calendars import Calendar, read_age, read_date, to_ascii_digits
from homeward.calendars.digits import without_steering
from homeward.errors import BadDateError, BadInputError, Problem
from homeward.exchange.columns import Column
from homeward.exchange.grid import RawRow
from homeward.exchange.meanings import Meaning, fold_heading
from homeward.exchange.nationalities import read_nationalities
from homeward.exchange.sexes import read_sex
from homeward.exchange.tables import Table
from homeward.exchange.written_names import full_from_parts, read_name, script_of
from homeward.records import NameKind, PartialDate, PersonRecord, Sex, WrittenIdentifier, WrittenName

ColumnMeanings = Mapping[int | str, Meaning | str]

_UNKNOWN_WORDS = (
    "n/a", "na", "unknown", "not known", "none", "null", "nil", "not available", "unk", "#n/a", "no data", "nan",
    "нет данных", "неизвестно", "неизвестна", "неизвестен", "н/д", "не известно", "не указано", "нет", "невідомо",
    "לא ידוע", "לא ידועה", "אין", "לא נמסר", "غير معروف", "غير معروفة", "مجهول", "مجهولة", "لا يوجد", "غير محدد",
    "نامشخص", "نامعلوم",
)  # fmt: skip
_UNKNOWN = frozenset(map(fold_heading, _UNKNOWN_WORDS))
# A cheap question first: few cells begin like one of these words, and there are millions of cells.
_UNKNOWN_BEGIN = frozenset(word[:2] for word in _UNKNOWN_WORDS)
_TOTALS = re.compile(
    r"^(?:grand\s+)?(?:total|sum|итого|всего|сума|разом|סה[\"״']?כ|المجموع|الإجمالي|الاجمالي|مجموع|جمع)(?!\w)", re.I
)
_PASSPORT = re.compile("passport|паспорт|דרכון|جواز|گذرنامه", re.IGNORECASE)
_IDENTITY = re.compile(
    r"\bid\b|identity|national|удостоверение|личный|זהות|ת.?ז|הויה|هوية|وطني|کد ملی", re.IGNORECASE
)
_PARTS = {
    Meaning.GIVEN_NAME: NameKind.GIVEN,
    Meaning.FATHER_NAME: NameKind.FATHER,
    Meaning.PATRONYMIC: NameKind.FATHER,
    Meaning.GRANDFATHER_NAME: NameKind.GRANDFATHER,
    Meaning.FAMILY_NAME: NameKind.FAMILY,
    Meaning.MOTHER_NAME: NameKind.MOTHER,
}
_OWN_PARTS = frozenset((Meaning.GIVEN_NAME, Meaning.FAMILY_NAME))
_LEFT_UNKNOWN = "Correct the cell; until then the text is kept as written and the value is left unknown."
_LONGEST_NAME = 1_000
_LONGEST_QUOTE = 200  # characters of a cell that a fault quotes; the whole text stands in the row's cells
_SOLAR_COUNTRIES = frozenset(("AF", "IR"))
_BARE_HIJRI = re.compile(r"\s*1[234]\d\d(?:\s*[./\-]\s*\d{1,2}){0,2}\s*")
_ALIASES = re.compile(r"\s*[;\n|؛/,،]\s*")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row of a list.

    Attributes:
        number: as a spreadsheet shows it.
        cells: the texts of the row, untouched, one for each column of the table.
        record: what it says of a person; None if no name can be read in it. Its key is the row's number.
        problems: every fault of the row; a row without a record has one that says why.
    """

    number: int
    cells: tuple[str, ...]
    record: PersonRecord | None
    problems: tuple[Problem, ...] = ()


def read_people(
    table: Table,
    *,
    mapping: ColumnMeanings | None = None,
    as_of: PartialDate | date | None = None,
    calendar: Calendar | None = None,
) -> Iterator[PersonRow]:
    """Read every filled row of a table.

    Args:
        table: as `read_tables` found it.
        mapping: meanings that the person confirmed, by `Column.index` or column letter; they overrule the guesses.
        as_of: the day for which the list speaks: ages hold on it, two-digit years are not later.
        calendar: the calendar of its dates, where figures alone do not tell it.

    Raises:
        BadInputError: the mapping names a column or a meaning that there is not.
    """
    reader = _RowReader(table, _settled(table, mapping or {}), as_of, calendar)
    return map(reader.read, table.rows())


def _settled(table: Table, mapping: ColumnMeanings) -> list[Meaning]:
    by_key = {key: place for place, c in enumerate(table.columns) for key in (c.index, c.letter)}
    meanings = [c.meaning for c in table.columns]
    for key, meaning in mapping.items():
        place = by_key.get(key.upper() if isinstance(key, str) else key)
        if place is None:
            known = ", ".join(c.letter for c in table.columns)
            raise BadInputError(
                f'There is no column "{key}"', f"Use one of {known}.", path=table.path, kind="no-column"
            )
        try:
            meanings[place] = Meaning(meaning)
        except ValueError as fault:
            raise BadInputError(
                f'"{meaning}" is not a meaning that a column can have',
                f"Use one of {', '.join(m.value for m in Meaning)}.",
                path=table.path,
                column=str(key),
                kind="no-meaning",
            ) from fault
    return meanings


@dataclass(slots=True)
class _Draft:
    """What has been read of a row so far."""

    names: list[WrittenName] = field(default_factory=list)
    aliases: list[WrittenName] = field(default_factory=list)
    parts: dict[Meaning, str] = field(default_factory=dict)
    further_parts: list[tuple[Meaning, str]] = field(default_factory=list)
    birth: PartialDate | None = None
    birth_text: str = ""
    age: int | None = None
    sex: Sex | None = None
    nationalities: tuple[str, ...] | None = None
    captured_on: PartialDate | None = None
    texts: dict[Meaning, list[str]] = field(default_factory=dict)
    identifiers: list[WrittenIdentifier] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _RowReader:
    """Reads rows of one table; what each column asks for is settled once."""

    def __init__(
        self, table: Table, meanings: list[Meaning], as_of: PartialDate | date | None, calendar: Calendar | None
    ) -> None:
        self._table = table
        self._calendar = calendar
        self._as_of = PartialDate.day(as_of) if isinstance(as_of, date) else as_of
        self._today = (self._as_of.latest if self._as_of else None) or datetime.now(tz=UTC).date()
        self._headings = tuple(fold_heading(h) for h in table.headings)
        self._steps: list[tuple[int, Column, Callable[[_Draft, str, Column], None]]] = [
            (place, column, step)
            for place, (column, meaning) in enumerate(zip(table.columns, meanings, strict=True))
            if (step := self._step(meaning)) is not None
        ]

    def _step(self, meaning: Meaning) -> Callable[[_Draft, str, Column], None] | None:
        if meaning in _PARTS:
            return lambda draft, text, column: self._part(draft, text, column, meaning)
        texts = (
            Meaning.PLACE_OF_BIRTH,
            Meaning.PLACE_OF_HOLDING,
            Meaning.HOME_PLACE,
            Meaning.STATUS,
            Meaning.REMARKS,
        )
        if meaning in texts:
            return lambda draft, text, column: draft.texts.setdefault(meaning, []).append(text)
        return {
            Meaning.FULL_NAME: self._full_name,
            Meaning.ALIAS: self._alias,
            Meaning.BIRTH_DATE: self._birth,
            Meaning.BIRTH_YEAR: self._birth,
            Meaning.AGE: self._age,
            Meaning.SEX: self._sex,
            Meaning.NATIONALITY: self._nationality,
            Meaning.CAPTURED_ON: self._captured,
            Meaning.IDENTIFIER: self._identifier,
            Meaning.SOURCE: self._source,
        }.get(meaning)

    def read(self, row: RawRow) -> PersonRow:
        """One row as a person, with its faults."""
        number, cells = row.number, row.cells
        if reason := self._not_a_person(cells):
            return PersonRow(number, cells, None, (self._skipped(number, *reason),))
        draft = _Draft()
        for place, column, step in self._steps:
            text = _clean(cells[place])
            if text is not None:
                step(draft, text, column)
        names = _names(draft)
        problems = tuple(self._placed(p, number) for p in draft.problems)
        if not names:
            missing = self._skipped(
                number, "No name can be read in the row", "Add the name, or delete the row.", "no-name"
            )
            return PersonRow(number, cells, None, (*problems, missing))
        return PersonRow(number, cells, self._record(number, names, draft), problems)

    def _record(self, number: int, names: tuple[WrittenName, ...], draft: _Draft) -> PersonRecord:
        def text(meaning: Meaning, joint: str = "; ") -> str | None:
            return joint.join(draft.texts[meaning]) if meaning in draft.texts else None

        return PersonRecord(
            key=str(number),
            names=names,
            birth=self._birth_of(draft),
            age_years=draft.age,
            as_of=self._as_of,
            sex=draft.sex,
            nationalities=draft.nationalities,
            father_name=draft.parts.get(Meaning.FATHER_NAME),
            mother_name=draft.parts.get(Meaning.MOTHER_NAME),
            place_of_birth=text(Meaning.PLACE_OF_BIRTH),
            place_of_holding=text(Meaning.PLACE_OF_HOLDING),
            home_place=text(Meaning.HOME_PLACE, ", "),
            captured_on=draft.captured_on,
            status=text(Meaning.STATUS),
            identifiers=tuple(draft.identifiers),
            remarks=text(Meaning.REMARKS),
        )

    def _birth_of(self, draft: _Draft) -> PartialDate | None:
        """The birth date; of who is of a country that counts in Solar Hijri years, a bare 1369 is one of these."""
        if (
            self._calendar is not None
            or not draft.nationalities
            or not _SOLAR_COUNTRIES.issuperset(draft.nationalities)
        ):
            return draft.birth
        if not _BARE_HIJRI.fullmatch(to_ascii_digits(draft.birth_text)):
            return draft.birth
        try:
            solar = read_date(draft.birth_text, as_of=self._today, calendar=Calendar.SOLAR_HIJRI)
        except BadDateError:
            return draft.birth
        # By the country alone, so "perhaps", as where Persian digits alone tell it.
        return PartialDate.read("/".join(f"{end.rstrip('~?%')}?" for end in solar.edtf.split("/")))

    # --- rows that are no people --------------------------------------------------------------------------------

    def _not_a_person(self, cells: tuple[str, ...]) -> tuple[str, str, str] | None:
        filled = [c for c in cells if c.strip()]
        if len(filled) <= 3 and any(_TOTALS.match(c.strip()) for c in filled[:2]):
            return "The row is a total, not a person; it was left out", "Nothing needs to be done.", "total-row"
        if filled and cells[0][:40] and len(filled) > 1 and self._repeats_headings(cells):
            return "The row repeats the headings; it was left out", "Nothing needs to be done.", "repeated-headings"
        return None

    def _repeats_headings(self, cells: tuple[str, ...]) -> bool:
        first = next((i for i, h in enumerate(self._headings) if h), None)
        if first is None or fold_heading(cells[first]) != self._headings[first]:
            return False
        return tuple(fold_heading(c) for c in cells) == self._headings

    def _skipped(self, number: int, what: str, remedy: str, kind: str) -> Problem:
        return Problem(what, remedy, path=self._table.path, table=self._table.name, row=number, kind=kind)

    def _placed(self, problem: Problem, number: int) -> Problem:
        return Problem(
            problem.what, problem.remedy, self._table.path, self._table.name, number, problem.column, problem.value,
            problem.kind,
        )  # fmt: skip

    # --- cells --------------------------------------------------------------------------------------------------

    def _full_name(self, draft: _Draft, text: str, column: Column) -> None:
        found = read_name(text) if len(text) <= _LONGEST_NAME else None
        if found is None:
            why = "is not a name: it holds no letters" if len(text) <= _LONGEST_NAME else "is longer than any name"
            draft.problems.append(_unread(text, column, why, "unreadable-name"))
            return
        draft.names += found.names
        draft.aliases += found.aliases
        draft.identifiers += [WrittenIdentifier(number, "in-name") for number in found.numbers]

    def _part(self, draft: _Draft, text: str, column: Column, meaning: Meaning) -> None:
        if not any(map(str.isalpha, text)):
            draft.problems.append(_unread(text, column, "is not a name: it holds no letters", "unreadable-name"))
        elif meaning not in draft.parts:
            draft.parts[meaning] = text
        elif draft.parts[meaning] != text:
            draft.further_parts.append((meaning, text))

    def _alias(self, draft: _Draft, text: str, column: Column) -> None:
        draft.aliases += [
            WrittenName(piece, NameKind.ALIAS, script_of(piece))
            for piece in _ALIASES.split(text)
            if any(map(str.isalpha, piece))
        ]

    def _birth(self, draft: _Draft, text: str, column: Column) -> None:
        try:
            found = read_date(text, as_of=self._today, day_first=column.day_first, calendar=self._calendar)
        except BadDateError:
            if (age := read_age(text)) is not None:
                draft.age = age if draft.age is None else draft.age
            else:
                draft.problems.append(_unread_date(text, column))
            return
        earliest = found.earliest
        if earliest is not None and earliest > self._today:
            draft.problems.append(_unread(text, column, "is a day that has not come yet", "future-date"))
        elif draft.birth is None or (found.is_day and not draft.birth.is_day):
            draft.birth, draft.birth_text = found, text

    def _age(self, draft: _Draft, text: str, column: Column) -> None:
        if (age := read_age(text)) is not None:
            draft.age = age
            return
        try:
            found = read_date(text, as_of=self._today, day_first=column.day_first, calendar=self._calendar)
        except BadDateError:
            draft.problems.append(_unread(text, column, "is neither an age nor a date of birth", "unreadable-age"))
            return
        if draft.birth is None:
            draft.birth, draft.birth_text = found, text

    def _captured(self, draft: _Draft, text: str, column: Column) -> None:
        try:
            found = read_date(text, as_of=self._today, day_first=column.day_first, calendar=self._calendar)
        except BadDateError:
            draft.problems.append(_unread_date(text, column))
            return
        draft.captured_on = draft.captured_on or found

    def _sex(self, draft: _Draft, text: str, column: Column) -> None:
        found = read_sex(text)
        if found is None:
            draft.problems.append(_unread(text, column, "is no word for a sex that is known here", "unreadable-sex"))
        draft.sex = draft.sex or found

    def _nationality(self, draft: _Draft, text: str, column: Column) -> None:
        found = read_nationalities(text)
        if found is None:
            draft.nationalities = draft.nationalities or ()
            return
        codes, strange = found
        for piece in strange:
            draft.problems.append(
                _unread(piece, column, "is no country or nationality that is known here", "unreadable-nationality")
            )
        if codes:
            draft.nationalities = tuple(dict.fromkeys((*(draft.nationalities or ()), *codes)))

    def _identifier(self, draft: _Draft, text: str, column: Column) -> None:
        heading = column.heading
        kind = "passport" if _PASSPORT.search(heading) else "identity" if _IDENTITY.search(heading) else "unknown"
        draft.identifiers.append(WrittenIdentifier(to_ascii_digits(text), kind))

    def _source(self, draft: _Draft, text: str, column: Column) -> None:
        draft.texts.setdefault(Meaning.REMARKS, []).append(f"{column.heading or 'source'}: {text}")


def _names(draft: _Draft) -> tuple[WrittenName, ...]:
    """All written names, the fullest first; the parts of each script are joined by themselves."""
    names = list(draft.names)
    by_script: dict[str | None, dict[Meaning, str]] = {}
    for meaning, text in (*draft.parts.items(), *draft.further_parts):
        if meaning is not Meaning.MOTHER_NAME:
            by_script.setdefault(script_of(text), {}).setdefault(meaning, text)
    if len(by_script) > 1 and not any(map(_OWN_PARTS.issubset, by_script.values())):
        # A given name in one script and a family name in another are still the only full name there is.
        by_script = {None: {m: t for m, t in draft.parts.items() if m is not Meaning.MOTHER_NAME}}
    for script, parts in by_script.items():
        whole = script and parts.keys() >= _OWN_PARTS and all(n.script != script for n in draft.names)
        if whole or (not names and not _OWN_PARTS.isdisjoint(parts)):
            joined = read_name(full_from_parts(parts))
            if joined is not None:
                names += joined.names
                draft.aliases += joined.aliases
    if not names and not draft.aliases:
        return ()
    written = [WrittenName(t, _PARTS[m], script_of(t)) for m, t in (*draft.parts.items(), *draft.further_parts)]
    return tuple(dict.fromkeys((*names, *draft.aliases, *written)))


@lru_cache(maxsize=65536)
def _clean(cell: str) -> str | None:
    """The text without steering marks and needless spaces; None if it says that nothing is known."""
    text = " ".join(without_steering(cell).split()) if cell else ""
    if not text or not any(map(str.isalnum, text)):
        return None
    return None if text[:2].casefold() in _UNKNOWN_BEGIN and fold_heading(text) in _UNKNOWN else text


def _unread(text: str, column: Column, why: str, kind: str, remedy: str = _LEFT_UNKNOWN) -> Problem:
    quoted = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]} …"
    return Problem(
        f'"{quoted}" {why}',
        remedy,
        column=column.heading or column.letter,
        value=quoted,
        kind=kind,
    )


def _unread_date(text: str, column: Column) -> Problem:
    return _unread(
        text,
        column,
        "is not a day, month or year that exists",
        "unreadable-date",
        "Correct the cell to a form such as 17/03/1994 or 1994; until then the text is kept as written and the date "
        "is left unknown.",
    )
