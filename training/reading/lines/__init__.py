"""Single sentences that tell of an event, and sentences that only look like it, as they stand beside this file.

In: `<language>/*.txt`. First `sought:` and `groups:` lines (names and words parted by semicolons), then a sentence a
line: `+ contact, commitment | text`, `- silence | text` (what it might be taken for), `- | text`. Out: `Line`.
Leaves to others: learning from them (`training.reading.telling`).

Everybody in them is invented. A line that has `+` tells of the kinds named and of no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from homeward.names import Spotter
from homeward.reading import Document, Reading, read
from homeward.reading.telling import KINDS, Telling
from homeward.records import PartialDate

LINES = Path(__file__).parent
_LINE = re.compile(r"([+-]) ?([a-z, ]*?) ?\| (.+)")
_PUBLISHED = PartialDate.read("2024-06-07")
_TOGETHER = 20  # lines that are learnt from or asked together: an event often stands beside what only looks like it


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the kinds of event that it tells of, and what is known of the people it may name.

    Attributes:
        name: of the lines that belong together. sought, groups: as in `homeward.reading.read`.
    """

    name: str
    text: str
    kinds: frozenset[str]
    sought: tuple[str, ...]
    groups: tuple[str, ...]

    def read(self, code: str, telling: Telling) -> tuple[Document, Reading]:
        """The sentence as a report of its own."""
        document = Document(self.text, _PUBLISHED, None, language=code)
        names = [(str(number), [name]) for number, name in enumerate(self.sought)]
        spotter = Spotter(names) if names else None
        return document, read(document, sought=spotter, groups=self.groups, telling=telling)


def lines_of(code: str) -> Iterator[Line]:
    """Every line of a language. ValueError, with file and number, where one is not in the form."""
    for path in sorted((LINES / code).glob("*.txt")):
        yield from _of_file(path)


def _of_file(path: Path) -> Iterator[Line]:
    known: dict[str, tuple[str, ...]] = {"sought": (), "groups": ()}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        head, colon, rest = line.partition(":")
        if colon and head in known:
            known[head] = tuple(word.strip() for word in rest.split(";") if word.strip())
            continue
        if not line.strip():
            continue
        found = _LINE.fullmatch(line.strip())
        kinds = frozenset(kind.strip() for kind in found[2].split(",") if kind.strip()) if found else frozenset()
        if found is None or not kinds <= set(KINDS) or (found[1] == "+" and not kinds):
            msg = f"{path}:{number}: not “+ kind, kind | text” or “- | text”: {line[:60]}"
            raise ValueError(msg)
        told = kinds if found[1] == "+" else frozenset()
        yield Line(
            f"{path.parent.name}-{path.stem}:{number // _TOGETHER}", found[3], told, known["sought"], known["groups"]
        )
