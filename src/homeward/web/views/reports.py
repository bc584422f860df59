"""Reports: all of a case, one with what was read in it, and taking one in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.actions.captures import rename_report
from homeward.casework.actions.reports import PASTED, take_in_report
from homeward.casework.models import Capture, Case, User
from homeward.web.declaring import declares
from homeward.web.forms.reports import DecisionForm, TakeInForm, TitleForm
from homeward.web.page import show
from homeward.web.views.asked import number_asked
from homeward.web.views.found import found


@require_safe
@declares(Permission.READ)
def show_reports(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """The reports of a case, by page, the newest first."""
    case = access.get(user, Case, number)
    page = queries.report_page(user, case, page=number_asked(request, "page") or 1)
    return show(request, user, "reports/reports.html", {"page": page}, case=case, section="reports")


@require_safe
@declares(Permission.READ)
def show_report(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One report, by reference such as R4; ``?part=2`` of a long one."""
    return _report(request, user, found(user, reference, Capture), None)


@require_POST
@declares(Permission.TAKE_IN)
def rename(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Call a report otherwise."""
    capture = found(user, reference, Capture)
    access.require(user, Permission.TAKE_IN, capture.case)
    form = TitleForm(request.POST)

    def act() -> Capture:
        return rename_report(user, capture, title=form.cleaned_data["title"])

    if form.is_valid() and form.attempt(act) is not None:
        messages.success(request, gettext("The title is changed."))
        return HttpResponseRedirect(reverse("report", args=[reference]))
    return _report(request, user, capture, form)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.TAKE_IN)
def take_in(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Take in a report: a pasted text or a file. What it says is proposed, and nothing of it is recorded yet."""
    case = access.get(user, Case, number)
    access.require(user, Permission.TAKE_IN, case)
    form = TakeInForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        told = form.cleaned_data
        file = told["file"]
        source = (file.name, file.read()) if file else ("pasted.txt", told["text"].encode())
        arrival = form.attempt(
            lambda: take_in_report(
                user,
                case,
                source,
                publisher=told["publisher"].strip() or None,
                published=told["published"],
                title=told["title"].strip() or None,
                url=told["url"].strip(),
                language=told["language"] or None,
                how="file" if file else PASTED,
                whole=not told["part_only"],
            )
        )
        if arrival is not None:
            ref = access.ref_of(arrival.capture)
            if arrival.already:
                messages.info(request, gettext("This very report is held already: %(ref)s.") % {"ref": ref})
            else:
                count = len(arrival.proposals)
                told_of = ngettext("%(n)d proposal was read in it.", "%(n)d proposals were read in it.", count)
                said = gettext("Taken in: %(ref)s.") % {"ref": ref}
                messages.success(request, f"{said} {told_of % {'n': count}}")
            return HttpResponseRedirect(reverse("report", args=[ref]))
    return show(
        request, user, "reports/take_in.html", {"form": form}, case=case, section="reports", status=form.status
    )


def _report(request: HttpRequest, user: User, capture: Capture, titled: TitleForm | None) -> HttpResponse:
    report = queries.report(user, capture, part=number_asked(request, "part") or 1)
    values = {
        "report": report,
        "form": DecisionForm(),
        "titled": titled or TitleForm(initial={"title": report.line.title}),
        "back": "report",
    }
    status = titled.status if titled is not None else 200
    return show(request, user, "reports/report.html", values, case=capture.case, section="reports", status=status)
