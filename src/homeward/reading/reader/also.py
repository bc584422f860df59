"""Has a document read by the optional reader too, and joins what it finds with what the rules found.

In: a document, the rules' `Reading` of it, a reader. Out: `AlsoRead`: the joint reading, and a report of what was
kept and what refused.
Leaves to others: whether the document may be sent at all (casework), and judging the proposals (a person).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any, Protocol

from homeward.reading.document import Document
from homeward.reading.proposals import Proposal, Reading
from homeward.reading.reader.answer import read_answer
from homeward.reading.reader.ground import Ground
from homeward.reading.reader.merge import merge
from homeward.reading.reader.quotes import Place
from homeward.reading.reader.refusals import ReaderReport, Refusal
from homeward.reading.reader.settings import ReaderSettings
from homeward.reading.reader.transport import Clock, ReaderError
from homeward.reading.reader.verify import verify
from homeward.reading.reader.windows import windows

_SHORTEST = 1_200  # a stretch whose answer broke off is halved, but not below this


class Reader(Protocol):
    """Whatever answers a question about a stretch of text: `OptionalReader`."""

    settings: ReaderSettings
    clock: Clock

    @property
    def name(self) -> str: ...
    @property
    def origin(self) -> str: ...
    def ask(self, text: str, *, until: float) -> dict[str, Any]:
        """What it answers about a text, before the moment `until` of its clock."""


@dataclass(frozen=True, slots=True)
class AlsoRead:
    """The reading with what the optional reader adds to it, and the report of that."""

    reading: Reading
    report: ReaderReport


def read_also(document: Document, reading: Reading, reader: Reader, *, sought_count: int | None = None) -> AlsoRead:
    """Ask a reader about the whole document, stretch by stretch, and keep what is true to it.

    A reader that does not answer, or answers nonsense, changes nothing: the reading by rules comes back as it was,
    and the report tells why.

    Args:
        reading: what `homeward.reading.read` made of the same document.
        sought_count: as given to `read`.

    Raises:
        BadInputError: the reader's address may not be sent to; nothing was sent.
    """
    asking = _Asking(document, reading, reader, sought_count)
    if len(document.text) > reader.settings.longest_text:
        asking.problems.append(
            f"The text is longer than {reader.settings.longest_text:,} characters; nothing of it was sent."
        )
    elif document.text.strip():
        asking.ask_all()
    merged = merge(reading.proposals, asking.proposals, model=reader.name)
    report = ReaderReport(
        model=reader.name,
        origin=reader.origin,
        characters=asking.characters,
        windows=asking.windows,
        unread=asking.unread,
        returned=asking.returned,
        kept=merged.kept,
        known=merged.known,
        refused=dict(asking.refused),
        problems=tuple(dict.fromkeys(asking.problems)),
    )
    return AlsoRead(replace(reading, proposals=merged.proposals), report)


class _Asking:
    """One document's questions and what came of them."""

    def __init__(self, document: Document, reading: Reading, reader: Reader, sought_count: int | None) -> None:
        self.text = document.text
        self.reader = reader
        self.ground = Ground(document, reading, sought_count=sought_count)
        self.until = reader.clock() + reader.settings.document_s
        self.proposals: list[Proposal] = []
        self.refused: Counter[Refusal] = Counter()
        self.problems: list[str] = []
        self.characters = self.windows = self.unread = self.returned = 0

    def ask_all(self) -> None:
        settings = self.reader.settings
        open_ = windows(self.text, size=settings.window_chars, overlap=settings.overlap_chars)
        while open_:
            window = open_.pop(0)
            self.windows += 1
            if self.reader.clock() >= self.until:
                self._unread(len(open_), "The time for one document was over.")
                return
            try:
                self.characters += window[1] - window[0]
                answer = self.reader.ask(self.text[slice(*window)], until=self.until)
            except ReaderError as error:
                halves = self._halves(window) if error.problem.kind == "reader-cut-off" else []
                if halves:
                    open_ = [*halves, *open_]
                    self.windows -= 1
                    continue
                self._unread(
                    len(open_) if error.ends_all else 0, error.problem.what[:1].upper() + error.problem.what[1:] + "."
                )
                if error.ends_all:
                    return
                continue
            self._take(answer, window)

    def _unread(self, more: int, why: str) -> None:
        self.windows += more
        self.unread += more + 1
        self.problems.append(why)

    def _halves(self, window: Place) -> list[Place]:
        start, stop = window
        size = (stop - start) * 2 // 3
        if size < _SHORTEST:
            return []
        overlap = min(self.reader.settings.overlap_chars, size // 3)
        return [(start + a, start + b) for a, b in windows(self.text[start:stop], size=size, overlap=overlap)]

    def _take(self, answer: dict[str, Any], window: Place) -> None:
        answered = read_answer(answer, most=self.reader.settings.most_items)
        self.returned += answered.size
        verified = verify(self.ground, answered, window, model=self.reader.name)
        self.proposals += verified.proposals
        self.refused += verified.refused
