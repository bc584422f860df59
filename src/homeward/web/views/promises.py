"""The promise ledger, one promise, and a look at how it was kept."""

from __future__ import annotations

import io

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language_bidi, gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.actions.commitments import review_commitment
from homeward.casework.ledger_table import promise_table
from homeward.casework.models import Case, Claim, Commitment, User
from homeward.exchange import write_rows
from homeward.web.declaring import declares
from homeward.web.forms.ledger import ONLY_PROMISES, ReviewForm
from homeward.web.page import show
from homeward.web.views.asked import day_asked, number_asked
from homeward.web.views.found import found, typed


@require_safe
@declares(Permission.READ)
def show_promises(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Every promise of a case, by page: open ones first, oldest first."""
    case = access.get(user, Case, number)
    as_of = day_asked(request)
    only = _only(request)
    page = queries.promise_page(user, case, as_of=as_of, page=number_asked(request, "page") or 1, only=only)
    values = {"page": page, "as_of": as_of, "only": only.value, "choices": ONLY_PROMISES}
    return show(request, user, "ledger/promises.html", values, case=case, section="promises")


@require_safe
@declares(Permission.READ)
def promises_file(request: HttpRequest, user: User, number: int, form: str) -> HttpResponse:
    """The ledger as a table, with what its page shows now: as XLSX or CSV, in which no cell is a formula."""
    if form not in ("xlsx", "csv"):
        raise Http404
    case = access.get(user, Case, number)
    only = _only(request)
    headings, rows = promise_table(queries.promise_ledger(user, case, as_of=day_asked(request), only=only))
    stream = io.BytesIO()
    write_rows(stream, form, headings, rows, right_to_left=get_language_bidi())
    answer = HttpResponse(stream.getvalue(), content_type="application/octet-stream")
    name = "-".join(filter(None, ("promises", only.value.replace("_", "-"))))
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer


@require_safe
@declares(Permission.READ)
def show_promise(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One promise with its reviews, by reference such as M2."""
    commitment = found(user, reference, Commitment)
    return _shown(request, user, commitment, ReviewForm(every_days=commitment.review_every_days))


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ENTER)
def review(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Record how a promise stands on a day."""
    commitment = found(user, reference, Commitment)
    access.require(user, Permission.ENTER, commitment.case)
    data = request.POST if request.method == "POST" else None
    form = ReviewForm(data, every_days=commitment.review_every_days)
    if form.is_valid():
        told = form.cleaned_data
        made = form.attempt(
            lambda: review_commitment(
                user,
                commitment,
                on=told["on"],
                grade=told["grade"],
                note=told["note"],
                evidence=typed(user, told["evidence"], Claim),
                next_review_on=told["next_review_on"],
            )
        )
        if made is not None:
            messages.success(request, gettext("Reviewed: %(ref)s.") % {"ref": access.ref_of(commitment)})
            return HttpResponseRedirect(reverse("promise", args=[access.ref_of(commitment)]))
    return _shown(request, user, commitment, form)


def _only(request: HttpRequest) -> queries.OnlyPromises:
    try:
        return queries.OnlyPromises(request.GET.get("only", ""))
    except ValueError as error:
        raise Http404 from error


def _shown(request: HttpRequest, user: User, commitment: Commitment, form: ReviewForm) -> HttpResponse:
    as_of = day_asked(request)
    values = {"promise": queries.promise(user, commitment, as_of=as_of), "form": form, "as_of": as_of}
    case = commitment.case
    return show(request, user, "ledger/promise.html", values, case=case, section="promises", status=form.status)
