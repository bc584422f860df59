"""Whether the desk works, for whoever watches over the machine; says nothing about what it holds."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.web.declaring import open_to_all
from homeward.web.health import look


@open_to_all
@require_safe
def show_health(request: HttpRequest) -> HttpResponse:
    """``ok``, or ``not ok`` with the status 503; then each part that was looked at."""
    parts = look()
    well = all(parts.values())
    lines = ["ok" if well else "not ok", *(f"{name}: {'ok' if good else 'not ok'}" for name, good in parts.items())]
    return HttpResponse(
        "\n".join(lines) + "\n", content_type="text/plain; charset=utf-8", status=200 if well else 503
    )
