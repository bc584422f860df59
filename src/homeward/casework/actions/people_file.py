"""Sought people from a table that relatives, a ministry or a desk keeps: added, completed, never overwritten.

In: a spreadsheet of people looked for, and what its columns mean.
Out: who is new, of whom more is known, what contradicts.
Leaves to others: reading the table (`exchange`), adding one person (`actions.people`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from homeward.casework import access
from homeward.casework.access import Permission
from homeward.casework.actions.captures import capture_file
from homeward.casework.actions.people import add_identifier, add_name_form, add_person, complete_person
from homeward.casework.arrivals import LikePurged, TablePreview
from homeward.casework.fingerprints import KnownAs, Purged, placeholders_seen, refuse_like_purged
from homeward.casework.list_file import (
    Source,
    meant_tables,
    name_and_bytes,
    remember_meanings,
    rows_of,
    table_preview,
)
from homeward.casework.models import Capture, Case, Party, Person, User
from homeward.errors import Problem
from homeward.exchange import Meaning, read_tables
from homeward.records import PersonRecord, WrittenName


@dataclass(frozen=True, slots=True)
class PeopleArrival:
    """What became of a table of people, or what would.

    Attributes:
        created, completed: main names, in the order of the table.
        unchanged: how many people the table says nothing new about.
        conflicts: sentences; the case file was left as it is.
        problems: every fault of the file.
        tables: its columns and what each is taken to mean.
        like_purged: rows for which the file is refused, unless a supervisor says why they are taken in.
    """

    created: tuple[str, ...]
    completed: tuple[str, ...]
    unchanged: int
    conflicts: tuple[str, ...]
    problems: tuple[Problem, ...]
    tables: tuple[TablePreview, ...] = ()
    like_purged: tuple[LikePurged, ...] = ()


def take_in_people(
    user: User,
    case: Case,
    source: Source,
    *,
    sender: Party | None = None,
    mapping: Mapping[str, Meaning | str] | None = None,
    preview: bool = False,
    despite: str = "",
) -> PeopleArrival:
    """Add the people of a table to a case, all or none.

    A row is a person already there if it has the same identifier, or shares a written name with a person whose birth
    date is the same or not known. Such a person gains the written names and numbers that are new, and what was not
    known. Where the row says otherwise than the case file, the case file stays as it is and the contradiction is
    returned.

    Args:
        sender: who keeps the table; meanings confirmed for their tables before are used again.
        mapping: meanings told now; remembered for this sender.
        preview: tell what would become of it, and write nothing.
        despite: a supervisor's reason to take in rows that are like somebody who was purged.

    Raises:
        ConflictError: rows are like somebody who was purged, and no reason is given.
        RefusedFileError, BadInputError: the file cannot be used at all.
    """
    file_name, content = name_and_bytes(source)
    file = read_tables((file_name, content))
    created: list[str] = []
    completed: list[str] = []
    conflicts: list[str] = []
    problems = list(file.problems)
    like_purged: list[LikePurged] = []
    unchanged = 0
    with transaction.atomic():
        access.require(user, Permission.ENTER, case)
        known = list(access.visible(user, Person).filter(case=case).prefetch_related("name_forms", "identifiers"))
        capture = None
        if not preview:
            capture, _ = capture_file(
                user, case, content=content, file_name=file_name, format=file.format, how="file", title=file_name
            )
        access.same_case(user, case, sender)
        tables = meant_tables(file.tables, sender=sender, told=mapping)
        if mapping and sender is not None and not preview:
            remember_meanings(user.pk, tables, sender)
        purged = Purged(case)
        for row in rows_of(tables):
            problems += row.problems
            if row.record is None:
                continue
            person = _known_as(row.record, known)
            if person is None:
                created.append(row.record.name)
                if alike := placeholders_seen(user, purged.like(KnownAs.of_record(row.record))):
                    like_purged.append(LikePurged(row.number, tuple(alike)))
                if capture is not None and (despite or not like_purged):
                    known.append(_add(user, case, row.record, capture, despite))
                continue
            conflicts += _contradictions(person, row.record)
            held = {form.text for form in person.name_forms.all()}
            numbers = {number.value for number in person.identifiers.all()}
            new = [name for name in row.record.names if name.text not in held]
            new_numbers = [number for number in row.record.identifiers if number.value not in numbers]
            facts = {
                field: value for field, value in _facts(row.record).items() if value and not getattr(person, field)
            }
            if not (new or new_numbers or facts):
                unchanged += 1
                continue
            completed.append(row.record.name)
            if capture is not None:
                for name in new:
                    add_name_form(user, person, name, written_in=capture)
                for number in new_numbers:
                    add_identifier(user, person, number)
                complete_person(user, person, **facts)
        if not preview:
            refs = [ref for one in like_purged for ref in one.refs]
            refuse_like_purged(user, case, refs, despite=despite, rows=[one.row_number for one in like_purged])
    shown = tuple(map(table_preview, tables))
    return PeopleArrival(
        tuple(created), tuple(completed), unchanged, tuple(conflicts), tuple(problems), shown, tuple(like_purged)
    )


def _add(user: User, case: Case, record: PersonRecord, capture: Capture, despite: str) -> Person:
    return add_person(
        user,
        case,
        names=_distinct(record.names),
        **_facts(record),
        identifiers=record.identifiers,
        external_id=_external_id(record),
        written_in=capture,
        despite=despite,
    )


def _facts(record: PersonRecord) -> dict[str, Any]:
    """What a row says of the person, by the fields of a stored person."""
    return {
        "birth": record.birth,
        "sex": record.sex,
        "nationalities": None if record.nationalities is None else list(record.nationalities),
        "father_name": record.father_name or "",
        "mother_name": record.mother_name or "",
        "place_of_birth": record.place_of_birth or "",
        "home_place": record.home_place or "",
        "missing_since": record.captured_on,
    }


def _distinct(names: tuple[WrittenName, ...]) -> list[WrittenName]:
    return list({(name.text, name.kind): name for name in names}.values())


def _external_id(record: PersonRecord) -> str:
    # The row number is no identity: the next version of the table may be sorted otherwise.
    return record.identifiers[0].value if record.identifiers else ""


def _known_as(record: PersonRecord, known: list[Person]) -> Person | None:
    wanted = _external_id(record)
    if wanted and (same := next((p for p in known if p.external_id == wanted), None)):
        return same
    texts = {name.text for name in record.names}
    for person in known:
        if wanted and person.external_id:
            continue  # two different identifiers: two people, whatever their names
        agree = person.birth is None or record.birth is None or person.birth == record.birth
        if agree and texts & {form.text for form in person.name_forms.all() if form.kind == "full"}:
            return person
    return None


def _contradictions(person: Person, record: PersonRecord) -> list[str]:
    ref = access.ref_of(person)
    pairs = (
        ("birth", person.birth, record.birth),
        ("sex", person.sex or None, record.sex.value if record.sex else None),
        ("father", person.father_name or None, record.father_name),
    )
    return [
        f"{ref} {record.name}: {what} is {held} here and {told} in the table"
        for what, held, told in pairs
        if held is not None and told is not None and held != told
    ]
