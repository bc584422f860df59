"""A list of our own as the file that leaves, without what its maker did not mean to tell; that it was fetched.

What was prepared at the desk leaves as the very bytes that a second person approved. A list that was made elsewhere
leaves as its rows alone, written anew: who made the file, on which machine and when, its comments, hidden sheets,
pictures and earlier versions stay here (D18). The original is kept as it came.

What was prepared here may leave as pages, too: the same rows, set once, whose bytes are then kept like the table's.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.enquiries import refuse_if_detrimental, refuse_what_no_longer_leaves
from homeward.casework.kept_bytes import keep_bytes
from homeward.casework.leaving_words import LANGUAGE_OF_SCRIPT, RIGHT_TO_LEFT
from homeward.casework.list_people import people_of_list, refuse_unknown_rows, require_whole
from homeward.casework.models import Approval, Direction, Handover, List, ListPdf, User
from homeward.casework.taken_back import not_taken_back
from homeward.casework.withheld import refuse_withheld
from homeward.errors import ConflictError
from homeward.exchange import write_rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the pages of an approved list: its table, and nothing that is not in it but the day.

    Attributes:
        language: in which the recipient reads: of the headings and of what stands about the table.
        sha256: of the table as it was approved.
    """

    language: str
    right_to_left: bool
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    as_of: date | None
    sha256: str


def export_list(user: User, stored: List) -> tuple[str, bytes]:
    """A neutral file name and the bytes of a list of ours.

    Raises:
        ConflictError: it is somebody else's list, not whole, or names somebody who may not leave any more; or it was
            made elsewhere and a row of it, of a hidden sheet perhaps, is nobody recorded.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER, stored)
        _refuse_what_may_not_leave(user, stored)
        refuse_withheld(case, stored.capture.content_id)
        approved = Approval.objects.filter(list=stored, approves=True).exists()
        if not approved:
            refuse_unknown_rows(user, stored)
        content = bytes(stored.capture.content.content) if approved else _rows_alone(stored)
        sha256 = hashlib.sha256(content).hexdigest()
        audit.append(user, "export_list", case=case, about=[stored], detail={"sha256": sha256})
        return f"list-{stored.pk}.xlsx", content


def keep_as_pdf(user: User, stored: List, set_pages: Callable[[Sheet], bytes]) -> ListPdf:
    """Set an approved list as pages and keep the bytes; the ones that are kept, if it was done before.

    Raises:
        ConflictError: as for `export_list`; it was not prepared at this desk; or the pages cannot be set here.
    """
    sheet = _sheet_of(user, stored)
    found = ListPdf.objects.filter(list=stored).first()
    if found is not None:
        return found
    content = set_pages(sheet)  # it takes its time: nobody waits for the case file meanwhile
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER, stored)
        refuse_withheld(case, stored.capture.content_id)
        _sheet_of(user, stored)  # once more: a consent may have been taken back meanwhile
        sha256 = hashlib.sha256(content).hexdigest()
        keep_bytes(content)
        made, new = ListPdf.objects.get_or_create(list=stored, defaults={"content_id": sha256, "entered_by": user})
        if new:
            detail = {"sha256": sha256, "of": sheet.sha256}
            audit.append(user, "keep_list_as_pdf", case=case, about=[made, stored], detail=detail)
        return made


def export_pdf(user: User, stored: List) -> tuple[str, bytes] | None:
    """A neutral file name and the kept pages of a list of ours; None while nobody had them set.

    Raises:
        ConflictError: as for `export_list`.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER, stored)
        held = ListPdf.objects.filter(list=stored).select_related("content").first()
        if held is None:
            return None
        refuse_withheld(case, held.content_id)
        _refuse_what_may_not_leave(user, stored)
        detail = {"sha256": held.content_id, "format": "pdf"}
        audit.append(user, "export_list", case=case, about=[stored], detail=detail)
        return f"list-{stored.pk}.pdf", bytes(held.content.content)


def _sheet_of(user: User, stored: List) -> Sheet:
    access.reach(user, Permission.HAND_OVER, stored)
    _refuse_what_may_not_leave(user, stored)
    # One list may be approved for several parties: the table, and so its language, is then the same to the byte.
    given = Approval.objects.filter(list=stored, approves=True).select_related("preparation").order_by("pk").first()
    if given is None:
        raise ConflictError(
            gettext("only a list that was prepared and approved here is given out as PDF"),
            gettext("Give out its file, or prepare a list of the same people."),
        )
    held = given.preparation
    return Sheet(
        language=LANGUAGE_OF_SCRIPT.get(held.script, "en"),
        right_to_left=held.script in RIGHT_TO_LEFT,
        headings=tuple(held.headings),
        rows=tuple(tuple(row["cells"]) for row in held.rows),
        as_of=stored.as_of.earliest if stored.as_of else None,
        sha256=held.content_id,
    )


def _refuse_what_may_not_leave(user: User, stored: List) -> None:
    if stored.direction != Direction.OUT:
        raise ConflictError(
            gettext("only a list of our own is given out"), gettext("Prepare a list of the people it is about.")
        )
    require_whole(stored)
    refuse_unknown_rows(user, stored, hidden_only=True)
    _refuse_what_no_longer_leaves(stored)


def _refuse_what_no_longer_leaves(stored: List) -> None:
    """What was handed over stays to be looked at; what was not is not given out against a relative's word (D2)."""
    people = people_of_list(stored)
    if not_taken_back(Handover.objects.filter(list=stored)).exists():
        refuse_if_detrimental(people, stored.recipient)
    else:
        refuse_what_no_longer_leaves(people, stored.recipient)


def _rows_alone(stored: List) -> bytes:
    """The rows as written, table after table, each under its headings, in a workbook that says nothing else."""
    items = list(stored.items.order_by("ordinal").values_list("table", "cells"))
    held = {table for table, _ in items}
    tables = [(str(table.get("name", "")), list(table.get("headings", []))) for table in stored.tables]
    tables = [(name, headings) for name, headings in tables if name in held] or tables[:1]
    width = max([len(headings) for _, headings in tables] + [len(cells) for _, cells in items], default=1)
    first = tables[0][1] if tables else []
    rows: list[list[str]] = []
    for number, (name, headings) in enumerate(tables or [("", [])]):
        if number:
            rows.append(_wide(headings, width))
        # Where there is one table, its rows need not name it.
        rows += [_wide(cells, width) for table, cells in items if len(tables) < 2 or table == name]
    stream = io.BytesIO()
    write_rows(stream, "xlsx", _wide(first, width), rows)
    return stream.getvalue()


def _wide(cells: list[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]
