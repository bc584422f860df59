"""How well people, bodies and places are found, by language and kind, and how fast.

    python -m benchmarks.reading.entities --data DATA

In: DATA/reading/entities (the -dev files), our own Arabic sentences beside this file. Out: printed tables: precision,
recall and F1 of exact spans; words a second; memory. Where natasha is installed, it is measured beside us on Russian.
Leaves to others: training (`training/reading/entities`); test parts of these corpora are not read here.

A span counts if it begins and ends with the same word and has the same kind; quotation marks and brackets at its
ends are left out on both sides, as the corpora do not treat them alike.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import re
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from homeward.reading.entities import find_entities

_KINDS = ("PER", "ORG", "LOC")
_EDGES = "«»\"“”„'() "
_MARK = re.compile(r"\{(\w+)\|(.*?)\}")
Mark = tuple[int, int, str]
Marked = tuple[str, list[Mark]]


def read_corpus(place: Path) -> list[Marked]:
    """Texts of a JSON-lines file with their marks."""
    with gzip.open(place, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [(row["text"], [(*mark["span"], mark["type"]) for mark in row["entities"]]) for row in rows]


def read_sentences(place: Path) -> list[Marked]:
    """Our own marked sentences, as one text."""
    text = ""
    marks: list[Mark] = []
    for line in place.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        at = 0
        for match in _MARK.finditer(line):
            text += line[at : match.start()]
            marks.append((len(text), len(text) + len(match.group(2)), match.group(1)))
            text += match.group(2)
            at = match.end()
        text += line[at:] + "\n"
    return [(text, marks)]


def ours(language: str) -> Callable[[str], list[Mark]]:
    """What `find_entities` finds, as marks."""
    return lambda text: [(e.span.start, e.span.stop, str(e.kind)) for e in find_entities(text, language)]


def natasha() -> Callable[[str], list[Mark]]:
    """The Russian tagger of the natasha package, with the vectors that it brings."""
    import natasha as package
    from navec import Navec
    from slovnet import NER

    data = Path(package.__file__).parent / "data"
    tagger = NER.load(data / "model" / "slovnet_ner_news_v1.tar")
    tagger.navec(Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    return lambda text: [(s.start, s.stop, s.type) for s in tagger(text).spans]


def counted(texts: Sequence[Marked], find: Callable[[str], list[Mark]]) -> dict[str, list[int]]:
    """By kind and in all: how many spans agree, are marked, are found."""
    hits = {kind: [0, 0, 0] for kind in (*_KINDS, "all")}
    for text, marks in texts:
        found = find(text)
        gold, made = ({(*_bare(text, *m[:2]), m[2]) for m in row} for row in (marks, found))
        for kind, counts in hits.items():
            a, b = ({m for m in row if kind in ("all", m[2])} for row in (gold, made))
            counts[0] += len(a & b)
            counts[1] += len(a)
            counts[2] += len(b)
    return hits


def score(texts: Sequence[Marked], find: Callable[[str], list[Mark]]) -> str:
    """One line: F1 by kind, precision, recall and F1 of all, words a second."""
    started = time.perf_counter()
    hits = counted(texts, find)
    spent = time.perf_counter() - started
    words = sum(len(text.split()) for text, _ in texts)
    by_kind = [f"{kind} {2 * h / max(1, g + f):.3f} ({g})" for kind, (h, g, f) in hits.items() if kind != "all"]
    h, g, f = hits["all"]
    whole = f"all {2 * h / max(1, g + f):.3f} (precision {h / max(1, f):.3f}, recall {h / max(1, g):.3f})"
    return "  ".join([*by_kind, whole, f"{words / spent:,.0f} words/s"])


def _bare(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start] in _EDGES:
        start += 1
    while stop > start and text[stop - 1] in _EDGES:
        stop -= 1
    return start, stop


def hebrew_dev(folder: Path) -> list[Marked]:
    """Both Hebrew -dev files of DATA/reading/entities."""
    return [t for part in ("knesset", "wiki") for t in read_corpus(folder / f"iahlt{part}-dev-he.jsonl.gz")]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    data = parser.parse_args().data / "reading" / "entities"
    russian = read_corpus(data / "factrueval-dev-ru.jsonl.gz")
    arabic = Path(__file__).parent / "entities_ar"
    for text in ("Дана Мирелл приехала.", "דנה מירל באה.", "وصلت دانا ميريل."):
        for language in ("ru", "he", "ar"):
            find_entities(text, language)  # tables and weights are loaded now, not while the clock runs
    print("ru, dev        ", score(russian, ours("ru")))
    if importlib.util.find_spec("natasha") and importlib.util.find_spec("slovnet"):
        print("ru, dev, natasha", score(russian, natasha()))
    print("he, dev        ", score(hebrew_dev(data), ours("he")))
    print("ar, dev        ", score(read_sentences(arabic / "dev.txt"), ours("ar")))
    print("ar, kept       ", score(read_sentences(arabic / "kept.txt"), ours("ar")))
    long = "\n".join(text for text, _ in russian) * 4
    print(f"ru, a long text: {score([(long, [])], ours('ru')).rsplit('  ', 1)[-1]}")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most")


if __name__ == "__main__":
    main()
