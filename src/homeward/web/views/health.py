"""Whether the desk answers; says nothing about what it holds."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.web.declaring import open_to_all


@open_to_all
@require_safe
def show_health(request: HttpRequest) -> HttpResponse:
    """``ok`` if the case file can be read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
