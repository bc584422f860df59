"""What training reads: pairs of all kinds, never those that are kept for measuring."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from training.names.data import Pairs, held_out, noisy, read_rows, training_pairs, without_accents
from training.names.manners import MANNERS, written_as

from homeward.names.symbols import LONGEST_PART, spell_out


def test_pairs_are_of_all_kinds_and_row_by_row(pairs: list[Pairs], folder: Path) -> None:
    kinds = [p.kind for p in pairs]
    assert len(set(kinds)) == len(kinds)
    assert {
        "tokens russian",
        "tokens hebrew",
        "tokens arabic",
        "places Grek",
        "full hebrew",
        "across",
        "latin",
    } <= set(kinds)
    assert {"made korean", "made chinese", "made latin"} <= set(kinds)
    for kind in pairs:
        assert len(kind.left) == len(kind.right) > 0
        assert kind.weight > 0
        assert all(0 < len(spell_out(text).letters) < LONGEST_PART for text in (*kind.left, *kind.right))
    rows = {row[1:] for row in read_rows(folder / "names" / "tokens-train.tsv.gz") if row[0] == "russian"}
    russian = next(p for p in pairs if p.kind == "tokens russian")
    assert set(zip(russian.left, russian.right, strict=True)) == rows


def test_places_held_out_are_not_among_training_pairs(pairs: list[Pairs], folder: Path) -> None:
    rows = read_rows(folder / "names" / "places.tsv.gz")
    out = {text.lower() for _, latin, native in rows if held_out(latin) for text in (latin, native)}
    kept = {text.lower() for _, latin, native in rows if not held_out(latin) for text in (latin, native)}
    seen = {text.lower() for kind in pairs for text in (*kind.left, *kind.right)}
    assert len(out - kept) >= 8
    assert not (out - kept) & seen
    assert kept & seen


def test_about_a_tenth_of_places_is_held_out_and_always_the_same() -> None:
    names = [f"Place {number}" for number in range(5000)]
    first = [held_out(name) for name in names]
    assert 0.08 < sum(first) / len(first) < 0.12
    assert [held_out(name) for name in names] == first


def test_rows_of_the_dev_files_are_not_among_training_pairs(pairs: list[Pairs], folder: Path) -> None:
    names = folder / "names"
    files = ("tokens-train", "full-train", "ar2en-train", "places")
    train = {text for name in files for row in read_rows(names / f"{name}.tsv.gz") for text in row[1:]}
    known = {part.lower() for text in train for part in text.split()}
    dev = {latin for _, latin, _ in read_rows(names / "tokens-dev.tsv.gz")} - known
    real = [kind for kind in pairs if not kind.kind.startswith("made")]
    assert len(dev) > 20
    assert not dev & {text for kind in real for text in (*kind.left, *kind.right)}


def test_the_same_dice_give_the_same_pairs(pairs: list[Pairs], folder: Path) -> None:
    assert training_pairs(folder / "names", random.Random(7)) == pairs


def test_slips_are_as_many_as_wanted_and_the_same_for_the_same_dice() -> None:
    assert noisy("kovalchuk", random.Random(1), errors=0) == "kovalchuk"
    assert noisy("ab", random.Random(1), errors=3) == "ab"
    made = [noisy("kovalchuk", random.Random(seed), errors=2) for seed in range(50)]
    assert made == [noisy("kovalchuk", random.Random(seed), errors=2) for seed in range(50)]
    assert sum(text != "kovalchuk" for text in made) > 45
    assert without_accents("żółć é") == "zołc e"


@pytest.mark.parametrize("manner", MANNERS)
def test_a_manner_of_writing_gives_a_name_of_letters(manner: str) -> None:
    for name in ("sharif", "kovalchuk", "zhukov", "nguyen", "ou", "x", ""):
        made = written_as(name, manner, random.Random(3))
        assert bool(made) == bool(name)
        assert written_as(name, manner, random.Random(3)) == made
