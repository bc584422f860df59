"""The tables of a new case file, all at once.

In: a connection to a database without tables. Out: the tables to which all migrations lead, and these noted as done.
Leaves to others: bringing an older case file up to date, which is Django's ``migrate``.

Step by step would take six seconds, as Django draws every model anew after each of some hundred changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.core.management import call_command
from django.db import migrations, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations.base import Operation

# Their steps besides shapes only change rows that are there. Of ours a step says so by being "elidable".
_CHANGE_ROWS_ONLY = {"contenttypes", "auth", "account", "mfa", "sessions"}


def make_tables(connection: BaseDatabaseWrapper) -> None:
    """Make them, or what is missing of them."""
    executor = MigrationExecutor(connection)
    plan = [migration for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    if not executor.loader.applied_migrations and not connection.introspection.table_names() and _only_shapes(plan):
        _make_at_once(connection, executor, plan)
    call_command("migrate", database=connection.alias, verbosity=0)  # what is left, and what follows on all steps


def _only_shapes(plan: Sequence[Migration]) -> bool:
    """Whether on no rows the steps come to the shape that their models have in the end."""
    return all(_only_shapes_of(step, migration.app_label) for migration in plan for step in migration.operations)


def _only_shapes_of(step: Operation, app: str) -> bool:
    if isinstance(step, migrations.RunPython):
        return step.elidable or app in _CHANGE_ROWS_ONLY
    return not isinstance(step, migrations.RunSQL | migrations.SeparateDatabaseAndState)


def _make_at_once(connection: BaseDatabaseWrapper, executor: MigrationExecutor, plan: Sequence[Migration]) -> None:
    models = executor.loader.project_state().apps.get_models()
    with connection.schema_editor() as editor:
        for model in models:
            if model._meta.can_migrate(connection) and router.allow_migrate_model(connection.alias, model):
                editor.create_model(model)
        executor.recorder.ensure_schema()
        for migration in plan:
            executor.recorder.record_applied(migration.app_label, migration.name)
