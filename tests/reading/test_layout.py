"""Who speaks, by the layout: turns of interviews and transcripts, items of digests."""

import pytest

from homeward.reading import Document, read
from homeward.records import PartialDate

DAY = PartialDate.read("2024-05-31")

INTERVIEW = """AT THE KITCHEN TABLE
with Labour Minister Irena Solvak

HERALD: Nineteen sailors have been missing since March. Where are they?

SOLVAK: I do not know where the sailors are. I wish I did.

HERALD: Did your ministry hand over their names?

SOLVAK: Our embassy gave nineteen names to the port captain on 6 May.
"""

DIGEST = """PRESS REVIEW No. 12

1) Harbour Gazette (Tarn): the mayor, Oddny Brekke, said on Monday that the crew was alive.

2) Radio Velia, 29 May. A fisherman said that he had seen nobody.
"""


def said(text: str, publisher: str) -> list[tuple[str | None, str, list[str]]]:
    statements = read(Document(text, DAY, publisher, language="en")).statements
    return [
        (s.speaker, " ".join(c.text for c in s.content), [link.name for link in s.chain])
        for s in statements
        if not s.attitude
    ]


def test_an_answer_of_an_interview_is_a_statement_and_a_question_is_none() -> None:
    found = said(INTERVIEW, "Tarn Herald")
    assert found[0] == (
        "Irena Solvak",
        "I do not know where the sailors are. I wish I did.",
        ["Irena Solvak", "Tarn Herald"],
    )
    assert [speaker for speaker, _, _ in found] == ["Irena Solvak"] * 2
    assert not any("Where are they" in content for _, content, _ in found)


def test_one_line_with_a_colon_is_no_interview() -> None:
    text = "MINISTER: We know nothing.\n\nThe council met on Monday.\n\nIt rained.\n"
    assert not any(s.because == "turn" for s in read(Document(text, DAY, "X", language="en")).statements)


def test_headings_that_do_not_come_again_are_no_turns() -> None:
    text = "HEARD: the report of the clerk.\n\nDECIDED: to take note of it.\n\nABSENT: two members.\n"
    assert not any(s.because == "turn" for s in read(Document(text, DAY, "X", language="en")).statements)


def test_what_an_item_of_a_digest_tells_came_through_its_medium() -> None:
    chains = [chain for _, _, chain in said(DIGEST, "Velian Monitor")]
    assert ["Oddny Brekke", "Harbour Gazette", "Velian Monitor"] in chains
    assert ["fisherman", "Radio Velia", "Velian Monitor"] in chains


def test_turns_are_read_in_a_script_without_capitals() -> None:
    text = (
        "שאלה: איפה המלחים?\n\nדנה מירל: אין לנו שום מידע על המלחים הנעדרים.\n\n"
        "שאלה: מתי תדעו?\n\nדנה מירל: אולי מחר בבוקר נדע יותר.\n"
    )
    statements = read(Document(text, DAY, "X", language="he")).statements
    assert [(s.speaker, s.content[0].text) for s in statements if s.because == "turn"] == [
        ("דנה מירל", "אין לנו שום מידע על המלחים הנעדרים."),
        ("דנה מירל", "אולי מחר בבוקר נדע יותר."),
    ]


def test_a_narrator_of_a_broadcast_says_nothing_himself() -> None:
    text = (
        "المذيعة: مساء الخير، هذا تقريرنا عن البحارة.\n\n"
        "تعليق: قال الوزير يونس برقان إن البحارة أحياء وفي مكان آمن.\n\n"
        "تعليق: وفي الميناء ينتظر الأهالي منذ أسبوعين كاملين.\n"
    )
    statements = read(Document(text, DAY, "X", language="ar")).statements
    assert [(s.speaker, s.content[0].text) for s in statements] == [("يونس برقان", "البحارة أحياء وفي مكان آمن")]


def test_a_thousand_turns_are_read_in_proportion() -> None:
    text = "".join(f"Q: Where?\n\nMARU: Nobody knows anything about number {n}.\n\n" for n in range(300))
    turns = [s for s in read(Document(text, DAY, "X", language="en")).statements if s.because == "turn"]
    assert len(turns) == 300


TIMED = """THE SIX O'CLOCK BULLETIN, 30 May 2024 (transcript)

18:00 PRESENTER: Good evening. What do we hear of the two divers?

18:01 VENN: Nothing from the ministry this evening. Back to you in the studio.

18:02 PRESENTER: We are joined by their skipper.

18:03 HALE (by telephone): The harbour is closed tonight. We have said that the Council must let a doctor in.

18:04 VENN: There is still no doctor on the quay.
"""


def test_a_turn_may_begin_with_its_time() -> None:
    found = said(TIMED, "Radio Tern")
    assert list(dict.fromkeys(speaker for speaker, _, _ in found)) == ["VENN", "HALE"]
    assert ("VENN", "There is still no doctor on the quay.", ["VENN", "Radio Tern"]) in found


@pytest.mark.xfail(strict=True, reason="the tagger takes a whole turn for one statement")
def test_we_is_whose_turn_it_is() -> None:
    found = said(TIMED, "Radio Tern")
    assert ("HALE", "the Council must let a doctor in", ["HALE", "Radio Tern"]) in found


REVIEW = """MORNING PRESS REVIEW, Friday 31 May

Ha'tzir leads with another story. A doctor says that the divers are thin. The daily adds that nobody has met them.

In a commentary for Matbea, negotiator Hadas Peled writes that haste is dangerous.
"""


def test_what_a_review_of_the_press_tells_came_through_the_paper_that_it_sums_up() -> None:
    chains = [chain for _, _, chain in said(REVIEW, "Velian Monitor")]
    assert ["doctor", "Ha'tzir", "Velian Monitor"] in chains
    assert ["Ha'tzir", "Velian Monitor"] in chains
    assert ["Hadas Peled", "Matbea", "Velian Monitor"] in chains
