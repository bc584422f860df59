"""Promises, refusals, contacts and answers in words of many hands, with their near misses."""

from __future__ import annotations

import pytest

from homeward.names import Spotter
from homeward.reading import Document, Proposal, read
from homeward.reading.telling import Telling
from homeward.records import ContactStatus, PartialDate, Polarity

LEAD = "The five divers were taken in May. "


def _read(text: str, kind: str) -> list[Proposal]:
    """What the rules alone propose, without the trained models beside them."""
    document = Document(LEAD + text, PartialDate.read("2024-06-07"), "Northern Gazette", language="en")
    sought = Spotter([("dana", ["Dana Mirell"])])
    reading = read(document, sought=sought, groups=("the divers",), sought_count=5, telling=Telling({}))
    return [p for p in reading.proposals if p.kind.value == kind and p.span.start >= len(LEAD) - 1]


@pytest.mark.parametrize(
    "text",
    [
        "“I bind myself to no day,” Commander Oto Rhun said of the divers.",
        "Commander Oto Rhun said he would sign nothing about the divers.",
        "“We will produce nobody before a judge, and the divers least of all,” Commander Oto Rhun said.",
        "“We shall write no names down for you,” Commander Oto Rhun said.",
        "Commander Oto Rhun wrote that no list of the divers would be written.",
        "“There would be no release before the harvest,” Commander Oto Rhun told the divers' families.",
        "The answer of Commander Oto Rhun about the divers was short: no list, no visit.",
        "“I promise nothing for the divers,” Commander Oto Rhun said.",
    ],
)
def test_what_somebody_will_not_do_is_a_refused_promise(text: str) -> None:
    found = _read(text, "commitment")
    assert found, text
    assert all(p.polarity is Polarity.DENIES for p in found)


@pytest.mark.parametrize(
    "text",
    [
        "Commander Oto Rhun said the five divers would be walked to a road as soon as the army had left it.",
        "“If the toll is lifted, the divers go home,” Commander Oto Rhun said.",
        "“The divers will be fed and sent south,” Commander Oto Rhun said.",
        "Commander Oto Rhun has pledged a call for every family once the company pays.",
        "The guards undertake, for their part, to let the divers write home.",
        "He had, however, pledged to lay the list of the divers before the general.",
        "“He owes me an answer about the divers by Friday,” said Commander Oto Rhun.",
    ],
)
def test_a_promise_is_told_by_what_will_happen_to_the_people(text: str) -> None:
    found = _read(text, "commitment")
    assert found, text
    assert all(p.polarity is None for p in found)


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ilo Marsh pledged on Monday to rebuild the jetty before the rains.",
        "Commander Oto Rhun would not discuss the divers.",
        "The envoy will see the liaison in Tarn on Saturday.",
    ],
)
def test_what_concerns_others_or_only_a_meeting_is_no_promise(text: str) -> None:
    assert not _read(text, "commitment")


def test_a_promise_behind_a_meeting_is_made_to_whom_the_promiser_met() -> None:
    found = _read(
        "Envoy Lina Haas met Commander Oto Rhun on Monday. Oto Rhun promised to free the divers.", "commitment"
    )
    assert [p.to for p in found] == ["Lina Haas"]


@pytest.mark.parametrize(
    "text",
    [
        "Consul Lina Haas had Commander Oto Rhun on the telephone on Monday about the divers.",
        "Consul Lina Haas went on Tuesday to the Commissioner of Police.",
        "Commander Oto Rhun's reply was brought to Lina Haas on Thursday.",
        "Consul Lina Haas met Commander Oto Rhun on Monday in Tarn.",
    ],
)
def test_contacts_in_many_words(text: str) -> None:
    found = _read(text, "contact")
    assert [p.contact_status for p in found] == [ContactStatus.HELD]


def test_a_contact_takes_place_in_the_town_that_is_named() -> None:
    assert [p.place for p in _read("Lina Haas will fly to Tarn on Monday to see Oto Rhun.", "contact")] == ["Tarn"]


def test_a_further_round_is_between_those_who_met_before() -> None:
    found = _read("Lina Haas met Oto Rhun on Monday. The next round is planned for 20 June.", "contact")
    assert found[-1].participants == found[0].participants
    assert found[-1].contact_status is ContactStatus.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Ranchers and the army met on Wednesday, on foot-and-mouth disease.",
        "The Front's men met salt merchants on Wednesday.",
        "A user called Oum Rayane wrote on the forum.",
    ],
)
def test_trade_and_names_are_no_contact(text: str) -> None:
    assert not _read(text, "contact")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("“The Front answers no letters about the divers,” its spokesman Oto Rhun said.", "refuses"),
        ("“We look for your divers,” Commander Oto Rhun wrote.", "searching"),
        ("Commander Oto Rhun said no diver had ever been in its custody.", "does_not_hold"),
        ("“Whether there are any divers in the valley, I do not know,” Commander Oto Rhun said.", "denies_knowledge"),
    ],
)
def test_answers_in_many_words(text: str, code: str) -> None:
    assert code in [p.answer_code.value for p in _read(text, "answer") if p.answer_code]
