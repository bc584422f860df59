"""The database itself refuses to change or delete what is written once."""

from __future__ import annotations

import threading

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from homeward.casework import append_only, audit
from homeward.casework.actions.claims import add_claim, withdraw_claim
from homeward.casework.actions.links import judge_link
from homeward.casework.models import Claim, ListItem, Person
from homeward.errors import ConflictError
from homeward.records import ClaimSubject, Verdict

_MUST_BE_GUARDED = (
    "claim", "statement", "chainlink", "listitem", "itemlink", "judgement", "withdrawal", "answer", "answerreversal",
    "auditevent", "capture", "capturecontent", "consent", "disclosure", "briefing", "commitment",
    "commitment_persons",
)  # fmt: skip


@pytest.fixture
def filled(desk):
    """At least one row in the tables that are tried below."""
    link = desk.link()
    judge_link(desk.worker, link, Verdict.SAME, "the father's name agrees")
    claim = add_claim(desk.worker, link.person, subject=ClaimSubject.ALIVE, statement=desk.statement())
    withdraw_claim(desk.worker, claim, reason="heard wrongly")
    return claim


def guards_laid() -> set[tuple[str, str]]:
    """Table and verb of every guard that the database holds."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT event_object_table, lower(event_manipulation) FROM information_schema.triggers")
            return set(cursor.fetchall())
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return {tuple(name.rsplit("_no_", 1)) for (name,) in cursor.fetchall()}  # type: ignore[misc]


def test_every_table_that_must_be_is_guarded(db):
    assert {f"casework_{name}" for name in _MUST_BE_GUARDED} <= set(append_only.guarded_tables())
    wanted = {(t, verb) for t in append_only.guarded_tables() for verb in ("update", "delete")}
    assert wanted <= guards_laid()


@pytest.mark.parametrize(
    "table",
    ["claim", "statement", "chainlink", "listitem", "itemlink", "judgement", "withdrawal", "auditevent", "capture"],
)
@pytest.mark.parametrize("sql", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_raw_sql_is_refused(filled, table, sql):
    key = "number" if table == "auditevent" else "id"
    with pytest.raises(IntegrityError, match="only added"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.format(f"casework_{table}", key, key))


def test_a_row_cannot_be_replaced(filled):
    if connection.vendor == "postgresql":  # where that is an UPDATE; and a table is emptied in one go
        with pytest.raises(IntegrityError, match="only added"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("TRUNCATE casework_claim CASCADE")
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'casework_claim'")
        cursor.execute("PRAGMA recursive_triggers")
        assert cursor.fetchone() == (1,), "without it REPLACE would delete a row past the guard"
    with pytest.raises(IntegrityError, match="only added"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("REPLACE INTO casework_claim SELECT * FROM casework_claim LIMIT 1")


def test_query_sets_are_refused_too(filled):
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.update(value="something else")
    with pytest.raises(DatabaseError), transaction.atomic():
        ListItem.objects.update(name="somebody else")
    with pytest.raises(DatabaseError), transaction.atomic():
        Claim.objects.filter(pk=filled.pk)._raw_delete("default")


def test_saving_and_deleting_a_stored_row_says_what_to_do(filled):
    with pytest.raises(ConflictError, match="never changed"):
        filled.save()
    with pytest.raises(ConflictError, match="never deleted"):
        filled.delete()


def test_what_may_change_can_be_changed(filled):
    assert Person.objects.update(father_name="Tomas") == 1


def test_guards_are_laid_again_after_a_table_was_made_anew(db):
    guard = "append_only ON casework_claim" if connection.vendor == "postgresql" else '"casework_claim_no_update"'
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {guard}")
    assert ("casework_claim", "update") not in guards_laid()
    append_only.after_migrate(using="default")
    append_only.after_migrate(using="default")
    assert ("casework_claim", "update") in guards_laid()


def test_two_writers_do_not_fork_the_chain(tmp_path):
    """Two processes at once, on a real file: every event is there, in one chain."""
    import os
    import subprocess
    import sys

    environment = {
        **os.environ, "HOMEWARD_FILE": str(tmp_path / "two.db"), "DJANGO_SETTINGS_MODULE": "homeward.server.settings",
    }  # fmt: skip

    def run(code: str) -> str:
        head = "import django; django.setup()\nfrom homeward.casework import audit\n"
        head += "from homeward.casework.models import User\nfrom django.db import transaction\n"
        done = subprocess.run(
            [sys.executable, "-c", head + code], env=environment, capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run(
        "from django.db import connection\nfrom homeward.casework.new_tables import make_tables\n"
        "make_tables(connection)\n"
        "from homeward.casework.actions.desk import open_desk\nopen_desk('ada')"
    )
    writing = (
        "ada = User.objects.get()\nfor n in range(40):\n  with transaction.atomic():\n    audit.append(ada, 'tick')"
    )
    writers = [threading.Thread(target=run, args=(writing,)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert run("r = audit.verify(); print(r.ok, r.events)").split() == ["True", "81"]


def test_the_audit_of_this_test_is_whole(filled):
    assert audit.verify().ok
