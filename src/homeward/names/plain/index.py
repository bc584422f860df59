"""Many names, found again under other spellings and in other scripts: build, save, open, search.

In: (key, name) pairs. Out: `Candidate`s with probability and reasons, best first.
Leaves to others: judging them. Names of one person under several forms are several entries with one key.

Search goes in three steps. Each part of the query finds the distinct parts of the gallery that share consonant
classes (an inverted index of skeleton n-grams); these are measured by `likeness_many`; names are ranked by the parts
they hold, and the best are compared in full by `compare`, with rarity taken from the gallery.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log2
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.errors import BadInputError
from homeward.names.distance import encode, likeness_many, situation
from homeward.names.name import Name, NamePart, Role
from homeward.names.normalize import fold
from homeward.names.parts import parse
from homeward.names.plain.align import joined
from homeward.names.plain.compare import Comparison, compare, rarity_bits
from homeward.names.sounds import skeletons

Progress = Callable[[int, int], None]
Ints = npt.NDArray[np.int32]

_FORMAT = 1
_WIDTH = 24  # symbols kept of a reading
_NEAR_PARTS = 700  # gallery parts measured for each part of the query
_COMPARED = 120  # names compared in full
_COMPARED_OF_MANY = 300  # the same where several indexes are searched together
_WORLD = 20_000  # weight of the table of common parts against the gallery's own counts, in names
_ARRAYS = ("codes", "scripts", "row_part", "part_bits", "feature_start", "feature_rows", "feature_idf", "row_norm",
           "part_start",
           "part_names", "name_parts")  # fmt: skip
_SCRIPTS = ("Latn", "Hebr", "Arab", "Syrc", "Thai", "Other")  # all that `situation` tells apart


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry of the index that may be the person asked for."""

    key: str
    text: str
    probability: float
    reasons: tuple[str, ...]
    comparison: Comparison


class Index:
    """A searchable gallery of names; make one with `build` or `open`."""

    def __init__(
        self,
        keys: Sequence[str],
        texts: Sequence[str],
        features: Sequence[str],
        parts: Sequence[str],
        arrays: dict[str, Any],
    ) -> None:
        self._keys, self._texts = keys, texts
        self._features, self._parts, self._arrays = features, parts, arrays
        self._feature_of = {feature: at for at, feature in enumerate(features)}
        self._counts: dict[str, float] | None = None

    def __len__(self) -> int:
        return len(self._keys)

    @classmethod
    def build(cls, names: Iterable[tuple[str, str]], *, progress: Progress | None = None) -> Index:
        """Index (key, name) pairs. `progress` is called with names done and 0 (unknown total) now and then."""
        keys: list[str] = []
        texts: list[str] = []
        part_at: dict[tuple[str, str], int] = {}
        parts: list[NamePart] = []
        members: list[tuple[int, int]] = []
        counts: Counter[int] = Counter()
        for number, (key, text) in enumerate(names):
            keys.append(str(key))
            texts.append(text)
            for part in _searchable(parse(text)):
                at = part_at.setdefault((part.core, part.script), len(parts))
                if at == len(parts):
                    parts.append(part)
                members.append((at, number))
                counts[at] += 1
            if progress and number % 1000 == 999:
                progress(number + 1, 0)
        features, arrays = _arrays_of(parts, members, counts, len(keys))
        if progress:
            progress(len(keys), len(keys))
        return cls(keys, texts, features, [fold(part.core) for part in parts], arrays)

    def save(self, folder: str | Path) -> None:
        """Write the index to a folder, whole or not at all; the same names give the same bytes.

        A reader of the old folder is not disturbed: the new one is written beside it and takes its name at the end.
        """
        target = Path(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            for name in _ARRAYS:
                np.save(fresh / f"{name}.npy", self._arrays[name], allow_pickle=False)
            rows = {
                "format": _FORMAT,
                "keys": list(self._keys),
                "texts": list(self._texts),
                "features": list(self._features),
                "parts": list(self._parts),
            }
            (fresh / "names.json").write_text(
                json.dumps(rows, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
            )
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

    @classmethod
    def open(cls, folder: str | Path) -> Index:
        """Open a saved index; arrays stay on disk until they are needed.

        Raises:
            BadInputError: there is no index in the folder, or another version of Homeward wrote it.
        """
        source = Path(folder)
        try:
            rows = json.loads((source / "names.json").read_text(encoding="utf-8"))
            if rows.get("format") != _FORMAT:
                raise ValueError("another format")
            arrays = {name: np.load(source / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in _ARRAYS}
        except (OSError, ValueError, AttributeError) as error:
            raise BadInputError(
                "There is no index of names that this version can read", "Build the index again.", path=source.name
            ) from error
        return cls(rows["keys"], rows["texts"], rows["features"], rows["parts"], arrays)

    def search(self, text: str, *, k: int = 20) -> list[Candidate]:
        """The `k` entries most likely to be the person with this name, best first."""
        return search_all((self,), text, k=k)

    def search_many(
        self, texts: Sequence[str], *, k: int = 20, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        """`search` for each of several names, in order."""
        found = []
        for number, text in enumerate(texts):
            found.append(self.search(text, k=k))
            if progress:
                progress(number + 1, len(texts))
        return found

    def _candidates(self, query: Name) -> list[tuple[int, float]]:
        arrays = self._arrays
        if not len(self) or not len(arrays["codes"]):
            return []
        scores = np.zeros(len(self), dtype=np.float32)
        for part in _searchable(query):
            near, alike = self._near_parts(part)
            if not len(near):
                continue
            best = np.zeros(len(self), dtype=np.float32)
            worth = np.clip((alike - 0.5) * 2, 0, 1) ** 1.5 * np.minimum(
                arrays["part_bits"][near], self._rarity(part)
            )
            if " " in part.text and part.role is Role.UNKNOWN:
                worth = worth * 1.3  # a joined form stands for two parts
            for at, value in zip(near.tolist(), worth.tolist(), strict=True):
                if value <= 0:
                    continue
                entries = arrays["part_names"][arrays["part_start"][at] : arrays["part_start"][at + 1]]
                best[entries] = np.maximum(best[entries], value)
            scores += best
        scores -= np.asarray(arrays["name_parts"]) * np.float32(0.3)
        alive = np.flatnonzero(scores > 0)
        if len(alive) > _COMPARED:
            top = np.argpartition(-scores[alive], _COMPARED - 1)[:_COMPARED]
            alive = np.sort(alive[top])
        return [(int(entry), float(scores[entry])) for entry in alive]

    def _near_parts(self, part: NamePart) -> tuple[Ints, npt.NDArray[np.float32]]:
        """Parts of the gallery that sound like one part of the query, with their likeness."""
        arrays = self._arrays
        rough = np.zeros(len(arrays["codes"]), dtype=np.float32)
        for feature in _features_of(part.readings):
            at = self._feature_of.get(feature)
            if at is not None:
                rows = arrays["feature_rows"][arrays["feature_start"][at] : arrays["feature_start"][at + 1]]
                rough[rows] += arrays["feature_idf"][at]
        rough /= arrays["row_norm"]
        rows = np.flatnonzero(rough > 0)
        if len(rows) > _NEAR_PARTS:
            rows = rows[np.argpartition(-rough[rows], _NEAR_PARTS - 1)[:_NEAR_PARTS]]
        if not len(rows):
            return np.zeros(0, np.int32), np.zeros(0, np.float32)
        rows = np.sort(rows)
        states = np.array([situation(part.script, script) for script in _SCRIPTS], dtype=np.uint8)[
            arrays["scripts"][rows]
        ]
        alike = np.zeros(len(rows), dtype=np.float32)
        for reading in part.readings:
            alike = np.maximum(alike, likeness_many(reading[:_WIDTH], np.asarray(arrays["codes"][rows]), states))
        keep = alike > 0.55
        owners, alike = np.asarray(arrays["row_part"][rows])[keep], alike[keep]
        order = np.lexsort((-alike, owners))
        owners, alike = owners[order], alike[order]
        first = np.concatenate(([True], owners[1:] != owners[:-1])) if len(owners) else np.zeros(0, bool)
        return owners[first], alike[first]

    def _rarity(self, part: NamePart) -> float:
        """Bits that sharing a part is worth: its share of this gallery, drawn towards the general table."""
        usual = rarity_bits(part)
        if self._counts is None:
            starts = np.asarray(self._arrays["part_start"])
            counts = (starts[1:] - starts[:-1]) / max(1, len(self))
            self._counts = dict(zip(self._parts, counts.tolist(), strict=True))
        share = self._counts.get(fold(part.core))
        if share is None:
            return usual
        total = len(self)
        return min(14.0, max(2.5, -log2((share * total + 2**-usual * _WORLD) / (total + _WORLD))))


def search_all(indexes: Sequence[Index], text: str, *, k: int = 20) -> list[Candidate]:
    """The `k` likeliest entries of several indexes together, best first.

    Costs less than searching each: only the best of all are compared in full, not the best of each. Rarity is that of
    the index an entry stands in.
    """
    query = parse(text)
    rough = [(-score, at, entry) for at, index in enumerate(indexes) for entry, score in index._candidates(query)]
    ranked = []
    most = min(_COMPARED_OF_MANY, _COMPARED + 20 * (len(indexes) - 1))
    for negated, at, entry in sorted(rough)[:most]:
        index = indexes[at]
        made = compare(query, index._texts[entry], rarity=index._rarity)
        ranked.append((-made.probability, -made.weight_bits, negated, at, entry, made))
    ranked.sort(key=lambda row: row[:5])
    return [
        Candidate(indexes[at]._keys[entry], indexes[at]._texts[entry], made.probability, made.reasons, made)
        for *_, at, entry, made in ranked[:k]
    ]


def _searchable(name: Name) -> list[NamePart]:
    """The parts a name is found by: telling parts but initials, and neighbours joined."""
    parts = [p for p in name.telling if p.role is not Role.INITIAL]
    pairs = [joined(a, b) for a, b in pairwise(parts) if a.script == b.script and len(parts) <= 6]
    return [p for p in (*parts, *pairs) if p.readings]


@lru_cache(maxsize=16384)
def _features_of(readings: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for reading in readings:
        for skeleton in skeletons(reading):
            edged = f"^{skeleton}$"
            found[edged] = None
            for size in (2, 3):
                for at in range(len(edged) - size + 1):
                    found[edged[at : at + size]] = None
            for at in range(len(edged) - 2):  # one consonant apart: a lost or added consonant breaks only some
                found[f"{edged[at]}.{edged[at + 2]}"] = None
    return tuple(found)


def _arrays_of(
    parts: Sequence[NamePart], members: Sequence[tuple[int, int]], counts: Counter[int], total: int
) -> tuple[list[str], dict[str, Any]]:
    readings: list[str] = []
    owners: list[int] = []
    postings: dict[str, list[int]] = {}
    sizes: list[int] = []
    scripts: list[int] = []
    for at, part in enumerate(parts):
        for reading in part.readings:
            features = _features_of((reading,))
            for feature in features:
                postings.setdefault(feature, []).append(len(readings))
            sizes.append(len(features))
            readings.append(reading[:_WIDTH])
            owners.append(at)
            scripts.append(_SCRIPTS.index(part.script) if part.script in _SCRIPTS else len(_SCRIPTS) - 1)
    names = sorted(postings)
    lengths = [len(postings[f]) for f in names]
    flat = np.fromiter((row for f in names for row in postings[f]), dtype=np.int32, count=sum(lengths))
    pairs = np.array(sorted(set(members)), dtype=np.int32).reshape(-1, 2)
    starts = np.searchsorted(pairs[:, 0], np.arange(len(parts) + 1)).astype(np.int32)
    per_name = np.bincount(pairs[:, 1], minlength=total).astype(np.int32) if total else np.zeros(0, np.int32)
    bits = np.array([_bits(part, counts[at], total) for at, part in enumerate(parts)], dtype=np.float32)
    return names, {
        "codes": encode(readings, _WIDTH),
        "scripts": np.array(scripts, dtype=np.uint8),
        "row_part": np.array(owners, dtype=np.int32),
        "part_bits": bits,
        "feature_start": np.concatenate(([0], np.cumsum(lengths))).astype(np.int64),
        "feature_rows": flat,
        "feature_idf": np.log2((len(readings) + 1) / (np.array(lengths, dtype=np.float32) + 0.5)).astype(np.float32),
        "row_norm": np.sqrt(np.array(sizes, dtype=np.float32) + 4),
        "part_start": starts,
        "part_names": np.ascontiguousarray(pairs[:, 1]),
        "name_parts": per_name,
    }


def _bits(part: NamePart, count: int, total: int) -> float:
    usual = rarity_bits(part)
    return min(14.0, max(2.5, -log2((count + 2**-usual * _WORLD) / (total + _WORLD))))
