"""Training the name encoder: the same seed gives the same weights, and the package reads them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from training.names.data import Pairs

from homeward.names.encoder import Encoder
from homeward.names.symbols import LONGEST_PART, spell_out

jax = pytest.importorskip("jax")
pytest.importorskip("optax")

from jax.experimental.compilation_cache import compilation_cache  # noqa: E402
from training.names import train as trainer  # noqa: E402
from training.names.model import robust_log  # noqa: E402


@pytest.fixture(scope="module", autouse=True)
def small(few: pytest.MonkeyPatch) -> Iterator[None]:
    """A small encoder and small batches of one length: a step takes no time."""
    with pytest.MonkeyPatch.context() as patch:
        sizes = {"BATCH": 64, "RIVALS": 4, "POOL": 64, "NEIGHBOURS": 8, "LENGTHS": (LONGEST_PART,)}
        shape = partial(trainer.Shape, width=16, layers=2, place_size=8, part_size=8)
        for name, value in {**sizes, "Shape": shape}.items():
            patch.setattr(trainer, name, value)
        yield


@pytest.fixture(scope="module")
def trained(small: None, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Twice the same three steps, one with another seed, one of the first. What is compiled for one serves all."""
    out = []
    kept = jax.config.jax_compilation_cache_dir, jax.config.jax_persistent_cache_min_compile_time_secs
    jax.config.update("jax_compilation_cache_dir", str(tmp_path_factory.mktemp("compiled")))
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.5)
    compilation_cache.reset_cache()
    try:
        for seed, steps in ((7, 3), (7, 3), (8, 1), (7, 1)):
            out.append(tmp_path_factory.mktemp("out"))
            trainer.train(folder, minutes=60, seed=seed, steps=steps, out=out[-1])
    finally:
        jax.config.update("jax_compilation_cache_dir", kept[0])
        jax.config.update("jax_persistent_cache_min_compile_time_secs", kept[1])
        compilation_cache.reset_cache()
    return [path / "encoder.npz" for path in out]


def arrays_of(path: Path) -> dict[str, np.ndarray]:
    with np.load(path) as stored:
        return {name: stored[name] for name in stored.files}


# --- batches --------------------------------------------------------------------------------------------------------


def test_a_batch_is_drawn_from_rows_of_one_kind(pairs: list[Pairs]) -> None:
    batches = trainer.Batches(pairs, trainer.Vocabulary.of(pairs), 7)
    for round_number in range(30):
        if round_number == 10:  # from here on mostly names that are alike
            batches.refresh(lambda texts: np.random.default_rng(0).normal(size=(len(texts), 8)).astype(np.float32))
        kind, left, right = batches.draw()
        assert len(left) == len(right) == trainer.BATCH
        if kind.kind != "latin":
            assert set(right) <= set(kind.right)


def test_a_vocabulary_numbers_letters_as_the_encoder_does(pairs: list[Pairs]) -> None:
    vocabulary = trainer.Vocabulary.of(pairs)
    assert vocabulary.letters == sorted(set(vocabulary.letters))
    symbols, groups = vocabulary.batch(["anna", "", "🄰", "щ" * 40], 10)
    assert symbols.shape == (4, 10, 3)
    assert groups.tolist() == [spell_out(text).group for text in ("anna", "", "🄰", "щ" * 40)]
    assert [vocabulary.letters[n - 2] for n in symbols[0, :4, 0]] == list("anna")
    assert not symbols[0, 4:].any()
    assert not symbols[1].any()
    assert symbols[3, :, 2].tolist() == [0, 1, 2, 3, 0, 1, 2, 3, 0, 1]


# --- steps ----------------------------------------------------------------------------------------------------------


def test_what_was_trained_is_read_by_the_encoder(trained: list[Path]) -> None:
    engine = Encoder(arrays_of(trained[0]))
    made = engine.read(["anna", "анна", "אנה", ""])
    assert [len(reading.places) for reading in made] == [4, 4, 3, 0]
    assert all(np.isfinite(reading.whole).all() for reading in made)
    assert made[0].whole.any()


def test_the_same_seed_gives_the_same_weights_and_another_gives_others(trained: list[Path]) -> None:
    first, again, other, _ = (arrays_of(path) for path in trained)
    assert sorted(first) == sorted(again)
    for name, array in first.items():
        assert array.dtype == again[name].dtype
        assert array.tobytes() == again[name].tobytes(), name
    assert first["align"].tobytes() != other["align"].tobytes()


def test_steps_change_the_weights(trained: list[Path]) -> None:
    before, after = arrays_of(trained[3]), arrays_of(trained[0])
    assert before["letters"].tobytes() == after["letters"].tobytes()
    for name in ("letter", "align", "gap", "pool", "in0", "match_bias"):
        assert before[name].shape == after[name].shape
        assert before[name].tobytes() != after[name].tobytes(), name
        assert np.abs(before[name].astype(np.float32) - after[name].astype(np.float32)).max() < 0.1


def test_the_robust_logarithm_is_the_logarithm_where_it_is_not_robust_and_has_an_end_where_it_is() -> None:
    logs = np.log(np.array([1.0, 0.5, 0.01, 1e-30], np.float32))
    assert np.allclose(robust_log(logs, 1e-3), logs, rtol=0.05)
    assert np.allclose(robust_log(logs, 1.0), np.exp(logs) - 1)
    told = np.asarray(robust_log(logs, 0.2))
    assert (np.diff(told) < 0).all()
    assert told.min() >= -1 / 0.2 - 1e-4


def test_weights_come_back_as_they_were_saved(trained: list[Path], tmp_path: Path) -> None:
    vocabulary, weights = trainer.load(trained[0])
    trainer.save(tmp_path, weights, vocabulary, trainer.Shape(letters=len(vocabulary.letters) + 2))
    again = arrays_of(tmp_path / "encoder.npz")
    for name, array in arrays_of(trained[0]).items():
        assert again[name].tobytes() == array.tobytes()
