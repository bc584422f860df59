"""Journey 5. A list that the captors published arrives. Is it ours coming back, or does it say something new?

An echo is said to be one, and its rows claim nothing. The next version says more: row by row what is new is seen, and
what a person judges to be one of ours becomes a claim of the captors, in their words.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.journeys.books import workbook
from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.days import ago
from tests.browser.journeys.given import Given
from tests.browser.journeys.hand import Hand
from tests.browser.journeys.steps import go_to_person

from homeward.casework.models import Role

NAMES = (
    "Maro Velisk", "Ilka Tamor", "Danil Orfe", "Sena Kholt", "Bardo Ruin", "Elva Marsh", "Tovi Lerr", "Anka Dorst",
)  # fmt: skip


def given(case: Given) -> None:
    for name in NAMES:
        case.person(name)
    case.hand_over(day=ago(60).isoformat())
    case.colleague("caseworker", Role.CASEWORKER)


def bring(hand: Hand, file: object, title: str, follows: str = "") -> None:
    hand.follow("Lists", hand.page.locator("header"))
    hand.follow("Take in a list")
    hand.bring("File", file)  # type: ignore[arg-type]
    hand.choose("What it is", "published")
    hand.write("Title", title)
    hand.write("Made by", "Ministry of Calm")
    hand.write("As of", ago(10).isoformat())
    if follows:
        hand.choose("A new version of", follows)
    hand.press("Look at it")


def test_an_echo_is_no_second_source_and_what_is_new_becomes_the_captors_own_claim(at_desk: Seats, paper: Callable):
    hand = at_desk.sit_down("caseworker")
    hand.follow(at_desk.title, hand.main)

    # The first list has our eight names and not a word more.
    echo = paper("published.xlsx", workbook([["Full name"], *([name] for name in NAMES)]))
    bring(hand, echo, "People of the ferry, published")
    assert "8 new" in hand.read()
    hand.press("Store it")
    first = hand.ref
    told = hand.read()
    assert "Echo: 8 of its 8 rows are names of our own list" in told
    assert "It is no second source: its rows make no claims." in told
    hand.press("Look for our people in this list")
    hand.follow("Candidates", hand.page.locator("header"))
    assert hand.page.locator("article.candidate").count() == 8
    judge = hand.page.locator("article.candidate", has_text="Maro Velisk")
    hand.write(judge.locator("[name=reason]"), "the same name in the same order")
    hand.press("Same person", judge)
    go_to_person(hand, at_desk, at_desk.people[0])
    assert "No source has said anything about this person yet." in hand.read(), "our own word is no news"

    # The second version leaves one out, adds a stranger, and says of three where they are.
    said = {"Maro Velisk": ("held", "the harbour"), "Sena Kholt": ("held", "the mill"), "Tovi Lerr": ("held", "")}
    rows = [[name, *said.get(name, ("", ""))] for name in NAMES if name != "Anka Dorst"]
    newer = paper("published-2.xlsx", workbook([["Full name", "Status", "Place"], *rows, ["Perro Zand", "", ""]]))
    bring(hand, newer, "People of the ferry, second version", follows=first)
    hand.choose("What column C means", "place_of_holding")
    hand.press("Look again with these meanings")
    told = hand.read()
    assert f"Compared with {first}" in told
    assert "1 new" in told and "3 changed" in told and "4 unchanged" in told and "1 vanished" in told
    for change in ("Place: empty ⇒ is now the harbour", "Place: empty ⇒ is now the mill", "new row 9 Perro Zand"):
        assert change in told, "what is new is shown before anything is stored"
    hand.press("Store it")
    assert "no second source" not in hand.read()
    hand.press("Look for our people in this list")
    second = hand.ref
    hand.follow("Candidates", hand.page.locator("header"))
    judge = hand.page.locator(f"article.candidate:has(a[href='/list/{second}'])", has_text="Sena Kholt")
    hand.write(judge.locator("[name=reason]"), "the same name; nobody else of that name is known")
    hand.press("Same person", judge)

    # What the captors now say of her, in their words, and from one source however often they publish it.
    go_to_person(hand, at_desk, at_desk.people[3])
    told = hand.read()
    assert "Said to be in custody (held), by Ministry of Calm" in told
    assert "Whereabouts" in told and "the mill" in told
    assert "Gives this person as held on a list of its own: Ministry of Calm" in told
    assert "No party is recorded as saying that it holds this person." not in told
    assert "From 1 independent source." in told
    # Of him the new list says nothing that ours did not; nobody has judged the row, and nothing is claimed.
    go_to_person(hand, at_desk, at_desk.people[5])
    assert "No source has said anything about this person yet." in hand.read()
