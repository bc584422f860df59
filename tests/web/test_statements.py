"""Statements and claims by hand, and the second reader of what is grave, through the pages."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.casework.build import AS_OF, CaseFile
from tests.web.conftest import sign_in

from homeward.casework import queries
from homeward.casework.actions.desk import add_user, grant_role
from homeward.casework.models import AuditEvent, Claim, Classification, Commitment, Role, SecondReading, Statement
from homeward.records import ClaimSubject, LinkRole, Manner

pytestmark = pytest.mark.django_db
WORDS = "Maro Velisk is dead"


def of_role(file: CaseFile, role: Role):
    added = add_user(file.user, f"the-{role.value}")
    grant_role(file.user, added, role, case=file.case, clearance=Classification.DESK)
    return added


def test_words_of_a_report_are_recorded_with_the_chain_by_which_they_came(page, file):
    capture = file.report("The envoy told the wire: “Maro Velisk is dead.” Nobody confirmed it.")
    party = file.party("Wire of Ostrel")
    sent = {
        "text": WORDS, "speaker": "the envoy", "attribution": "unnamed", "relays": "Wire of Ostrel",
        "said_on": "2031-03-01", "manner": "said", "direct": "on", "classification": "0",
        "translation": "В переводе", "translated_by": "the desk",
    }  # fmt: skip
    answer = page.post(f"/report/R{capture.pk}/statement", sent)
    made = Statement.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/statement/T{made.pk}")
    chain = [(link.role, link.name, link.party) for link in made.chain.all()]
    assert chain == [
        (LinkRole.SPEAKER, "the envoy", None),
        (LinkRole.RELAY, "Wire of Ostrel", party),
        (LinkRole.PUBLISHER, "Ostrel Post", capture.publisher),
    ]
    assert (made.manner, made.direct, made.translation) == (Manner.SAID, True, "В переводе")
    told = page.get(f"/statement/T{made.pk}").content.decode()
    assert WORDS in told and "В переводе" in told and "the envoy" in told


def test_words_that_do_not_stand_in_the_report_are_refused(page, file):
    capture = file.report("The envoy spoke of grain.")
    sent = {"text": WORDS, "attribution": "named", "manner": "said", "classification": "0"}
    answer = page.post(f"/report/R{capture.pk}/statement", sent)
    assert answer.status_code == 422 and "do not stand in the captured text" in answer.content.decode()
    assert not Statement.objects.exists()


def test_a_promise_is_recorded_from_a_statement(page, file):
    person = file.person("Maro Velisk")
    said = file.said("We will answer by May.", "s:Ministry of Calm > p:Ostrel Post")
    sent = {
        "by": "Ministry of Calm", "content": "We will answer", "due": "2031-05", "persons": [f"P{person.pk}"],
        "review_every_days": "14",
    }  # fmt: skip
    assert page.post(f"/statement/T{said.pk}/promise", sent).status_code == 302
    made = Commitment.objects.get()
    assert (made.due.edtf, made.review_every_days, list(made.persons.all())) == ("2031-05", 14, [person])
    assert f">M{made.pk}<" in page.get(f"/statement/T{said.pk}").content.decode()


def added(page, file, subject: str = "dead"):
    person = file.person("Maro Velisk")
    said = file.said("One outlet says that Maro Velisk is dead.", "s?:a source > p:Night Sheet")
    sent = {
        "persons": [f"P{person.pk}"], "subject": subject, "polarity": "asserts", "credibility": "6",
        "classification": "0",
    }  # fmt: skip
    answer = page.post(f"/statement/T{said.pk}/claim", sent)
    assert answer.status_code == 302, answer.content.decode()
    return person, said, Claim.objects.get()


def test_a_claim_of_death_waits_for_a_second_reader_and_says_nothing_in_the_headline(page, file):
    person, said, claim = added(page, file)
    headline = queries.picture(file.user, person, as_of=AS_OF).headline
    assert "died" not in headline and "waits for a second reader" in headline
    assert queries.waiting(file.user, file.case, as_of=AS_OF).second_readings == 1
    shown = page.get(f"/person/P{person.pk}").content.decode()
    assert "Waiting for a second reader" in shown and f"/claim/C{claim.pk}/second-reader" in shown
    assert "waiting for a second reader" in page.get(f"/statement/T{said.pk}").content.decode()
    assert "Recorded by you" in page.get(f"/case/{file.case.pk}/second-reader").content.decode()


def test_who_recorded_it_is_no_second_reader(page, file):
    person, _, claim = added(page, file)
    answer = page.post(f"/claim/C{claim.pk}/second-reader", {"note": ""})
    assert answer.status_code == 422 and "recorded by you" in answer.content.decode()
    assert not SecondReading.objects.exists()
    assert "waits for" in queries.picture(file.user, person, as_of=AS_OF).headline


def test_a_second_person_reads_it_and_it_counts_and_nothing_else_happens(client, file):
    person, _, claim = added(sign_in(client, file.user), file)
    second = of_role(file, Role.CASEWORKER)
    inside = sign_in(client, second)
    before = AuditEvent.objects.count()
    assert inside.get(f"/claim/C{claim.pk}/second-reader").status_code == 200
    assert inside.post(f"/claim/C{claim.pk}/second-reader", {"note": "read beside the page"}).status_code == 302
    made = SecondReading.objects.get()
    assert (made.claim, made.entered_by, made.note) == (claim, second, "read beside the page")
    acts = list(AuditEvent.objects.order_by("number").values_list("act", flat=True)[before:])
    assert [act for act in acts if not act.startswith("read_")] == ["confirm_claim"]
    headline = queries.picture(file.user, person, as_of=AS_OF).headline
    assert "claimed to have died" in headline and "second reader" not in headline
    assert "Second reader:" in inside.get(f"/person/P{person.pk}").content.decode()
    assert inside.get(f"/claim/C{claim.pk}/second-reader").status_code == 404, "nothing more is to be read"


@pytest.mark.parametrize("role", [Role.READER, Role.FAMILY_LIAISON])
def test_who_may_not_judge_is_no_second_reader(client, file, role):
    _, _, claim = added(sign_in(client, file.user), file)
    inside = sign_in(client, of_role(file, role))
    assert inside.get(f"/claim/C{claim.pk}/second-reader").status_code == 404
    assert inside.post(f"/claim/C{claim.pk}/second-reader", {"note": ""}).status_code == 404
    assert not SecondReading.objects.exists()


def test_other_claims_wait_for_nobody(page, file):
    person, _, claim = added(page, file, "alive")
    assert "said to be alive" in queries.picture(file.user, person, as_of=AS_OF).headline
    assert page.get(f"/claim/C{claim.pk}/second-reader").status_code == 404


def test_a_claim_is_withdrawn_with_a_reason_and_stays_readable(page, file):
    person, _, claim = added(page, file)
    assert page.post(f"/claim/C{claim.pk}/withdraw", {"reason": " "}).status_code == 422
    assert page.post(f"/claim/C{claim.pk}/withdraw", {"reason": "another Maro"}).status_code == 302
    picture = queries.picture(file.user, person, as_of=AS_OF)
    assert not picture.lines and picture.withdrawn[0].withdrawn == "another Maro"
    assert "another Maro" in page.get(f"/claim/C{claim.pk}").content.decode()
    again = page.post(f"/claim/C{claim.pk}/withdraw", {"reason": "twice"})
    assert again.status_code == 422 and "withdrawn already" in again.content.decode()
    assert queries.waiting(file.user, file.case, as_of=AS_OF).second_readings == 0


def test_a_claim_is_about_somebody(page, file):
    said = file.said("They are alive.", "s:Ministry of Calm > p:Ostrel Post")
    sent = {"subject": "alive", "polarity": "asserts", "credibility": "6", "classification": "0"}
    answer = page.post(f"/statement/T{said.pk}/claim", sent)
    assert answer.status_code == 422 and "Choose whom it is about." in answer.content.decode()
    hidden = CaseFile(file.user, CaseFile.new("Another search").case).person("Hidden One")
    refused = page.post(f"/statement/T{said.pk}/claim", {**sent, "persons": [f"P{hidden.pk}"]})
    assert refused.status_code == 422 and "Hidden One" not in refused.content.decode()
    assert not Claim.objects.exists()


def test_a_reader_reads_and_records_nothing(client, file):
    _, said, claim = added(sign_in(client, file.user), file)
    inside = sign_in(client, of_role(file, Role.READER))
    for address in (f"/statement/T{said.pk}", f"/claim/C{claim.pk}", f"/case/{file.case.pk}/second-reader"):
        told = inside.get(address)
        assert told.status_code == 200
        main = told.content.decode().split("<main")[1].split("</main")[0]
        assert "/withdraw" not in main and "/second-reader" not in main
    for address in (
        f"/statement/T{said.pk}/claim", f"/statement/T{said.pk}/promise", f"/claim/C{claim.pk}/withdraw",
        f"/report/R{said.capture_id}/statement",
    ):  # fmt: skip
        assert inside.get(address).status_code == inside.post(address, {"reason": "x"}).status_code == 404, address


def test_what_is_not_for_you_is_not_there(client, file):
    person = file.person("Maro Velisk")
    secret = file.said(WORDS, "s:the mediator > p:Ostrel Post", classification=Classification.MEDIATOR)
    claim = file.claim(person, ClaimSubject.DEAD, classification=Classification.MEDIATOR)
    inside = sign_in(client, of_role(file, Role.CASEWORKER))
    for address in (
        f"/statement/T{secret.pk}", f"/statement/T{secret.pk}/claim", f"/claim/C{claim.pk}",
        f"/claim/C{claim.pk}/second-reader", "/statement/T987654", "/claim/C987654", "/claim/P1", "/statement/x",
    ):  # fmt: skip
        assert inside.get(address).status_code == 404, address
    assert "Maro" not in inside.get(f"/case/{file.case.pk}/second-reader").content.decode()


def test_pages_ask_the_database_no_more_when_there_is_twice_as_much(page, file):
    people = [file.person(f"Maro Velisk {n}") for n in range(6)]
    claim = file.claim(people[0], ClaimSubject.DEAD)
    addresses = (
        f"/statement/T{claim.statement_id}", f"/claim/C{claim.pk}", f"/case/{file.case.pk}/second-reader",
    )  # fmt: skip

    def asked(address: str) -> int:
        page.get(address)
        with CaptureQueriesContext(connection) as told:
            assert page.get(address).status_code == 200
        return len(told)

    before = [asked(address) for address in addresses]
    from homeward.casework.actions.claims import add_claim

    for person in people[1:]:
        file.claim(person, ClaimSubject.RELEASED)
        add_claim(file.user, person, subject=ClaimSubject.DEAD, statement=claim.statement)
    assert [asked(address) for address in addresses] == before
