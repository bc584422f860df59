"""Laying parts side by side: the fast ways give what the plain way gives, and the alignment is what it is worth."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.names.written import odd_parts

from homeward.names import transducer
from homeward.names.encoder import DIRECTION_SCALE, Reading, encoder, unit
from homeward.names.symbols import spell_out
from homeward.names.transducer import alignment, worth_plainly, worths_of_many, worths_of_pairs

pytestmark = pytest.mark.usefixtures("loops_in_turn")

drawn = st.lists(odd_parts, min_size=1, max_size=6)
PAIRS = [
    ("Kovalchuk", "Ковальчук"), ("Barghash", "برغش"), ("Shira", "שירה"), ("Jihoon", "지훈"), ("Xiaoming", "小明"),
    ("Papadakis", "Παπαδάκης"), ("Ковальчук", "קובלצוק"), ("Katsir", "Mahmoud"), ("a", "щ" * 30), ("", "Anna"),
    ("Sato", "サトウ"), ("Somchai", "สมชาย"), ("Żółkiewski", "Жулкевский"), ("شيرين", "Schirin"),
    ("O'Neil", "Oneill"),
]  # fmt: skip


def read(texts: Sequence[str]) -> list[Reading]:
    return encoder().read_afresh([spell_out(text) for text in texts])


def nearness(one: Reading, other: Reading) -> float:
    return float(unit(one.whole) @ unit(other.whole))


def places_alone(one: Reading, other: Reading) -> float:
    """What the alignment is worth, without the nearness of the wholes."""
    return worth_plainly(encoder(), one, other) - encoder().mix * nearness(one, other)


def rounding() -> float:
    """How far nearness may be off where directions are kept in bytes, half a step each way, times its worth."""
    return abs(encoder().mix) * 2 * 0.5 * encoder().part_size ** 0.5 / DIRECTION_SCALE


def assert_as_plainly(ones: Sequence[Reading], others: Sequence[Reading], worths: np.ndarray) -> None:
    assert worths.shape == (len(ones),)
    for one, other, worth in zip(ones, others, worths.tolist(), strict=True):
        aligned = worth - encoder().mix * float(one.direction @ other.direction)
        assert aligned == pytest.approx(places_alone(one, other), rel=1e-4, abs=2e-3)
        assert worth == pytest.approx(worth_plainly(encoder(), one, other), rel=1e-4, abs=rounding() + 2e-3)


def as_arrays(ones: Sequence[Reading], others: Sequence[Sequence[Reading]]) -> tuple:
    """What a segment hands over: parts asked for, counts, places, lefts, lengths, groups, nearness."""
    engine = encoder()
    pairs = [(one, other) for one, some in zip(ones, others, strict=True) for other in some]
    longest = max([1, *(len(other.places) for _, other in pairs)])
    places = np.zeros((longest, len(pairs), engine.place_size), np.float32)
    lefts = np.zeros((len(pairs), longest), np.float32)
    for row, (one, other) in enumerate(pairs):
        places[: len(other.places), row] = other.places
        lefts[row, : len(other.places)] = other.gaps[:, one.group]
    lengths = np.array([len(other.places) for _, other in pairs], np.int64)
    groups = np.array([other.group for _, other in pairs], np.uint8)
    nearness = np.array([one.direction @ other.direction for one, other in pairs], np.float32)
    return ones, [len(some) for some in others], places, lefts, lengths, groups, nearness


@given(drawn, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_many_pairs_at_once_are_worth_what_each_is_worth(texts: list[str], dice) -> None:
    ones = read(texts)
    others = list(ones)
    dice.shuffle(others)
    for few in (0, 10**9):  # all in arrays, all in plain numbers
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(transducer, "_FEW_CELLS", few)
            assert_as_plainly(ones, others, worths_of_pairs(encoder(), ones, others))


@given(drawn, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_a_pair_is_worth_the_same_to_the_last_bit_alone_and_among_others(texts: list[str], dice) -> None:
    ones = read(texts)
    others = list(ones)
    dice.shuffle(others)
    alone = [float(worths_of_pairs(encoder(), [a], [b])[0]) for a, b in zip(ones, others, strict=True)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transducer, "_FEW_CELLS", 0)
        assert worths_of_pairs(encoder(), ones, others).tolist() == alone
        assert worths_of_pairs(encoder(), others, ones).tolist() == alone


@given(st.lists(st.tuples(odd_parts, st.lists(odd_parts, max_size=4)), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_each_of_a_few_beside_many_is_worth_what_each_is_worth(asked: list[tuple[str, list[str]]]) -> None:
    ones, others = read([one for one, _ in asked]), [read(some) for _, some in asked]
    worths = worths_of_many(encoder(), *as_arrays(ones, others))
    repeated = [one for one, some in zip(ones, others, strict=True) for _ in some]
    assert_as_plainly(repeated, [other for some in others for other in some], worths)


def test_pairs_of_names_in_all_scripts_are_worth_what_each_is_worth() -> None:
    ones, others = read([a for a, _ in PAIRS]), read([b for _, b in PAIRS])
    assert_as_plainly(ones, others, worths_of_pairs(encoder(), ones, others))
    for one in ones:
        assert_as_plainly([one] * len(others), others, worths_of_many(encoder(), *as_arrays([one], [others])))


@given(odd_parts, odd_parts)
@settings(max_examples=60, deadline=None)
def test_which_part_is_first_makes_no_difference(left: str, right: str) -> None:
    one, other = read([left, right])
    forth, back = worth_plainly(encoder(), one, other), worth_plainly(encoder(), other, one)
    assert forth == pytest.approx(back, rel=1e-4, abs=1e-3)
    forth, back = worths_of_pairs(encoder(), [one, other], [other, one]).tolist()
    assert forth == pytest.approx(back, rel=1e-4, abs=1e-3)


def test_no_pairs_are_worth_nothing() -> None:
    assert worths_of_pairs(encoder(), [], []).shape == (0,)
    nothing = read([""])[0]
    assert worths_of_pairs(encoder(), [nothing], [nothing]).tolist() == [0.0]
    assert alignment(encoder(), nothing, nothing) == []


@given(odd_parts, odd_parts)
@settings(max_examples=60, deadline=None)
def test_an_alignment_takes_each_place_once_in_order_and_adds_up(left: str, right: str) -> None:
    check_alignment(*read([left, right]))


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_an_alignment_of_names_takes_each_place_once_in_order_and_adds_up(left: str, right: str) -> None:
    check_alignment(*read([left, right]))


def check_alignment(one: Reading, other: Reading) -> None:
    steps = alignment(encoder(), one, other)
    assert [i for i, _ in steps if i is not None] == list(range(len(one.places)))
    assert [j for _, j in steps if j is not None] == list(range(len(other.places)))
    worth = 0.0
    for i, j in steps:
        assert i is not None or j is not None
        if i is not None and j is not None:
            worth += float(one.places[i] @ other.places[j]) - encoder().match_bias
        elif i is not None:
            worth += float(one.gaps[i, other.group])
        elif j is not None:
            worth += float(other.gaps[j, one.group])
    assert worth == pytest.approx(places_alone(one, other), rel=1e-3, abs=1e-2)


def test_the_best_way_is_found_where_the_first_is_not_the_best() -> None:
    """A table small enough to be worked out by hand: places that answer to each other crosswise."""
    model = read(["ab"])[0]
    size = encoder().place_size
    one, other = np.zeros((2, size), np.float32), np.zeros((2, size), np.float32)
    one[0, 0] = one[1, 1] = other[0, 1] = other[1, 0] = 10.0
    gaps = np.full((2, model.gaps.shape[1]), -1.0, np.float32)
    still = np.zeros(encoder().part_size, np.float32)
    left = replace(model, places=one, gaps=gaps, whole=still, direction=still)
    right = replace(model, places=other, gaps=gaps, whole=still, direction=still)
    best = 100.0 - encoder().match_bias - 2.0  # one crossing pair, and one place left out on each side
    assert worth_plainly(encoder(), left, right) == pytest.approx(best)
    assert worths_of_pairs(encoder(), [left], [right])[0] == pytest.approx(best)
    assert len(alignment(encoder(), left, right)) == 3


def test_the_same_name_in_another_script_is_worth_more_than_another_name() -> None:
    same = [(a, b) for a, b in PAIRS if a and len(a) > 1 and (a, b) != ("Katsir", "Mahmoud")]
    others = [b for _, b in same[1:]] + [same[0][1]]
    ones = read([a for a, _ in same])
    right = worths_of_pairs(encoder(), ones, read([b for _, b in same]))
    wrong = worths_of_pairs(encoder(), ones, read(others))
    assert (right > wrong).all()


def test_jax_gives_the_same_worth_with_little_warmth() -> None:
    pytest.importorskip("jax")
    from training.names.model import alignment_scores

    ones, others = read([a for a, _ in PAIRS]), read([b for _, b in PAIRS])
    rows, columns = (max(len(part.places) for part in side) for side in (ones, others))
    match = np.zeros((rows, columns, len(PAIRS)), np.float32)
    up, left = np.zeros((rows, len(PAIRS)), np.float32), np.zeros((columns, len(PAIRS)), np.float32)
    for at, (one, other) in enumerate(zip(ones, others, strict=True)):
        m, n = len(one.places), len(other.places)
        match[:m, :n, at] = one.places @ other.places.T - encoder().match_bias
        up[:m, at], left[:n, at] = one.gaps[:, other.group], other.gaps[:, one.group]
    ends = tuple(np.array([len(part.places) for part in side]) for side in (ones, others))
    scores = np.asarray(alignment_scores(match, up, left, ends, 1e-3))
    plainly = [places_alone(one, other) for one, other in zip(ones, others, strict=True)]
    np.testing.assert_allclose(scores, plainly, rtol=1e-3, atol=0.06)  # 48 steps of at most warmth times log 3
