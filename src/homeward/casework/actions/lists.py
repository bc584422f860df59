"""Taking in a list: first look at what it would become, then store it as it is.

In: a file, who made it, which way it travelled. Out: `ListPreview` before anything is written, `ListArrival` after.
Rows are frozen as received; what could not be read is stored and reported beside what could. Rows go in by batches,
each whole or not at all: an import that was killed goes on after its last stored row, and two at once do not double.
Leaves to others: formats and faults (`exchange`), who a row is (`actions.match`, and then a person).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext

from homeward.casework import access, audit, list_index
from homeward.casework.access import Permission
from homeward.casework.actions.captures import capture_file
from homeward.casework.actions.links import judge_link, link_by_hand
from homeward.casework.arrivals import (
    CellChange,
    LikePurged,
    ListArrival,
    ListPreview,
    RowChange,
)
from homeward.casework.faults import Faults
from homeward.casework.fingerprints import KnownAs, Purged, note_came_again, placeholders_seen, refuse_like_purged
from homeward.casework.list_file import (
    ListRow,
    MeantTable,
    Source,
    heading_of,
    meant_tables,
    name_and_bytes,
    remember_meanings,
    rows_of,
    stored_meanings,
    table_preview,
)
from homeward.casework.models import Case, Direction, List, ListItem, Party, Person, User
from homeward.casework.records_json import record_from_json, record_to_json
from homeward.casework.turns import take_turn
from homeward.casework.versions import RowFace, VersionDifference, compare_versions, face_of, telling_cells
from homeward.errors import BadInputError, ConflictError
from homeward.exchange import Meaning, TableFile, read_tables
from homeward.records import PartialDate, Verdict

Progress = Callable[[int, int], None]

# Rows of one transaction. Fewer cost a flush to the disk each; more lose more work when the power fails.
BATCH_ROWS = 5_000
_PREPARED = "The row was prepared from this person's file."
_EXAMPLES = 5
_NAMING = frozenset({Meaning.FULL_NAME, Meaning.GIVEN_NAME, Meaning.FAMILY_NAME, Meaning.ALIAS})


def preview_list(
    user: User,
    case: Case,
    source: Source,
    *,
    author: Party | str | None = None,
    follows: List | None = None,
    mapping: Mapping[str, Meaning | str] | None = None,
    as_of: PartialDate | None = None,
    progress: Progress | None = None,
) -> ListPreview:
    """Show what a file would become, and what changed since the version that it follows. Writes nothing.

    Args:
        source: a path, or a file's name and bytes.
        author: the sender, or the name of one; meanings that were confirmed for this sender's lists before are used
            again.
        mapping: meanings told now, by heading or column letter.

    Raises:
        RefusedFileError: hostile, oversized, locked, or not what its name says.
        BadInputError: no column holds names, or `mapping` names a column that is not there.
    """
    access.require(user, Permission.TAKE_IN, case)
    if isinstance(author, str):  # nobody is recorded by looking
        author = access.visible(user, Party).filter(case=case, name=author.strip()).first()
    access.same_case(user, case, author, follows)
    file_name, content = name_and_bytes(source)
    file = read_tables((file_name, content))
    tables = _tables_with_names(file, sender=author, told=mapping)
    faults, faces, shown = Faults(), [], {meant.table.name: [0, 0] for meant in tables}
    purged, like_purged = Purged(case), []
    faults.add(file.problems)
    total = _row_total(tables)
    for row in rows_of(tables, as_of=as_of):
        faults.add(row.problems)
        counts = shown[row.table]
        counts[0] += 1
        counts[1] += row.record is None
        if (alike := _like(purged, row)) and (refs := placeholders_seen(user, alike)):
            like_purged.append(LikePurged(row.number, tuple(refs)))
        if follows is not None:
            faces.append(_face_of_row(row, tables))
        if progress and row.ordinal % 1000 == 0:
            progress(row.ordinal, max(total, row.ordinal))
    rows = sum(counts[0] for counts in shown.values())
    if progress:
        progress(rows, rows)
    difference = _difference(follows, faces, rows)
    already = _list_from(user, case, content)
    return ListPreview(
        file_name=file_name,
        format=file.format,
        encoding=file.encoding or "",
        sha256=hashlib.sha256(content).hexdigest(),
        tables=tuple(table_preview(meant, *shown[meant.table.name]) for meant in tables),
        rows=rows,
        unreadable=sum(counts[1] for counts in shown.values()),
        problems=faults.problems(),
        created=len(difference.created),
        changed=len(difference.changed),
        unchanged=difference.unchanged,
        vanished=len(difference.vanished),
        examples=_examples_of_file(follows, tables, difference, as_of) if follows else (),
        follows=access.ref_of(follows) if follows else "",
        already=access.ref_of(already) if already else "",
        like_purged=tuple(like_purged),
    )


def take_in_list(
    user: User,
    case: Case,
    source: Source,
    *,
    title: str,
    author: Party | None,
    direction: Direction | str,
    publisher: Party | None = None,
    recipient: Party | None = None,
    purpose: str = "",
    title_may_be_told: bool = False,
    as_of: PartialDate | None = None,
    follows: List | None = None,
    mapping: Mapping[str, Meaning | str] | None = None,
    people: Mapping[int, Person] | None = None,
    despite: str = "",
    progress: Progress | None = None,
) -> ListArrival:
    """Store a list as received, with its bytes; the same file a second time changes nothing.

    Args:
        title_may_be_told: title and purpose are the list's own words, which relatives may read.
        mapping: meanings that the person confirms; remembered for this author's next list with the same headings.
        people: for a list of our own: by ordinal, the person from whose file the row was prepared. Recorded as this
            user's judgement.
        despite: a supervisor's reason to take in rows that are like somebody who was purged.
        progress: called with (done, total); reading and indexing count alike.

    Raises:
        RefusedFileError, BadInputError: as for `preview_list`; nothing was written.
        ConflictError: the same file is held as a report; or rows are like somebody who was purged, and no reason is
            given. Rows that `people` names are not asked about.
    """
    access.require(user, Permission.TAKE_IN, case)
    access.same_case(user, case, author, publisher, recipient, follows, *(people or {}).values())
    file_name, content = name_and_bytes(source)
    stored = _list_from(user, case, content)
    if stored is not None and stored.arrived_at is not None:
        return _arrival(stored, already=True)
    fields: dict[str, Any] = {
        "title": title, "author": author, "publisher": publisher, "recipient": recipient,
        "direction": Direction(direction), "purpose": purpose, "as_of": as_of, "follows": follows,
        "title_may_be_told": title_may_be_told,
    }  # fmt: skip
    again: list[tuple[int, list[int]]] = []
    if purged := Purged(case):
        again = _like_purged(user, case, purged, (file_name, content), fields, mapping, people or {}, despite)
    stored, resumed_at = _read_and_store(user, case, stored, (file_name, content), fields, mapping, progress)
    finished = _finish(user, case, stored, people or {})
    if finished:
        for ordinal, purges in again:
            note_came_again(user, purges, row=(stored, ordinal), reason=despite)
    rows = _last_ordinal(stored)
    indexed = _scaled(progress, rows, rows)
    list_index.make_index(stored, progress=indexed)
    indexed(rows)
    return _arrival(stored, already=not finished, resumed_at=resumed_at)


def let_title_be_told(user: User, held: List, *, may: bool) -> List:
    """Say whether relatives may read how a list is called; else they hear whose it is, and of what day."""
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, held)
        stored = List.objects.select_for_update().get(pk=held.pk)
        if stored.title_may_be_told != may:
            stored.title_may_be_told = may
            stored.save(update_fields=["title_may_be_told"])
            audit.append(user, "let_title_be_told", case=case, about=[stored], detail={"may": may})
        return stored


def _like(purged: Purged, row: ListRow) -> list[int]:
    return purged.like(KnownAs.of_record(row.record)) if row.record is not None else []


def _like_purged(
    user: User,
    case: Case,
    purged: Purged,
    source: tuple[str, bytes],
    fields: Mapping[str, Any],
    mapping: Mapping[str, Meaning | str] | None,
    people: Mapping[int, Person],
    despite: str,
) -> list[tuple[int, list[int]]]:
    """Rows that are like somebody who was purged, by ordinal, with the purges.

    Raises:
        ConflictError, NotAllowedError: it is refused for them.
    """
    found, refs, numbers = [], [], []
    for row in rows_of(_tables_with_names(read_tables(source), sender=fields["author"], told=mapping)):
        if row.ordinal in people or not (alike := _like(purged, row)):
            continue
        found.append((row.ordinal, alike))
        if seen := placeholders_seen(user, alike):
            refs += seen
            numbers.append(row.number)
    refuse_like_purged(user, case, refs, despite=despite, rows=numbers)
    return found


# --- storing ------------------------------------------------------------------------------------------------------


def _read_and_store(
    user: User,
    case: Case,
    stored: List | None,
    source: tuple[str, bytes],
    fields: dict[str, Any],
    mapping: Mapping[str, Meaning | str] | None,
    progress: Progress | None,
) -> tuple[List, int]:
    """Read the file and store what is not stored yet; the list, and how many rows were there before.

    The file as read goes when this returns: beside the index of its names it would take too much memory.
    """
    file = read_tables(source)
    if stored is None:
        tables = _tables_with_names(file, sender=fields["author"], told=mapping)
        stored = _begin(user, case, file, tables, source[1], fields, confirmed=bool(mapping))
    tables = stored_meanings(file.tables, stored)
    resumed_at = _last_ordinal(stored)
    rows = rows_of(tables, as_of=stored.as_of)
    _store_rows(stored, rows, resumed_at, _scaled(progress, _row_total(tables), 0))
    return stored, resumed_at


def _begin(
    user: User,
    case: Case,
    file: TableFile,
    tables: Sequence[MeantTable],
    content: bytes,
    fields: dict[str, Any],
    *,
    confirmed: bool,
) -> List:
    """Store the bytes and an empty list, whole or not at all."""
    faults = Faults()
    faults.add(file.problems)
    with transaction.atomic():
        capture, _ = capture_file(
            user, case, content=content, file_name=file.name, format=file.format, how="file", title=fields["title"]
        )
        if capture.text:
            raise ConflictError(
                gettext("this very file is held as a report, {capture}").format(capture=access.ref_of(capture)),
                gettext("Nothing is to be done: it is kept."),
            )
        stored, created = List.objects.get_or_create(
            capture=capture,
            defaults={
                **fields,
                "case": case,
                "entered_by": user,
                "tables": [_table_json(meant) for meant in tables],
                "problems": faults.to_json(),
            },
        )
        if created:
            if confirmed and fields["author"] is not None:
                remember_meanings(user.pk, tables, fields["author"])
            audit.append(user, "begin_list", case=case, about=[stored])
    return stored


def _store_rows(stored: List, rows: Iterator[ListRow], after: int, progress: Callable[[int], None]) -> None:
    rows = islice(rows, after, None)
    while batch := list(islice(rows, BATCH_ROWS)):
        with transaction.atomic():
            take_turn()
            # Whoever holds the lock looks again how far the list has come: another import of it may run beside us.
            locked = List.objects.select_for_update().get(pk=stored.pk)
            last = _last_ordinal(locked)
            fresh = [row for row in batch if row.ordinal > last]
            ListItem.objects.bulk_create(_item(stored, row) for row in fresh)
            if any(row.problems for row in fresh):
                faults = Faults.from_json(locked.problems)
                faults.add(problem for row in fresh for problem in row.problems)
                locked.problems = faults.to_json()
                locked.save(update_fields=["problems"])
        progress(batch[-1].ordinal)


def _item(stored: List, row: ListRow) -> ListItem:
    return ListItem(
        list=stored,
        ordinal=row.ordinal,
        table=row.table[:100],
        row_number=row.number,
        cells=list(row.cells),
        name=row.record.name[:300] if row.record else "",
        record=record_to_json(row.record) if row.record else None,
    )


def _finish(user: User, case: Case, stored: List, people: Mapping[int, Person]) -> bool:
    """Let the list take part; False if another import of it did so first."""
    with transaction.atomic():
        take_turn()
        locked = List.objects.select_for_update().get(pk=stored.pk)
        stored.refresh_from_db()
        if locked.arrived_at is not None:
            return False
        rows = _last_ordinal(stored)
        if beyond := [ordinal for ordinal in people if not 1 <= ordinal <= rows]:
            raise BadInputError(
                gettext("the list has no row {beyond} to tie to a person").format(beyond=beyond[0]),
                gettext("Its rows are 1 to {rows}.").format(rows=rows),
                row=beyond[0],
            )
        stored.arrived_at = timezone.now()
        stored.save(update_fields=["arrived_at"])
        audit.append(user, "take_in_list", case=case, about=[stored], detail={"rows": rows})
        for item in ListItem.objects.filter(list=stored, ordinal__in=people):
            link = link_by_hand(user, item, people[item.ordinal], reason=_PREPARED)
            judge_link(user, link, Verdict.SAME, _PREPARED)
    return True


def _arrival(stored: List, *, already: bool, resumed_at: int = 0) -> ListArrival:
    rows = _last_ordinal(stored)
    if already:
        difference = VersionDifference((), (), rows, ())
    else:
        difference = _difference(stored.follows, _stored_faces(stored) if stored.follows else (), rows)
    return ListArrival(
        list=stored,
        already=already,
        rows=rows,
        unreadable=stored.items.filter(record__isnull=True).count(),
        problems=Faults.from_json(stored.problems).problems(),
        created=len(difference.created),
        changed=len(difference.changed),
        unchanged=difference.unchanged,
        vanished=len(difference.vanished),
        resumed_at=resumed_at,
    )


def _list_from(user: User, case: Case, content: bytes) -> List | None:
    sha256 = hashlib.sha256(content).hexdigest()
    seen = access.visible(user, List).filter(case=case, capture__content_id=sha256)
    return seen.select_related("follows").order_by("pk").first()


def _last_ordinal(stored: List) -> int:
    return ListItem.objects.filter(list=stored).aggregate(last=Max("ordinal"))["last"] or 0


# --- tables -------------------------------------------------------------------------------------------------------


def _tables_with_names(
    file: TableFile, *, sender: Party | None, told: Mapping[str, Meaning | str] | None
) -> tuple[MeantTable, ...]:
    tables = meant_tables(file.tables, sender=sender, told=told)
    if not any(_NAMING & set(meant.meanings) for meant in tables):
        headings = ", ".join(f'"{heading_of(c)}"' for meant in tables for c in meant.table.columns) or "none"
        raise BadInputError(
            gettext("no column is known to hold names"),
            gettext("Say which one does, for example as full_name. The columns are: {headings}.").format(
                headings=headings
            ),
            path=file.name,
            kind="no-name-column",
        )
    return tables


def _table_json(meant: MeantTable) -> dict[str, Any]:
    columns = meant.table.columns
    return {
        "name": meant.table.name,
        "headings": [c.heading for c in columns],
        "letters": [c.letter for c in columns],
        "meanings": [m.value for m in meant.meanings],
    }


def _row_total(tables: Sequence[MeantTable]) -> int:
    return sum(meant.table.row_count for meant in tables)


def _scaled(progress: Progress | None, total: int, before: int) -> Callable[..., None]:
    """Progress of one of the two halves, storing and indexing, as progress of the whole."""

    def report(done: int, _total: int | None = None) -> None:
        if progress:
            progress(min(before + done, 2 * total), 2 * total)

    return report


# --- versions -----------------------------------------------------------------------------------------------------


def _face_of_row(row: ListRow, tables: Sequence[MeantTable]) -> RowFace:
    meant = next(t for t in tables if t.table.name == row.table)
    named = telling_cells(_table_json(meant), row.cells)
    return face_of(row.ordinal, row.table, row.number, named, row.record)


def _stored_faces(stored: List) -> Iterator[RowFace]:
    tables = {table["name"][:100]: table for table in stored.tables}
    rows = stored.items.order_by("ordinal").values_list("ordinal", "table", "row_number", "cells", "record")
    for ordinal, table, number, cells, record in rows.iterator(chunk_size=2000):
        read = record_from_json(record) if record else None
        yield face_of(ordinal, table, number, telling_cells(tables[table], cells), read)


def _difference(follows: List | None, newer: Iterable[RowFace], rows: int) -> VersionDifference:
    if follows is None:
        return VersionDifference(tuple(range(1, rows + 1)), (), 0, ())
    return compare_versions(list(_stored_faces(follows)), list(newer))


def _examples_of_file(
    follows: List, tables: Sequence[MeantTable], difference: VersionDifference, as_of: PartialDate | None
) -> tuple[RowChange, ...]:
    created = difference.created[:_EXAMPLES]
    changed = difference.changed[:_EXAMPLES]
    vanished = difference.vanished[:_EXAMPLES]
    wanted = {*created, *(newer for _, newer in changed)}
    last = max(wanted, default=0)
    newer = {row.ordinal: row for row in islice(rows_of(tables, as_of=as_of), last) if row.ordinal in wanted}
    ordinals = [*vanished, *(older for older, _ in changed)]
    older = {item.ordinal: item for item in follows.items.filter(ordinal__in=ordinals)}
    new_tables = {meant.table.name: _table_json(meant) for meant in tables}
    old_tables = {table["name"][:100]: table for table in follows.tables}

    def new_cells(ordinal: int) -> dict[str, str]:
        row = newer[ordinal]
        return dict(telling_cells(new_tables[row.table], row.cells))

    def old_cells(ordinal: int) -> dict[str, str]:
        item = older[ordinal]
        return dict(telling_cells(old_tables[item.table], item.cells))

    def new_change(kind: str, ordinal: int, cells: Iterable[CellChange]) -> RowChange:
        row = newer[ordinal]
        return RowChange(kind, row.number, row.record.name if row.record else "", tuple(cells))

    return (
        *(new_change("changed", b, _cell_changes(old_cells(a), new_cells(b))) for a, b in changed),
        *(new_change("created", b, ()) for b in created),
        *(RowChange("vanished", older[a].row_number, older[a].name) for a in vanished),
    )


def _cell_changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[CellChange]:
    for heading in dict.fromkeys([*after, *before]):
        was, now = before.get(heading, ""), after.get(heading, "")
        if was != now:
            yield CellChange(heading, was, now)
