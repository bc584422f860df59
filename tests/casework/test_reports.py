"""Taking in a report: kept, read once, proposed; nothing of it a claim."""

from __future__ import annotations

from typing import Any

import pytest
from tests.casework.conftest import Desk

from homeward.casework.actions.cases import record_party
from homeward.casework.actions.people import add_person
from homeward.casework.actions.reports import take_in_report
from homeward.casework.arrivals import ReportArrival
from homeward.casework.models import (
    AuditEvent,
    Capture,
    Claim,
    DocumentTerm,
    Party,
    PartyKind,
    Proposal,
    Role,
    Statement,
)
from homeward.errors import BadInputError, ConflictError, NotAllowedError, RefusedFileError
from homeward.reading import proposal_from_json
from homeward.records import PartialDate, WrittenName

WIRE = """Marj, 12 March 2026. The Ministry of Order of Tarvia said on Thursday that it is searching for the people on
the list.

"We are searching for Marko Velaskin," the spokesman of the ministry, Tomas Ardel, said.

Deputy minister Iven Rosk promised that they will be released once the road is open, the Brava Agency reported.

A delegation visited the ministry on 2 March and handed over a list of eight names.
"""
PUBLISHED = PartialDate("2026-03-13")


def take_in(desk: Desk, text: str = WIRE, **more: Any) -> ReportArrival:
    known: dict[str, Any] = {"publisher": "Marj Wire", "published": PUBLISHED}
    return take_in_report(desk.worker, desk.case, ("wire.txt", text.encode()), **(known | more))


def everything_stored() -> tuple[int, ...]:
    return tuple(m.objects.count() for m in (AuditEvent, Capture, Party, Proposal, DocumentTerm, Claim, Statement))


def test_a_report_is_kept_with_what_is_known_of_it(desk: Desk) -> None:
    capture = take_in(desk, title="Search goes on", url="https://marj.example/1").capture
    assert bytes(capture.content.content) == WIRE.encode()
    assert "it is searching for the people" in capture.text
    assert (capture.publisher.name, capture.publisher.kind) == ("Marj Wire", PartyKind.MEDIA)
    assert (capture.published, capture.title, capture.language) == (PUBLISHED, "Search goes on", "en")
    assert capture.url == "https://marj.example/1"
    assert capture.complete


def test_what_it_says_is_proposed_and_nothing_is_recorded(desk: Desk) -> None:
    arrival = take_in(desk)
    assert arrival.proposals
    assert set(Proposal.objects.all()) == set(arrival.proposals)
    assert not Claim.objects.exists()
    assert not Statement.objects.exists()


def test_every_span_of_every_proposal_quotes_the_text(desk: Desk) -> None:
    arrival = take_in(desk)
    text = arrival.capture.text
    for stored in arrival.proposals:
        assert stored.quote == text[stored.start : stored.stop]
        for span in proposal_from_json(stored.payload).spans():
            assert text[span.start : span.stop] == span.text


def test_the_people_sought_are_found_in_it(desk: Desk) -> None:
    marko = add_person(desk.chief, desk.case, names=[WrittenName("Марко Веласкин")])
    add_person(desk.chief, desk.case, names=[WrittenName("Ilka Tamorevic")])
    arrival = take_in(desk)
    found = {key for stored in arrival.proposals for key in proposal_from_json(stored.payload).persons}
    assert found == {str(marko.pk)}


def test_the_same_file_a_second_time_changes_nothing(desk: Desk) -> None:
    first, before = take_in(desk), everything_stored()
    second = take_in(desk, title="Another title", url="https://example.org/again")
    assert everything_stored() == before
    assert (second.already, second.capture) == (True, first.capture)
    assert second.proposals == first.proposals


def test_a_party_that_is_known_publishes_it(desk: Desk) -> None:
    wire = record_party(desk.chief, desk.case, "Marj Wire", kind=PartyKind.AGENCY)
    assert take_in(desk, publisher=wire).capture.publisher == wire
    assert take_in(desk, WIRE + "More follows.", publisher="Marj Wire").capture.publisher == wire


HTML = """<html lang="en"><head><title>Search goes on</title>
<meta property="article:published_time" content="2026-03-01">
<meta property="og:site_name" content="Marj Online"></head><body><article><h1>Search goes on</h1>
<p>The ministry said that it is searching for the people on the list and that it will answer in writing soon.</p>
<p>The families of the captives said that they had heard this promise in each of the last four months.</p>
</article></body></html>"""


def test_the_person_wins_over_what_the_file_says_of_itself(desk: Desk) -> None:
    source = ("page.html", HTML.encode())
    capture = take_in_report(desk.worker, desk.case, source, published=PartialDate("2026-03-04")).capture
    assert (capture.published, capture.publisher.name) == (PartialDate("2026-03-04"), "Marj Online")


def test_a_report_without_a_date_is_refused_with_its_remedy(desk: Desk) -> None:
    before = everything_stored()
    with pytest.raises(BadInputError, match="when it was published") as refused:
        take_in(desk, published=None)
    assert "--published" in refused.value.problem.remedy
    assert everything_stored() == before


def test_a_report_without_a_publisher_or_text_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInputError, match="who published"):
        take_in(desk, publisher=None)
    with pytest.raises(BadInputError, match="no text"):
        take_in(desk, " \n ")


def test_a_wire_story_copied_by_another_outlet_is_a_copy(desk: Desk) -> None:
    take_in(desk, "The harvest festival of Marj was opened on Sunday by the mayor, who spoke at length of apples.")
    first = take_in(desk)
    second = take_in(desk, "By our staff. " + WIRE, publisher="Tarvia Herald")
    third = take_in(desk, WIRE.replace("Marj, ", "MARJ - "), publisher="The Valley Post")
    assert (first.copy_of, second.copy_of, third.copy_of) == (None, first.capture, first.capture)
    assert second.similarity is not None
    assert 0.6 <= second.similarity <= 1
    assert second.capture.copies == first.capture


OTHER = """Relatives of the captives met the minister on Wednesday in the capital and asked him when he would answer.

"We were told nothing new," Renata Velaskin said after the meeting, which took two hours.
"""


def test_another_report_of_the_same_matter_is_no_copy(desk: Desk) -> None:
    take_in(desk)
    assert take_in(desk, OTHER, publisher="Tarvia Herald").copy_of is None


def test_a_list_that_is_held_is_not_taken_in_as_a_report(desk: Desk) -> None:
    desk.capture("", content=WIRE.encode())
    with pytest.raises(ConflictError):
        take_in(desk)


def test_a_hostile_file_is_refused_with_nothing_written(desk: Desk) -> None:
    before = everything_stored()
    with pytest.raises(RefusedFileError):
        take_in_report(
            desk.worker, desk.case, ("report.pdf", b"MZ\x90\x00 program"), publisher="x", published=PUBLISHED
        )
    assert everything_stored() == before


def test_only_who_may_take_in_files_does(desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        take_in_report(desk.users[Role.READER], desk.case, ("a.txt", b"x"), publisher="x", published=PUBLISHED)


@pytest.mark.parametrize(
    "other", [{"publisher": "Tarvia Herald"}, {"published": PartialDate("2031-01-01")}], ids=["outlet", "day"]
)
def test_the_same_bytes_of_another_outlet_or_day_are_not_quietly_the_same(desk: Desk, other: dict[str, Any]) -> None:
    first = take_in(desk).capture
    before = everything_stored()
    with pytest.raises(ConflictError, match=f"held as R{first.pk}") as told:
        take_in(desk, **other)
    assert first.publisher.name in str(told.value)
    assert everything_stored() == before
    assert take_in(desk, publisher=f" {first.publisher.name.upper()} ").already
