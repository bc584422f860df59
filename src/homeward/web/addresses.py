"""Where the page of a thing is, by its reference.

In: a reference such as P3. Out: its address; None where it has no page. Leaves to others: whether it may be seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from django.urls import get_script_prefix, reverse

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


@cache
def _around(route: str, prefix: str) -> tuple[str, str]:
    """What stands before and after the reference; worked out once, for a page has hundreds of references."""
    before, after = reverse(route, args=["Q0"]).split("Q0")
    return before, after


class Addresses(Mapping[str, str]):
    """The same as a mapping, as `findings.foreign.prose` asks for it."""

    def __getitem__(self, reference: str) -> str:
        route = ROUTES.get(reference[:1].upper())
        if route is None or not (reference.isascii() and reference[1:].isdecimal()):
            raise KeyError(reference)
        before, after = _around(route, get_script_prefix())
        return f"{before}{reference}{after}"

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return len(ROUTES)


ADDRESSES = Addresses()


def address_of(reference: str) -> str | None:
    """The address of a thing's page."""
    return ADDRESSES.get(reference)
