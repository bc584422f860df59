"""What names begin with: the forms whose first letters, or those of a later word, are the ones typed.

In: written forms with their ids. Out: `Letters`, which tells ids by the alphabet.
Leaves to others: which forms these are and where they are kept (`people_names`).

Everything lies in arrays that can stay on disk: the folded words of each form one after another, and the places in
them where a word begins, in alphabetical order. Letters are looked up by halving, so that nothing is read to memory.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.casework.document_terms import latin_letters

_SYLLABLE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTERS_A_SYLLABLE = 2
_AFTER_ALL = b"\xff"  # stands in no text that is written in UTF-8
_ARRAYS = ("letters", "ends", "rows", "starts")

_Begun = tuple[bool, str, int]
"""Whether it is a later word that begins so; the whole form; its id."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Forms by what they begin with.

    Attributes:
        letters, ends: the folded words of each form, in UTF-8, one form after another; where each form ends.
        rows, starts: every place where a word begins, in alphabetical order: which form, and how far in it.
    """

    letters: npt.NDArray[np.uint8]
    ends: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int32]

    @classmethod
    def build(cls, forms: Sequence[Sequence[str]]) -> _Table:
        wholes = [_bytes(" ".join(words)) for words in forms]
        places = [
            (whole[start:], row, start)
            for row, (whole, words) in enumerate(zip(wholes, forms, strict=True))
            for start in _starts(words)
        ]
        places.sort()
        return cls(
            np.frombuffer(b"".join(wholes), np.uint8),
            np.cumsum([len(whole) for whole in wholes], dtype=np.int64),
            np.array([row for _, row, _ in places], np.int32),
            np.array([start for _, _, start in places], np.int32),
        )

    def beginning(self, letters: bytes, ids: npt.NDArray[np.int64]) -> list[_Begun]:
        """The forms that begin so, sorted."""
        if not letters:
            return []
        places = range(self._place_of(letters), self._place_of(letters + _AFTER_ALL))
        found = []
        for place in places:
            row = int(self.rows[place])
            found.append((bool(self.starts[place]), self._whole(row).decode("utf-8", "surrogatepass"), int(ids[row])))
        return sorted(found)

    def _place_of(self, letters: bytes) -> int:
        low, high = 0, len(self.rows)
        while low < high:
            middle = (low + high) // 2
            if self._whole(int(self.rows[middle]))[int(self.starts[middle]) :] < letters:
                low = middle + 1
            else:
                high = middle
        return low

    def _whole(self, row: int) -> bytes:
        return self.letters[int(self.ends[row - 1]) if row else 0 : int(self.ends[row])].tobytes()


@dataclass(frozen=True, slots=True)
class Letters:
    """The beginnings of some written forms, as they are written and in Latin letters where these differ."""

    ids: npt.NDArray[np.int64]
    written: _Table
    latin: _Table

    @classmethod
    def build(cls, forms: Sequence[tuple[int, str]]) -> Letters:
        """Read forms, each an id and a text."""
        written = [folded_words(text) for _, text in forms]
        latin = [[word for word in map(latin_letters, words) if word] for words in written]
        differ = [one if one != other else [] for one, other in zip(latin, written, strict=True)]
        return cls(np.array([form for form, _ in forms], np.int64), _Table.build(written), _Table.build(differ))

    def save(self, folder: Path) -> None:
        """Write the arrays into a folder."""
        for name, array in self._arrays().items():
            np.save(folder / f"{name}.npy", array, allow_pickle=False)

    @classmethod
    def open(cls, folder: Path) -> Letters:
        """Open what was saved; it stays on disk until it is asked.

        Raises:
            OSError, ValueError: it is not there, or not whole.
        """

        def told(name: str) -> Any:
            return np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False))

        tables = {table: _Table(*(told(f"{table}-{name}") for name in _ARRAYS)) for table in ("written", "latin")}
        return cls(told("ids"), **tables)

    def _arrays(self) -> dict[str, npt.NDArray[Any]]:
        tables = (("written", self.written), ("latin", self.latin))
        arrays = {f"{name}-{array}": getattr(table, array) for name, table in tables for array in _ARRAYS}
        return {"ids": self.ids, **arrays}


def forms_beginning(all_letters: Sequence[Letters], letters: str, *, most: int) -> list[int]:
    """Ids of the forms that begin with these letters, then of those a later word of which does, by alphabet.

    After them come those that begin so in another script.
    """
    written = " ".join(folded_words(letters))
    latin = " ".join(filter(None, map(latin_letters, written.split())))

    def found() -> Iterator[_Begun]:
        yield from merge(*(part.written.beginning(_bytes(written), part.ids) for part in all_letters))
        yield from merge(*(part.latin.beginning(_bytes(latin), part.ids) for part in all_letters))
        if latin != written:
            yield from merge(*(part.written.beginning(_bytes(latin), part.ids) for part in all_letters))

    return list(islice(dict.fromkeys(form for _, _, form in found()), most))


def folded_words(text: str) -> list[str]:
    """The words of a text without case, marks and apostrophes: what somebody types is compared with these."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text).casefold()
        if unicodedata.category(letter) not in ("Mn", "Cf") and letter not in "'’"
    )
    return "".join(letter if letter.isalnum() else " " for letter in plain).split()


def letters_of(text: str) -> int:
    """How many letters are written; a sign of Chinese, Japanese or Korean is a syllable, and counts as two."""
    return sum(_LETTERS_A_SYLLABLE if _SYLLABLE.match(letter) else letter.isalpha() for letter in text)


def _starts(words: Sequence[str]) -> Iterator[int]:
    start = 0
    for word in words:
        yield start
        start += len(_bytes(word)) + 1


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
