"""Rows that are never changed, held so by the database itself: guards on UPDATE and DELETE.

In: a connection. Out: one guard for each table that is written once. Leaves to others: which rows those are; every
`AppendOnly` model is, and the few named below.

The guards are laid after every migration, and not in one of them: SQLite changes a table by making it anew, and a
guard laid once would be lost with the old table, in silence.

There is one exception, a purge (`lifted`): within one transaction, for every table but that of the audit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

from homeward.casework.models.base import AppendOnly

# What may be changed in a table that is written once: how the desk calls a report is no evidence.
_FREE: Mapping[str, tuple[str, ...]] = {"casework_capture": ("title",)}
# Written once although they carry no user of their own: who did it stands in the row they belong to.
_OTHERS = ("AuditEvent", "CaptureContent", "ListItem")
_NEVER = "casework_auditevent"  # not even for a purge
_PURGING = "homeward.purging"  # a word of PostgreSQL that holds for one transaction


def guarded_tables() -> list[str]:
    """The tables whose rows may only be added, the ones that join two such rows included."""
    tables: set[str] = set()
    for model in apps.get_app_config("casework").get_models():
        if issubclass(model, AppendOnly) or model.__name__ in _OTHERS:
            tables.add(model._meta.db_table)
            tables.update(many.m2m_db_table() for many in model._meta.local_many_to_many)
    return sorted(tables)


def lay_guards(connection: BaseDatabaseWrapper) -> None:
    """Lay the guards that are missing; those there are left alone."""
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION homeward_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ "
                f"BEGIN IF current_setting('{_PURGING}', true) = 'yes' AND TG_TABLE_NAME <> '{_NEVER}' "
                "AND TG_OP <> 'TRUNCATE' "
                "THEN IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END IF; "
                "RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME "
                "USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
        for table in guarded_tables():
            if table not in there:
                continue
            if connection.vendor == "sqlite":
                for verb, what in (("UPDATE", f"UPDATE{_of_columns(table)}"), ("DELETE", "DELETE")):
                    cursor.execute(
                        f'CREATE TRIGGER IF NOT EXISTS "{_name(table, verb)}" BEFORE {what} ON "{table}" '
                        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are only added'); END"
                    )
            elif connection.vendor == "postgresql":
                # Each row, as on SQLite: a change that meets no row changes nothing.
                changes = f"UPDATE{_of_columns(table)} OR DELETE"
                for name, verbs, each in (("", changes, "ROW"), ("_whole", "TRUNCATE", "STATEMENT")):
                    cursor.execute(
                        f'CREATE OR REPLACE TRIGGER append_only{name} BEFORE {verbs} ON "{table}" '
                        f"FOR EACH {each} EXECUTE FUNCTION homeward_append_only()"
                    )


def lift_guards(connection: BaseDatabaseWrapper) -> None:
    """Take the guards away: for a migration that must move rows, and for emptying a test's database."""
    with connection.cursor() as cursor:
        for table in guarded_tables():
            if connection.vendor == "sqlite":
                for verb in ("UPDATE", "DELETE"):
                    cursor.execute(f'DROP TRIGGER IF EXISTS "{_name(table, verb)}"')
            elif connection.vendor == "postgresql":
                for name in ("append_only", "append_only_whole"):
                    cursor.execute(f'DROP TRIGGER IF EXISTS {name} ON "{table}"')


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Within a purge's transaction rows may go or be emptied; those of the audit may not. Only `actions.purges` asks,
    and `kept_bytes`, which fills a row that a purge emptied with the bytes whose hash is its key.

    Nobody else's transaction is let through meanwhile: SQLite has one writer, and on PostgreSQL the word that lets
    through is said in this transaction alone. If the transaction fails, the guards are as they were.

    Raises:
        RuntimeError: no transaction is open.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("guards are lifted within the transaction of a purge")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT set_config(%s, 'yes', true)", [_PURGING])
        else:
            for table in set(guarded_tables()) - {_NEVER}:
                for verb in ("UPDATE", "DELETE"):
                    cursor.execute(f'DROP TRIGGER IF EXISTS "{_name(table, verb)}"')
    yield
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config(%s, 'no', true)", [_PURGING])
    else:
        lay_guards(connection)


def after_migrate(using: str = "default", **_: Any) -> None:
    """Receiver of Django's ``post_migrate``."""
    from django.db import connections

    lay_guards(connections[using])


def _of_columns(table: str) -> str:
    """`` OF`` all columns but those that may be changed; empty where none may."""
    if table not in _FREE:
        return ""
    model = next(m for m in apps.get_app_config("casework").get_models() if m._meta.db_table == table)
    columns = (field.column for field in model._meta.local_concrete_fields if field.column not in _FREE[table])
    return " OF " + ", ".join(f'"{column}"' for column in columns)


def _name(table: str, verb: str) -> str:
    return f"{table}_no_{verb.lower()}"
