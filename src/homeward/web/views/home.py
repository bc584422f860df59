"""The first page: what needs somebody today, case by case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.casework import queries
from homeward.casework.access import Permission, holds_anywhere, visible
from homeward.casework.closed import closings_of
from homeward.casework.models import Case, User
from homeward.casework.queries.closing import reviews_due_count
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
    told, closed = [], []
    ended = closings_of(cases)
    for number, case in enumerate(cases):
        if case.pk in ended and not case.locked:
            closed.append((case, ended[case.pk]))
            continue
        try:
            waits = queries.waiting(user, case, as_of=as_of) if number < _MOST_COUNTED else None
        except (NotThereError, NotAllowedError):
            waits = None  # a locked case is seen by who may unlock it, and by its title alone
        told.append((case, waits))
    supervises = holds_anywhere(user, Permission.SUPERVISE)
    values = {
        "cases": told,
        "closed": closed,
        "as_of": as_of,
        "supervises": supervises,
        "reviews_due": reviews_due_count(user, as_of) if supervises else 0,
    }
    return show(request, user, "home.html", values)
