"""Promises, contacts, silences and what is due, through the pages."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar
from tests.casework.build import CaseFile, on
from tests.web.conftest import sign_in

from homeward.casework.actions.cases import restrict
from homeward.casework.actions.contacts import record_contact
from homeward.casework.models import (
    AuditEvent,
    Classification,
    Commitment,
    CommitmentReview,
    Contact,
    SilenceFinding,
)
from homeward.reading.proposals import ProposalKind
from homeward.records import ClaimSubject, ContactKind, ContactStatus, Polarity, SilenceVerdict
from homeward.web.views.calendar import _folded

pytestmark = pytest.mark.django_db


def _texts(*rows: dict[str, str]) -> dict[str, str]:
    sent = {"text-TOTAL_FORMS": str(len(rows)), "text-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        sent |= {f"text-{number}-{name}": value for name, value in row.items()}
    return sent


# --- promises -----------------------------------------------------------------------------------------------------


def test_the_ledger_shows_the_exact_words_the_condition_and_no_date(page, file):
    person = file.person("Maro Velisk")
    made = file.promise(persons=[person])
    told = page.get(f"/case/{file.case.pk}/promises?as_of=2031-06-01").content.decode()
    assert "We will let them go" in told and "as soon as we find them" in told
    assert "none given" in told and "92 days" in told and "Maro Velisk" in told
    assert f"/promise/M{made.pk}" in told


def test_a_promise_is_reviewed_as_not_answered_and_comes_up_again(page, file):
    made = file.promise(persons=[file.person("Maro Velisk")])
    answer = page.post(
        f"/promise/M{made.pk}/review", {"on": "2031-06-01", "grade": "D", "note": "Nobody replied to the letter."}
    )
    assert (answer.status_code, answer["Location"]) == (302, f"/promise/M{made.pk}")
    review = CommitmentReview.objects.get()
    assert (review.grade, review.next_review_on) == ("D", date(2031, 7, 1))
    told = page.get(f"/promise/M{made.pk}").content.decode()
    assert "Nobody replied to the letter." in told and "no reply" in told


def test_kept_needs_a_claim_that_shows_it(page, file):
    person = file.person("Maro Velisk")
    made = file.promise(persons=[person])
    claim = file.claim(person, ClaimSubject.RELEASED)
    sent = {"on": "2031-06-01", "grade": "A", "note": "Three outlets tell of it."}
    refused = page.post(f"/promise/M{made.pk}/review", sent)
    assert refused.status_code == 422 and "Nothing shows that the promise was" in refused.content.decode()
    for wrong in ("P1", "C987654", "words"):
        assert page.post(f"/promise/M{made.pk}/review", {**sent, "evidence": wrong}).status_code == 422
    assert page.post(f"/promise/M{made.pk}/review", {**sent, "evidence": f"C{claim.pk}"}).status_code == 302
    assert list(CommitmentReview.objects.get().evidence.all()) == [claim]


def test_a_reader_may_not_review(client, file, reader):
    made = file.promise(persons=[file.person("Maro Velisk")])
    inside = sign_in(client, reader)
    assert 'id="look"' not in inside.get(f"/promise/M{made.pk}").content.decode()
    sent = {"on": "2031-06-01", "grade": "D", "note": "No."}
    assert inside.post(f"/promise/M{made.pk}/review", sent).status_code == 404
    assert not CommitmentReview.objects.exists()


def test_a_promise_about_a_closed_person_is_not_there(client, file, reader):
    person = file.person("Maro Velisk")
    made = file.promise(persons=[person])
    restrict(file.user, person, level=Classification.MEDIATOR, reason="asked by the mediator")
    inside = sign_in(client, reader)
    assert inside.get(f"/promise/M{made.pk}").status_code == 404
    assert "We will let them go" not in inside.get(f"/case/{file.case.pk}/promises").content.decode()


# --- contacts -----------------------------------------------------------------------------------------------------


def test_a_contact_raises_nobody_unless_somebody_is_chosen(page, file):
    person = file.person("Maro Velisk")
    assert " checked" not in page.get(f"/case/{file.case.pk}/contacts/new").content.decode()
    sent = {
        "kind": "visit", "took_place": "held", "on": "2031-05-05", "place": "Ostrel",
        "participants": "A delegation of Sart\nthe Ministry of Calm", "classification": "0", "channel": "mediator",
    }  # fmt: skip
    assert page.post(f"/case/{file.case.pk}/contacts/new", sent).status_code == 302
    first = Contact.objects.get()
    assert (first.participants, first.status) == (
        ["A delegation of Sart", "the Ministry of Calm"],
        ContactStatus.HELD,
    )
    assert not first.raised_known and not first.persons_raised.exists()
    assert "not known" in page.get(f"/contact/N{first.pk}").content.decode()
    page.post(f"/case/{file.case.pk}/contacts/new", {**sent, "persons": [f"P{person.pk}"], "classification": "1"})
    second = Contact.objects.latest("pk")
    assert (list(second.persons_raised.all()), second.classification) == ([person], Classification.CONFIDENTIAL)
    told = page.get(f"/case/{file.case.pk}/contacts").content.decode()
    assert "Maro Velisk" in told and "Visit (recorded by the desk)" in told


def test_a_contact_of_nobody_is_refused_in_the_form(page, file):
    sent = {"kind": "call", "took_place": "held", "classification": "0"}
    answer = page.post(f"/case/{file.case.pk}/contacts/new", sent)
    assert answer.status_code == 422 and "Nobody took part" in answer.content.decode()


def test_a_private_contact_is_not_there_for_who_may_not_see_it(client, file, reader):
    known = {"kind": ContactKind.CALL, "participants": ["The mediator of Sart"], "note": "Between us."}
    secret = record_contact(file.user, file.case, classification=Classification.MEDIATOR, **known)
    inside = sign_in(client, reader)
    assert inside.get(f"/contact/N{secret.pk}").status_code == 404
    assert "mediator of Sart" not in inside.get(f"/case/{file.case.pk}/contacts").content.decode()
    assert inside.get(f"/case/{file.case.pk}/contacts/new").status_code == 404
    assert inside.post(f"/case/{file.case.pk}/contacts/new", {"kind": "call"}).status_code == 404


# --- silences -----------------------------------------------------------------------------------------------------


def test_a_finding_searches_every_text_and_keeps_the_terms_of_each_script(page, file):
    file.person("Maro Velisk", "Маро Велиск", "מארו וליסק")
    read_out = file.report("The minister and the delegation spoke of grain.")
    sent = {"event": "The visit to Ostrel", "verdict": "no_mention_in_text_held", "terms": "the ferry\nпаром"}
    row = {"report": f"R{read_out.pk}", "verdict": "no_mention_in_text_held"}
    answer = page.post(f"/case/{file.case.pk}/silences/new", {**sent, **_texts(row)})
    made = SilenceFinding.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/silence/S{made.pk}")
    assert {"script": "Cyrl", "term": "паром"} in made.terms
    told = page.get(f"/silence/S{made.pk}").content.decode()
    for shown in (
        "Cyrillic",
        "Hebrew",
        "Latin",
        "Маро Велиск",
        "the ferry",
        "Ostrel Post",
        "no mention in the text held",
    ):
        assert shown in told, shown


def test_a_finding_is_refused_where_a_text_mentions_our_people(page, file):
    file.person("Maro Velisk")
    read_out = file.report("They spoke of grain, and of Maro Velisk.")
    sent = {"event": "The visit", "verdict": "no_mention_in_text_held"}
    row = {"report": f"R{read_out.pk}", "verdict": "no_mention_in_text_held"}
    answer = page.post(f"/case/{file.case.pk}/silences/new", {**sent, **_texts(row)})
    assert answer.status_code == 422 and "is not silent" in answer.content.decode()
    assert not SilenceFinding.objects.exists()


def test_part_of_a_text_is_not_assessable(page, file):
    file.person("Maro Velisk")
    part = file.report("The minister spoke of grain.", complete=False)
    silent = {"report": f"R{part.pk}", "verdict": "no_mention_in_text_held"}
    sent = {"event": "The visit", "verdict": "no_mention_in_text_held"}
    answer = page.post(f"/case/{file.case.pk}/silences/new", {**sent, **_texts(silent)})
    assert answer.status_code == 422 and "part of a text" in answer.content.decode()
    honest = _texts({**silent, "verdict": "not_assessable"}, {"outlet": "Night Sheet", "verdict": "not_assessable"})
    page.post(f"/case/{file.case.pk}/silences/new", {**sent, "verdict": "not_assessable", **honest})
    made = SilenceFinding.objects.get()
    assert made.verdict == SilenceVerdict.NOT_ASSESSABLE
    told = page.get(f"/silence/S{made.pk}").content.decode()
    assert told.count("<strong>not held</strong>") == 2 and "Night Sheet" in told


def test_a_text_without_a_verdict_is_refused_and_what_was_typed_stays(page, file):
    sent = {"event": "The visit to the harbour", "verdict": "not_assessable"}
    answer = page.post(f"/case/{file.case.pk}/silences/new", {**sent, **_texts({"outlet": "Night Sheet"})})
    told = answer.content.decode()
    assert answer.status_code == 422
    assert "Say what was found in this text." in told and "The visit to the harbour" in told and "Night Sheet" in told


def test_proposed_silences_stand_beside_those_found_and_can_be_decided(page, file):
    report = file.report("The report of the visit did not say a word.")
    proposal = file.proposal(report, ProposalKind.SILENCE, "did not say a word", about="the visit and the people")
    told = page.get(f"/case/{file.case.pk}/silences").content.decode()
    assert "proposed, nobody has decided" in told and f'href="/proposal/X{proposal.pk}"' in told


# --- what is due --------------------------------------------------------------------------------------------------


def test_the_calendar_has_days_and_references_and_no_name(page, file):
    person = file.person("Maro Velisk")
    made = file.promise(persons=[person])
    file.hand_over(reply_due=date(2031, 4, 1))
    answer = page.get(f"/case/{file.case.pk}/due.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert "attachment" in answer["Content-Disposition"]
    text = answer.content.decode()
    for hidden in ("Maro", "Velisk", "Ministry", "Ostrel", "ferry"):
        assert hidden not in text
    events = list(Calendar.from_ical(text).walk("VEVENT"))
    told = {(str(e["SUMMARY"]), e.decoded("DTSTART")) for e in events}
    assert (f"Review promise M{made.pk}", date(2031, 3, 31)) in told
    assert any(words.startswith("Reply due on hand-over H") and day == date(2031, 4, 1) for words, day in told)
    assert len({str(e["UID"]) for e in events}) == len(events)
    assert all(len(line) <= 75 for line in text.split("\r\n")) and text.endswith("\r\n")
    assert Calendar.from_ical(text).to_ical() == answer.content  # as the library writes it
    assert AuditEvent.objects.order_by("number").last().act == "give_calendar"


@pytest.mark.parametrize("language", ["ru", "he", "ar"])
def test_the_calendar_speaks_the_language_of_who_asks_for_it(page, file, language):
    made = file.promise()
    page.cookies["homeward_language"] = language
    text = page.get(f"/case/{file.case.pk}/due.ics").content.decode()
    [event] = Calendar.from_ical(text).walk("VEVENT")
    assert (
        str(event["SUMMARY"])
        == {
            "ru": f"Пересмотреть обещание M{made.pk}",
            "he": f"בחינה חוזרת של הבטחה M{made.pk}",
            "ar": f"مراجعة الوعد M{made.pk}",
        }[language]
    )
    assert event["SUMMARY"].params["LANGUAGE"] == language
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_long_line_of_the_calendar_is_folded_between_letters():
    line = "SUMMARY;LANGUAGE=ru:" + "Пересмотреть обещание " * 6
    folded = _folded(line)
    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == line


def test_follow_ups_are_in_the_calendar_of_who_works_with_enquirers_only(client, file, reader):
    from homeward.casework.actions.enquiries import record_enquirer, record_enquiry

    enquirer = record_enquirer(file.user, file.case, name="Tessa Velisk")
    known = {"relation": "sister", "channel": "telephone", "questions": "Where is he?", "asked_on": date(2031, 1, 1)}
    record_enquiry(file.user, enquirer, file.person("Maro Velisk"), follow_up_on=date(2031, 2, 1), **known)
    theirs = sign_in(client, reader).get(f"/case/{file.case.pk}/due.ics").content.decode()
    mine = sign_in(client, file.user).get(f"/case/{file.case.pk}/due.ics").content.decode()
    assert f"Follow up enquirer E{enquirer.pk}" in mine and "Tessa" not in mine
    assert "Follow up" not in theirs


# --- all of them --------------------------------------------------------------------------------------------------


def _something_of_each(file: CaseFile, number: int) -> tuple[Commitment, Contact, SilenceFinding]:
    from homeward.casework.actions.commitments import review_commitment
    from homeward.casework.actions.silences import CoverageRow, record_silence

    person = file.person(f"Maro Velisk {number}")
    made = file.promise(persons=[person])
    claim = file.claim(person, ClaimSubject.ALIVE)
    review_commitment(file.user, made, on=date(2031, 6, 1), grade="B", note="One of them.", evidence=[claim])
    told = file.said(f"They met, {number}.", "s:Ministry of Calm > p:Ostrel Post")
    contact = record_contact(
        file.user, file.case, kind=ContactKind.VISIT, on=on("2031-05-05"), persons_raised=[person], statement=told
    )
    read_out = file.report(f"They spoke of grain, {number}.")
    row = CoverageRow("Ostrel Post", SilenceVerdict.NOT_ASSESSABLE, True, read_out, "en")
    known = {"verdict": SilenceVerdict.NOT_ASSESSABLE, "contact": contact, "explicit_in": told}
    found = record_silence(
        file.user,
        file.case,
        event=f"Visit {number}",
        coverage=[row],
        terms=[{"script": "Latn", "term": "x"}],
        **known,
    )
    return made, contact, found


def test_pages_ask_the_database_no_more_when_there_is_twice_as_much(page, file):
    made, contact, found = _something_of_each(file, 1)
    case = f"/case/{file.case.pk}"
    addresses = (
        f"{case}/promises", f"/promise/M{made.pk}", f"{case}/contacts", f"/contact/N{contact.pk}",
        f"{case}/contacts/new", f"{case}/silences", f"/silence/S{found.pk}", f"{case}/due.ics",
    )  # fmt: skip

    def asked(address: str) -> int:
        page.get(address)
        with CaptureQueriesContext(connection) as told:
            assert page.get(address).status_code == 200, address
        return len(told)

    before = [asked(address) for address in addresses]
    for number in range(2, 6):
        _something_of_each(file, number)
    assert [asked(address) for address in addresses] == before


def test_every_read_is_in_the_audit(page, file):
    made, contact, found = _something_of_each(file, 1)
    case = f"/case/{file.case.pk}"
    for address, act in (
        (f"{case}/promises", "read_promises"),
        (f"/promise/M{made.pk}", "read_promise"),
        (f"{case}/contacts", "read_contacts"),
        (f"/contact/N{contact.pk}", "read_contact"),
        (f"{case}/silences", "read_silences"),
        (f"/silence/S{found.pk}", "read_silence"),
    ):
        page.get(address)
        event = AuditEvent.objects.order_by("number").last()
        assert (event.act, event.case_id) == (act, file.case.pk), address


def test_empty_pages_say_what_to_do(page, file):
    for name, told in (("promises", "No promise"), ("contacts", "No contact"), ("silences", "Nothing is recorded")):
        assert told in page.get(f"/case/{file.case.pk}/{name}").content.decode()


def test_another_case_is_not_there(client, file, reader):
    other = CaseFile(file.user, CaseFile.new("Another search").case)
    made, contact, found = _something_of_each(other, 7)
    inside = sign_in(client, reader)
    for address in (
        f"/promise/M{made.pk}", f"/contact/N{contact.pk}", f"/silence/S{found.pk}", f"/promise/M{made.pk}/review",
        *(f"/case/{other.case.pk}/{n}" for n in ("promises", "contacts", "silences", "due.ics", "silences/new")),
    ):  # fmt: skip
        assert inside.get(address).status_code == 404, address


def test_a_review_is_proposed_for_today(page, file):
    made = file.promise()
    assert f'value="{timezone.localdate().isoformat()}"' in page.get(f"/promise/M{made.pk}").content.decode()


# --- journeys -----------------------------------------------------------------------------------------------------


def test_the_read_outs_of_a_visit_in_three_languages_become_a_finding_with_what_is_not_assessable(page, file):
    file.person("Maro Velisk", "Маро Велиск", "מארו וליסק")
    sent = {
        "kind": "visit", "took_place": "held", "on": "2031-05-05", "participants": "A delegation of Sart",
        "classification": "0",
    }  # fmt: skip
    page.post(f"/case/{file.case.pk}/contacts/new", sent)
    visit = Contact.objects.get()
    held = [
        file.report("The minister and the delegation spoke of grain.", publisher="Ostrel Post"),
        file.report("Министр и делегация говорили о зерне.", publisher="Вестник Остреля", language="ru"),
        file.report("השר והמשלחת דיברו על", publisher="מעריב אוסטרל", language="he", complete=False),
    ]
    rows = [{"report": f"R{capture.pk}", "verdict": "no_mention_in_text_held"} for capture in held[:2]]
    rows.append({"report": f"R{held[2].pk}", "verdict": "not_assessable"})
    told = {"event": "The visit, at which the list was to be raised", "contact": f"N{visit.pk}"}
    refused = page.post(
        f"/case/{file.case.pk}/silences/new", {**told, "verdict": "no_mention_in_text_held", **_texts(*rows)}
    )
    assert refused.status_code == 422, "one of the three texts is not held in full"
    page.post(f"/case/{file.case.pk}/silences/new", {**told, "verdict": "not_assessable", **_texts(*rows)})
    made = SilenceFinding.objects.get()
    assert made.contact == visit
    shown = page.get(f"/silence/S{made.pk}").content.decode()
    table = shown.split('class="stack coverage"')[1].split("</table>")[0]
    assert table.count("no mention in the text held") == 2 and table.count("not assessable") == 1
    for words in ("English", "Russian", "Hebrew", "Ostrel Post", "Вестник Остреля", "מעריב אוסטרל"):
        assert words in table, words
    assert "Маро Велиск" in shown and "מארו וליסק" in shown and f">N{visit.pk}<" in shown


def test_two_capitals_say_opposite_things_and_both_stand_unresolved(page, file):
    person = file.person("Maro Velisk")
    file.claim(person, ClaimSubject.CUSTODY, "s:Envoy of Sart > p:Sart Courier", said_on="2031-03-11")
    file.claim(
        person,
        ClaimSubject.CUSTODY,
        "s:Envoy of Brell > p:Brell Times",
        polarity=Polarity.DENIES,
        said_on="2031-03-12",
    )
    told = page.get(f"/person/P{person.pk}").content.decode()
    assert "Two independent sources speak of this person by name; they contradict each other" in told
    for words in ("Envoy of Sart", "Envoy of Brell", "independent of each other", "Another source says otherwise"):
        assert words in told, words


def test_a_promise_that_is_not_kept_comes_up_again_and_again(page, file):
    made = file.promise(due="2031-04-01", persons=[file.person("Maro Velisk")])
    ledger = f"/case/{file.case.pk}/promises"
    assert "overdue" in page.get(f"{ledger}?as_of=2031-04-02").content.decode()
    for day, due in (
        ("2031-04-05", date(2031, 5, 5)),
        ("2031-05-05", date(2031, 6, 4)),
        ("2031-06-04", date(2031, 7, 4)),
    ):
        page.post(f"/promise/M{made.pk}/review", {"on": day, "grade": "D", "note": f"Reminded on {day}."})
        assert CommitmentReview.objects.latest("pk").next_review_on == due
        escalated = "reviews in a row without a reply" in page.get(f"/promise/M{made.pk}").content.decode()
        assert escalated == (day == "2031-06-04"), "only after the third"
        assert f'datetime="{due.isoformat()}"' in page.get(ledger).content.decode()
    told = page.get(f"/promise/M{made.pk}").content.decode()
    assert told.count('<article class="review">') == 3
    assert told.index("Reminded on 2031-06-04.") < told.index("Reminded on 2031-04-05."), "the newest first"


def test_a_contact_leads_to_what_was_said_there_and_names_for_whom_it_is_in_the_reader_s_language(page, file):
    sent = {"kind": "call", "took_place": "held", "participants": "the envoy", "classification": "2"}
    page.post(f"/case/{file.case.pk}/contacts/new", sent)
    contact = Contact.objects.get()
    told = page.get(f"/contact/N{contact.pk}").content.decode()
    assert f'href="/case/{file.case.pk}/reports/new"' in told
    page.post("/language", {"language": "ru", "back": "/"})
    told = page.get(f"/contact/N{contact.pk}").content.decode()
    assert "confidential" not in told
    assert "посредник" in told
