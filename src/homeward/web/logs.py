"""What is told of each request: which page, how it ended and how long it took; never for whom or about whom.

In: a request and its answer. Out: one log record with the fields of `FACTS`. Leaves to others: writing it
(`server.logs`); the audit, which is where to look who read what.

A user is told by number. An address is not told, for it may hold a name that somebody searched: the name of the
route is. Of a page that failed the number of the request stands in its header ``X-Request-ID``, too, so that the
line about it can be found.
"""

from __future__ import annotations

import logging
import secrets
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from django.core.signals import got_request_exception
from django.http import HttpRequest, HttpResponse

FACTS = ("request", "user", "route", "method", "status", "ms", "error", "place")
"""The fields of a record of ours, in this order."""

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_log = logging.getLogger("homeward.requests")


class LogMiddleware:
    """Numbers each request and tells how it went."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        number = secrets.token_hex(8)
        request.META["homeward.request"] = number
        response = self.get_response(request)
        if response.status_code >= 500:
            response["X-Request-ID"] = number
        _log.info("", extra=_facts(request, number, response.status_code, time.perf_counter() - begun))
        return response


def connect_to_failures() -> None:
    """Have every page that fails told, too: what kind of error and where in the program, never a value."""
    got_request_exception.connect(_note_failure, dispatch_uid="homeward.web.logs")


def place_of(trace: TracebackType | None) -> str:
    """Where an error arose: the last of our own lines on the way to it, and the line where it was raised."""
    steps = [(Path(step.filename).parts, step.name, step.lineno) for step in traceback.extract_tb(trace)]
    ours = [step for step in steps if "homeward" in step[0]][-1:]
    told = [*ours, *(step for step in steps[-1:] if step not in ours)]
    return ", ".join(f"{name} in {'/'.join(parts[-3:])}:{line}" for parts, name, line in told)


def _facts(request: HttpRequest, number: str, status: int, seconds: float) -> dict[str, Any]:
    match = request.resolver_match
    # Only what the session was asked for already: to tell who it was is no reason to ask the database.
    user = request.__dict__.get("_cached_user")
    return {
        "request": number,
        "user": user.pk if user is not None and user.is_authenticated else None,
        "route": match.view_name if match is not None else None,
        "method": request.method if request.method in _METHODS else "other",
        "status": status,
        "ms": round(seconds * 1000),
    }


def _note_failure(request: HttpRequest | None = None, **_: Any) -> None:
    kind, _error, trace = sys.exc_info()
    number = request.META.get("homeward.request") if request is not None else None
    _log.error("", extra={"request": number, "error": kind.__name__ if kind else "unknown", "place": place_of(trace)})
