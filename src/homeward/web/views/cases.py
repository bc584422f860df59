"""A case: what waits in it, and where its parts are."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.models import Case, User
from homeward.casework.queries.twins import twins
from homeward.web.declaring import declares
from homeward.web.page import show
from homeward.web.views.asked import day_asked


@require_safe
@declares(Permission.READ)
def show_case(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """The overview of one case."""
    case = access.get(user, Case, number)
    as_of = day_asked(request)
    waits = queries.waiting(user, case, as_of=as_of)
    values = {"waits": waits, "twins": twins(user, case), "as_of": as_of}
    return show(request, user, "cases/overview.html", values, case=case, section="overview")
