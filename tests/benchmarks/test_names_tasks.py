"""The questions that name engines are asked: answerable, unspoilt where they should be, and labelled well."""

from __future__ import annotations

import gzip
import random
from collections import Counter
from pathlib import Path

import pytest
from benchmarks.names import check_pairs
from benchmarks.names.pairs import FILE, calibration_error, read_pairs
from benchmarks.names.quality import unseen
from benchmarks.names.tasks import (
    FULL_LANGUAGES,
    NOISE,
    PART_LANGUAGES,
    Task,
    full_tasks,
    latin_gallery,
    noise_tasks,
    part_tasks,
    place_tasks,
    read_rows,
)  # fmt: skip
from tests.training.tiny_data import SCRIPTS, write_data
from training.names.data import held_out


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """DATA/names, with invented rows."""
    return write_data(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def noise(data: Path) -> list[Task]:
    return list(noise_tasks(data, gallery=600, each=12))


def check(task: Task) -> None:
    gallery = set(task.gallery)
    assert len(gallery) == len(task.gallery)
    assert len({asked for asked, _ in task.queries}) == len(task.queries) or task.group == "noise"
    for asked, right in task.queries:
        assert asked
        assert right
        assert right <= gallery


def test_every_right_answer_is_in_the_gallery(data: Path, noise: list[Task]) -> None:
    parts, full, places = list(part_tasks(data)), list(full_tasks(data)), list(place_tasks(data))
    assert len(parts) == 2 * len(PART_LANGUAGES)
    assert len(full) == 2 * len(FULL_LANGUAGES)
    assert {task.name for task in places} == set(SCRIPTS)
    for task in (*parts, *full, *places, *noise):
        check(task)
    for name in ("russian, from English", "hebrew, to English", "arabic, from English"):
        assert next(task for task in parts if task.name == name).queries


def test_parts_are_asked_both_ways(data: Path) -> None:
    by_name = {task.name: task for task in part_tasks(data)}
    forth, back = by_name["russian, from English"], by_name["russian, to English"]
    assert {(a, b) for a, right in forth.queries for b in right} == {
        (b, a) for a, right in back.queries for b in right
    }


def test_whole_names_are_looked_for_among_those_of_training_too(data: Path) -> None:
    train = {native for language, _, native in read_rows(data / "full-train.tsv.gz") if language == "hebrew"}
    task = next(task for task in full_tasks(data) if task.name == "hebrew, from English")
    assert train <= set(task.gallery)
    dev = {latin for language, latin, _ in read_rows(data / "full-dev.tsv.gz") if language == "hebrew"}
    assert {asked for asked, _ in task.queries} == dev


def test_only_places_that_training_does_not_see_are_asked_for(data: Path) -> None:
    asked = [name for task in place_tasks(data) for name, _ in task.queries]
    assert asked
    assert all(held_out(name) for name in asked)
    assert all(len(task.gallery) > len(task.queries) for task in place_tasks(data))


def test_each_kind_of_noise_writes_a_name_in_another_way(noise: list[Task]) -> None:
    assert [task.name for task in noise] == list(NOISE)
    for task in noise:
        assert len(task.queries) == 12
        for asked, right in task.queries:
            assert len(right) == 1
            assert asked not in task.gallery


def test_the_same_seed_spoils_in_the_same_way(data: Path, noise: list[Task]) -> None:
    assert list(noise_tasks(data, gallery=600, each=12)) == noise
    assert [t.queries for t in noise_tasks(data, gallery=600, each=12, seed=1)] != [t.queries for t in noise]


@pytest.mark.parametrize("kind", NOISE)
def test_noise_says_nothing_or_a_name_and_does_not_fail(kind: str) -> None:
    dice = random.Random(5)
    for name in (
        "Anna Kovalchuk",
        "John Anders Wetherby",
        "Zofia Dąbrowska",
        "Li Wu",
        "Jean-Luc Martel",
        "Abdelrahman al-Sabbagh",
    ):
        for _ in range(20):
            made = NOISE[kind](name, dice)
            assert made == made.strip()
            assert not made or any(c.isalpha() for c in made)


def test_a_gallery_of_latin_names_has_each_once_and_as_many_as_wanted() -> None:
    rows = [
        f"{first} {last}"
        for first in ("Anna", "Tomer", "Ingrid", "Viktor")
        for last in ("Lindqvist", "Barghash", "Sato")
    ]
    rows += ["Maria Elena Costa", "ACME LTD", "X Y", "One", "R2 D2", "A B C D E"]
    made = latin_gallery(rows, 20, random.Random(1))
    assert len(made) == len(set(made)) == 20
    assert latin_gallery(rows, 20, random.Random(1)) == made
    assert all(2 <= len(name.split()) <= 4 for name in made)
    assert not {"ACME LTD", "X Y", "One", "R2 D2"} & set(made)


# --- labelled pairs -------------------------------------------------------------------------------------------------


def test_the_labelled_pairs_are_well_formed() -> None:
    pairs, faults = check_pairs.read(FILE)
    faults += [f"line {pair.line}: {fault}" for pair in pairs for fault in check_pairs.faults_of(pair)]
    assert faults + check_pairs.repeats(pairs) + check_pairs.shortfalls(pairs) == []


def test_the_labelled_pairs_are_many_in_many_languages_and_half_of_them_hard_negatives() -> None:
    pairs = read_pairs()
    assert len(pairs) >= 800
    assert len({pair.languages.split("-")[0] for pair in pairs}) >= 30
    assert 2 * sum(not pair.same for pair in pairs) >= len(pairs)
    assert {pair.kind for pair in pairs if not pair.same} == set(check_pairs.NEGATIVE)
    assert {pair.kind for pair in pairs if pair.same} == set(check_pairs.POSITIVE)
    assert len(pairs) == len(check_pairs.read(FILE)[0])


def test_half_of_the_labelled_pairs_is_kept_back() -> None:
    tuned, kept = read_pairs("tuned"), read_pairs("kept")
    assert not set(tuned) & set(kept)
    assert len(tuned) + len(kept) == len(read_pairs())
    assert 0.4 < len(kept) / len(read_pairs()) < 0.6
    kinds = Counter(pair.kind for pair in kept)
    assert all(kinds[kind] for kind in check_pairs.POSITIVE + check_pairs.NEGATIVE)


FAULTY = [
    ("yes\tcertain\tromanisation\tru-en\tАнна", "4 columns"),
    ("no\tcertain\tromanisation\tru-en\tАнна\tAnna\twhy", "labelled 'no'"),
    ("yes\tperhaps\tromanisation\tru-en\tАнна\tAnna\twhy", "sure is"),
    ("yes\tcertain\tnonsense\tru-en\tАнна\tAnna\twhy", "unknown class"),
    ("yes\tcertain\tromanisation\tRussian\tАнна\tAnna\twhy", "languages is"),
    ("yes\tcertain\tromanisation\the-en\tАнна\tAnna\twhy", "CYRILLIC letters"),
    ("yes\tcertain\tromanisation\tru-en\tАнна \tAnna\twhy", "stray space"),
    ("yes\tcertain\tromanisation\tru-en\tАннa\tAnna\twhy", "two scripts in the word"),
    ("yes\tcertain\tromanisation\tru-en\tА\u200fнна\tAnna\twhy", "unseen sign"),
    ("yes\tcertain\tromanisation\tru-en\tanna\tAnna\twhy", "both names are the same"),
]


@pytest.mark.parametrize(("line", "fault"), FAULTY, ids=[fault for _, fault in FAULTY])
def test_a_faulty_pair_is_told(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(f"# a remark\n\n{line}\n", encoding="utf-8")
    pairs, faults = check_pairs.read(path)
    found = faults + [f for pair in pairs for f in check_pairs.faults_of(pair)] + check_pairs.repeats(pairs)
    assert any(fault.removeprefix("4 ") in f for f in found)


def test_the_error_of_calibration_is_how_far_what_is_told_is_from_what_is() -> None:
    assert calibration_error([0.0, 1.0, 1.0], [False, True, True])[0] == 0
    assert calibration_error([1.0, 1.0], [False, False])[0] == pytest.approx(1)
    assert calibration_error([0.75] * 4, [True, True, True, False])[0] == pytest.approx(0)
    error, points = calibration_error([0.05, 0.05, 0.95, 0.95], [False, True, True, True])
    assert error == pytest.approx((2 * 0.45 + 2 * 0.05) / 4)
    assert points == [(pytest.approx(0.05), 0.5, 2), (pytest.approx(0.95), 1.0, 2)]
    assert sum(count for *_, count in calibration_error([0.1 * n for n in range(10)], [True] * 10)[1]) == 10


def test_parts_that_stand_beside_their_answer_in_a_whole_name_are_left_out(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "full-train.tsv.gz", "wt", encoding="utf-8") as file:
        file.write("korean\tJorlain Mabe\t메이브 졸레인\nhebrew\tMarlo Kizlow\tמרלו קיזלו\n")
    queries = [("jorlain", {"졸레인", "졸랭"}), ("mabe", {"메이비"}), ("marlo", {"말로"})]
    left = unseen(Task("parts", "korean, from English", queries, ["졸레인"]), tmp_path)
    assert left == Task("parts", "korean, from English", queries[1:], ["졸레인"])
    back = [("졸레인", {"jorlain"}), ("메이비", {"mabe"})]
    assert unseen(Task("parts", "korean, to English", back, []), tmp_path).queries == back[1:]
