"""Captured bytes are checked against their hash, whoever changed them."""

from __future__ import annotations

from django.db import connection
from tests.casework.conftest import Desk

from homeward.casework.append_only import lay_guards, lift_guards
from homeward.casework.evidence import verify_captures


def alter(sql: str, *values: object) -> None:
    lift_guards(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
    lay_guards(connection)


def test_bytes_as_captured_are_found_whole(desk: Desk) -> None:
    desk.capture(), desk.capture()
    seen: list[tuple[int, int]] = []
    assert verify_captures(lambda done, total: seen.append((done, total))).ok
    assert seen == [(1, 2), (2, 2)]


def test_bytes_altered_by_hand_are_found(desk: Desk) -> None:
    desk.capture()
    altered = desk.capture("They spoke of grain.")
    alter("UPDATE casework_capturecontent SET content = %s WHERE sha256 = %s", b"They spoke.", altered.content_id)
    report = verify_captures()
    assert (report.ok, report.first_bad, report.captures) == (False, altered.content_id, (f"R{altered.pk}",))
    assert "the bytes have the hash" in report.wrong
    assert "grain" not in str(report)


def test_a_size_that_does_not_fit_is_found(desk: Desk) -> None:
    altered = desk.capture()
    alter("UPDATE casework_capturecontent SET size_bytes = 1 WHERE sha256 = %s", altered.content_id)
    assert "1 are noted" in verify_captures().wrong
