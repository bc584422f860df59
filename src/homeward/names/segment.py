"""Names that are indexed together and never change: built once, saved, opened from disk, searched.

In: `Entry`s. Out: rows that may be the name asked for, with a rough score.
Leaves to others: comparing them in full, adding and removing (`index`).

A search goes three ways and unites what it finds. Each part of the query, and neighbours joined, finds the distinct
parts that are near by the encoder; these are aligned, and names are ranked by the parts they hold. The query as a
whole
finds the names whose vectors are near: so a name written in one word finds one written in three. Rarity of a part is
its share of the names here, drawn towards the table of common names.
"""

from __future__ import annotations

import hashlib
import json
import threading
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from math import log2
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.errors import BadInputError
from homeward.names.align import joined, unspaced_whole
from homeward.names.compiled import loops
from homeward.names.encoder import DIRECTION_SCALE, GAP_SCALE, Encoder, Reading, directions_in_bytes, encoder, unit
from homeward.names.evidence import Rarity, rarity_bits, rough_bits
from homeward.names.likeness import curve_of
from homeward.names.name import Name, NamePart, Role
from homeward.names.neighbours import Neighbours, least_of_greatest
from homeward.names.normalize import LONGEST, fold
from homeward.names.parts import MOST_PARTS, parse
from homeward.names.script import UNSPACED
from homeward.names.symbols import GROUPS, first_base, group_of, spell_out
from homeward.names.transducer import worths_of_many

Progress = Callable[[int, int], None]
Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

FORMAT = 11
_FEW_READINGS = 4  # parts that are not worth reading together
_WRITTEN = 65_536  # parts of names as they were written, kept once they were read from disk
_NEAR_PARTS = 48  # gallery parts aligned with each part of the query; with 64 none of 2,880 found first was another
_NEAR_AT_BUILDING = 64  # the same where that is looked up at building
_NEAR_PARTS_OF_LONG = 24  # the same where the query is longer than a name is
_LONG, _LONG_PART = 60, 30  # letters of all parts, and of one, that hardly a person's name has
_NEAR_JOINED = 16  # the same for two of its parts read as one, which a part here is or is not
_PART_CELLS = 12  # cells of parts looked into; with 20 of them two first ones of 620 were others, none righter
_OFTEN = 6  # names that hold a part for which it is looked up at building what is like it
_NEAR_AKIN = 0.5  # nearness below which two parts are not aligned then; hardly one of these is alike
_LEAST_BITS = 0.4  # in the rough score, below which a part found counts nothing
_NEAR_NAMES = 40
_NAME_CELLS, _NAME_CELLS_AT_FIRST = 20, 12  # cells of names looked into
_MOST_UNCUT = 5  # words of a name that are read as one, where names without spaces are searched
_NEARNESS_BITS = 22.0  # what the nearness of whole names adds to the rough score, which is else that of their parts
_SHORTEST_CUT, _LONGEST_CUT = 6, 30  # letters of a word that may be two parts written as one
_INITIAL_BITS = 4.0  # in the rough score, for a part that begins as an initial of the query
_WORLD = 20_000  # weight of the table of common parts against the gallery's own counts, in names
_COMMON = 30_000  # names of a part that are looked at one by one only where nothing rarer was found
_MANY = 3000  # names of a part from which on it is first asked whether those found so far are enough
_ROUNDING = 0.01  # bits that sums in another order may differ by, and more
_LEVEL = 8  # times as many names as are kept at most may be level with the last of them, and are all kept
_MISSING = 0.6  # bits lost for each part of a name that the query does not account for, in the rough score
_SEXES = ("", "female", "male", "other")
_YEARS = range(10_000)
_NO_YEAR = -1


@dataclass(frozen=True, slots=True)
class Entry:
    """One name to be found again.

    Attributes:
        key: whose name it is; several entries may have one key.
        text: as written.
        born: first and last possible year of birth; None where not known.
        sex: "female", "male", "other" or None.
        source: where it stands: a list, a register; None where that does not matter.
    """

    key: str
    text: str
    born: tuple[int, int] | None = None
    sex: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """What entries must fit to be found; an entry that does not say fits.

    Attributes:
        born: first and last year of birth wanted.
        sex: "female", "male" or "other".
        sources: those searched; None for all.
    """

    born: tuple[int, int] | None = None
    sex: str | None = None
    sources: frozenset[str] | None = None


def require_sound(born: tuple[int, int] | None, sex: str | None, *, row: int | None = None) -> None:
    """Refuse what an entry cannot say.

    Args:
        row: of the entry among those given, from 1; None for a filter.

    Raises:
        BadInputError: the sex is none of the three, or a year is not one of four digits at most.
    """
    if sex is not None and sex not in _SEXES[1:]:
        told = f'"{sex}" is no sex that an entry or a filter can have'
        raise BadInputError(told, 'Write "female", "male" or "other", or leave it out.', row=row, kind="unknown-sex")
    if born is not None and not all(year in _YEARS for year in born):
        told = f"{born[0]} to {born[1]} are no years of birth"
        raise BadInputError(told, "Write the first and the last year in digits, 0 to 9999.", row=row, kind="bad-year")


@dataclass(frozen=True, slots=True)
class Query:
    """A name asked for, taken apart once for all segments.

    Attributes:
        pieces: parts, their other forms and neighbours joined: the form itself, its rarity in bits, place of the part
            (joined: of the first), and how many parts it stands for.
        cores: what the vector of the whole name is the sum of.
        initials: the Latin letters that its initials may stand for.
        long: more letters than a name has; so that a hostile text takes no longer than a name, less is looked at.
    """

    name: Name
    pieces: tuple[tuple[str, float, int, int], ...]
    cores: tuple[str, ...]
    initials: frozenset[str] = frozenset()
    long: bool = False

    @property
    def direction(self) -> Floats:
        """The vector of the whole name, of length 1; its parts are read where no segment has handed them over."""
        return _direction_of(self.cores)


def read_query(text: str | Name) -> Query:
    """Parse a name to be looked for."""
    name = parse(text) if isinstance(text, str) else text
    parts = [p for p in name.telling if p.role is not Role.INITIAL] or list(name.telling)
    wanted: list[tuple[str, float, int, int]] = []
    for at, part in enumerate(parts):
        wanted += [(form, rarity_bits(part), at, 1) for form in part.forms]
    if 2 <= len(parts) <= 6:
        for at, (one, other) in enumerate(pairwise(parts)):
            if one.script == other.script:
                both = joined(one, other)
                wanted.append((both.core, rarity_bits(both), at, 2))
    whole_part = unspaced_whole(parts) if " " not in name.text.strip() else None
    if whole_part:
        wanted.append((whole_part.core, rarity_bits(whole_part), 0, 2))
    cores = tuple([p.core for p in ([whole_part] if whole_part else parts)])
    initials = frozenset(first_base(p.core[:2]) for p in name.telling if p.role is Role.INITIAL)
    sizes = [len(spell_out(part.core).letters) for part in parts]
    long = sum(sizes) > _LONG or max(sizes, default=0) > _LONG_PART
    return Query(name, tuple(wanted), cores, initials, long)


@lru_cache(maxsize=256)
def _direction_of(cores: tuple[str, ...]) -> Floats:
    whole = sum((reading.whole for reading in encoder().read(cores)), np.zeros(encoder().part_size, np.float32))
    return unit(np.asarray(whole, np.float32))


@lru_cache(maxsize=256)
def _uncut_direction(name: Name) -> Floats | None:
    """The vector of a name of several words read as one, as names without spaces are; None for other names."""
    cores = [part.core for part in name.telling if part.role is not Role.INITIAL]
    if not 2 <= len(cores) <= _MOST_UNCUT:
        return None
    return unit(encoder().read(["".join(cores)])[0].whole)


@lru_cache(maxsize=64)
def _cuts(length: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The ways to cut a word of so many letters in two, or in three."""
    two = (((0, a), (a, length)) for a in range(2, length - 1))
    three = (((0, a), (a, b), (b, length)) for a in range(2, length - 3) for b in range(a + 2, length - 1))
    return (*two, *three)


class Segment:
    """Names and the arrays to find them by; make one with `build` or `open`."""

    def __init__(self, arrays: dict[str, Any], sources: Sequence[str], scripts: Sequence[str]) -> None:
        self._a = arrays
        self._scripts = list(scripts)
        self._written: dict[int, NamePart] = {}
        self._sources = {source: at for at, source in enumerate(sources)}
        self._place_scale, self._gap_scale = np.float32(encoder().place_scale), np.float32(GAP_SCALE)
        self._threads = threading.local()
        # Views give plain numbers and texts, and take a third of the time that arrays take for one.
        self._hashes = np.ascontiguousarray(arrays["part_hashes"]).data
        self._texts = {name: _views(arrays, name) for name in ("key", "text", "core", "written")}
        self._parts = Neighbours(*(arrays[f"part_{n}"] for n in ("centres", "starts", "rows", "vectors")))
        self._names = Neighbours(*(arrays[f"name_{n}"] for n in ("centres", "starts", "rows", "vectors")))

    def __len__(self) -> int:
        return len(self._a["key_ends"])

    @cached_property
    def _held(self) -> npt.NDArray[np.uint8]:
        """How many parts each name holds; a few at most."""
        return np.asarray(np.diff(self._a["held_ends"], prepend=0), np.uint8)

    @cached_property
    def _unspaced(self) -> bool:
        """Whether some of the names are written without spaces."""
        groups = [group_of(script) for script in UNSPACED]
        return bool(np.isin(self._a["part_group"], groups).any())

    @classmethod
    def build(cls, entries: Iterable[Entry], *, progress: Progress | None = None, total: int = 0) -> Segment:
        """Index entries. `progress` is called with entries done and their number (0: not known) now and then."""
        keys, texts = _Texts(), _Texts()
        cores: dict[tuple[str, str], int] = {}
        parts: list[tuple[str, str]] = []
        members: list[int] = []
        ends: list[int] = []
        unspaced: list[bool] = []  # the last part is the whole, without cuts
        facts: list[tuple[int, int, int, int]] = []
        sources: dict[str, int] = {}
        written: dict[str, int] = {}
        said: list[int] = []
        said_ends: list[int] = []
        scripts: dict[str, int] = {}
        shapes: list[int] = []
        read = parse.__wrapped__
        for number, entry in enumerate(entries):
            require_sound(entry.born, entry.sex, row=number + 1)
            keys.add(entry.key)
            texts.add(entry.text)
            name = read(entry.text)
            said += [written.setdefault(part.key, len(written)) for part in name.parts]
            said_ends.append(len(said))
            shapes.append(2 * scripts.setdefault(name.script, len(scripts)) + name.chained)
            telling = name.telling
            whole = unspaced_whole(telling) if " " not in entry.text.strip() else None
            unspaced.append(whole is not None)
            for part in (*telling, whole) if whole else telling:
                where = (part.core, part.script)
                at = cores.setdefault(where, len(parts))
                if at == len(parts):
                    parts.append(where)
                members.append(at)
            ends.append(len(members))
            born = entry.born or (_NO_YEAR, _NO_YEAR)
            source = -1 if entry.source is None else sources.setdefault(entry.source, len(sources))
            facts.append((*born, _SEXES.index(entry.sex or ""), source))
            if progress and number % 2000 == 1999:
                progress(number + 1, total)
        count = len(ends)
        arrays: dict[str, Any] = {**keys.arrays("key"), **texts.arrays("text")}
        told = np.array(facts, np.int32).reshape(-1, 4)
        arrays["born"], arrays["sex"], arrays["source"] = (
            told[:, :2].astype(np.int16),
            told[:, 2].astype(np.int8),
            told[:, 3],
        )
        for table, rows in (("written", written), ("core", [core for core, _ in parts])):
            listed = _Texts()
            for text in rows:
                listed.add(text)
            arrays |= listed.arrays(table)
        arrays["said"], arrays["said_ends"] = np.array(said, np.int32), np.array(said_ends, np.int64)
        arrays["shapes"] = np.array(shapes, np.uint16)
        arrays["held"] = np.array(members, np.int32)
        arrays["held_ends"] = np.array(ends, np.int64)
        owners = np.repeat(np.arange(count, dtype=np.int32), np.diff(arrays["held_ends"], prepend=0))
        order = np.argsort(arrays["held"], kind="stable")
        arrays["holders"] = owners[order]
        arrays["holder_starts"] = np.searchsorted(arrays["held"][order], np.arange(len(parts) + 1)).astype(np.int64)
        wholes = _encode_parts(arrays, parts, count)
        for table, array in Neighbours.build(directions_in_bytes(unit(wholes))).arrays().items():
            arrays[f"part_{table}"] = array
        vectors = np.zeros((count, wholes.shape[1]), np.int8)
        for first in range(0, count, 100_000):
            last = min(count, first + 100_000)
            some = slice(arrays["held_ends"][first - 1] if first else 0, arrays["held_ends"][last - 1])
            sums = np.zeros((last - first, wholes.shape[1]), np.float32)
            np.add.at(sums, owners[some] - first, wholes[arrays["held"][some]])
            uncut = np.flatnonzero(unspaced[first:last])
            sums[uncut] = wholes[arrays["held"][arrays["held_ends"][first + uncut] - 1]]
            vectors[first:last] = directions_in_bytes(unit(sums))
        for table, array in Neighbours.build(vectors).arrays().items():
            arrays[f"name_{table}"] = array
        arrays["name_places"], arrays["part_places"] = _inverse(arrays["name_rows"]), _inverse(arrays["part_rows"])
        made = cls(arrays, list(sources), list(scripts))
        made._find_akin()
        if progress:
            progress(count, count)
        return made

    def save(self, folder: Path) -> None:
        """Write the arrays into an empty folder; the same entries give the same bytes."""
        for name, array in self._a.items():
            np.save(folder / f"{name}.npy", array, allow_pickle=False)
        about = {
            "format": FORMAT,
            "names": len(self),
            "sources": list(self._sources),
            "scripts": self._scripts,
            "arrays": sorted(self._a),
            "encoder": encoder().stamp,
        }
        (folder / "segment.json").write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")

    @property
    def digest(self) -> str:
        """Tells these entries from others."""
        told = hashlib.sha256(json.dumps(list(self._sources)).encode())
        for name in ("key_bytes", "key_ends", "text_bytes", "text_ends", "born", "sex", "source"):
            told.update(np.ascontiguousarray(self._a[name]).tobytes())
        return told.hexdigest()[:12]

    @classmethod
    def open(cls, folder: Path) -> Segment:
        """Open a saved segment; the arrays stay on disk until they are needed.

        Raises:
            OSError, ValueError, KeyError: it is not there, not whole, or made by another version.
        """
        about = json.loads((folder / "segment.json").read_text(encoding="utf-8"))
        if about["format"] != FORMAT or about["encoder"] != encoder().stamp:
            raise ValueError("another format, or another encoder")
        arrays = {name: _mapped(folder / f"{name}.npy") for name in about["arrays"]}
        segment = cls(arrays, about["sources"], about["scripts"])
        if len(segment) != about["names"]:
            raise ValueError("not whole")
        return segment

    def key(self, row: int) -> str:
        """Whose name a row is."""
        return _text_at(self._texts["key"], row)

    def text(self, row: int) -> str:
        """A row's name as written."""
        return _text_at(self._texts["text"], row)

    def entry(self, row: int) -> Entry:
        """A row as it was given."""
        first, last = (int(year) for year in self._a["born"][row])
        source = int(self._a["source"][row])
        return Entry(
            self.key(row),
            self.text(row),
            None if (first, last) == (_NO_YEAR, _NO_YEAR) else (first, last),
            _SEXES[int(self._a["sex"][row])] or None,
            None if source < 0 else list(self._sources)[source],
        )

    def read(self, rows: Sequence[int]) -> list[tuple[Name, Rarity]]:
        """The names of some rows, each with what sharing a part of it is worth: a rarity for `compare`.

        The readings of their parts are handed to the encoder, so that comparing them need not read them again.
        """
        a, places = self._a, np.array(rows, np.int64)
        starts, sizes = _stretches(a["held_ends"], places)
        ids = a["held"][_spans(starts, sizes)]
        bits, numbers = a["part_bits"][ids].tolist(), ids.tolist()
        found: list[tuple[Name, Rarity]] = []
        cores: dict[str, int] = {}
        at = 0
        for name, size in zip(self._names_of(places), sizes.tolist(), strict=True):
            own = [part.core for part in name.telling]
            found.append((name, _rarity_here(dict(zip(own, bits[at : at + size], strict=False)))))
            if size > len(own):
                own.append("".join(own))
            cores.update(zip(own, numbers[at : at + size], strict=True))
            at += size
        self._hand_over(cores)
        return found

    def _names_of(self, places: npt.NDArray[np.int64]) -> list[Name]:
        """The names of some rows as `parse` gave them when the segment was built: nothing is parsed here."""
        a, kept = self._a, self._written
        starts, sizes = _stretches(a["said_ends"], places)
        said, ends = a["said"][_spans(starts, sizes)].tolist(), np.cumsum(sizes).tolist()
        written = self._texts["written"]
        if len(kept) > _WRITTEN:
            kept.clear()
        for number in said:
            if number not in kept:
                kept[number] = NamePart.of_key(_text_at(written, number))
        begins, lengths = _stretches(a["text_ends"], places)
        data = self._texts["text"][0]
        names = []
        first = 0
        for begin, length, last, shape in zip(
            begins.tolist(), lengths.tolist(), ends, a["shapes"][places].tolist(), strict=True
        ):
            text = str(data[begin : begin + length], "utf-8", "surrogatepass")
            parts = tuple([kept[number] for number in said[first:last]])
            names.append(Name(text[:LONGEST], self._scripts[shape >> 1], parts, bool(shape & 1)))
            first = last
        return names

    def _hand_over(self, cores: dict[str, int]) -> None:
        """Hand the readings of parts, by core and number here, to the encoder if it knows none of them."""
        engine = encoder()
        cores = {core: at for core, at in cores.items() if not engine.knows(core)}
        if cores:
            for core, made in zip(cores, self._readings(np.array(list(cores.values()), np.int64)), strict=True):
                engine.remember(core, made)

    def _readings(self, ids: npt.NDArray[np.int64]) -> list[Reading]:
        """What the encoder made of some parts when the segment was built."""
        if len(ids) <= _FEW_READINGS:
            return [self._reading(number) for number in ids.tolist()]
        a = self._a
        starts = a["place_starts"][ids]
        lengths = a["place_starts"][ids + 1] - starts
        at = _spans(starts, lengths)
        places, gaps = a["places"][at] * self._place_scale, a["gaps"][at] * self._gap_scale
        directions = a["part_vectors"][a["part_places"][ids]] * np.float32(1 / DIRECTION_SCALE)
        wholes = directions * a["part_norms"][ids][:, None]
        sums = np.zeros(len(places) + 1)
        np.cumsum((places * places).sum(1), out=sums[1:])
        ends = np.cumsum(lengths)
        owns = (sums[ends] - sums[ends - lengths] - encoder().match_bias * lengths).tolist()
        groups, first = a["part_group"][ids].tolist(), 0
        found = []
        for number, end in enumerate(ends.tolist()):
            found.append(
                Reading(
                    places[first:end],
                    gaps[first:end],
                    wholes[number],
                    directions[number],
                    groups[number],
                    owns[number],
                )
            )
            first = end
        return found

    def _reading(self, number: int) -> Reading:
        """What `_readings` gives of one part, in less time."""
        a = self._a
        first, end = int(a["place_starts"][number]), int(a["place_starts"][number + 1])
        places, gaps = a["places"][first:end] * self._place_scale, a["gaps"][first:end] * self._gap_scale
        direction = a["part_vectors"][a["part_places"][number]] * np.float32(1 / DIRECTION_SCALE)
        own = float((places * places).sum(dtype=np.float64)) - encoder().match_bias * (end - first)
        return Reading(
            places, gaps, direction * a["part_norms"][number], direction, int(a["part_group"][number]), own
        )

    def candidates(
        self,
        query: Query,
        *,
        wanted: Filter | None = None,
        without: npt.NDArray[np.int64] | None = None,
        most: int,
        widely: bool = True,
    ) -> list[tuple[int, float]]:
        """Rows that may be the name, with a rough score in bits; at most `most`, best first.

        Args:
            wanted: what rows must fit.
            without: rows that are left out.
            widely: look into all cells of whole names that are near; else into the nearest of them.
        """
        if not len(self) or not query.pieces:
            return []
        rows, scores = self._by_parts(query, wanted, without, most)
        some_only = wanted is not None or (without is not None and len(without) > 0)
        directions = [query.direction]
        if self._unspaced and (uncut := _uncut_direction(query.name)) is not None:
            directions.append(uncut)
        most_near, probed = _NEAR_NAMES * (10 if some_only else 1), _NAME_CELLS if widely else _NAME_CELLS_AT_FIRST
        found = [self._names.near(one, most=most_near, probed=probed)[0] for one in directions]
        near = found[0] if len(found) == 1 else np.unique(np.concatenate(found))
        near = near[_not_in(near, rows)]
        if some_only:
            near = near[self._fitting(near, wanted, without)]
        rows, scores = np.concatenate([rows, near]), np.concatenate([scores, np.zeros(len(near), np.float32)])
        vectors = self._a["name_vectors"][self._a["name_places"][rows]].astype(np.float32)
        every = [vectors @ (one * np.float32(1 / DIRECTION_SCALE)) for one in directions]
        nearness = every[0] if len(every) == 1 else np.max(every, axis=0)
        scores = scores + np.float32(_NEARNESS_BITS) * nearness
        if query.initials:  # of many with one family name those that begin with the letter
            if len(rows) > most:  # and of these only those that may come to be among the best by it
                least = np.partition(scores, -most)[-most]
                hopeful = scores + np.float32(_INITIAL_BITS * len(query.initials)) >= least
                rows, scores = rows[hopeful], scores[hopeful]
            letters = (
                {first_base(word[:2]) for word in self.text(row)[:LONGEST].split()[:MOST_PARTS]}
                for row in rows.tolist()
            )
            scores = scores + np.array([_INITIAL_BITS * len(query.initials & there) for there in letters], np.float32)
        if len(rows) > most:
            best = np.argpartition(-scores, most - 1)[:most]
            rows, scores = rows[best], scores[best]
        order = np.lexsort((rows, -scores))
        return list(zip(rows[order].tolist(), scores[order].tolist(), strict=True))

    def _by_parts(
        self, query: Query, wanted: Filter | None, without: npt.NDArray[np.int64] | None, most: int
    ) -> tuple[Ints, Floats]:
        starts, holders, held = self._a["holder_starts"], self._a["holders"], self._held
        by_place = self._parts_for(query)
        total, best = self._scratch()
        touched: list[Ints] = []
        # Rare parts first; of a common one only names that hold something rarer too, if there are any.
        found = {place: _ordered(pairs) for place, pairs in by_place.items()}
        spans = {place: (starts[ids].tolist(), starts[ids + 1].tolist()) for place, (_, ids) in found.items()}
        sizes = {place: sum(ends) - sum(begins) for place, (begins, ends) in spans.items()}
        places = [place for place in sorted(by_place, key=lambda p: sizes[p]) if sizes[place]]
        kept_at_most = most * (40 if query.initials else 4)
        all_fit = wanted is None and (without is None or not len(without))
        known_rows: Ints | None = np.zeros(0, np.int32)
        for at, place in enumerate(places):
            values, ids = found[place]
            only_known = False
            if touched and sizes[place] > (_MANY if all_fit else _COMMON):
                if known_rows is None:
                    known_rows = _distinct(np.concatenate(touched))
                only_known = sizes[place] > _COMMON and len(known_rows) >= most
                if all_fit and not only_known and len(known_rows) >= kept_at_most:
                    # What a name that holds none of the rarer ones can come to: too little, where so many have more.
                    hope = sum([float(found[later][0][-1]) for later in places[at:]]) - _MISSING
                    scores = total[known_rows] - np.float32(_MISSING) * held[known_rows]
                    only_known = bool(hope + _ROUNDING < least_of_greatest(scores, kept_at_most))
            if only_known and known_rows is not None:
                rows = self._holding(known_rows, values, ids, best)
                total[rows] += best[rows]
                best[rows] = 0
            else:
                held_by = [holders[begin:end] for begin, end in zip(*spans[place], strict=True)]
                rows = np.concatenate(held_by)
                # Of a row that holds several the last stays, the best.
                total[rows] += np.repeat(values, [len(some) for some in held_by])
            touched.append(rows)
            known_rows = rows if sizes[place] > 4 * _COMMON else known_rows if only_known else None
        rows = _distinct(np.concatenate(touched)) if touched else np.zeros(0, np.int32)
        totals = total[rows]
        total[rows] = 0
        cut, worth = self._by_cutting(query)
        if len(cut):
            fresh = ~np.isin(cut, rows)
            rows, totals = np.concatenate([rows, cut[fresh]]), np.concatenate([totals, worth[fresh]])
        if not all_fit:
            fits = self._fitting(rows, wanted, without)
            rows, totals = rows[fits], totals[fits]
        scores = totals - np.float32(_MISSING) * held[rows]
        if len(rows) > kept_at_most:
            # Of many that hold one part and are level none is cut by chance: the nearness of the wholes tells later.
            least = least_of_greatest(scores, kept_at_most)
            best_rows = np.flatnonzero(scores >= least)
            if len(best_rows) > _LEVEL * kept_at_most:
                best_rows = np.argpartition(-scores, kept_at_most - 1)[:kept_at_most]
            rows, scores = rows[best_rows], scores[best_rows]
        return rows, scores

    def _parts_for(self, query: Query) -> dict[int, list[tuple[Floats, Ints]]]:
        """The parts here that may be the query's, with their bits in the rough score.

        Returns:
            By the place of a part in the query (-1 - place for two joined) bits and numbers of parts, one row for
            each form of it.
        """
        a = self._a
        by_place: dict[int, list[tuple[Floats, Ints]]] = {}
        found_exactly: set[int] = set()
        pieces = []
        for form, rarity, place, size in query.pieces:
            if size == 2 and {place, place + 1} <= found_exactly:
                continue  # neighbours that both stand here as they are need not be looked for as one
            same = self._exact(form)
            if len(same):
                found_exactly.add(place)
            pieces.append((form, rarity, place, size, same))
        # What is near to a part that stands here just so, and often, was looked up when the segment was built.
        known = {form: at for form, *_, same in pieces for at in same.tolist() if self._core(at) == form}
        self._hand_over(known)
        starts = a["holder_starts"]
        known = {form: at for form, at in known.items() if starts[at + 1] - starts[at] >= _OFTEN}
        most = _NEAR_PARTS_OF_LONG if query.long else _NEAR_PARTS
        fresh = {form: _NEAR_JOINED if size == 2 and form not in query.cores else most
                 for form, _, _, size, _ in pieces[::-1] if form not in known}  # fmt: skip
        told = dict(zip(fresh, self._near_parts(encoder().read(list(fresh)), list(fresh.values())), strict=True))
        near = []
        own_groups = []
        for form, *_, same in pieces:
            if form in known:
                own_groups.append(int(a["part_group"][known[form]]))
                first, last = a["akin_starts"][known[form] : known[form] + 2].tolist()
                ids, similar = a["akin"][first:last], a["akin_chances"][first:last]
            else:
                own_groups.append(encoder().read_one(form).group)
                ids, similar = told[form]
            if len(same):
                keep = _not_in(ids, same)
                ids = np.concatenate([same, ids[keep]])
                similar = np.concatenate([np.ones(len(same), np.float32), similar[keep]])
            near.append((ids, similar))
        counts = [len(ids) for ids, _ in near]
        every = np.concatenate([ids for ids, _ in near])
        chances = np.concatenate([some for _, some in near])
        groups = np.repeat(own_groups, counts)
        rarities = np.repeat(np.array([rare for _, rare, *_ in pieces], np.float32), counts)
        worths = rough_bits(chances, np.minimum(a["part_bits"][every], rarities), a["part_group"][every] == groups)
        first = 0
        for (_, _, place, size, _), (ids, _) in zip(pieces, near, strict=True):
            worth = worths[first : first + len(ids)]
            first += len(ids)
            if size == 2:
                worth = worth * np.float32(1.4) - np.float32(1.0)
            enough = worth > _LEAST_BITS
            by_place.setdefault(place if size == 1 else -1 - place, []).append((worth[enough], ids[enough]))
        return by_place

    def _by_cutting(self, query: Query) -> tuple[Ints, Floats]:
        """Names of two or more parts that a long single part is made of: Naomipagett."""
        nothing = np.zeros(0, np.int32), np.zeros(0, np.float32)
        if len(query.name.telling) != 1 or query.name.telling[0].script in UNSPACED:
            return nothing
        word = fold(query.name.telling[0].core)
        if not _SHORTEST_CUT <= len(word) <= _LONGEST_CUT:
            return nothing
        starts, holders, bits = self._a["holder_starts"], self._a["holders"], self._a["part_bits"]
        found: list[tuple[Ints, float]] = []
        exact: dict[tuple[int, int], Ints] = {}
        for pieces in _cuts(len(word)):
            for span in pieces:
                if span not in exact:
                    exact[span] = self._exact(word[span[0] : span[1]])
            known_parts = [exact[span] for span in pieces]
            if not all(len(ids) for ids in known_parts):
                continue
            rows = holders[starts[known_parts[0][0]] : starts[known_parts[0][0] + 1]]
            for ids in known_parts:
                rows = np.intersect1d(
                    rows, np.concatenate([holders[starts[part] : starts[part + 1]] for part in ids])
                )
            if len(rows):
                found.append((rows, sum(float(bits[ids[0]]) for ids in known_parts)))
        if not found:
            return nothing
        rows, first = np.unique(np.concatenate([rows for rows, _ in found]), return_index=True)
        worth = np.concatenate([np.full(len(rows), value, np.float32) for rows, value in found])[first]
        return np.asarray(rows, np.int32), worth

    def _scratch(self) -> tuple[Floats, Floats]:
        """Two rows of zeros as long as the segment, one pair for each thread; whoever writes in them wipes it off."""
        found: tuple[Floats, Floats] | None = getattr(self._threads, "scratch", None)
        if found is None:
            found = self._threads.scratch = (np.zeros(len(self), np.float32), np.zeros(len(self), np.float32))
        return found

    def _holding(self, rows: Ints, values: Floats, ids: Ints, best: Floats) -> Ints:
        """Of these rows those that hold one of the parts; their values go into `best`."""
        ends, held = self._a["held_ends"], self._a["held"]
        first = np.where(rows > 0, ends[rows - 1], 0)
        size = ends[rows] - first
        found = []
        order = np.argsort(ids)
        ids, values = ids[order], values[order]
        for place in range(int(size.max(initial=0))):
            some = rows[size > place]
            parts = held[first[size > place] + place]
            at = np.minimum(np.searchsorted(ids, parts), len(ids) - 1)
            hit = ids[at] == parts
            best[some[hit]] = np.maximum(best[some[hit]], values[at[hit]])
            found.append(some[hit])
        return _distinct(np.concatenate(found)) if found else np.zeros(0, np.int32)

    def _near_parts(self, wanted: Sequence[Reading], most: Sequence[int]) -> list[tuple[Ints, Floats]]:
        """Parts near to each of some, so many at most, with the chance that they are one name with it."""
        found = []
        for one, count in zip(wanted, most, strict=True):
            ids, nearness = self._parts.near(one.direction, most=count, probed=_PART_CELLS)
            keep = nearness > 0.2
            found.append((ids[keep], nearness[keep]))
        return self._chances(wanted, found)

    def _chances(self, wanted: Sequence[Reading], found: Sequence[tuple[Ints, Floats]]) -> list[tuple[Ints, Floats]]:
        """Parts found for each of some, with the chance that they are one name with it in the place of nearness."""
        counts = [len(ids) for ids, _ in found]
        a = self._a
        if not any(counts) or not len(a["places"]):
            return list(found)
        ids = np.concatenate([ids for ids, _ in found])
        lengths = a["place_starts"][ids + 1] - a["place_starts"][ids]
        own_groups = np.repeat([one.group for one in wanted], counts)
        groups = a["part_group"][ids]
        # Directions are rounded, so that not quite 1 is what they are worth beside themselves.
        nearness = np.concatenate([near * (one.direction @ one.direction) for one, (_, near) in zip(
            wanted, found, strict=True)])  # fmt: skip
        if (compiled := loops()) is not None:
            worths, engine, first = np.empty(len(ids), np.float32), encoder(), 0
            arrays = ids.astype(np.int32), a["place_starts"], a["places"], a["gaps"], a["part_group"]
            scales = float(self._place_scale), float(self._gap_scale), engine.match_bias
            for one, count in zip(wanted, counts, strict=True):
                some = slice(first, first + count)
                compiled.worths_beside(one, arrays[0][some], *arrays[1:], *scales, worths[some])
                first += count
            worths += np.float32(engine.mix) * nearness
        else:
            worths = self._worths(wanted, counts, ids, lengths, own_groups, groups, nearness)
        size = np.maximum(lengths, np.repeat([len(one.places) for one in wanted], counts)).astype(np.float32)
        bias, slope, length, share = _curves()[own_groups, groups].T
        power = bias + slope * worths + length * size + share * worths / size
        chance = (1 / (1 + np.exp(-np.minimum(np.maximum(power, -30), 30)))).astype(np.float32)
        ends = accumulate(counts)
        return [(ids, chance[end - len(ids) : end]) for (ids, _), end in zip(found, ends, strict=True)]

    def _worths(
        self,
        wanted: Sequence[Reading],
        counts: Sequence[int],
        ids: npt.NDArray[np.integer[Any]],
        lengths: npt.NDArray[np.int64],
        own_groups: npt.NDArray[np.int64],
        groups: npt.NDArray[np.uint8],
        nearness: Floats,
    ) -> Floats:
        """The worth of parts beside each of some, as `worths_of_many` gives it."""
        a = self._a
        # What stands behind the end of a shorter one is never looked at, and need not be nothing.
        steps = a["place_starts"][ids][:, None] + np.arange(max(1, int(lengths.max())))
        at = np.minimum(steps, len(a["places"]) - 1)
        places = a["places"][at.T].astype(np.float32)
        places *= self._place_scale
        lefts = a["gaps"][at, own_groups[:, None]] * self._gap_scale
        return worths_of_many(encoder(), wanted, counts, places, lefts, lengths, groups, nearness)

    def _find_akin(self) -> None:
        """Find for each part that stands here often those that a search for it would take to be the same name."""
        a, group = self._a, self._a["part_group"]
        owners: list[Ints] = [np.zeros(0, np.int32)]
        others: list[Ints] = [np.zeros(0, np.int32)]
        chances: list[Floats] = [np.zeros(0, np.float32)]
        often = np.diff(a["holder_starts"]) >= _OFTEN
        for rows, places, near, nearness in self._parts.near_each(often, most=_NEAR_AT_BUILDING, least=_NEAR_AKIN):
            ends = np.cumsum(np.bincount(places, minlength=len(rows)))[:-1]
            some = list(zip(np.split(near, ends), np.split(nearness, ends), strict=True))
            told = self._chances(self._readings(rows.astype(np.int64)), some)
            owner, other = rows[places], near
            chance = np.concatenate([value for _, value in told])
            bits = rough_bits(chance, a["part_bits"][other], group[other] == group[owner])
            keep = (bits > _LEAST_BITS) & (other != owner)
            owners.append(owner[keep])
            others.append(other[keep])
            chances.append(chance[keep])
        owner, other = np.concatenate(owners), np.concatenate(others)
        order = np.lexsort((other, owner))
        a["akin"], a["akin_chances"] = other[order], np.concatenate(chances)[order]
        a["akin_starts"] = np.searchsorted(owner[order], np.arange(len(group) + 1)).astype(np.int64)

    def _core(self, at: int) -> str:
        """What is compared of a part, by its number here."""
        return _text_at(self._texts["core"], at)

    def _exact(self, core: str) -> Ints:
        """Parts written just so, but for case and accents; also where the encoder knows none of their letters."""
        wanted = zlib.crc32(fold(core).encode("utf-8", "surrogatepass"))
        hashes = self._hashes
        first = bisect_left(hashes, wanted)
        last = bisect_right(hashes, wanted, lo=first)
        return np.asarray(self._a["part_by_hash"][first:last], np.int32)

    def _fitting(
        self, rows: Ints, wanted: Filter | None, without: npt.NDArray[np.int64] | None
    ) -> npt.NDArray[np.bool_]:
        fits = np.ones(len(rows), bool)
        if without is not None and len(without):
            fits &= ~np.isin(rows, without)
        if wanted is None:
            return fits
        if wanted.born is not None:
            born = self._a["born"][rows]
            fits &= (born[:, 0] == _NO_YEAR) | ((born[:, 0] <= wanted.born[1]) & (born[:, 1] >= wanted.born[0]))
        if wanted.sex is not None:
            sex = self._a["sex"][rows]
            fits &= (sex == 0) | (sex == _SEXES.index(wanted.sex))
        if wanted.sources is not None:
            numbers = [self._sources[s] for s in wanted.sources if s in self._sources]
            fits &= np.isin(self._a["source"][rows], [-1, *numbers])
        return fits


@lru_cache(maxsize=1)
def _curves() -> Floats:
    """The curves that hold for each two groups. (groups, groups, 4)"""
    every = range(len(GROUPS))
    return np.array([[curve_of(one, other) for other in every] for one in every], np.float32)


def _rarity_here(found: dict[str, float]) -> Rarity:
    """A rarity that knows some parts, by core, and leaves others to the tables."""

    def bits_of(part: NamePart) -> float:
        value = found.get(part.core)
        return rarity_bits(part) if value is None else value

    return bits_of


def _stretches(
    ends: npt.NDArray[np.int64], rows: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Where the stretches of some rows begin, and how long they are, from where each ends."""
    starts = np.where(rows > 0, ends[rows - 1], 0)
    return starts, ends[rows] - starts


def _spans(starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The places of stretches of an array, one stretch after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(total)


def _ordered(pairs: Sequence[tuple[Floats, Ints]]) -> tuple[Floats, Ints]:
    """Values and parts found for one place of a query, the best last."""
    values, ids = pairs[0]
    if len(pairs) > 1:
        values, ids = np.concatenate([v for v, _ in pairs]), np.concatenate([i for _, i in pairs])
    order = np.lexsort((ids, values))
    return values[order], ids[order]


def _not_in(some: Ints, others: Ints) -> npt.NDArray[np.bool_]:
    """Which of a few numbers are not among a few others."""
    there = set(others.tolist())
    return np.array([number not in there for number in some.tolist()], bool)


def _distinct(rows: Ints) -> Ints:
    """Each number once, in order; `np.unique` takes some ten times as long."""
    rows = np.sort(rows)
    return rows[np.concatenate([[True], rows[1:] != rows[:-1]])] if len(rows) else rows


def _mapped(path: Path) -> Any:
    """A saved array that stays on disk; as a plain array, since numpy's own class of mapped ones is slow to index."""
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))


def _inverse(rows: Ints) -> Ints:
    places = np.empty_like(rows)
    places[rows] = np.arange(len(rows), dtype=np.int32)
    return places


class _Texts:
    """Many texts as one array of bytes."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends: list[int] = []

    def add(self, text: str) -> None:
        self._bytes += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._bytes))

    def arrays(self, name: str) -> dict[str, Any]:
        return {
            f"{name}_bytes": np.frombuffer(bytes(self._bytes), np.uint8),
            f"{name}_ends": np.array(self._ends, np.int64),
        }


_Views = tuple[Any, Any]


def _views(arrays: dict[str, Any], name: str) -> _Views:
    """The bytes of some texts, and where each ends."""
    return np.ascontiguousarray(arrays[f"{name}_bytes"]).data, np.ascontiguousarray(arrays[f"{name}_ends"]).data


def _text_at(texts: _Views, row: int) -> str:
    data, ends = texts
    return str(data[(ends[row - 1] if row else 0) : ends[row]], "utf-8", "surrogatepass")


def _encode_parts(arrays: dict[str, Any], parts: Sequence[tuple[str, str]], total: int) -> Floats:
    """Read all distinct parts; their vectors as whole numbers go into `arrays`. Returns the wholes."""
    engine: Encoder = encoder()
    counts = np.diff(arrays["holder_starts"])
    spelled = [spell_out.__wrapped__(core) for core, _ in parts]
    lengths = np.array([len(s.letters) for s in spelled], np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    places = np.zeros((int(starts[-1]), engine.place_size), np.int8)
    gaps = np.zeros((int(starts[-1]), len(GROUPS)), np.int8)
    wholes = np.zeros((len(parts), engine.part_size), np.float32)
    order = np.argsort(lengths, kind="stable")
    for at in range(0, len(order), 1024):
        rows = order[at : at + 1024]
        size, vectors, prices, sums = engine.arrays_of([spelled[row] for row in rows])
        wholes[rows] = sums
        inside = np.arange(vectors.shape[1])[None] < np.array(size)[:, None]
        where = (starts[rows][:, None] + np.arange(vectors.shape[1])[None])[inside]
        places[where] = engine.places_in_bytes(vectors[inside])
        gaps[where] = engine.gaps_in_bytes(prices[inside])
    arrays["place_starts"], arrays["places"], arrays["gaps"] = starts, places, gaps
    hashes = np.array([zlib.crc32(fold(core).encode("utf-8", "surrogatepass")) for core, _ in parts], np.uint32)
    arrays["part_by_hash"] = np.argsort(hashes, kind="stable").astype(np.int32)
    arrays["part_hashes"] = hashes[arrays["part_by_hash"]]
    arrays["part_norms"] = np.sqrt((wholes * wholes).sum(1) + 1e-6).astype(np.float32)
    arrays["part_group"] = np.array([s.group for s in spelled], np.uint8)
    arrays["part_bits"] = np.array(
        [_bits(core, script, count, total) for (core, script), count in zip(parts, counts.tolist(), strict=True)],
        np.float32,
    )
    return wholes


def _bits(core: str, script: str, count: int, total: int) -> float:
    usual = rarity_bits(NamePart(core, core, Role.UNKNOWN, script))
    return min(14.0, max(2.5, -log2((count + 2**-usual * _WORLD) / (total + _WORLD))))
