"""What hearing an event in a sentence promises: plain sums of weights, saving, and what speaks against an event."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.reading import Document, ProposalKind, read
from homeward.reading.languages import language_of
from homeward.reading.telling import (
    BUCKETS,
    KINDS,
    QUESTIONS,
    SIGNS,
    Sentence,
    Telling,
    features_of,
    pack,
    sentences_of,
    unpack,
)
from homeward.records import ContactStatus, PartialDate, Polarity

PUBLISHED = PartialDate.read("2024-06-07")
TEXT = "The envoy dropped in on the council. Nobody was asked."


def tables(seed: int = 1) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(seed)
    return {"en": chance.normal(size=(BUCKETS + len(SIGNS) + 1, len(QUESTIONS))).astype(np.float32)}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=5), st.sampled_from(("en", "ru", "he", "ar")))
def test_a_chance_is_that_of_the_plain_sum_of_weights(pieces: list[str], code: str) -> None:
    text = "\n".join(pieces)
    cut, at = [], 0
    for piece in pieces:
        cut.append(Sentence((at, at + len(piece)), named=((at, at + 1),) if len(piece) % 2 == 0 else ()))
        at += len(piece) + 1
    table = tables()["en"]
    rows, columns = features_of(text, cut, code)
    assert len(set(zip(rows.tolist(), columns.tolist(), strict=True))) == len(rows)
    found = Telling({code: table}).probabilities(text, cut, code)
    for number in range(len(cut)):
        summed = table[-1].astype(float)
        for column in columns[rows == number]:
            summed = summed + table[column]
        assert np.allclose(found[number], 1 / (1 + np.exp(-np.clip(summed, -30, 30))), atol=1e-4)


def test_what_a_sentence_is_made_of_does_not_hang_on_its_neighbours() -> None:
    cut = sentences_of(Document(TEXT))
    rows, columns = features_of(TEXT, cut, "en")
    for number, sentence in enumerate(cut):
        alone = features_of(TEXT, [sentence], "en")[1]
        assert columns[rows == number].tolist() == alone.tolist()


def test_models_come_back_as_they_were_saved_but_for_the_rounding(tmp_path: Path) -> None:
    before = tables()
    pack(tmp_path / "telling.npz", before)
    after = unpack(tmp_path / "telling.npz")
    assert np.abs(after["en"] - before["en"]).max() <= np.abs(before["en"]).max() / 127
    assert np.array_equal(after["en"][-1], before["en"][-1])


def test_sentences_inside_a_quotation_are_each_by_themselves() -> None:
    text = "“We met them on Monday. They took the list,” she said. Nobody else came."
    cut = sentences_of(Document(text))
    assert [text[slice(*s.place)].strip() for s in cut] == [
        "“We met them on Monday.",
        "They took the list,” she said.",
        "Nobody else came.",
    ]
    assert [s.quoted for s in cut] == [True, True, False]


def test_a_language_that_no_model_knows_is_told_nothing_of() -> None:
    judged = Telling.shipped().judge(TEXT, sentences_of(Document(TEXT)), "und")
    assert not judged.told(dict.fromkeys(KINDS, 0.0))
    assert judged.chance("contact", (0, 10)) == 1.0


def contacts(text: str, language: str = "en") -> list[ContactStatus | None]:
    reading = read(Document(text, PUBLISHED, "Northern Gazette", language=language), groups=("hostages",))
    return [p.contact_status for p in reading.proposals if p.kind is ProposalKind.CONTACT]


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Minister Ana Ruhl had the commander of the Front on the line for twenty minutes on Tuesday.",
        "Envoy Sami Dalil knocked at the door of the Front's council on Tuesday and stayed for two hours.",
    ],
)
def test_a_contact_is_heard_in_words_that_no_rule_has(text: str) -> None:
    assert contacts(text)


def commitments(text: str, language: str = "en") -> list[Polarity | None]:
    reading = read(
        Document(text, PUBLISHED, "Northern Gazette", language=language), groups=("hostages",), sought_count=8
    )
    return [p.polarity for p in reading.proposals if p.kind is ProposalKind.COMMITMENT]


def test_a_refusal_is_not_heard_as_a_promise() -> None:
    for text in (
        "The Front refused to give any undertaking to release the hostages.",
        "The commander would not be drawn on when the hostages would be let go.",
    ):
        assert all(polarity is Polarity.DENIES for polarity in commitments(text)), text


@pytest.mark.parametrize("code", ["en", "ru", "he", "ar"])
def test_words_that_speak_against_an_event_stand_in_each_language(code: str) -> None:
    sample = {"en": "Who met whom?", "ru": "Кто с кем встретился?", "he": "מי נפגש עם מי?", "ar": "من التقى بمن؟"}[
        code
    ]
    language = language_of(sample, code)
    assert set(language.unheard) == set(KINDS)
    assert language.listed is not None and language.refused is not None
    asked = {"en": "?", "ru": "?", "he": "?", "ar": "؟"}[code]
    assert language.unheard["commitment"].search(asked)


def test_what_is_heard_says_so_and_quotes_the_document() -> None:
    text = (
        "Envoy Sami Dalil knocked at the door of the Front's council on Tuesday and stayed for two hours. The "
        "hostages were not at hand."
    )
    reading = read(Document(text, PUBLISHED, "Northern Gazette", language="en"), groups=("hostages",))
    heard = [p for p in reading.proposals if "probability" in p.because]
    assert heard
    for proposal in heard:
        assert text[proposal.span.start : proposal.span.stop] == proposal.span.text
        told = re.search(r"probability (0\.\d+|1\.00)", proposal.because)
        assert told is not None and proposal.confidence == pytest.approx(0.6 * float(told[1]), abs=0.01)
        assert re.search(r"must be checked", proposal.because)


def test_whoever_a_sentence_names_first_is_who_promises_or_refuses() -> None:
    text = (
        "Governor Sami Dalil received the families of the hostages on Monday.\n\n"
        "The Front's spokesman would not be drawn on when the hostages would be let go."
    )
    reading = read(Document(text, PUBLISHED, "Northern Gazette", language="en"), groups=("hostages",))
    refused = [p for p in reading.proposals if p.kind is ProposalKind.COMMITMENT]
    assert [(p.by, p.polarity) for p in refused] == [("Front's spokesman", Polarity.DENIES)]


def test_what_is_said_and_when_stands_beside_the_words_of_a_sentence() -> None:
    text = "The list was read. Minister Ana Ruhl promised that the men would be home by 14 June. The talks go on."
    reading = read(Document(text, PUBLISHED, "Northern Gazette", language="en"))
    first, promise, last = sentences_of(
        Document(text, PUBLISHED), reading.mentions, reading.dates, reading.statements
    )
    assert {"said", "promised", "somebody's", "due"} <= promise.told
    assert not {"said", "due"} & (first.told | last.told)
    rows, columns = features_of(text, [first, promise, last], "en")
    due = BUCKETS + SIGNS.index("due")
    assert [due in columns[rows == number] for number in range(3)] == [False, True, False]


def test_a_day_ahead_and_a_day_past_are_told_apart() -> None:
    text = "They met on 3 June. They meet on 14 June."
    reading = read(Document(text, PUBLISHED, "Northern Gazette", language="en"))
    past, ahead = sentences_of(Document(text, PUBLISHED), reading.mentions, reading.dates)
    assert "past" in past.told and "ahead" in ahead.told
    assert not {"past", "ahead"} & sentences_of(Document(text), reading.mentions, reading.dates)[1].told


def test_models_given_are_used_in_place_of_the_shipped_ones() -> None:
    text = "Envoy Sami Dalil knocked at the door of the Front's council on Tuesday and stayed for two hours."
    document = Document(text, PUBLISHED, "Northern Gazette", language="en")
    assert any(p.kind is ProposalKind.CONTACT for p in read(document).proposals)
    assert not any(p.kind is ProposalKind.CONTACT for p in read(document, telling=Telling({})).proposals)
