"""A report is shown to the optional reader only if somebody asks, and never if anything in it is closed to some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings
from tests.casework.conftest import Desk
from tests.reading.reader.playing import Server, Turn, playing, said

from homeward.casework import audit
from homeward.casework.access import visible
from homeward.casework.actions.cases import lift_restriction, record_party, restrict
from homeward.casework.actions.people import add_person
from homeward.casework.actions.proposals import accept_proposal
from homeward.casework.actions.reports import take_in_report
from homeward.casework.arrivals import ReportArrival
from homeward.casework.models import AuditEvent, Capture, Classification, Proposal, Role, Statement
from homeward.casework.optional_reader import NOT_SENT, configured_reader
from homeward.errors import BadInputError
from homeward.reading import proposal_from_json
from homeward.reading.reader import Refusal
from homeward.records import PartialDate, WrittenName

TEXT = """Marj, 12 March 2026. The Ministry of Order of Tarvia said on Thursday that it is searching for the people.

“Marko Velaskin did not cross our threshold”: with these words the envoy Tomas Ardel surprised his hosts in Marj. They
had asked him for weeks, by letters and by calls, and had been told each time that an answer would follow soon.
"""
QUOTE = "Marko Velaskin did not cross our threshold"
ANSWER = {
    "statements": [said(QUOTE, "words", "the envoy Tomas Ardel", speaker="Tomas Ardel")],
    "claims": [
        {"quote": QUOTE, "subject": "custody", "polarity": "denies", "about": "Marko Velaskin"},
        {"quote": QUOTE, "subject": "custody", "polarity": "asserts", "about": "Marko Velaskin"},
    ],
}


@pytest.fixture
def server() -> Iterator[Server]:
    with playing(lambda turn: turn.answer(**ANSWER)) as running:
        yield running


def take_in(desk: Desk, server: Server, text: str = TEXT, **more: Any) -> ReportArrival:
    known: dict[str, Any] = {"publisher": "Marj Wire", "published": PartialDate("2026-03-13")}
    source = ("wire.txt", text.encode())
    return take_in_report(desk.worker, desk.case, source, also=server.reader(key="s3cret"), **(known | more))


def shown(arrival: ReportArrival, server: Server) -> bool:
    """Whether it was shown; the audit must say just that, and the arrival tell it."""
    events = AuditEvent.objects.filter(act="show_to_optional_reader")
    assert events.count() == bool(server.turns)
    assert arrival.also_read is not None
    assert (NOT_SENT in arrival.also_read.problems) is not bool(server.turns)
    assert any(p.engine.endswith("optional reader") for p in arrival.proposals) is bool(server.turns)
    return bool(server.turns)


def test_what_it_adds_is_proposed_beside_what_the_rules_read(desk: Desk, server: Server) -> None:
    marko = desk.person()
    arrival = take_in(desk, server)
    assert shown(arrival, server)
    added = [p for p in arrival.proposals if p.engine.endswith("optional reader")]
    claim = next(proposal_from_json(p.payload) for p in added if p.kind == "claim")
    assert claim.persons == (str(marko.pk),)
    assert claim.because.startswith("optional reader (tarn-7b): ")
    assert claim.chain[0].name == "Tomas Ardel"
    for stored in arrival.proposals:
        for span in proposal_from_json(stored.payload).spans():
            assert arrival.capture.text[span.start : span.stop] == span.text
    assert arrival.also_read is not None
    assert arrival.also_read.refused == {Refusal.NEGATION: 1}
    assert not Statement.objects.exists()


def test_the_audit_says_where_a_text_went_before_it_goes(desk: Desk) -> None:
    noted: list[str] = []

    def play(turn: Turn) -> None:
        noted.extend(told)
        turn.answer()

    with playing(play) as server:
        told: list[str] = []
        real = audit.append

        def note(*args: Any, **more: Any) -> AuditEvent:
            told.append(args[1])
            return real(*args, **more)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(audit, "append", note)
            take_in(desk, server)
        event = AuditEvent.objects.get(act="show_to_optional_reader")
        assert "show_to_optional_reader" in noted
        assert event.user == desk.worker.username
        assert event.detail["address"] == server.address
        assert (event.detail["model"], event.detail["characters"]) == ("tarn-7b", len(Capture.objects.get().text))
        assert event.detail["sha256"] == Capture.objects.get().content_id
    assert audit.verify().ok


def test_a_proposal_of_the_reader_is_accepted_like_any_other(desk: Desk, server: Server) -> None:
    marko = desk.person()
    take_in(desk, server)
    claim = next(p for p in Proposal.objects.filter(kind="claim") if p.engine.endswith("optional reader"))
    decision = accept_proposal(desk.worker, claim)
    assert [kind for kind, _ in decision.made] == ["statement", "claim"]
    assert marko.claims.get().polarity == "denies"


def test_unless_somebody_asks_nobody_is_shown_anything(desk: Desk, server: Server) -> None:
    with override_settings(OPTIONAL_READER={"address": f"{server.address}/v1", "model": "tarn-7b"}):
        arrival = take_in_report(
            desk.worker,
            desk.case,
            ("wire.txt", TEXT.encode()),
            publisher="Marj Wire",
            published=PartialDate("2026-03-13"),
        )
    assert arrival.also_read is None
    assert server.turns == []


def test_the_same_file_again_is_not_shown_again(desk: Desk, server: Server) -> None:
    first = take_in(desk, server)
    again = take_in(desk, server)
    assert (again.already, again.proposals) == (True, first.proposals)
    assert len(server.turns) == 1


def test_a_reader_that_is_away_keeps_no_report_out(desk: Desk) -> None:
    with playing(lambda turn: turn.send(b"{}", status=500)) as server:
        arrival = take_in(desk, server)
    assert arrival.also_read is not None
    assert arrival.also_read.unread == 1
    assert arrival.proposals
    assert Capture.objects.get() == arrival.capture


def test_neither_key_nor_text_stands_in_the_audit(desk: Desk, server: Server) -> None:
    take_in(desk, server)
    told = " ".join(str(event.detail) for event in AuditEvent.objects.all())
    assert "s3cret" not in told
    assert "Velaskin" not in told


# --- never shown --------------------------------------------------------------------------------------------------

CLOSED = Classification.CONFIDENTIAL


def test_a_restriction_that_closes_nothing_to_anybody_does_not_matter(desk: Desk, server: Server) -> None:
    restrict(desk.chief, desk.case, level=Classification.DESK, reason="as usual")
    assert shown(take_in(desk, server), server)


def test_a_case_closed_to_some_shows_nothing(desk: Desk, server: Server) -> None:
    cleared = desk.user("cleared", Role.CASEWORKER, clearance=int(CLOSED))
    restrict(desk.chief, desk.case, level=CLOSED, reason="the talks")
    arrival = take_in_report(
        cleared,
        desk.case,
        ("wire.txt", TEXT.encode()),
        publisher="Marj Wire",
        published=PartialDate("2026-03-13"),
        also=server.reader(),
    )
    assert not shown(arrival, server)
    assert arrival.proposals


def test_a_report_that_names_a_restricted_person_is_not_shown(desk: Desk, server: Server) -> None:
    marko = desk.person()
    restriction = restrict(desk.chief, marko, level=CLOSED, reason="a threat")
    assert not shown(take_in(desk, server), server)
    lift_restriction(desk.chief, restriction)
    assert shown(take_in(desk, server, TEXT + "More follows."), server)


def test_a_report_that_speaks_of_a_restricted_persons_group_is_not_shown(desk: Desk, server: Server) -> None:
    names = [WrittenName("Ilka Tamorevic")]
    person = add_person(desk.chief, desk.case, names=names, group_terms=["the envoy"])
    restrict(desk.chief, person, level=CLOSED, reason="a threat")
    assert not shown(take_in(desk, server), server)


def test_a_restricted_person_whom_it_does_not_name_does_not_matter(desk: Desk, server: Server) -> None:
    names = [WrittenName("Oleh Kravets")]
    restrict(desk.chief, add_person(desk.chief, desk.case, names=names), level=CLOSED, reason="a threat")
    assert shown(take_in(desk, server), server)


@pytest.mark.parametrize("by", ["name", "other name", "publisher", "restriction"])
def test_a_report_that_names_a_protected_source_is_not_shown(desk: Desk, server: Server, by: str) -> None:
    if by == "name":
        record_party(desk.chief, desk.case, "Tomas Ardel", protected=True)
    elif by == "other name":
        record_party(desk.chief, desk.case, "Quiet water", other_names=["tomas  ardel"], protected=True)
    elif by == "publisher":
        record_party(desk.chief, desk.case, "Marj Wire", protected=True)
    else:
        restrict(desk.chief, desk.party("Tomas Ardel"), level=CLOSED, reason="a threat")
    assert not shown(take_in(desk, server), server)


def test_a_text_like_that_of_a_restricted_report_is_not_shown(desk: Desk, server: Server) -> None:
    source = ("first.txt", ("Earlier today. " + TEXT).encode())
    earlier = take_in_report(
        desk.chief, desk.case, source, publisher="Brava Agency", published=PartialDate("2026-03-12")
    ).capture
    restrict(desk.chief, earlier, level=CLOSED, reason="from the talks")
    assert not visible(desk.worker, Capture).filter(pk=earlier.pk).exists()
    assert not shown(take_in(desk, server), server)


def test_a_text_like_that_of_a_classified_report_is_not_shown(desk: Desk, server: Server) -> None:
    earlier = desk.capture("Earlier today. " + TEXT, classification=int(CLOSED))
    assert not visible(desk.worker, Capture).filter(pk=earlier.pk).exists()
    assert not shown(take_in(desk, server), server)


def test_a_text_like_that_in_which_a_statement_is_restricted_is_not_shown(desk: Desk, server: Server) -> None:
    earlier = desk.capture("Earlier today. " + TEXT)
    restrict(desk.chief, desk.statement(QUOTE, capture=earlier), level=CLOSED, reason="from the talks")
    assert not shown(take_in(desk, server), server)


def test_closed_reports_of_other_things_do_not_matter(desk: Desk, server: Server) -> None:
    desk.capture("The harvest was poor this year, and the mills stand still.", classification=int(CLOSED))
    assert shown(take_in(desk, server), server)


# --- the settings -------------------------------------------------------------------------------------------------


def test_without_an_address_there_is_no_reader_and_the_remedy_says_how() -> None:
    with pytest.raises(BadInputError) as refused:
        configured_reader()
    assert "HOMEWARD_READER_ADDRESS" in refused.value.problem.remedy


def test_the_settings_make_a_reader_without_opening_anything() -> None:
    values = {"address": "http://127.0.0.1:9/v1", "model": "tarn-7b", "key": "s3cret"}
    with override_settings(OPTIONAL_READER=values):
        reader = configured_reader()
    assert (reader.name, reader.origin) == ("tarn-7b", "http://127.0.0.1:9")
    far = values | {"address": "https://198.51.100.7/v1"}
    with override_settings(OPTIONAL_READER=far), pytest.raises(BadInputError, match="no text leaves"):
        configured_reader()


def test_every_setting_is_told_in_the_docs_and_the_docs_say_what_leaves() -> None:
    root = Path(__file__).parents[2]
    told = (root / "docs" / "optional-reader.md").read_text(encoding="utf-8")
    source = (root / "src" / "homeward" / "server" / "settings.py").read_text(encoding="utf-8")
    names = set(re.findall(r"HOMEWARD_READER_[A-Z]+", source))
    assert len(names) == 5
    assert all(f"`{name}`" in told for name in names)
    assert "leaves this machine for the address that you set" in told
