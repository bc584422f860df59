"""Closing a case or one person's part in it, opening it again, and contacting relatives less."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access
from homeward.casework.access import Permission
from homeward.casework.actions import closing
from homeward.casework.models import Case, Closing, Enquirer, Person, User
from homeward.casework.queries import closing as ended
from homeward.casework.queries import relatives
from homeward.web.declaring import declares
from homeward.web.forms.base import DeskForm
from homeward.web.forms.ending import PURGED, CloseForm, ContactForm, OpenAgainForm
from homeward.web.page import show
from homeward.web.views.asked import day_asked, number_asked
from homeward.web.views.found import found


@require_safe
@declares(Permission.SUPERVISE)
def show_ending(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """What was closed in a case and what is to be looked through; purges asked for, and their placeholders."""
    case = access.get(user, Case, number)
    access.require(user, Permission.SUPERVISE, case)
    page = number_asked(request, "page") or 1
    values = {
        "closings": ended.closings(user, case),
        "page": ended.reviews_page(user, as_of=day_asked(request), case=case, page=page),
        "asked": ended.asked_purges(user, case),
        "came_again": ended.came_again(user, case),
        "purged": [(PURGED[one.kind], one) for one in ended.placeholders(user, case)],
    }
    return show(request, user, "ending/ending.html", values, case=case, section="ending")


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.SUPERVISE)
def close_case(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Close a case, after what is still open in it was shown; or open it again."""
    case = access.get(user, Case, number)
    return _close_or_open(request, user, case, None, lambda: reverse("case", args=[case.pk]))


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.SUPERVISE)
def close_part(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Close one person's part in a case; or open it again. The others are left alone."""
    person = found(user, reference, Person)
    return _close_or_open(request, user, person.case, person, lambda: reverse("person", args=[reference.upper()]))


def _close_or_open(
    request: HttpRequest, user: User, case: Case, person: Person | None, back: Callable[[], str]
) -> HttpResponse:
    access.require(user, Permission.SUPERVISE, case)
    newest = ended.closing_of(user, case, person)
    closed = newest is not None and newest.closed
    left = ended.still_open(user, case, person)
    sent = request.POST if request.method == "POST" else None
    form: DeskForm = OpenAgainForm(sent) if closed else CloseForm(sent, still_open=left.total)
    if form.is_valid():

        def act() -> Closing:
            if isinstance(form, CloseForm):
                return closing.close(user, case, person=person, **form.told)
            return closing.open_again(user, case, person=person, reason=form.cleaned_data["reason"])

        made = form.attempt(act)
        if made is not None:
            messages.success(request, gettext("It is closed.") if made.closed else gettext("It is open again."))
            return HttpResponseRedirect(back())
    values = {
        "form": form,
        "left": left,
        "closed": closed,
        "newest": newest,
        "about": ended.to_purge(user, person) if person is not None else None,
        "ref": access.ref_of(person) if person is not None else "",
        "back": back(),
    }
    section = "people" if person is not None else "ending"
    return show(request, user, "ending/close.html", values, case=case, section=section, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.LIAISE)
def contact(request: HttpRequest, user: User, reference: str, person: str) -> HttpResponse:
    """Contact an enquirer about a person less, or no more."""
    one, sought = found(user, reference, Enquirer), found(user, person, Person)
    about = relatives.to_contact(user, one, sought)
    form = ContactForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        made = form.attempt(
            lambda: closing.change_contact(
                user,
                one,
                sought,
                ended=told["what"] == "ended",
                how=told["how"],
                follow_up_on=told["follow_up_on"],
                reason=told["reason"],
                forget_channel=told["forget_channel"],
            )
        )
        if made is not None:
            messages.success(request, gettext("Recorded for %(ref)s.") % {"ref": access.ref_of(one)})
            return HttpResponseRedirect(reverse("enquirer", args=[access.ref_of(one)]))
    values = {"form": form, "one": one, "about": about, "ref": access.ref_of(one)}
    return show(request, user, "ending/contact.html", values, case=one.case, section="families", status=form.status)
