"""Every address has declared who may see it."""

from __future__ import annotations

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from homeward.casework.access import Permission
from homeward.web.declaring import OPEN_TO_ALL


def all_patterns(resolver: URLResolver | None = None) -> list[URLPattern]:
    found: list[URLPattern] = []
    for entry in (resolver or get_resolver()).url_patterns:
        found.extend(all_patterns(entry) if isinstance(entry, URLResolver) else [entry])
    return found


def test_every_view_declares_who_may_see_it():
    patterns = all_patterns()
    assert len(patterns) >= 6
    for pattern in patterns:
        declared = getattr(pattern.callback, "declared", None)
        assert declared == OPEN_TO_ALL or isinstance(declared, Permission), pattern


def test_only_these_addresses_are_open_to_all():
    assert {str(p.pattern) for p in all_patterns() if getattr(p.callback, "declared", None) == OPEN_TO_ALL} == {
        "enter",
        "health",
    }


@pytest.mark.django_db
def test_whoever_is_not_signed_in_is_sent_to_the_door_by_every_other_address(client, doorway, desk):
    addresses = {
        "": "/",
        "case/<int:number>/": f"/case/{desk.case.pk}/",
        "person/<str:reference>": f"/person/P{desk.person().pk}",
        "leave": "/leave",
    }
    closed = [p for p in all_patterns() if getattr(p.callback, "declared", None) != OPEN_TO_ALL]
    assert {str(p.pattern) for p in closed} == set(addresses)
    for pattern, address in addresses.items():
        answer = client.post(address) if pattern == "leave" else client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, "/enter"), address
        assert b"Velaskin" not in answer.content
