"""What of a person may never leave to a party, because it would do harm there; and what has left so far."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.actions.detriments import mark_detrimental
from homeward.casework.models import Person, User
from homeward.web.declaring import declares
from homeward.web.forms.lists import DETRIMENTS, DetrimentForm
from homeward.web.page import show
from homeward.web.views.found import found


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ENTER)
def mark(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Mark something of a person as detrimental, or take a mark back; shows what holds, and what left."""
    person = found(user, reference, Person)
    access.require(user, Permission.ENTER, person.case)
    form = DetrimentForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        made = form.attempt(
            lambda: mark_detrimental(
                user,
                person,
                item=told["item"],
                detrimental=told["word"] != "may",
                to_agency=told["word"] == "agency",
                reason=told["reason"],
            )
        )
        if made is not None:
            messages.success(request, gettext("Recorded for %(ref)s.") % {"ref": access.ref_of(person)})
            return HttpResponseRedirect(reverse("detriment", args=[access.ref_of(person)]))
    left = queries.left_of(user, person)
    marks = [(DETRIMENTS[mark.item], mark) for mark in left.marks]
    values = {"left": left, "marks": marks, "form": form, "ref": access.ref_of(person)}
    return show(request, user, "people/leaving.html", values, case=person.case, section="people", status=form.status)
