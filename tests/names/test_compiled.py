"""The loops in C give what numpy gives, to the last bit, and nothing that stands in their way is an error."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.names.written import NAMES, odd_parts

from homeward.names import compiled, neighbours
from homeward.names.encoder import DIRECTION_SCALE, Encoder, Reading, directions_in_bytes, encoder, unit
from homeward.names.neighbours import Neighbours, least_of_greatest
from homeward.names.segment import Entry, Segment
from homeward.names.symbols import spell_out
from homeward.names.transducer import worths_of_pairs

ROOT = Path(__file__).parents[2]
T = TypeVar("T")
built = pytest.mark.skipif(compiled.loops() is None, reason=f"the name engine is {compiled.engine_state()}")


def in_numpy(work: Callable[[], T]) -> T:
    """What comes of it without the loops in C."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "_loops", None)
        return work()


def read(texts: list[str]) -> list[Reading]:
    return encoder().read_afresh([spell_out(text) for text in texts])


def bytes_of(readings: list[Reading]) -> list[tuple]:
    return [
        (r.places.tobytes(), r.gaps.tobytes(), r.whole.tobytes(), r.direction.tobytes(), r.group, r.own)
        for r in readings
    ]


@built
@given(st.lists(odd_parts, min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_parts_are_read_the_same(texts: list[str]) -> None:
    assert bytes_of(read(texts)) == in_numpy(lambda: bytes_of(read(texts)))


@built
@given(st.lists(odd_parts, min_size=1, max_size=20), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_pairs_are_worth_the_same(texts: list[str], dice) -> None:
    ones = read(texts)
    others = list(ones)
    dice.shuffle(others)
    made = worths_of_pairs(encoder(), ones, others)
    assert made.tobytes() == in_numpy(lambda: worths_of_pairs(encoder(), ones, others)).tobytes()


@built
def test_parts_of_an_index_are_as_likely() -> None:
    segment = Segment.build(Entry(key, name) for key, name in NAMES)
    count = len(segment._a["part_group"])
    wanted = read(["Kovalchuk", "ברגש", "지", "", "Wetherbee-Katsir"])
    found = [(np.arange(at, count, dtype=np.int32), np.linspace(0.2, 1, count - at, dtype=np.float32))
             for at in range(len(wanted))]  # fmt: skip
    made, plain = segment._chances(wanted, found), in_numpy(lambda: segment._chances(wanted, found))
    assert len(made) == len(plain) == len(wanted)
    for (ids, chances), (others, plain_chances) in zip(made, plain, strict=True):
        assert (ids.tobytes(), chances.tobytes()) == (others.tobytes(), plain_chances.tobytes())


@built
def test_the_same_is_near() -> None:
    dice = np.random.default_rng(3)
    vectors = directions_in_bytes(unit(dice.normal(size=(30_000, 64)).astype(np.float32)))
    made = Neighbours.build(vectors)
    assert len(made.centres) > neighbours._PROBED
    for row in range(0, 30_000, 1000):
        query = vectors[row].astype(np.float32) / np.float32(DIRECTION_SCALE)
        (rows, near), (others, plain) = made.near(query, most=40), in_numpy(lambda q=query: made.near(q, most=40))
        assert sorted(zip(rows.tolist(), near.tolist(), strict=True)) == sorted(
            zip(others.tolist(), plain.tolist(), strict=True)
        )


@built
@given(
    st.lists(st.sampled_from([-1.5, -1.0, 0.0, 0.25, 0.5, 1.0, 2.0, 3.0]), min_size=1, max_size=2000),
    st.integers(1, 30),
)
@settings(max_examples=60, deadline=None)
def test_the_greatest_are_the_same_also_where_many_are_level(numbers: list[float], most: int) -> None:
    values, most = np.array(numbers, np.float32), min(most, len(numbers))
    assert least_of_greatest(values, most) == in_numpy(lambda: least_of_greatest(values, most))
    greatest = neighbours._greatest(values, most)
    assert greatest.tolist() == in_numpy(lambda: neighbours._greatest(values, most)).tolist()


SEARCHES = """
import sys, hashlib
from homeward.names import Entry, Index, compare, engine_state, search_all
lines = [line.split("\\t") for line in open(sys.argv[1], encoding="utf-8") if line.strip() and line[0] != "#"]
names = list(dict.fromkeys(name for line in lines for name in line[1:3]))
words = [name.split() for name in names]
mixed = [f"{a[0]} {b[-1]}" for a, b in zip(words, words[7:] + words[:7])]
index = Index.build([Entry(str(at), name) for at, name in enumerate(names + mixed)])
index.save(sys.argv[2])
told = [(c.key, c.probability, c.reasons, c.comparison.parts, c.comparison.weight_bits, c.comparison.worth)
        for name in names for c in index.search(name[::-1] if len(name) < 5 else name[:3] + name[4:])]
told += [(c.probability, c.reasons, c.parts, c.weight_bits, c.worth) for c in (compare(*line[1:3]) for line in lines)]
print(engine_state(), len(told), hashlib.sha256(repr(told).encode()).hexdigest())
"""


@built
def test_searches_comparisons_and_saved_indexes_are_the_same(tmp_path: Path) -> None:
    told = []
    for pure in ("", "1"):
        command = [
            sys.executable,
            "-c",
            SEARCHES,
            str(Path(__file__).parent / "pairs.tsv"),
            str(tmp_path / f"index{pure}"),
        ]
        environment = {**os.environ, compiled.SWITCH: pure}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        told.append(done.stdout.rsplit(maxsplit=2))
    assert told[0][0] == "compiled"
    assert told[1][0].startswith("numpy alone")
    assert int(told[0][1]) > 2000
    assert told[0][1:] == told[1][1:]
    files = [{p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.name != ".lock"}
             for folder in (tmp_path / "index", tmp_path / "index1")]  # fmt: skip
    assert files[0] == files[1]


@built
def test_arrays_that_do_not_fit_are_refused() -> None:
    loops = compiled.loops()
    assert loops is not None
    one, other = read(["Anna", "Kovalchuk"])
    row, numbers = np.zeros(1, np.float32), [1, 2]
    table, wide = np.zeros((3, 4), np.float32), np.zeros((2, 12), np.float32)
    starts, places, gaps = np.array([0, 4], np.int64), np.zeros((4, 48), np.int8), np.zeros((4, 14), np.int8)
    group, ids = np.zeros(1, np.uint8), np.zeros(1, np.int32)
    tables, two, pair = [table] * 4, table[:2].copy(), np.zeros(2, np.float32)
    foreign = Reading(np.zeros((2, 8), np.float32), np.zeros((2, 14), np.float32), row, row, 0, 0.0)
    far = Reading(one.places, one.gaps, one.whole, one.direction, 99, 0.0)
    for number, refused in enumerate((
        lambda: loops.worths_of_pairs([one], [other, one], 0.0, 1.0, row),
        lambda: loops.worths_of_pairs([one, one], [other, one], 0.0, 1.0, row),
        lambda: loops.worths_of_pairs([one], [foreign], 0.0, 1.0, row),
        lambda: loops.worths_of_pairs([one], [far], 0.0, 1.0, row),
        lambda: loops.worths_of_pairs([one], [other], 0.0, 1.0, np.zeros(1)),
        lambda: loops.worths_of_pairs([one, one], [other, one], 0.0, 1.0, np.zeros(4, np.float32)[::2]),
        lambda: loops.worths_beside(one, ids + 1, starts, places, gaps, group, 1.0, 1.0, 0.0, row),
        lambda: loops.worths_beside(one, ids - 1, starts, places, gaps, group, 1.0, 1.0, 0.0, row),
        lambda: loops.worths_beside(one, ids, starts + 1, places, gaps, group, 1.0, 1.0, 0.0, row),
        lambda: loops.worths_beside(one, ids, starts, places, gaps[:2], group, 1.0, 1.0, 0.0, row),
        lambda: loops.worths_beside(one, ids, starts, places, gaps, group + 50, 1.0, 1.0, 0.0, row),
        lambda: loops.worths_beside(foreign, ids, starts, places, gaps, group, 1.0, 1.0, 0.0, row),
        lambda: loops.nearnesses([(0, one, foreign)]),
        lambda: loops.nearness_of_rows(places, [0], [5], np.zeros(48, np.float32), np.zeros(5, np.float32)),
        lambda: loops.nearness_of_rows(places, [-1], [1], np.zeros(48, np.float32), np.zeros(5, np.float32)),
        lambda: loops.nearness_of_rows(places, [0], [4], np.zeros(48, np.float32), np.zeros(3, np.float32)),
        lambda: loops.nearness_of_rows(places, [0], [4], np.zeros(47, np.float32), np.zeros(4, np.float32)),
        lambda: loops.least_of_greatest(row, 2),
        lambda: loops.least_of_greatest(row, 0),
        lambda: loops.hopeful(row, 2, 64, np.zeros(1, np.int64)),
        lambda: loops.embed(numbers, numbers, numbers, [1, 3], *tables, two, pair),
        lambda: loops.embed(numbers, numbers, numbers, [-1, 0], *tables, two, pair),
        lambda: loops.embed([99, 0], numbers, numbers, numbers, *tables, two, pair),
        lambda: loops.embed(numbers, [0, -1], numbers, numbers, *tables, two, pair),
        lambda: loops.embed(numbers, numbers, numbers, [1], *tables, two, pair),
        lambda: loops.hidden(wide, np.zeros(4, np.float32), table),
        lambda: loops.add_there(table, table[:2].copy(), np.ones(3, np.float32)),
    )):  # fmt: skip
        with pytest.raises((ValueError, BufferError)):
            refused()
            pytest.fail(f"case {number} was not refused")
    with pytest.raises(AttributeError):
        loops.worths_of_pairs([one], ["Kovalchuk"], 0.0, 1.0, row)
    with pytest.raises(TypeError):
        loops.nearnesses(((0, one, other),))


@built
def test_the_encoder_of_another_size_is_read_the_same() -> None:
    dice = np.random.default_rng(8)
    shapes = {
        "letter": (5, 10), "base": (28, 10), "place": (6, 10), "group": (14, 10), "in0": (30, 7), "in_bias0": (7,),
        "out0": (7, 10), "align": (10, 5), "align_bias": (5,), "gap": (10, 14), "gap_bias": (14,), "pool": (10, 6),
        "match_bias": (), "mix": (),
    }  # fmt: skip
    arrays = {name: dice.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    arrays |= {"letters": np.frombuffer(b"a\nb\nn", np.uint8), "layers": np.array(1)}
    small = Encoder(arrays)
    spelled = [spell_out(text) for text in ("anna", "", "Ваня", "b")]
    assert bytes_of(small.read_afresh(spelled)) == in_numpy(lambda: bytes_of(small.read_afresh(spelled)))


def test_a_change_of_the_source_is_no_error_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tmp_path / "compiled.c"
    changed.write_bytes(compiled.SOURCE.read_bytes() + b"\n")
    monkeypatch.delenv(compiled.SWITCH, raising=False)
    monkeypatch.setattr(compiled, "SOURCE", changed)
    loops, told = compiled._load()
    assert loops is None
    assert told in (
        "numpy alone (compiled.c has changed since it was built)",
        "numpy alone (built without a C compiler)",
    )
    if compiled.loops() is not None:
        assert "changed" in told


def test_a_switch_turns_the_loops_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(compiled.SWITCH, "1")
    assert compiled._load() == (None, "numpy alone (HOMEWARD_PURE is set)")


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The building script, on a copy of the source."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    (tmp_path / "compiled.c").write_bytes(compiled.SOURCE.read_bytes())
    monkeypatch.setattr(made, "NAMES", tmp_path)
    monkeypatch.setattr(made, "SOURCE", tmp_path / "compiled.c")
    monkeypatch.delenv(compiled.SWITCH, raising=False)
    return made


def wheel_of(build: ModuleType) -> dict:
    """What the hook says of a wheel."""
    told: dict = {"force_include": {}}
    build.BuildHook.initialize(object(), "standard", told)
    return told


@pytest.mark.parametrize("lacking", ["compiler", "headers", "sound source", "leave"])
def test_where_nothing_can_be_compiled_the_package_is_built_without_a_word(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], lacking: str
) -> None:
    if lacking == "compiler":
        monkeypatch.setattr(sysconfig, "get_config_var", {"LDSHARED": "no-such-compiler -shared"}.get)
    elif lacking == "headers":
        monkeypatch.setattr(sysconfig, "get_paths", lambda: {"include": str(build.NAMES)})
    elif lacking == "sound source":
        build.SOURCE.write_text("this is no C\n")
    else:
        monkeypatch.setenv(compiled.SWITCH, "1")
    (build.NAMES / "_compiled.so").write_bytes(b"left from earlier")
    monkeypatch.setattr(build, "suffix", lambda: ".so")
    assert wheel_of(build) == {"force_include": {}}
    assert [file.name for file in build.NAMES.iterdir()] == ["compiled.c"]
    assert capfd.readouterr() == ("", "")


def test_what_is_compiled_goes_into_the_wheel_with_the_stamp_of_its_source(build: ModuleType) -> None:
    told = wheel_of(build)
    if not told["force_include"]:
        pytest.skip("there is no C compiler here, or Python has no headers")
    ((file, place),) = told["force_include"].items()
    assert place == f"homeward/names/{Path(file).name}"
    assert (told["pure_python"], told["infer_tag"]) == (False, True)
    code = (
        "import importlib.util as u, json, sys;"
        "s = u.spec_from_file_location('homeward.names._compiled', sys.argv[1]);"
        "m = u.module_from_spec(s); s.loader.exec_module(m); print(json.dumps([m.STAMP, sorted(dir(m))]))"
    )
    done = subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=True)
    stamp, names = json.loads(done.stdout)
    assert stamp == compiled.stamp(compiled.SOURCE.read_bytes())
    assert {name for name in dir(compiled.Loops) if not name.startswith("_")} <= {*names, "STAMP"}
