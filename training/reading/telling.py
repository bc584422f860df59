"""Train the models that tell which sentences speak of a contact, a handover, a promise or a silence.

    python -m training.reading.telling [--cross] [--strength 0.5] [--out src/homeward/reading/resources/telling.npz]

In: our own texts that are marked for events, single sentences (`lines`), and the marked-up reports for development;
never those kept for the test. Out: telling.npz; with `--cross` only how well sentences of documents that were not
learnt from are told apart.
Leaves to others: running the models (`homeward.reading.telling`).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.reading.marked import WHOLE, Marked, load
from benchmarks.reading.score import document_of, read_report
from scipy.sparse import csr_matrix
from sklearn.metrics import average_precision_score

from homeward.reading import Document, Reading, read
from homeward.reading.telling import (
    BUCKETS,
    KINDS,
    QUESTIONS,
    SIGNS,
    TRAITS,
    Telling,
    features_of,
    pack,
    sentences_of,
)
from training.reading import linear
from training.reading.data import REPORTS, own_document, report_paths, told_paths
from training.reading.lines import Line, lines_of

LANGUAGES = ("en", "ru", "he", "ar")
# What single sentences teach; contacts were told worse with them, by folds of hands, the rest a little better.
_BY_LINES = tuple(kind for kind in KINDS if kind != "contact")
STRENGTH = 0.5  # the inverse of the penalty, chosen by folds of hands
Place = tuple[int, int]


@dataclass(slots=True)
class Row:
    """One sentence: its features, and for each question yes (1), no (0) or not asked (-1)."""

    document: str
    features: np.ndarray
    answers: np.ndarray


def rows_of(code: str, reports: Path = REPORTS) -> list[Row]:
    """Every sentence of the marked texts, reports and lines of a language."""
    found: list[Row] = []
    none = Telling({})  # what earlier models heard is not learnt from
    for path in report_paths(reports, code):
        report = load(path)
        events = [(m.kind, place, traits_of(m)) for m in report.marked for place in m.places(WHOLE)]
        found += _rows(path.stem, document_of(report), events, code, read_report(report, telling=none))
    for path in told_paths(code):
        marked = own_document(path.read_text(encoding="utf-8"))
        told = [(kind, place, None) for kind, place in marked["events"]]
        document = Document(marked["text"], None, None, language=code)
        found += _rows(path.stem, document, told, code, read(document, telling=none), marked["taught"])
    for line in lines_of(code):
        document, reading = line.read(code, none)
        found += _rows(line.name, document, _told_in(line, document), code, reading, _BY_LINES)
    return found


def _told_in(line: Line, document: Document) -> list[tuple[str, Place, frozenset[str] | None]]:
    """Where a line tells of its kinds: in its longest sentence."""
    longest = max((cut.place for cut in sentences_of(document)), key=lambda place: place[1] - place[0])
    return [(kind, longest, None) for kind in sorted(line.kinds)]


def traits_of(mark: Marked) -> frozenset[str] | None:
    """Which traits the line of a marked event gives."""
    values = {value for name in ("kind", "status") for value in mark.fields.get(name, ())}
    if mark.kind == "commitment" and mark.fields.get("refused"):
        values.add("refused")
    return frozenset(values & set(TRAITS))


def _rows(
    name: str,
    document: Document,
    events: list[tuple[str, Place, frozenset[str] | None]],
    code: str,
    reading: Reading,
    taught: Sequence[str] = KINDS,
) -> list[Row]:
    found = []
    asked_of = [event for event in events if event[0] in KINDS and event[0] in taught]
    cut = sentences_of(document, reading.mentions, reading.dates, reading.statements)
    rows, columns = features_of(document.text, cut, code)
    for number, sentence in enumerate(cut):
        answers = np.full(len(QUESTIONS), -1, np.int8)
        answers[: len(KINDS)] = [0 if kind in taught else -1 for kind in KINDS]
        for kind, (start, stop), traits in asked_of:
            if not (start < sentence.place[1] and sentence.place[0] < stop):
                continue
            answers[KINDS.index(kind)] = 1
            if traits is not None:
                asked = TRAITS[:-1] if kind == "contact" else TRAITS[-1:] if kind == "commitment" else ()
                for trait in asked:
                    answers[QUESTIONS.index(trait)] = trait in traits
        found.append(Row(name, columns[rows == number], answers))
    return found


def matrix(rows: Sequence[Row]) -> csr_matrix:
    """(sentences, features) of ones."""
    return linear.matrix([row.features for row in rows], BUCKETS + len(SIGNS))


def fit(rows: Sequence[Row], question: int, strength: float) -> np.ndarray:
    """(features + 1,) weights of one question, its bias last; all of no weight where nothing was to be learnt."""
    asked = [row for row in rows if row.answers[question] >= 0]
    answers = np.array([row.answers[question] for row in asked])
    if len(set(answers.tolist())) < 2:
        return np.append(np.zeros(BUCKETS + len(SIGNS), np.float32), np.float32(-10))
    return linear.fit(matrix(asked), answers, strength)


@dataclass(frozen=True, slots=True)
class Crossed:
    """How a question is answered of documents not learnt from: chances of the sentences asked, and the answers."""

    chances: np.ndarray
    answers: np.ndarray

    @property
    def average_precision(self) -> float:
        """The area under precision by recall."""
        return float(average_precision_score(self.answers, self.chances))

    def at(self, least: float) -> tuple[float, float]:
        """Precision and recall of what has at least a chance."""
        yes = self.chances >= least
        right = int((self.answers[yes] == 1).sum())
        return right / max(1, int(yes.sum())), right / max(1, int((self.answers == 1).sum()))


def cross(rows: list[Row], question: int, strength: float) -> Crossed | None:
    """A question put to each document by models that have learnt from the other folds; None if nothing was asked."""
    answers = np.array([row.answers[question] for row in rows])

    def ask(learnt: np.ndarray, held: np.ndarray) -> np.ndarray:
        weights = fit([rows[at] for at in learnt], question, strength)
        return linear.chances(weights, matrix([rows[at] for at in held]))

    chances = linear.by_folds([row.document for row in rows], ask)
    asked = answers >= 0
    return Crossed(chances[asked], answers[asked]) if (answers == 1).any() else None


def _show(code: str, question: str, crossed: Crossed) -> None:
    told = []
    for least in (0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
        precision, recall = crossed.at(least)
        told.append(f"{least}: {100 * precision:.0f}/{100 * recall:.0f}")
    print(
        f"{code} {question:11} {(crossed.answers == 1).sum():4} of {len(crossed.answers):5}  "
        f"average precision {crossed.average_precision:.3f}  precision/recall at {'  '.join(told)}",
        flush=True,
    )


def main() -> None:
    """Train and save, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("src/homeward/reading/resources/telling.npz"))
    parser.add_argument("--data", type=Path, help="not used: the texts are in this repository")
    parser.add_argument("--strength", type=float, default=STRENGTH, help="the inverse of the penalty")
    parser.add_argument("--cross", action="store_true", help="only measure, by folds of documents")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    options = parser.parse_args()
    started = time.process_time()
    tables = {}
    for code in options.languages.split(","):
        rows = rows_of(code)
        if options.cross:
            for number, question in enumerate(QUESTIONS):
                if (crossed := cross(rows, number, options.strength)) is not None:
                    _show(code, question, crossed)
            continue
        tables[code] = np.stack([fit(rows, number, options.strength) for number in range(len(QUESTIONS))], axis=1)
        print(f"{code}: {len(rows)} sentences", flush=True)
    if tables:
        pack(options.out, tables)
        seconds = time.process_time() - started
        print(f"saved {options.out}: {options.out.stat().st_size / 1e6:.2f} MB, {seconds:.0f} s")


if __name__ == "__main__":
    main()
