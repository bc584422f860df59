"""Lists for a party: what would leave, prepared by one person and approved by another (D3, D5, D8).

In: people, a recipient, which fields may leave, in which script. Out: the exact table; its bytes, kept; and once a
second person approves, a list of our own whose file is these bytes.
Leaves to others: assessing harm (`enquiries`), handing over (`handovers`).

Nothing leaves that is not asked for: a number and a name, and of other fields only those that were ticked. What is
confidential inside the desk does not leave by a list: neither a name known only from a confidential source nor a
person under a restriction.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.enquiries import (
    refuse_disclosure_unless_allowed,
    refuse_if_detrimental,
    refuse_if_taken_back,
)
from homeward.casework.actions.lists import take_in_list
from homeward.casework.actions.people import script_of
from homeward.casework.actions.reasons import require_reason
from homeward.casework.detriment import ITEM_OF_FIELD, kept_back
from homeward.casework.kept_bytes import keep_bytes
from homeward.casework.leaving_fields import fields_of_prepared
from homeward.casework.leaving_words import (
    FIELD_WORDS,
    LANGUAGE_OF_SCRIPT,
    RIGHT_TO_LEFT,
    about_words,
    country_words,
    sex_words,
)
from homeward.casework.models import (
    Approval,
    Case,
    Classification,
    Direction,
    Identifier,
    NameForm,
    Party,
    Person,
    Preparation,
    Restriction,
    User,
)
from homeward.casework.withheld import refuse_withheld
from homeward.errors import BadInputError, ConflictError
from homeward.exchange import Meaning, write_rows
from homeward.records import NameKind, PartialDate, Sex


class Field(StrEnum):
    """What may leave of a person beside the name."""

    FATHER_NAME = "father_name"
    BIRTH_YEAR = "birth_year"
    NATIONALITY = "nationality"
    BIRTH = "birth"
    SEX = "sex"
    NATIONALITIES = "nationalities"
    MOTHER_NAME = "mother_name"
    PLACE_OF_BIRTH = "place_of_birth"
    HOME_PLACE = "home_place"
    MISSING_SINCE = "missing_since"
    IDENTIFIERS = "identifiers"
    OTHER_NAMES = "other_names"


BY_DEFAULT = (Field.FATHER_NAME, Field.BIRTH_YEAR, Field.NATIONALITY)

_MEANINGS: Mapping[Field, Meaning] = {
    Field.FATHER_NAME: Meaning.FATHER_NAME,
    Field.BIRTH_YEAR: Meaning.BIRTH_YEAR,
    Field.NATIONALITY: Meaning.NATIONALITY,
    Field.BIRTH: Meaning.BIRTH_DATE,
    Field.SEX: Meaning.SEX,
    Field.NATIONALITIES: Meaning.NATIONALITY,
    Field.MOTHER_NAME: Meaning.MOTHER_NAME,
    Field.PLACE_OF_BIRTH: Meaning.PLACE_OF_BIRTH,
    Field.HOME_PLACE: Meaning.HOME_PLACE,
    Field.MISSING_SINCE: Meaning.CAPTURED_ON,
    Field.IDENTIFIERS: Meaning.IDENTIFIER,
    Field.OTHER_NAMES: Meaning.ALIAS,
}
_WHOLE = (NameKind.FULL.value, NameKind.TRANSLITERATION.value, NameKind.ALIAS.value)
_RELATIVES = (NameKind.FATHER.value, NameKind.MOTHER.value, NameKind.GRANDFATHER.value)
_MOST_PEOPLE = 10_000


@dataclass(frozen=True, slots=True)
class LeavingRow:
    """What would leave of one person.

    Attributes:
        cells: number, name, then the fields.
        other_script: the name has no form in the script asked for; empty if it has, else the script it leaves in.
        nationalities: all that are known, where there are several and none was named as the one relied on.
        kept_back: fields that were asked for and are left out, because they are marked as detrimental (D4).
    """

    person: Person
    cells: tuple[str, ...]
    other_script: str
    nationalities: tuple[str, ...]
    kept_back: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaving:
    """The exact table that would leave."""

    fields: tuple[Field, ...]
    script: str
    headings: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    rows: tuple[LeavingRow, ...]


def preview_leaving(
    user: User,
    case: Case,
    *,
    people: Sequence[Person],
    fields: Sequence[Field | str] = BY_DEFAULT,
    script: str = "Latn",
    relied_on: Mapping[int, str] | None = None,
    recipient: Party | None = None,
) -> Leaving:
    """The exact table that would leave. Writes nothing but that it was looked at.

    Args:
        people: in the order of the list.
        fields: the allow-list; number and name leave always.
        script: ISO 15924; each name leaves in it where such a form is held.
        relied_on: by person, the one nationality that the request relies on. Of a person with several none leaves
            unless it is named here.
        recipient: for whom it is; None: a party that is not recorded yet.

    Raises:
        BadInputError: nobody is chosen, somebody twice, too many, or an unknown field.
        ConflictError: a person is under a restriction, is marked as detrimental to name, has no name that may leave,
            or consent to share them was taken back.
    """
    access.require(user, Permission.HAND_OVER, case)
    access.same_case(user, case, recipient)
    leaving = _leaving(user, case, people, fields, script, relied_on or {}, recipient)
    audit.note_read(user, "preview_leaving", case=case, about=[case, *people])
    return leaving


def prepare_list(
    user: User,
    case: Case,
    *,
    title: str,
    recipient: Party,
    people: Sequence[Person],
    fields: Sequence[Field | str] = BY_DEFAULT,
    script: str = "Latn",
    relied_on: Mapping[int, str] | None = None,
    purpose: str = "",
) -> Preparation:
    """Keep what would leave, to the byte, for a second person to approve; the same preparation as it is.

    Raises:
        BadInputError, ConflictError: as for `preview_leaving`; or it has no title.
    """
    with transaction.atomic():
        access.require(user, Permission.HAND_OVER, case)
        access.same_case(user, case, recipient)
        if not script:
            raise BadInputError(
                gettext("no script is given"), gettext("Choose the one in which the recipient reads.")
            )
        if not title.strip():
            raise BadInputError(
                gettext("the list has no title"),
                gettext("Write what the desk will call it; the title does not leave."),
            )
        leaving = _leaving(user, case, people, fields, script, relied_on or {}, recipient)
        content = _bytes_of(leaving)
        sha256 = hashlib.sha256(content).hexdigest()
        known = {"title": title, "purpose": purpose, "recipient": recipient, "content_id": sha256}
        rows = [{"person": row.person.pk, "cells": list(row.cells)} for row in leaving.rows]
        alike = access.visible(user, Preparation).filter(case=case, entered_by=user, approval__isnull=True, **known)
        # Compared here: namesakes leave in equal rows, and equality of JSON depends on the database.
        if (found := next((one for one in alike if one.rows == rows), None)) is not None:
            return found
        keep_bytes(content)
        made = Preparation.objects.create(
            case=case,
            **known,
            fields=[field.value for field in leaving.fields],
            script=script,
            headings=list(leaving.headings),
            meanings=[meaning.value for meaning in leaving.meanings],
            rows=rows,
            entered_by=user,
        )
        made.persons.add(*(row.person for row in leaving.rows))
        audit.append(
            user,
            "prepare_list",
            case=case,
            about=[made, recipient, *(row.person for row in leaving.rows)],
            detail={"sha256": sha256, "rows": len(leaving.rows)},
        )
        return made


def decide_preparation(user: User, preparation: Preparation, *, approves: bool, reason: str = "") -> Approval:
    """Approve a prepared list, or send it back. Approved, it is a list of ours, tied to its people.

    Args:
        reason: needed to send it back.

    Raises:
        ConflictError: the user prepared it; it was decided already; or somebody on it may not be disclosed (D2, D3).
    """
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER, preparation)
        held = Preparation.objects.select_related("recipient", "content").get(pk=preparation.pk)
        if held.is_export:
            raise ConflictError(
                gettext("this is no list, but a document in an exchange format"),
                gettext("Decide on it on its own page."),
            )
        found = Approval.objects.filter(preparation=held).first()
        if found is not None:
            if found.entered_by_id == user.pk and found.approves == approves:
                return found
            raise ConflictError(
                (
                    gettext("{who} approved {held} already")
                    if found.approves
                    else gettext("{who} sent back {held} already")
                ).format(
                    who=found.entered_by.get_full_name() or found.entered_by.get_username(), held=access.ref_of(held)
                ),
                gettext("Prepare the list anew if something is to change."),
            )
        if held.entered_by_id == user.pk:
            raise ConflictError(
                gettext("whoever prepared a list does not approve it"),
                gettext("Ask a second person who may hand lists over."),
                kind="own-preparation",
            )
        if not approves:
            require_reason(reason)
            approval = Approval.objects.create(preparation=held, approves=False, reason=reason, entered_by=user)
            audit.append(user, "send_back_preparation", case=case, about=[approval, held])
            return approval
        refuse_withheld(case, held.content_id)
        people = people_of_prepared(user, held)
        refuse_restricted(people)
        refuse_disclosure_unless_allowed(people, held.recipient, fields_of_prepared(held))
        _refuse_marked_since(held, people)
        content = bytes(held.content.content)
        if hashlib.sha256(content).hexdigest() != held.content_id:
            raise ConflictError(
                gettext("the bytes kept are not those prepared"),
                gettext("Prepare the list anew, and verify the file."),
            )
        arrival = take_in_list(
            user,
            case,
            (f"list-{held.pk}.xlsx", content),
            title=held.title,
            author=None,
            direction=Direction.OUT,
            recipient=held.recipient,
            purpose=held.purpose,
            as_of=PartialDate.day(timezone.localdate()),
            mapping={heading: Meaning(m) for heading, m in zip(held.headings, held.meanings, strict=True)},
            people=dict(enumerate(people, start=1)),
        )
        if arrival.rows != len(people) or arrival.list.direction != Direction.OUT:
            raise ConflictError(
                gettext("the file does not read back as it was prepared"), gettext("Prepare the list anew.")
            )
        approval = Approval.objects.create(
            preparation=held, approves=True, reason=reason, list=arrival.list, entered_by=user
        )
        audit.append(
            user,
            "approve_preparation",
            case=case,
            about=[approval, held, arrival.list, *people],
            detail={"sha256": held.content_id},
        )
        return approval


def _leaving(
    user: User,
    case: Case,
    people: Sequence[Person],
    fields: Sequence[Field | str],
    script: str,
    relied_on: Mapping[int, str],
    recipient: Party | None,
) -> Leaving:
    if not people:
        raise BadInputError(gettext("nobody is chosen"), gettext("Choose the people who go on the list."))
    if len({person.pk for person in people}) < len(people):
        raise BadInputError(gettext("somebody is chosen twice"), gettext("Choose each person once."))
    if len(people) > _MOST_PEOPLE:
        raise BadInputError(
            gettext("more than {most} people are chosen").format(most=_MOST_PEOPLE),
            gettext("Prepare several lists."),
        )
    seen = people_who_may_leave(user, case, people, recipient)
    ids = [person.pk for person in seen]
    refuse_if_taken_back(people, recipient)
    kept = kept_back(ids, recipient)
    chosen = _wanted(fields)
    forms: dict[int, list[NameForm]] = {}
    may_leave = access.visible(user, NameForm).exclude(written_in__classification__gt=Classification.DESK)
    for form in may_leave.filter(person__in=ids).order_by("pk"):
        forms.setdefault(form.person_id, []).append(form)
    numbers = _identifiers(ids) if Field.IDENTIFIERS in chosen else {}
    language = LANGUAGE_OF_SCRIPT.get(script, "en")
    rows = []
    for number, person in enumerate(seen, start=1):
        pk = person.pk
        names = forms.get(pk, [])
        name = in_script(own_names(names), script)
        if name is None:
            raise ConflictError(
                gettext("{person} has no name that may leave").format(person=access.ref_of(person)),
                gettext("Add a form from a source that is not confidential."),
            )
        cells = [str(number), name.text]
        back = tuple(field for field in chosen if ITEM_OF_FIELD.get(field.value) in kept.get(pk, ()))
        cells += [
            ""
            if field in back
            else _cell(field, person, names, name, script, language, relied_on.get(pk, ""), numbers.get(pk, []))
            for field in chosen
        ]
        written = _written(name)
        several = person.nationalities if person.nationalities and len(person.nationalities) > 1 else []
        undecided = several if Field.NATIONALITY in chosen and relied_on.get(pk) not in several else []
        rows.append(
            LeavingRow(person, tuple(cells), written if written and written != script else "", tuple(undecided), back)
        )
    words = FIELD_WORDS[language]
    headings = (words["number"], words["name"], *(words[field.value] for field in chosen))
    meanings = (Meaning.NUMBER, Meaning.FULL_NAME, *(_MEANINGS[field] for field in chosen))
    return Leaving(chosen, script, headings, meanings, tuple(rows))


def _wanted(fields: Sequence[Field | str]) -> tuple[Field, ...]:
    try:
        asked = {Field(field) for field in fields}
    except ValueError as error:
        raise BadInputError(
            gettext("this is not a field that can leave"), gettext("Use: {fields}.").format(fields=", ".join(Field))
        ) from error
    # The fuller field holds the smaller one; two columns for one thing would only be read twice.
    if Field.BIRTH in asked:
        asked.discard(Field.BIRTH_YEAR)
    if Field.NATIONALITIES in asked:
        asked.discard(Field.NATIONALITY)
    return tuple(field for field in Field if field in asked)


def _cell(
    field: Field,
    person: Person,
    names: Sequence[NameForm],
    name: NameForm,
    script: str,
    language: str,
    relied_on: str,
    numbers: Sequence[str],
) -> str:
    known = list(person.nationalities or ())
    match field:
        case Field.FATHER_NAME | Field.MOTHER_NAME:
            kind = NameKind.FATHER if field == Field.FATHER_NAME else NameKind.MOTHER
            form = in_script([form for form in names if form.kind == kind], script)
            plain: str = getattr(person, field.value)
            fits = form is not None and (not plain or _written(form) == script)
            return form.text if form is not None and fits else plain
        case Field.BIRTH_YEAR:
            return _year(person.birth, language)
        case Field.BIRTH | Field.MISSING_SINCE:
            when: PartialDate | None = getattr(person, field.value)
            return when.edtf if when is not None else ""
        case Field.SEX:
            return sex_words(Sex(person.sex), language) if person.sex else ""
        case Field.NATIONALITY:
            one = relied_on if relied_on in known else known[0] if len(known) == 1 else ""
            return country_words(one, language) if one else ""
        case Field.NATIONALITIES:
            return ", ".join(country_words(code, language) for code in known)
        case Field.IDENTIFIERS:
            return ", ".join(numbers)
        case Field.OTHER_NAMES:
            # A form in a third script tells the recipient where a person is known, and nothing that they can read.
            others = [
                form.text
                for form in names
                if form.kind in _WHOLE and form.text != name.text and _written(form) in (script, "Latn")
            ]
            return "; ".join(dict.fromkeys(others))
        case _:
            return str(getattr(person, field.value))


def _year(birth: PartialDate | None, language: str) -> str:
    if birth is None or birth.earliest is None or birth.latest is None:
        return ""
    first, last = birth.earliest.year, birth.latest.year
    years = str(first) if first == last else f"{first}–{last}"
    return about_words(years, language) if birth.qualifier else years


def in_script(forms: Sequence[NameForm], script: str) -> NameForm | None:
    """The first form in the script; else the first in Latin letters, which most offices read; else the first form."""
    for wanted in (script, "Latn"):
        if (form := next((form for form in forms if _written(form) == wanted), None)) is not None:
            return form
    return forms[0] if forms else None


def own_names(forms: Sequence[NameForm]) -> list[NameForm]:
    """Names of the person and of no relative; whole ones if there are any, the main kind first."""
    whole = sorted((form for form in forms if form.kind in _WHOLE), key=lambda form: _WHOLE.index(form.kind))
    return whole or [form for form in forms if form.kind not in _RELATIVES]


def _written(form: NameForm) -> str:
    return form.script or script_of(form.text)


def _identifiers(ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = Identifier.objects.filter(person__in=ids).order_by("pk").values_list("person", "value")
    for person_id, value in rows:
        found.setdefault(person_id, []).append(value)
    return found


def people_who_may_leave(user: User, case: Case, people: Sequence[Person], recipient: Party | None) -> list[Person]:
    """These people of a case as they are stored, in the same order.

    Raises:
        NotThereError: the user may not see somebody, or they are of another case.
        ConflictError: somebody is under a restriction, or marked as detrimental to name to the recipient (D4).
    """
    ids = [person.pk for person in people]
    seen = access.visible(user, Person).filter(case=case).in_bulk(ids)
    if len(seen) < len(ids):
        access.get(user, Person, next(pk for pk in ids if pk not in seen))
        access.same_case(user, case, *people)
    refuse_restricted(people)
    refuse_if_detrimental(people, recipient)
    return [seen[pk] for pk in ids]


def refuse_restricted(people: Sequence[Person]) -> None:
    """Refuse where a person is under a restriction.

    Raises:
        ConflictError: names everybody who is.
    """
    closed = Restriction.objects.filter(
        kind="person", object_id__in=[person.pk for person in people], lifted_at__isnull=True
    )
    if refs := [f"P{pk}" for pk in sorted(set(closed.values_list("object_id", flat=True)))]:
        raise ConflictError(
            gettext("under a restriction, and so on no list: {refs}").format(refs=", ".join(refs)),
            gettext("Leave them off, or have whoever restricted them lift it."),
        )


def _refuse_marked_since(held: Preparation, people: Sequence[Person]) -> None:
    """What was marked as detrimental after the list was prepared stands in its bytes."""
    kept = kept_back([person.pk for person in people], held.recipient)
    told = []
    for row in held.rows:
        for field, cell in zip(held.fields, row["cells"][2:], strict=True):
            if cell and ITEM_OF_FIELD.get(field) in kept.get(row["person"], ()):
                told.append(f"P{row['person']} ({field})")
    if told:
        raise ConflictError(
            gettext("marked as detrimental since the list was prepared: {told}").format(told=", ".join(told)),
            gettext("Send it back and prepare it anew; what is marked is then left out."),
            kind="detrimental",
        )


def people_of_prepared(user: User, held: Preparation) -> list[Person]:
    """The people of whom something was prepared to leave, in its order, each of whom the user may see."""
    ids = [row["person"] for row in held.rows]
    seen = access.visible(user, Person).filter(case=held.case_id).in_bulk(ids)
    return [seen[pk] if pk in seen else access.get(user, Person, pk) for pk in ids]


def _bytes_of(leaving: Leaving) -> bytes:
    stream = io.BytesIO()
    rows = [(int(row.cells[0]), *row.cells[1:]) for row in leaving.rows]
    write_rows(stream, "xlsx", leaving.headings, rows, right_to_left=leaving.script in RIGHT_TO_LEFT)
    return stream.getvalue()
