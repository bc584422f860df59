"""The audit chain: whatever is done to a single row, or to the end, is found and named."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import DataError, IntegrityError, ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from homeward.casework import audit
from homeward.casework.append_only import lift_guards
from homeward.casework.audit import GENESIS, AuditRow, Head, check_chain, hash_of
from homeward.casework.models import AuditEvent, AuditHead

_START = datetime(2026, 3, 1, 8, 0, 0, 1, tzinfo=UTC)


def chain(length: int) -> list[AuditRow]:
    rows: list[AuditRow] = []
    for number in range(1, length + 1):
        row = AuditRow(
            number=number,
            at=_START + timedelta(minutes=number),
            user=("ada", "bela")[number % 2],
            act=("add_claim", "judge_link", "open")[number % 3],
            case_id=(None, 1, 2)[number % 3],
            about=[["claim", number], ["person", number % 7]],
            detail={"verdict": "same"} if number % 3 == 1 else {},
            previous=rows[-1].hash if rows else GENESIS,
            hash="",
        )
        rows.append(replace(row, hash=hash_of(row)))
    return rows


def head_of(rows: list[AuditRow]) -> Head:
    return Head(rows[-1].number, rows[-1].hash)


ALTERED = {
    "number": lambda row: row.number + 1,
    "at": lambda row: row.at + timedelta(microseconds=1),
    "user": lambda row: "somebody",
    "act": lambda row: row.act + "s",
    "case_id": lambda row: 3 if row.case_id is None else None,
    "about": lambda row: row.about[:-1],
    "detail": lambda row: {**row.detail, "claims": 1},
    "previous": lambda row: "f" * 64,
    "hash": lambda row: "0" * 64,
}


def test_a_whole_chain_is_found_whole():
    rows = chain(50)
    report = check_chain(rows, head=head_of(rows))
    assert report.ok
    assert (report.events, report.first_bad, report.wrong) == (50, None, "")
    assert report.head == head_of(rows)


def test_an_empty_chain_is_whole():
    assert check_chain([], head=Head(0, GENESIS)).ok


def test_every_field_has_its_alteration():
    assert set(ALTERED) == {field.name for field in fields(AuditRow)}


@pytest.mark.parametrize("field", list(ALTERED))
def test_any_altered_field_is_found_at_its_row(field):
    rows = chain(30)
    for index in range(30):
        spoilt = list(rows)
        spoilt[index] = replace(rows[index], **{field: ALTERED[field](rows[index])})
        report = check_chain(spoilt, head=head_of(rows))
        assert (report.ok, report.first_bad) == (False, index + 1), (field, index)


@given(
    st.integers(0, 29), st.sampled_from(["number", "at", "user", "case_id", "about", "detail", "previous", "hash"])
)
def test_no_value_whatever_stops_the_reader(index, field):
    rows = chain(30)
    for value in (None, NotImplemented, "", b"\x00", float("nan"), {1: {2}}, object(), "\ud800", -1):
        if value == getattr(rows[index], field):
            continue
        spoilt = list(rows)
        spoilt[index] = replace(rows[index], **{field: value})
        assert check_chain(spoilt, head=head_of(rows)).first_bad == index + 1


def test_every_deletion_is_found_and_the_last_by_the_head():
    rows = chain(30)
    for index in range(30):
        report = check_chain(rows[:index] + rows[index + 1 :], head=head_of(rows))
        assert report.first_bad == index + 1
        assert "missing" in report.wrong


def test_every_swap_of_two_rows_is_found_with_and_without_their_numbers():
    rows = chain(20)
    for left in range(20):
        for right in range(left + 1, 20):
            moved = list(rows)
            moved[left], moved[right] = rows[right], rows[left]
            assert check_chain(moved, head=head_of(rows)).first_bad == left + 1
            renumbered = list(rows)
            renumbered[left] = replace(rows[right], number=left + 1)
            renumbered[right] = replace(rows[left], number=right + 1)
            assert check_chain(renumbered, head=head_of(rows)).first_bad == left + 1


def test_inserted_and_doubled_rows_are_found():
    rows = chain(10)
    for index in range(10):
        doubled = rows[: index + 1] + rows[index:]
        assert check_chain(doubled, head=head_of(rows)).first_bad == index + 2
    added = replace(rows[-1], number=11, previous=rows[-1].hash)
    longer = [*rows, replace(added, hash=hash_of(added))]
    report = check_chain(longer, head=head_of(rows))
    assert report.first_bad == 11
    assert "too many" in report.wrong


def test_a_row_altered_together_with_its_hash_does_not_fit_its_neighbour():
    rows = chain(10)
    for index in range(10):
        altered = replace(rows[index], user="somebody")
        spoilt = [*rows[:index], replace(altered, hash=hash_of(altered)), *rows[index + 1 :]]
        report = check_chain(spoilt, head=head_of(rows))
        assert report.first_bad == min(index + 2, 10)
        assert "does not f" in report.wrong


def test_a_cut_end_is_found():
    rows = chain(10)
    for length in range(10):
        assert check_chain(rows[:length], head=head_of(rows)).first_bad == length + 1


def test_a_changed_head_is_found():
    rows = chain(10)
    assert check_chain(rows, head=Head(10, "0" * 64)).first_bad == 10
    assert check_chain(rows, head=Head(11, rows[-1].hash)).first_bad == 11
    assert check_chain(rows, head=Head(0, GENESIS)).first_bad == 1


def test_a_chain_rewritten_with_its_head_is_found_against_a_noted_head_only():
    rows = chain(10)
    noted = head_of(rows)
    rewritten = rows[:4]
    for row in rows[4:]:
        new = replace(row, user="somebody", previous=rewritten[-1].hash)
        rewritten.append(replace(new, hash=hash_of(new)))
    assert check_chain(rewritten, head=head_of(rewritten)).ok  # the limit that the module tells of
    report = check_chain(rewritten, head=head_of(rewritten), expected=noted)
    assert (report.ok, report.first_bad) == (False, 10)
    assert check_chain(rows[:6], head=head_of(rows[:6]), expected=noted).first_bad == 7
    assert check_chain(rows, head=noted, expected=Head(5, rows[4].hash)).ok


def test_the_walk_can_start_anywhere():
    rows = chain(30)
    assert check_chain(rows[10:], head=head_of(rows), start=Head(10, rows[9].hash)).ok
    assert check_chain(rows[11:], head=head_of(rows), start=Head(10, rows[9].hash)).first_bad == 11


# --- on the stored chain ------------------------------------------------------------------------------------------


def _fill(desk, events: int) -> None:
    with transaction.atomic():
        for number in range(events):
            audit.append(desk.worker, "add_claim", case=desk.case, about=[desk.case], detail={"n": number})


def test_acts_of_a_desk_make_a_whole_chain(desk):
    desk.link()
    report = audit.verify()
    assert report.ok
    assert report.events == AuditEvent.objects.count() > 5
    assert audit.head() == report.head
    assert audit.verify(expected_head=report.head).ok


def test_progress_is_told(desk):
    _fill(desk, 1000)
    seen: list[int] = []
    audit.verify(seen.append)
    assert seen == [1000]


_TAMPERINGS = [
    ("DELETE FROM casework_auditevent WHERE number = 7", 7, "missing"),
    ("DELETE FROM casework_auditevent WHERE number = 1", 1, "missing"),
    ("DELETE FROM casework_auditevent WHERE number = (SELECT max(number) FROM casework_auditevent)", -1, "missing"),
    ("DELETE FROM casework_auditevent", 1, "missing"),
    ("UPDATE casework_auditevent SET \"user\" = 'somebody' WHERE number = 7", 7, "altered"),
    ("UPDATE casework_auditevent SET act = 'open' WHERE number = 7", 7, "altered"),
    ("UPDATE casework_auditevent SET case_id = NULL WHERE number = 12", 12, "altered"),
    ("UPDATE casework_auditevent SET case_id = 'one' WHERE number = 12", 12, "altered"),
    ("UPDATE casework_auditevent SET at = '2026-01-01 00:00:00' WHERE number = 7", 7, "altered"),
    ("UPDATE casework_auditevent SET at = replace(at, ' ', 'T') WHERE number = 7", 7, "altered"),
    ("UPDATE casework_auditevent SET at = 'never' WHERE number = 7", 7, "altered"),
    ("UPDATE casework_auditevent SET about = '[]' WHERE number = 7", 7, "altered"),
    ("UPDATE casework_auditevent SET about = about || ' ' WHERE number = 7", 7, "altered"),
    ("UPDATE casework_auditevent SET detail = '{\"n\": 1e999}' WHERE number = 7", 7, "altered"),
    ("UPDATE casework_auditevent SET previous = hash WHERE number = 7", 7, "altered"),
    ("UPDATE casework_auditevent SET hash = 'ab' WHERE number = 2", 2, "altered"),
    ("UPDATE casework_auditevent SET number = 900 WHERE number = 7", 7, "missing"),
    ("UPDATE casework_auditevent SET number = 0 WHERE number = 7", 1, "should be"),
    (
        "UPDATE casework_auditevent SET number = CASE number WHEN 7 THEN 1008 ELSE 1007 END WHERE number IN (7, 8);"
        "UPDATE casework_auditevent SET number = number - 1000 WHERE number > 1000",
        7,
        "altered",
    ),
    (
        "INSERT INTO casework_auditevent SELECT number + 1, at, \"user\", act, case_id, about, detail, hash, 'ab'"
        " FROM casework_auditevent ORDER BY number DESC LIMIT 1",
        -2,
        "altered",
    ),
    ("DELETE FROM casework_audithead", 1, "too many"),
    ("UPDATE casework_audithead SET number = number - 1", -1, "too many"),
    ("UPDATE casework_audithead SET hash = 'ab'", -1, "does not fit"),
]


@pytest.mark.parametrize(("tampering", "first_bad", "word"), _TAMPERINGS)
def test_whatever_is_done_to_the_file_is_found(desk, tampering, first_bad, word):
    _fill(desk, 20)
    last = audit.head().number
    expected = {-1: last, -2: last + 1}.get(first_bad, first_bad)
    lift_guards(connection)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in tampering.split(";"):
                cursor.execute(statement)
    except (DataError, ProgrammingError):
        assert connection.vendor == "postgresql", "only there has each column a type that holds"
        return
    report = audit.verify()
    assert (report.ok, report.first_bad) == (False, expected)
    assert word in report.wrong


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL refuses what is no JSON")
def test_json_that_is_none_at_all_is_found(desk):
    _fill(desk, 10)
    with transaction.atomic():
        lift_guards(connection)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = ON")
            cursor.execute("UPDATE casework_auditevent SET detail = '{]' WHERE number = 7")
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
    assert audit.verify().first_bad == 7


def test_an_event_needs_the_transaction_of_its_act(desk, monkeypatch):
    monkeypatch.setattr(audit, "connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(RuntimeError, match="inside the transaction"):
        audit.append(desk.worker, "add_claim")


def test_an_act_that_fails_leaves_no_event(desk):
    before = audit.head()
    with pytest.raises(IntegrityError), transaction.atomic():
        audit.append(desk.worker, "add_claim")
        raise IntegrityError
    assert audit.head() == before
    assert audit.verify().ok


@pytest.mark.parametrize("detail", [{"name": "Marko Velaskin"}, {"n": ["Веласкин"]}, {"x": {"y": 1}}, {"x": 1.5}])
def test_a_detail_that_could_hold_a_name_is_refused(desk, detail):
    with pytest.raises(ValueError, match="free text"), transaction.atomic():
        audit.append(desk.worker, "add_claim", detail=detail)


def test_no_event_holds_a_name_or_a_cell(desk):
    desk.link()
    stored = json.dumps(list(AuditEvent.objects.values_list("about", "detail")), ensure_ascii=False)
    for word in ("Velaskin", "Веласкин", "district", "spokesman", "Tarvia"):
        assert word not in stored


def test_a_read_is_noted(desk):
    person = desk.person()
    event = audit.note_read(desk.worker, "picture", case=desk.case, about=[person])
    assert (event.user, event.act, event.about) == ("caseworker", "picture", [["person", person.pk]])
    assert AuditHead.objects.get().hash == event.hash
