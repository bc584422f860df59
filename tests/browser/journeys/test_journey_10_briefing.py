"""Journey 10. A briefing for the sister: what is new since last time, each sentence with who said it.

What the brother alone may know, and what is confidential to a mediator, is not in it. A second person reads it,
because it speaks of an injury; it is frozen, given, and how it was taken is recorded.
"""

from __future__ import annotations

import hashlib

from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.days import ago, written
from tests.browser.journeys.given import Given
from tests.browser.journeys.hand import Hand

from homeward.casework.actions.briefings import reserve_claim
from homeward.casework.actions.enquiries import record_enquirer, record_enquiry
from homeward.casework.models import Classification, Role
from homeward.records import ClaimSubject

OPEN, INJURED = "Maro Velisk is alive", "Maro Velisk is injured at the arm"
BROTHER_S, MEDIATOR_S = "Maro Velisk wrote to his brother", "The mediator saw Maro Velisk in the mill"


def given(case: Given) -> dict[str, object]:
    person = case.person("Maro Velisk")
    asked = {}
    for name, relation in (("Sana Velisk", "sister"), ("Tadeo Velisk", "brother")):
        asked[relation] = record_enquirer(case.user, case.case, name, language="en", safe_contact="in person")
        record_enquiry(
            case.user, asked[relation], person, relation=relation, channel="in person", asked_on=ago(60),
            questions="How is he?", follow_up_on=ago(-10),
        )  # fmt: skip
    day = {"said_on": ago(9).isoformat()}
    case.claim(person, ClaimSubject.ALIVE, "s:Envoy of Sart > p:Sart Courier", words=OPEN, **day)
    injured = case.claim(
        person, ClaimSubject.HEALTH, "s:Ministry of Calm > p:Ostrel Post", words=INJURED, value="injured", **day
    )
    case.read_again(injured)
    private = case.claim(person, ClaimSubject.ALIVE, "s:the neighbour > p:Night Sheet", words=BROTHER_S, **day)
    reserve_claim(case.user, private, enquirer=asked["brother"], reason="told to us by the brother")
    secret = case.claim(
        person, ClaimSubject.WHEREABOUTS, "s:the mediator > p:Our desk", words=MEDIATOR_S, value="the mill",
        classification=Classification.MEDIATOR, **day,
    )  # fmt: skip
    case.colleague("liaison", Role.FAMILY_LIAISON, clearance=Classification.MEDIATOR)
    case.colleague("second reader", Role.FAMILY_LIAISON, clearance=Classification.MEDIATOR)
    sister = f"E{asked['sister'].pk}"
    return {"sister": sister, "private": f"C{private.pk}", "secret": f"C{secret.pk}", "injured": f"C{injured.pk}"}


def to_the_sister(hand: Hand, seats: Seats) -> None:
    hand.follow(seats.title, hand.main)
    hand.follow("Relatives", hand.page.locator("header"))
    hand.follow(hand.page.locator(f"main a[href='/enquirer/{seats.facts['sister']}']").first)


def test_the_sister_is_told_what_is_hers_and_nothing_of_the_brother_s_or_the_mediator_s(at_desk: Seats):
    facts = at_desk.facts
    hand = at_desk.sit_down("liaison")
    to_the_sister(hand, at_desk)
    hand.follow("What may I tell them?")
    told = hand.read()
    assert "They were told nothing in a briefing yet." in told
    kept = hand.read("section.kept")
    assert f"{facts['secret']} confidential to a mediator" in kept
    assert f"{facts['private']} for another relative only" in kept and "Tadeo" not in kept
    hand.write("What we do next", "we ask the ministry for a letter from him")
    hand.write("By when", ago(-7).isoformat())
    hand.press("Look at the whole")
    whole = hand.read("article.given")
    assert OPEN in whole and INJURED in whole
    assert "Envoy of Sart" in whole and "Ministry of Calm" in whole, "every sentence about him names who said it"
    assert written(ago(-7)) in whole
    hand.press("Keep it as a draft")
    told = hand.read()
    assert "It touches death, injury, release or rescue: a second person must read and approve it." in told
    assert hand.page.locator("button[value=yes]").count() == 0, "whoever wrote it does not approve it"

    # The second person finds it at home, reads exactly what would be given, and freezes it.
    second = at_desk.sit_down("second reader")
    assert "1 briefing to read as the second person" in second.read()
    second.follow(second.page.locator("main a[href*='#drafts']"))
    second.follow(second.page.locator("main a[href*='/draft/']").first)
    given_text = second.read("article.given")
    for secret in (BROTHER_S, MEDIATOR_S, "the mill", "Tadeo", facts["private"], facts["secret"]):
        assert secret not in given_text, secret
    second.press("I read it; approve and freeze")
    assert "Frozen: it is now B" in second.read()
    content = second.fetch("As plain text")
    assert hashlib.sha256(content).hexdigest() == second.page.locator("dl.facts code").inner_text()
    text = content.decode()
    assert INJURED in text and "Envoy of Sart" in text
    for secret in (BROTHER_S, MEDIATOR_S, "the mill", "Tadeo", facts["private"], facts["secret"]):
        assert secret not in text, secret

    # Given in person; her words are kept. What is next told begins from here.
    second.write("Given on", ago(0).isoformat())
    second.write("How", "in person")
    second.write("How it was taken, and what was asked", "She asked whether the arm was treated.")
    second.press("Record how it was given")
    briefing = second.ref
    assert "She asked whether the arm was treated." in second.read()
    second.follow("Homeward")
    to_the_sister(second, at_desk)
    assert "She asked whether the arm was treated." in second.read()
    second.follow("What may I tell them?")
    assert f"Last told: {briefing}, {written(ago(0))}" in second.read()
    assert "Nothing that may be told is new. The briefing then says so." in second.read()
    assert facts["injured"] in second.read("section[aria-labelledby=s-unchanged]")
