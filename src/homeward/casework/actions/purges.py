"""A purge: one person asks, another confirms with the reference typed; the data go, a placeholder stays.

The one exception to rows that are never deleted (docs/decisions/0011-purge.md). The audit is not touched: it holds
kinds, numbers and codes, and no name, so that its chain goes on to be whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import F
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import REACHES, Permission
from homeward.casework.actions.closing import require_standing
from homeward.casework.actions.reasons import require_reason
from homeward.casework.append_only import lifted
from homeward.casework.document_terms import text_keys
from homeward.casework.fingerprints import KnownAs, keep_fingerprints, salt_of
from homeward.casework.list_index import forget_index
from homeward.casework.marks import strike_out
from homeward.casework.models import (
    Capture,
    CaptureContent,
    Case,
    Claim,
    Classification,
    DocumentTerm,
    Enquirer,
    List,
    ListItem,
    Made,
    NameForm,
    Person,
    Preparation,
    Proposal,
    Purge,
    PurgeKind,
    PurgeRequest,
    Restriction,
    RetentionDecision,
    RetentionReview,
    SoughtAgain,
    Statement,
    TextPrint,
    User,
    Withheld,
)
from homeward.casework.people_names import forget_case
from homeward.casework.purging import Plan, plan_of
from homeward.casework.queries.closing import target_of
from homeward.casework.scrubbing import scrub
from homeward.casework.staged import discard_all
from homeward.casework.tellable import forget_names
from homeward.casework.withheld import cases_holding, cases_withholding
from homeward.errors import BadInputError, ConflictError, NotAllowedError

_AT_ONCE = 500
# What is held about others stays as it is; rows of lists are emptied or theirs; the rest hold no words of ours.
_NOT_STRUCK = {"listitem", "person", "nameform", "identifier", "documentterm", "textprint", "made"}


def ask_purge(
    user: User, thing: Person | Enquirer, *, reason: str, rule: str, review: RetentionReview | None = None
) -> PurgeRequest:
    """Ask that somebody's data be purged. Nothing goes until another person confirms it.

    Args:
        rule: under which rule: the desk's retention, their own objection, a court's order.
        review: at which it was decided.

    Raises:
        ConflictError: it was asked already; or the review is decided.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.SUPERVISE, thing)
        require_reason(reason)
        if not rule.strip():
            raise BadInputError(gettext("no rule is named"), gettext("Say under which rule they are purged."))
        kind = PurgeKind.PERSON if isinstance(thing, Person) else PurgeKind.ENQUIRER
        if PurgeRequest.objects.filter(case=case, kind=kind, number=thing.pk, answer__isnull=True).exists():
            raise ConflictError(
                gettext("it is asked for already"), gettext("Somebody else confirms it, or says that it is not done.")
            )
        if review is not None:
            require_standing(review)
            RetentionDecision.objects.create(review=review, reason=reason, entered_by=user)
        made = PurgeRequest.objects.create(
            case=case, kind=kind, number=thing.pk, reason=reason, rule=rule.strip(), entered_by=user
        )
        about = [made, thing] if review is None else [made, thing, review]
        audit.append(user, "ask_purge", case=case, about=about, detail={"kind": kind.value})
        return made


def refuse_purge(user: User, request: PurgeRequest, *, reason: str) -> Purge:
    """Say that it is not done, and why; whoever asked may take it back so, too. The data are looked through again.

    Raises:
        ConflictError: it was decided.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.SUPERVISE, request)
        require_reason(reason)
        _refuse_decided(request)
        made = Purge.objects.create(request=request, purged=False, reason=reason, entered_by=user)
        _review_again(user, request)
        audit.append(user, "refuse_purge", case=case, about=[made, request])
        return made


def confirm_purge(user: User, request: PurgeRequest, *, typed: str) -> tuple[Purge, bool]:
    """Purge: the data go, and what stays is the placeholder.

    Args:
        typed: the reference of whom it is about, typed by whoever confirms.

    Returns:
        the placeholder, and whether the database's file was written anew already (`scrubbing`).

    Raises:
        NotAllowedError: whoever asked may not confirm.
        BadInputError: another reference was typed.
        ConflictError: it was decided.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.SUPERVISE, request)
        _refuse_decided(request)
        if request.entered_by_id == user.pk:
            raise NotAllowedError(
                gettext("you asked for it, so somebody else confirms it"), gettext("Ask another supervisor.")
            )
        thing = target_of(user, request)
        if typed.strip().upper() != access.ref_of(thing):
            raise BadInputError(
                gettext("this is not the reference of whom it is about"), gettext("Type it as it is shown above.")
            )
        plan = plan_of(thing)
        known = KnownAs.of_person(thing) if isinstance(thing, Person) else None
        with lifted(connection):
            counts = plan.counts
            purge = Purge.objects.create(
                request=request,
                purged=True,
                removed=counts,
                kept=[list(one) for one in plan.kept],
                classification=_level_of(thing),
                salt=salt_of(case) if known else "",
                entered_by=user,
            )
            _carry_out(user, purge, plan)
            if known:
                keep_fingerprints(purge, known, user)
        audit.append(
            user, "purge", case=case, about=[purge, request], detail={"kind": str(request.kind), **_codes(counts)}
        )
    _forget_beside(case, plan)
    return purge, not connection.in_atomic_block and scrub(connection)


def seek_again(user: User, purge: Purge, *, reason: str) -> SoughtAgain:
    """Let somebody who was purged be taken in again from now on; what is gone stays gone.

    Raises:
        ConflictError: it was said already; or it was no sought person who was purged.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.SUPERVISE, purge)
        require_reason(reason)
        if not purge.purged or purge.request.kind != PurgeKind.PERSON:
            raise ConflictError(
                gettext("no sought person was purged here"), gettext("Look at the placeholder of a person.")
            )
        if SoughtAgain.objects.filter(purge=purge).exists():
            raise ConflictError(
                gettext("they may be taken in again already"), gettext("Add them as any other person.")
            )
        made = SoughtAgain.objects.create(purge=purge, reason=reason, entered_by=user)
        audit.append(user, "seek_again", case=case, about=[made, purge])
        return made


def scrub_again(user: User) -> bool:
    """Write the files of the database anew, where others were at work when somebody was purged.

    Returns:
        False where they are still.
    """
    if not access.holds_anywhere(user, Permission.SUPERVISE):
        access.require(user, Permission.SUPERVISE, None)
    return scrub(connection)


def _carry_out(user: User, purge: Purge, plan: Plan) -> None:
    for model, column, pk in plan.let_go:
        model._base_manager.filter(pk=pk).update(**{column: None})
    _keep_reserved_apart(user, plan)
    _empty_rows(plan)
    _black_out(plan)
    _take_out_of_prepared(plan)
    for model, ids in plan.gone.items():
        name = str(model._meta.model_name)
        for some in _chunks(ids):
            Made.objects.filter(kind=name, object_id__in=some).delete()
            Restriction.objects.filter(kind=name, object_id__in=some).delete()
    contents = set(Capture.objects.filter(pk__in=plan.gone.get(Capture, ())).values_list("content", flat=True))
    for model, ids in plan.gone.items():
        for some in _chunks(ids):
            # Not by Django's own collector, which would refuse every row that is protected: all that hang on these
            # are in the plan, and the database checks each pointer when the transaction ends.
            rows = model._base_manager.filter(pk__in=some)
            rows._raw_delete(rows.db)
    _withhold(purge, plan, contents)
    _strike(plan)
    _strike_title(plan)
    connection.check_constraints()


def _keep_reserved_apart(user: User, plan: Plan) -> None:
    """What was for one relative alone is for nobody now: closed as what is confidential, so that no other is told."""
    for pk in sorted(plan.reserved):
        Restriction.objects.create(
            case=plan.case,
            kind=str(Claim._meta.model_name),
            object_id=pk,
            level=Classification.CONFIDENTIAL,
            reason="It was for one relative alone, who was purged.",
            entered_by=user,
        )


def _empty_rows(plan: Plan) -> None:
    for some in _chunks(plan.rows):
        ListItem.objects.filter(pk__in=some).update(cells=[], name="", record=None)
    for stored in List.objects.filter(pk__in=plan.lists):
        # What was found wrong with a row quotes its cells.
        emptied = set(stored.items.filter(pk__in=plan.rows).values_list("row_number", flat=True))
        problems = [fault for fault in stored.problems if fault.get("row") not in emptied]
        List.objects.filter(pk=stored.pk).update(blanked=F("blanked") + len(emptied), problems=problems)


def _black_out(plan: Plan) -> None:
    """Strike them out of texts that stay, with what of a text was only about them."""
    for some in _chunks(plan.struck):
        for capture in Capture.objects.filter(pk__in=some):
            text = strike_out(capture.text, sorted(plan.spans.get(capture.pk, ())))
            text = plan.marks.strike(text)
            Capture.objects.filter(pk=capture.pk).update(text=text)
            for model, words in ((Statement, "text"), (Proposal, "quote")):
                rows = model._base_manager.filter(capture=capture, start__isnull=False, stop__isnull=False)
                for pk, start, stop, said in list(rows.values_list("pk", "start", "stop", words)):
                    if capture.text[start:stop] == said:  # word for word, and so struck out alike
                        rows.filter(pk=pk).update(**{words: text[start:stop]})
            TextPrint.objects.filter(capture=capture).delete()
            DocumentTerm.objects.filter(capture=capture).delete()
            DocumentTerm.objects.bulk_create(
                DocumentTerm(capture=capture, key=key) for key in sorted(text_keys(text))
            )


def _take_out_of_prepared(plan: Plan) -> None:
    for held in Preparation.objects.filter(pk__in=plan.prepared):
        rows = [row for row in held.rows if row["person"] != plan.thing.pk]
        Preparation.objects.filter(pk=held.pk).update(rows=rows)
    for proposal in Proposal.objects.filter(capture__in=plan.struck):
        named = proposal.payload.get("persons", [])
        if str(plan.thing.pk) in map(str, named) and isinstance(plan.thing, Person):
            payload = proposal.payload | {"persons": [one for one in named if str(one) != str(plan.thing.pk)]}
            Proposal.objects.filter(pk=proposal.pk).update(payload=payload)


def _withhold(purge: Purge, plan: Plan, removed: set[str]) -> None:
    """Files are given out no more; their bytes go, unless another case of the desk holds them and gives them out."""
    for digest in sorted(plan.withheld):
        content = CaptureContent.objects.filter(pk=digest)
        holding, withholding = cases_holding(digest), cases_withholding(digest)
        elsewhere = bool(holding - withholding - {plan.case.pk})
        if digest in removed and not holding and not withholding:
            content._raw_delete(content.db)
            continue
        if not elsewhere:
            content.update(content=b"", size_bytes=0)
        Withheld.objects.create(
            purge=purge, case=plan.case, content_id=digest, emptied=not elsewhere, entered_by=purge.entered_by
        )


def _strike(plan: Plan) -> None:
    """Strike them out of every other text of the case: notes, reasons, words of answers, what was searched for."""
    for model in apps.get_app_config("casework").get_models():
        declared = REACHES.get(model)
        if declared is None or model._meta.model_name in _NOT_STRUCK:
            continue
        texts = [column.attname for column in model._meta.concrete_fields if _holds_words(column)]
        if model is Enquirer:
            texts = ["safe_contact"]
        if not texts:
            continue
        rows = model._base_manager.filter(**{declared.case: plan.case}).distinct()
        # By pages: SQLite lets no row be changed while others of its table are still being read.
        last = 0
        while found := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", *texts)[:_AT_ONCE]):
            last = found[-1][0]
            for pk, *told in found:
                changed = {}
                for name, value in zip(texts, told, strict=True):
                    # Of the text of a report it was found out before, by the name engine, whether it tells of them.
                    near = model is not Capture and plan.marks.may_stand_in(value)
                    if value and (near or plan.marks.stand_in(value)):
                        struck = plan.marks.strike(value, closely=near)
                        if struck != value:
                            changed[name] = struck
                if changed:
                    model._base_manager.filter(pk=pk).update(**_fitting(model, pk, changed))


def _strike_title(plan: Plan) -> None:
    title = plan.marks.strike(plan.case.title)
    if title != plan.case.title:
        taken = Case.objects.filter(title=title).exists()
        Case.objects.filter(pk=plan.case.pk).update(title=f"{title} ({plan.case.pk})" if taken else title)


def _fitting(model: type[models.Model], pk: int, changed: dict[str, Any]) -> dict[str, Any]:
    """Names of parties are said once a case: two that are struck out alike are told apart by their number."""
    if model._meta.model_name == "party" and "name" in changed:
        changed["name"] = f"{changed['name']} ({pk})"
    return changed


def _holds_words(column: Any) -> bool:
    if column.is_relation or column.choices or column.primary_key:
        return False
    if column.attname in ("sha256", "engine", "reference", "sought", "language", "script", "format", "salt"):
        return False
    return type(column) in (models.CharField, models.TextField, models.JSONField)


def _review_again(user: User, request: PurgeRequest) -> None:
    """What was not purged is looked through again: a review of today takes the place of the one that was decided."""
    column = "person" if request.kind == PurgeKind.PERSON else "enquirer"
    decided = RetentionReview.objects.filter(**{column: request.number}, decision__keep_until__isnull=True)
    last = decided.filter(decision__isnull=False).order_by("-pk").first()
    if last is None or RetentionReview.objects.filter(**{column: request.number}, decision__isnull=True).exists():
        return
    RetentionReview.objects.create(
        case=last.case,
        purpose=last.purpose,
        person=last.person,
        enquirer=last.enquirer,
        due_on=last.due_on,
        closing=last.closing,
        entered_by=user,
    )


def _level_of(thing: Person | Enquirer) -> int:
    """How closely they were held: the placeholder is, too."""
    closed = Restriction.objects.filter(kind=thing._meta.model_name, object_id=thing.pk, lifted_at__isnull=True)
    return max(closed.values_list("level", flat=True), default=Classification.DESK)


def _refuse_decided(request: PurgeRequest) -> None:
    if Purge.objects.filter(request=request).exists():
        raise ConflictError(gettext("it was decided already"), gettext("Look at what is asked for now."))


def _forget_beside(case: Case, plan: Plan) -> None:
    """What lies beside the database: name indexes, names in memory, and files that were brought and not taken in."""
    for pk in plan.lists:
        forget_index(pk)
    if NameForm in plan.gone:
        forget_case(case)
        forget_names()
    discard_all(case)


def _codes(counts: dict[str, int]) -> dict[str, int]:
    return {name.replace(" ", "_"): number for name, number in counts.items()}


def _chunks(values: Iterable[int]) -> Iterable[list[int]]:
    rest = iter(sorted(values))
    while some := list(islice(rest, _AT_ONCE)):
        yield some
