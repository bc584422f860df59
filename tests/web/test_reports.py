"""Reports through the pages: taken in, read in place, decided on, and taken back."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.casework.build import AS_OF, CaseFile
from tests.web.conftest import sign_in

from homeward.casework import access, queries
from homeward.casework.actions.cases import record_party
from homeward.casework.actions.proposals import accept_proposal
from homeward.casework.corrections import values_read
from homeward.casework.models import (
    Answer,
    AuditEvent,
    Capture,
    Claim,
    Classification,
    Commitment,
    Proposal,
    Statement,
)
from homeward.casework.queries.reports import PART, NumberedProposal, pieces_of
from homeward.reading.proposals import ProposalKind, ProposedLink, proposal_from_json
from homeward.records import AnswerCode, Attribution, ClaimSubject, LinkRole, Polarity

pytestmark = pytest.mark.django_db

NAMES = (
    "Maro Velisk",
    "Ilka Tamor",
    "Danil Orfe",
    "Sena Kholt",
    "Bardo Ruin",
    "Elva Marsh",
    "Tovi Lerr",
    "Anka Dorst",
)
ARTICLE = (
    "Ostrel, 1 March (Wire of Ostrel). The Ministry of Calm is looking for the eight people on the list, its "
    "spokesman told Wire of Ostrel on Saturday.\n\n"
    "“We are looking for them. As soon as we find them, we will release them,” the spokesman said. He gave no date."
)


def of_kind(capture: Capture, kind: ProposalKind) -> Proposal:
    return capture.proposals.filter(kind=kind).order_by("pk")[0]


def decide(page, proposal: Proposal, decision: str = "accept", **more):
    return page.post(f"/proposal/X{proposal.pk}/decide", {"decision": decision, "reason": "", **more})


def a_report(file: CaseFile, *, text: str | None = None):
    """A report with a claim, a statement on the same words, and words of a third overlapping both."""
    person = file.person("Maro Velisk")
    text = text or "The envoy said that Maro Velisk is alive in the harbour. Nobody else was named."
    capture = file.report(text)
    words = text[:56]
    claim = file.proposal(
        capture, ProposalKind.CLAIM, words, persons=[person], subject=ClaimSubject.ALIVE, polarity=Polarity.ASSERTS
    )
    file.proposal(capture, ProposalKind.STATEMENT, words)
    file.proposal(capture, ProposalKind.MENTION, text[20:70], persons=[person])
    return capture, claim, person


# --- journey 4 ----------------------------------------------------------------------------------------------------


def test_an_agency_report_becomes_a_chain_a_collective_answer_and_a_promise_without_date(page, file):
    people = [file.person(name) for name in NAMES]
    ours, _ = file.hand_over()

    taken = page.post(
        f"/case/{file.case.pk}/reports/new",
        {
            "text": ARTICLE,
            "publisher": "Ostrel Post",
            "published": "2031-03-02",
            "url": "https://ostrelpost.example/1",
        },
    )
    capture = Capture.objects.get(text__contains="We are looking")
    assert (taken.status_code, taken["Location"]) == (302, f"/report/R{capture.pk}")
    assert (capture.how, capture.url, capture.publisher.name) == (
        "pasted",
        "https://ostrelpost.example/1",
        "Ostrel Post",
    )
    assert not Statement.objects.filter(capture=capture).exists()

    told = page.get(f"/report/R{capture.pk}").content.decode()
    answer = capture.proposals.filter(kind=ProposalKind.ANSWER, payload__answer_code="searching").order_by("pk")[0]
    promise = of_kind(capture, ProposalKind.COMMITMENT)
    for proposal in (answer, promise):
        assert f'id="X{proposal.pk}"' in told
        assert decide(page, proposal)["Location"] == f"/report/R{capture.pk}#X{proposal.pk}"

    recorded = Answer.objects.get(code=AnswerCode.SEARCHING)
    assert recorded.item is None, "the words speak of the list, of nobody by name"
    chain = list(recorded.statement.chain.values_list("role", "name"))
    assert chain[0][0] == LinkRole.SPEAKER and chain[-1] == (LinkRole.PUBLISHER, "Ostrel Post")
    grid = queries.grid(file.user, file.case, as_of=AS_OF)
    answered = [cell for row in grid.rows for cell in row.cells if cell.code == AnswerCode.SEARCHING]
    assert len(answered) == 8 and all(cell.collective for cell in answered)

    kept = Commitment.objects.get()
    assert kept.due is None and "as soon as we find them" in kept.condition.casefold()
    assert kept.review_every_days == 30
    for person in people:
        picture = queries.picture(file.user, person, as_of=AS_OF)
        assert picture.acknowledged.startswith("No party is recorded as saying that it holds this person.")
        assert "searching, which neither acknowledges nor denies" in picture.acknowledged
        assert f"M{kept.pk}" in picture.open_commitments
    assert ours.answers.count() == 1


# --- taking in ----------------------------------------------------------------------------------------------------


def test_a_file_is_taken_in_and_the_same_file_again_changes_nothing(page, file):
    def send():
        held = SimpleUploadedFile("post.txt", ARTICLE.encode(), content_type="text/plain")
        known = {"publisher": "Ostrel Post", "published": "2031-03-02", "part_only": "on"}
        return page.post(f"/case/{file.case.pk}/reports/new", {"file": held, **known})

    first, again = send(), send()
    capture = Capture.objects.get()
    assert first["Location"] == again["Location"] == f"/report/R{capture.pk}"
    assert capture.complete is False, "only a part was brought: no silence can be found in it"
    assert capture.file_name == "post.txt"
    assert "held already" in page.get(again["Location"]).content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "no text and no file"),
        ({"text": "Words."}, "must be given"),
        ({"text": "Words.", "publisher": "Post", "published": "yesterday or so"}, "yesterday or so"),
        ({"text": "PK\x03\x04 words", "publisher": "Post", "published": "2031"}, "really is"),
    ],
)
def test_what_cannot_be_taken_in_is_said_in_the_form_and_nothing_is_kept(page, file, sent, said):
    answer = page.post(f"/case/{file.case.pk}/reports/new", sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Capture.objects.exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(page, file, monkeypatch):
    from homeward.exchange import Limits
    from homeward.web.forms import reports

    monkeypatch.setattr(reports, "_LIMITS", Limits(max_article_bytes=10))
    held = SimpleUploadedFile("post.txt", b"Words of nobody.", content_type="text/plain")
    answer = page.post(f"/case/{file.case.pk}/reports/new", {"file": held})
    assert answer.status_code == 422 and "The file has 16 bytes" in answer.content.decode()
    assert not Capture.objects.exists()


def test_a_refusal_speaks_of_no_option_of_the_command_line(page, file):
    held = SimpleUploadedFile("post.txt", b"Words of nobody.", content_type="text/plain")
    told = page.post(f"/case/{file.case.pk}/reports/new", {"file": held}).content.decode()
    assert "Name the publisher." in told and "--" not in re.sub(r"<!--.*?-->", "", told)


# --- one report ---------------------------------------------------------------------------------------------------


def test_overlapping_words_are_marked_in_place_and_every_letter_of_the_text_stays():
    one, two, three = (NumberedProposal(n, None, None) for n in (1, 2, 3))  # type: ignore[arg-type]
    text = "abcdefghij"
    pieces = pieces_of(text, 0, 10, [(1, 6, one), (4, 8, two), (4, 5, three)])
    assert "".join(piece.text for piece in pieces) == text
    assert [(p.text, p.depth, [o.number for o in p.begin]) for p in pieces] == [
        ("a", 0, []),
        ("bcd", 1, [1]),
        ("e", 3, [2, 3]),
        ("f", 2, []),
        ("gh", 1, []),
        ("ij", 0, []),
    ]


def test_a_report_shows_its_text_with_what_was_read_in_it(page, file):
    capture, claim, _ = a_report(file)
    told = page.get(f"/report/R{capture.pk}").content.decode()
    assert f'<a class="num" id="at-X{claim.pk}" href="#X{claim.pk}"' in told
    assert '<mark class="read more">' in told and '<mark class="read">' in told
    assert told.count("<blockquote") == 2, "two proposals rest on the same words, which stand there once"
    assert "said to be alive" in told and "a rule saw it" in told
    assert "Claim about a person" in told
    text = re.search(r'<div class="text"[^>]*>(.*?)</div>', told, re.DOTALL)
    plain = re.sub(r'<a class="num".*?</a>', "", text[1], flags=re.DOTALL)
    assert re.sub(r"<[^>]+>", "", plain) == capture.text


def test_a_report_keeps_its_own_direction_and_language(page, file):
    capture = file.report("وقال المتحدث إن الرجل حي.", language="ar")
    told = page.get(f"/report/R{capture.pk}").content.decode()
    assert '<div class="text" lang="ar" dir="rtl">' in told


def test_hostile_words_stay_words(page, file):
    text = '<script>alert(1)</script> said "Maro\u202e Velisk" & more <mark>words</mark> of the text.'
    capture, _, _ = a_report(file, text=text)
    for address in (f"/report/R{capture.pk}", f"/case/{file.case.pk}/proposals", f"/case/{file.case.pk}/reports"):
        told = page.get(address).content.decode()
        assert "<script>alert" not in told and "<mark>" not in told
        assert "\u202e" not in told


def test_a_long_text_is_shown_in_parts_that_join(page, file):
    text = "\n\n".join(f"Paragraph {n} of a long read-out that goes on." for n in range(1200))
    assert len(text) > 2 * PART
    capture = file.report(text)
    report = queries.report(file.user, capture, part=1)
    parts = [queries.report(file.user, capture, part=n) for n in range(1, report.parts + 1)]
    assert "".join(piece.text for part in parts for piece in part.pieces) == text
    answer = page.get(f"/report/R{capture.pk}?part=2")
    assert len(answer.content) < 500_000 and b"Part 2 of" in answer.content


def test_a_list_or_another_thing_is_no_report(page, file):
    stored = file.list_of([("Maro Velisk", "1990")])
    for address in (f"/report/R{stored.capture_id}", f"/report/L{stored.pk}", "/report/R987", "/report/nonsense"):
        assert page.get(address).status_code == 404


def test_copies_are_named_on_both_sides_and_the_statement_stands_once(page, file):
    capture, claim, _ = a_report(file)
    accept_proposal(file.user, claim)
    copy = file.report(capture.text + " ", publisher="Herald", copies=capture)
    again = file.proposal(copy, ProposalKind.STATEMENT, claim.quote)
    waiting = page.get(f"/report/R{copy.pk}").content.decode()
    (kept,) = Statement.objects.all()
    assert "The same statement is recorded already:" in waiting and f">T{kept.pk}<" in waiting
    accept_proposal(file.user, again)
    first, second = Statement.objects.order_by("pk")
    assert second.repeats == first
    told = page.get(f"/report/R{copy.pk}").content.decode()
    assert f'near copy of <a class="ref" href="/report/R{capture.pk}">' in told
    recorded = told.split('id="recorded"')[1]
    assert recorded.count("<blockquote") == 1
    assert f">T{first.pk}<" in recorded and f">T{second.pk}<" in recorded
    assert f'href="/report/R{copy.pk}"' in page.get(f"/report/R{capture.pk}").content.decode()


# --- deciding -----------------------------------------------------------------------------------------------------


def test_rejecting_needs_a_reason(page, file):
    _, claim, _ = a_report(file)
    answer = decide(page, claim, "reject")
    assert answer.status_code == 422 and "No reason is given" in answer.content.decode()
    assert decide(page, claim, "reject", reason="it is another Maro").status_code == 302
    assert not Claim.objects.exists()
    told = page.get(f"/case/{file.case.pk}/proposals?decided=1").content.decode()
    assert "Rejected" in told and "it is another Maro" in told


def test_the_persons_meant_can_be_chosen(page, file):
    _, claim, _ = a_report(file)
    other = file.person("Maro Veliskin")
    assert decide(page, claim, persons=[f"P{other.pk}"], credibility="3").status_code == 302
    made = Claim.objects.get()
    assert (made.person, made.credibility) == (other, 3)


def test_what_was_read_wrongly_is_corrected_and_both_readings_are_kept(page, file):
    capture, claim, _ = a_report(file)
    asked = page.get(f"/proposal/X{claim.pk}").content.decode()
    assert '<details class="correct"><summary>' in asked and 'name="read-speaker"' in asked
    form = {f"read-{name}": value for name, value in values_read(proposal_from_json(claim.payload)).items()}
    wrong = decide(page, claim, **form | {"read-content": "Maro Velisk is <b>gone</b>"})
    told = wrong.content.decode()
    assert wrong.status_code == 422 and "do not stand in the report" in told
    assert '<details class="correct" open>' in told and "Maro Velisk is &lt;b&gt;gone" in told, "what was typed stays"
    assert decide(page, claim, **form | {"read-on": "the day after"}).status_code == 422
    assert not Claim.objects.exists()
    right = form | {"read-speaker": "The envoy", "read-subject": "whereabouts", "read-value": "the harbour"}
    assert decide(page, claim, **right | {"read-on": "2026-03"}).status_code == 302
    made = Claim.objects.get()
    assert (made.subject, made.value, str(made.valid_time)) == ("whereabouts", "the harbour", "2026-03")
    told = page.get(f"/report/R{capture.pk}").content.decode()
    assert "Corrected:" in told and "where the person is" in told and "read as" in told and "nothing was read" in told


def test_a_protected_source_is_neither_shown_nor_changed_by_whoever_corrects(page, file):
    capture = file.report("Captain Orlo Hidd said that Maro Velisk is alive.")
    record_party(file.user, file.case, "Captain Orlo Hidd", protected=True)
    chain = (ProposedLink(LinkRole.SPEAKER, "Captain Orlo Hidd", Attribution.NAMED),)
    claim = file.proposal(
        capture, ProposalKind.CLAIM, "Maro Velisk is alive", persons=[file.person("Maro Velisk")], chain=chain,
        subject=ClaimSubject.ALIVE, polarity=Polarity.ASSERTS,
    )  # fmt: skip
    asked = page.get(f"/proposal/X{claim.pk}").content.decode()
    assert "a protected source" in asked and 'name="read-speaker"' not in asked and 'name="read-subject"' in asked


def test_where_namesakes_may_be_meant_the_form_asks_who(page, file):
    one, other = file.person("Maro Velisk"), file.person("Maro Velisk")
    capture = file.report("The envoy said that Maro Velisk is alive in the harbour.")
    proposal = file.proposal(
        capture, ProposalKind.CLAIM, "Maro Velisk is alive", persons=[one, other], subject=ClaimSubject.ALIVE,
        polarity=Polarity.ASSERTS,
    )  # fmt: skip
    asked = decide(page, proposal, reason="said on the record")
    told = asked.content.decode()
    assert asked.status_code == 422 and "may be any of" in told and "Say who is meant" in told
    assert f'value="P{other.pk}"' in told and "said on the record" in told, "what was typed stays"
    assert decide(page, proposal, persons=[f"P{other.pk}"]).status_code == 302
    assert Claim.objects.get().person == other


def test_a_person_who_is_not_there_is_refused_in_the_form(page, file):
    _, claim, _ = a_report(file)
    elsewhere = CaseFile(file.user, CaseFile.new("Another search").case).person("Hidden One")
    for reference in ("P987654", f"P{elsewhere.pk}", "R1"):
        answer = decide(page, claim, persons=[reference])
        assert answer.status_code == 422, reference
        assert "Hidden One" not in answer.content.decode()
    assert not Claim.objects.exists()


def test_a_decision_is_undone_and_the_proposal_waits_again(page, file):
    capture, claim, _ = a_report(file)
    decide(page, claim, back="case")
    told = page.get(f"/report/R{capture.pk}").content.decode()
    made = Claim.objects.get()
    assert "Accepted" in told and f">C{made.pk}<" in told
    assert page.get(f"/proposal/X{claim.pk}/undo").status_code == 200
    assert page.post(f"/proposal/X{claim.pk}/undo", {"reason": "read too fast"}).status_code == 302
    assert queries.waiting(file.user, file.case, as_of=AS_OF).proposals == 3
    assert page.get(f"/proposal/X{claim.pk}/undo").status_code == 404
    assert hasattr(made, "withdrawal")


def test_proposals_of_the_case_are_chosen_by_kind(page, file):
    a_report(file)
    address = f"/case/{file.case.pk}/proposals"
    every, claims = page.get(address).content.decode(), page.get(f"{address}?kind=claim").content.decode()
    assert every.count('<article class="proposal"') == 3
    assert claims.count('<article class="proposal"') == 1
    assert page.get(f"{address}?kind=nonsense").status_code == 404


# --- who may ------------------------------------------------------------------------------------------------------


def test_a_reader_reads_and_decides_nothing(client, file, reader):
    capture, claim, _ = a_report(file)
    inside = sign_in(client, reader)
    told = inside.get(f"/report/R{capture.pk}").content.decode()
    assert "/decide" not in told and "said to be alive" in told
    assert "/decide" not in inside.get(f"/proposal/X{claim.pk}").content.decode()
    assert "reports/new" not in inside.get(f"/case/{file.case.pk}/reports").content.decode()
    for address in (f"/proposal/X{claim.pk}/decide", f"/proposal/X{claim.pk}/undo"):
        assert inside.get(address).status_code == inside.post(address, {"reason": "no"}).status_code == 404
    assert inside.get(f"/case/{file.case.pk}/reports/new").status_code == 404
    assert inside.post(f"/case/{file.case.pk}/reports/new", {"text": ARTICLE}).status_code == 404
    assert not claim.decisions.exists()


def test_what_is_not_for_you_is_not_there(client, file, reader):
    secret = file.report("The mediator said that Maro Velisk is alive.", classification=Classification.MEDIATOR)
    hidden = file.proposal(secret, ProposalKind.STATEMENT, "Maro Velisk is alive")
    inside = sign_in(client, reader)
    for address in (f"/report/R{secret.pk}", f"/proposal/X{hidden.pk}", f"/proposal/X{hidden.pk}/decide"):
        answer = inside.get(address)
        assert answer.status_code == 404 and b"Not there" in answer.content, address
        assert b"mediator" not in answer.content
    for address in ("reports", "proposals"):
        told = inside.get(f"/case/{file.case.pk}/{address}").content.decode()
        told = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", told)  # any letters may stand in it
        assert "mediator said" not in told and f"R{secret.pk}" not in told


def test_every_read_is_in_the_audit(page, file):
    capture, claim, person = a_report(file)
    for address, act in (
        (f"/case/{file.case.pk}/reports", "read_reports"),
        (f"/report/R{capture.pk}", "read_report"),
        (f"/case/{file.case.pk}/proposals", "read_proposals"),
        (f"/proposal/X{claim.pk}", "read_proposal"),
    ):
        page.get(address)
        event = AuditEvent.objects.order_by("number").last()
        assert (event.act, event.case_id) == (act, file.case.pk), address
        assert act == "read_reports" or ["person", person.pk] in [list(told[:2]) for told in event.about]


def test_pages_ask_the_database_no_more_when_there_is_twice_as_much(page, file):
    capture, claim, _ = a_report(file)
    accept_proposal(file.user, claim)
    copied = file.report(f"{capture.text} Once more.", copies=capture)
    accept_proposal(file.user, file.proposal(copied, ProposalKind.STATEMENT, claim.quote))

    def asked(address: str) -> int:
        page.get(address)
        with CaptureQueriesContext(connection) as found:
            assert page.get(address).status_code == 200
        return len(found)

    addresses = (
        f"/case/{file.case.pk}/reports",
        f"/report/R{capture.pk}",
        f"/case/{file.case.pk}/proposals",
        f"/case/{file.case.pk}/proposals?decided=1",
        f"/proposal/X{claim.pk}",
    )
    before = [asked(address) for address in addresses]
    for n in range(4):
        other = file.person(f"Another Person {n}")
        copy = file.report(f"{capture.text} Again {n}.", copies=capture)
        accept_proposal(file.user, file.proposal(copy, ProposalKind.STATEMENT, claim.quote))
        for words in ("Nobody else", "named", "alive in"):
            again = file.proposal(
                capture, ProposalKind.CLAIM, words, persons=[other], subject=ClaimSubject.ALIVE,
                polarity=Polarity.ASSERTS,
            )  # fmt: skip
        accept_proposal(file.user, again)
    assert [asked(address) for address in addresses] == before


def test_references_lead_to_their_pages(page, file):
    capture, claim, _ = a_report(file)
    for thing in (capture, claim):
        from homeward.web.addresses import address_of

        assert page.get(address_of(access.ref_of(thing))).status_code == 200


# --- titles ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Talks go on\n\nThe envoy of Sart said so.", "Talks go on"),
        ("\n  The envoy of Sart said that talks go on.  \nMore is not known.",
         "The envoy of Sart said that talks go on."),
        ("The envoy " + "of the towns of Sart " * 20,
         "The envoy of the towns of Sart of the towns of Sart of the towns of Sart of the …"),
    ],
)  # fmt: skip
def test_a_pasted_report_is_called_by_its_first_line_and_can_be_called_otherwise(page, file, text, title):
    told = {"text": text, "publisher": "Ostrel Post", "published": "2031-03-02"}
    answer = page.post(f"/case/{file.case.pk}/reports/new", told)
    assert answer.status_code == 302
    capture = Capture.objects.get()
    assert capture.title == title
    before = (capture.content_id, capture.text, capture.published)
    where = answer["Location"]
    assert "pasted.txt" not in page.get(where).content.decode().split("What is kept")[0]
    assert page.post(f"{where}/title", {"title": " "}).status_code == 422
    assert page.post(f"{where}/title", {"title": "What the  envoy said"}).status_code == 302
    capture.refresh_from_db()
    assert capture.title == "What the envoy said"
    assert (capture.content_id, capture.text, capture.published) == before
    assert AuditEvent.objects.filter(act="rename_report").count() == 1


def test_the_title_is_all_of_a_report_that_may_be_changed(page, file):
    capture = file.report("The envoy spoke.")
    Capture.objects.filter(pk=capture.pk).update(title="x")
    for changed in ({"text": "x"}, {"title": "x", "text": "x"}, {"published": None}, {"url": "x"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Capture.objects.filter(pk=capture.pk).update(**changed)
