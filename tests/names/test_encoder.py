"""Reading parts: alone or among others, once or again, and whatever is written."""

from dataclasses import replace
from functools import reduce
from importlib.resources import as_file, files
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.names.written import STRANGE, odd_parts

from homeward.names.encoder import DIRECTION_SCALE, GAP_SCALE, Encoder, Reading, encoder, unit
from homeward.names.symbols import GROUPS, LONGEST_PART, spell_out

pytestmark = pytest.mark.usefixtures("loops_in_turn")

WEIGHTS = files("homeward.names") / "resources" / "encoder.npz"
WRITTEN = [
    "anna", "Kovalchuk", "Ковальчук", "البرغش", "محمود", "קציר", "שירה", "지훈", "王小明", "サトウ",
    "สมชาย", "Παπαδάκης", "გიორგი", "Աննա", "አበበ", "नमिता", "ܐܢܐ", "O'Neil", "",
    "щ" * 30, "Żółkiewski", "Sm1th", "🄰", "ー",
]  # fmt: skip


def fresh() -> Encoder:
    """An encoder of its own, which remembers nothing yet."""
    with WEIGHTS.open("rb") as file, np.load(file) as arrays:
        return Encoder({name: arrays[name] for name in arrays.files})


def assert_alike(one: Reading, other: Reading) -> None:
    """Equal but for the last step of each byte: sums in another order may round to the next."""
    engine = encoder()
    assert one.group == other.group
    assert one.places.shape == other.places.shape
    np.testing.assert_allclose(one.places, other.places, atol=1.01 * engine.place_scale)
    np.testing.assert_allclose(one.gaps, other.gaps, atol=1.01 * GAP_SCALE)
    np.testing.assert_allclose(one.direction, other.direction, atol=1.01 / DIRECTION_SCALE)
    np.testing.assert_allclose(one.whole, other.whole, rtol=1e-3, atol=1e-3)


@given(st.lists(odd_parts, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_a_part_is_read_alike_alone_and_in_a_batch(texts: list[str]) -> None:
    spelled = [spell_out(text) for text in texts]
    for symbols, together in zip(spelled, encoder().read_afresh(spelled), strict=True):
        assert_alike(encoder().read_afresh([symbols])[0], together)


@given(odd_parts)
@settings(max_examples=60, deadline=None)
def test_a_reading_has_a_vector_for_each_place_and_is_what_an_index_keeps(text: str) -> None:
    engine = encoder()
    made = engine.read_afresh([spell_out(text)])[0]
    places = len(spell_out(text).letters)
    assert made.places.shape == (places, engine.place_size)
    assert made.gaps.shape == (places, len(GROUPS))
    assert made.whole.shape == made.direction.shape == (engine.part_size,)
    assert (made.gaps <= 0).all()
    assert made.own == pytest.approx(float((made.places**2).sum()) - engine.match_bias * places, rel=1e-4, abs=1e-3)
    scales = engine.place_scale, GAP_SCALE, 1 / DIRECTION_SCALE
    for numbers, scale in zip((made.places, made.gaps, made.direction), scales, strict=True):
        steps = numbers / scale
        assert np.abs(steps).max(initial=0) <= 127.01
        np.testing.assert_allclose(steps, np.rint(steps), atol=1e-3)


def test_directions_are_the_wholes_at_length_one() -> None:
    for made in encoder().read([text for text in WRITTEN if spell_out(text).letters]):
        assert float(made.direction @ unit(made.whole)) == pytest.approx(1, abs=0.02)
    np.testing.assert_allclose(np.linalg.norm(unit(np.eye(4, dtype=np.float32) * 7), axis=1), 1, rtol=1e-5)
    assert not unit(np.zeros(4, np.float32)).any()


def test_parts_of_a_name_add_up_to_the_name_whatever_their_order() -> None:
    names = {
        "Anna Kovalchuk": "Анна Ковальчук", "Tomer Barghash": "Томер Баргаш", "Samir Khatib": "Самир Хатиб",
        "Maria Petrova": "Мария Петрова", "Boris Lindberg": "Борис Линдберг", "Viktor Romanenko": "Виктор Романенко",
    }  # fmt: skip

    def sums(name: str) -> list[np.ndarray]:
        wholes = [made.whole for made in encoder().read(name.split())]
        return [unit(reduce(np.add, order)) for order in permutations(wholes)]

    written = {name: sums(name)[0] for name in names.values()}
    for latin, cyrillic in names.items():
        forward, turned = sums(latin)
        np.testing.assert_allclose(forward, turned, atol=1e-5)
        assert max(written, key=lambda name: float(forward @ written[name])) == cyrillic


def test_readings_come_in_the_order_asked_for_and_are_kept() -> None:
    engine = fresh()
    texts = ["Анна", "anna", "Анна", "שירה"]
    first = engine.read(texts)
    assert first[0] is first[2]
    assert [made.group for made in first] == [spell_out(text).group for text in texts]
    again = engine.read(["שירה", "Анна"])
    assert again[0] is first[3]
    assert again[1] is first[0]
    for text, made in zip(texts, first, strict=True):
        assert_alike(made, encoder().read_afresh([spell_out(text)])[0])


def test_more_parts_than_a_batch_holds_come_in_order() -> None:
    texts = [f"{a}{b}{c}" for a in "bdgklmnprst" for b in "aeiou" for c in "bdgklmnprst"]
    made = fresh().read(texts)
    assert len(made) == len(texts) > 512
    for at in (0, 511, 512, len(texts) - 1):
        assert_alike(made[at], encoder().read_afresh([spell_out(texts[at])])[0])


def test_a_reading_that_an_index_kept_is_taken_over_once() -> None:
    engine = fresh()
    assert not engine.knows("Ковальчук")
    kept = encoder().read(["Ковальчук"])[0]
    engine.remember("Ковальчук", kept)
    assert engine.knows("Ковальчук")
    engine.remember("Ковальчук", replace(kept, own=0.0))
    assert engine.read(["Ковальчук"])[0] is kept


def test_the_stamp_tells_weights_apart() -> None:
    with WEIGHTS.open("rb") as file, np.load(file) as stored:
        arrays = {name: stored[name] for name in stored.files}
    arrays["align_bias"] = arrays["align_bias"] + np.float16(0.5)
    assert fresh().stamp == encoder().stamp
    assert Encoder(arrays).stamp != encoder().stamp


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_a_strange_text_is_read_without_fault(text: str) -> None:
    made = encoder().read_afresh([spell_out(text)])[0]
    assert len(made.places) <= LONGEST_PART
    for numbers in (made.places, made.gaps, made.whole, made.direction):
        assert np.isfinite(numbers).all()


def test_what_has_no_letters_has_no_places_and_is_near_to_nothing() -> None:
    nothing = encoder().read_afresh([spell_out("")])[0]
    assert len(nothing.places) == 0
    assert not nothing.whole.any()
    assert not nothing.direction.any()


def test_no_parts_give_no_readings() -> None:
    assert encoder().read([]) == []
    assert encoder().read_afresh([]) == []


def test_one_name_in_two_scripts_is_nearer_than_another_name() -> None:
    pairs = [
        ("Kovalchuk", "Ковальчук"), ("Barghash", "برغش"), ("Shira", "שירה"), ("Papadakis", "Παπαδάκης"),
        ("Sato", "サトウ"),
    ]  # fmt: skip
    latin = [made.direction for made in encoder().read([a for a, _ in pairs])]
    other = [made.direction for made in encoder().read([b for _, b in pairs])]
    near = np.array(latin) @ np.array(other).T
    assert near.argmax(1).tolist() == list(range(len(pairs)))


@pytest.mark.parametrize("seed", range(3))
def test_numpy_gives_what_jax_gives(seed: int) -> None:
    """The same sums by the program that the weights were learnt with."""
    pytest.importorskip("jax")
    pytest.importorskip("optax")
    from training.names.model import encode
    from training.names.train import load

    with as_file(WEIGHTS) as path:
        vocabulary, weights = load(path)
    with WEIGHTS.open("rb") as file, np.load(file) as arrays:
        layers = int(arrays["layers"])
    dice = np.random.default_rng(seed)
    texts = WRITTEN + ["".join(dice.permutation(list(text))[: dice.integers(1, 15)]) for text in WRITTEN if text]
    symbols, groups = vocabulary.batch(texts, LONGEST_PART)
    places, gaps, wholes = (np.asarray(array) for array in encode(weights, symbols, groups, layers=layers))
    lengths, *here = encoder().arrays_of([spell_out(text) for text in texts])
    assert lengths == (symbols[..., 0] > 0).sum(1).tolist()
    assert groups.tolist() == [spell_out(text).group for text in texts]
    longest = here[0].shape[1]
    np.testing.assert_allclose(here[0], places[:, :longest], rtol=1e-3, atol=1e-3)
    np.testing.assert_allclose(here[1], gaps[:, :longest], rtol=1e-3, atol=1e-3)
    np.testing.assert_allclose(here[2], wholes, rtol=1e-3, atol=1e-3)
    assert not places[:, longest:].any()
