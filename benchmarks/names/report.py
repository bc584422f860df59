"""The page of results, docs/names-results.md, and its figures: measured, or made from what was.

    python -m benchmarks.names.report --folder FOLDER [--data DATA] [--steps quality,pairs,speed,fuzz]
                                      [--queries 1000] [--groups parts,full,places,noise]
                                      [--sizes 10000,100000,1000000] [--big]
    python -m benchmarks.names.report --from FOLDER [--docs docs]

In: the public data, or a folder of JSON files that earlier runs left. Out: a page and SVG files; the same JSON files
give the same bytes. Leaves to others: every measurement (`quality`, `pairs`, `speed`, `fuzz`) and drawing (`plots`).

All steps together take hours. Each writes its file into the folder when it ends, so that one may be measured again by
itself (`--steps speed`); a file that is not there is named on the page as not measured.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from benchmarks.names import plots, postgres

Numbers = dict[str, Any]

STEPS = ("quality", "pairs", "speed", "fuzz")
PAGE = "names-results.md"
OURS = plots.OURS
PLAIN = "Homeward, first engine by rules"
_PEERS = ("anyascii", "duckdb", "nomenklatura", "rapidfuzz", "rigour", "scikit-learn", "splink")
_SHORT = {
    PLAIN: "first engine",
    "rapidfuzz WRatio": "WRatio",
    "rapidfuzz token_sort_ratio": "token sort",
    "rapidfuzz Jaro-Winkler": "Jaro-Winkler",
    "character tf-idf, rapidfuzz": "tf-idf, rapidfuzz",
    "pg_trgm, Latin letters": "pg_trgm, Latin",
    "pg_trgm, as written": "pg_trgm",
    "logic-v2, 100 best of tf-idf": "logic-v2",
}
_DRAWN = ("character tf-idf, rapidfuzz", "logic-v2, 100 best of tf-idf", "pg_trgm, Latin letters", "Splink")
_SIZE_HEADS = (
    "names",
    "built in",
    "memory meanwhile",
    "on disk",
    "opened in",
    "memory, searching",
    "of it not files",
)
_SEARCH_HEADS = ("names", "engine", "median ms", "95th", "99th", "R@1", "R@10", "median to Homeward's", "95th to its")
_OTHER_HEADS = ("names", "first search of a process", "first 20", "asked again", "with a filter")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
# The bars of issue 3.
_PARTS = {
    "arabic": 0.90, "russian": 0.92, "hebrew": 0.91, "japanese": 0.82, "katakana": 0.82, "korean": 0.82,
    "chinese": 0.62,
}  # fmt: skip
_FULL = {"hebrew": 0.97, "korean": 0.85}
_PLACES, _NOISE, _NOISE_WORST, _NOISE_IN_10 = 0.85, 0.95, 0.75, 0.99
_BACKWARDS = 0.05  # what native to English may be below English to native


@dataclass(frozen=True, slots=True)
class Bar:
    """What had to be reached, what was, and whether that is enough; None where it was not measured."""

    what: str
    wanted: str
    reached: str
    enough: bool | None


@dataclass(frozen=True, slots=True)
class Measured:
    """What the steps left in a folder; empty where one was not run."""

    about: Numbers = field(default_factory=dict)
    quality: list[Numbers] = field(default_factory=list)
    kept: list[Numbers] = field(default_factory=list)
    every: list[Numbers] = field(default_factory=list)
    speed: Numbers = field(default_factory=dict)
    fuzz: Numbers = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Measured:
        """Read what is there."""
        files = {
            "about": "about", "quality": "quality", "kept": "pairs-kept", "every": "pairs-all", "speed": "speed",
            "fuzz": "fuzz",
        }  # fmt: skip
        there = {name: folder / f"{file}.json" for name, file in files.items()}
        return cls(**{name: json.loads(path.read_text("utf-8")) for name, path in there.items() if path.exists()})

    def ours(self, group: str) -> list[Numbers]:
        """Homeward's rows of one group."""
        return [row for row in self.quality if row["group"] == group and row["name"] == OURS]

    def size(self, names: int) -> Numbers:
        """Speed at so many names; empty where not measured."""
        return next((row for row in self.speed.get("sizes", []) if row["names"] == names), {})


def main() -> None:
    """Measure if asked to, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--folder", type=Path, help="measure, and leave the JSON files here")
    where.add_argument("--from", type=Path, dest="source", help="make the page from the JSON files in this folder")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--steps", default=",".join(STEPS))
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--groups", default="parts,full,places,noise")
    parser.add_argument("--only", default="", help="questions whose name contains this")
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--strange", type=int, default=10_000, help="strings of the fuzz test")
    parser.add_argument("--big", action="store_true", help="ten million names as well")
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    options = parser.parse_args()
    if options.folder:
        options.folder.mkdir(parents=True, exist_ok=True)
        measure(options)
    measured = Measured.read(options.source or options.folder)
    (options.docs / "pictures").mkdir(parents=True, exist_ok=True)
    drawn = draw(measured, options.docs / "pictures")
    (options.docs / PAGE).write_text(write_page(measured, drawn), encoding="utf-8")
    print(f"{PAGE} and {len(drawn)} figures written")


def measure(options: argparse.Namespace) -> None:
    """Run the steps, one after the other; each prints what it finds."""
    folder: Path = options.folder
    data = ["--data", str(options.data)]
    wished = options.steps.split(",")
    commands: dict[str, list[list[str]]] = {
        "quality": [["quality", *data, "--peers", "--queries", str(options.queries), "--groups", options.groups,
                     "--only", options.only, "--json", str(folder / "quality.json")]],
        "pairs": [["pairs", "--peers", "--half", half, "--json", str(folder / f"pairs-{half}.json")]
                  for half in ("kept", "all")],
        "speed": [["speed", *data, "--peers", "--sizes", options.sizes, "--json", str(folder / "speed.json"),
                   *(["--big"] if options.big else [])]],
        "fuzz": [["fuzz", "--count", str(options.strange), "--json", str(folder / "fuzz.json")]],
    }  # fmt: skip
    (folder / "about.json").write_text(json.dumps(_about(), indent=1) + "\n", encoding="utf-8")
    for step in STEPS:
        for module, *arguments in commands[step] if step in wished else ():
            print(f"\n== {module} {' '.join(arguments)}", flush=True)
            done = subprocess.run([sys.executable, "-m", f"benchmarks.names.{module}", *arguments])
            if done.returncode and step != "fuzz":  # which ends so when it finds something
                raise SystemExit(f"{module} failed; what the other steps left stays")


# the bars -----------------------------------------------------------------------------------------


def bars(measured: Measured) -> list[Bar]:
    """Every bar of issue 3 that is a number, and what was reached."""
    return [*_bars_of_search(measured), *_bars_of_pairs(measured), *_bars_of_speed(measured)]


def _bars_of_search(measured: Measured) -> Iterable[Bar]:
    rows = {(row["group"], row["task"]): _within(row, 1) for row in measured.quality if row["name"] == OURS}
    for language, least in _PARTS.items():
        for way, wanted in (("from English", least), ("to English", least - _BACKWARDS)):
            yield _at_least(f"Parts, {language}, {way}, R@1", wanted, rows.get(("parts", f"{language}, {way}")))
    for language, least in _FULL.items():
        for way in ("from English", "to English"):
            yield _at_least(f"Full names, {language}, {way}, R@1", least, rows.get(("full", f"{language}, {way}")))
    places = [_within(row, 10) for row in measured.ours("places")]
    yield _at_least("Places, the worst of the scripts, R@10", _PLACES, min(places, default=None))
    noise = [_within(row, 1) for row in measured.ours("noise")]
    in_ten = [_within(row, 10) for row in measured.ours("noise")]
    yield _at_least("Latin names written wrongly, all kinds, R@1", _NOISE, _mean(noise))
    yield _at_least("Latin names written wrongly, the worst kind, R@1", _NOISE_WORST, min(noise, default=None))
    yield _at_least("Latin names written wrongly, all kinds, R@10", _NOISE_IN_10, _mean(in_ten))


def _bars_of_pairs(measured: Measured) -> Iterable[Bar]:
    for half, rows in (("kept back", measured.kept), ("all", measured.every)):
        found = next((row for row in rows if row["engine"] == OURS), {})
        different = [share for kind, share in found.get("classes", {}).items() if kind.startswith("different")]
        yield _at_least(f"Labelled pairs, {half}, F1 at .5", 0.92, found.get("f1"))
        yield _at_most(f"Labelled pairs, {half}, calibration error", 0.05, found.get("calibration_error"), ".3f")
        yield _at_least(
            f"Labelled pairs, {half}, worst class of different people", 0.85, min(different, default=None)
        )


def _bars_of_speed(measured: Measured) -> Iterable[Bar]:
    speed, million = measured.speed, measured.size(1_000_000)
    warm = million.get("search", {}).get("warm", {})
    rivals = [one["warm"]["median_ms"] for one in million.get("peers", []) if one["engine"].startswith("pg_trgm")]
    ratio = rivals[0] / warm["median_ms"] if rivals else None
    big = speed.get("big", {}).get("search", {})
    package, compared = speed.get("package", {}), speed.get("compare", {}).get("parts known, pair new", {})
    fuzz = measured.fuzz
    yield _at_most("One search in 1,000,000 names, median, ms", 8, warm.get("median_ms"), ".1f")
    yield _at_most("One search in 1,000,000 names, 95th of 100, ms", 20, warm.get("p95_ms"), ".1f")
    yield _at_least("Times as fast as pg_trgm there, medians", 4, ratio, ".1f")
    yield _at_most("Building 1,000,000 names, s", 150, million.get("build_s"), ".0f")
    peak = big["memory"]["peak_mib"] / 1024 if big else None
    yield _at_most(f"{big.get('names', 10_000_000):,} names searched, memory, GiB", 6, peak, ".1f")
    yield _at_most("Comparing two names, warm, mean, µs", 150, compared.get("mean_us"), ".0f")
    yield _at_most("Package data, MB", 10, package["data_bytes"] / 1e6 if package else None, ".1f")
    yield _at_most("import homeward.names, s", 0.3, package.get("import_s"), ".2f")
    worst = max(fuzz["worst"].values()) if fuzz else None
    yield _at_most("Strange strings that raise", 0, fuzz.get("raised"), ".0f")
    yield _at_most("The slowest strange string, ms", 50, worst, ".0f")


def _at_least(what: str, wanted: float, reached: float | None, number: str = ".3f") -> Bar:
    return _bar(what, "≥", wanted, reached, number, lambda value: value >= wanted - 1e-9)


def _at_most(what: str, wanted: float, reached: float | None, number: str) -> Bar:
    return _bar(what, "≤", wanted, reached, number, lambda value: value <= wanted)


def _bar(
    what: str, sign: str, wanted: float, reached: float | None, number: str, enough: Callable[[float], bool]
) -> Bar:
    if reached is None:
        return Bar(what, f"{sign} {wanted:g}", "not measured", None)
    return Bar(what, f"{sign} {wanted:g}", format(reached, number), enough(reached))


# the page -----------------------------------------------------------------------------------------


def write_page(measured: Measured, drawn: Sequence[str]) -> str:
    """The page in Markdown.

    Args:
        drawn: names of the figures that were made; only these are shown.
    """
    sections = [
        _opening(measured),
        _section("Bars", _bars_table(bars(measured))),
        _section("Parts of names", _quality_table(measured, "parts", 1), "names-parts", drawn),
        _section("Whole names", _quality_table(measured, "full", 1), "names-full", drawn),
        _section("Names of places, by script", _quality_table(measured, "places", 10), "names-places", drawn),
        _section("Latin names, by kind of difference", _quality_table(measured, "noise", 1), "names-noise", drawn),
        _section("Time a name in these runs", _time_table(measured)),
        _section("Labelled pairs", _pairs_text(measured), "names-calibration", drawn),
        _section("Speed and memory", _speed_text(measured), "names-speed", drawn),
        _section("Strange strings", _fuzz_text(measured.fuzz)),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _opening(measured: Measured) -> str:
    about = measured.about
    lines = [
        "# Name engine: results",
        "Written by `python -m benchmarks.names.report`; not edited by hand. What is asked stands in"
        " `benchmarks/names/tasks.py`, how others are used in `benchmarks/names/peers.py`, how the engine works in"
        " [names.md](names.md).",
    ]
    if about:
        lines.append(
            f"Measured on {about['machine']}; Homeward {about['homeward']}, weights {about['weights']}; Python"
            f" {about['python']}, "
            + ", ".join(f"{name} {version}" for name, version in about["versions"].items())
            + ". Every engine has one core for a search."
        )
        if about.get("notes"):  # written into about.json by whoever measures some steps again and not others
            lines.append(" ".join(about["notes"]))
    return "\n\n".join(lines)


def _section(title: str, text: str, figure: str = "", drawn: Sequence[str] = ()) -> str:
    if not text:
        return f"## {title}\n\nNot measured."
    shown = f"\n\n![{title}](pictures/{figure}.svg)" if figure in drawn else ""
    return f"## {title}{shown}\n\n{text}"


def _bars_table(rows: Sequence[Bar]) -> str:
    said = {True: "yes", False: "**no**", None: ""}
    known = [bar for bar in rows if bar.enough is not None]
    text = f"{sum(bool(bar.enough) for bar in known)} of {len(known)} reached."
    table = _table(("", "wanted", "reached", ""), [(b.what, b.wanted, b.reached, said[b.enough]) for b in rows])
    return f"{text}\n\n{table}"


def _quality_table(measured: Measured, group: str, within: int) -> str:
    rows = [row for row in measured.quality if row["group"] == group]
    if not rows:
        return ""
    engines = list(dict.fromkeys(row["name"] for row in rows))
    found = {(row["task"], row["name"]): row for row in rows}
    table = []
    for task in dict.fromkeys(row["task"] for row in rows):
        ours = found[task, OURS]
        cells = [task, f"{ours['gallery']:,}", *(_share(_within(ours, at)) for at in (1, 10))]
        for engine in engines:
            if engine != OURS:
                row = found.get((task, engine))
                cells.append(_share(_within(row, within)) if row else "–")
        table.append(cells)
    most = max(row["queries"] for row in rows if row["name"] == OURS)
    fewer = max((row["queries"] for row in rows if row["name"] != OURS), default=0)
    heads = ["", "among", "Homeward R@1", "R@10", *(_SHORT.get(e, e) for e in engines if e != OURS)]
    others = f" Others: recall at {within} on the first {fewer:,} of the same." if fewer else ""
    return f"Up to {most:,} queries a line.{others} –: not measured.\n\n{_table(heads, table)}"


def _time_table(measured: Measured) -> str:
    times: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    groups = list(dict.fromkeys(row["group"] for row in measured.quality))
    for row in measured.quality:
        times[row["name"]][row["group"]].append(row["query_ms"])
    rows = [
        [engine, *(f"{sum(of[group]) / len(of[group]):,.1f}" if of[group] else "–" for group in groups)]
        for engine, of in times.items()
    ]
    if not rows:
        return ""
    return f"Milliseconds, mean over the questions of each group.\n\n{_table(('', *groups), rows)}"


def _pairs_text(measured: Measured) -> str:
    blocks = []
    for half, rows in (
        ("the half that was kept back when the weights were set", measured.kept),
        ("all pairs", measured.every),
    ):
        if rows:
            ours = rows[0]
            heads = ("", "F1 at .5", "F1 at its best threshold", "precision", "recall", "calibration error")
            keys = ("f1", "best_f1", "precision", "recall", "calibration_error")
            table = _table(heads, [(row["engine"], *(_share(row[key]) for key in keys)) for row in rows])
            blocks.append(f"`pairs.tsv`, {half}: {sum(ours['counts'].values()):,}.\n\n{table}")
    if not blocks:
        return ""
    if measured.kept:
        blocks.append(f"Told right at .5, by class, kept half.\n\n{_class_table(measured.kept)}")
        points = [(f"{told:.3f}", f"{same:.3f}", str(n)) for told, same, n in measured.kept[0]["calibration"]]
        table = _table(("stated, mean", "observed", "pairs"), points)
        blocks.append(f"Stated and observed probability, kept half.\n\n{table}")
    return "\n\n".join(blocks)


def _class_table(rows: Sequence[Numbers]) -> str:
    heads = ["", "pairs", *(_SHORT.get(str(row["engine"]), str(row["engine"])) for row in rows)]
    cells = [
        (kind, str(count), *(_share(row["classes"][kind]) for row in rows))
        for kind, count in rows[0]["counts"].items()
    ]
    return _table(heads, cells)


def _speed_text(measured: Measured) -> str:
    speed = measured.speed
    if not speed:
        return ""
    blocks = []
    if speed.get("clock") == "processor":
        clock = "Times are those that the processes asked were computing, a server's included"
        blocks.append(f"{clock}; the machine had other work.")
    rows, search = [], []
    for row in [*speed["sizes"], *([speed["big"]] if "big" in speed else [])]:
        found = row["search"]
        warm, memory = found["warm"], found["memory"]
        disk = f"{row['disk_bytes'] / 1e6:,.0f} MB" if "disk_bytes" in row else "–"
        peak = row.get("peak_mib") or max((one["peak_mib"] for one in row.get("slices", [])), default=0)
        rows.append((
            f"{row['names']:,}", f"{row['build_s']:,.1f} s", f"{peak:,.0f} MiB" if peak else "–", disk,
            f"{found['open_s']:.2f} s",
            f"{memory['resident_mib']:,.0f} MiB", f"{memory['own_mib']:,.0f} MiB",
        ))  # fmt: skip
        for engine, told in ((OURS, found), *((one["engine"], one) for one in row.get("peers", []))):
            times = told["warm"]
            ratio = "" if engine == OURS else f"{times['median_ms'] / warm['median_ms']:.2g}"
            slow = "" if engine == OURS else f"{times['p95_ms'] / warm['p95_ms']:.2g}"
            search.append((
                f"{row['names']:,}", engine, *(f"{times[f'{key}_ms']:.2f}" for key in ("median", "p95", "p99")),
                _share(told["found_first"]), _share(told["found_in_10"]), ratio, slow,
            ))  # fmt: skip
    blocks.append(_table(_SIZE_HEADS, rows))
    if note := speed.get("big", {}).get("note"):
        blocks.append(note)
    blocks.append(
        "Searches on one core: names with a typo, a dropped middle name, in another order, in another script, in"
        " equal shares; the first 20 of a process are left out.\n\n" + _table(_SEARCH_HEADS, search)
    )
    more = []
    for row in [*speed["sizes"], *([speed["big"]] if "big" in speed else [])]:
        found = row["search"]
        medians = (f"{found[key]['median_ms']:.1f}" for key in ("cold", "again", "filtered"))
        more.append((f"{row['names']:,}", f"{found['first_ms']:,.0f}", *medians))
    blocks.append(f"Milliseconds, medians.\n\n{_table(_OTHER_HEADS, more)}")
    compared = [
        (kind, f"{row['mean_us']:.0f}", f"{row['median_us']:.0f}", f"{row['p95_us']:.0f}")
        for kind, row in speed["compare"].items()
    ]
    blocks.append(f"One comparison, microseconds.\n\n{_table(('', 'mean', 'median', '95th'), compared)}")
    package = speed["package"]
    rest = package.get("import_rest_s")
    blocks.append(
        f"`import homeward.names` takes {package['import_s']:.2f} s, the first comparison"
        f" {package['first_comparison_s']:.2f} s more"
        + (f", the index, the records and the running text {rest:.2f} s more" if rest else "")
        + f". Package data: {package['data_bytes'] / 1e6:.2f} MB."
    )
    return "\n\n".join(blocks)


def _fuzz_text(fuzz: Numbers) -> str:
    if not fuzz:
        return ""
    table = _table(("", "slowest, ms"), [(name, f"{ms:.1f}") for name, ms in fuzz["worst"].items()])
    late = f"{fuzz['late']} calls took over {fuzz['slow_ms']:g} ms"
    found = f"{fuzz['found']:,} of the {fuzz['findable']:,}"
    return (
        f"{fuzz['count']:,} strings (empty, emoji, control characters, mixed scripts, 10,000 characters, lone"
        f" marks, surrogates and more): {fuzz['raised']} raised, {late}."
        f" In an index of all of them {found} that have a part were found again."
        f"\n\n{table}"
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _within(row: Numbers, k: int) -> float:
    """Recall at k; JSON makes the keys text."""
    found: float = row["found_within"][str(k)]
    return found


def _share(value: float) -> str:
    return f"{value:.3f}".removeprefix("0") if value < 1 else "1.000"


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


# figures ------------------------------------------------------------------------------------------


def draw(measured: Measured, folder: Path) -> list[str]:
    """Draw what was measured; the names of the figures made."""
    made = []
    for group, within, peers, title in (
        ("parts", 1, _DRAWN, "Parts of names: recall at 1"),
        ("full", 1, _DRAWN, "Whole names: recall at 1"),
        ("places", 10, _DRAWN[:1], "Names of places: recall at 10"),
        ("noise", 1, _DRAWN[:3], "Latin names written wrongly: recall at 1"),
    ):
        made.append(_draw_bars(measured, folder / f"names-{group}.svg", group, within, peers, title))
    if measured.kept:
        points = [(told, same, int(n)) for told, same, n in measured.kept[0]["calibration"]]
        histogram = [0] * 10
        for told, _, count in points:
            histogram[min(9, int(told * 10))] += count
        made.append(plots.calibration(folder / "names-calibration.svg", points, histogram))
    if measured.speed.get("sizes"):
        panels = _speed_panels(measured.speed)
        made.append(plots.lines(folder / "names-speed.svg", "Searching and building, by size", "names", panels))
    return [path.stem for path in made if path]


def _draw_bars(
    measured: Measured, path: Path, group: str, within: int, peers: Sequence[str], title: str
) -> Path | None:
    rows = [row for row in measured.quality if row["group"] == group]
    tasks = list(dict.fromkeys(row["task"] for row in rows))
    if not tasks:
        return None
    found = {(row["task"], row["name"]): _within(row, within) for row in rows}
    engines = [OURS, *(peer for peer in peers if any(row["name"] == peer for row in rows))]
    series = {_SHORT.get(engine, engine): [found.get((task, engine)) for task in tasks] for engine in engines}
    return plots.bars(path, title, tasks, series)


def _speed_panels(speed: Numbers) -> dict[str, dict[str, list[plots.Point]]]:
    """What is drawn over the number of names: time of a search, of building, memory."""
    times: dict[str, list[plots.Point]] = defaultdict(list)
    built: dict[str, list[plots.Point]] = defaultdict(list)
    memory: dict[str, list[plots.Point]] = defaultdict(list)
    for row in [*speed["sizes"], *([speed["big"]] if "big" in speed else [])]:
        names = float(row["names"])
        times[OURS].append((names, row["search"]["warm"]["median_ms"]))
        built[OURS].append((names, row["build_s"]))
        memory[OURS].append((names, row["search"]["memory"]["resident_mib"]))
        for peer in row.get("peers", []):
            name = _SHORT.get(peer["engine"], peer["engine"])
            times[name].append((names, peer["warm"]["median_ms"]))
            built[name].append((names, max(peer["build_s"], 1e-3)))
    return {
        "milliseconds a search, median": dict(times),
        "seconds to make ready": dict(built),
        "memory after searching, MiB": dict(memory),
    }


# what was measured with ---------------------------------------------------------------------------


def _about() -> Numbers:
    """The machine in general words, and versions; no names of hosts and no paths."""
    from homeward.names.encoder import encoder

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)
    said = _NUMBERS[cores] if cores < len(_NUMBERS) else str(cores)
    memory = ""
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = f" and {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB of memory"
    versions = {"numpy": metadata.version("numpy")}
    for name in _PEERS:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    programs = postgres.find_programs()
    if programs:
        told = subprocess.run(
            [programs / "postgres", "--version"], capture_output=True, text=True, check=False
        ).stdout
        versions["PostgreSQL"] = next((word for word in told.split() if word[:1].isdigit()), "unknown")
    import homeward

    return {
        "machine": f"{said} shared {'core' if cores == 1 else 'cores'}{memory}",
        "python": platform.python_version(),
        "homeward": homeward.__version__,
        "weights": encoder().stamp,
        "versions": versions,
    }


if __name__ == "__main__":
    main()
