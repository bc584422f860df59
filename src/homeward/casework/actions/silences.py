"""Findings of silence: that our people were not mentioned where they were to be expected.

Silence is never inferred from part of a text (D22): "no mention" needs every text in full and the terms that were
searched. Where a source itself says that nothing was mentioned, its statement is cited; that is its word, not ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.models import Capture, Case, Contact, Coverage, SilenceFinding, Statement, User
from homeward.errors import BadInputError
from homeward.records import SilenceVerdict


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One text looked at for a finding, or one that should have been and is not held."""

    outlet: str
    verdict: SilenceVerdict
    full_text_held: bool
    capture: Capture | None = None
    language: str = ""


def record_silence(
    user: User,
    case: Case,
    *,
    event: str,
    verdict: SilenceVerdict,
    coverage: Sequence[CoverageRow] = (),
    terms: Sequence[Mapping[str, str]] = (),
    contact: Contact | None = None,
    explicit_in: Statement | None = None,
    note: str = "",
) -> SilenceFinding:
    """Record a person's finding; the same one is returned as it is.

    Args:
        event: the event, and why mention was to be expected.
        coverage: every text that was looked at, and those that are missing.
        terms: what was searched, as ``{"script": ..., "term": ...}``.
        explicit_in: the statement in which a source says itself that nothing was mentioned.

    Raises:
        BadInputError: the finding says more than the texts held can show.
    """
    with transaction.atomic():
        access.require(user, Permission.JUDGE, case)
        access.same_case(user, case, contact, explicit_in, *(row.capture for row in coverage))
        verdict = SilenceVerdict(verdict)
        _check(event, verdict, coverage, terms, explicit_in)
        known = {
            "event": event,
            "verdict": verdict,
            "contact": contact,
            "explicit_in": explicit_in,
            "terms": [dict(term) for term in terms],
            "note": note,
        }
        wanted = sorted(_as_stored(row) for row in coverage)
        for found in SilenceFinding.objects.filter(case=case, **known):
            rows = found.coverage.values_list("outlet", "language", "capture_id", "full_text_held", "verdict")
            if sorted((o, lang, c or 0, full, v) for o, lang, c, full, v in rows) == wanted:
                return found
        finding = SilenceFinding.objects.create(case=case, entered_by=user, **known)
        for row in coverage:
            Coverage.objects.create(
                finding=finding,
                outlet=row.outlet,
                language=row.language,
                capture=row.capture,
                full_text_held=row.full_text_held,
                verdict=row.verdict,
                entered_by=user,
            )
        audit.append(
            user,
            "record_silence",
            case=case,
            about=[finding, *(row.capture for row in coverage if row.capture is not None)],
            detail={"verdict": verdict.value, "texts": len(coverage), "terms": len(terms)},
        )
        return finding


def _check(
    event: str,
    verdict: SilenceVerdict,
    coverage: Sequence[CoverageRow],
    terms: Sequence[Mapping[str, str]],
    explicit_in: Statement | None,
) -> None:
    if not event.strip():
        raise BadInputError("the finding names no event", "Say what took place, and why mention was to be expected.")
    if not coverage and explicit_in is None:
        raise BadInputError(
            "no text was looked at", "Name the texts; or cite the statement in which a source says so itself."
        )
    for row in coverage:
        held = row.capture is not None and row.capture.complete
        if row.full_text_held and not held:
            raise BadInputError(
                f'the full text of "{row.outlet}" is not held', "Take the whole text in, or say that it is not held."
            )
        if row.verdict == SilenceVerdict.NO_MENTION and not row.full_text_held:
            raise BadInputError(
                f'silence cannot be found in part of a text: "{row.outlet}"', 'Record it as "not assessable".'
            )
    if verdict == SilenceVerdict.NO_MENTION:
        if not coverage or any(row.verdict != SilenceVerdict.NO_MENTION for row in coverage):
            raise BadInputError(
                "not every text was searched in full without a mention",
                'Record the finding as "not assessable", or as a mention.',
            )
        if not terms:
            raise BadInputError("no search terms are given", "List the names and words that were searched for.")


def _as_stored(row: CoverageRow) -> tuple[str, str, int, bool, str]:
    return (row.outlet, row.language, row.capture.pk if row.capture else 0, row.full_text_held, row.verdict.value)
