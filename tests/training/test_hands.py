"""Every report for development is of one hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.reading.data import REPORTS, hands_of


@pytest.mark.parametrize("code", ["en", "ru", "he", "ar"])
def test_every_report_is_of_one_hand(code: str) -> None:
    names = sorted(name for hand in hands_of(code) for name in hand)
    assert names == sorted(path.stem for path in (REPORTS / code).glob("*.txt"))


def test_a_line_that_tells_no_hand_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "hands.txt"
    path.write_text("# hands\n\nen one: a b\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"hands\.txt:3"):
        hands_of("en", path)
