"""The tagger's network in JAX: what `homeward.reading.tagger` runs in numpy, with what training needs besides.

In: batches of numbers, weights. Out: scores of tags and ties, and the loss.
Leaves to others: features, batches, the schedule (`train`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp

from homeward.reading.features import BUCKETS, CONTEXTS, SIGNS
from homeward.reading.tagger import ENTITY_TAGS, ROLE_TAGS

Weights = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes: of the vocabulary, of each part of a form's vector, of the form, of one direction of a layer."""

    words: int
    word: int = 96
    stretch: int = 64
    sign: int = 32
    form: int = 128
    hidden: int = 128
    layers: int = 3
    tie: int = 64


def initial_weights(shape: Shape, key: jax.Array) -> Weights:
    """Small random weights; forgetting starts slow, so that what is read is kept for a while."""
    keys = iter(jax.random.split(key, 64))

    def table(rows: int, columns: int, scale: float = 0.1) -> jax.Array:
        return scale * jax.random.normal(next(keys), (rows, columns))

    def matrix(rows: int, columns: int) -> jax.Array:
        return jax.random.normal(next(keys), (rows, columns)) * (1.0 / rows) ** 0.5

    both = 2 * shape.hidden
    weights: Weights = {
        "word": table(shape.words, shape.word).at[0].set(0.0),
        "stretch": table(BUCKETS, shape.stretch),
        "sign": table(len(SIGNS) + 1, shape.sign),
        "context": table(CONTEXTS, shape.form),
        "form": matrix(shape.word + shape.stretch + shape.sign, shape.form),
        "form_bias": jnp.zeros(shape.form),
    }
    size = 3 * shape.form
    for layer in range(shape.layers):
        weights[f"layer{layer}"] = matrix(size, 3 * both)
        weights[f"layer{layer}_bias"] = jnp.concatenate([jnp.zeros(both), jnp.ones(both), jnp.zeros(both)])
        size = both
    weights |= {
        "roles": matrix(both, len(ROLE_TAGS)),
        "roles_bias": jnp.zeros(len(ROLE_TAGS)),
        "entities": matrix(both, len(ENTITY_TAGS)),
        "entities_bias": jnp.zeros(len(ENTITY_TAGS)),
        "tie_cue": matrix(both, 2 * shape.tie),
        "tie_cue_bias": jnp.zeros(2 * shape.tie),
        "tie_other": matrix(both, 2 * shape.tie),
        "tie_distance": jnp.zeros((2, 2, 24)),
    }
    return weights


def _drop(key: jax.Array | None, rate: float, values: jax.Array, *, shared: int | None = None) -> jax.Array:
    if key is None or rate == 0:
        return values
    shape = tuple(1 if axis == shared else size for axis, size in enumerate(values.shape))
    kept = jax.random.bernoulli(key, 1 - rate, shape)
    return values * kept / (1 - rate)


def read(
    weights: Weights, batch: dict[str, jax.Array], shape: Shape, key: jax.Array | None, rate: float
) -> jax.Array:
    """(windows, tokens, 2 x hidden): what the layers make of each token."""
    keys = [None] * 16 if key is None else list(jax.random.split(key, 16))
    words = weights["word"][batch["words"]]
    spelled = batch["stretches"]
    number = jnp.maximum((spelled > 0).sum(-1, keepdims=True), 1)
    letters = (weights["stretch"][spelled] * (spelled > 0)[..., None]).sum(-2) / number
    signs = (weights["sign"][batch["signs"]] * (batch["signs"] > 0)[..., None]).sum(-2)
    mixed = jnp.concatenate([words, letters, signs], -1)
    mixed = _drop(keys[0], rate, mixed)
    x = jnp.tanh(mixed @ weights["form"] + weights["form_bias"]) + weights["context"][batch["contexts"]]
    x = x * batch["mask"][..., None]
    x = _drop(keys[1], rate, x, shared=1)
    before = jnp.pad(x, ((0, 0), (1, 0), (0, 0)))[:, :-1]
    after = jnp.pad(x, ((0, 0), (0, 1), (0, 0)))[:, 1:]
    x = jnp.concatenate([before, x, after], -1)
    both = 2 * shape.hidden
    for layer in range(shape.layers):
        gates = x @ weights[f"layer{layer}"] + weights[f"layer{layer}_bias"]
        new, keep, out = (
            jnp.tanh(gates[..., :both]),
            jax.nn.sigmoid(gates[..., both : 2 * both]),
            gates[..., 2 * both :],
        )
        keep = keep * batch["mask"][..., None]
        new = new * batch["mask"][..., None]
        half = shape.hidden
        forward = _run(keep[..., :half], (1 - keep[..., :half]) * new[..., :half], reverse=False)
        backward = _run(keep[..., half:], (1 - keep[..., half:]) * new[..., half:], reverse=True)
        state = jnp.concatenate([forward, backward], -1) * jax.nn.sigmoid(out)
        x = state if layer == 0 else x + state
        x = _drop(keys[2 + layer], rate, x, shared=1) if layer < shape.layers - 1 else _drop(keys[2 + layer], rate, x)
    return x


def _run(keep: jax.Array, add: jax.Array, *, reverse: bool) -> jax.Array:
    """c[t] = keep[t] c[t-1] + add[t], along the tokens: step by step on processors, by doubling on a GPU."""
    if jax.default_backend() == "cpu":
        return _by_steps(keep, add, reverse=reverse)
    return _by_doubling(keep, add, reverse=reverse)


def _by_steps(keep: jax.Array, add: jax.Array, *, reverse: bool) -> jax.Array:
    def step(state: jax.Array, now: tuple[jax.Array, jax.Array]) -> tuple[jax.Array, jax.Array]:
        state = now[0] * state + now[1]
        return state, state

    moved = jnp.swapaxes(keep, 0, 1), jnp.swapaxes(add, 0, 1)
    _, states = jax.lax.scan(step, jnp.zeros_like(moved[0][0]), moved, reverse=reverse, unroll=4)
    return jnp.swapaxes(states, 0, 1)


def _by_doubling(keep: jax.Array, add: jax.Array, *, reverse: bool) -> jax.Array:
    """Method: Hillis and Steele (1986); as many rounds as the length has binary digits."""
    apart = 1
    while apart < keep.shape[1]:
        pads = ((0, 0), (0, apart), (0, 0)) if reverse else ((0, 0), (apart, 0), (0, 0))
        part = slice(apart, None) if reverse else slice(None, -apart)
        add = add + keep * jnp.pad(add[:, part], pads)
        keep = keep * jnp.pad(keep[:, part], pads)
        apart *= 2
    return add


def loss_of(
    weights: Weights, batch: dict[str, jax.Array], shape: Shape, key: jax.Array | None, rate: float
) -> tuple[jax.Array, dict[str, jax.Array]]:
    """The mean loss of a batch: of the roles, of the names, and of the ties between cues and what belongs to them."""
    x = read(weights, batch, shape, key, rate)
    roles = jax.nn.log_softmax(x @ weights["roles"] + weights["roles_bias"])
    names = jax.nn.log_softmax(x @ weights["entities"] + weights["entities_bias"])
    role_loss = -jnp.take_along_axis(roles, batch["roles"][..., None], -1)[..., 0] * batch["role_weight"]
    name_loss = -jnp.take_along_axis(names, batch["entities"][..., None], -1)[..., 0] * batch["entity_weight"]
    ties = tie_scores(weights, x, batch["cues"], batch["others"])
    tie_loss = (jax.nn.softplus(ties) - ties * batch["tied"]) * batch["tie_weight"]
    parts = {
        "roles": role_loss.sum() / jnp.maximum(batch["role_weight"].sum(), 1),
        "names": name_loss.sum() / jnp.maximum(batch["entity_weight"].sum(), 1),
        "ties": tie_loss.sum() / jnp.maximum(batch["tie_weight"].sum(), 1),
    }
    total = (role_loss.sum() + 0.7 * name_loss.sum()) / jnp.maximum(batch["mask"].sum(), 1) + 0.1 * parts["ties"]
    return total, parts


def tie_scores(weights: Weights, x: jax.Array, cues: jax.Array, others: jax.Array) -> jax.Array:
    """(windows, 2 kinds, cues, others): how well each cue goes with each content (kind 0) or source (kind 1)."""
    at = jnp.take_along_axis(x, cues[..., None], 1) @ weights["tie_cue"] + weights["tie_cue_bias"]
    half = at.shape[-1] // 2
    found = []
    for kind in (0, 1):
        other = jnp.take_along_axis(x, others[:, kind][..., None], 1) @ weights["tie_other"]
        product = jnp.einsum(
            "bcd,bod->bco", at[..., kind * half : (kind + 1) * half], other[..., kind * half : (kind + 1) * half]
        )
        apart = others[:, kind][:, None, :] - cues[:, :, None]
        side = (apart > 0).astype(jnp.int32)
        found.append(product + weights["tie_distance"][kind, side, bucket(jnp.abs(apart))])
    return jnp.stack(found, 1)


def bucket(apart: jax.Array) -> jax.Array:
    """Distance in tokens as one of 24 steps: exactly up to 12, then by powers."""
    far = 12 + jnp.floor(4 * jnp.log2(jnp.maximum(apart, 12) / 12.0)).astype(jnp.int32)
    return jnp.where(apart <= 12, apart, jnp.minimum(far, 23))
