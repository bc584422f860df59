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
likeness = importlib.import_module("homeward.names.likeness")

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
    patch.setattr(align, "_LEAST_ROUGH_EVEN", -1.0)
    patch.setattr(align, "_LEAST_SPELLED", -1.0)
    patch.setattr(align, "_LEAST_ROUGH_WHOLE", -1.0)
    patch.setattr(align, "_ROUGHLY", inf)


def test_a_rough_look_at_joined_parts_changes_no_probability(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [*PAIRS, *CUT_OTHERWISE, *((asked, name) for asked, _ in ASKED for _, name in NAMES)]
    quick = [compare(a, b).probability for a, b in pairs]
    with monkeypatch.context() as patch:
        measure_all_in_full(patch)
        full = [compare(a, b).probability for a, b in pairs]
    assert quick == pytest.approx(full, abs=1e-5)


WITH_OTHER_FORMS = [
    ("Janwillem van de Wetering", "JanwillemvandeWetering"), ("Batel Cohen", "Bat-El HaCohen"),
    ("Kim ben Svitak", "Svitak Kim"), ("Amir Vanderveldt", "Amir van der Veldt"), ("Denis d'Arrest", "Denis Arrest"),
    ("Rachel de la Fuente", "Rachel Fuente"), ("Saad al-Qahtany", "سعد القحطاني"), ("Yoav Halevy", "יואב הלוי"),
    ("Hanna de Fleet", "Hanna Price"),
]  # fmt: skip


def test_other_forms_that_are_far_off_change_no_probability(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [*PAIRS, *WITH_OTHER_FORMS, *((asked, name) for asked, _ in ASKED for _, name in NAMES)]
    of_other_forms, laid = likeness._of_other_forms, []

    def counted(*given: object) -> object:
        laid.append(of_other_forms(*given))
        return laid[-1]

    monkeypatch.setattr(likeness, "_of_other_forms", counted)
    monkeypatch.setattr(likeness, "_kept", {})
    quick = [compare(a, b).probability for a, b in pairs]
    looked = sum(map(len, laid))
    laid.clear()
    monkeypatch.setattr(likeness, "_kept", {})
    monkeypatch.setattr(likeness, "_FAR", -1.0)
    monkeypatch.setattr(likeness, "_LEAST_SPELLED", -1.0)
    full = [compare(a, b).probability for a, b in pairs]
    assert quick == pytest.approx(full, abs=1e-5)
    assert 0 < looked < sum(map(len, laid))


def test_neighbours_are_tried_joined_only_where_neither_surely_answers_to_another() -> None:
    sure = align._Aligning(parse("Anna Katsir").telling, parse("Marianna Katsir").telling)
    sure.take_parts(likeness.likenesses([(a, b) for a in sure.left for b in sure.right]))
    assert not sure.may_be_joined()
    cut = align._Aligning(parse("Fer nando Silva").telling, parse("Fernando Silva").telling)
    cut.take_parts(likeness.likenesses([(a, b) for a in cut.left for b in cut.right]))
    assert cut.may_be_joined()
    assert [(one.text, two.text, other.text) for _, one, two, other, _ in cut.tried] == [("Fer", "nando", "Fernando")]


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
