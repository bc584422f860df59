"""What words mean, as far as it helps to hear events in a sentence: a verb of meeting, a word for the captors.

In: the code of a language. Out: its `Senses`, empty where nobody has written any.
Leaves to others: the words themselves (`languages/*/senses`), learning from them (`telling`).

A meaning is coarse and need not be sure: what it is worth in which company is learnt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module

_WRITTEN = ("en", "ru", "he", "ar")


@dataclass(frozen=True, slots=True)
class Senses:
    """The meanings of a language's words.

    Attributes:
        forms: of a written form, lower case, what it may mean.
        stems: of the beginning of a form; the longest that fits counts, where the form itself is not known.
    """

    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.forms or self.stems)

    def of(self, form: str) -> tuple[str, ...]:
        """What a form may mean, in the order of the tables; nothing where nobody says."""
        found = self.forms.get(form)
        if found is None and self.stems:
            found = next((self.stems[form[:n]] for n in range(len(form), 1, -1) if form[:n] in self.stems), None)
        return found or ()


def gathered(tables: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """From each word to the names of all tables that hold it, in their order."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in tables:
        for word in dict.fromkeys(words):
            found[word] = (*found.get(word, ()), name)
    return found


@lru_cache(maxsize=8)
def senses_of(code: str) -> Senses:
    """The senses of a language."""
    if code not in _WRITTEN:
        return Senses()
    found: Senses = import_module(f"homeward.reading.languages.{code}.senses").SENSES
    return found
