from hypothesis import given
from hypothesis import strategies as st

from homeward.reading import copy_similarity

STORY = (
    "The Front does not know where six people missing on the island are, the Sarran Wire reported on Thursday. " * 2
)


def test_a_copy_with_another_head_and_foot_is_a_copy() -> None:
    assert copy_similarity(STORY, f"Corvel Times\n{STORY.upper()}\nWith material from the wire.") == 1.0


def test_two_reports_of_one_event_are_no_copies() -> None:
    other = "Six sailors are still missing. Nobody on the island would say on Thursday where they are."
    assert copy_similarity(STORY, other) < 0.1


def test_an_empty_text_copies_nothing() -> None:
    assert copy_similarity("", STORY) == 0.0


@given(st.text(max_size=200), st.text(max_size=200))
def test_order_does_not_matter_and_the_share_is_a_share(a: str, b: str) -> None:
    assert 0.0 <= copy_similarity(a, b) == copy_similarity(b, a) <= 1.0
