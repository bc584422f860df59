"""Lists for a party: choose people and fields, see exactly what would leave, have it approved by a second person.

Nothing is stored while people and fields are chosen: all of it travels in the form until it is kept for approval.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission, visible
from homeward.casework.actions.enquiries import assess_harm
from homeward.casework.actions.preparations import Leaving, decide_preparation, prepare_list, preview_leaving
from homeward.casework.models import Case, Party, Person, Preparation, User
from homeward.web.declaring import declares
from homeward.web.forms.lists import FIELDS, SCRIPTS, DecideForm, HarmForm, PrepareForm
from homeward.web.page import show
from homeward.web.views.asked import day_asked, number_asked
from homeward.web.views.exports import show_export
from homeward.web.views.found import found, party_named, party_names


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Who is chosen, in the order in which they were entered, and the nationality relied on for each."""

    people: list[int]
    relied_on: dict[int, str]


@require_safe
@declares(Permission.HAND_OVER)
def show_preparations(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """What was prepared in a case, and what waits for a second person."""
    case = access.get(user, Case, number)
    page = queries.preparations_page(user, case, page=number_asked(request, "page") or 1)
    return show(request, user, "lists/preparations.html", {"page": page}, case=case, section="lists")


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.HAND_OVER)
def prepare(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Choose people, recipient and fields; look at what would leave; keep it for approval."""
    case = access.get(user, Case, number)
    access.require(user, Permission.HAND_OVER, case)
    posted = request.method == "POST"
    go = request.POST.get("go", "") if posted else ""
    chosen = _chosen(user, case, request.POST)
    form = PrepareForm(
        request.POST if go in ("look", "keep") else None, initial=_typed(request.POST) if posted else None
    )
    leaving: Leaving | None = None
    if form.is_valid():
        told = form.cleaned_data
        people = list(visible(user, Person).filter(case=case, pk__in=chosen.people).order_by("pk"))
        if go == "keep":

            def act() -> Preparation:
                with transaction.atomic():  # a party of a new name is recorded with the act, or not at all
                    recipient = party_named(user, case, told["recipient"])
                    assert recipient is not None
                    return prepare_list(
                        user,
                        case,
                        title=told["title"],
                        recipient=recipient,
                        people=people,
                        fields=told["fields_left"],
                        script=told["script"],
                        relied_on=chosen.relied_on,
                        purpose=told["purpose"],
                    )

            made = form.attempt(act)
            if made is not None:
                ref = access.ref_of(made)
                messages.success(request, gettext("Kept for approval: %(ref)s.") % {"ref": ref})
                return HttpResponseRedirect(reverse("preparation", args=[ref]))
        else:
            leaving = form.attempt(
                lambda: preview_leaving(
                    user,
                    case,
                    people=people,
                    fields=told["fields_left"],
                    script=told["script"],
                    relied_on=chosen.relied_on,
                    recipient=visible(user, Party).filter(case=case, name=told["recipient"].strip()).first(),
                )
            )
    if leaving is not None:
        told = form.cleaned_data
        values = {
            "told": told,
            "leaving": leaving,
            "chosen": chosen,
            "script": dict(SCRIPTS)[told["script"]],
            "relied": [
                (row, chosen.relied_on.get(row.person.pk, "")) for row in leaving.rows if _several(row.person)
            ],
            "asks_nationality": "nationality" in leaving.fields,
        }
        return show(request, user, "lists/leaving.html", values, case=case, section="lists")
    asked = go.removeprefix("page-")
    page = int(asked) if go.startswith("page-") and asked.isdecimal() and len(asked) < 9 else 1
    people_page = queries.people_page(user, case, as_of=day_asked(request), page=page)
    here = {int(line.ref[1:]) for line in people_page.lines}
    values = {
        "form": form,
        "page": people_page,
        "chosen": {f"P{pk}" for pk in chosen.people},
        "elsewhere": [pk for pk in chosen.people if pk not in here],
        "parties": party_names(user, case),
    }
    return show(request, user, "lists/prepare.html", values, case=case, section="lists", status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.HAND_OVER)
def show_preparation(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One prepared list: exactly what leaves, harm assessed for each; a second person approves or sends it back."""
    held = found(user, reference, Preparation)
    if held.is_export:
        return show_export(request, user, held)
    form = DecideForm(request.POST or None)
    if form.is_valid():
        approves = form.cleaned_data["approves"] == "yes"
        made = form.attempt(
            lambda: decide_preparation(user, held, approves=approves, reason=form.cleaned_data["reason"])
        )
        if made is not None and made.list is not None:
            ref = access.ref_of(made.list)
            messages.success(request, gettext("Approved: it is now %(ref)s.") % {"ref": ref})
            return HttpResponseRedirect(reverse("list", args=[ref]))
        if made is not None:
            messages.success(request, gettext("Sent back."))
            return HttpResponseRedirect(reverse("preparations", args=[held.case_id]))
    shown = queries.shown_preparation(user, held, page=number_asked(request, "page") or 1)
    values = {
        "shown": shown,
        "line": shown.line,
        "page": shown.rows,
        "form": form,
        "fields_left": [FIELDS[field] for field in FIELDS if field.value in shown.fields],
        "script": dict(SCRIPTS).get(shown.script, shown.script),
    }
    return show(request, user, "lists/preparation.html", values, case=held.case, section="lists", status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.HAND_OVER)
def assess(request: HttpRequest, user: User, reference: str, person: str) -> HttpResponse:
    """Assess for one person on a prepared list what harm it may do that the recipient learns of them."""
    held = found(user, reference, Preparation)
    who = found(user, person, Person)
    row = next((row for row in held.rows if row["person"] == who.pk), None)
    if row is None:
        raise Http404
    _, basis = queries.next_to_assess(user, held)
    form = HarmForm(request.POST or None, initial={"legal_basis": basis})
    if form.is_valid():
        told = form.cleaned_data
        made = form.attempt(
            lambda: assess_harm(
                user,
                who,
                recipient=held.recipient,
                legal_basis=told["legal_basis"],
                assessment=told["assessment"],
                allows=told["allows"] == "yes",
            )
        )
        if made is not None:
            messages.success(request, gettext("Assessed: %(ref)s.") % {"ref": access.ref_of(who)})
            following, _ = queries.next_to_assess(user, held, after=who.pk)
            args = [reference, following] if following else [reference]
            return HttpResponseRedirect(reverse("assess" if following else "preparation", args=args))
    picture = queries.picture(user, who, as_of=day_asked(request))
    values = {
        "ref": access.ref_of(held),
        "held": held,
        "person": picture,
        "leaves": list(zip(held.headings, row["cells"], strict=True)),
        "form": form,
    }
    return show(request, user, "lists/assess.html", values, case=held.case, section="lists", status=form.status)


def _chosen(user: User, case: Case, posted: QueryDict) -> _Chosen:
    if posted.get("everybody"):
        return _Chosen(list(visible(user, Person).filter(case=case).order_by("pk").values_list("pk", flat=True)), {})
    people = dict.fromkeys(int(text) for text in posted.getlist("person") if text.isdecimal() and len(text) < 19)
    relied = {pk: code for pk in people if (code := posted.get(f"relied-{pk}", ""))}
    return _Chosen(sorted(people), relied)


def _typed(posted: QueryDict) -> dict[str, object]:
    """What was typed so far, to stand in the form while pages are turned: nothing of it is checked yet."""
    typed: dict[str, object] = {
        name: posted[name] for name in ("title", "recipient", "purpose", "script") if name in posted
    }
    if posted.get("go"):
        typed["fields_left"] = posted.getlist("fields_left")
    return typed


def _several(person: Person) -> bool:
    return len(person.nationalities or ()) > 1
