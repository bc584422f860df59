"""How fast the whole reading goes, what sought people cost, how much memory it takes, and whether it stays linear.

    python -m benchmarks.reading.speed [--lang en,ru] [--repeats 3] [--only speed,memory,documents,length]

In: the development reports, `reports/dev`, and people whom this file invents. Out: a table for each language.
Leaves to others: whether what is read is right (`score`), finding names as such (`benchmarks.names.spotting`).

Every figure comes from a process of its own, so that nothing read before is remembered: the engine is loaded, one
report is read to warm it, then each report once, as given (the average English one has 180 words). Time is that of
the process on one core; beside it stands the wall's. Of several repeats the quickest counts: others only disturb.

- words a second: with the sought people of each report, as `score` reads them (a spotter made for each), then with
  one spotter of 0, 8, 100 and 1,000 invented people for all reports, as a case file has it.
- memory: the peak of a process that reads all reports and a long one, beside 1,000 people.
- documents: seconds for the reports once, twice, four times, each time with other names and figures in them.
- length: seconds for one document made of 10, 20 and 40 reports joined.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

REPORTS = Path(__file__).parent / "reports" / "dev"
LANGUAGES = ("en", "ru", "he", "ar")
COUNTS = (0, 8, 100, 1000)
STEPS = ("speed", "memory", "documents", "length")

# --- invented people ------------------------------------------------------------------------------------------------

_GIVEN = {
    "Latn": "Dana Oskar Ilan Marta Ines Tomas Lea Omar Hanna Pavel Rita Samuel Nadia Victor Clara Daniel Maria Ali",
    "Cyrl": "Дана Оскар Илья Марта Инна Томас Лея Олег Анна Павел Рита Самуил Надежда Виктор Клара Данил Мария Иван",
    "Hebr": "דנה אוסקר אילן מרתה איריס תומר לאה עומר חנה יואב רות שמואל נדיה אורי נועה דניאל מרים עלי",
    "Arab": "دانا حسن إلهام مرتضى إيناس تميم ليلى عمر هناء باسل رنا سامي نادية فيصل كريمة دانيال مريم علي",
}
_SYLLABLES = {
    "Latn": ("Mi Ve Tes Qui Var Lo Har Bre So Kel Du Ran", "re no sa lo vi mar te ku", "ll nn sk rt va dis mov lan"),
    "Cyrl": (
        "Ми Ве Тес Кви Вар Ло Хар Бре Со Кел Ду Ран",
        "ре но са ло ви мар те ку",
        "лль нн ский рт ва дис мов лан",
    ),
    "Hebr": ("מי ון טס קו ור לו הר בר סו כל דו רן", "רי נו סא לו וי מר טי קו", "ל ן סק רט וה דיס מוב לן"),
    "Arab": ("مي ون طس قو ور لو هر بر سو كل دو رن", "ري نو سا لو وي مر تي كو", "ل ن سك رت وة ديس موف لان"),
}


def invent_people(count: int, seed: int = 1) -> list[tuple[str, list[str]]]:
    """People with one or two forms of their names, in four scripts by turns; only the given names are usual ones."""
    chance = random.Random(seed)
    scripts = tuple(_GIVEN)

    def name(script: str) -> str:
        begins, middles, ends = (part.split() for part in _SYLLABLES[script])
        middle = "".join(chance.choice(middles) for _ in range(chance.choice((1, 1, 2))))
        return f"{chance.choice(_GIVEN[script].split())} {chance.choice(begins)}{middle}{chance.choice(ends)}"

    people = []
    for number in range(count):
        script = scripts[number % len(scripts)]
        people.append((f"p{number}", [name(script)] + ([name("Latn")] if script != "Latn" else [])))
    return people


# --- reading --------------------------------------------------------------------------------------------------------


def _reports(language: str) -> list[object]:
    from benchmarks.reading.marked import load

    return [load(path) for path in sorted((REPORTS / language).glob("*.txt"))]


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    wall, process = time.perf_counter(), time.process_time()
    act()
    return time.process_time() - process, time.perf_counter() - wall


def _read_all(reports: Iterable[object], count: int | None) -> Callable[[], None]:
    """A call that reads the reports with so many invented people, or with each one's own."""
    from benchmarks.reading.score import document_of, read_report

    from homeward.names import Spotter
    from homeward.reading import read

    spotter = Spotter(invent_people(count)) if count else None

    def act() -> None:
        for report in reports:
            if count is None:
                read_report(report)
            else:
                read(document_of(report), sought=spotter, groups=report.groups, sought_count=report.count or 8)

    return act


def _once_more(reports: Sequence[object], number: int) -> list[object]:
    """The reports with other figures and other names, so that nothing of them is known from before."""
    from dataclasses import replace

    if number == 0:
        return list(reports)
    chance = random.Random(number)
    digits = str.maketrans("0123456789", "0" + "".join(chance.sample("123456789", 9)))
    changed = []
    for report in reports:
        words = report.text.translate(digits).split(" ")
        for at, word in enumerate(words):
            if word[:1].isupper() and word.isalpha() and len(word) > 6 and at and words[at - 1][-1:].isalpha():
                words[at] = word[:-2] + chance.choice("aeiou") + chance.choice("lmnr")
        changed.append(replace(report, text=" ".join(words)))
    return changed


def _words(reports: Iterable[object]) -> int:
    return sum(len(report.text.split()) for report in reports)


def _joined(reports: Sequence[object], many: int) -> object:
    from dataclasses import replace

    return replace(reports[0], text="\n\n".join(r.text for r in (list(reports) * (1 + many // len(reports)))[:many]))


def _peak_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


# --- one process each -----------------------------------------------------------------------------------------------


def _measure(step: str, language: str, number: str) -> dict[str, float]:
    reports = _reports(language)
    _read_all(reports[:1], None)()
    if step == "speed":
        act = _read_all(reports, None if number == "own" else int(number))
        process, wall = _timed(act)
        return {"words": _words(reports), "process": process, "wall": wall}
    if step == "memory":
        idle = _peak_mib()
        long = _joined(reports, 40)
        _read_all([*reports, long], 1000)()
        return {"idle": idle, "peak": _peak_mib(), "longest": _words([long])}
    if step == "documents":
        sets = [_once_more(reports, k) for k in range(7)]
        many = int(number)
        first = 0 if many == 1 else 1 if many == 2 else 3
        process, wall = _timed(_read_all([r for one in sets[first : first + many] for r in one], 8))
        return {"documents": many * len(reports), "process": process, "wall": wall}
    one = _joined(reports, int(number))
    process, wall = _timed(_read_all([one], 8))
    return {"words": _words([one]), "process": process, "wall": wall}


def _in_child(step: str, language: str, number: str) -> dict[str, float]:
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.reading.speed", "--child", step, language, number],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _best(step: str, language: str, numbers: Sequence[str], repeats: int) -> dict[str, dict[str, float]]:
    """The quickest of several rounds for each; a round goes through all, so that a busy minute disturbs all alike."""
    best: dict[str, dict[str, float]] = {}
    for _ in range(repeats):
        for number in numbers:
            found = _in_child(step, language, number)
            if number not in best or found["process"] < best[number]["process"]:
                best[number] = found
    return best


def show(language: str, steps: Sequence[str], repeats: int) -> None:
    """Measure and print one language."""
    print(f"{language}:")
    if "speed" in steps:
        found = _best("speed", language, ["own", *map(str, COUNTS)], repeats)
        for number, one in found.items():
            people = "each report's own people" if number == "own" else f"{int(number):,} invented people"
            more = one["process"] / found["0"]["process"] - 1
            extra = f"   {more:+.0%} beside none" if number not in ("own", "0") else ""
            print(
                f"  {people:<26}{one['words'] / one['process']:>8,.0f} words a second of process time,"
                f"{one['words'] / one['wall']:>8,.0f} by the wall{extra}"
            )
    if "memory" in steps:
        one = _in_child("memory", language, "1000")
        print(
            f"  peak memory {one['peak']:,.0f} MiB with 1,000 people and a document of {one['longest']:,.0f} words;"
            f" {one['idle']:,.0f} MiB when one report has been read"
        )
    if "documents" in steps:
        found = _best("documents", language, ["1", "2", "4"], repeats)
        each = [1000 * one["process"] / one["documents"] for one in found.values()]
        many = ", ".join(f"{one['documents']:,.0f}" for one in found.values())
        told = ", ".join(f"{ms:.1f}" for ms in each)
        print(f"  {many} documents: {told} ms each; the most are {each[-1] / each[0]:.2f} times the fewest")
    if "length" in steps:
        found = _best("length", language, ["10", "20", "40"], repeats)
        each = [1000 * one["process"] / one["words"] for one in found.values()]
        many = ", ".join(f"{one['words']:,.0f}" for one in found.values())
        told = ", ".join(f"{ms:.3f}" for ms in each)
        print(
            f"  one document of {many} words: {told} ms a word;"
            f" the longest {each[-1] / each[0]:.2f} times the shortest"
        )


def main() -> None:
    """Measure the languages asked for, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", default=",".join(LANGUAGES), help="languages, parted by commas")
    parser.add_argument("--only", default=",".join(STEPS), help=f"of {', '.join(STEPS)}, parted by commas")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--child", nargs=3, metavar=("STEP", "LANGUAGE", "NUMBER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_measure(*options.child)))
        return
    steps = options.only.split(",")
    if unknown := set(steps) - set(STEPS):
        parser.error(f"no step is called {', '.join(sorted(unknown))}")
    for language in options.lang.split(","):
        show(language, steps, options.repeats)


if __name__ == "__main__":
    main()
