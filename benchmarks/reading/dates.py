"""How well `homeward.reading.dates` reads dates, on cases that were set down before its rules, and how fast.

    python -m benchmarks.reading.dates [--kept-only] [--faults]

The cases are sentences with their times marked in them. Half of them (`tests/reading/dates`) are tests, and must all
be read; the other half (`benchmarks/reading/dates_kept`) is kept aside: whoever works on the rules does not look at
it, and `--faults` prints only faults of the first half. Everything in them is invented.

Printed for each language and half: sentences read wholly right; times found with exactly their words, and with words
that overlap; times with their value besides; the same for values that name a day.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.reading.dated import Case, read_cases

from homeward.reading.dates import DateRules, read_dates
from homeward.reading.languages import ARABIC, ENGLISH, HEBREW, RUSSIAN
from homeward.records import PartialDate

ROOT = Path(__file__).parents[2]
HALVES = {"tests": ROOT / "tests" / "reading" / "dates", "kept": Path(__file__).parent / "dates_kept"}
LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN, "he": HEBREW, "ar": ARABIC}
LEAST_SECONDS = 2.0
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass
class Score:
    """Times expected, times found, and how many of these are right."""

    expected: int = 0
    found: int = 0
    right: int = 0

    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent."""
        return 200 * self.right / max(1, self.expected + self.found)


def overlap(one: tuple[str, int, str], two: tuple[str, int, str]) -> bool:
    """Whether two times share a character."""
    return one[1] < two[1] + len(two[0]) and two[1] < one[1] + len(one[0])


def measure(cases: list[Case], rules: DateRules) -> tuple[int, dict[str, Score]]:
    """Sentences wholly right, and the scores by name."""
    whole = 0
    scores = {name: Score() for name in ("words", "overlap", "value", "day")}
    for case in cases:
        found = case.found(rules)
        whole += found == list(case.expected)
        pairs = [(e, f) for e in case.expected for f in found if overlap(e, f)]
        for name, score in scores.items():
            expected = [e for e in case.expected if name != "day" or _DAY.match(e[2])]
            got = [f for f in found if name != "day" or _DAY.match(f[2])]
            score.expected += len(expected)
            score.found += len(got)
            if name == "words":
                score.right += len({e[:2] for e in expected} & {f[:2] for f in got})
            elif name == "overlap":
                score.right += len({e for e, _ in pairs})
            else:
                score.right += len({e for e, f in pairs if e in expected and _plain(e[2]) == _plain(f[2])})
    return whole, scores


def _plain(value: str) -> str:
    return value.partition(" ")[0]


def words_a_second(texts: list[str], rules: DateRules) -> float:
    """On one core; every paragraph by itself, as `homeward.reading.read` reads."""
    day = PartialDate.read("2024-05-31")
    paragraphs = [p for text in texts for p in text.split("\n\n")]
    words, started = 0, time.process_time()
    while time.process_time() - started < LEAST_SECONDS:
        for paragraph in paragraphs:
            read_dates(paragraph, day, rules)
            words += len(paragraph.split())
    return words / (time.process_time() - started)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kept-only", action="store_true", help="leave out the half that is a test, and the speed")
    parser.add_argument("--faults", action="store_true", help="print each case of the first half that is misread")
    arguments = parser.parse_args()
    halves = {"kept": HALVES["kept"]} if arguments.kept_only else HALVES
    print("                 cases  right    words  overlap    value  value: a day   (F1, percent)")
    for half, folder in halves.items():
        for code, language in LANGUAGES.items():
            cases = read_cases(folder / f"{code}.txt")
            whole, scores = measure(cases, language.dates)
            figures = "  ".join(f"{score.f1():7.1f}" for score in scores.values())
            print(f"{half:6} {code}  {len(cases):10} {100 * whole / len(cases):5.1f}%  {figures}")
            if arguments.faults and half == "tests":
                for case in cases:
                    if case.found(language.dates) != list(case.expected):
                        print(f"    {case.line}\n    read: {case.found(language.dates)}")
    if not arguments.kept_only:
        for code, language in LANGUAGES.items():
            examples = sorted((ROOT / "tests" / "reading" / "examples" / code).glob("*.txt"))
            reports = [p.read_text("utf-8").split("\n---\n")[1] for p in examples]
            dense = [case.text for half in HALVES.values() for case in read_cases(half / f"{code}.txt")]
            print(
                f"{code}: {words_a_second(reports, language.dates):,.0f} words a second of reports, "
                f"{words_a_second(dense, language.dates):,.0f} where every sentence has a date"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
