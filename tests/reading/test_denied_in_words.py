"""What a denial says of the people looked for, who is nobody's bishop, and headlines with numbers."""

from __future__ import annotations

import pytest

from homeward.names import Spotter
from homeward.reading import Document, Reading, read
from homeward.records import ClaimSubject, PartialDate, Polarity

DAY = PartialDate.read("2024-05-10")
SOUGHT = [("ilan", ["Ilan Tessa"]), ("dana", ["Dana Mirell"])]


def reading_of(text: str) -> Reading:
    return read(Document(text, DAY, "The Harbour Gazette"), sought=Spotter(SOUGHT), groups=("the nurses",))


def claims(text: str) -> set[tuple[ClaimSubject, Polarity]]:
    return {(p.subject, p.polarity) for p in reading_of(text).proposals if p.subject and p.polarity}


@pytest.mark.parametrize(
    ("text", "subject", "polarity"),
    [
        ("The Front would have none of it: the nurses are dead.", ClaimSubject.DEAD, Polarity.ASSERTS),
        ("The ministry objected: the nurses had never been freed.", ClaimSubject.RELEASED, Polarity.DENIES),
        ("The Front denied that the nurses were dead.", ClaimSubject.DEAD, Polarity.DENIES),
    ],
)
def test_words_behind_a_colon_are_the_denial_and_not_what_is_denied(
    text: str, subject: ClaimSubject, polarity: Polarity
) -> None:
    assert (subject, polarity) in claims(text)


def test_whoever_is_looked_for_is_not_the_bishop_of_the_paragraph_before() -> None:
    text = (
        "The bishop of Tarn said on Monday that talks went on.\n\nIlan Tessa said in a video that he was alive.\n\n"
        "The bishop said he was glad."
    )
    assert [s.speaker for s in reading_of(text).statements] == ["bishop of Tarn", "Ilan Tessa", "bishop of Tarn"]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Ministry: 8 nurses freed", "Ministry"),
        ("Minister, 54: nurses alive", "Minister"),
        ("LADY FARROW: DAY 96", ""),
    ],
)
def test_a_number_in_a_headline_silences_nobody(headline: str, speaker: str) -> None:
    said = reading_of(f"{headline}\n\nThe harbour was quiet.").statements
    assert [s.speaker for s in said] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The minister attributed the release to the Front: “We are grateful for this.”", "minister"),
        ("The Kestrel attributed to the envoy the words: “We are grateful for this.”", "envoy"),
        ("Peter Manning said his sister was alive. He said she had called.", "Peter Manning"),
        ("The host asked whether the nurses were alive.", "host"),
    ],
)
def test_whose_words_they_are(text: str, speaker: str) -> None:
    assert {s.speaker for s in reading_of(text).statements} == {speaker}


def test_a_comma_at_the_end_of_an_arabic_phrase_raises_nothing() -> None:
    read(Document("القاضي ا،وسيط ،", DAY))


@pytest.mark.parametrize("text", ["אמר הדובר, ל", "قائد القوة، أرباب،"])
def test_a_phrase_that_ends_in_a_mark_or_a_letter_raises_nothing(text: str) -> None:
    read(Document(text, DAY))


def test_who_would_have_learnt_it_learnt_nothing() -> None:
    told = [
        s.speaker
        for text in (
            "Если бы имам узнал от командира, что они живы, он сказал бы родным.",
            "Узнал ли имам от командира, что они живы?",
        )
        for s in read(Document(text, DAY, language="ru")).statements
    ]
    assert "командир" not in told
    assert read(Document("Имам узнал от командира, что они живы.", DAY)).statements[0].speaker == "командир"
