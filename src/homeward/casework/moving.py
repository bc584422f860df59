"""A case file of SQLite moved into an empty database of PostgreSQL: row by row, and every row compared afterwards.

In: the path of a case file or of its backup; a connection to a database that holds nothing. Out: the same rows under
the same numbers, guards laid; or a database as empty as before.
Leaves to others: whether the audit inside holds (`casework.audit`), and what is no part of the case file: the desk's
secret and the name indexes.

Sessions stay behind: everybody signs in anew at the new place.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management.color import no_style
from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BinaryField, Model, QuerySet

from homeward.casework.copying import copy_file
from homeward.casework.new_tables import make_tables
from homeward.casework.shape import Shape, shape_of
from homeward.errors import BadInputError, ConflictError

_FROM = "moved_from"  # the alias of the connection to the file, while it is read
_ROWS_AT_A_TIME = 500

Progress = Callable[[int, int | None], None]


def move_into(target: BaseDatabaseWrapper, file: Path, *, progress: Progress | None = None) -> int:
    """Fill the database from a case file of SQLite, whole or not at all. The file is only read, from a copy.

    Returns:
        the number of rows.

    Raises:
        ConflictError: the database holds something, or the file is of another version of Homeward.
        BadInputError: the file is damaged, or holds something that the database cannot keep.
    """
    if target.introspection.table_names():
        raise ConflictError(
            "the database is not empty", "Make a new one (createdb), and name it in HOMEWARD_DATABASE_URL."
        )
    with tempfile.TemporaryDirectory(dir=os.environ.get("HOMEWARD_FOLDER")) as folder:
        copy = Path(folder) / "moved.db"
        copy_file(file, copy)  # one moment of it, whatever others write meanwhile
        source = _opened(copy)
        try:
            _require_shape(source, file.name)
            try:
                with transaction.atomic(using=target.alias):
                    make_tables(target)
                    with target.cursor() as cursor:  # which making the tables turned off
                        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
                    return _fill(source, target, progress or (lambda done, total: None))
            except (DatabaseError, ValueError) as error:  # ValueError: a NUL within a text
                raise BadInputError(
                    f"the case file holds something that the database cannot keep ({type(error).__name__})",
                    "Nothing was moved; the case file is as it was. Bring it up to date (homeward init --upgrade), "
                    "and try again.",
                    path=file.name,
                ) from error
        finally:
            source.close()
            del connections.databases[_FROM]
            del connections[_FROM]


def _opened(copy: Path) -> BaseDatabaseWrapper:
    default = connections.databases["default"]
    connections.databases[_FROM] = default | {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(copy),
        "OPTIONS": {},
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": False,
    }
    return connections[_FROM]


def _require_shape(source: BaseDatabaseWrapper, name: str) -> None:
    shape = shape_of(source)
    if shape is Shape.NEWER:
        raise ConflictError(
            "this case file was made by a newer Homeward", "Install that version or a later one.", path=name
        )
    if shape is Shape.OLDER:
        raise ConflictError(
            "this case file was made by an older Homeward",
            "Bring the file up to date first: homeward init --upgrade --file FILE",
            path=name,
        )


def _fill(source: BaseDatabaseWrapper, target: BaseDatabaseWrapper, report: Progress) -> int:
    models = [model for model in apps.get_models(include_auto_created=True) if _is_moved(model)]
    total, done = sum(_rows(model, source).count() for model in models), 0
    for model in reversed(models):  # what making the tables wrote: names of kinds and of permissions
        _rows(model, target).delete()
    for model in models:
        names = _columns(model)
        for values in _read(model, source):
            made = [model(**dict(zip(names, row, strict=True))) for row in values]
            _rows(model, target).bulk_create(made)
            done += len(made)
            report(done, total)
    with target.cursor() as cursor:
        for statement in target.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
    target.check_constraints()
    for model in models:
        _require_same(model, source, target)
    return total


def _is_moved(model: type[Model]) -> bool:
    return model._meta.managed and not model._meta.proxy and model is not Session


def _rows(model: type[Model], connection: BaseDatabaseWrapper) -> QuerySet[Any]:
    """All rows, past the managers that hide some or forbid."""
    return QuerySet(model=model, using=connection.alias)


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def _read(model: type[Model], connection: BaseDatabaseWrapper) -> Iterator[list[tuple[Any, ...]]]:
    """The rows by their numbers, some at a time; captured files one by one."""
    whole = any(isinstance(field, BinaryField) for field in model._meta.concrete_fields)
    most = 1 if whole else _ROWS_AT_A_TIME
    waiting: list[tuple[Any, ...]] = []
    for row in _rows(model, connection).order_by("pk").values_list(*_columns(model)).iterator(chunk_size=most):
        waiting.append(tuple(bytes(value) if isinstance(value, memoryview) else value for value in row))
        if len(waiting) == most:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _require_same(model: type[Model], source: BaseDatabaseWrapper, target: BaseDatabaseWrapper) -> None:
    there = _read(model, target)
    for rows in _read(model, source):
        if next(there, None) != rows:
            raise DatabaseError(f"{model._meta.db_table} came out otherwise")
    if next(there, None) is not None:
        raise DatabaseError(f"{model._meta.db_table} holds more than it should")
