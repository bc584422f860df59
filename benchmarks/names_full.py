"""English names looked for among Hebrew ones: recall of `Index.search_many` beside rapidfuzz over anyascii.

    python benchmarks/names_full.py --data DATA [--queries 2000] [--gallery 20000]

DATA holds names/full-dev.tsv.gz and names/full-train.tsv.gz (language, Latin form, native form); by default the
environment's HOMEWARD_DATA, else ../shared/data. The sample is the same on every machine. `--speed` instead
prints the times of an index of 100,000 made-up names. Prints; stores nothing.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz, process

from homeward.names import Index, Spotter

Pair = tuple[str, str]


def read_pairs(path: Path, language: str) -> list[Pair]:
    """(Latin, native) rows of one language."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return [(row[1], row[2]) for row in rows if row[0] == language]


def sample(folder: Path, language: str, queries: int, gallery: int) -> tuple[list[Pair], list[str]]:
    """Queries with their answers, and the gallery, answers included."""
    dev = sorted(set(read_pairs(folder / "full-dev.tsv.gz", language)))
    rest = sorted({native for _, native in read_pairs(folder / "full-train.tsv.gz", language)} | {n for _, n in dev})
    dice = random.Random(2026)
    asked = dice.sample(dev, min(queries, len(dev)))
    answers = {native for _, native in asked}
    others = [native for native in rest if native not in answers]
    return asked, sorted(answers) + dice.sample(others, min(max(0, gallery - len(answers)), len(others)))


def report(name: str, asked: list[Pair], find: Callable[[list[str]], list[list[str]]]) -> list[list[str]]:
    """Print recall at 1 and 10, mean reciprocal rank and time."""
    start = time.perf_counter()
    found = find([latin for latin, _ in asked])
    seconds = time.perf_counter() - start
    ranks = [row.index(native) + 1 if native in row else 0 for (_, native), row in zip(asked, found, strict=True)]
    at_1, at_10 = (sum(1 for r in ranks if 0 < r <= k) / len(ranks) for k in (1, 10))
    mean = sum(1 / r for r in ranks if r) / len(ranks)
    each = 1000 * seconds / len(asked)
    print(
        f"{name:34} R@1 {at_1:.3f}  R@10 {at_10:.3f}  MRR {mean:.3f}  {seconds:7.1f} s  {each:6.1f} ms a name",
        flush=True,
    )
    return found


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--queries", type=int, default=2000)
    parser.add_argument("--gallery", type=int, default=20000)
    parser.add_argument("--language", default="hebrew")
    parser.add_argument("--misses", type=int, default=0, help="show so many names not found first")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    if options.speed:
        measure_speed()
        return
    asked, gallery = sample(options.data / "names", options.language, options.queries, options.gallery)
    print(f"{len(asked)} English names among {len(gallery)} {options.language} ones")
    start = time.perf_counter()
    index = Index.build(zip(gallery, gallery, strict=True))
    print(f"built in {time.perf_counter() - start:.1f} s")
    found = report("Homeward", asked, lambda texts: [[c.text for c in row] for row in index.search_many(texts, k=10)])
    latin = [anyascii(native).lower() for native in gallery]
    for scorer in (fuzz.WRatio, fuzz.token_sort_ratio):

        def by_rapidfuzz(texts: list[str], scorer: Callable[..., float] = scorer) -> list[list[str]]:
            best = [process.extract(anyascii(text).lower(), latin, scorer=scorer, limit=10) for text in texts]
            return [[gallery[at] for _, _, at in row] for row in best]

        report(f"rapidfuzz {scorer.__name__}, anyascii", asked, by_rapidfuzz)
    shown = 0
    for (query, native), row in zip(asked, found, strict=True):
        if shown < options.misses and row[:1] != [native]:
            shown += 1
            print(query, native, row.index(native) + 1 if native in row else "-", row[:2])


def measure_speed() -> None:
    """Build, search and spot on made-up names."""
    dice = random.Random(7)
    syllables = [
        c + v
        for c in ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "ch", "kh"]
        for v in ("a", "e", "i", "o", "u", "ai", "ar", "en")
    ]

    def made_up() -> str:
        return "".join(dice.choice(syllables) for _ in range(dice.choice((2, 2, 3)))).capitalize()

    given, family = [made_up() for _ in range(3000)], [made_up() for _ in range(30000)]
    names = [f"{dice.choice(given)} {dice.choice(family)}" for _ in range(100_000)]
    start = time.perf_counter()
    index = Index.build((str(i), name) for i, name in enumerate(names))
    print(f"100,000 names: built in {time.perf_counter() - start:.1f} s")
    times = []
    for name in dice.sample(names, 200):
        start = time.perf_counter()
        index.search(name)
        times.append(1000 * (time.perf_counter() - start))
    times.sort()
    print(f"search: median {times[100]:.0f} ms, 95th of 100 {times[190]:.0f} ms, first {max(times):.0f} ms")
    words = " ".join(
        dice.choice((dice.choice(given), made_up().lower(), made_up().lower(), made_up().lower()))
        for _ in range(100_000)
    )
    for count in (8, 1000):
        spotter = Spotter((str(i), [name]) for i, name in enumerate(names[:count]))
        start = time.perf_counter()
        spotter.spot(words)
        print(f"spotting {count} people: {100_000 / (time.perf_counter() - start):,.0f} words/s")


if __name__ == "__main__":
    main()
