"""What is held and was disclosed about one person or enquirer: a page for the desk, a file to be given out (D15)."""

from __future__ import annotations

import io

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from homeward.casework.access import Permission
from homeward.casework.models import Enquirer, Person, User
from homeward.casework.queries import relatives
from homeward.casework.queries.held import Held, HeldRow
from homeward.exchange import write_rows
from homeward.web.declaring import declares
from homeward.web.forms.families import HELD
from homeward.web.page import show
from homeward.web.templatetags.shown import field_words
from homeward.web.views.found import found

_GIVE = "give_held"


@require_safe
@declares(Permission.LIAISE)
def show_held_of_person(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """All that is held about one sought person."""
    person = found(user, reference, Person)
    held = relatives.held_about_person(user, person)
    values = {"held": held, "file": "held_file_of_person", "back": "person"}
    return show(request, user, "families/held.html", values, case=person.case, section="families")


@require_safe
@declares(Permission.LIAISE)
def file_of_person(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """The same as a file; what is more closely held is counted in it and not told."""
    person = found(user, reference, Person)
    return _file(relatives.held_about_person(user, person, act=_GIVE))


@require_safe
@declares(Permission.LIAISE)
def show_held_of_enquirer(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """All that is held about one enquirer."""
    one = found(user, reference, Enquirer)
    held = relatives.held_about_enquirer(user, one)
    values = {"held": held, "file": "held_file_of_enquirer", "back": "enquirer"}
    return show(request, user, "families/held.html", values, case=one.case, section="families")


@require_safe
@declares(Permission.LIAISE)
def file_of_enquirer(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """The same as a file."""
    return _file(relatives.held_about_enquirer(user, found(user, reference, Enquirer), act=_GIVE))


def _file(held: Held) -> HttpResponse:
    stream = io.BytesIO()
    headings = (gettext("What"), gettext("Reference"), gettext("Words"), gettext("From or to"), gettext("Day"))
    rows = [(str(HELD.get(row.kind, row.kind)), row.ref, _words(row), row.source, row.on) for row in held.given]
    if held.closely:
        rows.append((str(HELD["not given out"]), "", str(held.closely), "", ""))
    write_rows(stream, "csv", headings, rows)
    answer = HttpResponse(stream.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="held-{held.ref}.csv"'
    return answer


def _words(row: HeldRow) -> str:
    codes = ", ".join(str(field_words(code)) for code in row.codes)
    return "; ".join(part for part in (codes, row.what.text) if part)
