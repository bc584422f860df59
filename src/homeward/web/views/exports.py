"""People in an exchange format: choose the format and what may leave, see exactly that, keep it, release it.

Nothing is stored while it is chosen: all of it travels in the form until it is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission, visible
from homeward.casework.actions.exports import Exported, decide_export, give_export, keep_export, preview_export
from homeward.casework.actions.preparations import Field
from homeward.casework.exporting import MOST_PEOPLE, Asked, Format, Why
from homeward.casework.models import Case, ConsentPurpose, Party, Person, Preparation, User
from homeward.casework.queries import exports
from homeward.casework.queries.exports import PEOPLE_A_PAGE, ShownLeaving, ShownPerson
from homeward.casework.queries.letters import words
from homeward.casework.queries.pages import Page, part_of
from homeward.errors import ConflictError
from homeward.web.declaring import declares
from homeward.web.forms.exports import FORMATS, MISSING, WHY, ExportForm, ReleaseForm
from homeward.web.forms.families import PURPOSES
from homeward.web.forms.lists import FIELDS
from homeward.web.page import show
from homeward.web.views.asked import number_asked
from homeward.web.views.found import found, party_named, party_names, typed


@dataclass(frozen=True, slots=True)
class _Group:
    """What leaves together: of the person, or of one claim."""

    claim: str
    leaves: tuple[ShownLeaving, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """One person as the pages of an export show them."""

    person: ShownPerson
    groups: tuple[_Group, ...]
    kept: tuple[tuple[str, Any, Any], ...]
    missing: tuple[Any, ...]
    nationalities: tuple[str, ...] = ()
    chosen: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.HAND_OVER)
def export_person(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One person in an exchange format."""
    person = found(user, reference, Person)
    return _export(request, user, person.case, person)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.HAND_OVER)
def export_case(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """People of a case in an exchange format."""
    return _export(request, user, access.get(user, Case, number), None)


def show_export(request: HttpRequest, user: User, held: Preparation) -> HttpResponse:
    """What was kept in an exchange format: exactly what leaves; released, or not, by whoever may."""
    form = ReleaseForm(request.POST or None)
    ref = access.ref_of(held)
    if form.is_valid():
        approves = form.cleaned_data["approves"] == "yes"
        made = form.attempt(lambda: decide_export(user, held, approves=approves, reason=form.cleaned_data["reason"]))
        if made is not None:
            told = gettext("Released, and recorded as disclosed.") if approves else gettext("It does not leave.")
            messages.success(request, told)
            return HttpResponseRedirect(reverse("preparation", args=[ref]))
    shown = exports.shown_export(user, held, page=number_asked(request, "page") or 1)
    values = {
        "shown": shown,
        "line": shown.line,
        "page": shown.people,
        "people": [_of_kept(person) for person in shown.people.lines],
        "form": form,
        "format": FORMATS[shown.format][0],
        "use": PURPOSES[ConsentPurpose(shown.use)],
        "waits_for_other": shown.grave and shown.line.mine,
    }
    return show(request, user, "exports/export.html", values, case=held.case, section="people", status=form.status)


@require_safe
@declares(Permission.HAND_OVER)
def export_file(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """The file that was released; that it was fetched is in the audit."""
    held = found(user, reference, Preparation)
    try:
        name, content = give_export(user, held)
    except ConflictError as error:
        raise Http404 from error
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _export(request: HttpRequest, user: User, case: Case, person: Person | None) -> HttpResponse:
    access.require(user, Permission.HAND_OVER, case)
    about = queries.left_of(user, person).name if person is not None else None
    ref = access.ref_of(person) if person is not None else ""
    back = reverse("person", args=[ref]) if ref else reverse("case", args=[case.pk])
    base: dict[str, Any] = {"about": about, "ref": ref, "back": back}
    wanted = request.POST.get("as") or request.GET.get("as", "")
    if wanted not in list(Format):
        return show(
            request,
            user,
            "exports/formats.html",
            {**base, "formats": list(FORMATS.items())},
            case=case,
            section="people",
        )
    format = Format(wanted)
    base |= {"format": FORMATS[format][0], "key": format.value}
    go = request.POST.get("go", "")
    bound = request.method == "POST" and go != "choose"
    form = ExportForm(format, request.POST if bound else None, of_case=person is None, initial=_typed(request.POST))
    exported: Exported | None = None
    if form.is_valid():
        told = form.cleaned_data
        asked = _asked(format, form, request.POST)
        if go == "keep":

            def act() -> Preparation:
                with transaction.atomic():  # a party of a new name is recorded with the act, or not at all
                    recipient = party_named(user, case, told["recipient"])
                    assert recipient is not None
                    people = _people(user, case, person, form)
                    return keep_export(
                        user, case, people=people, asked=asked, recipient=recipient, purpose=told["purpose"]
                    )

            made = form.attempt(act)
            if made is not None:
                messages.success(
                    request, gettext("Kept: %(ref)s. It has not left yet.") % {"ref": access.ref_of(made)}
                )
                return HttpResponseRedirect(reverse("preparation", args=[access.ref_of(made)]))
        else:
            named = visible(user, Party).filter(case=case, name=told["recipient"].strip()).first()
            exported = form.attempt(
                lambda: preview_export(
                    user, case, people=_people(user, case, person, form), asked=asked, recipient=named
                )
            )
        if exported is not None:
            values = _preview(exported, asked, form, go)
            return show(
                request, user, "exports/preview.html", {**base, **values, "told": told}, case=case, section="people"
            )
    values = {"form": form, "parties": party_names(user, case)}
    if person is None:
        values["offered"] = queries.people_offered(user, case)
    return show(
        request, user, "exports/ask.html", {**base, **values}, case=case, section="people", status=form.status
    )


def _preview(exported: Exported, asked: Asked, form: ExportForm, go: str) -> dict[str, Any]:
    wanted = go.removeprefix("page-")
    page = int(wanted) if go.startswith("page-") and wanted.isdecimal() and len(wanted) < 9 else 1
    number, pages, part = part_of(len(exported.people), page, rows=PEOPLE_A_PAGE)
    here = []
    for one, leaves, missing in list(
        zip(exported.people, exported.written.leaves, exported.written.missing, strict=True)
    )[part]:
        told = [(leaf.of, leaf.field, leaf.value) for leaf in leaves]
        here.append(
            _Shown(
                person=ShownPerson(f"P{one.person.pk}", words(one.name), exports.shown_leaves(told), 0, (), ()),
                groups=_groups(exports.shown_leaves(told)),
                kept=_kept((back.what, back.why) for back in one.kept),
                missing=tuple(MISSING[element] for element in missing),
                nationalities=tuple(one.person.nationalities or ())
                if Field.NATIONALITY in asked.fields and len(one.person.nationalities or ()) > 1
                else (),
                chosen=asked.relied_on.get(one.person.pk, ""),
            )
        )
    shown_claims = {group.claim for one in here for group in one.groups} | {w for one in here for w, _, _ in one.kept}
    shown_people = {one.person.ref for one in here if one.nationalities}
    assert isinstance(form.data, QueryDict)
    hidden = [(name, value) for name in form.fields for value in form.data.getlist(name)]
    hidden += [("left_out", str(pk)) for pk in asked.left_out if f"C{pk}" not in shown_claims]
    hidden += [(f"relied-{pk}", code) for pk, code in asked.relied_on.items() if f"P{pk}" not in shown_people]
    return {
        "hidden": hidden,
        "people": here,
        "page": Page(tuple(here), number, pages, len(exported.people)),
        "grave": exported.grave,
        "use": PURPOSES[asked.use],
        "left_out": {f"C{pk}" for pk in asked.left_out},
        "total": len(exported.people),
    }


def _of_kept(person: ShownPerson) -> _Shown:
    kept = _kept((what, Why(why)) for what, why in person.kept)
    return _Shown(
        person, _groups(person.leaves), kept, tuple(MISSING[code] for code in MISSING if code in person.missing)
    )


def _groups(leaves: Sequence[ShownLeaving]) -> tuple[_Group, ...]:
    found: dict[str, list[ShownLeaving]] = {}
    for leaf in leaves:
        found.setdefault(leaf.of, []).append(leaf)
    return tuple(_Group(claim, tuple(told)) for claim, told in found.items())


def _kept(pairs: Iterable[tuple[str, Why]]) -> tuple[tuple[str, Any, Any], ...]:
    """A reference of a claim, or "" with the name of a field; and why it stays here."""
    fields = {field.value: label for field, label in FIELDS.items()}
    return tuple(("" if what in fields else what, fields.get(what, ""), WHY[why]) for what, why in pairs)


def _people(user: User, case: Case, person: Person | None, form: ExportForm) -> list[Person]:
    if person is not None:
        return [person]
    if form.cleaned_data["everybody"]:
        return list(visible(user, Person).filter(case=case).order_by("pk")[: MOST_PEOPLE + 1])
    return typed(user, form.people, Person)


def _asked(format: Format, form: ExportForm, posted: QueryDict) -> Asked:
    told = form.cleaned_data
    relied = {
        int(name.removeprefix("relied-")): str(code)
        for name, code in posted.items()
        if name.startswith("relied-") and name.removeprefix("relied-").isdecimal() and len(name) < 27 and code
    }
    return Asked(
        format=format,
        fields=tuple(field for field in Field if field.value in told["fields_left"] and not _within(field, told)),
        claims=told["claims"] or told["quotes"],
        quotes=told["quotes"],
        script=told["script"],
        relied_on=relied,
        use=ConsentPurpose(told["use"]),
        left_out=frozenset(int(pk) for pk in posted.getlist("left_out") if pk.isdecimal() and len(pk) < 19),
        texts=form.texts,
        confidential=bool(told.get("confidential")),
        expires_on=told.get("expires_on"),
    )


def _within(field: Field, told: dict[str, Any]) -> bool:
    """Whether a fuller field that was ticked holds this one."""
    fuller = {Field.BIRTH_YEAR: Field.BIRTH, Field.NATIONALITY: Field.NATIONALITIES}.get(field)
    return fuller is not None and fuller.value in told["fields_left"]


def _typed(posted: QueryDict) -> dict[str, Any]:
    """What was typed so far, to stand in the form again: nothing of it is checked yet."""
    if not posted:
        return {}
    many = ("fields_left", "persons")
    typed_so_far: dict[str, Any] = {name: posted.getlist(name) for name in many}
    for name in ExportForm.base_fields:
        if name not in many and name in posted:
            typed_so_far[name] = posted[name]
    return typed_so_far
