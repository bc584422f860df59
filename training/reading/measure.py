"""How a tagger does on the -dev files: statements, with their sources, and names.

    python -m training.reading.measure WEIGHTS.npz ... --data DATA [--lean 0.9]

In: weights, DATA/reading. Out: lines of figures. Leaves to others: rules and chains (`benchmarks/reading`).
A statement is found where at least half of the tokens of either content are the other's too (Jaccard); its source is
right where the same holds of the sources' tokens, or neither has one.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from homeward.reading import tagger as engine
from homeward.reading.tagger import Tagger, unpack
from training.reading.data import ENTITIES_DEV, own_document, own_paths, read_rows

Place = tuple[int, int]
_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokens_in(text: str, places: Sequence[Place]) -> frozenset[int]:
    """Where the tokens of some places begin."""
    return frozenset(m.start() for a, b in places for m in _TOKEN.finditer(text, a, b) if m.group()[0].isalnum())


def alike(one: frozenset[int], other: frozenset[int]) -> float:
    """Jaccard's measure; two empty sets are alike."""
    return len(one & other) / len(one | other) if one or other else 1.0


def measure_statements(tagger: Tagger, rows: Sequence[dict[str, Any]]) -> tuple[int, int, int, int]:
    """(in the data, proposed, found, found with their source)."""
    wanted = proposed = found = sourced = 0
    for row in rows:
        text = row["text"]
        gold = [s for each in row["annotators"].values() for s in each]
        ours = tagger.tag(text).statements
        wanted, proposed = wanted + len(gold), proposed + len(ours)
        left = [(tokens_in(text, s["content"]), tokens_in(text, s["source"])) for s in gold]
        mine = [(tokens_in(text, s.contents), tokens_in(text, [s.source] if s.source else [])) for s in ours]
        pairs = sorted(
            ((alike(a[0], b[0]), i, j) for i, a in enumerate(left) for j, b in enumerate(mine) if a[0] & b[0]),
            reverse=True,
        )
        used: set[tuple[str, int]] = set()
        for score, i, j in pairs:
            if score < 0.5 or ("a", i) in used or ("b", j) in used:
                continue
            used |= {("a", i), ("b", j)}
            found += 1
            sourced += alike(left[i][1], mine[j][1]) >= 0.5
    return wanted, proposed, found, sourced


def f1(wanted: int, proposed: int, found: int) -> float:
    """F1 in per cent."""
    return 200 * found / max(1, wanted + proposed)


def measure_names(tagger: Tagger, rows: Sequence[dict[str, Any]]) -> dict[str, tuple[int, int, int]]:
    """By kind: (in the data, proposed, exactly found)."""
    told = {kind: [0, 0, 0] for kind in ("PER", "ORG", "LOC")}
    for row in rows:
        gold = {(e["type"], *e["span"]) for e in row["entities"]}
        ours = {(n.kind, *n.place) for n in tagger.tag(row["text"]).names}
        for kind in told:
            a, b = {g for g in gold if g[0] == kind}, {o for o in ours if o[0] == kind}
            for at, number in enumerate((len(a), len(b), len(a & b))):
                told[kind][at] += number
    return {kind: (v[0], v[1], v[2]) for kind, v in told.items()}


def main() -> None:
    """Print one line for each file of weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--lean", type=float, nargs="*", default=[0.9])
    options = parser.parse_args()
    folder = options.data / "reading"
    statements = {
        part: list(read_rows(folder / "attribution" / f"{part}-dev.jsonl.gz"))
        for part in ("treebanks", "framenet", "masc")
    }
    statements["own"] = [own_document(path.read_text(encoding="utf-8")) for path in own_paths(dev=True)]
    names = [row for part in ENTITIES_DEV for row in read_rows(folder / "entities" / f"{part}.jsonl.gz")]
    for path in options.weights:
        tagger = Tagger(unpack(path))
        kinds = measure_names(tagger, names)
        told = "  ".join(f"{kind} {f1(*v):.1f}" for kind, v in kinds.items())
        print(f"{path.stem}: {told}", flush=True)
        for lean in options.lean:
            engine._ROLE_LEAN = np.array([-lean, 0, 0, 0, 0, 0, 0], np.float32)
            parts = {part: measure_statements(tagger, rows) for part, rows in statements.items()}
            told = "  ".join(f"{part} {f1(*v[:3]):.1f} / {f1(v[0], v[1], v[3]):.1f}" for part, v in parts.items())
            print(f"{path.stem} lean {lean}: {told}", flush=True)


if __name__ == "__main__":
    main()
