"""The document that is read: its text and what is known of its publication.

In: text as captured, with the publisher and the date that somebody gave. Out: `Document` and exact spans of it.
Leaves to others: getting the text out of a file (exchange).
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.reading.proposals import Span
from homeward.records import PartialDate


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its publication data.

    Attributes:
        text: exactly as captured; every span counts characters of it.
        published: when it was published; relative dates are worked out from it, and stay unread without it.
        publisher: who published it: the last link of every chain.
        language: BCP 47 tag; None lets each paragraph be judged by its letters and small words.
    """

    text: str
    published: PartialDate | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None

    def span(self, start: int, stop: int) -> Span:
        """The stretch from `start` to `stop`, without white space at its ends."""
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        return Span(start, stop, self.text[start:stop])
