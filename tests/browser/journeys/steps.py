"""Steps that several journeys take, by either hand."""

from __future__ import annotations

from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.hand import Hand


def record_claim(
    hand: Hand,
    text: str,
    *,
    outlet: str,
    speaker: str,
    words: str,
    subject: str,
    day: str,
    polarity: str = "",
    attribution: str = "",
) -> None:
    """Take in a report, record the words in it that matter, and what they claim about the one person of the case."""
    hand.follow("Reports", hand.page.locator("header"))
    hand.follow("Take in a report")
    hand.write("Text of the report", text)
    hand.write("Published by", outlet)
    hand.write("Published on", day)
    hand.press("Take it in")
    hand.follow("Record a statement by hand")
    hand.write("The words", words)
    hand.write("Who said it", speaker)
    if attribution:
        hand.choose("How the report gives them", attribution)
    hand.write("Said on", day)
    hand.press("Record it")
    hand.follow("Add a claim")
    hand.tick(hand.page.locator("[name=persons]").first)
    hand.choose("What is claimed", subject)
    if polarity:
        hand.choose("The source", polarity)
    hand.press("Add it")


def go_to(hand: Hand, seats: Seats, part: str) -> None:
    """Follow the link to a part of the case, such as ``people``, which stands on each of its pages."""
    link = hand.page.locator(f"header a[href='{seats.case}{part}']")
    if link.count() == 0:  # on the first page after signing in no case is open yet
        hand.follow(hand.page.locator(f"main a[href='{seats.case}']").first)
    hand.follow(link.first)


def go_to_person(hand: Hand, seats: Seats, person: str) -> None:
    """To one of the people of the case, by the list of them."""
    go_to(hand, seats, "people")
    hand.follow(hand.page.locator(f"main a[href='/person/{person}']").first)


def go_to_enquirer(hand: Hand, seats: Seats, enquirer: str) -> None:
    """To somebody who asks, by the list of them."""
    go_to(hand, seats, "enquirers")
    hand.follow(hand.page.locator(f"main a[href='/enquirer/{enquirer}']").first)


def go_to_briefing(hand: Hand, seats: Seats, enquirer: str, person: str) -> None:
    """To what a relative may be told, by the page of the relative."""
    go_to_enquirer(hand, seats, enquirer)
    hand.follow(hand.page.locator(f"main a[href='/enquirer/{enquirer}/brief/{person}']"))
