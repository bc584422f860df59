"""Which texts are copies of each other, word for word in the main, so that a wire story printed twice counts once.

In: texts. Out: fingerprints, few numbers a text, of which copies share some; and, for two texts, how much of each
stands in the other.
Leaves to others: keeping the fingerprints, what stands on every page of a publisher, from how much on a text is a
copy, and what follows for the chains (casework).

Two texts that share a fingerprint are worth comparing and no more than that; `likeness` compares all their words.
Method: Schleimer, Wilkerson and Aiken (2003), "Winnowing: Local Algorithms for Document Fingerprinting". Of every so
many runs of five words that follow each other the one with the least hash is kept, so that a passage as long as that
leaves a fingerprint wherever it stands. The least of many is also the least of any few among them: what is kept
sparsely of one text is met by what is asked densely of another.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np

RUN = 5
"""Words in a run; five in a row are rarely the same by chance, even in two reports of one event."""

# Each word is a number, and a run the polynomial of its five. The low bits of such a sum are the poorer ones.
_BASE = 0x9E37_79B9_7F4A_7C15
_DROPPED_BITS = 16  # 48 are left: two of millions of runs are hardly ever one by chance
_DENSE, _SPARSE = 4, 16  # runs of which one is kept: in a text of 125 words or less, and of 400 or more
_MOST = 200  # a long text is given longer stretches, so that it has twice as many fingerprints at most

# Scripts that put no spaces between words: there each letter counts as a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|(?:[^\W_{_UNSPACED}]|[\u0900-\u0dff])+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
# Spellings that one newsroom writes and another changes: organize, organise; colour, color; forms of Arabic letters.
_ONE_LETTER = {"ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ـ": ""}
# Not "four" and "your": four would be read as "for".
_SPELT = re.compile(r"(?<=\w\w)ours?\b|ll")


@dataclass(frozen=True, slots=True)
class Worded:
    """A text as its words, folded, and the hash of each run of them, in order.

    Attributes:
        runs: a text shorter than a run has one, of all its words; an empty text has none.
        length: how many words.
    """

    runs: tuple[int, ...]
    length: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two texts have in common: of each, the words in runs of five and more that the other has too.

    Attributes:
        one, other: words of each text, without those of passages that were to be passed over.
        one_shared, other_shared: those of them that stand in the other text as well.
    """

    one: int
    other: int
    one_shared: int
    other_shared: int

    @property
    def share(self) -> float:
        """The larger share of a text that stands in the other: 1 for a copy, also if only a part was copied."""
        return max(_part(self.one_shared, self.one), _part(self.other_shared, self.other))

    @property
    def lesser_share(self) -> float:
        """The same of the text that has more of its own."""
        return min(_part(self.one_shared, self.one), _part(self.other_shared, self.other))

    @property
    def own(self) -> int:
        """Words that only one text has, of the text that has fewer such words."""
        return min(self.one - self.one_shared, self.other - self.other_shared)


def words_in_order(text: str) -> list[str]:
    """The words of a text without case, accents, punctuation and differences of spelling between newsrooms."""
    plain = text.lower()
    if not text.isascii():
        plain = _FOREIGN.sub(_plain, unicodedata.normalize("NFKD", text).casefold())
    words = _ASCII_WORD if plain.isascii() else _WORD
    return words.findall(_SPELT.sub(_spell, plain.replace("z", "s")))


def worded(text: str) -> Worded:
    """The words of a text, ready to be compared with others."""
    words = words_in_order(text)
    if not words:
        return Worded((), 0)
    numbers = np.array([_number(word) for word in words], dtype=np.uint64)
    many = max(1, len(words) - RUN + 1)
    runs = np.zeros(many, dtype=np.uint64)
    for place in range(min(RUN, len(words))):
        runs = runs * np.uint64(_BASE) + numbers[place : place + many]
    return Worded(tuple((runs >> np.uint64(_DROPPED_BITS)).tolist()), len(words))


def fingerprints(text: Worded) -> frozenset[int]:
    """The numbers to be kept for a text, from 0 to 2**48; some 50 for a report of 400 words, 400 for any book."""
    many = len(text.runs)
    return _least(text.runs, max(many // _MOST, min(_SPARSE, max(_DENSE, many // 25))))


def probes(text: Worded) -> frozenset[int]:
    """The numbers to be looked for among those kept of other texts; those of `fingerprints` are among them."""
    return _least(text.runs, max(_DENSE, len(text.runs) // _MOST))


def likeness(one: Worded, other: Worded, *, usual: AbstractSet[int] = frozenset()) -> Likeness:
    """Compare two texts word for word.

    Args:
        usual: runs of passages to be passed over, because they stand on every page of a publisher.
    """
    ones, others = set(one.runs), set(other.runs)
    shared = ones & others
    passed = (usual & ones, usual & others)
    left, right = (_covered(text, shared, over) for text, over in zip((one, other), passed, strict=True))
    return Likeness(left[0], right[0], left[1], right[1])


def copy_similarity(a: str, b: str) -> float:
    """The share of one text that stands in the other in runs of five words: 1 for a copy, also of a part."""
    return likeness(worded(a), worded(b)).share


def usual_runs(pages: Sequence[Worded], *, at_least: int = 3) -> frozenset[int]:
    """The runs of words that stand on several pages: what a publisher puts on all of them."""
    seen: dict[int, int] = {}
    for page in pages:
        for run in set(page.runs):
            seen[run] = seen.get(run, 0) + 1
    return frozenset(run for run, count in seen.items() if count >= at_least)


def _covered(text: Worded, shared: AbstractSet[int], usual: AbstractSet[int]) -> tuple[int, int]:
    """How many words stand in no usual run, and how many of these stand in a shared one."""
    size = min(RUN, text.length)
    in_usual = _words_in(text.runs, usual, size, text.length)
    in_shared = _words_in(text.runs, shared, size, text.length)
    counted = text.length - sum(in_usual)
    return counted, sum(1 for passed, met in zip(in_usual, in_shared, strict=True) if met and not passed)


def _words_in(runs: Sequence[int], wanted: AbstractSet[int], size: int, length: int) -> bytearray:
    """For each word, 1 if it stands in a wanted run."""
    met = bytearray(length)
    if not wanted:
        return met
    until = 0
    for place, run in enumerate(runs):
        if run in wanted:
            begin = max(place, until)
            until = place + size
            met[begin:until] = b"\x01" * (until - begin)
    return met


def _least(runs: Sequence[int], stretch: int) -> frozenset[int]:
    """Of every `stretch` runs that follow each other, the least."""
    if len(runs) <= stretch:
        return frozenset((min(runs),)) if runs else frozenset()
    kept: set[int] = set()
    rising: deque[int] = deque()  # places of runs that are the least of all that follow them
    for place, run in enumerate(runs):
        while rising and runs[rising[-1]] >= run:
            rising.pop()
        rising.append(place)
        if rising[0] <= place - stretch:
            rising.popleft()
        if place >= stretch - 1:
            kept.add(runs[rising[0]])
    return frozenset(kept)


@lru_cache(maxsize=50_000)
def _number(word: str) -> int:
    # Of a library function, not of `hash`: what is kept in a case file must be the same in every process.
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


class _Letters(dict[int, str]):
    """What each letter becomes, worked out when it is first met: accents and points go, other forms are one."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter in _ONE_LETTER:
            made = _ONE_LETTER[letter]
        elif letter.isdecimal():
            made = str(unicodedata.decimal(letter))
        elif unicodedata.category(letter)[0] == "M":  # an accent goes; a vowel of an Indic script is a letter
            made = "" if unicodedata.combining(letter) else letter
        elif unicodedata.category(letter) == "Cf":
            made = ""
        else:
            made = letter if letter.isalnum() else " "
        self[code] = made
        return made


_LETTERS = _Letters()


def _plain(found: re.Match[str]) -> str:
    return found[0].translate(_LETTERS)


def _spell(found: re.Match[str]) -> str:
    return "l" if found[0] == "ll" else found[0].replace("our", "or")


def _part(shared: int, of: int) -> float:
    return shared / of if of else 0.0
