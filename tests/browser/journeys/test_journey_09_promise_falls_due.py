"""Journey 9. A promise falls due. A reminder, no reply: grade D; after the third, it goes to whoever leads the case.

The ledger shows how it stands, and leaves as a table and as a calendar without names.
"""

from __future__ import annotations

import csv
import io

import openpyxl
from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.days import ago, written
from tests.browser.journeys.given import Given

from homeward.casework.actions.commitments import record_commitment
from homeward.casework.models import Role

WORDS = "We will tell you within a month where each of them is"


def given(case: Given) -> dict[str, object]:
    people = [case.person(name) for name in ("Maro Velisk", "Ilka Tamor")]
    case.hand_over(day=ago(150).isoformat(), reply_due=ago(120))
    said = case.said(f"{WORDS}.", "s:Ministry of Calm > p:Ostrel Post", said_on=ago(140).isoformat())
    made = record_commitment(
        case.user,
        said,
        by="Ministry of Calm",
        to="the ambassador",
        content=WORDS,
        due=said.said_on.day(ago(110)),
        persons=people,
    )
    case.colleague("caseworker", Role.CASEWORKER)
    return {"promise": f"M{made.pk}"}


def test_a_promise_that_is_not_answered_is_graded_reminded_and_escalated(at_desk: Seats):
    promise = at_desk.facts["promise"]
    hand = at_desk.sit_down("caseworker")
    assert "1 promise to review" in hand.read()
    hand.follow(hand.page.locator(f"main a[href='{at_desk.case}promises']"))
    told = hand.read()
    assert WORDS in told and "overdue" in told and "not reviewed" in told
    hand.follow(hand.page.locator(f"main a[href='/promise/{promise}']"))

    for number, day in enumerate((ago(80), ago(40), ago(0)), 1):
        # The reminder is drafted from who waits, under the names that the list bears, and is sent by people.
        hand.follow("Unanswered", hand.page.locator("header"))
        hand.follow(hand.page.locator("main a[href^='/handover/H']").first)
        draft = hand.page.locator("#draft").input_value()
        assert "To: Ministry of Calm" in draft and "Maro Velisk" in draft and "Ilka Tamor" in draft
        hand.follow("Promises", hand.page.locator("header"))
        hand.follow(hand.page.locator(f"main a[href='/promise/{promise}']"))
        hand.write("Day of the review", day.isoformat())
        hand.choose("How it stands", "D")
        hand.write("What was found", f"Reminder {number} was handed to the ministry; nobody replied.")
        hand.press("Record this review")
        told = hand.read()
        assert f"Reminder {number} was handed to the ministry; nobody replied." in told
        escalated = "take it to whoever leads the case, and ask for a meeting." in told
        assert escalated == (number == 3), f"after reminder {number}"
    assert "3 reviews in a row without a reply." in told
    assert f"Next review {written(ago(-30))}" in told, "it comes up again, and never looks kept"

    # The ledger, as a page and as a calendar in which nobody is named.
    hand.follow("Promises", hand.page.locator("header"))
    row = hand.page.locator(f"tr#{promise}").inner_text()
    assert "no reply" in row and "overdue" in row
    calendar = hand.fetch("What is due, as a calendar file without names").decode()
    assert f"Review promise {promise}" in calendar
    for name in ("Maro", "Velisk", "Ministry", "Ostrel"):
        assert name not in calendar

    # And as a table, with what the page shows: the overdue ones alone, if asked.
    hand.follow("Overdue", hand.main)
    assert hand.page.locator("tr[id^=M]").count() == 1
    (line,) = csv.DictReader(io.StringIO(hand.fetch("CSV").decode("utf-8-sig")))
    assert line["Reference"] == promise and line["Promised by"] == "Ministry of Calm"
    assert line["The words"] == WORDS and line["Grade"] == "D" and line["Overdue"] == "yes"
    assert line["What was found"] == "Reminder 3 was handed to the ministry; nobody replied."
    sheet = openpyxl.load_workbook(io.BytesIO(hand.fetch("XLSX"))).active
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [promise]
    if at_desk.hand == "mouse":  # the command line writes the same, and is typed by either hand
        told = at_desk.command("export", "promises", "--format", "csv", "--case", at_desk.number).stdout
        assert next(csv.DictReader(io.StringIO(told.removeprefix("\ufeff")))) == line
