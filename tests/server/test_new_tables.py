"""What makes the tables of a new case file at once makes what the migrations make step by step."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.server.conftest import Place
from tests.server.test_backup import new_place

_BEGIN = """
import django, json, re; django.setup()
from django.core.management import call_command
from django.db import connection
from homeward.casework import new_tables
from homeward.casework.shape import shape_of
"""
# All that a database knows of its tables but the order of their columns; and what is in them.
_TELL = """
def asked(question):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return sorted(json.dumps(row, default=str) for row in cursor.fetchall())

if connection.vendor == "sqlite":
    told = asked("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type != 'table'")
    for name, sql in map(json.loads, asked("SELECT name, sql FROM sqlite_master WHERE type = 'table'")):
        told.append(f"{name}: {sorted(part.strip() for part in re.split('[(),]', sql))}")
else:
    told = asked(
        "SELECT table_name, column_name, data_type, is_nullable, column_default, character_maximum_length, "
        "is_identity FROM information_schema.columns WHERE table_schema = 'public'"
    )
    told += asked("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'")
    told += asked("SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint "
                  "WHERE connamespace = 'public'::regnamespace")
    told += asked("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal")
    told += asked("SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace")
told += asked("SELECT app, name FROM django_migrations")
told += asked("SELECT app_label, model FROM django_content_type")
told += asked("SELECT codename FROM auth_permission")
told += [f"{model.__name__}: {model._base_manager.count()}" for model in django.apps.apps.get_models()]
print(json.dumps([str(shape_of(connection)), sorted(told)]))
"""
STEP_BY_STEP = f"{_BEGIN}call_command('migrate', verbosity=0){_TELL}"
# Had it gone step by step after all, nothing would be left to apply in the end but all of it.
AT_ONCE = f"""{_BEGIN}
new_tables.call_command = lambda *words, **told: [step_by_step(told), call_command(*words, **told)]
def step_by_step(told):
    assert connection.introspection.table_names(), "the tables were not there"
new_tables.make_tables(connection){_TELL}"""


def test_tables_made_at_once_are_those_that_are_made_step_by_step(
    place: Place, tmp_path: Path, request: pytest.FixtureRequest
):
    made = json.loads(place.run("-c", AT_ONCE).stdout)
    other = new_place(place.kind, request, tmp_path / "other")
    shape, told = json.loads(other.run("-c", STEP_BY_STEP).stdout)
    assert made == [shape, told]
    assert shape == "Shape.FITS" and len(told) > 500


@pytest.mark.parametrize(
    ("step", "at_once"),
    [
        ("migrations.CreateModel('Thing', [])", True),
        ("migrations.RunPython(print, elidable=True)", True),
        ("migrations.RunPython(print)", False),
        ("migrations.RunSQL('SELECT 1')", False),
        ("migrations.SeparateDatabaseAndState([], [])", False),
    ],
)
def test_a_step_that_does_more_than_shape_tables_is_taken(step: str, at_once: bool):
    from django.db import migrations
    from django.db.migrations import Migration

    from homeward.casework.new_tables import _only_shapes

    taken = Migration("0099", "casework")
    taken.operations = [eval(step, {"migrations": migrations})]
    assert _only_shapes([taken]) is at_once
    taken.app_label = "account"
    assert _only_shapes([taken]) is (at_once or "RunPython" in step)
