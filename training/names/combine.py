"""Learn what the lines of a comparison weigh.

    python -m training.names.combine --data DATA [--out src/homeward/names/resources] [--seed 7]

In: the encoder and the curves in OUT, the tuned half of benchmarks/names/pairs.tsv, pairs.tsv beside this file,
tests/names/pairs.tsv, full-dev of the data with the names that an index wrongly finds near them. Out: weights.json.
Leaves to others: the features (`homeward.names.evidence`).

Logistic regression over the sums of features, drawn towards weights set by hand (`FROM`), so that what the pairs do
not tell stays as a caseworker would have it; signs are kept.
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
from benchmarks.names.pairs import read_pairs

from homeward.names import Index, parse
from homeward.names.evidence import gather, rarity_bits
from training.names.data import read_rows

Floats = npt.NDArray[np.float64]
Example = tuple[dict[str, float], float, float]
"""Features, same (1 or 0), weight."""

FROM = {
    "prior": 5.0, "pair": 0.0, "likeness, one script": 0.6, "likeness, two scripts": 0.6, "doubt, one script": 1.0,
    "doubt, two scripts": 1.0, "rarity": 0.35, "known form": 0.0, "other language": -0.5, "short form": -0.5,
    "female form": -2.0, "father in doubt": -1.0, "whole": 2.0, "joined": 0.0, "initial": 0.5,
    "initial missing": -0.3,
    "missing": -0.7, "differs": -8.0,
    "differs where more agrees": -1.0, "father differs": -4.0, "given name is father's": -20.0, "chain turned": -12.0,
    "chain in other order": -6.0, "other order": -2.0, "given names turned": -4.0, "family name first": -0.3,
    "first name missing": -4.0, "two known names": -1.0,
    "letters differ, own script": -0.5, "marks differ": -3.0, "endings of man and woman": -3.0,
    "other language, one script": -2.0, "sexes differ": -6.0, "generations differ": -8.0,
    "generations agree": 2.5,
}  # fmt: skip
# Least and most of a weight: evidence for one person never counts against it, and the other way round.
BOUNDS = {
    "likeness, one script": (0.15, 3.0), "likeness, two scripts": (0.05, 3.0), "doubt, one script": (0.0, 4.0),
    "doubt, two scripts": (0.0, 4.0), "rarity": (0.1, 1.0), "missing": (-4.0, -0.3), "differs": (-20.0, -4.0),
    "differs where more agrees": (-4.0, 0.0),
    "father differs": (-10.0, 0.0), "father in doubt": (-4.0, 0.0), "given name is father's": (-30.0, -8.0),
    "chain turned": (-20.0, -6.0), "chain in other order": (-12.0, -2.0), "other order": (-6.0, 0.0),
    "given names turned": (-10.0, -1.0), "family name first": (-3.0, 0.0), "first name missing": (-10.0, -4.2),
    "two known names": (-6.0, 0.0),
    "letters differ, own script": (-6.0, 0.0), "marks differ": (-8.0, 0.0), "endings of man and woman": (-8.0, 0.0),
    "other language, one script": (-4.0, 0.0), "sexes differ": (-12.0, -1.0), "initial": (-1.0, 4.0),
    "generations agree": (0.0, 4.0), "initial missing": (-3.0, 0.0), "prior": (0.0, 12.0),
}  # fmt: skip
PULL = 0.01  # towards FROM, for each squared bit and example
OTHERS = 2.0  # weight of a pair of two people beside one of one
PULL_OF = {
    "rarity": 60.0,
    "likeness, one script": 20.0,
    "likeness, two scripts": 20.0,
}  # units that count many times in a name


def examples_of(left: str, right: str, same: bool, weight: float) -> Example | None:
    """The features of one pair; None where there is nothing to compare."""
    one, other = parse(left), parse(right)
    if not one.telling or not other.telling:
        return None
    if (len(one.telling), one.text) > (len(other.telling), other.text):
        one, other = other, one
    made = gather(one, other, rarity_bits)
    return dict(made.features), float(same), weight


def found_examples(data: Path, dice: random.Random, asked: int) -> list[Example]:
    """Whole names of full-dev with their own form, and with the three likeliest others of 8,000."""
    rows: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for language, latin, native in read_rows(data / "full-dev.tsv.gz"):
        rows[language].append((latin, native))
    train: dict[str, list[str]] = defaultdict(list)
    for language, _, native in read_rows(data / "full-train.tsv.gz"):
        train[language].append(native)
    out: list[Example] = []
    for language, pairs in sorted(rows.items()):
        some = dice.sample(pairs, asked)
        gallery = sorted({native for _, native in some} | set(dice.sample(sorted(set(train[language])), 8000)))
        index = Index.build((name, name) for name in gallery)
        right: dict[str, set[str]] = defaultdict(set)
        for latin, native in pairs:
            right[latin].add(native)
        for latin, native in some:
            if "," in latin or len(latin.split()) < 2:
                continue
            made = examples_of(latin, native, True, 0.1)
            if made and made[0].get("differs", 0) < 2:  # rows whose names have nothing to do with each other
                out.append(made)
            others = [c.text for c in index.search(latin, k=5) if c.text not in right[latin]][:3]
            out += [e for other in others if (e := examples_of(latin, other, False, 0.03))]
    return out


def _rows(file: Path) -> list[list[str]]:
    """Lines of pairs: same, one name, the other, why."""
    return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def _weight(same: bool, sure: str) -> float:
    """A wrong match hurts more than a missed one; and the rules and tables were made with these pairs in sight, so
    that two people are told apart better here than among pairs never seen.
    """
    return (1.0 if sure == "certain" else 0.5) * (1.0 if same else OTHERS)


def fit(examples: list[Example]) -> dict[str, float]:
    """The weights with the highest likelihood, drawn towards `FROM`. By projected gradient steps."""
    names = [name for name in FROM if name != "prior"]
    design = np.array([[features.get(name, 0.0) for name in names] + [-1.0] for features, *_ in examples])
    same = np.array([e[1] for e in examples])
    weight = np.array([e[2] for e in examples])
    start = np.array([FROM[name] for name in names] + [FROM["prior"]])
    low = np.array([BOUNDS.get(name, (-np.inf, np.inf))[0] for name in [*names, "prior"]])
    high = np.array([BOUNDS.get(name, (-np.inf, np.inf))[1] for name in [*names, "prior"]])
    pull = PULL * weight.sum() / 100 * np.array([PULL_OF.get(name, 1.0) for name in [*names, "prior"]])
    theta = start.copy()
    first, second = np.zeros_like(theta), np.zeros_like(theta)
    for step in range(1, 4001):
        chance = 1 / (1 + np.exp2(-np.clip(design @ theta, -60, 60)))
        slope = np.log(2) * design.T @ (weight * (chance - same)) + pull * (theta - start)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope * slope
        rate = 0.05 * (1 - step / 4001)
        theta = theta - rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-9)
        theta = np.clip(theta, low, high)
    return dict(zip([*names, "prior"], theta.tolist(), strict=True))


def main() -> None:
    """Fit and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--out", type=Path, default=Path("src/homeward/names/resources"))
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--asked", type=int, default=500, help="names of each language of full-dev")
    options = parser.parse_args()
    pairs = read_pairs("tuned")
    examples = [e for p in pairs if (e := examples_of(p.left, p.right, p.same, _weight(p.same, p.sure)))]
    others = _rows(Path("tests/names/pairs.tsv"))
    examples += [e for row in others if (e := examples_of(row[1], row[2], row[0] == "yes", 3.0))]
    more = _rows(Path(__file__).with_name("pairs.tsv"))
    examples += [
        e for row in more if (e := examples_of(row[1], row[2], row[0] == "yes", _weight(row[0] == "yes", "certain")))
    ]
    # A name is itself: nobody would think of labelling that.
    examples += [e for p in pairs if (e := examples_of(p.left, p.left, True, 0.2))]
    print(f"{len(examples)} of {len(pairs) + len(others) + len(more)} labelled pairs", flush=True)
    if options.asked:
        found = found_examples(options.data / "names", random.Random(options.seed), options.asked)
        print(f"{len(found)} pairs from searches", flush=True)
        examples += found
    made = fit(examples)
    for name, value in made.items():
        print(f"  {name:24} {FROM[name]:7.2f} {value:7.2f}")
    rounded = {name: round(value, 3) for name, value in made.items()}
    (options.out / "weights.json").write_text(json.dumps({"weights": rounded}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
