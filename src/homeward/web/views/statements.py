"""One statement; recording one from a report by hand; and a promise that it makes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.actions.commitments import record_commitment
from homeward.casework.actions.proposals import known_party
from homeward.casework.actions.statements import NewLink, record_statement
from homeward.casework.models import Capture, Classification, Commitment, Person, Statement, User
from homeward.records import Attribution, LinkRole, Manner
from homeward.web.declaring import declares
from homeward.web.forms.statements import PromiseForm, StatementForm
from homeward.web.page import show
from homeward.web.views.found import found, typed


@require_safe
@declares(Permission.READ)
def show_statement(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One statement, by reference such as T5, with the claims that rest on it."""
    row = found(user, reference, Statement)
    values = {"said": queries.statement(user, row)}
    return show(request, user, "statements/statement.html", values, case=row.capture.case, section="reports")


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ENTER)
def record(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Record words of a report by hand, with the chain by which they came."""
    capture = found(user, reference, Capture)
    access.require(user, Permission.ENTER, capture.case)
    form = StatementForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = form.attempt(lambda: _recorded(user, capture, form))
        if made is not None:
            messages.success(request, gettext("Recorded: %(ref)s.") % {"ref": access.ref_of(made)})
            return HttpResponseRedirect(reverse("statement", args=[access.ref_of(made)]))
    values = {"form": form, "report": queries.report(user, capture)}
    return show(
        request, user, "statements/record.html", values, case=capture.case, section="reports", status=form.status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ENTER)
def promise(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Record a promise that a statement makes."""
    row = found(user, reference, Statement)
    case = row.capture.case
    access.require(user, Permission.ENTER, case)
    form = PromiseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = form.attempt(lambda: _promised(user, row, form))
        if made is not None:
            messages.success(request, gettext("Recorded: %(ref)s.") % {"ref": access.ref_of(made)})
            return HttpResponseRedirect(reverse("promise", args=[access.ref_of(made)]))
    values = {"form": form, "said": queries.statement(user, row), "offered": queries.people_offered(user, case)}
    return show(request, user, "statements/promise.html", values, case=case, section="promises", status=form.status)


def _recorded(user: User, capture: Capture, form: StatementForm) -> Statement:
    told = form.cleaned_data
    chain = []
    if told["speaker"].strip():
        speaker = told["speaker"].strip()
        chain.append(
            NewLink(
                LinkRole.SPEAKER,
                speaker,
                Attribution(told["attribution"]),
                party=known_party(user, capture.case, speaker),
                said_on=told["said_on"],
            )
        )
    for name in form.passed_on_by:
        chain.append(NewLink(LinkRole.RELAY, name[:300], party=known_party(user, capture.case, name)))
    if capture.publisher is not None:
        chain.append(NewLink(LinkRole.PUBLISHER, capture.publisher.name, party=capture.publisher))
    return record_statement(
        user,
        capture,
        text=told["text"],
        chain=chain,
        manner=Manner(told["manner"]),
        direct=told["direct"],
        said_on=told["said_on"],
        translation=told["translation"].strip(),
        translated_by=told["translated_by"].strip(),
        classification=Classification(told["classification"]),
    )


def _promised(user: User, row: Statement, form: PromiseForm) -> Commitment:
    told = form.cleaned_data
    return record_commitment(
        user,
        row,
        by=told["by"].strip(),
        to=told["to"].strip(),
        party=known_party(user, row.capture.case, told["by"]),
        content=told["content"].strip(),
        condition=told["condition"].strip(),
        due=told["due"],
        persons=typed(user, form.people, Person),
        collective=told["collective"],
        review_every_days=told["review_every_days"],
    )
