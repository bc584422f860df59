"""What is said where a request goes nowhere."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.web.declaring import open_to_all
from homeward.web.given_back import page_of_form, typed


@open_to_all
def show_not_there(request: HttpRequest) -> HttpResponse:
    """An address that is named somewhere and leads nowhere here."""
    raise Http404


def show_stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose secret does not fit: it is too old, or another site tried to send it. Nothing was done."""
    values = {"typed": typed(request), "again": page_of_form(request)}
    return render(request, "stale_form.html", values, status=403)
