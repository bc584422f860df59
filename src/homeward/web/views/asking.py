"""A relative asks: first a search in any script, then who asks what, what they agree to, and when we speak again."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access
from homeward.casework.access import Permission
from homeward.casework.actions.enquiries import record_consent, record_enquirer, record_enquiry
from homeward.casework.actions.people import add_person
from homeward.casework.find import find
from homeward.casework.models import Case, Enquirer, Enquiry, Person, User
from homeward.casework.queries import relatives
from homeward.casework.queries.families import AskedFor
from homeward.casework.queries.known import named
from homeward.errors import BadInputError, TooManyError
from homeward.records import NameKind, Sex, WrittenName
from homeward.web.declaring import declares
from homeward.web.forms.base import refusal_words
from homeward.web.forms.families import AskForm
from homeward.web.page import show
from homeward.web.views.found import found


@require_safe
@declares(Permission.LIAISE)
def search(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """First look whether the person is known, under any spelling; only then record who asks."""
    case = access.get(user, Case, number)
    access.require(user, Permission.LIAISE, case)
    text, enquirer = request.GET.get("q", ""), request.GET.get("enquirer", "")
    result, wrong, wait = None, None, 0
    if text.strip():
        try:
            result = find(user, case, text)
        except BadInputError as error:
            wrong = error
        except TooManyError as error:
            wait = error.wait_seconds
    hits = result.hits if result is not None else ()
    values = {
        "text": text,
        "found": result,
        "people": named(user, [hit for hit in hits if hit.kind == "person"]),
        "elsewhere": [hit for hit in hits if hit.kind != "person"],
        "wrong": refusal_words(wrong) if wrong is not None else "",
        "wait": wait,
        "enquirer": enquirer,
    }
    status = 429 if wait else 400 if wrong else 200
    answer = show(request, user, "families/ask.html", values, case=case, section="families", status=status)
    if wait:
        answer["Retry-After"] = str(wait)
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.LIAISE)
def record(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Record an enquiry about a person that was found, or about one who is new because nobody was."""
    case = access.get(user, Case, number)
    access.require(user, Permission.LIAISE, case)
    searched, person_ref = request.GET.get("q", "").strip(), request.GET.get("person", "")
    if not searched and not person_ref:
        return HttpResponseRedirect(reverse("ask", args=[case.pk]))
    person = found(user, person_ref, Person) if person_ref else None
    enquirer_ref = request.GET.get("enquirer", "")
    known = found(user, enquirer_ref, Enquirer) if enquirer_ref else None
    access.same_case(user, case, person, known)
    form = AskForm(
        request.POST if request.method == "POST" else None,
        person_known=person is not None,
        searched=searched,
    )
    alike: tuple[AskedFor, ...] = ()
    if form.is_valid():
        chosen = request.POST.get("enquirer", "")
        if not chosen:
            alike = relatives.enquirers_named(user, case, form.cleaned_data["name"])
        if alike:
            form.add_error(None, gettext("Somebody of a like name has asked before. Say whether it is the same."))
        else:
            made = form.attempt(lambda: _recorded(user, case, person, form))
            if made is not None:
                messages.success(request, gettext("Recorded: %(ref)s.") % {"ref": made.reference})
                ref = access.ref_of(made.enquirer)
                return HttpResponseRedirect(reverse("receipt", args=[ref, made.reference]))
    values = {
        "form": form,
        "person": relatives.person_named(user, person) if person is not None else None,
        "known": known,
        "searched": searched,
        "alike": alike,
    }
    return show(request, user, "families/record_ask.html", values, case=case, section="families", status=form.status)


def _recorded(user: User, case: Case, person: Person | None, form: AskForm) -> Enquiry:
    """All of it or nothing."""
    told = form.cleaned_data
    with transaction.atomic():
        if person is None:
            forms = [line.strip() for line in told["names"].splitlines() if line.strip()]
            names = [WrittenName(forms[0]), *(WrittenName(text, NameKind.TRANSLITERATION) for text in forms[1:])]
            person = add_person(
                user,
                case,
                names=names,
                birth=told["birth"],
                sex=Sex(told["sex"]) if told["sex"] else None,
                nationalities=told["nationalities"],
                father_name=told["father_name"],
                home_place=told["home_place"],
                missing_since=told["missing_since"],
            )
        if told["enquirer"]:
            enquirer = found(user, told["enquirer"], Enquirer)
        else:
            enquirer = record_enquirer(
                user, case, told["name"], language=told["language"], safe_contact=form.safe_contact
            )
        access.same_case(user, case, enquirer)
        enquiry = record_enquiry(
            user,
            enquirer,
            person,
            relation=told["relation"],
            channel=told["channel"],
            asked_on=told["asked_on"],
            questions=told["questions"],
            follow_up_on=told["follow_up_on"],
        )
        for one in form.agreed:
            record_consent(
                user,
                enquirer,
                person,
                purpose=one.purpose,
                given=one.given,
                on=told["consent_on"],
                wording=one.wording,
                scope=one.scope,
            )
        return enquiry
