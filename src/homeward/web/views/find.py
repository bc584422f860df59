"""One box, any script: where a name may stand in everything held of a case."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.casework import access
from homeward.casework.access import Permission, visible
from homeward.casework.find import FindResult, TypedResult, find, find_as_typed
from homeward.casework.models import Case, User
from homeward.casework.queries.known import named
from homeward.errors import BadInputError, TooManyError
from homeward.web.declaring import declares
from homeward.web.forms.base import refusal_words
from homeward.web.page import show
from homeward.web.views.asked import number_asked


@require_safe
@declares(Permission.READ)
def show_find(request: HttpRequest, user: User) -> HttpResponse:
    """Hits by where they stand, the surest first; while somebody types, names alone below the box."""
    cases = list(visible(user, Case).filter(locked=False).order_by("pk"))
    number = number_asked(request, "case")
    case = access.get(user, Case, number) if number is not None else (cases[0] if cases else None)
    text = request.GET.get("q", "")
    typing = bool(getattr(request, "htmx", False))
    found: FindResult | None = None
    typed: TypedResult | None = None
    wrong: BadInputError | None = None
    wait = 0
    if case is not None and text.strip():
        try:
            if typing:
                typed = find_as_typed(user, case, text)
            else:
                found = find(user, case, text)
        except BadInputError as error:
            wrong = error
        except TooManyError as error:
            wait = error.wait_seconds
    hits = named(user, found.hits) if found else []
    groups = [(kind, list(same)) for kind, same in groupby(hits, key=lambda hit: hit[0].kind)]
    values = {
        "cases": cases,
        "text": text,
        "found": found,
        "typed": typed,
        "groups": groups,
        "wrong": refusal_words(wrong) if wrong is not None else "",
        "wait": wait,
    }
    template = "find_typed.html" if typing else "find.html"
    status = 429 if wait else 400 if wrong and not typing else 200
    answer = show(request, user, template, values, case=case, section="find", status=status)
    if wait:
        answer["Retry-After"] = str(wait)
    return answer
