"""In which language and calendar the desk speaks to this reader."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from homeward.findings.reader_calendar import CALENDAR_COOKIE, CALENDARS
from homeward.web.declaring import open_to_all
from homeward.web.middleware import LANGUAGE_COOKIE

_YEAR_SECONDS = 365 * 24 * 3600


@open_to_all
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember the choice in this browser, and go back to where the reader was."""
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        back = reverse("home")
    response = HttpResponseRedirect(back)
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        _keep(response, LANGUAGE_COOKIE, chosen)
    calendar = request.POST.get("calendar", "")
    if calendar in CALENDARS:
        _keep(response, CALENDAR_COOKIE, calendar)
    return response


def _keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=_YEAR_SECONDS, httponly=True, samesite="Lax", secure=settings.HTTPS)
