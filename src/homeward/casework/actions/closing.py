"""The end of the work: close a case or one person's part in it, contact relatives less, decide what is kept.

Closing changes nothing but what is looked for every day; opening again undoes it.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.enquiries import require_enquiry
from homeward.casework.actions.reasons import require_reason
from homeward.casework.closed import newest_closing, standing_reviews
from homeward.casework.models import (
    Case,
    Closing,
    ContactChange,
    Enquirer,
    Enquiry,
    Person,
    RetentionDecision,
    RetentionPurpose,
    RetentionReview,
    RetentionRule,
    User,
)
from homeward.casework.queries.closing import StillOpen, still_open
from homeward.casework.retention import days_kept
from homeward.errors import BadInputError, ConflictError

_MOST_DAYS = 36_500


def close(
    user: User, case: Case, *, person: Person | None = None, reason: str, on: date | None = None, anyway: bool = False
) -> Closing:
    """Close a case, or one person's part in it, and set the days on which what is kept is looked through.

    Args:
        person: whose part is closed; the others of the case are left alone.
        anyway: also although something is still open.

    Raises:
        ConflictError: something is still open, and it was not said that this is known; or it is closed.
    """
    with transaction.atomic():
        access.require(user, Permission.SUPERVISE, case)
        access.same_case(user, case, person)
        require_reason(reason)
        newest = newest_closing(case, person)
        if newest is not None and newest.closed:
            return newest
        left = still_open(user, case, person)
        if left.total and not anyway:
            raise ConflictError(
                gettext("still open: {what}").format(what=_told(left)),
                gettext("See to it, or say that it is closed all the same (--anyway)."),
                kind="still-open",
            )
        day = on or timezone.localdate()
        _refuse_to_come(day)
        counts = {key: getattr(left, key) for key in ("unanswered", "promises", "follow_ups", "drafts")}
        made = Closing.objects.create(
            case=case, person=person, closed=True, on=day, reason=reason, still_open=counts, entered_by=user
        )
        number = _set_reviews(user, made)
        audit.append(
            user,
            "close_case" if person is None else "close_part",
            case=case,
            about=[made, person or case],
            detail={"still_open": left.total, "reviews": number},
        )
        return made


def open_again(user: User, case: Case, *, person: Person | None = None, reason: str) -> Closing:
    """Open a case or a person's part again; the days of review that its closing set fall away.

    Raises:
        ConflictError: it is open.
    """
    with transaction.atomic():
        access.require(user, Permission.SUPERVISE, case)
        access.same_case(user, case, person)
        require_reason(reason)
        newest = newest_closing(case, person)
        if newest is None or not newest.closed:
            raise ConflictError(gettext("it is open"), gettext("There is nothing to open again."))
        made = Closing.objects.create(
            case=case, person=person, closed=False, on=timezone.localdate(), reason=reason, entered_by=user
        )
        act = "open_case_again" if person is None else "open_part_again"
        audit.append(user, act, case=case, about=[made, person or case])
        return made


def change_contact(
    user: User,
    enquirer: Enquirer,
    person: Person,
    *,
    ended: bool,
    how: str = "",
    follow_up_on: date | None = None,
    reason: str,
    forget_channel: bool = False,
) -> ContactChange:
    """Contact an enquirer about a person less, or no more. What day was set is cancelled, or is another.

    Args:
        how: how often, and which way, from now on.
        forget_channel: the safe channel is deleted, for nobody needs it any more.

    Raises:
        ConflictError: the enquirer never asked about the person; or the channel is still needed.
        BadInputError: it is neither said how they are contacted, nor that it ended; or the day is in the past.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.LIAISE, enquirer)
        access.same_case(user, case, person)
        require_reason(reason)
        require_enquiry(enquirer, person)
        if not ended and not how.strip():
            raise BadInputError(
                gettext("it is not said how they are contacted from now on"),
                gettext("Say how often and which way; or that contact ended."),
            )
        if ended and follow_up_on is not None:
            raise BadInputError(
                gettext("contact that ended has no day for speaking again"), gettext("Leave the day empty.")
            )
        if follow_up_on is not None and follow_up_on < timezone.localdate():
            raise BadInputError(gettext("this day has passed"), gettext("Give a day to come, or none."))
        enquiry = Enquiry.objects.filter(enquirer=enquirer, person=person).order_by("-pk").first()
        assert enquiry is not None
        if forget_channel:
            _refuse_while_needed(enquirer, enquiry, ended)
        made = ContactChange.objects.create(
            enquiry=enquiry, ended=ended, how=how.strip(), follow_up_on=follow_up_on, reason=reason, entered_by=user
        )
        if forget_channel:
            Enquirer.objects.filter(pk=enquirer.pk).update(safe_contact="")
            enquirer.safe_contact = ""
        audit.append(
            user,
            "change_contact",
            case=case,
            about=[made, enquirer, person],
            detail={"ended": ended, "channel_deleted": forget_channel},
        )
        return made


def set_rule(user: User, purpose: RetentionPurpose, *, days: int, reason: str = "") -> RetentionRule:
    """Say after how many days what is kept for a purpose is looked through; days that are set already stay.

    Raises:
        NotAllowedError: the user supervises not the whole desk.
        BadInputError: so many days cannot be counted.
    """
    with transaction.atomic():
        access.require(user, Permission.SUPERVISE, None)
        if not 1 <= days <= _MOST_DAYS:
            raise BadInputError(gettext("that is no number of days"), gettext("Give one between 1 and 36500."))
        newest = RetentionRule.objects.filter(purpose=purpose).order_by("-pk").first()
        if newest is not None and newest.days == days:
            return newest
        made = RetentionRule.objects.create(purpose=purpose, days=days, reason=reason, entered_by=user)
        audit.append(
            user, "set_retention", about=[made], detail={"purpose": RetentionPurpose(purpose).value, "days": days}
        )
        return made


def keep(user: User, review: RetentionReview, *, until: date, reason: str) -> RetentionReview:
    """Decide at a review that what is held is kept until another day; returns the review of that day.

    Raises:
        BadInputError: no reason, or the day is not to come.
        ConflictError: it is decided, or was opened again.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.SUPERVISE, review)
        require_reason(reason)
        require_standing(review)
        if until <= timezone.localdate():
            raise BadInputError(gettext("this day is not to come"), gettext("Give a day after today."))
        decision = RetentionDecision.objects.create(review=review, keep_until=until, reason=reason, entered_by=user)
        following = RetentionReview.objects.create(
            case=case,
            purpose=review.purpose,
            person=review.person,
            enquirer=review.enquirer,
            due_on=until,
            closing=review.closing,
            entered_by=user,
        )
        about = [decision, review, following, review.person or review.enquirer or case]
        audit.append(user, "keep_at_review", case=case, about=about)
        return following


def require_standing(review: RetentionReview) -> None:
    """Refuse where a review was decided, or fell away.

    Raises:
        ConflictError: it was.
    """
    if not standing_reviews(RetentionReview.objects.filter(pk=review.pk)).exists():
        raise ConflictError(
            gettext("this review is decided, or its case was opened again"), gettext("Look at what is due now.")
        )


def _set_reviews(user: User, closing: Closing) -> int:
    """One for a person's part; for a case, one for every person, every enquirer and the rest. How many were set."""
    days = {purpose: timedelta(days=number) for purpose, number in days_kept().items()}
    case, made = closing.case, []

    def add(purpose: RetentionPurpose, *, person: int | None = None, enquirer: int | None = None) -> None:
        due = closing.on + min(days[purpose], date.max - closing.on)
        known = {"case": case, "purpose": purpose, "due_on": due, "closing": closing, "entered_by": user}
        made.append(RetentionReview(person_id=person, enquirer_id=enquirer, **known))

    if closing.person_id is not None:
        add(RetentionPurpose.PERSON, person=closing.person_id)
    else:
        waiting = standing_reviews(RetentionReview.objects.filter(case=case))
        people = case.people.exclude(pk__in=waiting.filter(person__isnull=False).values("person"))
        for pk in people.order_by("pk").values_list("pk", flat=True):
            add(RetentionPurpose.PERSON, person=pk)
        asking = case.enquirers.exclude(pk__in=waiting.filter(enquirer__isnull=False).values("enquirer"))
        for pk in asking.order_by("pk").values_list("pk", flat=True):
            add(RetentionPurpose.ENQUIRER, enquirer=pk)
        add(RetentionPurpose.CASE)
    RetentionReview.objects.bulk_create(made, batch_size=500)
    return len(made)


def _refuse_while_needed(enquirer: Enquirer, enquiry: Enquiry, ended: bool) -> None:
    """The way to reach somebody is kept as long as they are contacted about anybody."""
    ended_about: set[int] = set()
    for person, over in (
        ContactChange.objects.filter(enquiry__enquirer=enquirer).order_by("pk").values_list("enquiry", "ended")
    ):
        (ended_about.add if over else ended_about.discard)(person)
    newest = dict(Enquiry.objects.filter(enquirer=enquirer).order_by("pk").values_list("person", "pk"))
    needed = [pk for pk in newest.values() if pk != enquiry.pk and pk not in ended_about]
    if needed or not ended:
        raise ConflictError(
            gettext("the safe channel is still needed"),
            gettext("It can be deleted once contact about everybody they asked about has ended."),
        )


def _told(left: StillOpen) -> str:
    told = (
        (left.unanswered, gettext("without an answer by name: {n}")),
        (left.promises, gettext("promises: {n}")),
        (left.follow_ups, gettext("days for speaking again: {n}")),
        (left.drafts, gettext("drafts of briefings: {n}")),
    )
    return "; ".join(words.format(n=n) for n, words in told if n)


def _refuse_to_come(day: date) -> None:
    if day > timezone.localdate():
        raise BadInputError(gettext("this day has not come yet"), gettext("Give the day on which it was closed."))
