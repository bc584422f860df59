"""Journey 2. Eight people come into one case out of a messy workbook in two languages.

Looked at, its columns told, its contradictions seen, stored; and the same file brought again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.journeys.books import workbook
from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.given import Given

from homeward.casework.models import Role
from homeward.records import PartialDate, WrittenIdentifier

PEOPLE = (
    ("Ilka Tamorevic", "إلكا تاموريفيتش", "1991"), ("Jovan Pelkin", "يوفان بلكين", "1985"),
    ("Sana Morred", "سناء مرد", "1979"), ("Tarek Olvin", "طارق أولفين", "1988"),
    ("Mira Dosta", "ميرا دوستا", "1995"), ("Anton Berek", "أنطون بيريك", "31/02/1968"),
    ("Lena Kavrit", "لينا كافريت", "2001"), ("Omar Sudell", "عمر سوديل", ""),
)  # fmt: skip


def messy() -> bytes:
    """A title above, an empty row within, a heading in no language, a day that no calendar has."""
    rows: list[list[object]] = [
        ["LIST OF THE MISSING / قائمة المفقودين: as sent by the town, 3rd version"],
        [],
        ["№", "Name", "الاسم بالعربية", "X1", "تاريخ الميلاد / Date of birth", "Passport No."],
    ]
    for number, (latin, arabic, born) in enumerate(PEOPLE, 1):
        rows.append([number, latin, arabic, f"Son of {number}" if number < 6 else "", born, f"AA10{number}"])
    rows.insert(9, [])
    return workbook(rows)


def given(case: Given) -> None:
    case.person(
        "Ilka Tamorevic",
        birth=PartialDate.read("1990"),
        external_id="AA101",
        identifiers=[WrittenIdentifier("AA101", "passport")],
    )
    case.colleague("caseworker", Role.CASEWORKER)


def test_a_messy_workbook_becomes_eight_people_and_the_same_again_changes_nothing(at_desk: Seats, paper: Callable):
    file = paper("missing.xlsx", messy())
    hand = at_desk.sit_down("caseworker")
    hand.follow(at_desk.title, hand.main)
    hand.follow("Lists", hand.page.locator("header"))
    hand.follow("Take in sought people")
    hand.bring("File", file)
    hand.write("Made by", "Town of Ostrel")
    hand.press("Look at it")

    # What it would become: who is new, what it says otherwise, what cannot be read, and nothing stored.
    look = hand.page.url
    told = hand.read()
    assert "Nothing is stored yet." in told
    assert "7 new people" in told and "1 contradictions" in told
    assert f"{at_desk.people[0]} Ilka Tamorevic: birth is 1990 here and 1991 in the table" in told
    assert "31/02/1968" in told and "Rows are stored as written; what cannot be read of them stays unknown." in told
    assert "إلكا تاموريفيتش" in told

    # The heading "X1" says nothing: it is told what the column means, and the look is taken again.
    hand.choose("What column D means", "father_name")
    hand.press("Look again with these meanings")
    assert hand.field("What column D means").input_value() == "father_name"
    assert "Nothing is stored yet." in hand.read()
    hand.press("Store it")
    told = hand.read()
    assert "7 people added, 1 completed, 0 unchanged." in told
    assert "birth is 1990 here and 1991 in the table" in told, "the contradiction is still to be looked into"
    assert hand.page.locator("main table tbody tr").count() == 8

    # The person who was here keeps what was known, and has the name in the other script beside it.
    hand.follow(hand.page.locator(f"main a[href='/person/{at_desk.people[0]}']").first)
    told = hand.read()
    assert "Born 1990" in told and "إلكا تاموريفيتش" in told
    assert hand.page.request.get(look).status == 404, "the file is gone once it is stored"

    # The same file again: nobody new, what its column means is remembered for this sender, and nothing changes.
    hand.follow("Lists", hand.page.locator("header"))
    hand.follow("Take in sought people")
    hand.bring("File", file)
    hand.write("Made by", "Town of Ostrel")
    hand.press("Look at it")
    assert hand.field("What column D means").input_value() == "father_name"
    assert "0 new people" in hand.read()
    hand.press("Store it")
    assert "0 people added, 0 completed, 8 unchanged." in hand.read()
    assert hand.page.locator("main table tbody tr").count() == 8
