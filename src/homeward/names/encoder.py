"""A part of a name as vectors: one for each place in it, and one for the whole.

In: parts in any script. Out: `Reading`: what the alignment compares place by place (`transducer`), and the sum by
which an index finds what is near. Leaves to others: what parts are (`parts`), what a likeness is worth (`compare`).

The weights are learnt from public data by `training/names` and described in ``resources/model-card.md``. Running them
takes numpy alone; the same sums in JAX are the oracle of this module's tests where JAX is installed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from homeward.names.symbols import Symbols, spell_out

Floats = npt.NDArray[np.float32]

_MEMORY = 60_000  # parts kept as they were read
_BATCH = 512


GAP_SCALE = 8.0 / 127
DIRECTION_SCALE = 127.0

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
        self._layers = int(arrays["layers"])
        self.match_bias = float(self._w["match_bias"])
        self.mix = float(self._w["mix"])
        self.part_size, self.place_size = self._w["pool"].shape[1], self._w["align"].shape[1]
        self._kept: dict[str, Reading] = {}

    @cached_property
    def place_scale(self) -> float:
        """The step in which numbers of a vector of a place are kept in one byte; what is beyond 127 steps is cut."""
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
        return 1.4 * float(np.abs(self.arrays_of([spell_out(text) for text in texts])[1]).max()) / 127

    @cached_property
    def stamp(self) -> str:
        """Tells these weights from others."""
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

    def read_afresh(self, parts: Sequence[Symbols]) -> list[Reading]:
        """Read parts that are spelled out already, without keeping them."""
        if not parts:
            return []
        lengths, places, gaps, wholes = self.arrays_of(parts)
        places = self.places_in_bytes(places) * np.float32(self.place_scale)
        gaps = self.gaps_in_bytes(gaps) * np.float32(GAP_SCALE)
        directions = directions_in_bytes(unit(wholes)) * np.float32(1 / DIRECTION_SCALE)
        wholes = directions * np.sqrt((wholes * wholes).sum(1, keepdims=True) + 1e-6)
        owns = (places * places).sum((1, 2)) - self.match_bias * np.array(lengths)
        return [
            Reading(
                places[at, :n].copy(),
                gaps[at, :n].copy(),
                wholes[at],
                directions[at],
                parts[at].group,
                float(owns[at]),
            )
            for at, n in enumerate(lengths)
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
        w, layers = self._w, self._layers
        lengths = [len(p.letters) for p in parts]
        longest = max(1, *lengths) if lengths else 1
        numbers = np.zeros((3, len(parts), longest), np.int32)
        for row, part in enumerate(parts):
            n = lengths[row]
            numbers[0, row, :n] = [self._number.get(c, 1) for c in part.letters]
            numbers[1, row, :n] = [ord(b) - 96 if b else 0 for b in part.bases]
            numbers[2, row, :n] = part.places
        letter, base, place = numbers
        groups = np.array([p.group for p in parts], np.int32)
        there = (letter > 0).astype(np.float32)[..., None]
        x = w["letter"][letter] * (letter > 1).astype(np.float32)[..., None]
        x += w["base"][base]
        x += w["place"][place]
        x += w["group"][groups][:, None]
        x *= there
        count, width = len(parts), x.shape[-1]
        around = np.zeros((count, longest, 3 * width), np.float32)
        for layer in range(layers):
            around[:, 1:, :width] = x[:, :-1]
            around[:, :, width : 2 * width] = x
            around[:, :-1, 2 * width :] = x[:, 1:]
            inner = around.reshape(-1, 3 * width) @ w[f"in{layer}"]
            inner += w[f"in_bias{layer}"]
            np.maximum(inner, 0, out=inner)
            x += (inner @ w[f"out{layer}"]).reshape(count, longest, width)
            x *= there
        flat = x.reshape(-1, width)
        places = (flat @ w["align"] + w["align_bias"]).reshape(count, longest, -1) * there
        gaps = (-np.logaddexp(0, flat @ w["gap"] + w["gap_bias"])).reshape(count, longest, -1).astype(
            np.float32
        ) * there
        whole = (x.sum(1) @ w["pool"]).astype(np.float32)
        return lengths, np.asarray(places, np.float32), np.asarray(gaps, np.float32), whole


def directions_in_bytes(directions: Floats) -> Bytes:
    """Vectors of length 1 as whole numbers, in steps of 1 / `DIRECTION_SCALE`."""
    return np.asarray(np.clip(np.rint(directions * DIRECTION_SCALE), -127, 127), np.int8)


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The encoder of the package."""
    with (files("homeward.names") / "resources" / "encoder.npz").open("rb") as file, np.load(file) as arrays:
        return Encoder({name: arrays[name] for name in arrays.files})


def unit(vectors: Floats) -> Floats:
    """Vectors of length 1; a vector of nothing stays nothing."""
    return np.asarray(vectors / np.sqrt((vectors * vectors).sum(-1, keepdims=True) + 1e-6), np.float32)
