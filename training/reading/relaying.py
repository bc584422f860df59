"""Train the judge of relays: from the marked-up reports to its weights in the package.

    python -m training.reading.relaying [--out FILE] [--cross]

In: the English marked-up reports for development; never those kept for the test. What is learnt rests on their marks
and their words; what the rules say of relays is no feature. Out: relaying.npz. Leaves to others: features
(`homeward.reading.relaying`).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.reading.marked import STATEMENT, Marked, MarkedReport, load
from benchmarks.reading.score import same_name
from scipy.sparse import csr_matrix
from sklearn.metrics import average_precision_score

from homeward.reading.document import Document
from homeward.reading.propose import sentences_seen
from homeward.reading.relaying import BUCKETS, Said, SeenLike, candidates
from training.reading import linear
from training.reading.data import REPORTS


@dataclass(frozen=True, slots=True)
class Row:
    """A medium near a statement of a report, and whether it relayed the statement."""

    document: str
    statement: int
    name: str
    features: tuple[int, ...]
    relayed: bool


def rows_of(path: Path) -> list[Row]:
    """The rows of one report."""
    report = load(path)
    seen = sentences_seen(Document(report.text, report.published, report.publisher, language="en"))
    marked = [mark for mark in report.of(STATEMENT) if mark.places("content") and mark.chains]
    found = []
    for number, mark in enumerate(marked):
        if any(_holds(other, mark) for other in marked if other is not mark):
            continue
        said = _said(report, mark, seen)
        links = [link for chain in mark.chains for link in chain[1:-1]]
        for candidate in candidates(seen, said):
            name = candidate.actor.name
            if report.publisher is not None and same_name((report.publisher,), name):
                continue
            relayed = any(same_name(link.names, name) or _is_part(name, link.names) for link in links)
            found.append(Row(path.stem, number, name.lower(), candidate.features, relayed))
    return found


def _is_part(name: str, names: tuple[str, ...]) -> bool:
    """Whether a name is a link's shortened or lengthened: "Corvel" of "the Corvel agency"."""
    own = set(name.lower().split()) - {"the"}
    return any(own <= (full := set(one.lower().split())) or full <= own for one in names if own)


def _said(report: MarkedReport, mark: Marked, seen: Sequence[SeenLike]) -> Said:
    contents = tuple(mark.places("content"))
    cue = next(iter(mark.places("cue")), (contents[0][0], contents[0][0]))
    source = next(iter(mark.places("source")), None)
    speakers = [
        actor
        for sentence in seen
        for actor in sentence.analysis.actors
        if source is not None and actor.place[0] < source[1] and source[0] < actor.place[1]
    ]
    names = {actor.name.lower() for actor in speakers} | {name.lower() for name in mark.fields.get("speaker", ())}
    return Said(contents, cue, source, frozenset(names), str(speakers[0].kind) if speakers else "none")


def _holds(outer: Marked, inner: Marked) -> bool:
    start, stop = inner.places("content")[0]
    return any(a <= start and stop <= b for a, b in outer.places("content"))


def fit(rows: Sequence[Row], strength: float) -> np.ndarray:
    """(BUCKETS + 1,) weights of a logistic regression, the last of them what is added to each."""
    return linear.fit(_matrix(rows), np.array([row.relayed for row in rows]), strength)


def chances_of(weights: np.ndarray, rows: Sequence[Row]) -> np.ndarray:
    """(rows,) chances."""
    return linear.chances(weights, _matrix(rows))


def _matrix(rows: Sequence[Row]) -> csr_matrix:
    return linear.matrix([row.features for row in rows], BUCKETS)


def cross(rows: list[Row], strength: float) -> None:
    """Print how well relays are told by models that have not seen their documents."""

    def ask(learnt: np.ndarray, held: np.ndarray) -> np.ndarray:
        return chances_of(fit([rows[at] for at in learnt], strength), [rows[at] for at in held])

    chances = linear.by_folds([row.document for row in rows], ask)
    best: dict[tuple[str, int, str], tuple[float, bool]] = {}
    for row, chance in zip(rows, chances, strict=True):
        key = (row.document, row.statement, row.name)
        before = best.get(key, (0.0, False))
        best[key] = max(before[0], float(chance)), before[1] or row.relayed
    told, right = np.array([c for c, _ in best.values()]), np.array([r for _, r in best.values()])
    print(f"{len(told)} names beside statements, {right.sum()} relays; "
          f"average precision {average_precision_score(right, told):.3f}")  # fmt: skip
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        yes = told >= least
        print(f"at {least}: precision {right[yes].mean():.3f}, recall {right[yes].sum() / right.sum():.3f}")


def main() -> None:
    """Train and save, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("src/homeward/reading/resources/relaying.npz"))
    parser.add_argument("--data", type=Path, help="not used: the reports are in this repository")
    parser.add_argument("--strength", type=float, default=0.3, help="the inverse of the penalty")
    parser.add_argument("--cross", action="store_true", help="only measure, by folds of documents")
    options = parser.parse_args()
    started = time.process_time()
    rows = [row for path in sorted((REPORTS / "en").glob("*.txt")) for row in rows_of(path)]
    if options.cross:
        cross(rows, options.strength)
        return
    np.savez_compressed(options.out, weights=fit(rows, options.strength).astype(np.float16))
    size = options.out.stat().st_size / 1e3
    print(f"{len(rows)} rows; saved {options.out}: {size:.0f} kB, {time.process_time() - started:.0f} s")


if __name__ == "__main__":
    main()
