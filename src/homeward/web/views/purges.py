"""Purges: one person asks, another confirms by typing the reference; and the placeholder that stays."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from homeward.casework import access
from homeward.casework.access import Permission
from homeward.casework.actions.purges import ask_purge, confirm_purge, refuse_purge, seek_again
from homeward.casework.models import Enquirer, Person, PurgeKind, User
from homeward.casework.queries import closing as ended
from homeward.web.declaring import declares
from homeward.web.forms.ending import (
    GOES,
    PURGED,
    STAYS,
    AskPurgeForm,
    ConfirmPurgeForm,
    RefusePurgeForm,
    SeekAgainForm,
)
from homeward.web.page import show
from homeward.web.views.found import found


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.SUPERVISE)
def ask_of_person(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Ask that a sought person be purged."""
    return _ask(request, user, found(user, reference, Person))


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.SUPERVISE)
def ask_of_enquirer(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Ask that an enquirer be purged."""
    return _ask(request, user, found(user, reference, Enquirer))


def _ask(request: HttpRequest, user: User, thing: Person | Enquirer) -> HttpResponse:
    access.require(user, Permission.SUPERVISE, thing.case)
    form = AskPurgeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        asked = form.attempt(lambda: ask_purge(user, thing, reason=told["reason"], rule=told["rule"]))
        if asked is not None:
            messages.success(request, gettext("A purge is asked for. Another supervisor confirms it."))
            return HttpResponseRedirect(reverse("purge", args=[asked.pk]))
    ref = access.ref_of(thing)
    values = {
        "form": form,
        "ref": ref,
        "name": ended.to_purge(user, thing),
        "back": reverse("person" if isinstance(thing, Person) else "enquirer", args=[ref]),
    }
    section = "people" if isinstance(thing, Person) else "families"
    return show(request, user, "ending/ask_purge.html", values, case=thing.case, section=section, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.SUPERVISE)
def show_purge(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """A purge that is asked for: what goes, what stays; another supervisor confirms it, or it is not done."""
    row, asked, name, going = ended.asked_purge(user, number)
    act = request.POST.get("act", "confirm") if request.method == "POST" else ""
    form = ConfirmPurgeForm(request.POST if act == "confirm" else None)
    other = RefusePurgeForm(request.POST if act == "refuse" else None)
    kind, case = PurgeKind(row.kind), row.case
    if act == "confirm" and form.is_valid():
        done = form.attempt(lambda: confirm_purge(user, row, typed=form.cleaned_data["typed"]))
        if done is not None:
            messages.success(request, gettext("Purged. What you see is all that stays."))
            if not done[1]:
                told = gettext("Others were at work. Ask whoever runs the desk to type: homeward purge scrub")
                messages.success(request, told)
            route = "person" if kind == PurgeKind.PERSON else "enquirer"
            return HttpResponseRedirect(reverse(route, args=[asked.ref]))
    if act == "refuse" and other.is_valid():
        said = other.attempt(lambda: refuse_purge(user, row, reason=other.cleaned_data["reason"]))
        if said is not None:
            messages.success(request, gettext("Recorded: it is not done."))
            return HttpResponseRedirect(reverse("ending", args=[case.pk]))
    values = {
        "form": form,
        "other": other,
        "asked": asked,
        "name": name,
        "removed": [(GOES[what], number) for what, number in going.removed],
        "kept": [(ref.split()[0], ref.partition(" ")[2], STAYS[why]) for ref, why in going.kept],
    }
    status = max(form.status, other.status)
    return show(request, user, "ending/purge.html", values, case=case, section="ending", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.SUPERVISE)
def again(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Say that somebody who was purged may be taken in again."""
    row = ended.purge_to_seek_again(user, number)
    ref = f"P{row.request.number}"
    form = SeekAgainForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = form.attempt(lambda: seek_again(user, row, reason=form.cleaned_data["reason"]))
        if made is not None:
            messages.success(request, gettext("Recorded: they may be taken in again. What is gone stays gone."))
            return HttpResponseRedirect(reverse("person", args=[ref]))
    values = {"form": form, "ref": ref}
    return show(
        request, user, "ending/seek_again.html", values, case=row.request.case, section="people", status=form.status
    )


def placeholder_page(
    request: HttpRequest, user: User, kind: PurgeKind, reference: str, needs: Permission
) -> HttpResponse | None:
    """The page of somebody who was purged, where a page of theirs was asked for; None if nobody was.

    Args:
        needs: what opened that page, and opens this one.
    """
    number = reference[1:]
    if reference[:1].upper() != ("P" if kind == PurgeKind.PERSON else "E") or not number.isdecimal():
        return None
    if len(number) > 18:
        return None
    one = ended.placeholder(user, kind, int(number))
    if one is None or needs not in access.permissions(user, one.case):
        return None
    kept = [(ref.split()[0], ref.partition(" ")[2], STAYS[why]) for ref, why in one.kept]
    values = {"one": one, "kind": PURGED[one.kind], "kept": kept}
    section = "people" if kind == PurgeKind.PERSON else "families"
    return show(request, user, "ending/placeholder.html", values, case=one.case, section=section)
