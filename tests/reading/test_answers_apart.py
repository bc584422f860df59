"""What is said on either side of a question, or of another paragraph, is not mixed."""

from homeward.reading import Document, read
from homeward.records import PartialDate


def said(text: str) -> list[tuple[str | None, list[str]]]:
    document = Document(text, PartialDate("2024-06-07"), "Northern Gazette")
    return [(s.speaker, [c.text for c in s.content]) for s in read(document).statements if not s.attitude]


def test_a_quotation_behind_a_question_of_the_report_is_another_answer() -> None:
    text = (
        "General Hormizd Yalda received us on Monday. “I do not discuss guests,” the general answered.\n\n"
        "Where, then, is the engineer? “Of the engineer I know nothing.” The razor stops."
    )
    assert said(text) == [
        ("Hormizd Yalda", ["I do not discuss guests,"]),
        ("Hormizd Yalda", ["Of the engineer I know nothing."]),
    ]


def test_what_is_told_in_a_question_takes_no_words_from_the_answers() -> None:
    text = (
        "Ashin Orlan, a monk from Sarn, talks to us from Brenn.\n\nQ: When did you last see the abbot?\n\n"
        "A: At the end of the rains, in October. He was sweeping the yard.\n\n"
        "Q: The army's news sheet wrote that the novices were handed to their parents.\n\n"
        "A: Which parents? Nobody has come home to this day.\n\nQ: Has anybody answered you?\n\n"
        "A: One captain, through a trader, and only once."
    )
    answers = [content for speaker, content in said(text) if "army" in (speaker or "")]
    assert answers == [["the novices were handed to their parents"]]


def test_what_a_text_goes_on_to_state_is_its_bodys() -> None:
    text = (
        "In a communiqué the Velian Foreign Ministry underlined that every day counts. It was noted, too, that the "
        "police were still looking for the five."
    )
    assert [speaker for speaker, _ in said(text)] == ["Velian Foreign Ministry", "Velian Foreign Ministry"]


def test_what_was_agreed_is_nobodys_though_somebody_spoke_before() -> None:
    text = "“We shall return,” said the envoy, Ana Ruhl. It was also agreed that the two sides would meet in Brenn."
    assert [speaker for speaker, _ in said(text)] == ["Ana Ruhl", None]
