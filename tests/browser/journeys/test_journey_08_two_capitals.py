"""Journey 8. Two capitals report contradictory answers about one person.

Both stand side by side, each with its chain; how independent they are is worked out; nobody has to resolve it.
"""

from __future__ import annotations

from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.days import ago
from tests.browser.journeys.given import Given
from tests.browser.journeys.steps import record_claim

from homeward.casework.models import Role

SART = "Sart (Sart Courier). The foreign ministry of Sart said: “The captors told us that Maro Velisk is alive.”"
TARN = "Tarn (Tarn Gazette). The interior ministry of Tarn said: “The captors told us that Maro Velisk is not alive.”"


def given(case: Given) -> None:
    case.person("Maro Velisk")
    case.colleague("caseworker", Role.CASEWORKER)


def test_what_two_capitals_say_stands_side_by_side_and_nobody_chooses(at_desk: Seats):
    hand = at_desk.sit_down("caseworker")
    hand.follow(at_desk.title, hand.main)
    for text, outlet, speaker, words, polarity, day in (
        (SART, "Sart Courier", "the foreign ministry of Sart", "The captors told us that Maro Velisk is alive.",
         "asserts", ago(9)),
        (TARN, "Tarn Gazette", "the interior ministry of Tarn", "The captors told us that Maro Velisk is not alive.",
         "denies", ago(4)),
    ):  # fmt: skip
        record_claim(
            hand,
            text,
            outlet=outlet,
            speaker=speaker,
            words=words,
            subject="alive",
            polarity=polarity,
            day=day.isoformat(),
        )

    # Home counts the person among those about whom sources disagree; one link leads there.
    hand.follow("Homeward")
    assert "1 person about whom sources disagree" in hand.read()
    hand.follow(hand.page.locator("main a[href*='only=contradicted']"))
    hand.follow("Maro Velisk")
    told = hand.read()
    for words in ("the foreign ministry of Sart", "the interior ministry of Tarn", "is alive.”", "is not alive.”"):
        assert words.strip("”") in told, words
    assert hand.page.locator(".conflicts li").count() == 1
    assert hand.page.locator("ol.claims .conflict").count() == 2, "each claim names the other"
    assert "From 2 independent sources." in told
    groups = hand.page.locator("ol.claims li.claim").filter(has_text="Independence group").all_inner_texts()
    assert len(groups) == 2
    # To resolve it, there is nothing to press: no claim can be chosen, only withdrawn with a reason.
    assert hand.page.locator("main form").count() == 0
