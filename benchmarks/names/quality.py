"""Who finds the name: Homeward, and beside it the engines that are installed, over the same questions.

    python -m benchmarks.names.quality [--data DATA] [--groups parts,full,places,noise] [--queries 1000] [--peers]
                                       [--part dev] [--unseen] [--json FILE] [--misses 10]

In: the public data. Out: a line a question and engine: recall at 1 and 10, time. Leaves to others: the questions
(`tasks`), the page of results (`report`). `--queries 0` asks every one. The sample is the same on every machine.
`--unseen` leaves out parts that stand beside a right answer in a whole name of full-train: the engine may know these.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks.names import peers
from benchmarks.names.homeward import HOMEWARD, PLAIN, IndexSearcher
from benchmarks.names.tasks import Task, full_tasks, noise_tasks, part_tasks, place_tasks, read_rows

from homeward.names import Index

GROUPS = ("parts", "full", "places", "noise")
_PEER_QUERIES = 200  # some peers take a second for one
_PEER_GALLERY = 60_000
_SLOW = frozenset({"logic-v2, every name"})


def tasks(data: Path, groups: list[str], part: str) -> Iterator[Task]:
    """The questions of these groups."""
    if "parts" in groups:
        yield from part_tasks(data, part=part)
    if "full" in groups:
        yield from full_tasks(data, part=part)
    if "places" in groups:
        yield from place_tasks(data)
    if "noise" in groups:
        yield from noise_tasks(data)


def unseen(task: Task, data: Path) -> Task:
    """The queries that stand beside none of their right answers in a whole name of full-train."""
    language = task.name.partition(",")[0]
    together = set()
    for found, latin, native in read_rows(data / "full-train.tsv.gz"):
        if found == language:
            here, there = latin.lower().split(), native.lower().split()
            together.update((one, other) for one in here for other in there)
    together |= {(native, latin) for latin, native in together}
    queries = [(asked, right) for asked, right in task.queries if together.isdisjoint((asked, one) for one in right)]
    return replace(task, queries=queries)


def sampled(task: Task, queries: int) -> list[tuple[str, set[str]]]:
    """So many queries of a task, drawn by chance; 0 for all."""
    if not queries or queries >= len(task.queries):
        return task.queries
    return random.Random(2026).sample(task.queries, queries)


def show_misses(task: Task, queries: list[tuple[str, set[str]]], most: int) -> None:
    """The first queries whose right answer does not stand first, with what does."""
    searcher = IndexSearcher(Index, task.gallery)
    shown = 0
    for asked, right in queries:
        found = [task.gallery[at] for at in searcher.search(asked, 10)]
        if not found or found[0] not in right:
            print("    ", asked, sorted(right)[:2], found[:3], "within 10" if right & set(found) else "")
            shown += 1
        if shown >= most:
            return


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--groups", default=",".join(GROUPS))
    parser.add_argument("--part", default="dev", help="which files: dev, or test where you have it")
    parser.add_argument(
        "--unseen", action="store_true", help="only parts that full-train has not beside their answer"
    )
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--only", default="", help="questions whose name contains this")
    parser.add_argument("--peers", action="store_true", help="the other engines too, and the first one by rules")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    rows: list[dict[str, object]] = []
    kept: tuple[list[str], peers.Peer] | None = None
    noise: list[float] = []
    for task in tasks(options.data / "names", options.groups.split(","), options.part):
        if options.only not in task.name:
            continue
        if options.unseen and task.group == "parts":
            task = unseen(task, options.data / "names")
        queries = sampled(task, options.queries)
        print(f"\n{task.group}: {task.name}; {len(queries)} queries among {len(task.gallery)}")
        if kept is None or kept[0] is not task.gallery:  # the kinds of noise share one gallery
            kept = task.gallery, _once(HOMEWARD)
        engines = [kept[1]]
        if options.peers:
            engines += [PLAIN] if len(task.gallery) <= _PEER_GALLERY else []
            engines += [p for p in peers.all_peers() if p.name not in _SLOW]
        for engine in engines:
            some = queries if engine is engines[0] else queries[:_PEER_QUERIES]
            made = peers.recall(engine, some, task.gallery)
            if made:
                rows.append(
                    {
                        "group": task.group,
                        "task": task.name,
                        "queries": len(some),
                        "gallery": len(task.gallery),
                        **asdict(made),
                    }
                )
                if task.group == "noise" and engine is engines[0]:
                    noise.append(made.found_within[1])
        if options.misses:
            show_misses(task, queries, options.misses)
    if noise:
        print(f"\nnoise, all kinds: recall at 1 {sum(noise) / len(noise):.4f}, the worst {min(noise):.4f}")
    if options.json:
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _once(peer: peers.Peer) -> peers.Peer:
    """A peer that builds a gallery once and is not closed."""
    built: dict[int, peers.Searcher] = {}

    def build(gallery: list[str]) -> peers.Searcher:
        key = hash(tuple(gallery))
        if key not in built:
            built[key] = peer.build(gallery)
        return built[key]

    return peers.Peer(peer.name, build, peer.lacks)


if __name__ == "__main__":
    main()
