"""Sought people: everybody in a case, and the picture now of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.models import Case, Person, PurgeKind, User
from homeward.casework.queries import closing, relatives
from homeward.casework.queries.known import known_of
from homeward.casework.queries.searched import not_found_in
from homeward.errors import NotThereError
from homeward.findings import timeline
from homeward.web.declaring import declares
from homeward.web.page import show
from homeward.web.views.asked import day_asked, number_asked
from homeward.web.views.found import found
from homeward.web.views.purges import placeholder_page


@require_safe
@declares(Permission.READ)
def show_people(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Everybody looked for in a case, by page; ``?only=contradicted`` those about whom sources disagree."""
    case = access.get(user, Case, number)
    as_of = day_asked(request)
    only = request.GET.get("only") == "contradicted"
    page = queries.people_page(
        user, case, as_of=as_of, page=number_asked(request, "page") or 1, contradicted_only=only
    )
    values = {"page": page, "as_of": as_of, "only_contradicted": only}
    return show(request, user, "people/people.html", values, case=case, section="people")


@require_safe
@declares(Permission.READ)
def show_person(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """The page of one person, by reference such as P3."""
    try:
        person = found(user, reference, Person)
    except NotThereError:
        gone = placeholder_page(request, user, PurgeKind.PERSON, reference, Permission.READ)
        if gone is None:
            raise
        return gone
    as_of = day_asked(request)
    page, span = number_asked(request, "page") or 1, number_asked(request, "span") or 1
    told = queries.person_page(user, person, as_of=as_of, page=page, span=span)
    line = timeline.lay_out(timeline.gather(told.events), as_of)
    if line is not None and get_language_bidi():
        line = timeline.mirrored(line)
    values = {
        "person": told.picture,
        "page": told.claims,
        "here": {line.ref for line in told.picture.lines},
        "told": told,
        "as_of": as_of,
        "events": told.events,
        "line": line,
        "seen_by": access.who_may_see(user, person),
        "closed": closing.closing_of(user, person.case, person),
        "known": known_of(user, [person.pk]).get(access.ref_of(person)),
        "not_found": not_found_in(user, person),
        "asking": relatives.asking_about(user, person),
    }
    return show(request, user, "people/person.html", values, case=person.case, section="people")
