"""Marks of punctuation as the readers of voices take them: what ends a clause, what opens and closes quotations.

In: nothing. Out: strings of marks. Leaves to others: where quotations stand in a text (`homeward.reading.segment`).
"""

from __future__ import annotations

from unicodedata import category

COMMAS = (",", "،")
HARD_STOPS = ";؛:()[]—–!?؟…."
OPENING_MARKS = '"“„«״'
CLOSING_MARKS = '"”»“'
INNER_MARKS = '"«»“”„'
EDGES = " \n\r\t,،.;؛:—–-!?؟…"


def is_bullet(mark: str) -> bool:
    """Whether a mark is a sign that a list's items begin with."""
    return category(mark[0]) == "So" or mark in "•▪●◆►▶*"
