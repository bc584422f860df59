"""The findings of one case, computed when asked for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.models import Case, User
from homeward.findings import render_findings, style_of_findings
from homeward.web.declaring import declares
from homeward.web.styles import page_with_style
from homeward.web.views.asked import day_asked


@require_safe
@declares(Permission.READ)
def show_findings(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """The findings page; ``?as_of=`` counts ages to another day."""
    found = queries.findings(user, access.get(user, Case, number), as_of=day_asked(request))
    return page_with_style(render_findings(found, served=True), style_of_findings(found))
