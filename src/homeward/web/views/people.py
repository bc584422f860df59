"""The picture now of one person."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.models import Person, User
from homeward.findings import render_person, style_of_person
from homeward.web.declaring import declares
from homeward.web.styles import page_with_style
from homeward.web.views.asked import day_asked


@require_safe
@declares(Permission.READ)
def show_person(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """The page of one person, by reference such as P3."""
    person = access.resolve(user, reference)
    if not isinstance(person, Person):
        raise Http404
    as_of = day_asked(request)
    picture = queries.picture(user, person, as_of=as_of)
    name = user.get_full_name() or user.get_username()
    page = render_person(picture, as_of=as_of, made_for=name, served=True)
    return page_with_style(page, style_of_person(picture, as_of))
