"""What no longer stands because the decision that recorded it was reversed.

Contacts, commitments, hand-overs, silences and statements are written once and never deleted. When one was recorded
by accepting a proposal, and the acceptance is reversed, it stays stored and leaves every view. In: a query set of one
of these. Out: the same without what was taken back.
Leaves to others: claims (withdrawn, `actions.claims`) and answers (reversed, `actions.answers`), which carry their
own taking back; and making the decisions (`actions.proposals`).
"""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet

from homeward.casework.models import Made

_M = TypeVar("_M", bound=Model)


def not_taken_back(rows: QuerySet[_M]) -> QuerySet[_M]:
    """Only what stands: recorded by hand, or made by at least one decision that was not reversed."""
    made = Made.objects.filter(kind=rows.model._meta.model_name, object_id=OuterRef("pk"))
    reversed_ = made.filter(decision__reversed_by__isnull=False)
    standing = made.filter(decision__reversed_by__isnull=True)
    return rows.exclude(Exists(reversed_) & ~Exists(standing))


def is_taken_back(row: Model) -> bool:
    """Whether this one row no longer stands."""
    made = Made.objects.filter(kind=row._meta.model_name, object_id=row.pk)
    return made.exists() and not made.filter(decision__reversed_by__isnull=True).exists()
