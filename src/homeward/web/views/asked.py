"""What a request asks for beside its address: the day for which a page speaks."""

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
