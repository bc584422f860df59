"""Statements that no verb of speech marks as the tables know it, and what looks like a statement and is none."""

import pytest

from homeward.reading import Document, ProposalKind, Reading, read
from homeward.records import AnswerCode, ClaimSubject, PartialDate

PUBLISHED = PartialDate("2024-06-07")


def reading(text: str) -> Reading:
    return read(Document(text, PUBLISHED, "Northern Gazette"), groups=("nurses",), sought_count=8)


def told(text: str) -> list[str]:
    found = [s for s in reading(text).statements if not s.attitude]
    return [" ... ".join(span.text.rstrip(".") for span in s.content) for s in found]


@pytest.mark.parametrize(
    "onward",
    [
        "Nobody from the Front had been in touch since then.",
        "The skipper, Anton Selk, had been seen by a doctor.",
        "Fuel would last until Friday.",
        "They were being examined by doctors.",
        "Nor did it know of a list.",
    ],
)
def test_a_sentence_set_back_by_one_tense_goes_on_with_what_was_said(onward: str) -> None:
    text = f"The owner, Petrol Gavar, said that the drilling had stopped. {onward} The port was closed."
    assert told(text) == [f"the drilling had stopped ... {onward.rstrip('.')}"]


@pytest.mark.parametrize(
    "other",
    [
        "He would not say by what means.",
        "The port had a bad week.",
        "The couple had seven children.",
        "The port had none.",
        "We had asked for a list.",
        "He had written down their names, and gave the paper to a clerk.",
        "Whether she was among them had not been known.",
        "By Monday neither had arrived.",
        "The road was closed.",
    ],
)
def test_what_the_report_tells_itself_is_nobodys_words(other: str) -> None:
    assert told(f"The owner, Petrol Gavar, said that the drilling had stopped. {other}")[:1] == [
        "the drilling had stopped"
    ]


def test_a_new_paragraph_is_the_reports_own() -> None:
    text = "The owner, Petrol Gavar, said that the drilling had stopped.\n\nNobody had been in touch since then."
    assert told(text)[:1] == ["the drilling had stopped"]


def test_nobody_is_named_behind_what_was_agreed() -> None:
    found = reading("A delegation will travel to Brenn in May, it was agreed. The port was closed.").statements
    assert [(s.content[0].text, s.speaker) for s in found] == [("A delegation will travel to Brenn in May", None)]


def test_to_have_said_nothing_of_somebody_is_no_statement() -> None:
    assert told("The Front said nothing about the nurses in its letter. The port was closed.") == []
    assert told("The Front said that nothing had been paid. The port was closed.") == ["nothing had been paid"]


def test_words_in_small_marks_within_a_quotation_are_one_statement() -> None:
    text = "“A major told me: 'The nurses are alive. We give them back in May.',” Oskar Venn said."
    assert "The nurses are alive. We give them back in May." in [
        s.content[0].text for s in reading(text).statements if s.content[0].text.startswith("The")
    ]


@pytest.mark.parametrize("thing", ["cameras", "boat"])
def test_things_in_somebodys_hands_are_no_people_held(thing: str) -> None:
    text = f"Omar Venn, the commander of the River Front, spoke of the nurses. “The {thing} is with us,” he said."
    assert not [p for p in reading(text).proposals if p.answer_code is AnswerCode.HOLDS]
    assert not [p for p in reading(text).proposals if p.subject is ClaimSubject.ACKNOWLEDGEMENT]


def test_who_came_off_a_boat_may_be_held() -> None:
    text = "“The crew of the boat is with us,” said Omar Venn, the commander of the River Front."
    document = Document(text, PUBLISHED, "Northern Gazette")
    found = read(document, groups=("crew of the boat",), sought_count=8).proposals
    assert [p.answer_code for p in found if p.kind is ProposalKind.ANSWER] == [AnswerCode.HOLDS]


@pytest.mark.parametrize(
    "headline",
    [
        "Three technicians seized in Tarn freed – police",
        "First seven from Tarn camp expected before Ramadan: Minister",
    ],
)
def test_a_headline_may_name_its_speaker_last(headline: str) -> None:
    words = headline.replace(":", " –").split(" – ")[0]
    assert words in told(f"{headline}\n\nHome Minister Ana Ruhl spoke on Monday.")


def test_a_headline_of_two_clauses_names_no_speaker() -> None:
    assert told("Fuel runs short in Tarn: agency gets a call\n\nThe port was closed on Monday.") == []


@pytest.mark.parametrize("thing,judged", [("the charge", "absurd"), ("the clerk", "a deserter")])
def test_what_somebody_calls_a_thing_in_a_word_is_said(thing: str, judged: str) -> None:
    assert told(f"The Velian Foreign Ministry called {thing} {judged}. The port was closed.") == [judged]


@pytest.mark.parametrize("cue", ["ruled", "pointed out", "objected", "recommended"])
def test_a_rarer_verb_before_that_leads_to_words(cue: str) -> None:
    assert told(f"Judge Lena Orm {cue} that the notebook be brought to the court. The port was closed.") == [
        "the notebook be brought to the court"
    ]


@pytest.mark.parametrize("stance", ["fears", "hopes", "believes", "knows"])
def test_what_somebody_feels_or_thinks_is_no_statement(stance: str) -> None:
    assert told(f"Judge Lena Orm {stance} that the notebook is lost. The port was closed.") == []


def test_a_medium_that_cites_somebody_in_hiding_speaks_before() -> None:
    report = "Eight soldiers are in Brenn, Radio Tern reported on Monday"
    assert told(f"{report}, citing the deputy minister, who spoke off camera. The port was closed.") == [
        "Eight soldiers are in Brenn"
    ]
