"""How long what is kept for a purpose is kept before somebody looks through it: the desk's rule, or ours.

In: a purpose. Out: days. Leaves to others: setting a rule, a review (`actions.closing`).
"""

from __future__ import annotations

from collections.abc import Mapping

from homeward.casework.models import RetentionPurpose, RetentionRule

DEFAULT_DAYS: Mapping[RetentionPurpose, int] = {
    # Relatives' addresses are needed least after a return; what was said of a person may be asked about for a year.
    RetentionPurpose.ENQUIRER: 180,
    RetentionPurpose.PERSON: 365,
    RetentionPurpose.CASE: 730,
}
"""Ours, until a desk says otherwise."""


def days_kept() -> dict[RetentionPurpose, int]:
    """By purpose, after how many days it is looked through."""
    said = dict(RetentionRule.objects.order_by("pk").values_list("purpose", "days"))
    return {purpose: said.get(purpose.value, days) for purpose, days in DEFAULT_DAYS.items()}
