"""Coming in with the key, and leaving."""

from __future__ import annotations

from math import ceil

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from homeward.casework import audit
from homeward.casework.access import Permission
from homeward.casework.models import User
from homeward.web.declaring import declares, open_to_all
from homeward.web.door import COOKIE, seat_in, seat_of, the_door


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
    user = User.objects.filter(username=door.user_name, is_active=True).first() if seat else None
    if seat is None or user is None:
        wait = ceil(door.wait_seconds())
        shown = {"open": True, "wrong": True, "wait": wait}
        return render(request, "web/enter.html", shown, status=429 if wait else 403)
    with transaction.atomic():
        audit.append(user, "enter_desk")
    response = HttpResponseRedirect(reverse("cases"))
    seat_in(response, seat, user=user, secure=request.is_secure())
    return response


@require_POST
@declares(Permission.READ)
def leave(request: HttpRequest, user: User) -> HttpResponse:
    """Give up the seat; its cookie is worth nothing from then on."""
    door, seat = the_door(), seat_of(request)
    if door and seat:
        door.leave(seat)
    response = HttpResponseRedirect(reverse("enter"))
    response.delete_cookie(COOKIE, samesite="Strict")
    return response
