"""What is fitted after the encoder: curves and weights, on made-up numbers."""

from __future__ import annotations

import numpy as np
import pytest
from training.names import combine, weigh


def test_a_curve_rises_with_what_an_alignment_is_worth() -> None:
    dice = np.random.default_rng(0)
    same = dice.integers(0, 2, 600)
    worth, length = dice.normal(8 * same - 4, 3.0), dice.integers(3, 10, 600)
    bias, slope, by_length, share = weigh.fit(np.stack([same, worth, length], 1).astype(float))
    chance = [1 / (1 + np.exp(-(bias + slope * w + by_length * 6 + share * w / 6))) for w in (-10, -2, 2, 10)]
    assert chance == sorted(chance)
    assert chance[0] < 0.1
    assert chance[-1] > 0.9


def test_weights_stay_within_their_bounds_and_near_what_was_set_where_nothing_tells() -> None:
    agree = ({"pair": 2.0, "likeness, one script": 2.0, "rarity": 14.0}, 1.0, 1.0, 1.0)
    differ = ({"pair": 1.0, "differs": 1.0, "rarity": 6.0}, 0.0, 1.0, 1.0)
    made = combine.fit([agree, differ] * 20)
    assert set(made) == set(combine.FROM)
    for name, (low, high) in combine.BOUNDS.items():
        assert low <= made[name] <= high
    assert made["chain turned"] == pytest.approx(combine.FROM["chain turned"], abs=0.01)
