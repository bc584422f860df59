"""Silences: what was found missing where it was to be expected, and recording such a finding."""

from __future__ import annotations

from django.contrib import messages
from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.actions.silences import CoverageRow, record_silence
from homeward.casework.models import Capture, Case, Contact, SilenceFinding, Statement, User
from homeward.records import SilenceVerdict
from homeward.web.declaring import declares
from homeward.web.forms.ledger import CoverageForm, CoverageForms, SilenceForm
from homeward.web.page import show
from homeward.web.views.asked import number_asked
from homeward.web.views.found import found, typed


@require_safe
@declares(Permission.READ)
def show_silences(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Silences found and proposed, by page."""
    case = access.get(user, Case, number)
    page = queries.silence_page(user, case, page=number_asked(request, "page") or 1)
    return show(request, user, "ledger/silences.html", {"page": page}, case=case, section="silences")


@require_safe
@declares(Permission.READ)
def show_silence(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One finding, by reference such as S1."""
    finding = found(user, reference, SilenceFinding)
    shown = queries.silence(user, finding)
    return show(request, user, "ledger/silence.html", {"shown": shown}, case=finding.case, section="silences")


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.JUDGE)
def record(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Record a finding; it is refused where a text mentions our people, or is not held in full."""
    case = access.get(user, Case, number)
    access.require(user, Permission.JUDGE, case)
    data = request.POST if request.method == "POST" else None
    form, texts = SilenceForm(data), CoverageForms(data, prefix="text")
    valid = form.is_valid() and texts.is_valid()
    if valid:
        made = form.attempt(lambda: _recorded(user, case, form, texts))
        if made is not None:
            messages.success(request, gettext("Recorded: %(ref)s.") % {"ref": access.ref_of(made)})
            return HttpResponseRedirect(reverse("silence", args=[access.ref_of(made)]))
    values = {"form": form, "texts": texts}
    status = 200 if data is None else 422
    return show(request, user, "ledger/record_silence.html", values, case=case, section="silences", status=status)


def _recorded(user: User, case: Case, form: SilenceForm, texts: BaseFormSet[CoverageForm]) -> SilenceFinding:
    told = form.cleaned_data
    contacts, statements = typed(user, told["contact"], Contact), typed(user, told["explicit_in"], Statement)
    return record_silence(
        user,
        case,
        event=told["event"].strip(),
        verdict=SilenceVerdict(told["verdict"]),
        coverage=[_row(user, text) for text in texts.forms if text.named],
        terms=[{"script": queries.script_of(term), "term": term} for term in form.searched],
        contact=contacts[0] if contacts else None,
        explicit_in=statements[0] if statements else None,
        note=told["note"].strip(),
    )


def _row(user: User, text: CoverageForm) -> CoverageRow:
    told = text.cleaned_data
    found = typed(user, told["report"], Capture)
    held = found[0] if found else None
    publisher = held.publisher.name if held is not None and held.publisher is not None else ""
    outlet = told["outlet"].strip() or publisher or (held.title or held.file_name if held is not None else "")
    return CoverageRow(
        outlet=outlet[:300],
        verdict=SilenceVerdict(told["verdict"]),
        full_text_held=held is not None and held.complete,
        capture=held,
        language=told["language"].strip() or (held.language if held is not None else ""),
    )
