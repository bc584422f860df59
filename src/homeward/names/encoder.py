"""A part of a name as vectors: one for each place in it, and one for the whole.

In: parts in any script. Out: `Reading`: what the alignment compares place by place (`transducer`), and the sum by
which an index finds what is near. Leaves to others: what parts are (`parts`), what a likeness is worth (`compare`).

The weights are learnt from public data by `training/names` and described in ``resources/model-card.md``. Running them
takes numpy alone; the same sums in JAX are the oracle of this module's tests where JAX is installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO

import numpy as np
import numpy.typing as npt

from homeward.names.compiled import loops
from homeward.names.shipped import shipped
from homeward.names.symbols import Symbols, spell_out

Floats = npt.NDArray[np.float32]

_MEMORY = 60_000  # parts kept as they were read
_BATCH = 512


# Steps are powers of two: sums of products of whole numbers of them are exact in any order, so a pair is worth the
# same to the last bit measured alone or among many.
GAP_SCALE = 1 / 16
DIRECTION_SCALE = 128.0

Bytes = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the encoder makes of a part. Rounded as an index keeps it, so that a name found is measured as any other.

    Attributes:
        places: (n, place size); one vector for each symbol.
        gaps: (n, groups); what leaving a symbol out costs (negative), by the group of the other side's script.
        whole: (part size,); the sum, not normalised: parts of one name may be added.
        direction: the same, of length 1.
        group: of this part's script.
        own: worth of laying the part beside itself.
    """

    places: Floats
    gaps: Floats
    whole: Floats
    direction: Floats
    group: int
    own: float


class Encoder:
    """The trained encoder. Weights are read once; parts are kept as they were read.

    Args:
        arrays: the weights by name, as `training.names.train` saves them.
    """

    def __init__(self, arrays: dict[str, npt.NDArray[np.generic]]) -> None:
        letters = bytes(np.asarray(arrays["letters"], np.uint8)).decode().split("\n")
        self._number = {letter: at + 2 for at, letter in enumerate(letters)}
        self._w = {n: np.asarray(a, np.float32) for n, a in arrays.items() if n not in ("letters", "layers")}
        self._layers = [self._layer(number) for number in range(int(arrays["layers"]))]
        self.match_bias = float(self._w["match_bias"])
        self.mix = float(self._w["mix"])
        self.part_size, self.place_size = self._w["pool"].shape[1], self._w["align"].shape[1]
        self._kept: dict[str, Reading] = {}

    def _layer(self, number: int) -> tuple[Floats, Floats, Floats]:
        """The weights of a layer: of the place before, itself and after beside each other, bias, and back."""
        width = self._w[f"out{number}"].shape[1]
        before = self._w[f"in{number}"].reshape(3, width, -1)
        wide = np.ascontiguousarray(np.concatenate(list(before), axis=1))
        return wide, self._w[f"in_bias{number}"], self._w[f"out{number}"]

    @cached_property
    def place_scale(self) -> float:
        """The step in which numbers of a vector of a place are kept in one byte; what is beyond 127 steps is cut.

        A power of two; the greatest number met in some names of many scripts is some 90 steps.
        """
        texts = [
            "Alexander",
            "Khadija",
            "Żółkiewski",
            "Щербаков",
            "صلاحالدين",
            "יהונתן",
            "김민준",
            "王小明",
            "サトウ",
            "สมชาย",
        ]
        most = 1.4 * float(np.abs(self.arrays_of([spell_out(text) for text in texts])[1]).max())
        return float(2.0 ** np.floor(np.log2(most / 127)))

    @cached_property
    def stamp(self) -> str:
        """Tells these weights from others."""
        import hashlib  # which only an index needs

        return hashlib.sha256(b"".join(self._w[name].tobytes() for name in sorted(self._w))).hexdigest()[:16]

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Read parts; those met before cost nothing."""
        kept = self._kept
        if len(kept) > _MEMORY:
            kept.clear()
        fresh = [text for text in dict.fromkeys(texts) if text not in kept]
        for at in range(0, len(fresh), _BATCH):
            some = fresh[at : at + _BATCH]
            kept.update(zip(some, self.read_afresh([spell_out(text) for text in some]), strict=True))
        return [kept[text] for text in texts]

    def read_one(self, text: str) -> Reading:
        """Read one part; if it was met before it costs nothing."""
        return self._kept.get(text) or self.read([text])[0]

    def read_afresh(self, parts: Sequence[Symbols]) -> list[Reading]:
        """Read parts that are spelled out already, without keeping them."""
        if not parts:
            return []
        starts, lengths, places, gaps, wholes = self._run(parts)
        places = _in_steps(places, self.place_scale)
        gaps = _in_steps(gaps, GAP_SCALE)
        directions = _in_steps(unit(wholes), 1 / DIRECTION_SCALE)
        wholes = directions * np.sqrt((wholes * wholes).sum(1, keepdims=True) + 1e-6)
        sums = np.zeros(len(places) + 1)
        np.cumsum((places * places).sum(1), out=sums[1:])
        ends = [start + length for start, length in zip(starts, lengths, strict=True)]
        owns = (sums[ends] - sums[starts] - self.match_bias * np.array(lengths)).tolist()
        return [
            Reading(places[first:end], gaps[first:end], wholes[at], directions[at], part.group, own)
            for at, (part, first, end, own) in enumerate(zip(parts, starts, ends, owns, strict=True))
        ]

    def knows(self, text: str) -> bool:
        """Whether a part was read before."""
        return text in self._kept

    def remember(self, text: str, reading: Reading) -> None:
        """Take the reading of a part from an index that kept it."""
        self._kept.setdefault(text, reading)

    def places_in_bytes(self, places: Floats) -> Bytes:
        """Vectors of places as whole numbers, in steps of `place_scale`."""
        return np.asarray(np.clip(np.rint(places * (1 / self.place_scale)), -127, 127), np.int8)

    def gaps_in_bytes(self, gaps: Floats) -> Bytes:
        """Prices as whole numbers, in steps of `GAP_SCALE`."""
        return np.asarray(np.clip(np.rint(gaps * (1 / GAP_SCALE)), -127, 127), np.int8)

    def arrays_of(self, parts: Sequence[Symbols]) -> tuple[list[int], Floats, Floats, Floats]:
        """Lengths, place vectors (parts, longest, place size), gaps (parts, longest, groups), wholes; not rounded."""
        starts, lengths, vectors, prices, wholes = self._run(parts)
        longest = max([1, *lengths])
        places = np.zeros((len(parts), longest, vectors.shape[1]), np.float32)
        gaps = np.zeros((len(parts), longest, prices.shape[1]), np.float32)
        for at, (start, length) in enumerate(zip(starts, lengths, strict=True)):
            places[at, :length] = vectors[start : start + length]
            gaps[at, :length] = prices[start : start + length]
        return lengths, places, gaps, wholes

    def _run(self, parts: Sequence[Symbols]) -> tuple[list[int], list[int], Floats, Floats, Floats]:
        """First places, lengths, place vectors, gaps, wholes: all parts in one row, an empty place before each."""
        w, number = self._w, self._number.get
        lengths = [len(part.letters) for part in parts]
        starts, numbers, bases, inner_places, groups, empty = [], [0], [0], [0], [0], [0]
        for part, length in zip(parts, lengths, strict=True):
            starts.append(len(numbers))
            numbers += [number(letter, 1) for letter in part.letters]
            bases += [ord(base) - 96 if base else 0 for base in part.bases]
            inner_places += part.places
            groups += [part.group] * length
            empty.append(len(numbers))
            numbers.append(0)
            bases.append(0)
            inner_places.append(0)
            groups.append(0)
        dot, compiled = np.dot, loops()
        if compiled is not None:
            x, there = np.empty((len(numbers), w["letter"].shape[1]), np.float32), np.empty(len(numbers), np.float32)
            tables = w["letter"], w["base"], w["place"], w["group"]
            compiled.embed(numbers, bases, inner_places, groups, *tables, x, there)
            for wide, wide_bias, out in self._layers:
                inner = np.empty((len(numbers), len(wide_bias)), np.float32)
                compiled.hidden(dot(x, wide), wide_bias, inner)
                compiled.add_there(x, dot(inner, out), there)
        else:
            x = self._through_layers(numbers, bases, inner_places, groups, empty)
        places = dot(x, w["align"])
        places += w["align_bias"]
        gaps = dot(x, w["gap"])
        gaps += w["gap_bias"]
        # The logarithm of 1 + e^x, from steps that numpy takes for many numbers at once, unlike `logaddexp`.
        gaps = np.minimum(-gaps, 0) - np.log(1 + np.exp(-np.abs(gaps)))
        # With the empty place at the end there are two rows at least: one alone is multiplied in another order.
        sums = np.add.reduceat(x, [*starts, len(x) - 1]) if parts else x[:0]
        return starts, lengths, places, gaps, np.asarray(dot(sums, w["pool"])[:-1], np.float32)

    def _through_layers(
        self, numbers: list[int], bases: list[int], inner_places: list[int], groups: list[int], empty: list[int]
    ) -> Floats:
        """What the layers make of a row of symbols. (places, width)"""
        w = self._w
        x = w["letter"][numbers]
        if 1 in numbers:
            x[np.array(numbers) == 1] = 0
        x += w["base"][bases]
        x += w["place"][inner_places]
        x += w["group"][groups]
        there = np.ones((len(x), 1), np.float32)
        there[empty] = 0
        x *= there
        dot, add = np.dot, np.add
        for wide, wide_bias, out in self._layers:
            # Weights of the place before, the place itself and the one after, beside each other: one product for all.
            near = dot(x, wide)
            hidden = wide.shape[1] // 3
            inner = near[:, hidden : 2 * hidden] + wide_bias
            add(inner[1:], near[:-1, :hidden], out=inner[1:])
            add(inner[:-1], near[1:, 2 * hidden :], out=inner[:-1])
            np.maximum(inner, 0, out=inner)
            x += dot(inner, out)
            x *= there
        return x


def _in_steps(values: Floats, step: float) -> Floats:
    """What is left of values that were kept in bytes, in steps of this size."""
    steps = np.rint(values * np.float32(1 / step))
    return np.asarray(np.minimum(np.maximum(steps, -127), 127) * np.float32(step), np.float32)


def directions_in_bytes(directions: Floats) -> Bytes:
    """Vectors of length 1 as whole numbers, in steps of 1 / `DIRECTION_SCALE`."""
    return np.asarray(np.clip(np.rint(directions * DIRECTION_SCALE), -127, 127), np.int8)


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The encoder of the package."""
    with np.load(BytesIO(shipped("encoder.npz"))) as arrays:
        return Encoder({name: arrays[name] for name in arrays.files})


def unit(vectors: Floats) -> Floats:
    """Vectors of length 1; a vector of nothing stays nothing."""
    return np.asarray(vectors / np.sqrt((vectors * vectors).sum(-1, keepdims=True) + 1e-6), np.float32)
