"""The words by which somebody is known, found in any text of a case and struck out without moving a letter.

In: the names, numbers and addresses of whom is purged; the words that others of the case bear. Out: `Marks`.
Leaves to others: which texts are looked through (`purging`).

What is struck out is as long as what stood there, so that every span of the text still points where it did. A word of
a name that nobody else of the case bears is struck out wherever it stands; one that others bear too, only where the
whole name stands. Names inflected or in another spelling are found by the name engine, where it may be sure enough.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from itertools import permutations
from typing import Any

from homeward.casework.mentions import plain_text
from homeward.casework.name_letters import folded_words
from homeward.names import Spotter

STRUCK = "█"
_SURE = 0.5  # of a name in running text: from here on it is rather this person than not
_SHORTEST_WORD = 4
_MOST_ENDING = 2  # letters that grammar adds to a name: Qualtorm, Qualtorma
_MOST_ORDERED = 4  # words of a name that are looked for in every order
_BETWEEN = r"[\s,.;·־-]+"
_JOINED = "[ובלמהשכوفبلك]{0,2}(?:ال)?"  # letters that Hebrew and Arabic write as one with the word after them
_REACHED_BY = re.compile(r"[\w.+-]+@[\w.-]+\w|\+?\d[\d ()/.-]{5,}\d")


class Marks:
    """What tells of somebody wherever it stands."""

    def __init__(self, names: Iterable[str], *, numbers: Iterable[str] = (), others: Iterable[str] = ()) -> None:
        """Take the written forms of a name, numbers of documents and the like, and names that others bear."""
        self.names = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
        self.numbers = tuple(dict.fromkeys(n.strip() for n in numbers if len(n.strip()) >= _SHORTEST_WORD))
        self.borne = borne = {word for name in others for word in folded_words(name)}
        own = {word for name in self.names for word in folded_words(name)}
        self.words = tuple(sorted(word for word in own - borne if len(word) >= _SHORTEST_WORD))

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        found = []
        for name in self.names:
            parts = [re.escape(word) for word in plain_text(name)[0].split()]
            orders = permutations(parts) if 1 < len(parts) <= _MOST_ORDERED else [tuple(parts)]
            found += [_BETWEEN.join(order) for order in orders if order]
        found += [re.escape(plain_text(text)[0]) for text in self.numbers]
        if not found:
            return None
        longest_first = sorted(set(found), key=len, reverse=True)
        return re.compile(rf"(?<!\w){_JOINED}({'|'.join(longest_first)})(?!\w)")

    @cached_property
    def _words_pattern(self) -> re.Pattern[str] | None:
        """Their own words, with what grammar may add to one."""
        if not self.words:
            return None
        found = "|".join(re.escape(word) for word in sorted(self.words, key=len, reverse=True))
        return re.compile(rf"(?<!\w){_JOINED}((?:{found})\w{{0,{_MOST_ENDING}}})(?!\w)")

    def _may_stand_in(self, text: str) -> bool:
        """A quick look first: the place of each letter need not be known for it."""
        seen = _seen(text)
        return any(pattern is not None and pattern.search(seen) for pattern in (self._pattern, self._words_pattern))

    @cached_property
    def _spotter(self) -> Spotter | None:
        whole = [name for name in self.names if len(name.split()) > 1]
        return Spotter([("1", whole)]) if whole else None

    @cached_property
    def _beginnings(self) -> re.Pattern[str] | None:
        """How the words of the names begin: what is inflected begins so, too."""
        words = {word for name in self.names for word in plain_text(name)[0].split() if len(word) >= _SHORTEST_WORD}
        begun = sorted({re.escape(word[: max(3, len(word) - 2)]) for word in words})
        return re.compile("|".join(begun)) if begun else None

    def places(self, text: str, *, closely: bool = True) -> list[tuple[int, int]]:
        """Where they are told of, from and to, in order.

        Args:
            closely: also by inflected forms and other spellings.
        """
        if not text:
            return []
        found = []
        if self._may_stand_in(text):
            plain, at = plain_text(text)
            matched = list(self._pattern.finditer(plain)) if self._pattern else []
            if self._words_pattern:
                matched += [m for m in self._words_pattern.finditer(plain) if m[1] not in self.borne]
            found = [(at[m.start(1)], at[m.end(1) - 1] + 1) for m in matched]
        if closely and self._spotter is not None:
            found += [(s.start, s.stop) for s in self._spotter.spot(text) if s.probability >= _SURE]
        return sorted(set(found))

    def stand_in(self, value: Any, *, closely: bool = False) -> bool:
        """Whether a text, or any text within lists and tables, tells of them."""
        if isinstance(value, str):
            return bool(self.places(value, closely=closely))
        if isinstance(value, list):
            return any(self.stand_in(one, closely=closely) for one in value)
        if isinstance(value, dict):
            return any(self.stand_in(one, closely=closely) for one in value.values())
        return False

    def may_stand_in(self, value: Any) -> bool:
        """Whether a text, or any within lists and tables, holds a word that begins as one of the names does."""
        if isinstance(value, str):
            return bool(self._beginnings and self._beginnings.search(_seen(value)))
        if isinstance(value, list):
            return any(map(self.may_stand_in, value))
        if isinstance(value, dict):
            return any(map(self.may_stand_in, value.values()))
        return False

    def strike(self, value: Any, *, closely: bool = True) -> Any:
        """The same with these places struck out."""
        if isinstance(value, str):
            return strike_out(value, self.places(value, closely=closely))
        if isinstance(value, list):
            return [self.strike(one, closely=closely) for one in value]
        if isinstance(value, dict):
            return {key: self.strike(one, closely=closely) for key, one in value.items()}
        return value


def strike_out(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text with every letter of these places replaced; white space stays, and so does the length."""
    letters = list(text)
    for start, stop in places:
        letters[start:stop] = [c if c.isspace() else STRUCK for c in letters[start:stop]]
    return "".join(letters)


def _seen(text: str) -> str:
    """As `plain_text`, without the places."""
    seen = unicodedata.normalize("NFKD", text).translate(_unseen()).casefold()
    return seen.replace("’", "'").replace("ʼ", "'")


@cache
def _unseen() -> dict[int, None]:
    """Marks above and below letters, and characters that are not seen at all."""
    return {c: None for c in range(sys.maxunicode + 1) if unicodedata.category(chr(c)) in ("Mn", "Cf")}


def ways_to_reach(text: str) -> list[str]:
    """Telephone numbers and addresses in what is noted of how to reach somebody."""
    return [found.group(0) for found in _REACHED_BY.finditer(text)]
