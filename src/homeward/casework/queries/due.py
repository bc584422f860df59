"""The days on which something is due in a case: only references and days.

In: a user, a case. Out: `Due`, in order of the day. Leaves to others: what these things are, and showing them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Prefetch

from homeward.casework.access import Permission, permissions, ref_of, visible
from homeward.casework.closed import closed_people, is_closed, speaking_again
from homeward.casework.models import Case, CommitmentReview, Enquiry, Handover, User
from homeward.casework.queries.promises import next_review
from homeward.casework.queries.waiting import promises_to_watch
from homeward.casework.taken_back import not_taken_back


class DueKind(StrEnum):
    """What is due."""

    REVIEW = "review"
    REPLY = "reply"
    FOLLOW_UP = "follow-up"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due on a day, by its reference: a promise, a hand-over, an enquirer, the case."""

    on: date
    kind: DueKind
    ref: str


def due_in(user: User, case: Case) -> tuple[Due, ...]:
    """Everything that is due, past days too; enquirers only for who works with them. In a closed case nothing."""
    if is_closed(case):
        return ()
    reviews = visible(user, CommitmentReview).order_by("on", "pk").distinct()
    promises = promises_to_watch(user, case).prefetch_related(Prefetch("reviews", queryset=reviews))
    found = [Due(day, DueKind.REVIEW, ref_of(c)) for c in promises if (day := next_review(c)) is not None]
    handed = not_taken_back(visible(user, Handover).filter(case=case, reply_due__isnull=False)).distinct()
    found += [Due(h.reply_due, DueKind.REPLY, ref_of(h)) for h in handed if h.reply_due is not None]
    if Permission.LIAISE in permissions(user, case):
        asked = speaking_again(visible(user, Enquiry).filter(enquirer__case=case))
        asked = asked.filter(again_on__isnull=False).exclude(person__in=closed_people(case))
        found += [
            Due(day, DueKind.FOLLOW_UP, f"E{enquirer}") for day, enquirer in asked.values_list("again_on", "enquirer")
        ]
    if case.review_on is not None:
        found.append(Due(case.review_on, DueKind.CASE, ref_of(case)))
    return tuple(sorted(set(found), key=lambda due: (due.on, due.kind, due.ref)))
