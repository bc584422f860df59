"""Steps that several journeys take, by either hand."""

from __future__ import annotations

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
