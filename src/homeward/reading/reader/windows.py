"""Cuts a long document into overlapping stretches at the borders of its paragraphs.

In: a text and two sizes in characters. Out: places in it that together cover every word.
Leaves to others: asking about each (`client`), and proposals that two stretches both give (`verify`).
"""

from __future__ import annotations

import re

from homeward.reading.segment import paragraphs

Place = tuple[int, int]

_END = re.compile(r"[.!?…؟](?=\s)|\n")


def windows(text: str, *, size: int, overlap: int) -> list[Place]:
    """Stretches of at most `size` characters; each begins with up to `overlap` characters of the one before.

    A paragraph that is longer than the overlap is cut at the end of a sentence, else at white space, else anywhere.
    """
    overlap = min(overlap, size // 3)
    pieces = [piece for part in paragraphs(text) for piece in _pieces(text, (part.start, part.stop), max(1, overlap))]
    found: list[Place] = []
    first = 0
    while first < len(pieces):
        last = first
        while last + 1 < len(pieces) and pieces[last + 1][1] - pieces[first][0] <= size:
            last += 1
        found.append((pieces[first][0], pieces[last][1]))
        if last + 1 >= len(pieces):
            break
        again = last + 1
        while (
            again - 1 > first
            and pieces[last][1] - pieces[again - 1][0] <= overlap
            and pieces[last + 1][1] - pieces[again - 1][0] <= size  # it must hold something new
        ):
            again -= 1
        first = again
    return found


def _pieces(text: str, part: Place, most: int) -> list[Place]:
    start, stop = part
    found: list[Place] = []
    while stop - start > most:
        ends = [m.end() for m in _END.finditer(text, start + most // 2, start + most)]
        cut = ends[-1] if ends else text.rfind(" ", start + most // 2, start + most) + 1 or start + most
        found.append((start, cut))
        start = cut
    return [*found, (start, stop)] if start < stop else found
