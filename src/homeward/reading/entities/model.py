"""A linear-chain model: which words of a row name what, from weights of signs, in numpy.

In: rows of words (`observe`) and a file of weights. Out: for each word the probability of each tag; the likeliest
tags.
Leaves to others: what the signs are (`forms`, `observe`), and how the weights came to be
(`training/reading/entities`).

Method: conditional random field (Lafferty et al. 2001). Each sign of a word weighs on the tags of its neighbours up
to two words away; pairs and threes of neighbouring kinds and lemmas weigh on the word's own tag, their weights kept
by hash.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from homeward.reading.entities.observe import Row

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
REACH = 2  # words to each side on which a sign weighs
OFFSETS = 2 * REACH + 1
_BATCH = 64  # rows at once
_SIGNS_KEPT = 40_000  # sets of signs whose rows are kept: 20 MB
_TYPES_AT_ONCE = 2048  # whose signs are summed together
IMPOSSIBLE = -1e4

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def follows(before: int, tag: int) -> bool:
    """Whether a tag may follow another: only a name's own beginning or inside goes before its inside."""
    return not TAGS[tag].startswith("I") or TAGS[before][2:] == TAGS[tag][2:]


@dataclass(frozen=True, slots=True)
class Laid:
    """Rows laid end to end, with `REACH` empty places between them.

    Attributes:
        types: (places,), which of `kinds` and `signs` a word is; 0 is the empty place.
        signs: the signs of each type, by itself and of its surroundings. hashes: (types, 2), of kind and lemma.
        starts: where each row begins. lengths: of each row.
    """

    types: Ints
    signs: list[tuple[tuple[str, ...], tuple[str, ...]]]
    hashes: npt.NDArray[np.uint64]
    starts: Ints
    lengths: Ints


def lay(rows: Sequence[Row]) -> Laid:
    """Lay rows end to end; words alike in all that is known of them are one type."""
    numbers: dict[tuple[str, tuple[str, ...]], int] = {("", ()): 0}
    signs: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((), ())]
    hashes: list[tuple[int, int]] = [(0, 0)]
    types: list[int] = [0] * REACH
    starts: list[int] = []
    for row in rows:
        starts.append(len(types))
        for seen in row:
            key = (seen.form.text, seen.signs)
            number = numbers.get(key)
            if number is None:
                number = numbers[key] = len(signs)
                signs.append((seen.form.signs, seen.signs))
                kind = (
                    seen.form.kind + ("^" if "start" in seen.signs else "") + ("q" if "q=first" in seen.signs else "")
                )
                hashes.append((zlib.crc32(kind.encode()) + 1, zlib.crc32(seen.form.lemma.encode()) + 1))
            types.append(number)
        types += [0] * REACH
    lengths = np.array([len(row) for row in rows], np.int64)
    return Laid(np.array(types, np.int64), signs, np.array(hashes, np.uint64), np.array(starts, np.int64), lengths)


def neighbours(laid: Laid, buckets: int) -> Ints:
    """(places, patterns): for each word, under which numbers its patterns of neighbours are weighed."""
    kinds, lemmas = (laid.hashes[laid.types, column] for column in (0, 1))

    def at(values: npt.NDArray[np.uint64], offset: int) -> npt.NDArray[np.uint64]:
        return np.roll(values, -offset)

    patterns = (
        (at(kinds, -1), kinds),
        (kinds, at(kinds, 1)),
        (at(kinds, -1), kinds, at(kinds, 1)),
        (at(kinds, -2), at(kinds, -1), kinds),
        (kinds, at(kinds, 1), at(kinds, 2)),
        (at(lemmas, -1), kinds),
        (kinds, at(lemmas, 1)),
        (at(lemmas, -1), lemmas),
        (lemmas, at(lemmas, 1)),
        (at(kinds, -1), lemmas),
        (lemmas, at(kinds, 1)),
    )
    found = np.empty((len(laid.types), len(patterns)), np.int64)
    for number, parts in enumerate(patterns):
        value = np.full(len(laid.types), 1469598103934665603 + number * 7919, np.uint64)
        for part in parts:
            value = (value ^ part) * np.uint64(1099511628211)
            value ^= value >> np.uint64(29)
        found[:, number] = (value % np.uint64(buckets)).astype(np.int64)
    return found


def batches(laid: Laid, size: int = _BATCH) -> Iterator[tuple[Ints, Ints]]:
    """Rows of about the same length together: their numbers, and (rows, longest) places, -1 beyond a row's end."""
    order = np.argsort(laid.lengths, kind="stable")
    for begin in range(0, len(order), size):
        rows = order[begin : begin + size]
        longest = int(laid.lengths[rows].max())
        inside = np.arange(longest)[None, :] < laid.lengths[rows][:, None]
        places = laid.starts[rows][:, None] + np.arange(longest)[None, :]
        yield rows, np.where(inside, places, -1)


class Weights:
    """The weights of one pass, as `training/reading/entities` has stored them.

    Attributes:
        numbers: the row of each sign. signs: (signs, offsets * tags). transitions: (tags, tags).
        table: (buckets,), row of each bucket of patterns; the last row of `patterns` is zero.
    """

    def __init__(self, stored: Mapping[str, npt.NDArray[np.generic]], name: str) -> None:
        self._stored = {key.removeprefix(name + "_"): stored[key] for key in stored if key.startswith(name + "_")}
        scales = stored[f"{name}_scales"].astype(np.float32)
        names = bytes(stored[f"{name}_names"].tobytes()).decode().split("\n")
        self.numbers = {sign: row for row, sign in enumerate(names)}
        self.signs: Floats = stored[f"{name}_signs"].astype(np.float32) * scales[0]
        patterns = stored[f"{name}_patterns"].astype(np.float32) * scales[1]
        self.patterns: Floats = np.vstack([patterns, np.zeros((1, len(TAGS)), np.float32)])
        buckets = int(stored[f"{name}_buckets"])
        self.table = np.full(buckets, len(patterns), np.int32)
        self.table[stored[f"{name}_used"].astype(np.int64)] = np.arange(len(patterns))
        self._kept: dict[tuple[str, ...], list[int]] = {}
        self.transitions: Floats = stored[f"{name}_transitions"].astype(np.float32)

    def stored(self) -> dict[str, npt.NDArray[np.generic]]:
        """The arrays that it was made from, without the name before them."""
        return self._stored

    def _rows(self, signs: tuple[str, ...]) -> list[int]:
        """The rows of signs; kept, as words come back."""
        found = self._kept.get(signs)
        if found is None:
            found = [row for sign in signs if (row := self.numbers.get(sign)) is not None]
            if len(self._kept) >= _SIGNS_KEPT:
                self._kept.clear()
            self._kept[signs] = found
        return found

    def weigh(self, laid: Laid) -> Floats:
        """(places, tags): how much speaks for each tag of each word, its neighbours' tags left aside."""
        types = np.zeros((len(laid.signs), OFFSETS * len(TAGS)), np.float32)
        for begin in range(0, len(laid.signs), _TYPES_AT_ONCE):
            rows = [
                self._rows(own) + self._rows(around) for own, around in laid.signs[begin : begin + _TYPES_AT_ONCE]
            ]
            counts = np.array([len(row) for row in rows])
            filled = np.nonzero(counts)[0]
            if len(filled):
                flat = np.array([number for row in rows for number in row])
                firsts = np.concatenate([[0], np.cumsum(counts[filled])[:-1]])
                types[begin + filled] = np.add.reduceat(self.signs[flat], firsts, axis=0)
        by_offset = types.reshape(len(laid.signs), OFFSETS, len(TAGS))
        weighed = np.zeros((len(laid.types), len(TAGS)), np.float32)
        for offset in range(OFFSETS):
            weighed += by_offset[np.roll(laid.types, REACH - offset), offset]
        for column in neighbours(laid, len(self.table)).T:
            weighed += self.patterns[self.table[column]]
        return weighed

    def chances(self, laid: Laid) -> Floats:
        """(places, tags): the probability of each tag of each word (forward and backward sums)."""
        weighed = self.weigh(laid)
        found = np.zeros_like(weighed)
        for _, places in batches(laid):
            inside = places >= 0
            found[places[inside]] = _chances(weighed, self.transitions, places)[inside]
        return found

    def read(self, laid: Laid) -> tuple[Ints, Floats]:
        """(places,) the tags of the likeliest row of tags (Viterbi), and (places, tags) the probability of each."""
        weighed = self.weigh(laid)
        tags = np.zeros(len(weighed), np.int64)
        chances = np.zeros_like(weighed)
        for _, places in batches(laid):
            inside = places >= 0
            tags[places[inside]] = _likeliest(weighed, self.transitions, places)[inside]
            chances[places[inside]] = _chances(weighed, self.transitions, places)[inside]
        return tags, chances


_MAY_FOLLOW = np.array([[follows(before, tag) for tag in range(len(TAGS))] for before in range(len(TAGS))])
_MAY_START = np.array([not tag.startswith("I") for tag in TAGS])


def _chances(weighed: Floats, transitions: Floats, places: Ints) -> Floats:
    """(rows, longest, tags) for rows sorted by length, so that those still going on stand last."""
    rows, longest = places.shape
    inside = places >= 0
    own = weighed[np.where(inside, places, 0)]
    own = np.exp(own - own.max(2, keepdims=True))
    moves = np.exp(transitions) * _MAY_FOLLOW
    first = [rows - int(inside[:, at].sum()) for at in range(longest)]
    forward = np.zeros((rows, longest, len(TAGS)), np.float32)
    scale = np.ones((rows, longest), np.float32)
    forward[:, 0] = own[:, 0] * _MAY_START
    forward[:, 0] /= forward[:, 0].sum(1, keepdims=True)
    for at in range(1, longest):
        going = slice(first[at], None)
        step = (forward[going, at - 1] @ moves) * own[going, at]
        scale[going, at] = step.sum(1)
        forward[going, at] = step / scale[going, at, None]
    backward = np.ones_like(forward)
    for at in range(longest - 2, -1, -1):
        going = slice(first[at + 1], None)
        ahead = own[going, at + 1] * backward[going, at + 1] / scale[going, at + 1, None]
        backward[going, at] = ahead @ moves.T
    return forward * backward


def _likeliest(weighed: Floats, transitions: Floats, places: Ints) -> Ints:
    rows, longest = places.shape
    inside = places >= 0
    own = weighed[np.where(inside, places, 0)]
    moves = np.where(_MAY_FOLLOW, transitions, IMPOSSIBLE)
    score = np.where(_MAY_START, own[:, 0], IMPOSSIBLE)
    came = np.empty((rows, longest, len(TAGS)), np.int64)
    for at in range(1, longest):
        steps = score[:, :, None] + moves
        goes_on = inside[:, at, None]
        came[:, at] = np.where(goes_on, steps.argmax(1), np.arange(len(TAGS)))
        score = np.where(goes_on, steps.max(1) + own[:, at], score)
    tags = np.zeros((rows, longest), np.int64)
    tags[:, -1] = score.argmax(1)
    for at in range(longest - 1, 0, -1):
        tags[:, at - 1] = came[np.arange(rows), at, tags[:, at]]
    return tags
