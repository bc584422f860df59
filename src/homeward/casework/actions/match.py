"""Put before a person the rows of lists that may be the people sought.

In: lists and people of a case. Out: `ItemLink`s with probability and reasons, `Searched` rows, and how many are new.
Leaves to others: the reckoning (`matching`), and every judgement (`actions.links`, a person).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence

from django.db import transaction

from homeward.casework import access, audit, matching
from homeward.casework.access import Permission
from homeward.casework.list_index import ENGINE
from homeward.casework.models import (
    Case,
    Direction,
    ItemLink,
    List,
    ListItem,
    Person,
    Restriction,
    Searched,
    User,
    holding_judgement,
)
from homeward.casework.records_json import record_to_json
from homeward.casework.turns import take_turn
from homeward.casework.versions import telling_cells
from homeward.records import PersonRecord


def propose_links(
    user: User,
    case: Case,
    *,
    lists: Sequence[List] | None = None,
    people: Sequence[Person] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Look for the people sought in the lists received or published; a pair is proposed once and never again.

    Each search is kept, also one that found nobody. A list that was searched for a person by this engine, under all
    that is known of the person now, is not searched again: what was broken off goes on where it stopped.

    Rows of our own lists are not searched: they are tied to people by whoever prepared the list.

    Args:
        lists, people: all that the user may see, unless given.
        progress: called with (done, total) pairs of person and list.

    Returns:
        how many links are new.
    """
    access.require(user, Permission.JUDGE, case)
    access.same_case(user, case, *(lists or ()), *(people or ()))
    searched = [
        stored
        for stored in (lists if lists is not None else access.visible(user, List).filter(case=case).order_by("pk"))
        if stored.arrived_at is not None and stored.direction != Direction.OUT
    ]
    sought = list(people if people is not None else access.visible(user, Person).filter(case=case).order_by("pk"))
    records = [matching.record_of(person) for person in sought if person.name_forms.exists()]
    digests = {record.key: _digest(record) for record in records}
    before = set(Searched.objects.filter(list__in=searched, engine=ENGINE).values_list("list", "person", "sought"))
    total, done, new = len(searched) * len(records), 0, 0
    for stored in searched:
        for record in records:
            if (stored.pk, int(record.key), digests[record.key]) not in before:
                new += _propose(user, case, stored, record, digests[record.key])
            done += 1
            if progress:
                progress(done, total)
    return new


def _propose(user: User, case: Case, stored: List, record: PersonRecord, sought: str) -> int:
    rows = matching.candidate_rows(record, stored)
    person_id = int(record.key)
    with transaction.atomic():
        take_turn()
        search, first = Searched.objects.get_or_create(
            list=stored,
            person_id=person_id,
            engine=ENGINE,
            sought=sought,
            defaults={"best": rows[0].probability if rows else None, "entered_by": user},
        )
        known = set(
            ItemLink.objects.filter(person_id=person_id, item_id__in=[row.item_id for row in rows]).values_list(
                "item_id", flat=True
            )
        )
        judged = _judged_before(user, stored, person_id) if rows and stored.follows_id else {}
        items = ListItem.objects.in_bulk([row.item_id for row in rows]) if judged else {}
        again = {pk: judged.get(_content(stored, item)) for pk, item in items.items()}
        made = [
            ItemLink(
                item_id=row.item_id,
                person_id=person_id,
                probability=row.probability,
                reasons=[*filter(None, [again.get(row.item_id)]), *row.reasons],
                engine=ENGINE,
                entered_by=user,
            )
            for row in rows
            if row.item_id not in known
        ]
        made = ItemLink.objects.bulk_create(made)
        if made or first:
            audit.append(user, "propose_links", case=case, about=[search, *made], detail={"list": stored.pk})
    return len(made)


def _judged_before(user: User, stored: List, person_id: int) -> dict[frozenset[tuple[str, str]], str]:
    """What was judged of this person's rows in the versions before: by the row's content, in words; newest version.

    A version that is more closely held than this list tells nothing here: who sees the new row may not see the old.
    """
    told: dict[frozenset[tuple[str, str]], str] = {}
    older, seen = stored.follows, {stored.pk}
    while older is not None and older.pk not in seen:
        seen.add(older.pk)
        links = access.visible(user, ItemLink).filter(item__list=older, person=person_id)
        if older.capture.classification > stored.capture.classification or Restriction.objects.filter(
            kind="list", object_id=older.pk, lifted_at__isnull=True
        ):
            links = links.none()
        for link in links.select_related("item").order_by("pk"):
            held = holding_judgement(link)
            if held is not None:
                by = held.entered_by.get_full_name() or held.entered_by.get_username()
                told.setdefault(
                    _content(older, link.item),
                    f"the row is unchanged and was judged “{held.verdict}” in the version before, "
                    f"{access.ref_of(older)} ({access.ref_of(link)}, by {by}, on {held.entered_at.date()})",
                )
        older = older.follows
    return told


def _content(stored: List, item: ListItem) -> frozenset[tuple[str, str]]:
    table = next(table for table in stored.tables if table["name"][:100] == item.table)
    return frozenset((heading, cell) for heading, cell in telling_cells(table, item.cells) if cell)


def _digest(record: PersonRecord) -> str:
    told = json.dumps(record_to_json(record), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
