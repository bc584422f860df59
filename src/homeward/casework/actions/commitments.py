"""Promises: record one with its condition and its date or none, and look again at how it was kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext, pgettext_lazy

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.reasons import require_reason
from homeward.casework.models import (
    Claim,
    Classification,
    Commitment,
    CommitmentReview,
    Grade,
    Party,
    Person,
    Statement,
    User,
)
from homeward.errors import BadInputError
from homeward.records import PartialDate

_SHOWN = {
    Grade.A: pgettext_lazy("grade of a promise", "kept"),
    Grade.B: pgettext_lazy("grade of a promise", "kept in part"),
}


def record_commitment(
    user: User,
    statement: Statement,
    *,
    by: str,
    content: str,
    to: str = "",
    party: Party | None = None,
    condition: str = "",
    made_on: PartialDate | None = None,
    due: PartialDate | None = None,
    persons: Sequence[Person] = (),
    collective: bool = False,
    review_every_days: int = 30,
    classification: Classification = Classification.DESK,
) -> Commitment:
    """Record a promise; the same one out of the same statement is returned as it is.

    Args:
        by, to: as the source names them; `party` is who promised, if it is a party we know.
        content, condition: in the words used.
        made_on: the day of the promise; the statement's own if left out.
        due: None: no date was given.
        review_every_days: somebody looks again after so many days, whatever happens; there is no promise without.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, statement)
        access.same_case(user, case, party, *persons)
        if not by.strip() or not content.strip():
            raise BadInputError(
                gettext("a promise says who promised, and what"), gettext("Copy both from the source.")
            )
        if review_every_days < 1:
            raise BadInputError(
                gettext("a promise must be looked at again"), gettext("Say after how many days, at least 1.")
            )
        known = {
            "by": by,
            "to": to,
            "party": party,
            "content": content,
            "condition": condition,
            "collective": collective,
        }
        wanted = {person.pk for person in persons}
        for found in access.visible(user, Commitment).filter(statement=statement, **known).distinct():
            if found.due == due and set(found.persons.values_list("pk", flat=True)) == wanted:
                return found
        commitment = Commitment.objects.create(
            case=case,
            statement=statement,
            made_on=made_on or statement.said_on,
            due=due,
            review_every_days=review_every_days,
            classification=max(int(classification), statement.classification),
            entered_by=user,
            **known,
        )
        commitment.persons.set(persons)
        audit.append(
            user,
            "record_commitment",
            case=case,
            about=[commitment, statement, *persons],
            detail={"due": due.edtf if due else None, "review_every_days": review_every_days},
        )
        return commitment


def review_commitment(
    user: User,
    commitment: Commitment,
    *,
    on: date,
    grade: Grade | str,
    note: str,
    evidence: Sequence[Claim] = (),
    next_review_on: date | None = None,
) -> CommitmentReview:
    """Record how a promise stands on a day.

    Args:
        evidence: the claims that show it; "kept" and "kept in part" need at least one.
        next_review_on: if left out, the next review is due after the commitment's own number of days; only what is
            kept needs none.

    Raises:
        BadInputError: no note, no evidence that it was kept, or a next review that is not later.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, commitment)
        access.same_case(user, case, *evidence)
        require_reason(note)
        grade = Grade(grade)
        if grade in (Grade.A, Grade.B) and not evidence:
            raise BadInputError(
                gettext('nothing shows that the promise was "{label}"').format(label=_SHOWN[grade]),
                gettext("Give the claims that show it, such as C4."),
            )
        if next_review_on is None and grade != Grade.A:
            next_review_on = on + timedelta(days=commitment.review_every_days)
        if next_review_on is not None and next_review_on <= on:
            raise BadInputError(gettext("the next review is not after this one"), gettext("Give a later day."))
        wanted = {claim.pk for claim in evidence}
        known = {"on": on, "grade": grade, "note": note, "next_review_on": next_review_on}
        for found in CommitmentReview.objects.filter(commitment=commitment, **known):
            if set(found.evidence.values_list("pk", flat=True)) == wanted:
                return found
        review = CommitmentReview.objects.create(commitment=commitment, entered_by=user, **known)
        review.evidence.set(evidence)
        audit.append(
            user,
            "review_commitment",
            case=case,
            about=[review, commitment, *evidence],
            detail={"grade": grade.value},
        )
        return review
