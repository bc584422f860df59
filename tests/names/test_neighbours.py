"""Finding what is near: exactly where there is little, nearly always where there is much."""

import numpy as np
import pytest

from homeward.names.encoder import DIRECTION_SCALE, directions_in_bytes, unit
from homeward.names.neighbours import _EXACT, Neighbours

pytestmark = pytest.mark.usefixtures("loops_in_turn")

SIZE = 64


def vectors_of(count: int, seed: int, *, clusters: int = 0) -> np.ndarray:
    """Rows of length 1 in bytes; drawn around so many centres, as spellings lie around a name."""
    dice = np.random.default_rng(seed)
    rows = dice.normal(size=(count, SIZE))
    if clusters:
        rows = 0.5 * rows + dice.normal(size=(clusters, SIZE))[dice.integers(0, clusters, count)]
    return directions_in_bytes(unit(rows.astype(np.float32)))


def cosines(vectors: np.ndarray, query: np.ndarray) -> np.ndarray:
    return vectors.astype(np.float32) @ query / np.float32(DIRECTION_SCALE)


def queries_of(count: int, seed: int, vectors: np.ndarray) -> np.ndarray:
    """Rows of the collection, written a little differently."""
    dice = np.random.default_rng(seed)
    rows = vectors[dice.integers(0, len(vectors), count)].astype(np.float32) / DIRECTION_SCALE
    return unit(rows + 0.05 * dice.normal(size=rows.shape).astype(np.float32))


@pytest.fixture(scope="module")
def large() -> tuple[np.ndarray, Neighbours]:
    vectors = vectors_of(20_000, 5, clusters=400)
    return vectors, Neighbours.build(vectors)


@pytest.mark.parametrize("count", [1, 2, 10, 11, 500, _EXACT])
def test_a_small_collection_is_searched_exactly(count: int) -> None:
    vectors = vectors_of(count, count)
    made = Neighbours.build(vectors)
    for query in queries_of(5, 3, vectors):
        rows, nearness = made.near(query, most=10)
        right = cosines(vectors, query)
        assert len(rows) == len(set(rows.tolist())) == min(10, count)
        np.testing.assert_allclose(nearness, right[rows], atol=1e-5)
        np.testing.assert_allclose(np.sort(nearness)[::-1], np.sort(right)[::-1][:10], atol=1e-5)


def test_of_a_large_collection_nearly_all_that_is_near_is_found(large: tuple[np.ndarray, Neighbours]) -> None:
    vectors, made = large
    assert len(made.centres) > 1
    found = wanted = 0
    for query in queries_of(150, 11, vectors):
        rows, nearness = made.near(query, most=10)
        right = cosines(vectors, query)
        np.testing.assert_allclose(nearness, right[rows], atol=1e-5)
        tenth = np.partition(right, -10)[-10]
        found += int((right[rows] >= tenth - 1e-6).sum())
        wanted += 10
    assert found / wanted >= 0.95


def test_a_vector_of_a_large_collection_finds_itself(large: tuple[np.ndarray, Neighbours]) -> None:
    vectors, made = large
    for row in np.random.default_rng(2).integers(0, len(vectors), 100).tolist():
        rows, nearness = made.near(unit(vectors[row].astype(np.float32)), most=5)
        assert row in rows.tolist()
        assert nearness.max() == pytest.approx(1, abs=0.02)


def test_cells_hold_every_row_once(large: tuple[np.ndarray, Neighbours]) -> None:
    vectors, made = large
    assert sorted(made.rows.tolist()) == list(range(len(vectors)))
    np.testing.assert_array_equal(made.vectors, vectors[made.rows])
    assert made.starts[0] == 0
    assert made.starts[-1] == len(vectors)
    assert (np.diff(made.starts) >= 0).all()


def test_the_same_vectors_give_the_same_arrays(large: tuple[np.ndarray, Neighbours]) -> None:
    vectors, made = large
    again = Neighbours.build(vectors.copy()).arrays()
    for name, array in made.arrays().items():
        np.testing.assert_array_equal(array, again[name])
        assert array.dtype == again[name].dtype


def test_arrays_that_were_kept_find_the_same(large: tuple[np.ndarray, Neighbours]) -> None:
    vectors, made = large
    again = Neighbours(**made.arrays())
    for query in queries_of(3, 8, vectors):
        for one, other in zip(made.near(query, most=20), again.near(query, most=20), strict=True):
            np.testing.assert_array_equal(one, other)


def test_vectors_that_are_all_the_same_do_no_harm() -> None:
    vectors = np.repeat(vectors_of(1, 4), _EXACT + 1, axis=0)
    rows, nearness = Neighbours.build(vectors).near(unit(vectors[0].astype(np.float32)), most=7)
    assert len(set(rows.tolist())) == 7
    np.testing.assert_allclose(nearness, 1, atol=0.02)


def test_an_empty_collection_has_nothing_near() -> None:
    rows, nearness = Neighbours.build(np.zeros((0, SIZE), np.int8)).near(np.ones(SIZE, np.float32), most=10)
    assert len(rows) == len(nearness) == 0


@pytest.mark.parametrize("count", [0, 1, 7, 500, 13_000])
def test_what_is_near_to_each_row_is_what_a_search_for_it_finds(count: int) -> None:
    vectors = vectors_of(count, 3, clusters=max(1, count // 40))
    made = Neighbours.build(vectors)
    seen: list[int] = []
    found = wanted = 0
    asked = np.arange(count) % 3 > 0
    for rows, owners, near, nearness in made.near_each(asked, most=10, least=0.3):
        seen += rows.tolist()
        for place, row in enumerate(rows[:3]):
            ids, values = near[owners == place], nearness[owners == place]
            query = vectors[row].astype(np.float32) / DIRECTION_SCALE
            right = cosines(vectors, query)
            np.testing.assert_allclose(values, right[ids], atol=1e-4)
            assert len(ids) == len(set(ids.tolist())) <= 10
            told, nearness_told = made.near(query, most=10)
            missed = set(told[nearness_told > 0.3].tolist()) - set(ids.tolist())
            assert all(right[row] <= values.min() + 1e-4 for row in missed)
            found += int((right[ids] >= np.sort(right)[-10:][0] - 1e-5).sum())
            wanted += min(10, int((right > 0.3).sum()))
    assert sorted(seen) == np.flatnonzero(asked).tolist()
    assert found >= 0.98 * wanted
