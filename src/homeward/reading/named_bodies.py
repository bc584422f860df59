"""Which body "the brigade" is where its name stood only inside other words: "the commander of the Orrin Brigade".

In: the bodies that the text names anywhere, as the language's rules find them. Out: the one that a short form means.
Leaves to others: bodies that the text has turned to or quoted (`acquaintance`), which come first.
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.reading.languages.language import Actor, Place

_NEAR = 220  # characters before a short form in which the last of several such bodies is the one meant
_MOST = 60  # bodies of one sort, the last named, among which one is looked for
_APPOSED = 8  # characters between a name and what it is said to be: ", one of "
_FIRMS = frozenset(
    ["company", "firm", "airline", "operator", "carrier", "corporation"]
)  # fmt: skip
_ALIKE = {  # by the sort of a body: nouns for such a one, last words of names that tell it
    "firm": (
        _FIRMS,
        frozenset(
            ["shipping", "lines", "maritime", "marine", "oil", "gas", "petroleum", "energy", "mining", "minerals",
             "airlines", "airways", "aviation", "logistics", "transport", "freight", "construction", "engineering",
             "holdings", "holding", "ltd", "limited", "inc", "corp", "industries", "trading", "telecom", "tankers",
             "shipyards", "hydraulics", "electric", "cement", "timber", "services", "owner", "employer", "insurer",
             *_FIRMS]
        ),
    ),
    "help": (
        frozenset(
            ["charity", "ngo", "organisation", "organization", "foundation", "association", "group", "institution"]
        ),
        frozenset(
            ["relief", "aid", "care", "watch", "rescue", "charity", "ngo", "foundation", "society", "association",
             "organisation", "organization", "crescent", "cross", "union", "league", "federation", "network"]
        ),
    ),
    "arms": (
        frozenset(["militia", "faction", "group", "movement", "outfit", "gang", "organisation", "organization"]),
        frozenset(
            ["front", "brigade", "brigades", "movement", "battalion", "legion", "column", "militia", "resistance",
             "volunteers", "tigers", "lions", "falcons", "faction", "brotherhood"]
        ),
    ),
}  # fmt: skip


class NamedBodies:
    """The bodies of a text by where they are named."""

    def __init__(self, bodies: Sequence[Actor] = ()) -> None:
        self._bodies = sorted(bodies, key=lambda body: body.place)

    def called(self, head: str, before: int) -> Actor | None:
        """The body told of by the noun `head` and named before a character; None where it may be one of several."""
        return _one([body for body in self._bodies if body.head == head and body.place[1] <= before], before)

    def medium(self, head: str, before: int) -> Actor | None:
        """The medium named so, or else the one whose reporter was spoken of, if it was near: "the paper"."""
        if (body := self.called(head, before)) is not None:
            return body
        near = [body for body in self._bodies if body.head == "medium" and 0 <= before - body.place[1] <= _NEAR]
        return _one(near, before)

    def alike(self, head: str, before: int) -> Actor | None:
        """The body that another noun tells of: "the militia" after "the Free Coast Movement"."""
        words = frozenset(word for nouns, words in _ALIKE.values() if head in nouns for word in words)
        fit = [
            body
            for body in self._bodies
            if body.place[1] <= before and (body.head in words or body.name.split()[-1].lower() in words)
        ]
        return _one(fit, before)

    def at(self, place: Place) -> list[Actor]:
        """The bodies that are named within a place, or begin in it."""
        return [body for body in self._bodies if place[0] <= body.place[0] < place[1]]

    def described_by(self, actor: Actor) -> Actor | None:
        """The body that an actor tells of in apposition: "Halb Relief, | a medical charity"."""
        near = (b for b in self._bodies if b.head == actor.head and 0 < actor.place[0] - b.place[1] <= _APPOSED)
        return next(near, None)

    def ending_in(self, name: str, before: int) -> Actor | None:
        """The body whose full name ends in a shorter one: "the Red Crescent" of "the Sahm Red Crescent"."""
        short = f" {name.lower()}"
        fit = [body for body in self._bodies if body.place[1] <= before and body.name.lower().endswith(short)]
        return _one(fit, before) if len({body.name.lower() for body in fit}) == 1 else None


def _one(fit: Sequence[Actor], before: int) -> Actor | None:
    """The only one of some, under its fullest name, or the only one near."""
    if not fit:
        return None
    fullest: dict[str, Actor] = {}
    for body in sorted(fit[-_MOST:], key=lambda body: -len(body.name)):
        if not any(body.name.lower() in name for name in fullest):
            fullest[body.name.lower()] = body
    if len(fullest) == 1:
        return next(iter(fullest.values()))
    near = [body for body in fit if before - body.place[1] <= _NEAR]
    return _one(near, before) if near and len(near) < len(fit) else None
