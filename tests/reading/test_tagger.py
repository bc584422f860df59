"""What the trained tagger promises: tags that may follow each other, weights that survive saving, true places."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.reading.features import windows
from homeward.reading.tagger import ENTITY_TAGS, ROLE_TAGS, Floats, Tagger, best_tags, pack, unpack

TEXT = (
    "The Sarran Wire cited Tamer Abu Rasil, an envoy of the Front, who said on Tuesday that six names had been "
    "handed over.\n\n"
    "“We are looking for these people,” he told the agency. “Once we find them, we will let them go.”"
)


def _may_follow(tag: int, before: int) -> bool:
    return tag == 0 or tag % 2 == 1 or before in (tag, tag - 1)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_best_tags_are_those_of_trying_every_row(tokens: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(tokens, 1, 5)).astype(np.float32)
    rows = [
        row
        for row in product(range(5), repeat=tokens)
        if row[0] in (0, 1, 3) and all(_may_follow(b, a) for a, b in pairwise(row))
    ]
    best = max(rows, key=lambda row: sum(scores[at, 0, tag] for at, tag in enumerate(row)))
    assert tuple(best_tags(scores[:, 0])) == best


def _viterbi(scores: Floats) -> list[int]:
    """The plain way: for each token and tag the best row that ends there."""
    tags = range(scores.shape[1])
    best = [float(scores[0, t]) if t == 0 or t % 2 else -np.inf for t in tags]
    before: list[list[int]] = []
    for row in scores[1:].astype(float):
        before.append([max((b for b in tags if _may_follow(t, b)), key=lambda b: best[b]) for t in tags])
        best = [best[before[-1][t]] + row[t] for t in tags]
    tag = max(tags, key=lambda t: best[t])
    found = [tag]
    for come in reversed(before):
        tag = come[tag]
        found.append(tag)
    return found[::-1]


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 60), st.integers(0, 10_000), st.floats(0, 3))
def test_the_best_tags_of_long_rows_are_those_of_the_plain_way(tokens: int, seed: int, rather_inside: float) -> None:
    scores = np.random.default_rng(seed).normal(size=(tokens, 7)).astype(np.float32)
    scores[:, 2::2] += rather_inside
    assert list(best_tags(scores)) == _viterbi(scores)


def test_a_window_beside_others_reads_as_alone() -> None:
    tagger = Tagger.shipped()
    short, long = windows(TEXT)[0], windows((TEXT + "\n\n") * 6)[0]
    alone, beside = tagger.score([short])[0], tagger.score([short, long])[0]
    assert np.allclose(alone.roles, beside.roles, atol=1e-4)
    assert (alone.role_tags == beside.role_tags).all()
    third = tagger.score([long, short, short])[2]
    assert np.allclose(alone.roles, third.roles, atol=1e-4)
    assert all(np.allclose(a, b, atol=1e-3) for a, b in zip(alone.ties, third.ties, strict=True))


def test_weights_survive_saving_with_every_word_in_its_place(tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    words = ["\n", "a", "б", "the"]
    arrays = {
        "word": random.normal(size=(5, 4)).astype(np.float32),
        "form": random.normal(size=(4, 3)).astype(np.float32),
    }
    pack(tmp_path / "w.npz", arrays, words)
    back = unpack(tmp_path / "w.npz")
    assert back.words == {word: at + 1 for at, word in enumerate(words)}
    assert np.allclose(back.arrays["word"], arrays["word"], atol=0.02)


def test_a_speaker_his_cue_and_his_words_are_tied() -> None:
    tagged = Tagger.shipped().tag(TEXT)
    told = {
        TEXT[slice(*s.cue)]: (TEXT[slice(*s.source)] if s.source else "", TEXT[slice(*s.contents[0])])
        for s in tagged.statements
    }
    assert "said" in told or "told" in told
    assert any("looking for these people" in content for _, content in told.values())


@pytest.mark.parametrize("text", ["", "\n\n", "“", "a" * 5000, "said " * 3000, "«»“”‘’''``\u200f\u202e"])
def test_strange_texts_are_tagged_within_their_borders(text: str) -> None:
    tagged = Tagger.shipped().tag(text)
    places = [p for s in tagged.statements for p in (s.cue, *s.contents, *([s.source] if s.source else []))]
    places += [n.place for n in tagged.names]
    assert all(0 <= a < b <= len(text) for a, b in places)


def test_tags_have_one_pattern() -> None:
    for tags in (ROLE_TAGS, ENTITY_TAGS):
        assert [t[:1] for t in tags] == ["O", "B", "I", "B", "I", "B", "I"]
