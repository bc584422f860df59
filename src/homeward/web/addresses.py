"""Where the page of a thing is, by its reference.

In: a reference such as P3. Out: its address; None where it has no page. Leaves to others: whether it may be seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.urls import reverse

# By the letter of a reference, the name of the address that takes it.
ROUTES: dict[str, str] = {
    "P": "person",
    "R": "report",
    "T": "statement",
    "C": "claim",
    "M": "promise",
    "N": "contact",
    "S": "silence",
    "X": "proposal",
    "L": "list",
    "H": "handover",
    "A": "answer",
    "D": "preparation",
    "E": "enquirer",
    "B": "briefing",
}


class Addresses(Mapping[str, str]):
    """The same as a mapping, as `findings.foreign.prose` asks for it."""

    def __getitem__(self, reference: str) -> str:
        route = ROUTES.get(reference[:1].upper())
        if route is None or not reference[1:].isdecimal():
            raise KeyError(reference)
        return reverse(route, args=[reference])

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return len(ROUTES)


ADDRESSES = Addresses()


def address_of(reference: str) -> str | None:
    """The address of a thing's page."""
    return ADDRESSES.get(reference)
