"""People in an exchange format: what would leave, kept by one person, released, recorded as disclosed, given out.

In: people, what may leave, for whom, for what. Out: the exact bytes, kept; and once they are released, a disclosure
of each person (D2 to D5). Leaves to others: the choice of what leaves (`exporting`), the formats (`export_files`).

It goes the way of a list for a party. Where what leaves says that somebody is dead, hurt or free, a second person
releases it (D11); else whoever prepared it may. Nobody is named to a party for which no harm assessment allows it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.enquiries import (
    refuse_disclosure_unless_allowed,
    refuse_if_detrimental,
    refuse_without_consent,
)
from homeward.casework.actions.people import script_of
from homeward.casework.actions.preparations import Field, people_of_prepared, people_who_may_leave
from homeward.casework.actions.reasons import require_reason
from homeward.casework.bare_words import faults_of, is_grave
from homeward.casework.export_files import SUFFIXES, Written, new_seed, write_export
from homeward.casework.exporting import (
    CLAIMS,
    MOST_PEOPLE,
    NAME,
    QUOTES,
    TITLES,
    USES,
    Asked,
    Format,
    LeavingPerson,
    Why,
    what_leaves,
)
from homeward.casework.kept_bytes import keep_bytes
from homeward.casework.leaving_fields import fields_of_prepared
from homeward.casework.leaving_words import LANGUAGE_OF_SCRIPT
from homeward.casework.models import (
    Approval,
    Case,
    Disclosure,
    Party,
    Person,
    Preparation,
    User,
)
from homeward.casework.tellable import protected_names_known_to
from homeward.casework.withheld import refuse_withheld
from homeward.errors import BadInputError, ConflictError
from homeward.records import PartialDate

ACCOUNT = "account"
"""What the desk itself tells of the event, as a field of a disclosure."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What would leave: as it was chosen, and as it stands in the file.

    Attributes:
        grave: a second person must release it.
    """

    people: tuple[LeavingPerson, ...]
    written: Written
    grave: bool


def preview_export(
    user: User, case: Case, *, people: Sequence[Person], asked: Asked, recipient: Party | None = None
) -> Exported:
    """What exactly would leave. Writes nothing but that it was looked at.

    Args:
        recipient: for whom it is; None: a party that is not recorded yet.

    Raises:
        BadInputError: nobody is chosen, somebody twice, too many, or what the desk tells is told as a fact.
        ConflictError: a person is under a restriction, is marked as detrimental to name, has no name that may leave,
            or consent to this is missing.
    """
    access.require(user, Permission.HAND_OVER, case)
    access.same_case(user, case, recipient)
    seeds = _seeds(case, people)
    exported = _exported(user, case, people, asked, recipient, seeds, timezone.now())
    audit.note_read(user, "preview_export", case=case, about=[case, *people])
    return exported


def keep_export(
    user: User, case: Case, *, people: Sequence[Person], asked: Asked, recipient: Party, purpose: str
) -> Preparation:
    """Keep what would leave, to the byte; the same that waits already as it is.

    Raises:
        BadInputError, ConflictError: as for `preview_export`; or it is not said why.
    """
    with transaction.atomic():
        access.require(user, Permission.HAND_OVER, case)
        access.same_case(user, case, recipient)
        require_reason(purpose)
        made_at = timezone.now().astimezone(UTC).replace(microsecond=0)
        seeds = _seeds(case, people)
        exported = _exported(user, case, people, asked, recipient, seeds, made_at)
        told = {**asked.to_json(), "grave": exported.grave}
        rows = [
            _row(one, seed, leaves, missing, asked)
            for one, seed, leaves, missing in zip(
                exported.people, seeds, exported.written.leaves, exported.written.missing, strict=True
            )
        ]
        alike = Preparation.objects.filter(
            case=case, entered_by=user, approval__isnull=True, script="", recipient=recipient, purpose=purpose
        )
        for held in alike:
            if held.rows == rows and {**held.meanings, "made_at": ""} == {**told, "made_at": ""}:
                return held
        content = exported.written.content
        sha256 = hashlib.sha256(content).hexdigest()
        keep_bytes(content)
        made = Preparation.objects.create(
            case=case,
            title=TITLES[asked.format],
            recipient=recipient,
            purpose=purpose,
            content_id=sha256,
            fields=[one.value for one in asked.fields],
            script="",
            headings=["What leaves"],
            meanings={**told, "made_at": made_at.isoformat()},
            rows=rows,
            entered_by=user,
        )
        made.persons.add(*people)
        audit.append(
            user,
            "prepare_export",
            case=case,
            about=[made, recipient, *people],
            detail={"sha256": sha256, "format": asked.format.value, "rows": len(rows)},
        )
        return made


def decide_export(user: User, preparation: Preparation, *, approves: bool, reason: str = "") -> Approval:
    """Say that it leaves, or that it does not. Released, each person in it is recorded as disclosed.

    Args:
        reason: needed where it does not leave.

    Raises:
        ConflictError: it was decided already; it is grave and the user prepared it; what would leave is not what was
            kept; or somebody in it may not be disclosed (D2, D3, D4).
    """
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER, preparation)
        held = Preparation.objects.select_related("recipient", "content").get(pk=preparation.pk)
        if not held.is_export:
            raise ConflictError(gettext("this is a list"), gettext("Decide on it on its own page."))
        found = Approval.objects.filter(preparation=held).select_related("entered_by").first()
        if found is not None:
            if found.entered_by_id == user.pk and found.approves == approves:
                return found
            raise ConflictError(
                gettext("{who} decided on {held} already").format(
                    who=found.entered_by.get_full_name() or found.entered_by.get_username(), held=access.ref_of(held)
                ),
                gettext("Prepare it anew if something is to change."),
            )
        if not approves:
            require_reason(reason)
            approval = Approval.objects.create(preparation=held, approves=False, reason=reason, entered_by=user)
            audit.append(user, "send_back_export", case=case, about=[approval, held])
            return approval
        if held.meanings["grave"] and held.entered_by_id == user.pk:
            raise ConflictError(
                gettext(
                    "it tells that somebody is said to be dead, hurt or free: whoever prepared it does not release it"
                ),
                gettext("Ask a second person who may hand lists over."),
                kind="own-preparation",
            )
        people = people_of_prepared(user, held)
        asked = Asked.from_json(held.meanings, held.fields)
        refuse_disclosure_unless_allowed(people, held.recipient, fields_of_prepared(held))
        made_at = datetime.fromisoformat(held.meanings["made_at"])
        seeds = [row["seed"] for row in held.rows]
        now = _exported(user, case, people, asked, held.recipient, seeds, made_at)
        kept = bytes(held.content.content)
        if now.written.content != kept or hashlib.sha256(kept).hexdigest() != held.content_id:
            raise ConflictError(
                gettext("what would leave is no longer what was kept: something changed since"),
                gettext("Say that it does not leave, and prepare it anew."),
            )
        approval = Approval.objects.create(preparation=held, approves=True, reason=reason, entered_by=user)
        disclosed = Disclosure.objects.bulk_create(
            Disclosure(
                person=one.person,
                recipient=held.recipient,
                fields=_fields_of(one, asked),
                purpose=held.purpose,
                on=PartialDate.day(timezone.localdate()),
                approved_by=user,
                entered_by=user,
            )
            for one in now.people
        )
        audit.append(
            user,
            "release_export",
            case=case,
            about=[approval, held, held.recipient, *people, *disclosed],
            detail={"sha256": held.content_id, "format": asked.format.value},
        )
        return approval


def give_export(user: User, preparation: Preparation) -> tuple[str, bytes]:
    """A neutral file name and the bytes that were released; that they were fetched is in the audit.

    Raises:
        ConflictError: it was not released; or somebody in it is marked as detrimental to name to the recipient.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER, preparation)
        held = Preparation.objects.select_related("recipient", "content").get(pk=preparation.pk)
        if not held.is_export or not Approval.objects.filter(preparation=held, approves=True).exists():
            raise ConflictError(
                gettext("{held} was not released").format(held=access.ref_of(held)), gettext("Release it first.")
            )
        refuse_withheld(case, held.content_id)
        refuse_if_detrimental(people_of_prepared(user, held), held.recipient)
        detail = {"sha256": held.content_id, "format": held.meanings["format"]}
        audit.append(user, "give_export", case=case, about=[held], detail=detail)
        suffix = SUFFIXES[Format(held.meanings["format"])]
        return f"export-{held.pk}.{suffix}", bytes(held.content.content)


def _exported(
    user: User,
    case: Case,
    people: Sequence[Person],
    asked: Asked,
    recipient: Party | None,
    seeds: Sequence[str],
    made_at: datetime,
) -> Exported:
    if not people:
        raise BadInputError(gettext("nobody is chosen"), gettext("Choose the people who are in it."))
    if len({person.pk for person in people}) < len(people):
        raise BadInputError(gettext("somebody is chosen twice"), gettext("Choose each person once."))
    if len(people) > MOST_PEOPLE:
        raise BadInputError(
            gettext("more than {most} people are chosen").format(most=MOST_PEOPLE),
            gettext("Make several exports, each of people named by reference, such as P3 P4: at most {most}.").format(
                most=MOST_PEOPLE
            ),
        )
    if asked.use not in USES:
        raise BadInputError(gettext("an export is not for this"), gettext("Choose another purpose."))
    seen = people_who_may_leave(user, case, people, recipient)
    refuse_without_consent(people, recipient, asked.use)
    _refuse_bare_account(user, case, asked)
    chosen = what_leaves(user, case, seen, asked, recipient)
    if nameless := next((one for one in chosen if not one.name), None):
        raise ConflictError(
            gettext("{person} has no name that may leave").format(person=access.ref_of(nameless.person)),
            gettext("Add a form from a source that is not confidential."),
        )
    grave = any(one.grave for one in chosen) or any(is_grave(text, _language(text)) for text in asked.texts.values())
    return Exported(chosen, write_export(chosen, asked, seeds, made_at), grave)


def _refuse_bare_account(user: User, case: Case, asked: Asked) -> None:
    """What the desk tells in its own words says who said so, and names no protected source that the user knows of."""
    hidden = protected_names_known_to(user, case.pk)
    for text in asked.texts.values():
        if hidden.stand_in(text):
            raise BadInputError(
                gettext("a protected source is named there: “{text}”").format(text=text),
                gettext("Write it without the name."),
            )
        if faults := faults_of(text, _language(text)):
            raise BadInputError(
                gettext("something is told as a fact there: “{text}” ({faults})").format(
                    text=text, faults="; ".join(faults)
                ),
                gettext("Write who said so."),
            )


def _language(text: str) -> str:
    return LANGUAGE_OF_SCRIPT.get(script_of(text), "en")


def _seeds(case: Case, people: Sequence[Person]) -> list[str]:
    """The seed from which each person's numbers are made: that of their first export, else a new one."""
    wanted = {person.pk for person in people}
    earlier = Preparation.objects.filter(case=case, script="", persons__in=wanted).distinct().order_by("-pk")
    found = {row["person"]: row["seed"] for rows in earlier.values_list("rows", flat=True) for row in rows}
    return [found.get(person.pk) or new_seed() for person in people]


def _row(
    one: LeavingPerson, seed: str, leaves: Sequence[Any], missing: Sequence[str], asked: Asked
) -> dict[str, Any]:
    told = [[part.of, part.field, part.value] for part in leaves]
    return {
        "person": one.person.pk,
        "seed": seed,
        "cells": ["\n".join(f"{field}: {value}" for _, field, value in told)],
        "leaves": told,
        "kept": [[back.what, back.why.value] for back in one.kept],
        "missing": [str(element) for element in missing],
        "left": _fields_of(one, asked),
    }


def _fields_of(one: LeavingPerson, asked: Asked) -> list[str]:
    """What left of a person, as a disclosure tells it; a field of which nothing is known did not leave."""
    values: dict[Field, object] = {
        Field.FATHER_NAME: one.father,
        Field.BIRTH_YEAR: one.birth,
        Field.NATIONALITY: one.nationalities,
        Field.BIRTH: one.birth,
        Field.SEX: one.sex,
        Field.NATIONALITIES: one.nationalities,
        Field.MOTHER_NAME: one.mother,
        Field.PLACE_OF_BIRTH: one.place_of_birth,
        Field.HOME_PLACE: one.home_place,
        Field.MISSING_SINCE: one.missing_since,
        Field.IDENTIFIERS: one.identifiers,
        Field.OTHER_NAMES: (*one.others, *one.aliases, *one.kunyas),
    }
    marked = {back.what for back in one.kept if back.why is Why.DETRIMENT}
    left = [NAME, *(field.value for field in asked.fields if values[field] and field.value not in marked)]
    if one.claims:
        left.append(CLAIMS)
    if any(claim.quote for claim in one.claims):
        left.append(QUOTES)
    if any(asked.texts.values()):
        left.append(ACCOUNT)
    return left
