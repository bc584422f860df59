"""Train the encoder of name parts: from the public data to the weights in the package.

    python -m training.names.train --data DATA [--steps 10000 | --minutes 50] [--seed 7]
                                   [--out src/homeward/names/resources]

In: DATA/names/*-train.tsv.gz and places.tsv.gz. Out: encoder.npz. Leaves to others: the weighing of evidence
(`training.names.weigh`), the model card (`training.names.card`).

The same seed and the same number of steps give the same batches; the number of steps is what fits into the minutes on
the machine, unless --steps says it.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from homeward.names.symbols import spell_out
from training.names.data import LONGEST, Pairs, noisy, training_pairs, without_accents
from training.names.manners import MANNERS, written_as
from training.names.model import Shape, batch_loss, encode, initial_weights

BATCH = 256
RIVALS = 32
POOL = 14_000  # rows of a kind among which neighbours are looked for
NEIGHBOURS = 32  # names of a batch that are drawn because they are alike
LENGTHS = (9, 10, 12, 14, 18, LONGEST)
ROBUST = 0.2  # how far rows that cannot be learnt, because they pair two names, are let go (`model.robust_log`)
KEPT = 0.999  # share of the running mean of the weights that each step keeps; the mean is what is saved


class Vocabulary:
    """Letters as whole numbers: 0 nothing, 1 not known."""

    def __init__(self, letters: list[str]) -> None:
        self.letters = letters
        self._number = {letter: at + 2 for at, letter in enumerate(letters)}
        self._kept: dict[str, np.ndarray] = {}

    @classmethod
    def of(cls, pairs: list[Pairs], *, least: int = 2) -> Vocabulary:
        """The letters that occur at least so often."""
        counts: Counter[str] = Counter()
        for kind in pairs:
            for text in (*kind.left, *kind.right):
                counts.update(set(spell_out(text).letters))
        return cls(sorted(letter for letter, count in counts.items() if count >= least))

    def numbers(self, text: str) -> tuple[np.ndarray, int]:
        """Symbols (places, 3) and group of a text."""
        found = self._kept.get(text)
        symbols = spell_out(text)
        if found is None:
            found = np.array(
                [
                    (self._number.get(letter, 1), ord(base) - 96 if base else 0, place)
                    for letter, base, place in zip(symbols.letters, symbols.bases, symbols.places, strict=True)
                ],
                dtype=np.int32,
            ).reshape(-1, 3)
            self._kept[text] = found
        return found, symbols.group

    def batch(self, texts: list[str], length: int) -> tuple[np.ndarray, np.ndarray]:
        """Symbols (texts, length, 3) and groups (texts,)."""
        out = np.zeros((len(texts), length, 3), np.int32)
        groups = np.zeros(len(texts), np.int32)
        for row, text in enumerate(texts):
            numbers, groups[row] = self.numbers(text)
            out[row, : min(len(numbers), length)] = numbers[:length]
        return out, groups


class Batches:
    """Draws batches: one kind of pairs at a time, mostly names that are alike, so that telling them apart is hard."""

    def __init__(self, pairs: list[Pairs], vocabulary: Vocabulary, seed: int) -> None:
        self._pairs = pairs
        self._vocabulary = vocabulary
        self._dice = np.random.default_rng(seed)
        self._slips = random.Random(seed)
        weights = np.array([p.weight for p in pairs])
        self._chance = weights / weights.sum()
        self._pools: list[tuple[np.ndarray, np.ndarray] | None] = [None] * len(pairs)

    def refresh(self, read: Any) -> None:
        """Choose some rows of each kind and work out which of them are alike."""
        for at, kind in enumerate(self._pairs):
            if len(kind.right) > 2 * BATCH:
                rows = self._dice.permutation(len(kind.right))[:POOL]
                self._pools[at] = rows, read([kind.right[row] for row in rows])

    def draw(self) -> tuple[Pairs, list[str], list[str]]:
        """The two columns of a batch."""
        at = int(self._dice.choice(len(self._pairs), p=self._chance))
        kind, pool = self._pairs[at], self._pools[at]
        if pool is None or self._dice.random() < 0.3:
            rows = self._dice.integers(0, len(kind.left), BATCH)
        else:
            members, vectors = pool
            alike = vectors[self._dice.integers(0, len(members), BATCH // NEIGHBOURS)] @ vectors.T
            rows = members[np.argpartition(-alike, NEIGHBOURS - 1, 1)[:, :NEIGHBOURS].ravel()]
        left, right = [kind.left[r] for r in rows], [kind.right[r] for r in rows]
        dice = self._slips
        if kind.kind == "latin":
            right = [self._written_badly(text) for text in right]
        else:
            left = [noisy(t, dice, errors=1) if t.isascii() and dice.random() < 0.05 else t for t in left]
            left = [self._abroad(t) if t < "\u0250" and dice.random() < 0.12 else t for t in left]
        left = [without_accents(t) if not t.isascii() and t < "\u0250" and dice.random() < 0.3 else t for t in left]
        return kind, left, right

    def _abroad(self, text: str) -> str:
        return written_as(text, self._slips.choice(MANNERS), self._slips)

    def _written_badly(self, text: str) -> str:
        dice = self._slips
        if dice.random() < 0.35:
            return self._abroad(text)
        text = without_accents(text) if dice.random() < 0.5 else text
        return noisy(text, dice, errors=dice.choice((0, 1, 1, 1, 2, 2, 3)) if len(text) > 4 else dice.choice((0, 1)))


def train(
    data: Path,
    *,
    minutes: float,
    seed: int,
    steps: int | None,
    out: Path,
    speed: float = 2.5e-3,
) -> None:
    """Train and save the running mean of the weights.

    Args:
        speed: the highest learning rate; it rises to it and falls along a half cosine.
    """
    began_at = time.time()
    pairs = training_pairs(data / "names", random.Random(seed))
    vocabulary = Vocabulary.of(pairs)
    shape = Shape(letters=len(vocabulary.letters) + 2)
    weights = initial_weights(jax.random.key(seed), shape)
    print(
        f"{sum(len(p.left) for p in pairs)} pairs, {shape.letters} letters, "
        f"{sum(x.size for x in jax.tree.leaves(weights))} weights, {time.time() - began_at:.0f} s",
        flush=True,
    )
    start = time.time()
    rate = lambda share: speed * min(1.0, share / 0.02) * (0.5 + 0.5 * np.cos(np.pi * min(1.0, share))) + 1e-5  # noqa: E731
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.scale_by_adam(b2=0.99))
    state, mean = optimiser.init(weights), weights

    @partial(jax.jit, static_argnames=("rivals",))
    def step(weights, mean, state, left, right, same, order, rates, *, rivals):  # type: ignore[no-untyped-def]
        (loss, told), slope = jax.value_and_grad(batch_loss, has_aux=True)(
            weights, left, right, same, order, rates["warmth"], rates["robust"], layers=shape.layers, rivals=rivals
        )
        change, state = optimiser.update(slope, state)
        weights = jax.tree.map(lambda w, c: w - rates["speed"] * c, weights, change)
        mean = jax.tree.map(lambda m, w: rates["kept"] * m + (1 - rates["kept"]) * w, mean, weights)
        return weights, mean, state, loss, told

    read_parts = jax.jit(partial(encode, layers=shape.layers))

    def vectors_of(texts: list[str]) -> np.ndarray:
        found = np.zeros((len(texts), shape.part_size), np.float32)
        order = sorted(range(len(texts)), key=lambda at: len(spell_out(texts[at]).letters))
        for at in range(0, len(order), 2048):
            rows = order[at : at + 2048]
            some = [texts[row] for row in rows]
            longest = len(spell_out(some[-1]).letters)
            length = next(n for n in LENGTHS if longest <= n or n == LENGTHS[-1])
            symbols, groups = vocabulary.batch(some + [""] * (2048 - len(some)), length)
            parts = np.asarray(read_parts(mean, symbols, groups)[2])[: len(some)]
            found[rows] = parts / np.sqrt((parts * parts).sum(1, keepdims=True) + 1e-6)
        return found

    batches = Batches(pairs, vocabulary, seed)
    dice = np.random.default_rng(seed + 1)
    limit = minutes * 60
    done, shown, refreshed = 0, time.time(), 0.0
    running: dict[str, list[float]] = {}
    while True:
        share = done / steps if steps else (time.time() - start) / limit
        if share >= 1:
            break
        if share > refreshed + 0.2 or (refreshed == 0 and share > 0.05):
            began = time.time()
            batches.refresh(vectors_of)
            refreshed = share
            print(f"looked for names that are alike: {time.time() - began:.0f} s", flush=True)
        kind, left, right = batches.draw()
        if dice.random() < 0.5:
            left, right = right, left
        longest = max(len(spell_out(t).letters) for t in (*left, *right))
        length = next(n for n in LENGTHS if longest <= n or n == LENGTHS[-1])
        if length > LENGTHS[0]:  # two or three long names do not make a whole batch slow
            lengths = np.array(
                [max(len(spell_out(a).letters), len(spell_out(b).letters)) for a, b in zip(left, right, strict=True)]
            )
            for n in LENGTHS[:-1]:
                if (lengths > n).mean() < 0.12:
                    keep = np.flatnonzero(lengths <= n)
                    rows = np.concatenate([keep, dice.choice(keep, BATCH - len(keep))])
                    left, right, length = [left[r] for r in rows], [right[r] for r in rows], n
                    break
        same = np.array([[hash(t) for t in left]])
        other = np.array([[hash(t) for t in right]])
        equal = (same == same.T) | (other == other.T)
        order = dice.permutation(BATCH).astype(np.int32)
        rates = {
            "warmth": max(0.08, 0.8 * (1 - share * 1.25)),
            "robust": ROBUST * min(1.0, max(0.0, (share - 0.2) / 0.2)) + 1e-3,
            "speed": rate(share),
            "kept": min(KEPT, done / (done + 20)),
        }
        weights, mean, state, loss, told = step(
            weights,
            mean,
            state,
            vocabulary.batch(left, length),
            vocabulary.batch(right, length),
            equal,
            order,
            {name: jnp.float32(value) for name, value in rates.items()},
            rivals=RIVALS if length < LENGTHS[-1] else RIVALS // 2,
        )
        done += 1
        running.setdefault(kind.kind, []).append(told[1])
        if done % 8 == 0:  # the next batches are drawn while these are learnt
            loss.block_until_ready()
        if time.time() - shown > 60:
            words = "  ".join(
                f"{k.replace('tokens ', '').replace('places ', '')} {np.mean([float(x) for x in v[-20:]]):.2f}"
                for k, v in sorted(running.items())
                if len(v) > 4
            )
            print(f"{share:.0%} {done} steps, loss {float(loss):.2f}, right first: {words}", flush=True)
            shown = time.time()
            running = {k: v[-20:] for k, v in running.items()}
            save(out, mean, vocabulary, shape)
    save(out, mean, vocabulary, shape)
    print(f"{done} steps in {(time.time() - began_at) / 60:.1f} minutes", flush=True)


def save(out: Path, weights: dict[str, jax.Array], vocabulary: Vocabulary, shape: Shape) -> None:
    """Write the weights as half-precision numbers with the letters they are for."""
    arrays = {name: np.asarray(value, np.float16) for name, value in weights.items()}
    letters = np.frombuffer("\n".join(vocabulary.letters).encode(), np.uint8)
    out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(out / "encoder.npz", letters=letters, layers=np.int32(shape.layers), **arrays)


def load(path: Path) -> tuple[Vocabulary, dict[str, jax.Array]]:
    """What `save` wrote."""
    with np.load(path) as arrays:
        letters = bytes(arrays["letters"]).decode().split("\n")
        weights = {n: jnp.asarray(arrays[n], jnp.float32) for n in arrays.files if n not in ("letters", "layers")}
    return Vocabulary(letters), weights


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--out", type=Path, default=Path("src/homeward/names/resources"))
    parser.add_argument("--minutes", type=float, default=50)
    parser.add_argument("--steps", type=int, help="instead of the minutes")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--speed", type=float, default=2.5e-3)
    options = parser.parse_args()
    train(
        options.data,
        minutes=options.minutes,
        seed=options.seed,
        steps=options.steps,
        out=options.out,
        speed=options.speed,
    )


if __name__ == "__main__":
    main()
