"""A Hebrew or Arabic sentence written as one line of words and signs, so that a construction is one expression over it.

In: nothing. Out: `Line`, and by which letter each kind of actor is signed. Leaves to others: which words a language
writes as which sign (`he/steps`, `ar/line`), and the expressions.
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.reading.languages.language import Actor, ActorKind, Place

SIGNED = {
    ActorKind.PERSON: "p", ActorKind.ROLE: "r", ActorKind.BODY: "b", ActorKind.MEDIUM: "m", ActorKind.SOURCE: "s",
    ActorKind.OTHER: "o", ActorKind.PRONOUN: "x",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as words and signs; `actors` by sign, `starts`: where each piece begins in the document."""

    text: str
    actors: dict[str, Actor]
    starts: list[int]

    def at(self, position: int) -> int:
        """The character of the document at which the word at a position of the line stands."""
        return self.starts[min(self.text.count(" ", 0, position), len(self.starts) - 1)]

    def place(self, position: int) -> Place:
        """The place of the word of the document that stands at a position of the line, less what follows it."""
        start = self.at(position)
        return (start, start + 1)
