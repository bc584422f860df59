"""Train the tagger of statements and names: from the public data to the weights in the package.

    python -m training.reading.train --data DATA [--epochs 7] [--seed 7] [--out src/homeward/reading/resources]

In: DATA/reading, our own paragraphs. Out: tagger-en.npz. Leaves to others: the model card (`training.reading.card`).
The same seed gives the same batches.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from homeward.reading.features import LONGEST_WINDOW, STRETCHES, known_as, signs_of, stretches_of
from homeward.reading.tagger import MOST_SIGNS, pack
from training.reading.data import REPORTS, Example, training_examples
from training.reading.network import Shape, initial_weights, loss_of

BATCH = 24
LENGTHS = (96, LONGEST_WINDOW)
MOST_CUES, MOST_OTHERS = 16, 24
LEAST = 3  # times a word must occur to be learnt by itself
KEPT = 0.998  # share of the running mean of the weights that each step keeps; the mean is what is saved


class Vocabulary:
    """Words as numbers; 0 is any other word."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.number = {word: at + 1 for at, word in enumerate(words)}
        self._forms: dict[str, tuple[int, np.ndarray, np.ndarray]] = {}

    @classmethod
    def of(cls, examples: list[Example]) -> Vocabulary:
        once = {id(example): example for example in examples if example.part != "composed"}  # some are shown often
        counts = Counter(known_as(form) for example in once.values() for form in example.words.forms)
        return cls(sorted(word for word, count in counts.items() if count >= LEAST))

    def form(self, form: str) -> tuple[int, np.ndarray, np.ndarray]:
        found = self._forms.get(form)
        if found is None:
            stretches, signs = np.zeros(STRETCHES, np.int32), np.zeros(MOST_SIGNS, np.int32)
            for at, value in enumerate(stretches_of(form)):
                stretches[at] = value
            for at, value in enumerate(signs_of(form)[:MOST_SIGNS]):
                signs[at] = value + 1
            found = self.number.get(known_as(form), 0), stretches, signs
            self._forms[form] = found
        return found


def batch_of(
    examples: list[Example],
    vocabulary: Vocabulary,
    length: int,
    random: np.random.Generator | None,
    options: argparse.Namespace,
) -> dict[str, np.ndarray]:
    """Numbers of a batch, padded; with `random`, some words are hidden."""
    many = len(examples)
    out: dict[str, np.ndarray] = {
        "words": np.zeros((many, length), np.int32),
        "stretches": np.zeros((many, length, STRETCHES), np.int32),
        "signs": np.zeros((many, length, MOST_SIGNS), np.int32),
        "contexts": np.zeros((many, length), np.int32),
        "mask": np.zeros((many, length), np.float32),
        "roles": np.zeros((many, length), np.int32),
        "role_weight": np.zeros((many, length), np.float32),
        "entities": np.zeros((many, length), np.int32),
        "entity_weight": np.zeros((many, length), np.float32),
        "cues": np.zeros((many, MOST_CUES), np.int32),
        "others": np.zeros((many, 2, MOST_OTHERS), np.int32),
        "tied": np.zeros((many, 2, MOST_CUES, MOST_OTHERS), np.float32),
        "tie_weight": np.zeros((many, 2, MOST_CUES, MOST_OTHERS), np.float32),
    }
    for row, example in enumerate(examples):
        forms = example.words.forms
        size = len(forms)
        for at, form in enumerate(forms):
            word, stretches, signs = vocabulary.form(form)
            out["words"][row, at], out["stretches"][row, at], out["signs"][row, at] = word, stretches, signs
        out["contexts"][row, :size] = example.words.contexts
        out["mask"][row, :size] = 1
        if random is not None:
            hidden = random.random(size) < options.hide
            capital = np.array([form[:1].isupper() for form in forms])
            hidden |= capital & (random.random(size) < options.hide_names)
            out["words"][row, :size][hidden] = 0
            letters = random.random(size) < options.hide_letters
            out["stretches"][row, :size][letters] = 0
        if example.roles is not None:
            out["roles"][row, :size] = example.roles
            weight = np.where((example.roles == 0) & example.partial, options.partial, 1.0)
            out["role_weight"][row, :size] = weight * options.weights.get(example.part, 1.0)
            _tie(out, row, example)
        if example.entities is not None:
            out["entities"][row, :size] = example.entities
            out["entity_weight"][row, :size] = 1
    return out


def _tie(out: dict[str, np.ndarray], row: int, example: Example) -> None:
    roles = example.roles
    assert roles is not None
    cues = np.flatnonzero(roles == 3)[:MOST_CUES]
    out["cues"][row, : len(cues)] = cues
    place = {int(at): number for number, at in enumerate(cues)}
    for kind, tag in ((0, 1), (1, 5)):
        others = np.flatnonzero(roles == tag)[:MOST_OTHERS]
        out["others"][row, kind, : len(others)] = others
        where = {int(at): number for number, at in enumerate(others)}
        out["tie_weight"][row, kind, : len(cues), : len(others)] = 0.3 if example.partial else 1.0
        for cue, other, of in example.links:
            if of == kind and cue in place and other in where:
                out["tied"][row, kind, place[cue], where[other]] = 1


def shown(examples: list[Example], share: float, random: np.random.Generator) -> list[Example]:
    """The examples of one pass: of the composed ones only a share, drawn anew each time."""
    return [example for example in examples if example.part != "composed" or random.random() < share]


def batches(examples: list[Example], random: np.random.Generator) -> list[tuple[int, list[Example]]]:
    """The examples of one pass, shuffled, by length."""
    order = random.permutation(len(examples))
    waiting: dict[int, list[Example]] = {length: [] for length in LENGTHS}
    found = []
    for number in order:
        example = examples[number]
        length = next(n for n in LENGTHS if n >= len(example.words.forms))
        waiting[length].append(example)
        if len(waiting[length]) * length >= BATCH * 128:
            found.append((length, waiting[length]))
            waiting[length] = []
    found += [(length, rest) for length, rest in waiting.items() if len(rest) > 3]
    return [found[i] for i in random.permutation(len(found))]


def main() -> None:
    """Train and save."""
    options = arguments().parse_args()
    options.weights = {
        name: float(value) for name, value in (pair.split("=") for pair in options.part_weights.split(",") if pair)
    }
    started = time.monotonic()
    examples = training_examples(options.data, options.reports)
    vocabulary = Vocabulary.of(examples)
    shape = Shape(len(vocabulary.words) + 1, hidden=options.hidden, layers=options.layers)
    weights = initial_weights(shape, jax.random.PRNGKey(options.seed))
    random = np.random.default_rng(options.seed)
    steps = options.epochs * len(batches(shown(examples, options.composed, random), np.random.default_rng(0)))
    schedule = optax.warmup_cosine_decay_schedule(0.0, options.speed, steps // 20 + 1, steps, options.speed / 50)
    rule = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=options.decay))
    state = rule.init(weights)
    print(f"{len(examples)} windows, {len(vocabulary.words)} words, {sum(w.size for w in weights.values())} weights, "
          f"{steps} steps, {time.monotonic() - started:.0f} s", flush=True)  # fmt: skip

    @partial(jax.jit, donate_argnums=(0, 1, 2))
    def step(weights: Any, mean: Any, state: Any, batch: Any, key: Any, number: Any) -> Any:
        (_, parts), slope = jax.value_and_grad(loss_of, has_aux=True)(weights, batch, shape, key, options.drop)
        change, state = rule.update(slope, state, weights)
        weights = optax.apply_updates(weights, change)
        kept = jnp.minimum(KEPT, (1 + number) / (10 + number))
        mean = jax.tree.map(lambda m, w: kept * m + (1 - kept) * w, mean, weights)
        return weights, mean, state, parts

    mean = jax.tree.map(jnp.copy, weights)
    key = jax.random.PRNGKey(options.seed + 1)
    number, told = 0, time.monotonic()
    for epoch in range(options.epochs):
        for length, chosen in batches(shown(examples, options.composed, random), random):
            many = BATCH * 128 // length + 1
            chosen = chosen + chosen[: many - len(chosen)]  # one shape for each length
            while len(chosen) < many:
                chosen = chosen + chosen[: many - len(chosen)]
            batch = batch_of(chosen[:many], vocabulary, length, random, options)
            key, new = jax.random.split(key)
            weights, mean, state, parts = step(weights, mean, state, batch, new, number)
            number += 1
            if time.monotonic() - told > 15:
                told = time.monotonic()
                said = "  ".join(f"{name} {float(value):.3f}" for name, value in parts.items())
                print(
                    f"{100 * number // steps}% {number} steps, epoch {epoch + 1}, {said}, {told - started:.0f} s",
                    flush=True,
                )
    arrays = {name: np.asarray(value, np.float32) for name, value in mean.items()}
    pack(options.out, arrays, vocabulary.words)
    print(
        f"saved {options.out}: {options.out.stat().st_size / 1e6:.1f} MB, {time.monotonic() - started:.0f} s",
        flush=True,
    )


def arguments() -> argparse.ArgumentParser:
    """The options of the command; their defaults are what the shipped weights were trained with."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--out", type=Path, default=Path("src/homeward/reading/resources/tagger-en.npz"))
    parser.add_argument("--reports", type=Path, default=REPORTS, help="marked-up reports to learn from, too")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--speed", type=float, default=3e-3)
    parser.add_argument("--decay", type=float, default=0.02)
    parser.add_argument("--drop", type=float, default=0.2)
    parser.add_argument("--hidden", type=int, default=160)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--hide", type=float, default=0.08, help="share of words that are hidden")
    parser.add_argument("--hide-names", type=float, default=0.4, help="share of words with a capital that are hidden")
    parser.add_argument("--hide-letters", type=float, default=0.08)
    parser.add_argument("--partial", type=float, default=0.3, help="weight of no role where not all is annotated")
    parser.add_argument("--composed", type=float, default=0.5, help="share of composed windows shown in a pass")
    parser.add_argument("--part-weights", default="composed=0.7,augmented=0.7,masc=0.7,own=1.5,reports=3")
    return parser


if __name__ == "__main__":
    main()
