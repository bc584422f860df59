"""What the first reading made of the same word elsewhere in the document, as signs for the second reading.

In: rows with the chances of the first reading. Out: rows with more signs.
Leaves to others: both readings (`model`).

A family name alone at the beginning of a sentence says little; that it stood behind a given name before says a lot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.entities.model import TAGS, Floats
from homeward.reading.entities.observe import Row

_KINDS = ("PER", "ORG", "LOC")
_SHARES = 5  # steps in which the share of a kind is told
_CERTAIN = 0.5
_INSIDE = TAGS.index("I-PER")


def recall(rows: Sequence[Row], chances: Sequence[Floats]) -> list[Row]:
    """Add to each capitalised word what it was taken for elsewhere; `chances`: (words, tags) of each row."""
    totals: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * (len(_KINDS) + 2))
    own: list[list[list[float] | None]] = []
    for row, chance in zip(rows, chances, strict=True):
        kinds = chance[:, 1:].reshape(len(row), len(_KINDS), 2).sum(2).tolist()
        inside = chance[:, _INSIDE].tolist()
        found: list[list[float] | None] = []
        for at, seen in enumerate(row):
            if not seen.form.is_capital or len(seen.form.text) < 2:
                found.append(None)
                continue
            values = [*kinds[at], inside[at], 1.0]
            total = totals[seen.form.stem]
            for number, value in enumerate(values):
                total[number] += value
            found.append(values)
        own.append(found)
    return [
        [
            seen if values is None else replace(seen, signs=seen.signs + _tell(totals[seen.form.stem], values))
            for seen, values in zip(row, found, strict=True)
        ]
        for row, found in zip(rows, own, strict=True)
    ]


def _tell(total: Sequence[float], own: Sequence[float]) -> tuple[str, ...]:
    others = [a - b for a, b in zip(total, own, strict=True)]
    count = round(others[-1])
    if not count:
        return ("elsewhere 0",)
    shares = [other / count for other in others[: len(_KINDS)]]
    signs = [f"elsewhere {kind} {min(_SHARES - 1, int(s * _SHARES))}" for kind, s in zip(_KINDS, shares, strict=True)]
    best = max(range(len(_KINDS)), key=shares.__getitem__)
    signs.append(f"elsewhere {min(count, 3)}")
    signs.append(f"mostly {_KINDS[best] if shares[best] > _CERTAIN else 'none'} {min(count, 2)}")
    if others[len(_KINDS)] > _CERTAIN:
        signs.append("elsewhere ends a name")
    return tuple(signs)
