"""What a request asks for beside its address: the day for which a page speaks, a number."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest
from django.utils import timezone


def day_asked(request: HttpRequest) -> date:
    """The day in ``?as_of=2026-03-14``, or today.

    Raises:
        Http404: the text is not a day.
    """
    text = request.GET.get("as_of")
    if not text:
        return timezone.localdate()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error


def number_asked(request: HttpRequest, name: str) -> int | None:
    """The number in ``?case=3``; None where it is not asked for.

    Raises:
        Http404: the text is not a number.
    """
    text = request.GET.get(name)
    return number_in(text) if text else None


def number_in(text: str) -> int:
    """The number that a text is.

    Raises:
        Http404: it is none, or longer than any of ours.
    """
    if not text.isdecimal() or len(text) > 18:
        raise Http404
    return int(text)
