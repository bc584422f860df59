"""Briefings as frozen: listed, read, given as text or PDF, and how each was given."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, told_words
from homeward.casework.access import Permission
from homeward.casework.actions.briefings import record_delivery
from homeward.casework.briefing_text import read_back
from homeward.casework.models import Briefing, Case, User
from homeward.casework.queries import relatives
from homeward.errors import ConflictError
from homeward.web import typeset
from homeward.web.declaring import declares
from homeward.web.forms.base import refusal_words
from homeward.web.forms.families import DeliveryForm
from homeward.web.page import show
from homeward.web.views.asked import number_asked
from homeward.web.views.found import found


@require_safe
@declares(Permission.LIAISE)
def show_briefings(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """All briefings of a case, the newest first, with how each was given."""
    case = access.get(user, Case, number)
    page = relatives.briefings_page(user, case, page=number_asked(request, "page") or 1)
    return show(request, user, "families/briefings.html", {"page": page}, case=case, section="families")


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.LIAISE)
def show_briefing(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One briefing as frozen, and how it was given."""
    one = found(user, reference, Briefing)
    form = DeliveryForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        made = form.attempt(
            lambda: record_delivery(
                user, one, on=told["on"], channel=told["channel"], by=told["by"], reactions=told["reactions"]
            )
        )
        if made is not None:
            messages.success(request, gettext("Recorded how it was given."))
            return HttpResponseRedirect(reverse("briefing", args=[access.ref_of(one)]))
    return _page(request, user, one, form)


@require_safe
@declares(Permission.LIAISE)
def text_file(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """The frozen text, to the byte whose hash was kept; that it was fetched is noted."""
    one = found(user, reference, Briefing)
    page = relatives.briefing(user, one, act="give_briefing_text")
    return _file(page.text.encode(), "text/plain; charset=utf-8", f"briefing-{one.pk}.txt")


@require_safe
@declares(Permission.LIAISE)
def pdf_file(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """The same lines as a PDF; that it was fetched is noted. Where none can be made, its page says why."""
    one = found(user, reference, Briefing)
    page = relatives.briefing(user, one, act="give_briefing_pdf")
    try:
        content = typeset.briefing_pdf(page, made_at=one.entered_at)
    except ConflictError as error:
        return _page(request, user, one, DeliveryForm(), no_pdf=refusal_words(error))
    return _file(content, "application/pdf", f"briefing-{one.pk}.pdf")


def _page(request: HttpRequest, user: User, one: Briefing, form: DeliveryForm, *, no_pdf: str = "") -> HttpResponse:
    page = relatives.briefing(user, one)
    values = {
        "page": page,
        "row": page.row,
        "form": form,
        "language": one.language,
        "direction": "rtl" if one.language in told_words.RIGHT_TO_LEFT else "ltr",
        "given": read_back(page.text, [line for line, _ in page.lines]),
        "no_pdf": no_pdf,
    }
    status = 409 if no_pdf else form.status
    return show(request, user, "families/briefing.html", values, case=one.case, section="families", status=status)


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
