"""Addresses and fields with characters that no database keeps are refused in words, never by a failure."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "address", ["/find?q=a%00b", "/person/P%00", "/case/1/people?name=%00", "/find?q=%ED%A0%80", "/find?q=%FF"]
)
def test_an_address_with_a_strange_character_does_not_fail(page, file, address):
    assert page.get(address).status_code in (200, 400, 404)


@pytest.mark.parametrize("field", ["place", "kind", "on", "persons"])
def test_a_field_with_a_strange_character_does_not_fail(page, file, field):
    file.person("Maro Velisk")
    answer = page.post(f"/case/{file.case.pk}/contacts/new", {"kind": "visit", field: "a\x00b"})
    assert answer.status_code in (400, 422)
