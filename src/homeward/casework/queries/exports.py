"""What was prepared in an exchange format: field by field what leaves, what stays and why, and what is missing.

In: a user who may hand lists over, and a preparation that is an export. Out: `ShownExport`, a page of people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from homeward.casework import audit
from homeward.casework.access import Permission, get, one_look, require, visible
from homeward.casework.actions.enquiries import consents_taken_back, newest_assessments
from homeward.casework.exporting import Asked, Format
from homeward.casework.models import NameForm, Person, Preparation, User
from homeward.casework.queries.letters import words
from homeward.casework.queries.pages import Page, part_of
from homeward.casework.queries.preparations import PreparationLine, line_of
from homeward.casework.queries.shown import names_of
from homeward.casework.results import Words

PEOPLE_A_PAGE = 10
LEAVES_SHOWN = 120
"""Values of one person that a page shows; the file holds all."""


@dataclass(frozen=True, slots=True)
class ShownLeaving:
    """One value as it stands in the file. `of`: the claim that it is part of; empty: of the person."""

    of: str
    field: str
    value: Words


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """What leaves of one person.

    Attributes:
        more: how many values are not shown.
        kept: what stays here, by field or by claim, with the reason as a code of `exporting.Why`.
        missing: minimum elements that are not told, as codes.
        harm: "" while nobody assessed it, else ``allows`` or ``harms``.
    """

    ref: str
    name: Words
    leaves: tuple[ShownLeaving, ...]
    more: int
    kept: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    harm: str = ""
    assessment: str = ""
    assessed_by: str = ""
    consent_gone: bool = False


@dataclass(frozen=True, slots=True)
class ShownExport:
    """One export in full.

    Attributes:
        unassessed: how many people nothing allows to be named to the recipient yet.
        grave: it says that somebody is dead, hurt or free, so that a second person releases it.
    """

    line: PreparationLine
    format: Format
    use: str
    purpose: str
    sha256: str
    size_bytes: int
    expires_on: date | None
    grave: bool
    people: Page[ShownPerson]
    unassessed: int


def shown_export(user: User, preparation: Preparation, *, page: int = 1) -> ShownExport:
    """One export, with a page of its people."""
    with one_look():
        seen = get(user, Preparation, preparation.pk)
        case = seen.case
        require(user, Permission.HAND_OVER, case)
        ids = [row["person"] for row in seen.rows]
        people = visible(user, Person).filter(case=case).in_bulk(ids)
        assessed = newest_assessments(list(people.values()), seen.recipient)
        gone = consents_taken_back(list(people.values()), seen.recipient)
        number, pages, part = part_of(len(seen.rows), page, rows=PEOPLE_A_PAGE)
        here = seen.rows[part]
        about = [people[row["person"]] for row in here if row["person"] in people]
        audit.note_read(user, "read_export", case=case, about=[seen, *about])
        forms: dict[int, list[NameForm]] = {}
        for form in visible(user, NameForm).filter(person__in=about).order_by("pk"):
            forms.setdefault(form.person_id, []).append(form)
        lines = []
        for row in here:
            pk = row["person"]
            found, names = assessed.get(pk), names_of(forms.get(pk, ()))
            told = [(of, field, value) for of, field, value in row["leaves"]]
            lines.append(
                ShownPerson(
                    ref=f"P{pk}",
                    name=names[0] if names else Words(f"P{pk}"),
                    leaves=shown_leaves(told),
                    more=max(0, len(told) - LEAVES_SHOWN),
                    kept=tuple((what, why) for what, why in row["kept"]),
                    missing=tuple(row["missing"]),
                    harm="" if found is None else "allows" if found.allows else "harms",
                    assessment=found.assessment if found else "",
                    assessed_by=(found.entered_by.get_full_name() or found.entered_by.username) if found else "",
                    consent_gone=pk in gone,
                )
            )
        asked = Asked.from_json(seen.meanings, seen.fields)
        return ShownExport(
            line=line_of(user, seen),
            format=asked.format,
            use=asked.use.value,
            purpose=seen.purpose,
            sha256=seen.content_id,
            size_bytes=seen.content.size_bytes,
            expires_on=asked.expires_on,
            grave=bool(seen.meanings["grave"]),
            people=Page(tuple(lines), number, pages, len(seen.rows)),
            unassessed=sum((one := assessed.get(pk)) is None or not one.allows for pk in ids),
        )


def shown_leaves(told: list[tuple[str, str, str]]) -> tuple[ShownLeaving, ...]:
    """Values of one person as a page shows them, each with its direction."""
    return tuple(ShownLeaving(of, field, words(value)) for of, field, value in told[:LEAVES_SHOWN])
