"""Days of a journey, counted from the day on which it is travelled: the desk has no other today."""

from __future__ import annotations

from datetime import date, timedelta


def ago(days: int) -> date:
    """So many days before today; a negative number looks ahead."""
    return date.today() - timedelta(days=days)


def written(day: date) -> str:
    """As the desk's pages write it in English."""
    return f"{day.day} {day:%B %Y}"
