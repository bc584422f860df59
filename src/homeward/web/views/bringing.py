"""Taking in a list or a file of sought people: bring it, look at what it would become, then store it.

Between looking and storing the file lies beside the case file (`casework.staged`); a page holds its token alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from homeward.casework import access, audit, staged
from homeward.casework.access import Permission, visible
from homeward.casework.actions.lists import preview_list, take_in_list
from homeward.casework.actions.people_file import take_in_people
from homeward.casework.arrivals import TablePreview
from homeward.casework.list_file import columns_of_file
from homeward.casework.models import Case, List, Party, User
from homeward.errors import BadInputError, ConflictError, HomewardError, NotAllowedError
from homeward.exchange import Meaning
from homeward.records import PartialDate
from homeward.web.declaring import declares
from homeward.web.forms.base import refusal_words
from homeward.web.forms.lists import KINDS, MEANINGS, PEOPLE, BringForm
from homeward.web.page import show
from homeward.web.views.found import party_named, party_names

_MOST_VERSIONS = 300
_SHOWN_FAULTS = 100
_SHOWN_NAMES = 100
_SHOWN_LIKE = 50
_LONGEST_REASON = 2000


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.TAKE_IN)
def bring(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Choose a file and say what it is; leads to the look at it. Nothing is stored."""
    case = access.get(user, Case, number)
    access.require(user, Permission.TAKE_IN, case)
    rows = visible(user, List).filter(case=case, arrived_at__isnull=False).order_by("-pk")
    versions = [(f"L{pk}", f"L{pk} {title}") for pk, title in rows.values_list("pk", "title")[:_MOST_VERSIONS]]
    posted = request.method == "POST"
    initial = {"kind": PEOPLE} if request.GET.get("kind") == PEOPLE else {}
    form = BringForm(
        request.POST if posted else None, request.FILES if posted else None, versions=versions, initial=initial
    )
    if form.is_valid():
        told = dict(form.cleaned_data)
        file_name, content = form.brought
        told["title"] = told["title"] or form.first_line
        del told["file"], told["pasted"]
        as_of: PartialDate | None = told["as_of"]
        told |= {"as_of": as_of.edtf if as_of else "", "mapping": {}}
        kept = staged.stage(user, case, file_name=file_name, content=content, told=told)
        return HttpResponseRedirect(reverse("brought", args=[case.pk, kept.token]))
    values = {"form": form, "parties": party_names(user, case)}
    return show(request, user, "lists/bring.html", values, case=case, section="lists", status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.TAKE_IN)
def brought(request: HttpRequest, user: User, number: int, token: str) -> HttpResponse:
    """What a file would become; correct what its columns mean, and store it or leave it."""
    case = access.get(user, Case, number)
    access.require(user, Permission.TAKE_IN, case)
    kept = staged.staged(user, case, token)
    audit.note_read(user, "look_at_file", case=case, about=[case])
    wrong: HomewardError | None = None
    if request.method == "POST":
        what = request.POST.get("what")
        if what == "drop":
            staged.discard(kept)
            return HttpResponseRedirect(reverse("lists", args=[case.pk]))
        try:
            meant = _meanings_posted(request.POST, _columns(user, case, kept))
            kept = staged.tell(user, case, kept, {**kept.told, "mapping": meant})
            if what != "store":
                return HttpResponseRedirect(reverse("brought", args=[case.pk, token]))
            where = _store(request, user, case, kept, request.POST.get("despite", "")[:_LONGEST_REASON])
            staged.discard(kept)
            return HttpResponseRedirect(where)
        except (BadInputError, ConflictError, NotAllowedError) as error:
            wrong = error
    values = {"kept": kept, "told": kept.told, "kind": dict(KINDS)[kept.told["kind"]], "meanings": MEANINGS}
    try:
        values |= _looked_at(user, case, kept)
    except BadInputError as error:
        wrong = wrong or error
        values["tables"] = _columns_or_none(user, case, kept)
    values |= {
        "wrong": refusal_words(wrong) if wrong is not None else "",
        "is_people": kept.told["kind"] == PEOPLE,
        "shown_faults": _SHOWN_FAULTS,
        "shown_like": f":{_SHOWN_LIKE}",
        "may_despite": Permission.SUPERVISE in access.permissions(user, case),
        "despite": request.POST.get("despite", "")[:_LONGEST_REASON],
        "longest_reason": _LONGEST_REASON,
    }
    return show(request, user, "lists/brought.html", values, case=case, section="lists", status=422 if wrong else 200)


def _looked_at(user: User, case: Case, kept: staged.Staged) -> dict[str, Any]:
    told = kept.told
    if told["kind"] == PEOPLE:
        sender = visible(user, Party).filter(case=case, name=told["author"].strip()).first()
        arrival = take_in_people(user, case, kept.source, sender=sender, mapping=told["mapping"], preview=True)
        return {
            "arrival": arrival,
            "tables": arrival.tables,
            "problems": arrival.problems,
            "like_purged": arrival.like_purged,
            "created_names": arrival.created[:_SHOWN_NAMES],
            "completed_names": arrival.completed[:_SHOWN_NAMES],
        }
    preview = preview_list(
        user,
        case,
        kept.source,
        author=told["author"] or None,
        follows=_follows(user, told),
        mapping=told["mapping"],
        as_of=_as_of(told),
    )
    return {
        "preview": preview,
        "tables": preview.tables,
        "problems": preview.problems,
        "like_purged": preview.like_purged,
    }


def _store(request: HttpRequest, user: User, case: Case, kept: staged.Staged, despite: str) -> str:
    """Do it, say what became of it, and tell where it is; `despite` rows that are like somebody purged."""
    told = kept.told
    if told["kind"] == PEOPLE:
        sender = party_named(user, case, told["author"])
        arrival = take_in_people(user, case, kept.source, sender=sender, mapping=told["mapping"], despite=despite)
        counts = {"new": len(arrival.created), "more": len(arrival.completed), "same": arrival.unchanged}
        messages.success(
            request,
            gettext("%(new)s people added, %(more)s completed, %(same)s unchanged.") % counts,
        )
        for conflict in arrival.conflicts:
            messages.warning(request, conflict)
        return reverse("people", args=[case.pk])
    taken = take_in_list(
        user,
        case,
        kept.source,
        title=told["title"].strip() or kept.file_name,
        author=party_named(user, case, told["author"]),
        publisher=party_named(user, case, told["publisher"]),
        direction=told["kind"],
        purpose=told["purpose"],
        title_may_be_told=bool(told.get("title_may_be_told")),
        as_of=_as_of(told),
        follows=_follows(user, told),
        mapping=told["mapping"],
        despite=despite,
    )
    ref = access.ref_of(taken.list)
    if taken.already:
        messages.info(
            request, gettext("This very file was here already, as %(ref)s; nothing was changed.") % {"ref": ref}
        )
    else:
        told_rows = gettext("Taken in as %(ref)s, with %(rows)s rows.") % {"ref": ref, "rows": taken.rows}
        messages.success(request, told_rows)
    return reverse("list", args=[ref])


def _columns(user: User, case: Case, kept: staged.Staged) -> tuple[TablePreview, ...]:
    sender = visible(user, Party).filter(case=case, name=kept.told["author"].strip()).first()
    return columns_of_file(kept.source, sender=sender, told=kept.told["mapping"])


def _columns_or_none(user: User, case: Case, kept: staged.Staged) -> tuple[TablePreview, ...]:
    try:
        return _columns(user, case, kept)
    except BadInputError:
        return ()


def _meanings_posted(posted: QueryDict, tables: Sequence[TablePreview]) -> Mapping[str, str]:
    """What the columns mean, as chosen: by heading, by letter where a heading is missing or stands twice in a table.

    Tables of one file may share a heading; where they are told different meanings the one that was changed counts.
    """
    chosen: dict[str, list[tuple[str, str]]] = {}
    for place, table in enumerate(tables):
        headings = [column.heading for column in table.columns]
        for spot, column in enumerate(table.columns):
            meant = posted.get(f"m-{place}-{spot}", column.meaning.value)
            if meant not in MEANINGS:
                raise Http404
            key = column.heading if column.heading and headings.count(column.heading) == 1 else column.letter
            chosen.setdefault(key, []).append((column.meaning.value, meant))
    told: dict[str, str] = {}
    for key, pairs in chosen.items():
        changed = [meant for before, meant in pairs if meant != before]
        if changed or len({meant for _, meant in pairs}) == 1:
            told[key] = Meaning(changed[0] if changed else pairs[0][1]).value
    return told


def _follows(user: User, told: Mapping[str, Any]) -> List | None:
    if not told["follows"]:
        return None
    stored = access.resolve(user, told["follows"])
    assert isinstance(stored, List)
    return stored


def _as_of(told: Mapping[str, Any]) -> PartialDate | None:
    return PartialDate.read(told["as_of"]) if told["as_of"] else None
