"""The promise ledger: who promised what to whom, on what condition, by when, and how it stands.

In: commitments with their reviews. Out: one line each, the open ones first, oldest first.
A promise without a date is never overdue, and never looks kept: it comes up for review again and again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from homeward.casework import wording
from homeward.casework.access import ref_of
from homeward.casework.models import Commitment, CommitmentReview, Grade
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.letters import words
from homeward.casework.queries.shown import actor_name, chain_of_statement, name_of, promised_by, source_of_statement
from homeward.casework.results import NO_DUE, PromiseLine


def promise_lines(ground: Ground) -> tuple[PromiseLine, ...]:
    """The ledger."""
    return tuple(promise_line(ground, commitment) for commitment in in_order(ground.commitments))


def in_order(commitments: Iterable[Commitment]) -> list[Commitment]:
    """The open ones first, oldest first."""
    return sorted(commitments, key=lambda c: (not is_open(c), _made(c), c.pk))


def is_open(commitment: Commitment) -> bool:
    """Whether no review has found it kept."""
    last = last_review(commitment)
    return last is None or last.grade != Grade.A


def last_review(commitment: Commitment) -> CommitmentReview | None:
    """The newest look at it, in whatever order the database gave them."""
    return max(commitment.reviews.all(), key=lambda review: (review.on, review.pk), default=None)


def is_overdue(commitment: Commitment, as_of: date) -> bool:
    """Whether its day has passed and it was not found kept."""
    last_day = commitment.due.latest if commitment.due is not None else None
    return last_day is not None and last_day < as_of and is_open(commitment)


def next_review(commitment: Commitment) -> date | None:
    """When it must be looked at again; None once it was found kept."""
    last = last_review(commitment)
    if not is_open(commitment):
        return None
    if last is not None and last.next_review_on is not None:
        return last.next_review_on
    made = commitment.made_on.latest if commitment.made_on is not None else None
    start = last.on if last is not None else made or commitment.entered_at.date()
    # Calendars end: what is dated to the last days of the year 9999 is looked at on the last of them.
    return start + timedelta(days=min(commitment.review_every_days, (date.max - start).days))


def promise_line(ground: Ground, commitment: Commitment) -> PromiseLine:
    """One promise, with its newest review."""
    last = last_review(commitment)
    language = commitment.statement.language
    persons = ground.shown_of(commitment.persons.all())
    return PromiseLine(
        ref=ref_of(commitment),
        by=promised_by(ground, commitment),
        to=actor_name(ground, commitment.to),
        content=words(commitment.content, language),
        condition=words(commitment.condition, language) if commitment.condition else None,
        due=commitment.due.edtf if commitment.due is not None else NO_DUE,
        overdue=is_overdue(commitment, ground.as_of),
        made_on=commitment.made_on,
        age_days=wording.age_days(commitment.made_on, ground.as_of),
        persons=tuple(name_of(ground, person).text for person in persons),
        collective=commitment.collective,
        chain=chain_of_statement(ground, commitment.statement),
        source=source_of_statement(commitment.statement),
        grade=last.grade if last is not None else "",
        grade_words=wording.grade_words(last.grade if last is not None else ""),
        last_review=last.on if last is not None else None,
        next_review=next_review(commitment),
        review_note=last.note if last is not None else "",
    )


def _made(commitment: Commitment) -> date:
    return (commitment.made_on.earliest if commitment.made_on is not None else None) or commitment.entered_at.date()
