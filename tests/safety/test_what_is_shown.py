"""What is shown and to whom, and what nobody does alone: D1, D7, D9, D11, D12, D20, D21, D22, D25."""

from __future__ import annotations

import ast
import json
import re
import socket
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from django.core import serializers
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.casework.build import AS_OF, full_case, on
from tests.casework.conftest import assess_what_leaves, make_desk

import homeward
from homeward.casework import access, audit, queries
from homeward.casework.actions.answers import record_answer
from homeward.casework.actions.claims import add_claim, confirm_claim
from homeward.casework.actions.commitments import record_commitment, review_commitment
from homeward.casework.actions.contacts import record_contact
from homeward.casework.actions.enquiries import record_enquirer, record_enquiry
from homeward.casework.actions.links import judge_link, reverse_judgement
from homeward.casework.actions.silences import CoverageRow, record_silence
from homeward.casework.actions.statements import NewLink, record_statement
from homeward.casework.append_only import lay_guards, lift_guards
from homeward.casework.lookups import BULK
from homeward.casework.models import (
    GRAVE,
    AuditEvent,
    Claim,
    Commitment,
    Contact,
    ItemLink,
    NameForm,
    Person,
    Role,
    SecondReading,
    SilenceFinding,
    Statement,
    waits_for_reader,
)
from homeward.errors import BadInputError, ConflictError, TooManyError
from homeward.records import AnswerCode, ClaimSubject, ContactKind, LinkRole, Polarity, SilenceVerdict, Verdict

pytestmark = pytest.mark.django_db
SOURCE = Path(homeward.__file__).parent

# --- D1: no status without who said so, where and when --------------------------------------------------------------

_FATE = r"(?:held|dead|released|killed|freed|alive|imprisoned|captive|a hostage|injured|wounded)"
_BARE = re.compile(
    rf"\b(?:is|are|was|were|has been|have been|has|have)\s+(?:now\s+|still\s+)?(?:{_FATE}|died)\b", re.I
)
_OF_A_THING = re.compile(
    r"(?:lists?|files?|reports?|reports? that|texts?|forms?|copy|it|what|which|bytes|paper|words)\W*$", re.I
)
_SAID = re.compile(
    r"\b(?:said|says|say|denied|denies|reported|whether|claims?|claimed|confirmed|that the person|that somebody"
    r"|promised|asked|that they do not know|told|speaker)\b",
    re.I,
)


def _sentences_shown(html: str) -> list[str]:
    """The page's own sentences: what a source is quoted with stands in quotation, and is its word."""
    html = re.sub(r"<(style|script|blockquote|svg|select|datalist)\b.*?</\1>", " ", html, flags=re.S)
    html = re.sub(r"<(?:/?(?:p|li|td|th|dd|dt|h\d|div|section|tr|summary|caption|option)\b[^>]*|br)>", "\n", html)
    text = unescape(re.sub(r"<[^>]+>", "", html))
    return [line.strip() for line in re.split(r"\n+|(?<=[.!?])\s", text) if line.strip()]


def _bare_in(sentence: str) -> bool:
    found = _BARE.search(sentence)
    return bool(found and not _OF_A_THING.search(sentence[: found.start()]) and not _SAID.search(sentence))


@pytest.mark.parametrize("subject", [s for s in ClaimSubject if s is not ClaimSubject.LISTED])
@pytest.mark.parametrize("polarity", Polarity)
def test_d1_every_status_on_a_page_has_its_claim_its_source_and_its_date(file, signed_in, subject, polarity):
    person = file.person("Maro Velisk")
    claim = file.claim(person, subject, "s:Envoy of Sart > r:Wire > p:Sart Courier", polarity=polarity, value="so")
    file.read_again(claim)
    page = signed_in(file.user)
    for address in (f"/person/P{person.pk}", f"/case/{file.case.pk}/findings", f"/claim/C{claim.pk}"):
        html = page.get(address).content.decode()
        lines = re.findall(r'<li class="claim"[^>]*>.*?</li>', html, re.S)
        assert lines, address
        for line in lines:
            assert f'"ref">C{claim.pk}' in line, address
            assert "Sart Courier" in line and "Envoy of Sart" in line, address
            assert 'datetime="2031-03-01"' in line, address
            assert "<blockquote" in line, address
        assert not [words for words in _sentences_shown(html) if _bare_in(words)], address


def test_d1_no_page_of_a_full_case_says_a_fate_as_a_fact(db, signed_in):
    file = full_case()
    page = signed_in(file.user)
    case = f"/case/{file.case.pk}"
    for address in ("/", f"{case}/", f"{case}/people", f"{case}/findings", f"{case}/rounds", f"{case}/unanswered",
                    *(f"/person/P{person.pk}" for person in file.people)):  # fmt: skip
        html = page.get(address).content.decode()
        assert not [words for words in _sentences_shown(html) if _bare_in(words)], address


def test_d1_the_lint_finds_what_it_is_for():
    for words in ("Maro Velisk is dead.", "She was released on 3 March", "They are held in camp 4", "He has died"):
        assert _bare_in(words), words
    for words in (
        "said to be dead, by the envoy",
        "No list is held in this case yet.",
        "whether this person is dead",
    ):
        assert not _bare_in(words), words


def test_d1_no_template_or_text_of_the_desk_says_a_fate_as_a_fact():
    found = []
    for path in [*SOURCE.rglob("templates/**/*.html"), *SOURCE.rglob("templates/**/*.txt")]:
        found += [(path.name, words) for words in _sentences_shown(path.read_text("utf-8")) if _bare_in(words)]
    for folder in ("web", "findings", "casework/queries"):
        for path in (SOURCE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
                    docs = "\n" in node.value or (node.value.endswith(".") and node.col_offset == 4)
                    if not docs and _bare_in(node.value):
                        found.append((path.name, node.value))
    assert not found


# --- D7: walls between the relatives of one person ------------------------------------------------------------------


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.AUDITOR, Role.ADMINISTRATOR)])
def test_d7_no_relative_stands_on_the_persons_page_or_in_the_search(desk, signed_in, role):
    person = desk.person()
    for name, contact in (("Ana Zorvicka", "ZORVCONTACT"), ("Bela Zorvicka", "ZORVBAKERY")):
        enquirer = record_enquirer(desk.chief, desk.case, name, safe_contact=contact)
        record_enquiry(
            desk.chief, enquirer, person, relation="zorvsister", channel="telephone", asked_on=date(2026, 3, 1),
            questions="ZORVQUESTION",
        )  # fmt: skip
    page = signed_in(desk.users[role])
    for address in (
        f"/person/P{person.pk}", f"/person/P{person.pk}/leaving", f"/case/{desk.case.pk}/findings",
        f"/case/{desk.case.pk}/people", f"/case/{desk.case.pk}/due.ics", f"/case/{desk.case.pk}/",
    ):  # fmt: skip
        body = page.get(address).content.decode().lower()
        if role in (Role.FAMILY_LIAISON, Role.SUPERVISOR) and address == f"/person/P{person.pk}":
            # Who works with relatives sees that both asked; what they said and where they are stands with each alone.
            assert "ana zorvicka" in body and "bela zorvicka" in body
            body = body.replace("zorvicka", "")
        assert "zorv" not in body, address
    for asked in ("Zorvicka", "Ana+Zorvicka", "ZORVBAKERY"):
        body = page.get(f"/find?q={asked}").content.decode()
        assert "was found" in body and 'class="hits"' not in body


# --- D9: no lookup from outside, none in bulk -----------------------------------------------------------------------


def test_d9_nobody_looks_a_name_up_without_signing_in(desk):
    desk.person()
    client = Client(headers={"host": "127.0.0.1"})
    for headers in ({}, {"HX-Request": "true"}):
        answer = client.get("/find?q=Velaskin", headers=headers)
        assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/sign-in")
        assert b"Velaskin" not in answer.content
    assert not AuditEvent.objects.filter(act="find").exists()


def test_d9_too_many_searches_in_a_minute_wait_and_nothing_is_lost(desk, signed_in, settings):
    settings.FINDS_A_MINUTE = 3
    desk.person()
    page = signed_in(desk.worker)
    for typing in ({}, {"HX-Request": "true"}, {}):
        assert page.get("/find?q=Velaskin", headers=typing).status_code == 200
    for typing in ({}, {"HX-Request": "true"}):
        answer = page.get("/find?q=Velaskin", headers=typing)
        body = answer.content.decode()
        assert answer.status_code == 429
        assert 1 <= int(answer["Retry-After"]) <= 60
        assert "too many searches" in body and "Marko" not in body
    assert 'value="Velaskin"' in page.get("/find?q=Velaskin").content.decode(), "what was typed stands in the box"
    assert AuditEvent.objects.filter(act="find").count() == 3
    assert signed_in(desk.chief).get("/find?q=Velaskin").status_code == 200, "others search on"


def test_d9_a_search_before_an_enquiry_waits_too(desk, signed_in, settings):
    settings.FINDS_A_MINUTE = 1
    desk.person()
    page = signed_in(desk.users[Role.FAMILY_LIAISON])
    address = f"/case/{desk.case.pk}/asks?q=Velaskin"
    assert page.get(address).status_code == 200
    answer = page.get(address)
    body = answer.content.decode()
    assert answer.status_code == 429
    assert 1 <= int(answer["Retry-After"]) <= 60
    assert "too many searches" in body and 'value="Velaskin"' in body and "Marko" not in body


def test_d9_a_page_that_says_nothing_of_its_own_says_that_it_was_asked_too_often(desk, signed_in, monkeypatch):
    def too_many(*_: object, **__: object) -> None:
        raise TooManyError("too many", wait_seconds=7)

    monkeypatch.setattr("homeward.casework.queries.people_page", too_many)
    answer = signed_in(desk.worker).get(f"/case/{desk.case.pk}/people")
    assert (answer.status_code, answer["Retry-After"]) == (429, "7")
    assert "Ask again in 7 seconds" in answer.content.decode()


def test_d9_looking_up_in_bulk_is_told_to_who_supervises_once_an_hour(desk, signed_in, settings):
    settings.FINDS_FLAGGED_AN_HOUR = 3
    desk.person()
    page = signed_in(desk.worker)
    for _ in range(6):
        assert page.get("/find?q=Velaskin").status_code == 200
    event = AuditEvent.objects.get(act=BULK)
    assert (event.user, event.case_id) == (desk.worker.username, desk.case.pk)
    shown = signed_in(desk.users[Role.SUPERVISOR]).get("/audit").content.decode()
    assert "Somebody looked up many names" in shown
    assert audit.verify().ok


def test_d10_a_deleted_or_altered_event_is_found(desk, signed_in):
    page = signed_in(desk.worker)
    person = desk.person()
    for address in (f"/person/P{person.pk}", "/find?q=Velaskin", f"/case/{desk.case.pk}/findings"):
        page.get(address)
    last = audit.head().number
    for number in (1, last - 2, last):
        for change in ("UPDATE casework_auditevent SET act = 'nothing' WHERE number = %s",
                       "UPDATE casework_auditevent SET at = '2020-01-01 00:00:00' WHERE number = %s",
                       "DELETE FROM casework_auditevent WHERE number = %s"):  # fmt: skip
            with transaction.atomic():
                lift_guards(connection)
                with connection.cursor() as cursor:
                    cursor.execute(change, [number])
                report = audit.verify()
                transaction.set_rollback(True)
            assert not report.ok and report.first_bad == number, change
    lay_guards(connection)
    assert audit.verify().ok


# --- D11: two people for what is grave, and nothing goes out --------------------------------------------------------

_SENDING = {
    "smtplib", "email.mime", "django.core.mail", "urllib.request", "http.client", "httpx", "requests", "aiohttp",
    "ftplib", "telnetlib", "xmlrpc", "websockets", "webbrowser", "twilio", "sendgrid",
}  # fmt: skip
# The optional reader, off unless it is set up; it is shown a report when somebody asks, and knows of no status.
_MAY_CONNECT = {"reading/reader/client.py", "reading/reader/transport.py"}


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{name.name}" for name in node.names)
    return found


def test_d11_no_code_of_the_desk_can_send_anything():
    sending = {
        str(path.relative_to(SOURCE)): sorted(_imported(path) & _SENDING)
        for path in SOURCE.rglob("*.py")
        if _imported(path) & _SENDING
    }
    assert set(sending) <= _MAY_CONNECT, sending


@pytest.mark.parametrize("subject", sorted(GRAVE))
def test_d11_what_is_said_of_death_or_release_sets_nothing_going_and_needs_two(desk, monkeypatch, subject):
    def never(*_: object, **__: object) -> None:
        raise AssertionError("something was sent")

    monkeypatch.setattr(socket.socket, "connect", never)
    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", never)
    person, other = desk.person(), desk.person("Ilka Tamorevic")
    claim = add_claim(desk.worker, person, subject=subject, statement=desk.statement())
    before = queries.picture(desk.worker, person, as_of=date(2026, 3, 9)).headline
    assert "waits for a second reader" in before
    with pytest.raises(ConflictError, match="recorded by you"):
        confirm_claim(desk.worker, claim)
    assert waits_for_reader(Claim.objects.get())
    acts = AuditEvent.objects.count()
    confirm_claim(desk.users[Role.SUPERVISOR], claim)
    assert [e.act for e in AuditEvent.objects.order_by("number")[acts:]] == ["confirm_claim"]
    assert "waits for a second reader" not in queries.picture(desk.worker, person, as_of=date(2026, 3, 9)).headline
    assert not queries.picture(desk.worker, other, as_of=date(2026, 3, 9)).lines


@pytest.mark.parametrize("answer", ["0", "", "false", "no", "off"])
def test_d11_zero_is_not_yes(desk, signed_in, answer):
    from homeward.casework.actions.preparations import prepare_list
    from homeward.casework.models import Approval

    held = prepare_list(
        desk.users[Role.LIST_OFFICER], desk.case, title="Round", recipient=desk.party(), people=[desk.person()]
    )
    assess_what_leaves(desk.chief, held)  # so that a yes would be taken
    page = signed_in(desk.users[Role.SUPERVISOR])
    page.post(f"/prepared/D{held.pk}", {"approves": answer, "reason": "r"})
    assert not Approval.objects.filter(approves=True).exists()
    assert not SecondReading.objects.exists()
    if answer != "no":  # which is an answer, and sends it back
        page.post(f"/prepared/D{held.pk}", {"approves": "yes"})
        assert Approval.objects.filter(approves=True).exists()


# --- D12: what was joined comes apart again -------------------------------------------------------------------------


def _stored() -> str:
    kept = (Person, NameForm, ItemLink)
    return json.dumps([json.loads(serializers.serialize("json", model.objects.order_by("pk"))) for model in kept])


def _seen(page: Client, address: str) -> str:
    html = page.get(address).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", html)


def test_d12_taking_a_judgement_back_restores_every_byte_and_closing_one_leaves_the_other(desk, signed_in):
    rows = ({"status": "held", "place_of_holding": "camp 4"}, {"status": "released"})
    items = list(desk.list(rows).items.order_by("ordinal"))
    one, other = desk.person(), desk.person("Ilka Tamorevic")
    first, second = desk.link(one, items[0]), desk.link(other, items[1])
    kept = judge_link(desk.worker, second, Verdict.SAME, "the year agrees")
    page = signed_in(desk.worker)
    case = f"/case/{desk.case.pk}"
    addresses = (f"/person/P{one.pk}", f"/person/P{other.pk}", f"{case}/people", f"{case}/candidates")
    shown = {address: _seen(page, address) for address in addresses}
    records = _stored()
    judgement = judge_link(desk.worker, first, Verdict.SAME, "the father's name agrees")
    assert _seen(page, f"/person/P{one.pk}") != shown[f"/person/P{one.pk}"], "it says something while it holds"
    assert _seen(page, f"/person/P{other.pk}") == shown[f"/person/P{other.pk}"]
    reverse_judgement(desk.worker, judgement, "another Marko")
    assert _stored() == records
    gone = re.compile(r"<details><summary>\d+ withdrawn claims?</summary>.*?</details>", re.S)
    for address, before in shown.items():
        assert gone.sub("", _seen(page, address)) == before, address
    reverse_judgement(desk.worker, kept, "another Ilka")
    assert _stored() == records


def test_d12_nothing_is_joined_by_the_name_alone(desk):
    from homeward.casework.actions.match import propose_links

    desk.person()
    desk.list()
    assert propose_links(desk.worker, desk.case) == 1
    assert not Claim.objects.exists()
    with pytest.raises(BadInputError):
        judge_link(desk.worker, ItemLink.objects.get(), Verdict.SAME, " ")


# --- D20: the original, its translation, and what we read in it -----------------------------------------------------


def test_d20_original_translation_and_inference_are_three_fields_and_a_translation_changes_no_claim(file, signed_in):
    person = file.person("Maro Velisk")
    words = "Маро Велиск жив, сказал посланник."
    capture = file.report(words, language="ru")
    said = record_statement(
        file.user, capture, text=words, chain=[NewLink(LinkRole.SPEAKER, "the envoy")], said_on=on("2031-03-01"),
        translation="Maro Velisk is well, the envoy said.", translated_by="J. Orlin",
    )  # fmt: skip
    claim = add_claim(file.user, person, subject=ClaimSubject.ALIVE, statement=said, value="as we read it")

    def seen() -> tuple:
        (line,) = queries.picture(file.user, person, as_of=AS_OF).lines
        return (
            line.wording.text,
            line.said,
            line.value,
            line.subject,
            line.polarity,
            line.independent,
        ), line.translation

    before, translation = seen()
    assert before[0] == words and translation == "Maro Velisk is well, the envoy said."
    assert "well" not in before[1] and words not in before[1], "our sentence quotes neither"
    html = signed_in(file.user).get(f"/person/P{person.pk}").content.decode()
    assert re.search(rf"<blockquote[^>]*>{words}</blockquote>", html)
    assert 'class="translation"' in html
    stored = serializers.serialize("json", Claim.objects.all())
    again = record_statement(
        file.user, capture, text=words, chain=[NewLink(LinkRole.SPEAKER, "the envoy")], said_on=on("2031-03-01"),
        translation="Maro Velisk is dead, the envoy said.",
    )  # fmt: skip
    assert again == said, "another translation makes no second statement"
    lift_guards(connection)
    Statement.objects.filter(pk=said.pk).update(translation="Maro Velisk is dead, the envoy said.")
    lay_guards(connection)
    after, translation = seen()
    assert translation == "Maro Velisk is dead, the envoy said."
    assert after == before
    assert serializers.serialize("json", Claim.objects.all()) == stored
    assert claim == Claim.objects.get()


# --- D21: one speaker or one wire is one source ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chains", "independent"),
    [
        (("s:Ministry > p:Post", "s:Ministry > p:Herald"), 1),
        (("s:Envoy > r:Wire > p:Post", "s:Council > r:Wire > p:Herald"), 1),
        (("s:Envoy > p:Post", "s:Council > p:Post"), 2),
        (("s:Envoy > r:Wire > p:Post", "s:Council > r:Telegraph > p:Herald"), 2),
        (("s:Envoy > p:Post", "s:Council > r:Wire > p:Herald", "s:Envoy > r:Wire > p:Courier"), 1),
        (("s?:a source > p:Post", "s:Council > p:Post"), 1),
    ],
)
def test_d21_claims_that_share_a_speaker_or_a_wire_are_one_source(file, signed_in, chains, independent):
    person = file.person("Maro Velisk")
    for chain in chains:
        file.claim(person, ClaimSubject.ALIVE, chain)
    assert queries.picture(file.user, person, as_of=AS_OF).independent_sources == independent
    html = signed_in(file.user).get(f"/person/P{person.pk}").content.decode()
    assert f"From {independent} independent source" in html


# --- D22: a part of a text is never silent --------------------------------------------------------------------------


def test_d22_silence_is_never_found_in_a_part_of_a_text(file, signed_in):
    file.person("Maro Velisk")
    part = file.report("They spoke of grain.", complete=False)
    whole = file.report("They spoke of cattle.")
    page, address = signed_in(file.user), f"/case/{file.case.pk}/silences/new"
    silent, unsure = SilenceVerdict.NO_MENTION.value, SilenceVerdict.NOT_ASSESSABLE.value
    asked = {"event": "the visit", "text-TOTAL_FORMS": "2", "text-INITIAL_FORMS": "0"}
    rows = {
        "a part": {"text-0-report": f"R{part.pk}", "text-0-verdict": silent},
        "a part beside a whole": {
            "text-0-report": f"R{whole.pk}", "text-0-verdict": silent,
            "text-1-report": f"R{part.pk}", "text-1-verdict": silent,
        },
        "an outlet whose text is not held": {"text-0-outlet": "Herald", "text-0-verdict": silent},
    }  # fmt: skip
    for name, typed in rows.items():
        answer = page.post(address, {**asked, **typed, "verdict": silent})
        assert answer.status_code == 422, name
        assert "Select a valid choice" not in answer.content.decode()
    for capture, full in ((part, True), (part, False), (None, True)):
        with pytest.raises(BadInputError):
            record_silence(
                file.user, file.case, event="the visit", verdict=SilenceVerdict.NO_MENTION,
                coverage=[CoverageRow("Post", SilenceVerdict.NO_MENTION, full, capture)],
                terms=[{"script": "Latn", "term": "Maro"}],
            )  # fmt: skip
    assert not SilenceFinding.objects.exists()
    typed = {"text-0-report": f"R{part.pk}", "text-0-verdict": unsure}
    assert page.post(address, {**asked, **typed, "verdict": unsure}).status_code == 302
    typed = {"text-0-report": f"R{whole.pk}", "text-0-verdict": silent}
    assert page.post(address, {**asked, **typed, "verdict": silent}).status_code == 302


# --- D25: what is derived is as closely held as what it rests on ----------------------------------------------------

_LEVEL = st.integers(0, 2)


@settings(
    max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(report=_LEVEL, said=_LEVEL, claimed=_LEVEL, met=_LEVEL, promised=_LEVEL, proof=_LEVEL)
def test_d25_classification_flows_to_whatever_is_derived(db, report, said, claimed, met, promised, proof):
    with transaction.atomic():
        desk = make_desk()
        chief, person = desk.chief, desk.person()
        capture = desk.capture(classification=report)
        statement = record_statement(
            chief, capture, text="held in the northern district", chain=[NewLink(LinkRole.SPEAKER, "the envoy")],
            classification=said,
        )  # fmt: skip
        claim = add_claim(chief, person, subject=ClaimSubject.CUSTODY, statement=statement, classification=claimed)
        contact = record_contact(
            chief, desk.case, kind=ContactKind.CALL, statement=statement, classification=met, persons_raised=[person]
        )
        promise = record_commitment(
            chief, statement, by="the envoy", content="an answer", persons=[person], classification=promised
        )
        shown = add_claim(chief, person, subject=ClaimSubject.ALIVE, statement=desk.statement(), classification=proof)
        review = review_commitment(chief, promise, on=date(2026, 5, 1), grade="B", note="in part", evidence=[shown])
        ours = desk.handed_over()
        answer = record_answer(chief, ours, party=None, code=AnswerCode.SEARCHING, statement=statement)
        silence = record_silence(
            chief, desk.case, event="a call", verdict=SilenceVerdict.NOT_ASSESSABLE, contact=contact,
            explicit_in=statement,
        )  # fmt: skip
        source = max(report, said)
        assert statement.classification == source
        assert claim.classification == max(source, claimed)
        assert contact.classification == max(source, met)
        assert promise.classification == max(source, promised)
        least = {
            statement: source,
            claim: max(source, claimed),
            contact: max(source, met),
            promise: max(source, promised),
            review: max(source, promised, proof),
            answer: source,
            silence: max(source, met),
        }
        for clearance in range(3):
            user = desk.user(f"cleared-{clearance}", Role.SUPERVISOR, clearance=clearance)
            for thing, level in least.items():
                there = access.visible(user, type(thing)).filter(pk=thing.pk).exists()
                assert there == (level <= clearance), (thing, clearance)
            ways = {Claim: claim, Contact: contact, Commitment: promise}
            shown_on_page = queries.picture(user, person, as_of=AS_OF).lines
            assert any(line.ref == f"C{claim.pk}" for line in shown_on_page) == (least[ways[Claim]] <= clearance)
        transaction.set_rollback(True)
