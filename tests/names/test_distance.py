import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from homeward.names.distance import encode, likeness, likeness_many
from homeward.names.sounds import SYMBOLS

READING = st.text(alphabet=SYMBOLS[1:], min_size=1, max_size=12)


@given(READING, st.lists(READING, min_size=1, max_size=8), st.integers(0, 2))
def test_many_at_once_equal_one_by_one(one: str, others: list[str], state: int) -> None:
    fast = likeness_many(one, encode(others), np.full(len(others), state, dtype=np.uint8))
    plain = [likeness(one, other, state) for other in others]
    assert np.allclose(fast, plain, atol=1e-4)


@given(READING, READING, st.integers(0, 2))
def test_likeness_is_symmetric_and_bounded(one: str, other: str, state: int) -> None:
    assert 0 <= likeness(one, other, state) <= 1
    assert abs(likeness(one, other, state) - likeness(other, one, state)) < 1e-9
    assert likeness(one, one, state) == 1
