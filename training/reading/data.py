"""The public training data as windows of tokens with what the network should say of each.

In: DATA/reading/{attribution,entities}/*.jsonl.gz, our own marked-up texts, and the marked-up reports for
development (`benchmarks/reading/reports/dev`; never those kept for the test). Out: `Example`.
Leaves to others: features (`homeward.reading.features`), batches and the network (`train`, `network`).
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.reading.marked import STATEMENT, load

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


EVENT_KINDS = ("contact", "handover", "answer", "commitment", "claim", "silence")
_MARK = re.compile(rf"\[\[([a-z]\d+)\.(content|cue|source|relay|{'|'.join(EVENT_KINDS)})\||\]\]")
_LANGUAGE = re.compile(r"^language: (\w+)$", re.MULTILINE)
_TAUGHT = re.compile(r"^events: (.+)$", re.MULTILINE)
_PARTS = ("content", "cue", "source", "relay")
_OPENING, _CLOSING = "“\"«„'‘", "”\"»“'’"
_THAT = re.compile(r"that\s+$", re.IGNORECASE)


def own_document(text: str) -> dict[str, Any]:
    """A text of ours, marked as `paragraphs/README.md` says, in the shape of the public data.

    Quotation marks around a content and "that" before it become part of it, as there; a statement inside another's
    content is left out, as there. A text that names its language has its events marked, too: `events`, all that there
    are of the kinds in `taught`.
    """
    head, body = text.split("\n---\n", 1)
    pieces: list[str] = []
    length = place = 0
    opened: list[tuple[str, str, int]] = []
    found: dict[str, dict[str, list[Place]]] = {}
    events: list[tuple[str, Place]] = []
    for mark in _MARK.finditer(body):
        pieces.append(body[place : mark.start()])
        length += mark.start() - place
        place = mark.end()
        if mark.group() != "]]":
            opened.append((mark[1], mark[2], length))
        else:
            name, part, start = opened.pop()
            if part in EVENT_KINDS:
                events.append((part, (start, length)))
            else:
                found.setdefault(name, {part: [] for part in _PARTS})[part].append((start, length))
    plain = "".join([*pieces, body[place:]])
    kinds = _TAUGHT.search(head)
    taught = kinds[1].split(", ") if kinds is not None else list(EVENT_KINDS)
    told = {"events": events, "taught": taught} if _LANGUAGE.search(head) else {}
    return _document(plain, found) | told


def report_document(path: Path) -> dict[str, Any]:
    """A marked-up report likewise."""
    report = load(path)
    found = {
        mark.id: {part: list(mark.spans.get(part, ())) for part in _PARTS}
        for mark in report.marked
        if mark.kind == STATEMENT
    }
    return _document(report.text, found)


def _document(plain: str, found: dict[str, dict[str, list[Place]]]) -> dict[str, Any]:
    whole = {
        name: {**parts, "content": [_with_marks(plain, place) for place in parts["content"]]}
        for name, parts in found.items()
    }
    kept = [parts for name, parts in whole.items() if not _is_inside(name, parts, whole)]
    return {"id": "own", "text": plain, "annotators": {"own": kept}}


def _with_marks(text: str, place: Place) -> Place:
    start, stop = place
    if text[start - 1 : start] and text[start - 1] in _OPENING:
        start -= 1
        after = stop + 1 if text[stop : stop + 1] in (",", ".") else stop
        if text[after : after + 1] and text[after] in _CLOSING:
            stop = after + 1
    that = _THAT.search(text, max(0, start - 6), start)
    return (that.start() if that else start, stop)


def _is_inside(name: str, parts: dict[str, list[Place]], whole: dict[str, dict[str, list[Place]]]) -> bool:
    for other, others in whole.items():
        if (
            other != name
            and parts["cue"]
            and any(a <= parts["cue"][0][0] and parts["cue"][0][1] <= b for a, b in others["content"])
        ):
            return True
    return False


STATEMENTS = ("treebanks", "framenet", "masc", "augmented", "composed")
ENTITIES = ("gum-train-en", "re3d-train-en", "uner-ewt-dev-en")
ENTITIES_DEV = ("gum-dev-en", "re3d-dev-en")
PARAGRAPHS = Path(__file__).parent / "paragraphs"
REPORTS = Path(__file__).parents[2] / "benchmarks" / "reading" / "reports" / "dev"
HANDS = REPORTS.parents[1] / "hands.txt"
NAMES_TIMES, OWN_TIMES = 5, 4  # how often in a pass the small parts are shown, beside once for the large ones


def training_examples(data: Path, reports: Path) -> list[Example]:
    """Every English window to learn from; `reports` is a folder of marked-up reports."""
    found = []
    for part in STATEMENTS:
        for row in read_rows(data / "reading" / "attribution" / f"{part}-train.jsonl.gz"):
            found += statement_examples(row, part)
    for part in ENTITIES:
        for row in read_rows(data / "reading" / "entities" / f"{part}.jsonl.gz"):
            found += NAMES_TIMES * entity_examples(row, part)
    for path in own_paths(dev=False):
        found += OWN_TIMES * statement_examples(own_document(path.read_text(encoding="utf-8")), "own")
    for path in told_paths("en"):
        document = own_document(path.read_text(encoding="utf-8"))
        if document["annotators"]["own"]:  # else it is marked for events alone
            found += OWN_TIMES * statement_examples(document, "told")
    for path in report_paths(reports, "en"):
        found += OWN_TIMES * statement_examples(report_document(path), "reports")
    return found


def report_paths(reports: Path, language: str) -> list[Path]:
    """The marked-up reports of a folder in a language; those held back for measuring are refused."""
    if {"kept", "later"} & set(reports.resolve().parts):
        raise ValueError(f"{reports}: what is kept for the test is not trained on")
    return sorted(reports.glob(f"{language}/*.txt"))


def own_paths(*, dev: bool) -> list[Path]:
    """Our own texts marked for statements alone; one in eight, drawn by its name, is for measuring."""
    paths = (path for path in sorted(PARAGRAPHS.glob("*/*.txt")) if _named_language(path) is None)
    return [path for path in paths if (zlib.crc32(path.stem.encode()) % 8 == 0) is dev]


def told_paths(language: str) -> list[Path]:
    """Our own texts in a language that are marked for events."""
    return [path for path in sorted(PARAGRAPHS.glob("*/*.txt")) if _named_language(path) == language]


def _named_language(path: Path) -> str | None:
    named = _LANGUAGE.search(path.read_text(encoding="utf-8").split("\n---\n", 1)[0])
    return named[1] if named is not None else None


def hands_of(code: str, path: Path = HANDS) -> list[frozenset[str]]:
    """The names of the reports of a language, by hand.

    Raises:
        ValueError: a line is not "language number: names".
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        head, colon, names = line.partition(": ")
        language, _, hand = head.partition(" ")
        if not colon or not hand.isdigit():
            raise ValueError(f"{path}:{number}: not “language number: names”")
        if language == code:
            found.append(frozenset(names.split()))
    return found
