"""The hand-made tables in `resources/`: given names with their forms, pet forms, common family names.

In: nothing. Out: what is known of a part, looked up by its folded form; loaded on first use.
Leaves to others: what a hit is worth (`likeness`, `compare`).

The tables are lines that a linguist edits (``given.tsv``, ``family.tsv``, ``pet.tsv``). Folding all their words takes
a third of a second, so it is done beforehand: ``python -m training.names.listed`` writes ``listed.npz``, and a test
fails where it is older than the lines.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import numpy as np

from homeward.names.normalize import fold, fold_words
from homeward.names.script import script_of
from homeward.names.shipped import shipped, shipped_text


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables say of a part.

    Attributes:
        identities: the names that it is a spelling of; two parts with one identity are one name spelled twice.
        cognates: the names that it is a form of in some language, its own included: Juan is John.
        fulls: the lines of pet forms that it is a full form of: Alexander.
        shorts: the lines of pet forms that it is a pet form of: Sasha.
        kinds: ``m``, ``f`` (given name of a man, of a woman), ``g`` (of either), ``s`` (family name).
        one_in: roughly how many people there are to each who bears it, where it is common.
    """

    identities: frozenset[str]
    cognates: frozenset[str]
    fulls: frozenset[str]
    shorts: frozenset[str]
    kinds: frozenset[str]
    one_in: int

    @property
    def given(self) -> bool:
        """Whether it is a given name and no family name."""
        return bool(self.identities) and "s" not in self.kinds


_DOUBLE = re.compile(r"(.)\1+")
_SHIFT = 12  # of the bits of a hash, those that tell whether a form is looked for at all

UNUSUAL = 2000
"""How rare a listed name is taken to be where the table does not say."""


def known(core: str) -> Known | None:
    """What is known of a part in any of its listed forms."""
    return known_as(fold(core))


@lru_cache(maxsize=65536)
def known_as(folded: str) -> Known | None:
    """What is known of a part that is folded already."""
    listed = _listed()
    cells = listed.cells_of(folded)
    if not cells:
        return None
    count = listed.names
    identities: list[str] = []
    cognates: list[str] = []
    fulls: list[str] = []
    shorts: list[str] = []
    kinds, least = "", UNUSUAL
    for cell in cells:
        line, second = cell >> 1, cell & 1
        if line >= count:
            (shorts if second else fulls).append(str(line - count))
            continue
        name, kind, one_in = listed.name(line)
        cognates.append(name)
        if not second:
            identities.append(name)
            kinds += kind
            least = min(least, one_in)
    sets = [frozenset(some) if some else _NOTHING for some in (identities, cognates, fulls, shorts)]
    return Known(sets[0], sets[1], sets[2], sets[3], _kinds(kinds), least)


@lru_cache(maxsize=65536)
def lines_with(folded: str) -> frozenset[int]:
    """The lines of the tables in which a folded part stands: two parts without a common one have no name in common.

    A tenth of the work of `known_as`, which says what is in them.
    """
    cells = _listed().cells_of(folded)
    return frozenset([cell >> 1 for cell in cells]) if cells else _NO_LINES


_NOTHING: frozenset[str] = frozenset()
_NO_LINES: frozenset[int] = frozenset()


@lru_cache(maxsize=1024)
def _kinds(letters: str) -> frozenset[str]:
    return frozenset(letters)


def listed_kinds(word: str) -> frozenset[str]:
    """What the tables know a word as: ``m``, ``f``, ``g`` (given names), ``s`` (family name); empty if not listed."""
    found = known(word)
    if found is None:
        return frozenset()
    return found.kinds or frozenset("g")  # a pet form, or a form of another language


class Listed:
    """The tables: cells of forms by number, two to a line of names, then two to a line of pet forms.

    Args:
        arrays: folded (all cells, each with a line end), starts (of the cells in it, and its length), kinds and
            one_in (of the lines of names), hashes (of every form, in order), places (of each in folded), numbers
            (of its cell).
    """

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        # Views give plain numbers, and take a tenth of the time that arrays take for one.
        views = {name: np.ascontiguousarray(array).data for name, array in arrays.items()}
        self._folded, self._kinds = bytes(views["folded"]), bytes(views["kinds"]).decode()
        self._starts, self._one_in, self._hashes = views["starts"], views["one_in"], views["hashes"]
        self._places, self._numbers = views["places"], views["numbers"]
        there = np.zeros(1 << 32 - _SHIFT, bool)
        there[np.asarray(arrays["hashes"]) >> _SHIFT] = True
        self._there = there.tobytes()  # most parts of names stand nowhere, and few of these are sought at all
        self.names = len(self._kinds)

    def cells_of(self, form: str) -> list[int]:
        """The cells in which a folded form stands."""
        data = form.encode("utf-8", "surrogatepass")
        wanted = zlib.crc32(data)
        cells: list[int] = []
        if not self._there[wanted >> _SHIFT]:
            return cells
        first = bisect_left(self._hashes, wanted)
        while first < len(self._hashes) and self._hashes[first] == wanted:
            place = self._places[first]
            if self._folded[place : place + len(data) + 1] in (data + b" ", data + b"\n"):
                cells.append(self._numbers[first])
            first += 1
        return cells

    def forms(self, cell: int) -> list[str]:
        """The folded forms of a cell."""
        return self._folded[self._starts[cell] : self._starts[cell + 1]].decode().split()

    def name(self, line: int) -> tuple[str, str, int]:
        """The identity of a line of names, its kind, and one in how many bears it."""
        kind, start = self._kinds[line], self._starts[2 * line]
        first = self._folded[start : self._starts[2 * line + 1] - 1].partition(b" ")[0]
        return f"{first.decode()}/{kind}", kind, self._one_in[line]

    def spellings(self, identity: str) -> list[str]:
        """The folded spellings of an identity."""
        cells = [cell for cell in self.cells_of(identity.rpartition("/")[0]) if cell < 2 * self.names]
        return self.forms(max(cell for cell in cells if not cell % 2 and self.name(cell // 2)[0] == identity))


def compile_tables() -> dict[str, Any]:
    """The arrays of `Listed`, from the lines of the tables."""
    names, pets = read_lines("given.tsv") + read_lines("family.tsv"), read_lines("pet.tsv")
    columns = [cell for _, _, spellings, *others in names for cell in (spellings, others[0] if others else "")]
    columns += [cell for _, whole, short in pets for cell in (whole, short)]
    cells = [" ".join(cell.split()) for cell in fold_words("\n".join(columns)).split("\n")]
    found: list[tuple[int, int, int]] = []
    starts = [0]
    for number, cell in enumerate(cells):
        place = starts[-1]
        for form in cell.encode().split():
            found.append((zlib.crc32(form), number, place))
            place += len(form) + 1
        starts.append(starts[-1] + len(cell.encode()) + 1)
    found.sort()
    return {
        "folded": np.frombuffer("".join(f"{cell}\n" for cell in cells).encode(), np.uint8),
        "starts": np.array(starts, np.int32),
        "kinds": np.frombuffer("".join(kind for kind, *_ in names).encode(), np.uint8),
        "one_in": np.array([int(one_in) for _, one_in, *_ in names], np.int32),
        "hashes": np.array([value for value, _, _ in found], np.uint32),
        "numbers": np.array([number for _, number, _ in found], np.int32),
        "places": np.array([place for *_, place in found], np.int32),
    }


def read_lines(name: str) -> list[list[str]]:
    """The lines of a table as they are edited, cell by cell."""
    return [line.split("\t") for line in shipped_text(name).splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def _listed() -> Listed:
    with np.load(BytesIO(shipped("listed.npz"))) as arrays:
        return Listed({name: arrays[name] for name in arrays.files})


def listed_in(known_part: Known, script: str) -> bool:
    """Whether the tables say how a name is written in a script; then what is written otherwise is another name."""
    return any(script in _scripts_of(identity) for identity in known_part.identities)


def spelled_so(core: str, known_part: Known) -> bool:
    """Whether a Latin part is a spelling of a name but for how it writes long vowels and double letters.

    Rashid is how most people write both Rasheed and Raashid, though the tables can list it with one of them only.
    """
    key = _short(fold(core))
    return any(key in _short_spellings(identity) for identity in known_part.identities)


@lru_cache(maxsize=8192)
def _short_spellings(identity: str) -> frozenset[str]:
    return frozenset(_short(form) for form in _listed().spellings(identity) if form.isascii())


@lru_cache(maxsize=32768)
def _short(folded: str) -> str:
    for long, short in (("ee", "i"), ("ie", "i"), ("oo", "u"), ("ou", "u"), ("aa", "a"), ("ah", "a"), ("y", "i")):
        folded = folded.replace(long, short)
    return _DOUBLE.sub(r"\1", folded)


@lru_cache(maxsize=8192)
def _scripts_of(identity: str) -> frozenset[str]:
    """The scripts in which a name has a spelling."""
    return frozenset(script_of(form) for form in _listed().spellings(identity))
