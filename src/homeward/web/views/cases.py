"""The first page: the cases this user may see, and nothing about any other."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from homeward.casework.access import Permission, visible
from homeward.casework.models import Case, User
from homeward.web.declaring import declares


@require_safe
@declares(Permission.READ)
def show_cases(request: HttpRequest, user: User) -> HttpResponse:
    """The list of cases."""
    cases = visible(user, Case).order_by("pk").values("pk", "title", "opened_on", "review_on")
    return render(request, "web/cases.html", {"cases": cases, "name": user.get_full_name() or user.get_username()})
