"""Many names, found again under other spellings and in other scripts: build, save, open, search, add, remove.

In: entries. Out: `Candidate`s with probability and reasons, best first.
Leaves to others: judging them; finding what is worth comparing in one frozen set of names (`segment`).

An index is a row of segments that never change, and a list of what was removed. Whoever adds names to a saved index
writes a new segment beside the old ones and then, in one step, a new table of contents; a reader goes on with the
table that it has read until it asks for the new one (`refresh`). So many may read while one writes.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log2
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from homeward.errors import BadInputError
from homeward.names.compare import PRIOR_BITS, Comparison, compare_with_all, probability_of
from homeward.names.encoder import encoder
from homeward.names.name import Name
from homeward.names.normalize import LONGEST
from homeward.names.segment import Entry, Filter, Query, Segment, read_query, require_sound

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows: one writer at a time is then up to the caller
    fcntl = None  # type: ignore[assignment]

Progress = Callable[[int, int], None]

_CONTENTS = "contents.json"
_COMPARED = 12  # entries compared in full, beside those asked for
_COMPARED_IF_UNSURE = 36  # the same where none of the first is likely
_COMPARED_OF_LONG = 8  # of a text that is longer than a name
_FEW_PARTS = 7  # of the name asked for; one of more is compared with no more than `_COMPARED` entries
_SURE = 0.8
_COMPARED_OF_MANY = 40  # the same where several indexes or segments are searched together
_LEAST_ALIKE = 0.15  # an entry without a part at least so much like one of the query is not shown
_WORTH_BITS = 2.0  # for each nat of an alignment's worth, in the order of what is found
_ARTICLE_BITS = 0.5  # in the same order, for each article that one has and the other has not: Hassan before al-Hassan
_WHOLE_BITS = 30.0  # in the same order, for the nearness of two words as wholes; of 0 to 100, best for most questions
_USUAL_NEARNESS = 0.85  # of one name in two scripts; so that a name of several words is at no disadvantage
_EAST_ASIAN = frozenset(("Hang", "Hani", "Hira", "Kana"))
_JOINTS = re.compile("[- ]")
_TRIES = 5  # at opening, while somebody puts the index in order
_NOT_READABLE = "There is no index of names that this version can read", "Build the index again."


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry of the index that may be the person asked for; its reasons are those of the comparison."""

    key: str
    text: str
    probability: float
    reasons: tuple[str, ...]
    comparison: Comparison

    if not TYPE_CHECKING:  # else the checker would take any attribute to be there

        def __getattr__(self, name: str) -> object:
            """The reasons, where nobody has asked for them yet: their place is empty until then."""
            if name != "reasons":
                raise AttributeError(name)
            object.__setattr__(self, "reasons", self.comparison.reasons)
            return self.reasons


class Index:
    """A searchable gallery of names; make one with `build` or `open`."""

    def __init__(
        self, segments: Sequence[Segment], removed: Sequence[npt.NDArray[np.int64]], folder: Path | None
    ) -> None:
        self._segments, self._removed = list(segments), list(removed)
        self._folder = folder
        self._names: list[str] = []
        self._stamp = ""

    def __len__(self) -> int:
        return sum(len(s) - len(gone) for s, gone in zip(self._segments, self._removed, strict=True))

    @classmethod
    def build(cls, names: Iterable[Entry | tuple[str, str]], *, progress: Progress | None = None) -> Index:
        """Index entries, or (key, name) pairs.

        Args:
            progress: called with names done and their number (0 where it is not known) now and then.

        Raises:
            BadInputError: an entry has a sex or a year that none can have.
        """
        total = len(names) if isinstance(names, Sequence) else 0
        return cls([Segment.build(_entries(names), progress=progress, total=total)], [_nothing()], None)

    @classmethod
    def open(cls, folder: str | Path) -> Index:
        """Open a saved index; its arrays stay on disk until they are needed.

        Raises:
            BadInputError: there is no index in the folder, or another version of Homeward wrote it.
        """
        index = cls([], [], Path(folder))
        index.refresh()
        return index

    def refresh(self) -> bool:
        """Read the table of contents again, if somebody has written a new one. Whether there was one.

        Raises:
            BadInputError: what is in the folder cannot be read any more.
        """
        if self._folder is None:
            return False
        error: Exception | None = None
        for _ in range(_TRIES):  # between reading the table and the segments somebody may have written another
            try:
                text = (self._folder / _CONTENTS).read_text(encoding="utf-8")
                if text == self._stamp:
                    return False
                told = json.loads(text)
                opened = dict(zip(self._names, self._segments, strict=True))
                segments = [opened.get(name) or Segment.open(self._folder / name) for name in told["segments"]]
                removed = [np.array(rows, np.int64) for rows in told["removed"]]
                self._segments, self._removed = segments, removed
                self._names, self._stamp = list(told["segments"]), text
                return True
            except (OSError, ValueError, KeyError, TypeError, AttributeError) as found:
                error = found
        raise BadInputError(*_NOT_READABLE, path=self._folder.name) from error

    def save(self, folder: str | Path) -> None:
        """Write the index to a folder, whole or not at all; the same names give the same bytes.

        A reader of the old folder is not disturbed: the new one is written beside it and takes its name at the end.
        """
        target = Path(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            names = []
            for number, segment in enumerate(self._segments):
                names.append(f"names-{number:04}-{segment.digest}")
                (fresh / names[-1]).mkdir()
                segment.save(fresh / names[-1])
            (fresh / _CONTENTS).write_text(_contents(names, self._removed), encoding="utf-8")
            old = None
            if target.exists():
                old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
                target.replace(old)
            fresh.replace(target)
            if old:
                shutil.rmtree(old, ignore_errors=True)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise

    def add(self, names: Iterable[Entry | tuple[str, str]], *, progress: Progress | None = None) -> None:
        """Add entries. To a saved index they are added on disk; what is there is not built again.

        Raises:
            BadInputError: the folder holds no index any more, or an entry has a sex or a year that none can have.
        """
        segment = Segment.build(_entries(names), progress=progress)
        if self._folder is None:
            self._segments.append(segment)
            self._removed.append(_nothing())
            return
        with self._writing() as folder:
            made = Path(tempfile.mkdtemp(prefix="names-", dir=folder))
            try:
                segment.save(made)
            except BaseException:
                shutil.rmtree(made, ignore_errors=True)
                raise
            self._write([*self._names, made.name], [*self._removed, _nothing()])

    def remove(self, keys: Iterable[str]) -> int:
        """Remove all entries of these keys; how many there were.

        Raises:
            BadInputError: the folder holds no index any more.
        """
        wanted = set(keys)
        with self._writing():
            removed, count = [], 0
            for segment, gone in zip(self._segments, self._removed, strict=True):
                there = set(gone.tolist())
                rows = [row for row in range(len(segment)) if row not in there and segment.key(row) in wanted]
                count += len(rows)
                removed.append(np.array(sorted(there | set(rows)), np.int64))
            if self._folder is None:
                self._removed = removed
            elif count:
                self._write(self._names, removed)
        return count

    def compact(self, *, progress: Progress | None = None) -> None:
        """Build all that is left anew as one segment: quicker to search after many additions and removals."""
        with self._writing() as folder:
            segment = Segment.build(self.entries(), progress=progress, total=len(self))
            if self._folder is None:
                self._segments, self._removed = [segment], [_nothing()]
                return
            made = Path(tempfile.mkdtemp(prefix="names-", dir=folder))
            try:
                segment.save(made)
            except BaseException:
                shutil.rmtree(made, ignore_errors=True)
                raise
            self._write([made.name], [_nothing()])
            for left in (*folder.glob("names-*"), *folder.glob(".contents-*")):  # also what a failed writer left
                if left.name != made.name:
                    shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)

    def entries(self) -> Iterator[Entry]:
        """Everything that is in the index, in the order in which it was added."""
        for segment, gone in zip(self._segments, self._removed, strict=True):
            there = set(gone.tolist())
            for row in range(len(segment)):
                if row not in there:
                    yield segment.entry(row)

    def search(self, text: str, *, k: int = 20, wanted: Filter | None = None) -> list[Candidate]:
        """The `k` entries most likely to be the person with this name, best first.

        The order is that of the evidence's weight and the alignments' worth together, which puts the right one first
        more often than the probability alone; so a candidate may stand before another of a little higher probability.
        For a name of eight parts or more it is a dozen entries at most, whatever `k` is, and eight where the text is
        longer than a name (60 letters).

        Args:
            wanted: what entries must fit; see `Filter`.
        """
        return search_all((self,), text, k=k, wanted=wanted)

    def search_many(
        self, texts: Sequence[str], *, k: int = 20, wanted: Filter | None = None, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        """`search` for each of several names, in order."""
        found = []
        for number, text in enumerate(texts):
            found.append(self.search(text, k=k, wanted=wanted))
            if progress:
                progress(number + 1, len(texts))
        return found

    def rough(
        self, query: Query, *, wanted: Filter | None, most: int, widely: bool = True
    ) -> Iterator[tuple[Segment, int, float]]:
        """Rows that may be the name, with a rough score; at most `most` of each segment."""
        for segment, gone in zip(self._segments, self._removed, strict=True):
            for row, score in segment.candidates(query, wanted=wanted, without=gone, most=most, widely=widely):
                yield segment, row, score

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Path]:
        """The folder, held against other writers; what they wrote before is read first."""
        if self._folder is None:
            yield Path()
            return
        try:
            lock = os.open(self._folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise BadInputError(*_NOT_READABLE, path=self._folder.name) from error
        try:
            if fcntl is not None:
                fcntl.flock(lock, fcntl.LOCK_EX)
            self.refresh()
            yield self._folder
        finally:
            os.close(lock)

    def _write(self, names: Sequence[str], removed: Sequence[npt.NDArray[np.int64]]) -> None:
        """Put a new table of contents in the place of the old one, in one step, and read it."""
        assert self._folder is not None
        handle, path = tempfile.mkstemp(prefix=".contents-", dir=self._folder)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(_contents(names, removed))
            file.flush()
            os.fsync(file.fileno())
        Path(path).replace(self._folder / _CONTENTS)
        self.refresh()


def search_all(indexes: Sequence[Index], text: str, *, k: int = 20, wanted: Filter | None = None) -> list[Candidate]:
    """The `k` likeliest entries of several indexes together, best first.

    Costs less than searching each: only the best of all are compared in full, not the best of each. Rarity is that of
    the segment an entry stands in.

    Raises:
        BadInputError: `wanted` has a sex or a year that no entry can have.
    """
    if wanted is not None:
        require_sound(wanted.born, wanted.sex)
    query = read_query(text)
    found = _found(indexes, query, wanted, most=max(k, _COMPARED_IF_UNSURE), widely=False)
    several = len({id(segment) for *_, segment in found}) > 1
    first = max(k, _COMPARED_OF_MANY if several else _COMPARED)
    few = len(query.name.telling) <= _FEW_PARTS and not query.long
    first = first if few else min(first, _COMPARED_OF_LONG if query.long else _COMPARED)
    ranked = _compared(query, found[:first])
    if few and not any(one[-1].probability >= _SURE for one in ranked):
        compared = {(segment, row) for *_, row, segment in found[:first]}
        found = _found(indexes, query, wanted, most=max(k, _COMPARED_IF_UNSURE), widely=True)
        more = [one for one in found if (one[3], one[2]) not in compared]
        ranked += _compared(query, more[: max(0, _COMPARED_IF_UNSURE - first)])
    ranked.sort(key=lambda one: one[:4])
    return [_candidate(key, name, made) for *_, key, name, made in ranked[:k]]


def _found(indexes: Sequence[Index], query: Query, wanted: Filter | None, *, most: int, widely: bool) -> list[_Found]:
    """Rows that may be the name, best first."""
    parts = (part for index in indexes for part in index.rough(query, wanted=wanted, most=most, widely=widely))
    found = [(-score, number, row, segment) for number, (segment, row, score) in enumerate(parts)]
    found.sort(key=itemgetter(0, 1))
    return found


def _candidate(key: str, text: str, made: Comparison) -> Candidate:
    candidate = object.__new__(Candidate)  # all but the reasons
    put = object.__setattr__
    put(candidate, "key", key)
    put(candidate, "text", text)
    put(candidate, "probability", made.probability)
    put(candidate, "comparison", made)
    return candidate


_Found = tuple[float, int, int, Segment]
_Ranked = tuple[bool, float, float, int, str, str, Comparison]


def _compared(query: Query, found: Sequence[_Found]) -> list[_Ranked]:
    """Rows compared in full: what orders them, key, name, comparison. Those with nothing alike are left out."""
    rows: dict[Segment, list[int]] = {}
    for _, _, row, segment in found:
        rows.setdefault(segment, []).append(row)
    read = {segment: iter(segment.read(some)) for segment, some in rows.items()}
    names = [next(read[segment]) for *_, segment in found]
    compared = compare_with_all(query.name, names)
    ranked: list[_Ranked] = []
    articles = _articles(query.name)
    for (negated, number, row, segment), (there, _), made in zip(found, names, compared, strict=True):
        name = there.text if len(there.text) < LONGEST else segment.text(row)
        if made.parts and max([line.similarity for line in made.parts]) >= _LEAST_ALIKE:
            # What the lines weigh and what the letters say: puts the right one first more often than either.
            order = _bits_of(made) + _WORTH_BITS * made.worth - _ARTICLE_BITS * abs(_articles(there) - articles)
            order += _WHOLE_BITS * _nearness_of_words(query.name, there)
            ranked.append((name != query.name.text, -order, negated, number, segment.key(row), name, made))
    return ranked


def _nearness_of_words(one: Name, other: Name) -> float:
    """How much nearer two single words are as wholes (cosine) than one name in two scripts usually is.

    0 where neither is in a script of East Asia, or one is of several words.

    The letters of Sun stand in 순데 as well as in 선; as a whole 선 is nearer.
    """
    if one.script == other.script or _EAST_ASIAN.isdisjoint((one.script, other.script)):
        return 0.0
    if " " in one.text.strip() or " " in other.text.strip():
        return 0.0
    here, there = encoder().read(["".join([part.core for part in name.telling]) for name in (one, other)])
    return float(here.direction @ there.direction) - _USUAL_NEARNESS


def _articles(name: Name) -> int:
    """How many parts have an article, or what may be one."""
    return sum([
        1 for part in name.telling
        if part.other or (part.core != part.text and len(part.core) < len(_JOINTS.sub("", part.text)))
    ])  # fmt: skip


def _bits_of(made: Comparison) -> float:
    """What the lines weigh, and no more than the probability where that is held down since too little is shared."""
    if made.probability >= probability_of(made.weight_bits) - 1e-5:
        return made.weight_bits
    return PRIOR_BITS + log2(made.probability / (1 - made.probability)) if made.probability > 0 else made.weight_bits


def _entries(names: Iterable[Entry | tuple[str, str]]) -> Iterator[Entry]:
    for name in names:
        yield name if isinstance(name, Entry) else Entry(str(name[0]), name[1])


def _nothing() -> npt.NDArray[np.int64]:
    return np.zeros(0, np.int64)


def _contents(names: Sequence[str], removed: Sequence[npt.NDArray[np.int64]]) -> str:
    rows = {"segments": list(names), "removed": [gone.tolist() for gone in removed]}
    return json.dumps(rows, separators=(",", ":"))
