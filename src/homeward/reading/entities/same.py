"""Which of a document's entities are one and the same: a family name and the man named in full, letters and the body.

In: the entities of one document, in the order of the text. Out: for each a number; the same number, the same one.
Leaves to others: pronouns and "the ministry" (`acquaintance`), and the same person in two documents (a
person).

Two people of one family name are two; the family name alone then is the one named last. Nothing is guessed from
nearness of spelling: names are one only if their words are, but for cases and initials.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from homeward.reading.entities.russian import stem_of
from homeward.reading.proposals import Entity, EntityKind
from homeward.reading.tables import words_of

_WORD = re.compile(r"[^\W_]+(?:[-'’׳״\"][^\W_]+)*")
_SMALL = words_of("of the and for de la и по в для на за של و ال")


def group_entities(entities: Sequence[Entity]) -> tuple[int, ...]:
    """Number the entities so that mentions of one have one number, counted from 0 in the order of first mention."""
    people = _People()
    others: dict[tuple[EntityKind, tuple[str, ...]], int] = {}
    letters: dict[str, int] = {}
    numbers: list[int] = []
    count = 0
    for entity in entities:
        words = tuple(stem_of(word.lower()) for word in _WORD.findall(entity.name))
        if entity.kind is EntityKind.PERSON:
            number = people.find(words)
        else:
            number = others.get((entity.kind, words))
            if number is None and entity.kind is EntityKind.BODY and len(words) == 1:
                number = letters.get(_bare(entity.name))
        if number is None:
            number, count = count, count + 1
        if entity.kind is EntityKind.PERSON:
            people.learn(words, number)
        else:
            others.setdefault((entity.kind, words), number)
            if entity.kind is EntityKind.BODY and len(words) > 1:
                letters.setdefault(_first_letters(entity.name), number)
        numbers.append(number)
    return tuple(numbers)


def _bare(name: str) -> str:
    return "".join(c for c in name.upper() if c.isalpha())


def _first_letters(name: str) -> str:
    return "".join(word[0].upper() for word in _WORD.findall(name) if word.lower() not in _SMALL)


class _People:
    """Who has been named, by the last word of the name and by the first."""

    def __init__(self) -> None:
        self._by_last: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}

    def find(self, words: tuple[str, ...]) -> int | None:
        """Whoever this may be: a full name that agrees word for word, or the last person of that family name."""
        if not words:
            return None
        named = self._by_last.get(words[-1], [])
        for _, number in reversed(named):
            if all(_agree(known, words) for known, other in named if other == number):
                return number
        if len(words) == 1 and len(people := {number for _, number in self._by_first.get(words[0], [])}) == 1:
            return people.pop()
        return None

    def learn(self, words: tuple[str, ...], number: int) -> None:
        """Remember a name; a full one counts as said last."""
        if not words:
            return
        self._add(self._by_last, words[-1], words, number)
        if len(words) > 1 and len(words[0]) > 1:
            self._add(self._by_first, words[0], words, number)

    @staticmethod
    def _add(
        table: dict[str, list[tuple[tuple[str, ...], int]]], key: str, words: tuple[str, ...], number: int
    ) -> None:
        row = table.setdefault(key, [])
        if (words, number) in row[-8:]:
            row.remove((words, number))
        row.append((words, number))
        del row[:-8]  # so that a text of nothing but one family name costs no more than another


def _agree(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether what stands before the family name is the same, shorter, or initials of the same."""
    left, right = known[:-1], words[:-1]
    if not left or not right:
        return True
    return all(_same_given(a, b) for a, b in zip(left, right, strict=False))


def _same_given(a: str, b: str) -> bool:
    """The same word, its initial, or its stem where the endings cut a letter more off one ("Андре-ю", "Андр-ей")."""
    if len(a) > len(b):
        a, b = b, a
    return a == b or (len(a) == 1 and a == b[0]) or (len(a) > 3 and len(b) - len(a) == 1 and b.startswith(a))
