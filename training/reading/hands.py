"""How well events are read of hands from whom the models that hear them have not learnt.

    python -m training.reading.hands [--languages ru,he] [--held 0.6] [--least commitment=0.4]

In: the marked-up reports for development, parted by hand (`benchmarks/reading/hands.txt`). Out: precision, recall and
F1 of each kind of event, read with models that learnt from all other hands; `--held` and `--least` try other
thresholds than those in `homeward.reading.events.heard`, which were chosen so.
Leaves to others: the models that are shipped (`training.reading.telling`). The rules have seen all these reports.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import numpy as np
from benchmarks.reading.marked import load
from benchmarks.reading.score import Score, read_report, score

from homeward.reading.events import heard
from homeward.reading.telling import KINDS, QUESTIONS, Telling
from training.reading.data import REPORTS, hands_of
from training.reading.telling import LANGUAGES, STRENGTH, fit, rows_of


def left_out(code: str, hands: Sequence[frozenset[str]]) -> list[Telling]:
    """For each hand the models that have not learnt from it."""
    rows = rows_of(code)
    models = []
    for hand in hands:
        learnt = [row for row in rows if row.document not in hand]
        models.append(Telling({code: np.stack([fit(learnt, n, STRENGTH) for n in range(len(QUESTIONS))], axis=1)}))
    return models


def measure(code: str, hands: Sequence[frozenset[str]], models: Sequence[Telling]) -> Score:
    """All reports of a language, each read with the models that have not learnt from its hand."""
    total = Score()
    for hand, model in zip(hands, models, strict=True):
        for name in sorted(hand):
            report = load(REPORTS / code / f"{name}.txt")
            total.add(score(report, read_report(report, telling=model)))
    return total


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--held", type=float, help="from which chance on a contact that took place is heard")
    parser.add_argument("--least", action="append", default=[], metavar="KIND=CHANCE", help="the same, of a kind")
    options = parser.parse_args()
    for code in options.languages.split(","):
        hands = hands_of(code)
        models = left_out(code, hands)
        if options.held is not None:
            heard.HELD = {**heard.HELD, code: options.held}
        least = {kind: float(chance) for kind, _, chance in (one.partition("=") for one in options.least)}
        heard.LEAST_IN = {**heard.LEAST_IN, code: {**heard.LEAST_IN.get(code, {}), **least}}
        total = measure(code, hands, models)
        for kind in KINDS:
            tally = total.tallies[kind]
            print(
                f"{code} {kind:11} {tally.marked:4} marked, {tally.proposed:4} proposed  "
                f"P {100 * tally.precision:5.1f}  R {100 * tally.recall:5.1f}  F1 {100 * tally.f1:5.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
