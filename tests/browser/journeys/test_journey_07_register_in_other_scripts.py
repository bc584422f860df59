"""Journey 7. A third party's register, in Arabic, Hebrew and Thai, is searched for the eight.

Each hit is looked at by a person; a false one is taken back; who was not found was not found on a day.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.journeys.books import workbook
from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.days import ago
from tests.browser.journeys.given import Given
from tests.browser.journeys.steps import go_to_person

from homeward.casework.models import Role

NAMES = (
    "Mahmoud al-Najjar", "Yoav Ben-David", "Somchai Boonmee", "Elva Marsh", "Bardo Ruin", "Ilka Tamor",
    "Danil Orfe", "Anka Dorst",
)  # fmt: skip
REGISTER = (
    ("محمود النجار", "1988"), ("יואב בן דוד", "1991"), ("สมชาย บุญมี", "1979"), ("خالد المصري", "1970"),
    ("ธงชัย ใจดี", "1965"), ("רות כהן", "1950"),
)  # fmt: skip


def given(case: Given) -> None:
    for name in NAMES:
        case.person(name)
    case.colleague("caseworker", Role.CASEWORKER)


def test_a_register_in_three_scripts_is_searched_and_a_false_match_is_taken_back(at_desk: Seats, paper: Callable):
    hand = at_desk.sit_down("caseworker")
    hand.follow(at_desk.title, hand.main)
    hand.follow("Lists", hand.page.locator("header"))
    hand.follow("Take in a list")
    hand.bring("File", paper("register.xlsx", workbook([["Full name", "Year of birth"], *REGISTER])))
    hand.write("Title", "Register of the harbour hospital")
    hand.write("Made by", "Harbour Hospital")
    hand.write("As of", ago(12).isoformat())
    hand.press("Look at it")
    hand.press("Store it")
    hand.press("Look for our people in this list")
    assert "new to judge" in hand.read()

    # Every hit stands in its own script beside the person, with the reasons; nothing is decided for anybody.
    hand.follow("Candidates", hand.page.locator("header"))
    for script, name in (("محمود النجار", NAMES[0]), ("יואב בן דוד", NAMES[1]), ("สมชาย บุญมี", NAMES[2])):
        hit = hand.page.locator("article.candidate", has_text=script).filter(has_text=name)
        assert hit.count() == 1, name
        assert hit.locator(".reasons li").count() >= 1
        reason = "the names are one name" if name != NAMES[2] else "the same name, as it seemed"
        hand.write(hit.locator("[name=reason]"), reason)
        hand.press("Same person", hit)
        assert "Judged: J" in hand.read()

    # One of them was wrong: a colleague of the register says so. It is taken back with the reason, and both stay.
    hand.follow("What was judged")
    false = hand.page.locator("article.candidate", has_text=NAMES[2])
    hand.follow("Judge again or undo", false)
    hand.follow("Take this judgement back")
    hand.write("Reason", "the register's own number belongs to somebody else")
    hand.press("Take it back")
    assert "Taken back: J" in hand.read()
    again = hand.page.locator("article.candidate", has_text="สมชาย บุญมี").filter(has_text=NAMES[2])
    hand.write(again.locator("[name=reason]"), "another Somchai, born in another year")
    hand.press("Not the same", again)

    # Names by rounds: who is on it, and who was not found in it on which day.
    hand.follow("Names by rounds", hand.page.locator("header"))
    row = {name: hand.page.locator("table.rounds tbody tr", has_text=name).inner_text() for name in NAMES}
    for name in NAMES[:2]:
        assert "judged to be on this list" in row[name], name
    assert "one row judged to be somebody else" in row[NAMES[2]]
    for name in NAMES[3:]:
        assert "not found when searched" in row[name] and "today" in row[name], name
    go_to_person(hand, at_desk, at_desk.people[2])
    assert "No source has said anything about this person yet." in hand.read(), "what rested on it counts no more"
    go_to_person(hand, at_desk, at_desk.people[0])
    assert "Harbour Hospital" in hand.read()
