"""Acts take turns: one changes the case file, the others wait, on either database.

In: an open transaction. Out: the turn, held until that transaction ends.
Leaves to others: what the act does (`casework.actions`); the order of the audit's rows (`casework.audit`).

SQLite lets one transaction write at a time. PostgreSQL lets many, and two people who judge the same pair would then
each find it unjudged. So an act on PostgreSQL first takes one lock for the whole desk, before it looks at anything:
what it then reads is what the act before it left. Pages that only read do not wait for it. An act takes its turn
before it locks or writes any row, or two acts could wait for each other; a test walks the acts.
"""

from __future__ import annotations

from django.db import connection

_DESK = 0x686F6D65  # the lock's number, ours alone in this database: "home"


def take_turn() -> None:
    """Wait until no other act is under way; asked again by the same act it changes nothing."""
    if connection.vendor == "postgresql" and connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_DESK])
