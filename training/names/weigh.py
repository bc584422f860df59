"""Learn what an alignment's worth says: the chance that two parts are one name.

    python -m training.names.weigh --data DATA [--out src/homeward/names/resources] [--seed 7]

In: the encoder in OUT, DATA/names/*-dev.tsv.gz (parts the encoder was not trained on). Out: likeness.json.
Leaves to others: training the encoder (`train`).

For each kind of script pair a logistic curve over the worth, the length and the worth for each place, fitted to true
pairs against the ten nearest others of the file and ten drawn by chance. Some rows of the files pair a name with
another name: true pairs worth less than `LEAST_WORTH` are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt

from homeward.names.encoder import Encoder, unit
from homeward.names.likeness import situation_of
from homeward.names.symbols import spell_out
from homeward.names.transducer import worths_of_pairs
from training.names.data import held_out, noisy, read_rows

Floats = npt.NDArray[np.float64]
ASKED = 300
LEAST_WORTH = -3.0  # nats
SAME_WEIGHT = (
    6.0  # of a true pair beside a false one, of which there are ten near ones: 0.5 is about as many true as near
)


def directions(engine: Encoder, texts: list[str]) -> npt.NDArray[np.float32]:
    """Vectors of length 1 of many parts. (texts, PART_SIZE)"""
    out = np.zeros((len(texts), 64), np.float32)
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    for at in range(0, len(order), 1024):
        rows = order[at : at + 1024]
        out[rows] = engine.arrays_of([spell_out(texts[row]) for row in rows])[3]
    return unit(out)


def kinds_of_pairs(data: Path, dice: random.Random) -> list[tuple[list[tuple[str, str]], float]]:
    """Rows by language or script, with the weight of each."""
    tokens = read_rows(data / "tokens-dev.tsv.gz")
    by_kind: dict[str, list[tuple[str, str]]] = defaultdict(list)
    forms: dict[str, dict[str, str]] = defaultdict(dict)
    for language, latin, native in tokens:
        by_kind[language].append((latin, native))
        forms[latin][language] = native
    for language, latin, native in read_rows(data / "ar2en-dev.tsv.gz"):
        by_kind[language].append((latin, native))
    for script, latin, native in read_rows(data / "places.tsv.gz"):
        if held_out(latin) and script not in ("Hani", "Cyrl", "Arab") and not any(c.isdigit() for c in latin):
            by_kind[f"places {script}"].append((latin.lower(), native.lower()))
    for found in forms.values():
        if len(found) > 1:
            one, other = dice.sample(sorted(found), 2)
            if {one, other} != {"japanese", "katakana"}:
                by_kind[f"{one}-{other}"].append((found[one], found[other]))
    latin = sorted({row[1] for row in tokens})
    by_kind["latin"] = [(noisy(a, dice, errors=dice.choice((1, 1, 2))), a) for a in dice.sample(latin, 12_000)]
    return [(rows, 1.0) for _, rows in sorted(by_kind.items()) if len(rows) >= 40]


def examples(engine: Encoder, rows: list[tuple[str, str]], dice: np.random.Generator) -> dict[str, list[list[float]]]:
    """(same, worth, length) rows by situation."""
    right: dict[str, set[str]] = defaultdict(set)
    left: dict[str, set[str]] = defaultdict(set)
    for a, b in rows:
        right[a].add(b)
        left[b].add(a)
    gallery = sorted(left)
    asked = sorted(right)
    asked = [asked[at] for at in dice.permutation(len(asked))[:ASKED]]
    near = directions(engine, asked) @ directions(engine, gallery).T
    out: dict[str, list[list[float]]] = defaultdict(list)
    for row, text in enumerate(asked):
        others = [at for at in np.argsort(-near[row])[:14] if gallery[at] not in right[text]][:10]
        others += [at for at in dice.integers(0, len(gallery), 10) if gallery[at] not in right[text]]
        texts = [*sorted(right[text]), *(gallery[at] for at in others)]
        one = engine.read([text])[0]
        readings = engine.read(texts)
        worths = worths_of_pairs(engine, [one] * len(texts), readings)
        for n, (other, reading, worth) in enumerate(zip(texts, readings, worths, strict=True)):
            same = n < len(right[text])
            if other == text or (same and worth < LEAST_WORTH):
                continue
            size = max(len(one.places), len(reading.places), 1)
            out[situation_of(one.group, reading.group)].append([float(same), float(worth), size])
    return out


def fit(rows: Floats) -> Floats:
    """Bias and three slopes, by Newton's method with a little ridge. rows (n, 3): same, worth, length."""
    same, worth, length = rows.T
    design = np.stack([np.ones_like(worth), worth, length, worth / length], 1)
    weight = np.where(same > 0, SAME_WEIGHT, 1.0)
    theta = np.zeros(4)
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(design @ theta, -30, 30)))
        slope = design.T @ (weight * (same - chance)) - 0.01 * theta
        curve = (design * (weight * chance * (1 - chance))[:, None]).T @ design + 0.01 * np.eye(4)
        theta = theta + np.linalg.solve(curve, slope)
    return theta


def main() -> None:
    """Fit and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--out", type=Path, default=Path("src/homeward/names/resources"))
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    with np.load(options.out / "encoder.npz") as arrays:
        engine = Encoder({name: arrays[name] for name in arrays.files})
    rows: dict[str, list[list[float]]] = defaultdict(list)
    dice = np.random.default_rng(options.seed)
    for pairs, _ in kinds_of_pairs(options.data / "names", random.Random(options.seed)):
        for situation, found in examples(engine, pairs, dice).items():
            rows[situation] += found
    curves = {}
    rows.pop("same", None)  # two languages of one script, mostly; what one script's slips look like Latin tells best
    for situation, found in sorted(rows.items()):
        theta = fit(np.array(found))
        curves[situation] = [round(float(x), 4) for x in theta]
        print(f"{situation:6} {len(found):7} pairs  {curves[situation]}")
    curves["same"] = curves["Latn"]
    (options.out / "likeness.json").write_text(json.dumps({"curves": curves}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
