"""The lists of a case, one list with its rows, one row: as written, and who they are judged to be."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission, visible
from homeward.casework.actions.links import link_by_hand
from homeward.casework.actions.list_export import export_list, export_pdf, keep_as_pdf
from homeward.casework.actions.lists import let_title_be_told
from homeward.casework.actions.match import propose_links
from homeward.casework.models import Case, List, NameForm, Person, User
from homeward.errors import ConflictError
from homeward.web import typeset
from homeward.web.declaring import declares
from homeward.web.forms.base import refusal_words
from homeward.web.forms.lists import LinkForm
from homeward.web.page import show
from homeward.web.views.asked import number_asked
from homeward.web.views.found import MOST_NAMES, found, named

_ONLY = ("tied", "waiting", "unreadable")


@require_safe
@declares(Permission.READ)
def show_lists(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Every list of a case, the newest first."""
    case = access.get(user, Case, number)
    page = queries.lists_page(user, case, page=number_asked(request, "page") or 1)
    return show(request, user, "lists/lists.html", {"page": page}, case=case, section="lists")


@require_safe
@declares(Permission.READ)
def show_list(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One list, by page; ``?only=tied``, ``waiting`` or ``unreadable`` rows alone."""
    return _list(request, user, found(user, reference, List))


@require_safe
@declares(Permission.READ)
def show_row(request: HttpRequest, user: User, reference: str, ordinal: int) -> HttpResponse:
    """One row of a list."""
    return _row(request, user, reference, ordinal, LinkForm())


@require_http_methods(["POST"])
@declares(Permission.JUDGE)
def link_row(request: HttpRequest, user: User, reference: str, ordinal: int) -> HttpResponse:
    """Take a row for somebody we look for, to be judged."""
    stored = found(user, reference, List)
    access.require(user, Permission.JUDGE, stored.case)
    item, _, _ = queries.shown_row(user, stored, ordinal)
    form = LinkForm(request.POST)
    if form.is_valid():

        def act() -> object:
            person = named(user, form.cleaned_data["person"], Person)
            assert person is not None
            return link_by_hand(user, item, person, reason=form.cleaned_data["reason"])

        if form.attempt(act) is not None:
            messages.success(request, gettext("Linked; it is still to be judged."))
            return HttpResponseRedirect(reverse("list_row", args=[reference, ordinal]))
    return _row(request, user, reference, ordinal, form)


@require_POST
@declares(Permission.JUDGE)
def match_list(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Look for the people of the case in one list."""
    stored = found(user, reference, List)
    new = propose_links(user, stored.case, lists=[stored])
    _tell_new(request, new)
    where = f"{reverse('list', args=[reference])}?only=waiting" if new else reverse("list", args=[reference])
    return HttpResponseRedirect(where)


@require_POST
@declares(Permission.ENTER)
def let_be_told(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Say whether relatives may read how a list is called."""
    stored = let_title_be_told(user, found(user, reference, List), may=request.POST.get("may") == "yes")
    messages.success(
        request,
        gettext("Relatives may read how this list is called.")
        if stored.title_may_be_told
        else gettext("Relatives do not read how this list is called."),
    )
    return HttpResponseRedirect(reverse("list", args=[reference]))


@require_POST
@declares(Permission.JUDGE)
def match_case(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Look for the people of the case in all its lists."""
    case = access.get(user, Case, number)
    new = propose_links(user, case)
    _tell_new(request, new)
    return HttpResponseRedirect(reverse("candidates" if new else "lists", args=[case.pk]))


@require_safe
@declares(Permission.HAND_OVER)
def list_file(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """A list of our own as the file that leaves; that it was fetched is in the audit."""
    stored = found(user, reference, List)
    try:
        name, content = export_list(user, stored)
    except ConflictError as error:
        raise Http404 from error
    return _file(name, content)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.HAND_OVER)
def list_pdf(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """An approved list as PDF: posted to, it is set once and kept; fetched, it is the bytes that were kept."""
    stored = found(user, reference, List)
    try:
        if request.method == "POST":
            keep_as_pdf(user, stored, typeset.list_pdf)
            return HttpResponseRedirect(reverse("list_pdf", args=[reference]))
        held = export_pdf(user, stored)
    except ConflictError as error:
        return _list(request, user, stored, no_pdf=refusal_words(error))
    return _file(*held) if held is not None else HttpResponseRedirect(reverse("list", args=[reference]))


def _file(name: str, content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _list(request: HttpRequest, user: User, stored: List, *, no_pdf: str = "") -> HttpResponse:
    only = request.GET.get("only", "")
    if only and only not in _ONLY:
        raise Http404
    shown = queries.shown_list(user, stored, page=number_asked(request, "page") or 1, only=only)
    values = {"list": shown, "line": shown.line, "page": shown.rows, "only": only, "no_pdf": no_pdf}
    status = 422 if no_pdf else 200
    return show(request, user, "lists/list.html", values, case=stored.case, section="lists", status=status)


def _row(request: HttpRequest, user: User, reference: str, ordinal: int, form: LinkForm) -> HttpResponse:
    stored = found(user, reference, List)
    _, line, answers = queries.shown_row(user, stored, ordinal)
    case = stored.case
    suggested: dict[int, str] = {}
    if Permission.JUDGE in access.permissions(user, case):
        people = visible(user, Person).filter(case=case).order_by("pk")[:MOST_NAMES]
        names = visible(user, NameForm).filter(person__in=[person.pk for person in people]).order_by("pk")
        for person_id, text in names.values_list("person", "text"):
            suggested.setdefault(person_id, text)
    values = {
        "ref": access.ref_of(stored),
        "stored": stored,
        "row": line,
        "answers": answers,
        "form": form,
        "suggested": [(f"P{pk}", text) for pk, text in suggested.items()],
    }
    return show(request, user, "lists/row.html", values, case=case, section="lists", status=form.status)


def _tell_new(request: HttpRequest, new: int) -> None:
    if new:
        told = ngettext("%(n)s row is new to judge.", "%(n)s rows are new to judge.", new) % {"n": new}
        messages.success(request, told)
    else:
        messages.info(request, gettext("Searched; no row is new to judge."))
