"""Expressions for Arabic text as newsrooms write it: with or without vowel signs, with any hamza.

In: an expression written without vowel signs. Out: one that also matches words that have them.
Leaves to others: what the expressions mean.
"""

from __future__ import annotations

import re

_SIGNS = "[\u064b-\u0652\u0670\u0640]*"
_ALIFS = "[اأإآٱ]"
_GROUP_BEHIND = re.compile(r"\(\?<?[!=]")


def spelled(pattern: str) -> re.Pattern[str]:
    """The expression, each of its letters allowing for vowel signs, and alif for its hamza.

    What only looks around, `(?<!...)`, stays as it is: behind, it must be of fixed width.
    """
    found: list[str] = []
    place = 0
    while place < len(pattern):
        if _GROUP_BEHIND.match(pattern, place):
            stop = _end_of_group(pattern, place)
            found.append(pattern[place:stop])
        else:
            stop = _end_of_atom(pattern, place)
            found.append(_with_signs(pattern[place:stop], pattern[stop : stop + 1]))
        place = stop
    return re.compile("".join(found))


def _end_of_group(pattern: str, place: int) -> int:
    depth = 0
    while place < len(pattern):
        if pattern[place] == "\\":
            place += 1
        elif pattern[place] in "()":
            depth += 1 if pattern[place] == "(" else -1
            if not depth:
                return place + 1
        place += 1
    return place


def _end_of_atom(pattern: str, place: int) -> int:
    if pattern[place] == "\\":
        return place + 2
    if pattern[place] == "[":
        return pattern.index("]", place + 2) + 1
    return place + 1


def _with_signs(atom: str, behind: str) -> str:
    """A letter, or a set of letters, with the signs that may stand on it; `behind`: whether it is optional."""
    if atom == r"\w":
        return r"[\w\u064b-\u0652\u0670]"
    letter = "ء" <= atom <= "ي" if len(atom) == 1 else atom[0] == "[" and "ء" <= atom[1] <= "ي"
    if not letter:
        return atom
    written = _ALIFS if atom in "اأإآ" else atom
    signed = written + _SIGNS
    return f"(?:{signed})" if behind in ("?", "*", "+", "{") and behind else signed
