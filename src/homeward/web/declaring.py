"""Who may see a page, said at the page itself; a view that does not say so fails a test.

In: a view. Out: the same view, let in only whom it declares. Leaves to others: what the signed-in user may see of the
case file (`casework.access` and the queries decide that, object by object).
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from homeward.casework.access import Permission
from homeward.casework.models import User
from homeward.errors import BadInputError, NotAllowedError, NotThereError
from homeward.web.door import user_of

P = ParamSpec("P")
OPEN_TO_ALL = "open to all"


def declares(
    permission: Permission,
) -> Callable[
    [Callable[Concatenate[HttpRequest, User, P], HttpResponse]], Callable[Concatenate[HttpRequest, P], HttpResponse]
]:
    """Let in signed-in users; the view asks the queries, which require this permission for what it shows.

    What is not there, what is not for this user and what is not even a reference look the same from outside.
    """

    def wrap(
        view: Callable[Concatenate[HttpRequest, User, P], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @functools.wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            user = user_of(request)
            if user is None:
                return HttpResponseRedirect(reverse("enter"))
            try:
                return view(request, user, *args, **kwargs)
            except (NotThereError, NotAllowedError, BadInputError) as error:
                raise Http404 from error

        guarded.declared = permission  # type: ignore[attr-defined]
        return guarded

    return wrap


def open_to_all(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Declare a view that anybody may see; the list of these is frozen in a test."""
    view.declared = OPEN_TO_ALL  # type: ignore[attr-defined]
    return view
