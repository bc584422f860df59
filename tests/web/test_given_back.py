"""What somebody typed is not lost where nothing was done with it; no secret, nothing of another site, is shown."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from django.test import Client
from tests.casework.conftest import Desk
from tests.web.conftest import Doorway

NOTE = "They asked twice whether the nurse may be written to.\nNobody answered."
POSTED = {"kind": "call", "participants": "the envoy", "note": NOTE, "password": "never shown again"}
HERE = {"sec-fetch-site": "same-origin", "referer": "http://127.0.0.1/case/1/contacts/new?from=here"}


def test_whoever_was_signed_out_in_the_middle_of_a_form_gets_back_what_was_typed(
    inside: Client, desk: Desk, doorway: Doorway
) -> None:
    address = f"/case/{desk.case.pk}/contacts/new"
    inside.logout()
    answer = inside.post(address, POSTED, headers=HERE)
    told = answer.content.decode()
    assert answer.status_code == 403
    assert NOTE.splitlines()[1] in told
    assert "the envoy" in told
    assert "never shown again" not in told
    place = next(part for part in told.split('"') if part.startswith("/enter?next="))
    assert parse_qs(urlsplit(place).query)["next"] == ["/case/1/contacts/new?from=here"]
    after = inside.post(place, {"key": doorway.keys[-1]})
    assert after["Location"] == "/case/1/contacts/new?from=here"


def test_a_form_that_is_too_old_gives_back_what_was_typed(inside: Client, desk: Desk) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    answer = strict.post(f"/case/{desk.case.pk}/contacts/new", POSTED, headers=HERE)
    told = answer.content.decode()
    assert answer.status_code == 403
    assert "Nobody answered." in told
    assert 'href="/case/1/contacts/new?from=here"' in told


def test_what_another_site_sends_is_never_shown_as_if_it_was_typed_here(inside: Client, desk: Desk) -> None:
    address = f"/case/{desk.case.pk}/contacts/new"
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    for headers in (
        {"sec-fetch-site": "cross-site", "referer": "http://127.0.0.1/"},
        {"sec-fetch-site": "none"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {},
    ):
        answer = strict.post(address, POSTED, headers=headers)
        assert answer.status_code == 403
        assert "envoy" not in answer.content.decode(), headers
        assert "elsewhere" not in answer.content.decode()
    inside.logout()
    answer = inside.post(address, POSTED, headers={"sec-fetch-site": "cross-site"})
    assert (answer.status_code, answer["Location"]) == (302, "/enter")


def test_hostile_text_is_given_back_as_text(inside: Client, desk: Desk) -> None:
    inside.logout()
    posted = {"note": "</textarea><script>alert('now and then')</script>"}
    answer = inside.post(f"/case/{desk.case.pk}/contacts/new", posted, headers=HERE)
    assert "&lt;script&gt;" in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
