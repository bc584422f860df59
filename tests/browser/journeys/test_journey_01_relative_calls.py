"""Journey 1. A relative calls. First a search in any script; then who asks, what they agree to, and the day
on which we speak again.

Whoever else asks about the same person is never shown.
"""

from __future__ import annotations

import re

from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.days import ago, written
from tests.browser.journeys.given import Given

from homeward.casework.actions.enquiries import record_enquirer, record_enquiry
from homeward.casework.models import Role


def given(case: Given) -> None:
    person = case.person("Maro Velisk", "Маро Велиск")
    case.person("Ilka Tamor")
    case.colleague("liaison", Role.FAMILY_LIAISON)
    brother = record_enquirer(case.user, case.case, "Tadeo Orven", language="en", safe_contact="call 555-0188")
    record_enquiry(
        case.user, brother, person, relation="friend", channel="letter", asked_on=ago(30),
        questions="Is he alive?", follow_up_on=ago(-30),
    )  # fmt: skip


def test_whoever_calls_is_found_a_place_with_consents_a_reference_and_a_day(at_desk: Seats):
    person = at_desk.people[0]
    hand = at_desk.sit_down("liaison")
    hand.follow(at_desk.title, hand.main)
    hand.follow("Relatives", hand.page.locator("header"))
    hand.follow("A relative asks", hand.main)

    # She spells the name in Arabic letters; it is held in Latin and Cyrillic.
    hand.write("Name of the sought person", "مارو فيليسك")
    hand.press("Search")
    hit = hand.page.locator("ol.hits li", has_text="Maro Velisk").first
    assert person in hit.inner_text() and hit.locator(".likelihood").inner_text()
    assert "Tadeo" not in hand.read() and "555-0188" not in hand.page.content()
    hand.follow(hit.get_by_role("link", name=re.compile("It is this person")))
    assert "Tadeo" not in hand.read()

    hand.write("Name of the one who asks", "Sana Velisk")
    hand.choose("Language", "ar")
    hand.write("Safe channel", "telephone 555-0142")
    hand.write("Safe hours", "after eight in the evening")
    hand.write("What not to say, and to whom", "nothing to her father")
    hand.write(hand.page.locator("[name=relation]"), "sister")
    hand.write("What they ask", "أين أخي؟")
    hand.write("How they asked", "by telephone")
    hand.write("We speak with them again by", ago(-14).isoformat())
    hand.choose(hand.page.locator("[name=given_trace]"), "yes")
    hand.press("Record it")
    told = hand.read()
    assert "Write the words that were put to them, or theirs." in told, "no consent without its words"
    assert hand.field("Safe channel").input_value() == "telephone 555-0142", "what was typed stays"
    hand.write(hand.page.locator("[name=wording_trace]"), "ابحثوا عنه")
    hand.choose(hand.page.locator("[name=given_media]"), "no")
    hand.write(hand.page.locator("[name=wording_media]"), "لا تتحدثوا مع الصحف")
    hand.press("Record it")

    # The receipt is in her language, with a reference; whoever finds it learns no number to call.
    receipt = hand.page.locator("article.handed")
    assert receipt.get_attribute("dir") == "rtl" and receipt.get_attribute("lang") == "ar"
    reference = receipt.locator(".reference bdi").inner_text()
    assert reference and reference == hand.ref
    assert "أين أخي؟" in receipt.inner_text()
    assert "555-0142" not in hand.page.content() and "Tadeo" not in hand.page.content()

    # On her own page: how to reach her, what she agreed to, when we speak again.
    hand.follow("To this enquirer")
    told = hand.read()
    assert "telephone 555-0142" in told and "nothing to her father" in told
    consents = [row.inner_text() for row in hand.page.locator("table.consents tbody tr").all()]
    assert sum("does not agree" in row for row in consents) == 1
    assert sum("agrees" in row and "ابحثوا عنه" in row for row in consents) == 1
    assert sum("not asked" in row for row in consents) == 3, "what was not asked is not agreed to"
    assert reference in told and f"we speak again by {written(ago(-14))}" in told
    assert "Tadeo" not in told
    hand.follow("Relatives", hand.page.locator("header"))
    rows = hand.page.locator("main table tbody tr")
    assert rows.count() == 2
    assert written(ago(-14)) in rows.filter(has_text="Sana Velisk").inner_text()
