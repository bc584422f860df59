"""One box, any script: where a name may stand in everything held of a case."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.casework import access
from homeward.casework.access import Permission, visible
from homeward.casework.find import find
from homeward.casework.models import Case, User
from homeward.errors import BadInputError, TooManyError
from homeward.web.declaring import declares
from homeward.web.page import show
from homeward.web.views.asked import number_asked

_TYPED_AT_LEAST = 2  # letters, before a search starts while typing


@require_safe
@declares(Permission.READ)
def show_find(request: HttpRequest, user: User) -> HttpResponse:
    """Hits by where they stand, the surest first; the part below the box alone while somebody types."""
    cases = list(visible(user, Case).filter(locked=False).order_by("pk"))
    number = number_asked(request, "case")
    case = access.get(user, Case, number) if number is not None else (cases[0] if cases else None)
    text = request.GET.get("q", "")
    typing = bool(getattr(request, "htmx", False))
    found, wrong = None, None
    wait = 0
    if case is not None and len(text.strip()) >= (_TYPED_AT_LEAST if typing else 1):
        try:
            found = find(user, case, text)
        except BadInputError as error:
            wrong = error
        except TooManyError as error:
            wait = error.wait_seconds
    groups = [(kind, list(hits)) for kind, hits in groupby(found.hits, key=lambda hit: hit.kind)] if found else []
    values = {"cases": cases, "text": text, "found": found, "groups": groups, "wrong": wrong, "wait": wait}
    template = "find_results.html" if typing else "find.html"
    status = 429 if wait else 400 if wrong and not typing else 200
    answer = show(request, user, template, values, case=case, section="find", status=status)
    if wait:
        answer["Retry-After"] = str(wait)
    return answer
