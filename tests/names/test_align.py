"""Which part answers to which: the quick ways give what measuring everything in full gives."""

import importlib
from math import inf
from pathlib import Path

import pytest
from tests.names.written import ASKED, NAMES

from homeward.names import compare, parse
from homeward.names.align import align_all
from homeward.names.compare import compare_with_all
from homeward.names.evidence import rarity_bits
from homeward.names.likeness import rough_likenesses

align = importlib.import_module("homeward.names.align")

PAIRS = [
    tuple(line.split("\t")[1:3])
    for line in (Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
CUT_OTHERWISE = [
    ("Annemarie Weiss", "Anne Marie Weiss"), ("Naomipagett", "Naomi Pagett"), ("Ou Yeung Man", "Auyeung Man"),
    ("علی رضا کریمی", "علیرضا کریمی"), ("박지훈", "Park Ji-hoon"), ("Jai Prakash Narayan", "जयप्रकाश नारायण"),
    ("Abdel Rahim Salem", "عبدالرحيم سالم"), ("Akhavan Far", "اخوان‌فر"), ("王小明", "Wang Xiaoming"),
]  # fmt: skip


def measure_all_in_full(patch: pytest.MonkeyPatch) -> None:
    """Whatever a rough look says."""
    patch.setattr(align, "_LEAST_ROUGH", -1.0)
    patch.setattr(align, "_LEAST_ROUGH_WHOLE", -1.0)
    patch.setattr(align, "_ROUGHLY", inf)


def test_a_rough_look_at_joined_parts_changes_no_probability(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [*PAIRS, *CUT_OTHERWISE, *((asked, name) for asked, _ in ASKED for _, name in NAMES)]
    quick = [compare(a, b).probability for a, b in pairs]
    with monkeypatch.context() as patch:
        measure_all_in_full(patch)
        full = [compare(a, b).probability for a, b in pairs]
    assert quick == pytest.approx(full, abs=1e-5)


def test_a_rough_look_leaves_something_out() -> None:
    one, other = parse("Leila Hoffmann").telling, parse("Katsir").telling
    ((worth, similarity),) = rough_likenesses([(one, other)])
    assert worth < 0
    assert similarity < align._LEAST_ROUGH
    ((worth, similarity),) = rough_likenesses([(parse("Anne Marie").telling, parse("Annemarie").telling)])
    assert (worth, similarity) == (inf, 1.0)


def test_names_aligned_together_are_aligned_as_each_alone() -> None:
    names = [(parse(a).telling, parse(b).telling) for a, b in [*PAIRS, *CUT_OTHERWISE]]
    together = align_all(names)
    assert [[(p.left, p.right) for p in pairs] for pairs in together] == [
        [(p.left, p.right) for p in align.align(*both)] for both in names
    ]


def test_names_compared_together_are_compared_as_each_alone() -> None:
    left = parse("Anna Maria Kovalchuk")
    others = [parse(b) for _, b in PAIRS[:60]]
    together = compare_with_all(left, [(other, rarity_bits) for other in others])
    alone = [compare(left, other) for other in others]
    assert [made.probability for made in together] == pytest.approx([made.probability for made in alone], abs=1e-5)


@pytest.mark.parametrize(("one", "other"), [("Ivan", "Iván"), ("Jose", "José"), ("Hung", "Hùng")])
def test_what_two_writings_of_one_part_are_worth_does_not_depend_on_which_is_first(one: str, other: str) -> None:
    likeness = importlib.import_module("homeward.names.likeness")
    (a,), (b,) = parse(one).telling, parse(other).telling
    likeness._kept.clear()
    (forth,) = likeness.likenesses([(a, b)])
    likeness._kept.clear()
    (back,) = likeness.likenesses([(b, a)])
    assert forth == back
