"""Which parts are kept as written for each other, on invented names."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from training.names import pairings


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier training kept says nothing."""
    monkeypatch.setattr("homeward.names.likeness.written_for_each_other", lambda latin, native: False)


def parts_of(folder: Path, rows: list[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs of parts that are kept of whole Korean names."""
    with gzip.open(folder / "full-train.tsv.gz", "wt", encoding="utf-8") as file:
        file.writelines(f"korean\t{latin}\t{native}\n" for latin, native in rows)
    return set(pairings.parts_together(folder))


def test_parts_that_answer_to_each_other_in_one_name_are_kept(tmp_path: Path) -> None:
    assert parts_of(tmp_path, [("Jorlain Mabe", "메이브 졸레인")]) == {("jorlain", "졸레인"), ("mabe", "메이브")}


def test_a_native_name_in_one_word_is_kept_as_one_part(tmp_path: Path) -> None:
    assert parts_of(tmp_path, [("Kizlow", "키즐로")]) == {("kizlow", "키즐로")}


def test_parts_of_two_people_in_one_row_are_not_kept(tmp_path: Path) -> None:
    assert parts_of(tmp_path, [("Tobin Grell", "하야시 준")]) == set()


def test_what_stands_together_seldom_is_not_kept_where_both_are_common(tmp_path: Path) -> None:
    others = ["Brindel", "Cosquer", "Dunmore", "Eastwell", "Farrant", "Gilchrist"]
    rows = [(f"Jorlain {other}", f"졸레앙 {at}") for at, other in enumerate(others)]
    rows += [(f"Jolane {other}", f"졸레인 {at}") for at, other in enumerate(others)]
    kept = parts_of(tmp_path, [*rows, ("Jorlain Mabe", "졸레인 메이브")])
    assert ("mabe", "메이브") in kept
    assert ("jorlain", "졸레인") not in kept


def test_all_that_is_kept_is_saved_as_marks_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = tmp_path / "names"
    names.mkdir()
    for name in ("tokens-train", "ar2en-train"):
        with gzip.open(names / f"{name}.tsv.gz", "wt", encoding="utf-8") as file:
            file.write("korean\tmarlo\t말로\n")
    parts_of(names, [("Jorlain Mabe", "메이브 졸레인")])
    monkeypatch.setattr("sys.argv", ["pairings", "--data", str(tmp_path), "--out", str(tmp_path)])
    pairings.main()
    pairs = [("jorlain", "졸레인"), ("mabe", "메이브"), ("marlo", "말로")]
    assert np.load(tmp_path / "pairings.npy").tolist() == sorted(pairings.mark_of(*pair) for pair in pairs)
