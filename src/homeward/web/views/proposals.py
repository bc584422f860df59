"""What was read in reports: shown, accepted, rejected, and taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.actions.proposals import accept_proposal, reject_proposal, reverse_decision, standing_decision
from homeward.casework.models import Case, Credibility, Decision, List, Person, Proposal, User
from homeward.casework.queries.reports import ProposalPage
from homeward.reading import ProposalKind
from homeward.web.declaring import declares
from homeward.web.forms.corrections import CorrectionForm
from homeward.web.forms.reports import DecisionForm, ReasonForm
from homeward.web.page import show
from homeward.web.views.asked import number_asked
from homeward.web.views.found import found, typed


@require_safe
@declares(Permission.READ)
def show_proposals(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """What waits in all reports of a case; ``?kind=claim`` of one kind, ``?decided=1`` what was decided."""
    case = access.get(user, Case, number)
    kind = request.GET.get("kind", "")
    if kind and kind not in set(ProposalKind):
        raise Http404
    decided = request.GET.get("decided") == "1"
    page = queries.proposal_page(user, case, kind=kind, decided=decided, page=number_asked(request, "page") or 1)
    values = {
        "page": page,
        "kind": kind,
        "kinds": queries.proposal_kinds(user, case),
        "decided": decided,
        "form": DecisionForm(),
        "back": "case",
    }
    return show(request, user, "reports/proposals.html", values, case=case, section="reports")


@require_safe
@declares(Permission.READ)
def show_proposal(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One proposal, by reference such as X5, with all that a decision may say."""
    proposal = found(user, reference, Proposal)
    return _shown(request, user, proposal, DecisionForm(), queries.proposal(user, proposal))


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.JUDGE)
def decide(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Accept or reject a proposal."""
    proposal = found(user, reference, Proposal)
    access.require(user, Permission.JUDGE, proposal.capture.case)
    posted = request.POST if request.method == "POST" else None
    form = DecisionForm(posted)
    shown = queries.proposal(user, proposal)
    read = CorrectionForm(shown.read, posted)
    if form.is_valid() and (not read.is_bound or read.is_valid()):
        decision = form.attempt(lambda: _decided(user, proposal, form, read))
        if decision is not None:
            said = gettext("Accepted: %(ref)s.") if decision.accepted else gettext("Rejected: %(ref)s.")
            if decision.entered_by_id == user.pk:
                ref = access.ref_of(proposal)
                messages.success(request, said % {"ref": ref}, extra_tags=reverse("undo_decision", args=[ref]))
            else:  # somebody was quicker, and said the same
                messages.info(request, _by_another(decision, access.ref_of(proposal)))
            return HttpResponseRedirect(_back(request, proposal))
    return _shown(request, user, proposal, form, shown, read)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.JUDGE)
def undo(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Take a decision back, with the reason; the proposal waits again."""
    proposal = found(user, reference, Proposal)
    access.require(user, Permission.JUDGE, proposal.capture.case)
    decision = standing_decision(proposal)
    if decision is None:
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = form.attempt(lambda: reverse_decision(user, decision, reason=form.cleaned_data["reason"]))
        if made is not None:
            said = gettext("Taken back: the decision on %(ref)s. It waits again.")
            messages.success(request, said % {"ref": access.ref_of(proposal)})
            return HttpResponseRedirect(_back(request, proposal))
    values = {"shown": queries.proposal(user, proposal), "form": form}
    case = proposal.capture.case
    return show(request, user, "reports/undo_decision.html", values, case=case, section="reports", status=form.status)


def _by_another(decision: Decision, ref: str) -> str:
    who = decision.entered_by.get_full_name() or decision.entered_by.get_username()
    said = (
        gettext("%(who)s had accepted %(ref)s already; your decision was not needed.")
        if decision.accepted
        else gettext("%(who)s had rejected %(ref)s already; your decision was not needed.")
    )
    return said % {"who": f"\u2068{who}\u2069", "ref": ref}


def _decided(user: User, proposal: Proposal, form: DecisionForm, read: CorrectionForm) -> Decision:
    told = form.cleaned_data
    if told["decision"] == "reject":
        return reject_proposal(user, proposal, reason=told["reason"])
    lists = typed(user, [told["answered_list"]] if told["answered_list"] else [], List)
    return accept_proposal(
        user,
        proposal,
        persons=typed(user, form.people, Person) or None,
        answered_list=lists[0] if lists else None,
        reason=told["reason"],
        credibility=Credibility(int(told["credibility"])),
        correct=read.corrections,
    )


def _shown(
    request: HttpRequest,
    user: User,
    proposal: Proposal,
    form: DecisionForm,
    shown: ProposalPage,
    read: CorrectionForm | None = None,
) -> HttpResponse:
    read = read or CorrectionForm(shown.read)
    values = {"shown": shown, "form": form, "read": read, "back": request.POST.get("back", "report")}
    case, status = proposal.capture.case, max(form.status, read.status)
    return show(request, user, "reports/proposal.html", values, case=case, section="reports", status=status)


def _back(request: HttpRequest, proposal: Proposal) -> str:
    """To where the reading goes on: the report at these words, or the proposals of the case."""
    if request.POST.get("back") == "case":
        return reverse("proposals", args=[proposal.capture.case_id])
    part = number_asked_of(request.POST.get("part", ""))
    asked = f"?part={part}" if part > 1 else ""
    ref = access.ref_of(proposal)
    return f"{reverse('report', args=[access.ref_of(proposal.capture)])}{asked}#{ref}"


def number_asked_of(text: str) -> int:
    """The number of a hidden field; 1 where it is none."""
    return int(text) if text.isdecimal() and len(text) < 9 else 1
