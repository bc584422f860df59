"""Find while somebody types, and a person of whom much is said, page by page."""

from __future__ import annotations

from django.test import Client
from tests.casework.build import CaseFile, full_case
from tests.casework.conftest import Desk
from tests.web.conftest import sign_in

from homeward.casework.actions.cases import restrict
from homeward.casework.models import AuditEvent, Claim, Classification
from homeward.casework.queries.pages import CLAIMS, EVENTS

TYPING = {"hx-request": "true"}


def test_while_typing_names_alone_are_shown_and_it_says_so(inside: Client, desk: Desk) -> None:
    person, hidden = desk.person(), desk.person("Marko Velasquin")
    restrict(desk.chief, hidden, level=Classification.CONFIDENTIAL, reason="a source is in danger")
    for typed in ("M", "Ma", "Мар", "Marko Vel", "Velaskin"):
        answer = inside.get("/find", {"q": typed}, headers=TYPING).content.decode()
        assert f"/person/P{person.pk}" in answer, typed
        assert f"P{hidden.pk}" not in answer
        assert "<html" not in answer
        assert "press Find" in answer or "Press Find" in answer
        assert "<details>" not in answer
    event = AuditEvent.objects.order_by("-number")[0]
    assert (event.act, event.about) == ("find", [["person", person.pk]])
    assert "so far" in inside.get("/find", {"q": "Wolfgang"}, headers=TYPING).content.decode()
    assert "Go on typing" in inside.get("/find", {"q": " "}, headers=TYPING).content.decode()


def test_a_few_letters_show_whose_names_begin_so_on_the_whole_page(inside: Client, desk: Desk) -> None:
    person = desk.person()
    page = inside.get("/find?q=Mar").content.decode()
    assert "whose names begin so" in page
    assert f"/person/P{person.pk}" in page
    assert "begin so" not in inside.get("/find?q=Marko").content.decode()


def test_every_claim_and_every_event_of_a_person_stands_on_some_page(client: Client, db: None) -> None:
    file: CaseFile = full_case(1)
    person = file.people[0]
    first = Claim.objects.filter(person=person, subject="alive").order_by("pk")[0]
    values = {f.attname: getattr(first, f.attname) for f in Claim._meta.concrete_fields if not f.primary_key}
    Claim.objects.bulk_create(Claim(**{**values, "value": f"place {n}"}) for n in range(EVENTS + CLAIMS))
    total = Claim.objects.filter(person=person).count()
    sign_in(client, file.user)
    address = f"/person/P{person.pk}?as_of=2031-06-01"
    shown: list[int] = []
    pages = -(-total // CLAIMS)
    for number in range(1, pages + 1):
        told = client.get(f"{address}&page={number}").context["told"]
        assert (told.claims.pages, told.claimed) == (pages, total)
        shown += [int(line.ref[1:]) for line in told.picture.lines]
    assert sorted(shown) == sorted(Claim.objects.filter(person=person).values_list("pk", flat=True))
    spans = client.get(address).context["told"].spans
    assert spans.pages == 2
    drawn = [event for n in (2, 1) for event in client.get(f"{address}&span={n}").context["told"].events]
    assert len(drawn) == spans.total
    days = [event.on.earliest or event.on.latest for event in drawn]
    assert days == sorted(days)
    page = client.get(address).content.decode()
    assert "Earlier events" in page
    assert f'href="#C{shown[-1]}"' not in page  # what stands on another page is a link to its own
