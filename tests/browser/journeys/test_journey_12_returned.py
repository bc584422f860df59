"""Journey 12. Somebody is said to have returned. Two sources, two readers; the promise is found kept; nobody waits.

He leaves in the forms of PFIF, WGEID and FollowTheMoney, and as tables by the command line; the one who asks is
contacted less; the part of the person is closed, what is kept is looked through, and two supervisors purge it. A
trace stays, the audit holds, and the case file comes back from its backup on another machine.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.days import ago
from tests.browser.journeys.given import Given
from tests.browser.journeys.hand import Hand
from tests.browser.running import RunningDesk

from homeward.casework.actions.commitments import record_commitment
from homeward.casework.actions.enquiries import record_enquirer, record_enquiry
from homeward.casework.models import Role
from homeward.exchange import read_ftm, read_pfif

REPORT = "Ostrel (Ostrel Post). The envoy of Sart said: “Maro Velisk crossed the bridge this morning.”"
WORDS = "Maro Velisk crossed the bridge this morning."
FORMATS = {
    "pfif": "PFIF 1.4 (XML)",
    "wgeid": "Minimum elements of the WGEID (text)",
    "ftm": "FollowTheMoney (JSON lines)",
}


def given(case: Given) -> dict[str, object]:
    people = [case.person(name) for name in ("Maro Velisk", "Ilka Tamor")]
    ours, _ = case.hand_over(day=ago(90).isoformat(), reply_due=ago(60))
    said = case.said("We will let him cross.", "s:Ministry of Calm > p:Ostrel Post", said_on=ago(80).isoformat())
    made = record_commitment(
        case.user, said, by="Ministry of Calm", content="We will let him cross", persons=people[:1]
    )
    sister = record_enquirer(case.user, case.case, "Ana Velisk", language="en", safe_contact="by letter alone")
    record_enquiry(
        case.user,
        sister,
        people[0],
        relation="sister",
        channel="letter",
        asked_on=ago(90),
        questions="Where is my brother?",
        follow_up_on=ago(2),
    )
    for who in ("supervisor", "other supervisor", "releasing supervisor"):
        case.colleague(who, Role.SUPERVISOR)
    case.colleague("liaison", Role.FAMILY_LIAISON)
    case.colleague("caseworker", Role.CASEWORKER)
    case.colleague("second reader", Role.CASEWORKER)
    case.colleague("auditor", Role.AUDITOR)
    case.colleague("list officer", Role.LIST_OFFICER)
    return {"list": f"L{ours.pk}", "promise": f"M{made.pk}", "sister": f"E{sister.pk}"}


@pytest.mark.slow
def test_somebody_is_said_to_have_returned_and_the_case_file_outlives_its_machine(
    at_desk: Seats, browser: Browser, tmp_path: Path
):
    person, promise = at_desk.people[0], at_desk.facts["promise"]
    hand = at_desk.sit_down("caseworker")
    hand.follow(at_desk.title, hand.main)

    # One source: the envoy, by a report.
    hand.follow("Reports", hand.page.locator("header"))
    hand.follow("Take in a report")
    hand.write("Text of the report", REPORT)
    hand.write("Published by", "Ostrel Post")
    hand.write("Published on", ago(1).isoformat())
    hand.press("Take it in")
    hand.follow("Record a statement by hand")
    hand.write("The words", WORDS)
    hand.write("Who said it", "the envoy of Sart")
    hand.write("Said on", ago(1).isoformat())
    hand.press("Record it")
    hand.follow("Add a claim")
    hand.tick(hand.page.locator(f"[name=persons][value={person}]"))
    hand.choose("What is claimed", "released")
    hand.press("Add it")
    # Another: the ministry answers to his row of the list.
    hand.follow("Lists", hand.page.locator("header"))
    hand.follow(hand.page.locator(f"main a[href='/list/{at_desk.facts['list']}']").first)
    hand.follow(hand.page.locator(f"main a[href='/list/{at_desk.facts['list']}/row/1']"))
    hand.follow("Record an answer about this row")
    hand.write("Who answered", "Ministry of Calm")
    hand.choose("What the answer says", "says_released")
    hand.write("The exact words", "He is with his family.")
    hand.write("Answered on", ago(0).isoformat())
    hand.press("Record it")

    # It takes no part in what is said of him until a second person has read it.
    hand.open(f"/person/{person}")
    assert hand.page.locator("ol.claims").get_by_text("Waiting for a second reader").count() == 2
    assert "released" not in hand.read(".headline")
    second = at_desk.sit_down("second reader")
    assert "2 claims wait for a second reader" in second.read()
    for _ in range(2):
        second.open(f"/person/{person}")
        second.follow(second.page.get_by_role("link", name="Read it").first)
        second.press("I read it: rightly recorded")
    second.open(f"/person/{person}")
    told = second.read(".headline")
    assert "released" in told and ("said" in told or "reported" in told), "a word of somebody, never a bare fact"
    assert "Nothing waits for an answer." in second.read()
    claims = second.page.locator("ol.claims li.claim").filter(has_text="released")
    evidence = claims.first.get_attribute("id")

    # The promise is found kept, and shows by what; of the other person everybody still waits to hear.
    hand.open(f"/promise/{promise}")
    hand.choose("How it stands", "A")
    hand.write("Claims that show it", str(evidence))
    hand.write("What was found", "The envoy and the ministry say so.")
    hand.press("Record this review")
    told = hand.read()
    assert "kept" in told and f"Shown by {evidence}" in told and "Next review none" in told
    hand.follow("Unanswered", hand.page.locator("header"))
    waits = hand.read()
    assert "Ilka Tamor" in waits and "Maro Velisk" not in waits

    leaves_in_three_formats(at_desk, person)
    if at_desk.hand == "mouse":  # a command line is typed by either hand: once is enough
        leave(at_desk, str(evidence))
    supervisor = at_desk.sit_down("supervisor")
    contact_less_and_close(at_desk, supervisor, person)
    purge(at_desk, supervisor, person)

    # The audit is whole: the auditor's page says so.
    auditor = at_desk.sit_down("auditor")
    auditor.open("/audit")
    auditor.press("Check that the chain is whole")
    assert "The chain is whole" in auditor.read()
    if at_desk.hand == "mouse":
        come_back(at_desk, browser, tmp_path, person)


def leaves_in_three_formats(at_desk: Seats, person: str) -> None:
    """As it says that he is free, one person prepares what leaves, and another one releases it."""
    officer, second = at_desk.sit_down("list officer"), at_desk.sit_down("releasing supervisor")
    for form, title in FORMATS.items():
        officer.open(f"/person/{person}")
        officer.follow("Export…", officer.main)
        officer.follow(title, officer.main)
        officer.write("Recipient", "Tracing Office")
        officer.write("Why it leaves", "it closes their file")
        officer.tick("What is claimed, each with its source")
        if form == "wgeid":
            officer.write("Place of arrest, or where last seen", "Port Halim")
        officer.press("See what would leave")
        told = officer.read()
        assert "Maro Velisk" in told and "Reported released, by the envoy of Sart" in told
        assert "Ilka Tamor" not in told and "believed_alive" not in told, "of one person, and in the words of others"
        assert "a second person must release it" in told
        if form == "wgeid":
            assert "these are missing: the year, the month, the day, those believed to be responsible" in told
        officer.press("Keep exactly this")
        export = officer.ref
        harm = officer.page.locator(f"main a[href$='/harm/{person}']")
        harm.wait_for()
        if "not assessed" in officer.read():  # of what just this format tells
            officer.follow(harm)
            officer.tick("Yes: no harm is to be expected")
            officer.write("Legal basis", "the wish of his family")
            officer.write("Why", "they looked for him, too")
            officer.press("Record it")
        assert "somebody else who may hand lists over releases it" in officer.read()
        assert officer.button("Release it").count() == 0
        second.open(f"/prepared/{export}")
        sha256 = second.page.locator("code").first.inner_text()
        second.press("Release it")
        second.link("Get the file").wait_for()
        content = second.fetch("Get the file")
        assert hashlib.sha256(content).hexdigest() == sha256
        if form == "pfif":
            read = read_pfif("a.xml", content)
            assert [one.full_name for one in read.persons] == ["Maro Velisk"] and not read.problems
            assert {note.author_name for note in read.notes} >= {"the envoy of Sart", "Ministry of Calm"}
            assert not [note.status for note in read.notes if note.status]
        elif form == "ftm":
            entities = read_ftm("a.json", content)
            assert [one.properties["name"] for one in entities if one.schema == "Person"] == [("Maro Velisk",)]
        else:
            assert b"Port Halim" in content and b"Submitted by: not known, or not told" in content
    second.open(f"/person/{person}/leaving")
    assert second.read().count("it closes their file") == 3


def contact_less_and_close(at_desk: Seats, supervisor: Hand, person: str) -> None:
    """Nothing is closed before it is seen what is open; the day set for the sister is cancelled with a reason."""
    supervisor.follow(at_desk.title, supervisor.main)
    supervisor.follow("People", supervisor.page.locator("header"))
    supervisor.follow(supervisor.main.locator(f"a[href='/person/{person}']").first)
    supervisor.follow("Close this person's part")
    assert "1 day set for speaking with a relative again" in supervisor.read()
    supervisor.write("Why it is closed", "he is with his family")
    supervisor.press("Close it")
    assert "still open" in supervisor.read(), "it was not said that this is known"

    liaison = at_desk.sit_down("liaison")
    assert "1 enquiry to follow up" in liaison.read()
    liaison.follow("1 enquiry to follow up", liaison.main)
    liaison.follow(liaison.main.locator(f"a[href='/enquirer/{at_desk.facts['sister']}']").first)
    liaison.follow("Contact them less, or no more")
    liaison.tick("they are contacted otherwise than before")
    liaison.write("How often, and which way", "once more at New Year, by letter")
    liaison.write("Reason", "He is back, and she asks for quiet.")
    liaison.press("Record it")
    told = liaison.read()
    assert "once more at New Year, by letter" in told and "no day set" in told
    liaison.follow(liaison.page.locator("header a.mark"))
    assert "to follow up" not in liaison.read()

    supervisor.follow("Leave it")
    supervisor.follow("Close this person's part")
    assert "Nothing is open." in supervisor.read()
    supervisor.write("Why it is closed", "he is with his family")
    supervisor.press("Close it")
    assert "because: he is with his family" in supervisor.read()
    supervisor.follow("Unanswered", supervisor.page.locator("header"))
    assert "Ilka Tamor" in supervisor.read(), "the others of the case are left alone"


def purge(at_desk: Seats, supervisor: Hand, person: str) -> None:
    """What is kept is looked through: kept once, then to be purged; another supervisor confirms by the reference."""
    supervisor.follow(supervisor.page.locator("header a.mark"))
    supervisor.follow("Due for review", supervisor.main)
    supervisor.follow(f"Decide {person}", supervisor.main)
    supervisor.write("Reason", "The ministry may still be asked.")
    supervisor.press("Decide")
    assert "looked through again on that day" in supervisor.read()
    supervisor.follow(f"Decide {person}", supervisor.main)
    supervisor.tick("It is to be purged.")
    supervisor.write("Reason", "Nobody asks any more.")
    supervisor.press("Decide")
    assert "You asked for it, so another supervisor confirms it." in supervisor.read()

    other = at_desk.sit_down("other supervisor")
    other.follow(at_desk.title, other.main)
    other.follow("Closing", other.page.locator("header"))
    other.follow(person, other.page.locator("section[aria-labelledby=asked]"))
    told = other.read()
    assert "What goes for good" in told and "What stays, and why" in told
    other.write("Type the reference to confirm", "P999999")
    other.press("Purge for good")
    assert "not the reference" in other.read()
    other.write("Type the reference to confirm", person)
    other.press("Purge for good")
    told = other.read()
    assert "A sought person who was purged" in told and "Nobody asks any more." in told
    assert "Velisk" not in told
    other.follow("People", other.page.locator("header"))
    assert "Velisk" not in other.read() and "Ilka Tamor" in other.read()
    other.follow("Relatives", other.page.locator("header"))
    assert "Ana" not in other.read(), "she asked about nobody else"


def leave(at_desk: Seats, evidence: str) -> None:
    """What leaves as a table."""
    table = at_desk.command("export", "claims", "--format", "csv", "--case", at_desk.number).stdout
    rows = [row for row in csv.DictReader(io.StringIO(table)) if evidence in row.values()]
    assert len(rows) == 1


def come_back(at_desk: Seats, browser: Browser, tmp_path: Path, person: str) -> None:
    """The case file out of its backup, on a machine that never saw the desk: whole, and without whom was purged."""
    kept, other = tmp_path / "stick" / "homeward.db", tmp_path / "elsewhere" / "desk.db"
    kept.parent.mkdir()
    other.parent.mkdir()
    at_desk.command("backup", str(kept))
    at_desk.command("restore", str(kept), "--file", str(other))
    purged = json.loads(at_desk.command("purge", "list", "--case", at_desk.number, "--json").stdout)["purged"]
    assert [one["ref"] for one in purged] == [person]
    assert "The audit is whole" in at_desk.command("audit", "verify", "--file", str(other)).stdout
    there = RunningDesk(
        other.parent, "-c", "from homeward.cli import main; main(['serve', '--user', 'chief', '--port', '0'])"
    )
    try:
        page = browser.new_page()
        page.goto(f"{there.address}enter")
        page.fill("#key", there.key)
        page.click("main form button")
        page.wait_for_url(there.address)
        page.goto(f"{there.address}person/{person}")
        assert "A sought person who was purged" in page.inner_text("main")
        page.close()
    finally:
        there.stop()
