"""How fast and how large: building, opening and searching indexes of names, comparing two names, importing.

    python -m benchmarks.names.speed [--data DATA] [--sizes 10000,100000,1000000] [--queries 300] [--mixed]
                                     [--peers] [--folder FOLDER] [--big] [--big-size 10000000]
                                     [--clock wall|processor] [--json FILE]

In: the public data. Out: lines of numbers, and all of them as JSON. Leaves to others: who finds what (`quality`), the
page of results (`report`).

Every step runs in a process of its own, so that its memory is its own. Searches and comparisons have one core and one
thread, the peers too; building has what the machine has. Times are those on the wall, or with `--clock processor`
those that the processes were computing. `--big` adds ten million names, a million at a time, which
takes half an hour; with `--folder` it may be stopped and goes on where it was.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.names.tasks import NOISE, latin_gallery, read_rows

Numbers = dict[str, Any]

SLICE = 1_000_000  # names that are built or added at once for the big index
REFERENCE_MOST = 100_000  # names up to which the engines are asked that look at every one
_COLD = 20  # searches counted apart: the first of a process, which load and learn
_REFERENCE_QUERIES = 50
_PAIRS = 2000
_SEED = 2026
_KINDS = ("one typo", "dropped middle", "order", "other script")
_PEERS = ("pg_trgm, Latin letters",)
_REFERENCES = ("Homeward, first engine by rules", "rapidfuzz WRatio", "character tf-idf, rapidfuzz")
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL", "NUMEXPR", "VECLIB_MAXIMUM")}
_MIB = 1 << 20
_CODE = (".py", ".pyc", ".pyi", ".c", ".so", ".pyd")
_CLOCK_HELP = "processor: seconds that the processes asked were computing, for a machine that has other work"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--mixed", action="store_true", help="half of the gallery in Hebrew and Korean letters")
    parser.add_argument("--peers", action="store_true", help="pg_trgm over the same names, others up to 100,000")
    parser.add_argument("--folder", type=Path, help="where indexes are made; by default a temporary folder")
    parser.add_argument("--big", action="store_true", help="ten million names as well")
    parser.add_argument("--big-size", type=int, default=10 * SLICE)
    parser.add_argument("--clock", choices=("wall", "processor"), default="wall", help=_CLOCK_HELP)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--step", help=argparse.SUPPRESS)  # this process is one of the steps
    options = parser.parse_args()
    if options.step:
        print(json.dumps(_STEPS[options.step](json.loads(sys.stdin.read()))))
        return
    result: Numbers = {"mixed": options.mixed, "cores": _cores(), "clock": options.clock, "sizes": []}
    result["package"] = measure_package(options.clock)
    result["compare"] = measure_pairs(options.data, options.clock)
    with contextlib.ExitStack() as held:
        folder = options.folder or Path(held.enter_context(tempfile.TemporaryDirectory(prefix="names-speed-")))
        folder.mkdir(parents=True, exist_ok=True)
        for size in (int(text) for text in options.sizes.split(",") if text):
            result["sizes"].append(measure_size(options, folder, size))
            _keep(options.json, result)
        if options.big:
            result["big"] = measure_big(options, folder)
    _keep(options.json, result)


# what is measured ---------------------------------------------------------------------------------


def measure_package(clock: str = "wall") -> Numbers:
    """Time to import and to the first comparison in fresh processes (median of 5), and what the package weighs.

    The modules are compiled, as they are once a package was installed: one more process, not counted, sees to that.
    """
    code = (
        f"import time; now = time.{_clock_name(clock)}; a = now(); import homeward.names as n; b = now(); "
        "n.compare('Anna Weiss', 'Hanna Weiß'); c = now(); n.Index, n.Spotter, n.compare_people; "
        "print(b - a, c - b, now() - c)"
    )
    told = []
    with tempfile.TemporaryDirectory(prefix="names-speed-") as compiled:
        settings = {**os.environ, **ONE_THREAD, "PYTHONPYCACHEPREFIX": compiled}
        settings.pop("PYTHONDONTWRITEBYTECODE", None)
        for _ in range(6):
            done = subprocess.run(
                [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=settings
            )
            told.append([float(number) for number in done.stdout.split()])
    imported, compared, rest = (_percentile(times, 50) for times in zip(*told[1:], strict=True))
    files = {name: size for name, size in sorted(_data_files()) if size}
    made: Numbers = {
        "import_s": imported,
        "first_comparison_s": compared,
        "import_rest_s": rest,
        "data_bytes": sum(files.values()),
        "files": files,
    }
    print(
        f"import homeward.names {made['import_s']:.3f} s, first comparison {made['first_comparison_s']:.3f} s more, "
        f"index, records and running text {made['import_rest_s']:.3f} s more; "
        f"package data {made['data_bytes'] / 1e6:.2f} MB in {len(files)} files",
        flush=True,
    )
    return made


def measure_pairs(data: Path, clock: str = "wall") -> Numbers:
    """Microseconds for comparing two names, by how much of them was met before."""
    made = _run("pairs", {"data": str(data / "names"), "clock": clock}, one_core=True)
    print("one comparison:", ", ".join(f"{kind} {row['median_us']:.0f} µs" for kind, row in made.items()), flush=True)
    return made


def measure_size(options: argparse.Namespace, folder: Path, size: int) -> Numbers:
    """Build, save, open and search an index of so many names; the peers over the same names, if wished."""
    place = folder / f"{'mixed' if options.mixed else 'latin'}-{size}"
    given = _given(options, place, size)
    print(f"\n{size:,} names", flush=True)
    _run("gallery", given)
    built = _run("build", given)
    print(
        f"built in {built['build_s']:.1f} s, {size / built['build_s']:,.0f} names/s, at most"
        f" {built['peak_mib']:,.0f} MiB; saved in {built['save_s']:.2f} s, {built['disk_bytes'] / 1e6:,.1f} MB",
        flush=True,
    )
    row: Numbers = {"names": size, **built, "search": _run("search", given, one_core=True), "peers": []}
    _print_search(f"Homeward, {row['search']['engine']}", row["search"])
    if options.peers:
        for name in (*_PEERS, *(_REFERENCES if size <= REFERENCE_MOST else ())):
            told = _run("peer", {**given, "peer": name}, one_core=True)
            if told:
                row["peers"].append({"engine": name, **told})
                _print_search(name, told)
                ours, theirs = row["search"]["warm"], told["warm"]
                print(
                    f"    Homeward is {theirs['median_ms'] / ours['median_ms']:.2f} times as fast in the median, "
                    f"{theirs['p95_ms'] / ours['p95_ms']:.2f} times in the 95th of 100",
                    flush=True,
                )
    return row


def measure_big(options: argparse.Namespace, folder: Path) -> Numbers:
    """Build a million names, add the rest a million at a time, search; goes on with an index found in the folder."""
    total, place = options.big_size, folder / "big"
    given = _given(options, place, min(SLICE, total))
    print(f"\n{total:,} names, {given['size']:,} at a time", flush=True)
    slices: list[Numbers] = []
    for number, start in enumerate(range(0, total, given["size"])):
        slice_given = {**given, "start": start, "size": min(given["size"], total - start), "seed": _SEED + number}
        slice_given["place"] = str(place / "slice")
        if _run("count", given)["names"] <= start:
            _run("gallery", slice_given)
            if number == 0:
                (place / "queries.json").write_bytes((place / "slice" / "queries.json").read_bytes())
            grown = _run("grow", {**slice_given, "index": str(place / "index")})
            print(
                f"{grown['names']:,} names after {grown['seconds']:.0f} s, {grown['peak_mib']:,.0f} MiB", flush=True
            )
            slices.append(grown)
    searched = _run("search", given, one_core=True)
    _print_search(f"Homeward, {searched['engine']}", searched)
    seconds = sum(one["seconds"] for one in slices)
    return {"names": searched["names"], "build_s": seconds, "slices": slices, "search": searched}


def _given(options: argparse.Namespace, place: Path, size: int) -> Numbers:
    place.mkdir(parents=True, exist_ok=True)
    return {
        "data": str(options.data / "names"),
        "place": str(place),
        "size": size,
        "start": 0,
        "seed": _SEED,
        "mixed": options.mixed,
        "queries": options.queries + _COLD,
        "clock": options.clock,
    }


def _print_search(engine: str, told: Numbers) -> None:
    warm = told["warm"]
    line = (
        f"{engine:34} median {warm['median_ms']:.2f} ms, 95th {warm['p95_ms']:.2f}, 99th {warm['p99_ms']:.2f};"
        f" R@1 {told['found_first']:.3f}  R@10 {told['found_in_10']:.3f}"
    )
    if "cold" in told:
        line += (
            f"\n    opened in {told['open_s']:.3f} s, first search {told['first_ms']:.0f} ms, median of the first"
            f" {_COLD} {told['cold']['median_ms']:.1f} ms; asked again {told['again']['median_ms']:.2f} ms; filtered"
            f" {told['filtered']['median_ms']:.2f} ms; memory {told['memory']['resident_mib']:,.0f} MiB, of it"
            f" {told['memory']['own_mib']:,.0f} not files"
        )
    elif "build_s" in told:
        line += f"; made ready in {told['build_s']:.1f} s"
    print(line, flush=True)


# one step a process -------------------------------------------------------------------------------


def _run(step: str, given: Numbers, *, one_core: bool = False) -> Numbers:
    """Run a step in a fresh process and return what it tells; what it says meanwhile goes to the terminal."""
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.names.speed", "--step", step],
        input=json.dumps({**given, "one_core": one_core}),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env={**os.environ, **(ONE_THREAD if one_core else {})},
    )
    found: Numbers = json.loads(told.stdout.splitlines()[-1])
    return found


def _step_gallery(given: Numbers) -> Numbers:
    """Write the gallery, one name a line, and the queries."""
    data, place = Path(given["data"]), Path(given["place"])
    place.mkdir(parents=True, exist_ok=True)
    dice = random.Random(given["seed"])
    rows = [row for name in ("full-train", "full-dev") for row in read_rows(data / f"{name}.tsv.gz")]
    native = native_gallery(rows, given["size"] // 2, dice) if given["mixed"] else []
    names = latin_gallery([latin for _, latin, _ in rows], given["size"] - len(native), dice) + native
    dice.shuffle(names)
    (place / "names.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    queries = make_queries(names, rows, given["queries"], dice)
    (place / "queries.json").write_text(json.dumps(queries), encoding="utf-8")
    return {"names": len(names)}


def _step_build(given: Numbers) -> Numbers:
    """Build and save."""
    from homeward.names import Index, parse

    parse("Anna Weiss")
    place, now = Path(given["place"]), _clock(given)
    start = now()
    index = Index.build(_entries(place / "names.txt", 0), progress=_progress(given["size"]))
    built = now()
    peak = _memory()["peak_mib"]
    index.save(place / "index")
    saved = now()
    return {
        "build_s": built - start,
        "save_s": saved - built,
        "peak_mib": peak,
        "disk_bytes": sum(file.stat().st_size for file in (place / "index").rglob("*") if file.is_file()),
    }


def _step_count(given: Numbers) -> Numbers:
    """How many names an index that was begun before holds."""
    from homeward.errors import BadInputError
    from homeward.names import Index

    try:
        return {"names": len(Index.open(Path(given["place"]) / "index"))}
    except BadInputError:
        return {"names": 0}


def _step_grow(given: Numbers) -> Numbers:
    """Add a slice to the index, or begin it."""
    from homeward.names import Index

    folder, now = Path(given["index"]), _clock(given)
    start = now()
    entries = _entries(Path(given["place"]) / "names.txt", given["start"])
    if given["start"]:
        index = Index.open(folder)
        index.add(entries, progress=_progress(given["size"]))
    else:
        index = Index.build(entries, progress=_progress(given["size"]))
        index.save(folder)
    return {"names": len(index), "seconds": now() - start, "peak_mib": _memory()["peak_mib"]}


def _step_search(given: Numbers) -> Numbers:
    """Search an opened index: the first searches apart, then new names, the same again, and with a filter."""
    from homeward.names import Filter, Index, engine_state

    _stay_on_one_core()
    place, now = Path(given["place"]), _clock(given)
    queries = json.loads((place / "queries.json").read_text(encoding="utf-8"))
    start = now()
    index = Index.open(place / "index")
    opened = now() - start
    times, ranks = [], []
    for _, asked, right in queries:
        start = now()
        found = index.search(asked, k=20)
        times.append(1000 * (now() - start))
        ranks.append(next((rank for rank, one in enumerate(found, 1) if one.text in right), 0))
    memory = _memory()
    some = queries[_COLD:]
    again = _timed(now, lambda asked: index.search(asked, k=20), some)
    wanted = Filter(born=(1970, 1990), sex="male")
    filtered = _timed(now, lambda asked: index.search(asked, k=20, wanted=wanted), some[:100])
    kinds = {
        kind: _spread([t for t, (of, _, _) in zip(times[_COLD:], some, strict=True) if of == kind])
        for kind in dict.fromkeys(kind for kind, _, _ in some)
    }
    return {
        "engine": engine_state(),
        "names": len(index),
        "open_s": opened,
        "first_ms": times[0],
        "cold": _spread(times[:_COLD]),
        "warm": _spread(times[_COLD:]),
        "kinds": kinds,
        "again": _spread(again),
        "filtered": _spread(filtered),
        "memory": memory,
        **_shares(ranks),
    }


def _step_peer(given: Numbers) -> Numbers:
    """The same queries asked of another engine."""
    from benchmarks.names import peers, postgres
    from benchmarks.names.homeward import PLAIN

    _stay_on_one_core()
    place = Path(given["place"])
    names = (place / "names.txt").read_text(encoding="utf-8").splitlines()
    queries = json.loads((place / "queries.json").read_text(encoding="utf-8"))
    peer = next(peer for peer in (PLAIN, *peers.all_peers()) if peer.name == given["peer"])
    if peer.name in _REFERENCES:
        queries = queries[: _COLD + _REFERENCE_QUERIES]
    lacking, now = peer.lacks(), _clock(given)
    start = now()
    try:
        searcher = None if lacking else peer.build(names)
    except (ImportError, peers.PeerSkippedError, postgres.PostgresError) as problem:
        searcher, lacking = None, str(problem)
    if searcher is None:
        print(f"{peer.name:34} skipped: {lacking}", file=sys.stderr)
        return {}
    with contextlib.closing(searcher):
        now, asked_s, times, ranks = _clock(given, searcher), now() - start, [], []
        built = asked_s if given["clock"] == "wall" else now() - start
        for _, asked, right in queries:
            start = now()
            found = searcher.search(asked, 20)
            times.append(1000 * (now() - start))
            ranks.append(next((rank for rank, at in enumerate(found, 1) if names[at] in right), 0))
    return {"build_s": built, "warm": _spread(times[_COLD:]), **_shares(ranks)}


def _step_pairs(given: Numbers) -> Numbers:
    """Comparisons: all new; new names of parts met before; pairs met before. Half are of one person."""
    from homeward.names import compare

    _stay_on_one_core()
    dice = random.Random(_SEED)
    every = read_rows(Path(given["data"]) / "full-dev.tsv.gz")
    rows = [(latin, native) for _, latin, native in every if len(latin.split()) == len(native.split()) == 2]
    dice.shuffle(rows)
    compare("Anna Weiss", "Hanna Weiß")  # weights and tables are loaded
    fresh, few = rows[:_PAIRS], rows[_PAIRS : _PAIRS + 120]
    cold = [(latin, fresh[at if at % 2 else (at + 2) % len(fresh)][1]) for at, (latin, _) in enumerate(fresh)]
    for latin, native in few:
        compare(latin, native)
    limited = []
    for at in range(_PAIRS):
        one, other = (dice.choice(few) for _ in range(2))
        left = (f"{one[0].split()[0]} {other[0].split()[-1]}", f"{one[1].split()[0]} {other[1].split()[-1]}")
        third, fourth = (one, other) if at % 2 else (dice.choice(few), dice.choice(few))
        right = (f"{third[0].split()[0]} {fourth[0].split()[-1]}", f"{third[1].split()[0]} {fourth[1].split()[-1]}")
        limited.append((left[at // 2 % 2], right[at // 4 % 2]))
    limited = list(dict.fromkeys(limited))

    now = _clock(given)

    def timed(pairs: Sequence[tuple[str, str]]) -> Numbers:
        times = []
        for left, right in pairs:
            start = now()
            compare(left, right)
            times.append(1e6 * (now() - start))
        told = {f"{name}_us": _percentile(times, at) for name, at in (("median", 50), ("p95", 95))}
        return {"mean_us": sum(times) / len(times), **told, "pairs": len(times)}

    return {
        "all new": timed(cold),
        "parts known, pair new": timed(limited),
        "pair known": timed(limited[-500:]),
    }


_STEPS: dict[str, Callable[[Numbers], Numbers]] = {
    "gallery": _step_gallery,
    "build": _step_build,
    "count": _step_count,
    "grow": _step_grow,
    "search": _step_search,
    "peer": _step_peer,
    "pairs": _step_pairs,
}


# galleries and queries ----------------------------------------------------------------------------


def native_gallery(rows: Sequence[tuple[str, str, str]], count: int, dice: random.Random) -> list[str]:
    """So many distinct names in native letters: real ones, then their words drawn anew by language."""
    names: dict[str, None] = {}
    by_language: dict[str, list[str]] = {}
    for language, _, native in rows:
        by_language.setdefault(language, []).append(native)
    words = {language: [text.split() for text in texts] for language, texts in by_language.items()}
    real = sorted({native for texts in by_language.values() for native in texts})
    names.update(dict.fromkeys(dice.sample(real, min(len(real), max(1, count // 2)))))
    while len(names) < count:
        found = words[dice.choice(list(words))]
        one, other = dice.choice(found), dice.choice(found)
        if len(one) == 1 and len(other) == 1:  # Korean without a space: family name and given name
            names[one[0][:1] + other[0][1:]] = None
        else:
            names[" ".join([*one[:1], *other[-1:]])] = None
    return list(names)[:count]


def make_queries(
    names: Sequence[str], rows: Sequence[tuple[str, str, str]], count: int, dice: random.Random
) -> list[tuple[str, str, list[str]]]:
    """(kind, name asked for, right answers), the kinds in equal shares and by turns."""
    known = set(names)
    abroad: dict[str, list[str]] = {}
    for _, latin, native in rows:
        for asked, answer in ((latin, native), (native, latin)):
            if answer in known:
                abroad.setdefault(asked, []).append(answer)
    asked_abroad = sorted(abroad)
    made: list[tuple[str, str, list[str]]] = []
    for _ in range(200 * count):
        kind = _KINDS[len(made) % len(_KINDS)]
        if len(made) == count:
            break
        if kind in NOISE:
            name = dice.choice(names)
            asked, right = NOISE[kind](name, dice) if len(name.split()) > 1 else "", [name]
        else:
            asked = dice.choice(asked_abroad)
            right = abroad[asked]
        if asked and asked not in known:
            made.append((kind, asked, right))
    return made


def _entries(file: Path, start: int) -> Iterator[Any]:
    """The lines of a gallery as entries, most with year of birth, sex or source; read as they are needed."""
    from homeward.names import Entry

    dice = random.Random(_SEED + start)
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start):
            year = dice.randrange(1930, 2010)
            yield Entry(
                key=str(number),
                text=line.rstrip("\n"),
                born=(year, year + dice.choice((0, 0, 0, 2, 5))) if dice.random() < 0.6 else None,
                sex=dice.choice(("female", "male")) if dice.random() < 0.5 else None,
                source=f"list {dice.randrange(5)}" if dice.random() < 0.8 else None,
            )


# the machine --------------------------------------------------------------------------------------


def _stay_on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)


def _memory() -> dict[str, float]:
    """MiB of this process: the most so far, now, and now without pages of files.

    Linux tells it by process; `getrusage` is the rest's, whose figure may include the parent's before the start.
    """
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (_MIB if sys.platform == "darwin" else 1024)
    told = {"peak_mib": most, "resident_mib": most, "own_mib": most}
    with contextlib.suppress(OSError):
        lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
        said = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines if line.endswith(" kB")}
        told = {"peak_mib": said["VmHWM"], "resident_mib": said["VmRSS"], "own_mib": said["RssAnon"]}
    return told


def _data_files() -> Iterator[tuple[str, int]]:
    """What the name engine ships besides code: path within the package, size."""
    import homeward.names

    folder = Path(homeward.names.__file__).parent
    for file in folder.rglob("*"):
        if file.is_file() and file.suffix not in _CODE and "__pycache__" not in file.parts:
            yield str(file.relative_to(folder)), file.stat().st_size


def _progress(total: int) -> Callable[[int, int], None]:
    """Says how far a build is, every hundred thousand names."""

    def say(done: int, _: int) -> None:
        if done % 100_000 < 2000 and total > 100_000:
            print(f"    {done:,} of {total:,}", file=sys.stderr, flush=True)

    return say


def _clock_name(clock: str) -> str:
    return "process_time" if clock == "processor" else "perf_counter"


def _clock(given: Numbers, searcher: object = None) -> Callable[[], float]:
    """Seconds on the clock asked for; where a server searches, those that it computed are counted, too."""
    own: Callable[[], float] = getattr(time, _clock_name(given.get("clock", "wall")))
    server = getattr(searcher, "processor_s", None) if given.get("clock") == "processor" else None
    return own if server is None else lambda: own() + server()


def _timed(
    now: Callable[[], float], search: Callable[[str], object], queries: Sequence[tuple[str, str, list[str]]]
) -> list[float]:
    times = []
    for _, asked, _ in queries:
        start = now()
        search(asked)
        times.append(1000 * (now() - start))
    return times


def _spread(times: Sequence[float]) -> dict[str, float]:
    return {f"{name}_ms": _percentile(times, at) for name, at in (("median", 50), ("p95", 95), ("p99", 99))}


def _percentile(values: Sequence[float], at: float) -> float:
    """The value below which so many in a hundred are, between neighbours in proportion; 0 of nothing."""
    if not values:
        return 0.0
    ordered = sorted(values)
    place = (len(ordered) - 1) * at / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _shares(ranks: Sequence[int]) -> dict[str, float]:
    asked = max(1, len(ranks))
    return {
        "found_first": sum(rank == 1 for rank in ranks) / asked,
        "found_in_10": sum(0 < rank <= 10 for rank in ranks) / asked,
    }


def _keep(file: Path | None, result: Numbers) -> None:
    if file:
        file.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
