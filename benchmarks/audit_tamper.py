"""How many tamperings of an audit chain are found, and at the right event.

Makes a case file with as many events as asked, by the `audit.append` that every act calls, and then tries, one at
a time: the deletion of every event; the alteration of every field of every event; every swap of two neighbours, with
and without their numbers; the doubling of every event; and every cut of the end. Then some of each are done to the
stored file itself, past its guards, and the whole of it is verified as `homeward audit verify` does.

    python benchmarks/audit_tamper.py [--events 10000]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

FIELDS_ALTERED = {
    "number": lambda row: row.number + 1,
    "at": lambda row: row.at + timedelta(microseconds=1),
    "user": lambda row: row.user + "x",
    "act": lambda row: row.act[:-1],
    "case_id": lambda row: 2 if row.case_id is None else None,
    "about": lambda row: [*row.about, ["claim", 0]],
    "detail": lambda row: {**row.detail, "n": -1},
    "previous": lambda row: row.hash,
    "hash": lambda row: row.previous,
}
STORED_ALTERED = {
    "at": "'2020-01-01 00:00:00'",
    "user": "user || 'x'",
    "act": "act || 'x'",
    "case_id": "coalesce(case_id, 0) + 1",
    "about": "'[]'",
    "detail": "'{\"n\": -1}'",
    "previous": "hash",
    "hash": "substr(hash, 2) || 'x'",
}


def main() -> int:
    """Run, print, and exit with 1 if anything was missed."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--events", type=int, default=10_000)
    events: int = asked.parse_args().events
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOMEWARD_FILE"] = str(Path(folder) / "audit.db")
        os.environ["DJANGO_SETTINGS_MODULE"] = "homeward.server.settings"
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        fill(events)
        found, tried = Counter[str](), Counter[str]()
        began = time.perf_counter()
        for kind, right in in_memory():
            tried[kind] += 1
            found[kind] += right
        walked = time.perf_counter() - began
        began = time.perf_counter()
        from homeward.casework import audit

        report = audit.verify()
        took = time.perf_counter() - began
        if not report.ok:
            raise SystemExit(f"the untouched chain is found broken: {report.wrong}")
        for kind, right in on_file(events):
            tried[kind] += 1
            found[kind] += right
    print(f"{events} events; the untouched file verifies in {took:.2f} s")
    for kind in tried:
        print(f"{kind:<40} found {found[kind]:>7} of {tried[kind]:>7}")
    print(f"{'all':<40} found {found.total():>7} of {tried.total():>7}   ({walked:.0f} s in memory)")
    return 0 if found == tried else 1


def fill(events: int) -> None:
    """Write the events, of several users, acts and details."""
    from django.db import transaction

    from homeward.casework import audit
    from homeward.casework.actions.cases import open_case
    from homeward.casework.actions.desk import add_user, open_desk
    from homeward.casework.models import AuditEvent

    ada = open_desk("ada")
    bela = add_user(ada, "bela")
    case = open_case(ada, "An invented case")
    acts = ("add_claim", "judge_link", "picture", "record_answer")
    with transaction.atomic():
        for number in range(AuditEvent.objects.count(), events):
            audit.append(
                (ada, bela)[number % 2],
                acts[number % 4],
                case=case if number % 3 else None,
                about=[case, ada],
                detail={"n": number} if number % 5 else {"verdict": "same", "n": [number]},
            )


def in_memory() -> Iterator[tuple[str, bool]]:
    """Every tampering with a single row, by `audit.check_chain` itself, from the row before the first touched."""
    from homeward.casework import audit
    from homeward.casework.audit import GENESIS, AuditRow, Head, check_chain

    rows: list[AuditRow] = list(audit._stored_rows(None))
    end = audit.head()

    def at(index: int, tampered: list[AuditRow]) -> int | None:
        """First bad number, where `tampered` stands in place of the rows from `index` on."""
        before = Head(index, rows[index - 1].hash if index else GENESIS)
        return check_chain(tampered, head=end, start=before).first_bad

    assert set(FIELDS_ALTERED) == {field.name for field in fields(AuditRow)}
    for index, row in enumerate(rows):
        number = index + 1
        following = rows[index + 1 : index + 4]  # a fault shows at once, or in the next row; else it is missed
        yield "deleted", at(index, following) == number
        yield "end cut off", at(index, []) == number
        yield "doubled", at(index, [row, row, *following]) == number + 1
        for name, alter in FIELDS_ALTERED.items():
            altered: Any = replace(row, **{name: alter(row)})
            yield f"altered: {name}", at(index, [altered, *following]) == number
        if following:
            other = following[0]
            yield "swapped with the next", at(index, [other, row, *following[1:]]) == number
            renumbered = [replace(other, number=number), replace(row, number=number + 1), *following[1:]]
            yield "swapped with the next, renumbered", at(index, renumbered) == number


def on_file(events: int) -> Iterator[tuple[str, bool]]:
    """Some of each on the stored file, each in a transaction that is rolled back."""
    from django.db import connection, transaction

    from homeward.casework import audit
    from homeward.casework.append_only import lift_guards

    lift_guards(connection)
    table = "casework_auditevent"
    for number in (1, 2, events // 3, events // 2, events - 1, events):
        far = events + 1000
        tamperings = {"deleted": [f"DELETE FROM {table} WHERE number = {number}"]}
        for name, value in STORED_ALTERED.items():
            tamperings[f"altered: {name}"] = [f'UPDATE {table} SET "{name}" = {value} WHERE number = {number}']
        if number < events:
            tamperings["swapped with the next"] = [
                f"UPDATE {table} SET number = {far} WHERE number = {number}",
                f"UPDATE {table} SET number = {number} WHERE number = {number + 1}",
                f"UPDATE {table} SET number = {number + 1} WHERE number = {far}",
            ]
        tamperings["end cut off"] = [f"DELETE FROM {table} WHERE number >= {number}"]
        for kind, statements in tamperings.items():
            with transaction.atomic():
                with connection.cursor() as cursor:
                    for statement in statements:
                        cursor.execute(statement)
                yield f"in the file, {kind}", audit.verify().first_bad == number
                transaction.set_rollback(True)


if __name__ == "__main__":
    sys.exit(main())
