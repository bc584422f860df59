"""The learnt judge of relays: which media it looks at, and what its chances do to a chain."""

import numpy as np
import pytest

from homeward.reading import Document, read, statements
from homeward.reading.proposals import ProposalKind
from homeward.reading.propose import sentences_seen
from homeward.reading.relaying import BUCKETS, Judge, Said, candidates, row_of, shipped
from homeward.records import PartialDate

TEXT = (
    "Radio Marsh opened its doors to the nurse Olo Betrik. “The men of the Halcyon saw Radio Tern,” he said. "
    "The Tarn Herald was closed."
)


def document(text: str) -> Document:
    return Document(text, PartialDate("2024-06-07"), "Northern Gazette", language="en")


def said() -> Said:
    start = TEXT.index("The men")
    words = (start, TEXT.index("”"))
    cue = (TEXT.index("said"), TEXT.index("said") + 4)
    return Said((words,), cue, (cue[0] - 3, cue[0] - 1), frozenset(["olo betrik"]), "person")


def test_media_beside_the_words_are_looked_at_not_those_within_them() -> None:
    seen = sentences_seen(document(TEXT))
    assert {c.actor.name for c in candidates(seen, said())} == {"Radio Marsh", "Tarn Herald"}


def test_a_sentence_is_a_row_without_names() -> None:
    seen = sentences_seen(document(TEXT))
    first = next(candidates(seen, said()))
    row = row_of(seen[0], said(), first.actor)
    assert row[:3] == ["ACTOR", "open", "its"]
    assert not {"radio", "marsh", "olo", "betrik"} & set(row)


def test_chances_grow_with_the_weights_of_the_features() -> None:
    weights = np.zeros(BUCKETS + 1)
    assert Judge(weights).chance([1, 2]) == pytest.approx(0.5)
    weights[1], weights[-1] = 2, -1
    assert Judge(weights).chance([1, 2]) == pytest.approx(1 / (1 + np.exp(-1)))
    assert Judge(weights).chance([2]) < 0.5


@pytest.mark.parametrize(("odds", "chain"), [(3, ["Olo Betrik", "Radio Marsh"]), (-99, ["Olo Betrik"])])
def test_who_is_likely_to_have_relayed_becomes_a_link(
    odds: float, chain: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    marsh, herald = (set(c.features) for c in candidates(sentences_seen(document(TEXT)), said()))
    weights = np.zeros(BUCKETS + 1)
    weights[list(marsh - herald)], weights[list(herald - marsh)], weights[-1] = 0.1, -0.1, odds
    monkeypatch.setattr(statements, "shipped", lambda: Judge(weights))
    found = read(document(TEXT)).statements
    assert [link.name for link in found[0].chain[:-1]] == chain


def test_the_package_holds_weights_that_know_a_medium_whose_question_was_put() -> None:
    assert shipped() is not None
    text = "Radio Marsh put the question to the nurse. “They are alive,” she said."
    assert [link.name for link in read(document(text)).statements[0].chain[:-1]] == ["nurse", "Radio Marsh"]


def test_a_proposed_statement_says_that_its_relay_was_judged() -> None:
    text = "Radio Marsh put the question to the commander. “We do not hold the hostages,” he said."
    found = [p for p in read(document(text)).proposals if p.kind is ProposalKind.STATEMENT]
    assert [link.name for link in found[0].chain[:-1]] == ["commander", "Radio Marsh"]
    assert "judged" in found[0].because
