"""Stretches cover the text, overlap, keep to paragraphs and to their size."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.reading.reader.windows import windows

REPORT = "\n\n".join(f"Paragraph {n} tells of the talks. It goes on for a while, and ends here." for n in range(40))


def test_a_short_text_is_one_stretch() -> None:
    text = "One.\n\nTwo."
    assert windows(text, size=100, overlap=20) == [(0, len(text))]
    assert windows("", size=100, overlap=20) == windows(" \n ", size=100, overlap=20) == []


def test_stretches_begin_and_end_with_paragraphs_and_overlap() -> None:
    found = windows(REPORT, size=600, overlap=150)
    assert len(found) > 3
    for start, stop in found:
        assert REPORT[start:].startswith("Paragraph ")
        assert REPORT[start:stop].endswith("ends here.")
    for (_, stop), (start, _) in pairwise(found):
        assert start < stop


@given(st.text(alphabet="ab .\n\u0645\U0001f600", max_size=400), st.integers(1, 90), st.integers(0, 60))
def test_every_word_is_in_a_stretch_and_none_is_too_long(text: str, size: int, overlap: int) -> None:
    found = windows(text, size=size, overlap=overlap)
    covered = {place for start, stop in found for place in range(start, stop)}
    assert all(letter.isspace() or place in covered for place, letter in enumerate(text))
    assert all(0 < stop - start <= size for start, stop in found)
    assert found == sorted(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("piece", ["a", "a ", "a. ", "a\n", "a\n\n"])
def test_the_longest_text_that_is_sent_is_cut_soon(piece: str) -> None:
    started = time.process_time()
    assert windows(piece * (200_000 // len(piece)), size=6000, overlap=900)
    assert time.process_time() - started < 5
