"""What is found stands there exactly; white space and the style of marks are all that is forgiven."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.reading.reader.quotes import Quotable, nearest, trimmed

TEXT = "The Front’s envoy said: “We do\nnot  hold\u00a0them.” He withheld eight names; the Front\u200e’s list had 18."


def found(quote: str, text: str = TEXT) -> list[str]:
    return [text[start:stop] for start, stop in Quotable(text).find(quote)]


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("We do not hold them", ["We do\nnot  hold\u00a0them"]),
        ("“We do not hold them.”", ["“We do\nnot  hold\u00a0them.”"]),
        ('"We do not hold them."', ["“We do\nnot  hold\u00a0them.”"]),
        ("The Front's envoy", ["The Front’s envoy"]),
        ("the Front's list", ["the Front\u200e’s list"]),
        ("We do not hold them...", ["We do\nnot  hold\u00a0them"]),
        ("  eight names ", ["eight names"]),
        ("“eight names.”", ["eight names"]),
    ],
)
def test_white_space_and_marks_are_forgiven(quote: str, stands: list[str]) -> None:
    assert found(quote) == stands


@pytest.mark.parametrize(
    "quote",
    [
        "We don't hold them",
        "We do hold them",
        "we do not hold them",
        "Wé do not hold them",
        "We ... hold them",
        "held eight names",  # a piece of another word
        "eight name",
        "had 1",
        "8",
        "",
        "   ",
        "…",
        "“”",
    ],
)
def test_nothing_else_is_forgiven(quote: str) -> None:
    assert found(quote) == []


def test_marks_alone_are_no_quote() -> None:
    assert found("“”", "He said “” and ... left") == []
    assert found("...", "He said “” and ... left") == []


def test_a_prefix_that_hebrew_and_arabic_write_as_one_is_no_part_of_the_quote() -> None:
    assert found("החזית", "נמסר מהחזית כי") == ["החזית"]
    assert found("הוזרה", "נמסר מהחזית כי") == []
    assert found("الجبهة", "قال مندوب والجبهة") == ["الجبهة"]
    assert found("زية", "نمسر محزية") == []


def test_scripts_without_spaces_are_searched_as_they_are() -> None:
    assert found("释放人质", "他们说将释放人质。") == ["释放人质"]
    assert found("ตัวประกัน", "เขาพบตัวประกันแล้ว") == ["ตัวประกัน"]


def test_an_accent_written_as_a_sign_of_its_own_is_not_cut_off() -> None:
    assert found("Jose", "Jose\u0301 said") == []


def test_places_are_those_of_the_document_not_of_the_stretch() -> None:
    text = "said. " * 3 + "He said."
    assert Quotable(text, 6, 12).find("said") == [(6, 10)]
    assert len(Quotable(text).find("said")) == 4


@given(st.text(max_size=80), st.data())
def test_every_place_found_gives_the_quote_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    for place in Quotable(text).find(quote):
        again = text[slice(*place)]
        assert Quotable(again).find(quote) or Quotable(again).find(quote.strip())
        assert again.strip()


@given(st.text(max_size=80), st.text(max_size=8))
def test_no_text_and_no_quote_raises(text: str, quote: str) -> None:
    for start, stop in Quotable(text).find(quote):
        assert 0 <= start < stop <= len(text)


def test_nearest_and_trimmed() -> None:
    assert nearest([(0, 4), (50, 54), (90, 94)], (60, 70)) == (50, 54)
    text = " “No,” "
    assert text[slice(*trimmed(text, (0, len(text))))] == "No"
