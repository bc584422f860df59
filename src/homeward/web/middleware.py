"""Headers that every page carries, and the language in which it speaks.

In: a request. Out: the answer with its policy: nothing is loaded from outside, nothing runs but our own files,
nothing is kept by caches. A request under a foreign host name is refused, so that a page elsewhere cannot reach the
desk by giving this machine a name of its own. Leaves to others: who may see what.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext

from homeward.exchange import Limits
from homeward.findings.reader_calendar import CALENDAR_COOKIE, reading_in
from homeward.web.styles import styles_of

POLICY = (
    "default-src 'none'; style-src {styles}; script-src 'self'; img-src data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
MOST_BYTES = Limits().max_bytes + 1_000_000  # the largest file, and the fields beside it
LANGUAGE_COOKIE = "homeward_language"


class PolicyMiddleware:
    """Adds the content security policy and forbids caching of all but the desk's own files."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.get_host()  # raises for a host name that is not ours
        response = _too_much(request) or self.get_response(request)
        response["Content-Security-Policy"] = POLICY.format(styles=styles_of(response))
        if not request.path_info.startswith(f"/{settings.STATIC_URL.strip('/')}/"):
            response["Cache-Control"] = "no-store"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response


def _too_much(request: HttpRequest) -> HttpResponse | None:
    """The refusal of a request that is larger than any file we read; not a byte of it is kept."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) <= MOST_BYTES:
        return None
    text = gettext("What was sent is larger than %(most)d MB. Split the file and bring it in parts.")
    return HttpResponse(
        text % {"most": MOST_BYTES // 1_000_000}, status=413, content_type="text/plain; charset=utf-8"
    )


class LanguageMiddleware:
    """Speaks the language, and counts days in the calendar, that the reader chose.

    Before a choice: the first language that the browser asks for and we have, and the Gregorian calendar.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
        if chosen not in dict(settings.LANGUAGES):
            chosen = translation.get_language_from_request(request)
        with translation.override(chosen), reading_in(request.COOKIES.get(CALENDAR_COOKIE, "")):
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response
