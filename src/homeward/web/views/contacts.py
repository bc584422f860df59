"""Contacts with or between parties: all of a case, one, and recording one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.actions.contacts import record_contact
from homeward.casework.models import Case, Classification, Contact, Person, Statement, User
from homeward.records import ContactKind, ContactStatus
from homeward.web.declaring import declares
from homeward.web.forms.ledger import ContactForm
from homeward.web.page import show
from homeward.web.views.asked import number_asked
from homeward.web.views.found import found, typed


@require_safe
@declares(Permission.READ)
def show_contacts(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Every contact of a case, by page, the newest first."""
    case = access.get(user, Case, number)
    page = queries.contact_page(user, case, page=number_asked(request, "page") or 1)
    return show(request, user, "ledger/contacts.html", {"page": page}, case=case, section="contacts")


@require_safe
@declares(Permission.READ)
def show_contact(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One contact, by reference such as N2."""
    contact = found(user, reference, Contact)
    line = queries.contact(user, contact)
    return show(request, user, "ledger/contact.html", {"line": line}, case=contact.case, section="contacts")


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ENTER)
def record(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Record a contact."""
    case = access.get(user, Case, number)
    access.require(user, Permission.ENTER, case)
    form = ContactForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = form.attempt(lambda: _recorded(user, case, form))
        if made is not None:
            messages.success(request, gettext("Recorded: %(ref)s.") % {"ref": access.ref_of(made)})
            return HttpResponseRedirect(reverse("contact", args=[access.ref_of(made)]))
    values = {"form": form, "offered": queries.people_offered(user, case)}
    return show(
        request, user, "ledger/record_contact.html", values, case=case, section="contacts", status=form.status
    )


def _recorded(user: User, case: Case, form: ContactForm) -> Contact:
    told = form.cleaned_data
    statements = typed(user, told["statement"], Statement)
    return record_contact(
        user,
        case,
        kind=ContactKind(told["kind"]),
        status=ContactStatus(told["took_place"]),
        on=told["on"],
        place=told["place"].strip(),
        channel=told["channel"].strip(),
        participants=form.taking_part,
        persons_raised=typed(user, form.people, Person),
        raised_known=told["raised_known"],
        statement=statements[0] if statements else None,
        note=told["note"].strip(),
        classification=Classification(told["classification"]),
    )
