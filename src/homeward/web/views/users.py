"""Users of the desk and their roles; for administrators, who see no case."""

from __future__ import annotations

import secrets

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from homeward.casework import audit
from homeward.casework.access import Permission
from homeward.casework.actions import desk
from homeward.casework.models import Case, Classification, Grant, Role, User
from homeward.web.declaring import declares
from homeward.web.forms.users import CLEARANCES, ROLES, GrantForm, NewUserForm
from homeward.web.page import show
from homeward.web.views.asked import number_in


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ADMINISTER)
def show_users(request: HttpRequest, user: User) -> HttpResponse:
    """Everybody at the desk; and the form by which somebody is added, with a first password that is shown once."""
    form = NewUserForm(request.POST or None)
    added, password = None, ""
    if form.is_valid():
        name = form.cleaned_data["username"]
        if User.objects.filter(username=name).exists():
            form.add_error("username", gettext("Somebody of this name works at the desk already."))
        else:
            password = secrets.token_urlsafe(12)
            added = form.attempt(
                lambda: desk.add_user(user, name, full_name=form.cleaned_data["full_name"], password=password)
            )
            form = NewUserForm() if added is not None else form
    protected = set(Authenticator.objects.values_list("user", flat=True))
    people = [
        (one, [_words(grant) for grant in one.grants.all() if grant.ended_at is None], one.pk in protected)
        for one in User.objects.prefetch_related("grants__case").order_by("username")
    ]
    values = {"people": people, "form": form, "added": added, "password": password}
    return show(request, user, "users/users.html", values, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ADMINISTER)
def show_user(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """One user: roles given and ended, sessions ended, suspended, a new password, second factors taken away."""
    other = User.objects.filter(pk=number).first()
    if other is None:
        raise Http404
    act = request.POST.get("act", "")
    form = GrantForm(request.POST if act == "grant" else None, cases=Case.objects.order_by("title"))
    password = ""
    told: str | None = None
    if act == "grant" and form.is_valid():
        data = form.cleaned_data
        made = form.attempt(
            lambda: desk.grant_role(
                user, other, Role(data["role"]), case=data["case"], clearance=Classification(data["clearance"])
            )
        )
        told = gettext("The role was given.") if made else None
    elif act == "end_grant":
        grant = Grant.objects.filter(user=other, pk=number_in(request.POST.get("grant", ""))).first()
        if grant is None:
            raise Http404
        told = gettext("The role was ended.") if form.attempt_unbound(lambda: desk.end_grant(user, grant)) else None
    elif act == "end_sessions":
        desk.end_sessions(user, other)
        told = gettext("Every session was ended.")
    elif act == "suspend":
        done = form.attempt_unbound(lambda: desk.suspend_user(user, other))
        told = gettext("The user was suspended.") if done else None
    elif act == "readmit":
        desk.readmit_user(user, other)
        told = gettext("The user may sign in again.")
    elif act == "forget_factors":
        _forget_factors(user, other)
        told = gettext("The second factors were taken away; the next sign-in asks for a new one.")
    elif act == "password":
        password = secrets.token_urlsafe(12)
        desk.set_password(user, other, password)
    if told:
        messages.success(request, told)
        return HttpResponseRedirect(reverse("user", args=[other.pk]))
    grants = [(grant, _words(grant)) for grant in other.grants.select_related("case").order_by("pk")]
    factors = list(Authenticator.objects.filter(user=other).order_by("pk"))
    values = {"other": other, "grants": grants, "form": form, "factors": factors, "password": password}
    refused = form.is_bound or form.refusal
    return show(request, user, "users/user.html", values, status=422 if refused else 200)


def _words(grant: Grant) -> str:
    role = str(ROLES[Role(grant.role)]).partition(":")[0]
    place = grant.case.title if grant.case is not None else gettext("the whole desk")
    return f"{role}, {place}, {str(CLEARANCES[Classification(grant.clearance)]).lower()}"


def _forget_factors(user: User, other: User) -> None:
    with transaction.atomic():
        Authenticator.objects.filter(user=other).delete()
        desk.end_sessions(user, other)
        audit.append(user, "forget_second_factors", about=[other])
