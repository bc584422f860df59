"""Those who ask: everybody in a case, one of them, their receipts and consents, and what is for one of them alone."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, told_words
from homeward.casework.access import Permission
from homeward.casework.actions.briefings import reserve_claim
from homeward.casework.actions.enquiries import record_consent
from homeward.casework.models import Case, Claim, ConsentPurpose, Enquirer, Person, PurgeKind, User
from homeward.casework.queries import relatives
from homeward.errors import BadInputError, NotThereError
from homeward.web.declaring import declares
from homeward.web.forms.families import ConsentForm, ReserveForm
from homeward.web.page import show
from homeward.web.views.asked import day_asked, number_asked
from homeward.web.views.found import found, named
from homeward.web.views.purges import placeholder_page


@require_safe
@declares(Permission.LIAISE)
def show_enquirers(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Everybody who asks in a case; ``?due=1`` those to be spoken with by now. Nobody's number stands here."""
    case = access.get(user, Case, number)
    as_of, due = day_asked(request), request.GET.get("due") == "1"
    page = relatives.enquirers_page(user, case, as_of=as_of, page=number_asked(request, "page") or 1, due_only=due)
    values = {"page": page, "due": due, "drafts": relatives.drafts_waiting(user, case)}
    return show(request, user, "families/enquirers.html", values, case=case, section="families")


@require_safe
@declares(Permission.LIAISE)
def show_enquirer(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One enquirer with all their own: how to reach them, what they asked, agreed to, and were told."""
    try:
        one = found(user, reference, Enquirer)
    except NotThereError:
        gone = placeholder_page(request, user, PurgeKind.ENQUIRER, reference, Permission.LIAISE)
        if gone is None:
            raise
        return gone
    values = {"one": relatives.enquirer(user, one, as_of=day_asked(request))}
    return show(request, user, "families/enquirer.html", values, case=one.case, section="families")


@require_safe
@declares(Permission.LIAISE)
def show_receipt(request: HttpRequest, user: User, reference: str, code: str) -> HttpResponse:
    """What an enquirer takes home about one enquiry, to be printed; in their language where we have words in it."""
    one = found(user, reference, Enquirer)
    told = relatives.receipt(user, one, code)
    try:
        language = told_words.base_language(told.language)
    except BadInputError:
        language = "en"
    known = told_words.receipt(language)
    values = {
        "told": told,
        "told_by": access.ref_of(one),
        "words": known,
        "language": language,
        "direction": "rtl" if language in told_words.RIGHT_TO_LEFT else "ltr",
        "agreed": [(known[c.purpose], c.scope) for c in told.consents if c.given],
        "refused": [(known[c.purpose], c.scope) for c in told.consents if c.given is False],
        "asked_on": told_words.day_in(language, told.asked_on),
        "again": told_words.day_in(language, told.follow_up_on),
    }
    return show(request, user, "families/receipt.html", values, case=one.case, section="families")


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.LIAISE)
def consent(request: HttpRequest, user: User, reference: str, person: str) -> HttpResponse:
    """What one enquirer agrees to for one person; and where that person was named already."""
    one, sought = found(user, reference, Enquirer), found(user, person, Person)
    about = relatives.asked_about(user, one, sought)
    form = ConsentForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        made = form.attempt(
            lambda: record_consent(
                user,
                one,
                sought,
                purpose=ConsentPurpose(told["purpose"]),
                given=told["given"] == "yes",
                on=told["on"],
                wording=told["wording"],
                scope=told["scope"],
            )
        )
        if made is not None:
            messages.success(
                request,
                gettext("Recorded: agrees.")
                if made.given
                else gettext("Recorded: does not agree. See below what was given out before."),
            )
            return HttpResponseRedirect(reverse("consent", args=[access.ref_of(one), access.ref_of(sought)]))
    standing, touched = relatives.consents(user, one, sought)
    values = {
        "form": form,
        "one": one,
        "about": about,
        "standing": standing,
        "touched": touched,
        "taken_back": any(line.given is False for line in standing),
        "today": timezone.localdate(),
    }
    return show(request, user, "families/consent.html", values, case=one.case, section="families", status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.LIAISE)
def reserve(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Say that a claim is for one relative alone, or for every relative again."""
    claim = found(user, reference, Claim)
    holds = relatives.reservation_of(user, claim)
    form = ReserveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        made = form.attempt(
            lambda: reserve_claim(
                user, claim, enquirer=named(user, told["enquirer"], Enquirer), reason=told["reason"]
            )
        )
        if made is not None:
            messages.success(request, gettext("Recorded for %(ref)s.") % {"ref": access.ref_of(claim)})
            return HttpResponseRedirect(reverse("reserve_claim", args=[access.ref_of(claim)]))
    values = {"form": form, "ref": access.ref_of(claim), "holds": holds}
    return show(
        request, user, "families/reserve.html", values, case=claim.case, section="families", status=form.status
    )
