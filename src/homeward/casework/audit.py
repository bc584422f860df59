"""The audit: every act and every read of a person's data, in a chain of hashes that shows what was tampered with.

In: an act, its user, and the objects it changed or read. Out: a row of the chain; a report on the whole chain.
Leaves to others: deciding what is an act (`casework.actions`), and who may read the audit (`casework.access`).

Each row's hash covers all its own fields and the hash before it; the newest number and hash are kept once more in
`AuditHead`. So a row that is altered, missing, inserted or renumbered is found, and so is a cut-off end. What the
chain alone cannot find: somebody with write access to the file who rewrites *everything* after a point, the head
too. Against that, write down what `head` says (on paper, in a letter) and give it to `verify` later.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, QuerySet, Subquery, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from homeward.casework.models import AuditEvent, AuditHead, Case, User

GENESIS = "0" * 64
"""What the first row gives as the hash before it."""

# A detail is a code, a count or a hash. Words with spaces, and letters of other scripts, could be a name or a cell.
_CODE = re.compile(r"[A-Za-z0-9_.:/+-]{0,100}")
_PROGRESS_EVERY = 1000


@dataclass(frozen=True, slots=True)
class Head:
    """The newest row's number and hash: what a person writes down to be sure later."""

    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One row of the chain as it is stored, before anybody trusts it."""

    number: Any
    at: Any
    user: Any
    act: Any
    case_id: Any
    about: Any
    detail: Any
    previous: Any
    hash: Any


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What a walk along the chain found.

    Attributes:
        ok: nothing is wrong with it.
        events: how many rows were read.
        first_bad: number of the first row that is altered, missing or too many; None where all is well.
        wrong: what is wrong, in words; empty where all is well.
        head: the last row that still fits.
    """

    ok: bool
    events: int
    first_bad: int | None
    wrong: str
    head: Head


def append(
    user: User,
    act: str,
    *,
    case: Case | None = None,
    about: Sequence[Model] = (),
    detail: Mapping[str, Any] | None = None,
) -> AuditEvent:
    """Write one event at the end of the chain, inside the transaction of the act it tells of.

    Args:
        act: the act's name, such as ``judge_link``.
        about: the objects changed or read; stored as kinds and ids, never as names.
        detail: codes, counts and hashes that say more, such as ``{"verdict": "same"}``.

    Raises:
        RuntimeError: no transaction is open; act and event must stand or fall together.
        ValueError: the detail holds free text; that could be a name or a cell, which the audit never holds.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an audit event is written inside the transaction of its act")
    told = dict(sorted((detail or {}).items()))
    for value in told.values():
        _check_detail(value)
    newest = _hold_head()
    row = AuditRow(
        number=newest.number + 1,
        at=timezone.now(),
        user=user.username,
        act=act,
        case_id=case.pk if case else None,
        about=[[thing._meta.model_name, thing.pk] for thing in about],
        detail=told,
        previous=newest.hash,
        hash="",
    )
    event = AuditEvent.objects.create(
        number=row.number,
        at=row.at,
        user=row.user,
        act=row.act,
        case_id=row.case_id,
        about=row.about,
        detail=row.detail,
        previous=row.previous,
        hash=hash_of(row),
    )
    AuditHead.objects.filter(pk=1).update(number=event.number, hash=event.hash)
    return event


def note_read(user: User, act: str, *, case: Case | None, about: Sequence[Model]) -> AuditEvent:
    """Note that the user read these objects; opens a transaction of its own."""
    with transaction.atomic():
        return append(user, act, case=case, about=about)


def head() -> Head:
    """The newest number and hash, to be written down outside the case file; 0 and zeros while nothing happened."""
    newest = AuditHead.objects.filter(pk=1).first()
    return Head(newest.number, newest.hash) if newest else Head(0, GENESIS)


def verify(progress: Callable[[int], None] | None = None, *, expected_head: Head | None = None) -> AuditReport:
    """Walk along the stored chain and report the first row that is altered, missing or too many.

    Args:
        progress: told the number of rows read, now and then.
        expected_head: a head written down earlier; finds also a chain that was rewritten from some point on.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():  # one view of rows and head, while others may be writing
        if (
            outermost and connection.vendor == "postgresql"
        ):  # which gives each question a view of its own, unless told
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return check_chain(_stored_rows(progress), head=head(), expected=expected_head)


def verify_tail(count: int = 100) -> AuditReport:
    """Whether the newest rows follow each other and end where the head says: quick enough to ask every minute.

    It finds a chain whose end was lost or was written by two at once; what was altered earlier `verify` alone finds.
    """
    heads = AuditHead.objects.filter(pk=1)
    newest = AuditEvent.objects.order_by("-number").annotate(
        head_number=Subquery(heads.values("number")), head_hash=Subquery(heads.values("hash"))
    )
    # One question, so that rows and head are of one moment while others go on writing.
    rows = list(_as_stored(newest, "head_number", "head_hash")[: count + 1])[::-1]
    if not rows:
        return check_chain((), head=head())
    *_, number, digest = rows[0]
    said = Head(number, digest) if number is not None else Head(0, GENESIS)
    read = [_row_of(row[:9]) for row in rows]
    start = Head(0, GENESIS)
    if len(read) > count:
        first = read.pop(0)
        start = Head(first.number, first.hash)
    return check_chain(read, head=said, start=start)


def check_chain(
    rows: Iterable[AuditRow],
    *,
    head: Head | None = None,
    expected: Head | None = None,
    start: Head = Head(0, GENESIS),
) -> AuditReport:
    """Check rows given in the order of their numbers; stops at the first that does not fit. Touches no database.

    Args:
        head: what the head row says; None to leave the end unchecked.
        expected: a head noted earlier.
        start: the last row already known to fit; the first of `rows` should be the one after it.
    """
    last, events = start, 0

    def bad(number: int, wrong: str) -> AuditReport:
        return AuditReport(ok=False, events=events, first_bad=number, wrong=wrong, head=last)

    for row in rows:
        events += 1
        due = last.number + 1
        if row.number != due:
            if isinstance(row.number, int) and row.number > due:
                return bad(due, f"event {due} is missing; the next one stored is {row.number}")
            return bad(due, f"where event {due} should be, the number {row.number!r} is stored")
        if _hash_or_none(row) != row.hash:
            return bad(due, f"event {due} was altered: its fields do not give its hash")
        if row.previous != last.hash:
            return bad(due, f"event {due} does not follow event {due - 1}: one of the two was replaced")
        last = Head(due, row.hash)
        if expected is not None and expected.number == due and expected.hash != row.hash:
            return bad(due, f"event {due} is not the one whose hash was noted: the chain up to it was rewritten")
    if head is not None and head.number > last.number:
        return bad(last.number + 1, f"event {last.number + 1} is missing: the head speaks of {head.number} events")
    if head is not None and head.number < last.number:
        return bad(head.number + 1, f"event {head.number + 1} is too many: the head speaks of {head.number} events")
    if head is not None and head.hash != last.hash:
        return bad(max(last.number, 1), f"the head does not fit event {last.number}: one of the two was altered")
    if expected is not None and expected.number > last.number:
        return bad(last.number + 1, f"event {last.number + 1} is missing: the noted head is number {expected.number}")
    return AuditReport(ok=True, events=events, first_bad=None, wrong="", head=last)


def hash_of(row: AuditRow) -> str:
    """SHA-256, in hexadecimal, over the canonical JSON of every field but the hash itself."""
    at: datetime = row.at
    fields = {
        "number": row.number,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "user": row.user,
        "act": row.act,
        "case": row.case_id,
        "about": row.about,
        "detail": row.detail,
        "previous": row.previous,
    }
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _hold_head() -> AuditHead:
    """The head, held until the transaction ends: whoever appends next waits, and follows on this row."""
    wanted = AuditHead.objects.select_for_update().filter(pk=1)
    if (newest := wanted.first()) is not None:
        return newest
    # The first event of all. Two at once: one makes the row, the other waits for it and then finds it.
    AuditHead.objects.bulk_create([AuditHead(pk=1, number=0, hash=GENESIS)], ignore_conflicts=True)
    return wanted.get()


def _hash_or_none(row: AuditRow) -> str | None:
    """The hash, or None where a field was altered into something that no act writes."""
    try:
        return hash_of(row)
    except (AttributeError, TypeError, ValueError, OverflowError, RecursionError):
        return None


def _stored_rows(progress: Callable[[int], None] | None) -> Iterator[AuditRow]:
    rows = _as_stored(AuditEvent.objects.order_by("number"))
    for count, row in enumerate(rows.iterator(chunk_size=2000), start=1):
        if progress is not None and count % _PROGRESS_EVERY == 0:
            progress(count)
        yield _row_of(row)


def _as_stored(rows: QuerySet[AuditEvent], *more: str) -> QuerySet[AuditEvent, tuple[Any, ...]]:
    # Times and JSON come as the text that is stored: a row spoilt by hand must be reported, not stop the reader.
    texts = rows.annotate(at_text=Cast("at", TextField()), about_text=Cast("about", TextField())).annotate(
        detail_text=Cast("detail", TextField())
    )
    return texts.values_list(
        "number", "at_text", "user", "act", "case_id", "about_text", "detail_text", "previous", "hash", *more
    )


def _row_of(values: tuple[Any, ...]) -> AuditRow:
    exact = connection.vendor == "sqlite"  # PostgreSQL writes times and JSON in a manner of its own
    number, at, user, act, case_id, about, detail, previous, digest = values
    return AuditRow(
        number, _time(at, exact), user, act, case_id, _json(about, exact), _json(detail, exact), previous, digest
    )


def _time(text: Any, exact: bool) -> datetime | None:
    try:
        read = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    read = read if read.tzinfo else read.replace(tzinfo=UTC)
    return None if exact and str(read.astimezone(UTC).replace(tzinfo=None)) != text else read


def _json(text: Any, exact: bool) -> Any:
    """The value; an object that no act writes, and so gives no hash, where the text is not as an act writes it."""
    try:
        value = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return NotImplemented
    return NotImplemented if exact and json.dumps(value, sort_keys=True) != text else value


def _check_detail(value: Any) -> None:
    if value is None or isinstance(value, bool | int):
        return
    if isinstance(value, str) and _CODE.fullmatch(value):
        return
    if isinstance(value, list | tuple):
        for part in value:
            _check_detail(part)
        return
    raise ValueError("an audit detail is a code, a count or a hash; free text could hold a name")
