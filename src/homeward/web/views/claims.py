"""Claims by hand: added from a statement, read by a second person, withdrawn."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.actions.claims import add_claim, confirm_claim, withdraw_claim
from homeward.casework.models import (
    Case,
    Claim,
    Classification,
    Credibility,
    Person,
    Statement,
    User,
    waits_for_reader,
)
from homeward.records import ClaimSubject, Polarity
from homeward.web.declaring import declares
from homeward.web.forms.reports import ReasonForm
from homeward.web.forms.statements import ClaimForm, NoteForm
from homeward.web.page import show
from homeward.web.views.asked import number_asked
from homeward.web.views.found import found, typed


@require_safe
@declares(Permission.READ)
def show_claim(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One claim, by reference such as C12, withdrawn or not."""
    row = found(user, reference, Claim)
    values = {"about": queries.claim(user, row)}
    return show(request, user, "statements/one_claim.html", values, case=row.case, section="people")


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ENTER)
def add(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Add what a statement says of one person or several."""
    row = found(user, reference, Statement)
    case = row.capture.case
    access.require(user, Permission.ENTER, case)
    form = ClaimForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = form.attempt(lambda: _added(user, row, form))
        if made is not None:
            told = ", ".join(access.ref_of(claim) for claim in made)
            messages.success(request, gettext("Recorded: %(ref)s.") % {"ref": told})
            return HttpResponseRedirect(reverse("statement", args=[access.ref_of(row)]))
    values = {"form": form, "said": queries.statement(user, row), "offered": queries.people_offered(user, case)}
    return show(request, user, "statements/claim.html", values, case=case, section="reports", status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ENTER)
def withdraw(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Take a claim out of the picture, with the reason."""
    row = found(user, reference, Claim)
    access.require(user, Permission.ENTER, row.case)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = form.attempt(lambda: withdraw_claim(user, row, reason=form.cleaned_data["reason"]))
        if made is not None:
            messages.success(request, gettext("Withdrawn: %(ref)s.") % {"ref": access.ref_of(row)})
            return HttpResponseRedirect(reverse("person", args=[access.ref_of(row.person)]))
    values = {"about": queries.claim(user, row), "form": form}
    return show(
        request, user, "statements/withdraw.html", values, case=row.case, section="people", status=form.status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.JUDGE)
def confirm(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Read, as a second person, a claim of death, injury or release. Nothing is sent to anybody."""
    row = found(user, reference, Claim)
    access.require(user, Permission.JUDGE, row.case)
    if not waits_for_reader(row):
        raise Http404
    form = NoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = form.attempt(lambda: confirm_claim(user, row, note=form.cleaned_data["note"].strip()))
        if made is not None:
            messages.success(request, gettext("Read by you: %(ref)s.") % {"ref": access.ref_of(row)})
            return HttpResponseRedirect(reverse("second_readings", args=[row.case_id]))
    values = {"about": queries.claim(user, row), "form": form}
    return show(request, user, "statements/confirm.html", values, case=row.case, section="people", status=form.status)


@require_safe
@declares(Permission.READ)
def show_second_readings(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Claims of death, injury or release that wait for a second person, by page."""
    case = access.get(user, Case, number)
    page = queries.second_readings(user, case, page=number_asked(request, "page") or 1)
    return show(request, user, "statements/second_readings.html", {"page": page}, case=case, section="people")


def _added(user: User, row: Statement, form: ClaimForm) -> list[Claim]:
    told = form.cleaned_data
    with transaction.atomic():
        return [
            add_claim(
                user,
                person,
                subject=ClaimSubject(told["subject"]),
                polarity=Polarity(told["polarity"]),
                value=told["value"].strip(),
                statement=row,
                collective=told["collective"],
                valid_time=told["valid_time"],
                credibility=Credibility(told["credibility"]),
                classification=Classification(told["classification"]),
            )
            for person in typed(user, form.people, Person)
        ]
