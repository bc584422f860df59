"""Whether a case file has the shape that this version of the program knows.

In: a connection. Out: how the two stand. Leaves to others: what to do about it, in words.
"""

from __future__ import annotations

from enum import Enum, auto

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor


class Shape(Enum):
    """A case file beside this program."""

    FITS = auto()
    OLDER = auto()
    NEWER = auto()


def shape_of(connection: BaseDatabaseWrapper) -> Shape:
    """How the tables that a connection reaches stand to this program's."""
    executor = MigrationExecutor(connection)
    known = set(executor.loader.graph.nodes)
    if any(key not in known for key in executor.loader.applied_migrations if key[0] == "casework"):
        return Shape.NEWER
    return Shape.OLDER if executor.migration_plan(executor.loader.graph.leaf_nodes()) else Shape.FITS
