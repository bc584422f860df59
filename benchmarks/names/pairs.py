"""Are two names one person's? Homeward and others on our own labelled pairs, `pairs.tsv`.

    python -m benchmarks.names.pairs [--half kept|tuned|all] [--peers] [--wrong 40] [--json FILE]

In: pairs.tsv. Out: precision, recall and F1 at probability .5, the error of calibration, and how many of each class
are told right. Half of the pairs, by a hash of the two names, was looked at when the weights were set ("tuned"), half
was not ("kept").
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.names import peers
from benchmarks.names.homeward import PAIRS, PLAIN_PAIRS

FILE = Path(__file__).parent / "pairs.tsv"
BINS = 10


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """One line of pairs.tsv."""

    same: bool
    sure: str
    kind: str
    languages: str
    left: str
    right: str
    why: str

    @property
    def kept(self) -> bool:
        """Whether the pair was kept back when the weights were set."""
        return zlib.crc32(f"{self.left}\t{self.right}".encode()) % 2 == 0


def read_pairs(half: str = "all") -> list[LabelledPair]:
    """The labelled pairs; of one half if it says so."""
    lines = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    pairs = [LabelledPair(row[0] == "yes", *row[1:7]) for row in lines if row[0] in ("yes", "no")]
    return [p for p in pairs if half == "all" or p.kept == (half == "kept")]


def calibration_error(told: Sequence[float], same: Sequence[bool]) -> tuple[float, list[tuple[float, float, int]]]:
    """Expected calibration error over ten bins of equal width, and the bins: mean told, share same, count."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for value, truth in zip(told, same, strict=True):
        bins[min(BINS - 1, int(value * BINS))].append((value, truth))
    points = [
        (sum(v for v, _ in rows) / len(rows), sum(t for _, t in rows) / len(rows), len(rows))
        for _, rows in sorted(bins.items())
    ]
    return sum(abs(mean - share) * count for mean, share, count in points) / len(told), points


def measure(name: str, score: Callable[[str, str], float], pairs: Sequence[LabelledPair]) -> dict[str, Any]:
    """Print the figures of one engine and return them."""
    told = [score(p.left, p.right) for p in pairs]
    same = [p.same for p in pairs]
    hits = sum(v >= 0.5 and t for v, t in zip(told, same, strict=True))
    said = sum(v >= 0.5 for v in told)
    precision, recall = hits / max(1, said), hits / max(1, sum(same))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    best = max(_f1_at(told, same, at / 100) for at in range(1, 100))
    error, points = calibration_error(told, same)
    print(
        f"{name:34} F1 {f1:.3f} (best threshold {best:.3f})  precision {precision:.3f}  recall {recall:.3f}"
        f"  calibration error {error:.3f}"
    )
    right: Counter[tuple[bool, str]] = Counter()
    count: Counter[tuple[bool, str]] = Counter()
    for pair, value in zip(pairs, told, strict=True):
        count[pair.same, pair.kind] += 1
        right[pair.same, pair.kind] += (value >= 0.5) == pair.same
    classes = {
        f"{'same' if s else 'different'}: {kind}": right[s, kind] / n for (s, kind), n in sorted(count.items())
    }
    return {
        "engine": name,
        "f1": f1,
        "best_f1": best,
        "precision": precision,
        "recall": recall,
        "calibration_error": error,
        "calibration": points,
        "classes": classes,
        "counts": {f"{'same' if s else 'different'}: {kind}": n for (s, kind), n in sorted(count.items())},
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("kept", "tuned", "all"), default="kept")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument(
        "--wrong", type=int, default=0, help="show so many pairs that are told wrong; refused for the kept half"
    )
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    pairs = read_pairs(options.half)
    print(f"{len(pairs)} pairs ({options.half}), {sum(p.same for p in pairs)} of one person")
    score = PAIRS.make()
    rows = [measure(PAIRS.name, score, pairs)]
    for kind, share in rows[0]["classes"].items():
        print(f"    {kind:34} {share:.3f}  of {rows[0]['counts'][kind]}")
    if options.peers:
        rows.append(measure(PLAIN_PAIRS.name, PLAIN_PAIRS.make(), pairs))
        rows += [measure(name, other, pairs) for name, other in peers.pair_scorers().items()]
    if options.wrong and options.half == "tuned":
        wrong = [(p, v) for p in pairs if ((v := score(p.left, p.right)) >= 0.5) != p.same]
        for pair, value in sorted(wrong, key=lambda row: row[0].kind)[: options.wrong]:
            print(
                f"    {value:.2f} {'same' if pair.same else 'different'} {pair.kind}:"
                f" {pair.left} | {pair.right} ({pair.why})"
            )
    if options.json:
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _f1_at(told: Sequence[float], same: Sequence[bool], at: float) -> float:
    hits = sum(v >= at and t for v, t in zip(told, same, strict=True))
    return 2 * hits / max(1, sum(v >= at for v in told) + sum(same))


if __name__ == "__main__":
    main()
