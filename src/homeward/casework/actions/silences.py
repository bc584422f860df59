"""Findings of silence: that our people were not mentioned where they were to be expected.

Silence is never inferred from part of a text (D22): "no mention" needs every text in full, and every text is searched
here and now for our people; the terms recorded are those that were searched. Where a source itself says that nothing
was mentioned, its statement is cited; that is its word, not ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.mentions import mentions_in, terms_to_search
from homeward.casework.models import Capture, Case, Contact, Coverage, Person, SilenceFinding, Statement, User
from homeward.errors import BadInputError
from homeward.records import SilenceVerdict

_PLACES_TOLD = 3


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
        terms: what to search for beside the names and group words of the case, as ``{"script": ..., "term": ...}``;
            where a text is said to hold no mention, all of it is searched and recorded.
        explicit_in: the statement in which a source says itself that nothing was mentioned.

    Raises:
        BadInputError: the finding says more than the texts held can show, or a text mentions somebody after all.
    """
    with transaction.atomic():
        access.require(user, Permission.JUDGE, case)
        access.same_case(user, case, contact, explicit_in, *(row.capture for row in coverage))
        verdict = SilenceVerdict(verdict)
        silent = [row.capture for row in coverage if row.capture and row.verdict == SilenceVerdict.NO_MENTION]
        if silent:
            terms = terms_to_search(user, case, terms)
        _check(event, verdict, coverage, terms, explicit_in)
        for capture in silent:
            _refuse_if_mentioned(user, case, capture, terms)
        known = {
            "event": event,
            "verdict": verdict,
            "contact": contact,
            "explicit_in": explicit_in,
            "terms": [dict(term) for term in terms],
            "note": note,
        }
        wanted = sorted(_as_stored(row) for row in coverage)
        for found in access.visible(user, SilenceFinding).filter(case=case, **known).distinct():
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
        raise BadInputError(
            gettext("the finding names no event"), gettext("Say what took place, and why mention was to be expected.")
        )
    if not coverage and explicit_in is None:
        raise BadInputError(
            gettext("no text was looked at"),
            gettext("Name the texts; or cite the statement in which a source says so itself."),
        )
    for row in coverage:
        held = row.capture is not None and row.capture.complete
        if row.full_text_held and not held:
            raise BadInputError(
                gettext('the full text of "{outlet}" is not held').format(outlet=row.outlet),
                gettext("Take the whole text in, or say that it is not held."),
            )
        if row.verdict == SilenceVerdict.NO_MENTION and not row.full_text_held:
            raise BadInputError(
                gettext('silence cannot be found in part of a text: "{outlet}"').format(outlet=row.outlet),
                gettext('Record it as "not assessable".'),
            )
    if verdict == SilenceVerdict.NO_MENTION:
        if not coverage or any(row.verdict != SilenceVerdict.NO_MENTION for row in coverage):
            raise BadInputError(
                gettext("not every text was searched in full without a mention"),
                gettext('Record the finding as "not assessable", or as a mention.'),
            )
        if not terms:
            raise BadInputError(
                gettext("no search terms are given"), gettext("List the names and words that were searched for.")
            )


def _refuse_if_mentioned(user: User, case: Case, capture: Capture, terms: Sequence[Mapping[str, str]]) -> None:
    ref = access.ref_of(capture)
    if not capture.text:
        raise BadInputError(
            gettext("{ref} holds no text that could be searched").format(ref=ref),
            gettext("Name a report whose text is held."),
        )
    found = mentions_in(user, case, capture.text, terms)
    if not found:
        return
    people = Person.objects.in_bulk([mention.person for mention in found if mention.person is not None])
    told = [
        gettext("“{words}” at character {place}").format(words=" ".join(mention.words.split()), place=mention.start)
        + (f" ({access.ref_of(people[mention.person])})" if mention.person is not None else "")
        for mention in found[:_PLACES_TOLD]
    ]
    more = (
        gettext(" and at {number} more places").format(number=len(found) - _PLACES_TOLD)
        if len(found) > _PLACES_TOLD
        else ""
    )
    raise BadInputError(
        gettext("{ref} is not silent: it has {told}{more}").format(ref=ref, told=", ".join(told), more=more),
        gettext(
            'Record "mentions", or reject the proposal; if somebody else of that name is meant, '
            'record "not assessable" and say so in the note.'
        ),
        kind="mentioned-after-all",
    )


def _as_stored(row: CoverageRow) -> tuple[str, str, int, bool, str]:
    return (row.outlet, row.language, row.capture.pk if row.capture else 0, row.full_text_held, row.verdict.value)
