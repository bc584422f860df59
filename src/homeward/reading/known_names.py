"""The written forms of all people looked for, so ordered that a text is searched for those alone that it may hold.

In: the forms of a spotter, once; then texts. Out: forms and names that may stand in a text; where words stand in it.
Leaves to others: spelling (`homeward.names`), and what a name in a text means (`mentions`).

A thousand people cost no more than ten: from each text its words are taken, and the names are found by them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

_RUN = re.compile(r"\w+")
_FEW = 64  # words that are sooner looked for than the letters of a text are listed
Place = tuple[int, int]

JOINED_ON = "ובלמשכوفبلك"  # letters that Hebrew and Arabic write on to the front of a name
_HEBREW_JOINED, _ARABIC_JOINED = frozenset("ובלמשכ"), frozenset("وفبلك")


class KnownNames:
    """Forms of names by person."""

    __slots__ = ("_by_last_run", "_ends", "_firsts", "_numbers", "forms", "owner")

    def __init__(self, forms: Mapping[str, Sequence[str]]) -> None:
        self.forms = forms
        self.owner = {form: key for key, written in forms.items() for form in written if " " in form}
        self._numbers = {form: number for number, form in enumerate(self.owner)}
        self._by_last_run: dict[str, list[str]] = {}
        for form in self.owner:
            runs = _RUN.findall(form)
            self._by_last_run.setdefault(runs[-1] if runs else "", []).append(form)
        self._ends = _Letters({words[-1] for form in self.owner if (words := form.split())})
        self._firsts: dict[Callable[[str], str | None], Firsts] = {}

    def whole(self, text: str) -> list[str]:
        """The forms of more than one word that may stand in a text, in their order."""
        return sorted(_looked_up(self._by_last_run, {"", *_RUN.findall(text)}), key=self._numbers.__getitem__)

    def firsts(self, first_of: Callable[[str], str | None]) -> Firsts:
        """The words by which one person alone may be known, as `first_of` takes them from the forms."""
        if (found := self._firsts.get(first_of)) is None:
            owners: dict[str, set[str]] = {}
            for key, written in self.forms.items():
                for form in written:
                    if (first := first_of(form)) is not None:
                        owners.setdefault(first, set()).add(key)
            found = self._firsts[first_of] = Firsts(owners)
        return found

    def any_end_in(self, text: str) -> bool:
        """Whether the last word of any of these forms stands somewhere in a text, be it inside a word."""
        return self._ends.any_in(text)


class Firsts:
    """First words of names, each with the person whom alone it belongs to, by the words they end in."""

    __slots__ = ("_by_last_run", "_longest", "_numbers", "owner")

    def __init__(self, owners: Mapping[str, set[str]]) -> None:
        self.owner = {first: next(iter(keys)) for first, keys in owners.items() if len(keys) == 1}
        self._numbers = {first: number for number, first in enumerate(self.owner)}
        self._by_last_run: dict[str, list[str]] = {}
        for first in self.owner:
            runs = _RUN.findall(first)
            self._by_last_run.setdefault(runs[-1] if runs else "", []).append(first)
        self._longest = max(map(len, self._by_last_run), default=0)

    def within(self, text: str) -> list[str]:
        """Those that may stand in a text, also behind letters written on to their front, in their order."""
        runs = {"", *_RUN.findall(text)}
        for run in runs.copy():  # no more of a run than a name is long
            first = max(1, len(run) - self._longest)
            runs |= {run[at:] for at in range(first, len(run)) if run[at - 1] in JOINED_ON}
        return sorted(_looked_up(self._by_last_run, runs), key=self._numbers.__getitem__)


class _Letters:
    """Words of which any is looked for inside a text."""

    __slots__ = ("_by_beginning", "_short")

    def __init__(self, words: Iterable[str]) -> None:
        self._short: list[str] = []
        self._by_beginning: dict[str, list[str]] = {}
        every = sorted(words)
        for word in every:
            if len(every) <= _FEW or len(word) < 3:
                self._short.append(word)
            else:
                self._by_beginning.setdefault(word[:3], []).append(word)

    def any_in(self, text: str) -> bool:
        if any(word in text for word in self._short):
            return True
        if not self._by_beginning:
            return False
        threes = {text[at : at + 3] for at in range(len(text) - 2)}
        return any(word in text for three in threes & self._by_beginning.keys() for word in self._by_beginning[three])


def _looked_up(index: Mapping[str, list[str]], runs: Iterable[str]) -> Iterator[str]:
    for run in runs:
        yield from index.get(run, ())


_KNOWN: WeakKeyDictionary[object, KnownNames] = WeakKeyDictionary()
_NOBODY = KnownNames({})


def known_names(sought: object) -> KnownNames:
    """The names of a spotter, kept as long as it lives: the people that it looks for stay the same."""
    if sought is None:
        return _NOBODY
    try:
        if (found := _KNOWN.get(sought)) is None:
            found = _KNOWN[sought] = KnownNames(getattr(sought, "forms", {}))
    except TypeError:  # no weak reference to it
        return KnownNames(getattr(sought, "forms", {}))
    return found


# --- where words stand ----------------------------------------------------------------------------------------------


def _in_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def whole_words(text: str, words: Sequence[str]) -> Iterator[Place]:
    """Where any of some words stands, with no letter or figure before or behind; of those in one place the first."""
    found = [
        (at, number, at + len(word))
        for number, word in enumerate(words)
        for at in _places(text, word)
        if not _in_word(text, at - 1) and not _in_word(text, at + len(word))
    ]
    yield from _apart(found)


def given_names(text: str, words: Sequence[str]) -> Iterator[Place]:
    """The same with no hyphen beside it either, no @ or # before it; letters may be written on to its front."""
    found = []
    for number, word in enumerate(words):
        for at in _places(text, word):
            stop = at + len(word)
            begins = at == 0 or text[at - 1] in JOINED_ON or not (_in_word(text, at - 1) or text[at - 1] in "@#-")
            if begins and not _in_word(text, stop) and text[stop : stop + 1] != "-":
                found.append((at, number, stop))
    yield from _apart(found)


def names_joined_on(text: str, words: Sequence[str]) -> Iterator[tuple[int, Place]]:
    """Where whole words begin that are a name, perhaps behind letters written on to it; and where the name stands."""
    found = []
    for number, word in enumerate(words):
        for at in _places(text, word):
            stop = at + len(word)
            if _in_word(text, stop):
                continue
            for many in range(3):
                start = at - many
                if start < 0 or _in_word(text, start - 1):
                    continue
                joined = text[start:at]
                if _HEBREW_JOINED.issuperset(joined):
                    found.append((start, (many, number), (at, stop)))
                elif many == 1 and joined in _ARABIC_JOINED:
                    found.append((start, (3, number), (at, stop)))
    end = 0
    for start, _, place in sorted(found):
        if start >= end:
            yield start, place
            end = place[1]


def _apart(found: list[tuple[int, int, int]]) -> Iterator[Place]:
    end = 0
    for start, _, stop in sorted(found):
        if start >= end:
            yield start, stop
            end = stop
