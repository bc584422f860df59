"""How well statements and named mentions are found in running text that others wrote: the tagger's view.

    python -m benchmarks.reading.jsonl [--data DATA] [--parts statements,entities] [--documents 50] [--json FILE]

In: the development files under DATA/reading, whose READMEs say where they come from; DATA is by default the
environment's HOMEWARD_DATA, else ../shared/data. Out: a line a file with precision, recall and F1.
Leaves to others: chains and events, which that data does not know (`score`).

The statements there were derived by program and count attitudes too; about one in five is wrong. The figures tell one
build of the engine from another, not how good it is. A statement is found where its content shares half of its words
or more with a derived one (Jaccard); its source likewise. One inside another's content is left out, as it is there.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.reading.marked import Place
from benchmarks.reading.score import ENOUGH, Said, Tally, pair, statements_of

from homeward.reading import Document, Reading, read

TYPES = ("PER", "ORG", "LOC")
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Derived:
    """A statement as such a file gives it."""

    content: tuple[Place, ...]
    cue: tuple[Place, ...]
    source: tuple[Place, ...]


class Tokens:
    """The words of a text by number, so that spans can be compared word by word."""

    def __init__(self, text: str) -> None:
        found = list(_TOKEN.finditer(text))
        self.text = text
        self._starts = [m.start() for m in found]
        self._stops = [m.end() for m in found]

    def within(self, places: Sequence[Place]) -> frozenset[int]:
        """Numbers of the words that lie in any of the places, at least in part."""
        return frozenset(
            at
            for start, stop in places
            for at in range(bisect_left(self._stops, start + 1), bisect_left(self._starts, stop))
        )

    def content(self, places: Sequence[Place]) -> frozenset[int]:
        """As `within`, without "that" at the beginning: a matter of taste, and the data has the other one."""
        words = sorted(self.within(places))
        if words and self.text[self._starts[words[0]] : self._stops[words[0]]].lower() == "that":
            words = words[1:]
        return frozenset(words)


def documents(path: Path, most: int = 0) -> Iterator[dict[str, Any]]:
    """The documents of a file, or its first ones."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if most and number >= most:
                return
            yield json.loads(line)


def derived_statements(document: dict[str, Any]) -> list[Derived]:
    """The statements of a document's one annotator."""

    def places(written: Sequence[Sequence[int]]) -> tuple[Place, ...]:
        return tuple((start, stop) for start, stop in written)

    (statements,) = document["annotators"].values()
    return [Derived(places(s["content"]), places(s["cue"]), places(s["source"])) for s in statements]


def score_statements(text: str, gold: Sequence[Derived], found: Sequence[Said]) -> dict[str, Tally]:
    """Statements, with their source, and the words in each role."""
    tokens = Tokens(text)
    wanted = [tokens.content(g.content) for g in gold]
    contents = [tokens.content(f.content) for f in found]
    outer = [j for j, words in enumerate(contents) if words and not any(words < other for other in contents)]

    def near(i: int, j: int) -> float | None:
        share = _share(wanted[i], contents[j])
        return share if share >= ENOUGH else None

    pairs = [(i, outer[at]) for i, at in pair(range(len(gold)), outer, near)]
    sourced = sum(_same_source(tokens, gold[i].source, found[j].source) for i, j in pairs)
    kept = [found[j] for j in outer]
    tallies = {
        "statements": Tally(len(gold), len(outer), len(pairs)),
        "with their source": Tally(len(gold), len(outer), sourced),
        "words of contents": _words_of(
            [tokens.content(g.content) for g in gold], [tokens.content(f.content) for f in kept]
        ),
        "words of sources": _words_of(
            [tokens.within(g.source) for g in gold], [tokens.within(f.source) for f in kept]
        ),
    }
    tallies["words of cues"] = _words_of([tokens.within(g.cue) for g in gold], [tokens.within(f.cue) for f in kept])
    return tallies


def score_entities(gold: Sequence[dict[str, Any]], reading: Reading) -> dict[str, Tally]:
    """Named mentions of each type: the same first and last character, and the same type."""
    marked = {(e["type"], e["span"][0], e["span"][1]) for e in gold}
    entities: Any = reading.entities  # type: ignore[attr-defined,unused-ignore]
    found = {(str(getattr(e.kind, "value", e.kind)).upper(), e.span.start, e.span.stop) for e in entities}
    tallies = {}
    for kind in TYPES:
        one, two = {m for m in marked if m[0] == kind}, {f for f in found if f[0] == kind}
        tallies[kind] = Tally(len(one), len(two), len(one & two))
    tallies["all"] = sum(tallies.values(), Tally())
    return tallies


def _share(one: frozenset[int], two: frozenset[int]) -> float:
    return len(one & two) / len(one | two) if one and two else 0.0


def _same_source(tokens: Tokens, one: Sequence[Place], two: Sequence[Place]) -> bool:
    a, b = tokens.within(one), tokens.within(two)
    return not (a or b) or _share(a, b) >= ENOUGH


def _words_of(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> Tally:
    one, two = frozenset[int]().union(*gold), frozenset[int]().union(*found)
    return Tally(len(one), len(two), len(one & two))


# --- as a program ---------------------------------------------------------------------------------------------------


def main() -> None:
    """Read, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--parts", default="statements,entities")
    parser.add_argument("--documents", type=int, default=0, help="only the first so many of each file")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    folder = options.data / "reading"
    if not folder.is_dir():
        parser.error(f"{folder} is not there: name the folder of the public data with --data or HOMEWARD_DATA.")
    results: dict[str, dict[str, Tally]] = {}
    if "statements" in options.parts:
        results |= _statements(folder / "attribution", options.documents)
    if "entities" in options.parts:
        if hasattr(read(Document("")), "entities"):
            results |= _entities(folder / "entities", options.documents)
        else:
            print("entities: left out, as this engine gives none\n")
    if options.json:
        plain = {name: {row: asdict(t) for row, t in rows.items()} for name, rows in results.items()}
        options.json.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")


def _statements(folder: Path, most: int) -> dict[str, dict[str, Tally]]:
    results: dict[str, dict[str, Tally]] = {}
    for path in sorted(folder.glob("*-dev.jsonl.gz")):
        rows: dict[str, Tally] = {}
        for document in documents(path, most):
            text = document["text"]
            reading = read(Document(text, language="en"))
            _add(rows, score_statements(text, derived_statements(document), statements_of(reading)))
        results[path.name.split(".")[0]] = rows
    return _shown("statements", results)


def _entities(folder: Path, most: int) -> dict[str, dict[str, Tally]]:
    results: dict[str, dict[str, Tally]] = {}
    languages: dict[str, dict[str, Tally]] = {}
    for path in sorted(folder.glob("*-dev*.jsonl.gz")):
        rows: dict[str, Tally] = {}
        for document in documents(path, most):
            tallies = score_entities(
                document["entities"], read(Document(document["text"], language=document["lang"]))
            )
            _add(rows, tallies)
            _add(languages.setdefault(f"all {document['lang']}", {}), tallies)
        results[path.name.split(".")[0]] = rows
    return _shown("entities", results | languages, total=False)


def _add(rows: dict[str, Tally], more: dict[str, Tally]) -> None:
    for row, tally in more.items():
        rows[row] = rows.get(row, Tally()) + tally


def _shown(what: str, results: dict[str, dict[str, Tally]], *, total: bool = True) -> dict[str, dict[str, Tally]]:
    """Print the results of the files, and where it makes sense their sum."""
    if total and len(results) > 1:
        everything: dict[str, Tally] = {}
        for rows in list(results.values()):
            _add(everything, rows)
        results = {**results, "all": everything}
    print(f"{what:<40}{'marked':>8}{'proposed':>10}{'P':>8}{'R':>8}{'F1':>8}")
    for name, rows in results.items():
        for row, t in rows.items():
            shares = "".join(f"{100 * share:>8.1f}" for share in (t.precision, t.recall, t.f1))
            print(f"{name:<22}{row:<18}{t.marked:>8,}{t.proposed:>10,}{shares}")
    print(flush=True)
    return {f"{what} {name}": rows for name, rows in results.items()}


if __name__ == "__main__":
    main()
