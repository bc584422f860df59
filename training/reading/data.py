"""The public training data as windows of tokens with what the network should say of each.

In: DATA/reading/{attribution,entities}/*.jsonl.gz, and our own marked-up paragraphs. Out: `Example`.
Leaves to others: features (`homeward.reading.features`), batches and the network (`train`, `network`).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from homeward.reading.features import Words, windows
from homeward.reading.tagger import ENTITY_TAGS, ROLE_TAGS

Place = tuple[int, int]


@dataclass(slots=True)
class Example:
    """One window.

    Attributes:
        roles, entities: (tokens,) numbers of tags; None where the document was not annotated for them.
        links: (cue, content or source, kind) by the number of each span's first token; kind 0 content, 1 source.
        partial: only one statement of each sentence is annotated, so that "no role" is not to be believed.
    """

    words: Words
    roles: np.ndarray | None = None
    entities: np.ndarray | None = None
    links: list[tuple[int, int, int]] = field(default_factory=list)
    partial: bool = False
    part: str = ""


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def statement_examples(document: dict[str, Any], part: str) -> list[Example]:
    """The windows of a document annotated for statements."""
    partial = document["id"].startswith("fn-ex")
    statements = [s for each in document["annotators"].values() for s in each]
    return [_mark_roles(words, statements, partial, part) for words in windows(document["text"])]


def _mark_roles(words: Words, statements: list[dict[str, Any]], partial: bool, part: str) -> Example:
    roles = np.zeros(len(words.forms), np.int8)
    links: list[tuple[int, int, int]] = []
    for kind in ("content", "source", "cue"):  # a cue inside a content counts more than the content
        for statement in statements:
            for place in statement[kind]:
                _write(words, roles, place, ROLE_TAGS, kind)
    for statement in statements:
        cue = [at for place in statement["cue"] if (at := _first(words, place)) is not None][:1]
        for kind, number in (("content", 0), ("source", 1)):
            for place in statement[kind]:
                at = _first(words, place)
                if cue and at is not None and roles[at] == ROLE_TAGS.index(f"B-{kind}"):
                    links.append((cue[0], at, number))
    return Example(words, roles=roles, links=links, partial=partial, part=part)


def entity_examples(document: dict[str, Any], part: str) -> list[Example]:
    """The windows of a document annotated for people, bodies and places."""
    found = []
    for words in windows(document["text"]):
        tags = np.zeros(len(words.forms), np.int8)
        for entity in document["entities"]:
            _write(words, tags, entity["span"], ENTITY_TAGS, entity["type"])
        found.append(Example(words, entities=tags, part=part))
    return found


def _write(words: Words, tags: np.ndarray, place: Place, names: tuple[str, ...], kind: str) -> None:
    inside = np.flatnonzero((words.starts < place[1]) & (words.stops > place[0]))
    if len(inside) and words.starts[inside[0]] >= place[0] - 2:  # else it begins in the window before
        tags[inside] = names.index(f"I-{kind}")
        tags[inside[0]] = names.index(f"B-{kind}")
    elif len(inside):
        tags[inside] = names.index(f"I-{kind}")


def _first(words: Words, place: Place) -> int | None:
    inside = np.flatnonzero((words.starts < place[1]) & (words.stops > place[0]))
    return int(inside[0]) if len(inside) else None


STATEMENTS = ("treebanks", "framenet", "masc", "augmented", "composed")
ENTITIES = ("gum-train-en", "re3d-train-en", "uner-ewt-dev-en")
ENTITIES_DEV = ("gum-dev-en", "re3d-dev-en")


def training_examples(data: Path) -> list[Example]:
    """Every window to learn from."""
    found = []
    for part in STATEMENTS:
        for row in read_rows(data / "reading" / "attribution" / f"{part}-train.jsonl.gz"):
            found += statement_examples(row, part)
    for part in ENTITIES:
        for row in read_rows(data / "reading" / "entities" / f"{part}.jsonl.gz"):
            found += entity_examples(row, part)
    return found
