"""How sentences become questions and answers for the models that hear events."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sklearn")

from training.reading import data, lines, telling

from homeward.reading.telling import KINDS, QUESTIONS

TEXT = """style: a test
language: en
---
[[e1.contact|The consul met the harbour master on Monday]]. Nothing else happened in the town.

[[s1.source|The consul]] [[s1.cue|said]] [[s1.content|[[e2.commitment|the crew would be told by Friday]]]].
"""


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "en").mkdir()
    for number in range(6):
        (tmp_path / "en" / f"text-{number}.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(data, "PARAGRAPHS", tmp_path)
    monkeypatch.setattr(lines, "LINES", tmp_path / "lines")
    (tmp_path / "reports").mkdir()
    return tmp_path / "reports"


def test_a_sentence_is_asked_every_kind_and_a_trait_only_where_a_line_tells_it(texts: Path) -> None:
    rows = telling.rows_of("en", texts)
    assert len(rows) == 18
    told = [tuple(KINDS[i] for i in np.flatnonzero(row.answers[: len(KINDS)] == 1)) for row in rows[:3]]
    assert told == [("contact",), (), ("commitment",)]
    assert all((row.answers[len(KINDS) :] == -1).all() for row in rows)


def test_what_was_learnt_tells_the_sentences_apart_and_is_the_same_again(texts: Path) -> None:
    rows = telling.rows_of("en", texts)
    weights = telling.fit(rows, KINDS.index("contact"), 2.0)
    sums = telling.matrix(rows) @ weights[:-1] + weights[-1]
    answers = np.array([row.answers[0] for row in rows])
    assert sums[answers == 1].min() > sums[answers == 0].max()
    assert np.array_equal(weights, telling.fit(rows, KINDS.index("contact"), 2.0))


LINES = """sought: Dana Mirell; Ilan Tessa
groups: the divers

+ contact, commitment | He rang the mothers and promised them the divers.
- commitment | The mayor promised a bridge.
- | Rain fell. Dana Mirell slept.
"""


def test_a_line_tells_of_its_kinds_and_of_no_others(texts: Path) -> None:
    folder = texts.parent / "lines" / "en"
    folder.mkdir(parents=True)
    (folder / "first.txt").write_text(LINES, encoding="utf-8")
    rows = telling.rows_of("en", texts)[-4:]
    told = [tuple(KINDS[i] for i in np.flatnonzero(row.answers[: len(KINDS)] == 1)) for row in rows]
    assert told == [("commitment",), (), (), ()]
    assert all((row.answers[1 : len(KINDS)] >= 0).all() and row.answers[0] < 0 for row in rows)
    assert {row.document for row in rows} == {"en-first:0"}


@pytest.mark.parametrize("line", ["+ | Nothing told.", "+ contacts | He rang.", "? contact | He rang.", "He rang."])
def test_a_line_in_another_form_is_refused_with_its_place(texts: Path, line: str) -> None:
    folder = texts.parent / "lines" / "en"
    folder.mkdir(parents=True)
    (folder / "first.txt").write_text(LINES + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"first\.txt:7: not"):
        telling.rows_of("en", texts)


def test_a_question_without_answers_is_never_yes(texts: Path) -> None:
    rows = telling.rows_of("en", texts)
    weights = telling.fit(rows, QUESTIONS.index("visit"), 2.0)
    assert not weights[:-1].any()
    assert weights[-1] == -10


def test_what_is_kept_for_the_test_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    with pytest.raises(ValueError, match="kept for the test"):
        telling.rows_of("en", tmp_path / "kept")
