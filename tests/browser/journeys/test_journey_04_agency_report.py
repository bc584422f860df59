"""Journey 4. An agency reports: "We are looking for them. As soon as we find them, we will release them."

It is captured with its chain from speaker to agency; it answers for eight, and for none by name; it promises
without a date and so comes up for review; and the picture says that the captors do not acknowledge holding anybody.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest
from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.days import ago
from tests.browser.journeys.given import Given
from tests.browser.journeys.steps import go_to, go_to_person

from homeward.casework.models import Role

NAMES = (
    "Maro Velisk", "Ilka Tamor", "Danil Orfe", "Sena Kholt", "Bardo Ruin", "Elva Marsh", "Tovi Lerr", "Anka Dorst",
)  # fmt: skip
PROMISE = "As soon as we find them, we will release them"
ARTICLE = (
    "Ostrel (Wire of Ostrel). The Ministry of Calm is looking for the eight people on the list, its spokesman told "
    f"Wire of Ostrel on Saturday.\n\n“We are looking for them. {PROMISE},” the spokesman said. He gave no date."
)


def given(case: Given) -> None:
    for name in NAMES:
        case.person(name)
    case.hand_over(day=ago(40).isoformat())
    case.colleague("caseworker", Role.CASEWORKER)
    case.colleague("colleague", Role.READER)


@pytest.mark.parametrize(
    ("language", "scripts"),
    [
        pytest.param("", True, id="English"),
        pytest.param("ar", False, id="Arabic and no scripts"),
    ],
)
def test_we_are_looking_for_them_answers_for_nobody_and_promises_without_a_date(
    at_desk: Seats, language: str, scripts: bool
):
    # Whatever stands on the page is found by address, by name of a field or by what was typed: in any language.
    hand = at_desk.sit_down("caseworker", language=language, scripts=scripts)
    page = hand.page
    assert page.locator("html").get_attribute("dir") == ("rtl" if language else "ltr")
    hand.follow(page.locator(f"main h2 a[href='{at_desk.case}']"))
    hand.follow(page.locator(f"header a[href='{at_desk.case}reports']"))
    hand.follow(page.locator(f"main a[href='{at_desk.case}reports/new']").first)
    hand.write(page.locator("[name=text]"), ARTICLE)
    hand.write(page.locator("[name=publisher]"), "Ostrel Post")
    hand.write(page.locator("[name=published]"), ago(3).isoformat())
    hand.write(page.locator("[name=url]"), "https://ostrelpost.example/1")
    hand.press(page.locator("main form button"))

    # The report stands there as it came, each letter, in its own direction, and what was read in it waits.
    report = urlsplit(page.url).path
    assert page.locator(".text").inner_text().count(PROMISE) == 1
    assert page.locator(".text").evaluate("e => getComputedStyle(e).direction") == "ltr"
    waiting = page.locator("article.proposal form").count()
    assert waiting >= 2
    assert page.locator("#recorded ~ ol li").count() == 0, "nothing counts until a person accepts it"
    for kind, words in (("answer", "is looking for the eight people on the list"), ("commitment", PROMISE)):
        go_to(hand, at_desk, "")
        hand.follow(page.locator(f"main a[href='{at_desk.case}proposals']").first)
        hand.follow(page.locator(f"nav a[href*='kind={kind}']"))
        read = page.locator("article.proposal", has=page.locator("blockquote", has_text=words)).first
        hand.press(read.locator("button[value=accept]"))
        assert page.locator("p.told").count() == 1
    go_to(hand, at_desk, "reports")
    hand.follow(page.locator(f"main a[href='{report}']").first)
    assert page.locator("article.proposal form").count() == waiting - 2

    # The chain, from who spoke to who published.
    chain = page.locator("#recorded ~ ol li.claim .chain").first.locator("li")
    assert "spokesman" in chain.first.inner_text()
    assert "Ostrel Post" in chain.last.inner_text()

    # Names by rounds: the answer stands on all eight, marked as collective; all eight go on waiting.
    hand.follow(page.locator(f"header a[href='{at_desk.case}rounds']"))
    rows = page.locator("table.rounds tbody tr")
    assert rows.count() == 8
    assert page.locator("table.rounds tbody tr:has(td .marked):has(td q)").count() == 8
    hand.follow(page.locator(f"header a[href='{at_desk.case}unanswered']"))
    assert page.locator("table.stack tbody tr").count() == 8

    # A colleague reads what is now said of one of them, and what was promised.
    read = at_desk.sit_down("colleague")
    go_to_person(read, at_desk, at_desk.people[3])
    told = read.read()
    assert "No party is recorded as saying that it holds this person." in told
    assert "searching, which neither acknowledges nor denies" in told
    read.follow(read.page.locator("dl.state a[href^='/promise/M']"))
    told = read.read()
    assert PROMISE in told
    assert "Condition As soon as we find them" in told and "Due none given" in told
    assert "every 30 days" in told
    day = r"(\d+ \w+ \d{4})"
    made, again = (datetime.strptime(found, "%d %B %Y") for found in re.findall(f"(?:Made|Next review) {day}", told))
    assert again - made == timedelta(days=30), "it comes up for review although nobody named a day"
    assert all(f"/person/{ref}" in read.page.content() for ref in at_desk.people), "it speaks of all eight"
