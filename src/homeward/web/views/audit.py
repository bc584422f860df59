"""The auditor's view: who did or read what, and whether the chain is whole. References only, never a name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from homeward.casework import access, audit, queries
from homeward.casework.access import Permission
from homeward.casework.lookups import BULK
from homeward.casework.models import AuditEvent, User
from homeward.web.declaring import declares
from homeward.web.page import show
from homeward.web.views.asked import number_asked


@require_safe
@declares(Permission.AUDIT)
def show_audit(request: HttpRequest, user: User) -> HttpResponse:
    """Events, newest first, by page; ``?user=``, ``?act=``, ``?about=P3`` narrow them."""
    asked = {name: request.GET.get(name, "").strip()[:150] for name in ("user", "act", "about")}
    page = queries.audit_page(
        user,
        page=number_asked(request, "page") or 1,
        user_name=asked["user"],
        act=asked["act"],
        about=asked["about"],
    )
    acts = list(access.visible(user, AuditEvent).order_by("act").values_list("act", flat=True).distinct())
    whole = Permission.AUDIT in access.permissions(user, None)
    values = {"page": page, "asked": asked, "acts": acts, "whole": whole, "bulk": BULK}
    return show(request, user, "users/audit.html", values)


@require_POST
@declares(Permission.AUDIT)
def verify(request: HttpRequest, user: User) -> HttpResponse:
    """Walk along the whole chain; for who may read the audit of the whole desk."""
    access.require(user, Permission.AUDIT, None)
    return show(request, user, "users/verified.html", {"report": audit.verify()})
