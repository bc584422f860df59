"""The first page: what needs somebody today, case by case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.casework import queries
from homeward.casework.access import Permission, visible
from homeward.casework.models import Case, User
from homeward.errors import NotAllowedError, NotThereError
from homeward.web.declaring import declares
from homeward.web.page import show
from homeward.web.views.asked import day_asked

_MOST_COUNTED = 20  # of a desk with more cases, the others tell what waits on their own pages


@require_safe
@declares(Permission.READ)
def show_home(request: HttpRequest, user: User) -> HttpResponse:
    """Every case this user may see, and how much waits in it."""
    as_of = day_asked(request)
    cases = list(visible(user, Case).order_by("pk"))
    told = []
    for number, case in enumerate(cases):
        try:
            waits = queries.waiting(user, case, as_of=as_of) if number < _MOST_COUNTED else None
        except (NotThereError, NotAllowedError):
            waits = None  # a locked case is seen by who may unlock it, and by its title alone
        told.append((case, waits))
    return show(request, user, "home.html", {"cases": told, "as_of": as_of})
