"""Every address has declared who may see it."""

from __future__ import annotations

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from homeward.casework.access import Permission
from homeward.web.declaring import OPEN_TO_ALL, SIGNING_IN


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
        assert declared in (OPEN_TO_ALL, SIGNING_IN) or isinstance(declared, Permission), pattern


def test_only_these_addresses_are_open_to_all():
    assert {str(p.pattern) for p in all_patterns() if getattr(p.callback, "declared", None) == OPEN_TO_ALL} == {
        "enter",
        "first-start",
        "language",
        "health",
        "sign-in",
        "sign-in/second-factor",
        "sign-in/passkey",
        "account/nowhere/account_signup",
        "account/nowhere/account_email",
        "account/nowhere/account_reset_password",
        "account/nowhere/account_inactive",
    }


def _address(pattern: str) -> str:
    """An address that fits a pattern; nothing need be there, for whoever is outside is not told."""
    return "/" + re.sub(r"<int:\w+>", "1", re.sub(r"<str:\w+>", "P1", pattern))


@pytest.mark.django_db
def test_whoever_is_not_signed_in_is_sent_to_the_door_by_every_other_address(client, doorway, desk):
    desk.person()
    closed = [p for p in all_patterns() if getattr(p.callback, "declared", None) != OPEN_TO_ALL]
    for pattern in closed:
        for method in (client.get, client.post):
            answer = method(_address(str(pattern.pattern)))
            if answer.status_code == 405:
                continue  # said to everybody alike
            assert answer.status_code == 302, pattern
            assert answer["Location"].partition("?")[0] == "/enter", pattern
            assert b"Velaskin" not in answer.content


@pytest.mark.django_db
def test_without_a_door_they_are_sent_to_sign_in(client, desk):
    assert client.get("/")["Location"] == "/sign-in"
    assert client.get("/person/P1")["Location"] == "/sign-in?next=/person/P1"
