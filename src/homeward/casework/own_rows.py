"""Which rows of a list of our own carry exactly a recorded name of one of our people.

In: the list's file, and the people of the case. Out: by ordinal, the person. Nothing is near or probable here: one of
the row's names must be, letter for letter, a recorded form of one single person, and no birth date may differ.
Leaves to others: saying that the rows are these people, which is a person's judgement (`actions.lists`).
"""

from __future__ import annotations

from collections.abc import Mapping

from homeward.casework import access
from homeward.casework.list_file import Source, meant_tables, name_and_bytes, rows_of
from homeward.casework.models import Case, Person, User
from homeward.exchange import Meaning, read_tables
from homeward.records import NameKind, PersonRecord


def people_named_exactly(
    user: User, case: Case, source: Source, *, mapping: Mapping[str, Meaning | str] | None = None
) -> dict[int, Person]:
    """By ordinal, the one person of the case whose recorded name the row carries; other rows are left out."""
    people = access.visible(user, Person).filter(case=case).prefetch_related("name_forms")
    by_name: dict[str, list[Person]] = {}
    for person in people:
        for form in person.name_forms.all():
            if form.kind in (NameKind.FULL, NameKind.TRANSLITERATION):
                by_name.setdefault(form.text, []).append(person)
    tables = meant_tables(read_tables(name_and_bytes(source)).tables, told=mapping)
    found = ((row.ordinal, _named(row.record, by_name)) for row in rows_of(tables) if row.record)
    return {ordinal: person for ordinal, person in found if person}


def _named(record: PersonRecord, by_name: Mapping[str, list[Person]]) -> Person | None:
    candidates = {p.pk: p for name in record.names for p in by_name.get(name.text, ())}
    agreeing = [p for p in candidates.values() if p.birth is None or record.birth is None or p.birth == record.birth]
    return agreeing[0] if len(agreeing) == 1 else None
