"""The model card of the reading engine: what the weights are, what they were made from, how well they do, where they are weak.

    python -m training.reading.card --data DATA [--weights src/homeward/reading/resources/tagger-en.npz]

In: the weights, the -dev files, the part of our own texts that is not trained on. Out: model-card.md beside the
weights, with figures measured now.
Leaves to others: training.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from benchmarks.reading.entities import counted, hebrew_dev, ours, read_corpus

from homeward.reading.tagger import Tagger, unpack
from homeward.reading.telling import KINDS
from training.reading import telling
from training.reading.data import (
    ENTITIES_DEV,
    REPORTS,
    own_document,
    own_paths,
    read_rows,
    report_document,
    report_paths,
    told_paths,
)
from training.reading.lines import lines_of
from training.reading.measure import f1, measure_names, measure_statements

TAUGHT = 505  # English reports there when the weights in the package were made; set it anew when they are

_HEAD = """# Model card: what the reading engine has learnt

## The tagger of statements and names, English

`tagger-en.npz`, {megabytes:.1f} MB, {numbers:,} numbers (large tables in 8 bits, the rest in 16). `homeward.reading.tagger`
runs it with numpy alone. It marks contents, cues and sources of statements, and people, bodies and places; rules, chains and
a person's judgement come after it. What it marks is a proposal, never a fact.

A vector for each word (its form, hashed stretches of its letters, signs from tables of words and names), three layers of
quasi-recurrent units in both directions, tags, and ties between cues and what belongs to them. Trained by
`python -m training.reading`, seeded.

### What it was made from

| part | documents | licence | credit |
| --- | --- | --- | --- |
| statements derived from treebanks: UD English-EWT | 1,174 | CC BY-SA 4.0 | Silveira et al. (2014) |
| UD English-PUD | 1,000 sentences | CC BY-SA 3.0 | CoNLL 2017 shared task |
| GUM, open genres (news, interviews, biographies, travel, papers, courts, speeches, vlogs) | 150 | annotations CC BY 4.0; texts CC BY 2.5, CC BY-SA 3.0, CC BY 4.0, public | Zeldes (2017) |
| derived from FrameNet 1.5 | 605 | CC BY 3.0 | Baker, Fillmore and Lowe (1998), ICSI Berkeley |
| derived from MASC 3.0 | 29 | free, commerce included; (c) 2014 American National Corpus | Ide et al. (2010) |
| variants and compositions of these | 580 | as their origin, CC BY-SA 4.0 | |
| names: GUM, UNER English-EWT | 95, 318 | as above; CC BY-SA 4.0 | Zeldes (2017); Mayhew et al. (2024) |
| names: re3d without its BBC part | 53 | OGL 3.0, CC BY 3.0 AU, US public domain, EU reuse, CC BY-SA 3.0 | Dstl, UK |
| our own invented articles and agency texts, with every statement marked | {own} | as this project | |
| our own invented texts marked for events, too | {told} | as this project | |
| our own invented reports for development (`benchmarks/reading/reports/dev/en`, {reports} by now) | {taught} | as this project | |

Parts of the data are share-alike (CC BY-SA): the weights are offered under CC BY-SA 4.0.

### How well it does

F1 in per cent. A statement is found where half of the words of either content are the other's too; its source is right where
the same holds of the sources. The derived data counts much that nobody would mark, and leaves out much; our own texts are
in the manner of the trained ones. None of these documents was trained on.

| documents | statements | with source |
| --- | --- | --- |
"""
_TAIL = """
| names | people | bodies | places |
| --- | --- | --- | --- |
| GUM and re3d, exact borders | {PER:.1f} | {ORG:.1f} | {LOC:.1f} |

### Where it is weak

- Statements inside statements are left to the rules. A quotation of several paragraphs may be cut.
- Names of bodies are few in the data and found badly; the case file's own names are found by the name engine instead.
- American and British news and agency English; courts, poetry and chat are not its field.
- It was trained on invented news of our own, which is wittier than most.

## The models that hear events: contacts, handovers, promises, silences

`telling.npz` ({telling:.1f} MB): for each of four languages and each kind of event a logistic regression over a sentence's hashed
words, their stems and pairs, and once more over what its words mean (`languages/*/senses`); six more tell kinds and states of a contact, and refusals. `homeward.reading.telling` runs
them; rules of grammar go before, and what the models add is one proposal for a whole sentence, marked so. Trained by
`python -m training.reading.telling` from our own invented texts that are marked for events ({told} texts in `paragraphs/en`, `ru`,
`he` and `ar`, a tenth of them near misses), {lined} single sentences (`lines`, half of them near misses) and the reports for development;
licence as this project.

Average precision in per cent, by sentences of documents that were not learnt from (five folds; the near misses count, too):

| | contacts | handovers | promises | silences |
| --- | --- | --- | --- | --- |
{heard}
Weak: who did what to whom is not its business, nor what a list was of; wordings that stand in no text of ours; sentences
that deny or ask, of which each language's `heard.py` keeps the words.

## The judge of relays, English

`relaying.npz`: one logistic regression over the words around a medium that is named near somebody's words, names left
out (16,384 hashed features). It is asked only where no rule found a relay. Trained by `python -m training.reading.relaying`
on the marked-up English reports for development. By folds of whole documents (`--cross`), at the chance from which a relay
is taken, 86 per cent of those told are right, and 42 of the relays of this kind are found. Weak: a medium that is only
spoken of just before somebody speaks.

## The readers of people, bodies and places, Russian and Hebrew

`entities-ru.npz` ({ru:.1f} MB) and `entities-he.npz` ({he:.1f} MB): linear-chain models over signs of words (dictionary forms,
lists of names, letters, neighbours), each read twice, the second time with what the first saw elsewhere in the document.
`homeward.reading.entities` runs them; Arabic is read by rules. Trained by `python -m training.reading.entities`.

| part | documents | licence | credit |
| --- | --- | --- | --- |
| Russian: FactRuEval-2016, with other names put in, and invented sentences | 103 | MIT, (c) 2015 dialogue-evaluation | Starostin et al. (2016) |
| Hebrew: UD Hebrew-IAHLTknesset, IAHLTwiki, with other names put in, and invented sentences | 35 | CC BY-SA 4.0 | IAHLT |

`entities-he.npz` is offered under CC BY-SA 4.0. F1 in per cent on the -dev files, exact borders (the seed was chosen among
three on the Russian file; the Hebrew ones are 3 documents with 67 names):

| | people | bodies | places |
| --- | --- | --- | --- |
{entities}
Weak: bodies of several words, of which people mark the borders differently; Hebrew places, of which few were to be learnt
from.
"""


def _entities(folder: Path) -> str:
    """The rows of the table of Russian and Hebrew names."""
    rows = ""
    for name, language, texts in (
        ("Russian", "ru", read_corpus(folder / "factrueval-dev-ru.jsonl.gz")),
        ("Hebrew", "he", hebrew_dev(folder)),
    ):
        counts = counted(texts, ours(language))
        figures = " | ".join(f"{200 * h / (g + f):.1f}" for h, g, f in (counts[k] for k in ("PER", "ORG", "LOC")))
        rows += f"| {name} | {figures} |\n"
    return rows


def _heard() -> str:
    """The rows of the table of events."""
    rows = ""
    for name, code in (("English", "en"), ("Russian", "ru"), ("Hebrew", "he"), ("Arabic", "ar")):
        sentences = telling.rows_of(code)
        crossed = [telling.cross(sentences, number, telling.STRENGTH) for number in range(len(KINDS))]
        rows += f"| {name} | {' | '.join(f'{100 * one.average_precision:.1f}' for one in crossed if one)} |\n"
    return rows


def main() -> None:
    """Measure and write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--weights", type=Path, default=Path("src/homeward/reading/resources/tagger-en.npz"))
    options = parser.parse_args()
    weights = unpack(options.weights)
    tagger, folder = Tagger(weights), options.data / "reading"
    lines = [
        _HEAD.format(
            megabytes=options.weights.stat().st_size / 1e6,
            numbers=sum(values.size for values in weights.arrays.values()),
            own=len(own_paths(dev=False)),
            told=len(
                [
                    path
                    for path in told_paths("en")
                    if own_document(path.read_text(encoding="utf-8"))["annotators"]["own"]
                ]
            ),
            reports=len(report_paths(REPORTS, "en")),
            taught=TAUGHT,
        )
    ]
    parts = {
        part: list(read_rows(folder / "attribution" / f"{part}-dev.jsonl.gz")) for part in ("treebanks", "framenet")
    }
    parts["our own"] = [own_document(path.read_text(encoding="utf-8")) for path in own_paths(dev=True)]
    later = sorted((REPORTS.parent / "later" / "en").glob("*.txt"))
    parts["reports by another hand, held back"] = [report_document(path) for path in later]
    for part, rows in parts.items():
        wanted, proposed, found, sourced = measure_statements(tagger, rows)
        lines.append(
            f"| {part}, {len(rows)} | {f1(wanted, proposed, found):.1f} | {f1(wanted, proposed, sourced):.1f} |\n"
        )
    names = [row for part in ENTITIES_DEV for row in read_rows(folder / "entities" / f"{part}.jsonl.gz")]
    found_names = {kind: f1(*counts) for kind, counts in measure_names(tagger, names).items()}
    sizes = {
        language: (options.weights.parent / f"entities-{language}.npz").stat().st_size / 1e6
        for language in ("ru", "he")
    }
    sizes["telling"] = (options.weights.parent / "telling.npz").stat().st_size / 1e6
    told = sum(len(told_paths(code)) for code in telling.LANGUAGES)
    lined = sum(1 for code in telling.LANGUAGES for _ in lines_of(code))
    entities = _entities(folder / "entities")
    lines.append(_TAIL.format(**found_names, **sizes, told=told, lined=lined, heard=_heard(), entities=entities))
    card = options.weights.parent / "model-card.md"
    card.write_text("".join(lines), encoding="utf-8")
    print(f"wrote {card}")


if __name__ == "__main__":
    main()
