"""Journey 3. A list of eight is prepared, approved by a second person, and handed over; then the reply clock runs.

What was approved is what leaves, byte for byte, under its hash; nothing leaves that was not ticked.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.days import ago
from tests.browser.journeys.given import Given
from tests.browser.journeys.hand import Hand

from homeward.casework.models import Role
from homeward.exchange import read_tables
from homeward.records import PartialDate, WrittenIdentifier

PEOPLE = (
    ("Ilka Tamorevic", "إلكا تاموريفيتش", "1991"), ("Jovan Pelkin", "يوفان بلكين", "1985"),
    ("Sana Morred", "سناء مرد", "1979"), ("Tarek Olvin", "طارق أولفين", "1988"),
    ("Mira Dosta", "ميرا دوستا", "1995"), ("Anton Berek", "أنطون بيريك", "1968"),
    ("Lena Kavrit", "لينا كافريت", "2001"), ("Omar Sudell", "عمر سوديل", "1977"),
)  # fmt: skip


def given(case: Given) -> None:
    for n, (latin, arabic, year) in enumerate(PEOPLE):
        case.person(
            latin,
            arabic,
            birth=PartialDate.read(year),
            nationalities=["GE", "IL"] if n == 0 else ["GE"],
            father_name=f"Fatherof{n}",
            mother_name=f"Motherof{n}",
            home_place=f"Homeat{n}",
            identifiers=[WrittenIdentifier(f"ZX{n}00{n}")],
        )
    case.colleague("list officer", Role.LIST_OFFICER)
    case.colleague("supervisor", Role.SUPERVISOR)


def to_the_lists(hand: Hand, case: str) -> None:
    hand.follow(case, hand.main)
    hand.follow("Lists", hand.page.locator("header"))


def test_a_list_of_eight_leaves_as_it_was_approved_and_the_reply_clock_runs(at_desk: Seats):
    # The list officer chooses who goes on it and what may leave, and sees exactly that.
    officer = at_desk.sit_down("list officer")
    to_the_lists(officer, at_desk.title)
    officer.follow("Prepare a list")
    officer.write("Title", "The eight, first round")
    officer.write("Recipient", "Coast Movement")
    officer.choose("Script of the recipient", "Arab")
    officer.tick(officer.page.locator("[name=everybody]"))
    officer.press("See what would leave")
    told = officer.read()
    assert "إلكا تاموريفيتش" in told and "Fatherof3" in told
    assert "Motherof3" not in told and "ZX3003" not in told, "what was not ticked does not leave"
    assert "several nationalities: none leaves unless you choose one below" in told
    officer.choose("إلكا تاموريفيتش", "GE")
    officer.press("Keep it for approval")
    told = officer.read()
    assert "Nothing allows 8 people to be named to this party yet" in told
    assert "You prepared it; somebody else who may hand lists over approves it or sends it back." in told
    assert officer.button("Approve").count() == 0
    sha256 = officer.page.locator("code").inner_text()

    # A second person weighs the harm for each, from person to person, and approves.
    second = at_desk.sit_down("supervisor")
    to_the_lists(second, at_desk.title)
    second.follow("Prepared lists")
    second.follow("The eight, first round")
    second.press("Approve")
    assert "No harm assessment" in second.read(), "nobody is named to a party before somebody asked what harm it does"
    second.follow(second.page.locator(f"a[href$='/harm/{at_desk.people[0]}']"))
    for n in range(8):
        assert f"Fatherof{n}" in second.read() and f"Motherof{n}" not in second.read()
        second.tick("Yes: no harm is to be expected")
        if n == 0:
            second.write("Legal basis", "the vital interest of the person")
        second.write("Why", "they know of the person already")
        second.press("Record it")
    second.press("Approve")
    assert "Approved: it is now L" in second.read()
    assert second.page.locator("code").inner_text() == sha256

    # The file: the bytes that were approved, and in them no value of any field that was not ticked.
    content = second.fetch("Get it as XLSX")
    assert hashlib.sha256(content).hexdigest() == sha256
    table = read_tables(("list.xlsx", content)).tables[0]
    assert [row.cells[0] for row in table.rows()] == [str(n) for n in range(1, 9)]
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        whole = "".join(book.read(name).decode() for name in book.namelist())
    for n, (latin, arabic, year) in enumerate(PEOPLE):
        assert arabic in whole and f"Fatherof{n}" in whole and year in whole
        for secret in (latin, f"Motherof{n}", f"Homeat{n}", f"ZX{n}00{n}"):
            assert secret not in whole, secret
    for secret in ("إسرائيل", "Israel", "first round", "Coast Movement", "supervisor", "Ostrel"):
        assert secret not in whole, secret

    # Handed over; from then on eight people wait for an answer, and since the day it was due they are overdue.
    second.follow("Record a hand-over")
    assert second.field("Handed to").input_value() == "Coast Movement"
    second.write("On", ago(40).isoformat())
    second.write("Place", "Port Halim")
    second.write("Carried by", "the envoy")
    second.write("Received by", "the head of office")
    second.choose("Acknowledged", "yes")
    second.write("Reply due", ago(5).isoformat())
    second.press("Record it")
    told = second.read()
    assert re.search(r"Handed to Coast Movement .*Acknowledged yes", told)
    second.follow("Unanswered", second.page.locator("header"))
    assert second.read().count("5 days overdue") == 8
    second.follow("Homeward")
    assert "8 answers overdue" in second.read()
