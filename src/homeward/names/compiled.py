"""The loops of a search that are also there in C, where the package was built with a C compiler.

In: nothing. Out: `loops`, None where numpy has to do what they do; `engine_state`, which of both in words.
Leaves to others: what the loops work out (their callers, which say it in numpy), building them (``hatch_build.py``).

They save a search a fifth of its time and change no answer. Whatever stands in the way of them is no error: no
compiler when the package was built, another Python since, ``compiled.c`` changed since (its checksum is in what was
built), or ``HOMEWARD_PURE=1``, by which anybody can tell whether something is their fault.
"""

from __future__ import annotations

import importlib
import os
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol, cast

SWITCH = "HOMEWARD_PURE"
SOURCE = Path(__file__).with_suffix(".c")


class Loops(Protocol):
    """What ``compiled.c`` has. Arrays are contiguous; `out` is written into.

    Raises:
        ValueError: arrays do not fit each other.
    """

    STAMP: int

    def worths_of_pairs(self, ones: list[Any], others: list[Any], match_bias: float, mix: float, out: Any, /) -> None:
        """The worth of each two readings (`transducer.worths_of_pairs`). out (pairs,), float32."""

    def worths_beside(
        self, one: Any, ids: Any, starts: Any, places: Any, gaps: Any, groups: Any,
        place_scale: float, gap_scale: float, match_bias: float, out: Any, /,
    ) -> None:  # fmt: skip
        """The worth of a reading beside parts of a segment, without that of their wholes. out (ids,), float32.

        ids are int32; the arrays are those of the segment: place_starts, places, gaps, part_group.
        """

    def nearnesses(self, tasks: list[tuple[int, Any, Any]], /) -> list[float]:
        """The cosine of the second and the third of each tuple, two readings."""

    def nearness_of_rows(
        self, vectors: Any, starts: Sequence[int], ends: Sequence[int], query: Any, out: Any, /
    ) -> None:
        """The product of a float32 vector with some stretches of int8 ones. out (rows of all stretches,), float32."""

    def least_of_greatest(self, values: Any, most: int, /) -> float:
        """The least of the greatest float32 numbers, so many."""

    def hopeful(self, values: Any, most: int, each: int, out: Any, /) -> int:
        """How many numbers may be among the greatest, so many; their places go into out, (values,), int64.

        They are not less than the greatest of enough stretches, of `each` numbers.
        """

    def embed(
        self, letters: list[int], bases: list[int], places: list[int], groups: list[int],
        letter: Any, base: Any, place: Any, group: Any, out: Any, there: Any, /,
    ) -> None:  # fmt: skip
        """What a row of symbols enters the encoder as. out (symbols, width), there (symbols,), 0 where none is."""

    def hidden(self, near: Any, bias: Any, out: Any, /) -> None:
        """The inner values of a layer, from (places, 3 * width) products of each place. out (places, width)."""

    def add_there(self, x: Any, more: Any, there: Any, /) -> None:
        """Add to x (places, width) where there is something, and leave nothing where there is not."""


def stamp(source: bytes) -> int:
    """Tells the text of ``compiled.c`` from others."""
    return zlib.crc32(source) & 0x7FFFFFFF


def _load() -> tuple[Loops | None, str]:
    if os.environ.get(SWITCH, "") not in ("", "0"):
        return None, f"numpy alone ({SWITCH} is set)"
    try:
        built = cast(Loops, importlib.import_module("homeward.names._compiled"))
        if stamp(SOURCE.read_bytes()) != built.STAMP:
            return None, f"numpy alone ({SOURCE.name} has changed since it was built)"
    except (ImportError, OSError):
        return None, "numpy alone (built without a C compiler)"
    return built, "compiled"


_loops, _state = _load()


def loops() -> Loops | None:
    """The loops in C, or None."""
    return _loops


def engine_state() -> str:
    """Whether the loops in C are used, in words, and why not."""
    return _state
