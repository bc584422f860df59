"""Sought people by hand: somebody new, after a look at who is there already; and what becomes known of them later."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.match import propose_links
from homeward.casework.actions.people import add_person, tell_more
from homeward.casework.find import FindHit, find
from homeward.casework.models import Case, Person, User
from homeward.casework.queries.known import known_of, named
from homeward.errors import BadInputError, TooManyError
from homeward.web.declaring import declares
from homeward.web.forms.people import MoreForm, PersonForm
from homeward.web.page import show
from homeward.web.views.found import found

_ALIKE = 0.5  # as likely as not to be the person who is typed


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ENTER)
def add(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Add somebody who is looked for; who is like them and there already is shown first."""
    case = access.get(user, Case, number)
    access.require(user, Permission.ENTER, case)
    form = PersonForm(request.POST if request.method == "POST" else None)
    alike: tuple[FindHit, ...] = ()
    if form.is_valid():
        told = form.told
        if not form.cleaned_data["anew"]:
            alike = _like(user, case, told["names"][0].text)
        if alike:
            form.add_error(
                None, gettext("Somebody of a like name is looked for already. Say whether it is the same.")
            )
        else:
            made = form.attempt(lambda: add_person(user, case, **told))
            if made is not None:
                ref = access.ref_of(made)
                messages.success(request, gettext("Added: %(ref)s.") % {"ref": ref})
                _look(request, user, case, made)
                return HttpResponseRedirect(reverse("person", args=[ref]))
    values = {
        "form": form,
        "alike": named(user, alike),
        "may_despite": Permission.SUPERVISE in access.permissions(user, case),
    }
    return show(request, user, "people/add.html", values, case=case, section="people", status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ENTER)
def complete(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Add further written forms of a person's name, a number, and what was not known before."""
    person = found(user, reference, Person)
    access.require(user, Permission.ENTER, person.case)
    form = MoreForm(
        request.POST if request.method == "POST" else None,
        known=[field for field in MoreForm.base_fields if getattr(person, field, None)],
    )
    if form.is_valid() and form.attempt(lambda: _completed(user, person, form)):
        messages.success(request, gettext("Recorded for %(ref)s.") % {"ref": access.ref_of(person)})
        _look(request, user, person.case, person)
        return HttpResponseRedirect(reverse("person", args=[access.ref_of(person)]))
    audit.note_read(user, "read_known", case=person.case, about=[person])
    values = {
        "form": form,
        "known": known_of(user, [person.pk])[access.ref_of(person)],
        "may_despite": Permission.SUPERVISE in access.permissions(user, person.case),
    }
    return show(request, user, "people/complete.html", values, case=person.case, section="people", status=form.status)


def _completed(user: User, person: Person, form: MoreForm) -> bool:
    despite = form.cleaned_data.get("despite", "")
    tell_more(user, person, names=form.written, identifiers=form.identifiers, despite=despite, **form.facts)
    return True


def _like(user: User, case: Case, name: str) -> tuple[FindHit, ...]:
    try:
        hits = find(user, case, name).hits
    except (BadInputError, TooManyError):
        return ()  # nothing to compare, or too much asked: whoever adds somebody is not kept from it
    return tuple(hit for hit in hits if hit.kind == "person" and hit.probability >= _ALIKE)


def _look(request: HttpRequest, user: User, case: Case, person: Person) -> None:
    """Look for the person in the lists held, as far as the user may judge what is found."""
    if Permission.JUDGE not in access.permissions(user, case):
        return
    if new := propose_links(user, case, people=[person]):
        told = ngettext("%(n)s row is new to judge.", "%(n)s rows are new to judge.", new)
        messages.info(request, told % {"n": new})
