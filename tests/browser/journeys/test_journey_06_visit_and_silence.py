"""Journey 6. An earlier delegation's visit: read-outs in three languages, and in none of them a word of our people.

Silence is found only where a text is held in full and was searched in every script; of the others it is said that
nothing can be said; a briefing then says both.
"""

from __future__ import annotations

from tests.browser.journeys.conftest import Seats
from tests.browser.journeys.days import ago
from tests.browser.journeys.given import Given
from tests.browser.journeys.hand import Hand
from tests.browser.journeys.steps import go_to_briefing

from homeward.casework.actions.enquiries import record_enquirer, record_enquiry
from homeward.casework.models import Role

READ_OUTS = (
    ("Ostrel Post", "The minister received the delegation of Sart. They spoke of grain and of the harbour.", False),
    ("Вести Сарта", "Министр принял делегацию Сарта. Говорили о зерне и о гавани.", False),
    ("קול אוסטרל", "השר קיבל את משלחת סארט. הם דיברו על תבואה.", True),
)


def given(case: Given) -> dict[str, object]:
    person = case.person("Maro Velisk", "Маро Велиск", "מארו וליסק")
    case.person("Ilka Tamor", "Илка Тамор", "אילקה טמור")
    sister = record_enquirer(case.user, case.case, "Sana Velisk", language="en", safe_contact="in person")
    record_enquiry(
        case.user, sister, person, relation="sister", channel="in person", asked_on=ago(60),
        questions="Did they speak of him?", follow_up_on=ago(-10),
    )  # fmt: skip
    case.colleague("caseworker", Role.CASEWORKER)
    case.colleague("liaison", Role.FAMILY_LIAISON)
    return {"sister": f"E{sister.pk}"}


def take_in(hand: Hand, outlet: str, text: str, part_only: bool) -> str:
    hand.follow("Reports", hand.page.locator("header"))
    hand.follow("Take in a report")
    hand.write("Text of the report", text)
    if part_only:
        hand.tick("This is only a part of what was published (no silence can be found in it)")
    hand.write("Published by", outlet)
    hand.write("Published on", ago(20).isoformat())
    hand.press("Take it in")
    return hand.ref


def begin(hand: Hand, event: str, contact: str) -> None:
    hand.follow("Silences", hand.page.locator("header"))
    hand.follow("Record a finding")
    hand.write("What took place, and why mention was to be expected", event)
    hand.write("The contact, if it is recorded", contact)
    hand.choose("What is found", "no_mention_in_text_held")


def look_at(hand: Hand, number: int, report: str, verdict: str) -> None:
    hand.write(hand.page.locator(f"[name=text-{number}-report]"), report)
    hand.choose(hand.page.locator(f"[name=text-{number}-verdict]"), verdict)


def coverage(hand: Hand) -> list[list[str]]:
    """Of each text: outlet, language, whether it is held in full, verdict."""
    rows = hand.page.locator("table.coverage tbody tr").all()
    return [[" ".join(cell.split()) for cell in row.locator("th, td").all_inner_texts()] for row in rows]


def test_silence_is_found_only_in_what_is_held_in_full(at_desk: Seats):
    hand = at_desk.sit_down("caseworker")
    hand.follow(at_desk.title, hand.main)
    reports = [take_in(hand, *read_out) for read_out in READ_OUTS]
    assert "in part: no silence can be found in it" in hand.read()

    hand.follow("Contacts", hand.page.locator("header"))
    hand.follow("Record a contact")
    hand.choose("Kind", "visit")
    hand.write("When", ago(21).isoformat())
    hand.write("Where", "Ostrel")
    hand.write("Who took part", "A delegation of Sart\nthe Ministry of Calm")
    assert hand.page.locator("[name=persons]:checked").count() == 0, "nobody was raised unless somebody says so"
    hand.press("Record it")
    contact = hand.ref
    assert "not known" in hand.read("section[aria-labelledby=raised]")

    # That all of them are silent is refused: of the third only a part is held, and of the fourth not a word.
    event = "The delegation's visit to Ostrel, where the list of our people lay on the table."
    begin(hand, event, contact)
    for n, report in enumerate(reports):
        look_at(hand, n, report, "no_mention_in_text_held")
    hand.write(hand.page.locator("[name=text-3-outlet]"), "Night Sheet")
    hand.choose(hand.page.locator("[name=text-3-verdict]"), "not_assessable")
    hand.press("Search, and record it")
    assert "part of a text" in hand.read("[role=alert]")
    assert hand.page.locator("[name=text-0-report]").input_value() == reports[0], "what was typed stays"
    hand.choose(hand.page.locator("[name=text-2-verdict]"), "not_assessable")
    hand.press("Search, and record it")
    assert "Not every text was searched in full" in hand.read("[role=alert]")
    hand.choose("What is found", "not_assessable")
    hand.press("Search, and record it")
    assert [cells[-2:] for cells in coverage(hand)] == [
        ["held", "no mention in the text held"],
        ["held", "no mention in the text held"],
        ["not held", "not assessable"],
        ["not held", "not assessable"],
    ]
    assert "said nothing" not in hand.read()

    # Of the two that are held in full it is found, with every term that was searched, in every script.
    begin(hand, event, contact)
    for n, report in enumerate(reports[:2]):
        look_at(hand, n, report, "no_mention_in_text_held")
    hand.write("Search also for", "the ferry\nпаром")
    hand.press("Search, and record it")
    assert len(coverage(hand)) == 2
    told = hand.read()
    for script, term in (("Latin", "the ferry"), ("Cyrillic", "паром"), ("Cyrillic", "Маро Велиск"),
                         ("Hebrew", "מארו וליסק")):  # fmt: skip
        assert script in told and term in told, term
    assert event in told and contact in told

    # A briefing says of each what can be said: that the text does not mention him, and that no more can be said.
    liaison = at_desk.sit_down("liaison")
    go_to_briefing(liaison, at_desk, at_desk.facts["sister"], at_desk.people[0])
    liaison.press("Look at the whole")
    told = liaison.read("article.given")
    assert f"“{event}”: the text that we have does not mention our people." in told
    assert f"“{event}”: whether our people were mentioned cannot be said; we do not have the full text." in told
