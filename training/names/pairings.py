"""Which parts of names public data has written for each other: marks of pairs, from which no list can be read back.

    python -m training.names.pairings --data DATA [--out src/homeward/names/resources]

In: DATA/names/tokens-train, ar2en-train and full-train, and the encoder and curves that are in the package.
Out: pairings.npy. Leaves to others: using it (`homeward.names.pairings`).

Two kinds of pairs are kept. Of single parts, those whose letters leave a doubt: neither so far apart that the row may
be one of the many that put two people's names beside each other, nor so near that the letters say it all. Of whole
names, parts of both sides that stand together in at least a fifth of the names that have one: at least twice, or once
where they are the parts that answer to each other in that name and their letters leave a smaller doubt.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from homeward.names import parse
from homeward.names.align import align_all
from homeward.names.likeness import likenesses
from homeward.names.name import NamePart, Role
from homeward.names.normalize import fold
from homeward.names.pairings import mark_of
from homeward.names.script import script_of
from training.names.data import Row, read_rows

LEAST, MOST = 0.003, 0.985
"""Likeness of the letters of single parts that are kept."""
TIMES, SHARE = 2, 0.2
"""How often, and in what share of the names with one of them, two parts of whole names stand together."""
LEAST_ONCE = 0.3
"""Likeness of the letters of two parts that stand together in one whole name. With 0.1 no more Korean parts of the
-dev file came first, with 0.5 fewer."""
_AT_ONCE = 2000


def doubtful_parts(data: Path) -> Iterator[tuple[str, str]]:
    """Pairs of single parts, Latin and native, whose letters leave a doubt."""
    rows = {row[1:]: None for name in ("tokens-train", "ar2en-train") for row in read_rows(data / f"{name}.tsv.gz")}
    every = list(rows)
    for start in range(0, len(every), _AT_ONCE):
        pairs = [(one, other) for one, other in map(_parts, every[start : start + _AT_ONCE]) if one and other]
        for (one, other), likeness in zip(pairs, likenesses(pairs), strict=True):
            if LEAST <= likeness.similarity < MOST:
                yield fold(one.core), fold(other.core)
        print(f"\r{start + len(pairs):>9,} of {len(every):,} parts", end="", flush=True)
    print()


def parts_together(data: Path) -> Iterator[tuple[str, str]]:
    """Pairs of parts, Latin and native, that stand together in whole names."""
    rows = read_rows(data / "full-train.tsv.gz")
    both: Counter[tuple[str, str, str]] = Counter()
    each: Counter[tuple[str, str]] = Counter()
    for language, latin, native in rows:
        here, there = _told(latin), _told(native)
        each.update((language, word) for word in here | there)
        both.update((language, one, other) for one in here for other in there)
    for (language, one, other), times in both.items():
        if times >= TIMES and times >= SHARE * min(each[language, one], each[language, other]):
            yield one, other
    for (language, one, other), times in _answering(rows).items():
        if times >= SHARE * min(each[language, one], each[language, other]):
            yield one, other


def _answering(rows: Sequence[Row]) -> Counter[tuple[str, str, str]]:
    """How often two parts answer to each other in a name whose letters leave some doubt: language, Latin, native.

    A native name in one word is also one part: where a family name is cut off it, that is a guess.
    """
    found: Counter[tuple[str, str, str]] = Counter()
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        names = [(parse(latin).telling, parse(native).telling) for _, latin, native in some]
        for (language, _, written), (here, there), pairs in zip(some, names, align_all(names), strict=True):
            for (first, last), (first_there, last_there), likeness in pairs:
                other = there[first_there : last_there + 1]
                single = len(other) == 1 or " " not in written
                if first == last and single and LEAST_ONCE <= likeness.similarity < MOST:
                    found[language, fold(here[first].core), fold("".join([part.core for part in other]))] += 1
        print(f"\r{start + len(some):>9,} of {len(rows):,} names", end="", flush=True)
    print()
    return found


def _parts(row: Sequence[str]) -> tuple[NamePart | None, NamePart | None]:
    latin, native = row
    parts = parse(latin).parts
    return (parts[0] if len(parts) == 1 else None), NamePart(native, native, Role.UNKNOWN, script_of(native))


def _told(text: str) -> set[str]:
    return {fold(part.core) for part in parse(text).telling if len(part.core) > 1}


def main() -> None:
    """Make and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--out", type=Path, default=Path("src/homeward/names/resources"))
    options = parser.parse_args()
    file = options.out / "pairings.npy"
    np.save(file, np.zeros(0, np.uint32))  # what an earlier run kept says nothing here
    single = {mark_of(*pair) for pair in doubtful_parts(options.data / "names")}
    whole = {mark_of(*pair) for pair in parts_together(options.data / "names")}
    marks = np.array(sorted(single | whole), np.uint32)
    np.save(file, marks)
    print(f"{len(marks):,} pairs, {len(whole - single):,} of them from whole names alone; {marks.nbytes:,} bytes")


if __name__ == "__main__":
    main()
