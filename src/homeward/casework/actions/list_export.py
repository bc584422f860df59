"""A list of our own as the file that leaves, without what its maker did not mean to tell; that it was fetched.

What was prepared at the desk leaves as the very bytes that a second person approved. A list that was made elsewhere
leaves as its rows alone, written anew: who made the file, on which machine and when, its comments, hidden sheets,
pictures and earlier versions stay here (D18). The original is kept as it came.
"""

from __future__ import annotations

import hashlib
import io

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.enquiries import refuse_if_detrimental, refuse_what_no_longer_leaves
from homeward.casework.list_people import people_of_list, refuse_unknown_rows, require_whole
from homeward.casework.models import Approval, Direction, Handover, List, User
from homeward.casework.taken_back import not_taken_back
from homeward.errors import ConflictError
from homeward.exchange import write_rows


def export_list(user: User, stored: List) -> tuple[str, bytes]:
    """A neutral file name and the bytes of a list of ours.

    Raises:
        ConflictError: it is somebody else's list, not whole, or names somebody who may not leave any more; or it was
            made elsewhere and a row of it, of a hidden sheet perhaps, is nobody recorded.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER, stored)
        if stored.direction != Direction.OUT:
            raise ConflictError(
                gettext("only a list of our own is given out"), gettext("Prepare a list of the people it is about.")
            )
        require_whole(stored)
        _refuse_what_no_longer_leaves(stored)
        approved = Approval.objects.filter(list=stored, approves=True).exists()
        if not approved:
            refuse_unknown_rows(stored)
        content = bytes(stored.capture.content.content) if approved else _rows_alone(stored)
        sha256 = hashlib.sha256(content).hexdigest()
        audit.append(user, "export_list", case=case, about=[stored], detail={"sha256": sha256})
        return f"list-{stored.pk}.xlsx", content


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
