"""The encoder as JAX computes it, and what is lost where it is wrong.

In: symbols of parts as whole numbers, weights. Out: vectors of each place, of each part, and the loss of a batch.
Leaves to others: reading data (`data`), drawing batches and taking steps (`train`), running without JAX
(`homeward.names.encoder`, which the tests hold equal to this).

A part is read by a few convolutions over its symbols. Each place gets a vector; two parts are laid beside each other
by the cheapest alignment of their places (`price` of leaving one out depends on the script of the other side: Hebrew
leaves vowels out). The sum over places is the part's own vector, by which candidates are found. Both are learnt from
the
same question: which of these is the same name?
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp
from jax import lax

Weights = dict[str, Any]
Array = jax.Array


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the encoder."""

    letters: int
    bases: int = 28
    places: int = 6
    groups: int = 14
    width: int = 128
    layers: int = 4
    place_size: int = 48
    part_size: int = 64


def initial_weights(key: Array, shape: Shape) -> Weights:
    """Random weights, small where a layer adds to what is there."""
    keys = iter(jax.random.split(key, 64))

    def normal(*size: int, scale: float) -> Array:
        return scale * jax.random.normal(next(keys), size, jnp.float32)

    width = shape.width
    weights: Weights = {
        "letter": normal(shape.letters, width, scale=0.3),
        "base": normal(shape.bases, width, scale=0.5),
        "place": normal(shape.places, width, scale=0.2),
        "group": normal(shape.groups, width, scale=0.2),
        "align": normal(width, shape.place_size, scale=width**-0.5),
        "align_bias": jnp.zeros(shape.place_size),
        "gap": normal(width, shape.groups, scale=0.3 * width**-0.5),
        "gap_bias": jnp.full((shape.groups,), 0.5),
        "pool": normal(width, shape.part_size, scale=width**-0.5),
        "match_bias": jnp.array(0.5),
        "pool_scale": jnp.array(2.5),
        "mix": jnp.array(3.0),
    }
    for layer in range(shape.layers):
        weights[f"in{layer}"] = normal(3 * width, width, scale=(3 * width) ** -0.5)
        weights[f"in_bias{layer}"] = jnp.zeros(width)
        weights[f"out{layer}"] = normal(width, width, scale=0.5 * width**-0.5)
    return weights


def encode(weights: Weights, symbols: Array, group: Array, *, layers: int) -> tuple[Array, Array, Array]:
    """Read parts.

    Args:
        symbols: (parts, places, 3), int32; letter, base, place in the letter; letter 0 where nothing stands, after
        the
            end; letter 1 for a letter not seen in training.
        group: (parts,), int32; group of scripts.

    Returns:
        vectors of places (parts, places, place_size), price of leaving a place out (parts, places, groups; negative),
        vectors of parts (parts, part_size), not normalised, so that they may be added.
    """
    there = (symbols[..., 0] > 0)[..., None].astype(jnp.float32)
    known = (symbols[..., 0] > 1)[..., None].astype(jnp.float32)
    x = weights["letter"][symbols[..., 0]] * known + weights["base"][symbols[..., 1]]
    x = (x + weights["place"][symbols[..., 2]] + weights["group"][group][:, None]) * there
    for layer in range(layers):
        padded = jnp.pad(x, ((0, 0), (1, 1), (0, 0)))
        around = jnp.concatenate([padded[:, :-2], padded[:, 1:-1], padded[:, 2:]], -1)
        inner = jax.nn.relu(around @ weights[f"in{layer}"] + weights[f"in_bias{layer}"])
        x = (x + inner @ weights[f"out{layer}"]) * there
    vectors = (x @ weights["align"] + weights["align_bias"]) * there
    gaps = -jax.nn.softplus(x @ weights["gap"] + weights["gap_bias"]) * there
    parts = jnp.sum((x @ weights["pool"]) * there, 1)
    return vectors, gaps, parts


def alignment_scores(match: Array, up: Array, left: Array, ends: tuple[Array, Array], warmth: float | Array) -> Array:
    """The best alignment of each pair, softened by `warmth` while training.

    Args:
        match: (rows, columns, pairs); worth of writing one place as the other.
        up, left: (rows, pairs), (columns, pairs); price of leaving a place out.
        ends: number of places in each pair's row part and column part, (pairs,) each.
        warmth: 1 counts all alignments by their worth, towards 0 only the best.

    Returns:
        (pairs,)
    """
    rows, columns, pairs = match.shape
    row_end, column_end = ends
    first = jnp.concatenate([jnp.zeros((1, pairs)), jnp.cumsum(left, 0)], 0)

    def soft_max(a: Array, b: Array, c: Array) -> Array:
        top = jnp.maximum(jnp.maximum(a, b), c)
        return top + warmth * jnp.log(
            jnp.exp((a - top) / warmth) + jnp.exp((b - top) / warmth) + jnp.exp((c - top) / warmth)
        )

    def row(above: Array, now: tuple[Array, Array]) -> tuple[Array, Array]:
        worth, price = now

        def cell(before: Array, here: tuple[Array, Array, Array, Array]) -> tuple[Array, Array]:
            diagonal, over, one, gap = here
            value = soft_max(diagonal + one, over + price, before + gap)
            return value, value

        start = above[0] + price
        _, values = lax.scan(cell, start, (above[:-1], above[1:], worth, left))
        current = jnp.concatenate([start[None], values], 0)
        return current, current

    _, table = lax.scan(row, first, (match, up))
    table = jnp.concatenate([first[None], table], 0).reshape((rows + 1) * (columns + 1), pairs)
    return jnp.take_along_axis(table, (row_end * (columns + 1) + column_end)[None], 0)[0]


def batch_loss(
    weights: Weights,
    left: tuple[Array, Array],
    right: tuple[Array, Array],
    same: Array,
    order: Array,
    warmth: Array,
    robust: Array,
    *,
    layers: int,
    rivals: int,
) -> tuple[Array, tuple[Array, Array]]:
    """How far the encoder is from telling each left part's own right part from the others of the batch.

    Args:
        left, right: symbols and groups; row by row one name.
        same: (rows, rows), bool; pairs that are one name though in different rows, and so count neither way.
        order: (rows,), int32; another row for each, to make names of two parts.
        warmth: see `alignment_scores`.
        robust: see `robust_log`.
        rivals: how many right parts are aligned with each left one: its own and the nearest others.
    """
    count = left[0].shape[0]
    left_vectors, left_gaps, left_parts = encode(weights, left[0], left[1], layers=layers)
    right_vectors, right_gaps, right_parts = encode(weights, right[0], right[1], layers=layers)
    own = jnp.eye(count, dtype=bool)
    hidden = jnp.where(same & ~own, -1e4, 0.0)

    def unit(x: Array) -> Array:
        return x / jnp.sqrt(jnp.sum(x * x, -1, keepdims=True) + 1e-6)

    near = unit(left_parts) @ unit(right_parts).T
    pooled = near * jnp.exp(weights["pool_scale"]) + hidden
    pool_loss = 0.5 * (_cross(pooled, own, robust) + _cross(pooled.T, own, robust))
    both = unit(left_parts + left_parts[order]) @ unit(right_parts + right_parts[order]).T
    mirrored = (order[order] == jnp.arange(count))[:, None] & (order[:, None] == jnp.arange(count)[None])
    both = jnp.where(mirrored & ~own, -1e4, both * jnp.exp(weights["pool_scale"])) + hidden
    name_loss = 0.5 * (_cross(both, own, robust) + _cross(both.T, own, robust))

    chosen = lax.top_k(lax.stop_gradient(jnp.where(own, 1e4, near + hidden)), rivals)[1]
    match = jnp.einsum("aid,akjd->ijak", left_vectors, right_vectors[chosen]) - weights["match_bias"]
    rows, columns = match.shape[:2]
    left_group, right_group = left[1], right[1][chosen]
    up = jnp.take_along_axis(left_gaps, jnp.broadcast_to(right_group[:, :1, None], (*left_gaps.shape[:2], 1)), 2)
    up = jnp.broadcast_to(up[:, :, 0].T[:, :, None], (rows, count, rivals))
    beside = jnp.take_along_axis(
        right_gaps, jnp.broadcast_to(left_group[:1, None, None], (*right_gaps.shape[:2], 1)), 2
    )
    beside = beside[:, :, 0][chosen].transpose(2, 0, 1)
    row_end = jnp.broadcast_to(jnp.sum(left[0][..., 0] > 0, 1)[:, None], (count, rivals)).reshape(-1)
    column_end = jnp.sum(right[0][..., 0] > 0, 1)[chosen].reshape(-1)
    scores = alignment_scores(
        match.reshape(rows, columns, -1),
        up.reshape(rows, -1),
        beside.reshape(columns, -1),
        (row_end, column_end),
        warmth,
    ).reshape(count, rivals)
    scores = scores + weights["mix"] * jnp.take_along_axis(near, chosen, 1) + jnp.take_along_axis(hidden, chosen, 1)
    align_loss = -jnp.mean(robust_log(jax.nn.log_softmax(scores, 1)[:, 0], robust))
    right_first = jnp.mean(jnp.argmax(scores, 1) == 0)
    return align_loss + 0.4 * pool_loss + 0.3 * name_loss, (align_loss, right_first)


def robust_log(log: Array, robust: float | Array) -> Array:
    """A logarithm that does not fall for ever: (p^q - 1) / q. At q near 0 the logarithm itself; at 1 the chance.

    Rows of the public data that pair one name with another cannot be learnt; this lets go of them instead of bending
    everything towards them. Method: Zhang and Sabuncu (2018), generalised cross entropy.
    """
    return (jnp.exp(robust * log) - 1) / robust


def _cross(scores: Array, own: Array, robust: Array) -> Array:
    return -jnp.mean(jnp.sum(jnp.where(own, robust_log(jax.nn.log_softmax(scores, 1), robust), 0.0), 1))
