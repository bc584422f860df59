"""Rows of lists that may be sought people: side by side, judged by a person, and taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, queries, wording
from homeward.casework.access import Permission
from homeward.casework.actions.links import judge_link, reverse_judgement
from homeward.casework.models import Case, ItemLink, Judgement, Person, User
from homeward.casework.queries.known import Known, known_of
from homeward.records import Verdict
from homeward.web.declaring import declares
from homeward.web.forms.judging import JudgementForm, UndoForm
from homeward.web.page import show
from homeward.web.views.asked import number_asked
from homeward.web.views.found import found


@require_safe
@declares(Permission.READ)
def show_candidates(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """What waits to be judged, the most probable first; ``?person=3`` of one person, ``?judged=1`` the judged."""
    case = access.get(user, Case, number)
    of = number_asked(request, "person")
    person = access.get(user, Person, of) if of is not None else None
    judged = request.GET.get("judged") == "1"
    page = queries.candidate_page(user, case, judged=judged, person=person, page=number_asked(request, "page") or 1)
    known = known_of(user, [int(line.person_ref[1:]) for line in page.lines])
    values = {
        "page": page,
        "lines": [(line, known.get(line.person_ref)) for line in page.lines],
        "judged": judged,
        "person": person,
        "form": JudgementForm(),
    }
    return show(request, user, "people/candidates.html", values, case=case, section="candidates")


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.JUDGE)
def judge(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One row beside one person, and the form that judges them."""
    link = found(user, reference, ItemLink)
    access.require(user, Permission.JUDGE, link.item.list.case)
    form = JudgementForm(request.POST or None)
    if form.is_valid():
        verdict, reason = Verdict(form.cleaned_data["verdict"]), form.cleaned_data["reason"]
        before = queries.judgement_of(user, link)
        made = form.attempt(lambda: judge_link(user, link, verdict, reason))
        if made is not None:
            _tell(request, made, before)
            return HttpResponseRedirect(_back(request, link))
    line = queries.candidate(user, link)
    values = {"line": line, "form": form, "judgement": queries.judgement_of(user, link), "known": _known(user, link)}
    return show(
        request, user, "people/judge.html", values, case=link.item.list.case, section="candidates", status=form.status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.JUDGE)
def undo(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Take a judgement back, with the reason."""
    judgement = found(user, reference, Judgement)
    access.require(user, Permission.JUDGE, judgement.link.item.list.case)
    form = UndoForm(request.POST or None)
    if form.is_valid():
        made = form.attempt(lambda: reverse_judgement(user, judgement, form.cleaned_data["reason"]))
        if made is not None:
            messages.success(request, gettext("Taken back: %(ref)s.") % {"ref": reference.upper()})
            return HttpResponseRedirect(_back(request, judgement.link))
    line = queries.candidate(user, judgement.link)
    values = {"line": line, "form": form, "judgement": judgement, "known": _known(user, judgement.link)}
    case = judgement.link.item.list.case
    return show(request, user, "people/undo.html", values, case=case, section="candidates", status=form.status)


def _tell(request: HttpRequest, made: Judgement, before: Judgement | None) -> None:
    """What was judged, with the way to take it back; and what held before, if that was otherwise."""
    ref = access.ref_of(made)
    told = {"link": f"K{made.link_id}", "verdict": wording.verdict_words(made.verdict), "ref": ref}
    if before is not None and before.verdict != made.verdict:
        told |= {"before": wording.verdict_words(before.verdict), "old": access.ref_of(before)}
        words = gettext("Judged: %(ref)s. %(link)s: %(verdict)s; before, by %(old)s: %(before)s.")
    else:
        words = gettext("Judged: %(ref)s. %(link)s: %(verdict)s.")
    messages.success(request, words % told, extra_tags=reverse("undo_judgement", args=[ref]))


def _known(user: User, link: ItemLink) -> Known | None:
    return known_of(user, [link.person_id]).get(f"P{link.person_id}")


def _back(request: HttpRequest, link: ItemLink) -> str:
    """To the next of the same person, where the judging goes on."""
    return reverse("candidates", args=[link.item.list.case_id]) + (
        f"?person={link.person_id}" if request.POST.get("back") == "person" else ""
    )
