"""Who may work in a case and what in it is closed: restrictions, locking, and opening a new one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from homeward.casework import access
from homeward.casework.access import Permission, visible
from homeward.casework.actions import cases
from homeward.casework.models import Case, Classification, Restriction, User
from homeward.web.declaring import declares
from homeward.web.forms.users import CLEARANCES, NewCaseForm, RestrictionForm
from homeward.web.page import show
from homeward.web.views.asked import number_in


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.SUPERVISE)
def open_new_case(request: HttpRequest, user: User) -> HttpResponse:
    """The form by which a case is opened."""
    access.require(user, Permission.SUPERVISE, None)
    form = NewCaseForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        made = form.attempt(lambda: cases.open_case(user, data["title"], review_on=data["review_on"], lead=user))
        if made is not None:
            return HttpResponseRedirect(reverse("case", args=[made.pk]))
    return show(request, user, "cases/new.html", {"form": form}, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.SUPERVISE)
def show_access(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Who may see the case, and what in it is restricted."""
    case = access.get(user, Case, number)
    access.require(user, Permission.SUPERVISE, case)
    act = request.POST.get("act", "")
    form = RestrictionForm(request.POST if act == "restrict" else None)
    if act == "restrict" and form.is_valid():
        data = form.cleaned_data
        made = form.attempt(
            lambda: cases.restrict(
                user,
                access.resolve(user, data["reference"]),
                level=Classification(data["level"]),
                reason=data["reason"],
            )
        )
        if made is not None:
            messages.success(request, gettext("It is closed to everybody else from now on."))
            return HttpResponseRedirect(reverse("access", args=[case.pk]))
    elif act == "lift":
        asked = number_in(request.POST.get("restriction", ""))
        cases.lift_restriction(user, access.get(user, Restriction, asked))
        messages.success(request, gettext("The restriction was lifted."))
        return HttpResponseRedirect(reverse("access", args=[case.pk]))
    rows = visible(user, Restriction).filter(case=case).select_related("entered_by", "lifted_by").order_by("-pk")
    told = [(row, CLEARANCES[Classification(row.level)]) for row in rows]
    values = {"restrictions": told, "form": form, "seen_by": access.who_may_see(user, case)}
    return show(request, user, "cases/access.html", values, case=case, section="access", status=form.status)


@require_POST
@declares(Permission.ENTER)
def lock(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Lock the case at once; no reason is asked, for whoever is under duress must not have to explain."""
    cases.lock_case(user, access.get(user, Case, number))
    return HttpResponseRedirect(reverse("home"))


@require_POST
@declares(Permission.SUPERVISE)
def unlock(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Open a locked case again."""
    case = cases.unlock_case(user, access.get(user, Case, number))
    return HttpResponseRedirect(reverse("case", args=[case.pk]))
