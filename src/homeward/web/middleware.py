"""Headers that every page carries: nothing is loaded from outside, nothing runs, nothing is kept by caches.

In: a request. Out: the answer with its policy; a request under a foreign host name is refused, so that a page
elsewhere cannot reach the desk by giving this machine a name of its own. Leaves to others: who may see what.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from homeward.web.styles import styles_of

POLICY = (
    "default-src 'none'; style-src {styles}; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class PolicyMiddleware:
    """Adds the content security policy and forbids caching."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.get_host()  # raises for a host name that is not ours
        response = self.get_response(request)
        response["Content-Security-Policy"] = POLICY.format(styles=styles_of(response))
        response["Cache-Control"] = "no-store"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response
