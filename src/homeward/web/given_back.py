"""What somebody typed into a form that nothing was done with: given back, so that it is not lost.

In: a request that was posted. Out: the texts in it that are worth copying; the page to go on from.
Nothing is given back that another site sent, and nothing that may be a secret.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse

_SECRET = ("password", "key", "code", "csrf", "credential", "secret", "token")
_WORTH = 12  # letters from which on a text without a space, too, is tedious to type again
_MOST = 50
_LONGEST = 200_000


def typed(request: HttpRequest) -> list[str]:
    """Texts that were posted from a page of this desk, in the order of the form; none if another site sent them."""
    if request.method != "POST" or not _from_here(request):
        return []
    found: list[str] = []
    for name in request.POST:
        if any(secret in name.lower() for secret in _SECRET):
            continue
        for value in request.POST.getlist(name):
            text = value.strip()
            if (len(text) >= _WORTH or " " in text or "\n" in text) and text not in found:
                found.append(text[:_LONGEST])
    return found[:_MOST]


def page_of_form(request: HttpRequest) -> str:
    """The address of the page on which the form stood; the first page where that is not known."""
    came = urlsplit(request.META.get("HTTP_REFERER", ""))
    if came.netloc != request.get_host():
        return reverse("home")
    try:
        resolve(came.path)
    except Resolver404:
        return reverse("home")
    return f"{came.path}?{came.query}" if came.query else str(came.path)


def _from_here(request: HttpRequest) -> bool:
    """Whether a page of this desk sent it. What another site wrote is not shown as if somebody had typed it here."""
    site = request.META.get("HTTP_SEC_FETCH_SITE")
    if site is not None:
        return bool(site == "same-origin")
    origin = request.META.get("HTTP_ORIGIN") or request.META.get("HTTP_REFERER", "")
    return str(urlsplit(origin).netloc) == request.get_host()
