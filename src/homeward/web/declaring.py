"""Who may see a page, said at the page itself; a view that does not say so fails a test.

In: a view. Out: the same view, let in only whom it declares. Leaves to others: what the signed-in user may see of the
case file (`casework.access` and the queries decide that, object by object).
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from homeward.casework.access import Permission, one_look, permissions
from homeward.casework.models import User
from homeward.errors import BadInputError, NotAllowedError, NotThereError, TooManyError
from homeward.web.door import the_door
from homeward.web.given_back import page_of_form, typed
from homeward.web.signing_in import Standing, standing

P = ParamSpec("P")
OPEN_TO_ALL = "open to all"
SIGNING_IN = "signed in, with a second factor or about to set one up"

View = Callable[..., HttpResponse]


def declares(
    permission: Permission,
) -> Callable[
    [Callable[Concatenate[HttpRequest, User, P], HttpResponse]], Callable[Concatenate[HttpRequest, P], HttpResponse]
]:
    """Let in signed-in users; the view asks the queries, which require this permission for what it shows.

    A permission that concerns the whole desk (to administer, to audit) is required here already. What is not there,
    what is not for this user and what is not even a reference look the same from outside.
    """

    def wrap(
        view: Callable[Concatenate[HttpRequest, User, P], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @functools.wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            come = standing(request)
            if come is Standing.OUTSIDE:
                return _to_sign_in(request)
            if come is Standing.HALF:
                return HttpResponseRedirect(reverse("mfa_index"))
            user = request.user
            assert isinstance(user, User)
            try:
                # A page alone changes nothing, so what the user may do is asked for once.
                with one_look() if request.method in ("GET", "HEAD") else nullcontext():
                    if permission is Permission.ADMINISTER and permission not in permissions(user, None):
                        raise Http404
                    return view(request, user, *args, **kwargs)
            except (NotThereError, NotAllowedError, BadInputError) as error:
                raise Http404 from error
            except TooManyError as error:
                answer = render(request, "429.html", {"wait": error.wait_seconds}, status=429)
                answer["Retry-After"] = str(error.wait_seconds)
                return answer

        guarded.declared = permission  # type: ignore[attr-defined]
        return guarded

    return wrap


def open_to_all(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Declare a view that anybody may see; the list of these is frozen in a test."""

    @functools.wraps(view)
    def opened(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return view(request, *args, **kwargs)

    opened.declared = OPEN_TO_ALL  # type: ignore[attr-defined]
    return opened


def for_own_account(view: Callable[..., Any]) -> View:
    """Declare a view on which whoever is signed in, with a password alone too, sees to their own account."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponse:
        if standing(request) is Standing.OUTSIDE:
            return _to_sign_in(request)
        answer: HttpResponse = view(request, *args, **kwargs)
        return answer

    guarded.declared = SIGNING_IN  # type: ignore[attr-defined]
    return guarded


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    # Where the desk runs on one machine the key of its terminal is the way in; a desk of several signs in by name.
    place = reverse("enter" if the_door() is not None else "account_login")
    if request.method in ("GET", "HEAD") and request.path != "/":
        return redirect_to_login(request.get_full_path(), place)
    if told := typed(request):
        wanted = urlencode({"next": page_of_form(request)})
        return render(request, "stale_form.html", {"typed": told, "sign_in": f"{place}?{wanted}"}, status=403)
    return HttpResponseRedirect(place)
