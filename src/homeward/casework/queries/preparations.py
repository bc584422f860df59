"""Lists prepared for a party: what waits for a second person, what exactly would leave, and what is missing.

In: a user who may hand lists over. Out: lines, and one preparation with each person's harm assessment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from homeward.casework import audit
from homeward.casework.access import Permission, get, one_look, ref_of, require, visible
from homeward.casework.actions.enquiries import consents_taken_back, newest_assessments
from homeward.casework.models import Approval, Case, NameForm, Person, Preparation, User
from homeward.casework.queries.letters import words
from homeward.casework.queries.pages import Page, cut, part_of
from homeward.casework.queries.shown import names_of, party_name
from homeward.casework.results import Words


@dataclass(frozen=True, slots=True)
class PreparationLine:
    """A prepared list among others.

    Attributes:
        decided: "" while it waits, else ``approved`` or ``sent back``.
        list_ref: the list that it became.
        alone: in an exchange format and nothing in it grave, so that whoever prepared it may release it.
        released: in an exchange format and released, so that there is a file to be given out.
    """

    ref: str
    title: str
    recipient: str
    people: int
    prepared_by: str
    prepared_at: datetime
    mine: bool
    decided: str
    decided_by: str
    reason: str
    list_ref: str
    alone: bool = False
    released: bool = False


@dataclass(frozen=True, slots=True)
class PreparedRow:
    """One person on a prepared list.

    Attributes:
        cells: exactly what leaves, each with its direction.
        harm: "" while nobody assessed it, else ``allows`` or ``harms``.
        consent_gone: consent to share was taken back.
    """

    person_ref: str
    name: Words
    cells: tuple[Words, ...]
    harm: str
    assessment: str
    legal_basis: str
    assessed_by: str
    consent_gone: bool


@dataclass(frozen=True, slots=True)
class ShownPreparation:
    """One prepared list in full.

    Attributes:
        missing: how many people nothing allows to leave yet: not assessed, harmed, or consent taken back.
    """

    line: PreparationLine
    purpose: str
    fields: tuple[str, ...]
    script: str
    headings: tuple[Words, ...]
    sha256: str
    rows: Page[PreparedRow]
    missing: int


def preparations_page(user: User, case: Case, *, page: int = 1) -> Page[PreparationLine]:
    """What was prepared in a case, the newest first."""
    with one_look():
        require(user, Permission.HAND_OVER, case)
        rows = visible(user, Preparation).filter(case=case).select_related("recipient", "entered_by").distinct()
        number, pages, total, held = cut(rows.order_by("-pk"), page)
        audit.note_read(user, "read_preparations", case=case, about=[case, *held])
        approvals = _approvals([one.pk for one in held])
        return Page(tuple(_line(user, one, approvals.get(one.pk)) for one in held), number, pages, total)


def shown_preparation(user: User, preparation: Preparation, *, page: int = 1) -> ShownPreparation:
    """One prepared list, with a page of what leaves."""
    with one_look():
        seen = get(user, Preparation, preparation.pk)
        case = seen.case
        require(user, Permission.HAND_OVER, case)
        number, pages, part = part_of(len(seen.rows), page)
        ids = [row["person"] for row in seen.rows]
        people = visible(user, Person).filter(case=case).in_bulk(ids)
        assessed = newest_assessments(list(people.values()), seen.recipient)
        gone = consents_taken_back(list(people.values()), seen.recipient)
        shown = seen.rows[part]
        here = [row["person"] for row in shown]
        audit.note_read(
            user, "read_preparation", case=case, about=[seen, *(people[pk] for pk in here if pk in people)]
        )
        forms: dict[int, list[NameForm]] = {}
        for form in visible(user, NameForm).filter(person__in=here).order_by("pk"):
            forms.setdefault(form.person_id, []).append(form)
        lines = []
        for row in shown:
            pk = row["person"]
            found, names = assessed.get(pk), names_of(forms.get(pk, ()))
            lines.append(
                PreparedRow(
                    person_ref=f"P{pk}",
                    name=names[0] if names else Words(f"P{pk}"),
                    cells=tuple(map(words, row["cells"])),
                    harm="" if found is None else "allows" if found.allows else "harms",
                    assessment=found.assessment if found else "",
                    legal_basis=found.legal_basis if found else "",
                    assessed_by=(found.entered_by.get_full_name() or found.entered_by.username) if found else "",
                    consent_gone=pk in gone,
                )
            )
        missing = sum((found := assessed.get(pk)) is None or not found.allows or pk in gone for pk in ids)
        return ShownPreparation(
            line=line_of(user, seen),
            purpose=seen.purpose,
            fields=tuple(seen.fields),
            script=seen.script,
            headings=tuple(map(words, seen.headings)),
            sha256=seen.content_id,
            rows=Page(tuple(lines), number, pages, len(seen.rows)),
            missing=missing,
        )


def next_to_assess(user: User, preparation: Preparation, *, after: int = 0) -> tuple[str, str]:
    """The next person on the list whom nobody has assessed for its recipient, and the legal basis last relied on.

    Returns:
        the reference, empty where everybody is assessed; the basis, empty where this is the first.
    """
    with one_look():
        seen = get(user, Preparation, preparation.pk)
        require(user, Permission.HAND_OVER, seen.case)
        ids = [row["person"] for row in seen.rows]
        people = visible(user, Person).filter(case=seen.case).in_bulk(ids)
        assessed = newest_assessments(list(people.values()), seen.recipient)
        start = ids.index(after) + 1 if after in ids else 0
        waiting = [pk for pk in (*ids[start:], *ids[:start]) if pk not in assessed and pk in people]
        newest = max(assessed.values(), key=lambda one: one.pk, default=None)
        return (f"P{waiting[0]}" if waiting else "", newest.legal_basis if newest is not None else "")


def line_of(user: User, held: Preparation) -> PreparationLine:
    """One that was prepared, as it stands among others."""
    return _line(user, held, _approvals([held.pk]).get(held.pk))


def _approvals(ids: list[int]) -> dict[int, Approval]:
    # Whoever sees what was prepared sees what was decided of it.
    rows = Approval.objects.filter(preparation__in=ids).select_related("entered_by")
    return {row.preparation_id: row for row in rows}


def _line(user: User, held: Preparation, approval: Approval | None) -> PreparationLine:
    by = held.entered_by
    return PreparationLine(
        ref=ref_of(held),
        title=held.title,
        recipient=party_name(held.recipient),
        people=len(held.rows),
        prepared_by=by.get_full_name() or by.get_username(),
        prepared_at=held.entered_at,
        mine=held.entered_by_id == user.pk,
        decided="" if approval is None else "approved" if approval.approves else "sent back",
        decided_by=(approval.entered_by.get_full_name() or approval.entered_by.username) if approval else "",
        reason=approval.reason if approval else "",
        list_ref=f"L{approval.list_id}" if approval and approval.list_id else "",
        alone=held.is_export and not held.meanings["grave"],
        released=held.is_export and approval is not None and approval.approves,
    )
