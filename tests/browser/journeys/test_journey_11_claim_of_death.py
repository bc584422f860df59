"""Journey 11. One outlet claims a death. It waits in a queue, nobody is told, and two people must read it.

The family is told in person that it was said; later it is contradicted and taken back, and the family is told that.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.days import ago
from tests.browser.journeys.given import Given
from tests.browser.journeys.hand import Hand
from tests.browser.journeys.steps import go_to, go_to_briefing, go_to_enquirer, go_to_person, record_claim

from homeward.casework.actions.enquiries import record_enquirer, record_enquiry
from homeward.casework.models import Role

WORDS = "Maro Velisk is dead"
LATER = "I spoke with Maro Velisk yesterday"


def given(case: Given) -> dict[str, object]:
    person = case.person("Maro Velisk")
    sister = record_enquirer(case.user, case.case, "Sana Velisk", language="en", safe_contact="in person")
    record_enquiry(
        case.user, sister, person, relation="sister", channel="in person", asked_on=ago(60),
        questions="How is he?", follow_up_on=ago(-10),
    )  # fmt: skip
    case.colleague("caseworker", Role.CASEWORKER)
    case.colleague("second reader", Role.CASEWORKER)
    case.colleague("liaison", Role.FAMILY_LIAISON)
    case.colleague("second liaison", Role.FAMILY_LIAISON)
    return {"sister": f"E{sister.pk}"}


def tell(hand: Hand, second: Hand, seats: Seats, channel: str, reaction: str) -> str:
    """A liaison writes, another approves what is grave, and one of them says it in person."""
    go_to_briefing(hand, seats, seats.facts["sister"], seats.people[0])
    hand.press("Keep it as a draft")
    draft = urlsplit(hand.page.url).path
    go_to(second, seats, "enquirers")
    second.follow(second.page.locator(f"main a[href='{draft}']").first)
    second.press(second.page.locator("button[value=yes]"))
    second.write("How", channel)
    second.write("How it was taken, and what was asked", reaction)
    second.press("Record how it was given")
    return second.read("article.given")


@pytest.mark.slow
def test_a_claim_of_death_is_read_by_two_told_in_person_and_taken_back(at_desk: Seats):
    person, sister = at_desk.people[0], at_desk.facts["sister"]
    hand = at_desk.sit_down("caseworker")
    hand.follow(at_desk.title, hand.main)
    text = f"Night Sheet has learned from a source: “{WORDS}.” Nobody confirmed it."
    record_claim(
        hand, text, outlet="Night Sheet", speaker="a source", words=WORDS, subject="dead", attribution="anonymous",
        day=ago(6).isoformat(),
    )  # fmt: skip

    # It waits. Whoever recorded it cannot read it as the second person; it is in no headline, and nobody is told.
    go_to_person(hand, at_desk, person)
    assert "died" not in hand.read(".headline") and "Waiting for a second reader" in hand.read()
    claim = str(hand.page.locator("ol.claims li.claim").first.get_attribute("id"))
    hand.follow(hand.page.get_by_role("link", name="Read it").first)
    assert "You recorded this claim. Somebody else at the desk must read it." in hand.read()
    assert hand.button("I read it: rightly recorded").count() == 0
    liaison = at_desk.sit_down("liaison")
    go_to_briefing(liaison, at_desk, sister, person)
    assert f"{claim} waits for a second reader" in liaison.read("section.kept")
    assert WORDS not in liaison.read("form.compose section:first-of-type")

    # A second person finds it in the queue and reads it: rightly recorded, which is not to say that it is true.
    second = at_desk.sit_down("second reader")
    second.follow(second.page.locator("main a[href$='/second-reader']"))
    assert WORDS in second.read()
    second.follow("Maro Velisk")
    second.follow(second.page.get_by_role("link", name="Read it").first)
    assert "You do not say that it is true. Nothing is sent to anybody" in second.read()
    second.press("I read it: rightly recorded")
    go_to_person(second, at_desk, person)
    assert "claimed to have died, by a source (not named), published by Night Sheet" in second.read(".headline")

    # The family is told that it was said, by two people of the desk, in person.
    other = at_desk.sit_down("second liaison")
    given_text = tell(liaison, other, at_desk, "in person", "She does not believe it.")
    assert WORDS in given_text and "Night Sheet" in given_text
    assert "None of this is a fact that we have established." in given_text

    # An envoy says otherwise. Both stand side by side, until a person takes the first back, with the reason.
    record_claim(
        hand, f"The envoy said: “{LATER}.”", outlet="Sart Courier", speaker="the envoy of Sart", words=LATER,
        subject="alive", day=ago(1).isoformat(),
    )  # fmt: skip
    go_to_person(hand, at_desk, person)
    assert hand.page.locator(".conflicts li").count() == 1
    hand.follow(hand.page.locator(f"#{claim}").get_by_role("link", name="Withdraw"))
    hand.write("Reason", "Night Sheet took its report back")
    hand.press(hand.page.locator("main form button").first)
    go_to_person(hand, at_desk, person)
    assert hand.page.locator(".conflicts li").count() == 0
    assert "died" not in hand.read(".headline")
    hand.unfold("1 withdrawn claim")
    assert "Night Sheet took its report back" in hand.read(), "what was believed last week can be shown"

    # And she is told that it was taken back.
    given_text = tell(liaison, other, at_desk, "in person", "She wept.")
    assert "What we told you earlier and no longer rely on" in given_text
    assert "It was taken back at our desk" in given_text and LATER in given_text
    go_to_enquirer(other, at_desk, sister)
    assert "She does not believe it." in other.read() and "She wept." in other.read()
