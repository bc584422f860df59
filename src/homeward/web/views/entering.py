"""Coming in with the key, and leaving."""

from __future__ import annotations

from math import ceil

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from homeward.casework.access import Permission
from homeward.casework.actions.cases import begin_desk
from homeward.casework.models import User
from homeward.web.declaring import declares, open_to_all
from homeward.web.door import the_door
from homeward.web.forms.users import FirstStartForm
from homeward.web.signing_in import SEAT, sign_in_by_key


@open_to_all
@sensitive_post_parameters("key")
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """The form for the key. The key is posted, so that it stands in no address, history or Referer."""
    door = the_door()
    wait = ceil(door.wait_seconds()) if door else 0
    if request.method != "POST" or door is None:
        return render(request, "web/enter.html", {"open": door is not None, "wait": wait})
    seat = door.exchange(request.POST.get("key", ""))
    if seat is not None and not User.objects.exists():
        request.session[SEAT] = seat
        return HttpResponseRedirect(reverse("first_start"))
    user = User.objects.filter(username=door.user_name, is_active=True).first() if seat else None
    if seat is None or user is None:
        wait = ceil(door.wait_seconds())
        shown = {"open": True, "wrong": True, "wait": wait}
        return render(request, "web/enter.html", shown, status=429 if wait else 403)
    sign_in_by_key(request, user, seat)
    wanted = request.GET.get("next", "")
    inside = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(wanted if inside else reverse("home"))


@open_to_all
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def open_desk(request: HttpRequest) -> HttpResponse:
    """The first start: who opens the desk, and its first case. For who typed the key, while nobody works here."""
    door, seat = the_door(), request.session.get(SEAT, "")
    if door is None or not door.holds(seat) or User.objects.exists():
        return HttpResponseRedirect(reverse("enter"))
    form = FirstStartForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        user = form.attempt(
            lambda: begin_desk(
                data["username"], full_name=data["full_name"], password=data["password"] or None, title=data["title"]
            )
        )
        if user is not None:
            door.user_name = user.username
            sign_in_by_key(request, user, seat)
            return HttpResponseRedirect(reverse("home"))
    return render(request, "web/first_start.html", {"form": form}, status=form.status)


@require_POST
@declares(Permission.READ)
def leave(request: HttpRequest, user: User) -> HttpResponse:
    """Give up the seat and end the session; its cookie is worth nothing from then on."""
    door, seat = the_door(), request.session.get(SEAT)
    if door and seat:
        door.leave(seat)
    logout(request)
    return HttpResponseRedirect(reverse("enter" if door else "account_login"))
