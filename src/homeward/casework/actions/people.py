"""Sought people: add one, the written forms of their name, and what becomes known of them later."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.fingerprints import KnownAs, Purged, note_came_again, placeholders_seen, refuse_like_purged
from homeward.casework.models import Capture, Case, Identifier, NameForm, Person, User
from homeward.errors import BadInputError, ConflictError
from homeward.records import PartialDate, Sex, WrittenIdentifier, WrittenName

_COUNTRY = re.compile(r"[A-Z]{2}")
# ISO 15924 codes by the first word of a letter's Unicode name: enough to show one form a script.
_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "HEBREW": "Hebr", "ARABIC": "Arab", "GREEK": "Grek", "ARMENIAN": "Armn",
    "GEORGIAN": "Geor", "DEVANAGARI": "Deva", "BENGALI": "Beng", "ETHIOPIC": "Ethi", "THAI": "Thai",
    "HANGUL": "Hang", "CJK": "Hani", "HIRAGANA": "Jpan", "KATAKANA": "Jpan",
}  # fmt: skip


def add_person(
    user: User,
    case: Case,
    *,
    names: Sequence[WrittenName],
    birth: PartialDate | None = None,
    sex: Sex | None = None,
    nationalities: Sequence[str] | None = None,
    father_name: str = "",
    mother_name: str = "",
    place_of_birth: str = "",
    home_place: str = "",
    missing_since: PartialDate | None = None,
    identifiers: Sequence[WrittenIdentifier] = (),
    group_terms: Sequence[str] = (),
    external_id: str = "",
    written_in: Capture | None = None,
    despite: str = "",
) -> Person:
    """Add a sought person with the written forms of the name, the main one first.

    Args:
        nationalities: ISO 3166-1 alpha-2; None: not known; empty: known to be none.
        external_id: what the desk's own system calls the person; a second call with it finds the same person.
            Without one, every call adds a person: two people may share all that is known of them.
        written_in: the capture in which these names stand.
        despite: a supervisor's reason to take in somebody who is like one who was purged.

    Raises:
        BadInputError: no name, or a nationality that is not a country code.
        ConflictError: the external id is taken by a person of whom other things are known; or somebody like this was
            purged, and no reason is given.
    """
    wanted = {
        "birth": birth,
        "sex": sex.value if sex else "",
        "nationalities": None if nationalities is None else list(nationalities),
        "father_name": father_name,
        "mother_name": mother_name,
        "place_of_birth": place_of_birth,
        "home_place": home_place,
        "missing_since": missing_since,
        "group_terms": list(group_terms),
    }
    with transaction.atomic():
        access.require(user, Permission.ENTER, case)
        access.same_case(user, case, written_in)
        if not any(name.text.strip() for name in names):
            raise BadInputError(
                gettext("the person has no name"), gettext("Give at least one written form, in any script.")
            )
        _check_nationalities(nationalities)
        seen = access.visible(user, Person).filter(case=case)
        found = seen.filter(external_id=external_id).order_by("pk").first() if external_id else None
        if found is not None:
            other = [field for field, value in wanted.items() if getattr(found, field) != value]
            if other:
                raise ConflictError(
                    gettext('"{external_id}" is {found}, recorded with another {other}').format(
                        external_id=external_id, found=access.ref_of(found), other=", ".join(other)
                    ),
                    gettext("Check which is right; record what a source says of the person as a claim."),
                )
            for name in names:
                add_name_form(user, found, name, written_in=written_in)
            return found
        known = KnownAs.told(names, birth, [external_id, *(number.value for number in identifiers)])
        purged = Purged(case).like(known)
        refuse_like_purged(user, case, placeholders_seen(user, purged), despite=despite)
        person = Person.objects.create(case=case, external_id=external_id, entered_by=user, **wanted)
        audit.append(user, "add_person", case=case, about=[person])
        note_came_again(user, purged, person=person, reason=despite)
        for name in names:
            add_name_form(user, person, name, written_in=written_in)
        for number in identifiers:
            add_identifier(user, person, number)
        return person


def complete_person(user: User, person: Person, **told: Any) -> tuple[str, ...]:
    """Add what was not known of a person when they were added: ``birth``, ``sex``, ``nationalities``,
    ``father_name``, ``mother_name``, ``place_of_birth``, ``home_place``, ``missing_since``.

    What is known is never written over.

    Returns:
        the names of what is new.

    Raises:
        BadInputError: a nationality that is not a country code.
        ConflictError: something told is recorded otherwise.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, person)
        stored = Person.objects.select_for_update().get(pk=person.pk)
        wanted = {field: value for field, value in told.items() if value and getattr(stored, field) != value}
        _check_nationalities(wanted.get("nationalities"))
        if other := [field for field in wanted if getattr(stored, field)]:
            raise ConflictError(
                gettext("{person} is recorded with another {other}").format(
                    person=access.ref_of(stored), other=", ".join(other)
                ),
                gettext("Check which is right; record what a source says of the person as a claim."),
            )
        for field, value in wanted.items():
            setattr(stored, field, value)
            setattr(person, field, value)
        if wanted:
            stored.save(update_fields=sorted(wanted))
            audit.append(user, "complete_person", case=case, about=[stored], detail={"fields": sorted(wanted)})
        return tuple(wanted)


def tell_more(
    user: User,
    person: Person,
    *,
    names: Sequence[WrittenName] = (),
    identifiers: Sequence[WrittenIdentifier] = (),
    despite: str = "",
    **told: Any,
) -> None:
    """Add further written forms, numbers, and what was not known (`complete_person`); all of it or nothing.

    Args:
        despite: a supervisor's reason to add what is like somebody who was purged.

    Raises:
        BadInputError, ConflictError: as `complete_person`, `add_name_form`; or somebody like this was purged, and no
            reason is given.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, person)
        known = KnownAs.told(names, told.get("birth") or person.birth, [number.value for number in identifiers])
        purged = Purged(case).like(known)
        refuse_like_purged(user, case, placeholders_seen(user, purged), despite=despite)
        for name in names:
            add_name_form(user, person, name)
        for number in identifiers:
            add_identifier(user, person, number)
        complete_person(user, person, **told)
        note_came_again(user, purged, person=person, reason=despite)


def add_name_form(user: User, person: Person, name: WrittenName, *, written_in: Capture | None = None) -> NameForm:
    """Add a written form of a person's name; the one that is there if it is."""
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, person)
        access.same_case(user, case, written_in)
        if not name.text.strip():
            raise BadInputError(gettext("the name is empty"), gettext("Write the form as the source writes it."))
        found = access.visible(user, NameForm).filter(person=person, text=name.text, kind=name.kind).first()
        if found is not None:
            return found
        form = NameForm.objects.create(
            person=person,
            text=name.text,
            kind=name.kind,
            script=name.script or script_of(name.text),
            language=name.language or "",
            written_in=written_in,
            entered_by=user,
        )
        audit.append(user, "add_name_form", case=case, about=[person, form])
        return form


def add_identifier(user: User, person: Person, identifier: WrittenIdentifier) -> Identifier:
    """Add a number that some authority gave the person; the one that is there if it is."""
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, person)
        found = Identifier.objects.filter(
            person=person, value=identifier.value, kind=identifier.kind, country=identifier.country or ""
        ).first()
        if found is not None:
            return found
        stored = Identifier.objects.create(
            person=person,
            kind=identifier.kind,
            value=identifier.value,
            country=identifier.country or "",
            entered_by=user,
        )
        audit.append(user, "add_identifier", case=case, about=[person, stored])
        return stored


def _check_nationalities(codes: Sequence[str] | None) -> None:
    for code in codes or ():
        if not _COUNTRY.fullmatch(code):
            raise BadInputError(
                gettext('"{code}" is not a country code').format(code=code),
                gettext("Write two capital letters, such as FR."),
                value=code,
            )


def script_of(text: str) -> str:
    """ISO 15924 code of the script that most letters of the text are in; empty if it has none that we know."""
    words = (unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha())
    counted = Counter(script for word in words if (script := _SCRIPTS.get(word)))
    return counted.most_common(1)[0][0] if counted else ""
